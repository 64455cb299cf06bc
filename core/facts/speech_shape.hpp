// How marked words are written: how many they are, whether they begin within a sentence or look like a title. Who
// speaks is attribution.cpp's matter.
#pragma once

#include <cstddef>

#include "core/facts/context.hpp"

namespace herald::facts {

/// The number of words, marks and numbers left out.
std::size_t words_of(const Context& context, const Speech& speech);
/// Whether the first word is a small one: words within a sentence of the release's own.
bool begins_small(const Context& context, const Speech& speech);
/// Whether most of its longer words have capitals, as titles have.
bool is_title(const Context& context, const Speech& speech);

}  // namespace herald::facts
