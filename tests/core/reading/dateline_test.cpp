#include "core/reading/dateline.hpp"

#include "core/reading/place_names.hpp"
#include "tests/core/reading/reading_support.hpp"
#include "tests/support/catch.hpp"

using herald::reading::MappedText;
using herald::reading::match_dateline;

namespace {

constexpr const char* lead = "The council agreed today on a plan for the harbour of the city.";

struct Case {
  std::string head;  // followed by the lead
  std::string text;
  std::string place;
  std::string country;
  std::string date;
  std::string agency;
  std::string language = "en";
};

std::optional<herald::reading::DatelineMatch> match(const std::string& text, const std::string& language = "en") {
  MappedText mapped;
  mapped.append_source(text, {0, static_cast<std::uint32_t>(text.size())});
  return match_dateline(mapped, herald::test::packs(), language);
}

}  // namespace

TEST_CASE("a dateline is read in every way of writing it", "[reading][dateline]") {
  const std::vector<Case> cases = {
      {"VALLETTA, Malta – ", "VALLETTA, Malta", "Valletta", "Malta", "", ""},
      {"VALLETTA – ", "VALLETTA", "Valletta", "", "", ""},
      {"VALLETTA -- ", "VALLETTA", "Valletta", "", "", ""},
      {"VALLETTA—", "VALLETTA", "Valletta", "", "", ""},
      {"Valletta, Malta - ", "Valletta, Malta", "Valletta", "Malta", "", ""},
      {"(Austin, Texas) –", "(Austin, Texas)", "Austin, Texas", "", "", ""},
      {"(HELENA)  ", "(HELENA)", "Helena", "", "", ""},
      {"WASHINGTON, D.C. –", "WASHINGTON, D.C.", "Washington, D.C.", "", "", ""},
      {"Washington, D.C.- ", "Washington, D.C.", "Washington, D.C.", "", "", ""},
      {"Washington, D.C. -", "Washington, D.C.", "Washington, D.C.", "", "", ""},
      {"WASHINGTON, DC—", "WASHINGTON, DC", "Washington, DC", "", "", ""},
      {"HAIFA, Israel, March 26, 2026 /PRNewswire/ -- ", "HAIFA, Israel, March 26, 2026 /PRNewswire/", "Haifa",
       "Israel", "2026-03-26", "PRNewswire"},
      {"PARIS (AFP) — ", "PARIS (AFP)", "Paris", "", "", "AFP"},
      {"GENEVA (3 March 2025) – ", "GENEVA (3 March 2025)", "Geneva", "", "2025-03-03", ""},
      {"Lyon (France), 5 May 2025 – ", "Lyon (France), 5 May 2025", "Lyon", "France", "2025-05-05", ""},
      {"PORT-AU-PRINCE, Haiti, 3 May 2025 – ", "PORT-AU-PRINCE, Haiti, 3 May 2025", "Port-au-Prince", "Haiti",
       "2025-05-03", ""},
      {"RIO DE JANEIRO, Brazil: ", "RIO DE JANEIRO, Brazil", "Rio de Janeiro", "Brazil", "", ""},
      {"NEW YORK – March 26, 2026 – ", "NEW YORK – March 26, 2026", "New York", "", "2026-03-26", ""},
      {"Nairobi, 3 May 2025. ", "Nairobi, 3 May 2025", "Nairobi", "", "2025-05-03", ""},
      {"Paris, le mardi 3 mai 2022 – ", "Paris, le mardi 3 mai 2022", "Paris", "", "2022-05-03", "", "fr"},
      {"BRUXELLES, le 03/05/2025. – ", "BRUXELLES, le 03/05/2025", "Bruxelles", "", "2025-05-03", "", "fr"},
      {"3-mayo-2025.- ", "3-mayo-2025", "", "", "2025-05-03", "", "es"},
      {"Madrid, 3 de mayo de 2025.- ", "Madrid, 3 de mayo de 2025", "Madrid", "", "2025-05-03", "", "es"},
      {"Lima, Perú, 3 de mayo de 2025 – ", "Lima, Perú, 3 de mayo de 2025", "Lima", "Perú", "2025-05-03", "", "es"},
      {"WASHINGTON  DC   ", "WASHINGTON DC", "Washington DC", "", "", ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.head);
    const auto found = match(one.head + lead, one.language);
    REQUIRE(found);
    MappedText mapped;
    const std::string whole = one.head + lead;
    mapped.append_source(whole, {0, static_cast<std::uint32_t>(whole.size())});
    CHECK(mapped.text().substr(0, found->text_end) == one.text);
    CHECK(found->place == one.place);
    CHECK(found->country == one.country);
    CHECK((found->date ? herald::language::iso_date(*found->date) : "") == one.date);
    CHECK(found->agency == one.agency);
  }
}

TEST_CASE("an Arabic dateline is read", "[reading][dateline]") {
  const auto found = match("الرباط، المغرب – أعلنت الوزارة اليوم عن خطة جديدة لتطوير الموانئ في البلاد.", "ar");
  REQUIRE(found);
  CHECK(found->place == "الرباط");
  CHECK(found->country == "المغرب");
}

TEST_CASE("datelines of Arabic agencies are read", "[reading][dateline]") {
  const std::string lead = "أعلنت الوزارة اليوم عن خطة جديدة لتطوير الموانئ في البلاد.";
  const auto agency = match("الدوحة في 15 آذار / قنا / " + lead, "ar");
  REQUIRE(agency);
  CHECK(agency->place == "الدوحة");
  CHECK(agency->agency == "قنا");
  REQUIRE(agency->date);
  CHECK(agency->date->day == 15);
  const auto places = match("جنيف / بيروت / مسقط، 3 أيار 2026 - " + lead, "ar");
  REQUIRE(places);
  CHECK(places->place == "جنيف, بيروت, مسقط");
  CHECK(places->agency.empty());
  CHECK(match("بيروت - " + lead, "ar"));
  const auto twice = match("الرياض 12 شعبان 1447 هـ الموافق 31 يناير 2026 م - " + lead, "ar");
  REQUIRE(twice);
  CHECK(twice->place == "الرياض");
  CHECK(twice->date->month == 1);
  // Words that are no known place may be the sentence's own.
  CHECK_FALSE(match("وذكر المكتب - في رسالة صدرت أمس - أن العمل في الميناء الجديد سيبدأ بعد شهر.", "ar"));
}

TEST_CASE("a line of a place and its agency is no title", "[reading][dateline]") {
  CHECK(herald::reading::is_agency_line("الدوحة (قنا)", herald::test::packs(), "ar"));
  CHECK(herald::reading::is_agency_line("بيروت - سامي رشدي:", herald::test::packs(), "ar"));
  CHECK_FALSE(herald::reading::is_agency_line("الميناء (القديم)", herald::test::packs(), "ar"));
  CHECK_FALSE(herald::reading::is_agency_line("Doha (Agency)", herald::test::packs(), "en"));
  CHECK_FALSE(
      herald::reading::is_agency_line("بيروت - افتتاح ميناء جديد للصيد في شمال المدينة", herald::test::packs(), "ar"));
}

TEST_CASE("the start of a sentence is no dateline", "[reading][dateline]") {
  const std::vector<std::string> sentences = {
      "The minister – a doctor by training – said that the hospital would open before the end of the year.",
      "Malta: the island of three harbours has opened its doors to the delegates of the conference.",
      "President – Jane Doe of Malta",
      "UPDATE: The council has moved its meeting to the afternoon because of the storm over the coast.",
      "Well-known guests came to the opening of the new museum on the coast, among them two ministers.",
      "In 2024, 35 harbours – More than ever before – reported their figures to the agency in time.",
      "Harbour fees will rise by 3 per cent. The council agreed on this after a debate of two hours.",
      "FOR IMMEDIATE RELEASE – The council agreed today on a plan for the harbour of the city.",
      "Pilots met on 24 – 27 November. The fair ran for a week in the old harbour of the town.",
      "Pilots met on 24 November. The fair ran for a week in the old harbour of the town.",
      "Valletta – the capital – has three harbours, and the council wants to build a fourth one soon.",
  };
  for (const std::string& sentence : sentences) {
    CAPTURE(sentence);
    CHECK_FALSE(match(sentence));
  }
}

TEST_CASE("places in capitals are put into title case", "[reading][dateline]") {
  using herald::reading::place_in_title_case;
  using herald::reading::PlacePart;
  CHECK(place_in_title_case("NEW YORK", PlacePart::city) == "New York");
  CHECK(place_in_title_case("AIX-EN-PROVENCE", PlacePart::city) == "Aix-en-Provence");
  CHECK(place_in_title_case("EL PASO", PlacePart::city) == "El Paso");
  CHECK(place_in_title_case("ST. LOUIS", PlacePart::city) == "St. Louis");
  CHECK(place_in_title_case("CÔTE D'IVOIRE", PlacePart::country) == "Côte d'Ivoire");
  CHECK(place_in_title_case("D.C.", PlacePart::region) == "D.C.");
  CHECK(place_in_title_case("USA", PlacePart::country) == "USA");
  CHECK(place_in_title_case("McAllen", PlacePart::city) == "McAllen");
  CHECK(place_in_title_case("القاهرة", PlacePart::city) == "القاهرة");
}

TEST_CASE("the dateline's parts go into the metadata, its dash into the span", "[reading][dateline]") {
  const auto document = herald::test::read(
      "Harbour plan agreed\n\n3 May 2025\n\nVALLETTA, Malta – The council agreed today on a plan for the harbour.\n");
  REQUIRE(document.metadata.dateline);
  const herald::Dateline& dateline = *document.metadata.dateline;
  CHECK(dateline.text == "VALLETTA, Malta");
  CHECK(document.source.slice(dateline.span) == "VALLETTA, Malta –");
  CHECK(dateline.block == 2);
  CHECK(dateline.date.empty());
}

TEST_CASE("a dateline alone on its line heads the paragraph below", "[reading][dateline]") {
  const auto document =
      herald::test::read("Harbour plan agreed\n\nVALLETTA —\n\nThe council agreed today on a plan for the harbour.\n");
  REQUIRE(document.metadata.dateline);
  CHECK(document.metadata.dateline->place == "Valletta");
  CHECK(herald::test::outline(document).back() ==
        "paragraph: VALLETTA — The council agreed today on a plan for the harbour.");
}

TEST_CASE("a dateline without a year takes that of the date line", "[reading][dateline]") {
  const auto document = herald::test::read(
      "Title: Harbour plan agreed\nDate: April 24, 2024\n\nContent:\nVALLETTA, April 24 – The council agreed today on "
      "a plan for the "
      "harbour.\n");
  REQUIRE(document.metadata.dateline);
  CHECK(document.metadata.dateline->date == "2024-04-24");
  CHECK(document.metadata.dateline->place == "Valletta");
}
