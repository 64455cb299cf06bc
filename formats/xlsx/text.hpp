// What Excel can hold of a text, and how wide it will look. Everything that is counted here is counted
// as Excel counts: in UTF-16 units.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace herald::xlsx {

/// Of one cell, ECMA-376 part 1, annex of Excel's limits: 32,767 units and 253 line feeds.
inline constexpr std::size_t maximum_cell_units = 32'767;
inline constexpr std::size_t maximum_line_feeds = 253;

/// The length in UTF-16 units; a damaged byte counts as one.
std::size_t utf16_length(std::string_view text) noexcept;

/// The longest beginning of at most `units` UTF-16 units that ends between two code points.
std::string_view utf16_prefix(std::string_view text, std::size_t units) noexcept;

/// What clean_text() had to change.
struct Changes {
  bool replaced = false;  // characters that XML cannot hold, or damaged bytes: U+FFFD stands for each
  bool cut = false;       // over the limit: ends in "…"
  bool joined = false;    // line feeds over the limit became spaces
};

/// The text as a cell can hold it: line ends as "\n", no character that XML 1.0 forbids (section 2.2),
/// at most `units` UTF-16 units.
std::string clean_text(std::string_view text, Changes& changes, std::size_t units = maximum_cell_units);

/// The same on one line, for names, headers, tips and properties.
std::string clean_line(std::string_view text, Changes& changes, std::size_t units);

/// Hides "_x0041_" from Excel, which would read it as the letter that it numbers (ECMA-376 part 1,
/// 22.9.2.19): libxlsxwriter 1.1.4 escapes control characters that way, but not text that looks so.
std::string escape_numbered_characters(std::string text);

/// The length in UTF-16 units of what escape_numbered_characters() makes of the text. The limits of
/// Excel and of libxlsxwriter hold for that: seven characters take thirteen.
std::size_t escaped_length(std::string_view text) noexcept;

/// The longest beginning that takes at most `units` once it is escaped. It ends between two code points,
/// and not inside of something that has to be escaped.
std::string_view escaped_prefix(std::string_view text, std::size_t units) noexcept;

/// What a cell is given: clean_text(), cut by its escaped length, escaped.
std::string cell_text(std::string_view text, Changes& changes);

/// Without the difference of capitals, for the names that Excel compares so: Latin, Greek, Cyrillic
/// and Armenian letters. Scripts without capitals need none.
std::string fold_capitals(std::string_view text);

/// About how wide the longest line looks, in columns of Excel's default font (the width of a digit in
/// Calibri 11). An estimate by classes of characters: it only has to be good enough for a column.
double display_width(std::string_view text) noexcept;

}  // namespace herald::xlsx
