// How wide columns and how high rows become. libxlsxwriter does neither, Excel only the second when it
// opens a file, other programs none: a workbook whose columns do not fit is what readers complain of first.
#pragma once

#include <cstdint>
#include <map>

namespace herald::xlsx {

class Sheet;
class Workbook;

/// Of a row that needs no height of its own, in points: a line of the default font with a little air,
/// because Excel's own 15 points let text touch the rule under it.
inline constexpr double one_line_height = 19;

/// Columns in digits of Excel's default font, for every column that holds something; rows in points,
/// for those that are higher than one_line_height.
struct Layout {
  std::map<std::uint32_t, double> columns;
  std::map<std::uint32_t, double> row_heights;
};
Layout fit(const Workbook& workbook, const Sheet& sheet);

}  // namespace herald::xlsx
