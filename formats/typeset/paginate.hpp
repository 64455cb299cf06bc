// Fills pages from a vertical list: where pages end, what a new page begins with (a table's head, a
// callout's padding), and which backgrounds lie behind. Running heads and the assembly into a Layout
// are layout.cpp's.
#pragma once

#include <cstddef>
#include <vector>

#include "formats/typeset/vertical.hpp"

namespace herald::typeset {

struct PlacedSlab {
  std::size_t slab = 0;
  Points top = 0;  // from the text area's top
};

struct PlacedPage {
  int repeated_head = -1;
  Points head_top = 0;
  std::vector<PlacedSlab> slabs;
};

/// Pages of `height`. Breaks go where they are allowed; where a stretch that asks to be kept together is
/// taller than a page, it is broken anyway, and a slab that is taller than a page stands alone on one.
std::vector<PlacedPage> paginate(const VerticalList& list, Points height);

/// Backgrounds and bars of the callouts on one page, outer ones first; x and y from the text area.
std::vector<PageItem> callout_backgrounds(const VerticalList& list, const PlacedPage& page, Points height,
                                          bool right_to_left);

}  // namespace herald::typeset
