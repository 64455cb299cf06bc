// Events: a named meeting with its days, and the next one that the text announces. An event is a word
// for one ("assembly", "forum") with a date beside it or with words that plan it; its place is the
// sentence's, or the dateline's for the meeting that the release reports from.
#include <algorithm>
#include <unordered_map>

#include "core/facts/names.hpp"
#include "core/facts/noun_phrase.hpp"
#include "core/facts/passes.hpp"
#include "core/language/text.hpp"

namespace herald::facts {
namespace {

constexpr std::size_t longest_sentence = 120;  // tokens; beyond it a sentence is a list and is not searched

class EventPass {
 public:
  explicit EventPass(Context& context) : context_(context), names_(context), phrases_(context) {}

  void run() {
    std::size_t date = 0;
    std::size_t place = 0;
    index_places();
    const std::vector<DateMention>& dates = context_.document.facts.dates;
    for (std::uint32_t s = 0; s < context_.sentences.size(); ++s) {
      while (date < dates.size() && dates[date].provenance.sentence < s) ++date;
      while (place < place_order_.size() && place_order_[place].sentence < s) ++place;
      const BlockKind kind = context_.document.blocks[context_.document.sentences[s].block].kind;
      const Range range = context_.sentences[s];
      if (range.empty() || range.end - range.first > longest_sentence) continue;
      if (kind == BlockKind::boilerplate || kind == BlockKind::date_line || kind == BlockKind::title ||
          context_.is_title_case(range.first))
        continue;
      first_place_ = place;
      first_date_ = date;
      read(s, range);
    }
  }

 private:
  struct PlaceMention {
    std::uint32_t sentence = 0;
    Span span;
    std::size_t place = 0;
  };

  void index_places();
  void read(std::uint32_t s, Range range);
  Range event_name(std::size_t i, Range range) const;
  Range nearest_event(std::size_t from, std::size_t to, Range range, bool last) const;
  std::string place_in(std::uint32_t s, std::size_t from, Range range) const;
  Range body_before(std::size_t i, Range range) const;
  Range with_head(Range name, Range range) const;
  const DateMention* month_in(std::uint32_t s) const;
  const DateMention* date_in(std::uint32_t s) const;
  const DateMention* coming_date_in(std::uint32_t s) const;
  void remember(const std::string& name);
  std::string longest_name(const std::string& name) const;
  std::string full_name(Range name, const std::string& written, EventStatus status) const;
  std::size_t known_as(const std::string& folded, EventStatus status) const;
  void add(Range name, const DateMention* date, std::string place, EventStatus status, const char* rule,
           double confidence);
  EventStatus status_of(const DateMention& date, Range range) const;

  Context& context_;
  NameReader names_;
  NounPhraseReader phrases_;
  std::vector<PlaceMention> place_order_;
  // A release that lists thousands of meetings is no reason to compare each with all: names are looked up by
  // their ends ("general assembly"), of which a name has as many as it has words.
  std::unordered_map<std::string, std::string> seen_by_end_;
  std::unordered_map<std::string, std::string> seen_by_head_;   // the last name that ends in the folded word
  std::unordered_map<std::string, std::size_t> event_by_end_;   // folded, behind the status; the first of its kind
  std::unordered_map<std::string, std::size_t> event_by_name_;  // the same, whole names
  std::size_t first_place_ = 0;
  std::size_t first_date_ = 0;
};

void EventPass::index_places() {
  const std::vector<Place>& places = context_.document.facts.places;
  for (std::size_t p = 0; p < places.size(); ++p)
    for (const Provenance& mention : places[p].mentions) place_order_.push_back({mention.sentence, mention.span, p});
  std::sort(place_order_.begin(), place_order_.end(),
            [](const PlaceMention& a, const PlaceMention& b) { return a.span.begin < b.span.begin; });
}

// The event named at token i with the capitals, ordinal and words before it; empty where there is none.
Range EventPass::event_name(std::size_t i, Range range) const {
  const Match event = context_.match(i, WordClass::event);
  if (!event) return {i, i};
  // "last week", but "last meeting".
  if (context_.match(i, WordClass::period_word) && i > range.first && context_.is(i - 1, WordClass::shift))
    return {i, i};
  std::size_t end = i + event.count;
  std::size_t first = i;
  if (context_.is_capital(i)) {
    const Range run = names_.capital_run_before(i, range.first);
    if (!run.empty()) first = run.first;
  } else {
    // "public scoping meetings": adjectives of a small-letter name.
    while (first > range.first && i - first < 3 && context_.is_word(first - 1) &&
           context_.claims[first - 1] == Claim::none &&
           !context_.tokens.is_any(first - 1, mask(WordClass::function_word) | mask(WordClass::determiner) |
                                                  mask(WordClass::number) | mask(WordClass::shift) |
                                                  mask(WordClass::reporting_verb)))
      --first;
  }
  // "94th General Assembly": the number with its suffix.
  if (first >= range.first + 2 && context_.match(first - 1, WordClass::ordinal_suffix) &&
      context_.tokens.glued(first - 1) && context_.tokens.kind(first - 2) == TokenKind::number &&
      context_.claims[first - 2] == Claim::none)
    first -= 2;
  while (end < range.end && end - i < 8 && context_.is_capital(i) && context_.is_capital(end) &&
         context_.claims[end] == Claim::none)
    ++end;
  while (first < i && context_.tokens.is_any(first, mask(WordClass::determiner) | mask(WordClass::function_word)))
    ++first;
  return {first, end};
}

Range EventPass::nearest_event(std::size_t from, std::size_t to, Range range, bool last) const {
  Range found{from, from};
  for (std::size_t i = from; i < to;) {
    const Range name = event_name(i, range);
    if (name.empty()) {
      ++i;
      continue;
    }
    found = name;
    if (!last) break;
    i = name.end;
  }
  return found;
}

std::string EventPass::place_in(std::uint32_t s, std::size_t from, Range range) const {
  const std::uint32_t begin = context_.tokens[from].begin;
  for (std::size_t p = first_place_; p < place_order_.size() && place_order_[p].sentence == s; ++p) {
    if (place_order_[p].span.begin < begin) continue;
    Span span = place_order_[p].span;
    // "Porto, Portugal": the country behind the comma goes with it.
    if (p + 1 < place_order_.size() && place_order_[p + 1].sentence == s &&
        place_order_[p + 1].span.begin <= span.end + 2)
      span.end = place_order_[p + 1].span.end;
    return folded_text(context_.document, span);
  }
  // "at the Maritime Museum": a building named in capitals.
  for (std::size_t i = from; i + 1 < range.end; ++i) {
    if (!context_.is(i, WordClass::employer_link) && !context_.is(i, WordClass::place_leader)) continue;
    const std::size_t at = i + (context_.is(i + 1, WordClass::determiner) ? 2 : 1);
    const Range run = names_.capital_run(at, range.end);
    if (run.end >= run.first + 2 && !context_.claimed(run)) return context_.text(run);
  }
  return {};
}

// "the inaugural session of the Harbour Training": the occasion of which another is said, with that.
Range EventPass::with_head(Range name, Range range) const {
  constexpr std::size_t reach = 3;  // "of the Harbour"
  if (name.empty() || name.first == range.first) return name;
  std::size_t at = name.first;
  while (at > range.first && name.first - at < reach && context_.is(at - 1, WordClass::determiner)) --at;
  const bool linked = at > range.first && context_.is(at - 1, WordClass::noun_link);
  if (!linked) return name;
  for (std::size_t i = at - 1; i > range.first && at - i <= reach; --i) {
    const Range head = event_name(i - 1, range);
    if (!head.empty() && head.end == at - 1) return {head.first, name.end};
  }
  return name;
}

// The body that is named before token i, what stands between two commas left out.
Range EventPass::body_before(std::size_t i, Range range) const {
  constexpr std::size_t longest_aside = 14;
  std::size_t end = i;
  if (end > range.first && context_.is_comma(end - 1))
    for (std::size_t k = end - 1; k > range.first && end - k < longest_aside; --k)
      if (context_.is_comma(k - 1)) {
        end = k - 1;
        break;
      }
  const Range run = names_.capital_run_before(end, range.first);
  for (std::size_t k = run.first; k < run.end; ++k)
    if (context_.match(k, WordClass::body)) return run;
  return {i, i};
}

// "is planned for June": what is to come may have no day yet.
const DateMention* EventPass::month_in(std::uint32_t s) const {
  const std::vector<DateMention>& dates = context_.document.facts.dates;
  for (std::size_t d = first_date_; d < dates.size() && dates[d].provenance.sentence == s; ++d)
    if (dates[d].precision == DatePrecision::month && dates[d].role != DateRole::published &&
        dates[d].start > context_.reference_date.substr(0, 7) && !is_doubted(dates[d].provenance))
      return &dates[d];
  return nullptr;
}

const DateMention* EventPass::date_in(std::uint32_t s) const {
  const std::vector<DateMention>& dates = context_.document.facts.dates;
  for (std::size_t d = first_date_; d < dates.size() && dates[d].provenance.sentence == s; ++d)
    if (dates[d].precision == DatePrecision::day && dates[d].role != DateRole::published &&
        dates[d].provenance.rule != "dates.relative_day" && !is_doubted(dates[d].provenance))
      return &dates[d];
  return nullptr;
}

// « a lu lundi le plan du forum, qui se tiendra du 3 au 5 »: what is planned has the day that is to come.
const DateMention* EventPass::coming_date_in(std::uint32_t s) const {
  const std::vector<DateMention>& dates = context_.document.facts.dates;
  const DateMention* const first = date_in(s);
  if (first == nullptr || context_.reference_date.empty()) return first;
  for (std::size_t d = first_date_; d < dates.size() && dates[d].provenance.sentence == s; ++d)
    if (dates[d].precision == DatePrecision::day && dates[d].start > context_.reference_date &&
        dates[d].role != DateRole::published && dates[d].provenance.rule != "dates.relative_day" &&
        !is_doubted(dates[d].provenance))
      return &dates[d];
  return first;
}

// The ends of a name at its words, the whole first.
template <typename Use>
void for_each_end(const std::string& name, Use use) {
  for (std::size_t at = 0; at != std::string::npos; at = name.find(' ', at)) {
    if (at > 0) ++at;
    use(name.substr(at));
  }
}

std::string of_status(EventStatus status, const std::string& name) {
  return std::to_string(static_cast<int>(status)) + name;
}

void EventPass::remember(const std::string& name) {
  if (const std::size_t space = name.rfind(' '); space != std::string::npos)
    seen_by_head_[language::fold_case(name.substr(space + 1))] = name;
  for_each_end(name, [&](const std::string& end) {
    if (end.size() < name.size()) seen_by_end_.emplace(end, name);
  });
}

// "General Assembly" is "INTERNATIONAL General Assembly" where the release has called it so before.
std::string EventPass::longest_name(const std::string& name) const {
  const auto seen = seen_by_end_.find(name);
  return seen == seen_by_end_.end() ? name : seen->second;
}

// "The summit will be held" says when that is which the text has called "Nairobi Summit" before.
std::string EventPass::full_name(Range name, const std::string& written, EventStatus status) const {
  if (status != EventStatus::planned) return longest_name(written);
  const bool definite = name.first > 0 && context_.is(name.first - 1, WordClass::determiner) &&
                        !context_.is(name.first - 1, WordClass::not_counted);
  if (context_.is_capital(name.first) || name.end != name.first + 1 || !definite) return written;
  const auto seen = seen_by_head_.find(language::fold_case(written));
  return seen == seen_by_head_.end() ? written : seen->second;
}

// The first event of the status whose name ends like this one, or is an end of it; npos where none is.
std::size_t EventPass::known_as(const std::string& folded, EventStatus status) const {
  std::size_t first = std::string::npos;
  if (const auto longer = event_by_end_.find(of_status(status, folded)); longer != event_by_end_.end())
    first = longer->second;
  for_each_end(folded, [&](const std::string& end) {
    const auto shorter = event_by_name_.find(of_status(status, end));
    if (shorter != event_by_name_.end()) first = std::min(first, shorter->second);
  });
  return first;
}

EventStatus EventPass::status_of(const DateMention& date, Range range) const {
  const std::string& today = context_.reference_date;
  if (today.empty()) return EventStatus::past;
  if (date.start > today) return EventStatus::planned;
  const std::string& end = date.end.empty() ? date.start : date.end;
  if (end < today) return EventStatus::past;
  for (std::size_t i = range.first; i < range.end; ++i)
    if (context_.match(i, WordClass::held)) return EventStatus::past;
  return EventStatus::ongoing;
}

void EventPass::read(std::uint32_t s, Range range) {
  for (std::size_t i = range.first; i < range.end; ++i) {
    const Match planned = context_.match(i, WordClass::planned);
    if (!planned) continue;
    const std::size_t behind = i + planned.count;
    Range name = nearest_event(range.first, i, range, true);
    if (name.empty()) name = nearest_event(behind, std::min(range.end, behind + 8), range, false);
    name = with_head(name, range);
    // "The Harbour Committee will be convened on 4 May": of a body that comes together its name is the meeting's.
    if (name.empty() && planned.phrase->code == "meet") name = body_before(i, range);
    const DateMention* date = coming_date_in(s);
    if (date == nullptr) date = month_in(s);
    // "was scheduled to take place", and no day with its year that is still to come.
    const std::string& today = context_.reference_date;
    const bool comes = date != nullptr && date->precision == DatePrecision::day && !today.empty() &&
                       date->start >= today && date->as_written.find(date->start.substr(0, 4)) != std::string::npos;
    if (!comes && i > range.first && context_.is(i - 1, WordClass::past_marker) && !name.empty()) {
      context_.reject(FactKind::event, name, "events.over");
      return;
    }
    if (name.empty()) {
      // "It is scheduled for … at the museum": more about the event before.
      std::vector<Event>& events = context_.document.facts.events;
      const bool pronoun =
          context_.is(range.first, WordClass::pronoun) || context_.is(range.first, WordClass::weak_opening);
      if (pronoun && !events.empty() && events.back().status == EventStatus::planned && events.back().place.empty())
        events.back().place = place_in(s, behind, range);
      else
        context_.reject(FactKind::event, {i, behind}, "events.no_name");
      return;
    }
    // "was scheduled to take place on 4 May", when that is over, is no plan.
    if (date != nullptr && !today.empty() && (date->end.empty() ? date->start : date->end) < today) {
      context_.reject(FactKind::event, name, "events.over");
      return;
    }
    std::string place = place_in(s, behind, range);
    // "Porto has been chosen to host the next forum": the host stands before the words.
    if (place.empty() && name.first >= behind) place = place_in(s, range.first, range);
    context_.because(FactKind::event, name, {i, behind});
    add(name, date, std::move(place), EventStatus::planned, "events.planned", 0.9);
    return;
  }
  const DateMention* date = date_in(s);
  if (date == nullptr) {
    const Range name = nearest_event(range.first, range.end, range, false);
    if (name.empty() || !context_.is_capital(name.first)) return;
    remember(context_.text(name));
    context_.reject(FactKind::event, name, "events.no_day");
    return;
  }
  // A date beside the event's name: "the (24 – 27 November) assembly", "the forum on 3 March".
  constexpr std::size_t beside = 6;
  for (std::size_t i = range.first; i < range.end; ++i) {
    const Range name = event_name(i, range);
    if (name.empty()) continue;
    const Span span = context_.span(name);
    const Span when = date->provenance.span;
    const std::uint32_t gap = span.begin > when.end   ? span.begin - when.end
                              : when.begin > span.end ? when.begin - span.end
                                                      : 0;
    if (gap > beside * 6) {  // six bytes a word
      if (context_.is_capital(name.first)) context_.reject(FactKind::event, name, "events.day_too_far");
      continue;
    }
    // "told Congress reporters": one word before a noun says whose that is.
    const std::size_t next = name.end;
    const bool modifies =
        name.end == name.first + 1 && next < range.end && context_.is_word(next) && !context_.is_capital(next) &&
        !phrases_.ends_as_past(next) && context_.claims[next] == Claim::none &&
        !context_.match(next, WordClass::held) &&
        !context_.tokens.is_any(next, mask(WordClass::function_word) | mask(WordClass::adverb) |
                                          mask(WordClass::past_marker) | mask(WordClass::future_marker) |
                                          mask(WordClass::reporting_verb));
    if (modifies && context_.is_capital(name.first)) {
      context_.reject(FactKind::event, name, "events.modifies");
      continue;
    }
    const EventStatus status = status_of(*date, range);
    if (status != EventStatus::planned && !context_.is_capital(name.end - 1)) {
      context_.reject(FactKind::event, name, "events.small_letters");
      continue;
    }
    // Where every noun has a capital, one word is no name ("the meeting of 3 March").
    if (status != EventStatus::planned && context_.pack.capital_nouns && name.end == name.first + 1) {
      context_.reject(FactKind::event, name, "events.small_letters");
      continue;
    }
    std::string place = place_in(s, range.first, range);
    const auto& dateline = context_.document.metadata.dateline;
    if (status != EventStatus::planned && dateline)
      place = dateline->country.empty() || dateline->place.find(dateline->country) != std::string::npos
                  ? dateline->place
                  : dateline->place + ", " + dateline->country;
    if (context_.trace != nullptr) context_.trace->add(Trigger{FactKind::event, span, when});
    add(name, date, place, status, "events.dated", 0.85);
    return;
  }
}

void EventPass::add(Range name, const DateMention* date, std::string place, EventStatus status, const char* rule,
                    double confidence) {
  std::vector<Event>& events = context_.document.facts.events;
  const std::string written = context_.text(name);
  const std::string full = full_name(name, written, status);
  const std::string folded = language::fold_case(full);
  if (const std::size_t found = known_as(folded, status); found < events.size()) {
    Event& known = events[found];
    if (known.start.empty() && date != nullptr) {
      known.start = date->start;
      known.end = date->end;
    }
    if (known.place.empty()) known.place = std::move(place);
    return;
  }
  event_by_name_.emplace(of_status(status, folded), events.size());
  for_each_end(folded, [&](const std::string& end) { event_by_end_.emplace(of_status(status, end), events.size()); });
  Event event;
  event.id = next_id('e', events.size());
  event.name = full;
  if (date != nullptr) {
    event.start = date->start;
    event.end = date->end;
  }
  event.place = std::move(place);
  event.status = status;
  event.provenance = context_.provenance(name, rule, confidence);
  events.push_back(std::move(event));
}

}  // namespace

void find_events(Context& context) { EventPass(context).run(); }

}  // namespace herald::facts
