// Dates of the text. What is written whole comes from core/language/dates; here a missing year is
// found from the date of publication and the tense, relative words are resolved, and each date gets
// its role. Without a date of publication nothing is resolved: what the text does not say stays out.
#include <algorithm>
#include <cstdlib>

#include "core/facts/calendar.hpp"
#include "core/facts/passes.hpp"
#include "core/language/date_points.hpp"
#include "core/language/dates.hpp"
#include "core/language/text.hpp"

namespace herald::facts {
namespace {

using language::DateMatch;

constexpr double doubted = 0.5;  // is_doubted(): such a date stands in the workbook alone

enum class Order { unknown, day_first, month_first };

// The value of a day's one or two digits, of any script.
int value_of(std::string_view digits) {
  int value = 0;
  for (std::size_t at = 0; at < digits.size() && value < 100;) {
    const language::CodePoint c = language::code_point_at(digits, at);
    value = value * 10 + language::digit_value(c.value);
    at += c.length;
  }
  return value;
}

bool has_numeric_date(const Tokens& tokens) {
  for (std::size_t i = 0; i + 4 < tokens.size(); ++i)
    if (tokens.kind(i) == TokenKind::number && tokens.is_mark(i + 1, '/') && tokens.kind(i + 2) == TokenKind::number &&
        tokens.is_mark(i + 3, '/'))
      return true;
  return false;
}

// What the dateline's country writes; Canada writes both.
Order order_of_dateline(const Context& context) {
  const auto& dateline = context.document.metadata.dateline;
  if (!dateline) return Order::unknown;
  for (std::size_t i = 0; i < context.tokens.size() && context.tokens[i].begin < dateline->span.end; ++i) {
    if (!dateline->span.contains(context.tokens[i].span())) continue;
    // "New Jersey" is no island in the Channel.
    if (i > 0 && context.is_capital(i - 1)) continue;
    const Match country = context.match(i, WordClass::country);
    if (country && country.phrase->code != "CA")
      return country.phrase->code == "US" ? Order::month_first : Order::day_first;
  }
  return Order::unknown;
}

// What a date in words has first, behind its weekday: "Monday, November 27, 2025".
Order order_of_words(const Context& context, const DateMatch& date) {
  for (std::size_t i = date.first_token; i < date.end_token; ++i) {
    if (context.tokens.kind(i) == TokenKind::number) return Order::day_first;
    if (context.tokens.calendar(i, WordClass::month, -1)) return Order::month_first;
  }
  return Order::unknown;
}

// One order that several signs agree on; of signs that contradict each other none is to be followed.
class Evidence {
 public:
  void add(Order order) {
    if (order == Order::unknown) return;
    contradicted_ = contradicted_ || (order_ != Order::unknown && order_ != order);
    order_ = order;
  }
  bool contradicted() const { return contradicted_; }
  Order order() const { return contradicted_ ? Order::unknown : order_; }

 private:
  Order order_ = Order::unknown;
  bool contradicted_ = false;
};

// Which of 03/04/2025 is the month: as the other numeric dates of the release have it (27/11/2025); else as the
// dateline's country does and the dates in words do ("November 27, 2025"), where these agree.
Order order_of_numeric(const Context& context) {
  if (!has_numeric_date(context.tokens)) return Order::unknown;
  Evidence numeric;
  Evidence others;
  for (const Range& sentence : context.sentences)
    for (const DateMatch& date : language::find_dates(context.tokens, sentence.first, sentence.end, context.packs,
                                                      context.document.metadata.language)) {
      if (date.first.day == 0 || date.either_order) continue;
      const std::size_t first = date.first_token;
      // With the year first there is but one order; a year that is not the written one is of another calendar.
      if (context.tokens.is_mark(first + 1, '/') && context.tokens.is_mark(first + 3, '/') &&
          language::small_number(context.tokens, first + 4) != date.first.year)
        continue;
      if (!context.tokens.is_mark(first + 1, '/'))
        others.add(order_of_words(context, date));
      else if (date.first.day != date.first.month)
        numeric.add(date.first.day == value_of(context.tokens.source(first)) ? Order::day_first : Order::month_first);
    }
  if (numeric.contradicted() || numeric.order() != Order::unknown) return numeric.order();
  others.add(order_of_dateline(context));
  return others.order();
}

class DatePass {
 public:
  explicit DatePass(Context& context)
      : context_(context),
        reference_(parse_iso_date(context.reference_date)),
        order_(order_of_numeric(context)),
        // The grammar reads the month first for American English alone.
        language_(order_ == Order::month_first ? "en-US" : context.document.metadata.language) {
    if (reference_ && reference_->day == 0) reference_.reset();
  }

  void read(Range sentence, bool date_line) {
    written_ = language::find_dates(context_.tokens, sentence.first, sentence.end, context_.packs, language_);
    std::size_t next = 0;
    for (std::size_t i = sentence.first; i < sentence.end;) {
      if (next < written_.size() && written_[next].first_token == i) {
        if (next + 1 < written_.size() && is_told_again(written_[next], written_[next + 1]))
          context_.claim({i, written_[next].end_token}, Claim::date);
        else
          take_written(written_[next], date_line);
        i = written_[next++].end_token;
      } else {
        const std::size_t end = reference_ && !date_line ? take_relative(i) : i;
        if (end == i) note_none(i, sentence);
        i = std::max(end, i + 1);
      }
    }
  }

 private:
  bool is_told_again(const DateMatch& match, const DateMatch& next) const;
  Tense tense_near(std::size_t first) const;
  bool is_past_verb(std::size_t i) const;
  void take_written(const DateMatch& match, bool date_line);
  void take_days_before(std::size_t first, DateParts date, DateRole role);
  std::size_t take_relative(std::size_t i);
  void note_none(std::size_t i, Range sentence) const;
  std::size_t take_weekday(std::size_t i);
  std::size_t take_shifted_period(std::size_t i);
  DateRole role_of(Range range, const DateParts& first, bool range_of_dates) const;
  void add(Range range, DateParts first, std::optional<DateParts> last, bool relative, DateRole role, const char* rule,
           double confidence);

  Context& context_;
  std::optional<DateParts> reference_;
  Order order_;
  std::string language_;
  std::vector<DateMatch> written_;
};

// "15 رمضان 1446هـ الموافق 15 آذار 2025م": one day of two calendars, of which the second is civil. Sightings of the
// moon may put the first one off.
bool DatePass::is_told_again(const DateMatch& match, const DateMatch& next) const {
  constexpr long furthest = 2;  // days
  const Match link = context_.match(match.end_token, WordClass::date_link);
  if (!link || match.end_token + link.count != next.first_token || match.first.day == 0 || next.first.day == 0 ||
      match.first.year == 0)
    return false;
  DateParts other = next.first;
  if (other.year == 0) other.year = match.first.year;
  return std::abs(day_number(match.first) - day_number(other)) <= furthest;
}

bool DatePass::is_past_verb(std::size_t i) const {
  if (context_.match(i, WordClass::past_marker)) return true;
  if (!context_.is_word(i) || context_.is_capital(i)) return false;
  const std::string_view word = context_.tokens.folded(i);
  const auto& endings = context_.pack.past_endings;
  return std::any_of(endings.begin(), endings.end(), [word](const std::string& end) { return word.ends_with(end); });
}

// Looks at the clause before a date: the last word within ten tokens that tells a time settles it.
Tense DatePass::tense_near(std::size_t first) const {
  const Range sentence = context_.sentence_range(first);
  constexpr std::size_t reach = 10;
  Tense tense = Tense::unknown;
  for (std::size_t i = first > sentence.first + reach ? first - reach : sentence.first; i < first; ++i) {
    if (context_.match(i, WordClass::future_marker))
      tense = Tense::future;
    else if (is_past_verb(i))
      tense = Tense::past;
  }
  return tense;
}

void DatePass::take_written(const DateMatch& match, bool date_line) {
  const Range range{match.first_token, match.end_token};
  DateParts first = match.first;
  std::optional<DateParts> last = match.last;
  bool relative = false;
  if (first.year == 0) {
    if (!reference_) {
      context_.claim(range, Claim::date);  // still no figure
      context_.reject(FactKind::date, range, "dates.no_day_to_count_from");
      return;
    }
    relative = true;
    // A deadline is to come.
    const bool deadline = static_cast<bool>(context_.tokens.match_before(range.first, WordClass::deadline_leader));
    Tense tense = tense_near(range.first);
    if (deadline && tense != Tense::past) tense = Tense::future;
    // In speech a month alone is as often every year's ("it is hot in June") as one of the calendar.
    const bool day_given = (last ? *last : first).day != 0;
    if (tense == Tense::unknown && !day_given && context_.in_speech[range.first]) {
      context_.reject(FactKind::date, range, "dates.month_in_speech");
      context_.claim(range, Claim::date);
      return;
    }
    // Where the pack cannot tell the past from the present, a month is past more often than not.
    if (tense == Tense::unknown && context_.pack.past_endings.empty()) tense = Tense::past;
    DateParts& latest = last ? *last : first;
    // Days are written without a year when they are near, whatever the tense; months when they are past.
    const DateParts written = latest;
    const bool either = latest.day != 0 && tense == Tense::past;
    latest = with_nearest_year(latest, *reference_, either ? Tense::unknown : tense);
    if (latest.year == 0) latest = with_nearest_year(written, *reference_, tense);
    if (last) first.year = first.month > last->month ? last->year - 1 : last->year;
    if (latest.year == 0 || !language::is_calendar_date(first)) {
      context_.reject(FactKind::date, range, "dates.no_such_day");
      context_.claim(range, Claim::date);
      return;
    }
  }
  DateRole role = role_of(range, first, last.has_value());
  if (date_line) role = DateRole::published;
  if (!last && first.day != 0) take_days_before(range.first, first, role);
  // 03/04/2025 is as often March as April.
  const double confidence = match.either_order && order_ == Order::unknown ? doubted : 0.98;
  add(range, first, last, relative, role, relative ? "dates.without_year" : "dates.written",
      relative ? 0.85 : confidence);
}

// "on 11, 15 and 22 January": the days before the one that has the month.
void DatePass::take_days_before(std::size_t first, DateParts date, DateRole role) {
  constexpr std::size_t most_days = 6;
  const std::size_t begin = context_.sentence_range(first).first;
  if (context_.tokens.kind(first) != TokenKind::number) return;
  std::vector<DateParts> days;
  std::size_t at = first;
  while (days.size() < most_days && at >= begin + 2) {
    const bool joined = days.empty() ? context_.is(at - 1, WordClass::list_link) : context_.is_comma(at - 1);
    const int day = language::small_number(context_.tokens, at - 2);
    if (!joined || day < 1 || day >= date.day || context_.claims[at - 2] != Claim::none) break;
    date.day = day;
    if (!language::is_calendar_date(date)) break;
    days.push_back(date);
    at -= 2;
  }
  for (; !days.empty(); days.pop_back(), at += 2)
    add({at, at + 1}, days.back(), std::nullopt, true, role, "dates.day_list", 0.8);
}

std::size_t DatePass::take_relative(std::size_t i) {
  // "Morgen" is tomorrow in small letters and a morning with a capital, where nouns have one.
  const bool noun = context_.pack.capital_nouns && context_.is_capital(i) && !context_.opens_sentence(i);
  if (const Match day = context_.match(i, WordClass::relative_day); day && !noun) {
    const Range range{i, i + day.count};
    const DateParts date = date_of_day(day_number(*reference_) + static_cast<long>(day.phrase->value));
    add(range, date, std::nullopt, true, role_of(range, date, false), "dates.relative_day", 0.9);
    return range.end;
  }
  if (const std::size_t end = take_shifted_period(i); end > i) return end;
  return take_weekday(i);
}

// What looks like a date and is none: a day that the calendar has not, a word that counts from a day nobody has given.
void DatePass::note_none(std::size_t i, Range sentence) const {
  if (context_.trace == nullptr) return;
  const Tokens& tokens = context_.tokens;
  const bool number = tokens.kind(i) == TokenKind::number && tokens[i].end - tokens[i].begin <= 2;
  if (number && tokens.calendar(i + 1, WordClass::month, -1) &&
      (context_.is_capital(i + 1) || !context_.pack.capital_months))
    context_.reject(FactKind::date, {i, i + 2}, "dates.no_such_day");
  if (number && i + 4 < sentence.end && tokens.is_mark(i + 1, '/') && tokens.kind(i + 2) == TokenKind::number &&
      tokens.is_mark(i + 3, '/') && tokens.kind(i + 4) == TokenKind::number)
    context_.reject(FactKind::date, {i, i + 5}, "dates.no_such_day");
  const Match day = context_.match(i, WordClass::relative_day);
  if (!reference_ && day) context_.reject(FactKind::date, {i, i + day.count}, "dates.no_day_to_count_from");
}

// "on Monday": the last one, or with a word of the future the next one.
std::size_t DatePass::take_weekday(std::size_t i) {
  const Match weekday = context_.match(i, WordClass::weekday);
  // Abbreviations (sat, sun, mar) are words of other meanings too.
  constexpr std::uint32_t shortest = 5;
  if (!weekday || context_.tokens[i].end - context_.tokens[i].begin < shortest) return i;
  if (context_.pack.capital_months && !context_.is_capital(i)) return i;
  if (context_.is_title_case(i)) {
    context_.reject(FactKind::date, {i, i + weekday.count}, "dates.weekday_in_title");
    return i;
  }
  const long today = day_number(*reference_);
  const int wanted = static_cast<int>(weekday.phrase->value);
  const int back = (weekday_of_day(today) - wanted + 7) % 7;
  Tense tense = tense_near(i);
  if (i > context_.sentence_range(i).first)
    if (const Match shift = context_.match(i - 1, WordClass::shift); shift && shift.phrase->value > 0)
      tense = Tense::future;
  // Who is quoted tells of some Monday, not of the one before the release.
  if (context_.in_speech[i] && tense != Tense::future) {
    context_.reject(FactKind::date, {i, i + weekday.count}, "dates.weekday_in_speech");
    return i;
  }
  const long day = tense == Tense::future ? today + (7 - back) % 7 : today - back;
  const Range range{i, i + weekday.count};
  const DateParts date = date_of_day(day);
  add(range, date, std::nullopt, true, role_of(range, date, false), "dates.weekday", 0.75);
  return range.end;
}

// "last year", "l'année prochaine": shift and period in either order.
std::size_t DatePass::take_shifted_period(std::size_t i) {
  Match shift = context_.match(i, WordClass::shift);
  Match period = context_.match(shift ? i + shift.count : i, WordClass::period_word);
  if (!period) return i;
  if (!shift) shift = context_.match(i + period.count, WordClass::shift);
  if (!shift) return i;
  DateParts date;
  const int value = static_cast<int>(shift.phrase->value);
  if (period.phrase->code == "year") {
    date.year = reference_->year + value;
  } else if (period.phrase->code == "month") {
    const int months = reference_->year * 12 + reference_->month - 1 + value;
    date = {months / 12, months % 12 + 1, 0};
  } else {
    context_.reject(FactKind::date, {i, i + shift.count + period.count}, "dates.week_or_season");
    return i;  // weeks and seasons have no place in an ISO date
  }
  const Range range{i, i + shift.count + period.count};
  add(range, date, std::nullopt, true, DateRole::mentioned, "dates.shifted_period", 0.8);
  return range.end;
}

DateRole DatePass::role_of(Range range, const DateParts& first, bool range_of_dates) const {
  if (const auto& dateline = context_.document.metadata.dateline;
      dateline && dateline->span.contains(context_.span(range)))
    return DateRole::published;
  if (context_.tokens.match_before(range.first, WordClass::deadline_leader)) return DateRole::deadline;
  if (range_of_dates && first.day == 0) return DateRole::period;
  if (first.day == 0) return DateRole::mentioned;
  const Range sentence = context_.sentence_range(range.first);
  constexpr std::size_t reach = 40;  // tokens to both sides; sentences are rarely longer
  const std::size_t from = range.first > sentence.first + reach ? range.first - reach : sentence.first;
  for (std::size_t i = from; i < std::min(sentence.end, range.end + reach); ++i)
    if (context_.match(i, WordClass::planned) || context_.match(i, WordClass::held) ||
        (range_of_dates && context_.match(i, WordClass::event)))
      return DateRole::event;
  return range_of_dates ? DateRole::period : DateRole::mentioned;
}

void DatePass::add(Range range, DateParts first, std::optional<DateParts> last, bool relative, DateRole role,
                   const char* rule, double confidence) {
  context_.claim(range, Claim::date);
  DateMention date;
  date.start = language::iso_date(first);
  if (date.start.empty()) return;
  if (last) date.end = language::iso_date(*last);
  date.precision = first.month == 0 ? DatePrecision::year : first.day == 0 ? DatePrecision::month : DatePrecision::day;
  date.role = role;
  date.relative = relative;
  date.as_written = context_.text(range);
  date.provenance = context_.provenance(range, rule, confidence);
  std::vector<DateMention>& dates = context_.document.facts.dates;
  date.id = next_id('d', dates.size());
  dates.push_back(std::move(date));
}

}  // namespace

void find_dates(Context& context) {
  DatePass pass(context);
  for (std::size_t s = 0; s < context.sentences.size(); ++s) {
    if (context.sentences[s].empty()) continue;
    const bool date_line = context.document.blocks[context.document.sentences[s].block].kind == BlockKind::date_line;
    pass.read(context.sentences[s], date_line);
    if (date_line) context.claim(context.sentences[s], Claim::rejected);
  }
}

}  // namespace herald::facts
