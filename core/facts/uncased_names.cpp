// Names and posts in scripts without capitals. Nothing shows where a name begins and ends but the words around it: what
// the pack knows, what is definite, what small words are joined to.
#include <algorithm>
#include <array>

#include "core/facts/names.hpp"
#include "core/language/text.hpp"

namespace herald::facts {
namespace {

constexpr std::size_t most_words = 4;       // of a name, a particle and its word counted as one
constexpr std::size_t longest_name = 12;    // tokens
constexpr std::size_t longest_post = 18;    // tokens of a post with what it is of
constexpr std::size_t most_indefinite = 2;  // nouns in a row that only what follows makes definite
constexpr std::size_t fewest_letters = 4;   // of a word that begins as a small word does
constexpr std::size_t long_word = 5;        // letters of an adjective made of a noun
constexpr std::size_t long_purpose = 6;     // letters of a noun with "for" before it, in one word

// What ends a name: words that have a meaning of their own.
constexpr ClassMask other_words =
    mask(WordClass::relative_day) | mask(WordClass::adverb) | mask(WordClass::not_counted) |
    mask(WordClass::measure_verb) | mask(WordClass::unit) | mask(WordClass::currency) | mask(WordClass::planned) |
    mask(WordClass::held) | mask(WordClass::past_marker) | mask(WordClass::future_marker) | mask(WordClass::pronoun) |
    mask(WordClass::not_name) | mask(WordClass::attribution) | mask(WordClass::speaker_noun) |
    mask(WordClass::relative) | mask(WordClass::agent_link) | mask(WordClass::role_modifier) | mask(WordClass::shift) |
    mask(WordClass::same_count) | mask(WordClass::people_noun) | mask(WordClass::place_noun) |
    mask(WordClass::not_body) | mask(WordClass::dual);

}  // namespace

// Of the word at token i, vowel signs not counted.
std::size_t NameReader::letters(std::size_t i) const {
  const std::string& word = context_.tokens.folded(i);
  std::size_t count = 0;
  for (std::size_t at = 0; at < word.size(); at += language::code_point_at(word, at).length) ++count;
  return count;
}

// "وعدد", "بزيارة": a word that begins as a small word does, which is written together with it, and is in no list of
// names that begin so.
bool NameReader::begins_as_proclitic(std::size_t i) const {
  if (context_.is(i, WordClass::name_word) || letters(i) < fewest_letters) return false;
  const std::vector<std::string>& proclitics = context_.pack.proclitics;
  return std::any_of(proclitics.begin(), proclitics.end(),
                     [&](const std::string& proclitic) { return context_.tokens.folded(i).starts_with(proclitic); });
}

// The same with "and", the pack's first small word.
bool NameReader::begins_with_and(std::size_t i) const {
  const std::vector<std::string>& proclitics = context_.pack.proclitics;
  return !proclitics.empty() && begins_as_proclitic(i) && context_.tokens.folded(i).starts_with(proclitics.front());
}

// "بالمستوى", "للعمل": a small word and a definite noun in one word. The pack's first article is the plain one.
bool NameReader::begins_as_definite(std::size_t i) const {
  if (context_.is(i, WordClass::name_word)) return false;
  const std::string_view word = context_.tokens.folded(i);
  const std::vector<std::string>& articles = context_.pack.definite_beginnings;
  for (std::size_t k = 1; k < articles.size(); ++k)
    if (word.starts_with(articles[k])) return true;
  for (const std::string& proclitic : context_.pack.proclitics)
    for (const std::string& article : context_.pack.definite_beginnings)
      if (word.starts_with(proclitic) && word.substr(proclitic.size()).starts_with(article)) return true;
  return false;
}

// "لحماية": a noun with "for" before it, in one word.
bool NameReader::begins_purpose(std::size_t i) const {
  if (context_.is(i, WordClass::name_word) || letters(i) < long_purpose) return false;
  return context_.begins_merged(i);
}

// "مركزا جديدا", "قائمة طويلة": a noun and its adjective end alike, as indefinite objects do without their vowel signs
// and feminines do; the two words of a name hardly ever.
bool NameReader::agrees_with_next(std::size_t i) const {
  constexpr std::array<std::string_view, 2> endings = {"\u0627", "\u0629"};
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    const auto ends_so = [&](std::size_t k) {
      return letters(k) >= fewest_letters && context_.tokens.folded(k).ends_with(ending) &&
             !context_.is(k, WordClass::name_word);
    };
    return ends_so(i) && ends_so(i + 1);
  });
}

// Whether the word at token i is none of the name that has `words` words before it: what the pack knows as something
// else, an indefinite accusative, what a small word is joined to, an adjective; and behind a family name, which is
// definite, all that is not.
bool NameReader::ends_uncased_name(std::size_t i, std::size_t words, bool family_name) const {
  const Tokens& tokens = context_.tokens;
  if (tokens.is_any(i, other_words) || context_.match(i, WordClass::body)) return true;
  if (context_.is_indefinite_accusative(i)) return true;
  if (words == 0) return false;
  if (context_.match(i, WordClass::country) || context_.match(i, WordClass::place)) return true;
  if (begins_as_definite(i)) return true;
  const auto& endings = context_.pack.relative_endings;
  const auto ends_as_relative = [&](std::size_t shortest) {
    return std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) {
      return ending.size() >= shortest && tokens.folded(i).ends_with(ending);
    });
  };
  // Behind a family name a second one is rarer than the verb's object, but for long names and for tribes.
  if (context_.is_definite(i)) return family_name && words + 1 < most_words && !ends_as_relative(1);
  if (family_name) return true;
  constexpr std::size_t feminine = 3;  // bytes: what ends in one letter is as often a name
  const bool adjective = letters(i) >= long_word && ends_as_relative(feminine);
  return adjective || (words < 2 ? begins_with_and(i) : begins_as_proclitic(i));
}

// "عبد الرحمن بن خالد الشمري". A particle belongs to the word behind it, whatever that means elsewhere.
Range NameReader::uncased_name(std::size_t i, std::size_t end) const {
  const Tokens& tokens = context_.tokens;
  const Range none{i, i};
  const bool addressed = skip_honorifics_back(i, i > longest_name ? i - longest_name : 0) < i;
  if (context_.match(i, WordClass::honorific) || context_.match(i, WordClass::role_link) ||
      (!addressed && (begins_purpose(i) || begins_with_and(i))))
    return none;
  std::size_t at = i;
  std::size_t words = 0;
  bool family_name = false;
  end = std::min(end, i + longest_name);
  while (at < end && words < most_words) {
    if (at > i && tokens[at].newline_before && words >= 2) break;
    std::size_t behind = at;
    while (behind < end && behind < at + 2 && context_.is(behind, WordClass::name_particle)) ++behind;
    if (behind > at && behind < end && tokens.kind(behind) == TokenKind::word &&
        !context_.is(behind, WordClass::function_word) && context_.claims[behind] == Claim::none) {
      at = behind + 1;
      ++words;
      continue;
    }
    // A family name that is a form of address elsewhere: "سالم القاضي،".
    const bool last = words > 0 && context_.is_definite(at) && context_.is(at, WordClass::honorific) &&
                      (at + 1 >= end || !context_.is_word(at + 1));
    if (!last && (!is_name_word(at, at == i) || ends_uncased_name(at, words, family_name))) break;
    // "نور الدين" is one name of two words.
    family_name = family_name || (words > 0 && context_.is_definite(at) && !context_.is(at, WordClass::name_word));
    ++words;
    ++at;
  }
  if (words == 0 || (!addressed && agrees_with_next(i))) return none;
  return {i, at};
}

// How many tokens before token i belong to what a post is of, 0 where none do; an indefinite noun counts as none.
std::size_t NameReader::uncased_complement_before(std::size_t i, std::size_t first) const {
  const Tokens& tokens = context_.tokens;
  for (const WordClass name :
       {WordClass::body, WordClass::country, WordClass::place, WordClass::role_modifier, WordClass::role_link})
    if (const Match found = tokens.match_before(i, name); found && i - found.count >= first) return found.count;
  const bool joined = context_.is(i - 1, WordClass::list_link) && tokens.glued(i);
  const bool noun = tokens.kind(i - 1) == TokenKind::word &&
                    !tokens.is_any(i - 1, mask(WordClass::function_word) | mask(WordClass::relative_day) |
                                              mask(WordClass::weekday)) &&
                    (context_.is_definite(i - 1) || begins_purpose(i - 1));
  return joined || noun ? 1 : 0;
}

// "مدير مكتب رئيس الوزراء", "النائب الأول لرئيس الوزراء": a post whose holder serves another one. Returns where the
// whole post begins, or the token behind `end` where only whom it serves is a known post.
std::size_t NameReader::begin_of_uncased_post(std::size_t i, std::size_t first) const {
  std::size_t begin = first_of_role(i, first);
  if (begin > first + 1 && context_.is(begin - 1, WordClass::role_link) && context_.tokens.glued(begin)) {
    std::size_t post = begin - 1;
    while (post > first && context_.is(post - 1, WordClass::role_modifier)) --post;
    const Match served = context_.tokens.match_before(post, WordClass::role);
    const Match whole = context_.tokens.match_before(begin - 1, WordClass::role);
    const std::size_t from = whole ? begin - 1 - whole.count : served ? post - served.count : begin;
    return from >= first && from < begin ? first_of_role(from, first) : begin;
  }
  for (std::size_t nouns = 1; nouns <= most_indefinite && begin > first + nouns; ++nouns) {
    const std::size_t noun = begin - nouns;
    if (context_.tokens.kind(noun) != TokenKind::word || context_.is_definite(noun) ||
        context_.is(noun, WordClass::function_word) || context_.says(noun))
      break;
    if (const Match role = context_.tokens.match_before(noun, WordClass::role); role && noun - role.count >= first)
      return first_of_role(noun - role.count, first);
  }
  return begin;
}

// "وزير الصحة والسكان": a post and what it is of, which is definite; the name begins with what is not. Where a form of
// address stands between, the post ends before it whatever its last word is.
Range NameReader::uncased_role_before(std::size_t i, std::size_t first, bool addressed) const {
  const Tokens& tokens = context_.tokens;
  const Range none{i, i};
  if (i == first) return none;
  // "وزير دفاع": a post that nothing makes definite is of what follows; "مدير في": so is one with a link.
  const bool linked = tokens.match_before(i, WordClass::role_link) || context_.is(i - 1, WordClass::list_link);
  const bool closed =
      !linked && (uncased_complement_before(i, first) > 0 || tokens.match_before(i, WordClass::role).count > 1);
  if (!addressed && !closed) return none;
  std::size_t at = i;
  std::size_t indefinite = 0;
  while (at > first && i - at < longest_post) {
    if (const Match role = tokens.match_before(at, WordClass::role); role && at - role.count >= first)
      return {begin_of_uncased_post(at - role.count, first), i};
    if (const std::size_t count = uncased_complement_before(at, first); count > 0) {
      indefinite = 0;
      at -= count;
      continue;
    }
    const bool noun = tokens.kind(at - 1) == TokenKind::word && context_.claims[at - 1] == Claim::none &&
                      !context_.says(at - 1) &&
                      !tokens.is_any(at - 1, mask(WordClass::function_word) | mask(WordClass::honorific) |
                                                 mask(WordClass::relative_day) | mask(WordClass::past_marker));
    if (!noun || ++indefinite > most_indefinite) return none;
    --at;
  }
  return none;
}

}  // namespace herald::facts
