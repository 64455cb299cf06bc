// Named people, without a list of names: by a role before the name, a role behind it, a line that
// pairs a name and a post, an honorific, the attribution of speech, or an age. What is only a run of
// capitals is nobody. Later mentions, by full name or surname, are linked by roster.cpp.
#include <algorithm>

#include "core/facts/names.hpp"
#include "core/facts/passes.hpp"
#include "core/facts/people.hpp"
#include "core/facts/posts.hpp"
#include "core/language/text.hpp"

namespace herald::facts {
namespace {

class PeoplePass {
 public:
  explicit PeoplePass(Context& context)
      : context_(context), names_(context), posts_(context, names_), roster_(context) {}

  void run() {
    for (std::size_t b = 0; b < context_.blocks.size(); ++b) {
      const BlockTokens& block = context_.blocks[b];
      const BlockKind kind = context_.block_kind(block);
      if (kind == BlockKind::date_line || block.range.empty()) continue;
      if (kind != BlockKind::title && kind != BlockKind::heading && read_line(b)) continue;
      read_prose(block.range, kind);
    }
    roster_.link_mentions();
  }

 private:
  bool read_line(std::size_t b);
  bool post_then_name(std::size_t b, std::size_t separator);
  bool name_then_post(const BlockTokens& block, Range name, std::size_t separator);
  void read_prose(Range range, BlockKind kind);
  std::size_t try_name(std::size_t i, Range sentence, bool title);
  std::size_t try_list(std::size_t i, Range sentence);
  std::size_t try_group(std::size_t i, Range sentence);
  std::size_t try_roster(std::size_t i, Range sentence);
  bool read_statement(const BlockTokens& block, std::size_t b, Range name);
  bool is_statement(std::size_t b, std::size_t* colon) const;
  bool is_ordinal(std::size_t i) const;
  bool is_relative(std::size_t i) const;
  bool is_agent(Range name, Range sentence) const;
  bool is_named_holder(Range name, Range sentence) const;
  std::size_t try_also(std::size_t i, Range sentence, const std::string& role);
  bool is_separator(std::size_t i, Range block) const;
  bool attributed(Range name, Range sentence) const;
  Range apposed_post(Range name, Range sentence) const;
  bool has_age(std::size_t i) const;
  std::string introduced_by(std::size_t b) const;

  Context& context_;
  NameReader names_;
  PostReader posts_;
  Roster roster_;
  std::size_t posts_read_to_ = 0;     // what stands before it is another's post
  std::size_t no_roster_before_ = 0;  // the same of rows with brackets
  std::size_t no_list_before_ = 0;    // up to here names have been looked at and were no list
};

// A dash with spaces, a colon: what divides a line into name and post.
bool PeoplePass::is_separator(std::size_t i, Range block) const {
  const Tokens& tokens = context_.tokens;
  if (tokens.is_mark(i, ':')) return i + 1 < block.end;
  return tokens.kind(i) == TokenKind::dash && i + 1 < block.end &&
         (tokens[i].space_before || tokens[i + 1].space_before);
}

// "Vice President for Asia – Ana Lima of Peru", "Ana Lima – Director, Office of Maps", "Ana Lima, Director".
bool PeoplePass::read_line(std::size_t b) {
  const BlockTokens& block = context_.blocks[b];
  // A line is short; a paragraph is prose.
  constexpr std::size_t longest_line = 60;
  constexpr std::size_t longest_head = 16;
  const Range name = names_.name(block.range.first, block.range.end);
  if (!name.empty() && read_statement(block, b, name)) return true;
  if (block.range.end - block.range.first > longest_line) return false;
  if (!name.empty() && names_.full_words(name) >= 2 && is_separator(name.end, block.range))
    return name_then_post(block, name, name.end);
  if (!name.empty() && names_.full_words(name) >= 2 && context_.is_comma(name.end) &&
      context_.block_kind(block) == BlockKind::list_item)
    return name_then_post(block, name, name.end);
  for (std::size_t i = block.range.first + 1; i < block.range.end && i < block.range.first + longest_head; ++i)
    if (is_separator(i, block.range)) return post_then_name(b, i);
  return false;
}

// Whether a list item begins with a name, goes on to a colon, and says some sentences without marks behind it.
bool PeoplePass::is_statement(std::size_t b, std::size_t* colon) const {
  constexpr std::size_t longest_introduction = 40;
  constexpr std::size_t fewest_words = 8;
  if (b >= context_.blocks.size()) return false;
  const BlockTokens& block = context_.blocks[b];
  if (context_.block_kind(block) != BlockKind::list_item) return false;
  const Range name = names_.name(block.range.first, block.range.end);
  if (name.empty() || names_.full_words(name) < 2 || !(context_.is_comma(name.end) || context_.says(name.end)))
    return false;
  std::size_t at = name.end;
  while (at < block.range.end && at - name.end < longest_introduction && !context_.tokens.is_mark(at, ':')) ++at;
  if (!context_.tokens.is_mark(at, ':') || at + 1 + fewest_words > block.range.end || !context_.is_capital(at + 1) ||
      context_.in_speech[at + 1])
    return false;
  *colon = at;
  return true;
}

// "• Ana Lima, harbour master: The work went well. …": a verb of saying, or a second item like it, tells that somebody
// speaks.
bool PeoplePass::read_statement(const BlockTokens& block, std::size_t b, Range name) {
  std::size_t colon = 0;
  if (!is_statement(b, &colon)) return false;
  bool says = false;
  for (std::size_t i = name.end; i < colon; ++i) says = says || context_.says(i);
  std::size_t other = 0;
  const std::uint32_t group = context_.document.blocks[block.block].group;
  const auto is_sibling = [&](std::size_t k) {
    return group != 0 && k < context_.blocks.size() &&
           context_.document.blocks[context_.blocks[k].block].group == group && is_statement(k, &other);
  };
  if (!says && !is_sibling(b + 1) && !(b > 0 && is_sibling(b - 1))) return false;
  Post post = posts_.behind(name.end, colon);
  Person person;
  person.name = context_.text(name);
  // What stands between name and colon is a post, be it one that no list has.
  constexpr std::size_t longest_post = 10;
  const bool bare = post.role.empty() && context_.is_comma(name.end) && !says && colon - name.end <= longest_post + 1;
  person.role = bare ? context_.text({name.end + 1, colon}) : post.role;
  person.affiliation = post.affiliation;
  person.country = post.country;
  context_.because(FactKind::person, name, {name.end, colon});
  roster_.add(std::move(person), name, "people.statement", 0.85);
  Range words{colon + 1, block.range.end};
  context_.statements.push_back({static_cast<std::uint32_t>(b), context_.person_at[name.first], words});
  return true;
}

bool PeoplePass::post_then_name(std::size_t b, std::size_t separator) {
  const Range block = context_.blocks[b].range;
  const Range post{block.first, separator};
  bool has_role = false;
  for (std::size_t i = post.first; i < post.end; ++i) {
    if (context_.says(i) || context_.in_speech[i]) return false;
    has_role = has_role || context_.match(i, WordClass::role);
  }
  if (!has_role) return false;
  std::size_t at = separator + 1;
  while (at < block.end && context_.is(at, WordClass::honorific)) at += context_.tokens.is_mark(at + 1, '.') ? 2 : 1;
  const Range name = names_.name(at, block.end);
  if (name.empty() || names_.full_words(name) < 2) return false;

  Person person;
  Post split = posts_.split(post);
  person.role = split.role;
  person.affiliation = split.affiliation.empty() ? introduced_by(b) : split.affiliation;
  person.name = context_.text(name);
  if (context_.is(name.end, WordClass::noun_link) || context_.is(name.end, WordClass::role_link)) {
    const std::size_t behind = name.end + (context_.is(name.end + 1, WordClass::determiner) ? 2 : 1);
    if (const Match country = names_.country(behind)) person.country = context_.text({behind, behind + country.count});
  } else if (context_.tokens.is_mark(name.end, '(')) {
    if (const Match country = names_.country(name.end + 1))
      person.country = context_.text({name.end + 1, name.end + 1 + country.count});
  }
  context_.because(FactKind::person, name, post);
  roster_.add(std::move(person), name, "people.post_dash_name", 0.95);
  return true;
}

bool PeoplePass::name_then_post(const BlockTokens& block, Range name, std::size_t separator) {
  Range post{separator + 1, block.range.end};
  while (post.end > post.first && context_.tokens.kind(post.end - 1) == TokenKind::mark &&
         !context_.tokens.is_mark(post.end - 1, ')'))
    --post.end;
  // The post begins the line's second half; a sentence behind the separator is none.
  constexpr std::size_t post_begins_within = 8;
  bool has_role = false;
  for (std::size_t i = post.first; i < post.end; ++i) {
    if (context_.says(i)) return false;
    has_role = has_role || (i < post.first + post_begins_within && context_.match(i, WordClass::role));
  }
  if (!has_role) return false;
  Person person;
  Post split = posts_.split(post);
  person.name = context_.text(name);
  person.role = split.role;
  person.affiliation = split.affiliation;
  person.country = split.country;
  context_.because(FactKind::person, name, post);
  roster_.add(std::move(person), name, "people.name_dash_post", 0.93);
  return true;
}

// The body that elects or lists: the last organisation of a paragraph that ends in a colon above a list of posts.
std::string PeoplePass::introduced_by(std::size_t b) const {
  constexpr std::size_t furthest = 12;  // posts in a list
  for (std::size_t back = 1; back <= b && back <= furthest; ++back) {
    const Range range = context_.blocks[b - back].range;
    if (range.empty() || !context_.tokens.is_mark(range.end - 1, ':')) continue;
    for (std::size_t i = range.end; i > range.first && range.end - i < 40; --i) {
      if (!context_.is(i - 1, WordClass::organisation) || !context_.is_capital(i - 1)) continue;
      return context_.text(names_.capital_run_before(i, range.first));
    }
    return {};
  }
  return {};
}

void PeoplePass::read_prose(Range range, BlockKind kind) {
  const bool title = kind == BlockKind::title || kind == BlockKind::heading;
  for (std::size_t i = range.first; i < range.end;) {
    // "Special Agent in Charge Ana Lima": inside a post no name begins.
    if (const Match post = context_.match(i, WordClass::role); post.count > 1) {
      i += post.count;
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
  const bool attribution = static_cast<bool>(context_.tokens.match_before(name.first, WordClass::attribution));
  if (verb_behind) context_.because(FactKind::person, name, {behind, behind + context_.says(behind).count});
  if (verb_before) context_.because(FactKind::person, name, {before - said.count, before});
  if (!verb_behind && !verb_before && !attribution) return false;
  if (attribution) return true;
  // Within reach of the verb: a mark, a colon, or the speech itself.
  constexpr std::size_t reach = 24;
  const std::size_t from = name.first > sentence.first + reach ? name.first - reach : sentence.first;
  const std::size_t to = std::min(context_.tokens.size(), name.end + reach);
  for (std::size_t i = from; i < to; ++i)
    if (context_.in_speech[i] || context_.tokens.kind(i) == TokenKind::quote || context_.tokens.is_mark(i, ':'))
      return true;
  return false;
}

// "Ana Lima, 45," and "Ana Lima, of Porto,".
bool PeoplePass::has_age(std::size_t i) const {
  if (!context_.is_comma(i)) return false;
  if (context_.tokens.kind(i + 1) == TokenKind::number && context_.is_comma(i + 2) &&
      context_.tokens[i + 1].end - context_.tokens[i + 1].begin == 2)
    return true;
  // "Ana Lima, 45 ans,": the unit of ages behind the number.
  const Match unit = context_.match(i + 2, WordClass::unit);
  if (context_.tokens.kind(i + 1) == TokenKind::number && unit && unit.phrase->code == "year" &&
      context_.is_comma(i + 2 + unit.count))
    return true;
  return static_cast<bool>(context_.match(i + 1, WordClass::age_marker));
}

// "Ana Lima (Port Club), Rui Costa (Hill Club), Eva Reis (Sea Club)": names in a row, each with its body in brackets.
std::size_t PeoplePass::try_roster(std::size_t i, Range sentence) {
  constexpr std::size_t fewest = 3;
  constexpr std::size_t fewest_with_bodies = 2;
  constexpr std::size_t longest_bracket = 8;  // tokens
  // The rest of a row that was none is none either.
  if (i < no_roster_before_) return i;
  std::vector<std::pair<Range, Range>> listed;
  std::size_t at = i;
  while (at < sentence.end) {
    const Range name = names_.name(at, sentence.end);
    if (name.empty() || names_.full_words(name) < 2 || names_.is_organisation(name) || names_.country(at) ||
        !context_.tokens.is_mark(name.end, '('))
      break;
    std::size_t close = name.end + 1;
    while (close < sentence.end && close - name.end <= longest_bracket && !context_.tokens.is_mark(close, ')')) ++close;
    if (!context_.tokens.is_mark(close, ')')) break;
    listed.emplace_back(name, Range{name.end + 1, close});
    at = close + 1;
    const std::size_t behind = at;
    if (context_.is_comma(at) || context_.tokens.is_mark(at, ';')) ++at;
    if (context_.is(at, WordClass::list_link)) ++at;
    if (at == behind) break;
  }
  no_roster_before_ = std::max(no_roster_before_, at);
  const bool bodies =
      std::all_of(listed.begin(), listed.end(), [&](const auto& item) { return names_.is_organisation(item.second); });
  if (listed.size() < (bodies ? fewest_with_bodies : fewest)) return i;
  for (const auto& [name, body] : listed) {
    Person person;
    person.name = context_.text(name);
    const bool is_name = !body.empty() && context_.is_capital(body.first);
    const Match country = is_name ? names_.country(body.first) : Match{};
    if (country && body.first + country.count == body.end)
      person.country = context_.text(body);
    else if (is_name)
      person.affiliation = context_.text(body);
    roster_.add(std::move(person), name, "people.roster", 0.8);
  }
  return listed.back().first.end;
}

// "the director of the office, Ana Lima, said": the name is parted off on both sides, and the post is nobody else's.
Range PeoplePass::apposed_post(Range name, Range sentence) const {
  const Range none{name.first, name.first};
  // "After a meeting with the president, Ana Lima spoke": with no mark behind it the name opens the main clause.
  const std::size_t behind = names_.skip_post_nominals(name.end, sentence.end);
  const bool closed = behind >= sentence.end || context_.tokens.kind(behind) == TokenKind::mark;
  if (!closed || names_.full_words(name) < 2 || names_.is_organisation(name)) return none;
  const Range post = posts_.apposed_before(name, sentence);
  return post.first < posts_read_to_ ? none : post;
}

std::size_t PeoplePass::try_name(std::size_t i, Range sentence, bool title) {
  const Range name = names_.name(i, sentence.end);
  if (name.empty()) return i;
  const std::size_t words = names_.full_words(name);
  // Without capitals a post does not say where the name begins: only an honorific, a comma or a verb of saying does,
  // or a post whose holder is named up to a mark or a small word.
  if (!context_.tokens[name.first].capital && !context_.is(name.first, WordClass::name_particle) &&
      names_.skip_honorifics_back(i, sentence.first) == i && apposed_post(name, sentence).empty() &&
      !attributed(name, sentence) && !(!title && words >= 2 && is_named_holder(name, sentence)))
    return i;
  // Capitals throughout, at the end of an organisation or of a longer run, are no person's name.
  const bool capital_before = i > sentence.first && context_.tokens.kind(i - 1) == TokenKind::word &&
                              context_.tokens[i - 1].capital && !context_.opens_sentence(i - 1);
  const Range role = names_.role_before(i, sentence.first);
  const bool honorific = names_.skip_honorifics_back(i, sentence.first) < i;
  if (name.end < sentence.end && context_.is(name.end, WordClass::organisation) && context_.is_capital(name.end)) {
    // "said OSR Executive Director Ana Lima": the body ends before the post.
    const std::size_t run_end = names_.capital_run(i, sentence.end).end;
    std::size_t end = name.end;
    while (end < run_end && !context_.match(end, WordClass::role) && !context_.is(end, WordClass::role_modifier)) ++end;
    context_.reject(FactKind::person, {i, end}, "people.organisation");
    return end;
  }
  const bool acronym = context_.tokens[name.first].all_caps && name.end == name.first + 1;
  if (acronym || (words < 2 && role.empty() && !honorific)) {
    // A single word is nothing to report, unless it speaks.
    if (context_.trace != nullptr && !title && !context_.opens_sentence(i) && attributed(name, sentence))
      context_.reject(FactKind::person, name, acronym ? "people.acronym" : "people.single_word");
    return name.end;
  }
  if (context_.tokens[name.end - 1].all_caps && !context_.tokens[name.first].all_caps && !is_ordinal(name.end - 1) &&
      context_.tokens[name.end - 1].end - context_.tokens[name.end - 1].begin <= 4) {
    context_.reject(FactKind::person, name, "people.ends_in_acronym");
    return name.end;  // "Diabetes UK"
  }
  const bool known = roster_.knows(name);

  Post behind = title ? Post{} : posts_.behind(name.end, sentence.end);
  const Range apposed = title ? Range{i, i} : apposed_post(name, sentence);
  const char* rule = nullptr;
  double confidence = 0.9;
  if (!role.empty()) {
    // Under a title's capitals a single word behind a role is as often the sentence's next noun.
    if (words >= 2 || !context_.is_title_case(i)) rule = "people.role_name";
    // A single word needs a role that is a form of address: "Chairman Lima", not "Head Start"; or a number, as kings
    // have.
    const bool numbered = name.end > i + 1 && is_ordinal(name.end - 1);
    if (words < 2 && !numbered && !honorific && !context_.tokens.match_before(role.end, WordClass::address))
      rule = nullptr;
    if (words < 2 && !context_.is_capital(role.end - 1)) rule = nullptr;
    // "the minister plans for", with capitals on nouns: an article before the post stands for its holder.
    if (words < 2 && context_.pack.capital_nouns && role.first > sentence.first &&
        context_.is(role.first - 1, WordClass::determiner))
      rule = nullptr;
    // "Chief Minister Sindra, Ana Lima": what is governed, and who governs it.
    if (words < 2 && context_.is_comma(name.end) && names_.full_words(names_.name(name.end + 1, sentence.end)) >= 2)
      rule = nullptr;
    confidence = words >= 2 ? 0.93 : 0.75;
  } else if (!apposed.empty() && words >= 2) {
    rule = "people.role_comma_name";
    confidence = 0.88;
  } else if (!behind.role.empty() && words >= 2) {
    rule = "people.name_role";
  } else if (honorific) {
    rule = "people.honorific";
    confidence = words >= 2 ? 0.92 : 0.7;
  } else if (words >= 2 && !title && !capital_before && attributed(name, sentence)) {
    rule = "people.attribution";
    confidence = 0.85;
  } else if (words >= 2 && !title && !capital_before && has_age(name.end)) {
    rule = "people.age";
    confidence = 0.85;
  } else if (words >= 2 && !title && !capital_before && !names_.is_organisation(name) && is_relative(name.end)) {
    rule = "people.relative";
    confidence = 0.8;
  } else if (words >= 2 && !title && !names_.is_organisation(name) && is_agent(name, sentence)) {
    rule = "people.agent";
    confidence = 0.75;
  }
  if (rule == nullptr && !known) {
    const bool single = words < 2;
    if (single || (!title && !context_.is_title_case(i)))
      context_.reject(FactKind::person, name, single ? "people.single_word" : "people.nothing_beside");
    return name.end;
  }
  if (rule == nullptr) rule = "people.full_name";

  Person person;
  person.name = context_.text(name);
  context_.because(FactKind::person, name, {names_.skip_honorifics_back(i, sentence.first), i});
  if (!behind.role.empty()) context_.because(FactKind::person, name, {name.end, behind.end});
  if (!role.empty() || !apposed.empty()) {
    context_.because(FactKind::person, name, role.empty() ? apposed : role);
    const Range post = role.empty() ? apposed : role;
    const Post before = posts_.split(post);
    person.role = before.role;
    person.affiliation =
        before.affiliation.empty() ? names_.organisation_before(post.first, sentence.first) : before.affiliation;
    person.country = before.country;
  }
  if (person.role.empty()) {
    person.role = behind.role;
    person.country = behind.country;
  }
  if (person.affiliation.empty()) person.affiliation = behind.affiliation;
  if (person.affiliation.empty() && i > sentence.first && context_.tokens.folded(i - 1) == "'s")
    person.affiliation = names_.organisation_before(i, sentence.first);
  const std::string shared_role = person.role;
  roster_.add(std::move(person), name, rule, confidence);
  std::size_t end = std::max(name.end, behind.end);
  posts_read_to_ = end;
  if (!role.empty()) end = std::max(end, try_also(name.end, sentence, shared_role));
  if (words >= 2 && !title && end == name.end) end = try_list(name.end, sentence);
  return end;
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
  return name.end >= sentence.end || context_.tokens.kind(name.end) != TokenKind::word ||
         context_.tokens.is_any(name.end, mask(WordClass::function_word) | mask(WordClass::list_link)) ||
         context_.says(name.end);
}

// "the defendants Lima, Rui Costa and Eva Reis", "the nominations of Rui Costa and Eva Reis": words that only people
// stand behind, and their names.
std::size_t PeoplePass::try_group(std::size_t i, Range sentence) {
  const Match noun = context_.match(i, WordClass::people_noun);
  if (!noun) return i;
  std::size_t at = i + noun.count;
  if (context_.tokens.is_mark(at, ':')) ++at;
  std::vector<Range> listed;
  while (at < sentence.end) {
    while (context_.is(at, WordClass::honorific)) at += context_.tokens.is_mark(at + 1, '.') ? 2 : 1;
    const Range name = names_.name(at, sentence.end);
    if (name.empty() || !context_.is_capital(name.first) || names_.country(at) || names_.is_organisation(name) ||
        (context_.is_capital(name.end) && context_.is_word(name.end)))
      break;
    listed.push_back(name);
    at = name.end;
    if (context_.is_comma(at)) ++at;
    if (context_.is(at, WordClass::list_link)) ++at;
    if (at == name.end) break;
  }
  std::size_t end = i;
  for (const Range& name : listed) {
    if (names_.full_words(name) < 2) continue;
    Person person;
    Post post = posts_.behind(name.end, sentence.end);
    person.name = context_.text(name);
    person.role = std::move(post.role);
    person.affiliation = std::move(post.affiliation);
    person.country = std::move(post.country);
    context_.because(FactKind::person, name, {i, i + noun.count});
    roster_.add(std::move(person), name, "people.group", 0.75);
    end = name.end;
  }
  return end;
}

// "Ana Lima, Rui Costa and Eva Reis": names in a list with a known person.
std::size_t PeoplePass::try_list(std::size_t i, Range sentence) {
  // The rest of a list that was none is none either; going over it from each of its names would be quadratic.
  if (i < no_list_before_) return i;
  std::vector<Range> listed;
  std::size_t at = i;
  bool closed = false;
  while (!closed && at < sentence.end) {
    std::size_t next = at;
    if (context_.is_comma(next)) ++next;
    if (context_.is(next, WordClass::list_link)) {
      closed = true;
      ++next;
    }
    if (next == at) break;
    const Range name = names_.name(next, sentence.end);
    const bool person = !name.empty() && names_.full_words(name) >= 2 && !context_.tokens[name.end - 1].all_caps &&
                        !(context_.is_capital(name.end) && context_.is_word(name.end));
    if (!person) {
      no_list_before_ = at;
      return i;
    }
    listed.push_back(name);
    at = name.end;
  }
  // Without its "and" it may be an apposition.
  if (!closed) {
    no_list_before_ = at;
    return i;
  }
  for (const Range& name : listed) {
    Person person;
    person.name = context_.text(name);
    roster_.add(std::move(person), name, "people.listed", 0.75);
  }
  return at;
}

// "Senators A and B", "Board Members C, D and E": the second name shares a role in the plural.
std::size_t PeoplePass::try_also(std::size_t i, Range sentence, const std::string& role) {
  const auto ends_in_plural = [&] {
    return std::any_of(
        context_.pack.plural_endings.begin(), context_.pack.plural_endings.end(),
        [&](const std::string& ending) { return role.ends_with(ending) || role.ends_with(ending + "."); });
  };
  if (role.empty() || !ends_in_plural()) return i;
  std::size_t end = i;
  while (end < sentence.end) {
    std::size_t at = end;
    if (context_.is_comma(at)) ++at;
    if (context_.is(at, WordClass::list_link)) ++at;
    if (at == end) break;
    const Range name = names_.name(at, sentence.end);
    if (name.empty() || names_.full_words(name) < 2) break;
    Person person;
    person.name = context_.text(name);
    person.role = role;
    roster_.add(std::move(person), name, "people.shared_role", 0.85);
    end = name.end;
  }
  return end;
}

}  // namespace

void find_people(Context& context) { PeoplePass(context).run(); }

}  // namespace herald::facts
