// What is chosen for the briefing, without any layout.
#include "herald/highlights.hpp"

#include "tests/plugins/pdf_brief/samples.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;

TEST_CASE("money comes first, each value once, numbers that tell nothing never", "[pdf_brief]") {
  Document document = english_release();
  document.facts.figures.push_back(document.facts.figures[1]);  // said twice
  document.facts.figures.push_back(document.facts.figures[0]);
  document.facts.figures.back().value = 7;
  document.facts.figures.back().counted.clear();
  const auto selection = key_figures(document, 20);
  REQUIRE(selection.chosen.size() == 6);
  CHECK(selection.left_out == 2 /* of sentences that have theirs */);
  CHECK(selection.chosen[0]->value == Decimal(310'000'000));
  CHECK(selection.chosen[1]->value == Decimal(95'000'000));
  CHECK(key_figures(document, 3).left_out == 5);
}

TEST_CASE("partial quotations stay in the text", "[pdf_brief]") {
  Document document = english_release();
  document.facts.quotations[1].partial = true;
  CHECK(key_quotations(document, 9).chosen.size() == 1);
}

TEST_CASE("people of whom only the name is known are not listed", "[pdf_brief]") {
  Document document = english_release();
  document.facts.people.push_back({"person-9", "Jo Unknown", "", "", "", {}});
  CHECK(key_people(document).size() == 2);
}

TEST_CASE("what comes after the day of publication is to be watched, the rest is past", "[pdf_brief]") {
  const Calendar calendar = key_dates(english_release(), 12);
  REQUIRE(calendar.coming.size() == 3);
  CHECK(calendar.coming[0].start == "2026-06-30");
  CHECK(calendar.coming[1].start == "2026-07-06");
  CHECK(calendar.coming[2].name == "ministerial review conference");
  REQUIRE(calendar.dates.chosen.size() == 1);
  CHECK(calendar.dates.chosen[0].start == "2026-01");
}
