// How wide the columns of a sheet become. libxlsxwriter does not do this, and a workbook whose columns
// do not fit is the first thing that its readers complain of.
#pragma once

#include <cstdint>
#include <map>
#include <set>

namespace herald::xlsx {

class Sheet;
class Workbook;

/// Column to width, in digits of Excel's default font, for every column that holds something; and the
/// header rows whose texts all fit on one line.
struct Widths {
  std::map<std::uint32_t, double> columns;
  std::set<std::uint32_t> single_line_headers;
};
Widths fit_columns(const Workbook& workbook, const Sheet& sheet);

}  // namespace herald::xlsx
