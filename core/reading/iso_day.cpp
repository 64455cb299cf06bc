#include "core/reading/iso_day.hpp"

#include <cstdlib>

#include "core/language/dates.hpp"
#include "core/language/text.hpp"

namespace herald::reading {

std::string iso_day(std::string_view value) {
  const std::string day(language::trim(value).substr(0, 10));
  if (day.size() != 10 || day[4] != '-' || day[7] != '-') return {};
  for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9}) {
    if (day[i] < '0' || day[i] > '9') return {};
  }
  const language::DateParts parts{std::atoi(day.c_str()), std::atoi(day.c_str() + 5), std::atoi(day.c_str() + 8)};
  const bool given = parts.year != 0 && parts.month != 0 && parts.day != 0;
  return given && language::is_calendar_date(parts) ? day : std::string();
}

std::string iso_minute(std::string_view value) {
  const std::string day = iso_day(value);
  const std::string_view rest = language::trim(value);
  if (day.empty() || rest.size() < 16 || (rest[10] != 'T' && rest[10] != ' ') || rest[13] != ':') return day;
  const std::string_view hour = rest.substr(11, 2);
  const std::string_view minute = rest.substr(14, 2);
  const auto is_number = [](std::string_view digits) {
    return digits.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (!is_number(hour) || !is_number(minute) || hour > "23" || minute > "59") return day;
  return day + "T" + std::string(hour) + ":" + std::string(minute);
}

}  // namespace herald::reading
