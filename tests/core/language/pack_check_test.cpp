#include "core/language/pack_check.hpp"

#include "tests/support/catch.hpp"

using namespace herald::language;
using herald::test::ContainsSubstring;

namespace {

// A pack without fault, with further classes of words, examples and members.
std::string pack(const std::string& words, const std::string& example = R"({"text": "5", "figures": []})",
                 const std::string& members = "") {
  return R"({"code": "xx", "name": "Test", )" + members + R"("reading": {"abbreviations": ["d-ro."],
    "status_phrases": [], "boilerplate_starters": [], "contact_starters": [], "end_marks": [], "title_labels": [],
    "date_labels": [], "body_labels": [], "stop_words": ["la"]},
    "words": {"month": {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6, "g": 7, "h": 8, "i": 9, "j": 10, "k": 11,
    "l": 12}, "weekday": {"m": 1, "n": 2, "o": 3, "p": 4, "q": 5, "r": 6, "s": 7})" +
         words + R"(}, "examples": {"positive": [)" + example + R"(], "negative": [{"text": "5", "figures": []}]}})";
}

// The problems, each as "pointer: what", with line feeds.
std::string problems(const std::string& json) {
  std::string all;
  for (const PackProblem& problem : check_pack(json)) all += problem.pointer + ": " + problem.what + "\n";
  return all;
}

}  // namespace

TEST_CASE("a pack without fault has no problems", "[language]") {
  CHECK(problems(pack("")).empty());
  CHECK(problems(pack(R"(, "unit": {"metre": ["metro"]}, "qualifier": {"about": ["proksimume"]})")).empty());
}

TEST_CASE("what reading refuses is the one problem", "[language]") {
  CHECK_THAT(problems("{"), ContainsSubstring("not JSON"));
  CHECK_THAT(problems(pack(R"(, "rolo": ["a"])")), ContainsSubstring("no such word class at /words/rolo"));
}

TEST_CASE("words that no text can match are named, with how to write them", "[language]") {
  CHECK(problems(pack(R"(, "role": ["Estro"])")) ==
        "/words/role: \"Estro\" can match no text: write \"estro\" (small letters, NFC, single spaces, straight "
        "apostrophes, no Arabic vowel signs)\n");
  CHECK_THAT(problems(pack(", \"role\": [\"e\u0302stro\"]")), ContainsSubstring("write \"\u00EAstro\""));
  CHECK_THAT(problems(pack(R"(, "role": ["vic  estro"])")), ContainsSubstring("write \"vic estro\""));
  CHECK_THAT(problems(pack(", \"role\": [\"l\u2019estro\"]")), ContainsSubstring("write \"l'estro\""));
  CHECK_THAT(problems(pack(R"(, "role": ["a b c d e f g h i"])")), ContainsSubstring("9 words"));
  CHECK(problems(pack(R"(, "role": ["a b c d e f g h"])")).empty());
}

TEST_CASE("a phrase that stands twice in a class is named", "[language]") {
  CHECK_THAT(problems(pack(R"(, "role": ["estro", "vicestro", "estro"])")),
             ContainsSubstring("/words/role: \"estro\" stands here twice"));
  CHECK_THAT(problems(pack(R"(, "currency": {"EUR": ["mono"], "USD": ["mono"]})")),
             ContainsSubstring("the second time under USD"));
  CHECK(problems(pack(R"(, "role": ["estro"], "speaker_noun": ["estro"])")).empty());
}

TEST_CASE("codes that nobody knows are named", "[language]") {
  CHECK_THAT(problems(pack(R"(, "currency": {"euro": ["e-uro"]})")), ContainsSubstring("ISO 4217"));
  CHECK_THAT(problems(pack(R"(, "country": {"PER": ["peruo"]})")), ContainsSubstring("ISO 3166-1"));
  CHECK_THAT(problems(pack(R"(, "qualifier": {"abuot": ["proksimume"]})")),
             ContainsSubstring("\"abuot\" is none of: more_than"));
  CHECK_THAT(problems(pack(R"(, "unit": ["metro"])")), ContainsSubstring("English name"));
  CHECK_THAT(problems(pack(R"(, "magnitude": {"miliono": 1000000})")), ContainsSubstring("power of ten"));
  CHECK_THAT(problems(pack(R"(, "number": {"nul": -1})")), ContainsSubstring("below nothing"));
}

TEST_CASE("endings of compounds are the ends of one word", "[language]") {
  const auto with = [](const std::string& ending) {
    return problems(pack("", R"({"text": "5", "figures": []})", "\"compounds\": {\"role\": [\"" + ending + "\"]}, "));
  };
  CHECK(with("ministro").empty());
  CHECK_THAT(with("ro"), ContainsSubstring("/compounds/role"));
  CHECK_THAT(with("vic ministro"), ContainsSubstring("/compounds/role"));
}

TEST_CASE("examples that cannot be run are named", "[language]") {
  CHECK_THAT(problems(pack("", R"({"text": "5", "figure": []})")),
             ContainsSubstring("/examples/positive/0: \"figure\" is none of: figures"));
  CHECK_THAT(problems(pack("", R"({"text": "5", "published": "4 May 2026", "figures": []})")),
             ContainsSubstring("/examples/positive/0/published"));
  CHECK_THAT(problems(pack("", R"({"text": "5", "published": "2026-02-30", "figures": []})")),
             ContainsSubstring("no day"));
  CHECK(problems(pack("", R"({"text": "5", "published": "2026-05-04", "figures": []})")).empty());
}

TEST_CASE("abbreviations end with a full stop", "[language]") {
  std::string json = pack("");
  json.replace(json.find("d-ro."), 5, "d-ro");
  CHECK_THAT(problems(json), ContainsSubstring("/reading/abbreviations"));
}

TEST_CASE("endless mistakes are not all said", "[language]") {
  std::string words = ", \"role\": [\"A0\"";
  for (int i = 1; i < 5000; ++i) words += ", \"A" + std::to_string(i) + "\"";
  CHECK(check_pack(pack(words + "]")).size() == 100);
}
