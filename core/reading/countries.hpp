// Whether a name is that of a country, in any language that has a pack. The names are ICU's (CLDR), so
// that no list of countries has to be kept here.
#pragma once

#include <string_view>

#include "core/language/pack.hpp"

namespace herald::reading {

bool is_country(std::string_view name, const language::Packs& packs);

}  // namespace herald::reading
