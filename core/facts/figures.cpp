// Figures: counts, money, percentages, durations, measures, each with its qualifier and what it counts.
// What is no figure (references, phones, codes) is number_guard.cpp's to tell, and money's signs are currencies.cpp's.
// Ordinals ("the 94th assembly") are names' parts and are not given as figures.
#include <algorithm>
#include <array>

#include "core/facts/compound_measures.hpp"
#include "core/facts/counted.hpp"
#include "core/facts/currencies.hpp"
#include "core/facts/noun_phrase.hpp"
#include "core/facts/number_guard.hpp"
#include "core/facts/numbers.hpp"
#include "core/facts/passes.hpp"
#include "core/facts/qualifiers.hpp"
#include "core/facts/ratios.hpp"
#include "core/facts/units.hpp"

namespace herald::facts {
namespace {

// A figure while it is being read: its tokens, and what the number was.
struct Draft {
  Figure figure;
  Range range;                // sign, currency, number, unit
  std::size_t number_at = 0;  // the first token of the number
  std::size_t value_end = 0;  // behind the number, or the second one of a range
  Number number;
  Number last;  // of a range the second
  Range counted;
};

class FigurePass {
 public:
  explicit FigurePass(Context& context)
      : context_(context),
        numbers_(context),
        phrases_(context),
        currencies_(context),
        guard_(context, currencies_),
        ratios_(context, numbers_),
        counted_(context, numbers_, phrases_, currencies_) {}

  void run() {
    learn_names();
    for (const Range& sentence : context_.sentences) {
      guard_.begin_sentence();
      for (std::size_t i = sentence.first; i < sentence.end;) {
        const std::size_t end = context_.claims[i] == Claim::none ? take(i, sentence) : pass_over(i, sentence);
        i = std::max(end, i + 1);
      }
    }
  }

 private:
  void learn_names();
  std::size_t take(std::size_t i, Range sentence);
  std::size_t take_without_number(std::size_t i, Range sentence);
  std::size_t take_article(std::size_t i, Range sentence);
  std::size_t pass_over(std::size_t i, Range sentence) const;
  std::size_t add_ratio(Draft& draft, const Whole& whole, std::size_t qualified, Range sentence);
  std::size_t build(std::size_t begin, std::size_t number_at, const Currency& before, Range sentence);
  std::size_t reject(std::size_t number_at, const Number& number, Range sentence, const char* rule);
  std::optional<Number> second_number(const Number& first, Range sentence, const Currency& money) const;
  void take_range(Draft& draft, const Currency& before, Range sentence) const;
  void take_currency(Draft& draft, const Currency& before, Range sentence) const;
  void take_unit(Draft& draft, Range sentence) const;
  void take_sign(Draft& draft, Range sentence) const;
  void share_of_end(Draft& draft, Range sentence) const;
  void take_currency_of_context(Draft& draft, Range sentence) const;
  void count(Draft& draft, std::size_t behind, std::size_t qualified, Range sentence) const;
  void name_counted(Draft& draft) const;
  const char* says_nothing(const Draft& draft) const;
  bool is_age(std::size_t end) const;
  void add(Draft& draft, std::size_t qualified);
  void add(Draft& draft, std::size_t qualified, const char* rule);

  Context& context_;
  NumberReader numbers_;
  NounPhraseReader phrases_;
  CurrencyReader currencies_;
  NumberGuard guard_;
  RatioReader ratios_;
  CountedReader counted_;
  std::string large_currency_;  // of the last number of millions; empty where that was no sum
};

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
    context_.reject(FactKind::figure, {i, i + phrase.count}, "figures.phrase");
    return i + phrase.count;
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

void FigurePass::take_range(Draft& draft, const Currency& before, Range sentence) const {
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

void FigurePass::take_currency(Draft& draft, const Currency& before, Range sentence) const {
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
void FigurePass::take_unit(Draft& draft, Range sentence) const {
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
  Draft draft{{}, {i, end}, i, end, number, number, {}};
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

// "minus 12 degrees", "-5 °C", "–€3 million": a word for it, or a dash that is glued to the number alone. Things are
// not counted below nothing: there a dash is a bullet or a remark.
void FigurePass::take_sign(Draft& draft, Range sentence) const {
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
void FigurePass::share_of_end(Draft& draft, Range sentence) const {
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
void FigurePass::take_currency_of_context(Draft& draft, Range sentence) const {
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

void FigurePass::count(Draft& draft, std::size_t behind, std::size_t qualified, Range sentence) const {
  draft.counted = counted_.of(draft.figure.kind, {draft.range.first, behind}, qualified, sentence);
  name_counted(draft);
}

void FigurePass::name_counted(Draft& draft) const {
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
const char* FigurePass::says_nothing(const Draft& draft) const {
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

void FigurePass::add(Draft& draft, std::size_t qualified) {
  static constexpr std::array rules = {"figures.count", "figures.money", "figures.percent", "figures.duration",
                                       "figures.measure"};
  add(draft, qualified, rules[static_cast<std::size_t>(draft.figure.kind)]);
}

void FigurePass::add(Draft& draft, std::size_t qualified, const char* rule) {
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
std::size_t FigurePass::add_ratio(Draft& draft, const Whole& whole, std::size_t qualified, Range sentence) {
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
  Draft draft{{}, {i, number.end}, i, number.end, number, number, {}};
  draft.figure.value = number.value;
  const Whole whole = ratios_.whole_of(number, number.value, number.end, sentence);
  const bool part_of = whole.is_fraction && context_.match(whole.end, WordClass::noun_link);
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

  Draft draft{{}, {begin, number->end}, number_at, number->end, *number, *number, {}};
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
    if (const Whole whole = ratios_.whole_of(draft.number, draft.figure.value, draft.range.end, sentence);
        whole.end > 0)
      return add_ratio(draft, whole, qualified, sentence);
  }
  count(draft, behind, qualified, sentence);
  if (const char* rule = says_nothing(draft))
    context_.reject(FactKind::figure, draft.range, rule);
  else
    add(draft, qualified);
  return end;
}

}  // namespace

void find_figures(Context& context) { FigurePass(context).run(); }

}  // namespace herald::facts
