// Lines that name who wrote or photographed a release, or its field. The model has no place for them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/reading/draft.hpp"

namespace herald::reading {

/// "By Ana Lima", "Text: Ana Lima and Rui Costa": a word of the pack and names, and nothing else.
bool is_byline(std::string_view text, const language::Packs& packs);

/// "LNA": who wrote it, in short; beside the date "Ana Lima" and "Industry" too, or what it is about.
bool is_byline_or_label(const std::vector<Draft>& drafts, std::size_t index);

/// "Photos: Ana Lima", "Text: Ana Lima. Photos: Rui Costa": labels that no pack has to know.
bool is_credit(std::string_view text);

}  // namespace herald::reading
