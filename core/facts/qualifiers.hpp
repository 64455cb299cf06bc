// What is said of a figure's exactness: "more than", "about", "at least", before the number or behind it.
#pragma once

#include "core/facts/context.hpp"

namespace herald::facts {

/// Sets the figure's qualifier from the words before token `begin`; returns their first token, `begin` where there
/// are none.
std::size_t qualifier_before(const Context& context, std::size_t begin, Range sentence, Figure& figure);

/// The same from what stands at token `end`, behind the figure ("or more", "+"), where nothing stands before it.
/// Returns the token behind those words.
std::size_t qualifier_behind(const Context& context, std::size_t end, Figure& figure);

}  // namespace herald::facts
