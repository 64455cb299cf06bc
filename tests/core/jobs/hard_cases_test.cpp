// The hard cases of the design, one after the other, each in a release of its own that is read as the command reads it.
// What a pass does with them in every form is tested beside the pass; here none may be missing.
#include "tests/core/jobs/jobs_support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;

namespace {

/// A release of 27 November 2025 with this text.
Document english(const std::string& text) {
  return read_with_facts("Port council opens its new piers\n\n27 November 2025\n\n" + text + "\n");
}
Document french(const std::string& text) {
  return read_with_facts("Le port ouvre ses nouveaux quais\n\n27 novembre 2025\n\n" + text + "\n");
}
Document spanish(const std::string& text) {
  return read_with_facts("El puerto abre sus nuevos muelles\n\n27 de noviembre de 2025\n\n" + text + "\n");
}

/// Without the date line's.
Texts dates(const Document& document) {
  Texts texts;
  for (const DateMention& date : document.facts.dates)
    if (date.role != DateRole::published) texts.push_back(date.start + (date.end.empty() ? "" : "/" + date.end));
  return texts;
}

Texts places(const Document& document) {
  Texts texts;
  for (const Place& place : document.facts.places) texts.push_back(place.name);
  return texts;
}

/// What a release with this lead says of where it was written.
std::string dateline(const std::string& lead, const std::string& uri = "release.txt") {
  const std::string title = uri.ends_with(".md") ? "# Port council opens two piers" : "Port council opens two piers";
  const Document document = read_with_facts(title + "\n\n" + lead + "\n", uri);
  CHECK(document.metadata.title == "Port council opens two piers");
  if (!document.metadata.dateline) return {};
  const Dateline& found = *document.metadata.dateline;
  std::string text = found.place;
  for (const std::string* part : {&found.country, &found.date, &found.agency})
    if (!part->empty()) text += " | " + *part;
  return text;
}

}  // namespace

TEST_CASE("hard cases of dates", "[jobs][hard]") {
  CHECK(read_with_facts(
            "Port council opens its piers\n\n27 novembre 2025\n\nThe council opened the piers in the morning.\n")
            .metadata.published == "2025-11-27");
  CHECK(dates(english("The survey, launched in January, ends today. It will start again in March.")) ==
        Texts{"2025-01", "2025-11-27", "2026-03"});
  CHECK(dates(english("Pilots met on 24 – 27 November. The fair ran 30 Oct–2 Nov. The plan covers 2026-2030.")) ==
        Texts{"2025-11-24/2025-11-27", "2025-10-30/2025-11-02", "2026/2030"});
  CHECK(dates(french("Le plan a été suivi de 2020 à 2024. Les pilotes se sont réunis du 24 au 27 novembre.")) ==
        Texts{"2020/2024", "2025-11-24/2025-11-27"});
}

TEST_CASE("hard cases of figures", "[jobs][hard]") {
  CHECK(figures(english("The council recalled Resolution 1325 and Article 5 at the G20. Certified to ISO 9001, the "
                        "desk is open 24/7 on +32 2 555 01 99 since COVID-19. See IMG_4502.jpg for the hall.")) ==
        Texts{});
  CHECK(figures(english("She is one of the pilots. Two-thirds of the pilots agreed. A dozen boats left. Nearly one in "
                        "five ships is old.")) == Texts{"2 of 3 pilots", "12 boats", "1 of 5 ships"});
  CHECK(figures(english("Some 50-60 boats took 1.2m tonnes of fish worth £1.5bn, or 12 per cent of trade.")) ==
        Texts{"50-60 boats", "1200000 tonne fish", "1500000000 GBP fish", "12 percent trade"});
  CHECK(figures(spanish("El puerto recibió 3,5 millones de euros, 12 barcos y 30.000 personas.")) ==
        Texts{"3500000 EUR puerto", "12 barcos", "30000 personas"});
  CHECK(figures(french("Le port a reçu 1\u202F200 navires et 3,5\u00A0millions d’euros.")) ==
        Texts{"1200 navires", "3500000 EUR"});
  CHECK(figures(english("The plan costs EUR 30 billion (USD 34 billion).")) ==
        Texts{"30000000000 EUR plan", "34000000000 USD plan"});
  CHECK(figures(english("It cost EUR 5 million, then €6 million, then 7 million euros and 8 €.")) ==
        Texts{"5000000 EUR", "6000000 EUR", "7000000 EUR", "8 EUR"});
  CHECK(figures(english("The office issued 133 Silver Notices and 35 diffusions, and seized 40 tonnes of timber.")) ==
        Texts{"133 Silver Notices", "35 diffusions", "40 tonne timber"});
}

TEST_CASE("hard cases of quotations", "[jobs][hard]") {
  CHECK(quotations(english("Mayor Ana Lima said: “We opened two piers.\n\n“They will serve all boats.\n\n“We thank the "
                           "town.”")) ==
        Texts{"Ana Lima: We opened two piers. They will serve all boats. We thank the town."});
  CHECK(quotations(english("“The crew called it ‘the boats’ hall’ for years,” said Mayor Ana Lima.")) ==
        Texts{"Ana Lima: The crew called it ‘the boats’ hall’ for years,"});
  CHECK(quotations(french("«\u00A0Nous ouvrons deux quais\u00A0», a déclaré Jeanne Morel, directrice du port.")) ==
        Texts{"Jeanne Morel: Nous ouvrons deux quais"});
  CHECK(quotations(read_with_facts(
            "Der Hafen öffnet zwei Molen\n\n27. November 2025\n\n„Wir öffnen zwei Molen für die Stadt“, sagte "
            "die Direktorin Anna Berger.\n")) == Texts{"Anna Berger: Wir öffnen zwei Molen für die Stadt"});
  CHECK(quotations(english("“We opened two piers,” said Mayor Ana Lima, “and we will open more.”")) ==
        Texts{"Ana Lima: We opened two piers, and we will open more."});
  CHECK(quotations(english("Mayor Ana Lima and Director Rui Costa came.\n\n“We opened two piers,” the mayor said.")) ==
        Texts{"Ana Lima: We opened two piers,"});
  CHECK(quotations(english("Mayor Ana Lima opened the hall. “We opened two piers,” she said.")) ==
        Texts{"Ana Lima: We opened two piers,"});
  CHECK(quotations(english("“We opened two piers,” a spokesperson for the port said.")) ==
        Texts{"a spokesperson: We opened two piers,"});
  CHECK(quotations(english("“It is a good hall for every boat of the town.” -- Ana Lima, CEO of Portworks")) ==
        Texts{"Ana Lima: It is a good hall for every boat of the town."});
}

TEST_CASE("hard cases of people and places", "[jobs][hard]") {
  CHECK(people(english("The new board of the port is:\n\nPresident – WANG Yong of China\n\nVice President – Khalid bin "
                       "Rashid Al-Nuaimi of Qatar\n\nTreasurer – Maria de la Fuente of Spain")) ==
        Texts{"WANG Yong, President, China", "Khalid bin Rashid Al-Nuaimi, Vice President, Qatar",
              "Maria de la Fuente, Treasurer, Spain"});
  // "Jan" is a month too.
  CHECK(people(english("The hall was opened by Director Jan van der Berg.")) == Texts{"Jan van der Berg, Director"});
  CHECK(people(english("Director January 5 is the day for the hall.")) == Texts{});
  CHECK(places(english("The meeting was held in Hong Kong, China.")) == Texts{"Hong Kong, China"});
  CHECK(people(english("Today,U.S. Representative Ana Lima (WI-02)released a plan for the port. “It is a good plan for "
                       "all boats,”said Lima.")) == Texts{"Ana Lima, U.S. Representative"});
}

TEST_CASE("hard cases of datelines", "[jobs][hard]") {
  CHECK(dateline("(Dallas, Texas) –On Thursday the council opened two piers for all boats.") == "Dallas, Texas");
  CHECK(dateline("CHICAGO —\n\nThe council opened two piers for all of the boats.") == "Chicago");
  CHECK(dateline("CAESAREA, Israel, March 26, 2026 /PRNewswire/ -- The council opened two piers for all boats.") ==
        "Caesarea | Israel | 2026-03-26 | PRNewswire");
  CHECK(dateline("**WASHINGTON, DC** -- The council opened two piers for all boats.", "release.md") ==
        "Washington, DC");
}

TEST_CASE("hard cases of layout", "[jobs][hard]") {
  const Document labelled = read_with_facts(
      "FOR IMMEDIATE RELEASE\nTitle: Port council opens two piers\nDate: March 26, 2026\n\nThe council opened two "
      "piers "
      "for all boats.\n");
  CHECK(labelled.metadata.title == "Port council opens two piers");
  CHECK(labelled.metadata.published == "2026-03-26");
  CHECK(labelled.metadata.status == "FOR IMMEDIATE RELEASE");

  const Document table =
      english("Seizures by port were as follows.\n\nPort\tBoats\tTonnes\nPorto\t12\t340\nLima\t8\t120");
  std::size_t rows = 0;
  for (const Block& block : table.blocks) rows += block.kind == BlockKind::table ? 1 : 0;
  CHECK(rows == 3);

  const Document arabic =
      read_with_facts("الميناء يفتح رصيفين\n\n27 نوفمبر 2025\n\nاستقبل الميناء 1,200 سفينة في عام 2025.\n");
  CHECK(arabic.metadata.language == "ar");
  CHECK(figures(arabic) == Texts{"1200 سفينة"});

  const Document two = read_with_facts(
      "Port council opens two piers\n\nMarch 26, 2026\n\nThe council opened the piers.\n\n==========\n\nPort council "
      "closes one hall\n\nMarch 28, 2026\n\nThe council closed a hall.\n");
  CHECK(two.metadata.title == "Port council opens two piers");
  REQUIRE_FALSE(two.diagnostics.empty());
  CHECK_THAT(two.diagnostics.front().message, ContainsSubstring("release"));
}
