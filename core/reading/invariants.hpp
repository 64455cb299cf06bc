// What holds for every document that reading makes, whatever the input.
#pragma once

#include <string>
#include <vector>

#include "herald/document.hpp"

namespace herald::reading {

/// What is broken, one line each; empty where all holds: spans lie in the text, at ends of characters;
/// blocks are in order and disjoint; every character of the text that is not white space lies in one;
/// inlines and sentences lie in their block.
std::vector<std::string> check_invariants(const Document& document);

}  // namespace herald::reading
