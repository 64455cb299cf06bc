// Lines, wrapped text, several releases, and other accidents of pasting.
#include "core/reading/lines.hpp"
#include "core/reading/mapped_text.hpp"
#include "core/reading/wrapping.hpp"
#include "tests/core/reading/reading_support.hpp"
#include "tests/support/catch.hpp"

using herald::BlockKind;
using herald::test::outline;
using herald::test::read;
using herald::test::texts_of;

namespace {

using Lines = std::vector<std::string>;

Lines line_texts(const std::string& text) {
  Lines lines;
  for (const auto& line : herald::reading::split_lines(text))
    lines.push_back(text.substr(line.span.begin, line.span.size()));
  return lines;
}

}  // namespace

TEST_CASE("lines end at every line end there is", "[reading][lines]") {
  CHECK(line_texts("a\nb\r\nc\rd\u0085e\u2028f\u2029g\fh\vi") == Lines{"a", "b", "c", "d", "e", "f", "g", "h", "i"});
  CHECK(line_texts("  a b \u00a0\n\t\n") == Lines{"a b"});
  CHECK(line_texts("one" + std::string(200, ' ') + "two") == Lines{"one", "two"});
  CHECK(line_texts("one     two") == Lines{"one     two"});
}

TEST_CASE("blank lines, page breaks and wide gaps set lines apart", "[reading][lines]") {
  const auto lines = herald::reading::split_lines("a\nb\n\nc\fd" + std::string(30, ' ') + "e");
  REQUIRE(lines.size() == 5);
  CHECK(lines[0].blank_before);
  CHECK_FALSE(lines[1].blank_before);
  CHECK(lines[2].blank_before);
  CHECK(lines[3].blank_before);
  CHECK(lines[4].blank_before);
  CHECK(lines[4].same_line);
}

TEST_CASE("folded text knows its place in the source", "[reading][mapped-text]") {
  const std::string source = "  a \u00a0 b\n\n  é";
  herald::reading::MappedText text;
  text.append_source(source, {0, static_cast<std::uint32_t>(source.size())});
  CHECK(text.text() == "a b é");
  CHECK(source.substr(text.source_begin(2), 1) == "b");
  CHECK(source.substr(text.source_begin(4)) == "é");
  CHECK(text.source_span(0, 1) == herald::Span{2, 3});
  const auto part = text.slice(1, 3);
  CHECK(part.text() == "b");
  CHECK(part.source_span(0, 1) == text.source_span(2, 3));
}

TEST_CASE("hard-wrapped lines are joined into paragraphs", "[reading][wrapping]") {
  const herald::Document document = read(
      "Harbour city agrees on piers and on a new terminal for\nthe ferries to the northern islands\n\n"
      "VALLETTA, Malta – The council of the harbour city agreed\ntoday on a plan to build two new piers before the end "
      "of\n"
      "the decade. The works begin in spring.\n\n"
      "• The first pier will be built of stone from the island\n  and have room for four ships.\n"
      "• The second pier follows a year later.\n\n"
      "The mayor thanked everybody who had worked on the long-\nterm plan.\n");
  CHECK(outline(document) ==
        Lines{"title: Harbour city agrees on piers and on a new terminal for the ferries to the northern islands",
              "paragraph: VALLETTA, Malta – The council of the harbour city agreed today on a plan to build two new "
              "piers before the "
              "end of the decade. The works begin in spring.",
              "item: The first pier will be built of stone from the island and have room for four ships.",
              "item: The second pier follows a year later.",
              "paragraph: The mayor thanked everybody who had worked on the long-term plan."});
}

TEST_CASE("paragraphs without blank lines are told by their indentation", "[reading][wrapping]") {
  const herald::Document document = read(
      "HARBOUR CITY AGREES ON PIERS\n\n"
      "   The council of the harbour city agreed today on a plan\nto build two new piers before the end of the decade. "
      "Work\n"
      "on the first one begins in spring.\n"
      "   The mayor thanked everybody who had worked on the plan\nand said that more was to come.\n");
  CHECK(texts_of(document, BlockKind::paragraph).size() == 2);
}

TEST_CASE("lines that are paragraphs are not joined", "[reading][wrapping]") {
  const herald::Document document = read(
      "Harbour city agrees on piers\nThe council of the harbour city agreed today on a plan to build two new piers "
      "before the end of "
      "the decade, and on a new terminal for the ferries.\nThe mayor thanked everybody who had worked on the plan for "
      "the two years "
      "that it took, and said that there was more to come.\n");
  CHECK(texts_of(document, BlockKind::paragraph).size() == 2);
}

TEST_CASE("of several releases in a file the first is read and the rest reported", "[reading][releases]") {
  const std::string first =
      "Title: Harbour city agrees on piers\nDate: March 3, 2025\n\nContent:\nThe council agreed today on two new piers "
      "for the harbour.";
  const std::string second =
      "Title: Mayor to open the pier\nDate: March 4, 2025\n\nContent:\nThe mayor will open the first pier in a year "
      "from now.\n";
  for (const std::string separator : {"==\n", "\n====\n", "\n\n==========\n\n"}) {
    CAPTURE(separator);
    const herald::Document document = read(first + separator + second);
    CHECK(document.metadata.title == "Harbour city agrees on piers");
    CHECK(texts_of(document, BlockKind::paragraph) ==
          Lines{"The council agreed today on two new piers for the harbour."});
    REQUIRE(document.diagnostics.size() == 1);
    CHECK(document.diagnostics[0].code == "several-releases");
    CHECK_THAT(document.diagnostics[0].message, herald::test::ContainsSubstring("2 releases"));
    CHECK(document.blocks.back().kind == BlockKind::noise);
  }
}

TEST_CASE("an underlined title ends nothing", "[reading][releases]") {
  const herald::Document document = read(
      "Harbour city agrees on piers\n============================\n\nThe council agreed today on two new piers for the "
      "harbour.\n");
  CHECK(document.diagnostics.empty());
  CHECK(document.metadata.title == "Harbour city agrees on piers");
}

TEST_CASE("every kind of line end gives the same blocks", "[reading][lines]") {
  const std::string unix_text =
      "Harbour city agrees on piers\n\nThe council agreed today on two new piers for the harbour.\n\n• One\n• Two\n";
  const Lines expected = outline(read(unix_text));
  for (const std::string end : {"\r\n", "\r", "\u2028"}) {
    std::string text;
    for (const char c : unix_text) text += c == '\n' ? end : std::string(1, c);
    CHECK(outline(read(text)) == expected);
  }
}

TEST_CASE("a byte order mark stays in the text and out of the title", "[reading][decode]") {
  const herald::Document document =
      read("\xEF\xBB\xBFHarbour city agrees on piers\n\nThe council agreed today on two new piers.\n");
  CHECK(document.source.text.substr(0, 3) == "\xEF\xBB\xBF");
  CHECK(document.metadata.title == "Harbour city agrees on piers");
  CHECK(document.blocks[0].span.begin == 0);
}
