#include "core/language/dates.hpp"
#include "tests/support/catch.hpp"

using namespace herald::language;

namespace {

const Packs& packs() {
  static const Packs loaded = std::move(load_packs(HERALD_LANGUAGES)).value_or_throw();
  return loaded;
}

std::string show(const DateParts& parts) {
  return std::to_string(parts.year) + "-" + std::to_string(parts.month) + "-" + std::to_string(parts.day);
}

std::string found(std::string_view text, std::string_view language = "en") {
  std::string all;
  for (const DateMatch& date : find_dates(text, packs(), language)) {
    if (!all.empty()) all += " ";
    all += show(date.first);
    if (date.last) all += "/" + show(*date.last);
  }
  return all;
}

}  // namespace

TEST_CASE("a day with a stop is read in its language, and before a month of it", "[language]") {
  const auto first = [](const char* text, const char* language) {
    const std::vector<DateMatch> dates = find_dates(text, packs(), language);
    return dates.empty() ? std::string() : iso_date(dates.front().first);
  };
  CHECK(first("am 3. Mai 2026", "de") == "2026-05-03");
  CHECK(first("vom 3. bis 5. Mai 2026", "de") == "2026-05-03");
  CHECK(first("posted 3. Mai 2026", "en") == "2026-05-03");
  CHECK(first("posted 3. May 2026", "en") == "2026-05");
  CHECK(first("in April 2026 1.5 million", "en") == "2026-04");
}

TEST_CASE("dates are read as they are written", "[language]") {
  struct Case {
    const char* language;
    const char* text;
    const char* dates;
  };
  const Case cases[] = {
      {"en", "on 27 November 2025 in town", "2025-11-27"},
      {"en", "on November 27, 2025.", "2025-11-27"},
      {"en", "Thursday, Nov. 27, 2025", "2025-11-27"},
      {"en", "the 3rd of May 2024", "2024-5-3"},
      {"en", "published 2025-11-27", "2025-11-27"},
      {"en", "on 27/11/2025 and 11/28/2025", "2025-11-27 2025-11-28"},
      {"en-US", "on 03/04/2025", "2025-3-4"},
      {"en", "on 03/04/2025", "2025-4-3"},
      {"en", "27.11.2025", "2025-11-27"},
      {"en", "(24 – 27 November)", "0-11-24/0-11-27"},
      {"en", "from 24 to 27 November 2025", "2025-11-24/2025-11-27"},
      {"en", "November 24-27, 2025", "2025-11-24/2025-11-27"},
      {"en", "30 Oct–2 Nov 2025", "2025-10-30/2025-11-2"},
      {"en", "October 30 – November 2, 2025", "2025-10-30/2025-11-2"},
      {"en", "the 2026-2030 framework", "2026-0-0/2030-0-0"},
      {"en", "launched in January to help", "0-1-0"},
      {"en", "it may rise; May I go? They march on", ""},
      {"en", "in May 2024", "2024-5-0"},
      {"en", "since 2019, by 2030", "2019-0-0 2030-0-0"},
      {"en", "2000 people, Resolution 2025", ""},
      {"en", "27 novembre 2025", "2025-11-27"},
      {"en", "on 31 February 2025", ""},
      {"en", "between 3 and 5 March 2026", "2026-3-3/2026-3-5"},
      {"en", "A31-2025-77 and 1-2-3", ""},
      {"fr", "du 24 au 27 novembre 2025", "2025-11-24/2025-11-27"},
      {"fr", "le 1er mai 2025", "2025-5-1"},
      {"fr", "en mars, de 2020 à 2024", "0-3-0 2020-0-0/2024-0-0"},
      {"es", "el 27 de noviembre de 2025", "2025-11-27"},
      {"es", "del 24 al 27 de noviembre de 2025", "2025-11-24/2025-11-27"},
      {"ar", "27 نوفمبر 2025", "2025-11-27"},
      {"ar", "٢٧ تشرين الثاني/نوفمبر ٢٠٢٥", "2025-11-27"},
      {"ar", "12 غشت 2025", "2025-8-12"},
      {"ar", "12 غشت 2025م", "2025-8-12"},
      {"ar", "2025/8/12", "2025-8-12"},
      {"ar", "12 / 8 / 2025", "2025-8-12"},
      {"ar", "1446/9/9", "2025-3-9"},
      {"ar", "9 / 9 / 1446 هـ", "2025-3-9"},
      {"ar", "9 رمضان 1446", "2025-3-9"},
      {"ar", "31 صفر 1446", ""},
      {"ar", "9 رمضان", ""},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(found(c.text, c.language) == c.dates);
  }
}

TEST_CASE("a line that is nothing but a date is told from a sentence", "[language]") {
  for (const char* line : {"27 novembre 2025", "Date: November 27, 2025", "Thursday, 27 November 2025",
                           "Published 2025-11-27", "27 November 2025, 10:30 a.m. GMT", "(27 November 2025)",
                           "27 de noviembre de 2025", "2025-11-27T10:30:00Z", "November 27, 2025 – 6 p.m."}) {
    INFO(line);
    const auto date = whole_date(line, packs(), "en");
    REQUIRE(date);
    CHECK(show(date->first) == "2025-11-27");
  }
  for (const char* line :
       {"On 27 November 2025 the board met", "2025", "27 November 2025 was a good day", "", "Date:"}) {
    INFO(line);
    CHECK_FALSE(whole_date(line, packs(), "en"));
  }
  CHECK(show(whole_date("November 2025", packs(), "en")->first) == "2025-11-0");
}

TEST_CASE("dates without a year have no ISO form", "[language]") {
  CHECK(iso_date({2025, 11, 7}) == "2025-11-07");
  CHECK(iso_date({2025, 11, 0}) == "2025-11");
  CHECK(iso_date({2025, 0, 0}) == "2025");
  CHECK(iso_date({0, 11, 7}) == "");
}

TEST_CASE("the calendar knows which days there are", "[language]") {
  using herald::language::DateParts;
  using herald::language::is_calendar_date;
  for (const DateParts& parts :
       {DateParts{2024, 2, 29}, {2000, 2, 29}, {0, 2, 29}, {2023, 12, 31}, {2023, 0, 0}, {0, 4, 0}})
    CHECK(is_calendar_date(parts));
  for (const DateParts& parts :
       {DateParts{2023, 2, 29}, {1900, 2, 29}, {2023, 4, 31}, {0, 2, 30}, {2023, 13, 1}, {2023, 1, 32}, {2023, -1, 1}})
    CHECK_FALSE(is_calendar_date(parts));
}
