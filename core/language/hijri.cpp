// The table of months is ICU's: which have 29 days and which 30 follows from sightings, not from a rule.
#include "core/language/hijri.hpp"

#include <memory>

#include <unicode/calendar.h>
#include <unicode/timezone.h>

namespace herald::language {
namespace {

std::unique_ptr<icu::Calendar> calendar_of(const char* locale) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(icu::TimeZone::getGMT()->clone(), icu::Locale(locale), status));
  if (U_FAILURE(status)) return nullptr;
  calendar->setLenient(0);
  return calendar;
}

}  // namespace

std::optional<DateParts> from_hijri(const DateParts& day) {
  if (day.year < first_hijri_year || day.year > last_hijri_year || day.month < 1 || day.month > 12 || day.day < 1)
    return std::nullopt;
  const std::unique_ptr<icu::Calendar> islamic = calendar_of("ar@calendar=islamic-umalqura");
  const std::unique_ptr<icu::Calendar> civil = calendar_of("en@calendar=gregorian");
  if (islamic == nullptr || civil == nullptr) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  constexpr int noon = 12;
  islamic->clear();
  islamic->set(day.year, day.month - 1, day.day, noon, 0);
  civil->setTime(islamic->getTime(status), status);
  const DateParts found{civil->get(UCAL_YEAR, status), civil->get(UCAL_MONTH, status) + 1,
                        civil->get(UCAL_DATE, status)};
  if (U_FAILURE(status)) return std::nullopt;
  return found;
}

}  // namespace herald::language
