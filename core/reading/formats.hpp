// The source formats beside plain text. Each makes drafts from its own marks; the passes that follow are
// the same for all.
#pragma once

#include <string_view>

#include "core/reading/draft.hpp"

namespace herald::reading {

bool is_markdown(std::string_view text, std::string_view uri);

/// Drafts of a Markdown text: front matter, headings, quotations, emphasis and links. Gives back the text without
/// its marks, in which the drafts stand.
std::string draft_markdown(Reading& reading);

bool is_html(std::string_view text, std::string_view uri);

/// Drafts of a web page: the release's blocks by their marks, the page around it as noise. Gives back the text that a
/// reader of the page sees, in which the drafts stand; "", with nothing done, for a page without any.
std::string draft_html(Reading& reading);

}  // namespace herald::reading
