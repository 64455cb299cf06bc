// Dates as written, by a small grammar over tokens: points (27 November 2025, November 27, 2025-11-27,
// 27/11/2025, November 2025, 2025) and ranges of them. Words come from the packs; what a missing year
// means is left to core/facts.
#include "core/language/dates.hpp"

#include <algorithm>

#include "core/language/text.hpp"

namespace herald::language {
namespace {

// Years that releases speak of. Outside of them four digits alone are a number.
constexpr int first_year = 1900;
constexpr int last_year = 2100;
// Years that a day and a month, or the form of the date, make sure.
constexpr int earliest_year = 1000;
constexpr int latest_year = 2999;

// The value of a number token of at most four digits, -1 for longer ones.
int small_number(const Tokens& tokens, std::size_t i) {
  if (tokens.kind(i) != TokenKind::number) return -1;
  const std::string_view written = tokens.source(i);
  int value = 0;
  int digits = 0;
  for (std::size_t at = 0; at < written.size();) {
    const CodePoint c = code_point_at(written, at);
    value = value * 10 + digit_value(c.value);
    at += c.length;
    if (++digits > 4) return -1;
  }
  return value;
}

int digit_count(const Tokens& tokens, std::size_t i) {
  int digits = 0;
  const std::string_view written = tokens.source(i);
  for (std::size_t at = 0; at < written.size(); at += code_point_at(written, at).length) ++digits;
  return digits;
}

struct Point {
  DateParts parts;
  std::size_t end = 0;
  int pack = -1;
  bool either_order = false;
  bool found() const noexcept { return end > 0; }
};

class Grammar {
 public:
  Grammar(const Tokens& tokens, std::size_t end, const Packs& packs, std::string_view language)
      : tokens_(tokens),
        end_(end),
        packs_(packs),
        preferred_(packs.index(language)),
        month_first_(language == "en-US") {}

  std::optional<DateMatch> at(std::size_t i) const;

 private:
  std::optional<DateMatch> any_at(std::size_t i) const;
  Match calendar(std::size_t i, WordClass word_class) const {
    return i < end_ ? tokens_.calendar(i, word_class, preferred_) : Match{};
  }
  bool dash(std::size_t i) const { return i < end_ && tokens_.kind(i) == TokenKind::dash; }
  bool comma(std::size_t i) const {
    return i < end_ && tokens_.kind(i) == TokenKind::mark && (tokens_.source(i) == "," || tokens_.source(i) == "،");
  }
  int year_at(std::size_t i) const { return year_at(i, first_year, last_year); }
  int year_at(std::size_t i, int earliest, int latest) const;
  bool stands_clear(std::size_t i) const;
  bool is_amount(std::size_t i) const;
  bool is_counted(std::size_t i) const;
  bool is_small_year(std::size_t i) const;
  std::size_t skip_year_link(std::size_t i) const;
  std::size_t day_at(std::size_t i, int& day) const;
  std::size_t month_at(std::size_t i, int& month, int& pack, bool behind_day) const;
  Point with_year(Point point) const;
  Point iso(std::size_t i) const;
  Point numeric(std::size_t i) const;
  Point day_month(std::size_t i) const;
  Point month_point(std::size_t i) const;
  Point point(std::size_t i) const;
  Point point_without_weekday(std::size_t i) const;
  std::size_t skip_weekday(std::size_t i) const;
  bool opens_pair(std::size_t begin) const;
  std::size_t range_link(std::size_t begin, std::size_t i) const;
  std::optional<DateMatch> day_range(std::size_t begin, std::size_t i) const;
  std::optional<DateMatch> range_from(std::size_t begin, const Point& first) const;
  bool stands_alone(std::size_t begin, const Point& point) const;
  DateMatch match(std::size_t begin, std::size_t end, const DateParts& first, std::optional<DateParts> last,
                  int pack) const;

  const Tokens& tokens_;
  std::size_t end_;
  const Packs& packs_;
  int preferred_;
  bool month_first_;
};

int Grammar::year_at(std::size_t i, int earliest, int latest) const {
  if (i >= end_ || tokens_.kind(i) != TokenKind::number || digit_count(tokens_, i) != 4) return 0;
  const int year = small_number(tokens_, i);
  if (year < earliest || year > latest) return 0;
  // Glued letters or a decimal part make it another number.
  if (tokens_.glued(i + 1) && i + 1 < end_) {
    if (tokens_.kind(i + 1) == TokenKind::word || tokens_.kind(i + 1) == TokenKind::mixed)
      return tokens_.folded(i + 1).starts_with("'") ? year : 0;
    if ((tokens_.is_mark(i + 1, '.') || tokens_.is_mark(i + 1, ',')) && tokens_.glued(i + 2) &&
        tokens_.kind(i + 2) == TokenKind::number)
      return 0;
    if (tokens_.is_mark(i + 1, '%')) return 0;
  }
  return year;
}

// "November, 2025", "noviembre de 2025": what may stand before the year.
std::size_t Grammar::skip_year_link(std::size_t i) const {
  if (comma(i)) return i + 1;
  if (const Match link = calendar(i, WordClass::date_link)) return i + link.count;
  return i;
}

// A day of the month with its suffix; returns the token behind it, 0 where there is none.
std::size_t Grammar::day_at(std::size_t i, int& day) const {
  if (i >= end_ || digit_count(tokens_, i) > 2) return 0;
  day = small_number(tokens_, i);
  if (day < 1 || day > 31) return 0;
  std::size_t next = i + 1;
  if (next < end_ && tokens_.glued(next)) {
    if (const Match suffix = calendar(next, WordClass::day_suffix)) return next + suffix.count;
    if (tokens_.kind(next) == TokenKind::word) return 0;
  }
  return next;
}

std::size_t Grammar::month_at(std::size_t i, int& month, int& pack, bool behind_day) const {
  const Match found = calendar(i, WordClass::month);
  if (!found) return 0;
  pack = found.phrase->pack;
  if (!behind_day && packs_.all()[static_cast<std::size_t>(pack)].capital_months && !tokens_[i].capital) return 0;
  month = static_cast<int>(found.phrase->value);
  std::size_t next = i + found.count;
  // Arabic releases name the month twice: "تشرين الثاني/نوفمبر".
  if (next < end_ && tokens_.is_mark(next, '/'))
    if (const Match twin = calendar(next + 1, WordClass::month); twin && twin.phrase->value == month)
      next += 1 + twin.count;
  // The full stop of an abbreviation ("Nov. 27"), not that of the sentence.
  if (next + 1 < end_ && tokens_.is_mark(next, '.') && tokens_.glued(next) && tokens_.folded(i).size() <= 5 &&
      (tokens_.kind(next + 1) == TokenKind::number || dash(next + 1) || comma(next + 1)))
    ++next;
  return next;
}

// Whether nothing that could be counted stands at token i.
bool Grammar::stands_clear(std::size_t i) const {
  return i >= end_ ||
         (tokens_.kind(i) != TokenKind::word && tokens_.kind(i) != TokenKind::mixed &&
          tokens_.kind(i) != TokenKind::number) ||
         tokens_.word(i).calendar != nullptr;
}

// Whether what stands at token i makes the number before it an amount: "2,500", "2 500", "5 million", "25%".
bool Grammar::is_amount(std::size_t i) const {
  if (i >= end_) return false;
  if (tokens_.kind(i) == TokenKind::number) return digit_count(tokens_, i) == 3;
  if (tokens_.is_mark(i, '%') || tokens_.match(i, WordClass::percent) || tokens_.match(i, WordClass::magnitude))
    return true;
  const bool joined =
      i + 1 < end_ && tokens_.glued(i) && tokens_.glued(i + 1) && (tokens_.is_mark(i, ',') || tokens_.is_mark(i, '.'));
  return joined && tokens_.kind(i + 1) == TokenKind::number && digit_count(tokens_, i + 1) != 4;
}

// Whether a noun in small letters stands at token i; nobody knows where the words of the language are not asked for.
bool Grammar::is_counted(std::size_t i) const {
  if (i >= end_ || !tokens_.has_words() || tokens_.kind(i) != TokenKind::word || tokens_[i].capital) return false;
  return tokens_.word(i).calendar == nullptr &&
         !tokens_.is_any(i, mask(WordClass::function_word) | mask(WordClass::determiner) | mask(WordClass::pronoun) |
                                mask(WordClass::reporting_verb) | mask(WordClass::past_marker) |
                                mask(WordClass::future_marker));
}

// "776." or "44 BC": a year before those that are read.
bool Grammar::is_small_year(std::size_t i) const {
  if (i >= end_ || tokens_.kind(i) != TokenKind::number || digit_count(tokens_, i) > 3) return false;
  const std::size_t next = i + 1;
  if (next < end_ && tokens_.kind(next) == TokenKind::word && tokens_[next].all_caps)
    return !calendar(next, WordClass::time_marker) && tokens_[next].space_before && stands_clear(next + 1);
  const bool part =
      next + 1 < end_ && tokens_.glued(next) && tokens_.glued(next + 1) && tokens_.kind(next + 1) == TokenKind::number;
  return digit_count(tokens_, i) == 3 && !part && stands_clear(next) && !(next < end_ && tokens_.is_mark(next, '%'));
}

// A year outside of those that releases speak of is one behind a day and month ("4 July 1776", but "on 5 May 1200
// people"), and behind a month where no noun follows. Where it may be one the date has no year that could be guessed,
// and is none.
Point Grammar::with_year(Point point) const {
  const std::size_t at = skip_year_link(point.end);
  int year = year_at(at);
  if (year == 0) {
    const int far = year_at(at, earliest_year, latest_year);
    const bool linked = at > point.end;
    const bool sure = point.parts.day != 0 && !linked && !is_counted(at + 1) && !is_amount(at + 1);
    if (far != 0 && (sure || stands_clear(at + 1)))
      year = far;
    else if ((far != 0 && !linked) || (is_small_year(point.end)))
      return {};
  }
  if (year == 0) return point;
  point.parts.year = year;
  point.end = at + 1;
  return is_calendar_date(point.parts) ? point : Point{};
}

Point Grammar::iso(std::size_t i) const {
  const int year = year_at(i, earliest_year, latest_year);
  if (year == 0 || !dash(i + 1) || !tokens_.glued(i + 1) || !dash(i + 3) || !tokens_.glued(i + 2) ||
      !tokens_.glued(i + 3) || !tokens_.glued(i + 4) || i + 4 >= end_)
    return {};
  const int month = small_number(tokens_, i + 2);
  const int day = small_number(tokens_, i + 4);
  if (month < 1 || day < 1 || !is_calendar_date({year, month, day})) return {};
  return {{year, month, day}, i + 5, -1};
}

// 27/11/2025, 11/27/2025, 27.11.2025.
Point Grammar::numeric(std::size_t i) const {
  if (i + 4 >= end_ || digit_count(tokens_, i) > 2) return {};
  const char mark = tokens_.is_mark(i + 1, '/') ? '/' : tokens_.is_mark(i + 1, '.') ? '.' : '\0';
  if (mark == '\0' || !tokens_.is_mark(i + 3, mark)) return {};
  for (std::size_t k = 1; k <= 4; ++k)
    if (!tokens_.glued(i + k)) return {};
  const int year = year_at(i + 4, earliest_year, latest_year);
  int day = small_number(tokens_, i);
  int month = small_number(tokens_, i + 2);
  if (year == 0 || digit_count(tokens_, i + 2) > 2) return {};
  const bool either_order = mark == '/' && day <= 12 && month <= 12 && day != month;
  if (mark == '/' && ((month_first_ && day <= 12) || month > 12)) std::swap(day, month);
  if (month < 1 || day < 1 || !is_calendar_date({year, month, day})) return {};
  return {{year, month, day}, i + 5, -1, either_order};
}

Point Grammar::day_month(std::size_t i) const {
  Point found;
  std::size_t next = day_at(i, found.parts.day);
  if (next == 0) return {};
  if (const Match link = calendar(next, WordClass::date_link)) next += link.count;
  next = month_at(next, found.parts.month, found.pack, true);
  if (next == 0 || !is_calendar_date(found.parts)) return {};
  found.end = next;
  return with_year(found);
}

// Begins with a month: "November 27, 2025", "November 2025", "November".
Point Grammar::month_point(std::size_t i) const {
  Point found;
  found.end = month_at(i, found.parts.month, found.pack, false);
  if (!found.found()) return {};
  int day = 0;
  if (const std::size_t next = day_at(found.end, day); next != 0 && is_calendar_date({0, found.parts.month, day})) {
    // "In July 30 countries met", but "On July 30 officials met".
    const bool counts = is_counted(next) && i > 0 && tokens_.calendar(i - 1, WordClass::period_leader, preferred_);
    if (is_amount(next) || counts) return found;
    Point with_day = found;
    with_day.parts.day = day;
    with_day.end = next;
    return with_year(with_day);
  }
  return with_year(found);
}

Point Grammar::point(std::size_t i) const {
  const std::size_t behind = skip_weekday(i);
  const Point found = point_without_weekday(behind);
  // A weekday belongs to a day; without one it is a word of its own.
  return behind == i || found.parts.day != 0 ? found : Point{};
}

Point Grammar::point_without_weekday(std::size_t i) const {
  if (i >= end_) return {};
  if (tokens_.kind(i) == TokenKind::number) {
    if (const Point found = iso(i); found.found()) return found;
    if (const Point found = numeric(i); found.found()) return found;
    if (const Point found = day_month(i); found.found()) return found;
    if (const int year = year_at(i); year != 0) return {{year, 0, 0}, i + 1, -1};
    return {};
  }
  return month_point(i);
}

std::size_t Grammar::skip_weekday(std::size_t i) const {
  const Match weekday = calendar(i, WordClass::weekday);
  if (!weekday) return i;
  std::size_t next = i + weekday.count;
  if (next < end_ && tokens_.is_mark(next, '.')) ++next;
  if (comma(next)) ++next;
  if (next < end_ && tokens_.kind(next) != TokenKind::number && !calendar(next, WordClass::month)) {
    if (const Match link = calendar(next, WordClass::range_open))
      next += link.count;
    else if (const Match of = calendar(next, WordClass::date_link))
      next += of.count;
    else
      return i;
  }
  return next < end_ && (tokens_.kind(next) == TokenKind::number || calendar(next, WordClass::month)) ? next : i;
}

// "between", "entre le": behind the articles that open other ranges, "and" joins two dates of their own.
bool Grammar::opens_pair(std::size_t begin) const {
  for (std::size_t back = 1; back <= 2 && back <= begin; ++back) {
    const Match open = tokens_.calendar(begin - back, WordClass::range_open, preferred_);
    if (open && open.count == back && open.phrase->code == "between") return true;
  }
  return false;
}

// The token behind "–", "to", "au"; `i` itself where there is none. "and" joins a range only where
// one was opened ("between 24 and 27 November").
std::size_t Grammar::range_link(std::size_t begin, std::size_t i) const {
  if (dash(i)) return i + 1;
  Match link = calendar(i, WordClass::range_link);
  if (!link && opens_pair(begin)) link = calendar(i, WordClass::number_link);
  if (!link) return i;
  const std::size_t next = i + link.count;
  const Match open = calendar(next, WordClass::range_open);
  return next + open.count;
}

DateMatch Grammar::match(std::size_t begin, std::size_t end, const DateParts& first, std::optional<DateParts> last,
                         int pack) const {
  DateMatch found;
  found.begin = tokens_[begin].begin;
  found.end = tokens_[end - 1].end;
  found.first = first;
  found.last = last;
  if (pack >= 0) found.language = packs_.all()[static_cast<std::size_t>(pack)].code;
  found.first_token = begin;
  found.end_token = end;
  return found;
}

// "24 – 27 November 2025": the first day borrows the month.
std::optional<DateMatch> Grammar::day_range(std::size_t begin, std::size_t i) const {
  int day = 0;
  const std::size_t next = day_at(i, day);
  if (next == 0) return std::nullopt;
  std::size_t second_at = range_link(begin, next);
  // "24 and 25 November" are two days in a row.
  const Match both = second_at == next ? calendar(next, WordClass::number_link) : Match{};
  if (both) second_at = next + both.count;
  if (second_at == next || second_at >= end_) return std::nullopt;
  const Point second = point(second_at);
  if (both && second.parts.day != day + 1) return std::nullopt;
  if (!second.found() || second.parts.day <= day || second.parts.month == 0 || second.pack < 0) return std::nullopt;
  DateParts first = second.parts;
  first.day = day;
  return match(begin, second.end, first, second.parts, second.pack);
}

std::optional<DateMatch> Grammar::range_from(std::size_t begin, const Point& first) const {
  const std::size_t second_at = range_link(begin, first.end);
  if (second_at == first.end || second_at >= end_) return std::nullopt;
  // "2025-26"
  if (first.parts.month == 0 && dash(first.end) && tokens_.glued(first.end) && tokens_.glued(second_at) &&
      digit_count(tokens_, second_at) == 2) {
    const int year = first.parts.year / 100 * 100 + small_number(tokens_, second_at);
    if (year == first.parts.year + 1) return match(begin, second_at + 1, first.parts, DateParts{year, 0, 0}, -1);
  }
  const Point second = point(second_at);
  DateParts from = first.parts;
  // "November 24-27, 2025": the second day borrows the month.
  if (from.day != 0 && (!second.found() || second.parts.month == 0)) {
    int day = 0;
    const std::size_t next = day_at(second_at, day);
    if (next == 0 || day <= from.day || from.month == 0 || from.year != 0 || !is_calendar_date({0, from.month, day}))
      return std::nullopt;
    const Point last = with_year({{0, from.month, day}, next, first.pack});
    if (!last.found()) return std::nullopt;
    from.year = last.parts.year;
    return match(begin, last.end, from, last.parts, first.pack);
  }
  if (!second.found()) return std::nullopt;
  DateParts to = second.parts;
  if ((from.day != 0) != (to.day != 0) || (from.month != 0) != (to.month != 0)) return std::nullopt;
  if (from.year == 0)
    from.year = to.year != 0 && to.month < from.month ? to.year - 1 : to.year;
  else if (to.year == 0)
    to.year = to.month < from.month ? from.year + 1 : from.year;
  const auto order = [](const DateParts& parts) { return (parts.year * 100 + parts.month) * 100 + parts.day; };
  if (from.year != 0 && order(to) <= order(from)) return std::nullopt;
  DateMatch found = match(begin, second.end, from, to, second.pack >= 0 ? second.pack : first.pack);
  found.either_order = first.either_order || second.either_order;
  return found;
}

// Whether a month or a year without more stands where one is meant.
bool Grammar::stands_alone(std::size_t begin, const Point& point) const {
  if (point.parts.day != 0) return true;
  if (point.parts.month != 0 && point.parts.year != 0) return true;
  if (point.parts.year != 0 && begin > 0 && tokens_.is_mark(begin - 1, '(') && tokens_.is_mark(point.end, ')'))
    return true;
  // Looks back over at most three words: "by the end of", "no later than".
  for (std::size_t back = 1; back <= 3 && back <= begin; ++back) {
    const Match leader = tokens_.calendar(begin - back, WordClass::period_leader, preferred_);
    if (leader && leader.count == back) return true;
  }
  return false;
}

std::optional<DateMatch> Grammar::at(std::size_t i) const {
  std::optional<DateMatch> found = any_at(i);
  if (!found || !is_calendar_date(found->first) || (found->last && !is_calendar_date(*found->last)))
    return std::nullopt;
  // What a day before it made no date of ("29 February 2023") is none without the day.
  const int before = i > 0 ? small_number(tokens_, i - 1) : -1;
  const bool loose_day = found->first.day == 0 && found->first.month != 0 && before >= 1 && before <= 31 &&
                         tokens_.kind(i) == TokenKind::word && digit_count(tokens_, i - 1) <= 2;
  return loose_day ? std::nullopt : found;
}

std::optional<DateMatch> Grammar::any_at(std::size_t i) const {
  const std::size_t at = skip_weekday(i);
  if (const std::optional<DateMatch> days = day_range(i, at)) return days;
  const Point first = point(at);
  if (!first.found()) return std::nullopt;
  // A date of another language than the text's must be a whole one: "Mars 2020" is a name in English.
  if (first.pack >= 0 && preferred_ >= 0 && first.pack != preferred_ && (first.parts.day == 0 || first.parts.year == 0))
    return std::nullopt;
  // Glued to letters or a dash before it, a number belongs to a code, unless it has words of its own.
  const bool glued_before = i > 0 && tokens_.glued(i) && tokens_.kind(i - 1) != TokenKind::boundary &&
                            !tokens_.is_mark(i - 1, '(') && !tokens_.is_mark(i - 1, ',') &&
                            !tokens_.is_mark(i - 1, ':') && !tokens_.is_mark(i - 1, ';') &&
                            tokens_.kind(i - 1) != TokenKind::quote;
  if (glued_before && first.pack < 0 && tokens_.kind(i - 1) != TokenKind::dash) return std::nullopt;
  if (const std::optional<DateMatch> range = range_from(i, first)) {
    if (glued_before && range->first.month == 0) return std::nullopt;
    // "2026-2030" is a period, "the years 1990 to 2000" too; with words between them, years need their leader.
    if (range->first.month != 0 || dash(first.end) || stands_alone(i, first) ||
        (i > 0 && tokens_.calendar(i - 1, WordClass::range_open, preferred_)))
      return range;
  }
  if (glued_before && first.pack < 0 && first.parts.month == 0) return std::nullopt;
  if (!stands_alone(i, first)) return std::nullopt;
  DateMatch found = match(i, first.end, first.parts, std::nullopt, first.pack);
  found.either_order = first.either_order;
  return found;
}

}  // namespace

std::vector<DateMatch> find_dates(const Tokens& tokens, std::size_t first, std::size_t end, const Packs& packs,
                                  std::string_view language) {
  const Grammar grammar(tokens, end, packs, language);
  std::vector<DateMatch> dates;
  for (std::size_t i = first; i < end;) {
    const bool may_begin = tokens.kind(i) == TokenKind::number || tokens.word(i).calendar != nullptr;
    std::optional<DateMatch> found = may_begin ? grammar.at(i) : std::nullopt;
    if (found) {
      i = found->end_token;
      dates.push_back(std::move(*found));
    } else {
      ++i;
    }
  }
  return dates;
}

std::vector<DateMatch> find_dates(std::string_view text, const Packs& packs, std::string_view language) {
  Tokens tokens(text, nullptr, &packs.calendar());
  tokens.add(0, text.size());
  return find_dates(tokens, 0, tokens.size(), packs, language);
}

}  // namespace herald::language
