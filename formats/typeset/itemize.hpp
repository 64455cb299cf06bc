// Cuts a paragraph into runs of one direction, script and face: UAX #9 (through ICU) decides direction,
// the Unicode script property the script, and the fonts' coverage the face. Shaping takes it from there.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/typeset/font.hpp"
#include "formats/typeset/frame.hpp"
#include "formats/typeset/style.hpp"

namespace herald::typeset {

/// A stretch of the paragraph's text with one look and one structure element.
struct StyledPart {
  std::uint32_t begin = 0;  // byte offsets in the paragraph's text
  std::uint32_t end = 0;
  FaceRef face{};  // the first choice
  TextStyle style{};
  Points rise = 0;
  std::string language{};          // for shaping and hyphenation; never empty
  std::string foreign_language{};  // for the run's language tag; empty where it is the document's
  ElementIndex element = artifact;
  std::int32_t link = -1;  // index among the paragraph's links
};

struct TextRun {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t part = 0;
  FaceRef face;
  std::uint32_t script = 0;  // ISO 15924 tag, as HarfBuzz
  std::uint8_t level = 0;    // UAX #9 embedding level; odd is right to left
  bool missing = false;      // no installed face has these characters: a box stands for each

  bool right_to_left() const noexcept { return (level & 1) != 0; }
};

/// Valid UTF-8 without what cannot be set: bad bytes become U+FFFD, control characters vanish, every
/// kind of line end becomes '\n' and a tabulator a space.
std::string settable_text(std::string_view text);

std::u16string to_utf16(std::string_view text);

/// The direction of a paragraph whose style leaves it open. In a right-to-left document any
/// right-to-left letter makes it so, also behind a Latin name that comes first, which the first
/// strong character of UAX #9, P2 would get wrong; in a left-to-right document the majority decides.
bool is_right_to_left(std::string_view text, Direction direction, bool flow_is_right_to_left);

/// Whether a language is written from right to left.
bool is_right_to_left_language(std::string_view language);

/// Runs in logical order, covering the whole text. Characters that no face has are added to `missing`.
std::vector<TextRun> itemize(std::string_view text, const std::u16string& wide, std::span<const StyledPart> parts,
                             bool right_to_left, FontLibrary& fonts, std::set<char32_t>& missing);

/// A glyph that stands for a character that no face has: a box, or a question mark; never .notdef.
struct Replacement {
  FaceRef face;
  std::uint32_t glyph = 0;
};
Replacement replacement_for(const StyledPart& part, FontLibrary& fonts);

}  // namespace herald::typeset
