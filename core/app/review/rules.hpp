// What the names of rules mean, a sentence each: of rules that find a fact, of those that reject a candidate, and of
// the reasons for which a sentence is a point to make. One table, so that every explanation says the same.
#pragma once

#include <string_view>
#include <vector>

namespace herald::app::review {

/// The sentence of a rule ("figures.phone"), or of "points." and a point's reason; it reads behind a colon and has no
/// full stop. "" for a name that is not Herald's, as a document JSON may have.
std::string_view rule_sentence(std::string_view rule);

/// All names of the table, in its order.
std::vector<std::string_view> rule_names();

}  // namespace herald::app::review
