// A sentence as it stands beside a fact: whole, or of one that never ends what surrounds the fact.
#pragma once

#include <cstdint>
#include <string>

#include "herald/document.hpp"

namespace herald::app {

/// The sentence with white space folded, or of one that is too long what stands around the fact, between ellipses.
std::string sentence_around(const Document& document, std::uint32_t sentence, Span fact);

}  // namespace herald::app
