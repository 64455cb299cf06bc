// Which members of facts and metadata can be corrected, and what each takes: one table, asked by who reads a
// corrections file, who carries it out and who writes a template.
#pragma once

#include <string_view>
#include <vector>

#include "core/corrections/corrections.hpp"
#include "core/document/enum_names.hpp"
#include "herald/document.hpp"

namespace herald::corrections {

inline constexpr document::NameTable<FactKind, 10> fact_kind_names = {{{FactKind::figure, "figure"},
                                                                       {FactKind::person, "person"},
                                                                       {FactKind::quotation, "quotation"},
                                                                       {FactKind::date, "date"},
                                                                       {FactKind::place, "place"},
                                                                       {FactKind::organisation, "organisation"},
                                                                       {FactKind::event, "event"},
                                                                       {FactKind::contact, "contact"},
                                                                       {FactKind::link, "link"},
                                                                       {FactKind::point, "point"}}};

enum class Shape : std::uint8_t { text, language, decimal, date, time, flag, texts, choice, speaker };

/// What a member takes. `is_optional`: null is allowed and empties it. `is_needed`: a fact that is added must have it.
struct MemberForm {
  std::string_view name;
  Shape shape = Shape::text;
  bool is_optional = true;
  bool is_needed = false;
  std::vector<std::string_view> choices = {};
};

/// A member of facts (or metadata) of one type: its form, its value, and how it is changed. put() is given what the
/// form allows.
template <typename Holder>
struct Member {
  MemberForm form;
  Value (*get)(const Holder&);
  void (*put)(Holder&, const Value&);
};

/// The members of a type, in the order of the document's schema. A quotation's speaker is given as the words of
/// speaker_text; who that is among the people, the caller decides.
template <typename Holder>
const std::vector<Member<Holder>>& members();

template <>
const std::vector<Member<Metadata>>& members();
template <>
const std::vector<Member<Dateline>>& members();
template <>
const std::vector<Member<Figure>>& members();
template <>
const std::vector<Member<Person>>& members();
template <>
const std::vector<Member<Quotation>>& members();
template <>
const std::vector<Member<DateMention>>& members();
template <>
const std::vector<Member<Place>>& members();
template <>
const std::vector<Member<Organisation>>& members();
template <>
const std::vector<Member<Event>>& members();
template <>
const std::vector<Member<Contact>>& members();
template <>
const std::vector<Member<Link>>& members();
template <>
const std::vector<Member<Point>>& members();

template <typename Holder>
std::vector<MemberForm> forms_of() {
  std::vector<MemberForm> forms;
  for (const Member<Holder>& member : members<Holder>()) forms.push_back(member.form);
  return forms;
}

/// The forms of a kind's members.
std::vector<MemberForm> forms_of(FactKind kind);

/// Calls `use` with the list of the kind's facts: one switch for all that work on facts by kind.
template <typename AnyFacts, typename Use>
void with_facts(FactKind kind, AnyFacts& facts, Use use) {
  switch (kind) {
    case FactKind::figure:
      return use(facts.figures);
    case FactKind::person:
      return use(facts.people);
    case FactKind::quotation:
      return use(facts.quotations);
    case FactKind::date:
      return use(facts.dates);
    case FactKind::place:
      return use(facts.places);
    case FactKind::organisation:
      return use(facts.organisations);
    case FactKind::event:
      return use(facts.events);
    case FactKind::contact:
      return use(facts.contacts);
    case FactKind::link:
      return use(facts.links);
    case FactKind::point:
      return use(facts.points);
  }
}

}  // namespace herald::corrections
