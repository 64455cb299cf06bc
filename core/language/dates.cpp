// Dates as written, by a small grammar over tokens: points (date_points.hpp) and ranges of them. Words come from the
// packs; what a missing year means is left to core/facts.
#include "core/language/dates.hpp"

#include "core/language/date_points.hpp"

namespace herald::language {
namespace {

class Grammar {
 public:
  Grammar(const Tokens& tokens, std::size_t end, const Packs& packs, std::string_view language)
      : tokens_(tokens),
        end_(end),
        packs_(packs),
        preferred_(packs.index(language)),
        points_(tokens, end, packs, language) {}

  std::optional<DateMatch> at(std::size_t i) const;

 private:
  std::optional<DateMatch> any_at(std::size_t i) const;
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
  PointReader points_;
};

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
  if (points_.dash(i)) return i + 1;
  Match link = points_.calendar(i, WordClass::range_link);
  if (!link && opens_pair(begin)) link = points_.calendar(i, WordClass::number_link);
  if (!link) return i;
  const std::size_t next = i + link.count;
  const Match open = points_.calendar(next, WordClass::range_open);
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
  const std::size_t next = points_.day_at(i, day);
  if (next == 0) return std::nullopt;
  std::size_t second_at = range_link(begin, next);
  // "24 and 25 November" are two days in a row.
  const Match both = second_at == next ? points_.calendar(next, WordClass::number_link) : Match{};
  if (both) second_at = next + both.count;
  if (second_at == next || second_at >= end_) return std::nullopt;
  const Point second = points_.point(second_at);
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
  if (first.parts.month == 0 && points_.dash(first.end) && tokens_.glued(first.end) && tokens_.glued(second_at) &&
      digit_count(tokens_, second_at) == 2) {
    const int year = first.parts.year / 100 * 100 + small_number(tokens_, second_at);
    if (year == first.parts.year + 1) return match(begin, second_at + 1, first.parts, DateParts{year, 0, 0}, -1);
  }
  const Point second = points_.point(second_at);
  DateParts from = first.parts;
  // "November 24-27, 2025": the second day borrows the month.
  if (from.day != 0 && (!second.found() || second.parts.month == 0)) {
    int day = 0;
    const std::size_t next = points_.day_at(second_at, day);
    if (next == 0 || day <= from.day || from.month == 0 || from.year != 0 || !is_calendar_date({0, from.month, day}))
      return std::nullopt;
    const Point last = points_.with_year({{0, from.month, day}, next, first.pack});
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
  const std::size_t at = points_.skip_weekday(i);
  if (const std::optional<DateMatch> days = day_range(i, at)) return days;
  const Point first = points_.point(at);
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
    if (range->first.month != 0 || points_.dash(first.end) || stands_alone(i, first) ||
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
