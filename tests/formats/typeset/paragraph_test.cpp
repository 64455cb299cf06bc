#include "formats/typeset/paragraph.hpp"

#include <algorithm>
#include <chrono>

#include "formats/typeset/hyphenate.hpp"
#include "tests/formats/typeset/support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::typeset;
using test::visual_runs;
using test::visual_text;

namespace {

// Arabic words by letters, so that the order in this file is the order in memory.
const std::string marhaban = "\u0645\u0631\u062D\u0628\u0627";  // "welcome"
const std::string arabic_and = "\u0648";

const GlyphRun& run_of(const SetLine& line, std::size_t index) {
  std::size_t at = 0;
  for (const PageItem& item : line.items) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run != nullptr && at++ == index) return *run;
  }
  FAIL("the line has no such run");
  throw 0;
}

std::string reversed_words(const std::string& word) {  // by characters of two bytes
  std::string result;
  for (std::size_t i = word.size(); i >= 2; i -= 2) result += word.substr(i - 2, 2);
  return result;
}

}  // namespace

TEST_CASE("a line is one run whose glyphs keep the spaces", "[typeset][paragraph]") {
  const SetParagraph paragraph = test::set("Ten ports agreed.", 300, test::style());
  REQUIRE(paragraph.lines.size() == 1);
  REQUIRE(paragraph.lines[0].items.size() == 1);
  const GlyphRun& run = run_of(paragraph.lines[0], 0);
  CHECK(run.text == "Ten ports agreed.");
  CHECK(run.glyphs.size() == 17);
  CHECK(run.glyphs[3].cluster == 3);
  CHECK(run.glyphs[3].advance > 0);
  CHECK(test::right_of(run) == test::Approx(paragraph.lines[0].width));
}

TEST_CASE("the space at a line's end hangs beyond it, for those who read the text alone", "[typeset][paragraph]") {
  const SetParagraph paragraph = test::set("  alpha  beta gamma delta", 60, test::style());
  REQUIRE(paragraph.lines.size() == 3);
  CHECK(visual_runs(paragraph.lines[0]) == std::vector<std::string>{"alpha  beta", " "});
  CHECK(visual_runs(paragraph.lines[1]) == std::vector<std::string>{"gamma", " "});
  CHECK(visual_runs(paragraph.lines[2]) == std::vector<std::string>{"delta"});
  const SetLine& first = paragraph.lines[0];
  CHECK(first.width == test::Approx(test::right_of(run_of(first, 0))));
  CHECK(run_of(first, 1).origin.x == test::Approx(first.width));
  const SetParagraph arabic = test::set(marhaban + " " + marhaban, 30, test::style(), "ar", true);
  REQUIRE(arabic.lines.size() == 2);
  CHECK(test::right_of(run_of(arabic.lines[0], 1)) == test::Approx(arabic.lines[0].left));
}

TEST_CASE("justified lines fill the measure, the last one does not", "[typeset][paragraph]") {
  const std::string text =
      "The harbour office will publish the readings of all stations within ten minutes, and anyone may use them "
      "without asking, provided that the source is named.";
  const SetParagraph paragraph = test::set(text, 220, test::style(10, Alignment::justify));
  REQUIRE(paragraph.lines.size() > 2);
  for (std::size_t i = 0; i + 1 < paragraph.lines.size(); ++i) CHECK(paragraph.lines[i].width == test::Approx(220));
  CHECK(paragraph.lines.back().width < 220);
}

TEST_CASE("alignment follows the direction", "[typeset][paragraph]") {
  CHECK(test::set("short", 200, test::style()).lines[0].left == test::Approx(0));
  const SetLine end = test::set("short", 200, test::style(10, Alignment::end)).lines[0];
  CHECK(end.left + end.width == test::Approx(200));
  const SetLine center = test::set("short", 200, test::style(10, Alignment::center)).lines[0];
  CHECK(center.left == test::Approx((200 - center.width) / 2));
  const SetLine arabic = test::set(marhaban, 200, test::style(), "ar", true).lines[0];
  CHECK(arabic.left + arabic.width == test::Approx(200));
}

TEST_CASE("indents are taken at the side of the direction", "[typeset][paragraph]") {
  ParagraphStyle style = test::style();
  style.start_indent = 30;
  style.first_line_indent = 10;
  CHECK(test::set("short", 200, style).lines[0].left == test::Approx(40));
  const SetLine arabic = test::set(marhaban, 200, style, "ar", true).lines[0];
  CHECK(arabic.left + arabic.width == test::Approx(160));
}

// --- the regression set of right-to-left text ----------------------------------------------------

TEST_CASE("digits in Arabic text keep their order", "[typeset][bidi]") {
  const SetLine line = test::set(marhaban + " 2026 " + marhaban, 400, test::style(), "ar", true).lines[0];
  CHECK(visual_text(line) == reversed_words(marhaban) + " 2026 " + reversed_words(marhaban));
  // Arabic-Indic digits too
  const std::string number = "\u0663\u0662";
  const SetLine indic = test::set(marhaban + " " + number, 400, test::style(), "ar", true).lines[0];
  CHECK(visual_text(indic) == number + " " + reversed_words(marhaban));
}

TEST_CASE("a number of several parts is not turned round", "[typeset][bidi]") {
  const SetLine version = test::set(marhaban + " 1.2", 400, test::style(), "ar", true).lines[0];
  CHECK(visual_text(version) == "1.2 " + reversed_words(marhaban));
  const SetLine date = test::set(marhaban + " 26/11/2026", 400, test::style(), "ar", true).lines[0];
  CHECK(visual_text(date) == "26/11/2026 " + reversed_words(marhaban));
  const SetLine thousands = test::set(marhaban + " 50,000", 400, test::style(), "ar", true).lines[0];
  CHECK(visual_text(thousands) == "50,000 " + reversed_words(marhaban));
}

TEST_CASE("brackets are mirrored in right-to-left text", "[typeset][bidi]") {
  const SetLine line = test::set(marhaban + " (" + marhaban + ")", 400, test::style(), "ar", true).lines[0];
  // The text's closing bracket stands leftmost and must look like an opening one.
  CHECK(visual_runs(line).front() == ")");
  const GlyphRun& closing = run_of(line, 3);
  REQUIRE(closing.text == ")");
  CHECK(closing.right_to_left);
  CHECK(closing.glyphs.front().id == closing.face->glyph(U'('));
}

TEST_CASE("a heading that begins with a Latin name is still right to left", "[typeset][bidi]") {
  const SetParagraph heading = test::set("ACME " + marhaban + " " + marhaban, 400, test::style(), "ar", true);
  CHECK(heading.right_to_left);
  CHECK(visual_text(heading.lines[0]) == reversed_words(marhaban) + " " + reversed_words(marhaban) + " ACME");
}

TEST_CASE("Latin words inside Arabic stand in their own order", "[typeset][bidi]") {
  const SetLine line = test::set(marhaban + " General Assembly " + arabic_and, 400, test::style(), "ar", true).lines[0];
  CHECK(visual_text(line) == arabic_and + " General Assembly " + reversed_words(marhaban));
}

TEST_CASE("runs of a mixed line come in logical order for the reader", "[typeset][bidi]") {
  const SetLine line = test::set(marhaban + " ACME 12", 400, test::style(), "ar", true).lines[0];
  CHECK(test::logical_text(line) == marhaban + " ACME 12");
}

TEST_CASE("each line of mixed text is reordered by itself", "[typeset][bidi]") {
  const std::string text = marhaban + " " + marhaban + " General Assembly " + marhaban;
  const SetParagraph paragraph = test::set(text, 90, test::style(), "ar", true);
  REQUIRE(paragraph.lines.size() > 1);
  // the first line holds the text's beginning, at its right end
  CHECK(visual_runs(paragraph.lines[0]).back().find(marhaban) == 0);
}

TEST_CASE("Arabic is never hyphenated nor spaced out", "[typeset][bidi]") {
  ParagraphStyle style = test::style(10, Alignment::justify);
  style.hyphenation = Hyphenation::on;
  style.text.letter_spacing = 2;
  std::string text;
  for (int i = 0; i < 30; ++i) text += marhaban + " ";
  const SetParagraph paragraph = test::set(text, 120, style, "ar", true);
  for (const SetLine& line : paragraph.lines) {
    CHECK(test::logical_text(line).find("\u00AD") == std::string::npos);
    CHECK(line.width <= 120.001);
  }
  style.text.letter_spacing = 0;
  CHECK(test::set(marhaban, 400, style, "ar", true).lines[0].width ==
        test::Approx(test::set(marhaban, 400, test::style(), "ar", true).lines[0].width));
}

// --- breaking words --------------------------------------------------------------------------------

TEST_CASE("an added hyphen is a run of its own", "[typeset][paragraph]") {
  if (test::fonts().hyphenation().find("en-GB") == nullptr) {
    WARN("skipped: hyphen-en-gb is not installed");
    return;
  }
  ParagraphStyle style = test::style(10, Alignment::justify);
  style.hyphenation = Hyphenation::on;
  const SetParagraph paragraph =
      test::set("Representatives considered administrative responsibilities internationally.", 95, style, "en-GB");
  std::string joined;
  std::size_t hyphens = 0;
  // every hyphen ends its line; every other line but the last ends with its space
  for (const SetLine& line : paragraph.lines) {
    std::string text = test::logical_text(line);
    CHECK(line.width <= 95.001);
    if (text.size() > 2 && text.substr(text.size() - 2) == "\u00AD") {
      ++hyphens;
      CHECK(visual_runs(line).back() == "\u00AD");
      joined += text.substr(0, text.size() - 2);
    } else {
      joined += text;
    }
  }
  CHECK(hyphens > 0);
  CHECK(joined == "Representatives considered administrative responsibilities internationally.");
}

TEST_CASE("the source's soft hyphens divide and are shown only where a line ends", "[typeset][paragraph]") {
  const std::string word = "extra\u00ADordinary";
  CHECK(test::set(word, 400, test::style()).lines.size() == 1);
  const SetParagraph broken = test::set(word, 50, test::style());
  REQUIRE(broken.lines.size() == 2);
  CHECK(visual_runs(broken.lines[0]) == std::vector<std::string>{"extra", "\u00AD"});
  CHECK(visual_runs(broken.lines[1]) == std::vector<std::string>{"ordinary"});
}

TEST_CASE("a word wider than the measure is broken, an address at its signs", "[typeset][paragraph]") {
  const SetParagraph word = test::set(std::string(200, 'm'), 80, test::style());
  CHECK(word.lines.size() > 10);
  for (const SetLine& line : word.lines) CHECK(line.width <= 80.001);
  const SetParagraph address = test::set("https://example.org/press/releases/harbours.html", 120, test::style());
  REQUIRE(address.lines.size() > 1);
  for (std::size_t i = 0; i + 1 < address.lines.size(); ++i) {
    const char last = test::logical_text(address.lines[i]).back();
    CHECK(std::string("/.:").find(last) != std::string::npos);
  }
}

TEST_CASE("a ligature that a line break cuts is shaped anew", "[typeset][paragraph]") {
  ParagraphStyle style = test::style();
  style.text.family = "Noto Serif";
  const SetParagraph paragraph = test::set("of\u00ADfice of\u00ADfice of\u00ADfice of\u00ADfice", 38, style);
  for (const SetLine& line : paragraph.lines) {
    for (const PageItem& item : line.items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run == nullptr) continue;
      for (const Glyph& glyph : run->glyphs) CHECK(glyph.cluster < run->text.size());
    }
    CHECK(line.width <= 38.5);
  }
}

TEST_CASE("forced line breaks make lines, empty ones too", "[typeset][paragraph]") {
  const SetParagraph paragraph = test::set("one\n\ntwo", 200, test::style(10, Alignment::justify));
  REQUIRE(paragraph.lines.size() == 3);
  CHECK(test::logical_text(paragraph.lines[0]) == "one");
  CHECK(paragraph.lines[1].items.empty());
  CHECK(paragraph.lines[1].height == test::Approx(15));
}

TEST_CASE("letters are spaced out by clusters", "[typeset][paragraph]") {
  ParagraphStyle spaced = test::style();
  spaced.text.letter_spacing = 2;
  const Points plain = test::set("LABEL", 200, test::style()).lines[0].width;
  CHECK(test::set("LABEL", 200, spaced).lines[0].width == test::Approx(plain + 10));
}

TEST_CASE("a stop may hang out of the measure", "[typeset][paragraph]") {
  ParagraphStyle style = test::style(10, Alignment::end);
  style.hanging_punctuation = HangingPunctuation::on;
  const SetLine line = test::set("It is so.", 200, style).lines[0];
  CHECK(line.left + line.width > 200);
  CHECK(line.left + line.width < 203);
}

TEST_CASE("characters that no font has are shown as boxes, their text kept", "[typeset][paragraph]") {
  const SetParagraph paragraph = test::set("a\U0010FFF0\U0010FFF1z", 200, test::style());
  CHECK(test::logical_text(paragraph.lines[0]) == "a\U0010FFF0\U0010FFF1z");
  for (const PageItem& item : paragraph.lines[0].items) {
    for (const Glyph& glyph : std::get<GlyphRun>(item.content).glyphs) CHECK(glyph.id != 0);
  }
}

TEST_CASE("a paragraph of a megabyte is set in good time", "[typeset][paragraph]") {
  std::string text;
  while (text.size() < 1'000'000) text += "readings of the harbour stations ";
  const auto begin = std::chrono::steady_clock::now();
  const SetParagraph spaced = test::set(text, 400, test::style(10, Alignment::justify));
  const SetParagraph solid = test::set(std::string(1'000'000, 'x'), 400, test::style());
  const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  CHECK(spaced.lines.size() > 5'000);
  CHECK(solid.lines.size() > 5'000);
  CHECK(seconds < 60);  // a second in Release; anything quadratic takes hours
}

TEST_CASE("a title does not end a line in a word's own hyphen where it need not", "[typeset][paragraph]") {
  const auto first_line = [](Hyphenation hyphenation) {
    ParagraphStyle style = test::style();
    style.hyphenation = hyphenation;
    const std::string words = "Assembly gives ports a five-year plan";
    Points width = 0;
    const SetParagraph head = test::set("Assembly gives ports a five-", 1000, style);
    for (const PageItem& item : head.lines.front().items) {
      if (const auto* run = std::get_if<GlyphRun>(&item.content))
        for (const Glyph& glyph : run->glyphs) width += glyph.advance;
    }
    const SetParagraph set = test::set(words, width + 1, style);
    std::string text;
    for (const PageItem& item : set.lines.front().items) {
      if (const auto* run = std::get_if<GlyphRun>(&item.content)) text += run->text;
    }
    return text;
  };
  CHECK(first_line(Hyphenation::off) == "Assembly gives ports a ");
}
