// List markers at the head of a line: bullets of any kind, dashes, numbers and letters.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/reading/draft.hpp"

namespace herald::reading {

struct MarkerMatch {
  Marker kind = Marker::none;
  std::uint32_t value = 0;   // of a number or letter, from 1
  std::uint32_t length = 0;  // bytes up to the item's first character
};

/// The marker that the line begins with. A bullet is certain; whether a dash, number or letter makes
/// a list is for the list pass to say, which sees the neighbours.
MarkerMatch match_marker(std::string_view line);

}  // namespace herald::reading
