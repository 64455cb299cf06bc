#include "core/language/pack.hpp"

#include <filesystem>
#include <fstream>
#include <map>

#include "core/language/text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace herald::language;
using herald::test::ContainsSubstring;

namespace {

const Packs& packs() {
  static const Packs loaded = std::move(load_packs(HERALD_LANGUAGES)).value_or_throw();
  return loaded;
}

// The smallest pack that is accepted, with one part replaced.
std::string small_pack(const std::string& from = "", const std::string& to = "") {
  std::string json = R"({"code": "xx", "name": "Test",
    "reading": {"abbreviations": [], "status_phrases": [], "boilerplate_starters": [], "contact_starters": [],
      "end_marks": [], "title_labels": [], "date_labels": [], "body_labels": [], "stop_words": ["la"]},
    "words": {"month": {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6, "g": 7, "h": 8, "i": 9, "j": 10, "k": 11, "l": 12},
      "weekday": {"m": 1, "n": 2, "o": 3, "p": 4, "q": 5, "r": 6, "s": 7}, "currency": {"EUR": ["euroj"]}},
    "examples": {"positive": [{"text": "5 euroj", "figures": ["5 EUR"]}], "negative": [{"text": "nenio", "figures": []}]}})";
  if (const auto at = json.find(from); !from.empty() && at != std::string::npos) json.replace(at, from.size(), to);
  return json;
}

std::string refusal(const std::string& json) {
  const auto pack = parse_pack(json, "xx.json");
  return pack ? "" : herald::to_string(pack.error());
}

}  // namespace

TEST_CASE("the shipped packs load and are found by tag", "[language]") {
  CHECK(packs().find("en-GB") != nullptr);
  CHECK(packs().find("fr") != nullptr);
  CHECK(packs().find("es_MX") != nullptr);
  CHECK(packs().find("ar") != nullptr);
  CHECK(packs().find("tlh") == nullptr);
  CHECK(packs().find("") == nullptr);
}

TEST_CASE("a pack that is wrong is refused with its file and the place in it", "[language]") {
  CHECK(refusal(small_pack()) == "");
  CHECK_THAT(refusal("{"), ContainsSubstring("xx.json") && ContainsSubstring("not JSON"));
  CHECK_THAT(refusal(small_pack("\"name\"", "\"nom\"")), ContainsSubstring("/name"));
  CHECK_THAT(refusal(small_pack("\"stop_words\": [\"la\"]", "\"stop_words\": []")),
             ContainsSubstring("/reading/stop_words"));
  CHECK_THAT(refusal(small_pack("\"l\": 12", "\"l\": 13")), ContainsSubstring("/words/month/l"));
  CHECK_THAT(refusal(small_pack("\"currency\"", "\"curency\"")), ContainsSubstring("/words/curency"));
  CHECK_THAT(refusal(small_pack("[\"euroj\"]", "[7]")), ContainsSubstring("/words/currency/EUR/0"));
}

TEST_CASE("a pack without positive and negative examples is refused", "[language]") {
  CHECK_THAT(refusal(small_pack("\"positive\"", "\"positives\"")), ContainsSubstring("/examples/positive"));
  CHECK_THAT(refusal(small_pack("[{\"text\": \"nenio\", \"figures\": []}]", "[]")),
             ContainsSubstring("/examples/negative"));
  CHECK_THAT(refusal(small_pack(", \"figures\": [\"5 EUR\"]", "")), ContainsSubstring("/examples/positive/0"));
}

TEST_CASE("a folder without packs is refused, and so are two packs of one language", "[language]") {
  const auto folder = std::filesystem::temp_directory_path() / "herald-pack-test";
  std::filesystem::remove_all(folder);
  CHECK_FALSE(load_packs(folder));
  std::filesystem::create_directories(folder);
  CHECK_FALSE(load_packs(folder));
  std::ofstream(folder / "a.json") << small_pack();
  CHECK(load_packs(folder));
  std::ofstream(folder / "b.json") << small_pack();
  const auto twice = load_packs(folder);
  REQUIRE_FALSE(twice);
  CHECK_THAT(herald::to_string(twice.error()), ContainsSubstring("b.json"));
  std::filesystem::remove_all(folder);
}

TEST_CASE("words that are wrong are refused at the latest when the language is needed", "[language]") {
  const auto folder = std::filesystem::temp_directory_path() / "herald-pack-late-test";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "xx.json") << small_pack("[\"euroj\"]", "[7]");
  const auto loaded = load_packs(folder);
  REQUIRE(loaded);
  const auto words = [&] { loaded->lexicon(loaded->all().front()); };
  CHECK_THROWS_WITH(words(), ContainsSubstring("xx.json") && ContainsSubstring("/words/currency/EUR/0"));
  std::ofstream(folder / "xx.json") << small_pack("\"currency\"", "\"curency\"");
  CHECK_FALSE(load_packs(folder));
  std::ofstream(folder / "xx.json") << small_pack("[{\"text\": \"nenio\", \"figures\": []}]", "[]");
  CHECK_FALSE(load_packs(folder));
  std::ofstream(folder / "xx.json") << small_pack().substr(0, 300);
  CHECK_FALSE(load_packs(folder));
  std::filesystem::remove_all(folder);
}

TEST_CASE("a member that no pack has is refused", "[language]") {
  CHECK_THAT(refusal(small_pack("\"name\"", "\"decimal_marc\": \",\", \"name\"")), ContainsSubstring("/decimal_marc"));
  CHECK_THAT(refusal(small_pack("\"stop_words\"", "\"stopwords\": [], \"stop_words\"")),
             ContainsSubstring("/reading/stopwords"));
  CHECK_THAT(refusal(small_pack("\"positive\"", "\"more\": [], \"positive\"")), ContainsSubstring("/examples/more"));
  CHECK_THAT(refusal(small_pack("\"examples\"", "\"compounds\": {\"rolle\": []}, \"examples\"")),
             ContainsSubstring("/compounds/rolle"));
}

TEST_CASE("a user's packs replace those of their language or are added, and a wrong one is left out", "[language]") {
  const herald::test::ScratchFolder shipped;
  const herald::test::ScratchFolder own;
  shipped.write("xx.json", small_pack());
  shipped.write("yy.json", small_pack("\"xx\"", "\"yy\""));
  std::vector<herald::Failure> broken;
  const auto names = [&](const std::filesystem::path& folder) {
    broken.clear();
    std::string all;
    const Packs loaded = load_packs(shipped.path(), folder, broken).value_or_throw();
    for (const Pack& pack : loaded.all()) all += pack.code + "=" + pack.name + " ";
    return all;
  };
  CHECK(names({}) == "xx=Test yy=Test ");
  CHECK(names(own.path() / "not-there") == "xx=Test yy=Test ");
  CHECK(broken.empty());

  own.write("mine.json", small_pack("\"Test\"", "\"Mine\""));
  own.write("zz.json", small_pack("\"xx\"", "\"zz\""));
  own.write("notes.txt", "no pack");
  CHECK(names(own.path()) == "xx=Mine yy=Test zz=Test ");
  CHECK(broken.empty());

  own.write("a-broken.json", small_pack("[\"euroj\"]", "[7]"));
  own.write("zzz.json", small_pack("\"xx\"", "\"zz\""));
  std::filesystem::create_directory(own.path() / "folder.json");
  CHECK(names(own.path()) == "xx=Mine yy=Test zz=Test ");
  REQUIRE(broken.size() == 3);
  CHECK_THAT(herald::to_string(broken[0]),
             ContainsSubstring("a-broken.json") && ContainsSubstring("/words/currency/EUR/0"));
  CHECK_THAT(herald::to_string(broken[1]), ContainsSubstring("folder.json"));
  CHECK_THAT(herald::to_string(broken[2]), ContainsSubstring("zzz.json") && ContainsSubstring("second pack"));
}

TEST_CASE("a user's pack of a region is found before that of its language", "[language]") {
  std::vector<Pack> all{parse_pack(small_pack(), "a").value_or_throw(),
                        parse_pack(small_pack("\"xx\"", "\"xx-AT\""), "b").value_or_throw()};
  const Packs both(std::move(all));
  CHECK(both.find("xx-AT")->code == "xx-AT");
  CHECK(both.find("xx-CH")->code == "xx");
}

TEST_CASE("the last part of a compound says what it is", "[language]") {
  Lexicon lexicon;
  lexicon.add_compound("ministro", WordClass::role, 0);
  lexicon.add_compound("ro", WordClass::organisation, 0);
  REQUIRE(lexicon.find_compound("fiskoministro") != nullptr);
  CHECK(lexicon.find_compound("fiskoministro")->front().word_class == WordClass::role);
  CHECK(lexicon.find_compound("banero")->front().word_class == WordClass::organisation);
  CHECK(lexicon.find_compound("ministro")->front().word_class == WordClass::organisation);  // no longer than itself
  CHECK(lexicon.find_compound("aro") == nullptr);
  CHECK(lexicon.find_compound("äro") != nullptr);
  CHECK(lexicon.find_compound("") == nullptr);
}

TEST_CASE("the language of running text is told by its commonest words", "[language]") {
  CHECK(packs().detect("The board of the museum said that it will open in the spring and that all are welcome.") ==
        "en");
  CHECK(packs().detect("Le conseil du musée a annoncé que les portes seront ouvertes dans la ville pour tous.") ==
        "fr");
  CHECK(packs().detect("Der Rat des Museums teilte mit, dass die Türen für alle in der Stadt offen sind.") == "de");
  CHECK(packs().detect(
            "El consejo del museo anunció que las puertas se abrirán en la ciudad para todos los vecinos.") == "es");
  CHECK(packs().detect("أعلن مجلس المتحف أن الأبواب سوف تفتح في المدينة من أجل كل الناس") == "ar");
  CHECK(packs().detect("12345 --- 67890") == "");
  CHECK(packs().detect("") == "");
}
