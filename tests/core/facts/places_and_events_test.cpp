#include "core/facts/extract.hpp"
#include "tests/core/facts/support.hpp"
#include "tests/support/catch.hpp"

using namespace herald::test;

namespace {

std::string places(const char* text, const Setting& setting = {}) {
  std::string shown;
  for (const herald::Place& place : facts_of(text, setting).places)
    shown += (shown.empty() ? "" : "; ") + place.name + (place.country_code.empty() ? "" : " " + place.country_code);
  return shown;
}

}  // namespace

TEST_CASE("countries and places behind prepositions are found, parts of other names are not", "[facts]") {
  struct Case {
    const char* text;
    const char* places;
  };
  const Case cases[] = {
      {"Ships from Peru, Botswana and New Zealand came.", "Peru PE; Botswana BW; New Zealand NZ"},
      {"It will be held in Hong Kong, China.", "Hong Kong, China HK"},
      {"Crews from Macau, China and Peru came.", "Macau, China MO; Peru PE"},
      {"A ferry sank near Porto, Portugal.", "Porto PT; Portugal PT"},
      {"Farmers in Otago County met.", "Otago County"},
      {"The New Mexico plan and Mexico City traffic were discussed.", ""},
      {"The UK government agreed.", ""},
      {"It turned out in March that Chad agreed.", "Chad TD"},
      {"It rained in Lindo, Verra and Port Said, and then stopped.", "Lindo; Verra; Port Said"},
      {"It rained in Lindo, Ana Lima said.", "Lindo"},
      {"The town of Lindo grew, and so did four villages, among them Verra and Tosk.", "Lindo; Verra; Tosk"},
      {"A town council met; the city's Harbour Trust did too.", ""},
      {"It rained in Aix-en-Verra and in Saint-Tosk.", "Aix-en-Verra; Saint-Tosk"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(places(c.text) == c.places);
  }
  CHECK(places("Llovió en Villa de Rey y en cinco municipios, entre ellos Tosco y Verra.", {"es", ""}) ==
        "Villa de Rey; Tosco; Verra");
  CHECK(places("وصلت السفن إلى مسقط والبحرين.", {"ar", ""}) == "مسقط OM; البحرين BH");
  CHECK(places("Les navires ont écrit à BNX Ana Lima.", {"fr", ""}) == "");
  CHECK(places("Agradece a los Archivos Viejos del Estado su labor.", {"es", ""}) == "");
  CHECK(places("Des navires du Pérou et des Pays-Bas.", {"fr", ""}) == "Pérou PE; Pays-Bas NL");
}

TEST_CASE("the meeting whose days are given and the next one are events", "[facts]") {
  const auto facts = facts_of(
      {{herald::BlockKind::paragraph, "The MARIN General Assembly met this week."},
       {herald::BlockKind::paragraph, "The three-day (24 – 26 November) General Assembly closed with a dinner."},
       {herald::BlockKind::paragraph, "The 12th General Assembly will be held in Porto, Portugal."}});
  REQUIRE(facts.events.size() == 2);
  CHECK(facts.events[0].name == "MARIN General Assembly");
  CHECK(facts.events[0].start == "2025-11-24");
  CHECK(facts.events[0].end == "2025-11-26");
  CHECK(facts.events[0].status == herald::EventStatus::past);
  CHECK(facts.events[1].name == "12th General Assembly");
  CHECK(facts.events[1].place == "Porto, Portugal");
  CHECK(facts.events[1].start == "");
  CHECK(facts.events[1].status == herald::EventStatus::planned);
}

TEST_CASE("what is planned has the day to come of its sentence", "[facts]") {
  const auto facts = facts_of({{herald::BlockKind::paragraph,
                                "On 24 November 2025 the club named its team for the General Assembly, which will be "
                                "held in Porto on 9 December 2025."}});
  REQUIRE(facts.events.size() == 1);
  CHECK(facts.events[0].start == "2025-12-09");
}

TEST_CASE("what is announced has its name, its day and its place", "[facts]") {
  struct Case {
    const char* text;
    const char* event;
  };
  const Case cases[] = {
      {"The next meeting of the network will be in Porto in March 2026.", "meeting | 2026-03 | Porto"},
      {"The conference, scheduled for 12 June 2026 in Porto, is open to all.", "conference | 2026-06-12 | Porto"},
      {"The hearing has been set for 4 May 2026 at the Port Court.", "hearing | 2026-05-04 | Port Court"},
      {"The Harbour Committee, chaired by Ana Lima, will be convened on 4 May 2026 in Porto.",
       "Harbour Committee | 2026-05-04 | Porto"},
      {"The inaugural session of the Harbour Conference will take place on 4 May 2026.",
       "inaugural session of the Harbour Conference | 2026-05-04 | "},
      {"The board agreed on the coming Porto Summit of harbours. The summit will be held on 4 May 2026.",
       "Porto Summit | 2026-05-04 | "},
      {"The exercise was scheduled to take place on 4 May.", ""},
      {"The exercise is scheduled to take place on 4 May 2025.", ""},
      {"He told Congress reporters on 20 November that it was late.", ""},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    std::string shown;
    for (const herald::Event& event : facts_of(c.text).events)
      shown += event.name + " | " + event.start + " | " + event.place;
    CHECK(shown == c.event);
  }
}

TEST_CASE("a country's name that is a common word too is one behind \"in\" alone", "[facts]") {
  CHECK(facts_of("REUNIÓN DE LA JUNTA", {"es", ""}).places.empty());
  CHECK(facts_of("Reunión de trabajo con los pilotos.", {"es", ""}).places.empty());
  CHECK(facts_of("Los pilotos trabajan en Reunión.", {"es", ""}).places.size() == 1);
}

TEST_CASE("a title within a sentence and the words of a post are no places", "[facts]") {
  CHECK(facts_of("They read the report In Wider Waters aloud.").places.empty());
  CHECK(facts_of("Special Agent in Charge Ana Lima spoke.").places.empty());
  CHECK(facts_of("It was seen at the port, while Algae and other plants grew.").places.empty());
}

TEST_CASE("a language without a pack gives no facts and one remark", "[facts]") {
  herald::Document document = document_of({{herald::BlockKind::paragraph, "5 boats"}}, {"tlh", ""});
  herald::facts::extract(document, packs());
  CHECK(document.facts == herald::Facts{});
  REQUIRE(document.diagnostics.size() == 1);
  CHECK(document.diagnostics[0].code == "language-without-pack");
}
