// The names of countries in a language, from ICU's region data, added to a lexicon.
#pragma once

#include <string_view>

#include "core/language/lexicon.hpp"

namespace herald::language {

/// Adds every ISO 3166-1 region under its name in the language, with the alpha-2 code. Short and other
/// names that people write ("Hong Kong", "the Netherlands") are the pack's matter.
void add_region_names(Lexicon& lexicon, std::string_view language, int pack);

}  // namespace herald::language
