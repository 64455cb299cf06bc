// See selection.hpp.
#include "plugins/pdf_brief/selection.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace herald::plugins {

namespace {

bool in_a_point(const Document& document, std::uint32_t sentence) {
  return std::any_of(document.facts.points.begin(), document.facts.points.end(),
                     [sentence](const Point& point) { return point.sentence == sentence; });
}

/// How much a figure tells. The steps are wider than what the size of the number can add (two a power of
/// ten, at most 24), except between kinds that are near each other: a count of millions may pass a share.
double weight(const Document& document, const Figure& figure) {
  double weight = 0;
  switch (figure.kind) {
    case FigureKind::money:
      weight = 60;
      break;
    case FigureKind::percent:
      weight = 36;
      break;
    case FigureKind::count:
      weight = 32;
      break;
    case FigureKind::measure:
      weight = 20;
      break;
    case FigureKind::duration:
      weight = 8;
      break;
    case FigureKind::ordinal:
      weight = 0;
      break;
  }
  if (!figure.counted.empty()) weight += 24;
  if (in_a_point(document, figure.provenance.sentence)) weight += 12;
  const double size = std::abs(figure.value.to_double());
  if (size > 1) weight += std::min(24.0, 2 * std::log10(size));
  return weight + 4 * figure.provenance.confidence;
}

/// A number alone tells nothing: it needs a currency, a per cent sign, a unit or what it counts.
bool says_something(const Figure& figure) {
  if (figure.kind == FigureKind::ordinal) return false;
  return !figure.counted.empty() || figure.kind == FigureKind::money || figure.kind == FigureKind::percent;
}

bool is_day(const std::string& date) { return date.size() >= 10; }

/// The last moment of a date as a string that compares: "2025-11" reaches to "2025-11-99".
std::string latest(const std::string& date) {
  return date + std::string("-99-99").substr(date.size() >= 10 ? 6 : date.size() >= 7 ? 3 : 0);
}

void add_events(const Document& document, std::vector<DatedEntry>& coming, std::vector<DatedEntry>& past) {
  const std::string& published = document.metadata.published;
  for (const Event& event : document.facts.events) {
    if (event.name.empty()) continue;
    DatedEntry entry{event.start, event.end, event.name, event.place, event.provenance.sentence};
    const std::string& last = event.end.empty() ? event.start : event.end;
    const bool after = !last.empty() && !published.empty() && last > published;
    if (event.status == EventStatus::planned || after) {
      coming.push_back(std::move(entry));
    } else if (!event.start.empty()) {
      past.push_back(std::move(entry));
    }
  }
}

void add_mentions(const Document& document, std::vector<DatedEntry>& coming, std::vector<DatedEntry>& past) {
  const std::string& published = document.metadata.published;
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto* list : {&coming, &past}) {
    for (const DatedEntry& entry : *list) seen.emplace(entry.start, entry.end);
  }
  for (const DateMention& date : document.facts.dates) {
    if (date.role == DateRole::published || date.start.empty()) continue;
    // The day of publication is in the head; a bare year is a detail of its sentence.
    if (date.start == published && date.end.empty()) continue;
    if (date.precision == DatePrecision::year && date.role == DateRole::mentioned && date.end.empty()) continue;
    if (!seen.emplace(date.start, date.end).second) continue;
    DatedEntry entry{date.start, date.end, "", "", date.provenance.sentence};
    const std::string last = latest(date.end.empty() ? date.start : date.end);
    const bool after = !published.empty() && last > published && date.start > published.substr(0, date.start.size());
    (after || date.role == DateRole::deadline ? coming : past).push_back(std::move(entry));
  }
}

void sort_by_time(std::vector<DatedEntry>& entries) {
  std::stable_sort(entries.begin(), entries.end(), [](const DatedEntry& a, const DatedEntry& b) {
    // What has no date comes last.
    return std::tuple(a.start.empty(), a.start, a.end) < std::tuple(b.start.empty(), b.start, b.end);
  });
}

}  // namespace

Selection<const Figure*> select_figures(const Document& document, std::size_t most) {
  struct Weighed {
    const Figure* figure;
    double weight;
    bool in_head;  // the title or standfirst has it too: what the release itself puts first
  };
  constexpr double head_weight = 48;  // over any other difference between two sums
  const auto in_head = [&](const Figure& figure) {
    const BlockKind kind = document.blocks[figure.provenance.block].kind;
    // "in three countries" counts what the reader sees at a glance.
    constexpr double countable_at_a_glance = 10;
    if (figure.kind == FigureKind::count && figure.value.to_double() < countable_at_a_glance) return false;
    return kind == BlockKind::title || kind == BlockKind::standfirst;
  };
  std::vector<Weighed> weighed;
  for (const Figure& figure : document.facts.figures) {
    if (!says_something(figure)) continue;
    // Of equal ones the one of the running text is shown, since that has a paragraph to cite.
    const double heavy = weight(document, figure) - (in_head(figure) ? head_weight : 0);
    const auto same = std::find_if(weighed.begin(), weighed.end(), [&figure](const Weighed& one) {
      return one.figure->value == figure.value && one.figure->maximum == figure.maximum &&
             one.figure->currency == figure.currency && one.figure->unit == figure.unit &&
             one.figure->kind == figure.kind;
    });
    if (same == weighed.end()) {
      weighed.push_back({&figure, heavy, in_head(figure)});
      continue;
    }
    same->in_head = same->in_head || in_head(figure);
    if (heavy > same->weight) {
      same->figure = &figure;
      same->weight = heavy;
    }
  }
  for (Weighed& one : weighed) one.weight += (one.in_head ? head_weight : 0) + (in_head(*one.figure) ? head_weight : 0);
  std::stable_sort(weighed.begin(), weighed.end(),
                   [](const Weighed& a, const Weighed& b) { return a.weight > b.weight; });
  Selection<const Figure*> selection;
  selection.left_out = weighed.size() > most ? weighed.size() - most : 0;
  for (std::size_t i = 0; i < std::min(most, weighed.size()); ++i) selection.chosen.push_back(weighed[i].figure);
  return selection;
}

Selection<const Quotation*> select_quotations(const Document& document, std::size_t most) {
  Selection<const Quotation*> selection;
  std::set<std::string> seen;
  for (const Quotation& quotation : document.facts.quotations) {
    if (quotation.partial || quotation.text.empty() || !seen.insert(quotation.text).second) continue;
    if (selection.chosen.size() < most) {
      selection.chosen.push_back(&quotation);
    } else {
      ++selection.left_out;
    }
  }
  return selection;
}

std::vector<const Person*> select_people(const Document& document) {
  std::vector<const Person*> people;
  for (const Person& person : document.facts.people) {
    if (person.name.empty()) continue;
    if (!person.role.empty() || !person.affiliation.empty() || !person.country.empty()) people.push_back(&person);
  }
  return people;
}

Calendar make_calendar(const Document& document, std::size_t most_dates) {
  Calendar calendar;
  std::vector<DatedEntry> past;
  add_events(document, calendar.coming, past);
  add_mentions(document, calendar.coming, past);
  sort_by_time(calendar.coming);
  if (past.size() > most_dates) {
    // Days tell more than months; among equals, what the release says first.
    std::stable_sort(past.begin(), past.end(), [](const DatedEntry& a, const DatedEntry& b) {
      return std::tuple(a.name.empty(), !is_day(a.start)) < std::tuple(b.name.empty(), !is_day(b.start));
    });
    calendar.dates.left_out = past.size() - most_dates;
    past.resize(most_dates);
  }
  sort_by_time(past);
  calendar.dates.chosen = std::move(past);
  return calendar;
}

}  // namespace herald::plugins
