// Where the workbook comes from and how to read it: the source and its hash, the settings, what the
// reader had to remark on, and what each column means.
#include <fmt/format.h>

#include <string>
#include <utility>
#include <variant>

#include "formats/xlsx/date.hpp"
#include "plugins/xlsx_facts/sheets.hpp"
#include "plugins/xlsx_facts/table_sheet.hpp"

namespace herald::plugins {
namespace {

std::string to_text(const OptionValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  return fmt::format("{}", std::get<double>(value));
}

class AboutSheet {
 public:
  explicit AboutSheet(Book& book)
      : book_(book),
        sheet_(book, SheetKind::about,
               {{"section", ColumnKind::text}, {"item", ColumnKind::text}, {"description", ColumnKind::reading}}) {}

  void run() {
    write_source();
    write_settings();
    for (const Diagnostic& remark : book_.document().diagnostics)
      add("about_remarks", remark.code, xlsx::Text{remark.message});
    for (const LegendEntry& entry : book_.legend())
      sheet_.add_row({{xlsx::Text{fmt::format("{} {}", book_.label("about_columns"), entry.sheet)}, {}},
                      {xlsx::Text{entry.column}, {}},
                      {xlsx::Text{entry.meaning}, {}}});
    sheet_.finish();
  }

 private:
  void add(std::string_view section, std::string item, xlsx::Content content) {
    sheet_.add_row(
        {{xlsx::Text{book_.label(section)}, {}}, {xlsx::Text{std::move(item)}, {}}, {std::move(content), {}}});
  }

  void write_source() {
    const Source& source = book_.document().source;
    if (const std::string file = file_name(source.uri); !file.empty())
      add("about_source", book_.label("about_file"), xlsx::Text{file});
    add("about_source", book_.label("about_hash"), xlsx::Text{source.sha256});
    add("about_source", book_.label("about_media_type"), xlsx::Text{source.media_type});
    add("about_source", book_.label("about_encoding"), xlsx::Text{source.encoding});
    add("about_source", book_.label("about_language"), xlsx::Text{language_name()});
  }

  void write_settings() {
    add("about_settings", book_.label("about_herald"), xlsx::Text{fmt::format("Herald {}", HERALD_PLUGIN_VERSION)});
    // Its name, not the folder: the same release gives the same workbook wherever Herald is installed.
    const std::string& folder = book_.request().resources.template_name;
    add("about_settings", book_.label("about_template"), xlsx::Text{folder.substr(folder.find_last_of('/') + 1)});
    for (const auto& [name, value] : book_.request().options.values())
      add("about_settings", name, xlsx::Text{to_text(value)});
  }

  /// "English (en)"; the tag alone where the labels have no name for it.
  std::string language_name() const {
    const std::string& tag = book_.document().metadata.language;
    const std::string key = "language." + tag.substr(0, tag.find_first_of("-_"));
    const auto& labels = book_.request().resources.labels;
    const auto found = labels.find(key);
    return found == labels.end() ? tag : fmt::format("{} ({})", found->second, tag);
  }

  Book& book_;
  TableSheet sheet_;
};

}  // namespace

void write_about(Book& book) { AboutSheet(book).run(); }

}  // namespace herald::plugins
