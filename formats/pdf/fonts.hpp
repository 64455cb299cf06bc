// The fonts of one document. A run's glyphs are given two-byte codes as they are met, one code for each
// pair of glyph and text, so that ToUnicode can say for every code what it means: a space and a no-break
// space share a glyph but not a code. When all pages are done, each font is subset to the glyphs it has
// shown and written as a Type0 font (ISO 32000-1, 9.7). Layout of glyphs is done before, in typeset.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "formats/pdf/objects.hpp"
#include "formats/typeset/face.hpp"

namespace herald::pdf {

/// One face as the document uses it. Code 0 stays .notdef and is never shown.
class EmbeddedFont {
 public:
  EmbeddedFont(typeset::FaceRef face, std::string resource_name);

  /// The code that shows `glyph` and means `text`. Throws herald::Error (format_violation) when one
  /// document needs more than the 65,535 codes of a font.
  std::uint16_t code(std::uint32_t glyph, std::u32string_view text);

  /// The advance that the PDF declares for a code's glyph, in thousandths of the size. It is what a reader
  /// moves by, and so what positions are reckoned from.
  double width(std::uint16_t code) const { return codes_[code].width; }

  const std::string& resource_name() const noexcept { return resource_name_; }

  /// Writes font dictionary, descendant, descriptor, program and maps. To be called once, at the end.
  PoDoFo::PdfReference write(PoDoFo::PdfVecObjects& objects, Compression compression) const;

 private:
  struct Code {
    std::uint32_t glyph = 0;
    double width = 0;
    std::u32string text;
  };

  std::string to_unicode() const;
  PoDoFo::PdfArray widths() const;

  typeset::FaceRef face_;
  std::string resource_name_;
  std::vector<Code> codes_;
  std::unordered_map<std::uint64_t, std::uint16_t> by_character_;  // texts of one character: nearly all
  std::map<std::pair<std::uint32_t, std::u32string>, std::uint16_t> by_text_;
};

class FontSet {
 public:
  /// The font of a face, made at its first use. Throws herald::Error: font_missing when the face's
  /// licence bits forbid embedding or its outlines are not TrueType's.
  EmbeddedFont& font(const typeset::FaceRef& face);

  const std::vector<std::unique_ptr<EmbeddedFont>>& fonts() const noexcept { return fonts_; }

 private:
  std::vector<std::unique_ptr<EmbeddedFont>> fonts_;
  std::unordered_map<const typeset::Face*, EmbeddedFont*> by_face_;
};

}  // namespace herald::pdf
