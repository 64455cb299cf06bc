// The briefing as a whole: what stands in it, in which order, and how it copies.
#include "herald/error.hpp"
#include "tests/plugins/pdf_brief/samples.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;

namespace {

bool in_order(const std::string& text, std::initializer_list<const char*> words) {
  std::size_t at = 0;
  for (const char* word : words) {
    at = text.find(word, at);
    if (at == std::string::npos) {
      WARN("missing, or out of order: " << word);
      return false;
    }
  }
  return true;
}

}  // namespace

TEST_CASE("the same release gives the same bytes, in every language", "[pdf_brief]") {
  for (const Document& document : {english_release(), french_release(), arabic_release()}) {
    const std::string bytes = export_brief(document);
    CHECK(bytes == export_brief(document));
    CHECK(bytes.starts_with("%PDF-1.7\n"));
    save(bytes, document.metadata.language + ".pdf");
  }
}

TEST_CASE("sections come in the order of a brief, and those without content do not come", "[pdf_brief]") {
  if (!has_tool("pdftotext")) return;
  const std::string text = text_of(export_brief(english_release()), "en.pdf");
  CHECK(in_order(text, {"Briefing",
                        "Coastal States agree",
                        "Nine governments",
                        "Halden Bay, Northmark",
                        "14 May 2026",
                        "Points to make",
                        "Key figures",
                        "What to watch",
                        "30 June 2026",
                        "Quotations",
                        "Ingrid Solheim-Aasen",
                        "People and posts",
                        "Dates",
                        "Full text",
                        "HALDEN BAY, Northmark",
                        "Pictures left out: 3",
                        "Training and review",
                        "Press office of the Council",
                        "Source",
                        "harbours.txt"}));
  Document bare = english_release();
  bare.facts = {};
  const std::string without = text_of(export_brief(bare), "bare.pdf");
  for (const char* absent : {"Points to make", "Key figures", "What to watch", "Quotations", "People and posts"}) {
    CHECK(without.find(absent) == std::string::npos);
  }
  CHECK(in_order(without, {"Full text", "Source"}));
}

TEST_CASE("points leave the dateline out and cite their paragraph", "[pdf_brief]") {
  if (!has_tool("pdftotext")) return;
  const std::string text = text_of(export_brief(english_release()), "en.pdf");
  const std::string points =
      text.substr(text.find("Points to make"), text.find("Key figures") - text.find("Points to make"));
  CHECK(points.find("HALDEN BAY") == std::string::npos);
  CHECK_THAT(points, ContainsSubstring("The Council of Coastal States today adopted"));
  CHECK_THAT(points, ContainsSubstring("¶"));
}

TEST_CASE("options: marking, author, paper, no full text", "[pdf_brief]") {
  Options options = default_options();
  options.set("marking", std::string("tlp:amber+strict"));
  options.set("author", std::string("Fisheries desk"));
  options.set("page_size", std::string("letter"));
  options.set("full_text", false);
  if (!has_tool("pdftotext")) return;
  const std::string bytes = export_brief(english_release(), options, resources_for("en"));
  const std::string text = text_of(bytes, "marked.pdf");
  CHECK_THAT(text, ContainsSubstring("TLP:AMBER+STRICT"));
  CHECK_THAT(text, ContainsSubstring("Prepared by Fisheries desk"));
  CHECK(text.find("Full text") == std::string::npos);
  CHECK_THAT(text, ContainsSubstring("the full text"));  // told among what was left out
  CHECK_THAT(output_of("pdfinfo " + save(bytes, "marked.pdf")), ContainsSubstring("612 x 792 pts"));
  options.set("marking", std::string("TLP:PINK"));
  CHECK_THROWS_AS(export_brief(english_release(), options, resources_for("en")), Error);
}

TEST_CASE("the compact template is one page", "[pdf_brief]") {
  const std::string path =
      save(export_brief(english_release(), default_options(), resources_for("en", "compact")), "compact.pdf");
  if (!has_tool("pdfinfo")) return;
  CHECK_THAT(output_of("pdfinfo " + path), ContainsSubstring("Pages:           1\n"));
}

TEST_CASE("Arabic copies in reading order, with figures and Latin names the right way round", "[pdf_brief]") {
  if (!has_tool("pdftotext")) return;
  const std::string text = text_of(export_brief(arabic_release()), "ar.pdf");
  for (const char* words :
       {"أبرز النقاط", "خلال ثلاث سنوات على مساحة", "البحر ذاكرة المدينة", "UNESCO", "A-12", "9,500"}) {
    CHECK_THAT(text, ContainsSubstring(words));
  }
}

TEST_CASE("no line is broken at a no-break space of the release", "[pdf_brief]") {
  if (!has_tool("pdftotext")) return;
  const std::string text = text_of(export_brief(french_release()), "fr.pdf");
  CHECK_THAT(text, ContainsSubstring("240 000 ouvrages"));
  CHECK_THAT(text, ContainsSubstring("« Une bibliothèque n’est pas un dépôt :"));
  CHECK(text.find("12,5\n") == std::string::npos);
  CHECK(text.find("«\n") == std::string::npos);
}

TEST_CASE("a quotation without a speaker has no line with a paragraph's number alone", "[pdf_brief]") {
  if (!has_tool("pdftotext")) return;
  Document document = english_release();
  document.facts.quotations.resize(1);
  document.facts.quotations[0].speaker.reset();
  const std::string text = text_of(export_brief(document), "unnamed.pdf");
  CHECK(text.find("\n¶") == std::string::npos);
  CHECK_THAT(text, ContainsSubstring("moment.” ¶"));
}
