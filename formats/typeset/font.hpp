// Finds the faces of the machine through fontconfig and chooses which of them shows which character.
// A FontLibrary owns the caches (open faces, fallbacks, shaped words) and is meant to live as long as
// the process: the second document finds everything warm. What a face is stands in face.hpp, how text
// becomes glyphs in shape.hpp. One library serves one thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "formats/typeset/face.hpp"
#include "formats/typeset/style.hpp"

namespace herald::typeset {

class ShapeCache;
class HyphenationLibrary;

class FontLibrary {
 public:
  FontLibrary();
  ~FontLibrary();
  FontLibrary(const FontLibrary&) = delete;
  FontLibrary& operator=(const FontLibrary&) = delete;

  /// The face of a family that is nearest to weight and slant. Throws herald::Error: font_missing when
  /// no face of that family is installed, naming the Debian package to install.
  const FaceRef& face(std::string_view family, Weight weight, Slant slant);

  /// An installed face that has `character`, the nearest in look to `style`'s family (serif or sans),
  /// weight and slant and made for `language`; nullptr when no installed font has it.
  FaceRef fallback(char32_t character, std::string_view family, Weight weight, Slant slant, std::string_view language);

  /// Whether any face of the family is installed; opens nothing.
  bool has_family(std::string_view family);

  ShapeCache& shape_cache() noexcept { return *shape_cache_; }
  HyphenationLibrary& hyphenation() noexcept { return *hyphenation_; }

 private:
  struct Caches;
  std::unique_ptr<Caches> caches_;
  std::unique_ptr<ShapeCache> shape_cache_;
  std::unique_ptr<HyphenationLibrary> hyphenation_;
};

}  // namespace herald::typeset
