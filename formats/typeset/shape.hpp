// Words become glyphs: HarfBuzz, one word at a time, with a cache. Shaping by words makes lines cheap to
// break (a break at a space never cuts a shaped piece) and repeated words free; what it gives up is
// kerning across spaces, which text faces hardly have. Which characters form a word and which face
// shows them is decided in paragraph.cpp and itemize.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "formats/typeset/face.hpp"

namespace herald::typeset {

/// In font units, so that one entry serves every size.
struct ShapedGlyph {
  std::uint32_t id = 0;
  std::uint32_t cluster = 0;  // byte offset in the word
  std::int32_t advance = 0;
  std::int32_t dx = 0;
  std::int32_t dy = 0;
  bool unsafe_to_break = false;  // before this glyph's cluster
};

struct ShapedWord {
  std::vector<ShapedGlyph> glyphs;  // visual order
  std::int64_t advance = 0;
  std::uint32_t clusters = 0;
};

/// What shaping depends on besides face and text. `script` is an ISO 15924 tag as HarfBuzz has it.
struct ShapingContext {
  std::uint32_t script = 0;
  bool right_to_left = false;
  bool tabular_figures = false;
  bool ligatures = true;  // off where letters are spaced out, which a ligature would close up
  std::string language;   // BCP 47
};

/// Text before and after the word, for letters that join across a change of face or at a broken word.
struct Surroundings {
  std::string_view before;
  std::string_view after;
};

ShapedWord shape(const Face& face, std::string_view word, const ShapingContext& context,
                 const Surroundings& surroundings = {});

/// Words shaped before. References stay valid until trim().
class ShapeCache {
 public:
  ShapeCache();
  ~ShapeCache();

  const ShapedWord& shape(const Face& face, std::string_view word, const ShapingContext& context);

  /// Forgets everything once there is much of it; called between layouts.
  void trim();

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const noexcept { return std::hash<std::string_view>()(key); }
  };
  std::unordered_map<std::string, std::unique_ptr<ShapedWord>, Hash, std::equal_to<>> words_;
  std::string key_;
};

}  // namespace herald::typeset
