// The corrections file: what a hand may write, and what it is told where it errs.
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "core/corrections/members.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::corrections;
using herald::test::ContainsSubstring;

namespace {

std::string refusal(const std::string& json) {
  const Result<Corrections> read = read_corrections(json, "r.herald.json");
  REQUIRE_FALSE(read.has_value());
  CHECK(read.error().code == ErrorCode::input_invalid);
  return read.error().message + " (" + read.error().hint + ")";
}

std::string refusal_of_entry(const std::string& entry) { return refusal(R"({"facts": [)" + entry + "]}"); }

}  // namespace

TEST_CASE("a corrections file may be short, commented and free of formalities", "[corrections]") {
  const Result<Corrections> read = read_corrections(R"(// seen by the press office
    {
      "metadata": {"published": "2026-03-12", "embargo": "2026-03-12 18:00", "dateline": {"place": "Porto"},
                   "standfirst": null},
      "facts": [
        {"figure": "12 boats", "set": {"value": 13.5, "qualifier": "More than", "maximum": "14"}},
        {"person": {"words": "Ana Lima", "nth": 2, "paragraph": 3, "id": "p4"}, "remove": true, "note": "no person"},
        {"contact": "Press office", "add": {"emails": "a@b.example", "phones": ["1", "2"]}},
        {"place": "Porto", "add": true}
      ],
      "found": {"facts": [{"figure": 3}]}
    })",
                                                    "r.herald.json");
  REQUIRE(read.has_value());
  REQUIRE(read->metadata.size() == 1);
  CHECK(read->metadata[0].changes.size() == 3);
  CHECK(read->metadata[0].dateline == Changes{{"place", std::string("Porto")}});
  REQUIRE(read->facts.size() == 4);
  CHECK(read->facts[0].at.words == "12 boats");
  CHECK(read->facts[0].changes == Changes{{"maximum", std::string("14")},
                                          {"qualifier", std::string("more_than")},
                                          {"value", std::string("13.5")}});
  CHECK(read->facts[1].action == Action::remove);
  CHECK(read->facts[1].at.nth == 2U);
  CHECK(read->facts[1].at.paragraph == 3U);
  CHECK(read->facts[2].changes ==
        Changes{{"emails", std::vector<std::string>{"a@b.example"}}, {"phones", std::vector<std::string>{"1", "2"}}});
  CHECK(read->facts[3].action == Action::add);
  CHECK(read->facts[3].pointer == "/facts/3");
}

TEST_CASE("a slip in a corrections file is answered with its place and the way out", "[corrections]") {
  CHECK_THAT(refusal("{\n\"facts\": [,]}"), ContainsSubstring("not JSON") && ContainsSubstring("line 2"));
  CHECK_THAT(refusal("[]"), ContainsSubstring("at the top: an object"));
  CHECK_THAT(refusal(R"({"schema": "herald-document/1"})"),
             ContainsSubstring("at /schema: ") && ContainsSubstring("herald-corrections/1"));
  CHECK_THAT(refusal(R"({"fact": []})"),
             ContainsSubstring("at /fact: ") && ContainsSubstring("did you mean \"facts\"?"));
  CHECK_THAT(refusal(R"({"a/b~": 1})"), ContainsSubstring("at /a~1b~0: "));
  CHECK_THAT(refusal(R"({"metadata": {"titel": "x"}})"),
             ContainsSubstring("at /metadata/titel: ") && ContainsSubstring("did you mean \"title\"?"));
  CHECK_THAT(refusal(R"({"metadata": {"published": "12 March"}})"),
             ContainsSubstring("at /metadata/published: \"12 March\" is no date") && ContainsSubstring("2026-03-12"));
  CHECK_THAT(refusal(R"({"metadata": {"published": "2026-02-30"}})"), ContainsSubstring("is no date"));
  CHECK_THAT(refusal(R"({"metadata": {"embargo": "2026-03-12T25:00"}})"), ContainsSubstring("is no day or time"));
  CHECK_THAT(refusal(R"({"metadata": {"language": "English"}})"), ContainsSubstring("is no language tag"));
  CHECK_THAT(refusal(R"({"metadata": [{}, {"dateline": {"town": "x"}}]})"),
             ContainsSubstring("at /metadata/1/dateline/town: "));
  CHECK_THAT(refusal_of_entry(R"({"figre": "12", "remove": true})"),
             ContainsSubstring("at /facts/0/figre: ") && ContainsSubstring("did you mean \"figure\"?"));
  CHECK_THAT(refusal_of_entry(R"({"figure": {"wrods": "12"}, "remove": true})"),
             ContainsSubstring("at /facts/0/figure/wrods: ") && ContainsSubstring("did you mean \"words\"?"));
  CHECK_THAT(refusal_of_entry(R"({"figure": {"id": "f1"}, "remove": true})"), ContainsSubstring("words of the fact"));
  CHECK_THAT(refusal_of_entry(R"({"figure": {"words": "12", "nth": 0}, "remove": true})"),
             ContainsSubstring("at /facts/0/figure/nth: a whole number from 1"));
  CHECK_THAT(refusal_of_entry(R"({"figure": "12"})"), ContainsSubstring("at /facts/0: it is not said what to do"));
  CHECK_THAT(refusal_of_entry(R"({"set": {"value": 1}})"), ContainsSubstring("it is not said which fact"));
  CHECK_THAT(refusal_of_entry(R"({"figure": "12", "person": "A", "remove": true})"),
             ContainsSubstring("both \"figure\""));
  CHECK_THAT(refusal_of_entry(R"({"figure": "12", "set": {"value": 1}, "remove": true})"),
             ContainsSubstring("say one"));
  CHECK_THAT(refusal_of_entry(R"({"figure": "12", "set": {}})"), ContainsSubstring("nothing is set"));
  CHECK_THAT(refusal_of_entry(R"({"figure": "12", "remove": false})"), ContainsSubstring("leave the entry out"));
  CHECK_THAT(refusal_of_entry(R"({"figure": "12", "add": {"counted": "x"}})"),
             ContainsSubstring("\"value\" is missing"));
  CHECK_THAT(refusal_of_entry(R"({"figure": "12", "set": {"value": "1,200"}})"),
             ContainsSubstring("at /facts/0/set/value: a number") && ContainsSubstring("without separators"));
  CHECK_THAT(refusal_of_entry(R"({"figure": "12", "set": {"value": null}})"), ContainsSubstring("may not be empty"));
  CHECK_THAT(refusal_of_entry(R"({"figure": "12", "set": {"qualifier": "mor than"}})"),
             ContainsSubstring("did you mean \"more_than\"?"));
  CHECK_THAT(refusal_of_entry(R"({"person": "A", "set": {"name": ""}})"), ContainsSubstring("may not be empty"));
  CHECK_THAT(refusal_of_entry(R"({"person": "A", "set": {"nmae": "B"}})"),
             ContainsSubstring("no member of a person") && ContainsSubstring("did you mean \"name\"?"));
  CHECK_THAT(refusal_of_entry(R"({"date": "today", "set": {"relative": "no"}})"), ContainsSubstring("true or false"));
}

TEST_CASE("the published schema of corrections knows the members that are read, and no others", "[corrections]") {
  std::ifstream stream(HERALD_TEST_SOURCE_DIR "/../core/corrections/herald-corrections-1.schema.json");
  const nlohmann::json schema = nlohmann::json::parse(stream);
  const nlohmann::json& defs = schema.at("$defs");
  const auto check = [&](const nlohmann::json& described, const std::vector<MemberForm>& forms,
                         std::set<std::string> others) {
    std::set<std::string> known = std::move(others);
    for (const MemberForm& form : forms) {
      known.emplace(form.name);
      if (form.choices.empty()) continue;
      const std::set<std::string> choices(form.choices.begin(), form.choices.end());
      CHECK(described.at(std::string(form.name)).at("enum").get<std::set<std::string>>() == choices);
    }
    std::set<std::string> names;
    for (const auto& [name, value] : described.items()) names.insert(name);
    CHECK(names == known);
  };
  for (const auto& [kind, name] : fact_kind_names) {
    INFO(name);
    const std::string definition = kind == FactKind::date ? "date_mention" : std::string(name);
    CHECK(defs.at("correction").at("properties").contains(std::string(name)));
    check(defs.at(definition).at("properties"), forms_of(kind), {});
  }
  const nlohmann::json& metadata = defs.at("metadata").at("properties");
  check(metadata, forms_of<Metadata>(), {"note", "where", "dateline"});
  check(metadata.at("dateline").at("properties"), forms_of<Dateline>(), {});
}
