// Figures: counts, money, percentages, durations, measures, each with its qualifier and what it counts.
// What is no figure (references, phones, codes) is number_guard.cpp's to tell, and money's signs are currencies.cpp's.
// Ordinals ("the 94th assembly") are names' parts and are not given as figures.
#include <algorithm>
#include <array>

#include "core/facts/currencies.hpp"
#include "core/facts/noun_phrase.hpp"
#include "core/facts/number_guard.hpp"
#include "core/facts/numbers.hpp"
#include "core/facts/passes.hpp"

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
};

class FigurePass {
 public:
  explicit FigurePass(Context& context)
      : context_(context), numbers_(context), phrases_(context), currencies_(context), guard_(context, currencies_) {}

  void run() {
    for (const Range& sentence : context_.sentences) {
      guard_.begin_sentence();
      for (std::size_t i = sentence.first; i < sentence.end;) {
        const std::size_t end = context_.claims[i] == Claim::none ? take(i, sentence) : i;
        i = std::max(end, i + 1);
      }
    }
  }

 private:
  std::size_t take(std::size_t i, Range sentence);
  std::size_t build(std::size_t begin, std::size_t number_at, const Currency& before, Range sentence);
  std::size_t end_of_unreadable(std::size_t i, Range sentence) const;
  std::size_t reject(std::size_t number_at, const Number& number, Range sentence);
  std::size_t end_of_score(const Number& first, Range sentence) const;
  std::optional<Number> second_number(const Number& first, Range sentence, const Currency& money) const;
  void take_range(Draft& draft, const Currency& before, Range sentence) const;
  void take_currency(Draft& draft, const Currency& before, Range sentence) const;
  std::size_t unit_behind(Figure& figure, const Number& number, std::size_t end, Range sentence) const;
  void take_unit(Draft& draft, Range sentence) const;
  void take_sign(Draft& draft, Range sentence) const;
  std::size_t qualifier_before(std::size_t begin, Range sentence, Figure& figure) const;
  void qualifier_behind(Draft& draft) const;
  std::size_t end_of_part(const Draft& draft, Range sentence) const;
  Range what_money_is_for(std::size_t at, std::size_t qualified, Range sentence) const;
  void count_what(Figure& figure, Range figure_range, std::size_t qualified, Range sentence) const;
  bool says_something(const Draft& draft) const;
  bool is_age(std::size_t end) const;
  void add(Draft& draft, std::size_t qualified);

  Context& context_;
  NumberReader numbers_;
  NounPhraseReader phrases_;
  CurrencyReader currencies_;
  NumberGuard guard_;
};

std::size_t FigurePass::take(std::size_t i, Range sentence) {
  const Tokens& tokens = context_.tokens;
  if (const Currency currency = currencies_.at(i); currency.found() && currency.end < sentence.end) {
    if (tokens.kind(currency.end) == TokenKind::number && context_.claims[currency.end] == Claim::none)
      return build(i, currency.end, currency, sentence);
    return currency.end;
  }
  if (tokens.kind(i) == TokenKind::number) return build(i, i, {}, sentence);
  if (context_.match(i, WordClass::not_figure)) return i + context_.match(i, WordClass::not_figure).count;
  if (context_.match(i, WordClass::number) || context_.match(i, WordClass::collective) ||
      (context_.match(i, WordClass::magnitude) && context_.pack.noun_order == language::NounOrder::head_first))
    return build(i, i, {}, sentence);
  return i;
}

std::size_t FigurePass::qualifier_before(std::size_t begin, Range sentence, Figure& figure) const {
  static constexpr std::array<std::pair<std::string_view, Qualifier>, 5> names = {{{"more_than", Qualifier::more_than},
                                                                                   {"less_than", Qualifier::less_than},
                                                                                   {"about", Qualifier::about},
                                                                                   {"at_least", Qualifier::at_least},
                                                                                   {"at_most", Qualifier::at_most}}};
  const auto apply = [&](const Match& match) {
    for (const auto& [name, qualifier] : names)
      if (match.phrase->code == name) figure.qualifier = qualifier;
  };
  std::size_t at = begin;
  if (at > sentence.first && context_.tokens.is_mark(at - 1, '~')) {
    figure.qualifier = Qualifier::about;
    return at - 1;
  }
  Match found = context_.tokens.match_before(at, WordClass::qualifier);
  // "more than the 50 members": one determiner may stand between.
  if (!found && at > sentence.first && context_.is(at - 1, WordClass::determiner)) {
    found = context_.tokens.match_before(at - 1, WordClass::qualifier);
    if (found) --at;
  }
  if (!found || at - found.count < sentence.first) return begin;
  apply(found);
  return at - found.count;
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
  const bool range = context_.tokens.kind(end) == TokenKind::dash || context_.match(end, WordClass::range_link) ||
                     (draft.range.first > sentence.first && context_.is(draft.range.first - 1, WordClass::range_open));
  if (shares && (range || before.found())) draft.figure.value = *shared;
  if (!range) return;
  draft.figure.maximum = second->value;
  draft.last = *second;
  draft.range.end = draft.value_end = second->end;
}

// "%", "years", "km"; returns the token behind.
std::size_t FigurePass::unit_behind(Figure& figure, const Number& number, std::size_t end, Range sentence) const {
  const Tokens& tokens = context_.tokens;
  std::size_t at = end;
  if (at >= sentence.end) return end;
  const std::string_view sign = tokens.source(at);
  if (sign == "%" || sign == "٪" || sign == "％") {
    figure.kind = FigureKind::percent;
    figure.unit = "percent";
    return at + 1;
  }
  if (tokens.kind(at) == TokenKind::dash && tokens.glued(at) && tokens.glued(at + 1)) ++at;
  if (const Match percent = context_.match(at, WordClass::percent)) {
    // Points are no per cent of anything: 25 basis points are not 25%.
    figure.kind = percent.phrase->code == "percent" ? FigureKind::percent : FigureKind::measure;
    figure.unit = percent.phrase->code;
    return at + percent.count;
  }
  const Match unit = context_.match(at, WordClass::unit);
  if (!unit) return end;
  // "500 second-hand cars", "30 m": a unit in a compound, or one letter not glued to digits, is none.
  static constexpr std::array durations = {"year", "month", "week", "day", "hour", "minute", "second", "decade"};
  const bool duration = std::find(durations.begin(), durations.end(), unit.phrase->code) != durations.end();
  if (unit.phrase->code == "second" && number.digits > 3) return end;
  // "km/h": a rate is not so many kilometres, and is named as it is written.
  const std::size_t behind = at + unit.count;
  if (behind + 1 < sentence.end && tokens.is_mark(behind, '/') && tokens.glued(behind) && tokens.glued(behind + 1)) {
    figure.kind = FigureKind::measure;
    figure.unit = context_.text({at, behind + 2});
    return behind + 2;
  }
  figure.kind = duration ? FigureKind::duration : FigureKind::measure;
  figure.unit = unit.phrase->code;
  return at + unit.count;
}

// What a sum is for: the noun behind it with its purpose, the subject before its verb, or what "for",
// "to" and "in" lead to.
Range FigurePass::what_money_is_for(std::size_t at, std::size_t qualified, Range sentence) const {
  Range counted = phrases_.behind(at, sentence.end);
  if (!counted.empty()) {
    const Match purpose = context_.match(counted.end, WordClass::role_link);
    if (!purpose) return counted;
    const Range more = phrases_.behind(counted.end + purpose.count, sentence.end);
    return more.empty() ? counted : Range{counted.first, more.end};
  }
  const std::size_t verb = phrases_.measure_verb_before(qualified, sentence.first);
  const Range subject = verb < qualified ? phrases_.before(verb, sentence.first) : Range{};
  if (!subject.empty()) return subject;
  const Match link = context_.match(at, WordClass::role_link);
  if (!link) return {};
  counted = phrases_.behind(at + link.count, sentence.end);
  // "for the period 2026-2030" says when, not what for.
  if (!counted.empty() && context_.match(counted.end - 1, WordClass::period_word)) return {};
  // "to improve the harbour road": a verb with its object, up to the next mark.
  constexpr std::size_t longest_purpose = 8;
  std::size_t end = counted.empty() ? at + link.count : counted.end;
  while (end < sentence.end && end - at < longest_purpose &&
         (context_.is_word(end) || context_.tokens.kind(end) == TokenKind::dash) &&
         !context_.is(end, WordClass::modifier_stop) && context_.claims[end] == Claim::none)
    ++end;
  const std::size_t first = counted.empty() ? at + link.count : counted.first;
  while (end > first && context_.tokens.is_any(end - 1, mask(WordClass::function_word) | mask(WordClass::determiner) |
                                                            mask(WordClass::noun_link)))
    --end;
  return {first, std::max(first, end)};
}

void FigurePass::count_what(Figure& figure, Range figure_range, std::size_t qualified, Range sentence) const {
  const Tokens& tokens = context_.tokens;
  std::size_t at = figure_range.end;
  // "five-year road map"
  if (tokens.kind(at) == TokenKind::dash && tokens.glued(at)) ++at;
  Range counted =
      figure.kind == FigureKind::money ? what_money_is_for(at, qualified, sentence) : phrases_.behind(at, sentence.end);
  if (figure.kind != FigureKind::money && counted.empty()) {
    // A list shares its noun: "five and six years", "24 or 25 states".
    std::size_t next = at;
    if (context_.is(next, WordClass::list_link) || context_.is_comma(next)) ++next;
    if (next > at && (tokens.kind(next) == TokenKind::number || context_.match(next, WordClass::number)))
      if (const std::optional<Number> other = numbers_.read(next, sentence.end, false);
          other && !currencies_.behind(other->end, sentence.end).found())
        counted = phrases_.behind(other->end, sentence.end);
    const std::size_t verb = phrases_.measure_verb_before(qualified, sentence.first);
    const bool only_link = verb < qualified && context_.match(verb, WordClass::noun_link).count == qualified - verb;
    if (counted.empty() && verb < qualified && !only_link) counted = phrases_.before(verb, sentence.first);
  }
  // "EUR 5 million of the EUR 9 million promised": a sum is no thing that is counted.
  if (!counted.empty() && !currencies_.at(counted.first).found()) figure.counted = context_.text(counted);
}

// A code or a version: everything that is glued to it goes with it. So do the other words of a number that is too
// large: a part of it would be another number.
std::size_t FigurePass::end_of_unreadable(std::size_t i, Range sentence) const {
  const Tokens& tokens = context_.tokens;
  std::size_t end = i + 1;
  while (end < sentence.end && ((tokens.glued(end) && tokens.kind(end) != TokenKind::quote) ||
                                context_.match(end, WordClass::number) || context_.match(end, WordClass::magnitude)))
    ++end;
  return end;
}

std::size_t FigurePass::reject(std::size_t number_at, const Number& number, Range sentence) {
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
  return end;
}

// "217-213": a vote or a result, neither a range nor two figures. Returns its end, 0 where there is none.
std::size_t FigurePass::end_of_score(const Number& first, Range sentence) const {
  const Tokens& tokens = context_.tokens;
  const std::size_t dash = first.end;
  if (!first.plain_digits || first.magnitude || dash + 1 >= sentence.end || tokens.kind(dash) != TokenKind::dash ||
      !tokens.glued(dash) || !tokens.glued(dash + 1) || tokens.kind(dash + 1) != TokenKind::number)
    return 0;
  const std::optional<Number> second = numbers_.read(dash + 1, sentence.end, false);
  return second && second->plain_digits && second->value.to_double() <= first.value.to_double() ? second->end : 0;
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
  draft.range.end = unit_behind(figure, draft.last, draft.value_end, sentence);
  const Match part = context_.match(draft.range.end, WordClass::fraction);
  if (figure.unit.empty() || figure.maximum || !part) return;
  if (const std::optional<Decimal> sum = plus_hundredths(figure.value, part.phrase->value)) {
    figure.value = *sum;
    draft.range.end += part.count;
  }
}

// "minus 12 degrees", "-5 °C", "–€3 million": a word for it, or a dash that is glued to the number alone. Things are
// not counted below nothing: there a dash is a bullet or a remark.
void FigurePass::take_sign(Draft& draft, Range sentence) const {
  Figure& figure = draft.figure;
  const std::size_t begin = draft.range.first;
  if (begin == sentence.first || figure.kind == FigureKind::count || figure.kind == FigureKind::duration) return;
  const Tokens& tokens = context_.tokens;
  std::size_t first = begin;
  if (const Match word = tokens.match_before(begin, WordClass::sign); word && begin - word.count >= sentence.first) {
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

void FigurePass::qualifier_behind(Draft& draft) const {
  const std::size_t end = draft.range.end;
  if (draft.figure.qualifier != Qualifier::exact) return;
  if (const Match after = context_.match(end, WordClass::qualifier_after)) {
    draft.figure.qualifier = after.phrase->code == "at_most"    ? Qualifier::at_most
                             : after.phrase->code == "at_least" ? Qualifier::at_least
                                                                : Qualifier::more_than;
  } else if (context_.tokens.is_mark(end, '+') && context_.tokens.glued(end)) {
    draft.figure.qualifier = Qualifier::at_least;
  }
}

// Ratios ("one in five", "eight out of ten") and fractions ("two-thirds") have no decimal value. Returns their end, 0
// where the count is none of them.
std::size_t FigurePass::end_of_part(const Draft& draft, Range sentence) const {
  const Tokens& tokens = context_.tokens;
  const std::size_t end = draft.range.end;
  const Match ratio = context_.match(end, WordClass::ratio_link);
  const std::size_t behind = end + ratio.count;
  if (ratio && (tokens.kind(behind) == TokenKind::number || context_.match(behind, WordClass::number)) &&
      draft.number.digits <= 2 && !draft.number.magnitude) {
    const std::optional<Number> whole = numbers_.read(behind, sentence.end, false);
    if (whole && whole->value.to_double() <= 100) return whole->end;
  }
  std::size_t fraction = end;
  if (tokens.kind(fraction) == TokenKind::dash && tokens.glued(fraction)) ++fraction;
  return context_.is(fraction, WordClass::fraction) ? fraction + 1 : 0;
}

// "62-year-old": how old somebody is, not how long something takes.
bool FigurePass::is_age(std::size_t end) const {
  const std::size_t at = context_.tokens.kind(end) == TokenKind::dash && context_.tokens.glued(end) ? end + 1 : end;
  return context_.is(at, WordClass::age_marker);
}

// A bare number is a figure only where something is counted, or where its qualifier shows that it is one.
bool FigurePass::says_something(const Draft& draft) const {
  const Figure& figure = draft.figure;
  const Number& number = draft.number;
  const bool one = number.words && figure.value == Decimal(1);
  if (figure.kind == FigureKind::duration) return !one && !is_age(draft.range.end);
  if (figure.kind != FigureKind::count) return true;
  // An age in one word with its number, behind a dash.
  if (context_.tokens.kind(draft.range.end) == TokenKind::dash && is_age(draft.range.end)) return false;
  if (one || figure.value == Decimal(0)) return false;
  if (!figure.counted.empty()) return true;
  if (number.words || number.digits < 2) return false;
  const bool bare = number.plain_digits || !number.value.is_whole();
  return !(bare && figure.qualifier == Qualifier::exact && !figure.maximum);
}

void FigurePass::add(Draft& draft, std::size_t qualified) {
  static constexpr std::array rules = {"figures.count", "figures.money", "figures.percent", "figures.duration",
                                       "figures.measure"};
  Figure& figure = draft.figure;
  const bool counted_in_words = draft.number.words && figure.kind == FigureKind::count;
  const double confidence = figure.counted.empty() ? 0.8 : counted_in_words ? 0.85 : 0.95;
  figure.as_written = context_.text({qualified, draft.range.end});
  figure.provenance = context_.provenance(draft.range, rules[static_cast<std::size_t>(figure.kind)], confidence);
  std::vector<Figure>& figures = context_.document.facts.figures;
  figure.id = next_id('f', figures.size());
  context_.claim(draft.range, Claim::figure);
  figures.push_back(std::move(figure));
}

std::size_t FigurePass::build(std::size_t begin, std::size_t number_at, const Currency& before, Range sentence) {
  const std::optional<Number> number = numbers_.read(number_at, sentence.end, before.found());
  if (!number) return end_of_unreadable(number_at, sentence);
  if (before.letter && !number->magnitude && (number->plain_digits || number->digits < 4)) return number->end;
  if (!before.found()) {
    if (guard_.is_phone(number_at, sentence) || guard_.is_list_number(number_at, number->end, sentence) ||
        guard_.is_reference(begin, number_at, *number, sentence))
      return reject(number_at, *number, sentence);
    if (const std::size_t end = end_of_score(*number, sentence); end > 0) return end;
  }

  Draft draft{{}, {begin, number->end}, number_at, number->end, *number, *number};
  draft.figure.value = number->value;
  take_range(draft, before, sentence);
  // "from 9 to 11 a.m.": hours of the day.
  if (draft.figure.maximum && draft.last.digits <= 2 && context_.match(draft.value_end, WordClass::time_marker) &&
      !context_.is(draft.value_end, WordClass::function_word))
    return draft.value_end;
  take_currency(draft, before, sentence);
  if (draft.figure.kind != FigureKind::money) take_unit(draft, sentence);
  const std::size_t end = draft.range.end;
  take_sign(draft, sentence);
  const std::size_t qualified = qualifier_before(draft.range.first, sentence, draft.figure);
  qualifier_behind(draft);
  if (draft.figure.kind == FigureKind::count) {
    const bool named = !phrases_.behind(end, sentence.end).empty();
    if (guard_.is_year(begin, *number, named) || guard_.is_address(draft.value_end, sentence)) return end;
    if (const std::size_t part = end_of_part(draft, sentence); part > 0) return part;
  }
  count_what(draft.figure, draft.range, qualified, sentence);
  if (says_something(draft)) add(draft, qualified);
  return end;
}

}  // namespace

void find_figures(Context& context) { FigurePass(context).run(); }

}  // namespace herald::facts
