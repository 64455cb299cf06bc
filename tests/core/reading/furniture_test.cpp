// What a page and a printer set around a text: noise, where a line is nothing else.
#include "tests/core/reading/reading_support.hpp"
#include "tests/support/catch.hpp"

using herald::BlockKind;
using herald::test::outline;
using herald::test::read;
using herald::test::texts_of;

namespace {

const std::string lead =
    "The harbour board opened the new east pier on Tuesday morning and thanked the crews that had built it in the "
    "storms of last winter.\n\n";

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("buttons, reading times and links to other texts are noise", "[reading]") {
  const herald::Document document = read(
      "Board opens east pier\nBy Ana Lima and Rui Costa\n4 hours ago 2 min read\n\nShare.\n\nFacebook Twitter "
      "WhatsApp\n\n" +
      lead + "Also read: Ferry company buys two boats\n\n" + lead + "Comments are closed.\n");
  CHECK(document.metadata.title == "Board opens east pier");
  CHECK(document.metadata.standfirst.empty());
  CHECK(texts_of(document, BlockKind::noise) ==
        Lines{"By Ana Lima and Rui Costa", "4 hours ago 2 min read", "Share.", "Facebook Twitter WhatsApp",
              "Also read: Ferry company buys two boats", "Comments are closed."});
  CHECK(texts_of(document, BlockKind::paragraph).size() == 2);
}

TEST_CASE("what only begins like furniture stays", "[reading]") {
  const herald::Document document = read("Board opens east pier\n\n" + lead +
                                         "Share of boats with engines\n\nTwo in three boats now have an engine, the "
                                         "board said in its report on the year.\n\nNews from the 2026 "
                                         "regatta\n\n" +
                                         lead);
  CHECK(texts_of(document, BlockKind::noise).empty());
  CHECK(texts_of(document, BlockKind::heading) == Lines{"Share of boats with engines", "News from the 2026 regatta"});
}

TEST_CASE("the way to a page is noise, and the title below it is the title", "[reading]") {
  const herald::Document document =
      read("Home » News » Board opens east pier\n\nBoard opens east pier\n\nLNA\n\n" + lead);
  CHECK(document.metadata.title == "Board opens east pier");
  CHECK(document.metadata.standfirst.empty());
  CHECK(texts_of(document, BlockKind::noise) == Lines{"Home » News » Board opens east pier", "LNA"});
}

TEST_CASE("feet of pages and the heads that run with them are noise", "[reading]") {
  const std::string head = "Harbour Board, yearly letter\n\n";
  const herald::Document document = read("Board opens east pier\n\n" + head + lead + "Page 1 of 3\n\n" + head + lead +
                                         "Page 2 of 3\n\n" + head + lead + "Page 3 of 3\n");
  CHECK(texts_of(document, BlockKind::noise) == Lines{"Page 1 of 3", "Harbour Board, yearly letter", "Page 2 of 3",
                                                      "Harbour Board, yearly letter", "Page 3 of 3"});
  const herald::Document slashes = read("Board opens east pier\n\n" + lead + "1/2\n\n" + lead + "2/2\n");
  CHECK(texts_of(slashes, BlockKind::noise) == Lines{"1/2", "2/2"});
}

TEST_CASE("a fraction or a day alone on a line is no foot of a page", "[reading]") {
  const herald::Document document = read("Board opens east pier\n\n" + lead + "9/11\n\n" + lead);
  CHECK(texts_of(document, BlockKind::noise).empty());
}

TEST_CASE("an end mark may have its day, and a date its bullet", "[reading]") {
  const herald::Document document =
      read("Board opens east pier\n\n  • 18th February 2026\n\n" + lead + "[ENDS 18/02/2026]\n");
  CHECK(document.metadata.published == "2026-02-18");
  CHECK(texts_of(document, BlockKind::date_line) == Lines{"18th February 2026"});
  CHECK(texts_of(document, BlockKind::end_mark) == Lines{"[ENDS 18/02/2026]"});
}

TEST_CASE("a row of date and kind of text is neither a telephone number nor a status", "[reading]") {
  const herald::Document document = read("17/11/2026 | Press release\n\nBoard opens east pier\n\n" + lead);
  CHECK(document.metadata.published == "2026-11-17");
  CHECK(texts_of(document, BlockKind::contact).empty());
  CHECK(document.metadata.title == "Board opens east pier");
}

TEST_CASE("places between slashes are the dateline's", "[reading]") {
  const herald::Document document = read("Board opens east pier\n\nPorto/Braga/Faro, 17 November 2026 — " + lead);
  REQUIRE(document.metadata.dateline);
  CHECK(document.metadata.dateline->place == "Porto/Braga/Faro");
  CHECK(document.metadata.dateline->agency.empty());
}

TEST_CASE("a ministry of several fields above the title is the issuer", "[reading]") {
  const herald::Document document = read("Ministry of Ports and Family Boats\n\nNew rules for small piers\n\n" + lead);
  CHECK(document.metadata.title == "New rules for small piers");
  CHECK(read("Ministry of Ports Opens New Pier\n\n" + lead).metadata.title == "Ministry of Ports Opens New Pier");
}

TEST_CASE("the line that stands twice above the lead is the title", "[reading]") {
  const herald::Document document = read(
      "Wide horizons Human tales\n\nBoard opens the new east pier\n\nBoard opens "
      "the new east pier\n\n" +
      lead);
  CHECK(document.metadata.title == "Board opens the new east pier");
  CHECK(document.metadata.standfirst.empty());
}

TEST_CASE("a date that names itself goes before one that does not", "[reading]") {
  const herald::Document document =
      read("Sun | May 12, 2026\n\nBoard opens east pier\n\nPublished: Thursday | April 30, 2026 | 11:24 AM\n\n" + lead);
  CHECK(document.metadata.published == "2026-04-30");
}

TEST_CASE("contacts below a long title are contacts", "[reading]") {
  const std::string title =
      "Harbour crews go on with their search for those who may be left of the boat that sank off the east pier in the "
      "night\n\n";
  const herald::Document document =
      read(title +
           "News Release\n\nContact: Harbour Press Office\nOffice: 787-555-0181\nAfter Hours: "
           "787-555-0123\n\n" +
           title + lead);
  CHECK(document.metadata.title == title.substr(0, title.size() - 2));
  CHECK(texts_of(document, BlockKind::contact).size() == 3);
}

TEST_CASE("an agency's letters behind the places of a dateline are the agency", "[reading]") {
  const herald::Document document = read("Board opens east pier\n\nPORTO, Portugal, LNA – " + lead);
  REQUIRE(document.metadata.dateline);
  CHECK(document.metadata.dateline->place == "Porto");
  CHECK(document.metadata.dateline->country == "Portugal");
  CHECK(document.metadata.dateline->agency == "LNA");
}

TEST_CASE("what a site says beside its date is no place", "[reading]") {
  const herald::Document document = read("Board opens east pier\n\nPublished on 17 Jun 2026 View Original\n\n" + lead);
  CHECK(document.metadata.published == "2026-06-17");
  CHECK(!document.metadata.dateline);
}

TEST_CASE("a text without a title may begin with its dateline", "[reading]") {
  const herald::Document document =
      read("PORTO, Portugal – The board is on guard after a storm in the bay.\n" + lead + lead);
  CHECK(document.metadata.title.empty());
  REQUIRE(document.metadata.dateline);
  CHECK(document.metadata.dateline->place == "Porto");
}
