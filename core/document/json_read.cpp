// JSON to document, checked: whatever comes out can be used without looking again. The first thing
// that is wrong is refused with its place as a JSON pointer (RFC 6901); members that this version
// does not know are passed over.
#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/document/enum_names.hpp"
#include "herald/document_json.hpp"

namespace herald {
namespace {

using Json = nlohmann::json;
using namespace document;

struct Refusal {
  std::string message;
};

// A value and how it was reached. Paths are only spelled out when something is wrong.
class Cursor {
 public:
  explicit Cursor(const Json& value) : value_(value) {}
  Cursor(const Json& value, const Cursor& parent, std::string_view key) : value_(value), parent_(&parent), key_(key) {}
  Cursor(const Json& value, const Cursor& parent, std::size_t index)
      : value_(value), parent_(&parent), index_(index), is_index_(true) {}

  const Json& value() const { return value_; }

  std::string path() const {
    if (parent_ == nullptr) return {};
    return parent_->path() + "/" + (is_index_ ? std::to_string(index_) : std::string(key_));
  }

  [[noreturn]] void refuse(const std::string& what) const {
    const std::string where = path();
    throw Refusal{"at " + (where.empty() ? std::string("the top") : where) + ": " + what};
  }

  template <typename Use>
  bool with(std::string_view key, Use use) const {
    if (!value_.is_object()) refuse("an object is wanted");
    const auto found = value_.find(key);
    if (found == value_.end()) return false;
    use(Cursor(*found, *this, key));
    return true;
  }

  template <typename Use>
  void need(std::string_view key, Use use) const {
    if (!with(key, use)) refuse("the member \"" + std::string(key) + "\" is missing");
  }

  template <typename Use>
  void each(Use use) const {
    if (!value_.is_array()) refuse("an array is wanted");
    for (std::size_t i = 0; i < value_.size(); ++i) use(Cursor(value_[i], *this, i));
  }

  std::string text() const {
    if (!value_.is_string()) refuse("a string is wanted");
    return value_.get<std::string>();
  }

  bool flag() const {
    if (!value_.is_boolean()) refuse("true or false is wanted");
    return value_.get<bool>();
  }

  std::uint32_t whole(std::uint32_t maximum = std::numeric_limits<std::uint32_t>::max()) const {
    if (!value_.is_number_unsigned() || value_.get<std::uint64_t>() > maximum)
      refuse("a whole number from 0 to " + std::to_string(maximum) + " is wanted");
    return value_.get<std::uint32_t>();
  }

  // Below `size`, the length of `what`.
  std::uint32_t index(std::size_t size, const char* what) const {
    const std::uint32_t number = whole();
    if (number >= size)
      refuse(std::to_string(number) + " points outside " + what + ", which has " + std::to_string(size));
    return number;
  }

  template <typename E, std::size_t N>
  E choice(const NameTable<E, N>& table) const {
    const std::string name = text();
    if (const auto value = value_of(table, name)) return *value;
    std::string known;
    for (const auto& entry : table) known += (known.empty() ? "" : ", ") + std::string(entry.second);
    refuse("\"" + name + "\" is none of: " + known);
  }

 private:
  const Json& value_;
  const Cursor* parent_ = nullptr;
  std::string_view key_;
  std::size_t index_ = 0;
  bool is_index_ = false;
};

class Reader {
 public:
  Document read(const Cursor& top) {
    top.need("schema", [](const Cursor& at) {
      const std::string schema = at.text();
      if (schema != document_schema)
        at.refuse("the schema is \"" + schema + "\", this version reads \"" + std::string(document_schema) + "\"");
    });
    top.need("source", [&](const Cursor& at) { read_source(at); });
    top.need("metadata", [&](const Cursor& at) { read_metadata(at); });
    top.need("blocks", [&](const Cursor& at) { at.each([&](const Cursor& item) { read_block(item); }); });
    top.need("sentences", [&](const Cursor& at) { at.each([&](const Cursor& item) { read_sentence(item); }); });
    if (document_.metadata.dateline && document_.metadata.dateline->block >= document_.blocks.size())
      top.refuse("the dateline's block points outside the blocks");
    top.with("facts", [&](const Cursor& at) { read_facts(at); });
    top.with("diagnostics", [&](const Cursor& at) { at.each([&](const Cursor& item) { read_diagnostic(item); }); });
    return std::move(document_);
  }

 private:
  static void text_member(const Cursor& at, std::string_view key, std::string& target) {
    at.with(key, [&](const Cursor& member) { target = member.text(); });
  }

  static void texts_member(const Cursor& at, std::string_view key, std::vector<std::string>& target) {
    at.with(key,
            [&](const Cursor& member) { member.each([&](const Cursor& item) { target.push_back(item.text()); }); });
  }

  bool is_boundary(std::uint32_t offset) const {
    const std::string& text = document_.source.text;
    return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
  }

  Span span(const Cursor& at) const {
    if (!at.value().is_array() || at.value().size() != 2) at.refuse("a span [begin, end] is wanted");
    const Span result{Cursor(at.value()[0], at, std::size_t{0}).whole(),
                      Cursor(at.value()[1], at, std::size_t{1}).whole()};
    if (result.begin > result.end || result.end > document_.source.text.size())
      at.refuse("the span does not lie in the source's text of " + std::to_string(document_.source.text.size()) +
                " bytes");
    if (!is_boundary(result.begin) || !is_boundary(result.end)) at.refuse("the span cuts a UTF-8 character");
    return result;
  }

  void span_member(const Cursor& at, Span& target) const {
    at.need("span", [&](const Cursor& member) { target = span(member); });
  }

  void read_source(const Cursor& at) {
    Source& source = document_.source;
    at.need("text", [&](const Cursor& member) { source.text = member.text(); });
    text_member(at, "uri", source.uri);
    text_member(at, "media_type", source.media_type);
    text_member(at, "encoding", source.encoding);
    text_member(at, "sha256", source.sha256);
    if (source.text.size() > std::numeric_limits<std::uint32_t>::max()) at.refuse("the text is over 4 GiB");
  }

  void read_metadata(const Cursor& at) {
    Metadata& metadata = document_.metadata;
    text_member(at, "language", metadata.language);
    text_member(at, "title", metadata.title);
    text_member(at, "standfirst", metadata.standfirst);
    text_member(at, "published", metadata.published);
    text_member(at, "status", metadata.status);
    at.with("dateline", [&](const Cursor& member) {
      Dateline dateline;
      text_member(member, "text", dateline.text);
      text_member(member, "place", dateline.place);
      text_member(member, "country", dateline.country);
      text_member(member, "date", dateline.date);
      text_member(member, "agency", dateline.agency);
      member.with("block", [&](const Cursor& block) { dateline.block = block.whole(); });
      span_member(member, dateline.span);
      metadata.dateline = std::move(dateline);
    });
    text_member(at, "embargo", metadata.embargo);
    at.with("origins", [&](const Cursor& member) {
      if (!member.value().is_object()) member.refuse("an object is wanted");
      for (const auto& [name, origin] : member.value().items())
        metadata.origins[name] = Cursor(origin, member, name).text();
    });
  }

  void read_block(const Cursor& at) {
    Block block;
    at.need("kind", [&](const Cursor& member) { block.kind = member.choice(block_kind_names); });
    at.with("level", [&](const Cursor& member) { block.level = static_cast<std::uint8_t>(member.whole(255)); });
    at.with("ordered", [&](const Cursor& member) { block.ordered = member.flag(); });
    at.with("group", [&](const Cursor& member) { block.group = member.whole(); });
    at.with("number", [&](const Cursor& member) { block.number = member.whole(); });
    text_member(at, "language", block.language);
    span_member(at, block.span);
    at.need("inlines", [&](const Cursor& member) {
      member.each([&](const Cursor& item) {
        Inline run;
        item.with("kind", [&](const Cursor& kind) { run.kind = kind.choice(inline_kind_names); });
        text_member(item, "text", run.text);
        text_member(item, "target", run.target);
        span_member(item, run.span);
        block.inlines.push_back(std::move(run));
      });
    });
    document_.blocks.push_back(std::move(block));
  }

  void read_sentence(const Cursor& at) {
    Sentence sentence;
    span_member(at, sentence.span);
    at.need("block",
            [&](const Cursor& member) { sentence.block = member.index(document_.blocks.size(), "the blocks"); });
    document_.sentences.push_back(sentence);
  }

  Provenance provenance(const Cursor& at) const {
    Provenance result;
    span_member(at, result.span);
    at.need("sentence",
            [&](const Cursor& member) { result.sentence = member.index(document_.sentences.size(), "the sentences"); });
    at.need("block", [&](const Cursor& member) { result.block = member.index(document_.blocks.size(), "the blocks"); });
    text_member(at, "rule", result.rule);
    at.with("confidence", [&](const Cursor& member) {
      if (!member.value().is_number()) member.refuse("a number is wanted");
      result.confidence = member.value().get<double>();
      if (!(result.confidence >= 0.0 && result.confidence <= 1.0)) member.refuse("a number from 0 to 1 is wanted");
    });
    at.with("origin", [&](const Cursor& member) { result.origin = member.choice(origin_names); });
    text_member(at, "replaced", result.replaced);
    return result;
  }

  void provenance_member(const Cursor& at, Provenance& target) const {
    at.need("provenance", [&](const Cursor& member) { target = provenance(member); });
  }

  // A person or place without a mention could not be traced.
  void mentions_member(const Cursor& at, std::vector<Provenance>& target) const {
    at.need("mentions", [&](const Cursor& member) {
      member.each([&](const Cursor& item) { target.push_back(provenance(item)); });
      if (target.empty()) member.refuse("at least one mention is wanted");
    });
  }

  static Decimal decimal(const Cursor& at) {
    const auto value = Decimal::parse(at.text());
    if (!value) at.refuse("a decimal number as a string is wanted, such as \"1.5\"");
    return *value;
  }

  template <typename T, typename Fill>
  static void list(const Cursor& at, std::string_view key, std::vector<T>& target, Fill fill) {
    at.with(key, [&](const Cursor& member) {
      member.each([&](const Cursor& item) {
        T fact;
        text_member(item, "id", fact.id);
        fill(item, fact);
        target.push_back(std::move(fact));
      });
    });
  }

  void read_facts(const Cursor& at) {
    Facts& facts = document_.facts;
    list(at, "figures", facts.figures, [&](const Cursor& item, Figure& figure) { read_figure(item, figure); });
    list(at, "people", facts.people, [&](const Cursor& item, Person& person) {
      item.need("name", [&](const Cursor& member) { person.name = member.text(); });
      text_member(item, "role", person.role);
      text_member(item, "affiliation", person.affiliation);
      text_member(item, "country", person.country);
      mentions_member(item, person.mentions);
    });
    list(at, "quotations", facts.quotations,
         [&](const Cursor& item, Quotation& quotation) { read_quotation(item, quotation); });
    list(at, "dates", facts.dates, [&](const Cursor& item, DateMention& date) { read_date(item, date); });
    list(at, "places", facts.places, [&](const Cursor& item, Place& place) {
      item.need("name", [&](const Cursor& member) { place.name = member.text(); });
      text_member(item, "country_code", place.country_code);
      mentions_member(item, place.mentions);
    });
    list(at, "organisations", facts.organisations, [&](const Cursor& item, Organisation& organisation) {
      item.need("name", [&](const Cursor& member) { organisation.name = member.text(); });
      text_member(item, "abbreviation", organisation.abbreviation);
      mentions_member(item, organisation.mentions);
    });
    list(at, "events", facts.events, [&](const Cursor& item, Event& event) {
      item.need("name", [&](const Cursor& member) { event.name = member.text(); });
      text_member(item, "start", event.start);
      text_member(item, "end", event.end);
      text_member(item, "place", event.place);
      item.with("status", [&](const Cursor& member) { event.status = member.choice(event_status_names); });
      provenance_member(item, event.provenance);
    });
    list(at, "contacts", facts.contacts, [&](const Cursor& item, Contact& contact) {
      text_member(item, "name", contact.name);
      text_member(item, "role", contact.role);
      text_member(item, "affiliation", contact.affiliation);
      texts_member(item, "emails", contact.emails);
      texts_member(item, "phones", contact.phones);
      provenance_member(item, contact.provenance);
    });
    list(at, "links", facts.links, [&](const Cursor& item, Link& link) {
      text_member(item, "text", link.text);
      item.need("target", [&](const Cursor& member) { link.target = member.text(); });
      provenance_member(item, link.provenance);
    });
    list(at, "points", facts.points, [&](const Cursor& item, Point& point) {
      item.need("sentence", [&](const Cursor& member) {
        point.sentence = member.index(document_.sentences.size(), "the sentences");
      });
      text_member(item, "reason", point.reason);
    });
  }

  void read_figure(const Cursor& at, Figure& figure) const {
    at.with("kind", [&](const Cursor& member) { figure.kind = member.choice(figure_kind_names); });
    at.need("value", [&](const Cursor& member) { figure.value = decimal(member); });
    at.with("maximum", [&](const Cursor& member) { figure.maximum = decimal(member); });
    at.with("of", [&](const Cursor& member) {
      figure.of = decimal(member);
      if (figure.of->coefficient() <= 0) member.refuse("the whole of a ratio is above 0");
    });
    text_member(at, "currency", figure.currency);
    text_member(at, "unit", figure.unit);
    at.with("qualifier", [&](const Cursor& member) { figure.qualifier = member.choice(qualifier_names); });
    text_member(at, "counted", figure.counted);
    text_member(at, "as_written", figure.as_written);
    provenance_member(at, figure.provenance);
  }

  // An id, or the index where a plugin's people have none.
  std::uint32_t speaker(const Cursor& at) const {
    const std::vector<Person>& people = document_.facts.people;
    if (!at.value().is_string()) return at.index(people.size(), "the people");
    const std::string id = at.text();
    const auto known = std::find_if(people.begin(), people.end(), [&](const Person& one) { return one.id == id; });
    if (known == people.end())
      at.refuse("there is no person with the id \"" + id + "\": give another's, or take this speaker out");
    return static_cast<std::uint32_t>(known - people.begin());
  }

  void read_quotation(const Cursor& at, Quotation& quotation) const {
    at.need("text", [&](const Cursor& member) { quotation.text = member.text(); });
    at.with("parts", [&](const Cursor& member) {
      member.each([&](const Cursor& item) { quotation.parts.push_back(span(item)); });
    });
    at.with("speaker", [&](const Cursor& member) { quotation.speaker = speaker(member); });
    text_member(at, "speaker_text", quotation.speaker_text);
    at.with("partial", [&](const Cursor& member) { quotation.partial = member.flag(); });
    provenance_member(at, quotation.provenance);
  }

  void read_date(const Cursor& at, DateMention& date) const {
    at.need("start", [&](const Cursor& member) { date.start = member.text(); });
    text_member(at, "end", date.end);
    at.with("precision", [&](const Cursor& member) { date.precision = member.choice(date_precision_names); });
    at.with("role", [&](const Cursor& member) { date.role = member.choice(date_role_names); });
    at.with("relative", [&](const Cursor& member) { date.relative = member.flag(); });
    text_member(at, "as_written", date.as_written);
    provenance_member(at, date.provenance);
  }

  void read_diagnostic(const Cursor& at) {
    Diagnostic diagnostic;
    at.with("severity", [&](const Cursor& member) { diagnostic.severity = member.choice(severity_names); });
    text_member(at, "code", diagnostic.code);
    text_member(at, "message", diagnostic.message);
    text_member(at, "hint", diagnostic.hint);
    at.with("span", [&](const Cursor& member) { diagnostic.span = span(member); });
    document_.diagnostics.push_back(std::move(diagnostic));
  }

  Document document_;
};

Failure invalid(std::string message) {
  return {ErrorCode::input_invalid, std::move(message), "see the schema herald-document-1.schema.json", {}};
}

}  // namespace

Result<Document> from_json(std::string_view json) {
  try {
    const Json top = Json::parse(json);
    return Reader().read(Cursor(top));
  } catch (const Json::exception& error) {
    // A mistake of grammar, or what no number holds ("1e999"). The library's text begins with an identifier in
    // brackets that tells a user nothing.
    const std::string_view what = error.what();
    return invalid("not JSON: " + std::string(what.substr(what.find(']') == what.npos ? 0 : what.find(']') + 2)));
  } catch (const Refusal& refusal) {
    return invalid(refusal.message);
  }
}

}  // namespace herald
