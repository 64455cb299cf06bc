#include "core/corrections/fact_corrector.hpp"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <type_traits>

#include "core/corrections/members.hpp"
#include "core/corrections/remarks.hpp"
#include "core/language/text.hpp"

namespace herald::corrections {
namespace {

using Json = nlohmann::ordered_json;

template <typename Fact>
constexpr bool has_mentions = requires(const Fact& fact) {
  fact.mentions;
};
template <typename Fact>
constexpr bool has_name = requires(const Fact& fact) {
  fact.name;
};
template <typename Fact>
constexpr bool has_provenance = has_mentions<Fact> || requires(const Fact& fact) {
  fact.provenance;
};

// The letters with which the passes begin their ids.
template <typename Fact>
constexpr char id_letter() {
  if constexpr (std::is_same_v<Fact, Figure>) return 'f';
  if constexpr (std::is_same_v<Fact, Person>) return 'p';
  if constexpr (std::is_same_v<Fact, Quotation>) return 'q';
  if constexpr (std::is_same_v<Fact, DateMention>) return 'd';
  if constexpr (std::is_same_v<Fact, Place>) return 'l';
  if constexpr (std::is_same_v<Fact, Organisation>) return 'o';
  if constexpr (std::is_same_v<Fact, Event>) return 'e';
  if constexpr (std::is_same_v<Fact, Contact>) return 'c';
  if constexpr (std::is_same_v<Fact, Link>) return 'k';
  return 's';
}

template <typename Fact>
std::string free_id(const std::vector<Fact>& facts) {
  std::uint32_t highest = 0;
  for (const Fact& fact : facts) {
    std::uint32_t number = 0;
    const char* begin = fact.id.data();
    const char* end = begin + fact.id.size();
    if (fact.id.size() > 1 && fact.id.size() < 10 && std::from_chars(begin + 1, end, number).ptr == end)
      highest = std::max(highest, number);
  }
  return std::string(1, id_letter<Fact>()) + std::to_string(highest + 1);
}

/// Of a fact, constant or not; null for one that has none.
template <typename Fact>
auto first_provenance(Fact& fact) {
  if constexpr (has_mentions<Fact>)
    return fact.mentions.empty() ? nullptr : &fact.mentions.front();
  else if constexpr (has_provenance<Fact>)
    return &fact.provenance;
  else
    return static_cast<Provenance*>(nullptr);
}

Json json_of(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* flag = std::get_if<bool>(&value)) return *flag;
  if (const auto* several = std::get_if<std::vector<std::string>>(&value)) return *several;
  return nullptr;
}

/// Adds what has just been replaced; of a member that was corrected before, what the machine had stays.
void note_replaced(Provenance& provenance, const Json& replaced) {
  Json all = provenance.replaced.empty() ? Json::object() : Json::parse(provenance.replaced, nullptr, false);
  if (!all.is_object()) all = Json::object();
  for (const auto& [name, value] : replaced.items())
    if (!all.contains(name)) all[name] = value;
  provenance.replaced = all.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool is_named(const Changes& changes, std::string_view name) {
  return std::any_of(changes.begin(), changes.end(), [&](const auto& change) { return change.first == name; });
}

std::string text_at(const Changes& changes, std::string_view name) {
  for (const auto& [changed, value] : changes)
    if (const auto* text = std::get_if<std::string>(&value); changed == name && text != nullptr) return *text;
  return {};
}

/// What follows from what is said: a sum of money is of that kind, a date is as precise as it is written.
template <typename Fact>
Changes with_consequences(Changes changes) {
  if constexpr (std::is_same_v<Fact, Figure>) {
    if (!is_named(changes, "kind")) {
      const std::string unit = text_at(changes, "unit");
      if (!text_at(changes, "currency").empty())
        changes.emplace_back("kind", std::string("money"));
      else if (is_named(changes, "of"))
        changes.emplace_back("kind", std::string("ratio"));
      else if (!unit.empty())
        changes.emplace_back("kind", std::string(unit == "percent" ? "percent" : "measure"));
    }
  }
  if constexpr (std::is_same_v<Fact, DateMention>) {
    if (const std::string start = text_at(changes, "start"); !start.empty() && !is_named(changes, "precision"))
      changes.emplace_back("precision", std::string(start.size() == 4 ? "year" : start.size() == 7 ? "month" : "day"));
  }
  return changes;
}

/// What the words themselves give a fact that is added.
template <typename Fact>
void fill(Fact& fact, const std::string& words, const Occurrence& place) {
  if constexpr (has_name<Fact> && !std::is_same_v<Fact, Contact>) fact.name = words;
  if constexpr (requires { fact.as_written; }) fact.as_written = words;
  if constexpr (std::is_same_v<Fact, Quotation> || std::is_same_v<Fact, Link>) fact.text = words;
  if constexpr (std::is_same_v<Fact, Quotation>) fact.parts = {place.span};
  if constexpr (std::is_same_v<Fact, Point>) {
    fact.sentence = place.sentence;
    fact.reason = "correction";
  }
}

double likeness(Span a, Span b) {
  const std::uint32_t begin = std::max(a.begin, b.begin);
  const std::uint32_t end = std::min(a.end, b.end);
  if (end <= begin) return 0;
  return static_cast<double>(end - begin) / static_cast<double>(a.size() + b.size() - (end - begin));
}

constexpr std::string_view kind_name(FactKind kind) { return document::name_of(fact_kind_names, kind); }

}  // namespace

FactCorrector::FactCorrector(const Corrections& corrections, Document& document)
    : corrections_(corrections), document_(document), words_(document) {}

bool FactCorrector::apply(const FactCorrection& correction) {
  bool placed = false;
  with_facts(correction.kind, document_.facts, [&](auto& facts) { placed = apply_to(facts, correction); });
  return placed;
}

void FactCorrector::say(const FactCorrection& correction, std::string code, const std::string& what, std::string hint,
                        std::optional<Span> span) {
  add_remark(document_.diagnostics, {Severity::warning, std::move(code), remark(corrections_, correction.pointer, what),
                                     std::move(hint), span});
}

template <typename Fact>
double FactCorrector::fit(const Fact& fact, const Occurrence& place) const {
  double best = 0;
  if constexpr (has_mentions<Fact>) {
    for (const Provenance& mention : fact.mentions) best = std::max(best, likeness(mention.span, place.span));
  } else if constexpr (std::is_same_v<Fact, Point>) {
    best = fact.sentence == place.sentence ? 1 : 0;
  } else {
    best = likeness(fact.provenance.span, place.span);
  }
  if constexpr (std::is_same_v<Fact, Quotation>)
    for (const Span part : fact.parts) best = std::max(best, likeness(part, place.span));
  return best;
}

/// The facts that the words mean: at each place the one that they fit best, or one of that very name.
template <typename Fact>
std::vector<std::size_t> FactCorrector::meant(const std::vector<Fact>& facts, const FactCorrection& correction,
                                              const std::vector<Occurrence>& places) const {
  std::vector<std::size_t> found;
  for (const Occurrence& place : places) {
    std::vector<std::size_t> here;
    double best = 0;
    for (std::size_t i = 0; i < facts.size(); ++i) {
      const double now = fit(facts[i], place);
      if (now <= 0 || now < best) continue;
      if (now > best) here.clear();
      best = now;
      here.push_back(i);
    }
    found.insert(found.end(), here.begin(), here.end());
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  const auto narrow = [&](auto fits) {
    std::vector<std::size_t> narrowed;
    for (const std::size_t i : found)
      if (fits(facts[i])) narrowed.push_back(i);
    if (!narrowed.empty()) found = std::move(narrowed);
  };
  if (found.size() > 1 && !correction.at.id.empty())
    narrow([&](const Fact& fact) { return fact.id == correction.at.id; });
  if constexpr (has_name<Fact>) {
    const std::string wanted = language::fold_case(correction.at.words);
    const auto is_so_named = [&](const Fact& fact) { return language::fold_case(fact.name) == wanted; };
    if (found.size() > 1) narrow(is_so_named);
    // A name need not stand in one piece: of a person first named by surname, of a dateline given by hand.
    for (std::size_t i = 0; found.empty() && i < facts.size(); ++i)
      if (is_so_named(facts[i])) found.push_back(i);
  }
  return found;
}

template <typename Fact>
std::string FactCorrector::paragraphs_of(const std::vector<Fact>& facts,
                                         const std::vector<std::size_t>& indices) const {
  constexpr std::size_t most_shown = 6;
  std::string all;
  for (std::size_t i = 0; i < indices.size() && i < most_shown; ++i) {
    const Fact& fact = facts[indices[i]];
    std::uint32_t block = 0;
    if constexpr (std::is_same_v<Fact, Point>)
      block = document_.sentences[fact.sentence].block;
    else if (const Provenance* provenance = first_provenance(fact))
      block = provenance->block;
    const std::uint32_t number = document_.blocks[block].number;
    all += (all.empty() ? "" : ", ") + (number == 0 ? std::string("–") : std::to_string(number));
  }
  return indices.size() > most_shown ? all + ", …" : all;
}

template <typename Fact>
bool FactCorrector::apply_to(std::vector<Fact>& facts, const FactCorrection& correction) {
  const std::vector<Occurrence> places = words_.find(correction.at);
  const std::vector<std::size_t> found = meant(facts, correction, places);
  const std::string kind(kind_name(correction.kind));
  const std::string words = "\"" + shown(correction.at.words) + "\"";
  if (places.empty() && found.empty()) {
    if (!words_.is_in_source(correction.at.words)) return false;
    say(correction, "correction-lost", "the words " + words + " do not stand there in the text of the release",
        "mend \"paragraph\" and \"nth\", or take the entry out", std::nullopt);
    return true;
  }
  if (correction.action == Action::add) {
    add(facts, correction, places);
    return true;
  }
  if (found.size() > 1) {
    say(correction, "correction-ambiguous",
        "the words " + words + " fit " + std::to_string(found.size()) + " facts of this kind (" + kind +
            ", paragraphs " + paragraphs_of(facts, found) + ")",
        "say which by \"paragraph\" or \"nth\"", places.empty() ? std::nullopt : std::optional(places.front().span));
  } else if (found.empty() && correction.action == Action::set) {
    say(correction, "correction-without-fact", "there is no " + kind + " at the words " + words,
        "say \"add\" in place of \"set\" to add one, or take the entry out", places.front().span);
  } else if (!found.empty() && correction.action == Action::set) {
    set(facts[found.front()], correction);
  } else if (!found.empty()) {
    remove(facts, found.front());
  }
  return true;
}

std::string FactCorrector::speaker_now(const Quotation& quotation) const {
  const std::vector<Person>& people = document_.facts.people;
  if (!quotation.speaker || *quotation.speaker >= people.size()) return {};
  return people[*quotation.speaker].id;
}

/// A person that is known speaks; whoever else is named stands as the attribution's words.
void FactCorrector::set_speaker(Quotation& quotation, const Value& value) const {
  const auto* name = std::get_if<std::string>(&value);
  quotation.speaker.reset();
  quotation.speaker_text.clear();
  if (name == nullptr) return;
  const std::vector<Person>& people = document_.facts.people;
  const std::string wanted = language::fold_case(*name);
  const auto known = std::find_if(people.begin(), people.end(), [&](const Person& person) {
    return language::fold_case(person.name) == wanted || person.id == *name;
  });
  if (known == people.end())
    quotation.speaker_text = *name;
  else
    quotation.speaker = static_cast<std::uint32_t>(known - people.begin());
}

template <typename Fact>
void FactCorrector::set(Fact& fact, const FactCorrection& correction) {
  Json replaced = Json::object();
  const Changes changes = with_consequences<Fact>(correction.changes);
  for (const Member<Fact>& member : members<Fact>()) {
    const auto change =
        std::find_if(changes.begin(), changes.end(), [&](const auto& one) { return one.first == member.form.name; });
    if (change == changes.end()) continue;
    const Value before = member.get(fact);
    if constexpr (std::is_same_v<Fact, Quotation>) {
      if (member.form.shape == Shape::speaker) {
        const std::string speaker = speaker_now(fact);
        set_speaker(fact, change->second);
        if (speaker_now(fact) != speaker) replaced["speaker"] = speaker;
        if (member.get(fact) != before) replaced["speaker_text"] = json_of(before);
        continue;
      }
    }
    member.put(fact, change->second);
    if (member.get(fact) != before) replaced[std::string(member.form.name)] = json_of(before);
  }
  Provenance* provenance = first_provenance(fact);
  if (provenance == nullptr || provenance->origin == Origin::manual) return;
  provenance->origin = Origin::corrected;
  provenance->confidence = 1.0;
  note_replaced(*provenance, replaced);
}

template <typename Fact>
void FactCorrector::add(std::vector<Fact>& facts, const FactCorrection& correction,
                        const std::vector<Occurrence>& places) {
  if (places.empty()) return;  // a fact of that name is there already
  for (Fact& fact : facts) {
    // What is there already, as after an earlier run or a better one, is corrected and not doubled.
    if (fit(fact, places.front()) < 1.0) continue;
    return correction.changes.empty() ? void() : set(fact, correction);
  }
  Fact fact;
  fact.id = free_id(facts);
  fill(fact, folded_text(document_, places.front().span), places.front());
  const auto provenance_of = [](const Occurrence& place) {
    return Provenance{place.span, place.sentence, place.block, "correction", 1.0, Origin::manual, ""};
  };
  if constexpr (has_mentions<Fact>)
    for (const Occurrence& place : places) fact.mentions.push_back(provenance_of(place));
  else if constexpr (has_provenance<Fact>)
    fact.provenance = provenance_of(places.front());
  const Changes changes = with_consequences<Fact>(correction.changes);
  for (const Member<Fact>& member : members<Fact>()) {
    for (const auto& [name, value] : changes) {
      if (name != member.form.name) continue;
      member.put(fact, value);
      if constexpr (std::is_same_v<Fact, Quotation>)
        if (member.form.shape == Shape::speaker) set_speaker(fact, value);
    }
  }
  auto where = facts.end();
  if constexpr (has_provenance<Fact>) {
    const std::uint32_t begin = places.front().span.begin;
    where = std::find_if(facts.begin(), facts.end(), [&](const Fact& other) {
      const Provenance* provenance = first_provenance(other);
      return provenance != nullptr && provenance->span.begin > begin;
    });
  }
  const auto index = static_cast<std::size_t>(where - facts.begin());
  facts.insert(where, std::move(fact));
  if constexpr (std::is_same_v<Fact, Person>) mend_speakers(index, false, {});
}

template <typename Fact>
void FactCorrector::remove(std::vector<Fact>& facts, std::size_t index) {
  if constexpr (std::is_same_v<Fact, Person>) mend_speakers(index, true, facts[index].name);
  facts.erase(facts.begin() + static_cast<std::ptrdiff_t>(index));
}

/// Quotations keep their speaker when the list of people moves. Whose speaker is taken out, keeps the name as words:
/// that somebody said it, the release still says.
void FactCorrector::mend_speakers(std::size_t from, bool removed, const std::string& name) {
  for (Quotation& quotation : document_.facts.quotations) {
    if (!quotation.speaker || *quotation.speaker < from) continue;
    if (!removed) {
      ++*quotation.speaker;
    } else if (*quotation.speaker > from) {
      --*quotation.speaker;
    } else {
      quotation.speaker.reset();
      if (quotation.speaker_text.empty()) quotation.speaker_text = name;
    }
  }
}

}  // namespace herald::corrections
