// Which of the lines above the lead is the title.
#pragma once

#include <cstddef>
#include <vector>

#include "core/reading/draft.hpp"

namespace herald::reading {

/// A letterhead names a body; a title has a verb and what it did.
inline constexpr std::size_t most_letterhead_words = 7;

/// Of the open lines above the lead the one that stands there twice; else, of those in `open` that no letterhead has
/// claimed, the first behind issuers and kickers. Where a status line stands between two lines, the first, if it is
/// short, is the letterhead. `open` is not empty.
std::size_t choose_title(const Reading& reading, const std::vector<std::size_t>& all, std::vector<std::size_t> open);

}  // namespace herald::reading
