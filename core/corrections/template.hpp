// A corrections file to start from: everything that was found, as entries that are ready to be moved and changed.
#pragma once

#include <string>
#include <vector>

#include "herald/document.hpp"

namespace herald::corrections {

/// JSON with comments: an empty list of corrections, and below "found", which is passed over when the file is read,
/// an entry for each of the document's facts and the metadata as they were found.
/// Of several releases of one input each has its metadata, the later ones with the title by which they are known.
std::string corrections_template(const std::vector<Document>& documents);

}  // namespace herald::corrections
