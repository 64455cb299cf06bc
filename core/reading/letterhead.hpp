// Lines above the title that name who issues the release. Which line is the title is front_matter.cpp's.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/reading/draft.hpp"

namespace herald::reading {

/// Whether one of its words is of a pack's letterhead_words.
bool has_letterhead_word(std::string_view text, const language::Packs& packs);

/// How many of the open lines at the top are the issuer's, the last of all never among them: its name, and
/// what stands right below it in fewer words than the title.
std::size_t issuer_lines(const Reading& reading, const std::vector<std::size_t>& open);

}  // namespace herald::reading
