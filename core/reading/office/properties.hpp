// What an office document says of itself beside its text: title, language, date of creation.
#pragma once

#include <string_view>

#include "core/reading/office/content.hpp"

namespace herald::reading {

/// Reads docProps/core.xml (Dublin Core, ISO/IEC 29500-2 clause 11) or meta.xml (OpenDocument 1.2, part 1, clause 4)
/// into the content. A part that is broken says nothing; the document is none the worse.
void read_properties(std::string_view xml, OfficeContent& content);

}  // namespace herald::reading
