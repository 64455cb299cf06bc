// A sheet that is one table from A1: what all sheets but the summary are. It brings columns and rows into
// the theme's look and the chosen profile, and writes the legend of its columns as it goes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plugins/xlsx_facts/book.hpp"

namespace herald::plugins {

enum class ColumnKind : std::uint8_t {
  text,     // short: names, codes
  reading,  // sentences: as wide as the template allows, wrapped
  number,
  date,
  link,
  review  // a drop-down list of what a reader found
};

/// `key` names the column in the labels ("sheet.<key>") and, as "sheet.explain_<key>", its meaning.
struct Column {
  std::string_view key;
  ColumnKind kind = ColumnKind::text;
};

/// `number_format`, where not empty, replaces that of the column.
struct TableCell {
  xlsx::Content content;
  std::string number_format;
};

class TableSheet {
 public:
  TableSheet(Book& book, SheetKind kind, std::vector<Column> columns);

  /// One cell a column; fewer leave the rest blank.
  void add_row(std::vector<TableCell> cells);

  /// The sheet's row that the next add_row() will fill, from 0.
  std::uint32_t next_row() const noexcept { return next_row_; }

  /// Makes the table. A sheet without rows says so in one, because a table needs a row.
  void finish();

 private:
  xlsx::Style column_style(ColumnKind kind) const;
  xlsx::StyleId header_style(ColumnKind kind);
  void add_review(std::uint32_t column);

  Book& book_;
  SheetKind kind_;
  xlsx::Sheet& sheet_;
  std::vector<Column> columns_;
  std::vector<xlsx::Style> styles_;
  std::uint32_t next_row_ = 1;
};

/// What every fact ends with: its sentence, paragraph, confidence, rule and the reader's review; and its
/// origin where a person has corrected or added facts.
std::vector<Column> with_provenance(const Book& book, std::vector<Column> columns);
void append_provenance(Book& book, const Provenance& provenance, std::vector<TableCell>& cells);

/// The same for a fact that is mentioned more than once: how often, in which sentences, then the first
/// mention's provenance. Each sentence learns of the fact.
void append_mentions(Book& book, const FactPlace& fact, const std::vector<Provenance>& mentions,
                     std::vector<TableCell>& cells);

/// A date of any precision as a real day, where Excel has it, else as it is written: low gives its
/// first day, high its last ("2025-01": 2025-01-01 and 2025-01-31).
enum class DateEdge : std::uint8_t { low, high };
xlsx::Content day_content(std::string_view iso_date, DateEdge edge);

}  // namespace herald::plugins
