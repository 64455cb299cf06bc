// The limits are Excel's own ("Excel specifications and limits") and, where libxlsxwriter 1.1.4 copies
// into buffers of a fixed size, those of its buffers.
#include "formats/xlsx/checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "formats/xlsx/names.hpp"
#include "formats/xlsx/text.hpp"
#include "formats/xlsx/workbook.hpp"

namespace herald::xlsx {
namespace {

// Excel allows 200 to 250 number formats of one's own, by language; beyond it drops the file's styles.
constexpr std::size_t maximum_number_formats = 200;
constexpr std::size_t maximum_styles = 64'000;
// Excel: 255 characters with the commas. Counted in bytes, because libxlsxwriter 1.1.4 measures the
// list in characters and copies it in bytes into a buffer of that size.
constexpr std::size_t maximum_choice_bytes = 255;
constexpr std::size_t maximum_header_units = 255;

class Checker {
 public:
  explicit Checker(const Workbook& workbook) : workbook_(workbook) {}

  std::vector<std::string> run() {
    check_creation();
    check_names();
    check_styles();
    for (const Sheet& sheet : workbook_.sheets()) {
      sheet_ = &sheet;
      for (const PlacedCell& cell : sheet.cells()) check_cell(cell);
      for (const Table& table : sheet.tables()) check_table(table);
      check_overlaps();
      for (const ChoiceList& list : sheet.choices()) check_choices(list);
    }
    return std::move(violations_);
  }

 private:
  void add(std::string violation) { violations_.push_back(std::move(violation)); }

  void add(Position position, const std::string& what) {
    add(fmt::format("sheet '{}', cell {}: {}", sheet_->name(), cell_name(position.row, position.column), what));
  }

  void check_creation() {
    const std::int64_t created = workbook_.properties().created;
    if (created != 0 && (created < earliest_creation || created > latest_creation))
      add(fmt::format("the creation time {} is not between the years 1980 and 9999 (seconds since 1970)", created));
  }

  void check_names() {
    if (workbook_.sheets().empty()) add("the workbook has no sheet");
    std::set<std::string> sheets;
    std::set<std::string> tables;
    for (const Sheet& sheet : workbook_.sheets()) {
      if (const std::string problem = sheet_name_problem(sheet.name()); !problem.empty())
        add(fmt::format("the sheet name '{}' {}", sheet.name(), problem));
      if (!sheets.insert(fold_capitals(sheet.name())).second)
        add(fmt::format("two sheets are named '{}'", sheet.name()));
      for (const Table& table : sheet.tables()) {
        if (const std::string problem = table_name_problem(table.name); !problem.empty())
          add(fmt::format("the table name '{}' {}", table.name, problem));
        if (!tables.insert(fold_capitals(table.name)).second) add(fmt::format("two tables are named '{}'", table.name));
      }
    }
  }

  void check_styles() {
    std::set<std::string> number_formats;
    for (const Style& style : workbook_.styles()) {
      if (!style.number_format.empty()) number_formats.insert(style.number_format);
      Changes changes;
      if (clean_line(style.number_format, changes, 255) != style.number_format)
        add(fmt::format("the number format '{}' is not one line of at most 255 characters", style.number_format));
      if (style.font.empty() || utf16_length(style.font) > 31)
        add(fmt::format("the font name '{}' is empty or longer than 31 characters", style.font));
      if (!(style.size >= 1 && style.size <= 409))
        add(fmt::format("a font size of {} points is outside 1 to 409", style.size));
    }
    if (number_formats.size() > maximum_number_formats)
      add(fmt::format("{} number formats, of at most {}", number_formats.size(), maximum_number_formats));
    if (workbook_.styles().size() > maximum_styles)
      add(fmt::format("{} styles, of at most {}", workbook_.styles().size(), maximum_styles));
  }

  bool on_sheet(Position position) {
    if (position.row < maximum_rows && position.column < maximum_columns) return true;
    add(fmt::format("sheet '{}': row {}, column {} is beyond the {} rows and {} columns of a sheet", sheet_->name(),
                    position.row + std::uint64_t{1}, position.column + std::uint64_t{1}, maximum_rows,
                    maximum_columns));
    return false;
  }

  void check_style(Position position, StyleId style) {
    if (static_cast<std::size_t>(style) >= workbook_.styles().size())
      add(position, "its style is not of this workbook");
  }

  void check_cell(const PlacedCell& cell) {
    if (!on_sheet(cell.position)) return;
    check_style(cell.position, cell.style);
    if (const auto* number = std::get_if<Number>(&cell.content); number != nullptr && !std::isfinite(number->value))
      add(cell.position, "is not a finite number, which a workbook cannot hold");
    if (const auto* day = std::get_if<Day>(&cell.content);
        day != nullptr && !(day->serial >= 61 && day->serial < 2'958'466))
      add(cell.position, "is not a day between 1900-03-01 and 9999-12-31");
    if (const auto* link = std::get_if<SheetLink>(&cell.content)) {
      const auto& sheets = workbook_.sheets();
      const bool known =
          std::any_of(sheets.begin(), sheets.end(), [&](const Sheet& sheet) { return sheet.name() == link->sheet; });
      if (!known) add(cell.position, fmt::format("links to a sheet '{}' that is not there", link->sheet));
      on_sheet(link->target);
    }
  }

  void check_table(const Table& table) {
    const std::uint32_t last_column = table.first.column + static_cast<std::uint32_t>(table.headers.size()) - 1;
    if (table.headers.empty()) return add(table.first, fmt::format("the table '{}' has no column", table.name));
    if (!on_sheet({table.last_row, last_column})) return;
    if (table.last_row <= table.first.row)
      add(table.first, fmt::format("the table '{}' has no row under its headers", table.name));
    std::set<std::string> headers;
    for (const Header& header : table.headers) {
      check_style(table.first, header.style);
      if (header.text.empty()) add(table.first, fmt::format("the table '{}' has an empty header", table.name));
      Changes changes;
      if (clean_line(header.text, changes, maximum_header_units) != header.text ||
          escaped_length(header.text) > maximum_header_units)
        add(table.first, fmt::format("the header '{}' is not one line of at most 255 characters", header.text));
      if (!headers.insert(fold_capitals(header.text)).second)
        add(table.first, fmt::format("the table '{}' has two headers '{}'", table.name, header.text));
    }
  }

  void check_overlaps() {
    const auto& tables = sheet_->tables();
    const auto overlap = [](const Table& a, const Table& b) {
      const auto columns = [](const Table& table) { return static_cast<std::uint32_t>(table.headers.size()); };
      return a.first.row <= b.last_row && b.first.row <= a.last_row && a.first.column < b.first.column + columns(b) &&
             b.first.column < a.first.column + columns(a);
    };
    for (std::size_t i = 0; i < tables.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (overlap(tables[i], tables[j]))
          add(tables[i].first, fmt::format("the tables '{}' and '{}' overlap", tables[j].name, tables[i].name));
  }

  void check_choices(const ChoiceList& list) {
    if (!on_sheet({list.last_row, list.first.column})) return;
    if (list.choices.empty()) add(list.first, "its list of choices is empty");
    std::size_t bytes = 0;
    for (const std::string& choice : list.choices) {
      bytes += choice.size() + 1;
      Changes changes;
      if (choice.empty() || choice.find_first_of(",\"") != std::string::npos ||
          clean_line(choice, changes, maximum_cell_units) != choice)
        add(list.first, fmt::format("the choice '{}' is empty or has a comma, a quote or a line end", choice));
    }
    if (bytes > maximum_choice_bytes + 1)
      add(list.first, fmt::format("its choices take {} bytes, of at most {}", bytes - 1, maximum_choice_bytes));
  }

  const Workbook& workbook_;
  const Sheet* sheet_ = nullptr;
  std::vector<std::string> violations_;
};

}  // namespace

std::vector<std::string> find_violations(const Workbook& workbook) { return Checker(workbook).run(); }

std::string cell_name(std::uint32_t row, std::uint32_t column) {
  std::string letters;
  for (std::uint64_t rest = std::uint64_t{column} + 1; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters + std::to_string(std::uint64_t{row} + 1);
}

}  // namespace herald::xlsx
