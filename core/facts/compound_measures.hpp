// Measures in two units, the smaller one joined to the larger: "3 tonnes and 250 kilograms" is one quantity.
#pragma once

#include "core/facts/context.hpp"
#include "core/facts/numbers.hpp"

namespace herald::facts {

/// Adds to a whole measure what an "and" at token i gives in a smaller unit of the same kind ("و250 كيلوغراما").
/// Returns the token behind it, or i where nothing was added.
std::size_t add_smaller_unit(const Context& context, const NumberReader& numbers, Figure& figure, std::size_t i,
                             Range sentence);

}  // namespace herald::facts
