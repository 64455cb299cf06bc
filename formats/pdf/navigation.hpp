// How one moves about the document: link annotations and the outline (ISO 32000-1, 12.3, 12.5.6.5).
#pragma once

#include <optional>
#include <vector>

#include "formats/pdf/content.hpp"
#include "formats/pdf/objects.hpp"

namespace herald::pdf {

/// One annotation a link, in the order of DocumentContent::links; each page with links gets its Annots,
/// with tabs in the order of the structure.
std::vector<PoDoFo::PdfObject*> write_links(PoDoFo::PdfVecObjects& objects, const typeset::Layout& layout,
                                            const DocumentContent& content,
                                            const std::vector<PoDoFo::PdfObject*>& pages);

/// Nothing for a layout without outline.
std::optional<PoDoFo::PdfReference> write_outline(PoDoFo::PdfVecObjects& objects, const typeset::Layout& layout,
                                                  const std::vector<PoDoFo::PdfObject*>& pages);

/// An address as PDF wants it (12.6.4.7): 7-bit ASCII; what is outside is percent-encoded (RFC 3986, 2.1).
std::string ascii_uri(std::string_view uri);

}  // namespace herald::pdf
