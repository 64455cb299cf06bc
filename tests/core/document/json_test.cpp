// The JSON form: the identity of writing and reading, and the refusals with their places.
#include "herald/document_json.hpp"

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "core/document/enum_names.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;
using Json = nlohmann::ordered_json;

namespace {

Provenance somewhere(std::uint32_t begin, std::uint32_t end) {
  return {{begin, end}, 0, 1, "figures.count", 0.9, Origin::corrected, "{\"value\": \"3\"}"};
}

// A document in which every member has a value that is not its default.
Document full_document() {
  Document document;
  document.source = {"in/α.txt", "text/plain", "windows-1252", std::string(64, 'a'),
                     "Tïtle\n12 “boats” left\u2028Oslo"};
  document.metadata = {"nb",
                       "Tïtle",
                       "Stand",
                       "2025-11-27",
                       "embargoed",
                       Dateline{"OSLO", "Oslo", "Norway", "2025-11", "NTB", 1, {7, 9}},
                       "2025-11-28T18:00",
                       {{"published", "html:meta"}}};
  document.blocks = {{BlockKind::title, 1, true, 3, 4, "fr", {{InlineKind::text, "Tïtle", "", {0, 6}}}, {0, 6}},
                     {BlockKind::paragraph,
                      0,
                      false,
                      0,
                      1,
                      "",
                      {{InlineKind::link, "12", "https://a.example/?q=\"<", {7, 9}}},
                      {7, 25}}};
  document.sentences = {{{7, 25}, 1}};
  Facts& facts = document.facts;
  facts.figures = {{"f1", *Decimal::parse("1.25"), Decimal(7), "EUR", "year", "boats", "12", Qualifier::about,
                    FigureKind::money, somewhere(7, 9), Decimal(10)}};
  facts.people = {{"p1", "A B", "Post", "Body", "Land", {somewhere(7, 9), somewhere(10, 13)}}};
  facts.quotations = {{"q1", "boats", {{10, 13}}, 0, "a man", true, somewhere(10, 13)}};
  facts.dates = {{"d1", "2025", "2026", DatePrecision::year, DateRole::period, true, "2025-26", somewhere(7, 9)}};
  facts.places = {{"l1", "Oslo", "NO", {somewhere(7, 9)}}};
  facts.events = {{"e1", "Meeting", "2025-01", "2025-02", "Oslo", EventStatus::planned, somewhere(7, 9)}};
  facts.organisations = {{"o1", "Council of Boats", "CoB", {somewhere(7, 9)}}};
  facts.contacts = {{"c1", "A B", "Clerk", "Council", {"a@b.example", "c@d.example"}, {"+47 1"}, somewhere(7, 9)}};
  facts.links = {{"k1", "12", "https://a.example/", somewhere(7, 9)}};
  facts.points = {{"s1", 0, "lead"}};
  document.diagnostics = {{Severity::error, "damaged-bytes", "one", "two", Span{0, 1}},
                          {Severity::note, "x", "y", "", {}}};
  return document;
}

std::string refusal(const Json& json) {
  const Result<Document> result = from_json(json.dump());
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().code == ErrorCode::input_invalid);
  return result.error().message;
}

Json parsed(const Document& document) { return Json::parse(to_json(document)); }

}  // namespace

TEST_CASE("a document with every member set comes back as it was", "[document]") {
  const Document document = full_document();
  const std::string json = to_json(document);
  const Result<Document> copy = from_json(json);
  REQUIRE(copy.has_value());
  CHECK(*copy == document);
  CHECK(to_json(*copy) == json);
}

TEST_CASE("an empty document comes back as it was", "[document]") {
  const Result<Document> copy = from_json(to_json(Document{}));
  REQUIRE(copy.has_value());
  CHECK(*copy == Document{});
}

TEST_CASE("the JSON is laid out as the JSON library would, whatever stands in it", "[document]") {
  Document document = full_document();
  document.blocks[0].inlines[0].text = "tab\t, line\n, \x01, \x7f, \\ and \"quotes\" – “these” too";
  document.facts.figures[0].provenance.confidence = 1.0;
  document.facts.figures.push_back(document.facts.figures[0]);
  document.facts.figures[1].provenance.confidence = 1.0 / 3;
  CHECK(to_json(document) == parsed(document).dump(2) + "\n");
  CHECK(to_json(Document{}) == parsed(Document{}).dump(2) + "\n");
  // A plugin's or a user's string that is no UTF-8 is replaced, and never thrown about.
  document.facts.figures[0].counted = "boats\xFF";
  CHECK(parsed(document)["facts"]["figures"][0]["counted"] == "boats\uFFFD");
}

TEST_CASE("members that this version does not know are passed over", "[document]") {
  Json json = parsed(full_document());
  json["later"] = {{"a", 1}};
  json["blocks"][0]["later"] = true;
  json["facts"]["figures"][0]["later"] = nullptr;
  const Result<Document> copy = from_json(json.dump());
  REQUIRE(copy.has_value());
  CHECK(*copy == full_document());
}

TEST_CASE("what is wrong is refused with its place", "[document]") {
  Json json = parsed(full_document());
  SECTION("another schema") {
    json["schema"] = "herald-document/2";
    CHECK_THAT(refusal(json), ContainsSubstring("at /schema: the schema is \"herald-document/2\""));
  }
  SECTION("no schema") {
    json.erase("schema");
    CHECK_THAT(refusal(json), ContainsSubstring("the member \"schema\" is missing"));
  }
  SECTION("a wrong type") {
    json["blocks"][1]["inlines"][0]["text"] = 5;
    CHECK(refusal(json) == "at /blocks/1/inlines/0/text: a string is wanted");
  }
  SECTION("a span outside the text") {
    json["blocks"][1]["span"] = {7, 4000};
    CHECK_THAT(refusal(json), ContainsSubstring("at /blocks/1/span: the span does not lie in the source's text"));
  }
  SECTION("a span through a character") {
    json["blocks"][0]["span"] = {0, 2};
    CHECK_THAT(refusal(json), ContainsSubstring("cuts a UTF-8 character"));
  }
  SECTION("a negative and a too large number") {
    json["sentences"][0]["block"] = -1;
    CHECK_THAT(refusal(json), ContainsSubstring("at /sentences/0/block"));
    json["sentences"][0]["block"] = 1e30;
    CHECK_THAT(refusal(json), ContainsSubstring("at /sentences/0/block"));
  }
  SECTION("indices that point nowhere") {
    json["facts"]["quotations"][0]["speaker"] = 1;
    CHECK_THAT(refusal(json), ContainsSubstring("1 points outside the people, which has 1"));
    json["facts"]["quotations"][0]["speaker"] = 0;
    CHECK(from_json(json.dump()).has_value());
    json["facts"]["quotations"][0]["speaker"] = "nobody";
    CHECK_THAT(refusal(json), ContainsSubstring("no person with the id \"nobody\""));
    json["facts"]["quotations"][0]["speaker"] = 0;
    json["facts"]["points"][0]["sentence"] = 9;
    CHECK_THAT(refusal(json), ContainsSubstring("at /facts/points/0/sentence"));
  }
  SECTION("a dateline in no block") {
    json["metadata"]["dateline"]["block"] = 2;
    CHECK_THAT(refusal(json), ContainsSubstring("dateline"));
  }
  SECTION("a fact that nothing mentions") {
    json["facts"]["people"][0]["mentions"] = Json::array();
    CHECK_THAT(refusal(json), ContainsSubstring("at /facts/people/0/mentions: at least one mention"));
  }
  SECTION("a value that is no decimal, a confidence outside 0 to 1, an unknown kind") {
    json["facts"]["figures"][0]["value"] = "1,5";
    CHECK_THAT(refusal(json), ContainsSubstring("at /facts/figures/0/value"));
    json["facts"]["figures"][0]["value"] = "1.5";
    json["facts"]["figures"][0]["provenance"]["confidence"] = 1.5;
    CHECK_THAT(refusal(json), ContainsSubstring("from 0 to 1"));
    json["facts"]["figures"][0]["provenance"]["confidence"] = 1;
    json["facts"]["figures"][0]["kind"] = "guess";
    CHECK_THAT(refusal(json), ContainsSubstring("\"guess\" is none of: count, money"));
  }
}

TEST_CASE("text that is not JSON is refused with line and column", "[document]") {
  for (const char* text : {"", "{", "[1,", "nonsense", "{\"a\":\"\xFF\"}", "{\"schema\": 1e999}"}) {
    const Result<Document> result = from_json(text);
    REQUIRE_FALSE(result.has_value());
    CHECK_THAT(result.error().message, ContainsSubstring("not JSON"));
  }
  CHECK_THAT(from_json("{\n  \"schema\": ?").error().message, ContainsSubstring("line 2"));
}

TEST_CASE("deeply nested JSON is refused without harm", "[document]") {
  const std::string deep = std::string(200000, '[') + std::string(200000, ']');
  CHECK_FALSE(from_json(deep).has_value());
}

TEST_CASE("every prefix of a document is refused without harm", "[document]") {
  const std::string json = to_json(full_document());
  for (std::size_t length = 0; length + 2 < json.size(); length += 7)
    CHECK_FALSE(from_json(std::string_view(json).substr(0, length)).has_value());
}

TEST_CASE("the published schema names what is written", "[document]") {
  std::ifstream stream(HERALD_TEST_SOURCE_DIR "/../core/document/herald-document-1.schema.json");
  const Json schema = Json::parse(stream);
  const auto check_members = [](const Json& object, const Json& described) {
    for (const auto& [name, value] : object.items()) {
      INFO(name);
      CHECK(described.at("properties").contains(name));
    }
    for (const Json& name : described.value("required", Json::array())) CHECK(object.contains(name.get<std::string>()));
  };
  const Json document = parsed(full_document());
  const Json& defs = schema.at("$defs");
  check_members(document, schema);
  check_members(document.at("source"), schema.at("properties").at("source"));
  check_members(document.at("metadata"), schema.at("properties").at("metadata"));
  check_members(document.at("metadata").at("dateline"),
                schema.at("properties").at("metadata").at("properties").at("dateline"));
  check_members(document.at("blocks").at(0), defs.at("block"));
  check_members(document.at("blocks").at(1).at("inlines").at(0), defs.at("inline"));
  const Json& facts = document.at("facts");
  check_members(facts, schema.at("properties").at("facts"));
  check_members(facts.at("figures").at(0), defs.at("figure"));
  check_members(facts.at("figures").at(0).at("provenance"), defs.at("provenance"));
  check_members(facts.at("people").at(0), defs.at("person"));
  check_members(facts.at("quotations").at(0), defs.at("quotation"));
  check_members(facts.at("dates").at(0), defs.at("date_mention"));
  check_members(facts.at("places").at(0), defs.at("place"));
  check_members(facts.at("events").at(0), defs.at("event"));
}

TEST_CASE("the published schema knows every kind of block and figure", "[document]") {
  std::ifstream stream(HERALD_TEST_SOURCE_DIR "/../core/document/herald-document-1.schema.json");
  const Json defs = Json::parse(stream).at("$defs");
  const auto names = [&](const char* definition) {
    return defs.at(definition).at("properties").at("kind").at("enum").get<std::set<std::string>>();
  };
  std::set<std::string> blocks;
  for (const auto& [kind, name] : document::block_kind_names) blocks.emplace(name);
  CHECK(names("block") == blocks);
  std::set<std::string> figures;
  for (const auto& [kind, name] : document::figure_kind_names) figures.emplace(name);
  CHECK(names("figure") == figures);
}
