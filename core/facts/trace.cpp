// Collecting is an append; what of it holds is settled once, when all passes have run.
#include "core/facts/trace.hpp"

#include <algorithm>
#include <tuple>

namespace herald::facts {
namespace {

struct Taken {
  FactKind kind = FactKind::figure;
  Span span;
};

bool is_name(FactKind kind) {
  return kind == FactKind::person || kind == FactKind::place || kind == FactKind::organisation ||
         kind == FactKind::event;
}

// The spans of all facts that a rejection can be about, by their beginnings.
std::vector<Taken> taken_spans(const Facts& facts) {
  std::vector<Taken> taken;
  const auto take = [&](FactKind kind, const Provenance& where) { taken.push_back({kind, where.span}); };
  const auto take_all = [&](FactKind kind, const auto& many) {
    for (const auto& one : many)
      for (const Provenance& mention : one.mentions) take(kind, mention);
  };
  for (const Figure& figure : facts.figures) take(FactKind::figure, figure.provenance);
  for (const DateMention& date : facts.dates) take(FactKind::date, date.provenance);
  for (const Event& event : facts.events) take(FactKind::event, event.provenance);
  for (const Quotation& quotation : facts.quotations) take(FactKind::quotation, quotation.provenance);
  take_all(FactKind::person, facts.people);
  take_all(FactKind::place, facts.places);
  take_all(FactKind::organisation, facts.organisations);
  std::sort(taken.begin(), taken.end(), [](const Taken& a, const Taken& b) { return a.span.begin < b.span.begin; });
  return taken;
}

bool settles(const Taken& fact, const Rejection& rejection) {
  return fact.kind == rejection.kind || (is_name(fact.kind) && is_name(rejection.kind));
}

// Facts and rejections are both in the order of the text; facts of one kind do not overlap, so that few stay in
// reach. A hostile text cannot make it more than a look at `reach` of them.
bool became_a_fact(const std::vector<Taken>& taken, const Rejection& rejection) {
  constexpr std::ptrdiff_t reach = 16;
  const auto behind = std::lower_bound(taken.begin(), taken.end(), rejection.span.end,
                                       [](const Taken& fact, std::uint32_t end) { return fact.span.begin < end; });
  const auto first = behind - std::min<std::ptrdiff_t>(reach, behind - taken.begin());
  return std::any_of(first, behind,
                     [&](const Taken& fact) { return fact.span.overlaps(rejection.span) && settles(fact, rejection); });
}

bool is_of_a_fact(const std::vector<Taken>& taken, const Trigger& trigger) {
  auto fact = std::lower_bound(taken.begin(), taken.end(), trigger.fact.begin,
                               [](const Taken& one, std::uint32_t begin) { return one.span.begin < begin; });
  for (; fact != taken.end() && fact->span.begin == trigger.fact.begin; ++fact)
    if (fact->kind == trigger.kind) return true;
  return false;
}

}  // namespace

void Trace::add(const Rejection& rejection) {
  if (rejections_.size() < most)
    rejections_.push_back(rejection);
  else
    ++left_out_;
}

void Trace::add(const Trigger& trigger) {
  if (triggers_.size() < most) triggers_.push_back(trigger);
}

void Trace::settle(const Facts& facts) {
  settled_ = true;
  const std::vector<Taken> taken = taken_spans(facts);
  // Of several looks at the same words as the same kind the first says why.
  std::stable_sort(rejections_.begin(), rejections_.end(), [](const Rejection& a, const Rejection& b) {
    return std::tie(a.span.begin, a.span.end, a.kind) < std::tie(b.span.begin, b.span.end, b.kind);
  });
  const auto same = [](const Rejection& a, const Rejection& b) { return a.span == b.span && a.kind == b.kind; };
  rejections_.erase(std::unique(rejections_.begin(), rejections_.end(), same), rejections_.end());
  std::erase_if(rejections_, [&](const Rejection& rejection) { return became_a_fact(taken, rejection); });

  const auto order = [](const Trigger& trigger) {
    return std::tie(trigger.fact.begin, trigger.kind, trigger.words.begin, trigger.words.end);
  };
  std::sort(triggers_.begin(), triggers_.end(),
            [&](const Trigger& a, const Trigger& b) { return order(a) < order(b); });
  triggers_.erase(std::unique(triggers_.begin(), triggers_.end()), triggers_.end());
  std::erase_if(triggers_, [&](const Trigger& trigger) { return !is_of_a_fact(taken, trigger); });
}

}  // namespace herald::facts
