// One sheet as the caller describes it: cells in any order, tables, lists of choices, how it prints.
// It is only a description: nothing is checked or written before Workbook::write() (workbook.hpp).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "formats/xlsx/cell.hpp"
#include "formats/xlsx/style.hpp"

namespace herald::xlsx {

struct PlacedCell {
  Position position;
  Content content;
  StyleId style{};
};

/// How wide a column may become, in digits of Excel's default font: it fits its content between the
/// two. Text beyond the maximum needs a style that wraps. 60 is what a line of reading text bears.
struct ColumnWidth {
  double minimum = 6;
  double maximum = 60;
};

enum class Filter : std::uint8_t { no, yes };

struct Header {
  std::string text;
  StyleId style{};
};

/// A real Excel table over cells that are already put: headers in `first_row`, which this writes, data
/// from the next row to `last_row` (a table has at least one). `stripe` fills every second row of it.
struct Table {
  std::string name;
  Position first;
  std::uint32_t last_row = 0;
  std::vector<Header> headers;
  Filter filter = Filter::yes;
  std::optional<Colour> stripe = std::nullopt;
};

/// Cells of one column, `first` to `last_row`, that take one of the choices, offered as a drop-down list.
struct ChoiceList {
  Position first;
  std::uint32_t last_row = 0;
  std::vector<std::string> choices;
  std::string error_title = {};
  std::string error_message = {};
};

/// Cells of one column that are filled with a colour where their text equals `value`.
struct Highlight {
  Position first;
  std::uint32_t last_row = 0;
  std::string value;
  Colour colour = 0;
  Colour fill = 0;
};

enum class Direction : std::uint8_t { left_to_right, right_to_left };
enum class Orientation : std::uint8_t { portrait, landscape };
enum class Paper : std::uint8_t { a4, letter };
enum class GridLines : std::uint8_t { shown, hidden };

/// How the sheet opens and prints. `frozen_rows` and `frozen_columns` stay in view; `repeated_rows` are
/// printed at the head of every page; a page is as wide as the sheet. The footer's two texts stand at
/// its start and end; "&P" in `footer_end` is the page's number, "&N" the number of pages.
struct SheetSettings {
  Direction direction = Direction::left_to_right;
  Orientation orientation = Orientation::landscape;
  Paper paper = Paper::a4;
  GridLines grid_lines = GridLines::shown;
  std::uint32_t frozen_rows = 0;
  std::uint32_t frozen_columns = 0;
  std::uint32_t repeated_rows = 0;
  std::string footer_start;
  std::string footer_end;
  std::optional<Colour> tab_colour;
};

class Sheet {
 public:
  explicit Sheet(std::string name) : name_(std::move(name)) {}

  void put(Position position, Content content, StyleId style) {
    cells_.push_back({position, std::move(content), style});
  }
  void set_column(std::uint32_t column, ColumnWidth width) { columns_[column] = width; }
  void set_row_height(std::uint32_t row, double points) { row_heights_[row] = points; }
  void add_table(Table table) { tables_.push_back(std::move(table)); }
  void add_choices(ChoiceList list) { choices_.push_back(std::move(list)); }
  void add_highlight(Highlight highlight) { highlights_.push_back(std::move(highlight)); }
  SheetSettings& settings() noexcept { return settings_; }

  const std::string& name() const noexcept { return name_; }
  const std::vector<PlacedCell>& cells() const noexcept { return cells_; }
  const std::map<std::uint32_t, ColumnWidth>& columns() const noexcept { return columns_; }
  const std::map<std::uint32_t, double>& row_heights() const noexcept { return row_heights_; }
  const std::vector<Table>& tables() const noexcept { return tables_; }
  const std::vector<ChoiceList>& choices() const noexcept { return choices_; }
  const std::vector<Highlight>& highlights() const noexcept { return highlights_; }
  const SheetSettings& settings() const noexcept { return settings_; }

 private:
  std::string name_;
  std::vector<PlacedCell> cells_;
  std::map<std::uint32_t, ColumnWidth> columns_;
  std::map<std::uint32_t, double> row_heights_;
  std::vector<Table> tables_;
  std::vector<ChoiceList> choices_;
  std::vector<Highlight> highlights_;
  SheetSettings settings_;
};

}  // namespace herald::xlsx
