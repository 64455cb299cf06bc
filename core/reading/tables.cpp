// A table is two lines or more with the same number of cells. One line with a tab in it is a line with
// a tab in it.
#include "core/reading/tables.hpp"

#include <algorithm>

#include "core/language/text.hpp"
#include "core/reading/markers.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

// Longer lines are paragraphs whose lost punctuation left gaps, not rows.
constexpr std::uint32_t widest_row = 400;
constexpr std::size_t most_cells = 64;

enum class Columns : std::uint8_t { none, bars, tabs, gaps };

struct Row {
  Columns columns = Columns::none;
  std::vector<Span> cells;
};

void add_cell(std::vector<Span>& cells, std::string_view source, std::uint32_t begin, std::uint32_t end) {
  const std::string_view cell = language::trim(source.substr(begin, end - begin));
  if (cell.empty() || cells.size() >= most_cells) return;
  const auto offset = static_cast<std::uint32_t>(cell.data() - source.data());
  cells.push_back({offset, offset + static_cast<std::uint32_t>(cell.size())});
}

/// Cuts at every byte for which `is_cut` says so.
template <typename Predicate>
std::vector<Span> cut(std::string_view source, Span line, Predicate is_cut) {
  std::vector<Span> cells;
  std::uint32_t begin = line.begin;
  for (std::uint32_t at = line.begin; at < line.end; ++at) {
    if (!is_cut(at)) continue;
    add_cell(cells, source, begin, at);
    begin = at + 1;
  }
  add_cell(cells, source, begin, line.end);
  return cells;
}

Row read_row(std::string_view source, const Line& line) {
  if (line.width > widest_row || line.same_line) return {};
  const std::string_view text = source.substr(line.span.begin, line.span.size());
  const auto is_byte = [&](char byte) { return [&source, byte](std::uint32_t at) { return source[at] == byte; }; };
  if (std::count(text.begin(), text.end(), '|') >= 2) return {Columns::bars, cut(source, line.span, is_byte('|'))};
  if (match_marker(text).kind != Marker::none) return {};
  if (text.find('\t') != std::string_view::npos) return {Columns::tabs, cut(source, line.span, is_byte('\t'))};
  // Three spaces and more between two words on a line are set there to align it.
  const auto in_gap = [&](std::uint32_t at) {
    return source[at] == ' ' && at + 2 < line.span.end && source[at + 1] == ' ' && source[at + 2] == ' ';
  };
  if (text.find("   ") != std::string_view::npos) return {Columns::gaps, cut(source, line.span, in_gap)};
  return {};
}

bool is_like(const Row& row, const Row& first) {
  if (row.columns != first.columns || row.cells.size() < 2) return false;
  // Bars name their cells; an empty cell leaves a row of tabs or gaps one short.
  if (row.columns == Columns::bars) return true;
  const std::size_t fewer = std::min(row.cells.size(), first.cells.size());
  const std::size_t more = std::max(row.cells.size(), first.cells.size());
  return more == fewer || (more > 2 && more - fewer == 1);
}

}  // namespace

std::size_t count_table_rows(std::string_view source, const std::vector<Line>& lines, std::size_t first) {
  const Row head = read_row(source, lines[first]);
  if (!is_like(head, head)) return 0;
  std::size_t rows = 1;
  while (first + rows < lines.size() && !lines[first + rows].blank_before &&
         is_like(read_row(source, lines[first + rows]), head)) {
    ++rows;
  }
  return rows >= 2 ? rows : 0;
}

void draft_table(Reading& reading, const std::vector<Line>& lines, std::size_t first, std::size_t rows) {
  const std::uint32_t group = reading.next_group++;
  for (std::size_t i = first; i < first + rows; ++i) {
    Draft draft;
    draft.span = lines[i].span;
    draft.content = draft.span;
    draft.width = lines[i].width;
    draft.indent = lines[i].indent;
    draft.blank_before = lines[i].blank_before;
    bool ruled_only = true;  // "|---|---|", the line under a table's head
    for (const Span cell : read_row(reading.source, lines[i]).cells) {
      if (!draft.text.empty()) draft.text.append_replacement(" ", {cell.begin, cell.begin});
      const auto begin = static_cast<std::uint32_t>(draft.text.text().size());
      draft.text.append_source(reading.source, cell);
      draft.runs.push_back({InlineKind::text, {}, begin, static_cast<std::uint32_t>(draft.text.text().size())});
      ruled_only = ruled_only && !has_word(reading.source.substr(cell.begin, cell.size()));
    }
    draft.group = ruled_only ? 0 : group;
    settle(draft, ruled_only ? BlockKind::noise : BlockKind::table);
    reading.drafts.push_back(std::move(draft));
  }
}

}  // namespace herald::reading
