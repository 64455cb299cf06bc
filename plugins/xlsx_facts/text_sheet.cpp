// The whole text, a row a sentence, with the facts that were found in each.
#include <fmt/format.h>

#include <array>
#include <string>
#include <vector>

#include "plugins/xlsx_facts/sheets.hpp"
#include "plugins/xlsx_facts/table_sheet.hpp"

namespace herald::plugins {
namespace {

constexpr std::array<std::string_view, 15> block_keys = {
    "block_title",     "block_standfirst", "block_date_line",   "block_status",   "block_heading",
    "block_paragraph", "block_list_item",  "block_quote",       "block_image",    "block_caption",
    "block_table",     "block_contact",    "block_boilerplate", "block_end_mark", "block_noise"};
static_assert(static_cast<std::size_t>(BlockKind::noise) + 1 == block_keys.size());

// S for a sentence, B for a block or a part of one that is none.
std::string row_id(const Book& book, const TextRow& row) {
  std::string id = row.sentence ? book.sentence_id(*row.sentence) : fmt::format("B{}", std::uint64_t{row.block} + 1);
  return row.part > 0 ? fmt::format("{}.{}", id, row.part + 1) : id;
}

xlsx::Content facts_content(const Book& book, const TextRow& row) {
  const auto* facts = row.sentence && row.part == 0 ? book.facts_of(*row.sentence) : nullptr;
  if (facts == nullptr) return {};
  std::vector<std::string> ids;
  for (const FactPlace& fact : *facts) ids.push_back(fact.id);
  const FactPlace& first = facts->front();
  return book.sheet_link(first.sheet, fmt::format("{}", fmt::join(ids, ", ")), {first.row, 0});
}

// One address can be a link; a cell has no more than one.
xlsx::Content addresses_content(const TextRow& row) {
  if (row.addresses.empty()) return {};
  const std::string all = fmt::format("{}", fmt::join(row.addresses, "\n"));
  if (row.addresses.size() > 1) return xlsx::Text{all};
  return xlsx::WebLink{all, row.addresses.front()};
}

}  // namespace

void write_text(Book& book) {
  const std::vector<TextRow>& rows = book.text_rows();
  const Document& document = book.document();
  std::vector<Column> columns = {{"sentence_id", ColumnKind::text},
                                 {"paragraph", ColumnKind::number},
                                 {"block", ColumnKind::text},
                                 {"text_column", ColumnKind::reading},
                                 {"facts", ColumnKind::link}};
  bool any_address = false;
  for (const TextRow& row : rows) any_address = any_address || !row.addresses.empty();
  if (any_address) columns.push_back({"addresses", ColumnKind::link});
  TableSheet sheet(book, SheetKind::text, std::move(columns));
  for (const TextRow& row : rows) {
    const Block& block = document.blocks[row.block];
    const std::string_view kind = row.dateline ? "block_dateline" : block_keys[static_cast<std::size_t>(block.kind)];
    std::vector<TableCell> cells = {
        {xlsx::Text{row_id(book, row)}, {}},
        {block.number > 0 ? xlsx::Content(xlsx::Number{static_cast<double>(block.number)}) : xlsx::Content(), {}},
        {xlsx::Text{book.label(kind)}, {}},
        {xlsx::Text{row.text}, {}},
        {facts_content(book, row), {}}};
    if (any_address) cells.push_back({addresses_content(row), {}});
    sheet.add_row(std::move(cells));
  }
  sheet.finish();
}

}  // namespace herald::plugins
