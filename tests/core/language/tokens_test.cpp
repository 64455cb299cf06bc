#include "core/language/tokens.hpp"
#include "tests/support/catch.hpp"

using namespace herald::language;

namespace {

std::string cut(std::string_view text) {
  Tokens tokens(text, nullptr, nullptr);
  tokens.add(0, text.size());
  std::string joined;
  for (std::size_t i = 0; i < tokens.size(); ++i) joined += (i == 0 ? "" : "|") + std::string(tokens.source(i));
  return joined;
}

}  // namespace

TEST_CASE("text is cut into words, numbers and marks", "[language]") {
  struct Case {
    const char* text;
    const char* tokens;
  };
  const Case cases[] = {
      {"the 94th day", "the|94|th|day"},
      {"€1.5bn", "€|1|.|5|bn"},
      {"G20 and F22A, RV10398", "G20|and|F22A|,|RV10398"},
      {"the council’s plan", "the|council|’s|plan"},
      {"l’école d'été", "l’|école|d'|été"},
      {"the U.S. and p.m.", "the|U.S.|and|p.m."},
      {"see https://example.org/a-1.html, or www.example.org.",
       "see|https://example.org/a-1.html|,|or|www.example.org|."},
      {"write to press@example.org!", "write|to|press@example.org|!"},
      {"a full stop.Lost space", "a|full|stop|.|Lost|space"},
      {"“said”", "“|said|”"},
      {"24 – 27", "24|–|27"},
      {"3 و28 ولـ15", "3|و|28|ولـ|15"},
      {"لـ15", "لـ|15"},
      {"", ""},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(cut(c.text) == c.tokens);
  }
}

TEST_CASE("a small word written together with a known one is a token of its own", "[language]") {
  Lexicon lexicon;
  lexicon.set_proclitics({"و", "ب", "ل"}, {{"ل", "ال"}});
  lexicon.add("وزارة", WordClass::body, 0, "", 0);
  lexicon.add("البحرين", WordClass::country, 0, "", 0);
  struct Case {
    const char* text;
    const char* tokens;
    const char* last;  // as it is looked up
  };
  const Case cases[] = {
      {"البحرين", "البحرين", "البحرين"},
      {"والبحرين", "و|البحرين", "البحرين"},
      {"وبالبحرين", "و|ب|البحرين", "البحرين"},
      {"للبحرين", "ل|لبحرين", "البحرين"},  // the article has lost a letter
      {"وزارة", "وزارة", "وزارة"},         // begins with one, and is known as a whole
      {"بوزارة", "ب|وزارة", "وزارة"},
      {"ولد", "ولد", "ولد"},  // what is left is no word that is known
  };
  for (const Case& c : cases) {
    INFO(c.text);
    Tokens tokens(c.text, &lexicon, nullptr);
    tokens.add(0, tokens.text().size());
    std::string joined;
    for (std::size_t i = 0; i < tokens.size(); ++i) joined += (i == 0 ? "" : "|") + std::string(tokens.source(i));
    CHECK(joined == c.tokens);
    CHECK(tokens.folded(tokens.size() - 1) == c.last);
  }
}

TEST_CASE("an elided word of a pack is the token that the text has", "[language]") {
  CHECK(phrase_words("l'") == std::vector<std::string>{"l'"});
  CHECK(phrase_words("de l'") == std::vector<std::string>{"de", "l'"});
}

TEST_CASE("the longest phrase of a class is found, forwards and backwards", "[language]") {
  Lexicon lexicon;
  lexicon.add("secretary", WordClass::role, 0, "", 0);
  lexicon.add("secretary general", WordClass::role, 0, "", 0);
  const std::string_view text = "The Secretary General spoke";
  Tokens tokens(text, &lexicon, nullptr);
  tokens.add(0, text.size());
  CHECK(tokens.match(1, WordClass::role).count == 2);
  CHECK(tokens.match_before(3, WordClass::role).count == 2);
  CHECK_FALSE(tokens.match(0, WordClass::role));
  CHECK(tokens.is(1, WordClass::role));
  CHECK_FALSE(tokens.is(2, WordClass::role));
}
