// Days of the Islamic calendar as days of the civil one. Whether a date is of that calendar is date_points.cpp's to
// tell.
#pragma once

#include <optional>

#include "core/language/dates.hpp"

namespace herald::language {

// Years of the Islamic calendar that releases speak of (1882 to 2077). No civil date in figures is that old.
constexpr int first_hijri_year = 1300;
constexpr int last_hijri_year = 1500;

/// The civil day of a day of the Umm al-Qura calendar, which offices count by; nothing where it has no such day.
std::optional<DateParts> from_hijri(const DateParts& day);

}  // namespace herald::language
