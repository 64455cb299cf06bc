// A page's items as a content stream: glyphs placed by TJ, filled rectangles, and around all of it the
// marked content that ties it to the structure tree or declares it an artifact (ISO 32000-1, 14.6, 14.8.2).
// What the structure tree makes of the marks is structure.hpp's.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "formats/pdf/fonts.hpp"
#include "formats/typeset/frame.hpp"

namespace herald::pdf {

/// One piece of an element's content, in reading order over the whole document: a marked-content
/// sequence of a page, or a link annotation.
struct ContentPiece {
  enum class Kind : std::uint8_t { marked_content, annotation };
  Kind kind = Kind::marked_content;
  typeset::ElementIndex element = 0;
  std::uint32_t page = 0;
  std::uint32_t index = 0;  // the MCID on its page, or the index into the document's annotations
};

struct PageContent {
  std::string operators;
  std::vector<const EmbeddedFont*> fonts;              // for the page's resources, in order of first use
  std::vector<typeset::ElementIndex> marked_elements;  // by MCID: what the parent tree wants
};

/// A link with the page that it lies on.
struct PlacedLink {
  const typeset::Link* link = nullptr;
  std::uint32_t page = 0;
  typeset::ElementIndex element = 0;
};

/// What the pages say of the document as a whole, gathered page by page.
struct DocumentContent {
  std::vector<PageContent> pages;
  std::vector<ContentPiece> pieces;
  std::vector<PlacedLink> links;
};

DocumentContent build_content(const typeset::Layout& layout, FontSet& fonts);

}  // namespace herald::pdf
