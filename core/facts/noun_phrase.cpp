// Noun phrases without a parser: words up to the first that cannot belong to one. Function words, marks
// and numbers end it; so does a verb behind a noun that is already complete (a plural).
#include "core/facts/noun_phrase.hpp"

#include <algorithm>

namespace herald::facts {
namespace {

constexpr std::size_t longest_phrase = 6;
constexpr std::size_t longest_complement = 4;
constexpr std::size_t plain_verb_ending = 4;  // bytes of an ending that no noun has
constexpr std::size_t longest_chain = 20;     // tokens of a phrase with its compounds

}  // namespace

bool NounPhraseReader::begins_like_verb(std::size_t i) const {
  const std::string& word = context_.tokens.folded(i);
  const auto& beginnings = context_.pack.verb_beginnings;
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](const std::string& beginning) { return word.starts_with(beginning); });
}

// A verb by an ending that is too long for a noun's: "corresponderán", but not "client".
bool NounPhraseReader::is_plain_verb(std::size_t i) const {
  const std::string& word = context_.tokens.folded(i);
  const auto& endings = context_.pack.verb_endings;
  return std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) {
    return ending.size() >= plain_verb_ending && word.size() > ending.size() + 1 && word.ends_with(ending);
  });
}

// A small word that is written together with the next one: "ل" of "لبناء".
bool NounPhraseReader::is_proclitic(std::size_t i) const {
  return context_.tokens.glued(i + 1) && context_.is_proclitic(i);
}

bool NounPhraseReader::ends_as_past(std::size_t i) const {
  return context_.ends_in(i, context_.pack.past_endings, shortest_stem);
}

bool NounPhraseReader::is_noun_part(std::size_t i) const {
  const Tokens& tokens = context_.tokens;
  if (!context_.is_word(i)) return false;
  if (context_.claims[i] == Claim::date) return false;
  return !tokens.is_any(i, mask(WordClass::function_word) | mask(WordClass::determiner) | mask(WordClass::pronoun) |
                               mask(WordClass::reporting_verb) | mask(WordClass::number) |
                               mask(WordClass::relative_day) | mask(WordClass::noun_link) |
                               mask(WordClass::not_counted) | mask(WordClass::same_count) | mask(WordClass::part_link));
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
    // "2,000 non-governmental organisation (NGO) delegates": an abbreviation within the phrase.
    if (at > i && !complete && tokens.is_mark(at, '(') && at + 3 < end && tokens[at + 1].all_caps &&
        tokens.is_mark(at + 2, ')') && is_noun_part(at + 3)) {
      at += 3;
      continue;
    }
    // "60 lives" are things, "he lives in" is a verb.
    const bool noun_here = at == i && context_.is(at, WordClass::irregular_plural);
    if ((!noun_here && !is_noun_part(at)) || is_proclitic(at)) break;
    if (complete && context_.ends_in(at, context_.pack.verb_endings, shortest_stem)) break;
    if (at > i && begins_like_verb(at)) break;
    if (at == i && is_plain_verb(at)) break;
    // "visitors last year"
    if (at > i && context_.is(at, WordClass::shift) &&
        (context_.match(at + 1, WordClass::period_word) || context_.match(at + 1, WordClass::unit)))
      break;
    // Where nouns have capitals the first one is the head.
    if (context_.pack.capital_nouns && at > i && context_.is_capital(at - 1) && !tokens[at - 1].all_caps) break;
    ++words;
    complete = context_.ends_in(at, context_.pack.plural_endings, shortest_stem) ||
               context_.is(at, WordClass::irregular_plural);
    ++at;
    // Compounds: "F-22A", "Jean-Monnet".
    while (at + 1 < end && at - i < longest_chain && tokens.kind(at) == TokenKind::dash && tokens.glued(at) &&
           tokens.glued(at + 1) && context_.is_word(at + 1)) {
      complete = context_.ends_in(at + 1, context_.pack.plural_endings, shortest_stem);
      at += 2;
    }
    if (at + 1 < end && tokens.is_mark(at, '&') && is_noun_part(at + 1)) ++at;
  }
  // Where nouns have capitals a phrase without one has no noun: "of the 35, many came".
  return context_.pack.capital_nouns && at > i && !context_.is_capital(at - 1) ? i : at;
}

// "white powder concealed in": a participle before a small word goes with that.
std::size_t NounPhraseReader::before_participle(std::size_t first, std::size_t last) const {
  const bool participle = last > first + 1 && ends_as_past(last - 1) && context_.is(last, WordClass::function_word) &&
                          !context_.is(last, WordClass::list_link);
  return participle ? last - 1 : last;
}

Range NounPhraseReader::behind(std::size_t i, std::size_t end) const {
  std::size_t first = i;
  // "50 of the members", "83% of women".
  if (const Match link = context_.match(first, WordClass::noun_link)) first += link.count;
  while (first < end && context_.is(first, WordClass::determiner) && !context_.is(first, WordClass::modifier_stop))
    ++first;
  std::size_t last = simple_phrase(first, end, longest_phrase);
  if (last == first) return {i, i};
  last = before_participle(first, last);
  if (const Match link = context_.match(last, WordClass::noun_link)) {
    std::size_t complement = last + link.count;
    while (complement < end && context_.is(complement, WordClass::determiner)) ++complement;
    if (complement < end && context_.tokens.kind(complement) != TokenKind::number) {
      std::size_t complement_end = simple_phrase(complement, end, longest_complement);
      complement_end = before_participle(complement, complement_end);
      if (complement_end > complement) last = complement_end;
    }
  }
  return {first, last};
}

}  // namespace herald::facts
