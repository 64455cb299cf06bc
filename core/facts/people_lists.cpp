// People in lists: rows of names with bodies in brackets, names behind a word that only people stand behind, and names
// that share the post, or the company, of one that is known.
#include <algorithm>
#include <utility>
#include <vector>

#include "core/facts/people_pass.hpp"

namespace herald::facts {

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
    // "fell by 5 (6%)": figures in the brackets are nobody's.
    if (!context_.tokens.is_mark(close, ')') || context_.tokens.kind(name.end + 1) == TokenKind::number) break;
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

}  // namespace herald::facts
