// Languages of single blocks: by the packs' commonest words where there are enough of them, by a script, or by what a
// page says of its parts.
#include "tests/core/reading/reading_support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;

namespace {

constexpr const char* english =
    "The harbour board said on Monday that the new quay is open and that all of the boats have come back to it.";
constexpr const char* french =
    "Le conseil du port a annoncé lundi que le nouveau quai est ouvert et que les bateaux sont de retour dans la baie.";

// The languages of the blocks that say something, "-" for the document's.
std::string languages(const Document& document) {
  std::string all = document.metadata.language + ":";
  for (const Block& block : document.blocks)
    if (block.kind == BlockKind::paragraph) all += " " + (block.language.empty() ? "-" : block.language);
  return all;
}

std::string of_text(const std::vector<std::string>& paragraphs) {
  std::string text = "Harbour opens its new quay\n\n";
  for (const std::string& paragraph : paragraphs) text += paragraph + "\n\n";
  return languages(read(text, "release.txt"));
}

std::string of_page(const std::string& body) {
  return languages(
      read("<!DOCTYPE html><html lang=\"en\"><body><h1>Harbour opens its new quay</h1>" + body + "</body></html>",
           "release.html"));
}

std::string paragraph(const std::string& text, const std::string& marks = "") {
  return "<p" + marks + ">" + text + "</p>";
}

}  // namespace

TEST_CASE("a paragraph in another language is told by its words", "[reading]") {
  CHECK(of_text({english, english, french, english}) == "en: - - fr -");
  CHECK(of_text({english, english}) == "en: - -");
}

TEST_CASE("a few foreign words, names or figures make no other language", "[reading]") {
  CHECK(of_text({english, english, "Les Amis de la Baie et de la Mer, Société des Quais."}) == "en: - - -");
  CHECK(of_text({english, english,
                 "They sang “Sur le pont d'Avignon, l'on y danse” in the hall, and all of us sang it."}) ==
        "en: - - -");
  CHECK(of_text({english, english, "Rotterdam 1,200; Marseille 340; Algeciras 780; Porto 65; Izmir 90; Tanger 410."}) ==
        "en: - - -");
}

TEST_CASE("a script of one language is told at any length", "[reading]") {
  CHECK(of_text({english, english, "افتتح الميناء رصيفه الجديد.", english}) == "en: - - ar -");
  CHECK(of_text({english, english, "Το λιμάνι άνοιξε τη νέα του αποβάθρα."}) == "en: - - el");
  CHECK(of_text({english, english, "The sign says الميناء to all who come to the harbour by the road."}) ==
        "en: - - -");
}

TEST_CASE("where a page names the language of a part, it is that one", "[reading][html]") {
  const std::string short_french = "Le quai est ouvert.";
  CHECK(of_page(paragraph(english) + paragraph(english) + paragraph(short_french)) == "en: - - -");
  CHECK(of_page(paragraph(english) + paragraph(english) + paragraph(short_french, " lang=\"fr-CA\"")) == "en: - - fr");
  CHECK(of_page(paragraph(english) + "<div lang=\"fr\"><p>Le quai.</p><p lang=\"en\">The quay is open.</p></div>" +
                paragraph(english)) == "en: - fr - -");
  // Against the script a name is a slip.
  CHECK(of_page(paragraph(english) + paragraph(english) + paragraph(english, " lang=\"ar\"")) == "en: - - -");
}
