// Layouts put together by hand, so that the writer is tested without the rooms that make layouts: each
// character is its face's own glyph, nothing is shaped.
#pragma once

#include <algorithm>
#include <string>

#include "formats/pdf/pdf.hpp"
#include "formats/pdf/unicode.hpp"
#include "formats/typeset/face.hpp"
#include "formats/typeset/frame.hpp"

namespace herald::test {

inline typeset::FaceRef noto(const std::string& file) {
  return typeset::Face::open("/usr/share/fonts/truetype/noto/" + file + ".ttf", 0);
}

/// A run of `text`, glyph by glyph; right to left, the glyphs come in visual order as shaping gives them.
inline typeset::GlyphRun run_of(const typeset::FaceRef& face, double size, const std::string& text,
                                typeset::Position origin, bool right_to_left = false) {
  typeset::GlyphRun run;
  run.face = face;
  run.size = size;
  run.text = text;
  run.origin = origin;
  run.right_to_left = right_to_left;
  for (std::size_t offset = 0; offset < text.size();) {
    const auto cluster = static_cast<std::uint32_t>(offset);
    const std::uint32_t glyph = face->glyph(pdf::next_code_point(text, offset));
    run.glyphs.push_back({glyph, cluster, face->advance(glyph) * size / face->metrics().units_per_em, 0, 0});
  }
  if (right_to_left) std::reverse(run.glyphs.begin(), run.glyphs.end());
  return run;
}

class LayoutBuilder {
 public:
  explicit LayoutBuilder(std::string language = "en") {
    layout_.language = std::move(language);
    layout_.elements.emplace_back().role = typeset::Role::document;
    page();
  }

  LayoutBuilder& page() {
    layout_.pages.push_back({595.276, 841.89, {}});
    return *this;
  }

  typeset::ElementIndex element(typeset::Role role, typeset::ElementIndex parent = 0) {
    typeset::Element element;
    element.role = role;
    element.parent = parent;
    return element_of(std::move(element));
  }

  typeset::ElementIndex element_of(typeset::Element element) {
    layout_.elements.push_back(std::move(element));
    return static_cast<typeset::ElementIndex>(layout_.elements.size() - 1);
  }

  LayoutBuilder& item(typeset::PageItem item) {
    layout_.pages.back().items.push_back(std::move(item));
    return *this;
  }

  /// A line of text of its own below the last one.
  LayoutBuilder& line(const typeset::FaceRef& face, const std::string& text, typeset::ElementIndex element,
                      double size = 11) {
    y_ += 20;
    return item({run_of(face, size, text, {72, y_}), element});
  }

  typeset::Layout& layout() { return layout_; }
  double y() const { return y_; }

 private:
  typeset::Layout layout_;
  double y_ = 60;
};

inline pdf::Information information() {
  pdf::Information information;
  information.title = "Harbour patrol opens";
  information.author = "Ministry of Ports";
  information.producer = "Herald";
  information.creation_time = 1'764'201'600;  // 2025-11-27T00:00:00Z
  return information;
}

}  // namespace herald::test
