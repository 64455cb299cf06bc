// Reckoning with days: what "Monday" or a day without a year means beside a date of publication.
#pragma once

#include <optional>
#include <string_view>

#include "core/language/dates.hpp"

namespace herald::facts {

using language::DateParts;

/// Days since 1970-01-01 of a whole date, by the Gregorian calendar (H. Hinnant, "chrono-Compatible
/// Low-Level Date Algorithms").
long day_number(const DateParts& date) noexcept;
DateParts date_of_day(long day) noexcept;

/// 1 for Monday to 7.
int weekday_of_day(long day) noexcept;

/// Reads "2025-11-27", "2025-11" or "2025"; nothing for anything else.
std::optional<DateParts> parse_iso_date(std::string_view text) noexcept;

enum class Tense { unknown, past, future };

/// The date with the year that is meant, seen from `reference` (a whole date). For a month without a
/// day the present month counts as both past and future; where the tense is not known it is taken to be
/// past, but for the next three months. The year stays 0 where no year near has the day (29 February).
DateParts with_nearest_year(DateParts date, const DateParts& reference, Tense tense) noexcept;

}  // namespace herald::facts
