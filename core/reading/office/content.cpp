// A paragraph's breaks: short lines are lines of their own, as in an address; of longer ones the break is kept as a
// break. A table is data where its rows have cells of a paragraph or two; else it lays the page out, and what
// stands in it is ordinary text.
#include "core/reading/office/content.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/language/text.hpp"

namespace herald::reading {
namespace {

constexpr std::size_t shortest_wrapped_line = 60;
// A cell of more is a column of text.
constexpr std::size_t longest_cell = 600;
constexpr std::size_t most_cell_paragraphs = 2;
// One row is a letterhead with its date, two are a table.
constexpr std::size_t fewest_rows = 2;

InlineKind kind_of(const OfficeMarks& marks) {
  if (!marks.link.empty()) return InlineKind::link;
  if (marks.strong) return InlineKind::strong;
  return marks.emphasis ? InlineKind::emphasis : InlineKind::text;
}

void cut_runs(std::vector<Run>& runs, std::size_t size) {
  for (Run& run : runs) run.end = std::min(run.end, static_cast<std::uint32_t>(size));
  std::erase_if(runs, [](const Run& run) { return run.begin >= run.end; });
}

void trim_end(std::string& text, std::vector<Run>& runs) {
  const std::size_t last = text.find_last_not_of(" \t\n");
  text.resize(last == std::string::npos ? 0 : last + 1);
  cut_runs(runs, text.size());
}

}  // namespace

void OfficeWriter::begin_paragraph() { open_.push_back(std::exchange(left_open_, {})); }

void OfficeWriter::add_text(std::string_view text, const OfficeMarks& marks) {
  if (open_.empty() || text.empty() || is_full()) return;
  Open& open = open_.back();
  const auto begin = static_cast<std::uint32_t>(open.text.size());
  for (const char c : text) {
    // Line ends of the file's own layout; a break that is meant is an element.
    const char kept = c == '\n' || c == '\r' ? ' ' : c;
    const bool needless = kept == ' ' && (open.text.empty() || open.text.back() == ' ' || open.text.back() == '\n');
    if (!needless) open.text += kept;
  }
  bytes_ += open.text.size() - begin;
  const auto end = static_cast<std::uint32_t>(open.text.size());
  const InlineKind kind = kind_of(marks);
  if (end == begin || kind == InlineKind::text) return;
  if (!open.runs.empty() && open.runs.back().kind == kind && open.runs.back().end == begin &&
      open.runs.back().target == marks.link) {
    open.runs.back().end = end;
  } else {
    open.runs.push_back({kind, kind == InlineKind::link ? std::string(marks.link) : std::string(), begin, end});
  }
}

void OfficeWriter::add_break() {
  if (open_.empty() || is_full()) return;
  Open& open = open_.back();
  while (!open.text.empty() && (open.text.back() == ' ' || open.text.back() == '\t')) open.text.pop_back();
  cut_runs(open.runs, open.text.size());
  if (!open.text.empty()) open.text += '\n';
  ++bytes_;
}

void OfficeWriter::add_page_break() {
  add_break();
  add_break();
}

void OfficeWriter::add_picture(std::string_view name, std::string_view description) {
  if (name.empty() || is_full()) return;
  bytes_ += name.size() + description.size();
  Picture picture{std::string(name), std::string(description)};
  if (!open_.empty() && !open_.back().text.empty())
    open_.back().pictures.push_back(std::move(picture));
  else
    put_picture(picture);
}

void OfficeWriter::put_picture(const Picture& picture) {
  OfficeBlock image;
  image.kind = OfficeKind::image;
  image.text = language::fold_space(picture.name);
  if (image.text.empty()) return;
  OfficeBlock caption;
  caption.kind = OfficeKind::caption;
  caption.text = language::fold_space(picture.description);
  const bool says_more = !caption.text.empty() && caption.text != image.text;
  blocks_.push_back(std::move(image));
  if (says_more) blocks_.push_back(std::move(caption));
}

void OfficeWriter::flush_line(Open& open, OfficeBlock properties) {
  trim_end(open.text, open.runs);
  if (!language::trim(open.text).empty()) {
    properties.text = std::move(open.text);
    properties.runs = std::move(open.runs);
    blocks_.push_back(std::move(properties));
  }
  open.text.clear();
  open.runs.clear();
}

void OfficeWriter::end_paragraph(OfficeKind kind, std::uint8_t level, bool ordered, std::uint32_t list) {
  if (open_.empty()) return;
  Open open = std::move(open_.back());
  open_.pop_back();
  OfficeBlock properties;
  properties.kind = kind;
  properties.level = level;
  properties.ordered = ordered;
  properties.list = list;
  trim_end(open.text, open.runs);
  Open line;
  std::size_t run = 0;
  for (std::size_t at = 0; at < open.text.size();) {
    const std::size_t end = std::min(open.text.find('\n', at), open.text.size());
    const std::size_t next = std::min(open.text.find_first_not_of('\n', end), open.text.size());
    const auto offset = static_cast<std::uint32_t>(at);
    const auto shift = static_cast<std::uint32_t>(line.text.size());
    line.text.append(open.text, at, end - at);
    // A run over a break goes on in the next line.
    while (run < open.runs.size() && open.runs[run].begin < end) {
      const Run& one = open.runs[run];
      const std::uint32_t begin = std::max(one.begin, offset);
      const std::uint32_t stop = std::min(one.end, static_cast<std::uint32_t>(end));
      if (begin < stop) line.runs.push_back({one.kind, one.target, begin - offset + shift, stop - offset + shift});
      if (one.end > end) break;
      ++run;
    }
    const bool is_paragraph_end = next - end >= 2 || next == open.text.size();
    const bool is_line_end = kind == OfficeKind::paragraph && end - at < shortest_wrapped_line && shift == 0;
    if (is_paragraph_end || is_line_end) {
      flush_line(line, properties);
      properties.tight = !is_paragraph_end;
    } else {
      const auto here = static_cast<std::uint32_t>(line.text.size());
      line.runs.push_back({InlineKind::line_break, {}, here, here + 1});
      line.text += '\n';
    }
    at = next;
  }
  for (const Picture& picture : open.pictures) put_picture(picture);
}

void OfficeWriter::leave_paragraph_open() {
  if (open_.empty()) return;
  left_open_ = std::move(open_.back());
  open_.pop_back();
}

void OfficeWriter::flush_left_open() {
  if (left_open_.text.empty() && left_open_.pictures.empty()) return;
  begin_paragraph();
  end_paragraph(OfficeKind::paragraph);
}

void OfficeWriter::begin_table() {
  flush_left_open();
  tables_.push_back({blocks_.size(), {}});
}

void OfficeWriter::begin_row() {
  if (tables_.empty()) return;
  tables_.back().rows.push_back({blocks_.size(), {}, false});
}

void OfficeWriter::begin_cell() {
  if (tables_.empty() || tables_.back().rows.empty()) return;
  tables_.back().rows.back().cells.push_back({blocks_.size(), blocks_.size()});
}

void OfficeWriter::end_cell() {
  flush_left_open();
  if (tables_.empty() || tables_.back().rows.empty() || tables_.back().rows.back().cells.empty()) return;
  tables_.back().rows.back().cells.back().end = blocks_.size();
}

bool OfficeWriter::is_data(const Row& row) const {
  std::size_t filled = 0;
  for (const Cell& cell : row.cells) {
    if (cell.end - cell.begin > most_cell_paragraphs) return false;
    if (cell.end > cell.begin) ++filled;
    std::size_t size = 0;
    for (std::size_t i = cell.begin; i < cell.end; ++i) {
      if (blocks_[i].kind != OfficeKind::paragraph && blocks_[i].kind != OfficeKind::heading) return false;
      size += blocks_[i].text.size();
    }
    if (size > longest_cell) return false;
  }
  return filled >= 2;
}

void OfficeWriter::end_row() {
  if (tables_.empty() || tables_.back().rows.empty()) return;
  Row& row = tables_.back().rows.back();
  row.is_data = is_data(row);
}

void OfficeWriter::drop_row() {
  if (tables_.empty() || tables_.back().rows.empty()) return;
  blocks_.resize(tables_.back().rows.back().begin);
  tables_.back().rows.pop_back();
}

OfficeBlock OfficeWriter::join_cells(const Row& row, std::uint32_t list) {
  OfficeBlock joined;
  joined.kind = OfficeKind::table_row;
  joined.list = list;
  for (const Cell& cell : row.cells) {
    if (cell.begin == cell.end) continue;
    if (!joined.text.empty()) joined.text += '\t';
    const auto begin = static_cast<std::uint32_t>(joined.text.size());
    for (std::size_t i = cell.begin; i < cell.end; ++i) {
      if (i > cell.begin) joined.text += '\n';
      joined.text += blocks_[i].text;
    }
    joined.runs.push_back({InlineKind::text, {}, begin, static_cast<std::uint32_t>(joined.text.size())});
  }
  return joined;
}

void OfficeWriter::end_table() {
  if (tables_.empty()) return;
  const Table table = std::move(tables_.back());
  tables_.pop_back();
  const auto data_rows = static_cast<std::size_t>(
      std::count_if(table.rows.begin(), table.rows.end(), [](const Row& row) { return row.is_data; }));
  if (data_rows < fewest_rows) return;
  const std::uint32_t list = first_table_number + table_count_++;
  std::vector<OfficeBlock> rebuilt;
  std::size_t at = table.begin;
  const auto keep_until = [&](std::size_t end) {
    for (; at < end; ++at) rebuilt.push_back(std::move(blocks_[at]));
  };
  for (const Row& row : table.rows) {
    if (!row.is_data) continue;
    keep_until(row.begin);
    rebuilt.push_back(join_cells(row, list));
    at = row.cells.back().end;
  }
  keep_until(blocks_.size());
  blocks_.resize(table.begin);
  std::move(rebuilt.begin(), rebuilt.end(), std::back_inserter(blocks_));
}

std::vector<OfficeBlock> OfficeWriter::take() {
  while (!open_.empty()) end_paragraph(OfficeKind::paragraph);
  flush_left_open();
  return std::exchange(blocks_, {});
}

}  // namespace herald::reading
