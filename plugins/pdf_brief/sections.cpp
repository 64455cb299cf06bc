// The sections made from facts: points, figures, what to watch, quotations, people, dates.
#include <algorithm>

#include "herald/highlights.hpp"
#include "herald/presentation.hpp"
#include "plugins/pdf_brief/compose.hpp"

namespace herald::plugins {

namespace {

// A quotation beyond this is read in the text; the briefing shows how it begins. Some eight lines.
constexpr std::size_t longest_quotation = 700;
// Up to five lines a quotation moves to the next page whole; a longer one would leave too large a gap.
constexpr std::size_t longest_undivided_quotation = 420;
// Name, post and organisation in two lines; the whole of it stands among the people.
constexpr std::size_t longest_speaker = 200;
// Enough of a sentence to know what a date is about: three lines of the table.
constexpr std::size_t longest_occasion = 240;
// Under a big number, some three short lines.
constexpr std::size_t longest_count = 90;
// A sentence that fills more than six lines is no point to make as it stands, but its beginning is.
constexpr std::size_t longest_point = 600;

void section_head(Context& context, std::string_view key) {
  context.flow.heading(2, typeset::Text(context.word(key)), context.styles.section_head,
                       {.name = "section-" + std::string(key)});
}

std::string value_of(const Context& context, const Figure& figure) {
  return present_value(figure, context.resources.labels);
}

typeset::PanelCell figure_cell(const Context& context, const Figure& figure) {
  typeset::PanelCell cell;
  const std::string qualifier = present_qualifier(figure.qualifier, context.resources.labels);
  if (!qualifier.empty()) cell.note.add(qualifier);
  cell.value.add(value_of(context, figure));
  // A sum that does not say of what is explained by its paragraph: half a sentence would explain nothing.
  cell.label.add(shortened(printable(figure.counted), longest_count));
  context.cite_sentence(cell.label, figure.provenance.sentence);
  return cell;
}

/// Big numbers want wide cells: at 17 points, a fourth of the measure holds some nine characters.
std::size_t panel_columns(const Context& context, const std::vector<const Figure*>& figures) {
  constexpr std::size_t longest_in_a_fourth = 9;
  const bool wide = std::any_of(figures.begin(), figures.end(), [&context](const Figure* figure) {
    return length_of(value_of(context, *figure)) > longest_in_a_fourth;
  });
  return wide ? std::min<std::size_t>(3, context.styles.figures.columns) : context.styles.figures.columns;
}

/// "Jane Roe, Director, Harbour Office"; the attribution as written for a speaker without a name.
std::string speaker_of(const Context& context, const Quotation& quotation) {
  const auto& people = context.document.facts.people;
  if (!quotation.speaker || *quotation.speaker >= people.size()) return printable(quotation.speaker_text);
  const Person& person = people[*quotation.speaker];
  return printable(joined(context, {person.name, person.role, person.affiliation}));
}

std::string quoted(const Context& context, const std::string& text) {
  std::string pattern(context.resources.label("common.quotation"));
  const std::size_t at = pattern.find("{text}");
  return at == std::string::npos ? text : pattern.replace(at, 6, text);
}

/// What happens on a date: the event with its place, or the sentence that names the date.
typeset::Text occasion(const Context& context, const DatedEntry& entry) {
  typeset::Text text(entry.name.empty() ? shortened(context.sentence(entry.sentence), longest_occasion)
                                        : capitalised(printable(joined(context, {entry.name, entry.place}))));
  context.cite_sentence(text, entry.sentence);
  return text;
}

typeset::Cell cell(const std::string& text) { return {.text = typeset::Text(printable(text))}; }

}  // namespace

void compose_points(Context& context) {
  std::vector<typeset::ListItem> items;
  for (const Point* point : key_points(context.document, context.theme.most_points)) {
    typeset::ListItem item;
    item.label.add(std::to_string(items.size() + 1));
    item.text.add(shortened(context.sentence(point->sentence), longest_point));
    context.cite_sentence(item.text, point->sentence);
    items.push_back(std::move(item));
  }
  if (items.empty()) return;
  section_head(context, "points");
  context.flow.list(items, context.styles.points);
}

void compose_figures(Context& context) {
  auto selection = key_figures(context.document, context.theme.most_figures);
  std::vector<const Figure*>& figures = selection.chosen;
  typeset::PanelStyle style = context.styles.figures;
  style.columns = panel_columns(context, figures);
  // From the third row on, a row that is not full looks like a mistake; the figures that would stand in it are
  // the least telling.
  if (figures.size() > 2 * style.columns) {
    selection.left_out += figures.size() % style.columns;
    figures.resize(figures.size() - figures.size() % style.columns);
  }
  context.omissions.figures = selection.left_out;
  if (figures.empty()) return;

  std::vector<typeset::PanelCell> cells;
  for (const Figure* figure : figures) cells.push_back(figure_cell(context, *figure));
  section_head(context, "figures");
  context.flow.panel(cells, style);
}

void compose_watch(Context& context) {
  const Calendar calendar = key_dates(context.document, context.theme.most_dates);
  if (calendar.coming.empty()) return;
  section_head(context, "watch");
  std::vector<typeset::ListItem> items;
  for (const DatedEntry& entry : calendar.coming) {
    typeset::ListItem item;
    item.label.add("•");
    if (!entry.start.empty()) {
      item.text.bold(present_date(entry.start, entry.end, context.resources.labels));
      item.text.add("  ");
    }
    item.text.append(occasion(context, entry));
    items.push_back(std::move(item));
  }
  context.flow.list(items, context.styles.watch);
}

void compose_quotations(Context& context) {
  const auto selection = key_quotations(context.document, context.theme.most_quotations);
  context.omissions.quotations = selection.left_out;
  if (selection.chosen.empty()) return;
  section_head(context, "quotations");
  for (const Quotation* quotation : selection.chosen) {
    context.flow.callout(
        context.styles.quotation,
        [&] {
          const std::string words = quoted(context, shortened(printable(quoted_words(*quotation)), longest_quotation));
          const std::string speaker = shortened(capitalised(speaker_of(context, *quotation)), longest_speaker);
          typeset::ParagraphStyle style = context.styles.quotation_text;
          style.keep_together = length_of(words) <= longest_undivided_quotation;
          style.keep_with_next = !speaker.empty();
          typeset::Text text(words);
          // Of a speaker whom the release does not name, no line is left for the number of the paragraph alone.
          if (speaker.empty()) context.cite_sentence(text, quotation->provenance.sentence);
          context.flow.paragraph(text, style);
          if (speaker.empty()) return;
          typeset::Text line;
          line.bold("— " + speaker);
          context.cite_sentence(line, quotation->provenance.sentence);
          context.flow.paragraph(line, context.styles.quotation_speaker);
        },
        typeset::Role::block_quote);
  }
}

void compose_people(Context& context) {
  const std::vector<const Person*> people = key_people(context.document);
  if (people.empty()) return;
  const auto any = [&people](std::string Person::*member) {
    return std::any_of(people.begin(), people.end(), [member](const Person* one) { return !(one->*member).empty(); });
  };
  struct Member {
    std::string_view label;
    std::string Person::*member;
    double share;
  };
  std::vector<Member> members = {{"common.name", &Person::name, 3.5}};
  if (any(&Person::role)) members.push_back({"common.role", &Person::role, 4});
  if (any(&Person::affiliation)) members.push_back({"common.organisation", &Person::affiliation, 3});
  if (any(&Person::country)) members.push_back({"common.country", &Person::country, 2});

  typeset::Table table;
  table.row_headers = true;
  table.head.emplace_back();
  for (const Member& member : members) {
    table.columns.push_back(typeset::Column::fraction(member.share));
    table.head.front().push_back(cell(std::string(context.resources.label(member.label))));
  }
  for (const Person* person : people) {
    typeset::Row row;
    for (const Member& member : members) row.push_back(cell(capitalised(person->*member.member)));
    typeset::Text name;
    name.bold(printable(person->name));
    if (!person->mentions.empty()) context.cite_sentence(name, person->mentions.front().sentence);
    row.front().text = name;
    table.rows.push_back(std::move(row));
  }
  section_head(context, "people");
  context.flow.table(table, context.styles.table);
}

void compose_dates(Context& context) {
  const Calendar calendar = key_dates(context.document, context.theme.most_dates);
  context.omissions.dates = calendar.dates.left_out;
  if (calendar.dates.chosen.empty()) return;
  typeset::Table table;
  table.columns = {typeset::Column::fraction(1), typeset::Column::fraction(3)};
  table.row_headers = true;
  table.head = {{cell(std::string(context.word("date"))), cell(std::string(context.word("event")))}};
  for (const DatedEntry& entry : calendar.dates.chosen) {
    typeset::Text date;
    date.bold(present_date(entry.start, entry.end, context.resources.labels));
    table.rows.push_back({typeset::Cell{.text = date}, typeset::Cell{.text = occasion(context, entry)}});
  }
  section_head(context, "dates");
  context.flow.table(table, context.styles.table);
}

}  // namespace herald::plugins
