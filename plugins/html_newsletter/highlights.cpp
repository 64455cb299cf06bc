// The facts of each section; which ones, herald/highlights.hpp chooses for all outputs.
#include "plugins/html_newsletter/highlights.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "herald/highlights.hpp"

namespace herald::plugins::newsletter {
namespace {

using herald::Document;
using herald::ExportRequest;
using herald::Figure;
using herald::templates::Data;

Section section_of(std::string name, Data list) {
  if (list.is_empty_list()) return Data::flag(false);
  Data section = Data::object();
  section.set(std::move(name), std::move(list));
  return section;
}

std::uint32_t paragraph_of(const Document& document, const herald::Provenance& provenance) {
  return document.blocks[provenance.block].number;
}

// --- figures ---

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

/// The longest word of a value: it alone decides how small the type must be, for a word is never broken.
std::size_t longest_word(const std::string& value) {
  std::size_t longest = 0;
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t end = std::min(value.find(' ', at), value.size());
    longest = std::max(longest, characters(std::string_view(value).substr(at, end - at)));
    at = end + 1;
  }
  return longest;
}

/// One size of type for all values: large where all are short, smaller where one is not, small and in wider cells where
/// a word is too wide for a third of the page ("estadounidenses").
struct Sizes {
  bool is_long = false;
  bool is_wide = false;
};

Sizes sizes_of(const ExportRequest& request, const std::vector<const Figure*>& figures) {
  constexpr std::size_t longest_in_large = 8;     // characters of 28 px in a cell of 180 px
  constexpr std::size_t longest_in_a_third = 11;  // the same of 22 px
  Sizes sizes;
  for (const Figure* figure : figures) {
    const std::string value = breakable(herald::present_value(*figure, request.resources.labels));
    sizes.is_long = sizes.is_long || characters(value) > longest_in_large;
    sizes.is_wide = sizes.is_wide || longest_word(value) > longest_in_a_third;
  }
  return sizes;
}

Data figure_cell(const ExportRequest& request, const Figure& figure, Sizes sizes, const ShownParagraphs& shown) {
  Data cell = Data::object();
  cell.set("qualifier", Data::text(herald::present_qualifier(figure.qualifier, request.resources.labels)));
  cell.set("value", Data::text(breakable(herald::present_value(figure, request.resources.labels))));
  cell.set("is_long", Data::flag(sizes.is_long && !sizes.is_wide));
  cell.set("is_wide", Data::flag(sizes.is_wide));
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

// --- dates ---

constexpr std::size_t longest_occasion = 240;  // enough of a sentence to know what a date is about

struct DatedItem {
  std::string when;
  std::string what;
  std::string where;
  std::uint32_t paragraph = 0;
  bool is_coming = false;
};

DatedItem dated_item(const ExportRequest& request, const herald::DatedEntry& entry, bool is_coming) {
  const Document& document = request.document;
  const bool is_event = !entry.name.empty();
  return {herald::present_date(entry.start, entry.end, request.resources.labels),
          is_event ? herald::capitalised(entry.name)
                   : shortened(herald::standing_sentence(document, entry.sentence), longest_occasion),
          entry.place, herald::paragraph_number(document, entry.sentence), is_coming};
}

/// What is to come; where nothing is, what was.
std::vector<DatedItem> dated_items(const ExportRequest& request, std::size_t most) {
  const herald::Calendar calendar = herald::key_dates(request.document, most);
  std::vector<DatedItem> items;
  for (const herald::DatedEntry& entry : calendar.coming) items.push_back(dated_item(request, entry, true));
  if (items.empty())
    for (const herald::DatedEntry& entry : calendar.dates.chosen) items.push_back(dated_item(request, entry, false));
  if (items.size() > most) items.resize(most);
  return items;
}

}  // namespace

Section points_section(const ExportRequest& request, const ShownParagraphs& shown) {
  const auto most = static_cast<std::size_t>(request.options.integer("max_points"));
  const Document& document = request.document;
  Data items = Data::list();
  for (const herald::Point* point : herald::key_points(document, most)) {
    Data item = Data::object();
    item.set("text", Data::text(herald::standing_sentence(document, point->sentence)));
    add_citation(item, herald::paragraph_number(document, point->sentence), shown, request.resources);
    items.add(std::move(item));
  }
  return section_of("items", std::move(items));
}

Section figures_section(const ExportRequest& request, const ShownParagraphs& shown) {
  const auto most = static_cast<std::size_t>(request.options.integer("max_figures"));
  const std::vector<const Figure*> chosen = herald::key_figures(request.document, most).chosen;
  const Sizes sizes = sizes_of(request, chosen);
  // No row of a single figure out of four.
  const std::size_t columns = sizes.is_wide || chosen.size() == 4 || chosen.size() < 3 ? 2 : 3;
  Data rows = Data::list();
  for (std::size_t i = 0; i < chosen.size(); i += columns) {
    Data cells = Data::list();
    bool has_qualifier = false;
    for (std::size_t j = i; j < std::min(i + columns, chosen.size()); ++j) {
      cells.add(figure_cell(request, *chosen[j], sizes, shown));
      has_qualifier = has_qualifier || chosen[j]->qualifier != herald::Qualifier::exact;
    }
    Data row = Data::object();
    row.set("is_pair", Data::flag(columns == 2));
    row.set("has_qualifier", Data::flag(has_qualifier));
    row.set("cells", std::move(cells));
    rows.add(std::move(row));
  }
  return section_of("rows", std::move(rows));
}

Section quotations_section(const ExportRequest& request, const ShownParagraphs& shown) {
  constexpr std::size_t longest = 320;  // characters: some eight lines; the text has the whole
  const Document& document = request.document;
  const auto most = static_cast<std::size_t>(request.options.integer("max_quotations"));
  Data items = Data::list();
  for (const herald::Quotation* chosen : herald::key_quotations(document, most).chosen) {
    const herald::Quotation& quotation = *chosen;
    const herald::Person* speaker = quotation.speaker ? &document.facts.people[*quotation.speaker] : nullptr;
    Data item = Data::object();
    item.set("quotation", Data::text(filled_label(request.resources, "common.quotation", "text",
                                                  shortened(herald::quoted_words(quotation), longest))));
    item.set("speaker", Data::text(speaker != nullptr ? speaker->name : herald::capitalised(quotation.speaker_text)));
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
  for (const herald::Person* chosen : herald::key_people(document)) {
    if (count++ == most) break;
    const herald::Person& person = *chosen;
    const std::string post = herald::capitalised(post_of(person, request));
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
  const std::vector<DatedItem> dated = dated_items(request, most);
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
