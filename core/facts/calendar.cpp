// Civil calendar arithmetic on integers; no time zone, no clock.
#include "core/facts/calendar.hpp"

#include <cstdlib>

namespace herald::facts {

long day_number(const DateParts& date) noexcept {
  const long year = date.year - (date.month <= 2 ? 1 : 0);
  const long era = (year >= 0 ? year : year - 399) / 400;
  const long year_of_era = year - era * 400;
  const long day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  const long day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

DateParts date_of_day(long day) noexcept {
  const long shifted = day + 719468;
  const long era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const long day_of_era = shifted - era * 146097;
  const long year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const long month_part = (5 * day_of_year + 2) / 153;
  const auto month = static_cast<int>(month_part + (month_part < 10 ? 3 : -9));
  return {static_cast<int>(year_of_era + era * 400 + (month <= 2 ? 1 : 0)), month,
          static_cast<int>(day_of_year - (153 * month_part + 2) / 5 + 1)};
}

int weekday_of_day(long day) noexcept {
  // 1970-01-01 was a Thursday.
  return static_cast<int>(((day + 3) % 7 + 7) % 7) + 1;
}

std::optional<DateParts> parse_iso_date(std::string_view text) noexcept {
  DateParts parts;
  int* const fields[] = {&parts.year, &parts.month, &parts.day};
  const std::size_t widths[] = {4, 2, 2};
  std::size_t at = 0;
  for (std::size_t field = 0; field < 3 && at < text.size(); ++field) {
    if (field > 0 && text[at++] != '-') return field == 2 || text[at - 1] == 'T' ? std::optional(parts) : std::nullopt;
    for (std::size_t k = 0; k < widths[field]; ++k, ++at) {
      if (at >= text.size() || text[at] < '0' || text[at] > '9') return std::nullopt;
      *fields[field] = *fields[field] * 10 + (text[at] - '0');
    }
  }
  if (parts.year == 0 || !language::is_calendar_date(parts)) return std::nullopt;
  return parts;
}

DateParts with_nearest_year(DateParts date, const DateParts& reference, Tense tense) noexcept {
  if (date.day == 0) {
    // A writer who means a month as far back as nine adds its year, and seldom "next" to one so near ahead.
    constexpr int near_ahead = 3;
    date.year = reference.year;
    const int ahead = (date.month - reference.month + 12) % 12;
    const bool to_come = tense == Tense::future || (tense == Tense::unknown && ahead <= near_ahead);
    if (to_come && date.month < reference.month) ++date.year;
    if (!to_come && date.month > reference.month) --date.year;
    return date;
  }
  const long today = day_number(reference);
  long best = 0;
  int year = 0;
  for (int candidate = reference.year - 1; candidate <= reference.year + 1; ++candidate) {
    date.year = candidate;
    if (!language::is_calendar_date(date)) continue;
    const long distance = day_number(date) - today;
    if ((tense == Tense::future && distance < 0) || (tense == Tense::past && distance > 0)) continue;
    if (year == 0 || std::labs(distance) < std::labs(best)) {
      best = distance;
      year = candidate;
    }
  }
  // 29 February may be two years away: then nothing but the tense says which one is meant.
  constexpr long half_a_year = 184;
  if (tense == Tense::unknown && std::labs(best) > half_a_year) {
    date.year = 0;
    return date;
  }
  date.year = year == 0 ? reference.year : year;
  if (!language::is_calendar_date(date)) date.year = 0;
  return date;
}

}  // namespace herald::facts
