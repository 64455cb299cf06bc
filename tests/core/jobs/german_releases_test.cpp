// Whole releases in German, whose nouns all have capitals: what a ministry, a police and a company write, read and
// searched as the command does it.
#include "core/jobs/load_document.hpp"
#include "tests/core/jobs/jobs_support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;

namespace {

Document load(const std::string& name) {
  return jobs::load_document(HERALD_TEST_SOURCE_DIR "/../examples/releases/" + name, packs(), {}).value_or_throw();
}

Texts dates(const Document& document) {
  Texts texts;
  for (const DateMention& date : document.facts.dates)
    texts.push_back(date.start + (date.end.empty() ? "" : "/" + date.end));
  return texts;
}

Texts places(const Document& document) {
  Texts texts;
  for (const Place& place : document.facts.places)
    texts.push_back(place.name + (place.country_code.empty() ? "" : " " + place.country_code));
  return texts;
}

Texts events(const Document& document) {
  Texts texts;
  for (const Event& event : document.facts.events)
    texts.push_back(event.name + ", " + event.start + (event.place.empty() ? "" : ", " + event.place));
  return texts;
}

std::size_t count(const Document& document, BlockKind kind) {
  std::size_t found = 0;
  for (const Block& block : document.blocks) found += block.kind == kind ? 1 : 0;
  return found;
}

}  // namespace

TEST_CASE("a German ministry's release is read with its facts", "[jobs]") {
  const Document document = load("de-hochwasserschutz-weser.txt");
  CHECK(document.metadata.language == "de");
  CHECK(document.metadata.title == "Land investiert 86 Millionen Euro in den Hochwasserschutz");
  CHECK(document.metadata.published == "2026-03-12");
  REQUIRE(document.metadata.dateline);
  CHECK(document.metadata.dateline->place == "Hannover");
  CHECK(count(document, BlockKind::list_item) == 3);
  CHECK(count(document, BlockKind::boilerplate) > 0);
  CHECK(count(document, BlockKind::contact) > 0);
  CHECK(figures(document) == Texts{"86000000 EUR Hochwasserschutz", "14 Flüssen", "4 year", "120 kilometre Deich",
                                   "86500000 EUR", "340000 Menschen", "62 Gemeinden", "700000 EUR Baukosten",
                                   "1800000 cubic metre Boden", "48 kilometre Weser", "31000000 EUR Weser",
                                   "27 kilometre", "19400000 EUR", "15 kilometre Leine", "11200000 EUR Leine",
                                   "40 percent", "410 Menschen", "7 Landesämter"});
  CHECK(people(document) ==
        Texts{"Katharina Brandhorst, Umweltministerin",
              "Henrik Voßkuhle, Leiter, Instituts für Wasserbau der Technischen Universität Braunschweig"});
  CHECK(quotations(document) ==
        Texts{"Katharina Brandhorst: Das Hochwasser des vergangenen Winters hat uns gezeigt, wo wir verwundbar sind. "
              "Wir warten nicht auf das nächste.",
              "Henrik Voßkuhle: Jeder Meter zählt, aber wir brauchen auch mehr Platz für die Flüsse"});
  CHECK(dates(document) == Texts{"2029", "2026-03-12", "2026-03-12", "2026-02-25", "2026-06-30", "2026-04-21"});
  CHECK(places(document) == Texts{"Hannover", "Verden"});
  CHECK(events(document) == Texts{"Regionalkonferenz, 2026-04-21, Verden"});
}

TEST_CASE("a German police's release is read with its facts, wrapped in the middle of a date", "[jobs]") {
  const Document document = load("de-polizei-fahrraddiebe.txt");
  CHECK(document.metadata.language == "de");
  CHECK(document.metadata.title == "Polizei zerschlägt Bande von Fahrraddieben: 213 Räder sichergestellt");
  REQUIRE(document.metadata.dateline);
  CHECK(document.metadata.dateline->place == "Lüneburg");
  CHECK(count(document, BlockKind::list_item) == 0);
  CHECK(figures(document) == Texts{"213 Räder", "6 month Ermittlungen", "8 Verdächtige", "4 Wohnungen", "2 Garagen",
                                   "213 gestohlene Fahrräder", "17 E-Bikes", "45000 EUR Bargeld", "380000 EUR",
                                   "5 Festgenommenen", "64 Hinweise", "96 Polizistinnen"});
  CHECK(people(document) == Texts{"Renate Ahlswede, Kriminalhauptkommissarin, Ermittlungsgruppe Speiche",
                                  "Friedrich Kellinghusen, Oberstaatsanwalt, Staatsanwaltschaft Lüneburg"});
  CHECK(quotations(document) ==
        Texts{"Renate Ahlswede: Die Täter arbeiteten mit Lieferwagen und falschen Kennzeichen",
              "Renate Ahlswede: Ohne die 64 Hinweise aus der Bevölkerung wären wir ihnen nicht auf die Spur gekommen.",
              "Friedrich Kellinghusen: Es geht um gewerbsmäßigen Bandendiebstahl"});
  CHECK(dates(document) == Texts{"2026-01-20", "2025-05", "2026-02-02", "2026-02-14"});
  CHECK(places(document) == Texts{"Lüneburg", "Winsen", "Niederlande NL", "Polen PL"});
}

TEST_CASE("a Swiss company's release is read with its facts", "[jobs]") {
  const Document document = load("de-speicherwerk-alpen.txt");
  CHECK(document.metadata.language == "de");
  CHECK(document.metadata.status == "Zur sofortigen Veröffentlichung");
  CHECK(document.metadata.published == "2026-05-04");
  CHECK(figures(document) == Texts{"142000000 CHF", "85 Arbeitsplätze", "250 megawatt Leistung",
                                   "1.2 gigawatt-hour Strom", "130000 Haushalte", "18 percent", "1340000000 CHF",
                                   "96000000 CHF Ergebnis", "81000000 CHF Ergebnis", "12 ähnlichen Anlagen", "18 month",
                                   "31 Kraftwerke", "2150 Mitarbeiterinnen"});
  CHECK(people(document) == Texts{"Urs Zellweger, Vorstandsvorsitzender", "Annegret Möhlenkamp, Geschäftsführerin"});
  CHECK(quotations(document) ==
        Texts{"Urs Zellweger: Wir bauen den Speicher dort, wo der Wind weht und die Leitungen schon liegen",
              "Urs Zellweger: Das spart Zeit, Geld und Landschaft.",
              "Annegret Möhlenkamp: Nach 18 Monaten sind unsere Speicher am Netz."});
  CHECK(dates(document) == Texts{"2026-05-04", "2028", "2024", "2026-04-28", "2026-09-09", "2026-06-11"});
  CHECK(places(document) == Texts{"St. Gallen", "Deutschland DE", "Zürich CH", "Schweiz CH", "Österreich AT"});
  CHECK(events(document) == Texts{"Spatenstich, 2026-09-09", "Hauptversammlung, 2026-06-11, St. Gallen"});
}
