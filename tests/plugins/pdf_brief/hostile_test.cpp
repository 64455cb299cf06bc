// Input that nobody would call a release. The briefing must come out, or say why not; it must not crash.
#include "plugins/pdf_brief/context.hpp"
#include "tests/plugins/pdf_brief/samples.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;

namespace {

bool is_pdf(const std::string& bytes) {
  return bytes.starts_with("%PDF-1.7\n") && bytes.find("%%EOF") != std::string::npos;
}

}  // namespace

TEST_CASE("an empty document becomes a briefing with a title and a source note", "[pdf_brief]") {
  Document document;
  document.metadata.language = "en";
  CHECK(is_pdf(export_brief(document)));
}

TEST_CASE("a title of thousands of characters, one long word, and one of blanks", "[pdf_brief]") {
  for (const std::string& title : {std::string(4000, 'x'), std::string(900, ' '), std::string("\xF0\x9F\x9A\x80 go"),
                                   "Long " + std::string(300, 'w') + " title"}) {
    DocumentBuilder builder("en");
    builder.block(BlockKind::title, title).block(BlockKind::paragraph, "One sentence.");
    builder.document.metadata.title = title;
    CHECK(is_pdf(export_brief(builder.document)));
  }
}

TEST_CASE("control characters, byte order marks, noncharacters and damaged bytes", "[pdf_brief]") {
  DocumentBuilder builder("en");
  const std::string text =
      "A\x01\x02 bell\x07 and \xEF\xBB\xBF mark, \xEF\xBF\xBE nonchar, \xC2\x85 next line, \xEE\x80\x80 private, "
      "\xE2\x80\xAE override \xE2\x80\xAC, \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80 emoji, \xFF\xC3 damaged.";
  builder.block(BlockKind::title, text).block(BlockKind::heading, text).block(BlockKind::paragraph, text);
  builder.document.metadata.title = text;
  builder.document.metadata.standfirst = text;
  Diagnostics remarks;
  CHECK(is_pdf(export_brief(builder.document, default_options(), resources_for("en"), &remarks)));
}

TEST_CASE("a paragraph of ten thousand words goes over many pages", "[pdf_brief]") {
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "harbour ";
  DocumentBuilder builder("en");
  builder.block(BlockKind::title, "Words").block(BlockKind::paragraph, text + "end.");
  builder.document.metadata.title = "Words";
  builder.document.facts.points = {{"point-1", 0, "lead"}};
  CHECK(is_pdf(export_brief(builder.document)));
}

TEST_CASE("five hundred figures: the most telling are shown, the rest counted", "[pdf_brief]") {
  Document document = english_release();
  const Figure one = document.facts.figures[0];
  for (int i = 0; i < 500; ++i) {
    document.facts.figures.push_back(one);
    document.facts.figures.back().value = 10'000 + i;
  }
  const std::string bytes = export_brief(document);
  if (!has_tool("pdftotext")) return;
  const std::string text = text_of(bytes, "figures.pdf");
  CHECK_THAT(text, ContainsSubstring("EUR 310 million"));
  CHECK_THAT(text, ContainsSubstring("further figures: "));
}

TEST_CASE("a text in many scripts, with fonts or without", "[pdf_brief]") {
  DocumentBuilder builder("en");
  builder.block(BlockKind::title, "Greetings")
      .block(BlockKind::paragraph, "Ελληνικά, русский, עברית, العربية, हिन्दी, ไทย, 中文, 한국어, ქართული, አማርኛ, ಕನ್ನಡ.");
  builder.document.metadata.title = "Greetings";
  CHECK(is_pdf(export_brief(builder.document)));
}

TEST_CASE("a document JSON may say anything of its languages and headings", "[pdf_brief]") {
  Document document = english_release();
  for (const char* language : {"en\" onload=\"x", "-", "english_language_of_the_sea", "1a", "en_GB"}) {
    document.metadata.language = language;
    document.blocks.back().language = language;
    document.blocks[4].language = language;
    CHECK(is_pdf(export_brief(document, default_options(), resources_for("en"))));
  }
  DocumentBuilder builder("en");
  builder.block(BlockKind::title, "Words")
      .block(BlockKind::heading, "   ")
      .block(BlockKind::heading, "\xC2\xA0\xE2\x80\x8B\t")
      .block(BlockKind::heading, "")
      .block(BlockKind::paragraph, "One sentence.");
  for (const char* title : {"Words", " \xC2\xA0\xE2\x80\x8B", "\xC2\xAD"}) {
    builder.document.metadata.title = title;
    const std::string bytes = export_brief(builder.document);
    CHECK(is_pdf(bytes));
    // The label, the title, "Full text", "Source": no structure element for a heading that says nothing.
    if (has_tool("pdfinfo"))
      CHECK(output_of("pdfinfo -struct " + save(bytes, "blank.pdf")).find("H3") == std::string::npos);
  }
}

TEST_CASE("a speaker's line is no longer than a line or two", "[pdf_brief]") {
  Document document = english_release();
  std::string office;
  for (int i = 0; i < 400; ++i) office += "deputy ";
  document.facts.people[0].role = office + "clerk";
  if (!has_tool("pdftotext")) return;
  const std::string text = text_of(export_brief(document), "speaker.pdf");
  const std::string quotations =
      text.substr(text.find("Quotations"), text.find("People and posts") - text.find("Quotations"));
  CHECK_THAT(quotations, ContainsSubstring("Ingrid Solheim-Aasen"));
  CHECK(quotations.size() < 900);
}

TEST_CASE("text is cut between words and never within a character", "[pdf_brief]") {
  CHECK(plugins::shortened("one two three", 20) == "one two three");
  CHECK(plugins::shortened("one two three", 9) == "one two…");
  CHECK(plugins::shortened("éééééééééé", 4) == "éééé…");
  CHECK(plugins::printable("a\x01\tb\xEF\xBB\xBF"
                           "c\xC2\x85") == "a bc");
}
