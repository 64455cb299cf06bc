// The explanation for programs.
#include "core/app/excerpt.hpp"
#include "core/app/review/explain.hpp"
#include "core/document/enum_names.hpp"
#include "core/document/json_stream.hpp"

namespace herald::app::review {
namespace {

using document::JsonStream;

void put_place(JsonStream& json, const Document& document, Span span, std::uint32_t sentence, std::uint32_t block) {
  json.member("text", words_at(document, span, 1000));
  json.member("start", span.begin);
  json.member("end", span.end);
  json.member("paragraph", document.blocks[block].number);
  json.member("sentence", sentence_around(document, sentence, span));
}

void put_rule(JsonStream& json, std::string_view rule) {
  json.member("rule", rule);
  json.member("because", why(rule));
}

void put_mention(JsonStream& json, const Document& document, const Mention& mention) {
  json.begin_object();
  put_place(json, document, mention.span, mention.sentence, mention.block);
  if (!mention.rule.empty()) {
    put_rule(json, mention.rule);
    json.member("confidence", mention.confidence);
    json.key("words");
    json.begin_array();
    for (const Span& words : mention.triggers) json.value(words_at(document, words, 1000));
    json.end_array();
  }
  json.end_object();
}

void put_finding(JsonStream& json, const Document& document, const Finding& finding) {
  json.begin_object();
  json.member("id", finding.id);
  json.member("kind", kind_name(finding.kind));
  json.member("value", finding.value);
  json.key("details");
  json.begin_object();
  for (const Detail& detail : finding.details) json.member(detail.name, detail.value);
  json.end_object();
  json.member("doubted", finding.doubted);
  json.member("origin", document::name_of(document::origin_names, finding.origin));
  if (!finding.replaced.empty()) json.member("replaced", finding.replaced);
  json.key("mentions");
  json.begin_array();
  for (const Mention& mention : finding.mentions) put_mention(json, document, mention);
  json.end_array();
  json.end_object();
}

void put_rejections(JsonStream& json, const Document& document, const std::vector<facts::Rejection>& rejections) {
  json.key("rejected");
  json.begin_array();
  for (const facts::Rejection& rejection : rejections) {
    json.begin_object();
    json.member("kind", kind_name(rejection.kind));
    put_place(json, document, rejection.span, rejection.sentence, rejection.block);
    put_rule(json, rejection.rule);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

std::string explanation_json(const Review& review, std::optional<std::size_t> finding) {
  const Document& document = *review.document;
  JsonStream json(document::JsonLayout::indented);
  json.begin_object();
  json.member("schema", "herald-explanation/1");
  json.key("source");
  json.begin_object();
  json.member("uri", document.source.uri);
  json.member("sha256", document.source.sha256);
  json.end_object();
  json.member("offset_unit", "byte");
  json.key("metadata");
  json.begin_object();
  for (const Known& known : review.metadata) {
    json.key(known.name);
    json.begin_object();
    json.member("value", known.value);
    json.member("from", known.origin);
    json.end_object();
  }
  json.end_object();
  json.key("facts");
  json.begin_array();
  for (std::size_t f = 0; f < review.findings.size(); ++f)
    if (!finding || *finding == f) put_finding(json, document, review.findings[f]);
  json.end_array();
  json.member("rejections_recorded", review.has_record);
  json.member("rejections_left_out", review.rejections_left_out);
  put_rejections(json, document, finding ? rejections_near(review, *finding) : review.rejections);
  json.end_object();
  return json.take() + "\n";
}

}  // namespace herald::app::review
