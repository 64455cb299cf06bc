// How dates and figures are put into words for a reader, the same in every output. The words come
// from the labels of the output's language (templates/labels), none stands here.
//
//     std::string text = herald::present_date("2025-11-24", "2025-11-27", labels);  // 24–27 November 2025
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "herald/api.hpp"
#include "herald/facts.hpp"

namespace herald {

using Labels = std::map<std::string, std::string, std::less<>>;

/// A date or range of any precision: "27 November 2025", "November 2025", "2026–2030". `end` may be
/// empty. What is not an ISO date is given back as it is.
HERALD_API std::string present_date(std::string_view start, std::string_view end, const Labels& labels);

/// The value with its currency or unit, without qualifier, grouped and scaled for reading:
/// "196", "12,500", "EUR 30 billion", "4.5%", "50–60", "5 years".
HERALD_API std::string present_value(const Figure& figure, const Labels& labels);

/// "more than", "about", …; "" for an exact figure.
HERALD_API std::string present_qualifier(Qualifier qualifier, const Labels& labels);

}  // namespace herald
