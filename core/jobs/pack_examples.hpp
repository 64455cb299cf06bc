// Runs the examples of a language pack: each is a paragraph of a release, and says what is to be found in it.
#pragma once

#include <vector>

#include "core/language/pack.hpp"
#include "core/language/pack_check.hpp"

namespace herald::jobs {

/// The examples of `pack` in which something else is found than they say, with both; none where all hold. `packs` are
/// those that are in use with it, and hold it too: dates are read in all languages.
std::vector<language::PackProblem> run_examples(const language::Pack& pack, const language::Packs& packs);

}  // namespace herald::jobs
