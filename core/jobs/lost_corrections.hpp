// Work of a person's hands that an export must not destroy: facts that were corrected or added in a document JSON.
#pragma once

#include <filesystem>

#include "herald/document.hpp"
#include "herald/result.hpp"

namespace herald::jobs {

/// Refuses (output_unwritable) to replace `target` where it is a herald-document/1 JSON with facts marked as
/// corrected or manual that `replacement` does not have. A fact that the replacement has corrected anew, under
/// the same id, is not lost. Any other file, or none, may be replaced.
Result<void> refuse_lost_corrections(const std::filesystem::path& target, const Document& replacement);

}  // namespace herald::jobs
