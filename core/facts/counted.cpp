// The rules from the surest on: a noun behind, the whole of which the figure is a part, a list, what the figure before
// counts, brackets, rows, the subject before, a purpose.
#include "core/facts/counted.hpp"

#include <algorithm>

#include "core/facts/units.hpp"

namespace herald::facts {
namespace {

constexpr std::size_t longest_gap = 12;  // tokens between two figures of one measure

}  // namespace

// "EUR 5 million of the EUR 9 million promised": a sum is no thing that is counted, nor is a person.
Range CountedReader::of(FigureKind kind, Range range, std::size_t qualified, Range sentence) const {
  std::size_t at = range.end;
  // "five-year road map"
  if (context_.tokens.kind(at) == TokenKind::dash && context_.tokens.glued(at)) ++at;
  const bool time = kind == FigureKind::duration;
  at = behind_rate(at);
  const Match dimension = kind == FigureKind::measure ? context_.match(at, WordClass::dimension) : Match{};
  at += dimension.count;
  // "a 32-member delegation": of the adjective the part that is counted.
  if (kind == FigureKind::count && at == range.end + 1 && context_.is_word(at) && !context_.is_capital(at) &&
      !context_.has_plural_ending(at) && context_.tokens.glued(at) && context_.is_word(at + 1))
    return {at, at + 1};
  Range counted = of_part(kind, at, qualified, sentence);
  if (counted.empty()) counted = behind(kind, at, sentence);
  if (counted.empty() && kind != FigureKind::money) counted = in_list(at, sentence);
  if (counted.empty() && !time) counted = of_whole(at, sentence);
  if (counted.empty() && kind == FigureKind::measure) counted = rate(at, sentence);
  if (counted.empty()) counted = shared(kind, qualified, sentence);
  // "the bridge, 420 metres long"
  const bool apart = dimension && qualified > sentence.first && context_.is_comma(qualified - 1);
  if (counted.empty() && apart) counted = subjects_.phrase_to(qualified - 1, sentence);
  if (counted.empty() && !time) counted = in_brackets(qualified, sentence);
  if (counted.empty() && !time) counted = subjects_.head_of_row(qualified, sentence);
  const bool sum = kind == FigureKind::money;
  if (counted.empty() && sum && subjects_.flows(qualified, sentence)) counted = for_what(at, sentence);
  if (counted.empty()) counted = ahead(kind, qualified, sentence);
  if (counted.empty() && sum) counted = for_what(at, sentence);
  const bool here = !previous_.counted.empty() && previous_.range.first >= sentence.first;
  if (counted.empty() && here && !time && subjects_.goes_on(qualified, sentence) &&
      previous_.counted.end <= previous_.range.first)
    counted = previous_.counted;
  if (counted.empty() && !time) counted = of_sentence_before(kind, qualified, sentence);
  if (counted.empty() && sum) counted = rate(at, sentence);
  if (counted.empty() && sum) counted = where(at, sentence);
  bool person = true;
  for (std::size_t i = counted.first; i < counted.end; ++i)
    person = person && context_.person_at[i] != Context::no_person;
  return counted.empty() || person || currencies_.at(counted.first).found() ? Range{} : counted;
}

// "a year", "per month": how often, not what. Returns the token behind such words.
std::size_t CountedReader::behind_rate(std::size_t at) const {
  std::size_t each = at + context_.match(at, WordClass::rate_link).count;
  if (each == at && context_.is(at, WordClass::determiner)) ++each;
  if (each == at) return at;
  Match period = context_.match(each, WordClass::unit);
  if (!is_time(period)) period = context_.match(each, WordClass::period_word);
  return period && !context_.match(each + period.count, WordClass::same_count) ? each + period.count : at;
}

Range CountedReader::behind(FigureKind kind, std::size_t at, Range sentence) const {
  std::size_t first = at;
  if (kind != FigureKind::money) first += context_.match(at, WordClass::part_link).count;
  // "7 per cent a quarter earlier": a phrase of its own.
  if (kind != FigureKind::count && first == at && context_.is(at, WordClass::determiner) &&
      !context_.match(at, WordClass::noun_link))
    return {};
  // "a million dinars for repairs", where "for" is written in one word with its noun: a sum counts what goes before it.
  if (kind == FigureKind::money && context_.begins_merged(first)) return {};
  const Range counted = phrases_.behind(first, sentence.end);
  // "50 from Spain"
  if (first > at && !counted.empty() && context_.claims[counted.first] == Claim::place) return {};
  // "12 per cent of the year before": when, not of what.
  if (kind != FigureKind::count && (is_time(context_.match(counted.first, WordClass::unit)) ||
                                    context_.match(counted.first, WordClass::period_word)))
    return {};
  if (counted.empty() || kind != FigureKind::money) return counted;
  // "a grant for schools": with what the thing is for.
  const Match purpose = context_.match(counted.end, WordClass::role_link);
  if (!purpose) return counted;
  const Range more = phrases_.behind(counted.end + purpose.count, sentence.end);
  return more.empty() || context_.claims[more.first] == Claim::place ? counted : Range{counted.first, more.end};
}

// "58 of 739 patients", "31 per cent of the 1,200 members": what the whole is of.
Range CountedReader::of_whole(std::size_t at, Range sentence) const {
  Match link = context_.match(at, WordClass::noun_link);
  if (!link) link = context_.match(at, WordClass::part_link);
  if (!link) return {};
  std::size_t number = at + link.count;
  if (context_.is(number, WordClass::determiner)) ++number;
  if (number >= sentence.end || context_.tokens.kind(number) != TokenKind::number) return {};
  const std::optional<Number> whole = numbers_.read(number, sentence.end, false);
  if (!whole) return {};
  const Range counted = phrases_.behind(whole->end, sentence.end);
  return counted.empty() && whole_.first >= sentence.first ? whole_ : counted;
}

void CountedReader::remember(FigureKind kind, Range range, Range counted) {
  if (counted.empty() || kind == FigureKind::duration) return;
  previous_ = {kind, range, counted};
  last_.at(static_cast<std::size_t>(kind)) = previous_;
  const bool part = context_.match(range.end, WordClass::noun_link) && counted.first > range.end + 1;
  if (part && kind == FigureKind::count) whole_ = counted;
}

// A list shares its noun: "five and six years", "24 or 25 states".
Range CountedReader::in_list(std::size_t at, Range sentence) const {
  std::size_t next = at;
  if (context_.is(next, WordClass::list_link) || context_.is_comma(next)) ++next;
  if (next == at || !(context_.tokens.kind(next) == TokenKind::number || context_.match(next, WordClass::number)))
    return {};
  const std::optional<Number> other = numbers_.read(next, sentence.end, false);
  // "three years and six months": the second has a unit of its own.
  if (other && context_.match(other->end, WordClass::unit)) return {};
  // "16 and 20 million euros": what is behind the second is its own.
  return other && !currencies_.behind(other->end, sentence.end).found() ? phrases_.behind(other->end, sentence.end)
                                                                        : Range{};
}

// Whether nothing but marks, dates and small words stand between two figures: "27 per cent in May, against 19 …".
bool CountedReader::only_joined(std::size_t from, std::size_t to) const {
  if (to < from || to - from > longest_gap) return false;
  for (std::size_t k = from; k < to; ++k) {
    const bool small = context_.tokens.is_any(k, mask(WordClass::function_word) | mask(WordClass::determiner) |
                                                     mask(WordClass::not_counted) | mask(WordClass::list_link) |
                                                     mask(WordClass::range_link) | mask(WordClass::range_open));
    const bool opens = context_.is(k, WordClass::clause_opener) && !context_.is(k, WordClass::list_link);
    const bool mark =
        context_.is_comma(k) || context_.tokens.is_mark(k, '(') || context_.tokens.kind(k) == TokenKind::dash;
    if (context_.claims[k] != Claim::date && !mark && (!small || opens)) return false;
  }
  return true;
}

// What the last figure of this kind counts, no further back than the sentence before.
Range CountedReader::whole_of_part(FigureKind kind, std::size_t qualified) const {
  constexpr std::size_t reach = 60;  // tokens
  const Taken& whole =
      kind == FigureKind::money || kind == FigureKind::count ? last_.at(static_cast<std::size_t>(kind)) : previous_;
  const bool near = whole.range.end <= qualified && qualified - whole.range.first < reach;
  return near ? whole.counted : Range{};
}

// "of which 1,904 concerned delays", "of the 420 towns, 188", "210 of them": what stands behind is no noun.
Range CountedReader::of_part(FigureKind kind, std::size_t at, std::size_t qualified, Range sentence) const {
  if (kind != FigureKind::count) return {};
  const Match behind = context_.match(at, WordClass::same_count);
  if (behind && behind.phrase->code == "part") return whole_of_part(kind, qualified);
  const Match leader = context_.tokens.match_before(qualified, WordClass::same_count);
  if (leader && leader.phrase->code == "part" && phrases_.ends_as_past(at)) return whole_of_part(kind, qualified);
  const Match opens = context_.match(sentence.first, WordClass::same_count);
  const Taken& whole = last_.at(static_cast<std::size_t>(FigureKind::count));
  const bool apart = qualified > sentence.first && context_.is_comma(qualified - 1);
  constexpr std::size_t reach = 12;  // "of the 420 towns that were asked,"
  const bool follows = whole.range.first >= sentence.first + opens.count && qualified - whole.range.end < reach;
  return opens && opens.phrase->code == "whole" && apart && follows ? whole.counted : Range{};
}

// What the figure before counts, where this one is said to be the same ("or", "that is"), is set beside it ("against",
// "from 7 to"), or is a part of it ("of which").
Range CountedReader::shared(FigureKind kind, std::size_t qualified, Range sentence) const {
  std::size_t begin = qualified;
  if (begin > sentence.first && context_.is_comma(begin - 1)) --begin;
  const Match leader = context_.tokens.match_before(begin, WordClass::same_count);
  const std::size_t led = leader && begin - leader.count >= sentence.first ? begin - leader.count : qualified;
  const bool known = !previous_.counted.empty() && previous_.range.end <= qualified;
  const bool here = known && previous_.range.first >= sentence.first;
  if (led < qualified && leader.phrase->code == "part") return whole_of_part(kind, qualified);
  if (led < qualified) {
    const std::size_t from = here ? previous_.range.end : led;
    const bool like = leader.phrase->code == "equal" || kind == previous_.kind;
    if (here && like && led >= from && led - from <= longest_gap) return previous_.counted;
    // "The rest, or 20 per cent": a noun instead of a figure.
    if (leader.phrase->code == "equal" && led > sentence.first && context_.is_comma(led - 1))
      return subjects_.phrase_to(led - 1, sentence);
    return {};
  }
  const bool alike =
      kind == previous_.kind || (kind != FigureKind::count && kind != FigureKind::duration &&
                                 previous_.kind != FigureKind::count && previous_.kind != FigureKind::duration);
  const bool behind_noun = previous_.counted.end <= previous_.range.first;
  return here && alike && behind_noun && only_joined(previous_.range.end, qualified) ? previous_.counted : Range{};
}

// "eleven bridges (5.1 million)"; at the end of an item it is the item's.
Range CountedReader::in_brackets(std::size_t qualified, Range sentence) const {
  const Tokens& tokens = context_.tokens;
  if (qualified <= sentence.first + 1 || !tokens.is_mark(qualified - 1, '(')) return {};
  const std::size_t bracket = qualified - 1;
  if (context_.block_of(bracket).kind == BlockKind::list_item) {
    // Up to its first sum: "grants of between €500 and €900 (€2 million)".
    const bool sum_before = previous_.kind == FigureKind::money && sentence.contains(previous_.range.first);
    const Range item = subjects_.whole({sentence.first, sum_before ? previous_.range.first : bracket});
    if (!item.empty()) return item;
  }
  return subjects_.phrase_to(bracket, sentence);
}

Range CountedReader::ahead(FigureKind kind, std::size_t qualified, Range sentence) const {
  const bool linked = kind != FigureKind::count && kind != FigureKind::duration;
  return subjects_.before(qualified, sentence, linked);
}

// "for the harbour", "in cash", "to improve the harbour road".
Range CountedReader::for_what(std::size_t at, Range sentence) const {
  const Match link = context_.match(at, WordClass::role_link);
  if (!link) return {};
  const Range counted = phrases_.behind(at + link.count, sentence.end);
  // "for the period 2026-2030" says when and "in Spain" where, not what for.
  if (!counted.empty() &&
      (context_.match(counted.end - 1, WordClass::period_word) || context_.claims[counted.first] == Claim::place ||
       context_.match(counted.end - 1, WordClass::unit)))
    return {};
  constexpr std::size_t longest_purpose = 8;
  std::size_t end = counted.empty() ? at + link.count : counted.end;
  while (end < sentence.end && end - at < longest_purpose &&
         (context_.is_word(end) || context_.tokens.kind(end) == TokenKind::dash) &&
         !context_.is(end, WordClass::modifier_stop) && context_.claims[end] == Claim::none)
    ++end;
  const std::size_t first = counted.empty() ? at + link.count : counted.first;
  // Where the purpose is longer it ends before a preposition, not in the middle of a phrase.
  if (end - at >= longest_purpose && context_.is_word(end) && counted.end < end) {
    std::size_t link_at = end;
    while (link_at > std::max(first, counted.end) && !context_.is(link_at - 1, WordClass::function_word)) --link_at;
    end = link_at;
  }
  while (end > first && context_.tokens.is_any(end - 1, mask(WordClass::function_word) | mask(WordClass::determiner) |
                                                            mask(WordClass::noun_link)))
    --end;
  return {first, std::max(first, end)};
}

// "It would then reach 6 per cent": the noun is what the sentence before measures.
Range CountedReader::of_sentence_before(FigureKind kind, std::size_t qualified, Range sentence) const {
  if (previous_.counted.empty() || previous_.kind != kind || previous_.range.first >= sentence.first ||
      sentence.first == 0 || previous_.range.end > sentence.first)
    return {};
  const std::uint32_t here = context_.sentence_of[sentence.first];
  const std::uint32_t there = context_.sentence_of[previous_.range.first];
  const auto& sentences = context_.document.sentences;
  if (there + 1 != here || sentences[there].block != sentences[here].block) return {};
  return subjects_.leans_back(qualified, sentence) ? previous_.counted : Range{};
}

// "just $155 in Canada": better than nothing.
Range CountedReader::where(std::size_t at, Range sentence) const {
  const Match link = context_.match(at, WordClass::role_link);
  const Range place = link ? phrases_.behind(at + link.count, sentence.end) : Range{};
  return place.empty() || context_.claims[place.first] != Claim::place ? Range{} : Range{at, place.end};
}

// "0.22 euros per share".
Range CountedReader::rate(std::size_t at, Range sentence) const {
  const Match link = context_.match(at, WordClass::rate_link);
  if (!link) return {};
  const Range each = phrases_.behind(at + link.count, sentence.end);
  return each.empty() ? Range{} : Range{at, each.end};
}

}  // namespace herald::facts
