// The structure tree (ISO 32000-1, 14.7): one object an element, their attributes, and the parent tree
// that leads from marked content and annotations back to their elements. Elements and their order come
// from the layout; which content they hold, from content.hpp.
#pragma once

#include <string_view>
#include <vector>

#include "formats/pdf/content.hpp"
#include "formats/pdf/objects.hpp"

namespace herald::pdf {

/// The standard structure type of a role (14.8.4), without its slash.
std::string_view structure_type(typeset::Role role) noexcept;

/// Writes the tree and returns its root. `pages` and `annotations` are the objects that content pieces
/// refer to; each page gets its StructParents, each annotation its StructParent.
PoDoFo::PdfReference write_structure(PoDoFo::PdfVecObjects& objects, const typeset::Layout& layout,
                                     const DocumentContent& content, const std::vector<PoDoFo::PdfObject*>& pages,
                                     const std::vector<PoDoFo::PdfObject*>& annotations);

}  // namespace herald::pdf
