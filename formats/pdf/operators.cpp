// See operators.hpp.
#include "formats/pdf/operators.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace herald::pdf {

namespace {

// How far along a corner the control points of a quarter circle lie: 4/3 × tan(π/8).
constexpr double quarter_circle = 0.5522847498;

}  // namespace

/// Three decimals, 1/1000 point: finer than any device, and no trailing zeros. Not by printf, which
/// would follow the locale's decimal comma.
void Operators::number(double value) {
  const auto thousandths = static_cast<long long>(std::llround(value * 1000.0));
  const long long whole = std::llabs(thousandths) / 1000;
  long long rest = std::llabs(thousandths) % 1000;
  char buffer[32];
  char* end = buffer;
  if (thousandths < 0) *end++ = '-';
  if (whole != 0 || rest == 0) end = std::to_chars(end, buffer + sizeof buffer, whole).ptr;
  if (rest != 0) {
    *end++ = '.';
    for (int divisor = 100; rest != 0; divisor /= 10) {
      *end++ = static_cast<char>('0' + rest / divisor);
      rest %= divisor;
    }
  }
  *end++ = ' ';
  out_.append(buffer, end);
}

void Operators::fill_color(typeset::Color color) {
  if (color == color_) return;
  color_ = color;
  for (const std::uint8_t part : {color.red, color.green, color.blue}) number(part / 255.0);
  out_ += "rg\n";
}

void Operators::fill(const typeset::Rectangle& area, typeset::Points corner_radius) {
  const double left = area.x;
  const double bottom = page_height_ - area.y - area.height;
  const double right = left + area.width;
  const double top = bottom + area.height;
  const double radius = std::min({corner_radius, area.width / 2, area.height / 2});
  if (radius <= 0) {
    for (const double value : {left, bottom, area.width, area.height}) number(value);
    out_ += "re f\n";
    return;
  }
  const double control = radius * (1 - quarter_circle);
  const auto line = [this](double x, double y, const char* command) {
    number(x);
    number(y);
    out_ += command;
  };
  const auto corner = [this](double x1, double y1, double x2, double y2, double x3, double y3) {
    for (const double value : {x1, y1, x2, y2, x3, y3}) number(value);
    out_ += "c\n";
  };
  line(left + radius, bottom, "m\n");
  line(right - radius, bottom, "l\n");
  corner(right - control, bottom, right, bottom + control, right, bottom + radius);
  line(right, top - radius, "l\n");
  corner(right, top - control, right - control, top, right - radius, top);
  line(left + radius, top, "l\n");
  corner(left + control, top, left, top - control, left, top - radius);
  line(left, bottom + radius, "l\n");
  corner(left, bottom + control, left + control, bottom, left + radius, bottom);
  out_ += "f\n";
}

void Operators::begin_text() { out_ += "BT\n"; }

void Operators::end_text() {
  rise(0);
  out_ += "ET\n";
}

void Operators::font(const std::string& resource_name, typeset::Points size) {
  if (resource_name == font_ && size == font_size_) return;
  font_ = resource_name;
  font_size_ = size;
  out_ += '/';
  out_ += resource_name;
  out_ += ' ';
  number(size);
  out_ += "Tf\n";
}

void Operators::move_text(typeset::Position origin) {
  out_ += "1 0 0 1 ";
  number(origin.x);
  number(page_height_ - origin.y);
  out_ += "Tm\n";
}

void Operators::rise(typeset::Points height) {
  if (height == rise_) return;
  rise_ = height;
  number(height);
  out_ += "Ts\n";
}

void Operators::close_string() {
  if (string_open_) out_ += '>';
  string_open_ = false;
}

void Operators::show(std::uint16_t code) {
  static constexpr char digits[] = "0123456789ABCDEF";
  if (!string_open_) out_ += '<';
  string_open_ = true;
  for (int shift = 12; shift >= 0; shift -= 4) out_ += digits[(code >> shift) & 0xF];
}

void Operators::adjust(long thousandths) {
  if (thousandths == 0) return;
  close_string();
  char buffer[24];
  out_.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, thousandths).ptr);
}

void Operators::end_show() {
  close_string();
  out_ += "]TJ\n";
}

}  // namespace herald::pdf
