// Figures: counts, money, percentages, durations, measures, each with its qualifier and what it counts.
// What is no figure (references, phones, codes) is number_guard.cpp's to tell, and money's signs are currencies.cpp's.
// Ordinals ("the 94th assembly") are names' parts and are not given as figures.
#include <algorithm>
#include <array>

#include "core/facts/compound_measures.hpp"
#include "core/facts/figure_pass.hpp"
#include "core/facts/passes.hpp"
#include "core/facts/qualifiers.hpp"
#include "core/facts/units.hpp"

namespace herald::facts {

void FigurePass::learn_names() {
  for (const Range& sentence : context_.sentences)
    for (std::size_t i = sentence.first + 1; i < sentence.end; ++i)
      if (context_.tokens.kind(i) == TokenKind::number && context_.claims[i] == Claim::none && context_.is_word(i - 1))
        if (const std::optional<Number> number = numbers_.read(i, sentence.end, false))
          guard_.learn_name(i, *number, sentence);
}

std::size_t FigurePass::take(std::size_t i, Range sentence) {
  const Tokens& tokens = context_.tokens;
  if (const Currency currency = currencies_.at(i); currency.found() && currency.end < sentence.end) {
    // "USD six million": words too, behind a code.
    const bool word =
        context_.match(currency.end, WordClass::number) && context_.match(currency.end + 1, WordClass::magnitude);
    if ((tokens.kind(currency.end) == TokenKind::number || word) && context_.claims[currency.end] == Claim::none)
      return build(i, currency.end, currency, sentence);
    return currency.end;
  }
  if (tokens.kind(i) == TokenKind::number) return build(i, i, {}, sentence);
  if (const Match phrase = context_.match(i, WordClass::not_figure)) {
    // "no one in ten towns": nor is the number behind it one.
    std::size_t end = i + phrase.count;
    if (const Match link = context_.match(end, WordClass::ratio_link))
      if (const auto behind = numbers_.read(end + link.count, sentence.end, false)) end = behind->end;
    context_.reject(FactKind::figure, {i, end}, "figures.phrase");
    return end;
  }
  if (const std::size_t end = take_without_number(i, sentence); end > i) return end;
  if (const std::size_t end = take_article(i, sentence); end > i) return end;
  if (context_.match(i, WordClass::number) || context_.match(i, WordClass::collective) ||
      (context_.match(i, WordClass::magnitude) && context_.pack.noun_order == language::NounOrder::head_first))
    return build(i, i, {}, sentence);
  return i;
}

// What other passes have claimed: numbers in it are no figures. Nobody takes "27 November" for one, but "2026-2030".
std::size_t FigurePass::pass_over(std::size_t i, Range sentence) const {
  const Claim claim = context_.claims[i];
  std::size_t end = i;
  bool number = false;
  bool word = false;
  for (; end < sentence.end && context_.claims[end] == claim; ++end) {
    number = number || context_.tokens.kind(end) == TokenKind::number;
    word = word || context_.is_word(end);
  }
  if (number && !word && claim == Claim::date) context_.reject(FactKind::figure, {i, end}, "figures.in_date");
  if (number && claim == Claim::person) context_.reject(FactKind::figure, {i, end}, "figures.in_name");
  if (number && claim == Claim::rejected && context_.in_speech[i])
    context_.reject(FactKind::figure, {i, end}, "figures.set_apart");
  return end;
}

std::size_t FigurePass::reject(std::size_t number_at, const Number& number, Range sentence, const char* rule) {
  const Tokens& tokens = context_.tokens;
  constexpr std::size_t longest_phone = 12;
  std::size_t end = number.end;
  if (guard_.is_phone(number_at, sentence))
    while (end < sentence.end && end < number_at + longest_phone &&
           (tokens.kind(end) == TokenKind::number || (tokens.kind(end) == TokenKind::dash) ||
            (tokens.kind(end) == TokenKind::mark && tokens.kind(end + 1) == TokenKind::number)))
      ++end;
  // What stands behind a slash or colon ("24/7", "10:30") belongs to it.
  while (end + 1 < sentence.end && tokens.glued(end) && tokens.glued(end + 1) && tokens.kind(end) == TokenKind::mark &&
         tokens.kind(end + 1) == TokenKind::number)
    end += 2;
  guard_.reject(end);
  const bool letters = end < sentence.end && tokens.glued(end) && context_.is_word(end);
  context_.reject(FactKind::figure, {number_at, letters ? end + 1 : end}, rule);
  return end;
}

// "شهرين", "شخصان": a form of the noun that says two; "طن و350 كيلوغراما": a unit alone that a smaller one follows.
std::size_t FigurePass::take_without_number(std::size_t i, Range sentence) {
  const Match dual = context_.match(i, WordClass::dual);
  const Match unit = dual ? dual : context_.match(i, WordClass::unit);
  if (!unit) return i;
  const std::size_t end = i + unit.count;
  Number number;
  number.value = Decimal(dual ? 2 : 1);
  number.end = end;
  number.words = true;
  FigureDraft draft{{}, {i, end}, i, end, number, number, {}};
  draft.figure.value = number.value;
  const bool noun = unit.phrase->code == "noun";
  if (!noun) {
    draft.figure.unit = unit.phrase->code;
    draft.figure.kind = is_time(unit) ? FigureKind::duration : FigureKind::measure;
    draft.range.end = add_smaller_unit(context_, numbers_, draft.figure, end, sentence);
    if (!dual && draft.range.end == end) return i;
  }
  // "شخصين اثنين" says it again.
  if (const Match again = context_.match(draft.range.end, WordClass::number); again && again.phrase->value == 2)
    draft.range.end += again.count;
  const std::size_t qualified = qualifier_before(context_, i, sentence, draft.figure);
  if (noun) {
    draft.counted = phrases_.behind(i, sentence.end);
    draft.figure.counted = context_.text(draft.counted);
  } else {
    count(draft, draft.range.end, qualified, sentence);
  }
  const std::size_t behind = draft.range.end;
  add(draft, qualified);
  return behind;
}

void FigurePass::count(FigureDraft& draft, std::size_t behind, std::size_t qualified, Range sentence) const {
  draft.counted = counted_.of(draft.figure.kind, {draft.range.first, behind}, qualified, sentence);
  name_counted(draft);
}

void FigurePass::name_counted(FigureDraft& draft) const {
  // A person is not counted.
  if (draft.counted.empty() || context_.person_at[draft.counted.first] != Context::no_person) return;
  draft.figure.counted = context_.text(draft.counted);
  context_.because(FactKind::figure, draft.range, draft.counted);
  // "9 schools at least"
  if (draft.counted.first >= draft.range.end) qualifier_behind(context_, draft.counted.end, draft.figure);
}

// "62-year-old": how old somebody is, not how long something takes.
bool FigurePass::is_age(std::size_t end) const {
  const std::size_t at = context_.tokens.kind(end) == TokenKind::dash && context_.tokens.glued(end) ? end + 1 : end;
  return context_.is(at, WordClass::age_marker);
}

// A bare number is a figure only where something is counted, or where its qualifier shows that it is one. The rule by
// which it is none, null where it is.
const char* FigurePass::says_nothing(const FigureDraft& draft) const {
  const Figure& figure = draft.figure;
  const Number& number = draft.number;
  const bool one = number.words && figure.value == Decimal(1);
  if (figure.kind == FigureKind::duration && is_age(draft.range.end)) return "figures.age";
  if (one && (figure.kind == FigureKind::duration || figure.kind == FigureKind::count)) return "figures.one";
  if (figure.kind != FigureKind::count) return nullptr;
  // An age in one word with its number, behind a dash.
  if (context_.tokens.kind(draft.range.end) == TokenKind::dash && is_age(draft.range.end)) return "figures.age";
  if (figure.value == Decimal(0)) return "figures.none";
  if (!figure.counted.empty()) return nullptr;
  if (number.words ? !number.magnitude : number.digits < 2) return "figures.nothing_counted";
  const bool bare = number.plain_digits || !number.value.is_whole();
  return bare && figure.qualifier == Qualifier::exact && !figure.maximum ? "figures.nothing_counted" : nullptr;
}

void FigurePass::add(FigureDraft& draft, std::size_t qualified) {
  static constexpr std::array rules = {"figures.count", "figures.money", "figures.percent", "figures.duration",
                                       "figures.measure"};
  add(draft, qualified, rules[static_cast<std::size_t>(draft.figure.kind)]);
}

void FigurePass::add(FigureDraft& draft, std::size_t qualified, const char* rule) {
  Figure& figure = draft.figure;
  const bool counted_in_words = draft.number.words && figure.kind == FigureKind::count;
  const double confidence = figure.counted.empty() ? 0.8 : counted_in_words ? 0.85 : 0.95;
  figure.as_written = context_.text({qualified, draft.range.end});
  figure.provenance = context_.provenance(draft.range, rule, confidence);
  std::vector<Figure>& figures = context_.document.facts.figures;
  figure.id = next_id('f', figures.size());
  context_.because(FactKind::figure, draft.range, {qualified, draft.range.first});
  context_.claim(draft.range, Claim::figure);
  counted_.remember(figure.kind, draft.range, draft.counted);
  currencies_.remember(figure.currency);
  constexpr int million = 6;
  if (draft.last.power >= million) large_currency_ = figure.currency;
  figures.push_back(std::move(figure));
}

// "one in five children": what is counted stands behind the whole, as behind a count or, with a word between, a share.
std::size_t FigurePass::add_ratio(FigureDraft& draft, const Whole& whole, std::size_t qualified, Range sentence) {
  Figure& figure = draft.figure;
  draft.range.end = whole.end;
  if (!whole.of || figure.maximum || figure.value.to_double() >= whole.of->to_double()) {
    context_.reject(FactKind::figure, draft.range, "figures.part_of_whole");
    return whole.end;
  }
  figure.of = whole.of;
  figure.kind = context_.match(whole.end, WordClass::noun_link) ? FigureKind::percent : FigureKind::count;
  draft.counted = whole.counted;
  if (draft.counted.empty())
    draft.counted = counted_.of(figure.kind, {draft.range.first, whole.end}, qualified, sentence);
  figure.kind = FigureKind::ratio;
  name_counted(draft);
  add(draft, qualified, whole.rule);
  return whole.end;
}

// « un enfant sur cinq », "a third of the homes": the article is the number.
std::size_t FigurePass::take_article(std::size_t i, Range sentence) {
  const Match one = context_.match(i, WordClass::one);
  if (!one) return i;
  Number number;
  number.value = Decimal(1);
  number.end = i + one.count;
  number.words = true;
  FigureDraft draft{{}, {i, number.end}, i, number.end, number, number, {}};
  draft.figure.value = number.value;
  const Whole whole = ratios_.whole_of(number, number.value, {i, number.end}, sentence);
  // « un tiers des écoles », but « un quart de finale » and "a fifth of vodka".
  const Match link = context_.match(whole.end, WordClass::noun_link);
  const bool part_of =
      whole.is_fraction && link &&
      (context_.is(whole.end, WordClass::determiner) || context_.is(whole.end + link.count, WordClass::determiner));
  if (!whole.of || !(part_of || (!whole.is_fraction && one.phrase->code == "ratio"))) return i;
  return add_ratio(draft, whole, qualifier_before(context_, i, sentence, draft.figure), sentence);
}

std::size_t FigurePass::build(std::size_t begin, std::size_t number_at, const Currency& before, Range sentence) {
  const std::optional<Number> number = numbers_.read(number_at, sentence.end, before.found());
  if (!number) {
    const std::size_t end = numbers_.end_of_unreadable(number_at, sentence.end);
    if (context_.tokens.kind(number_at) == TokenKind::number)
      context_.reject(FactKind::figure, {number_at, end}, "figures.unreadable");
    return end;
  }
  if (begin == number_at && numbers_.is_in_brackets(number_at, *number, sentence.first)) --begin;
  if (before.letter && !number->magnitude && (number->plain_digits || number->digits < 4)) {
    context_.reject(FactKind::figure, {begin, number->end}, "figures.letter_before");
    return number->end;
  }
  if (!before.found()) {
    if (const char* rule = guard_.belongs_elsewhere(begin, number_at, *number, sentence))
      return reject(number_at, *number, sentence, rule);
    if (const std::size_t end = numbers_.end_of_score(*number, sentence.end); end > 0) {
      context_.reject(FactKind::figure, {number_at, end}, "figures.score");
      return end;
    }
  }

  FigureDraft draft{{}, {begin, number->end}, number_at, number->end, *number, *number, {}};
  draft.figure.value = number->value;
  take_range(draft, before, sentence);
  // "from 9 to 11 a.m.": hours of the day.
  if (draft.figure.maximum && draft.last.digits <= 2 && context_.match(draft.value_end, WordClass::time_marker) &&
      !context_.is(draft.value_end, WordClass::function_word)) {
    context_.reject(FactKind::figure, {begin, draft.value_end}, "figures.time");
    return draft.value_end;
  }
  take_currency(draft, before, sentence);
  if (draft.figure.kind != FigureKind::money) take_unit(draft, sentence);
  if (draft.figure.kind == FigureKind::count) share_of_end(draft, sentence);
  if (draft.figure.kind == FigureKind::count) take_currency_of_context(draft, sentence);
  const std::size_t end = draft.range.end;
  take_sign(draft, sentence);
  const std::size_t qualified = qualifier_before(context_, draft.range.first, sentence, draft.figure);
  const std::size_t behind = qualifier_behind(context_, draft.range.end, draft.figure);
  if (context_.tokens.match_before(qualified, WordClass::age_marker)) {
    context_.reject(FactKind::figure, draft.range, "figures.age");
    return end;
  }
  if (draft.figure.kind == FigureKind::count) {
    const bool named = !phrases_.behind(end, sentence.end).empty();
    const bool year = guard_.is_year(begin, *number, named);
    if (year || guard_.is_address(draft.value_end, sentence) || guard_.is_postcode(number_at, *number, sentence)) {
      context_.reject(FactKind::figure, draft.range, year ? "figures.year" : "figures.address");
      return end;
    }
    if (const Whole whole = ratios_.whole_of(draft.number, draft.figure.value, draft.range, sentence); whole.end > 0)
      return add_ratio(draft, whole, qualified, sentence);
  }
  count(draft, behind, qualified, sentence);
  if (const char* rule = says_nothing(draft))
    context_.reject(FactKind::figure, draft.range, rule);
  else
    add(draft, qualified);
  return end;
}

void find_figures(Context& context) { FigurePass(context).run(); }

}  // namespace herald::facts
