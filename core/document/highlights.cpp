// See herald/highlights.hpp.
#include "herald/highlights.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

namespace herald {
namespace {

bool in_a_point(const Document& document, std::uint32_t sentence) {
  return std::any_of(document.facts.points.begin(), document.facts.points.end(),
                     [sentence](const Point& point) { return point.sentence == sentence; });
}

bool is_sum_or_share(const Figure& figure) {
  return figure.kind == FigureKind::money || figure.kind == FigureKind::percent || figure.kind == FigureKind::ratio;
}

/// How much a figure tells. The steps are wider than what the size of the number can add (two a power of
/// ten, at most 24), except between kinds that are near each other: a count of millions may pass a share.
double weight_of(const Document& document, const Figure& figure) {
  double weight = 0;
  switch (figure.kind) {
    case FigureKind::money:
      weight = 60;
      break;
    case FigureKind::percent:
    case FigureKind::ratio:
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
  // A sum of nobody knows what says less than the number of homes.
  weight += figure.counted.empty() ? -24 : 24;
  if (in_a_point(document, figure.provenance.sentence)) weight += 12;
  const double size = std::abs(figure.value.to_double());
  if (size > 1) weight += std::min(24.0, 2 * std::log10(size));
  return weight + 4 * figure.provenance.confidence;
}

/// A number alone tells nothing: it needs what it counts; or, of a sum or a share, a paragraph that tells.
bool says_something(const Document& document, const Figure& figure) {
  return !figure.counted.empty() || (is_sum_or_share(figure) && document.blocks[figure.provenance.block].number != 0);
}

bool is_boilerplate(const Document& document, const Figure& figure) {
  return document.blocks[figure.provenance.block].kind == BlockKind::boilerplate;
}

struct Weighed {
  const Figure* figure;
  double weight;
  bool in_head;  // the title or standfirst has it too: what the release itself puts first
};

/// In the title or standfirst, and no number that the reader sees at a glance ("in three countries").
bool in_head(const Document& document, const Figure& figure) {
  constexpr double countable_at_a_glance = 10;
  const BlockKind kind = document.blocks[figure.provenance.block].kind;
  if (!is_sum_or_share(figure) && figure.value.to_double() < countable_at_a_glance) return false;
  return kind == BlockKind::title || kind == BlockKind::standfirst;
}

bool same_value(const Figure& a, const Figure& b) {
  return a.value == b.value && a.maximum == b.maximum && a.of == b.of && a.currency == b.currency && a.unit == b.unit &&
         a.kind == b.kind;
}

/// Each value once, by the mention that tells most; of equal ones that of the running text, which has a paragraph
/// to cite.
std::vector<Weighed> distinct_figures(const Document& document) {
  constexpr double mention_in_text = 48;  // over any other difference between two mentions of one sum
  std::vector<Weighed> weighed;
  for (const Figure& figure : document.facts.figures) {
    // The boilerplate's figures tell of who issues releases, not of this one.
    if (figure.kind == FigureKind::ordinal || is_boilerplate(document, figure)) continue;
    const bool head = in_head(document, figure);
    const double weight = weight_of(document, figure) + (head ? 0 : mention_in_text);
    const auto same = std::find_if(weighed.begin(), weighed.end(),
                                   [&figure](const Weighed& one) { return same_value(*one.figure, figure); });
    if (same == weighed.end()) {
      weighed.push_back({&figure, weight, head});
      continue;
    }
    same->in_head = same->in_head || head;
    if (weight <= same->weight) continue;
    same->figure = &figure;
    same->weight = weight;
  }
  std::erase_if(weighed, [&document](const Weighed& one) { return !says_something(document, *one.figure); });
  for (Weighed& one : weighed) one.weight = weight_of(document, *one.figure);
  return weighed;
}

/// The largest sum of each currency beside those of the head: the greatest share of what is spent.
void lift_largest_sums(std::vector<Weighed>& weighed) {
  constexpr double largest_weight = 64;  // over all but what the title has
  std::map<std::string, Weighed*> largest;
  for (Weighed& one : weighed) {
    if (one.figure->kind != FigureKind::money || one.in_head) continue;
    Weighed*& best = largest[one.figure->currency];
    if (best == nullptr || one.figure->value.to_double() > best->figure->value.to_double()) best = &one;
  }
  for (const auto& [currency, one] : largest) one->weight += largest_weight;
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
    if (date.role == DateRole::published || date.start.empty() || is_doubted(date.provenance)) continue;
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
    return std::tuple(a.start.empty(), a.start, a.end) < std::tuple(b.start.empty(), b.start, b.end);
  });
}

/// Plain white space as single spaces. No-break spaces stay: they are part of French spelling.
std::string single_spaced(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space)
      out.push_back(c);
    else if (!out.empty() && out.back() != ' ')
      out.push_back(' ');
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string sentence_alone(const Document& document, std::uint32_t sentence) {
  Span span = document.sentences.at(sentence).span;
  const auto& dateline = document.metadata.dateline;
  if (dateline && dateline->span.end > span.begin && dateline->span.end < span.end) span.begin = dateline->span.end;
  return single_spaced(document.source.slice(span));
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// Whether a sentence ends within the text and another begins: then it is a statement, wherever it stands.
bool has_two_sentences(std::string_view text) {
  static constexpr std::array<std::string_view, 4> stops = {". ", "! ", "? ", "؟ "};
  return std::any_of(stops.begin(), stops.end(),
                     [text](std::string_view stop) { return text.find(stop) != std::string_view::npos; });
}

}  // namespace

Selection<const Figure*> key_figures(const Document& document, std::size_t most) {
  constexpr double head_weight = 160;        // over all others
  constexpr double unexplained_weight = 24;  // what weight_of() took for it
  constexpr std::size_t few = 4;             // fewer are no row of a panel
  constexpr std::size_t most_of_lead = 3;    // the lead carries the news; more would leave out the rest
  std::vector<Weighed> weighed = distinct_figures(document);
  lift_largest_sums(weighed);
  for (Weighed& one : weighed) {
    if (!one.in_head) continue;
    one.weight += head_weight + (one.figure->counted.empty() ? unexplained_weight : 0);  // the title explains it
  }
  std::stable_sort(weighed.begin(), weighed.end(),
                   [](const Weighed& a, const Weighed& b) { return a.weight > b.weight; });
  std::vector<const Figure*> first;
  std::vector<const Figure*> others;  // of sentences that have theirs
  const std::vector<Point>& points = document.facts.points;
  std::map<std::uint32_t, std::size_t> taken;
  for (const Weighed& one : weighed) {
    const std::uint32_t sentence = one.figure->provenance.sentence;
    const std::size_t room = !points.empty() && points.front().sentence == sentence ? most_of_lead : 1;
    const bool fits = ++taken[sentence] <= room;
    (fits || one.in_head ? first : others).push_back(one.figure);
  }
  for (std::size_t i = 0; i < others.size() && first.size() < few; ++i) {
    if (!others[i]->counted.empty()) first.push_back(others[i]);
  }
  if (first.size() > most) first.resize(most);
  return {first, weighed.size() - first.size()};
}

std::vector<const Point*> key_points(const Document& document, std::size_t most) {
  std::vector<const Point*> points;
  for (const Point& point : document.facts.points) {
    if (points.size() == most) break;
    if (point.sentence >= document.sentences.size()) continue;
    const std::string sentence = sentence_alone(document, point.sentence);
    if (sentence.empty() || sentence.ends_with(':') || sentence == document.metadata.standfirst) continue;
    points.push_back(&point);
  }
  return points;
}

Selection<const Quotation*> key_quotations(const Document& document, std::size_t most) {
  constexpr std::size_t shortest = 30;          // a slogan, not a statement
  constexpr std::size_t shortest_partial = 60;  // a phrase, which needs the sentence around it
  const auto& all = document.facts.quotations;
  Selection<const Quotation*> selection;
  std::set<std::string> seen;
  for (const Quotation& quotation : all) {
    const std::size_t length = characters(quotation.text);
    const bool partial = quotation.partial && !has_two_sentences(quotation.text);
    const bool shown = length >= (partial ? shortest_partial : shortest);
    if (!shown || !seen.insert(quotation.text).second) continue;
    if (selection.chosen.size() < most) {
      selection.chosen.push_back(&quotation);
    } else {
      ++selection.left_out;
    }
  }
  return selection;
}

std::vector<const Person*> key_people(const Document& document) {
  std::vector<const Person*> people;
  for (const Person& person : document.facts.people) {
    if (person.name.empty()) continue;
    if (!person.role.empty() || !person.affiliation.empty() || !person.country.empty()) people.push_back(&person);
  }
  return people;
}

Calendar key_dates(const Document& document, std::size_t most_dates) {
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

std::string standing_sentence(const Document& document, std::uint32_t sentence) {
  std::string text = sentence_alone(document, sentence);
  // What is announced may be an item of a list or a quotation: the first of it is enough to know what it is about.
  if (text.ends_with(':') && sentence + 1 < document.sentences.size())
    text += " " + sentence_alone(document, sentence + 1);
  return text;
}

std::string quoted_words(const Quotation& quotation) {
  std::string words = single_spaced(quotation.text);
  constexpr std::string_view arabic_comma = "،";
  for (bool again = true; again;) {
    again = words.ends_with(',') || words.ends_with(' ');
    if (again) words.pop_back();
    if (!words.ends_with(arabic_comma)) continue;
    words.resize(words.size() - arabic_comma.size());
    again = true;
  }
  return words;
}

std::string capitalised(std::string text) {
  if (text.empty()) return text;
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  // U+00E0 to U+00FE, without the sign ÷ (and ÿ, whose capital is elsewhere).
  const auto second = text.size() > 1 ? static_cast<unsigned char>(text[1]) : 0U;
  if (text[0] == '\xC3' && second >= 0xA0 && second <= 0xBE && second != 0xB7)
    text[1] = static_cast<char>(second - 0x20);
  return text;
}

}  // namespace herald
