// An estimate from classes of characters (text.hpp), scaled by the style's size and weight.
#include "formats/xlsx/widths.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "formats/xlsx/text.hpp"
#include "formats/xlsx/workbook.hpp"

namespace herald::xlsx {
namespace {

constexpr double padding = 1.6;       // what Excel keeps free on both sides, and a little air
constexpr double filter_arrow = 2.4;  // 17 pixels of the arrow over the header's end

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
    else if (quoted || c == ' ')
      literal += 1.2;
  }
  return whole * 1.4 + decimals + literal;
}

double content_width(const Content& content, const Style& style) {
  if (const auto* text = std::get_if<Text>(&content)) return display_width(text->value);
  if (const auto* link = std::get_if<SheetLink>(&content)) return display_width(link->text);
  if (const auto* link = std::get_if<WebLink>(&content)) return display_width(link->text);
  if (const auto* number = std::get_if<Number>(&content)) return number_width(number->value, style.number_format);
  if (std::holds_alternative<Day>(content))
    return std::max<double>(10, static_cast<double>(style.number_format.size()));
  return 0;
}

}  // namespace

Widths fit_columns(const Workbook& workbook, const Sheet& sheet) {
  const auto style_of = [&](StyleId id) -> const Style& { return workbook.styles()[static_cast<std::size_t>(id)]; };
  std::map<std::uint32_t, double> wanted;
  for (const PlacedCell& cell : sheet.cells()) {
    const Style& style = style_of(cell.style);
    double& width = wanted[cell.position.column];
    width = std::max(width, content_width(cell.content, style) * scale(style) + padding);
  }
  const auto header_width = [&](const Table& table, const Header& header) {
    const double arrow = table.filter == Filter::yes ? filter_arrow : 0;
    return display_width(header.text) * scale(style_of(header.style)) + padding + arrow;
  };
  for (const Table& table : sheet.tables())
    for (std::uint32_t i = 0; i < table.headers.size(); ++i) {
      double& width = wanted[table.first.column + i];
      width = std::max(width, header_width(table, table.headers[i]));
    }

  Widths widths;
  for (const auto& [column, width] : wanted) {
    const auto rule = sheet.columns().find(column);
    const ColumnWidth limits = rule == sheet.columns().end() ? ColumnWidth{} : rule->second;
    widths.columns[column] = std::clamp(width, limits.minimum, std::max(limits.minimum, limits.maximum));
  }
  for (const Table& table : sheet.tables()) {
    std::uint32_t column = table.first.column;
    const bool fits = std::all_of(table.headers.begin(), table.headers.end(), [&](const Header& header) {
      return header_width(table, header) <= widths.columns[column++];
    });
    if (fits) widths.single_line_headers.insert(table.first.row);
  }
  return widths;
}

}  // namespace herald::xlsx
