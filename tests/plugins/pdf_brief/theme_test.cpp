// Templates of the briefing: a broken one is one clear error with its place.
#include "plugins/pdf_brief/theme.hpp"

#include "plugins/pdf_brief/marking.hpp"
#include "tests/plugins/pdf_brief/samples.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;

namespace {

Failure refused(std::string_view toml) {
  Diagnostics remarks;
  const auto theme = plugins::read_theme(toml, "mine/template.toml", remarks);
  REQUIRE_FALSE(theme.has_value());
  return theme.error();
}

}  // namespace

TEST_CASE("an empty theme is the standard one", "[pdf_brief]") {
  Diagnostics remarks;
  const auto theme = plugins::read_theme("", "mine/template.toml", remarks);
  REQUIRE(theme.has_value());
  CHECK(theme->sections.size() == 8);
  CHECK(theme->accent == typeset::Color{0x0A, 0x6C, 0x8E});
  CHECK(remarks.empty());
}

TEST_CASE("a broken theme names its place and the way out", "[pdf_brief]") {
  const Failure syntax = refused("[colors]\naccent = \n");
  CHECK(syntax.code == ErrorCode::template_invalid);
  CHECK_THAT(syntax.location, ContainsSubstring("mine/template.toml:2"));
  const Failure color = refused("[colors]\naccent = \"blue\"\n");
  CHECK(color.code == ErrorCode::template_invalid);
  CHECK_THAT(color.location, ContainsSubstring("mine/template.toml:2"));
  CHECK_THAT(to_string(refused("[layout]\nsections = \"points, pictures\"\n")), ContainsSubstring("pictures"));
  CHECK_THAT(to_string(refused("[layout]\nsections = \"points, points\"\n")), ContainsSubstring("twice"));
  CHECK(refused("[text]\nalignment = \"left\"\n").code == ErrorCode::template_invalid);
}

TEST_CASE("an unknown key is remarked on", "[pdf_brief]") {
  Diagnostics remarks;
  REQUIRE(plugins::read_theme("[colors]\nacent = \"#000000\"\n", "mine/template.toml", remarks).has_value());
  CHECK(remarks.size() == 1);
}

TEST_CASE("markings are those of TLP 2.0 or a text of one's own", "[pdf_brief]") {
  const auto amber = plugins::parse_marking("tlp:amber+strict", {1, 2, 3});
  REQUIRE(amber.has_value());
  REQUIRE(amber->has_value());
  CHECK((**amber).text == "TLP:AMBER+STRICT");
  CHECK((**amber).color == typeset::Color{0xFF, 0xC0, 0x00});
  CHECK((**amber).background == typeset::Color{0, 0, 0});
  const auto own = plugins::parse_marking("For the Minister only", {1, 2, 3});
  CHECK((**own).color == typeset::Color{1, 2, 3});
  CHECK_FALSE((**own).background.has_value());
  CHECK_FALSE(plugins::parse_marking("  ", {})->has_value());
  CHECK(plugins::parse_marking("TLP: RED", {}).error().code == ErrorCode::option_invalid);
  CHECK(plugins::parse_marking("TLP:WHITE", {}).error().code == ErrorCode::option_invalid);
  CHECK(plugins::parse_marking(std::string(200, 'x'), {}).error().code == ErrorCode::option_invalid);
}
