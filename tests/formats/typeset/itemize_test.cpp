#include "formats/typeset/itemize.hpp"

#include "tests/formats/typeset/support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::typeset;

namespace {

struct Itemized {
  std::vector<TextRun> runs;
  std::set<char32_t> missing;
};

Itemized runs_of(const std::string& text, bool right_to_left = false) {
  StyledPart part;
  part.end = static_cast<std::uint32_t>(text.size());
  part.style.family = "Noto Sans";
  part.face = test::fonts().face("Noto Sans", Weight::regular, Slant::upright);
  part.language = "en";
  const std::vector<StyledPart> parts{part};
  Itemized result;
  result.runs = itemize(text, to_utf16(text), parts, right_to_left, test::fonts(), result.missing);
  return result;
}

}  // namespace

TEST_CASE("plain text is one run", "[typeset][itemize]") {
  const Itemized latin = runs_of("“Ten” ports, 41 cities (and 3.2 m people)…");
  REQUIRE(latin.runs.size() == 1);
  CHECK(latin.runs[0].level == 0);
  CHECK(latin.missing.empty());
}

TEST_CASE("runs cover the text without a gap", "[typeset][itemize]") {
  const std::string text = "Latin, العربية 12/5, Ελληνικά, русский, עברית e\u0301 👍🏽";
  const Itemized itemized = runs_of(text);
  std::uint32_t at = 0;
  for (const TextRun& run : itemized.runs) {
    CHECK(run.begin == at);
    CHECK(run.begin < run.end);
    at = run.end;
  }
  CHECK(at == text.size());
}

TEST_CASE("a phrase in another script is one run, its spaces included", "[typeset][itemize]") {
  const Itemized mixed = runs_of("He said \u0645\u0631\u062D\u0628\u0627 \u0628\u0643\u0645 twice");
  REQUIRE(mixed.runs.size() == 3);
  CHECK(mixed.runs[1].right_to_left());
  CHECK(mixed.runs[1].end - mixed.runs[1].begin == 17);
}

TEST_CASE("an accent stays with its letter's face", "[typeset][itemize]") {
  CHECK(runs_of("e\u0301te\u0301").runs.size() == 1);
}

TEST_CASE("what no font has is marked and noted", "[typeset][itemize]") {
  const Itemized itemized = runs_of("a\U0010FFF0b");
  REQUIRE(itemized.runs.size() == 3);
  CHECK(itemized.runs[1].missing);
  CHECK(itemized.missing == std::set<char32_t>{char32_t{0x10FFF0}});
  const Replacement box =
      replacement_for({.face = test::fonts().face("Noto Sans", Weight::regular, Slant::upright)}, test::fonts());
  CHECK(box.glyph != 0);
}

TEST_CASE("the paragraph's direction is taken from its letters and its document", "[typeset][itemize]") {
  const std::string arabic = "\u0645\u0631\u062D\u0628\u0627";
  CHECK_FALSE(is_right_to_left("Hello", Direction::automatic, true));
  CHECK(is_right_to_left(arabic, Direction::automatic, false));
  CHECK(is_right_to_left("12.5", Direction::automatic, true));
  CHECK_FALSE(is_right_to_left("12.5", Direction::automatic, false));
  // a heading that begins with a Latin name is still Arabic in an Arabic document
  CHECK(is_right_to_left("ACME " + arabic, Direction::automatic, true));
  CHECK_FALSE(is_right_to_left("The word " + arabic, Direction::automatic, false));
  CHECK(is_right_to_left("Hello", Direction::right_to_left, false));
}

TEST_CASE("languages written from right to left are known", "[typeset][itemize]") {
  CHECK(is_right_to_left_language("ar"));
  CHECK(is_right_to_left_language("ar-MA"));
  CHECK(is_right_to_left_language("he"));
  CHECK(is_right_to_left_language("pa-Arab"));
  CHECK_FALSE(is_right_to_left_language("ar-Latn"));
  CHECK_FALSE(is_right_to_left_language("en"));
  CHECK_FALSE(is_right_to_left_language(""));
}

TEST_CASE("text is cleaned of what cannot be set", "[typeset][itemize]") {
  CHECK(settable_text("a\r\nb\rc\nd\u2028e") == "a\nb\nc\nd\ne");
  CHECK(settable_text(std::string("a\0b\x1B[1mc\tz", 10)) == "ab[1mc z");
  CHECK(settable_text("bad\xFFzz") == "bad\uFFFDzz");
  CHECK(settable_text("\xEF\xBB\xBFmarked") == "marked");
}
