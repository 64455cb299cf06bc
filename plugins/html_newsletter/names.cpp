// The names, section by section.
#include "plugins/html_newsletter/names.hpp"

#include <string>
#include <string_view>

namespace herald::plugins::newsletter {
namespace {

using herald::templates::Name;
using herald::templates::NameKind;
using herald::templates::Names;

void add_citation_names(Names& names, const std::string& item) {
  names.push_back({item + ".cite", NameKind::text, "its paragraph, as it is cited: \"para. 3\""});
  names.push_back(
      {item + ".cite_link", NameKind::address, "the place of that paragraph below, empty where it is not shown"});
}

void add_page_names(Names& names) {
  const Names page = {
      {"language", NameKind::text, "language of the release, for lang"},
      {"direction", NameKind::text, "ltr or rtl, for dir"},
      {"is_rtl", NameKind::flag, "set for languages written from right to left"},
      {"start", NameKind::style, "left, or right where is_rtl: for text-align and borders"},
      {"end", NameKind::style, "the other side"},
      {"preheader", NameKind::text, "the line that an inbox shows beside the subject"},
      {"masthead", NameKind::text, "the organisation, or \"News release\""},
      {"kicker", NameKind::text, "\"News release\", where the organisation has taken its place"},
      {"embargo", NameKind::text, "\"Embargo until …\", for a band at the head"},
      {"status", NameKind::text, "\"For immediate release\"; empty where masthead or embargo say it"},
      {"title", NameKind::text, "title of the release"},
      {"standfirst", NameKind::text, "the sentence under the title"},
      {"place", NameKind::text, "where it was issued"},
      {"published", NameKind::text, "when, in words"},
      {"published_iso", NameKind::text, "when, as 2025-11-27"},
      {"intro", NameKind::text, "the words given with --set intro=…"},
      {"source", NameKind::object, "where the release comes from"},
      {"source.file", NameKind::text, "its file"},
      {"source.sha256", NameKind::text, "SHA-256 of the file"},
      {"source.address", NameKind::address, "where it is online, from --set source_url=…"},
      {"unsubscribe_link", NameKind::address, "from --set unsubscribe_url=…"},
      {"made_from", NameKind::text, "how the newsletter was made, in a sentence"},
  };
  names.insert(names.end(), page.begin(), page.end());
}

void add_highlight_names(Names& names) {
  names.push_back({"points", NameKind::object, "points to make"});
  names.push_back({"points.items", NameKind::list, "a point"});
  names.push_back({"points.items.text", NameKind::text, "a sentence of the release"});
  add_citation_names(names, "points.items");
  names.push_back({"figures", NameKind::object, "key figures"});
  names.push_back({"figures.rows", NameKind::list, "two or three figures beside each other"});
  names.push_back({"figures.rows.is_pair", NameKind::flag, "set where rows hold two figures, not three"});
  names.push_back({"figures.rows.has_qualifier", NameKind::flag, "set where one of the row has a qualifier"});
  names.push_back({"figures.rows.cells", NameKind::list, "a figure"});
  const std::string cell = "figures.rows.cells.";
  names.push_back({cell + "qualifier", NameKind::text, "\"more than\", \"about\""});
  names.push_back({cell + "value", NameKind::text, "the number with its unit: \"EUR 30 billion\""});
  names.push_back({cell + "is_long", NameKind::flag, "set where one of the values is too long for large type"});
  names.push_back(
      {cell + "is_wide", NameKind::flag, "set where a word of a value is too wide for a third of the page"});
  names.push_back({cell + "counted", NameKind::text, "what is counted, in the words of the release"});
  add_citation_names(names, "figures.rows.cells");
  names.push_back({"quotations", NameKind::object, "quotations"});
  names.push_back({"quotations.items", NameKind::list, "a quotation"});
  names.push_back({"quotations.items.quotation", NameKind::text, "the words, between their marks"});
  names.push_back({"quotations.items.speaker", NameKind::text, "who said them"});
  names.push_back({"quotations.items.post", NameKind::text, "post and organisation of the speaker"});
  add_citation_names(names, "quotations.items");
  names.push_back({"people", NameKind::object, "people and posts"});
  names.push_back({"people.items", NameKind::list, "a person"});
  names.push_back({"people.items.name", NameKind::text, "name"});
  names.push_back({"people.items.country", NameKind::text, "country"});
  names.push_back({"people.items.post", NameKind::text, "post and organisation"});
  add_citation_names(names, "people.items");
  names.push_back({"dates", NameKind::object, "events and deadlines"});
  names.push_back({"dates.title", NameKind::text, "\"Dates\", or \"What comes next\" where all of them are ahead"});
  names.push_back({"dates.items", NameKind::list, "an event or a deadline"});
  names.push_back({"dates.items.when", NameKind::text, "date or range, in words"});
  names.push_back({"dates.items.what", NameKind::text, "name of the event, or the sentence with the deadline"});
  names.push_back({"dates.items.where", NameKind::text, "place"});
  add_citation_names(names, "dates.items");
}

void add_text_names(Names& names) {
  names.push_back({"text", NameKind::object, "the running text"});
  names.push_back({"text.is_opening", NameKind::flag, "set where only the beginning is shown"});
  names.push_back({"text.blocks", NameKind::list, "a paragraph, heading, list, quotation or table"});
  const std::string block = "text.blocks.";
  names.push_back({block + "number", NameKind::text, "number of the paragraph, on its first block"});
  names.push_back({block + "anchor", NameKind::text, "id that citations lead to"});
  names.push_back({block + "block_language", NameKind::text, "where the block is in another language"});
  names.push_back({block + "block_direction", NameKind::text, "ltr or rtl, where the block is in another language"});
  for (const std::string_view shape : {"heading", "subheading", "paragraph"}) {
    const std::string path = block + std::string(shape);
    names.push_back({path, NameKind::object, "set for a block of this kind"});
    names.push_back({path + ".content", NameKind::markup, "its words, with emphasis and links"});
  }
  for (const std::string_view shape : {"bullets", "numbers", "quote", "lines"}) {
    const std::string path = block + std::string(shape);
    names.push_back({path, NameKind::object, "set for a block of this kind"});
    names.push_back({path + ".items", NameKind::list, "an item, a paragraph of the quotation, a line"});
    names.push_back({path + ".items.content", NameKind::markup, "its words, with emphasis and links"});
  }
  names.push_back({block + "table", NameKind::object, "set for a table"});
  for (const std::string_view part : {"head", "rows"}) {
    const std::string path = block + "table." + std::string(part);
    names.push_back({path, NameKind::list, "a row"});
    names.push_back({path + ".cells", NameKind::list, "a cell"});
    names.push_back({path + ".cells.cell", NameKind::text, "what is in the cell"});
  }
  for (const std::string_view section : {"contact", "boilerplate"}) {
    const std::string path(section);
    names.push_back({path, NameKind::object, section == "contact" ? "whom to ask" : "\"About …\""});
    names.push_back({path + ".names_itself", NameKind::flag, "set where its first line says what it is"});
    names.push_back({path + ".items", NameKind::list, "a line or paragraph"});
    names.push_back({path + ".items.is_head", NameKind::flag, "set for a line that names what follows"});
    names.push_back({path + ".items.content", NameKind::markup, "its words, with emphasis and links"});
  }
}

void add_theme_names(Names& names) {
  names.push_back({"theme", NameKind::object, "what template.toml sets"});
  const std::pair<std::string_view, std::string_view> settings[] = {{"page", "around the newsletter"},
                                                                    {"card", "behind the text"},
                                                                    {"panel", "behind figures and footer"},
                                                                    {"band", "the band at the head"},
                                                                    {"on_band", "text on the band"},
                                                                    {"ink", "text"},
                                                                    {"title", "title, headings, names"},
                                                                    {"accent", "numbers, links, rules"},
                                                                    {"muted", "secondary text"},
                                                                    {"hairline", "thin lines"},
                                                                    {"dark_page", "the same on a dark ground"},
                                                                    {"dark_card", "the same on a dark ground"},
                                                                    {"dark_panel", "the same on a dark ground"},
                                                                    {"dark_ink", "the same on a dark ground"},
                                                                    {"dark_title", "the same on a dark ground"},
                                                                    {"dark_accent", "the same on a dark ground"},
                                                                    {"dark_muted", "the same on a dark ground"},
                                                                    {"dark_hairline", "the same on a dark ground"},
                                                                    {"font", "families of the typeface"},
                                                                    {"width", "greatest width in pixels"}};
  for (const auto& [name, help] : settings)
    names.push_back({"theme." + std::string(name), NameKind::style, std::string(help)});
}

}  // namespace

Names newsletter_names(const herald::Labels& labels) {
  Names names;
  add_page_names(names);
  add_highlight_names(names);
  add_text_names(names);
  add_theme_names(names);
  names.push_back({"labels", NameKind::object, "words from [newsletter] of the language's labels"});
  constexpr std::string_view section = "newsletter.";
  for (const auto& [key, words] : labels)
    if (key.starts_with(section)) names.push_back({"labels." + key.substr(section.size()), NameKind::text, words});
  return names;
}

}  // namespace herald::plugins::newsletter
