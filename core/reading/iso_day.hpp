// The day of an ISO 8601 time, as the metadata of pages, office documents and news items has it.
#pragma once

#include <string>
#include <string_view>

namespace herald::reading {

/// "2026-06-03T10:00:00Z" -> "2026-06-03"; "" for what does not begin with a day of the calendar.
std::string iso_day(std::string_view value);

/// The same with the time of day, where it has one: "2026-06-03T10:00:00Z" -> "2026-06-03T10:00"; zones are left out.
std::string iso_minute(std::string_view value);

}  // namespace herald::reading
