// The sections made from facts: points, figures, what to watch, quotations, people, dates.
#include <algorithm>

#include "herald/presentation.hpp"
#include "plugins/pdf_brief/compose.hpp"
#include "plugins/pdf_brief/selection.hpp"

namespace herald::plugins {

namespace {

// A quotation beyond this is read in the text; the briefing shows how it begins. Some eight lines.
constexpr std::size_t longest_quotation = 700;
// Enough of a sentence to know what a date is about: two lines of the table.
constexpr std::size_t longest_occasion = 180;
// Under a big number, some three short lines.
constexpr std::size_t longest_count = 90;
// A sentence that fills more than six lines is no point to make as it stands, but its beginning is.
constexpr std::size_t longest_point = 600;

void section_head(Context& context, std::string_view key) {
  context.flow.heading(2, typeset::Text(context.word(key)), context.styles.section_head,
                       {.name = "section-" + std::string(key)});
}

std::string joined(std::initializer_list<std::string> parts) {
  std::string all;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!all.empty()) all += ", ";
    all += part;
  }
  return all;
}

typeset::PanelCell figure_cell(const Context& context, const Figure& figure) {
  const Labels& labels = context.resources.labels;
  typeset::PanelCell cell;
  const std::string qualifier = present_qualifier(figure.qualifier, labels);
  if (!qualifier.empty()) {
    typeset::Inline small{.text = qualifier + " ", .scale = 0.52};
    small.weight = typeset::Weight::regular;
    small.color = context.theme.muted;
    cell.value.add(std::move(small));
  }
  cell.value.add(present_value(figure, labels));
  std::string counted = printable(figure.counted);
  // A percentage or sum that does not say of what is explained by its sentence.
  if (counted.empty()) counted = context.sentence(figure.provenance.sentence);
  cell.label.add(shortened(counted, longest_count));
  context.cite_sentence(cell.label, figure.provenance.sentence);
  return cell;
}

/// "Jane Roe, Director, Harbour Office"; the attribution as written for a speaker without a name.
std::string speaker_of(const Document& document, const Quotation& quotation) {
  if (!quotation.speaker || *quotation.speaker >= document.facts.people.size())
    return printable(quotation.speaker_text);
  const Person& person = document.facts.people[*quotation.speaker];
  return printable(joined({person.name, person.role, person.affiliation}));
}

std::string quoted(const Context& context, const std::string& text) {
  std::string pattern(context.resources.label("common.quotation"));
  const std::size_t at = pattern.find("{text}");
  return at == std::string::npos ? text : pattern.replace(at, 6, text);
}

/// What happens on a date: the event with its place, or the sentence that names the date.
typeset::Text occasion(const Context& context, const DatedEntry& entry) {
  typeset::Text text(entry.name.empty() ? shortened(context.sentence(entry.sentence), longest_occasion)
                                        : printable(joined({entry.name, entry.place})));
  context.cite_sentence(text, entry.sentence);
  return text;
}

typeset::Cell cell(const std::string& text) { return {.text = typeset::Text(printable(text))}; }

}  // namespace

void compose_points(Context& context) {
  std::vector<typeset::ListItem> items;
  for (const Point& point : context.document.facts.points) {
    if (items.size() == context.theme.most_points) break;
    const std::string sentence = context.sentence(point.sentence);
    if (sentence.empty() || sentence == context.document.metadata.standfirst) continue;
    typeset::ListItem item;
    item.label.add(std::to_string(items.size() + 1));
    item.text.add(shortened(sentence, longest_point));
    context.cite_sentence(item.text, point.sentence);
    items.push_back(std::move(item));
  }
  if (items.empty()) return;
  section_head(context, "points");
  context.flow.list(items, context.styles.points);
}

void compose_figures(Context& context) {
  const auto selection = select_figures(context.document, context.theme.most_figures);
  context.omissions.figures = selection.left_out;
  if (selection.chosen.empty()) return;
  section_head(context, "figures");
  std::vector<typeset::PanelCell> cells;
  for (const Figure* figure : selection.chosen) cells.push_back(figure_cell(context, *figure));
  context.flow.panel(cells, context.styles.figures);
}

void compose_watch(Context& context) {
  const Calendar calendar = make_calendar(context.document, context.theme.most_dates);
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
  const auto selection = select_quotations(context.document, context.theme.most_quotations);
  context.omissions.quotations = selection.left_out;
  if (selection.chosen.empty()) return;
  section_head(context, "quotations");
  for (const Quotation* quotation : selection.chosen) {
    context.flow.callout(
        context.styles.quotation,
        [&] {
          context.flow.paragraph(
              typeset::Text(quoted(context, shortened(printable(quotation->text), longest_quotation))),
              context.styles.quotation_text);
          typeset::Text line;
          const std::string speaker = speaker_of(context.document, *quotation);
          if (!speaker.empty()) line.bold("— " + speaker);
          context.cite_sentence(line, quotation->provenance.sentence);
          if (!line.empty()) context.flow.paragraph(line, context.styles.quotation_speaker);
        },
        typeset::Role::block_quote);
  }
}

void compose_people(Context& context) {
  const std::vector<const Person*> people = select_people(context.document);
  if (people.empty()) return;
  const auto any = [&people](std::string Person::*member) {
    return std::any_of(people.begin(), people.end(), [member](const Person* one) { return !(one->*member).empty(); });
  };
  struct Member {
    std::string_view label;
    std::string Person::*member;
    double share;
  };
  std::vector<Member> members = {{"common.name", &Person::name, 3}};
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
    for (const Member& member : members) row.push_back(cell(person->*member.member));
    if (!person->mentions.empty()) context.cite_sentence(row.back().text, person->mentions.front().sentence);
    typeset::Text name;
    name.bold(printable(person->name));
    row.front().text = name;
    if (members.size() == 1 && !person->mentions.empty()) {
      context.cite_sentence(row.front().text, person->mentions.front().sentence);
    }
    table.rows.push_back(std::move(row));
  }
  section_head(context, "people");
  context.flow.table(table, context.styles.table);
}

void compose_dates(Context& context) {
  const Calendar calendar = make_calendar(context.document, context.theme.most_dates);
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
