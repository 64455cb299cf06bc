// A glyph run taken apart into its clusters, in logical (reading) order: which glyphs, which text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "formats/typeset/frame.hpp"

namespace herald::pdf {

/// `first` and `last` bound the glyphs of the cluster in the run's visual order, half-open.
struct Cluster {
  std::size_t first = 0;
  std::size_t last = 0;
  std::string_view text;
};

/// The clusters of a run in reading order. Cluster values that contradict the run's direction or its
/// text are bent to fit: never outside the text, never backwards.
std::vector<Cluster> clusters(const typeset::GlyphRun& run);

}  // namespace herald::pdf
