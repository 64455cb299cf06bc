// What the example plugin escapes is read by md4c, with GitHub's extensions and mathematics switched
// on: the reader must get back the very text, and no markup.
#include <md4c.h>

#include <ostream>
#include <random>

#include "examples/plugins/markdown/escape.hpp"
#include "tests/support/catch.hpp"

using namespace herald_markdown;

namespace {

struct Reading {
  std::string text;    // without markup
  std::string markup;  // a letter for each block and span that is not a paragraph
  friend bool operator==(const Reading&, const Reading&) = default;
};

std::ostream& operator<<(std::ostream& out, const Reading& reading) {
  return out << reading.text << " with markup \"" << reading.markup << "\"";
}

Reading read(const std::string& markdown) {
  Reading reading;
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_LATEXMATHSPANS;
  parser.enter_block = [](MD_BLOCKTYPE type, void*, void* data) {
    if (type != MD_BLOCK_DOC && type != MD_BLOCK_P)
      static_cast<Reading*>(data)->markup += static_cast<char>('A' + type);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
  parser.enter_span = [](MD_SPANTYPE type, void*, void* data) {
    static_cast<Reading*>(data)->markup += static_cast<char>('a' + type);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
    auto& result = *static_cast<Reading*>(data);
    result.text.append(text, size);
    if (type != MD_TEXT_NORMAL) result.markup += 't';  // a reference, code, HTML
    return 0;
  };
  REQUIRE(md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &reading) == 0);
  return reading;
}

Reading as_paragraph(const std::string& text) { return read(escape_line_start(escape_inline(text)) + "\n"); }

}  // namespace

TEST_CASE("text with every sort of markup in it comes out as it went in", "[markdown]") {
  for (const std::string text : {
           "1. May was warm",
           "1) first",
           "2025. A year",
           "12345678901. no list",
           "- 5 degrees",
           "-30-",
           "---",
           "+ plus",
           "* star",
           "**bold**",
           "*a*b*",
           "_under_ and snake_case_name",
           "__init__",
           "# 1 in the world",
           "#hashtag",
           "> quoted",
           "===",
           "| a | b |",
           "`code`",
           "``",
           "[link](http://a.example)",
           "![image](a.jpg)",
           "[ref]: http://a.example",
           "<b>bold</b>",
           "<!-- hidden -->",
           "<https://a.example>",
           "R&D &amp; &#65; &copy;",
           "a\\b \\* \\",
           "~50 and ~60",
           "~~struck~~",
           "$1 and $2",
           "$$x$$",
           "5 < 6 > 4",
           "\"quoted\"",
           "Ünïcode_ünder_ مراكش_1",
           "[ ] task",
           "~~~",
           "```",
           "***",
           "- [x] done",
           "a*b_c`d[e]f<g>h&i;j~k$l",
           ": definition",
           "&",
           "\\",
       }) {
    INFO(text);
    CHECK(as_paragraph(text) == Reading{text, ""});
  }
}

TEST_CASE("random runs of special characters come out as they went in", "[markdown]") {
  std::mt19937 random(1);  // a fixed seed: the same texts each time
  const std::string alphabet = "ab 1.)-+*_`[]<>(){}#!&;~$|\\=:\"'";
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const std::size_t size = 1 + random() % 12;
    while (text.size() < size) text += alphabet[random() % alphabet.size()];
    // Runs of spaces and spaces at the ends do not occur in a document's text.
    if (text.front() == ' ' || text.back() == ' ' || text.find("  ") != std::string::npos) continue;
    INFO(text);
    REQUIRE(as_paragraph(text) == Reading{text, ""});
  }
}

TEST_CASE("what needs no escape gets none", "[markdown]") {
  CHECK(escape_inline("pier_2.dwg, R&D, 5 > 4, (a) 100%") == "pier_2.dwg, R&D, 5 > 4, (a) 100%");
  CHECK(escape_line_start("1.5 million") == "1.5 million");
  CHECK(escape_line_start("2025 was warm") == "2025 was warm");
}

TEST_CASE("a cell keeps its pipes", "[markdown]") {
  CHECK(read("| | |\n| --- | --- |\n| a | " + escape_cell(escape_inline("b|c *d*")) + " |\n").text == "ab|c *d*");
}

TEST_CASE("only addresses that a reader may follow become links", "[markdown]") {
  CHECK(link_target("https://a.example/x y_(z)") == "https://a.example/x%20y_%28z%29");
  CHECK(link_target("mailto:press@a.example") == "mailto:press@a.example");
  CHECK(link_target("HTTPS://a.example") == "HTTPS://a.example");
  CHECK(link_target("javascript:alert(1)").empty());
  CHECK(link_target("data:text/html,x").empty());
  CHECK(link_target("relative/path").empty());
}

TEST_CASE("front matter is quoted as YAML wants it", "[markdown]") {
  CHECK(yaml_text("a \"b\": \\c\nd") == "\"a \\\"b\\\": \\\\c d\"");
}
