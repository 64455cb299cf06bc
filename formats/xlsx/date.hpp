// Days as Excel counts them.
#pragma once

#include <optional>
#include <string_view>

namespace herald::xlsx {

/// The serial number of an ISO 8601 day ("2025-11-27" is 45988), nothing for what is not a real day
/// or not between 1900-03-01 and 9999-12-31. Excel counts a 29 February 1900 that never was
/// (ECMA-376 part 1, 18.17.4.1), so that the two months before it name another day in each program.
std::optional<double> serial_day(std::string_view iso_date);

}  // namespace herald::xlsx
