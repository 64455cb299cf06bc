// Facts as JSON: flat, with the sentence's text in each fact, so that a script needs nothing else.
#include <algorithm>

#include "core/app/excerpt.hpp"
#include "core/app/facts_report.hpp"
#include "core/document/enum_names.hpp"
#include "core/document/json_stream.hpp"

namespace herald::app {
namespace {

using document::JsonStream;

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

void put_text(JsonStream& json, const char* key, const std::string& text) {
  json.key(key);
  text.empty() ? json.value(nullptr) : json.value(text);
}

void put_number(JsonStream& json, const char* key, const Decimal& value) {
  // 2^53: beyond it neighbouring whole numbers share a double, and readers round.
  constexpr std::int64_t exact_limit = std::int64_t{1} << 53;
  json.key(key);
  if (value.coefficient() > exact_limit || value.coefficient() < -exact_limit) return json.value(value.to_string());
  if (value.is_whole()) return json.value(value.coefficient());
  json.value(value.to_double());
}

void put_provenance(JsonStream& json, const Document& document, const Provenance& provenance) {
  json.member("start", provenance.span.begin);
  json.member("end", provenance.span.end);
  json.member("paragraph", document.blocks[provenance.block].number);
  json.member("sentence", sentence_around(document, provenance.sentence, provenance.span));
  json.member("rule", provenance.rule);
  json.member("confidence", provenance.confidence);
}

// An array of objects; `fill` writes one item's members.
template <typename T, typename Fill>
void put_list(JsonStream& json, const char* key, const std::vector<T>& items, Fill fill) {
  json.key(key);
  json.begin_array();
  for (const T& item : items) {
    json.begin_object();
    fill(item);
    json.end_object();
  }
  json.end_array();
}

void put_figures(JsonStream& json, const Document& document) {
  put_list(json, "figures", document.facts.figures, [&](const Figure& figure) {
    json.member("id", figure.id);
    json.member("text", folded_text(document, figure.provenance.span));
    json.member("as_written", figure.as_written);
    put_number(json, "value", figure.value);
    figure.maximum ? put_number(json, "value_max", *figure.maximum) : json.member("value_max", nullptr);
    figure.of ? put_number(json, "value_of", *figure.of) : json.member("value_of", nullptr);
    put_text(json, "currency", figure.currency);
    put_text(json, "unit", figure.unit);
    json.member("qualifier", document::name_of(document::qualifier_names, figure.qualifier));
    put_text(json, "counted", figure.counted);
    put_provenance(json, document, figure.provenance);
  });
}

void put_people(JsonStream& json, const Document& document) {
  put_list(json, "people", document.facts.people, [&](const Person& person) {
    json.member("id", person.id);
    json.member("name", person.name);
    put_text(json, "role", person.role);
    put_text(json, "organisation", person.affiliation);
    put_text(json, "country", person.country);
    json.member("mentions", person.mentions.size());
    if (!person.mentions.empty()) put_provenance(json, document, person.mentions.front());
  });
}

void put_quotations(JsonStream& json, const Document& document) {
  put_list(json, "quotes", document.facts.quotations, [&](const Quotation& quotation) {
    json.member("id", quotation.id);
    json.member("text", quotation.text);
    put_text(json, "speaker",
             quotation.speaker ? document.facts.people[*quotation.speaker].name : quotation.speaker_text);
    json.member("partial", quotation.partial);
    put_provenance(json, document, quotation.provenance);
  });
}

void put_dates(JsonStream& json, const Document& document) {
  put_list(json, "dates", document.facts.dates, [&](const DateMention& date) {
    json.member("id", date.id);
    json.member("text", date.as_written);
    json.member("date", date.start);
    put_text(json, "end_date", date.end);
    json.member("role", document::name_of(document::date_role_names, date.role));
    json.member("relative", date.relative);
    put_provenance(json, document, date.provenance);
  });
}

void put_places(JsonStream& json, const Document& document) {
  put_list(json, "places", document.facts.places, [&](const Place& place) {
    json.member("id", place.id);
    json.member("name", place.name);
    put_text(json, "country_code", place.country_code);
    json.member("mentions", place.mentions.size());
    if (!place.mentions.empty()) put_provenance(json, document, place.mentions.front());
  });
}

void put_organisations(JsonStream& json, const Document& document) {
  put_list(json, "organisations", document.facts.organisations, [&](const Organisation& organisation) {
    json.member("id", organisation.id);
    json.member("name", organisation.name);
    put_text(json, "abbreviation", organisation.abbreviation);
    json.member("mentions", organisation.mentions.size());
    if (!organisation.mentions.empty()) put_provenance(json, document, organisation.mentions.front());
  });
}

void put_texts(JsonStream& json, const char* key, const std::vector<std::string>& texts) {
  json.key(key);
  json.begin_array();
  for (const std::string& text : texts) json.value(text);
  json.end_array();
}

void put_contacts(JsonStream& json, const Document& document) {
  put_list(json, "contacts", document.facts.contacts, [&](const Contact& contact) {
    json.member("id", contact.id);
    put_text(json, "name", contact.name);
    put_text(json, "role", contact.role);
    put_text(json, "organisation", contact.affiliation);
    put_texts(json, "emails", contact.emails);
    put_texts(json, "phones", contact.phones);
    put_provenance(json, document, contact.provenance);
  });
}

void put_links(JsonStream& json, const Document& document) {
  put_list(json, "links", document.facts.links, [&](const Link& link) {
    json.member("id", link.id);
    json.member("text", link.text);
    json.member("target", link.target);
    put_provenance(json, document, link.provenance);
  });
}

void put_events(JsonStream& json, const Document& document) {
  const auto& events = document.facts.events;
  put_list(json, "events", events, [&](const Event& event) {
    json.member("id", event.id);
    json.member("name", event.name);
    put_text(json, "date", event.start);
    put_text(json, "end_date", event.end);
    put_text(json, "place", event.place);
    json.member("status", document::name_of(document::event_status_names, event.status));
    put_provenance(json, document, event.provenance);
  });
  const auto next = std::find_if(events.begin(), events.end(),
                                 [](const Event& event) { return event.status == EventStatus::planned; });
  json.key("next_event");
  if (next == events.end()) return json.value(nullptr);
  json.begin_object();
  json.member("name", next->name);
  put_text(json, "place", next->place);
  put_text(json, "date", next->start);
  json.end_object();
}

void put_points(JsonStream& json, const Document& document) {
  put_list(json, "points", document.facts.points, [&](const Point& point) {
    json.member("id", point.id);
    json.member("reason", point.reason);
    json.member("paragraph", paragraph_number(document, point.sentence));
    json.member("sentence",
                sentence_around(document, point.sentence, {document.sentences[point.sentence].span.begin, 0}));
  });
}

void put_blocks(JsonStream& json, const Document& document) {
  std::vector<const Block*> images;
  for (const Block& block : document.blocks)
    if (block.kind == BlockKind::image) images.push_back(&block);
  put_list(json, "images", images,
           [&](const Block* block) { json.member("file", folded_text(document, block->span)); });
  put_list(json, "blocks", document.blocks, [&](const Block& block) {
    json.member("type", block_type(block.kind));
    json.member("text", block.kind == BlockKind::image ? folded_text(document, block.span) : plain_text(block));
    json.member("start", block.span.begin);
    json.member("end", block.span.end);
  });
}

void put_head(JsonStream& json, const Document& document) {
  const Metadata& metadata = document.metadata;
  json.member("schema", "herald-facts/1");
  json.key("source");
  json.begin_object();
  json.member("uri", document.source.uri);
  json.member("sha256", document.source.sha256);
  json.end_object();
  json.member("offset_unit", "byte");
  json.member("offset_base", "source");
  put_text(json, "language", metadata.language);
  put_text(json, "title", metadata.title);
  put_text(json, "standfirst", metadata.standfirst);
  put_text(json, "published", metadata.published);
  put_text(json, "embargo", metadata.embargo);
  json.key("dateline");
  if (!metadata.dateline) return json.value(nullptr);
  std::string place = metadata.dateline->place;
  if (!metadata.dateline->country.empty()) place += (place.empty() ? "" : ", ") + metadata.dateline->country;
  json.begin_object();
  put_text(json, "place", place);
  json.member("text", metadata.dateline->text);
  json.end_object();
}

}  // namespace

std::string facts_json(const Document& document, JsonForm form) {
  JsonStream json(form == JsonForm::indented ? document::JsonLayout::indented : document::JsonLayout::line);
  json.begin_object();
  put_head(json, document);
  put_figures(json, document);
  put_people(json, document);
  put_quotations(json, document);
  put_dates(json, document);
  put_places(json, document);
  put_organisations(json, document);
  put_events(json, document);
  put_contacts(json, document);
  put_links(json, document);
  put_points(json, document);
  put_blocks(json, document);
  json.end_object();
  return json.take() + "\n";
}

}  // namespace herald::app
