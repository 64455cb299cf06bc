#include "core/corrections/template.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <type_traits>

#include "core/corrections/members.hpp"
#include "core/corrections/words.hpp"

namespace herald::corrections {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view head =
    R"(// Corrections of a release: herald finds this file by its name, the release's with .herald.json behind it.
// Move what you correct from "found" to "facts" or "metadata", leave out the members that are right, and change the
// others. {"figure": "133 boats", "remove": true} takes a fact out,
// {"figure": "two dozen", "add": {"value": 24, "counted": "boats"}} adds one. All else below "found" may go.
)";

bool is_shown(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return !text->empty();
  if (const auto* flag = std::get_if<bool>(&value)) return *flag;
  if (const auto* several = std::get_if<std::vector<std::string>>(&value)) return !several->empty();
  return false;
}

Json json_of(const Value& value) {
  if (const auto* flag = std::get_if<bool>(&value)) return *flag;
  if (const auto* several = std::get_if<std::vector<std::string>>(&value)) return *several;
  return std::get<std::string>(value);
}

template <typename Holder>
Json members_of(const Holder& holder) {
  Json all = Json::object();
  for (const Member<Holder>& member : members<Holder>())
    if (const Value value = member.get(holder); is_shown(value)) all[std::string(member.form.name)] = json_of(value);
  return all;
}

class TemplateWriter {
 public:
  explicit TemplateWriter(const Document& document) : document_(document), words_(document) {}

  Json facts() {
    Json all = Json::array();
    for (const auto& [kind, name] : fact_kind_names) {
      with_facts(kind, document_.facts, [&, name = std::string(name)](const auto& list) {
        for (const auto& fact : list) all.push_back(entry(name, fact));
      });
    }
    return all;
  }

 private:
  template <typename Fact>
  Json entry(const std::string& kind, const Fact& fact) const {
    Json members = members_of(fact);
    if constexpr (std::is_same_v<Fact, Quotation>) {
      members.erase("text");  // it is in the words already
      members["speaker"] = fact.speaker ? document_.facts.people[*fact.speaker].name : fact.speaker_text;
    }
    return Json{{kind, address(span_of(fact), counted_of(fact))}, {"set", std::move(members)}};
  }

  template <typename Fact>
  Span span_of(const Fact& fact) const {
    if constexpr (requires { fact.mentions; })
      return fact.mentions.empty() ? Span{} : fact.mentions.front().span;
    else if constexpr (std::is_same_v<Fact, Point>)
      return document_.sentences[fact.sentence].span;
    else if constexpr (std::is_same_v<Fact, Quotation>)
      return fact.parts.empty() ? fact.provenance.span : fact.parts.front();
    else
      return fact.provenance.span;
  }

  template <typename Fact>
  static std::string counted_of(const Fact& fact) {
    if constexpr (std::is_same_v<Fact, Figure>) return fact.counted;
    return {};
  }

  /// The words alone where they stand once, else which of their places is meant. A figure with what it counts says
  /// more than a number ("133 boats"), where both stand side by side.
  Json address(Span span, const std::string& counted) const {
    std::string words = folded_text(document_, span);
    std::vector<Occurrence> places;
    if (!counted.empty()) {
      places = words_.find(words + " " + counted);
      const bool side_by_side = std::any_of(places.begin(), places.end(),
                                            [&](const Occurrence& one) { return one.span.begin == span.begin; });
      if (side_by_side)
        words += " " + counted;
      else
        places.clear();
    }
    if (places.empty()) places = words_.find(words);
    if (places.size() < 2) return words;
    const auto here =
        std::find_if(places.begin(), places.end(), [&](const Occurrence& one) { return one.span.begin >= span.begin; });
    return Json{{"words", words},
                {"nth", std::min(static_cast<std::size_t>(here - places.begin()) + 1, places.size())}};
  }

  const Document& document_;
  WordFinder words_;
};

}  // namespace

std::string corrections_template(const std::vector<Document>& documents) {
  Json metadata = Json::array();
  Json facts = Json::array();
  for (const Document& document : documents) {
    Json members = Json::object();
    if (&document != &documents.front()) members["where"] = document.metadata.title;
    members.update(members_of(document.metadata));
    if (document.metadata.dateline) members["dateline"] = members_of(*document.metadata.dateline);
    metadata.push_back(std::move(members));
    for (Json& entry : TemplateWriter(document).facts()) facts.push_back(std::move(entry));
  }
  Json file;
  file["schema"] = corrections_schema;
  file["metadata"] = documents.size() > 1 ? Json::array() : Json::object();
  file["facts"] = Json::array();
  file["found"]["metadata"] = documents.size() > 1 ? std::move(metadata) : std::move(metadata.front());
  file["found"]["facts"] = std::move(facts);
  return std::string(head) + file.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace herald::corrections
