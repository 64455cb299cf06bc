// UTF-8 in, what PDF wants out: code points that may stand in a ToUnicode map, and UTF-16BE.
// Damaged bytes become U+FFFD, one a byte, so that hostile text can neither throw nor run past the end.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace herald::pdf {

/// The code point at `offset` and moves `offset` behind it; U+FFFD for a damaged byte.
char32_t next_code_point(std::string_view text, std::size_t& offset) noexcept;

/// Text as a reader may get it back: no control characters (white space becomes a space), no U+FEFF
/// and no noncharacters (ISO 14289-1, 7.21.7), no private-use characters (they would need an
/// ActualText, ISO 19005-2, 6.2.11.7.3, and mean nothing outside their font): those become U+FFFD.
std::u32string readable(std::string_view text);

void append_utf16be(std::string& out, char32_t code_point);

/// "FEFF0048…": the hexadecimal UTF-16BE form, with byte order mark, of a text string (ISO 32000-1, 7.9.2.2).
std::string hexadecimal_text(std::u32string_view text);

std::string hexadecimal(std::string_view bytes);

/// `text` cut to at most `maximum` bytes at the start of a code point, with "…" where it was cut.
std::string shortened(std::string_view text, std::size_t maximum);

}  // namespace herald::pdf
