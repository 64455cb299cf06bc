// Whether the lines of a text were broken by a margin (e-mail, text taken from a PDF) or by the author,
// and where a line goes on in the next.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/reading/lines.hpp"

namespace herald::reading {

/// The width at which the text was hard-wrapped, in characters; 0 where each line is a paragraph.
std::uint32_t find_wrap_width(std::string_view text, const std::vector<Line>& lines);

/// Whether `next` goes on with the paragraph that `line` belongs to. `within_item`: `line` belongs to a
/// list item, whose further lines are often indented.
enum class Within : std::uint8_t { paragraph, list_item };
bool continues(std::string_view text, const Line& line, const Line& next, std::uint32_t wrap_width, Within within);

}  // namespace herald::reading
