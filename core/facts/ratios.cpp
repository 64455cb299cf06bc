#include "core/facts/ratios.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/facts/units.hpp"

namespace herald::facts {
namespace {

bool is_usual_whole(const Decimal& value) {
  constexpr std::array<std::int64_t, 13> usual = {2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100};
  return value.is_whole() && std::find(usual.begin(), usual.end(), value.coefficient()) != usual.end();
}

}  // namespace

// "in five" behind "one": the whole of a ratio.
Whole RatioReader::whole_behind(const Number& part, std::size_t at, Range sentence) const {
  const Match link = context_.match(at, WordClass::ratio_link);
  std::size_t behind = at + link.count;
  // "out of" says a ratio; "in", « sur » alone say it of small parts of the wholes that people count by.
  const bool plain = link.count == 1;
  if (link && context_.is(behind, WordClass::determiner)) ++behind;  // "one in a hundred"
  const bool is_number =
      context_.tokens.kind(behind) == TokenKind::number || context_.match(behind, WordClass::number).count > 0;
  if (!link || !is_number || (plain && (part.digits > 2 || part.magnitude))) return {};
  const std::optional<Number> whole = numbers_.read(behind, sentence.end, false);
  if (!whole) return {};
  // "two in ten years" is no part of ten.
  Figure measured;
  unit_behind(context_, measured, *whole, whole->end, sentence);
  const bool counts_by = !plain || is_usual_whole(whole->value);
  return {whole->end, counts_by && measured.unit.empty() ? std::optional(whole->value) : std::nullopt, "figures.ratio"};
}

// "Phase two in three parts": a number behind a name or a noun numbers it.
bool RatioReader::may_open(std::size_t i, Range sentence) const {
  const Tokens& tokens = context_.tokens;
  if (i == sentence.first || tokens.kind(i - 1) != TokenKind::word) return true;
  return tokens.is_any(i - 1, mask(WordClass::function_word) | mask(WordClass::determiner) |
                                  mask(WordClass::clause_opener) | mask(WordClass::list_link)) ||
         tokens.match_before(i, WordClass::qualifier) || context_.said_before(i);
}

// "3 in 10 Downing Street": the whole is part of a name.
bool RatioReader::goes_on_with_name(std::size_t i) const {
  return context_.is_capital(i) && !context_.pack.capital_nouns;
}

// The whole of a ratio ("one in five", "eight out of ten", "one child in six") or a fraction ("two-thirds"); its end is
// 0 where the count is a part of none.
Whole RatioReader::whole_of(const Number& part, const Decimal& value, Range own, Range sentence) const {
  const Tokens& tokens = context_.tokens;
  const std::size_t begin = own.first;
  const std::size_t end = own.end;
  if (Whole whole = whole_behind(part, end, sentence); whole.end > 0) {
    if (!may_open(begin, sentence) || goes_on_with_name(whole.end)) whole.of.reset();
    return whole;
  }
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
    // "a quarter of 2 million boats" is a number too, which is not worked out; "three quarters of 2025" a time.
    if (link && tokens.kind(noun) == TokenKind::number) {
      const std::optional<Number> more = numbers_.read(noun, sentence.end, false);
      return {more ? more->end : noun + 1, std::nullopt, "figures.fraction", {}, true};
    }
    const bool measured = context_.match(noun, WordClass::unit).count > 0;
    return {behind, measured ? std::nullopt : Decimal::parse(word.phrase->code), "figures.fraction", {}, true};
  }
  if (!context_.is_word(end) || context_.is(end, WordClass::function_word)) return {};
  Whole whole = whole_behind(part, end + 1, sentence);
  // "12 people in 20 towns", "one nurse in ten hospitals" have two figures; behind "one child in six" stands "is".
  const bool counts_more = context_.is_word(whole.end) && !context_.is(whole.end, WordClass::function_word);
  if (!whole.of || counts_more || value.to_double() >= whole.of->to_double()) return {};
  whole.counted = {end, end + 1};
  return whole;
}

}  // namespace herald::facts
