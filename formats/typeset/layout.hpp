// From a flow's blocks to finished pages: measures, paginates, adds running heads and feet, places
// destinations. The last step; flow.hpp is its only caller.
#pragma once

#include <string>
#include <vector>

#include "formats/typeset/block.hpp"
#include "herald/diagnostics.hpp"

namespace herald::typeset {

/// What the flow has put together.
struct Composition {
  std::string language;
  bool right_to_left = false;
  std::vector<Block> blocks;
  std::vector<Element> elements;
  std::vector<OutlineEntry> outline;
};

Layout lay_out(const Composition& composition, const PageTemplate& page, FontLibrary& fonts, Diagnostics& remarks);

}  // namespace herald::typeset
