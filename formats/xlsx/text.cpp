// UTF-8 walked by hand, so that this room needs no library for text.
#include "formats/xlsx/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

namespace herald::xlsx {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct CodePoint {
  char32_t value = replacement;
  std::uint8_t length = 1;
  bool damaged = true;
};

// The Unicode Standard, table 3-7: shortest forms only, no surrogates.
CodePoint code_point_at(std::string_view text, std::size_t offset) noexcept {
  const auto byte = [&](std::size_t i) {
    return offset + i < text.size() ? static_cast<std::uint8_t>(text[offset + i]) : std::uint8_t{0};
  };
  const std::uint8_t first = byte(0);
  if (first < 0x80) return {first, 1, false};
  const std::uint8_t length = first >= 0xF0 && first <= 0xF4  ? 4
                              : first >= 0xE0 && first < 0xF0 ? 3
                              : first >= 0xC2 && first < 0xE0 ? 2
                                                              : 0;
  if (length == 0) return {};
  char32_t value = first & (0x7FU >> length);
  for (std::uint8_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return {};
    value = (value << 6U) | (byte(i) & 0x3FU);
  }
  static constexpr std::array<char32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};
  if (value < smallest[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {};
  return {value, length, false};
}

constexpr std::size_t units_of(char32_t c) noexcept { return c > 0xFFFF ? 2 : 1; }

constexpr bool allowed_in_xml(char32_t c) noexcept {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

void append(std::string& text, char32_t c) {
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += static_cast<char>(0xC0U | (c >> 6U));
    text += static_cast<char>(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    text += static_cast<char>(0xE0U | (c >> 12U));
    text += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    text += static_cast<char>(0x80U | (c & 0x3FU));
  } else {
    text += static_cast<char>(0xF0U | (c >> 18U));
    text += static_cast<char>(0x80U | ((c >> 12U) & 0x3FU));
    text += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    text += static_cast<char>(0x80U | (c & 0x3FU));
  }
}

void cut(std::string& text, std::size_t units, Changes& changes) {
  if (utf16_length(text) <= units) return;
  changes.cut = true;
  text = std::string(utf16_prefix(text, units - 1)) + "…";
}

constexpr std::size_t numbered_length = 7;  // "_x0041_"
constexpr std::string_view escape = "_x005F";

bool is_hexadecimal(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

bool is_numbered_character(std::string_view text, std::size_t at) noexcept {
  if (at + numbered_length > text.size() || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_') return false;
  const std::string_view digits = text.substr(at + 2, 4);
  return std::all_of(digits.begin(), digits.end(), is_hexadecimal);
}

// Widths in digits of Calibri 11 (7 pixels), rounded up: a column that is a little too wide is better
// than one that shows #### or breaks a word.
double character_width(char32_t c) noexcept {
  static constexpr std::string_view thin = " .,:;'|!ijlI()[]/ft-r`";
  static constexpr std::string_view broad = "mwMW@%";
  if (c < 0x80) {
    const char letter = static_cast<char>(c);
    if (thin.find(letter) != std::string_view::npos) return 0.62;
    if (broad.find(letter) != std::string_view::npos) return 1.6;
    return letter >= 'A' && letter <= 'Z' ? 1.2 : 1.02;
  }
  const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
  if (within(0x300, 0x36F) || within(0x610, 0x61A) || within(0x64B, 0x65F) || within(0x200B, 0x200F) ||
      within(0x202A, 0x202E) || within(0x2066, 0x2069) || within(0xFE00, 0xFE0F))
    return 0;  // marks that sit on another letter, and directions that cannot be seen
  if (within(0x1100, 0x115F) || within(0x2E80, 0xA4CF) || within(0xAC00, 0xD7A3) || within(0xF900, 0xFAFF) ||
      within(0xFE30, 0xFE6F) || within(0xFF00, 0xFF60) || c >= 0x1F300)
    return 2.1;  // East Asian wide and emoji (UAX #11)
  if (within(0x600, 0x6FF)) return 0.95;
  return 1.1;
}

}  // namespace

std::size_t utf16_length(std::string_view text) noexcept {
  std::size_t units = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    units += units_of(c.value);
    i += c.length;
  }
  return units;
}

std::string_view utf16_prefix(std::string_view text, std::size_t units) noexcept {
  std::size_t i = 0;
  while (i < text.size()) {
    const CodePoint c = code_point_at(text, i);
    if (units_of(c.value) > units) break;
    units -= units_of(c.value);
    i += c.length;
  }
  return text.substr(0, i);
}

namespace {

std::string clean_lines(std::string_view text, Changes& changes) {
  std::string clean;
  clean.reserve(text.size());
  std::size_t line_feeds = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    i += c.length;
    char32_t value = c.value;
    if (c.damaged || !allowed_in_xml(value)) {
      changes.replaced = true;
      value = replacement;
    }
    if (value == '\r') {  // XML readers turn it into a line feed anyway, libxlsxwriter into "_x000D_"
      if (i < text.size() && text[i] == '\n') continue;
      value = '\n';
    }
    if (value == '\n' && ++line_feeds > maximum_line_feeds) {
      changes.joined = true;
      value = ' ';
    }
    append(clean, value);
  }
  return clean;
}

}  // namespace

std::string clean_text(std::string_view text, Changes& changes, std::size_t units) {
  std::string clean = clean_lines(text, changes);
  cut(clean, units, changes);
  return clean;
}

std::string clean_line(std::string_view text, Changes& changes, std::size_t units) {
  std::string line = clean_text(text, changes, maximum_cell_units);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  cut(line, units, changes);
  return line;
}

std::string escape_numbered_characters(std::string text) {
  for (std::size_t at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 2)) {
    if (!is_numbered_character(text, at)) continue;
    text.insert(at, escape);
    at += escape.size();
  }
  return text;
}

std::size_t escaped_length(std::string_view text) noexcept {
  std::size_t units = utf16_length(text);
  for (std::size_t at = text.find("_x"); at != std::string_view::npos; at = text.find("_x", at + 2))
    if (is_numbered_character(text, at)) units += escape.size();
  return units;
}

std::string_view escaped_prefix(std::string_view text, std::size_t units) noexcept {
  std::size_t i = 0;
  while (i < text.size()) {
    const CodePoint c = code_point_at(text, i);
    std::size_t needed = units_of(c.value);
    if (is_numbered_character(text, i)) {
      if (escape.size() + numbered_length > units) break;
      needed += escape.size();
    }
    if (needed > units) break;
    units -= needed;
    i += c.length;
  }
  return text.substr(0, i);
}

std::string cell_text(std::string_view text, Changes& changes) {
  std::string clean = clean_lines(text, changes);
  if (escaped_length(clean) > maximum_cell_units) {
    changes.cut = true;
    clean = std::string(escaped_prefix(clean, maximum_cell_units - 1)) + "…";
  }
  return escape_numbered_characters(std::move(clean));
}

std::string fold_capitals(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    i += c.length;
    const auto within = [&](char32_t first, char32_t last) { return c.value >= first && c.value <= last; };
    char32_t value = c.value;
    if (within('A', 'Z') || (within(0xC0, 0xDE) && value != 0xD7) || within(0x391, 0x3A9) || within(0x410, 0x42F))
      value += 32;
    else if (within(0x400, 0x40F))
      value += 80;
    else if (within(0x531, 0x556))
      value += 48;
    else if (within(0x100, 0x137) || within(0x14A, 0x177) || within(0x460, 0x4FF) || within(0x1E00, 0x1EFF))
      value |= 1U;  // pairs that begin with the capital at an even number
    append(folded, value);
  }
  return folded;
}

double display_width(std::string_view text) noexcept {
  double widest = 0;
  double width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    i += c.length;
    width = c.value == '\n' ? 0 : width + character_width(c.value);
    widest = std::max(widest, width);
  }
  return widest;
}

}  // namespace herald::xlsx
