// One font face that has been opened: its bytes, its measures, its glyphs. The writer of a file format
// embeds it from here (bytes or HarfBuzz face for subsetting); who chooses which face shows which
// character is font.hpp. A face is immutable and may be used by many layouts at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "formats/typeset/frame.hpp"

// HarfBuzz's own forward declarations, so that this header costs nothing to include.
extern "C" {
typedef struct hb_face_t hb_face_t;
typedef struct hb_font_t hb_font_t;
typedef struct hb_blob_t hb_blob_t;
}

namespace herald::typeset {

/// Measures in font units, y upwards; descent is negative.
struct FaceMetrics {
  int units_per_em = 1000;
  int ascent = 0;
  int descent = 0;
  int cap_height = 0;
  int x_height = 0;
  int x_min = 0;
  int y_min = 0;
  int x_max = 0;
  int y_max = 0;
  double italic_angle = 0;  // degrees, counter-clockwise: negative leans to the right
  int weight = 400;         // OS/2 usWeightClass
  bool fixed_pitch = false;
  bool italic = false;
};

enum class Outlines : std::uint8_t { truetype, cff, other };

class Face {
 public:
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;
  ~Face();

  /// Opens face `index` of a font file. Throws herald::Error: font_missing when it cannot be read or
  /// is no font.
  static FaceRef open(const std::string& path, unsigned index);

  const std::string& path() const noexcept { return path_; }
  unsigned index() const noexcept { return index_; }
  const std::string& postscript_name() const noexcept { return postscript_name_; }
  const std::string& family() const noexcept { return family_; }
  const FaceMetrics& metrics() const noexcept { return metrics_; }
  Outlines outlines() const noexcept { return outlines_; }

  /// OS/2 fsType: 0 means that the face may be embedded without restriction.
  std::uint16_t embedding_bits() const noexcept { return embedding_bits_; }
  /// Restricted-licence embedding (bit 1 alone) forbids it; so does bitmap-only embedding (bit 9).
  bool may_embed() const noexcept { return (embedding_bits_ & 0x000F) != 0x0002 && !(embedding_bits_ & 0x0200); }
  bool may_subset() const noexcept { return !(embedding_bits_ & 0x0100); }

  /// The whole font file, mapped.
  std::span<const std::byte> bytes() const;
  /// Owned by the face. The font is scaled to units_per_em, so that advances are in font units.
  hb_face_t* hb_face() const noexcept { return hb_face_; }
  hb_font_t* hb_font() const noexcept { return hb_font_; }

  /// 0 when the face has no glyph for the character.
  std::uint32_t glyph(char32_t character) const;
  /// In font units.
  int advance(std::uint32_t glyph) const;
  /// Whether the glyph has an outline. Those of characters that are invisible in text often have one: Noto
  /// draws U+200D as a crossed stroke, since shapers never show it.
  bool has_ink(std::uint32_t glyph) const;

 private:
  Face() = default;

  std::string path_;
  unsigned index_ = 0;
  std::string postscript_name_;
  std::string family_;
  FaceMetrics metrics_;
  Outlines outlines_ = Outlines::truetype;
  std::uint16_t embedding_bits_ = 0;
  hb_blob_t* blob_ = nullptr;
  hb_face_t* hb_face_ = nullptr;
  hb_font_t* hb_font_ = nullptr;
};

}  // namespace herald::typeset
