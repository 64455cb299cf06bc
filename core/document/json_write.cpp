// Document to JSON. Members that are empty or have their default value are left out, so that a person
// can read the result; json_read.cpp puts the same defaults back.
#include "core/document/enum_names.hpp"
#include "core/document/json_stream.hpp"
#include "herald/document_json.hpp"

namespace herald {
namespace {

using namespace document;

void put(JsonStream& json, const char* key, const std::string& text) {
  if (!text.empty()) json.member(key, text);
}

void write(JsonStream& json, Span span) {
  json.begin_array();
  json.value(span.begin);
  json.value(span.end);
  json.end_array();
}

void put_span(JsonStream& json, Span span) {
  json.key("span");
  write(json, span);
}

void write(JsonStream& json, const Provenance& provenance) {
  json.begin_object();
  put_span(json, provenance.span);
  json.member("sentence", provenance.sentence);
  json.member("block", provenance.block);
  put(json, "rule", provenance.rule);
  json.member("confidence", provenance.confidence);
  if (provenance.origin != Origin::extracted) json.member("origin", name_of(origin_names, provenance.origin));
  put(json, "replaced", provenance.replaced);
  json.end_object();
}

void put_provenance(JsonStream& json, const Provenance& provenance) {
  json.key("provenance");
  write(json, provenance);
}

// Declared ahead of put_all(), whose lookup would not find them otherwise.
void write(JsonStream& json, const Inline& run);
void write(JsonStream& json, const Block& block);
void write(JsonStream& json, const Sentence& sentence);
void write(JsonStream& json, const Figure& figure);
void write(JsonStream& json, const Person& person);
void write(JsonStream& json, const DateMention& date);
void write(JsonStream& json, const Place& place);
void write(JsonStream& json, const Organisation& organisation);
void write(JsonStream& json, const Event& event);
void write(JsonStream& json, const Contact& contact);
void write(JsonStream& json, const Link& link);
void write(JsonStream& json, const Point& point);
void write(JsonStream& json, const Diagnostic& diagnostic);

void put_texts(JsonStream& json, const char* key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  json.key(key);
  json.begin_array();
  for (const std::string& text : texts) json.value(text);
  json.end_array();
}

template <typename T>
void put_all(JsonStream& json, const char* key, const std::vector<T>& items) {
  json.key(key);
  json.begin_array();
  for (const T& item : items) write(json, item);
  json.end_array();
}

void write(JsonStream& json, const Source& source) {
  json.begin_object();
  json.member("uri", source.uri);
  json.member("media_type", source.media_type);
  put(json, "encoding", source.encoding);
  put(json, "sha256", source.sha256);
  json.member("text", source.text);
  json.end_object();
}

void write(JsonStream& json, const Dateline& dateline) {
  json.begin_object();
  json.member("text", dateline.text);
  put(json, "place", dateline.place);
  put(json, "country", dateline.country);
  put(json, "date", dateline.date);
  put(json, "agency", dateline.agency);
  json.member("block", dateline.block);
  put_span(json, dateline.span);
  json.end_object();
}

void write(JsonStream& json, const Metadata& metadata) {
  json.begin_object();
  put(json, "language", metadata.language);
  put(json, "title", metadata.title);
  put(json, "standfirst", metadata.standfirst);
  put(json, "published", metadata.published);
  put(json, "status", metadata.status);
  if (metadata.dateline) {
    json.key("dateline");
    write(json, *metadata.dateline);
  }
  put(json, "embargo", metadata.embargo);
  if (!metadata.origins.empty()) {
    json.key("origins");
    json.begin_object();
    for (const auto& [member, origin] : metadata.origins) json.member(member.c_str(), origin);
    json.end_object();
  }
  json.end_object();
}

void write(JsonStream& json, const Inline& run) {
  json.begin_object();
  if (run.kind != InlineKind::text) json.member("kind", name_of(inline_kind_names, run.kind));
  put(json, "text", run.text);
  put(json, "target", run.target);
  put_span(json, run.span);
  json.end_object();
}

void write(JsonStream& json, const Block& block) {
  json.begin_object();
  json.member("kind", name_of(block_kind_names, block.kind));
  if (block.level != 0) json.member("level", block.level);
  if (block.ordered) json.member("ordered", true);
  if (block.group != 0) json.member("group", block.group);
  if (block.number != 0) json.member("number", block.number);
  put(json, "language", block.language);
  put_span(json, block.span);
  put_all(json, "inlines", block.inlines);
  json.end_object();
}

void write(JsonStream& json, const Sentence& sentence) {
  json.begin_object();
  put_span(json, sentence.span);
  json.member("block", sentence.block);
  json.end_object();
}

void write(JsonStream& json, const Figure& figure) {
  json.begin_object();
  json.member("id", figure.id);
  json.member("kind", name_of(figure_kind_names, figure.kind));
  json.member("value", figure.value.to_string());
  if (figure.maximum) json.member("maximum", figure.maximum->to_string());
  if (figure.of) json.member("of", figure.of->to_string());
  put(json, "currency", figure.currency);
  put(json, "unit", figure.unit);
  if (figure.qualifier != Qualifier::exact) json.member("qualifier", name_of(qualifier_names, figure.qualifier));
  put(json, "counted", figure.counted);
  put(json, "as_written", figure.as_written);
  put_provenance(json, figure.provenance);
  json.end_object();
}

void write(JsonStream& json, const Person& person) {
  json.begin_object();
  json.member("id", person.id);
  json.member("name", person.name);
  put(json, "role", person.role);
  put(json, "affiliation", person.affiliation);
  put(json, "country", person.country);
  put_all(json, "mentions", person.mentions);
  json.end_object();
}

// The speaker by the person's id, so that who takes a person out of the list does not give the words to the next one;
// by the index where a plugin made people without ids.
void write_speaker(JsonStream& json, const std::vector<Person>& people, std::uint32_t speaker) {
  if (speaker < people.size() && !people[speaker].id.empty())
    json.member("speaker", people[speaker].id);
  else
    json.member("speaker", speaker);
}

void write(JsonStream& json, const std::vector<Person>& people, const Quotation& quotation) {
  json.begin_object();
  json.member("id", quotation.id);
  json.member("text", quotation.text);
  put_all(json, "parts", quotation.parts);
  if (quotation.speaker) write_speaker(json, people, *quotation.speaker);
  put(json, "speaker_text", quotation.speaker_text);
  if (quotation.partial) json.member("partial", true);
  put_provenance(json, quotation.provenance);
  json.end_object();
}

void write(JsonStream& json, const DateMention& date) {
  json.begin_object();
  json.member("id", date.id);
  json.member("start", date.start);
  put(json, "end", date.end);
  json.member("precision", name_of(date_precision_names, date.precision));
  json.member("role", name_of(date_role_names, date.role));
  if (date.relative) json.member("relative", true);
  put(json, "as_written", date.as_written);
  put_provenance(json, date.provenance);
  json.end_object();
}

void write(JsonStream& json, const Place& place) {
  json.begin_object();
  json.member("id", place.id);
  json.member("name", place.name);
  put(json, "country_code", place.country_code);
  put_all(json, "mentions", place.mentions);
  json.end_object();
}

void write(JsonStream& json, const Organisation& organisation) {
  json.begin_object();
  json.member("id", organisation.id);
  json.member("name", organisation.name);
  put(json, "abbreviation", organisation.abbreviation);
  put_all(json, "mentions", organisation.mentions);
  json.end_object();
}

void write(JsonStream& json, const Event& event) {
  json.begin_object();
  json.member("id", event.id);
  json.member("name", event.name);
  put(json, "start", event.start);
  put(json, "end", event.end);
  put(json, "place", event.place);
  json.member("status", name_of(event_status_names, event.status));
  put_provenance(json, event.provenance);
  json.end_object();
}

void write(JsonStream& json, const Contact& contact) {
  json.begin_object();
  json.member("id", contact.id);
  put(json, "name", contact.name);
  put(json, "role", contact.role);
  put(json, "affiliation", contact.affiliation);
  put_texts(json, "emails", contact.emails);
  put_texts(json, "phones", contact.phones);
  put_provenance(json, contact.provenance);
  json.end_object();
}

void write(JsonStream& json, const Link& link) {
  json.begin_object();
  json.member("id", link.id);
  put(json, "text", link.text);
  json.member("target", link.target);
  put_provenance(json, link.provenance);
  json.end_object();
}

void write(JsonStream& json, const Point& point) {
  json.begin_object();
  json.member("id", point.id);
  json.member("sentence", point.sentence);
  json.member("reason", point.reason);
  json.end_object();
}

void write(JsonStream& json, const Facts& facts) {
  json.begin_object();
  put_all(json, "figures", facts.figures);
  put_all(json, "people", facts.people);
  json.key("quotations");
  json.begin_array();
  for (const Quotation& quotation : facts.quotations) write(json, facts.people, quotation);
  json.end_array();
  put_all(json, "dates", facts.dates);
  put_all(json, "places", facts.places);
  put_all(json, "organisations", facts.organisations);
  put_all(json, "events", facts.events);
  put_all(json, "contacts", facts.contacts);
  put_all(json, "links", facts.links);
  put_all(json, "points", facts.points);
  json.end_object();
}

void write(JsonStream& json, const Diagnostic& diagnostic) {
  json.begin_object();
  json.member("severity", name_of(severity_names, diagnostic.severity));
  json.member("code", diagnostic.code);
  json.member("message", diagnostic.message);
  put(json, "hint", diagnostic.hint);
  if (diagnostic.span) put_span(json, *diagnostic.span);
  json.end_object();
}

}  // namespace

std::string to_json(const Document& document) {
  JsonStream json(JsonLayout::indented);
  json.begin_object();
  json.member("schema", document_schema);
  json.key("source");
  write(json, document.source);
  json.key("metadata");
  write(json, document.metadata);
  put_all(json, "blocks", document.blocks);
  put_all(json, "sentences", document.sentences);
  json.key("facts");
  write(json, document.facts);
  put_all(json, "diagnostics", document.diagnostics);
  json.end_object();
  return json.take() + "\n";
}

}  // namespace herald
