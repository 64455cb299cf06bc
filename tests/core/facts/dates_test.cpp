#include "core/facts/extract.hpp"
#include "tests/core/facts/support.hpp"
#include "tests/support/catch.hpp"

using namespace herald::test;

TEST_CASE("dates are resolved against the date of publication", "[facts]") {
  struct Case {
    const char* text;
    const char* dates;
  };
  const Case cases[] = {
      {"The council voted today.", "2025-11-27"},
      {"The council voted yesterday.", "2025-11-26"},
      {"The pilot was launched in January to help farmers.", "2025-01"},
      {"The pilot will start in January.", "2026-01"},
      {"The council voted on Monday.", "2025-11-24"},
      {"The council will vote on Monday.", "2025-12-01"},
      {"The four-day (24 – 27 November) summit closed.", "2025-11-24/2025-11-27 event"},
      {"The plan for 2026-2030 was read.", "2026/2030 period"},
      {"Profits rose last year.", "2024"},
      {"The bridge will open next year.", "2026"},
      {"It rained on 3 December.", "2025-12-03"},
      {"It rained on 1, 5 and 9 December.", "2025-12-01; 2025-12-05; 2025-12-09"},
      {"It rained in towns 7 and 3 December was dry.", "2025-12-03"},
      {"Entries close by 15 January 2026.", "2026-01-15 deadline"},
      {"They paid in full in May.", "2025-05"},
      {"The pilot began in January.", "2025-01"},
      {"Prices dropped by 4 per cent in February.", "2025-02"},
      {"Each day lost in January means more patients in February.", "2026-01; 2026-02"},
      {"“It is hot here in June and wet in May,” said Minister Ana Lima.", ""},
      {"“We open in June 2026,” said Minister Ana Lima.", "2026-06"},
      {"“The fair will open in June,” said Minister Ana Lima.", "2026-06"},
      {"“On Monday it rained,” said Minister Ana Lima.", ""},
      {"In March 2,500 people came.", "2025-03"},
      {"In April 1.5 million trees were planted.", "2025-04"},
      {"Output fell in May by 12.5 per cent.", "2025-05"},
      {"In March 25% of pupils came.", "2025-03"},
      {"In July 30 countries met.", "2025-07"},
      {"On July 30 officials met.", "2025-07-30 event"},
      {"On 5 May 1200 people came.", ""},
      {"It lasted from 4 July 1998 to 31 June 2003.", "1998-07-04"},
      {"The founder was born on 4 July 1776 in Porto.", "1776-07-04"},
      {"The founder was born on July 4, 1776, in Porto.", "1776-07-04"},
      {"The port was founded in July 1776.", "1776-07"},
      {"In July 1776 seedlings were planted.", ""},
      {"The lease ends on 4 July 2150.", "2150-07-04 deadline"},
      {"The port was founded on 4 July 776.", ""},
      {"The port was founded on 15 March 44 BC.", ""},
      {"On 27 November 196 inspectors met.", "2025-11-27 event"},
      {"The council voted on 29 February 2023.", ""},
      {"The council voted on 29 February 2024.", "2024-02-29"},
      {"The council voted on 31 April.", ""},
      {"The council voted on 29 February.", "2024-02-29"},
      {"The fair will be held on 4 June 2026.", "2026-06-04 event"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(dates_of(c.text) == c.dates);
  }
}

TEST_CASE("hyphens may stand between the parts of a day", "[facts]") {
  CHECK(dates_of("The council voted on 3-5-2024.") == "2024-05-03");
  CHECK(dates_of("The council voted on 27-Nov-2024.") == "2024-11-27");
  CHECK(dates_of("The form 3-5-2024-17 is new.") == "");
}

TEST_CASE("a date and another are two, unless they are between", "[facts]") {
  CHECK(dates_of("Il a plu le 3 mars 2024 et le 12 mai 2024.", {"fr", ""}) == "2024-03-03; 2024-05-12");
  CHECK(dates_of("Llovió el 3 de marzo de 2024 y el 12 de mayo de 2024.", {"es", ""}) == "2024-03-03; 2024-05-12");
  CHECK(dates_of("Il a plu entre le 3 et le 12 mai 2024.", {"fr", ""}) == "2024-05-03/2024-05-12 period");
}

TEST_CASE("a day that no year near has is dated by its tense or not at all", "[facts]") {
  CHECK(dates_of("It opens on 29 February.", {"en", "2025-01-08"}) == "");
  CHECK(dates_of("It opened on 29 February.", {"en", "2025-01-08"}) == "2024-02-29 event");
}

TEST_CASE("an Arabic \"and\" is glued to the day behind it", "[facts]") {
  CHECK(dates_of("عقد المنتدى يومي 5 و6 يونيو 2026.", {"ar", ""}) == "2026-06-05/2026-06-06 event");
}

TEST_CASE("without a date of publication nothing is resolved", "[facts]") {
  CHECK(dates_of("The council voted today, on Monday and on 3 May.", {"en", ""}) == "");
  CHECK(dates_of("The council voted on 3 May 2024.", {"en", ""}) == "2024-05-03");
}

TEST_CASE("the date line gives the date of publication its role", "[facts]") {
  const auto facts =
      facts_of({{herald::BlockKind::date_line, "27 novembre 2025"}, {herald::BlockKind::paragraph, "It rained."}});
  REQUIRE(facts.dates.size() == 1);
  CHECK(facts.dates[0].role == herald::DateRole::published);
  CHECK(facts.figures.empty());
}

TEST_CASE("a numeric date is read in the order of the release, and doubted where nothing tells it", "[facts]") {
  CHECK(dates_of("It rained on 11/03/2024. It snowed on 11/27/2024.") == "2024-11-03; 2024-11-27");
  CHECK(dates_of("It rained on 11/03/2024. It snowed on November 27, 2024.") == "2024-11-03; 2024-11-27");
  CHECK(dates_of("It rained on 11/03/2024. It snowed on 27 November 2024.") == "2024-03-11; 2024-11-27");
  CHECK(dates_of("It rained on 11/03/2024. It snowed on 27/11/2024.") == "2024-03-11; 2024-11-27");
  CHECK(dates_of("افتتح في ١١/٠٣/٢٠٢٤ وأغلق في ٢٧/١١/٢٠٢٤.", {"ar", ""}) == "2024-03-11; 2024-11-27");
  const auto doubted = facts_of("It rained on 11/03/2024.");
  REQUIRE(doubted.dates.size() == 1);
  CHECK(doubted.dates[0].provenance.confidence < 0.6);
  const auto sure = facts_of("It rained on 13/03/2024.");
  REQUIRE(sure.dates.size() == 1);
  CHECK(sure.dates[0].provenance.confidence > 0.9);

  herald::Document document =
      document_of({{herald::BlockKind::paragraph, "BOSTON, United States – It rained on 11/03/2024."}});
  document.metadata.dateline = herald::Dateline{};
  document.metadata.dateline->place = "Boston";
  document.metadata.dateline->span = {0, 21};
  herald::facts::extract(document, packs());
  REQUIRE(document.facts.dates.size() == 1);
  CHECK(document.facts.dates[0].start == "2024-11-03");
}

TEST_CASE("where nothing tells the order of a numeric date, it is doubted", "[facts]") {
  const auto first = [](const char* text) { return facts_of(text).dates.at(0); };
  CHECK(herald::is_doubted(first("It ran on 03/04/2025.").provenance));
  CHECK(herald::is_doubted(first("It ran from 03/04/2025 to 05/06/2025. It ended on 07/08/2025.").provenance));
  CHECK_FALSE(herald::is_doubted(first("It ran on 03/04/2025. It ended on 27/08/2025.").provenance));
  const auto american = first("It ran on 03/04/2025. It ended on Friday, August 15, 2025.");
  CHECK(american.start == "2025-03-04");
  CHECK_FALSE(herald::is_doubted(american.provenance));
  CHECK(herald::is_doubted(first("It ran on 03/04/2025. It ended on 27/08/2025 or 08/27/2025.").provenance));
}
