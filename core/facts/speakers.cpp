// Whom the words beside speech mean: the nearest named person, then a post, a pronoun, a body.
#include <algorithm>

#include "core/facts/attribution_pass.hpp"
#include "core/language/text.hpp"

namespace herald::facts {
// A full stop that ends a sentence, not that of "Mr." or an initial.
bool AttributionPass::stops(std::size_t i) const {
  const Tokens& tokens = context_.tokens;
  if (tokens.kind(i) == TokenKind::boundary || tokens.kind(i) == TokenKind::quote) return true;
  if (tokens.is_mark(i, '!') || tokens.is_mark(i, '?') || tokens.is_mark(i, ';')) return true;
  if (!tokens.is_mark(i, '.') || i == 0) return false;
  const bool abbreviation = context_.is(i - 1, WordClass::honorific) || tokens[i - 1].end - tokens[i - 1].begin <= 2 ||
                            context_.person_at[i] != Context::no_person;
  return !abbreviation;
}

Range AttributionPass::range_after(const Speech& speech) const {
  std::size_t at = speech.parts.back().end + 1;  // behind the closing mark
  const Range block = context_.blocks[speech.last_block].range;
  while (at < block.end && context_.is_comma(at)) ++at;
  // A full stop outside of the marks ends the sentence that has the speaker: who speaks next says something else.
  if (at < block.end && context_.tokens.is_mark(at, '.')) {
    if (context_.tokens.kind(at + 1) != TokenKind::dash) return {at, at};
    ++at;
  }
  std::size_t end = at;
  while (end < block.end && end - at < attribution_reach && !stops(end)) ++end;
  return {std::min(at, block.end), end};
}

Range AttributionPass::range_before(const Speech& speech) const {
  const Range block = context_.blocks[speech.first_block].range;
  const std::size_t mark = speech.parts.front().first - (speech.whole_block ? 0 : 1);
  std::size_t first = mark;
  while (first > block.first && mark - first < attribution_reach && !stops(first - 1)) --first;
  return {first, mark};
}

bool AttributionPass::says(Range range) const {
  for (std::size_t i = range.first; i < range.end; ++i)
    if (context_.says(i) || context_.match(i, WordClass::attribution)) return true;
  return false;
}

// Every quotation may look for the holder of a post: a book-long list of posts, or one as long as a page, is not
// searched each time.
void AttributionPass::fold_posts() {
  constexpr std::size_t most_people = 200;
  constexpr std::size_t longest_post = 300;  // bytes
  if (context_.speech.empty()) return;
  for (const Person& person : context_.document.facts.people) {
    if (posts_.size() == most_people) break;
    const bool usable = !person.role.empty() && person.role.size() <= longest_post;
    posts_.push_back(usable ? " " + language::fold_case(person.role) + " " : std::string{});
  }
}

// The person who holds the post that these tokens name.
std::optional<std::uint32_t> AttributionPass::holder_of(Range post) const {
  const std::string wanted = " " + language::fold_case(context_.text(post)) + " ";
  for (std::uint32_t p = 0; p < posts_.size(); ++p)
    if (posts_[p].find(wanted) != std::string::npos) return p;
  return std::nullopt;
}

void AttributionPass::name_speaker(Attribution& attribution, Range range, bool nearest_last) const {
  attribution.range = range;
  std::optional<std::uint32_t> person;
  for (std::size_t i = range.first; i < range.end; ++i) {
    if (context_.person_at[i] == Context::no_person) continue;
    person = context_.person_at[i];
    if (!nearest_last) break;
  }
  if (person) {
    attribution.speaker = person;
    return;
  }
  for (std::size_t i = range.first; i < range.end; ++i) {
    const Match role = context_.match(i, WordClass::role);
    const Match noun = context_.match(i, WordClass::speaker_noun);
    const std::size_t count = std::max(role.count, noun.count);
    if (count == 0) continue;
    if (role) attribution.speaker = holder_of({i, i + role.count});
    if (attribution.speaker) return;
    const std::size_t first = i > range.first && context_.is(i - 1, WordClass::determiner) ? i - 1 : i;
    attribution.words = context_.text({first, i + count});
    return;
  }
  for (std::size_t i = range.first; i < range.end; ++i) {
    if (!context_.is(i, WordClass::pronoun)) continue;
    // Whom it means is known or not: "she" is nobody's name to stand under a quotation.
    attribution.speaker = meant_by_pronoun(i);
    return;
  }
  attribution.words = context_.text(speaking_body(range));
  // « …», añadió. The verb alone: who spoke before goes on.
  if (attribution.words.empty() && is_bare_verb(range)) attribution.speaker = meant_by_pronoun(range.first);
}

// Whether a verb of saying and little else makes up an attribution: the language lets its subject be understood.
bool AttributionPass::is_bare_verb(Range range) const {
  constexpr std::size_t longest = 8;
  // Where the verb comes first, a small word behind it leaves its subject to be understood: "وأوضح في بيان أن".
  if (!range.empty() && !context_.is_cased(range.first) && context_.says(range.first) &&
      context_.is(range.first + 1, WordClass::function_word))
    return true;
  bool says = false;
  for (std::size_t i = range.first; i < range.end && i - range.first <= longest; ++i) says = says || context_.says(i);
  if (!says || range.end - range.first <= longest) return says;
  // « …», insistió al cierre de las obras: behind the verb stands when or how, and nobody's name.
  const Match verb = context_.says(range.first);
  const std::size_t behind = range.first + verb.count;
  if (!verb || !context_.is(behind, WordClass::function_word) || context_.is(behind, WordClass::determiner))
    return false;
  for (std::size_t i = behind; i < range.end; ++i)
    if (context_.is_capital(i)) return false;
  return true;
}

// Whom a pronoun means: the only one named before it in its paragraph; where nobody is, who spoke last, or before
// all speech the person named last. Where two are named, or somebody who is not known, it may be either.
std::optional<std::uint32_t> AttributionPass::meant_by_pronoun(std::size_t pronoun) const {
  constexpr std::size_t furthest = 400;  // tokens
  std::size_t first = pronoun;
  while (first > 0 && pronoun - first < furthest && context_.tokens.kind(first - 1) != TokenKind::boundary) --first;
  std::optional<std::uint32_t> only;
  for (std::size_t i = first; i < pronoun; ++i) {
    if (context_.in_speech[i]) continue;
    const std::uint32_t person = context_.person_at[i];
    if (person == Context::no_person) {
      if (end_of_unknown(i, pronoun) > i) return std::nullopt;
      continue;
    }
    if (only && *only != person) return std::nullopt;
    only = person;
  }
  if (only) return only;
  if (has_last_) return last_speaker_;
  if (const auto reported = last_reported(first)) return reported;
  // The paragraph above is about whom it names first; others are with him.
  std::optional<std::uint32_t> above;
  for (std::size_t k = first; k > 0 && pronoun - k < furthest; --k) {
    if (context_.tokens.kind(k - 1) == TokenKind::boundary && above) break;
    if (context_.person_at[k - 1] != Context::no_person) above = context_.person_at[k - 1];
  }
  return above;
}

// "Lima said the work went on. … He added": who opens the last sentence before that has a verb of saying.
std::optional<std::uint32_t> AttributionPass::last_reported(std::size_t end) const {
  constexpr std::size_t reach = 160;  // tokens
  for (std::size_t k = end; k > 0 && end - k < reach; --k) {
    if (!context_.says(k - 1) || context_.in_speech[k - 1]) continue;
    const Range sentence = context_.sentence_range(k - 1);
    for (std::size_t i = sentence.first; i < k - 1; ++i)
      if (context_.person_at[i] != Context::no_person) return context_.person_at[i];
  }
  return std::nullopt;
}

// The end of a name at token i that is nobody's known, or i: "Halima, 34, walks", but not a place ("in Porto"), a body,
// or the first word of a sentence that is a plural ("Councils").
std::size_t AttributionPass::end_of_unknown(std::size_t i, std::size_t end) const {
  if (!context_.is_capital(i) || context_.claims[i] != Claim::none || context_.tokens[i].all_caps ||
      context_.in_organisation[i])
    return i;
  const bool inside = i > 0 && context_.is_capital(i - 1);
  if (inside || context_.tokens.match_before(i, WordClass::place_leader) || names_.country(i)) return i;
  const Range name = names_.name(i, end);
  if (name.empty() || names_.is_organisation(names_.capital_run(i, end))) return i;
  if (context_.pack.capital_nouns && names_.full_words(name) < 2) return i;
  const bool plural = context_.has_plural_ending(i);
  const bool word = name.end == i + 1 && context_.opens_sentence(i) &&
                    (plural || context_.tokens.is_any(i, mask(WordClass::function_word) | mask(WordClass::determiner) |
                                                             mask(WordClass::adverb) | mask(WordClass::weak_opening)));
  return word ? i : name.end;
}

// A body that speaks: capitals next to the verb, the colon or the dash. The dateline's place does not, nor does whose
// man the speaker is ("the Gazette's Rui Costa").
Range AttributionPass::speaking_body(Range range) const {
  const auto& dateline = context_.document.metadata.dateline;
  for (std::size_t i = range.first; i < range.end; ++i) {
    if (dateline && dateline->span.contains(context_.tokens[i].span())) continue;
    if (!context_.is_capital(i) || context_.is(i, WordClass::not_name)) continue;
    const Range run = names_.capital_run(i, range.end);
    if (run.empty()) continue;
    std::size_t before = i;
    while (before > range.first && context_.is(before - 1, WordClass::determiner)) --before;
    std::size_t behind = run.end;
    while (behind < range.end && context_.is(behind, WordClass::adverb)) ++behind;
    const bool led = before > range.first &&
                     (context_.said_before(before) || context_.tokens.match_before(before, WordClass::attribution) ||
                      context_.tokens.kind(before - 1) == TokenKind::dash);
    const bool follows = behind < range.end && (context_.says(behind) || context_.tokens.is_mark(behind, ':'));
    bool owner = false;
    for (std::size_t k = i; k <= run.end; ++k) owner = owner || context_.tokens.folded(k) == "'s";
    if ((led || follows) && !owner) return run;
    i = run.end - 1;
  }
  return {range.end, range.end};
}

}  // namespace herald::facts
