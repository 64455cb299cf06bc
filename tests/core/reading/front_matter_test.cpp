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
      {"the issuer and its country above the status",
       "HARBOUR AUTHORITY OF VALLETTA\nRepublic of the Islands\n\nPRESS RELEASE\n\nHarbour city agrees on piers\n\n"
       "VALLETTA, 3 May 2025 – The Harbour Authority of Valletta met today. ",
       {"noise: HARBOUR AUTHORITY OF VALLETTA", "noise: Republic of the Islands", "status: PRESS RELEASE",
        "title: Harbour city agrees on piers"},
       "Harbour city agrees on piers",
       "",
       "2025-05-03",
       "PRESS RELEASE"},
      {"the issuer and a reference below the status",
       "NEWS RELEASE\n\nValletta Port Police\n\nCase No. 25-104477\n\nTwo boats stopped off the harbour\n\n",
       {"status: NEWS RELEASE", "noise: Valletta Port Police", "noise: Case No. 25-104477",
        "title: Two boats stopped off the harbour"},
       "Two boats stopped off the harbour",
       "",
       "",
       "NEWS RELEASE"},
      {"an organisation in a title is no letterhead",
       "Port police stop two boats off the harbour\n\nThe boats carried tobacco worth two million\n\nVALLETTA, Malta "
       "– ",
       {"title: Port police stop two boats off the harbour", "standfirst: The boats carried tobacco worth two million"},
       "Port police stop two boats off the harbour",
       "The boats carried tobacco worth two million",
       "",
       ""},
      {"the kind of text beside whose it is",
       "Island Commission - Press release\n\nHarbour city agrees on piers\n\nValletta, 3 May 2025\n\n",
       {"status: Island Commission - Press release", "title: Harbour city agrees on piers",
        "date: Valletta, 3 May 2025"},
       "Harbour city agrees on piers",
       "",
       "2025-05-03",
       "Island Commission - Press release"},
      {"a status in bold type of mail programs",
       "**MEDIA RELEASE**\n\nHarbour city agrees on piers\n\n",
       {"status: **MEDIA RELEASE**", "title: Harbour city agrees on piers"},
       "Harbour city agrees on piers",
       "",
       "",
       "MEDIA RELEASE"},
      {"whom to call, above the title",
       "FOR IMMEDIATE RELEASE\n\nContact: Ana Vella, +356 2122 0000, press@example.org\nHarbour city agrees on "
       "piers\n\n",
       {"status: FOR IMMEDIATE RELEASE", "contact: Contact: Ana Vella, +356 2122 0000, press@example.org",
        "title: Harbour city agrees on piers"},
       "Harbour city agrees on piers",
       "",
       "",
       "FOR IMMEDIATE RELEASE"},
      {"a title that begins like a contact",
       "Phone scams: police warn pensioners\n\n3 May 2025\n\n",
       {"title: Phone scams: police warn pensioners", "date: 3 May 2025"},
       "Phone scams: police warn pensioners",
       "",
       "2025-05-03",
       ""},
      {"a site's row of date, kind and topic",
       "Harbour city agrees on piers\n\n3 May 2025 | Press release | Transport\n\n",
       {"title: Harbour city agrees on piers", "date: 3 May 2025 | Press release | Transport"},
       "Harbour city agrees on piers",
       "",
       "2025-05-03",
       ""},
      {"a date with a time and its zone",
       "Harbour city agrees on piers\n\nMay 3, 2025 09:00 AM Eastern Daylight Time\n\n",
       {"title: Harbour city agrees on piers", "date: May 3, 2025 09:00 AM Eastern Daylight Time"},
       "Harbour city agrees on piers",
       "",
       "2025-05-03",
       ""},
      {"issuers with a label above a labelled date",
       "Harbour city agrees on piers\n\nFrom: Department for Ports and The Rt Hon Ana Vella MP\nPublished: 3 May "
       "2025\n\n",
       {"title: Harbour city agrees on piers", "noise: From: Department for Ports and The Rt Hon Ana Vella MP",
        "date: Published: 3 May 2025"},
       "Harbour city agrees on piers",
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

TEST_CASE("of a page's lines the one that stands there twice is the title", "[reading][front-matter]") {
  const herald::Document document = read(
      "Close the menu\nCountry pages\n\nThe harbour city agrees on piers\n\nPress releases\n\n"
      "The harbour city agrees on piers\n\n3 May 2025\n\nThe council agreed today on a plan for two new piers in the "
      "harbour, which will be built by the end of the decade.\n");
  CHECK(document.metadata.title == "The harbour city agrees on piers");
  CHECK(document.metadata.published == "2025-05-03");
}

TEST_CASE("the hour behind a day, or a length, makes no telephone number of its line", "[reading][front-matter]") {
  const std::string text = "\n\nThe council agreed today on a plan for two new piers in the harbour of the old town.\n";
  CHECK(read("Harbour city agrees on piers\n\n14/11/2026 - 16h20" + text).metadata.published == "2026-11-14");
  CHECK(read("Harbour city agrees on piers\n\n7 April 2014 - 530 words" + text).metadata.published == "2014-04-07");
}

TEST_CASE("a line of a label and a name is no standfirst", "[reading][front-matter]") {
  const std::string text =
      "\n\n3 May 2025\n\nThe council agreed today on a plan for two new piers in the old harbour.\n";
  CHECK(read("Harbour city agrees on piers\n\nPhotos: Harbourpress" + text).metadata.standfirst.empty());
  CHECK(read("Harbour city agrees on piers\n\nText: Ana Lima. Photos: Rui Costa" + text).metadata.standfirst.empty());
}

TEST_CASE("a ministry above a Spanish title is its issuer", "[reading][front-matter]") {
  const herald::Document document = read(
      "COMUNICADO DE PRENSA\nMinisterio de Puertos de las Islas\n\nEl Gobierno construirá dos muelles\n\n"
      "Villamar, 3 de mayo de 2025.– El Ministerio ha presentado hoy un plan para construir dos muelles en la ciudad "
      "antes del final de la década.\n");
  CHECK(document.metadata.title == "El Gobierno construirá dos muelles");
  CHECK(document.metadata.published == "2025-05-03");
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
