// The worst that a text can be made of, through the whole load: cost in proportion to length, and an answer to a
// million of the same sign. Web pages, archives and XML have theirs beside their readers, single passes of facts beside
// them.
#include <ctime>
#include <string>

#include "core/facts/extract.hpp"
#include "core/reading/read.hpp"
#include "tests/core/jobs/jobs_support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;

namespace {

std::string repeated(std::string_view piece, std::size_t count) {
  std::string text;
  text.reserve(piece.size() * count);
  for (std::size_t i = 0; i < count; ++i) text += piece;
  return text;
}

double seconds_for(const std::string& text) {
  // Processor time: on a busy machine the clock on the wall says nothing.
  const std::clock_t begin = std::clock();
  Document document = reading::read_release(text, "release.txt", packs()).value_or_throw();
  facts::extract(document, packs());
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

}  // namespace

TEST_CASE("the cost of a load grows with the length of the text, whatever its lines are", "[jobs][hostile]") {
  for (const char* piece : {"• a\n",
                            "# a\n",
                            "==\n",
                            "|a|\n",
                            "a\tb\n",
                            "> a\n",
                            "1/2\n",
                            "###\n",
                            "Title: x\n",
                            "3 May 2025\n",
                            "From: a@b.org\n",
                            "FOR IMMEDIATE RELEASE\n",
                            "About us\n\n",
                            "Tel: 1\n",
                            "A b\n\n",
                            "Share\n\n",
                            "Home » News\n\n",
                            "The crews come from:\n\n",
                            "Harbour board opens its new quay\n\n",
                            "Ana said.\n",
                            "“a” said Ana. ",
                            "Embargo until ",
                            "President ",
                            "Minister of Ports, ",
                            "a third of ",
                            "one in five ",
                            "of the ",
                            "http://a.b/ ",
                            "5 آلاف و",
                            "قال الوزير ",
                            "15 شعبان ",
                            "mil 200 "}) {
    INFO(piece);
    const double base = seconds_for(repeated(piece, 3000)) + 0.002;
    // Eight times the text: linear is 8, quadratic 64; 30 leaves room for caches that no longer hold.
    CHECK(seconds_for(repeated(piece, 24000)) < base * 30);
  }
}

TEST_CASE("a million of the same sign is an answer away", "[jobs][hostile]") {
  for (const char* piece : {"“", "«", "\"", "9", "–", "-", "A", "Ana ", "(", "&", "<", "**", "e\u0301"}) {
    INFO(piece);
    Result<Document> document = reading::read_release(repeated(piece, 1'000'000), "release.txt", packs());
    REQUIRE(document);
    facts::extract(*document, packs());
    CHECK_FALSE(document->blocks.empty());
  }
}
