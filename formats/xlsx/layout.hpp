// How wide columns and how high rows become. libxlsxwriter does neither, Excel only the second when it
// opens a file, other programs none: a workbook whose columns do not fit is what readers complain of first.
#pragma once

#include <cstdint>
#include <map>

namespace herald::xlsx {

class Sheet;
class Workbook;

/// Columns in digits of Excel's default font, for every column that holds something; rows in points,
/// for those that are higher than one line of the default font.
struct Layout {
  std::map<std::uint32_t, double> columns;
  std::map<std::uint32_t, double> row_heights;
};
Layout fit(const Workbook& workbook, const Sheet& sheet);

}  // namespace herald::xlsx
