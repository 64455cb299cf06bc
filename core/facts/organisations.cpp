// Named organisations: by the word that says what kind of body they are, by the abbreviation behind a name, by a post
// that is held in a body, by what they do (an acronym that speaks), by the line that heads the boilerplate. Every other
// place where a name or its abbreviation stands is a mention.
#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/facts/bodies.hpp"
#include "core/facts/currencies.hpp"
#include "core/facts/passes.hpp"
#include "core/language/text.hpp"

namespace herald::facts {
namespace {

// Names that begin with one word, as those of a ministry's departments do: more would be looked through at each such
// word for nothing.
constexpr std::size_t most_with_one_word = 32;

// Whether `word` stands in `name` at `at`, whole.
bool begins_word(const std::string& name, std::size_t at, const std::string& word) {
  if (word.empty() || name.compare(at, word.size(), word) != 0) return false;
  return at + word.size() == name.size() || name[at + word.size()] == ' ';
}

class OrganisationPass {
 public:
  explicit OrganisationPass(Context& context)
      : context_(context), names_(context), bodies_(context, names_), currencies_(context) {}

  void run() {
    for (const BlockTokens& block : context_.blocks) {
      if (context_.block_kind(block) == BlockKind::date_line) continue;
      read_heading(block);
      for (std::size_t i = block.range.first; i < block.range.end;) i = std::max(read(i), i + 1);
    }
    link_mentions();
    merge_beginnings();
    put_in_order();
    complete_affiliations();
  }

 private:
  std::size_t read(std::size_t i);
  void read_heading(const BlockTokens& block);
  std::size_t read_abbreviated(std::size_t i, Range sentence);
  std::size_t read_post(std::size_t i, Range sentence);
  std::size_t read_acronym(std::size_t i, Range sentence);
  std::size_t read_with_country(std::size_t i, Range sentence);
  bool is_free(Range range) const;
  bool is_acronym(std::size_t i) const;
  void add(Range name, Range abbreviation, const char* rule, double confidence);
  std::string key(Range range) const;
  void mention(std::size_t organisation, Range range, const char* rule, double confidence);
  void link_mentions();
  void merge_beginnings();
  void put_in_order();
  void complete_affiliations();

  Context& context_;
  NameReader names_;
  BodyReader bodies_;
  CurrencyReader currencies_;
  std::unordered_map<std::string, std::size_t> known_;                // folded name or abbreviation to index
  std::unordered_map<std::string, std::vector<std::string>> longer_;  // first word to folded names
};

std::string OrganisationPass::key(Range range) const {
  std::string folded;
  for (std::size_t i = range.first; i < range.end; ++i)
    folded += (folded.empty() ? "" : " ") + context_.tokens.folded(i);
  return folded;
}

bool OrganisationPass::is_free(Range range) const {
  for (std::size_t i = range.first; i < range.end; ++i)
    if (context_.claims[i] == Claim::person || context_.claims[i] == Claim::date ||
        context_.claims[i] == Claim::rejected)
      return false;
  return true;
}

void OrganisationPass::mention(std::size_t organisation, Range range, const char* rule, double confidence) {
  context_.document.facts.organisations[organisation].mentions.push_back(context_.provenance(range, rule, confidence));
  std::fill(context_.in_organisation.begin() + static_cast<std::ptrdiff_t>(range.first),
            context_.in_organisation.begin() + static_cast<std::ptrdiff_t>(range.end), true);
}

void OrganisationPass::add(Range name, Range abbreviation, const char* rule, double confidence) {
  std::vector<Organisation>& all = context_.document.facts.organisations;
  // "Norwegian" is told from "Norway" by no list, but "Norway's Ministry of Ports" is the Ministry of Ports.
  // "the Council" of a president is the Council that was named.
  if (name.end == name.first + 1)
    for (const std::string& longer : longer_[context_.tokens.folded(name.first)])
      if (longer.starts_with(context_.tokens.folded(name.first) + " ")) {
        mention(known_.at(longer), name, rule, confidence);
        return;
      }
  Range core = name;
  if (const Match country = names_.country(name.first); country && name.first + country.count + 1 < name.end)
    core.first += country.count;
  const auto [entry, fresh] = known_.emplace(key(core), all.size());
  const std::size_t number = entry->second;
  if (fresh) {
    Organisation organisation;
    organisation.name = context_.text(name);
    all.push_back(std::move(organisation));
    longer_[context_.tokens.folded(core.first)].push_back(entry->first);
  }
  mention(number, name, rule, confidence);
  if (!abbreviation.empty() && all[number].abbreviation.empty()) {
    const std::string short_key = key(abbreviation);
    if (known_.emplace(short_key, number).second)
      longer_[context_.tokens.folded(abbreviation.first)].push_back(short_key);
    all[number].abbreviation = context_.text(abbreviation);
    mention(number, abbreviation, "organisations.abbreviation", confidence);
  }
}

// "About the Harbour Trust" above the boilerplate: the pack's starter is gone from no line, so the name is what
// capitals end the line.
void OrganisationPass::read_heading(const BlockTokens& block) {
  const Block& whole = context_.document.blocks[block.block];
  const bool may_head = whole.kind == BlockKind::boilerplate || whole.kind == BlockKind::heading;
  if (!may_head || block.range.empty()) return;
  const Range line = context_.sentence_range(block.range.first);
  constexpr std::size_t longest_line = 14;
  if (line.end - line.first > longest_line || context_.tokens.is_mark(line.end - 1, '.')) return;
  const std::string text = language::fold_case(context_.text(line));
  for (const std::string& starter : context_.pack.boilerplate_starters) {
    if (!text.starts_with(starter + " ")) continue;
    std::size_t at = line.first + language::phrase_words(starter).size();
    while (at < line.end && context_.is(at, WordClass::determiner)) ++at;
    const Range name{at, line.end};
    if (name.empty() || !context_.is_capital(at) || !is_free(name)) return;
    for (std::size_t k = name.first; k < name.end; ++k)
      if (context_.tokens.kind(k) == TokenKind::mark && !context_.tokens.is_mark(k, '&')) return;
    add(name, {line.end, line.end}, "organisations.boilerplate", 0.85);
    return;
  }
}

std::size_t OrganisationPass::read(std::size_t i) {
  if (!context_.is_word(i) || context_.in_organisation[i] || !is_free({i, i + 1})) return i;
  const Range sentence = context_.sentence_range(i);
  if (const Match body = context_.match(i, WordClass::body)) {
    Range name = bodies_.around(i + body.count - 1, sentence);
    if (body.count > 1 && name.empty() && (context_.is_capital(i) || !context_.is_cased(i)) &&
        !context_.is_title_case(i))
      name = {i, i + body.count};
    if (!name.empty() && name.first < i + body.count) name.first = std::min(name.first, i);
    if (!name.empty() && is_free(name) && !context_.opens_sentence(name.end)) {
      const Range abbreviation = bodies_.abbreviation_behind(name, sentence);
      context_.because(FactKind::organisation, name, {i, i + body.count});
      add(name, abbreviation, "organisations.kind_of_body", 0.85);
      return std::max(name.end, abbreviation.end);
    }
  }
  if (const std::size_t end = read_post(i, sentence); end > i) return end;
  if (const std::size_t end = read_with_country(i, sentence); end > i) return end;
  if (const std::size_t end = read_abbreviated(i, sentence); end > i) return end;
  return read_acronym(i, sentence);
}

// "Safe Harbours for All (SHA)": capitals whose first letters are the abbreviation's.
std::size_t OrganisationPass::read_abbreviated(std::size_t i, Range sentence) {
  if (!context_.tokens.is_mark(i + 1, '(') || !context_.is_capital(i)) return i;
  const Range abbreviation = bodies_.abbreviation_behind({i, i + 1}, sentence);
  if (abbreviation.empty()) return i;
  if (context_.is(i, WordClass::not_body) || context_.tokens.match_before(i + 1, WordClass::role)) {
    context_.reject(FactKind::organisation, {i, abbreviation.end}, "organisations.no_body");
    return i;
  }
  const Range run = names_.capital_run_before(i + 1, sentence.first);
  for (std::size_t first = i + 1; first-- > run.first;) {
    const Range name{first, i + 1};
    if (!context_.is_capital(first) || !bodies_.initials_match(name, abbreviation.first)) continue;
    if (!is_free(name) || name.end - name.first < 2) return i;
    context_.because(FactKind::organisation, name, abbreviation);
    add(name, abbreviation, "organisations.abbreviated", 0.75);
    return abbreviation.end;
  }
  context_.reject(FactKind::organisation, run, "organisations.other_initials");
  return i;
}

// "Harbour Aid Norway", "Rail UK": a name that ends in its country.
std::size_t OrganisationPass::read_with_country(std::size_t i, Range sentence) {
  constexpr std::size_t longest = 4;  // words before the country
  constexpr ClassMask none = mask(WordClass::not_name) | mask(WordClass::role) | mask(WordClass::event) |
                             mask(WordClass::month) | mask(WordClass::weekday) | mask(WordClass::place_noun) |
                             mask(WordClass::honorific) | mask(WordClass::country) | mask(WordClass::function_word) |
                             mask(WordClass::not_body) | mask(WordClass::place_leader);
  const bool inside = i > sentence.first && context_.is_capital(i - 1);
  if (inside || !context_.is_capital(i) || context_.is_title_case(i) || names_.country(i)) return i;
  std::size_t at = i;
  while (at < sentence.end && at - i < longest && context_.tokens.kind(at) == TokenKind::word &&
         context_.is_capital(at) && context_.claims[at] == Claim::none && !context_.tokens.is_any(at, none))
    ++at;
  if (at == i || (at == i + 1 && context_.opens_sentence(i))) return i;
  const Match country = names_.country(at);
  if (!country || context_.is_comma(at - 1)) return i;
  const Range name{i, at + country.count};
  if (!is_free(name) || context_.is_capital(name.end)) return i;
  add(name, bodies_.abbreviation_behind(name, sentence), "organisations.name_country", 0.7);
  return name.end;
}

// "chief executive of Blue Harbour": a post that is held in a body, and in which.
std::size_t OrganisationPass::read_post(std::size_t i, Range sentence) {
  const Match role = context_.match(i, WordClass::body_role);
  if (!role) return i;
  std::size_t at = i + role.count;
  const Match link = context_.match(at, WordClass::role_link);
  if (!link) return i;
  at += link.count;
  while (context_.is(at, WordClass::determiner)) ++at;
  if (at >= sentence.end || !context_.is_capital(at) || names_.country(at) || context_.is_title_case(at)) return i;
  Range name{at, at};
  while (name.end < sentence.end && name.end - name.first < 6 && context_.is_word(name.end) &&
         context_.is_capital(name.end))
    ++name.end;
  for (std::size_t k = name.first; k < name.end; ++k)
    if (context_.is(k, WordClass::body) || context_.is(k, WordClass::place_noun) || context_.is(k, WordClass::role) ||
        context_.claims[k] == Claim::place)
      return i;
  if (name.empty() || !is_free(name) || names_.is_plural_owner(name.end)) return i;
  const Range abbreviation = bodies_.abbreviation_behind(name, sentence);
  context_.because(FactKind::organisation, name, {i, i + role.count});
  add(name, abbreviation, "organisations.post_in_body", 0.75);
  return std::max(name.end, abbreviation.end);
}

bool OrganisationPass::is_acronym(std::size_t i) const {
  constexpr std::size_t longest = 10;  // bytes
  const language::Token& token = context_.tokens[i];
  if (token.kind != TokenKind::word || !token.all_caps || currencies_.at(i).found() || token.end - token.begin < 3 ||
      token.end - token.begin > longest || context_.is_title_case(i) || names_.country(i))
    return false;
  // "NBX-19", "(D-NY)": a code or a part of one.
  if ((context_.tokens.kind(i + 1) == TokenKind::dash && context_.tokens.glued(i + 1)) ||
      (i > 0 && context_.tokens.kind(i - 1) == TokenKind::dash && context_.tokens.glued(i)))
    return false;
  return !context_.tokens.is_any(i, mask(WordClass::not_body) | mask(WordClass::role) | mask(WordClass::honorific) |
                                        mask(WordClass::currency) | mask(WordClass::unit) | mask(WordClass::month) |
                                        mask(WordClass::post_nominal) | mask(WordClass::not_name) |
                                        mask(WordClass::place_noun));
}

// An acronym that speaks, whose people are named, or that does something. Others may be an illness or a technique.
std::size_t OrganisationPass::read_acronym(std::size_t i, Range sentence) {
  if (!is_acronym(i)) return i;
  const bool speaks = context_.says(i + 1) || context_.said_before(i);
  std::size_t behind = i + 1;
  if (context_.tokens.folded(behind) == "'s") ++behind;
  while (behind < sentence.end && context_.is(behind, WordClass::role_modifier)) ++behind;
  const bool has_post = static_cast<bool>(context_.match(behind, WordClass::role));
  const Match attribution = context_.tokens.match_before(i, WordClass::attribution);
  if (speaks || has_post || attribution) {
    add({i, i + 1}, {i + 1, i + 1}, "organisations.acronym", speaks || attribution ? 0.8 : 0.7);
    return i + 1;
  }
  // "by the ILO": an agent, as against what is had or done; "the ILO and the IMO": beside one.
  std::size_t before = i;
  while (before > sentence.first && context_.is(before - 1, WordClass::determiner)) --before;
  if (context_.tokens.match_before(before, WordClass::agent_link)) {
    add({i, i + 1}, {i + 1, i + 1}, "organisations.acronym_agent", 0.65);
    return i + 1;
  }
  const bool listed = before > sentence.first + 1 && context_.is(before - 1, WordClass::list_link) &&
                      context_.tokens[before - 2].all_caps && context_.in_organisation[before - 2];
  if (!listed) {
    context_.reject(FactKind::organisation, {i, i + 1}, "organisations.acronym_does_nothing");
    return i;
  }
  add({i, i + 1}, {i + 1, i + 1}, "organisations.acronym_listed", 0.65);
  return i + 1;
}

void OrganisationPass::link_mentions() {
  if (known_.empty()) return;
  for (auto& [word, names] : longer_) {
    if (names.size() > most_with_one_word) names.resize(most_with_one_word);
    std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  }
  for (std::size_t i = 0; i < context_.tokens.size(); ++i) {
    if (context_.in_organisation[i] || !context_.is_word(i) || !is_free({i, i + 1})) continue;
    const auto names = longer_.find(context_.tokens.folded(i));
    if (names == longer_.end()) continue;
    const Range sentence = context_.sentence_range(i);
    for (const std::string& name : names->second) {
      std::size_t end = i;
      std::size_t read = 0;
      while (read < name.size() && end < sentence.end && begins_word(name, read, context_.tokens.folded(end))) {
        read += context_.tokens.folded(end).size() + 1;
        ++end;
      }
      if (read < name.size() || end == i) continue;
      // An acronym's letters in small are a word.
      if (end == i + 1 && !context_.is_capital(i) &&
          language::is_lower(language::code_point_at(context_.tokens.text(), context_.tokens[i].begin).value))
        continue;
      mention(known_.at(name), {i, end}, "organisations.known_name", 0.85);
      i = end - 1;
      break;
    }
  }
}

// "Agence du port" where the release has "Agence du port libre (APL)": nothing tells a small word that belongs to a
// name from the verb behind it, so that the shorter may be the longer cut off. So may a name that ends before a comma.
void OrganisationPass::merge_beginnings() {
  std::vector<Organisation>& all = context_.document.facts.organisations;
  const bool small_words = context_.pack.noun_order == language::NounOrder::head_first;
  std::unordered_map<std::string, std::size_t> by_beginning;  // to the longer name, by each of its own beginnings
  constexpr std::size_t most_words = 16;
  for (std::size_t n = 0; n < all.size(); ++n) {
    const std::string name = language::fold_case(all[n].name);
    std::size_t words = 0;
    for (std::size_t at = name.find(' '); at != std::string::npos && words < most_words; at = name.find(' ', at + 1)) {
      const bool comma = name[at - 1] == ',';
      if (++words >= 2 && (small_words || comma)) by_beginning.emplace(name.substr(0, comma ? at - 1 : at), n);
    }
  }
  std::vector<bool> merged(all.size(), false);
  for (std::size_t n = 0; n < all.size(); ++n) {
    const auto longer = by_beginning.find(language::fold_case(all[n].name));
    if (longer == by_beginning.end() || longer->second == n || merged[longer->second]) continue;
    Organisation& whole = all[longer->second];
    whole.mentions.insert(whole.mentions.end(), all[n].mentions.begin(), all[n].mentions.end());
    merged[n] = true;
  }
  std::size_t kept = 0;
  for (std::size_t n = 0; n < all.size(); ++n) {
    if (merged[n]) continue;
    if (kept != n) all[kept] = std::move(all[n]);
    ++kept;
  }
  all.resize(kept);
}

// By where they are first named, mentions in the order of the text.
void OrganisationPass::put_in_order() {
  std::vector<Organisation>& all = context_.document.facts.organisations;
  for (Organisation& one : all)
    std::sort(one.mentions.begin(), one.mentions.end(),
              [](const Provenance& a, const Provenance& b) { return a.span.begin < b.span.begin; });
  std::stable_sort(all.begin(), all.end(), [](const Organisation& a, const Organisation& b) {
    return a.mentions.front().span.begin < b.mentions.front().span.begin;
  });
  for (std::size_t i = 0; i < all.size(); ++i) all[i].id = next_id('o', i);
}

// What a person's post gave of a body's name may be its beginning: "Office" of "Office of the Director of Ports". The
// whole name stands in the same sentence.
void OrganisationPass::complete_affiliations() {
  std::unordered_map<std::uint32_t, std::vector<const Organisation*>> in_sentence;
  for (const Organisation& organisation : context_.document.facts.organisations)
    for (const Provenance& mention : organisation.mentions) in_sentence[mention.sentence].push_back(&organisation);
  constexpr std::size_t most_compared = 20;  // of a sentence that is a list of bodies
  for (Person& person : context_.document.facts.people) {
    if (person.affiliation.empty() || person.mentions.empty()) continue;
    const auto bodies = in_sentence.find(person.mentions.front().sentence);
    if (bodies == in_sentence.end()) continue;
    const std::size_t count = std::min(bodies->second.size(), most_compared);
    for (std::size_t k = 0; k < count; ++k) {
      const std::string& name = bodies->second[k]->name;
      if (name.size() <= person.affiliation.size() || !name.starts_with(person.affiliation)) continue;
      person.affiliation = name;
      break;
    }
  }
}

}  // namespace

void find_organisations(Context& context) { OrganisationPass(context).run(); }

}  // namespace herald::facts
