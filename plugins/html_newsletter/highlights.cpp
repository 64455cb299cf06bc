// The choice of facts for each section.
#include "plugins/html_newsletter/highlights.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace herald::plugins::newsletter {
namespace {

using herald::Document;
using herald::ExportRequest;
using herald::Figure;
using herald::FigureKind;
using herald::templates::Data;

Section section_of(std::string name, Data list) {
  if (list.is_empty_list()) return Data::flag(false);
  Data section = Data::object();
  section.set(std::move(name), std::move(list));
  return section;
}

/// A sentence as it reads on its own: without the dateline that it may begin with.
std::string sentence_alone(const Document& document, std::uint32_t sentence) {
  herald::Span span = document.sentences[sentence].span;
  if (const auto& dateline = document.metadata.dateline; dateline && dateline->span.overlaps(span))
    span.begin = std::min(std::max(span.begin, dateline->span.end), span.end);
  return herald::folded_text(document, span);
}

std::uint32_t paragraph_of(const Document& document, const herald::Provenance& provenance) {
  return document.blocks[provenance.block].number;
}

// --- figures ---

/// How much a figure says on its own: money and shares first, then what is counted, then size.
int weight_of(const Figure& figure) {
  int weight = 0;
  if (figure.kind == FigureKind::money || figure.kind == FigureKind::percent) weight += 3;
  if (!figure.counted.empty()) weight += 3;
  if (figure.qualifier != herald::Qualifier::exact) weight += 1;
  if (figure.value.to_double() >= 10) weight += 1;
  return weight;
}

/// Whether a figure tells anything without its sentence: one that counts nothing named does not, nor
/// does a rank.
bool stands_alone(const Figure& figure) {
  if (figure.kind == FigureKind::ordinal) return false;
  return !figure.counted.empty() || figure.kind == FigureKind::money || figure.kind == FigureKind::percent;
}

std::vector<const Figure*> chosen_figures(const Document& document, std::size_t most) {
  std::vector<const Figure*> chosen;
  std::set<std::tuple<std::string, std::string, std::string>> seen;
  for (const Figure& figure : document.facts.figures)
    if (stands_alone(figure) && seen.emplace(figure.value.to_string(), figure.currency, figure.counted).second)
      chosen.push_back(&figure);
  std::stable_sort(chosen.begin(), chosen.end(),
                   [](const Figure* a, const Figure* b) { return weight_of(*a) > weight_of(*b); });
  if (chosen.size() > most) chosen.resize(most);
  // Shown in the order of the text, so that figures of one sentence stand together.
  std::sort(chosen.begin(), chosen.end(),
            [](const Figure* a, const Figure* b) { return a->provenance.span.begin < b->provenance.span.begin; });
  return chosen;
}

/// "EUR 30 billion" in two lines rather than one that is too wide for its cell.
std::string breakable(std::string text) {
  constexpr std::string_view no_break_space = "\xC2\xA0";
  for (std::size_t at = text.find(no_break_space); at != std::string::npos; at = text.find(no_break_space, at))
    text.replace(at, no_break_space.size(), " ");
  return text;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// Large type where all values are short, smaller type for all where one is not: one size a band.
bool any_is_long(const ExportRequest& request, const std::vector<const Figure*>& figures) {
  constexpr std::size_t longest_in_large = 8;  // characters of 28 px in a cell of 180 px
  return std::any_of(figures.begin(), figures.end(), [&](const Figure* figure) {
    return characters(herald::present_value(*figure, request.resources.labels)) > longest_in_large;
  });
}

Data figure_cell(const ExportRequest& request, const Figure& figure, bool is_long, const ShownParagraphs& shown) {
  Data cell = Data::object();
  cell.set("qualifier", Data::text(herald::present_qualifier(figure.qualifier, request.resources.labels)));
  cell.set("value", Data::text(breakable(herald::present_value(figure, request.resources.labels))));
  cell.set("is_long", Data::flag(is_long));
  cell.set("counted", Data::text(figure.counted));
  add_citation(cell, paragraph_of(request.document, figure.provenance), shown, request.resources);
  return cell;
}

// --- people ---

std::string post_of(const herald::Person& person, const ExportRequest& request) {
  if (person.role.empty() || person.affiliation.empty()) return person.role.empty() ? person.affiliation : person.role;
  // "Secretary General of the Agency" names its organisation already.
  if (person.role.find(person.affiliation) != std::string::npos) return person.role;
  std::string post(request.resources.label("newsletter.of_affiliation"));
  for (const auto& [slot, value] : {std::pair<std::string, std::string>{"{affiliation}", person.affiliation},
                                    std::pair<std::string, std::string>{"{role}", person.role}})
    if (const std::size_t at = post.find(slot); at != std::string::npos) post.replace(at, slot.size(), value);
  return post;
}

// --- quotations ---

bool is_shown(const herald::Quotation& quotation) {
  constexpr std::size_t shortest = 30;  // characters: what is shorter is a slogan, not a statement
  return !quotation.partial && characters(quotation.text) >= shortest;
}

// --- dates ---

struct DatedItem {
  std::string start;  // ISO, for the order
  std::string when;
  std::string what;
  std::string where;
  std::uint32_t paragraph = 0;
  bool is_coming = false;
};

bool is_after_publication(const std::string& start, const Document& document) {
  return !start.empty() && !document.metadata.published.empty() && start > document.metadata.published;
}

std::vector<DatedItem> dated_items(const ExportRequest& request) {
  const Document& document = request.document;
  const herald::Labels& labels = request.resources.labels;
  std::vector<DatedItem> items;
  for (const herald::Event& event : document.facts.events) {
    if (event.name.empty() || (event.start.empty() && event.place.empty())) continue;
    const bool coming = event.status == herald::EventStatus::planned || is_after_publication(event.start, document);
    items.push_back({event.start, herald::present_date(event.start, event.end, labels), event.name, event.place,
                     paragraph_of(document, event.provenance), coming});
  }
  for (const herald::DateMention& date : document.facts.dates) {
    if (date.role != herald::DateRole::deadline) continue;
    items.push_back({date.start, herald::present_date(date.start, date.end, labels),
                     sentence_alone(document, date.provenance.sentence), "", paragraph_of(document, date.provenance),
                     is_after_publication(date.start, document)});
  }
  // Without a date last: what is only announced comes after what has its day.
  std::stable_sort(items.begin(), items.end(), [](const DatedItem& a, const DatedItem& b) {
    return std::tuple(a.start.empty(), a.start) < std::tuple(b.start.empty(), b.start);
  });
  return items;
}

}  // namespace

Section points_section(const ExportRequest& request, const ShownParagraphs& shown) {
  const auto most = static_cast<std::size_t>(request.options.integer("max_points"));
  const Document& document = request.document;
  Data items = Data::list();
  for (std::size_t i = 0; i < document.facts.points.size() && i < most; ++i) {
    const std::uint32_t sentence = document.facts.points[i].sentence;
    Data item = Data::object();
    item.set("text", Data::text(sentence_alone(document, sentence)));
    add_citation(item, herald::paragraph_number(document, sentence), shown, request.resources);
    items.add(std::move(item));
  }
  return section_of("items", std::move(items));
}

Section figures_section(const ExportRequest& request, const ShownParagraphs& shown) {
  const auto most = static_cast<std::size_t>(request.options.integer("max_figures"));
  const std::vector<const Figure*> chosen = chosen_figures(request.document, most);
  const std::size_t columns = chosen.size() == 4 || chosen.size() < 3 ? 2 : 3;  // no row of a single figure out of four
  const bool is_long = any_is_long(request, chosen);
  Data rows = Data::list();
  for (std::size_t i = 0; i < chosen.size(); i += columns) {
    Data cells = Data::list();
    for (std::size_t j = i; j < std::min(i + columns, chosen.size()); ++j)
      cells.add(figure_cell(request, *chosen[j], is_long, shown));
    Data row = Data::object();
    row.set("is_pair", Data::flag(columns == 2));
    row.set("cells", std::move(cells));
    rows.add(std::move(row));
  }
  return section_of("rows", std::move(rows));
}

Section quotations_section(const ExportRequest& request, const ShownParagraphs& shown) {
  constexpr std::size_t longest = 320;  // characters: some eight lines; the text has the whole
  const Document& document = request.document;
  const auto most = request.options.integer("max_quotations");
  Data items = Data::list();
  std::int64_t count = 0;
  for (const herald::Quotation& quotation : document.facts.quotations) {
    if (!is_shown(quotation) || count == most) continue;
    ++count;
    const herald::Person* speaker = quotation.speaker ? &document.facts.people[*quotation.speaker] : nullptr;
    Data item = Data::object();
    item.set("quotation", Data::text(filled_label(request.resources, "common.quotation", "text",
                                                  shortened(quotation.text, longest))));
    item.set("speaker", Data::text(speaker != nullptr ? speaker->name : quotation.speaker_text));
    item.set("post", Data::text(speaker != nullptr ? post_of(*speaker, request) : ""));
    add_citation(item, paragraph_of(document, quotation.provenance), shown, request.resources);
    items.add(std::move(item));
  }
  return section_of("items", std::move(items));
}

Section people_section(const ExportRequest& request, const ShownParagraphs& shown) {
  constexpr std::size_t most = 16;  // two telephone screens
  const Document& document = request.document;
  Data items = Data::list();
  std::size_t count = 0;
  for (const herald::Person& person : document.facts.people) {
    const std::string post = post_of(person, request);
    if ((post.empty() && person.country.empty()) || count == most) continue;
    ++count;
    Data item = Data::object();
    item.set("name", Data::text(person.name));
    item.set("country", Data::text(person.country));
    item.set("post", Data::text(post));
    add_citation(item, person.mentions.empty() ? 0 : paragraph_of(document, person.mentions.front()), shown,
                 request.resources);
    items.add(std::move(item));
  }
  return section_of("items", std::move(items));
}

Section dates_section(const ExportRequest& request, const ShownParagraphs& shown) {
  constexpr std::size_t most = 8;
  std::vector<DatedItem> dated = dated_items(request);
  if (dated.size() > most) dated.resize(most);
  if (dated.empty()) return Data::flag(false);
  const bool all_coming = std::all_of(dated.begin(), dated.end(), [](const DatedItem& item) { return item.is_coming; });
  Data items = Data::list();
  for (const DatedItem& dated_item : dated) {
    Data item = Data::object();
    item.set("when", Data::text(dated_item.when));
    item.set("what", Data::text(dated_item.what));
    item.set("where", Data::text(dated_item.where));
    add_citation(item, dated_item.paragraph, shown, request.resources);
    items.add(std::move(item));
  }
  Data section = Data::object();
  section.set("title",
              Data::text(std::string(request.resources.label(all_coming ? "newsletter.coming" : "newsletter.dates"))));
  section.set("items", std::move(items));
  return section;
}

}  // namespace herald::plugins::newsletter
