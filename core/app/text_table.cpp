// Column widths, wrapping and padding of terminal tables.
#include "core/app/text_table.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <utility>

#include "core/language/text.hpp"

namespace herald::app {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest = 12;  // below it, wrapped text is harder to read than a long line

std::size_t width_of(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  const int8_t type = u_charType(point);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int east_asian = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

// How many bytes of the text fit into `width` columns; at least one character.
std::size_t bytes_that_fit(std::string_view text, std::size_t width) {
  std::size_t used = 0;
  std::size_t offset = 0;
  while (offset < text.size()) {
    const language::CodePoint point = language::code_point_at(text, offset);
    used += width_of(point.value);
    if (used > width && offset > 0) break;
    offset += point.length;
  }
  return offset;
}

std::vector<std::size_t> column_widths(const std::vector<std::vector<std::string>>& rows,
                                       const std::vector<std::string>& heads, std::size_t width) {
  std::vector<std::size_t> widths;
  for (std::size_t column = 0; column < heads.size(); ++column) {
    widths.push_back(display_width(heads[column]));
    for (const auto& row : rows) widths[column] = std::max(widths[column], display_width(row[column]));
  }
  std::size_t total = gap * heads.size();
  for (const std::size_t one : widths) total += one;
  while (total > width) {
    const auto widest = std::max_element(widths.begin(), widths.end());
    if (*widest <= narrowest) break;
    --*widest;
    --total;
  }
  return widths;
}

void append_row(std::string& text, const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) {
  std::vector<std::vector<std::string>> wrapped;
  std::size_t height = 0;
  for (std::size_t column = 0; column < cells.size(); ++column) {
    wrapped.push_back(wrap_text(cells[column], widths[column]));
    height = std::max(height, wrapped.back().size());
  }
  for (std::size_t line = 0; line < height; ++line) {
    std::string row;
    for (std::size_t column = 0; column < wrapped.size(); ++column) {
      const std::string part = line < wrapped[column].size() ? wrapped[column][line] : std::string();
      row += std::string(gap, ' ') + part;
      row.append(widths[column] - std::min(widths[column], display_width(part)), ' ');
    }
    row.erase(row.find_last_not_of(' ') + 1);
    text += row + "\n";
  }
}

}  // namespace

// Looks at no more of the text than a line at a time: a cell may hold a quotation of any length.
std::vector<std::string> wrap_text(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  for (std::size_t fit = bytes_that_fit(text, width); fit < text.size(); fit = bytes_that_fit(text, width)) {
    std::size_t cut = text[fit] == ' ' ? fit : text.rfind(' ', fit);
    if (cut == std::string_view::npos || cut == 0) cut = fit;
    lines.emplace_back(text.substr(0, cut));
    text.remove_prefix(cut);
    while (text.starts_with(' ')) text.remove_prefix(1);
  }
  lines.emplace_back(text);
  return lines;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const language::CodePoint point = language::code_point_at(text, offset);
    width += width_of(point.value);
    offset += point.length;
  }
  return width;
}

TextTable::TextTable(std::vector<std::string> heads) : heads_(std::move(heads)) {}

void TextTable::add_row(std::vector<std::string> cells) {
  cells.resize(heads_.size());
  for (std::string& cell : cells) cell = language::fold_space(cell);
  rows_.push_back(std::move(cells));
}

std::string TextTable::render(std::size_t width) const {
  const std::vector<std::size_t> widths = column_widths(rows_, heads_, width);
  std::string text;
  append_row(text, heads_, widths);
  for (const auto& row : rows_) append_row(text, row, widths);
  return text;
}

}  // namespace herald::app
