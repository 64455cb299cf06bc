// Everything that Excel would refuse or "repair" in a workbook and that nobody but its author can put
// right. All of it is found in one pass, so that a plugin's author sees the whole list at once.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace herald::xlsx {

class Workbook;

/// ECMA-376 leaves the size of a sheet to the program; these are Excel's limits.
inline constexpr std::uint32_t maximum_rows = 1'048'576;
inline constexpr std::uint32_t maximum_columns = 16'384;

/// One line a violation, naming sheet and cell.
std::vector<std::string> find_violations(const Workbook& workbook);

/// "B7", from positions counted from 0.
std::string cell_name(std::uint32_t row, std::uint32_t column);

}  // namespace herald::xlsx
