// Cuts a text into lines, whatever ends them, and notes of each where it begins, how wide it is and
// whether a blank line precedes it. Nothing is dropped: what no line covers is white space.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "herald/source.hpp"

namespace herald::reading {

struct Line {
  Span span;                  // without white space at both ends; never empty
  std::uint32_t indent = 0;   // columns before it, tabs to the next eighth
  std::uint32_t width = 0;    // characters of the span
  bool blank_before = false;  // a blank line, a page break or the start of the text precedes it
  bool same_line = false;     // it follows, after a wide gap, on the line of the one before it
};

/// All lines that hold more than white space, in order. A gap of many spaces inside a line is taken as
/// a break too: pages flattened into one line keep their layout in such gaps.
std::vector<Line> split_lines(std::string_view text);

}  // namespace herald::reading
