// Runs the examples that every pack must have: what its words are there to find, and to leave alone.
#include <algorithm>

#include "tests/core/facts/support.hpp"
#include "tests/support/catch.hpp"

using namespace herald::test;

namespace {

std::vector<std::string> found(const herald::Facts& facts, const std::string& kind) {
  std::vector<std::string> shown;
  if (kind == "figures")
    for (const auto& figure : facts.figures) shown.push_back(show(figure));
  else if (kind == "dates")
    for (const auto& date : facts.dates) shown.push_back(date.start + (date.end.empty() ? "" : "/" + date.end));
  else if (kind == "people")
    for (const auto& person : facts.people) shown.push_back(person.name);
  else if (kind == "quotations")
    for (const auto& quotation : facts.quotations) shown.push_back(quotation.text);
  else if (kind == "places")
    for (const auto& place : facts.places) shown.push_back(place.name);
  else if (kind == "organisations")
    for (const auto& organisation : facts.organisations) shown.push_back(organisation.name);
  else
    FAIL("a pack's example names an unknown kind of fact: " << kind);
  return shown;
}

void check(const herald::language::Pack& pack, const herald::language::PackExample& example) {
  const herald::Facts facts = facts_of(example.text, {pack.code, example.published});
  for (const auto& [kind, wanted] : example.expected) {
    INFO(pack.code << " " << kind << ": " << example.text);
    CHECK(found(facts, kind) == wanted);
  }
}

}  // namespace

TEST_CASE("every pack finds what its examples say and no more", "[facts]") {
  for (const herald::language::Pack& loaded : packs().all()) {
    const herald::language::Pack pack = herald::language::parse_pack(loaded.text, loaded.location).value_or_throw();
    for (const auto& example : pack.positive_examples) check(pack, example);
    for (const auto& example : pack.negative_examples) check(pack, example);
  }
}
