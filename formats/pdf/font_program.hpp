// A face reduced to the glyphs that a document shows, by hb-subset.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "formats/typeset/face.hpp"

namespace herald::pdf {

/// `glyphs[i]` is the glyph id inside `bytes` of the i-th glyph that was asked for.
struct FontProgram {
  std::string bytes;
  std::vector<std::uint32_t> glyphs;
  bool subset = true;
};

/// Throws herald::Error (internal) when HarfBuzz cannot subset the face. A face whose licence bits
/// forbid subsetting comes whole.
FontProgram font_program(const typeset::Face& face, const std::vector<std::uint32_t>& glyphs);

}  // namespace herald::pdf
