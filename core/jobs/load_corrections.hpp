// Finds and reads the corrections that belong to an input: a file beside it, or one that is named.
#pragma once

#include <string>

#include "core/corrections/corrections.hpp"
#include "herald/result.hpp"

namespace herald::jobs {

/// Where corrections come from. `file` is one by its path; without it "INPUT.herald.json" is taken where it stands
/// beside the input. `use` is off for who wants to see what Herald finds by itself.
struct CorrectionsChoice {
  std::string file = {};
  bool use = true;
};

/// The path of the corrections that belong beside an input; "" for standard input, which stands nowhere.
std::string corrections_beside(const std::string& uri);

/// The corrections of an input, empty ones where there are none. Refuses what load_bytes() and read_corrections()
/// refuse, located at the corrections file.
Result<corrections::Corrections> load_corrections(const std::string& uri, const CorrectionsChoice& choice);

}  // namespace herald::jobs
