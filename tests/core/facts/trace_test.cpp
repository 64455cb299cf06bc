// What is recorded for those who ask why: candidates that are no facts, each with its rule, and the words that made
// a fact one.
#include "core/facts/trace.hpp"

#include <algorithm>

#include "core/facts/extract.hpp"
#include "tests/core/facts/support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::facts;
using herald::test::Part;

namespace {

struct Traced {
  Document document;
  Trace trace;
};

Traced traced(const std::vector<Part>& parts, const test::Setting& setting = {}) {
  Traced result{test::document_of(parts, setting), {}};
  extract(result.document, test::packs(), &result.trace);
  return result;
}

// "5: figures.reference; …"
std::string rejected(std::string_view text, const test::Setting& setting = {}) {
  const Traced result = traced({{BlockKind::paragraph, std::string(text)}}, setting);
  std::string all;
  for (const Rejection& rejection : result.trace.rejections())
    all +=
        (all.empty() ? "" : "; ") + folded_text(result.document, rejection.span) + ": " + std::string(rejection.rule);
  return all;
}

std::string triggers(std::string_view text, FactKind kind) {
  const Traced result = traced({{BlockKind::paragraph, std::string(text)}});
  std::string all;
  for (const Trigger& trigger : result.trace.triggers())
    if (trigger.kind == kind)
      all += (all.empty() ? "" : "; ") + folded_text(result.document, trigger.fact) + ": " +
             folded_text(result.document, trigger.words);
  return all;
}

}  // namespace

TEST_CASE("each number that is no figure has the rule by which it is none", "[facts]") {
  CHECK(rejected("The court read Article 5 aloud.") == "5: figures.reference");
  CHECK(rejected("The court read Articles 5 and 6 aloud.") == "5: figures.reference; 6: figures.reference_list");
  CHECK(rejected("They plan for 2026-2030 with care.") == "2026-2030: figures.in_date");
  CHECK(rejected("Call +44 20 7946 0000 today.") == "44 20 7946 0000: figures.phone");
  CHECK(rejected("They joined Sector 31 and an F-117.") == "31: figures.part_of_name; 117: figures.code");
  CHECK(rejected("The house won by 217-213 last night.") == "217-213: figures.score");
  CHECK(rejected("The shop stands at 12 Harbour Street now.").starts_with("12: figures.address"));
  CHECK(rejected("We met at 9 pm there.") == "9: figures.time");
  CHECK(rejected("They met two in ten years.") == "two in ten: figures.part_of_whole");
  CHECK(rejected("They chose 47 at once.") == "47: figures.nothing_counted");
}

TEST_CASE("a number that counts something is not among the rejected", "[facts]") {
  CHECK(rejected("The port handled 196 ships.").empty());
}

TEST_CASE("dates that cannot be found name what is missing", "[facts]") {
  CHECK(rejected("They met on 31 June there.").find("31 June: dates.no_such_day") != std::string::npos);
  CHECK(rejected("They met today there.", {"en", ""}) == "today: dates.no_day_to_count_from");
}

TEST_CASE("capitalised words that nearly are a person say what they lack", "[facts]") {
  CHECK(rejected("The road to Blue Heron was closed.") == "Blue Heron: people.nothing_beside");
  CHECK(rejected("Visitors like Blue Heron Foundation a lot.") == "");  // which is an organisation
}

TEST_CASE("marked words that are no speech say why", "[facts]") {
  CHECK(rejected("The song “Waves of the Silent Harbour” was played.").find("quotations.title") != std::string::npos);
  CHECK(rejected("They call it “a little too small” there.") == "a little too small: quotations.nobody_says");
}

TEST_CASE("a fact names the words that made it one", "[facts]") {
  CHECK(triggers("More than 196 ships came.", FactKind::figure) == "196: More than; 196: ships");
  CHECK(triggers("The minister Ana Lima came.", FactKind::person) == "Ana Lima: minister");
  CHECK(triggers("“We are ready to leave now,” said Ana Lima.", FactKind::quotation) ==
        "We are ready to leave now,: said Ana Lima");
}

TEST_CASE("what a later pass understands otherwise is no rejection", "[facts]") {
  Trace trace;
  Facts facts;
  Organisation body;
  body.mentions.push_back({{10, 20}, 0, 0, "organisations.kind_of_body", 0.9, Origin::extracted, {}});
  facts.organisations.push_back(body);
  trace.add(Rejection{FactKind::person, {10, 15}, 0, 0, "people.nothing_beside"});
  trace.add(Rejection{FactKind::figure, {12, 14}, 0, 0, "figures.code"});
  trace.add(Rejection{FactKind::person, {30, 40}, 0, 0, "people.single_word"});
  trace.add(Rejection{FactKind::person, {30, 40}, 0, 0, "people.nothing_beside"});
  trace.add(Trigger{FactKind::organisation, {10, 20}, {5, 9}});
  trace.add(Trigger{FactKind::person, {10, 20}, {5, 9}});
  CHECK_FALSE(trace.is_settled());
  trace.settle(facts);
  CHECK(trace.is_settled());
  REQUIRE(trace.rejections().size() == 2);
  CHECK(trace.rejections()[0].rule == "figures.code");
  CHECK(trace.rejections()[1].rule == "people.single_word");
  REQUIRE(trace.triggers().size() == 1);
  CHECK(trace.triggers()[0].kind == FactKind::organisation);
}

TEST_CASE("a trace is bounded, and says how many it left out", "[facts]") {
  Trace trace;
  for (std::uint32_t i = 0; i < Trace::most + 5; ++i)
    trace.add(Rejection{FactKind::figure, {i, i + 1}, 0, 0, "figures.code"});
  CHECK(trace.rejections().size() == Trace::most);
  CHECK(trace.left_out() == 5);
}

TEST_CASE("facts are the same whether they are traced or not", "[facts]") {
  const std::vector<Part> parts = {
      {BlockKind::paragraph, "“We found 12 boats in Article 5,” said Ana Lima, 45, in Porto."},
      {BlockKind::paragraph, "The Blue Heron Council met on 31 June and on Monday."}};
  CHECK(traced(parts).document.facts == test::facts_of(parts));
}
