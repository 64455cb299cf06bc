// Cuts the text of blocks into sentences.
#pragma once

#include <vector>

#include "core/reading/draft.hpp"

namespace herald::reading {

/// The sentences of all drafts that hold text, in order; noise, pictures and end marks have none. To be
/// called before assemble(), with the drafts in their final order.
std::vector<Sentence> cut_sentences(const Reading& reading);

}  // namespace herald::reading
