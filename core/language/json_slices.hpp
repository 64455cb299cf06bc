// The members of a JSON object as slices of its text, found without building anything: what is not
// needed at the start of the program is not parsed then.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace herald::language {

/// Name and value of each member, as written (names without their marks, escapes left as they are).
/// Nothing where the text is not an object whose brackets and strings close; values are not checked.
std::vector<std::pair<std::string_view, std::string_view>> json_members(std::string_view object);

}  // namespace herald::language
