// What had to be changed so that Excel can hold it, said once a sheet and kind, not once a cell.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "formats/xlsx/text.hpp"
#include "herald/diagnostics.hpp"

namespace herald::xlsx {

class Mends {
 public:
  /// `place` is where the change was made: "Text!D12", or "the title of the workbook".
  void note(std::string_view code, std::string_view what, std::string_view sheet, std::string place);

  /// Notes each kind of change that clean_text() made.
  void note(const Changes& changes, std::string_view sheet, const std::string& place);

  void report(Diagnostics& diagnostics) const;

 private:
  struct Found {
    std::string what;
    std::string first_place;
    std::size_t count = 0;
  };
  std::map<std::pair<std::string, std::string>, Found> found_;  // by code and sheet
};

}  // namespace herald::xlsx
