// Keeps people by folded name and by surname, so that "Lima" behind "Ana Lima" is the same person.
#include <algorithm>

#include "core/facts/names.hpp"
#include "core/facts/people.hpp"
#include "core/language/text.hpp"

namespace herald::facts {

std::string Roster::key(Range name) const {
  std::string folded;
  for (std::size_t i = name.first; i < name.end; ++i) {
    if (!context_.is_word(i)) continue;
    // Initials differ between mentions of one person ("Ana M. Lima", "Ana Lima").
    if (context_.tokens.source(i).find('.') != std::string_view::npos ||
        context_.tokens[i].end - context_.tokens[i].begin == 1)
      continue;
    // "Osei-Hart" is one surname.
    const bool joined = i > name.first && context_.tokens.kind(i - 1) == TokenKind::dash && context_.tokens.glued(i);
    folded += (folded.empty() ? "" : joined ? "-" : " ") + context_.tokens.folded(i);
  }
  return folded;
}

bool Roster::knows(Range name) const { return by_name_.contains(key(name)); }

bool Roster::knows_word(Range name) const {
  const std::string whole = key(name);
  const auto part = by_part_.find(whole.substr(whole.find_last_of(' ') + 1));
  return part != by_part_.end() && part->second != Context::no_person;
}

void Roster::complete(Person& known, Person&& more) {
  if (known.role.empty()) known.role = std::move(more.role);
  if (known.affiliation.empty()) known.affiliation = std::move(more.affiliation);
  if (known.country.empty()) known.country = std::move(more.country);
}

void Roster::mention(std::uint32_t person, Range name, const char* rule, double confidence) {
  context_.document.facts.people[person].mentions.push_back(context_.provenance(name, rule, confidence));
  context_.claim(name, Claim::person);
  std::fill(context_.person_at.begin() + static_cast<std::ptrdiff_t>(name.first),
            context_.person_at.begin() + static_cast<std::ptrdiff_t>(name.end), person);
}

// Of "paula lima reis" "lima", where the language's people have two; a name of two words has but one.
std::string Roster::first_surname(const std::string& whole) const {
  if (!context_.pack.two_surnames) return {};
  const std::size_t last = whole.find_last_of(' ');
  const std::size_t before = last == std::string::npos || last == 0 ? last : whole.find_last_of(' ', last - 1);
  return before == std::string::npos ? std::string() : whole.substr(before + 1, last - before - 1);
}

void Roster::remember_surname(const std::string& surname, std::uint32_t person) {
  const auto [place, fresh] = by_surname_.emplace(surname, person);
  if (!fresh && place->second != person) place->second = Context::no_person;
}

void Roster::add(Person person, Range name, const char* rule, double confidence) {
  std::vector<Person>& people = context_.document.facts.people;
  const std::string whole = key(name);
  const std::string surname = whole.substr(whole.find_last_of(' ') + 1);
  // "Mr van Lima" has one name, and what leads to it.
  std::size_t names = 0;
  for (std::size_t i = name.first; i < name.end; ++i)
    names += context_.is_word(i) && !context_.is(i, WordClass::name_particle) ? 1 : 0;
  const bool single = whole.find(' ') == std::string::npos || names == 1;
  if (const auto known = by_name_.find(whole); known != by_name_.end()) {
    complete(people[known->second], std::move(person));
    mention(known->second, name, rule, confidence);
    return;
  }
  if (const auto known = by_surname_.find(surname); known != by_surname_.end() && known->second != Context::no_person) {
    Person& other = people[known->second];
    const bool other_single = other.name.find(' ') == std::string::npos;
    if (!single && !other_single &&
        (is_short_form(key_of(other.name), whole) || is_without_middle(key_of(other.name), whole, name))) {
      by_name_.emplace(whole, known->second);
      complete(other, std::move(person));
      mention(known->second, name, rule, confidence);
      return;
    }
    if (single || other_single) {
      if (!single) {
        other.name = person.name;
        by_name_.emplace(whole, known->second);
      }
      complete(other, std::move(person));
      mention(known->second, name, rule, confidence);
      return;
    }
  }
  // "Ms Lima" behind "Ana Lima Costa": any word of one person's name alone, where a form of address says whose it is.
  if (const auto part = by_part_.find(surname);
      single && part != by_part_.end() && part->second != Context::no_person) {
    complete(people[part->second], std::move(person));
    mention(part->second, name, rule, confidence);
    return;
  }
  // "Limas plan": an apostrophe was lost.
  for (const std::string& ending : context_.pack.plural_endings) {
    if (!single || !whole.ends_with(ending)) continue;
    const auto stem = by_surname_.find(whole.substr(0, whole.size() - ending.size()));
    if (stem == by_surname_.end() || stem->second == Context::no_person) continue;
    complete(people[stem->second], std::move(person));
    mention(stem->second, name, rule, confidence);
    return;
  }
  const auto number = static_cast<std::uint32_t>(people.size());
  person.id = next_id('p', people.size());
  people.push_back(std::move(person));
  by_name_.emplace(whole, number);
  remember_surname(surname, number);
  for (std::size_t i = name.first; i < name.end; ++i) {
    if (!context_.is_word(i) || context_.is(i, WordClass::name_particle)) continue;
    const auto [place, fresh] = by_part_.emplace(context_.tokens.folded(i), number);
    if (!fresh && place->second != number) place->second = Context::no_person;
  }
  if (const std::string first = first_surname(whole); !first.empty()) remember_surname(first, number);
  mention(number, name, rule, confidence);
}

// "Ed Lima" beside "Edward Lima": one first name begins the other, and the rest is the same.
bool Roster::is_short_form(const std::string& a, const std::string& b) {
  constexpr std::size_t shortest = 2;  // bytes
  const std::size_t end_a = a.find(' ');
  const std::size_t end_b = b.find(' ');
  const std::size_t common = std::min(end_a, end_b);
  return common != std::string::npos && common >= shortest && end_a != end_b && a.substr(end_a) == b.substr(end_b) &&
         a.compare(0, common, b, 0, common) == 0;
}

// "سلمان الحسن" behind "سلمان بن خالد الحسن": in scripts without capitals, where names have those of forefathers
// between their first word and their last.
bool Roster::is_without_middle(const std::string& known, const std::string& whole, Range name) const {
  return !context_.is_cased(name.first) && known.substr(0, known.find(' ')) == whole.substr(0, whole.find(' '));
}

// The key of a name as it is written in a person.
std::string Roster::key_of(const std::string& name) { return language::fold_case(name); }

void Roster::link_mentions() {
  const NameReader names(context_);
  std::size_t run_begin = 0;  // of the last run of capitals that is nobody's full name
  std::size_t run_end = 0;
  for (std::size_t i = 0; i < context_.tokens.size(); ++i) {
    if (context_.claims[i] != Claim::none || !context_.is_word(i)) continue;
    Range name = names.name(i, context_.sentence_range(i).end);
    if (name.empty()) continue;
    // "has Lima plans for", with capitals on nouns: the name ends before the noun.
    if (context_.pack.capital_nouns && !knows(name) && by_surname_.contains(key({i, i + 1}))) name = {i, i + 1};
    const std::string whole = key(name);
    // Inside another's name a surname is not this one's ("Eva Lima"), unless only the sentence's first
    // word stands before it ("Later Lima …").
    const bool inside = i > run_begin && i < run_end && !(i == run_begin + 1 && context_.opens_sentence(run_begin));
    if (i >= run_end) {
      run_begin = i;
      run_end = name.end;
    }
    if (const auto known = by_name_.find(whole); known != by_name_.end()) {
      mention(known->second, name, "people.full_name", 0.95);
    } else if (const std::size_t space = whole.find_last_of(' '); space != std::string::npos) {
      // A full name whose surname alone was known: "Ana Lima" where "Ms Lima" gave the post.
      const auto surname = by_surname_.find(whole.substr(space + 1));
      if (surname != by_surname_.end() && surname->second != Context::no_person &&
          context_.document.facts.people[surname->second].name.find(' ') == std::string::npos &&
          !context_.is_title_case(i)) {
        context_.document.facts.people[surname->second].name = context_.text(name);
        by_name_.emplace(whole, surname->second);
        mention(surname->second, name, "people.full_name", 0.8);
      }
    } else if (!inside) {
      const auto surname = by_surname_.find(whole);
      if (surname != by_surname_.end() && surname->second != Context::no_person)
        mention(surname->second, name, "people.surname", 0.85);
    }
    if (context_.claims[i] == Claim::person) i = name.end - 1;
  }
  // In the order of the text: the first mention stays the one that gave the role.
  for (Person& person : context_.document.facts.people)
    if (person.mentions.size() > 2)
      std::stable_sort(person.mentions.begin() + 1, person.mentions.end(),
                       [](const Provenance& a, const Provenance& b) { return a.span.begin < b.span.begin; });
}

}  // namespace herald::facts
