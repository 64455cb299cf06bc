#include "tests/core/reading/reading_support.hpp"
#include "tests/support/catch.hpp"

using herald::test::outline;
using herald::test::read;

namespace {

constexpr const char* body =
    "The council of the harbour city agreed today on a plan to build two new piers before the end of the decade.\n";

using Lines = std::vector<std::string>;

Lines without_body(const herald::Document& document) {
  Lines lines = outline(document);
  lines.pop_back();
  return lines;
}

struct Case {
  std::string name;
  std::string head;  // followed by the body
  Lines expected;
  std::string title;
  std::string standfirst;
  std::string published;
  std::string status;
};

}  // namespace

TEST_CASE("a paragraph of one short sentence has its dateline too", "[reading][front-matter]") {
  const herald::Document document =
      read("Fund pays for boats\n\nPARIS, France, 3 June 2026 – The fund pays for twelve new boats.\n");
  REQUIRE(document.metadata.dateline);
  CHECK(document.metadata.dateline->place == "Paris");
  CHECK(document.metadata.published == "2026-06-03");
}

TEST_CASE("title, standfirst, date and status are told apart", "[reading][front-matter]") {
  const std::vector<Case> cases = {
      {"title, date in another language, standfirst, dateline",
       "Harbour city agrees on piers\n\n27 novembre 2025\n\nTwo piers are to rise before the end of the "
       "decade\n\nVALLETTA, Malta – ",
       {"title: Harbour city agrees on piers", "date: 27 novembre 2025",
        "standfirst: Two piers are to rise before the end of the decade"},
       "Harbour city agrees on piers",
       "Two piers are to rise before the end of the decade",
       "2025-11-27",
       ""},
      {"header lines",
       "Title: Harbour city agrees on piers\nDate: March 3, 2025\nPR Tag: Press Release\n\nContent:\n",
       {"noise: Title:", "title: Harbour city agrees on piers", "noise: Date:", "date: March 3, 2025",
        "noise: PR Tag: Press Release", "noise: Content:"},
       "Harbour city agrees on piers",
       "",
       "2025-03-03",
       ""},
      {"letterhead above the status, title below the date",
       "Ministry of Ports\nFOR IMMEDIATE RELEASE\nTuesday, March 4, 2025\n\nMinister opens the second pier of the "
       "harbour city\n\n",
       {"noise: Ministry of Ports", "status: FOR IMMEDIATE RELEASE", "date: Tuesday, March 4, 2025",
        "title: Minister opens the second pier of the harbour city"},
       "Minister opens the second pier of the harbour city",
       "",
       "2025-03-04",
       "FOR IMMEDIATE RELEASE"},
      {"a title of several lines in capitals, repeated",
       "HARBOUR CITY AGREES ON PIERS\nAND A NEW TERMINAL\n\nHarbour city agrees on piers and a new terminal\n\n",
       {"title: HARBOUR CITY AGREES ON PIERS AND A NEW TERMINAL",
        "noise: Harbour city agrees on piers and a new terminal"},
       "HARBOUR CITY AGREES ON PIERS AND A NEW TERMINAL",
       "",
       "",
       ""},
      {"a label before the title",
       "Press Release: Harbour city agrees on piers\n\n3 May 2025\n\n",
       {"status: Press Release:", "title: Harbour city agrees on piers", "date: 3 May 2025"},
       "Harbour city agrees on piers",
       "",
       "2025-05-03",
       "Press Release"},
      {"an embargo",
       "Embargoed until 18:00 GMT, 5 May 2025\n\nHarbour city agrees on piers\n\n",
       {"status: Embargoed until 18:00 GMT, 5 May 2025", "title: Harbour city agrees on piers"},
       "Harbour city agrees on piers",
       "",
       "2025-05-05",
       "Embargoed until 18:00 GMT, 5 May 2025"},
      {"a sentence between title and date",
       "Harbour city agrees on piers\n\nTwo new piers will be built, and the old one will become a "
       "garden.\n\nPublished 3 May 2025\n\n",
       {"title: Harbour city agrees on piers",
        "standfirst: Two new piers will be built, and the old one will become a garden.", "date: Published 3 May 2025"},
       "Harbour city agrees on piers",
       "Two new piers will be built, and the old one will become a garden.",
       "2025-05-03",
       ""},
      {"a line of place and date",
       "Harbour city agrees on piers\n\nValletta, 3 May 2025\n\n",
       {"title: Harbour city agrees on piers", "date: Valletta, 3 May 2025"},
       "Harbour city agrees on piers",
       "",
       "2025-05-03",
       ""},
      {"date and title on one line",
       "May 3, 2025 Council of the Harbour City Agrees on Piers\n\n",
       {"date: May 3, 2025", "title: Council of the Harbour City Agrees on Piers"},
       "Council of the Harbour City Agrees on Piers",
       "",
       "2025-05-03",
       ""},
      {"no title at all", "", {}, "", "", "", ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    const herald::Document document = read(one.head + body);
    CHECK(without_body(document) == one.expected);
    CHECK(document.metadata.title == one.title);
    CHECK(document.metadata.standfirst == one.standfirst);
    CHECK(document.metadata.published == one.published);
    CHECK(document.metadata.status == one.status);
  }
}

TEST_CASE("a release of nothing but a title has a title", "[reading][front-matter]") {
  const herald::Document document = read("Harbour city agrees on piers\n");
  CHECK(document.metadata.title == "Harbour city agrees on piers");
  CHECK(outline(document) == Lines{"title: Harbour city agrees on piers"});
}

TEST_CASE("the front matter of a French and an Arabic release is read", "[reading][front-matter]") {
  const herald::Document french = read(
      "COMMUNIQUÉ DE PRESSE\n\nLe port adopte un plan pour dix ans\n\nDeux quais seront construits avant la fin de la "
      "décennie\n\n"
      "Marseille, le 3 mai 2025 – Le conseil du port a adopté ce jour un plan de dix ans pour la construction de deux "
      "quais.\n");
  CHECK(french.metadata.language == "fr");
  CHECK(french.metadata.title == "Le port adopte un plan pour dix ans");
  CHECK(french.metadata.standfirst == "Deux quais seront construits avant la fin de la décennie");
  CHECK(french.metadata.published == "2025-05-03");
  REQUIRE(french.metadata.dateline);
  CHECK(french.metadata.dateline->place == "Marseille");

  const herald::Document arabic = read(
      "المجلس يوافق على خطة جديدة لتطوير الموانئ\n\n3 مايو 2025\n\n"
      "الرباط، المغرب – وافق المجلس اليوم على خطة جديدة لتطوير الموانئ في البلاد خلال السنوات العشر القادمة.\n");
  CHECK(arabic.metadata.language == "ar");
  CHECK(arabic.metadata.title == "المجلس يوافق على خطة جديدة لتطوير الموانئ");
  CHECK(arabic.metadata.published == "2025-05-03");
  REQUIRE(arabic.metadata.dateline);
  CHECK(arabic.metadata.dateline->country == "المغرب");
}
