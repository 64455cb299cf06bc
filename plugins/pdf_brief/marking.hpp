// The marking that tells a reader whom a briefing may be shown to: a label of the Traffic Light Protocol 2.0
// (FIRST, August 2022) in its prescribed colours, or any text in the briefing's own.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "formats/typeset/frame.hpp"
#include "herald/result.hpp"

namespace herald::plugins {

struct Marking {
  std::string text;
  typeset::Color color;
  std::optional<typeset::Color> background;
};

/// An empty text is no marking. TLP labels are taken in any case and printed as the protocol spells them;
/// "TLP:" with another word is refused with option_invalid, since a mistyped marking is worse than none.
/// `plain` is the colour of texts that are no TLP label.
Result<std::optional<Marking>> parse_marking(std::string_view text, typeset::Color plain);

/// Paints the marking's background behind each place where it stands in a running head or foot. The
/// layout knows no backgrounds there; the marking is found by its colour, which nothing else there has.
void paint_background(typeset::Layout& layout, const Marking& marking);

}  // namespace herald::plugins
