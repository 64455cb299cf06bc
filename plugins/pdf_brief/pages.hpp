// From the composed flow to pages: margins, running heads and feet with the marking, and the rescue of a last
// page that would hold a few lines only. What stands on the pages is compose.hpp's.
#pragma once

#include "formats/typeset/font.hpp"
#include "formats/typeset/frame.hpp"
#include "plugins/pdf_brief/context.hpp"

namespace herald::plugins {

/// The layout of context.flow, marked at the top and bottom of each page where a marking is asked for. Where a
/// few lines would stand alone on a last page, the margins give way for them, as far as the running heads and
/// feet that stand in them allow (typeset::PageTemplate).
typeset::Layout lay_out(const Context& context, typeset::FontLibrary& fonts, Diagnostics& diagnostics);

}  // namespace herald::plugins
