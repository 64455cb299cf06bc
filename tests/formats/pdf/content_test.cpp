// Content streams: marked content, glyphs in their places, and text that can be got back.
#include "formats/pdf/content.hpp"

#include "formats/pdf/clusters.hpp"
#include "formats/pdf/operators.hpp"
#include "tests/formats/pdf/frames.hpp"
#include "tests/formats/pdf/pdf_text.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;
using typeset::Role;

namespace {

std::string page_of(const typeset::Layout& layout) {
  pdf::FontSet fonts;
  return pdf::build_content(layout, fonts).pages.at(0).operators;
}

std::string file_of(const typeset::Layout& layout) {
  return pdf::Writer().write(layout, information(), pdf::Compression::none);
}

}  // namespace

TEST_CASE("neighbours of one element share a marked-content sequence, artifacts stand apart", "[pdf]") {
  const auto face = noto("NotoSans-Regular");
  LayoutBuilder builder;
  const auto paragraph = builder.element(Role::paragraph);
  builder.item({typeset::FilledRectangle{{0, 0, 100, 10}, {255, 0, 0}, 0}});
  builder.line(face, "one ", paragraph).line(face, "two", paragraph);
  typeset::PageItem number{run_of(face, 8, "7", {500, 800})};
  number.artifact_kind = typeset::ArtifactKind::pagination;
  builder.item(number);
  const std::string page = page_of(builder.layout());
  CHECK(count(page, "BDC") == 3);
  CHECK(count(page, "EMC") == 3);
  CHECK(count(page, "/P <</MCID 0>> BDC") == 1);
  CHECK(count(page, "/Artifact <</Type /Layout>> BDC\n1 0 0 rg") == 1);
  CHECK(count(page, "/Artifact <</Type /Pagination>> BDC") == 1);
}

TEST_CASE("adjustments put glyphs where layout wants them and do not add up", "[pdf]") {
  const auto face = noto("NotoSans-Regular");
  auto run = run_of(face, 10, "aaaaaaaaaa", {72, 100});
  for (auto& glyph : run.glyphs) glyph.advance += 0.0037;  // under half a thousandth of the size each
  LayoutBuilder builder;
  builder.item({run, builder.element(Role::paragraph)});
  const std::string page = page_of(builder.layout());
  // Nine gaps of 0.37 thousandths are 3.33: three corrections of one.
  CHECK(count(page, ">-1<") == 3);
}

TEST_CASE("a raised glyph is shown by text rise and comes back down", "[pdf]") {
  auto run = run_of(noto("NotoSans-Regular"), 10, "abc", {72, 100});
  run.glyphs[1].dy = 3.5;
  LayoutBuilder builder;
  builder.item({run, builder.element(Role::paragraph)});
  const std::string page = page_of(builder.layout());
  CHECK(count(page, "3.5 Ts") == 1);
  CHECK(count(page, "0 Ts") == 1);
}

TEST_CASE("glyphs and characters of unequal number get an ActualText", "[pdf]") {
  auto run = run_of(noto("NotoSans-Regular"), 10, "ae", {72, 100});
  run.text = "\xC3\xA9!";  // é of two glyphs, then a sign of its own
  run.glyphs.push_back(run.glyphs[0]);
  run.glyphs[0].cluster = run.glyphs[1].cluster = 0;
  run.glyphs[2].cluster = 2;
  LayoutBuilder builder;
  builder.item({run, builder.element(Role::paragraph)});
  const std::string page = page_of(builder.layout());
  CHECK(count(page, "/Span <</ActualText <FEFF00E9>>> BDC") == 1);
  CHECK(count(page, "BDC") == count(page, "EMC"));
}

TEST_CASE("a ligature and two spaces of one glyph need no ActualText: each code has its own meaning", "[pdf]") {
  const auto face = noto("NotoSans-Regular");
  auto run = run_of(face, 10,
                    "a b\xC2\xA0"
                    "c",
                    {72, 100});
  LayoutBuilder builder;
  builder.item({run, builder.element(Role::paragraph)});
  const std::string file = file_of(builder.layout());
  CHECK(count(file, "ActualText") == 0);
  CHECK(count(file, "> <0020>\n") == 1);
  CHECK(count(file, "> <00A0>\n") == 1);
}

TEST_CASE("what says the later characters of a right-to-left ligature leaves no ink", "[pdf]") {
  const auto face = noto("NotoSansArabic-Regular");
  const std::uint32_t zero_width_space = face->glyph(0x200B);
  REQUIRE(face->has_ink(face->glyph(0x200D)));  // the trap: the joiner of this face has an outline
  REQUIRE_FALSE(face->has_ink(zero_width_space));
  auto run = run_of(face, 10, "\uFEFB", {72, 100}, true);
  run.text = "\u0644\u0627";
  LayoutBuilder builder;
  builder.item({run, builder.element(Role::paragraph)});
  pdf::FontSet fonts;
  const std::string page = pdf::build_content(builder.layout(), fonts).pages.at(0).operators;
  // codes are given in the order of showing: the alef, then the glyph that says lam
  CHECK(fonts.font(face).code(zero_width_space, U"\u0627") == 1);
  CHECK(fonts.font(face).code(face->glyph(0xFEFB), U"\u0644") == 2);
  CHECK(count(page, "<0001") == 1);
}

TEST_CASE("a moved mark is said beside its letter and drawn after the run", "[pdf]") {
  const auto face = noto("NotoSansArabic-Regular");
  auto run = run_of(face, 10, "\u0628\u064F", {72, 100}, true);  // beh with damma; visual order: the mark first
  run.glyphs[0].advance = 0;
  run.glyphs[0].dy = 1.5;
  run.glyphs[0].cluster = 0;
  LayoutBuilder builder;
  builder.item({run, builder.element(Role::paragraph)});
  pdf::FontSet fonts;
  const std::string page = pdf::build_content(builder.layout(), fonts).pages.at(0).operators;
  CHECK(fonts.font(face).code(face->glyph(0x200B), U"\u064F") == 1);
  CHECK(fonts.font(face).code(face->glyph(0x0628), U"\u0628") == 2);
  CHECK(count(page, "/Span <</ActualText <FEFF>>> BDC") == 1);
  CHECK(page.find("EMC") < page.find("1.5 Ts"));  // the run is over before the mark is drawn
}

TEST_CASE("an added hyphen means a soft hyphen", "[pdf]") {
  auto run = run_of(noto("NotoSans-Regular"), 10, "-", {72, 100});
  run.text.clear();
  LayoutBuilder builder;
  builder.item({run, builder.element(Role::paragraph)});
  CHECK(count(file_of(builder.layout()), "> <00AD>\n") == 1);
}

TEST_CASE("clusters are cut in reading order in both directions", "[pdf]") {
  typeset::GlyphRun run;
  run.text = "abcd";
  run.glyphs = {{1, 0, 1, 0, 0}, {2, 1, 1, 0, 0}, {3, 1, 1, 0, 0}, {4, 3, 1, 0, 0}};
  auto list = pdf::clusters(run);
  REQUIRE(list.size() == 3);
  CHECK(list[1].text == "bc");
  CHECK(list[1].first == 1);
  CHECK(list[1].last == 3);
  run.right_to_left = true;
  std::reverse(run.glyphs.begin(), run.glyphs.end());
  list = pdf::clusters(run);
  REQUIRE(list.size() == 3);
  CHECK(list[0].text == "a");
  CHECK(list[0].first == 3);
  CHECK(list[2].text == "d");
}

TEST_CASE("cluster values that lie cannot lead outside the text", "[pdf]") {
  typeset::GlyphRun run;
  run.text = "ab";
  run.glyphs = {{1, 900, 1, 0, 0}, {2, 0, 1, 0, 0}, {3, 4000000000u, 1, 0, 0}};
  std::string all;
  for (const pdf::Cluster& cluster : pdf::clusters(run)) all += cluster.text;
  CHECK(all == "ab");
}

TEST_CASE("numbers are short and never follow a locale", "[pdf]") {
  pdf::Operators operators(100);
  for (const double value : {0.0, -0.0004, 12.0, 0.5, -3.25, 841.8899, 1234567.891}) operators.number(value);
  CHECK(operators.take() == "0 0 12 .5 -3.25 841.89 1234567.891 ");
}

TEST_CASE("a rounded rectangle is four corners, a plain one a rectangle", "[pdf]") {
  pdf::Operators operators(100);
  operators.fill({10, 10, 50, 20}, 4);
  CHECK(count(operators.take(), "c\n") == 4);
  operators.fill({10, 10, 50, 20}, 0);
  CHECK(operators.take() == "10 70 50 20 re f\n");
}
