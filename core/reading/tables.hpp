// Tables that were pasted as lines: their columns are left as tabs, bars or wide gaps.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/reading/draft.hpp"
#include "core/reading/lines.hpp"

namespace herald::reading {

/// How many lines from `first` on are the rows of one table; 0 where none begins there.
std::size_t count_table_rows(std::string_view source, const std::vector<Line>& lines, std::size_t first);

/// Drafts of the rows, joined by a group; each cell is a run of its own.
void draft_table(Reading& reading, const std::vector<Line>& lines, std::size_t first, std::size_t rows);

}  // namespace herald::reading
