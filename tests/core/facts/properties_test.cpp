// What must hold of facts whatever the text: spans inside their sentence and block, valid indices, no
// figure inside a date, cost in proportion to length. Texts are drawn from words and marks that meet in
// releases, with fixed seeds.
#include <ctime>
#include <random>

#include "core/facts/extract.hpp"
#include "tests/core/facts/support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;

namespace {

std::string random_text(std::mt19937& random, std::size_t pieces) {
  static const std::vector<std::string> stock = {"the",
                                                 "of",
                                                 "and",
                                                 "Ana",
                                                 "Lima",
                                                 "President",
                                                 "said",
                                                 "“",
                                                 "”",
                                                 "‘",
                                                 "’",
                                                 "\"",
                                                 "«",
                                                 "»",
                                                 "24",
                                                 "2025",
                                                 "–",
                                                 "-",
                                                 "November",
                                                 "EUR",
                                                 "€",
                                                 "$",
                                                 "million",
                                                 "%",
                                                 "per cent",
                                                 "five",
                                                 "hundred",
                                                 ",",
                                                 ".",
                                                 ":",
                                                 "(",
                                                 ")",
                                                 "1,200",
                                                 "3.5bn",
                                                 "G20",
                                                 "F-22A",
                                                 "in",
                                                 "Peru",
                                                 "Hong Kong, China",
                                                 "today",
                                                 "Monday",
                                                 "will be held",
                                                 "General Assembly",
                                                 "more than",
                                                 "/",
                                                 "'",
                                                 "é",
                                                 "م",
                                                 "٣",
                                                 "\xff",
                                                 "\xe2\x80",
                                                 "\u00a0",
                                                 "www.example.org",
                                                 "a@b.org",
                                                 "No.",
                                                 "Article",
                                                 "Dr",
                                                 "de",
                                                 "la",
                                                 "U.S.",
                                                 "years",
                                                 "km",
                                                 "to",
                                                 "between"};
  std::string text;
  std::uniform_int_distribution<std::size_t> pick(0, stock.size() - 1);
  for (std::size_t i = 0; i < pieces; ++i) {
    text += stock[pick(random)];
    if (random() % 4 != 0) text += ' ';
  }
  return text;
}

void check_provenance(const Document& document, const Provenance& where) {
  REQUIRE(where.sentence < document.sentences.size());
  REQUIRE(where.block < document.blocks.size());
  CHECK_FALSE(where.span.empty());
  CHECK(document.blocks[where.block].span.contains(where.span));
  CHECK(document.sentences[where.sentence].span.contains(where.span.begin));
  CHECK(document.sentences[where.sentence].block == where.block);
  CHECK_FALSE(where.rule.empty());
  CHECK(where.confidence > 0);
  CHECK(where.confidence <= 1);
}

void check_document(const Document& document) {
  const Facts& facts = document.facts;
  for (const Figure& figure : facts.figures) {
    check_provenance(document, figure.provenance);
    CHECK(document.sentences[figure.provenance.sentence].span.contains(figure.provenance.span));
    for (const DateMention& date : facts.dates) CHECK_FALSE(date.provenance.span.overlaps(figure.provenance.span));
  }
  for (const DateMention& date : facts.dates) check_provenance(document, date.provenance);
  for (const Person& person : facts.people) {
    CHECK_FALSE(person.name.empty());
    REQUIRE_FALSE(person.mentions.empty());
    for (const Provenance& mention : person.mentions) check_provenance(document, mention);
  }
  for (const Quotation& quotation : facts.quotations) {
    check_provenance(document, quotation.provenance);
    CHECK_FALSE(quotation.parts.empty());
    if (quotation.speaker) CHECK(*quotation.speaker < facts.people.size());
  }
  for (const Place& place : facts.places)
    for (const Provenance& mention : place.mentions) check_provenance(document, mention);
  for (const Event& event : facts.events) check_provenance(document, event.provenance);
  for (const Point& point : facts.points) CHECK(point.sentence < document.sentences.size());
}

double seconds_for(const std::string& text) {
  Document document = document_of({{BlockKind::paragraph, text}});
  // Processor time: on a busy machine the clock on the wall says nothing.
  const std::clock_t begin = std::clock();
  facts::extract(document, packs());
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

}  // namespace

TEST_CASE("facts of any text stand inside their sentences and blocks", "[facts]") {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    INFO("seed " << seed);
    std::mt19937 random(seed);
    std::vector<Part> parts;
    for (int block = 0; block < 6; ++block)
      parts.push_back({block % 3 == 2 ? BlockKind::block_quote : BlockKind::paragraph, random_text(random, 30)});
    const char* const languages[] = {"en", "fr", "es", "ar"};
    Document document = document_of(parts, {languages[seed % 4], "2025-11-27"});
    facts::extract(document, packs());
    check_document(document);
  }
}

TEST_CASE("the cost of facts grows with the length of the text, whatever stands in it", "[facts]") {
  for (const char* piece :
       {"“", "9 ", "–", "Ana ", "President ", "1,", "in Porto, ", "Ana Lima said ", "24 – ", "Mr ", "more than ",
        "Monday ", "(", "x", "five hundred ", "General Assembly will be held ", "\"a\" said "}) {
    INFO(piece);
    std::string once;
    while (once.size() < 20000) once += piece;
    std::string more;
    for (int i = 0; i < 8; ++i) more += once;
    const double base = seconds_for(once) + 0.002;
    // Eight times the text: linear is 8, quadratic 64; 30 leaves room for caches that no longer hold.
    CHECK(seconds_for(more) < base * 30);
  }
}
