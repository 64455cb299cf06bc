// Counts, and keeps the first place of each kind.
#include "formats/xlsx/mends.hpp"

#include <fmt/format.h>

namespace herald::xlsx {

void Mends::note(std::string_view code, std::string_view what, std::string_view sheet, std::string place) {
  Found& found = found_[{std::string(code), std::string(sheet)}];
  if (found.count++ == 0) {
    found.what = what;
    found.first_place = std::move(place);
  }
}

void Mends::note(const Changes& changes, std::string_view sheet, const std::string& place) {
  if (changes.cut) note("text-cut", "text is longer than Excel allows and was cut", sheet, place);
  if (changes.replaced)
    note("characters-replaced", "characters that a workbook cannot hold were replaced by U+FFFD", sheet, place);
  if (changes.joined) note("lines-joined", "more than 253 line ends in a cell: the rest became spaces", sheet, place);
}

void Mends::report(Diagnostics& diagnostics) const {
  for (const auto& [key, found] : found_) {
    std::string message = fmt::format("{}: {}", found.first_place, found.what);
    if (found.count > 1) message += fmt::format(" (and {} more on this sheet)", found.count - 1);
    warn(diagnostics, key.first, std::move(message), "the other formats hold the full text");
  }
}

}  // namespace herald::xlsx
