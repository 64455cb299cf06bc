// template.toml: values with type, range and place.
#include "formats/template/theme.hpp"

#include "tests/support/catch.hpp"

using herald::templates::parse_theme;
using herald::templates::Theme;

namespace {

Theme theme_of(const std::string& text) { return parse_theme(text, "mine/template.toml").value_or_throw(); }

template <typename T>
std::string refusal(const herald::Result<T>& result) {
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().code == herald::ErrorCode::template_invalid);
  return herald::to_string(result.error());
}

}  // namespace

TEST_CASE("a theme gives its values, or the defaults", "[template]") {
  const Theme theme = theme_of(
      "name = \"x\"\n[theme]\naccent = \"#0a6c8E\"\nwidth = 600\nleading = 1.5\nsmall = true\nfont = \"Segoe UI, "
      "Arial\"\n");
  CHECK(theme.text("name", "").value() == "x");
  CHECK(theme.color("theme.accent", "#000000").value() == "#0A6C8E");
  CHECK(theme.color("theme.ink", "#1B2430").value() == "#1B2430");
  CHECK(theme.integer("theme.width", 640, 480, 800).value() == 600);
  CHECK(theme.number("theme.leading", 1.4, 1, 2).value() == 1.5);
  CHECK(theme.number("theme.width", 1, 1, 1000).value() == 600);
  CHECK(theme.flag("theme.small", false).value());
  CHECK(theme.font_stack("theme.font", "Arial").value() == "Segoe UI, Arial");
}

TEST_CASE("a value that does not fit is refused with its place", "[template]") {
  CHECK(refusal(theme_of("[theme]\naccent = \"red\"").color("theme.accent", "")) ==
        "mine/template.toml:2:10: 'theme.accent' must be a colour of six hexadecimal digits, such as \"#0A6C8E\"");
  for (const char* color : {"\"#FFF\"", "\"#0A6C8E;\"", "\"#0A6C8G\"", "\"##A6C8E\"", "\"\"", "7", "\"rgb(1,2,3)\""})
    CHECK_FALSE(theme_of(std::string("c = ") + color).color("c", "").has_value());
  for (const char* font :
       {"\"Arial;color:red\"", "\"'Segoe UI'\"", "\"a{b}\"", "\"</style>\"", "\"\"", "true", "\"é\""})
    CHECK_FALSE(theme_of(std::string("f = ") + font).font_stack("f", "").has_value());
  CHECK(refusal(theme_of("w = 100").integer("w", 640, 480, 800)) ==
        "mine/template.toml:1:5: 'w' must be a whole number from 480 to 800");
  CHECK(refusal(theme_of("w = 600.5").integer("w", 640, 480, 800)).find("whole number") != std::string::npos);
  CHECK(refusal(theme_of("w = nan").number("w", 1, 0.5, 2)) ==
        "mine/template.toml:1:5: 'w' must be a number from 0.5 to 2");
  CHECK(refusal(theme_of("w = \"yes\"").flag("w", true)) == "mine/template.toml:1:5: 'w' must be true or false");
  CHECK(refusal(theme_of("w = 1").text("w", "")) == "mine/template.toml:1:5: 'w' must be a text in quotes");
}

TEST_CASE("a file that is not TOML is refused in one line", "[template]") {
  for (const char* text : {"a = ", "[theme", "a = 1\na = 2", "\xFF\xFE", "= 3", "a = \"\x01\""}) {
    const std::string line = refusal(parse_theme(text, "mine/template.toml"));
    CHECK(line.starts_with("mine/template.toml:"));
    CHECK(line.find('\n') == std::string::npos);
  }
  CHECK(refusal(parse_theme("a = [1, 2]", "t")) == "t:1:5: 'a' must be a text, a number, true or false");
  CHECK(refusal(parse_theme(std::string(40'000, '#'), "t")) == "t: the file is over 16 KiB");
}

TEST_CASE("tables nested as deep as a file allows are refused, not followed", "[template]") {
  std::string deep = "a";
  while (deep.size() < 16'000) deep += ".a";
  CHECK_FALSE(parse_theme(deep + " = 1", "t").has_value());
  CHECK_FALSE(parse_theme("[" + deep + "]\nx = 1", "t").has_value());
}

TEST_CASE("keys that nobody asks for are remarked upon", "[template]") {
  const Theme theme = theme_of("[theme]\nacent = \"#000000\"\nzzzzzzzzzz = 1\n");
  static_cast<void>(theme.color("theme.accent", "#000000"));
  herald::Diagnostics diagnostics;
  theme.remark_unknown(diagnostics);
  REQUIRE(diagnostics.size() == 2);
  CHECK(diagnostics[0].message == "mine/template.toml:2:9: unknown key 'theme.acent', it changes nothing");
  CHECK(diagnostics[0].hint == "did you mean 'theme.accent'?");
  CHECK(diagnostics[1].hint.empty());
}
