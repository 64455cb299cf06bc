// KEY=VALUE settings against the declarations of a plugin.json.
#include "core/plugins/manifest.hpp"
#include "tests/core/plugins/support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;

namespace {

plugins::PluginInfo sample() {
  const TemporaryFolder folder;
  write_file(folder / "plugin.json", good_json());
  return plugins::read_plugin_json(folder.path()).value_or_throw();
}

Result<Options> check(const std::map<std::string, std::string>& settings) {
  std::vector<std::string> unknown;
  return plugins::check_options(sample(), settings, unknown);
}

std::string refusal(const std::string& name, const std::string& value) {
  const auto result = check({{name, value}});
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().code == ErrorCode::option_invalid);
  return to_string(result.error());
}

}  // namespace

TEST_CASE("every declared option is set, with its default where the user gave none", "[plugins]") {
  const auto options = check({{"size", "20"}, {"note", "Für Genève, مراكش"}});
  REQUIRE(options.has_value());
  CHECK(options->integer("size") == 20);
  CHECK(options->number("ratio") == 0.5);
  CHECK_FALSE(options->flag("loud"));
  CHECK(options->text("paper") == "a4");
  CHECK(options->text("note") == "Für Genève, مراكش");
}

TEST_CASE("a value that the user gave is known as such, be it the default", "[plugins]") {
  const auto options = check({{"size", "12"}});
  REQUIRE(options.has_value());
  CHECK(options->is_given("size"));
  CHECK_FALSE(options->is_given("ratio"));
  CHECK_FALSE(options->is_given("unheard-of"));
}

TEST_CASE("switches are read as people write them", "[plugins]") {
  for (const char* yes : {"true", "yes", "on", "1"}) CHECK(check({{"loud", yes}})->flag("loud"));
  for (const char* no : {"false", "no", "off", "0"}) CHECK_FALSE(check({{"loud", no}})->flag("loud"));
  CHECK_THAT(refusal("loud", "maybe"), ContainsSubstring("is a switch, not \"maybe\" (give true or false)"));
}

TEST_CASE("numbers out of range or not numbers are refused with the range", "[plugins]") {
  for (const char* bad : {"5", "73", "", " 12", "12pt", "0x10", "1e1", "99999999999999999999", "nan"}) {
    INFO(bad);
    CHECK_THAT(refusal("size", bad), ContainsSubstring("give a whole number from 6 to 72"));
  }
  for (const char* bad : {"nan", "inf", "1.5", "-0.1", "0,5", ""}) {
    INFO(bad);
    CHECK_THAT(refusal("ratio", bad), ContainsSubstring("give a number from 0 to 1"));
  }
  CHECK(check({{"ratio", "1e-1"}})->number("ratio") == 0.1);
}

TEST_CASE("a choice that does not exist is refused with the nearest one", "[plugins]") {
  CHECK_THAT(refusal("paper", "leter"), ContainsSubstring("did you mean \"letter\"? one of a4, letter"));
  CHECK_THAT(refusal("paper", "broadsheet"), ContainsSubstring("(one of a4, letter)"));
}

TEST_CASE("texts that cannot stand in a document are refused", "[plugins]") {
  for (const std::string bad :
       {"a\nb", "\x1b[31m", "\xff", "\xc3", "\xed\xa0\x80", "\xc0\xaf", "a\x7f", "\xf8\x88\x80\x80\x80"}) {
    CHECK_THAT(refusal("note", bad), ContainsSubstring("is not plain UTF-8 text"));
  }
  CHECK_THAT(refusal("note", std::string(5000, 'a')), ContainsSubstring("is longer than 4096 bytes"));
}

TEST_CASE("a key that the plugin does not declare is left to the caller", "[plugins]") {
  std::vector<std::string> unknown{"of another plugin"};
  const auto options = plugins::check_options(sample(), {{"siez", "20"}, {"size", "20"}}, unknown);
  REQUIRE(options.has_value());
  CHECK(unknown == std::vector<std::string>{"of another plugin", "siez"});
}
