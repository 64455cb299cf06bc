// The small lines of the front matter: status ("FOR IMMEDIATE RELEASE") and date.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/reading/draft.hpp"

namespace herald::reading {

/// Marks status and date lines among the first `zone` drafts, up to the text proper, and parts them from
/// a title on the same line. Sets metadata.status, reading.embargo, metadata.published and, for a line of place and
/// date, metadata.dateline.
void read_front_lines(Reading& reading, std::size_t zone);

/// "Ref: 26/044", "Case No. 4-2026": a label of a pack, and little behind it but a number.
bool is_reference(std::string_view text, const language::Packs& packs);

/// "Judgment in Case C-12/26", "SG/2026/14": a number by which files are found.
bool names_file(std::string_view text);

}  // namespace herald::reading
