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

namespace {

// A text of at least `size` bytes: what stands behind '|' in `pattern` again and again, '#' in it replaced by letters
// that differ each time.
std::string repeated(std::string_view pattern, std::size_t size) {
  const std::size_t bar = pattern.find('|');
  std::string text(pattern.substr(0, bar == std::string_view::npos ? 0 : bar));
  pattern.remove_prefix(bar == std::string_view::npos ? 0 : bar + 1);
  for (std::size_t count = 0; text.size() < size; ++count) {
    for (const char c : pattern) {
      if (c != '#') {
        text += c;
        continue;
      }
      for (std::size_t rest = count, letter = 0; letter < 4; ++letter, rest /= 26)
        text += static_cast<char>('a' + rest % 26);
    }
  }
  return text;
}

}  // namespace

TEST_CASE("the cost of facts grows with the length of the text, whatever stands in it", "[facts]") {
  for (const char* pattern :
       {"“", "9 ", "–", "Ana ", "President ", "1,", "in Porto, ", "Ana Lima said ", "24 – ", "Mr ", "more than ",
        "Monday ", "(", "x", "five hundred ", "General Assembly will be held ", "\"a\" said ",
        // What names, lists and events once went over again from each of their tokens.
        "J. ", "J.R. ", "Ana-", "Mayor Ana Lima, |Ana Lima, ", "Mayor Ana Lima, |Ana L#, ",
        "President Ana L#, Rui Costa, ", "5 a-", "de la ", "The H# Fair will be held on 3 May. ", "The H# Fair met. ",
        "H# Fair closed on 3 May 2025. ", "Mayor L# Lima met. \"It is a good day for all,\" the mayor said. ",
        "The R# President, the ", "Mr L# Costa, head of R# Trust, ", "€5 and €6 ", "4 July 177 ", "Minister for ",
        "minus ", "5 lakh "}) {
    INFO(pattern);
    const double base = seconds_for(repeated(pattern, 20000)) + 0.002;
    // Eight times the text: linear is 8, quadratic 64; 30 leaves room for caches that no longer hold.
    CHECK(seconds_for(repeated(pattern, 160000)) < base * 30);
  }
}

TEST_CASE("a sum of number words that no integer holds is no figure", "[facts]") {
  CHECK(figures_of("It cost nine million trillion eight million trillion dollars.") == "");
  CHECK(figures_of("It cost one million two hundred thousand dollars.") == "1200000 USD");
}
