#include "tests/core/facts/support.hpp"
#include "tests/support/catch.hpp"

using namespace herald::test;
using herald::BlockKind;

TEST_CASE("points are the lead, decisions, figures and what comes next, not speech", "[facts]") {
  const std::vector<Part> parts = {
      {BlockKind::title, "Harbour Opens"},
      {BlockKind::paragraph, "The town of Marin opened its rebuilt harbour to the public today."},
      {BlockKind::paragraph, "The weather was mild and many people came to see the boats."},
      {BlockKind::paragraph, "The council approved a fund worth EUR 12 million for repairs of the eastern pier."},
      {BlockKind::paragraph, "“We are very glad that all of this has come to such a good end,” said Mayor Ana Lima."},
      {BlockKind::paragraph, "The next Harbour Conference will be held in Porto, Portugal."}};
  herald::Facts facts = facts_of(parts);
  REQUIRE(facts.points.size() >= 3);
  CHECK(facts.points.size() <= 5);
  CHECK(facts.points.front().reason == "lead");
  CHECK(facts.points.front().sentence == 1);
  CHECK(facts.points.back().reason == "next event");
  bool money = false;
  for (const herald::Point& point : facts.points) {
    money = money || point.sentence == 3;
    CHECK(point.sentence != 4);
  }
  CHECK(money);
}

TEST_CASE("nothing is said twice", "[facts]") {
  const char* lead = "The town of Marin opened its rebuilt harbour to the public on a mild morning.";
  const herald::Facts facts = facts_of({{BlockKind::paragraph, lead}, {BlockKind::paragraph, lead}});
  CHECK(facts.points.size() == 1);
}
