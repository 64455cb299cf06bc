// Document to JSON. Members that are empty or have their default value are left out, so that a person
// can read the result; json_read.cpp puts the same defaults back.
#include <nlohmann/json.hpp>

#include "core/document/enum_names.hpp"
#include "herald/document_json.hpp"

namespace herald {
namespace {

using Json = nlohmann::ordered_json;
using namespace document;

Json write(Span span) { return Json::array({span.begin, span.end}); }

void put(Json& object, const char* key, const std::string& text) {
  if (!text.empty()) object[key] = text;
}

Json write(const Provenance& provenance) {
  Json object = {{"span", write(provenance.span)}, {"sentence", provenance.sentence}, {"block", provenance.block}};
  put(object, "rule", provenance.rule);
  object["confidence"] = provenance.confidence;
  if (provenance.origin != Origin::extracted) object["origin"] = name_of(origin_names, provenance.origin);
  return object;
}

// Declared ahead of write_all(), whose lookup would not find them otherwise.
Json write(const Inline& run);
Json write(const Block& block);
Json write(const Sentence& sentence);
Json write(const Figure& figure);
Json write(const Person& person);
Json write(const Quotation& quotation);
Json write(const DateMention& date);
Json write(const Place& place);
Json write(const Event& event);
Json write(const Point& point);
Json write(const Diagnostic& diagnostic);

template <typename T>
Json write_all(const std::vector<T>& items) {
  Json array = Json::array();
  for (const T& item : items) array.push_back(write(item));
  return array;
}

Json write(const Source& source) {
  Json object = {{"uri", source.uri}, {"media_type", source.media_type}};
  put(object, "encoding", source.encoding);
  put(object, "sha256", source.sha256);
  object["text"] = source.text;
  return object;
}

Json write(const Dateline& dateline) {
  Json object = {{"text", dateline.text}};
  put(object, "place", dateline.place);
  put(object, "country", dateline.country);
  put(object, "date", dateline.date);
  put(object, "agency", dateline.agency);
  object["block"] = dateline.block;
  object["span"] = write(dateline.span);
  return object;
}

Json write(const Metadata& metadata) {
  Json object = Json::object();
  put(object, "language", metadata.language);
  put(object, "title", metadata.title);
  put(object, "standfirst", metadata.standfirst);
  put(object, "published", metadata.published);
  put(object, "status", metadata.status);
  if (metadata.dateline) object["dateline"] = write(*metadata.dateline);
  return object;
}

Json write(const Inline& run) {
  Json object = Json::object();
  if (run.kind != InlineKind::text) object["kind"] = name_of(inline_kind_names, run.kind);
  put(object, "text", run.text);
  put(object, "target", run.target);
  object["span"] = write(run.span);
  return object;
}

Json write(const Block& block) {
  Json object = {{"kind", name_of(block_kind_names, block.kind)}};
  if (block.level != 0) object["level"] = block.level;
  if (block.ordered) object["ordered"] = true;
  if (block.group != 0) object["group"] = block.group;
  if (block.number != 0) object["number"] = block.number;
  put(object, "language", block.language);
  object["span"] = write(block.span);
  object["inlines"] = write_all(block.inlines);
  return object;
}

Json write(const Sentence& sentence) { return {{"span", write(sentence.span)}, {"block", sentence.block}}; }

Json write(const Figure& figure) {
  Json object = {
      {"id", figure.id}, {"kind", name_of(figure_kind_names, figure.kind)}, {"value", figure.value.to_string()}};
  if (figure.maximum) object["maximum"] = figure.maximum->to_string();
  put(object, "currency", figure.currency);
  put(object, "unit", figure.unit);
  if (figure.qualifier != Qualifier::exact) object["qualifier"] = name_of(qualifier_names, figure.qualifier);
  put(object, "counted", figure.counted);
  put(object, "as_written", figure.as_written);
  object["provenance"] = write(figure.provenance);
  return object;
}

Json write(const Person& person) {
  Json object = {{"id", person.id}, {"name", person.name}};
  put(object, "role", person.role);
  put(object, "affiliation", person.affiliation);
  put(object, "country", person.country);
  object["mentions"] = write_all(person.mentions);
  return object;
}

Json write(const Quotation& quotation) {
  Json object = {{"id", quotation.id}, {"text", quotation.text}, {"parts", write_all(quotation.parts)}};
  if (quotation.speaker) object["speaker"] = *quotation.speaker;
  put(object, "speaker_text", quotation.speaker_text);
  if (quotation.partial) object["partial"] = true;
  object["provenance"] = write(quotation.provenance);
  return object;
}

Json write(const DateMention& date) {
  Json object = {{"id", date.id}, {"start", date.start}};
  put(object, "end", date.end);
  object["precision"] = name_of(date_precision_names, date.precision);
  object["role"] = name_of(date_role_names, date.role);
  if (date.relative) object["relative"] = true;
  put(object, "as_written", date.as_written);
  object["provenance"] = write(date.provenance);
  return object;
}

Json write(const Place& place) {
  Json object = {{"id", place.id}, {"name", place.name}};
  put(object, "country_code", place.country_code);
  object["mentions"] = write_all(place.mentions);
  return object;
}

Json write(const Event& event) {
  Json object = {{"id", event.id}, {"name", event.name}};
  put(object, "start", event.start);
  put(object, "end", event.end);
  put(object, "place", event.place);
  object["status"] = name_of(event_status_names, event.status);
  object["provenance"] = write(event.provenance);
  return object;
}

Json write(const Point& point) { return {{"id", point.id}, {"sentence", point.sentence}, {"reason", point.reason}}; }

Json write(const Facts& facts) {
  return {{"figures", write_all(facts.figures)},       {"people", write_all(facts.people)},
          {"quotations", write_all(facts.quotations)}, {"dates", write_all(facts.dates)},
          {"places", write_all(facts.places)},         {"events", write_all(facts.events)},
          {"points", write_all(facts.points)}};
}

Json write(const Diagnostic& diagnostic) {
  Json object = {{"severity", name_of(severity_names, diagnostic.severity)},
                 {"code", diagnostic.code},
                 {"message", diagnostic.message}};
  put(object, "hint", diagnostic.hint);
  if (diagnostic.span) object["span"] = write(*diagnostic.span);
  return object;
}

}  // namespace

std::string to_json(const Document& document) {
  const Json object = {{"schema", document_schema},
                       {"source", write(document.source)},
                       {"metadata", write(document.metadata)},
                       {"blocks", write_all(document.blocks)},
                       {"sentences", write_all(document.sentences)},
                       {"facts", write(document.facts)},
                       {"diagnostics", write_all(document.diagnostics)}};
  // Reading has made the text valid UTF-8; a plugin's or user's own strings may not be, and must not throw.
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace herald
