// An estimate from classes of characters (text.hpp), scaled by the style's size and weight.
#include "formats/xlsx/layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "formats/xlsx/text.hpp"
#include "formats/xlsx/workbook.hpp"

namespace herald::xlsx {
namespace {

constexpr double padding = 1.6;             // what Excel keeps free on both sides, and a little air
constexpr double indent_step = 1.5;         // three spaces of the default font
constexpr double filter_arrow = 2.4;        // 17 pixels of the arrow over the header's end
constexpr double line_height = 1.37;        // of the font's size: 15 points for 11, as Excel has it
constexpr double header_air = 9;            // points above and below a header together
constexpr double row_air = 4;               // the same for every other row
constexpr double maximum_row_height = 409;  // Excel

double scale(const Style& style) {
  return style.size / 11.0 * (style.weight == Weight::bold ? 1.07 : 1.0);  // bold Calibri is some 7% wider
}

// A number is as wide as its digits, with a separator every three and what the format puts around it.
double number_width(double value, const std::string& format) {
  const double whole = static_cast<double>(fmt::format("{:.0f}", std::trunc(value)).size());
  const std::size_t point = format.find('.');
  double decimals = point == std::string::npos ? 0 : 1;
  for (std::size_t i = point; i < format.size() && (i == point || format[i] == '0'); ++i) ++decimals;
  double literal = 0;
  bool quoted = false;
  for (const char c : format) {
    if (c == '"' || c == '[' || c == ']')
      quoted = !quoted;
    else if (quoted || c == ' ' || c == '%')
      literal += 1.2;
  }
  return whole * 1.4 + decimals + literal;
}

std::string_view shown_text(const Content& content) {
  if (const auto* text = std::get_if<Text>(&content)) return text->value;
  if (const auto* link = std::get_if<SheetLink>(&content)) return link->text;
  if (const auto* link = std::get_if<WebLink>(&content)) return link->text;
  return {};
}

double content_width(const Content& content, const Style& style) {
  if (const auto* number = std::get_if<Number>(&content)) return number_width(number->value, style.number_format);
  if (std::holds_alternative<Day>(content))
    return std::max<double>(10, static_cast<double>(style.number_format.size()));
  return display_width(shown_text(content));
}

// Sums of fractions: a column that was made for this very text must hold it on one line.
constexpr double slack = 0.3;

// Lines that the text takes when it is broken at spaces; a word wider than the line is broken anywhere.
std::size_t line_count(std::string_view text, double room) {
  std::size_t lines = 1;
  double used = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    const double word = display_width(text.substr(0, end));
    if (used > 0 && used + word > room + slack) {
      ++lines;
      used = 0;
    }
    used += word;
    if (used > room + slack) {
      const double more = std::ceil(used / room) - 1;
      lines += static_cast<std::size_t>(more);
      used -= more * room;
    }
    if (end == text.size()) break;
    used += display_width(" ");
    if (text[end] == '\n') {
      ++lines;
      used = 0;
    }
    text.remove_prefix(end + 1);
  }
  return lines;
}

class Fitter {
 public:
  Fitter(const Workbook& workbook, const Sheet& sheet) : workbook_(workbook), sheet_(sheet) {}

  Layout run() {
    fit_columns();
    fit_rows();
    return std::move(layout_);
  }

 private:
  const Style& style_of(StyleId id) const { return workbook_.styles()[static_cast<std::size_t>(id)]; }

  static double surroundings(const Style& style) { return padding + indent_step * style.indent; }

  void want(std::uint32_t column, double width) {
    double& wanted = layout_.columns[column];
    wanted = std::max(wanted, width);
  }

  void fit_columns() {
    for (const PlacedCell& cell : sheet_.cells()) {
      const Style& style = style_of(cell.style);
      want(cell.position.column, content_width(cell.content, style) * scale(style) + surroundings(style));
    }
    for (const Table& table : sheet_.tables())
      for (std::uint32_t i = 0; i < table.headers.size(); ++i) {
        const Style& style = style_of(table.headers[i].style);
        const double arrow = table.filter == Filter::yes ? filter_arrow : 0;
        want(table.first.column + i, display_width(table.headers[i].text) * scale(style) + surroundings(style) + arrow);
      }
    for (auto& [column, width] : layout_.columns) {
      const auto rule = sheet_.columns().find(column);
      const ColumnWidth limits = rule == sheet_.columns().end() ? ColumnWidth{} : rule->second;
      width = std::clamp(width, limits.minimum, std::max(limits.minimum, limits.maximum));
    }
  }

  void fit_rows() {
    for (const PlacedCell& cell : sheet_.cells()) {
      const std::string_view text = shown_text(cell.content);
      if (!text.empty()) want_height(cell.position, text, style_of(cell.style), row_air);
    }
    for (const Table& table : sheet_.tables())
      for (std::uint32_t i = 0; i < table.headers.size(); ++i)
        want_height({table.first.row, table.first.column + i}, table.headers[i].text, style_of(table.headers[i].style),
                    header_air);
    for (const auto& [row, points] : sheet_.row_heights()) layout_.row_heights[row] = points;
  }

  void want_height(Position position, std::string_view text, const Style& style, double air) {
    const double room = (layout_.columns.at(position.column) - surroundings(style)) / scale(style);
    const std::size_t lines = style.wrap == Wrap::yes ? line_count(text, std::max(room, 1.0)) : 1;
    const double height = static_cast<double>(lines) * style.size * line_height + air;
    if (height <= one_line_height + 0.5) return;
    double& wanted = layout_.row_heights[position.row];
    wanted = std::min(std::max(wanted, std::round(height)), maximum_row_height);
  }

  const Workbook& workbook_;
  const Sheet& sheet_;
  Layout layout_;
};

}  // namespace

Layout fit(const Workbook& workbook, const Sheet& sheet) { return Fitter(workbook, sheet).run(); }

}  // namespace herald::xlsx
