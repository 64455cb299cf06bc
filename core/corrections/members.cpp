// The tables. Names and meanings are the document's (herald-document/1), so that one description serves both.
#include "core/corrections/members.hpp"

#include <type_traits>

#include "core/document/enum_names.hpp"

namespace herald::corrections {
namespace {

using namespace document;

std::string text_of(const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text == nullptr ? std::string() : *text;
}

template <auto Where>
struct Part;  // taken apart: of which type a member is
template <typename H, typename T, T H::*Where>
struct Part<Where> {
  using Holder = H;
};

template <auto Where>
using HolderOf = typename Part<Where>::Holder;

template <auto Where>
Member<HolderOf<Where>> text(MemberForm form) {
  using Holder = HolderOf<Where>;
  return {std::move(form), [](const Holder& holder) { return Value(holder.*Where); },
          [](Holder& holder, const Value& value) { holder.*Where = text_of(value); }};
}

template <auto Where>
Member<HolderOf<Where>> texts(std::string_view name) {
  using Holder = HolderOf<Where>;
  return {{name, Shape::texts},
          [](const Holder& holder) { return Value(holder.*Where); },
          [](Holder& holder, const Value& value) {
            const auto* several = std::get_if<std::vector<std::string>>(&value);
            holder.*Where = several == nullptr ? std::vector<std::string>() : *several;
          }};
}

template <auto Where>
Member<HolderOf<Where>> flag(std::string_view name) {
  using Holder = HolderOf<Where>;
  return {{name, Shape::flag, false},
          [](const Holder& holder) { return Value(holder.*Where); },
          [](Holder& holder, const Value& value) { holder.*Where = value == Value(true); }};
}

template <auto Where, const auto& Table>
Member<HolderOf<Where>> choice(std::string_view name) {
  using Holder = HolderOf<Where>;
  MemberForm form{name, Shape::choice, false};
  for (const auto& entry : Table) form.choices.push_back(entry.second);
  return {std::move(form), [](const Holder& holder) { return Value(std::string(name_of(Table, holder.*Where))); },
          [](Holder& holder, const Value& value) {
            if (const auto found = value_of(Table, text_of(value))) holder.*Where = *found;
          }};
}

Member<Figure> figure_value() {
  return {
      {"value", Shape::decimal, false, true},
      [](const Figure& figure) { return Value(figure.value.to_string()); },
      [](Figure& figure, const Value& value) { figure.value = Decimal::parse(text_of(value)).value_or(Decimal()); }};
}

Member<Figure> figure_maximum() {
  return {{"maximum", Shape::decimal},
          [](const Figure& figure) { return figure.maximum ? Value(figure.maximum->to_string()) : Value(); },
          [](Figure& figure, const Value& value) { figure.maximum = Decimal::parse(text_of(value)); }};
}

Member<Figure> figure_of() {
  return {{"of", Shape::decimal},
          [](const Figure& figure) { return figure.of ? Value(figure.of->to_string()) : Value(); },
          [](Figure& figure, const Value& value) { figure.of = Decimal::parse(text_of(value)); }};
}

Member<Quotation> quotation_speaker() {
  return {{"speaker", Shape::speaker},
          [](const Quotation& quotation) { return Value(quotation.speaker_text); },
          [](Quotation& quotation, const Value& value) { quotation.speaker_text = text_of(value); }};
}

}  // namespace

template <>
const std::vector<Member<Metadata>>& members() {
  static const std::vector<Member<Metadata>> all = {text<&Metadata::language>({"language", Shape::language}),
                                                    text<&Metadata::title>({"title"}),
                                                    text<&Metadata::standfirst>({"standfirst"}),
                                                    text<&Metadata::published>({"published", Shape::date}),
                                                    text<&Metadata::status>({"status"}),
                                                    text<&Metadata::embargo>({"embargo", Shape::time})};
  return all;
}

template <>
const std::vector<Member<Dateline>>& members() {
  static const std::vector<Member<Dateline>> all = {
      text<&Dateline::text>({"text"}), text<&Dateline::place>({"place"}), text<&Dateline::country>({"country"}),
      text<&Dateline::date>({"date", Shape::date}), text<&Dateline::agency>({"agency"})};
  return all;
}

template <>
const std::vector<Member<Figure>>& members() {
  static const std::vector<Member<Figure>> all = {choice<&Figure::kind, figure_kind_names>("kind"),
                                                  figure_value(),
                                                  figure_maximum(),
                                                  figure_of(),
                                                  text<&Figure::currency>({"currency"}),
                                                  text<&Figure::unit>({"unit"}),
                                                  choice<&Figure::qualifier, qualifier_names>("qualifier"),
                                                  text<&Figure::counted>({"counted"}),
                                                  text<&Figure::as_written>({"as_written"})};
  return all;
}

template <>
const std::vector<Member<Person>>& members() {
  static const std::vector<Member<Person>> all = {
      text<&Person::name>({"name", Shape::text, false}), text<&Person::role>({"role"}),
      text<&Person::affiliation>({"affiliation"}), text<&Person::country>({"country"})};
  return all;
}

template <>
const std::vector<Member<Quotation>>& members() {
  static const std::vector<Member<Quotation>> all = {text<&Quotation::text>({"text", Shape::text, false}),
                                                     quotation_speaker(), flag<&Quotation::partial>("partial")};
  return all;
}

template <>
const std::vector<Member<DateMention>>& members() {
  static const std::vector<Member<DateMention>> all = {
      text<&DateMention::start>({"start", Shape::date, false, true}),
      text<&DateMention::end>({"end", Shape::date}),
      choice<&DateMention::precision, date_precision_names>("precision"),
      choice<&DateMention::role, date_role_names>("role"),
      flag<&DateMention::relative>("relative"),
      text<&DateMention::as_written>({"as_written"})};
  return all;
}

template <>
const std::vector<Member<Place>>& members() {
  static const std::vector<Member<Place>> all = {text<&Place::name>({"name", Shape::text, false}),
                                                 text<&Place::country_code>({"country_code"})};
  return all;
}

template <>
const std::vector<Member<Organisation>>& members() {
  static const std::vector<Member<Organisation>> all = {text<&Organisation::name>({"name", Shape::text, false}),
                                                        text<&Organisation::abbreviation>({"abbreviation"})};
  return all;
}

template <>
const std::vector<Member<Event>>& members() {
  static const std::vector<Member<Event>> all = {
      text<&Event::name>({"name", Shape::text, false}), text<&Event::start>({"start", Shape::date}),
      text<&Event::end>({"end", Shape::date}), text<&Event::place>({"place"}),
      choice<&Event::status, event_status_names>("status")};
  return all;
}

template <>
const std::vector<Member<Contact>>& members() {
  static const std::vector<Member<Contact>> all = {
      text<&Contact::name>({"name"}), text<&Contact::role>({"role"}), text<&Contact::affiliation>({"affiliation"}),
      texts<&Contact::emails>("emails"), texts<&Contact::phones>("phones")};
  return all;
}

template <>
const std::vector<Member<Link>>& members() {
  static const std::vector<Member<Link>> all = {text<&Link::text>({"text"}),
                                                text<&Link::target>({"target", Shape::text, false, true})};
  return all;
}

template <>
const std::vector<Member<Point>>& members() {
  static const std::vector<Member<Point>> all = {text<&Point::reason>({"reason", Shape::text, false})};
  return all;
}

std::vector<MemberForm> forms_of(FactKind kind) {
  std::vector<MemberForm> forms;
  const Facts none;
  with_facts(kind, none, [&](const auto& list) {
    using Fact = typename std::decay_t<decltype(list)>::value_type;
    forms = forms_of<Fact>();
  });
  return forms;
}

}  // namespace herald::corrections
