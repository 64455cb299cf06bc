// How the name of a place is written: whether words can be one, and capitals turned into title case.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace herald::reading {

/// Up to four words, each with a capital or a small particle between two ("Rio de Janeiro"); in scripts
/// without case up to four words.
bool is_place_name(std::string_view name);

enum class PlacePart : std::uint8_t { city, region, country };

/// "PORT-AU-PRINCE" becomes "Port-au-Prince", "NEW YORK" "New York"; abbreviations of a region ("D.C.",
/// "TX") and names that are not in capitals stay as they are.
std::string place_in_title_case(std::string_view name, PlacePart part);

}  // namespace herald::reading
