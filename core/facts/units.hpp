// The unit behind a number: per cent, time, measures.
#pragma once

#include "core/facts/numbers.hpp"

namespace herald::facts {

/// Sets the figure's kind and unit from what stands at token `end`, behind its number ("%", "years", "km/h"); returns
/// the token behind, `end` where no unit stands there.
std::size_t unit_behind(const Context& context, Figure& figure, const Number& number, std::size_t end, Range sentence);

/// Whether a unit of the pack is one of time.
bool is_time(const Match& unit);

}  // namespace herald::facts
