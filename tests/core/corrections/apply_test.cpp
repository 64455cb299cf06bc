// Corrections on real readings: which fact words mean, what a correction leaves behind, and what is said of one that
// fits nothing.
#include <algorithm>

#include "core/corrections/template.hpp"
#include "core/corrections/words.hpp"
#include "core/jobs/load_document.hpp"
#include "herald/document_json.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace herald;
using herald::test::ContainsSubstring;
using herald::test::ScratchFolder;

namespace {

const language::Packs& packs() {
  static const language::Packs all =
      language::load_packs(HERALD_TEST_BUILD_DIR "/share/herald/languages").value_or_throw();
  return all;
}

constexpr const char* release = R"(Harbour opens new quay

VALMOR, Portugal, 12 March 2026 – The harbour of Valmor opened a quay for 133 boats today. It cost 48 million euros.

"The quay gives 133 boats a home," said Rita Campos, director of the harbour authority.

Mayor John Poe thanked two dozen volunteers. "Thank you all for the work," said John Poe.

"It was a pleasure," a volunteer said.
)";

Document corrected(const std::string& corrections, const std::string& text = release) {
  const ScratchFolder folder;
  folder.write("r.txt", text);
  folder.write("r.txt.herald.json", corrections);
  return jobs::load_document((folder / "r.txt").string(), packs()).value_or_throw();
}

Document with_entry(const std::string& entry) { return corrected(R"({"facts": [)" + entry + "]}"); }

std::string remarks(const Document& document) {
  std::string all;
  for (const Diagnostic& diagnostic : document.diagnostics)
    all += diagnostic.code + ": " + diagnostic.message + " (" + diagnostic.hint + ")\n";
  return all;
}

std::string figures(const Document& document) {
  std::string all;
  for (const Figure& figure : document.facts.figures)
    all += (all.empty() ? "" : "; ") + figure.value.to_string() + " " + figure.counted + figure.currency;
  return all;
}

std::string speakers(const Document& document) {
  std::string all;
  for (const Quotation& quotation : document.facts.quotations)
    all += (all.empty() ? "" : "; ") +
           (quotation.speaker ? document.facts.people.at(*quotation.speaker).name : "“" + quotation.speaker_text + "”");
  return all;
}

std::string people(const Document& document) {
  std::string all;
  for (const Person& person : document.facts.people) all += (all.empty() ? "" : "; ") + person.name;
  return all;
}

}  // namespace

TEST_CASE("a figure is corrected by its words and place, and keeps what had been found", "[corrections]") {
  const Document document =
      with_entry(R"({"figure": {"words": "133 boats", "nth": 2}, "set": {"value": 130, "counted": "fishing boats"}})");
  CHECK(figures(document) == "133 boats; 48000000 EUR; 130 fishing boats; 24 volunteers");
  const Provenance& provenance = document.facts.figures[2].provenance;
  CHECK(provenance.origin == Origin::corrected);
  CHECK(provenance.rule == "figures.count");
  CHECK(provenance.replaced == R"({"value":"133","counted":"boats"})");
  CHECK(document.facts.figures[0].provenance.origin == Origin::extracted);
  CHECK(document.diagnostics.empty());
  CHECK(from_json(to_json(document)).value_or_throw() == document);

  CHECK(figures(with_entry(R"({"figure": {"words": "133 BOATS", "paragraph": 2}, "set": {"value": 7}})")) ==
        "133 boats; 48000000 EUR; 7 boats; 24 volunteers");
}

TEST_CASE("words that fit several facts, or none, change nothing and are reported with the way out", "[corrections]") {
  const Document several = with_entry(R"({"figure": "133 boats", "set": {"value": 7}})");
  CHECK(figures(several) == "133 boats; 48000000 EUR; 133 boats; 24 volunteers");
  CHECK_THAT(remarks(several), ContainsSubstring("correction-ambiguous: r.txt.herald.json: at /facts/0: ") &&
                                   ContainsSubstring("paragraphs 1, 2") && ContainsSubstring("\"nth\""));
  const Document gone = with_entry(R"({"figure": "134 boats", "remove": true})");
  CHECK_THAT(remarks(gone), ContainsSubstring("correction-lost: r.txt.herald.json: at /facts/0: ") &&
                                ContainsSubstring("134 boats") && ContainsSubstring("take the entry out"));
  const Document elsewhere = with_entry(R"({"figure": {"words": "133 boats", "nth": 3}, "remove": true})");
  CHECK_THAT(remarks(elsewhere), ContainsSubstring("do not stand there") && ContainsSubstring("\"paragraph\""));
  const Document none = with_entry(R"({"person": "The harbour", "set": {"role": "x"}})");
  CHECK_THAT(remarks(none), ContainsSubstring("correction-without-fact") && ContainsSubstring("say \"add\""));
  // What is to go and is not found any more is as it should be.
  CHECK(with_entry(R"({"person": "The harbour", "remove": true})").diagnostics.empty());
  // A part of a longer number is no place of it.
  CHECK_THAT(remarks(with_entry(R"({"figure": "33 boats", "remove": true})")), ContainsSubstring("correction-lost"));
}

TEST_CASE("facts of every kind are added at words of the release", "[corrections]") {
  const Document document = corrected(R"({"facts": [
    {"figure": "a home", "add": {"value": 1, "currency": "EUR"}},
    {"person": "a volunteer", "add": {"name": "Vera Luz", "role": "volunteer"}},
    {"quotation": "It was a pleasure", "set": {"speaker": "Vera Luz"}},
    {"date": "opened", "add": {"start": "2026-03"}},
    {"place": "harbour of Valmor", "add": {"name": "Valmor harbour", "country_code": "PT"}},
    {"organisation": "harbour authority", "add": true},
    {"event": "opened a quay", "add": {"start": "2026-03-12", "status": "past"}},
    {"contact": "Rita Campos", "add": {"phones": ["1"]}},
    {"link": "The quay", "add": {"target": "https://quay.example/"}},
    {"point": "cost 48 million", "add": true},
    {"quotation": "thanked two dozen volunteers", "add": {"partial": true, "speaker": "a witness"}}
  ]})");
  CHECK(remarks(document).empty());
  CHECK(figures(document) == "133 boats; 48000000 EUR; 133 boats; 1 EUR; 24 volunteers");
  CHECK(document.facts.figures[3].kind == FigureKind::money);
  CHECK(people(document) == "Rita Campos; John Poe; Vera Luz");
  CHECK(speakers(document) == "Rita Campos; “a witness”; John Poe; Vera Luz");
  CHECK(document.facts.people[2].mentions[0].origin == Origin::manual);
  CHECK(document.facts.people[2].mentions[0].rule == "correction");
  CHECK(std::any_of(document.facts.dates.begin(), document.facts.dates.end(), [](const DateMention& date) {
    return date.start == "2026-03" && date.precision == DatePrecision::month && date.as_written == "opened";
  }));
  CHECK(std::any_of(document.facts.places.begin(), document.facts.places.end(),
                    [](const Place& place) { return place.name == "Valmor harbour" && place.country_code == "PT"; }));
  CHECK(document.facts.organisations.at(0).name == "harbour authority");
  CHECK(document.facts.events.at(0).name == "opened a quay");
  CHECK(document.facts.contacts.at(0).phones == std::vector<std::string>{"1"});
  CHECK(document.facts.links.at(0).text == "The quay");
  CHECK(document.facts.points.back().reason == "correction");
  CHECK(sentence_text(document, document.facts.points.back().sentence) == "It cost 48 million euros.");
  std::vector<std::string> ids;
  for (const Figure& figure : document.facts.figures) ids.push_back(figure.id);
  std::sort(ids.begin(), ids.end());
  CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
  CHECK(from_json(to_json(document)).value_or_throw() == document);
}

TEST_CASE("what is added and there already is corrected, not doubled", "[corrections]") {
  const Document document = with_entry(R"({"figure": "two dozen", "add": {"value": 25}})");
  CHECK(figures(document) == "133 boats; 48000000 EUR; 133 boats; 25 volunteers");
  CHECK(document.facts.figures[3].provenance.origin == Origin::corrected);
}

TEST_CASE("quotations keep their speakers when people come, go and are renamed", "[corrections]") {
  CHECK(speakers(with_entry(R"({"person": "Rita Campos", "remove": true})")) ==
        "“Rita Campos”; John Poe; “a volunteer”");
  CHECK(speakers(with_entry(R"({"person": "Rita Campos", "set": {"name": "Rita de Campos"}})")) ==
        "Rita de Campos; John Poe; “a volunteer”");
  const Document swapped = corrected(R"({"facts": [
    {"person": "harbour of Valmor", "add": {"name": "Ana Lima"}},
    {"quotation": "Thank you all", "set": {"speaker": "Ana Lima"}},
    {"quotation": "The quay gives", "set": {"speaker": null}}]})");
  CHECK(people(swapped) == "Ana Lima; Rita Campos; John Poe");
  CHECK(speakers(swapped) == "“”; Ana Lima; “a volunteer”");
  CHECK(swapped.facts.quotations[1].provenance.replaced == R"({"speaker":"p2"})");
}

TEST_CASE("a corrected date of publication resolves the release's relative dates", "[corrections]") {
  const Document document = corrected(
      R"({"metadata": {"published": "2026-03-14", "title": "Quay opens", "standfirst": "At last.",
                       "dateline": {"place": "Valmor Norte"}}})");
  CHECK(document.metadata.published == "2026-03-14");
  CHECK(document.metadata.dateline->place == "Valmor Norte");
  CHECK(document.metadata.dateline->country == "Portugal");
  CHECK(document.metadata.origins == std::map<std::string, std::string>{{"dateline", "correction"},
                                                                        {"published", "correction"},
                                                                        {"standfirst", "correction"},
                                                                        {"title", "correction"}});
  const auto& dates = document.facts.dates;
  const auto today =
      std::find_if(dates.begin(), dates.end(), [](const DateMention& date) { return date.as_written == "today"; });
  REQUIRE(today != dates.end());
  CHECK(today->start == "2026-03-14");
  CHECK_FALSE(corrected(R"({"metadata": {"dateline": null}})").metadata.dateline.has_value());
  const Document added = corrected(R"({"metadata": {"dateline": {"place": "Porto", "country": "Portugal"}}})",
                                   "Quay opens\n\nThe quay was opened to all boats of the town on Sunday.\n");
  REQUIRE(added.metadata.dateline.has_value());
  CHECK(added.metadata.dateline->text == "Porto");
}

TEST_CASE("a corrected language is that by which facts are found", "[corrections]") {
  const std::string text = "Muelle nuevo\n\nEl muelle costó 30.000 euros.\n";
  const Document document = corrected(R"({"metadata": {"language": "en"}})", text);
  CHECK(document.metadata.language == "en");
  CHECK(figures(document) == "30 EUR");
  CHECK(figures(corrected("{}", text)) == "30000 muelleEUR");
}

TEST_CASE("corrections apply to a document JSON, and again without further effect", "[corrections]") {
  const std::string corrections = R"({"metadata": {"title": "Quay opens"}, "facts": [
    {"figure": {"words": "133 boats", "nth": 1}, "set": {"value": 130}},
    {"figure": {"words": "133 boats", "nth": 1}, "set": {"value": 131}},
    {"person": "John Poe", "remove": true},
    {"organisation": "harbour authority", "add": true},
    {"place": "Atlantis", "remove": true}]})";
  const Document once = corrected(corrections);
  CHECK(once.facts.figures[0].provenance.replaced == R"({"value":"133"})");
  const ScratchFolder folder;
  folder.write("r.json", to_json(once));
  const std::string file = folder.write("ours", corrections).string();
  Document again = jobs::load_document((folder / "r.json").string(), packs(), {{}, {file, true}}).value_or_throw();
  // The remark names the other file.
  again.diagnostics = once.diagnostics;
  CHECK(again == once);
}

TEST_CASE("a release of standard input has no corrections beside it, and none are taken unwanted", "[corrections]") {
  CHECK(jobs::corrections_beside("-").empty());
  const ScratchFolder folder;
  folder.write("r.txt", release);
  folder.write("r.txt.herald.json", "broken");
  const std::string input = (folder / "r.txt").string();
  CHECK(jobs::load_document(input, packs(), {{}, {"", false}}).has_value());
  const Result<Document> broken = jobs::load_document(input, packs());
  REQUIRE_FALSE(broken.has_value());
  CHECK(broken.error().code == ErrorCode::input_invalid);
  CHECK(broken.error().location == input + ".herald.json");
}

TEST_CASE("a template is a corrections file that changes nothing and offers every fact", "[corrections]") {
  const ScratchFolder folder;
  folder.write("r.txt", release);
  const std::string input = (folder / "r.txt").string();
  const Document plain = jobs::load_document(input, packs()).value_or_throw();
  const std::string text = corrections::corrections_template({plain});
  CHECK_THAT(text, ContainsSubstring(R"("words": "133 boats")") && ContainsSubstring(R"("nth": 2)") &&
                       ContainsSubstring(R"("speaker": "Rita Campos")"));
  CHECK(corrected(text) == plain);

  // Every entry, moved to where it counts, finds its fact.
  std::string moved = text;
  moved.replace(moved.find("\"metadata\": {},\n  \"facts\": [],\n  \"found\": {"), 43, "\"note\": {}");
  moved.erase(moved.find("\"note\": {}"), 10);
  const std::size_t last = moved.rfind('}');
  moved.erase(moved.rfind('}', last - 1), 1);
  const Document confirmed = corrected(moved);
  CHECK(remarks(confirmed).empty());
  for (const Figure& figure : confirmed.facts.figures) CHECK(figure.provenance.replaced == "{}");
  CHECK(figures(confirmed) == figures(plain));
  CHECK(people(confirmed) == people(plain));
  CHECK(speakers(confirmed) == speakers(plain));
}

TEST_CASE("words are found whatever their spaces, quotation marks and dashes", "[corrections]") {
  const ScratchFolder folder;
  folder.write("r.txt",
               "Un título\n\nLe «\xC2\xA0quai\xC2\xA0» – l’un des 12\n\xC2\xA0"
               "000 – est\u200b ouvert à tous les bateaux du "
               "port.\n\nفتح الميناء رصيفه الجديد أمام السفن يوم الأحد في المدينة.\n");
  const Document document = jobs::load_document((folder / "r.txt").string(), packs()).value_or_throw();
  const corrections::WordFinder finder(document);
  CHECK(finder.find("l'un des 12 000 - est ouvert").size() == 1);
  CHECK(finder.find("\" quai \"").size() == 1);
  CHECK(finder.find("LE \" QUAI").size() == 1);
  CHECK(finder.find("رصيفه الجديد").size() == 1);
  CHECK(finder.find("12").size() == 1);
  CHECK(finder.find("00").empty());
  CHECK(finder.find("").empty());
  CHECK(finder.find("   ").empty());
}
