// Facts as JSON: flat, with the sentence's text in each fact, so that a script needs nothing else.
#include <nlohmann/json.hpp>

#include "core/app/facts_report.hpp"
#include "core/document/enum_names.hpp"

namespace herald::app {
namespace {

using Json = nlohmann::ordered_json;

// The names under which tools that compare extractions know the kinds of block.
std::string_view block_type(BlockKind kind) {
  switch (kind) {
    case BlockKind::title:
      return "title";
    case BlockKind::standfirst:
      return "standfirst";
    case BlockKind::date_line:
      return "date";
    case BlockKind::status:
      return "status";
    case BlockKind::heading:
      return "heading";
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::list_item:
      return "list_item";
    case BlockKind::block_quote:
      return "quote";
    case BlockKind::image:
      return "image";
    case BlockKind::caption:
      return "caption";
    case BlockKind::table:
      return "table";
    case BlockKind::contact:
      return "contact";
    case BlockKind::boilerplate:
      return "boilerplate";
    case BlockKind::end_mark:
    case BlockKind::noise:
      return "noise";
  }
  return "noise";
}

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json number(const Decimal& value) {
  // 2^53: beyond it neighbouring whole numbers share a double, and readers round.
  constexpr std::int64_t exact_limit = std::int64_t{1} << 53;
  if (value.coefficient() > exact_limit || value.coefficient() < -exact_limit) return value.to_string();
  if (value.is_whole()) return value.coefficient();
  return value.to_double();
}

void add_provenance(Json& object, const Document& document, const Provenance& provenance) {
  object["start"] = provenance.span.begin;
  object["end"] = provenance.span.end;
  object["paragraph"] = document.blocks[provenance.block].number;
  object["sentence"] = sentence_text(document, provenance.sentence);
  object["rule"] = provenance.rule;
  object["confidence"] = provenance.confidence;
}

Json blocks_json(const Document& document) {
  Json array = Json::array();
  for (const Block& block : document.blocks) {
    const bool is_image = block.kind == BlockKind::image;
    array.push_back({{"type", block_type(block.kind)},
                     {"text", is_image ? folded_text(document, block.span) : plain_text(block)},
                     {"start", block.span.begin},
                     {"end", block.span.end}});
  }
  return array;
}

Json figures_json(const Document& document) {
  Json array = Json::array();
  for (const Figure& figure : document.facts.figures) {
    Json object = {{"id", figure.id},
                   {"text", folded_text(document, figure.provenance.span)},
                   {"as_written", figure.as_written},
                   {"value", number(figure.value)},
                   {"value_max", figure.maximum ? number(*figure.maximum) : Json()},
                   {"currency", text_or_null(figure.currency)},
                   {"unit", text_or_null(figure.unit)},
                   {"qualifier", document::name_of(document::qualifier_names, figure.qualifier)},
                   {"counted", text_or_null(figure.counted)}};
    add_provenance(object, document, figure.provenance);
    array.push_back(std::move(object));
  }
  return array;
}

Json people_json(const Document& document) {
  Json array = Json::array();
  for (const Person& person : document.facts.people) {
    Json object = {{"id", person.id},
                   {"name", person.name},
                   {"role", text_or_null(person.role)},
                   {"organisation", text_or_null(person.affiliation)},
                   {"country", text_or_null(person.country)},
                   {"mentions", person.mentions.size()}};
    if (!person.mentions.empty()) add_provenance(object, document, person.mentions.front());
    array.push_back(std::move(object));
  }
  return array;
}

Json quotations_json(const Document& document) {
  Json array = Json::array();
  for (const Quotation& quotation : document.facts.quotations) {
    const std::string speaker =
        quotation.speaker ? document.facts.people[*quotation.speaker].name : quotation.speaker_text;
    Json object = {{"id", quotation.id},
                   {"text", quotation.text},
                   {"speaker", text_or_null(speaker)},
                   {"partial", quotation.partial}};
    add_provenance(object, document, quotation.provenance);
    array.push_back(std::move(object));
  }
  return array;
}

Json dates_json(const Document& document) {
  Json array = Json::array();
  for (const DateMention& date : document.facts.dates) {
    Json object = {{"id", date.id},
                   {"text", date.as_written},
                   {"date", date.start},
                   {"end_date", text_or_null(date.end)},
                   {"role", document::name_of(document::date_role_names, date.role)},
                   {"relative", date.relative}};
    add_provenance(object, document, date.provenance);
    array.push_back(std::move(object));
  }
  return array;
}

Json places_json(const Document& document) {
  Json array = Json::array();
  for (const Place& place : document.facts.places) {
    Json object = {{"id", place.id},
                   {"name", place.name},
                   {"country_code", text_or_null(place.country_code)},
                   {"mentions", place.mentions.size()}};
    if (!place.mentions.empty()) add_provenance(object, document, place.mentions.front());
    array.push_back(std::move(object));
  }
  return array;
}

Json events_json(const Document& document, Json& next_event) {
  Json array = Json::array();
  for (const Event& event : document.facts.events) {
    if (event.status == EventStatus::planned && next_event.is_null())
      next_event = {{"name", event.name}, {"place", text_or_null(event.place)}, {"date", text_or_null(event.start)}};
    Json object = {{"id", event.id},
                   {"name", event.name},
                   {"date", text_or_null(event.start)},
                   {"end_date", text_or_null(event.end)},
                   {"place", text_or_null(event.place)},
                   {"status", document::name_of(document::event_status_names, event.status)}};
    add_provenance(object, document, event.provenance);
    array.push_back(std::move(object));
  }
  return array;
}

Json points_json(const Document& document) {
  Json array = Json::array();
  for (const Point& point : document.facts.points)
    array.push_back({{"id", point.id},
                     {"reason", point.reason},
                     {"paragraph", paragraph_number(document, point.sentence)},
                     {"sentence", sentence_text(document, point.sentence)}});
  return array;
}

}  // namespace

std::string facts_json(const Document& document, JsonForm form) {
  const Metadata& metadata = document.metadata;
  Json images = Json::array();
  for (const Block& block : document.blocks)
    if (block.kind == BlockKind::image) images.push_back({{"file", folded_text(document, block.span)}});
  Json dateline;
  if (metadata.dateline) {
    std::string place = metadata.dateline->place;
    if (!metadata.dateline->country.empty()) place += (place.empty() ? "" : ", ") + metadata.dateline->country;
    dateline = {{"place", text_or_null(place)}, {"text", metadata.dateline->text}};
  }
  Json next_event;
  Json events = events_json(document, next_event);
  const Json object = {{"schema", "herald-facts/1"},
                       {"source", {{"uri", document.source.uri}, {"sha256", document.source.sha256}}},
                       {"offset_unit", "byte"},
                       {"offset_base", "source"},
                       {"language", text_or_null(metadata.language)},
                       {"title", text_or_null(metadata.title)},
                       {"standfirst", text_or_null(metadata.standfirst)},
                       {"published", text_or_null(metadata.published)},
                       {"dateline", std::move(dateline)},
                       {"figures", figures_json(document)},
                       {"people", people_json(document)},
                       {"quotes", quotations_json(document)},
                       {"dates", dates_json(document)},
                       {"places", places_json(document)},
                       {"events", std::move(events)},
                       {"next_event", std::move(next_event)},
                       {"points", points_json(document)},
                       {"images", std::move(images)},
                       {"blocks", blocks_json(document)}};
  return object.dump(form == JsonForm::indented ? 2 : -1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace herald::app
