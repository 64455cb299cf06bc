// The door of the room: a workbook is described, then written in one go. Nothing reaches libxlsxwriter
// before all of it has been checked, because version 1.1.4 accepts much that Excel then "repairs".
// What a sheet should show is the caller's business; this room knows nothing of press releases.
//
//     herald::xlsx::Workbook book({.title = "Harvest", .author = "Herald"});
//     const auto plain = book.style({});
//     auto& sheet = book.add_sheet("Fruit");
//     sheet.put({1, 0}, herald::xlsx::Text{"=1+1 stays text"}, plain);
//     sheet.add_table({.name = "fruit", .first = {0, 0}, .last_row = 1, .headers = {{"Kind", plain}}});
//     std::string bytes = book.write(diagnostics).value_or_throw();
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "formats/xlsx/sheet.hpp"
#include "formats/xlsx/style.hpp"
#include "herald/diagnostics.hpp"
#include "herald/result.hpp"

namespace herald::xlsx {

/// The creation times that a workbook can bear, from 1980-01-01T00:00:00Z, before which its container
/// cannot say a date, to 9999-12-31T23:59:59Z, the last of four digits.
inline constexpr std::int64_t earliest_creation = 315'532'800;
inline constexpr std::int64_t latest_creation = 253'402'300'799;

/// What the file says of itself. `created` is in seconds since 1970-01-01T00:00Z; 0, for none, is written
/// as the earliest. The file holds no other time, so that the same workbook gives the same bytes.
struct Properties {
  std::string title = {};
  std::string subject = {};
  std::string author = {};
  std::string keywords = {};
  std::string comments = {};
  std::int64_t created = 0;
};

class Workbook {
 public:
  explicit Workbook(Properties properties);

  /// A further sheet, to the right of the others; the first is the one that opens. The reference
  /// lives as long as the workbook.
  Sheet& add_sheet(std::string name);

  /// The number of this look, the same for equal looks.
  StyleId style(const Style& style);

  /// The bytes of the .xlsx file.
  /// What can be mended is mended with a diagnostic that names the cell (text over 32,767 UTF-16
  /// units, characters that XML forbids, addresses that cannot be links). Everything that cannot is
  /// collected and refused together as format_violation. Throws herald::Error (disk_full,
  /// output_unwritable, internal) for what libxlsxwriter meets while writing its temporary files.
  Result<std::string> write(Diagnostics& diagnostics) const;

  const Properties& properties() const noexcept { return properties_; }
  const std::deque<Sheet>& sheets() const noexcept { return sheets_; }
  const std::vector<Style>& styles() const noexcept { return styles_; }

 private:
  Properties properties_;
  std::deque<Sheet> sheets_;  // a deque keeps references when it grows
  std::vector<Style> styles_;
  std::map<Style, StyleId> style_numbers_;
};

}  // namespace herald::xlsx
