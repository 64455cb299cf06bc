// Noun phrases without a parser: words up to the first that cannot belong to one. Function words, marks
// and numbers end it; so does a verb behind a noun that is already complete (a plural).
#include "core/facts/noun_phrase.hpp"

#include <algorithm>

namespace herald::facts {
namespace {

constexpr std::size_t longest_phrase = 6;
constexpr std::size_t longest_complement = 4;
constexpr std::size_t longest_subject = 10;
constexpr std::size_t longest_chain = 20;  // tokens of a phrase with its compounds

}  // namespace

bool NounPhraseReader::ends_like(std::size_t i, const std::vector<std::string>& endings) const {
  const std::string& word = context_.tokens.folded(i);
  return std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) {
    return word.size() > ending.size() + 1 && word.ends_with(ending);
  });
}

bool NounPhraseReader::begins_like_verb(std::size_t i) const {
  const std::string& word = context_.tokens.folded(i);
  const auto& beginnings = context_.pack.verb_beginnings;
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](const std::string& beginning) { return word.starts_with(beginning); });
}

bool NounPhraseReader::is_noun_part(std::size_t i) const {
  const Tokens& tokens = context_.tokens;
  if (!context_.is_word(i)) return false;
  if (context_.claims[i] == Claim::date) return false;
  return !tokens.is_any(i, mask(WordClass::function_word) | mask(WordClass::determiner) | mask(WordClass::pronoun) |
                               mask(WordClass::reporting_verb) | mask(WordClass::number) |
                               mask(WordClass::relative_day) | mask(WordClass::noun_link));
}

std::size_t NounPhraseReader::simple_phrase(std::size_t i, std::size_t end, std::size_t longest) const {
  const Tokens& tokens = context_.tokens;
  std::size_t at = i;
  std::size_t words = 0;
  bool complete = false;  // a plural has been reached
  while (at < end && words < longest) {
    const bool possessive = at > i && tokens.kind(at) == TokenKind::word && tokens.folded(at).starts_with("'");
    if (possessive) {
      ++at;
      continue;
    }
    if (!is_noun_part(at)) break;
    if (complete && ends_like(at, context_.pack.verb_endings)) break;
    if (at > i && begins_like_verb(at)) break;
    // Where nouns have capitals the first one is the head.
    if (context_.pack.capital_nouns && at > i && context_.is_capital(at - 1) && !tokens[at - 1].all_caps) break;
    ++words;
    complete = ends_like(at, context_.pack.plural_endings) || context_.is(at, WordClass::irregular_plural);
    ++at;
    // Compounds: "F-22A", "Jean-Monnet".
    while (at + 1 < end && at - i < longest_chain && tokens.kind(at) == TokenKind::dash && tokens.glued(at) &&
           tokens.glued(at + 1) && context_.is_word(at + 1)) {
      complete = ends_like(at + 1, context_.pack.plural_endings);
      at += 2;
    }
    if (at + 1 < end && tokens.is_mark(at, '&') && is_noun_part(at + 1)) ++at;
  }
  // Where nouns have capitals a phrase without one has no noun: "of the 35, many came".
  return context_.pack.capital_nouns && at > i && !context_.is_capital(at - 1) ? i : at;
}

Range NounPhraseReader::behind(std::size_t i, std::size_t end) const {
  std::size_t first = i;
  // "50 of the members", "83% of women".
  if (const Match link = context_.match(first, WordClass::noun_link)) first += link.count;
  while (first < end && context_.is(first, WordClass::determiner) && !context_.is(first, WordClass::modifier_stop))
    ++first;
  std::size_t last = simple_phrase(first, end, longest_phrase);
  if (last == first) return {i, i};
  if (const Match link = context_.match(last, WordClass::noun_link)) {
    std::size_t complement = last + link.count;
    while (complement < end && context_.is(complement, WordClass::determiner)) ++complement;
    if (complement < end && context_.tokens.kind(complement) != TokenKind::number) {
      const std::size_t complement_end = simple_phrase(complement, end, longest_complement);
      if (complement_end > complement) last = complement_end;
    }
  }
  return {first, last};
}

std::size_t NounPhraseReader::measure_verb_before(std::size_t i, std::size_t first) const {
  const Match verb = context_.tokens.match_before(i, WordClass::measure_verb);
  if (!verb || i - verb.count < first) return i;
  return i - verb.count;
}

Range NounPhraseReader::before(std::size_t i, std::size_t first) const {
  const Tokens& tokens = context_.tokens;
  std::size_t begin = i;
  while (begin > first && i - begin < longest_subject) {
    const std::size_t at = begin - 1;
    const bool joined = tokens.kind(at) == TokenKind::dash && tokens.glued(at) && tokens.glued(begin);
    if (!joined && !context_.is_word(at)) break;
    if (context_.is(at, WordClass::clause_opener) || context_.is(at, WordClass::modifier_stop) ||
        context_.is(at, WordClass::past_marker) || context_.match(at, WordClass::number) ||
        context_.claims[at] == Claim::date || context_.claims[at] == Claim::figure)
      break;
    // "the bank raised its rate by": what a verb is said to do to is the subject of the measure.
    if (begin < i && context_.is(begin, WordClass::determiner) && !context_.is_capital(at) &&
        ends_like(at, context_.pack.past_endings))
      break;
    begin = at;
  }
  while (begin < i && (tokens.is_any(begin, mask(WordClass::determiner) | mask(WordClass::function_word)) ||
                       tokens.kind(begin) == TokenKind::dash))
    ++begin;
  return {begin, i};
}

}  // namespace herald::facts
