// Only units of which the smaller is a decimal part of the larger: the sum is a decimal number then. Years and months,
// hours and minutes stay two figures.
#include "core/facts/compound_measures.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace herald::facts {
namespace {

struct UnitPart {
  std::string_view whole;
  std::string_view part;
  int digits;  // of how many parts make up the whole
};

constexpr std::array parts = {UnitPart{"tonne", "kilogram", 3}, UnitPart{"quintal", "kilogram", 2},
                              UnitPart{"kilogram", "gram", 3}, UnitPart{"kilometre", "metre", 3},
                              UnitPart{"metre", "centimetre", 2}};
constexpr std::int64_t most_wholes = 1'000'000'000'000;  // with its parts it fits 63 bits

}  // namespace

std::size_t add_smaller_unit(const Context& context, const NumberReader& numbers, Figure& figure, std::size_t i,
                             Range sentence) {
  const Match link = context.match(i, WordClass::number_link);
  const std::size_t number_at = i + link.count;
  if (!link || number_at >= sentence.end || context.claims[number_at] != Claim::none || figure.maximum ||
      !figure.value.is_whole() || figure.value.coefficient() > most_wholes)
    return i;
  if (context.tokens.kind(number_at) != TokenKind::number && !context.match(number_at, WordClass::number)) return i;
  const std::optional<Number> number = numbers.read(number_at, sentence.end, false);
  if (!number || !number->value.is_whole()) return i;
  const Match unit = context.match(number->end, WordClass::unit);
  if (!unit) return i;
  const auto* const part = std::find_if(parts.begin(), parts.end(), [&](const UnitPart& known) {
    return known.whole == figure.unit && known.part == unit.phrase->code;
  });
  if (part == parts.end()) return i;
  std::int64_t in_whole = 1;
  for (int digit = 0; digit < part->digits; ++digit) in_whole *= 10;
  if (number->value.coefficient() >= in_whole) return i;
  const auto sum =
      Decimal::from_parts(figure.value.coefficient() * in_whole + number->value.coefficient(), part->digits);
  if (!sum) return i;
  figure.value = *sum;
  return number->end + unit.count;
}

}  // namespace herald::facts
