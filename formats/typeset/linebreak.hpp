// Where lines end. Opportunities come from ICU (UAX #14); among them the best set is chosen for the
// paragraph as a whole: D. E. Knuth, M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice
// and Experience 11 (1981), with TeX's constants. Knows widths only, neither fonts nor directions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/typeset/frame.hpp"

namespace herald::typeset {

/// Sums from the paragraph's beginning, so that a line's measures are differences.
struct LineMeasure {
  Points width = 0;
  Points stretch = 0;
  Points shrink = 0;
};

/// A place where a line may end. `before` counts up to the last visible character, `after` up to the
/// first of the next line: the spaces between them vanish at the break.
struct Breakpoint {
  LineMeasure before;
  LineMeasure after;
  Points hyphen_width = 0;  // added to the line that ends here
  Points hang = 0;          // how far the line's last sign may stand out of the measure
  double penalty = 0;       // cost, as in TeX: 50 for a hyphen
  bool hyphen = false;
};

enum class LineFit : std::uint8_t { justified, ragged };

struct LineSetting {
  Points first_width = 0;
  Points width = 0;
  LineFit fit = LineFit::justified;
  Points rag = 30;  // how short a ragged line may be before it looks wrong
};

/// The greatest badness that pass one (without hyphens) accepts, as TeX's \tolerance.
inline constexpr double first_pass_tolerance = 200;
inline constexpr double any_tolerance = 1e30;

/// Indices of the chosen breakpoints; the last breakpoint is the paragraph's end and always chosen.
/// Empty when no way keeps every line's badness within `tolerance`; with any_tolerance there is always
/// one, lines that cannot be kept within the measure included. First fit is the answer where more than a
/// thousand breakpoints compete for one line, which no text for readers has: the time stays linear.
std::vector<std::size_t> break_optimally(std::span<const Breakpoint> breakpoints, const LineSetting& setting,
                                         double tolerance);

/// First fit: each line takes what it can. For texts that are too long to be worth the search.
std::vector<std::size_t> break_greedily(std::span<const Breakpoint> breakpoints, const LineSetting& setting);

/// Byte offsets in UTF-8 `text` where UAX #14 allows a break, ascending, without the text's end.
/// `wide` is the same text in UTF-16. Of the spaces of UAX #14, those are left out that a careful writer would make
/// no-break: between a number and its sign or unit ("14 %", "5 km"), and after an initial ("M. Figueiredo").
std::vector<std::uint32_t> break_opportunities(std::string_view text, const std::u16string& wide,
                                               std::string_view language);

}  // namespace herald::typeset
