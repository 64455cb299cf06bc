// Several releases in one plain text: parted by a row of equals signs, or each behind header lines of its own
// ("Title:", "Date:"), or e-mails one after the other.
#pragma once

#include <string_view>
#include <vector>

#include "core/language/pack.hpp"
#include "core/reading/draft.hpp"
#include "core/reading/lines.hpp"

namespace herald::reading {

/// The stretches of the text that are a release each, without what parts them; one where the text is one release.
std::vector<Span> release_spans(std::string_view text, const language::Packs& packs);

/// Keeps the lines of the first release of a text that holds several; the rest becomes drafts of noise (returned, to
/// be put behind the others) and a diagnostic.
std::vector<Draft> cut_after_first_release(Reading& reading, std::vector<Line>& lines);

/// What is said where only the first is read. `begins` are where the others begin.
void report_rest(Diagnostics& diagnostics, const char* what, const std::vector<std::uint32_t>& begins,
                 std::uint32_t end);

}  // namespace herald::reading
