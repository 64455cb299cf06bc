// The page that opens: what the release is, its figures and points at a glance, and the way to the other
// sheets. The analysis profile lays it out under headings; the accessible one has the same as one table.
#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "formats/xlsx/date.hpp"
#include "herald/edges.hpp"
#include "herald/highlights.hpp"
#include "plugins/xlsx_facts/sheets.hpp"
#include "plugins/xlsx_facts/table_sheet.hpp"
#include "plugins/xlsx_facts/values.hpp"

namespace herald::plugins {
namespace {

// A glance, not the whole list: that is on the sheets. As many as the briefing shows.
constexpr std::size_t most_figures = 8;
constexpr std::size_t most_dates = 8;

enum class Tone : std::uint8_t { plain, title, figure, alert };

struct Entry {
  xlsx::Content item;
  xlsx::Content value;
  xlsx::Content source;
  std::string number_format;
  Tone tone = Tone::plain;
};

struct Section {
  std::string title;
  std::vector<Entry> entries;
};

class Summary {
 public:
  explicit Summary(Book& book) : book_(book), sheet_(book.sheet(SheetKind::summary)) {}

  std::vector<Section> compose() const {
    std::vector<Section> sections = {release(), figures(), points(), coming(), contents()};
    std::erase_if(sections, [](const Section& section) { return section.entries.empty(); });
    return sections;
  }

  void lay_out(const std::vector<Section>& sections) {
    sheet_.set_column(0, {.minimum = 30, .maximum = 30});
    sheet_.set_column(1, {.minimum = 86, .maximum = 86});
    sheet_.set_column(2, {.minimum = 12, .maximum = 12});
    put_band();
    for (const Section& section : sections) put_section(section);
    sheet_.settings().grid_lines = xlsx::GridLines::hidden;
    sheet_.settings().tab_colour = book_.theme().head;
  }

  void tabulate(const std::vector<Section>& sections) {
    TableSheet table(book_, SheetKind::summary,
                     {{"section", ColumnKind::text},
                      {"item", ColumnKind::reading},
                      {"description", ColumnKind::reading},
                      {"sentence", ColumnKind::link}});
    for (const Section& section : sections)
      for (const Entry& entry : section.entries)
        table.add_row({{xlsx::Text{section.title}, {}},
                       {entry.item, {}},
                       {entry.value, entry.number_format},
                       {entry.source, {}}});
    table.finish();
  }

 private:
  std::string word(std::string_view key) const { return std::string(book_.request().resources.label(key)); }

  Section release() const {
    const Metadata& metadata = book_.document().metadata;
    Section section{book_.label("summary_release"), {}};
    const std::string embargo = embargo_of(book_.document(), book_.request().resources.labels);
    const auto add = [&](std::string_view key, const std::string& text, Tone tone) {
      if (!text.empty()) section.entries.push_back({xlsx::Text{book_.label(key)}, xlsx::Text{text}, {}, {}, tone});
    };
    add("block_status", embargo, Tone::alert);  // before all else: nothing below may be published yet
    add("block_title", metadata.title, Tone::title);
    add("block_standfirst", metadata.standfirst, Tone::plain);
    if (metadata.dateline) add("block_dateline", metadata.dateline->text, Tone::plain);
    if (const xlsx::Content day = day_content(metadata.published, DateEdge::low);
        std::holds_alternative<xlsx::Day>(day))
      section.entries.push_back({xlsx::Text{word("common.published")}, day, {}, date_format(), Tone::plain});
    else
      add("published", metadata.published, Tone::plain);
    const std::string status = present_status(metadata.status);
    if (status != embargo) add("block_status", status, Tone::plain);
    return section;
  }

  std::string date_format() const {
    const std::string format = book_.label("date_format");
    return format == "sheet.date_format" ? "yyyy-mm-dd" : format;
  }

  Section figures() const {
    const std::vector<const Figure*> chosen = key_figures(book_.document(), most_figures).chosen;
    Section section{word("common.figures"), {}};
    for (const Figure* one : chosen) {
      const Figure& figure = *one;
      const Labels& labels = book_.request().resources.labels;
      ExcelNumber number = spoken_number(figure, labels);
      Entry entry{xlsx::Text{figure.counted.empty() ? figure.as_written : figure.counted}, xlsx::Number{number.value},
                  book_.sentence_link(figure.provenance.sentence), std::move(number.format), Tone::figure};
      if (figure.maximum) {  // a range is two numbers, and a cell holds one
        entry.value = xlsx::Text{present_value(figure, labels)};
        entry.number_format.clear();
      }
      section.entries.push_back(std::move(entry));
    }
    const std::size_t more = book_.document().facts.figures.size() - chosen.size();
    if (more > 0 && book_.shows(SheetKind::figures))
      section.entries.push_back(
          {book_.sheet_link(SheetKind::figures, more_on(SheetKind::figures, more), {0, 0}), {}, {}, {}, Tone::plain});
    return section;
  }

  /// "8 more on Figures"
  std::string more_on(SheetKind kind, std::size_t number) const {
    std::string words = word("common.more_on");
    for (const auto& [slot, value] : {std::pair<std::string, std::string>{"{number}", std::to_string(number)},
                                      std::pair<std::string, std::string>{"{sheet}", book_.sheet(kind).name()}})
      if (const std::size_t at = words.find(slot); at != std::string::npos) words.replace(at, slot.size(), value);
    return words;
  }

  Section coming() const {
    Section section{word("common.watch"), {}};
    for (const DatedEntry& entry : key_dates(book_.document(), most_dates).coming) {
      std::string what =
          entry.name.empty() ? standing_sentence(book_.document(), entry.sentence) : capitalised(entry.name);
      if (!entry.place.empty()) what += word("brief.comma") + entry.place;
      const std::string when = present_date(entry.start, entry.end, book_.request().resources.labels);
      section.entries.push_back(
          {xlsx::Text{when}, xlsx::Text{std::move(what)}, book_.sentence_link(entry.sentence), {}, Tone::plain});
    }
    return section;
  }

  // "para. 3", as the other outputs cite it.
  std::string paragraph_of(const Point& point) const {
    const std::uint32_t number = book_.paragraph(point.sentence);
    std::string words = word("common.paragraph");
    const std::size_t at = words.find("{number}");
    if (number == 0 || at == std::string::npos) return point.id;
    return words.replace(at, std::string_view("{number}").size(), std::to_string(number));
  }

  Section points() const {
    Section section{word("common.points"), {}};
    for (const Point* point : key_points(book_.document(), book_.document().facts.points.size()))
      section.entries.push_back({xlsx::Text{paragraph_of(*point)},
                                 xlsx::Text{standing_sentence(book_.document(), point->sentence)},
                                 book_.sentence_link(point->sentence),
                                 {},
                                 Tone::plain});
    return section;
  }

  Section contents() const {
    const Facts& facts = book_.document().facts;
    const std::vector<std::pair<SheetKind, std::size_t>> counts = {
        {SheetKind::figures, facts.figures.size()},
        {SheetKind::people, facts.people.size()},
        {SheetKind::quotations, facts.quotations.size()},
        {SheetKind::dates, facts.dates.size()},
        {SheetKind::events, facts.events.size()},
        {SheetKind::places, facts.places.size()},
        {SheetKind::organisations, facts.organisations.size()},
        {SheetKind::contacts, facts.contacts.size()},
        {SheetKind::links, facts.links.size()},
        {SheetKind::text, book_.document().sentences.size()}};
    Section section{book_.label("summary_contents"), {}};
    for (const auto& [kind, count] : counts)
      if (book_.shows(kind))
        section.entries.push_back({book_.sheet_link(kind, book_.sheet(kind).name(), {0, 0}),
                                   xlsx::Number{static_cast<double>(count)},
                                   {},
                                   count_format(kind),
                                   Tone::plain});
    return section;
  }

  // "8", or "21 sentences" on Text, whose rows are more than its sentences.
  std::string count_format(SheetKind kind) const {
    return kind == SheetKind::text ? "#,##0" + quoted_literal(" " + book_.label("sentences")) : "#,##0";
  }

  xlsx::Style look(Tone tone) const {
    xlsx::Style style = book_.base_style();
    style.align = xlsx::Align::start;
    style.wrap = xlsx::Wrap::yes;
    style.vertical_align = xlsx::VerticalAlign::middle;
    style.indent = 1;
    if (tone == Tone::plain) return style;
    style.weight = xlsx::Weight::bold;
    style.size += tone == Tone::title ? 5 : 2;
    style.colour = tone == Tone::title ? book_.theme().head : book_.theme().accent;
    if (tone == Tone::alert) {
      style.fill = book_.theme().head;
      style.colour = book_.theme().head_text;
    }
    return style;
  }

  void put_band() {
    xlsx::Style style = book_.base_style();
    style.fill = book_.theme().head;
    style.colour = book_.theme().head_text;
    style.weight = xlsx::Weight::bold;
    style.size += 3;
    style.indent = 1;
    style.align = xlsx::Align::start;
    style.vertical_align = xlsx::VerticalAlign::middle;
    const xlsx::StyleId band = book_.style(style);
    sheet_.put({0, 0}, xlsx::Text{book_.label("heading")}, band);
    for (std::uint32_t column = 1; column < 3; ++column) sheet_.put({0, column}, xlsx::Blank{}, band);
    sheet_.set_row_height(0, 34);
    row_ = 1;
  }

  void put_section(const Section& section) {
    xlsx::Style heading = book_.base_style();
    heading.weight = xlsx::Weight::bold;
    heading.colour = book_.theme().accent;
    heading.bottom_border = book_.theme().accent;
    heading.vertical_align = xlsx::VerticalAlign::bottom;
    heading.indent = 1;
    heading.align = xlsx::Align::start;
    const xlsx::StyleId rule = book_.style(heading);
    sheet_.set_row_height(row_, 30);  // white space above each section
    sheet_.put({row_, 0}, xlsx::Text{section.title}, rule);
    for (std::uint32_t column = 1; column < 3; ++column) sheet_.put({row_, column}, xlsx::Blank{}, rule);
    ++row_;
    for (const Entry& entry : section.entries) put_entry(entry);
  }

  void put_entry(const Entry& entry) {
    xlsx::Style item = look(Tone::plain);
    item.colour = book_.theme().muted;
    xlsx::Style value = look(entry.tone);
    value.number_format = entry.number_format.empty() ? std::string() : book_.number_format(entry.number_format);
    xlsx::Style link = book_.link_style();
    link.indent = 1;
    link.vertical_align = xlsx::VerticalAlign::middle;
    for (xlsx::Style* style : {&item, &value, &link}) style->bottom_border = book_.theme().hairline;
    const auto style_of = [&](const xlsx::Content& content, const xlsx::Style& plain) {
      return book_.style(std::holds_alternative<xlsx::SheetLink>(content) ? link : plain);
    };
    sheet_.put({row_, 0}, entry.item, style_of(entry.item, item));
    sheet_.put({row_, 1}, entry.value, book_.style(value));
    sheet_.put({row_, 2}, entry.source, style_of(entry.source, item));
    ++row_;
  }

  Book& book_;
  xlsx::Sheet& sheet_;
  std::uint32_t row_ = 0;
};

}  // namespace

void write_summary(Book& book) {
  Summary summary(book);
  const std::vector<Section> sections = summary.compose();
  if (book.profile() == Profile::accessible)
    summary.tabulate(sections);
  else
    summary.lay_out(sections);
}

}  // namespace herald::plugins
