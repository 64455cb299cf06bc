// libxlsxwriter 1.1.4, as Debian 12 has it. Its traps, each with a test in tests/formats/xlsx:
//  - colour 0x000000 means "not set"; black is 0x1000000
//  - numbers are printed in the locale of the thread, so that a decimal comma breaks the file
//  - "_x0041_" in a text is not escaped, and Excel reads it as "A"
//  - internal links are written as they are given: the caller quotes the sheet's name
//  - a table names its columns "Column1" … unless every header is given
//  - what gmtime() cannot bring into a calendar ends the process: a null pointer goes on to strftime()
//  - a null format on a link gets the library's own blue, with the protection of another style
#include "formats/xlsx/writer.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <clocale>
#include <ctime>
#include <map>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

#include "formats/xlsx/checks.hpp"
#include "formats/xlsx/layout.hpp"
#include "formats/xlsx/workbook.hpp"
#include "herald/error.hpp"

namespace herald::xlsx {
namespace {

constexpr std::size_t maximum_links = 65'530;         // of one sheet, Excel
constexpr std::size_t maximum_address_bytes = 2'000;  // Excel: 2,079 units after escaping, which grows them
constexpr std::size_t maximum_tip_units = 255;
constexpr std::size_t maximum_footer_units = 240;  // Excel: 255 with the codes for the places
constexpr std::size_t maximum_property_units = 255;

// The header fits the C library's pointer-to-char parameters that it only reads.
char* unconst(const std::string& text) { return const_cast<char*>(text.c_str()); }

void require(lxw_error code, std::string_view doing) {
  if (code == LXW_NO_ERROR) return;
  const std::string what = fmt::format("{}: {}", doing, lxw_strerror(code));
  switch (code) {
    case LXW_ERROR_CREATING_XLSX_FILE:
    case LXW_ERROR_CREATING_TMPFILE:
      throw Error({ErrorCode::output_unwritable, what, "set TMPDIR to a folder that you may write to", {}});
    case LXW_ERROR_READING_TMPFILE:
    case LXW_ERROR_ZIP_FILE_OPERATION:
    case LXW_ERROR_ZIP_FILE_ADD:
    case LXW_ERROR_ZIP_CLOSE:
      throw Error({ErrorCode::disk_full, what, "free some space, or set TMPDIR to a folder with room", {}});
    default:
      throw Error({ErrorCode::internal, what, "please report this", {}});
  }
}

// For the time of writing, this thread prints numbers with a point.
class PlainNumbers {
 public:
  PlainNumbers() : plain_(newlocale(LC_ALL_MASK, "C", nullptr)), before_(uselocale(plain_)) {}
  PlainNumbers(const PlainNumbers&) = delete;
  PlainNumbers& operator=(const PlainNumbers&) = delete;
  ~PlainNumbers() {
    uselocale(before_);
    freelocale(plain_);
  }

 private:
  locale_t plain_;
  locale_t before_;
};

lxw_color_t library_colour(Colour colour) { return colour == 0 ? lxw_color_t{LXW_COLOR_BLACK} : colour; }

bool can_be_link(std::string_view address) {
  const std::string folded = fold_capitals(address.substr(0, 8));
  const bool known = folded.starts_with("http://") || folded.starts_with("https://") || folded.starts_with("mailto:");
  const bool clean = address.find_first_of(" \t\r\n\"<>\\^`{|}") == std::string_view::npos;
  Changes changes;
  return known && clean && address.size() <= maximum_address_bytes && clean_text(address, changes) == address;
}

class Writer {
 public:
  Writer(const Workbook& workbook, const std::string& path, const std::string& scratch_folder, Mends& mends)
      : workbook_(workbook), mends_(mends) {
    lxw_workbook_options options{};
    options.tmpdir = unconst(scratch_folder);
    book_.reset(workbook_new_opt(path.c_str(), &options));
    if (!book_) throw Error({ErrorCode::internal, "cannot begin a workbook: out of memory", {}, {}});
  }

  void run() {
    set_properties();
    // Every sheet first, so that links may lead forward.
    for (const Sheet& sheet : workbook_.sheets()) {
      lxw_worksheet* target = workbook_add_worksheet(book_.get(), sheet.name().c_str());
      if (target == nullptr) throw Error({ErrorCode::internal, "cannot add the sheet " + sheet.name(), {}, {}});
      targets_.push_back(target);
    }
    for (std::size_t i = 0; i < targets_.size(); ++i) {
      sheet_ = &workbook_.sheets()[i];
      target_ = targets_[i];
      links_ = 0;
      write_sheet();
    }
    // workbook_close() frees the workbook whether it fails or not.
    require(workbook_close(book_.release()), "cannot write the workbook");
  }

 private:
  struct Free {
    void operator()(lxw_workbook* book) const noexcept { lxw_workbook_free(book); }
  };

  std::string line(std::string_view text, std::size_t units, const std::string& place) {
    Changes changes;
    std::string cleaned = clean_line(text, changes, units);
    mends_.note(changes, sheet_ == nullptr ? "" : sheet_->name(), place);
    return cleaned;
  }

  void set_properties() {
    const Properties& given = workbook_.properties();
    const std::string title = line(given.title, maximum_property_units, "the title of the workbook");
    const std::string subject = line(given.subject, maximum_property_units, "the subject of the workbook");
    const std::string author = line(given.author, maximum_property_units, "the author of the workbook");
    const std::string keywords = line(given.keywords, maximum_property_units, "the keywords of the workbook");
    const std::string comments = line(given.comments, maximum_property_units, "the comments of the workbook");
    lxw_doc_properties properties{};
    properties.title = unconst(title);
    properties.subject = unconst(subject);
    properties.author = unconst(author);
    properties.keywords = unconst(keywords);
    properties.comments = unconst(comments);
    // 0 would mean "now" to the library, and other bytes at every run.
    properties.created = static_cast<std::time_t>(given.created == 0 ? earliest_creation : given.created);
    require(workbook_set_properties(book_.get(), &properties), "cannot set the workbook's properties");
  }

  bool right_to_left() const { return sheet_->settings().direction == Direction::right_to_left; }

  lxw_format* format_of(StyleId id) {
    lxw_format*& format = formats_[{id, sheet_->settings().direction}];
    if (format == nullptr) format = make_format(workbook_.styles()[static_cast<std::size_t>(id)]);
    return format;
  }

  lxw_format* make_format(const Style& style) {
    lxw_format* format = workbook_add_format(book_.get());
    if (format == nullptr) throw Error({ErrorCode::internal, "cannot add a style: out of memory", {}, {}});
    format_set_font_name(format, style.font.c_str());
    format_set_font_size(format, style.size);
    format_set_font_color(format, library_colour(style.colour));
    if (style.weight == Weight::bold) format_set_bold(format);
    if (style.underline == Underline::yes) format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (style.fill) {
      format_set_pattern(format, LXW_PATTERN_SOLID);
      format_set_bg_color(format, library_colour(*style.fill));
    }
    if (style.bottom_border) {
      format_set_bottom(format, LXW_BORDER_THIN);
      format_set_bottom_color(format, library_colour(*style.bottom_border));
    }
    if (style.indent > 0) format_set_indent(format, style.indent);
    if (style.wrap == Wrap::yes) format_set_text_wrap(format);
    if (!style.number_format.empty()) format_set_num_format(format, style.number_format.c_str());
    switch (style.align) {
      case Align::general:
        break;
      case Align::start:
        format_set_align(format, right_to_left() ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
        break;
      case Align::centre:
        format_set_align(format, LXW_ALIGN_CENTER);
        break;
      case Align::end:
        format_set_align(format, right_to_left() ? LXW_ALIGN_LEFT : LXW_ALIGN_RIGHT);
        break;
      case Align::right:
        format_set_align(format, LXW_ALIGN_RIGHT);
        break;
    }
    switch (style.vertical_align) {
      case VerticalAlign::top:
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        break;
      case VerticalAlign::middle:
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
        break;
      case VerticalAlign::bottom:
        break;
    }
    // 2 is right-to-left (ECMA-376 part 1, 18.8.1): an Arabic sentence that begins with a Latin name
    // would otherwise be laid out from the left. Numbers keep their own direction.
    if (right_to_left() && style.align != Align::right) format_set_reading_order(format, 2);
    return format;
  }

  void write_sheet() {
    const Layout layout = fit(workbook_, *sheet_);
    for (const auto& [column, width] : layout.columns) {
      const auto number = static_cast<lxw_col_t>(column);
      require(worksheet_set_column(target_, number, number, width, nullptr), "cannot set a column's width");
    }
    worksheet_set_default_row(target_, one_line_height, LXW_FALSE);
    for (const auto& [row, points] : layout.row_heights)
      require(worksheet_set_row(target_, row, points, nullptr), "cannot set a row's height");
    for (const PlacedCell& cell : sheet_->cells()) write_cell(cell);
    for (const Table& table : sheet_->tables()) write_table(table);
    for (const ChoiceList& list : sheet_->choices()) write_choices(list);
    for (const Highlight& highlight : sheet_->highlights()) write_highlight(highlight);
    for (const Table& table : sheet_->tables()) write_stripes(table);  // after: the first rule that applies wins
    write_settings();
  }

  void write_cell(const PlacedCell& cell) {
    const auto row = static_cast<lxw_row_t>(cell.position.row);
    const auto column = static_cast<lxw_col_t>(cell.position.column);
    lxw_format* format = format_of(cell.style);
    std::visit(
        [&](const auto& content) {
          using T = std::decay_t<decltype(content)>;
          if constexpr (std::is_same_v<T, Blank>) {
            require(worksheet_write_blank(target_, row, column, format), "cannot write a blank cell");
          } else if constexpr (std::is_same_v<T, Text>) {
            write_text(cell.position, content.value, format);
          } else if constexpr (std::is_same_v<T, Number>) {
            require(worksheet_write_number(target_, row, column, content.value, format), "cannot write a number");
          } else if constexpr (std::is_same_v<T, Day>) {
            require(worksheet_write_number(target_, row, column, content.serial, format), "cannot write a date");
          } else if constexpr (std::is_same_v<T, SheetLink>) {
            write_sheet_link(cell.position, content, format);
          } else {
            write_web_link(cell.position, content, format);
          }
        },
        cell.content);
  }

  std::string place(Position position) const {
    return fmt::format("{}!{}", sheet_->name(), cell_name(position.row, position.column));
  }

  std::string text_of_cell(Position position, std::string_view text) {
    Changes changes;
    std::string stored = cell_text(text, changes);
    mends_.note(changes, sheet_->name(), place(position));
    return stored;
  }

  void write_text(Position position, std::string_view text, lxw_format* format) {
    const auto row = static_cast<lxw_row_t>(position.row);
    const auto column = static_cast<lxw_col_t>(position.column);
    const std::string value = text_of_cell(position, text);
    // An empty string would be a cell that is not empty to COUNTA.
    require(value.empty() ? worksheet_write_blank(target_, row, column, format)
                          : worksheet_write_string(target_, row, column, value.c_str(), format),
            "cannot write a text");
  }

  bool room_for_link(Position position) {
    if (links_ < maximum_links) return true;
    mends_.note("links-left-out", "more than 65,530 links on a sheet: the rest is plain text", sheet_->name(),
                place(position));
    return false;
  }

  void write_sheet_link(Position position, const SheetLink& link, lxw_format* format) {
    if (link.text.empty() || !room_for_link(position)) return write_text(position, link.text, format);
    std::string quoted = link.sheet;
    for (std::size_t at = quoted.find('\''); at != std::string::npos; at = quoted.find('\'', at + 2))
      quoted.insert(at, 1, '\'');
    const std::string address = fmt::format("internal:'{}'!{}", quoted, cell_name(link.target.row, link.target.column));
    const std::string tip = line(link.tip, maximum_tip_units, place(position));
    write_link(position, address, link.text,
               escape_numbered_characters(std::string(escaped_prefix(tip, maximum_tip_units))), format);
  }

  void write_web_link(Position position, const WebLink& link, lxw_format* format) {
    if (!can_be_link(link.address)) {
      mends_.note("link-left-out", "an address that cannot be a link is written as text", sheet_->name(),
                  place(position));
      return write_text(position, link.text, format);
    }
    if (link.text.empty() || !room_for_link(position)) return write_text(position, link.text, format);
    write_link(position, link.address, link.text, {}, format);
  }

  void write_link(Position position, const std::string& address, const std::string& text, const std::string& tip,
                  lxw_format* format) {
    ++links_;
    const std::string value = text_of_cell(position, text);
    require(
        worksheet_write_url_opt(target_, static_cast<lxw_row_t>(position.row), static_cast<lxw_col_t>(position.column),
                                address.c_str(), format, value.c_str(), tip.empty() ? nullptr : tip.c_str()),
        "cannot write a link");
  }

  void write_table(const Table& table) {
    std::vector<std::string> headers;
    headers.reserve(table.headers.size());  // the columns point into it
    std::vector<lxw_table_column> columns(table.headers.size());
    std::vector<lxw_table_column*> pointers;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      headers.push_back(escape_numbered_characters(table.headers[i].text));
      columns[i].header = headers.back().data();
      columns[i].header_format = format_of(table.headers[i].style);
      pointers.push_back(&columns[i]);
    }
    pointers.push_back(nullptr);
    lxw_table_options options{};
    options.name = unconst(table.name);
    options.no_autofilter = table.filter == Filter::yes ? LXW_FALSE : LXW_TRUE;
    // No style of Excel's: LibreOffice draws none, so the look comes from the cells and the stripes.
    options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
    options.style_type_number = 0;
    options.no_banded_rows = LXW_TRUE;
    options.columns = pointers.data();
    const auto last_column = static_cast<lxw_col_t>(table.first.column + table.headers.size() - 1);
    require(worksheet_add_table(target_, table.first.row, static_cast<lxw_col_t>(table.first.column), table.last_row,
                                last_column, &options),
            "cannot add a table");
  }

  void write_choices(const ChoiceList& list) {
    // "char**" in libxlsxwriter 1.1.4, "const char**" since: neither converts to the other.
    std::vector<std::remove_pointer_t<decltype(lxw_data_validation::value_list)>> values;
    for (const std::string& choice : list.choices) values.push_back(unconst(choice));
    values.push_back(nullptr);
    const std::string title = line(list.error_title, 32, place(list.first));
    const std::string message = line(list.error_message, 255, place(list.first));
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = values.data();
    if (!title.empty()) validation.error_title = unconst(title);
    if (!message.empty()) validation.error_message = unconst(message);
    const auto column = static_cast<lxw_col_t>(list.first.column);
    require(worksheet_data_validation_range(target_, list.first.row, column, list.last_row, column, &validation),
            "cannot add a list of choices");
  }

  void write_highlight(const Highlight& highlight) {
    lxw_format* format = workbook_add_format(book_.get());
    format_set_font_color(format, library_colour(highlight.colour));
    format_set_bg_color(format, library_colour(highlight.fill));
    std::string quoted = line(highlight.value, 255, place(highlight.first));
    for (std::size_t at = quoted.find('"'); at != std::string::npos; at = quoted.find('"', at + 2))
      quoted.insert(at, 1, '"');
    const std::string value = "\"" + quoted + "\"";
    lxw_conditional_format rule{};
    rule.type = LXW_CONDITIONAL_TYPE_CELL;
    rule.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
    rule.value_string = unconst(value);
    rule.format = format;
    const auto column = static_cast<lxw_col_t>(highlight.first.column);
    require(worksheet_conditional_format_range(target_, highlight.first.row, column, highlight.last_row, column, &rule),
            "cannot add a highlight");
  }

  void write_stripes(const Table& table) {
    if (!table.stripe) return;
    lxw_format* format = workbook_add_format(book_.get());
    format_set_bg_color(format, library_colour(*table.stripe));
    // By the row's number rather than its cells, so that stripes stay even when the table is sorted.
    std::string formula = fmt::format("=MOD(ROW(),2)={}", (table.first.row + 1) % 2);
    lxw_conditional_format rule{};
    rule.type = LXW_CONDITIONAL_TYPE_FORMULA;
    rule.value_string = formula.data();
    rule.format = format;
    const auto last_column = static_cast<lxw_col_t>(table.first.column + table.headers.size() - 1);
    require(worksheet_conditional_format_range(target_, table.first.row + 1, static_cast<lxw_col_t>(table.first.column),
                                               table.last_row, last_column, &rule),
            "cannot add stripes");
  }

  void write_settings() {
    const SheetSettings& settings = sheet_->settings();
    if (right_to_left()) worksheet_right_to_left(target_);
    if (settings.orientation == Orientation::landscape) worksheet_set_landscape(target_);
    constexpr std::uint8_t letter = 1;  // ECMA-376 part 1, 18.3.1.63
    constexpr std::uint8_t a4 = 9;
    worksheet_set_paper(target_, settings.paper == Paper::a4 ? a4 : letter);
    worksheet_fit_to_pages(target_, 1, 0);
    worksheet_set_margins(target_, 0.5, 0.5, 0.6, 0.7);
    if (settings.grid_lines == GridLines::hidden) worksheet_gridlines(target_, LXW_HIDE_ALL_GRIDLINES);
    if (settings.frozen_rows > 0 || settings.frozen_columns > 0)
      worksheet_freeze_panes(target_, settings.frozen_rows, static_cast<lxw_col_t>(settings.frozen_columns));
    if (settings.repeated_rows > 0)
      require(worksheet_repeat_rows(target_, 0, settings.repeated_rows - 1), "cannot set the repeated rows");
    if (settings.tab_colour) worksheet_set_tab_color(target_, library_colour(*settings.tab_colour));
    write_footer(settings);
  }

  void write_footer(const SheetSettings& settings) {
    if (settings.footer_start.empty() && settings.footer_end.empty()) return;
    const std::size_t room = maximum_footer_units - utf16_length(settings.footer_end);
    std::string start;
    for (const char c : std::string(utf16_prefix(settings.footer_start, room))) {
      start += c;
      if (c == '&') start += '&';  // a single one begins a code
    }
    // Doubling may have made it too long again, and a cut must not part two of them.
    while (utf16_length(start) > room) start.resize(start.size() - (start.ends_with("&&") ? 2 : 1));
    const std::string footer = right_to_left() ? "&L" + settings.footer_end + "&R" + line(start, room, "the footer")
                                               : "&L" + line(start, room, "the footer") + "&R" + settings.footer_end;
    require(worksheet_set_footer(target_, footer.c_str()), "cannot set the footer");
  }

  const Workbook& workbook_;
  Mends& mends_;
  std::unique_ptr<lxw_workbook, Free> book_;
  std::vector<lxw_worksheet*> targets_;
  std::map<std::pair<StyleId, Direction>, lxw_format*> formats_;
  const Sheet* sheet_ = nullptr;
  lxw_worksheet* target_ = nullptr;
  std::size_t links_ = 0;
};

}  // namespace

void write_with_library(const Workbook& workbook, const std::string& path, const std::string& scratch_folder,
                        Mends& mends) {
  const PlainNumbers plain_numbers;
  Writer(workbook, path, scratch_folder, mends).run();
}

}  // namespace herald::xlsx
