// Shared by the tests of typesetting: styles, and ways to read a layout back as text.
#pragma once

#include <string>
#include <vector>

#include "formats/typeset/flow.hpp"
#include "formats/typeset/frame.hpp"
#include "formats/typeset/paragraph.hpp"

namespace herald::test {

/// One library for all tests: fonts are opened once.
typeset::FontLibrary& fonts();

typeset::ParagraphStyle style(typeset::Points size = 10, typeset::Alignment alignment = typeset::Alignment::start);

typeset::PageTemplate small_page(typeset::Points width = 300, typeset::Points height = 200);

typeset::Layout layout_of(const typeset::Flow& flow, const typeset::PageTemplate& page);

typeset::SetParagraph set(const std::string& text, typeset::Points width, const typeset::ParagraphStyle& style,
                          const std::string& language = "en", bool right_to_left = false);

/// A line's runs from left to right, each with its text in logical order.
std::vector<std::string> visual_runs(const typeset::SetLine& line);

/// The characters that a line shows from left to right: each glyph's character, one for each cluster.
std::string visual_text(const typeset::SetLine& line);

/// The text of a line's runs in logical order.
std::string logical_text(const typeset::SetLine& line);

/// The text of all tagged runs of a page, or of the artifacts.
std::string page_text(const typeset::Page& page, bool artifacts = false);

/// The right end of a run.
typeset::Points right_of(const typeset::GlyphRun& run);

/// What breaks the contract of frame.hpp in a layout, empty when nothing does: the tree, references,
/// clusters, glyph ids.
std::string contract_violation(const typeset::Layout& layout);

}  // namespace herald::test
