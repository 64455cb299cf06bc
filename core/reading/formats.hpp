// The source formats beside plain text. Each makes drafts from its own marks; the passes that follow are
// the same for all.
#pragma once

#include <string_view>

#include "core/reading/draft.hpp"

namespace herald::reading {

bool is_markdown(std::string_view text, std::string_view uri);

/// Drafts of a Markdown text: front matter, headings, quotations, emphasis and links.
void draft_markdown(Reading& reading);

}  // namespace herald::reading
