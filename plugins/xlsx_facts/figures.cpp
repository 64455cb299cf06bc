// Figures: real numbers, each with its currency or unit, what it counts, and the words as written.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "plugins/xlsx_facts/sheets.hpp"
#include "plugins/xlsx_facts/table_sheet.hpp"
#include "plugins/xlsx_facts/values.hpp"

namespace herald::plugins {
namespace {

constexpr std::array<std::string_view, 7> kind_keys = {"kind_count",   "kind_money",   "kind_percent", "kind_duration",
                                                       "kind_measure", "kind_ordinal", "kind_ratio"};

TableCell number_cell(const Decimal& value, const Figure& figure) {
  ExcelNumber number = full_number(value, figure);
  return {xlsx::Number{number.value}, std::move(number.format)};
}

bool is_exact(const Figure& figure) {
  return full_number(figure.value, figure).exact && (!figure.maximum || full_number(*figure.maximum, figure).exact);
}

std::string exact_text(const Figure& figure) {
  return figure.maximum ? fmt::format("{}–{}", figure.value.to_string(), figure.maximum->to_string())
                        : figure.value.to_string();
}

/// The unit as the labels name it, without the number that their pattern has: "{value} سنة". A form that says its
/// number itself, and a unit that the labels lack, leave the name of the model.
std::string unit_name(const Figure& figure, const Labels& labels) {
  if (figure.unit.empty()) return {};
  std::string key = figure.unit == "percent" ? "number.percent" : "unit." + figure.unit;
  std::replace_if(
      key.begin() + 5, key.end(), [](char c) { return c == ' ' || c == '-'; }, '_');
  for (const std::string& form : {key + ".one", key + ".many", key + ".other", key}) {
    const auto found = labels.find(form);
    if (found == labels.end()) continue;
    constexpr std::string_view slot = "{value}";
    std::string name = found->second;
    const std::size_t at = name.find(slot);
    if (at == std::string::npos) continue;
    name.erase(at, slot.size());
    while (name.starts_with(' ') || name.starts_with("\u00A0") || name.starts_with("\u202F"))
      name.erase(0, name.starts_with(' ') ? 1 : name.starts_with("\u00A0") ? 2 : 3);
    if (!name.empty()) return name;
  }
  return figure.unit;
}

void warn_of_digits(const Figure& figure, Diagnostics& diagnostics) {
  warn(diagnostics, "digits-rounded",
       fmt::format("the figure {} ({}) has more than the 15 digits that Excel keeps", figure.id, exact_text(figure)),
       "the column with the exact value holds all of them, as text", figure.provenance.span);
}

}  // namespace

void write_figures(Book& book, Diagnostics& diagnostics) {
  const auto& figures = book.document().facts.figures;
  const bool all_exact = std::all_of(figures.begin(), figures.end(), is_exact);
  std::vector<Column> columns = {
      {"id", ColumnKind::text},      {"counted", ColumnKind::reading}, {"qualifier", ColumnKind::text},
      {"value", ColumnKind::number}, {"maximum", ColumnKind::number},  {"currency", ColumnKind::text},
      {"unit", ColumnKind::text},    {"kind", ColumnKind::text},       {"as_written", ColumnKind::text}};
  if (!all_exact) columns.push_back({"exact_value", ColumnKind::text});
  TableSheet sheet(book, SheetKind::figures, with_provenance(book, std::move(columns)));
  for (const Figure& figure : figures) {
    std::vector<TableCell> cells = {
        {xlsx::Text{figure.id}, {}},
        {xlsx::Text{figure.counted}, {}},
        {xlsx::Text{present_qualifier(figure.qualifier, book.request().resources.labels)}, {}},
        number_cell(figure.value, figure),
        figure.maximum ? number_cell(*figure.maximum, figure) : TableCell{},
        {xlsx::Text{figure.currency}, {}},
        {xlsx::Text{unit_name(figure, book.request().resources.labels)}, {}},
        {xlsx::Text{book.label(kind_keys[static_cast<std::size_t>(figure.kind)])}, {}},
        {xlsx::Text{figure.as_written}, {}}};
    if (!is_exact(figure)) warn_of_digits(figure, diagnostics);
    if (!all_exact) cells.push_back({is_exact(figure) ? xlsx::Content() : xlsx::Text{exact_text(figure)}, {}});
    append_provenance(book, figure.provenance, cells);
    book.add_fact(figure.provenance.sentence, {figure.id, SheetKind::figures, sheet.next_row()});
    sheet.add_row(std::move(cells));
  }
  sheet.finish();
}

}  // namespace herald::plugins
