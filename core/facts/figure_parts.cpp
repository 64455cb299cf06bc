// What stands around a number and belongs to its figure.
#include "core/facts/compound_measures.hpp"
#include "core/facts/figure_pass.hpp"
#include "core/facts/qualifiers.hpp"
#include "core/facts/units.hpp"

namespace herald::facts {

// The other end of a range: "50 to 60", "50–60", "between 50 and 60".
std::optional<Number> FigurePass::second_number(const Number& first, Range sentence, const Currency& money) const {
  const Tokens& tokens = context_.tokens;
  std::size_t at = first.end;
  if (at >= sentence.end) return std::nullopt;
  const bool dash = tokens.kind(at) == TokenKind::dash;
  const Match link = context_.match(at, WordClass::range_link);
  const Match both = context_.match(at, WordClass::number_link);
  if (!dash && !link && !both) return std::nullopt;
  at += dash ? 1 : std::max(link.count, both.count);
  if (const Currency again = currencies_.at(at); again.found()) {
    if (again.code != money.code) return std::nullopt;
    at = again.end;
  }
  if (at >= sentence.end || context_.claims[at] != Claim::none) return std::nullopt;
  if (tokens.kind(at) != TokenKind::number && !context_.match(at, WordClass::number)) return std::nullopt;
  std::optional<Number> second = numbers_.read(at, sentence.end, money.found());
  if (!second || second->value.to_double() <= first.value.to_double()) return std::nullopt;
  return second;
}

void FigurePass::take_range(FigureDraft& draft, const Currency& before, Range sentence) const {
  const std::size_t end = draft.number.end;
  const std::optional<Number> second = second_number(draft.number, sentence, before);
  if (!second) return;
  // "5 to 7 million", "€3 and €4 million": the first shares the multiplier, unless that would turn the order round
  // ("$500 to $1 million").
  const auto shared = draft.number.power == 0 ? draft.number.value.scaled_up(second->power) : std::nullopt;
  const bool shares = shared && second->power > 0 && shared->to_double() < second->value.to_double();
  const bool dash = context_.tokens.kind(end) == TokenKind::dash;
  if (!dash && guard_.is_change(draft.range.first, draft.number, *second, sentence)) return;
  const bool linked = static_cast<bool>(context_.match(end, WordClass::range_link));
  const bool range = dash || linked ||
                     (draft.range.first > sentence.first && context_.is(draft.range.first - 1, WordClass::range_open));
  if (shares && (range || before.found())) draft.figure.value = *shared;
  if (!range) return;
  draft.figure.maximum = second->value;
  draft.last = *second;
  draft.range.end = draft.value_end = second->end;
}

void FigurePass::take_currency(FigureDraft& draft, const Currency& before, Range sentence) const {
  Currency currency = before;
  std::size_t& end = draft.range.end;
  const Currency behind = currencies_.behind(end, sentence.end);
  if (!before.found()) {
    currency = behind;
    if (!behind.found() && !draft.figure.maximum) {
      // "1,5m €": the suffix is read again as money.
      const std::optional<Number> money = numbers_.read(draft.number_at, sentence.end, true);
      if (money && money->end > end) currency = currencies_.behind(money->end, sentence.end);
      if (currency.found()) draft.figure.value = money->value;
    }
    if (currency.found()) end = currency.end;
  } else if (behind.found() && behind.code == currency.code) {
    end = behind.end;
  } else if (const Match word = context_.match(end, WordClass::currency)) {
    // "$5 million Canadian dollars"
    if (word.phrase->code != "$") currency.code = word.phrase->code;
    end += word.count;
  }
  if (!currency.found()) return;
  draft.figure.kind = FigureKind::money;
  draft.figure.currency = currency.code;
}

// The unit, and a part of it behind it: "two years and a half", "deux ans et demi".
void FigurePass::take_unit(FigureDraft& draft, Range sentence) const {
  Figure& figure = draft.figure;
  draft.range.end = unit_behind(context_, figure, draft.last, draft.value_end, sentence);
  if (figure.kind == FigureKind::measure)
    draft.range.end = add_smaller_unit(context_, numbers_, figure, draft.range.end, sentence);
  const Match part = context_.match(draft.range.end, WordClass::fraction);
  if (figure.unit.empty() || figure.maximum || !part) return;
  if (const std::optional<Decimal> sum = plus_hundredths(figure.value, part.phrase->value)) {
    figure.value = *sum;
    draft.range.end += part.count;
  }
}

// "minus 12 degrees", "-5 °C", "–€3 million": a word for it, or a dash that is glued to the number alone. Things are
// not counted below nothing: there a dash is a bullet or a remark.
void FigurePass::take_sign(FigureDraft& draft, Range sentence) const {
  Figure& figure = draft.figure;
  const std::size_t begin = draft.range.first;
  if (begin == sentence.first || figure.kind == FigureKind::count || figure.kind == FigureKind::duration) return;
  const Tokens& tokens = context_.tokens;
  std::size_t first = begin;
  // « al menos 5 %» has no sign: its word is the qualifier's.
  const Match qualifier = tokens.match_before(begin, WordClass::qualifier);
  if (const Match word = tokens.match_before(begin, WordClass::sign);
      word && begin - word.count >= sentence.first && qualifier.count <= word.count) {
    first = begin - word.count;
  } else if (tokens.kind(begin - 1) == TokenKind::dash && tokens.glued(begin) && tokens.source(begin - 1) != "—") {
    const std::size_t dash = begin - 1;
    const bool opens = dash == sentence.first || tokens.is_mark(dash - 1, '(');
    const bool minus = tokens.source(dash) == "\u2212";
    if (opens ? minus || dash > sentence.first
              : tokens[dash].space_before && tokens.kind(dash - 1) != TokenKind::number)
      first = dash;
    // "the fund –€3 million in all– was spent": the dash has its pair.
    constexpr std::size_t longest_remark = 30;
    for (std::size_t k = draft.range.end; !minus && k < sentence.end && k < begin + longest_remark; ++k)
      if (tokens.kind(k) == TokenKind::dash && tokens.glued(k) && !tokens.glued(k + 1)) first = begin;
  }
  const auto negative = Decimal::from_parts(-figure.value.coefficient(), figure.value.scale());
  if (first == begin || !negative) return;
  figure.value = *negative;
  draft.range.first = first;
}

// "from 71 to 63 euros": of a fall, which is no range, the first has the unit of the second.
void FigurePass::share_of_end(FigureDraft& draft, Range sentence) const {
  const std::size_t begin = draft.range.first;
  const std::size_t end = draft.range.end;
  const Match from = context_.tokens.match_before(begin, WordClass::range_open);
  const Match to = context_.match(end, WordClass::range_link);
  if (draft.figure.maximum || !from || from.phrase->code != "from" || begin - from.count < sentence.first || !to)
    return;
  const std::optional<Number> second = numbers_.read(end + to.count, sentence.end, false);
  if (!second) return;
  if (const Currency money = currencies_.behind(second->end, sentence.end); money.found()) {
    draft.figure.kind = FigureKind::money;
    draft.figure.currency = money.code;
  } else {
    unit_behind(context_, draft.figure, *second, second->end, sentence);
  }
  const auto scaled = draft.number.power == 0 ? draft.number.value.scaled_up(second->power) : std::nullopt;
  if (scaled && second->power > 0) draft.figure.value = *scaled;
}

// "112-118 millions": where the currency follows its number it is left out once it is clear. A sum only where the last
// number of such a size was one, and where nothing behind says what else there are millions of.
void FigurePass::take_currency_of_context(FigureDraft& draft, Range sentence) const {
  constexpr int million = 6;
  if (draft.last.power < million || large_currency_.empty() ||
      context_.pack.noun_order != language::NounOrder::head_first)
    return;
  const std::size_t end = draft.range.end;
  const bool word_behind = end < sentence.end && context_.is_word(end) &&
                           !context_.tokens.is_any(end, mask(WordClass::function_word) | mask(WordClass::not_counted));
  if (word_behind || context_.match(end, WordClass::noun_link) || context_.match(end, WordClass::part_link)) return;
  draft.figure.kind = FigureKind::money;
  draft.figure.currency = large_currency_;
}

}  // namespace herald::facts
