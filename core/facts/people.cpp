// Named people, without a list of names: by a role before the name, a role behind it, an honorific, the attribution of
// speech, or an age. What is only a run of capitals is nobody. Lines and lists are people_lines.cpp's and
// people_lists.cpp's; later mentions, by full name or surname, are linked by roster.cpp.
#include <algorithm>
#include <utility>

#include "core/facts/passes.hpp"
#include "core/facts/people_pass.hpp"
#include "core/language/text.hpp"

namespace herald::facts {

void PeoplePass::read_prose(Range range, BlockKind kind) {
  const bool title = kind == BlockKind::title || kind == BlockKind::heading;
  for (std::size_t i = range.first; i < range.end;) {
    // "Special Agent in Charge Ana Lima": inside a post no name begins.
    if (const Match post = context_.match(i, WordClass::role); post.count > 1) {
      i += post.count;
      continue;
    }
    // Nor inside a form of address: "His Excellency Doctor".
    if (const Match address = context_.match(i, WordClass::honorific); address.count > 1) {
      i += address.count;
      continue;
    }
    const bool may_begin = context_.is_word(i) && context_.claims[i] == Claim::none;
    std::size_t end = may_begin && !title ? try_roster(i, context_.sentence_range(i)) : i;
    if (end == i && may_begin) end = try_name(i, context_.sentence_range(i), title);
    if (end == i && !title) end = try_group(i, context_.sentence_range(i));
    i = std::max(end, i + 1);
  }
}

// Whether speech stands in the sentence and its verb next to the name.
bool PeoplePass::attributed(Range name, Range sentence) const {
  std::size_t behind = names_.skip_post_nominals(name.end, sentence.end);
  while (behind < sentence.end && context_.is(behind, WordClass::adverb)) ++behind;
  const bool verb_behind = static_cast<bool>(context_.says(behind));
  // "said the Gazette's Ana Lima": whose man he is stands between.
  std::size_t before = name.first;
  if (before > sentence.first && context_.tokens.folded(before - 1) == "'s")
    before = names_.capital_run_before(before - 1, sentence.first).first;
  while (before > sentence.first && context_.is(before - 1, WordClass::determiner)) --before;
  const Match said = context_.said_before(before);
  const bool verb_before = before > sentence.first && said;
  // "حسب التقارير الوبائية": what is definite and no script's capital shows to be a name is a thing.
  const bool attribution = context_.tokens.match_before(name.first, WordClass::attribution) &&
                           (context_.is_cased(name.first) || !context_.is_definite(name.first));
  if (verb_behind) context_.because(FactKind::person, name, {behind, behind + context_.says(behind).count});
  if (verb_before) context_.because(FactKind::person, name, {before - said.count, before});
  if (!verb_behind && !verb_before && !attribution) return false;
  if (attribution) return true;
  if (verb_before && is_subject(name, sentence)) return true;
  // Within reach of the verb: a mark, a colon, or the speech itself.
  constexpr std::size_t reach = 24;
  const std::size_t from = name.first > sentence.first + reach ? name.first - reach : sentence.first;
  const std::size_t to = std::min(context_.tokens.size(), name.end + reach);
  for (std::size_t i = from; i < to; ++i)
    if (context_.in_speech[i] || context_.tokens.kind(i) == TokenKind::quote || context_.tokens.is_mark(i, ':'))
      return true;
  return false;
}

// In a script without capitals: a full name right behind a verb of saying that goes on with "that", a comma or a post.
bool PeoplePass::is_subject(Range name, Range sentence) const {
  if (context_.is_cased(name.first) || context_.is_definite(name.first) || names_.full_words(name) < 2 ||
      names_.is_organisation(name))
    return false;
  return name.end < sentence.end && (context_.is_comma(name.end) || context_.is(name.end, WordClass::function_word) ||
                                     context_.match(name.end, WordClass::role));
}

// "Ana Lima, 45," and "Ana Lima, of Porto,"; in a list "Ana Lima, 45" is all of its line.
bool PeoplePass::has_age(Range name, Range sentence) const {
  const std::size_t i = name.end;
  if (!context_.is_comma(i) || i + 1 >= sentence.end) return false;
  const bool two_digits = context_.tokens.kind(i + 1) == TokenKind::number &&
                          context_.tokens[i + 1].end - context_.tokens[i + 1].begin == 2;
  const bool whole_line =
      i + 2 >= sentence.end && (name.first == sentence.first || context_.tokens[name.first].newline_before);
  if (two_digits && (whole_line || context_.is_comma(i + 2))) return true;
  // "Ana Lima, 45 ans,": the unit of ages behind the number.
  const Match unit = context_.match(i + 2, WordClass::unit);
  if (context_.tokens.kind(i + 1) == TokenKind::number && unit && unit.phrase->code == "year" &&
      context_.is_comma(i + 2 + unit.count))
    return true;
  return static_cast<bool>(context_.match(i + 1, WordClass::age_marker));
}

// "the director of the office, Ana Lima, said": the name is parted off on both sides, and the post is nobody else's.
Range PeoplePass::apposed_post(Range name, Range sentence) const {
  const Range none{name.first, name.first};
  // "After a meeting with the president, Ana Lima spoke": with no mark behind it the name opens the main clause.
  const std::size_t behind = names_.skip_post_nominals(name.end, sentence.end);
  // "the Minister of Ports, Dr Lima at the pier": behind a form of address a small word closes it too. Without capitals
  // it is what shows the name.
  const bool addressed = names_.skip_honorifics_back(name.first, sentence.first) < name.first;
  const bool closed = behind >= sentence.end || context_.tokens.kind(behind) == TokenKind::mark ||
                      (addressed && (!context_.is_cased(name.first) || context_.is(behind, WordClass::role_link)));
  if (names_.full_words(name) < 2 || names_.is_organisation(name)) return none;
  // Among a title's capitals "Minister Opens Bridge, Praises Crew" looks like a post and its holder.
  if (context_.is_title_case(name.first)) return none;
  const Range post = posts_.apposed_before(name, sentence);
  // "The Minister of Ports, Dr Ana Lima said": a post that opens the sentence needs no second comma.
  const auto opens = [&] {
    std::size_t first = names_.capital_run_before(post.first, sentence.first).first;
    while (first > sentence.first && context_.is(first - 1, WordClass::determiner)) --first;
    const bool honorific = names_.skip_honorifics_back(name.first, sentence.first) < name.first;
    return honorific && context_.is_cased(name.first) && first == sentence.first;
  };
  return post.first < posts_read_to_ || (!closed && !opens()) ? none : post;
}

constexpr std::size_t longest_acronym = 4;  // bytes

// The token behind what begins like a person's name and is none, or the name's first token where it may be one.
std::size_t PeoplePass::end_of_none(const Candidate& candidate) const {
  const auto& [name, sentence, words, role, apposed, behind, honorific, title, capital_before] = candidate;
  if (name.end < sentence.end && context_.is(name.end, WordClass::organisation) && context_.is_capital(name.end)) {
    // "said OSR Executive Director Ana Lima": the body ends before the post.
    const std::size_t run_end = names_.capital_run(name.first, sentence.end).end;
    std::size_t end = name.end;
    // "said Blue Trust's Ana Lima": or before whose it is.
    while (end < run_end && !context_.match(end, WordClass::role) && !context_.is(end, WordClass::role_modifier) &&
           context_.tokens.folded(end) != "'s")
      ++end;
    context_.reject(FactKind::person, {name.first, end}, "people.organisation");
    return end;
  }
  // "the chief of the ABC de Porto": an acronym and where it works.
  const bool with_place = context_.tokens[name.first].all_caps && !context_.tokens[name.end - 1].all_caps &&
                          context_.tokens[name.first].end - context_.tokens[name.first].begin <= longest_acronym &&
                          context_.is(name.first + 1, WordClass::name_particle);
  const bool acronym = with_place || (context_.tokens[name.first].all_caps && name.end == name.first + 1);
  if (acronym || (words < 2 && role.empty() && !honorific)) {
    // A single word is nothing to report, unless it speaks.
    if (context_.trace != nullptr && !title && !context_.opens_sentence(name.first) && attributed(name, sentence))
      context_.reject(FactKind::person, name, acronym ? "people.acronym" : "people.single_word");
    return name.end;
  }
  // "told ABC Ana Lima": who was told, and who told it.
  const std::size_t second = name.first + 1;
  if (words > 2 && context_.tokens[name.first].all_caps && !context_.tokens[second].all_caps &&
      context_.is_word(second) && context_.tokens[name.first].end - context_.tokens[name.first].begin > 2) {
    context_.reject(FactKind::person, {name.first, second}, "people.acronym");
    return second;
  }
  // "Rail UK"
  const language::Token& last = context_.tokens[name.end - 1];
  if (last.all_caps && !context_.tokens[name.first].all_caps && !is_ordinal(name.end - 1) &&
      last.end - last.begin <= longest_acronym) {
    context_.reject(FactKind::person, name, "people.ends_in_acronym");
    return name.end;
  }
  return name.first;
}

// Whether the post right before the name is its holder's.
Evidence PeoplePass::evidence_of_post(const Candidate& candidate) const {
  const Range name = candidate.name;
  const Range role = candidate.role;
  // "Major Plantations Destroyed": a title's last word may be its verb.
  if (context_.is_title_case(name.first) &&
      context_.ends_in(name.end - 1, context_.pack.verb_endings, shortest_stem + 1))
    return {};
  if (candidate.words >= 2) {
    // « directora de la Red Costera Norte, Ana Lima »: behind the kind of a body or place stands its own name, where
    // somebody else is named behind the comma.
    const std::size_t field = names_.skip_honorifics_back(name.first, role.first);
    const bool kind =
        field > role.first && context_.tokens.is_any(field - 1, mask(WordClass::organisation) | mask(WordClass::body) |
                                                                    mask(WordClass::place_noun));
    if (kind && field == name.first && names_somebody(name.end, candidate.sentence)) return {};
    return {"people.role_name", 0.93};
  }
  // Under a title's capitals a single word behind a role is as often the sentence's next noun.
  if (context_.is_title_case(name.first) || !context_.is_capital(role.end - 1)) return {};
  // A single word needs a role that is a form of address: "Chairman Lima", not "Head Start"; or a number, as kings
  // have.
  const bool numbered = name.end > name.first + 1 && is_ordinal(name.end - 1);
  if (!numbered && !candidate.honorific && !context_.tokens.match_before(role.end, WordClass::address)) return {};
  // "the minister plans for", with capitals on nouns: an article before the post stands for its holder.
  if (context_.pack.capital_nouns && role.first > candidate.sentence.first &&
      context_.is(role.first - 1, WordClass::determiner))
    return {};
  // "Chief Minister Sindra, Ana Lima": what is governed, and who governs it.
  if (names_somebody(name.end, candidate.sentence)) return {};
  return {"people.role_name", 0.75};
}

// ", Ana Lima", ", Dr. Ana Lima"
bool PeoplePass::names_somebody(std::size_t i, Range sentence) const {
  constexpr std::size_t most_honorifics = 4;  // tokens, with their stops
  if (!context_.is_comma(i)) return false;
  std::size_t at = i + 1;
  while (at < sentence.end && at - i <= most_honorifics &&
         (context_.is(at, WordClass::honorific) ||
          (context_.tokens.is_mark(at, '.') && context_.is(at - 1, WordClass::honorific))))
    ++at;
  return at < sentence.end && names_.full_words(names_.name(at, sentence.end)) >= 2;
}

// « la communauté d'Aix-les-Pins, membre »: one word behind "of", be it a long one, is a place.
bool PeoplePass::is_one_word_behind_of(Range name, Range sentence) const {
  if (name.first == sentence.first || !context_.is(name.first - 1, WordClass::noun_link)) return false;
  for (std::size_t k = name.first + 1; k < name.end; ++k)
    if (context_.tokens[k].space_before) return false;
  return true;
}

Evidence PeoplePass::evidence_of(const Candidate& candidate) const {
  const Range name = candidate.name;
  const bool full = candidate.words >= 2;
  if (!candidate.role.empty()) return evidence_of_post(candidate);
  // "the ship Santa Maria, of the Harbour Trust", "Costa Rica, of the Banana Council" are nobody.
  const std::size_t before = name.first - (name.first > candidate.sentence.first ? 1 : 0);
  const bool named_thing = before < name.first && context_.is_word(before) && !context_.is_capital(before) &&
                           !context_.is(before, WordClass::function_word) && !context_.says(before);
  if (full && candidate.behind.of_body && !named_thing && !names_.country(name.first))
    return {"people.name_of_body", candidate.honorific ? 0.8 : 0.65};
  if (full && !candidate.apposed.empty()) return {"people.role_comma_name", 0.88};
  // « la COP de Cambio Climático, la ministra del puerto, Ana Lima, …»: the post is of who is named behind it.
  const bool anothers = name.first > candidate.sentence.first && context_.is(name.first - 1, WordClass::noun_link) &&
                        names_somebody(candidate.behind.end, candidate.sentence);
  if (full && !candidate.behind.role.empty() && !candidate.behind.by_verb && !anothers &&
      !is_one_word_behind_of(name, candidate.sentence))
    return {"people.name_role", 0.9};
  // Without capitals one word behind a form of address is as often an adjective: "the Norwegian ambassador".
  if (candidate.honorific && (full || context_.is_cased(name.first) || roster_.knows_word(name)))
    return {"people.honorific", full ? 0.92 : 0.7};
  if (!full || candidate.title) return {};
  const bool alone = !candidate.capital_before;
  if (alone && attributed(name, candidate.sentence)) return {"people.attribution", 0.85};
  if (alone && has_age(name, candidate.sentence)) return {"people.age", 0.85};
  if (names_.is_organisation(name)) return {};
  if (alone && candidate.behind.of_people) return {"people.appointed", 0.85};
  if (alone && is_relative(name.end)) return {"people.relative", 0.8};
  if (is_agent(name, candidate.sentence)) return {"people.agent", 0.75};
  return {};
}

// Adds the person with what is said of him; the token behind all that was read.
std::size_t PeoplePass::take(const Candidate& candidate, const Evidence& evidence) {
  const auto& [name, sentence, words, role, apposed, behind, honorific, title, capital_before] = candidate;
  Person person;
  person.name = context_.text(name);
  context_.because(FactKind::person, name, {names_.skip_honorifics_back(name.first, sentence.first), name.first});
  if (!behind.role.empty()) context_.because(FactKind::person, name, {name.end, behind.end});
  if (!role.empty() || !apposed.empty()) {
    const Range post = role.empty() ? apposed : role;
    context_.because(FactKind::person, name, post);
    const Post before = posts_.split(post);
    person.role = before.role;
    person.affiliation = before.affiliation;
    person.country = before.country;
    // "the Director of the Port Institute Major Ana Lima": a rank between the post and the name.
    if (person.affiliation.empty()) {
      const Range run = names_.capital_run_before(post.first, sentence.first);
      const Post longer = !run.empty() && context_.match(run.first, WordClass::role) && !context_.claimed(run)
                              ? posts_.split(run)
                              : Post{};
      person.affiliation =
          longer.affiliation.empty() ? names_.organisation_before(post.first, sentence.first) : longer.affiliation;
      if (!longer.affiliation.empty()) person.role = longer.role;
    }
  }
  if (person.role.empty()) {
    person.role = behind.role;
    person.country = behind.country;
  }
  if (person.affiliation.empty()) person.affiliation = behind.affiliation;
  if (person.affiliation.empty() && name.first > sentence.first && context_.tokens.folded(name.first - 1) == "'s")
    person.affiliation = names_.organisation_before(name.first, sentence.first);
  const std::string shared_role = person.role;
  roster_.add(std::move(person), name, evidence.rule, evidence.confidence);
  std::size_t end = std::max(name.end, behind.end);
  posts_read_to_ = end;
  if (!role.empty()) end = std::max(end, try_also(name.end, sentence, shared_role));
  if (words >= 2 && !title && end == name.end) end = try_list(name.end, sentence);
  return end;
}

std::size_t PeoplePass::try_name(std::size_t i, Range sentence, bool title) {
  Candidate candidate;
  candidate.name = names_.name(i, sentence.end);
  const Range name = candidate.name;
  if (name.empty()) return i;
  candidate.sentence = sentence;
  candidate.title = title;
  candidate.words = names_.full_words(name);
  const std::size_t address = names_.skip_honorifics_back(i, sentence.first);
  candidate.honorific = address < i;
  // "DR Congo": what looks like a form of address begins a country's name.
  if (candidate.honorific && names_.country(address)) return name.end;
  // Without capitals a post does not say where the name begins: only an honorific, a comma or a verb of saying does,
  // or a post whose holder is named up to a mark or a small word.
  if (!context_.tokens[name.first].capital && !context_.is(name.first, WordClass::name_particle) &&
      !candidate.honorific && apposed_post(name, sentence).empty() && !attributed(name, sentence) &&
      !(!title && candidate.words >= 2 && is_named_holder(name, sentence)))
    return i;
  candidate.capital_before = i > sentence.first && context_.tokens.kind(i - 1) == TokenKind::word &&
                             context_.tokens[i - 1].capital && !context_.opens_sentence(i - 1);
  candidate.role = names_.role_before(i, sentence.first);
  if (const std::size_t end = end_of_none(candidate); end > i) return end;
  candidate.behind = title ? Post{} : posts_.behind(name.end, sentence.end);
  // "Commissioner Ana Lima, Deputy Commissioner of Police Rui Costa": of two with posts the second is another's.
  if (!candidate.role.empty() && !candidate.behind.role.empty() &&
      holds_another(name.end, candidate.behind.end, sentence))
    candidate.behind = {};
  candidate.apposed = title ? Range{i, i} : apposed_post(name, sentence);
  // "the mayor, Ana Lima, the pilot of the port, Rui Costa": who has a post before has not the next one's behind.
  const bool has_post = !candidate.role.empty() || !candidate.apposed.empty();
  if (has_post && names_somebody(candidate.behind.end, sentence)) candidate.behind = {};
  if (!title && candidate.role.empty() && candidate.apposed.empty() && candidate.behind.role.empty()) {
    Post said = posts_.by_verb(name.end, sentence.end);
    if (!said.role.empty()) candidate.behind = std::move(said);
  }

  Evidence evidence = evidence_of(candidate);
  if (evidence.rule == nullptr && roster_.knows(name)) evidence = {"people.full_name", 0.9};
  if (evidence.rule != nullptr) return take(candidate, evidence);
  const bool single = candidate.words < 2;
  if (single || (!title && !context_.is_title_case(i)))
    context_.reject(FactKind::person, name, single ? "people.single_word" : "people.nothing_beside");
  return name.end;
}

// Whether a name with a post of its own stands in the stretch behind a name.
bool PeoplePass::holds_another(std::size_t first, std::size_t end, Range sentence) const {
  for (std::size_t k = first; k < end; ++k) {
    if (!context_.is_capital(k)) continue;
    const Range other = names_.name(k, sentence.end);
    if (other.empty() || names_.full_words(other) < 2) continue;
    const Range post = names_.role_before(k, first);
    if (!post.empty() && post.first > first) return true;
  }
  return false;
}

// "Charles IV": the number of a king.
bool PeoplePass::is_ordinal(std::size_t i) const {
  return context_.tokens[i].all_caps && context_.tokens.source(i).find_first_not_of("IVX") == std::string_view::npos;
}

// "Ana Lima, who leads the rescue": only people are such.
bool PeoplePass::is_relative(std::size_t i) const {
  return context_.is_comma(i) && context_.is(i + 1, WordClass::relative_pronoun);
}

// "was founded in 1990 by Ana Lima": what only people do, with who did it.
bool PeoplePass::is_agent(Range name, Range sentence) const {
  constexpr std::size_t reach = 8;
  const Match link = context_.tokens.match_before(name.first, WordClass::agent_link);
  if (!link || context_.is_capital(name.end)) return false;
  const std::size_t at = name.first - link.count;
  for (std::size_t k = at; k > sentence.first && at - k < reach; --k)
    if (const Match verb = context_.match(k - 1, WordClass::person_verb)) {
      context_.because(FactKind::person, name, {k - 1, k - 1 + verb.count});
      return true;
    }
  return false;
}

// In a script without capitals: a post, a name, and a mark or a small word behind it.
bool PeoplePass::is_named_holder(Range name, Range sentence) const {
  if (context_.is_definite(name.first) || names_.role_before(name.first, sentence.first).empty()) return false;
  return context_.is_proclitic(name.end) || name.end >= sentence.end ||
         context_.tokens.kind(name.end) != TokenKind::word ||
         context_.tokens.is_any(name.end, mask(WordClass::function_word) | mask(WordClass::list_link)) ||
         context_.says(name.end);
}

void find_people(Context& context) { PeoplePass(context).run(); }

}  // namespace herald::facts
