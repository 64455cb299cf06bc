// The calendar is std::chrono's; only the two ends of Excel's range are decided here.
#include "formats/xlsx/date.hpp"

#include <charconv>
#include <chrono>

namespace herald::xlsx {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr sys_days day_zero = year{1899} / month{12} / day{30};
constexpr sys_days first_reliable_day = year{1900} / month{3} / day{1};

std::optional<unsigned> digits(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::optional<double> serial_day(std::string_view iso_date) {
  if (iso_date.size() != 10 || iso_date[4] != '-' || iso_date[7] != '-') return std::nullopt;
  const auto years = digits(iso_date.substr(0, 4));
  const auto months = digits(iso_date.substr(5, 2));
  const auto days = digits(iso_date.substr(8, 2));
  if (!years || !months || !days) return std::nullopt;
  const year_month_day date{year{static_cast<int>(*years)}, month{*months}, day{*days}};
  if (!date.ok() || sys_days{date} < first_reliable_day) return std::nullopt;
  return static_cast<double>((sys_days{date} - day_zero).count());
}

}  // namespace herald::xlsx
