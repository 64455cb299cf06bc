#include "formats/typeset/hyphenate.hpp"

#include <filesystem>
#include <fstream>

#include "formats/typeset/line.hpp"
#include "tests/formats/typeset/support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::typeset;

namespace {

std::string divided(HyphenationLibrary& library, const std::string& language, const std::string& word) {
  Hyphenator* hyphenator = library.find(language);
  REQUIRE(hyphenator != nullptr);
  std::string result;
  std::size_t begin = 0;
  for (const std::size_t at : hyphenator->positions(word)) {
    result += word.substr(begin, at - begin) + "-";
    begin = at;
  }
  return result + word.substr(begin);
}

/// A folder with pattern files of the test's own.
struct PatternFolder {
  std::filesystem::path path = std::filesystem::path(HERALD_TEST_BUILD_DIR) / "hyphenation-patterns";
  PatternFolder() { std::filesystem::create_directories(path); }
  ~PatternFolder() { std::filesystem::remove_all(path); }
  void write(const std::string& name, const std::string& content) const { std::ofstream(path / name) << content; }
};

}  // namespace

TEST_CASE("Liang's example is divided as in his thesis", "[typeset][hyphenate]") {
  const PatternFolder folder;
  folder.write("hyph_xx.dic",
               "UTF-8\nLEFTHYPHENMIN 2\n% a remark\nhy3ph\nhe2n\nhena4\nhen5at\n1na\nn2at\n1tio\n2io\no2n\n");
  HyphenationLibrary library(folder.path.string());
  CHECK(divided(library, "xx", "hyphenation") == "hy-phen-ation");
  CHECK(divided(library, "xx", "Hyphenation") == "Hy-phen-ation");
  CHECK(divided(library, "xx", "HYPHENATION") == "HYPHENATION");
  CHECK(divided(library, "xx", "hyph") == "hyph");
}

TEST_CASE("Latin 1 files and two levels are read", "[typeset][hyphenate]") {
  const PatternFolder folder;
  folder.write("hyph_yy.dic",
               "ISO8859-1\nstra\xDF"
               "en1bahn\nNEXTLEVEL\na1\xDF"
               "e\n");
  HyphenationLibrary library(folder.path.string());
  CHECK(divided(library, "yy", "straßenbahn") == "stra-ßen-bahn");
  folder.write("hyph_zz.dic", "KOI8-R\na1b\n");
  CHECK(library.find("zz") == nullptr);
}

TEST_CASE("a language without patterns, and a language that is a path, have no hyphenator", "[typeset][hyphenate]") {
  HyphenationLibrary library;
  CHECK(library.find("tlh") == nullptr);
  CHECK(library.find("ar") == nullptr);
  CHECK(library.find("../../etc/passwd") == nullptr);
  CHECK(library.find("") == nullptr);
  CHECK(hyphenation_package("fr-CA") == "hyphen-fr");
  CHECK(hyphenation_package("en-US") == "hyphen-en-us");
}

TEST_CASE("Debian's patterns divide the house's languages", "[typeset][hyphenate]") {
  HyphenationLibrary library;
  if (library.find("en-GB") == nullptr || library.find("fr") == nullptr || library.find("es") == nullptr) {
    WARN("skipped: hyphen-en-gb, hyphen-fr or hyphen-es is not installed");
    return;
  }
  CHECK(divided(library, "en-GB", "administration") == "ad-min-is-tra-tion");
  CHECK(divided(library, "fr", "international") == "in-ter-na-tio-nal");
  CHECK(divided(library, "es", "cooperaciones").find('-') != std::string::npos);
}

TEST_CASE("only plain words are hyphenated", "[typeset][hyphenate]") {
  const auto parts = [](std::string_view unit) {
    std::string result;
    for (const WordPart& part : hyphenable_parts(unit)) result += std::string(part.text) + ";";
    return result;
  };
  CHECK(parts("(information),") == "information;");
  CHECK(parts("l\u2019assemblée") == "l;assemblée;");
  CHECK(parts("well-being").empty());
  CHECK(parts("https://example.org/a").empty());
  CHECK(parts("info@example").empty());
  CHECK(parts("B2B").empty());
  CHECK(parts("2024").empty());
}

TEST_CASE("a missing dictionary is one remark and no failure", "[typeset][hyphenate]") {
  Flow flow({.language = "tlh"});
  ParagraphStyle body = test::style(10, Alignment::justify);
  body.hyphenation = Hyphenation::on;
  for (int i = 0; i < 2; ++i) flow.paragraph("unbelievably extraordinary combinations everywhere", body);
  Diagnostics remarks;
  const Layout layout = flow.layout(test::small_page(120), test::fonts(), remarks);
  REQUIRE(remarks.size() == 1);
  CHECK(remarks[0].code == "hyphenation-missing");
  CHECK(remarks[0].severity == Severity::note);
  CHECK_FALSE(layout.pages.empty());
}
