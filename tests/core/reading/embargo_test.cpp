// Lines of embargo: their day and time in four languages, and what they are not.
#include "core/reading/embargo.hpp"

#include "tests/core/reading/reading_support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;

namespace {

std::string embargo_in(const std::string& line, const std::string& language = "en") {
  return reading::embargo_text(reading::read_embargo(line, packs(), language), "2026-03-10");
}

}  // namespace

TEST_CASE("the day and time of an embargo are read in every language", "[reading][embargo]") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"EMBARGOED UNTIL 6 p.m. GMT, 12 March 2026", "2026-03-12T18:00"},
      {"Not for publication before 00:01 on Tuesday 3 March 2026", "2026-03-03T00:01"},
      {"Embargoed until 12 March 2026", "2026-03-12"},
      {"Embargoed until March 12, 2026, at 9:30 a.m. EST", "2026-03-12T09:30"},
      {"Under embargo until 0001 hrs Thursday 12 March 2026", "2026-03-12T00:01"},
      {"Under embargo until 1800 GMT on 12 March 2026", "2026-03-12T18:00"},
      {"Embargoed until noon on 12 March 2026", "2026-03-12T12:00"},
      {"Embargoed until 12.30 am, 12 March 2026", "2026-03-12T00:30"},
      {"Embargoed until 10am on 12 March", "2026-03-12T10:00"},
      {"Embargoed until 9 March, 10:00", "2027-03-09T10:00"},
      {"Sous embargo jusqu’au 12 mars 2026 à 18 h 00", "2026-03-12T18:00"},
      {"Sous embargo jusqu’au jeudi 12 mars 2026, 6h", "2026-03-12T06:00"},
      {"Embargo jusqu’au 12 mars 2026 à 18h30", "2026-03-12T18:30"},
      {"Ne pas diffuser avant le 12 mars 2026 à midi", "2026-03-12T12:00"},
      {"Sous embargo jusqu’au 12 mars 2026, 6 heures du soir", "2026-03-12T18:00"},
      {"Embargado hasta las 18.00 horas del 12 de marzo de 2026", "2026-03-12T18:00"},
      {"Embargado hasta las 6 de la tarde del 12 de marzo de 2026", "2026-03-12T18:00"},
      {"No publicar antes de las 9:00 a. m. del 12 de marzo de 2026", "2026-03-12T09:00"},
      {"محظور النشر حتى الساعة السادسة مساء 12 مارس 2026", "2026-03-12T18:00"},
      {"محظور النشر حتى الساعة ١٨:٠٠ يوم ١٢ مارس ٢٠٢٦", "2026-03-12T18:00"},
      {"يحظر النشر حتى الثانية عشرة ظهرا من يوم 12 مارس 2026", "2026-03-12T12:00"},
      // No time, however many digits there are, and no day.
      {"Embargoed until 12 March 2026 (issue 6, page 7)", "2026-03-12"},
      {"Embargoed until 24:00, 12 March 2026", "2026-03-12"},
      {"Embargoed until 18:00", ""},
      {"Embargoed until March 2026", ""},
  };
  for (const auto& [line, expected] : cases) {
    CAPTURE(line);
    CHECK(embargo_in(line) == expected);
  }
  CHECK(reading::embargo_text(reading::read_embargo("Embargoed until 12 March", packs(), "en"), "").empty());
}

TEST_CASE("a line of embargo is a status, a title about an embargo is none", "[reading][embargo]") {
  for (const char* line : {"Embargo: 12 March 2026", "Strictly embargoed until noon", "SOUS EMBARGO", "EMBARGOED"}) {
    CAPTURE(line);
    CHECK(reading::begins_with_embargo(line, packs()));
    CHECK(reading::names_embargo(line, packs()));
  }
  CHECK(reading::names_embargo("Press release – under embargo until 12 March", packs()));
  CHECK_FALSE(reading::begins_with_embargo("Embargo on grain is lifted after 12 March 2026", packs()));
  CHECK_FALSE(reading::names_embargo("For immediate release", packs()));
}

TEST_CASE("the day of an embargo is no date of publication where another date stands", "[reading][embargo]") {
  const std::string body =
      " – The council of the harbour agreed on two new piers, which will be built before the end of the decade.\n";
  const Document dateline = read(
      "EMBARGOED UNTIL 6 p.m. GMT, 12 March 2026\n\nHarbour agrees on piers\n\nVALLETTA, "
      "Malta, 10 March 2026" +
      body);
  CHECK(dateline.metadata.embargo == "2026-03-12T18:00");
  CHECK(dateline.metadata.published == "2026-03-10");
  CHECK(dateline.metadata.status == "EMBARGOED UNTIL 6 p.m. GMT, 12 March 2026");

  const Document line = read(
      "PRESS RELEASE\n\nNot for publication before 00:01 on Tuesday 3 March.\n\nHarbour agrees on "
      "piers\n\n1 March 2026\n\nVALLETTA, Malta" +
      body);
  CHECK(line.metadata.embargo == "2026-03-03T00:01");
  CHECK(line.metadata.published == "2026-03-01");
  CHECK(line.metadata.status == "PRESS RELEASE");
  CHECK(texts_of(line, BlockKind::status).size() == 2);

  const Document alone = read("Embargoed until 12 March 2026\n\nHarbour agrees on piers\n\nVALLETTA, Malta" + body);
  CHECK(alone.metadata.published == "2026-03-12");
  CHECK(alone.metadata.embargo == "2026-03-12");
}

TEST_CASE("a second line of status is kept", "[reading][embargo]") {
  const Document document = read(
      "PRESS RELEASE\n\nFOR IMMEDIATE RELEASE\n\nHarbour agrees on piers\n\nThe council of the harbour agreed today on "
      "two "
      "new piers, which will be built before the end of the decade.\n");
  CHECK(document.metadata.status == "PRESS RELEASE · FOR IMMEDIATE RELEASE");
}
