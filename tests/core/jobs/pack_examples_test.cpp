// The packs that Herald ships: nothing is wrong with them, and they find what their examples say and no more.
#include "core/jobs/pack_examples.hpp"

#include <fstream>

#include "tests/core/jobs/jobs_support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;

namespace {

language::Pack whole(const language::Pack& pack) {
  return language::parse_pack(pack.text, pack.location).value_or_throw();
}

}  // namespace

TEST_CASE("nothing is wrong with a shipped pack, and its examples hold", "[jobs]") {
  REQUIRE(packs().all().size() >= 5);
  for (const language::Pack& shipped : packs().all()) {
    for (const language::PackProblem& problem : language::check_pack(shipped.text))
      FAIL_CHECK(shipped.code << " " << problem.pointer << ": " << problem.what);
    for (const language::PackProblem& problem : jobs::run_examples(whole(shipped), packs()))
      FAIL_CHECK(shipped.code << " " << problem.pointer << ": " << problem.what);
  }
}

TEST_CASE("an example that does not hold is named with what was expected and what came", "[jobs]") {
  language::Pack pack = whole(*packs().find("en"));
  pack.positive_examples = {{"The port took 12 boats.", "", {{"figures", {"12"}}}},
                            {"The port took 12 boats.", "", {{"figures", {"13"}}, {"people", {}}}}};
  pack.negative_examples = {{"Nobody came.", "", {{"people", {"Nobody"}}}}};
  const auto problems = jobs::run_examples(pack, packs());
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].pointer == "/examples/positive/1/figures");
  CHECK(problems[0].what == "expected [\"13\"], found [\"12\"] in: The port took 12 boats.");
  CHECK(problems[1].pointer == "/examples/negative/0/people");
  CHECK_THAT(problems[1].what, ContainsSubstring("expected [\"Nobody\"], found []"));
}
