#include "core/facts/ratios.hpp"

#include "core/facts/units.hpp"

namespace herald::facts {

// "in five" behind "one": the whole of a ratio.
Whole RatioReader::whole_behind(const Number& part, std::size_t at, Range sentence) const {
  constexpr double largest_whole = 100;
  const Match link = context_.match(at, WordClass::ratio_link);
  const std::size_t behind = at + link.count;
  const bool is_number =
      context_.tokens.kind(behind) == TokenKind::number || context_.match(behind, WordClass::number).count > 0;
  if (!link || !is_number || part.digits > 2 || part.magnitude) return {};
  const std::optional<Number> whole = numbers_.read(behind, sentence.end, false);
  if (!whole || whole->value.to_double() > largest_whole) return {};
  // "two in ten years" is no part of ten.
  Figure measured;
  unit_behind(context_, measured, *whole, whole->end, sentence);
  return {whole->end, measured.unit.empty() ? std::optional(whole->value) : std::nullopt, "figures.ratio"};
}

// The whole of a ratio ("one in five", "eight out of ten", "one child in six") or a fraction ("two-thirds"); its end is
// 0 where the count is a part of none.
Whole RatioReader::whole_of(const Number& part, const Decimal& value, std::size_t end, Range sentence) const {
  const Tokens& tokens = context_.tokens;
  if (const Whole whole = whole_behind(part, end, sentence); whole.end > 0) return whole;
  std::size_t fraction = end;
  if (tokens.kind(fraction) == TokenKind::dash && tokens.glued(fraction)) ++fraction;
  if (const Match word = context_.match(fraction, WordClass::fraction); word && !word.phrase->code.empty()) {
    const std::size_t behind = fraction + word.count;
    const Match link = context_.match(behind, WordClass::noun_link);
    // "three quarters of an hour", « un quart d’heure » are measures.
    std::size_t noun = behind + link.count;
    while (link && context_.is(noun, WordClass::determiner)) ++noun;
    // "a quarter of a million" is a number.
    if (link && context_.match(noun, WordClass::magnitude)) return {};
    const bool measured = context_.match(noun, WordClass::unit).count > 0;
    return {behind, measured ? std::nullopt : Decimal::parse(word.phrase->code), "figures.fraction", {}, true};
  }
  if (!context_.is_word(end) || context_.is(end, WordClass::function_word)) return {};
  Whole whole = whole_behind(part, end + 1, sentence);
  // "12 people in 20 towns" has two figures; behind "one child in six" stands what it does.
  const bool counts_more =
      value != Decimal(1) && context_.is_word(whole.end) && !context_.is(whole.end, WordClass::function_word);
  if (!whole.of || counts_more || value.to_double() >= whole.of->to_double()) return {};
  whole.counted = {end, end + 1};
  return whole;
}

}  // namespace herald::facts
