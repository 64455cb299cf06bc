// The looks of the columns are decided here and nowhere else.
#include "plugins/xlsx_facts/table_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "formats/xlsx/date.hpp"

namespace herald::plugins {
namespace {

constexpr double short_text_width = 34;  // a name with its title

// The colours of the review, chosen to be told apart in grey as well; the word says it in any case.
constexpr xlsx::Colour confirmed_ink = 0x1E5B34;
constexpr xlsx::Colour confirmed_fill = 0xE3F1E7;
constexpr xlsx::Colour wrong_ink = 0x8E1B1B;
constexpr xlsx::Colour wrong_fill = 0xF7D9D7;

}  // namespace

TableSheet::TableSheet(Book& book, SheetKind kind, std::vector<Column> columns)
    : book_(book), kind_(kind), sheet_(book.sheet(kind)), columns_(std::move(columns)) {
  for (std::uint32_t i = 0; i < columns_.size(); ++i) {
    styles_.push_back(column_style(columns_[i].kind));
    const bool reading = columns_[i].kind == ColumnKind::reading;
    sheet_.set_column(i, {.minimum = 6, .maximum = reading ? book_.theme().maximum_width : short_text_width});
    book_.add_legend(
        {sheet_.name(), book_.label(columns_[i].key), book_.label(fmt::format("explain_{}", columns_[i].key))});
  }
}

xlsx::Style TableSheet::column_style(ColumnKind kind) const {
  xlsx::Style style = kind == ColumnKind::link ? book_.link_style() : book_.base_style();
  style.bottom_border = book_.theme().hairline;
  style.vertical_align = xlsx::VerticalAlign::middle;
  style.indent = 1;  // numbers and the text of the next column would otherwise touch
  style.align = kind == ColumnKind::number ? xlsx::Align::right : xlsx::Align::start;
  if (kind == ColumnKind::text || kind == ColumnKind::reading || kind == ColumnKind::link ||
      book_.profile() == Profile::accessible)
    style.wrap = xlsx::Wrap::yes;
  if (kind == ColumnKind::date) style.number_format = "yyyy-mm-dd";  // read the same in every country
  if (kind == ColumnKind::number) style.number_format = "#,##0";
  return style;
}

xlsx::StyleId TableSheet::header_style(ColumnKind kind) {
  xlsx::Style style = book_.base_style();
  style.weight = xlsx::Weight::bold;
  style.colour = book_.theme().head_text;
  style.fill = book_.theme().head;
  style.indent = 1;
  style.align = kind == ColumnKind::number ? xlsx::Align::right : xlsx::Align::start;
  style.vertical_align = xlsx::VerticalAlign::middle;
  style.wrap = xlsx::Wrap::yes;
  return book_.style(style);
}

void TableSheet::add_row(std::vector<TableCell> cells) {
  cells.resize(columns_.size());
  for (std::uint32_t i = 0; i < columns_.size(); ++i) {
    const bool is_link = std::holds_alternative<xlsx::SheetLink>(cells[i].content) ||
                         std::holds_alternative<xlsx::WebLink>(cells[i].content);
    // Only what can be followed looks like a link, in whichever column it stands.
    const ColumnKind plain = columns_[i].kind == ColumnKind::link ? ColumnKind::text : columns_[i].kind;
    const ColumnKind kind = is_link ? ColumnKind::link : plain;
    xlsx::Style style = kind == columns_[i].kind ? styles_[i] : column_style(kind);
    if (!cells[i].number_format.empty()) style.number_format = book_.number_format(std::move(cells[i].number_format));
    sheet_.put({next_row_, i}, std::move(cells[i].content), book_.style(style));
  }
  ++next_row_;
}

void TableSheet::finish() {
  const bool empty = next_row_ == 1;
  if (empty) {
    xlsx::Style style = book_.base_style();
    style.colour = book_.theme().muted;
    style.align = xlsx::Align::start;
    style.indent = 1;
    sheet_.put({1, 0}, xlsx::Text{book_.label("none_found")}, book_.style(style));
    next_row_ = 2;
  }
  xlsx::Table table;
  table.name = sheet_key(kind_);
  table.last_row = next_row_ - 1;
  const bool analysis = book_.profile() == Profile::analysis;
  table.filter = analysis && !empty ? xlsx::Filter::yes : xlsx::Filter::no;
  if (analysis && !empty) table.stripe = book_.theme().stripe;
  for (std::uint32_t i = 0; i < columns_.size(); ++i) {
    table.headers.push_back({book_.label(columns_[i].key), header_style(columns_[i].kind)});
    if (columns_[i].kind == ColumnKind::review && !empty) add_review(i);
  }
  sheet_.add_table(std::move(table));
  sheet_.settings().repeated_rows = 1;
  sheet_.settings().grid_lines = xlsx::GridLines::hidden;
  if (analysis) sheet_.settings().frozen_rows = 1;
}

void TableSheet::add_review(std::uint32_t column) {
  const std::string confirmed = book_.label("review_confirmed");
  const std::string wrong = book_.label("review_wrong");
  sheet_.add_choices({.first = {1, column},
                      .last_row = next_row_ - 1,
                      .choices = {book_.label("review_unchecked"), confirmed, wrong},
                      .error_title = book_.label("review"),
                      .error_message = book_.label("explain_review")});
  sheet_.add_highlight({{1, column}, next_row_ - 1, confirmed, confirmed_ink, confirmed_fill});
  sheet_.add_highlight({{1, column}, next_row_ - 1, wrong, wrong_ink, wrong_fill});
}

std::vector<Column> with_provenance(const Book& book, std::vector<Column> columns) {
  columns.insert(columns.end(), {{"sentence", ColumnKind::link},
                                 {"paragraph", ColumnKind::number},
                                 {"confidence", ColumnKind::number},
                                 {"rule", ColumnKind::text}});
  if (book.has_manual_facts()) columns.push_back({"origin", ColumnKind::text});
  columns.push_back({"review", ColumnKind::review});
  return columns;
}

void append_provenance(Book& book, const Provenance& provenance, std::vector<TableCell>& cells) {
  static constexpr std::string_view origins[] = {"origin_extracted", "origin_corrected", "origin_manual"};
  const std::uint32_t paragraph = book.paragraph(provenance.sentence);
  cells.push_back({book.sentence_link(provenance.sentence), {}});
  cells.push_back({paragraph > 0 ? xlsx::Content(xlsx::Number{static_cast<double>(paragraph)}) : xlsx::Content(), {}});
  cells.push_back(
      {std::isfinite(provenance.confidence) ? xlsx::Content(xlsx::Number{provenance.confidence}) : xlsx::Content(),
       "0%"});
  cells.push_back({xlsx::Text{provenance.rule}, {}});
  if (book.has_manual_facts())
    cells.push_back({xlsx::Text{book.label(origins[static_cast<std::size_t>(provenance.origin)])}, {}});
  cells.push_back({xlsx::Text{book.label("review_unchecked")}, {}});
}

void append_mentions(Book& book, const FactPlace& fact, const std::vector<Provenance>& mentions,
                     std::vector<TableCell>& cells) {
  std::vector<std::uint32_t> sentences;
  for (const Provenance& mention : mentions) sentences.push_back(mention.sentence);
  std::sort(sentences.begin(), sentences.end());
  sentences.erase(std::unique(sentences.begin(), sentences.end()), sentences.end());
  std::vector<std::string> names;
  for (const std::uint32_t sentence : sentences) {
    names.push_back(book.sentence_id(sentence));
    book.add_fact(sentence, fact);
  }
  cells.push_back({xlsx::Number{static_cast<double>(mentions.size())}, {}});
  cells.push_back({xlsx::Text{fmt::format("{}", fmt::join(names, ", "))}, {}});
  if (!mentions.empty()) append_provenance(book, mentions.front(), cells);
}

xlsx::Content day_content(std::string_view iso_date, DateEdge edge) {
  if (iso_date.empty()) return {};
  std::string day(iso_date);
  if (day.size() == 4) day += edge == DateEdge::low ? "-01" : "-12";
  if (day.size() == 7) {
    if (const auto first = xlsx::serial_day(day + "-01"); first && edge == DateEdge::high) {
      // 31 days on is always in the next month; its day of the month says how far to go back.
      const std::chrono::sys_days next{std::chrono::days(static_cast<int>(*first) - 25'569 + 31)};
      const auto day_of_month = static_cast<unsigned>(std::chrono::year_month_day{next}.day());
      return xlsx::Day{*first + 31 - day_of_month};
    }
    day += "-01";
  }
  if (const auto serial = xlsx::serial_day(day)) return xlsx::Day{*serial};
  return xlsx::Text{std::string(iso_date)};
}

}  // namespace herald::plugins
