// Without a parser: the nearest verb of measure in the clause, then the words between it and the figure (an object, or
// the subject where the verb stands first), else the words before the verb up to where their phrase begins.
#include "core/facts/subject.hpp"

#include <algorithm>

namespace herald::facts {
namespace {

constexpr std::size_t longest_clause = 18;   // tokens looked at before a figure
constexpr std::size_t longest_subject = 12;  // words that are still read as one phrase
constexpr std::size_t longest_row = 40;      // tokens of a table's row before the cell that is looked at

constexpr ClassMask small_words = mask(WordClass::function_word) | mask(WordClass::determiner) |
                                  mask(WordClass::not_counted) | mask(WordClass::adverb) | mask(WordClass::noun_link) |
                                  mask(WordClass::list_link) | mask(WordClass::pronoun) | mask(WordClass::range_link);

}  // namespace

bool SubjectReader::is_small(std::size_t i) const { return context_.tokens.is_any(i, small_words); }

// Words behind which a phrase goes on with "the": "the ministry of the sea".
bool SubjectReader::joins(std::size_t i) const {
  return context_.tokens.is_any(i, mask(WordClass::function_word) | mask(WordClass::noun_link) |
                                       mask(WordClass::determiner) | mask(WordClass::list_link) |
                                       mask(WordClass::role_link));
}

// "of", "to", "by" lead to a measure only where no verb does.
bool SubjectReader::is_weak(Match verb, std::size_t first) const {
  return verb.phrase->code == "link" || context_.match(first, WordClass::noun_link).count == verb.count;
}

std::size_t SubjectReader::clause_begin(std::size_t i, std::size_t first) const {
  const Tokens& tokens = context_.tokens;
  std::size_t begin = i;
  while (begin > first && i - begin < longest_clause) {
    const std::size_t at = begin - 1;
    const bool date = context_.claims[at] == Claim::date;
    const bool compound = tokens.kind(at) == TokenKind::dash && tokens.glued(at) && tokens.glued(begin);
    if (!date && !compound && !context_.is_word(at)) break;
    if (context_.claims[at] == Claim::figure || (!date && context_.match(at, WordClass::number))) break;
    const bool said = context_.is(at, WordClass::reporting_verb) && context_.is(at, WordClass::function_word);
    const bool opens = context_.is(at, WordClass::clause_opener) && !context_.is(at, WordClass::list_link);
    const bool verb = context_.is(at, WordClass::past_marker) && context_.is(at, WordClass::function_word);
    if (said || opens || verb || context_.is(at, WordClass::modifier_stop) || context_.is(at, WordClass::relative))
      break;
    begin = at;
    // "In the county the share", "raised its rate": an article that nothing joins to the word before begins the phrase.
    if (begin > first && begin < i && context_.is(begin, WordClass::determiner) &&
        !context_.is(begin, WordClass::noun_link) && (context_.is_word(begin - 1)) && !joins(begin - 1))
      break;
  }
  return begin;
}

// In a script without capitals a verb of saying may open the phrase: "وأعلن المدير أن عدد الصيادين". What is said
// begins behind the small words that follow the speaker; without such the verb alone goes.
std::size_t SubjectReader::behind_saying(Range range) const {
  constexpr std::size_t longest_speaker = 4;  // tokens
  if (range.empty() || context_.is_cased(range.first) || !context_.says(range.first)) return range.first;
  std::size_t at = range.first + 1;
  while (at < range.end && at - range.first <= longest_speaker && !context_.is(at, WordClass::function_word)) ++at;
  if (at >= range.end || !context_.is(at, WordClass::function_word)) return range.first + 1;
  while (at < range.end && context_.is(at, WordClass::function_word)) ++at;
  return at < range.end ? at : range.first + 1;
}

// Without small words and dates at either end; what a date belonged to ("launched on 4 May") goes with it.
Range SubjectReader::trimmed(Range range) const {
  const auto drops = [&](std::size_t i) {
    return is_small(i) || context_.claims[i] == Claim::date || context_.tokens.kind(i) == TokenKind::dash ||
           context_.is(i, WordClass::past_marker) || context_.is(i, WordClass::range_open) ||
           context_.is(i, WordClass::measure_verb);
  };
  range.first = behind_saying(range);
  while (!range.empty() && (is_small(range.first) || context_.claims[range.first] == Claim::date ||
                            context_.tokens.kind(range.first) == TokenKind::dash))
    ++range.first;
  range.first = behind_verb(range);
  bool dated = false;
  while (!range.empty() && drops(range.end - 1)) {
    // "the rest": a noun that is a verb elsewhere.
    if (range.end - range.first == 1 && !is_small(range.first) && context_.is(range.first, WordClass::measure_verb))
      break;
    dated = dated || context_.claims[range.end - 1] == Claim::date;
    --range.end;
  }
  // "profits skyrocketed"
  constexpr std::size_t shortest_participle = 7;
  if (range.end - range.first > 1 && (dated || context_.tokens.folded(range.end - 1).size() >= shortest_participle) &&
      context_.ends_in(range.end - 1, context_.pack.past_endings, shortest_stem))
    --range.end;
  return range.end - range.first > longest_subject ? Range{} : range;
}

// "Officers seized drugs worth": behind a plural a word with the ending of the past is a verb where a noun follows, and
// what is measured is its object. Returns where that begins.
std::size_t SubjectReader::behind_verb(Range range) const {
  for (std::size_t k = range.first + 1; k + 1 < range.end; ++k) {
    const bool plural = context_.ends_in(k - 1, context_.pack.plural_endings, shortest_stem) ||
                        context_.is(k - 1, WordClass::irregular_plural);
    const bool noun = context_.is_word(k + 1) && (!is_small(k + 1) || context_.is(k + 1, WordClass::determiner));
    if (plural && noun && context_.ends_in(k, context_.pack.past_endings, shortest_stem)) return k + 1;
  }
  return range.first;
}

SubjectReader::Verb SubjectReader::verb_before(std::size_t i, std::size_t first) const {
  const Tokens& tokens = context_.tokens;
  for (std::size_t at = i; at > first && i - at < longest_clause; --at) {
    const Match verb = tokens.match_before(at, WordClass::measure_verb);
    if (verb && at - verb.count >= first && !is_weak(verb, at - verb.count)) return {at - verb.count, at};
    const std::size_t before = at - 1;
    const bool taken = context_.claims[before] == Claim::date || context_.claims[before] == Claim::figure;
    const bool compound = tokens.kind(before) == TokenKind::dash && tokens.glued(before) && tokens.glued(at);
    if (!taken && !compound && !context_.is_word(before)) break;
    const bool opens =
        context_.is(before, WordClass::clause_opener) && !context_.is(before, WordClass::list_link) && at != i;
    if (opens || context_.is(before, WordClass::relative) || context_.is(before, WordClass::modifier_stop)) break;
  }
  return {};
}

// "raised its rate by": what stands between, unless it says where or when ("rose in the county by"). With another
// figure between it is that one's.
Range SubjectReader::object_between(Verb verb, std::size_t i) const {
  for (std::size_t k = verb.end; k < i; ++k)
    if (context_.claims[k] == Claim::figure) return {};
  return leads_aside(verb.end) ? Range{} : trimmed({verb.end, i});
}

// Whether the verb is still the figure's: between them stand small words, dates and other figures, or where and when.
bool SubjectReader::reaches(Verb verb, std::size_t i) const {
  if (leads_aside(verb.end)) return true;
  for (std::size_t k = verb.end; k < i; ++k)
    if (context_.claims[k] == Claim::none && context_.is_word(k) && !is_small(k)) return false;
  return true;
}

bool SubjectReader::leads_aside(std::size_t i) const {
  return context_.is(i, WordClass::function_word) && !context_.is(i, WordClass::determiner);
}

// "the fund, which opened in May, cost": back over what stands between two commas.
std::size_t SubjectReader::skip_aside(std::size_t i, std::size_t first) const {
  constexpr std::size_t longest_aside = 14;
  for (std::size_t k = i; k > first && i - k < longest_aside; --k)
    if (context_.is_comma(k - 1) && k < i) return k - 1;
  return i;
}

// "a fund that cost": the noun before the pronoun and its comma; i where there is no such pronoun.
std::size_t SubjectReader::skip_relative(std::size_t i, std::size_t first) const {
  constexpr std::size_t reach = 3;  // "that has since"
  for (std::size_t k = i; k > first && i - k < reach; --k) {
    if (!context_.is(k - 1, WordClass::relative)) {
      if (!is_small(k - 1)) return i;
      continue;
    }
    std::size_t end = k - 1;
    if (end > first && context_.is_comma(end - 1)) --end;
    return end;
  }
  return i;
}

Range SubjectReader::subject_of(std::size_t verb, Range sentence) const {
  const std::size_t antecedent = skip_relative(verb, sentence.first);
  if (antecedent != verb) return phrase_to(antecedent, sentence);
  std::size_t end = verb;
  while (end > sentence.first && verb - end < longest_clause && context_.is_word(end - 1) && is_small(end - 1) &&
         !context_.is(end - 1, WordClass::clause_opener))
    --end;
  if (end > sentence.first && context_.is_comma(end - 1)) {
    const std::size_t before = skip_aside(end - 1, sentence.first);
    if (before == end - 1) return {};
    end = before;
  }
  std::size_t begin = clause_begin(end, sentence.first);
  // "has climbed": what stands before the auxiliary.
  constexpr std::size_t longest_participle = 2;
  if (begin > sentence.first && end - begin <= longest_participle && context_.is(begin - 1, WordClass::past_marker) &&
      context_.is(begin - 1, WordClass::function_word)) {
    end = begin - 1;
    begin = clause_begin(end, sentence.first);
  }
  // "which the authors value at": who measures is not what is measured.
  if (begin > sentence.first && context_.is(begin - 1, WordClass::relative)) return {};
  return trimmed({begin, end});
}

bool SubjectReader::flows(std::size_t i, Range sentence) const {
  const Verb verb = verb_before(i, sentence.first);
  return verb.found() && context_.match(verb.first, WordClass::measure_verb).phrase->code == "flow";
}

Range SubjectReader::before(std::size_t i, Range sentence, bool linked) const {
  if (const Verb verb = verb_before(i, sentence.first); verb.found()) {
    const Range object = object_between(verb, i);
    if (!object.empty()) return object;
    const Range subject = reaches(verb, i) ? subject_of(verb.first, sentence) : Range{};
    if (!subject.empty()) return subject;
  }
  std::size_t end = i;
  while (end > sentence.first && i - end < 3 && !context_.tokens.match_before(end, WordClass::measure_verb) &&
         context_.tokens.is_any(end - 1, mask(WordClass::range_open) | mask(WordClass::determiner)))
    --end;
  const Match link = context_.tokens.match_before(end, WordClass::measure_verb);
  if (!link || end - link.count < sentence.first) return {};
  const std::size_t first = end - link.count;
  const bool only_link = context_.match(first, WordClass::noun_link).count == link.count;
  if (only_link && !linked) return {};
  // "in ten years": no length of what stands before, which "was ten years" would be.
  if (!linked && context_.tokens.is_any(first, mask(WordClass::role_link) | mask(WordClass::place_leader))) return {};
  return only_link ? phrase_to(first, sentence) : subject_of(first, sentence);
}

bool SubjectReader::goes_on(std::size_t i, Range sentence) const {
  const Verb verb = verb_before(i, sentence.first);
  return verb.found() && verb.first > sentence.first && context_.is(verb.first - 1, WordClass::list_link) &&
         reaches(verb, i);
}

bool SubjectReader::leans_back(std::size_t i, Range sentence) const {
  const Verb verb = verb_before(i, sentence.first);
  if (!verb.found()) return false;
  constexpr std::size_t reach = 4;  // "it would then"
  for (std::size_t k = verb.first; k > sentence.first && verb.first - k < reach && is_small(k - 1); --k)
    if (context_.is(k - 1, WordClass::pronoun) || context_.is(k - 1, WordClass::weak_opening)) return true;
  return false;
}

Range SubjectReader::phrase_to(std::size_t i, Range sentence) const {
  const Tokens& tokens = context_.tokens;
  std::size_t begin = i;
  std::size_t cut = i;  // where a preposition ended the phrase
  while (begin > sentence.first && i - begin < longest_subject) {
    const std::size_t at = begin - 1;
    const bool compound = tokens.kind(at) == TokenKind::dash && tokens.glued(at) && tokens.glued(begin);
    if (context_.claims[at] == Claim::figure || context_.match(at, WordClass::number)) {
      // "58 patients in the second group (": with the noun that is counted.
      return trimmed({begin, i});
    }
    if ((!compound && !context_.is_word(at)) || context_.claims[at] == Claim::date) break;
    const bool goes_on =
        tokens.is_any(at, mask(WordClass::noun_link) | mask(WordClass::determiner) | mask(WordClass::list_link)) ||
        !context_.is(at, WordClass::function_word);
    if (!goes_on && cut == i) cut = begin;
    if (context_.is(at, WordClass::relative) || context_.is(at, WordClass::modifier_stop) ||
        context_.is(at, WordClass::clause_opener))
      break;
    begin = at;
    if (cut == i && begin > sentence.first && context_.is(begin, WordClass::determiner) &&
        !context_.is(begin, WordClass::noun_link) && context_.is_word(begin - 1) && !joins(begin - 1)) {
      cut = begin;
    }
  }
  return trimmed({cut == i ? begin : cut, i});
}

Range SubjectReader::whole(Range range) const {
  if (range.end - range.first > longest_clause) return {};
  for (std::size_t k = range.first; k < range.end; ++k)
    if (!context_.is_word(k) && context_.claims[k] != Claim::figure) return {};
  return trimmed(range);
}

Range SubjectReader::head_of_row(std::size_t i, Range sentence) const {
  const Tokens& tokens = context_.tokens;
  std::size_t row = i;
  while (row > sentence.first && i - row < longest_row && !tokens[row].newline_before && !tokens.is_mark(row - 1, ';'))
    --row;
  std::size_t end = row;
  const auto in_head = [&](std::size_t k) {
    const bool small =
        context_.is(k, WordClass::function_word) &&
        !tokens.is_any(k, mask(WordClass::noun_link) | mask(WordClass::determiner) | mask(WordClass::list_link));
    const bool bracket = tokens.is_mark(k, '(') || tokens.is_mark(k, ')');
    return (context_.is_word(k) && !small && context_.claims[k] != Claim::date) || (bracket && k > row) ||
           (tokens.kind(k) == TokenKind::dash && tokens.glued(k) && tokens.glued(k + 1));
  };
  while (end < i && in_head(end)) ++end;
  if (end == row || end - row > longest_subject) return {};
  std::size_t head = end;
  while (head > row && (is_small(head - 1) || tokens.is_mark(head - 1, '('))) --head;
  if (tokens.is_mark(end, ':')) return end + 1 == i ? trimmed({row, head}) : Range{};
  const auto in_cell = [&](std::size_t k) {
    return tokens.is_any(
        k, mask(WordClass::percent) | mask(WordClass::unit) | mask(WordClass::currency) | mask(WordClass::magnitude));
  };
  std::size_t numbers = 0;
  for (std::size_t k = end; k < i; ++k) {
    // A comma with a space parts clauses, one without is a number's.
    if (context_.is_comma(k) && !tokens.glued(k + 1)) return {};
    if (context_.is_word(k) && !in_cell(k)) return {};
    numbers += tokens.kind(k) == TokenKind::number ? 1U : 0U;
  }
  for (std::size_t k = i; k < sentence.end && k < i + longest_row && !(k > i && tokens[k].newline_before); ++k) {
    if (context_.is_word(k) && !in_cell(k)) break;
    numbers += tokens.kind(k) == TokenKind::number && (tokens[k].space_before || k == i) ? 1U : 0U;
  }
  const bool row_of_numbers = context_.block_of(row).kind == BlockKind::table || numbers > 1;
  return row_of_numbers ? trimmed({row, head}) : Range{};
}

}  // namespace herald::facts
