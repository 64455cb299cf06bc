// What the example plugin makes of each kind of block. The documents are put together by hand: what a
// release is read as is not this test's matter.
#include "examples/plugins/markdown/writer.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using herald::test::ContainsSubstring;

namespace {

struct Sample {
  Sample() {
    options.set("heading_level", std::int64_t{1});
    options.set("key_figures", true);
    options.set("quotations", true);
    options.set("front_matter", std::string("none"));
    document.source.uri = "folder/release_1.txt";
    document.source.sha256 = "abc";
    document.metadata.language = "en";
  }

  Block& add(BlockKind kind, const std::string& text, std::uint32_t group = 0, std::uint8_t level = 0) {
    Block block;
    block.kind = kind;
    block.group = group;
    block.level = level;
    block.inlines.push_back({InlineKind::text, text, {}, {}});
    document.blocks.push_back(block);
    return document.blocks.back();
  }

  std::string write() const {
    const ExportRequest request{"markdown", document, options, resources};
    return herald_markdown::Writer(request).write();
  }

  /// What is written before the source note.
  std::string body() const {
    const std::string text = write();
    const std::size_t note = text.rfind("\n---\n");
    return text.substr(0, note == std::string::npos ? 0 : note);
  }

  Document document;
  Options options;
  Resources resources;
};

}  // namespace

TEST_CASE("a document of nothing is its source note", "[markdown]") {
  CHECK(Sample().write() == "---\n\ncommon.source: release_1.txt, SHA-256 `abc`\n");
}

TEST_CASE("the head has title, standfirst and a line of place and date", "[markdown]") {
  Sample sample;
  sample.document.metadata.title = "A *new* pier #";
  sample.document.metadata.standfirst = "Ships need not wait";
  sample.document.metadata.published = "2025-03-03";
  sample.document.metadata.dateline = Dateline{"ASTER", "Aster", "Norland", {}, {}, 0, {}};
  CHECK_THAT(sample.body(),
             ContainsSubstring("# A \\*new\\* pier \\#\n\n**Ships need not wait**\n\nAster, Norland · "));
  sample.options.set("heading_level", std::int64_t{4});
  sample.add(BlockKind::heading, "Deep", 0, 3);
  CHECK_THAT(sample.body(), ContainsSubstring("#### A"));
  CHECK_THAT(sample.body(), ContainsSubstring("\n###### Deep\n"));
}

TEST_CASE("lists nest, number and part", "[markdown]") {
  Sample sample;
  sample.add(BlockKind::paragraph, "Before");
  sample.add(BlockKind::list_item, "one", 1, 1).ordered = true;
  sample.add(BlockKind::list_item, "within", 1, 2);
  sample.add(BlockKind::list_item, "two", 1, 1).ordered = true;
  sample.add(BlockKind::list_item, "other", 2, 1);
  CHECK(sample.body() == "Before\n\n1. one\n    - within\n2. two\n\n<!-- -->\n\n- other\n");
}

TEST_CASE("a quotation of several paragraphs is one, rows of a table stay lines", "[markdown]") {
  Sample sample;
  sample.add(BlockKind::block_quote, "First", 1);
  sample.add(BlockKind::block_quote, "- second", 1);
  sample.add(BlockKind::block_quote, "another", 2);
  sample.add(BlockKind::table, "Ships 12", 3);
  sample.add(BlockKind::table, "# Cranes 4", 3);
  CHECK(sample.body() == "> First\n>\n> \\- second\n\n> another\n\nShips 12\\\n\\# Cranes 4\n");
}

TEST_CASE("marks of the text become Markdown's", "[markdown]") {
  Sample sample;
  Block& block = sample.add(BlockKind::paragraph, "See ");
  block.inlines.push_back({InlineKind::strong, "this ", {}, {}});
  block.inlines.push_back({InlineKind::emphasis, "and*", {}, {}});
  block.inlines.push_back({InlineKind::line_break, "", {}, {}});
  block.inlines.push_back({InlineKind::text, "1. no list, ", {}, {}});
  block.inlines.push_back({InlineKind::link, "here [1]", "https://a.example/(x)", {}});
  block.inlines.push_back({InlineKind::link, " not here", "javascript:x", {}});
  CHECK(sample.body() == "See **this** *and\\**\\\n1\\. no list, [here \\[1\\]](https://a.example/%28x%29) not here\n");
}

TEST_CASE("figures are a table, quotations name their speaker, and both can be left out", "[markdown]") {
  Sample sample;
  Figure figure;
  figure.value = Decimal(12);
  figure.counted = "ships | boats";
  sample.document.facts.figures.push_back(figure);
  sample.document.facts.people.push_back({"person-1", "Edda Lund", "harbour master", {}, {}, {}});
  Quotation quotation;
  quotation.text = "No more waiting.";
  quotation.speaker = 0;
  sample.document.facts.quotations.push_back(quotation);
  CHECK(sample.body() ==
        "## common.figures\n\n| | |\n| ---: | :--- |\n| **12** | ships \\| boats |\n\n## common.quotations\n\n"
        "> No more waiting.\n>\n> — Edda Lund, harbour master\n");
  sample.options.set("key_figures", false);
  sample.options.set("quotations", false);
  CHECK(sample.body().empty());
}

TEST_CASE("text from right to left stands in a part that says so", "[markdown]") {
  Sample sample;
  sample.document.metadata.language = "ar";
  sample.document.metadata.title = "رصيف جديد";
  const std::string text = sample.write();
  CHECK(text.rfind("<div dir=\"rtl\">\n\n# رصيف جديد\n", 0) == 0);
  CHECK(text.substr(text.size() - 8) == "\n</div>\n");
}

TEST_CASE("front matter comes first and is YAML", "[markdown]") {
  Sample sample;
  sample.document.metadata.title = "A \"new\" pier";
  sample.document.metadata.published = "2025-03-03";
  sample.options.set("front_matter", std::string("yaml"));
  CHECK(sample.write().rfind("---\ntitle: \"A \\\"new\\\" pier\"\ndate: \"2025-03-03\"\nlang: \"en\"\n"
                             "source_sha256: \"abc\"\n---\n\n# A \"new\" pier\n",
                             0) == 0);
}
