// The names that Excel accepts for sheets and tables. libxlsxwriter 1.1.4 takes some that Excel then
// "repairs" away (empty ones, 31 emoji, two tables of one name), so the rules stand here in full.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace herald::xlsx {

/// Of a sheet's name, in UTF-16 units.
inline constexpr std::size_t maximum_sheet_name_units = 31;

/// Why Excel would refuse the name, "" where it would not.
std::string sheet_name_problem(std::string_view name);
std::string table_name_problem(std::string_view name);

/// The nearest name that Excel accepts and that is not among `taken`, capitals aside: "Q1/Q2" becomes
/// "Q1 Q2", a second "Text" becomes "Text 2".
std::string safe_sheet_name(std::string_view wish, const std::vector<std::string>& taken);

}  // namespace herald::xlsx
