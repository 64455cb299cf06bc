// See date_points.hpp. Words come from the packs; what a missing year means is left to core/facts.
#include "core/language/date_points.hpp"

#include <utility>

#include "core/language/hijri.hpp"
#include "core/language/text.hpp"

namespace herald::language {
namespace {

// Years that releases speak of. Outside of them four digits alone are a number.
constexpr int first_year = 1900;
constexpr int last_year = 2100;
// Years that a day and a month, or the form of the date, make sure.
constexpr int earliest_year = 1000;
constexpr int latest_year = 2999;

}  // namespace

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

PointReader::PointReader(const Tokens& tokens, std::size_t end, const Packs& packs, std::string_view language)
    : tokens_(tokens), end_(end), packs_(packs), preferred_(packs.index(language)), month_first_(language == "en-US") {}

bool PointReader::comma(std::size_t i) const {
  return i < end_ && tokens_.kind(i) == TokenKind::mark && (tokens_.source(i) == "," || tokens_.source(i) == "،");
}

int PointReader::year_at(std::size_t i) const { return year_at(i, first_year, last_year); }

int PointReader::year_at(std::size_t i, int earliest, int latest) const {
  if (i >= end_ || tokens_.kind(i) != TokenKind::number || digit_count(tokens_, i) != 4) return 0;
  const int year = small_number(tokens_, i);
  if (year < earliest || year > latest) return 0;
  // Glued letters or a decimal part make it another number.
  if (tokens_.glued(i + 1) && i + 1 < end_) {
    if (tokens_.kind(i + 1) == TokenKind::word || tokens_.kind(i + 1) == TokenKind::mixed)
      return tokens_.folded(i + 1).starts_with("'") || calendar(i + 1, WordClass::era) ? year : 0;
    if ((tokens_.is_mark(i + 1, '.') || tokens_.is_mark(i + 1, ',')) && tokens_.glued(i + 2) &&
        tokens_.kind(i + 2) == TokenKind::number)
      return 0;
    if (tokens_.is_mark(i + 1, '%')) return 0;
  }
  return year;
}

// "2024م", "1445 هـ": the token behind the letters that say which years are counted.
std::size_t PointReader::skip_era(std::size_t i) const { return i + calendar(i, WordClass::era).count; }

// "November, 2025", "noviembre de 2025": what may stand before the year.
std::size_t PointReader::skip_year_link(std::size_t i) const {
  if (comma(i)) return i + 1;
  if (const Match link = calendar(i, WordClass::date_link)) return i + link.count;
  return i;
}

// A mark ("3. Mai") is one in a text of its language, or before a month of it; and not the point of a decimal.
bool PointReader::is_suffix(std::size_t i, const Match& suffix) const {
  if (tokens_.kind(i) == TokenKind::word) return true;
  const std::size_t behind = i + suffix.count;
  if (behind < end_ && tokens_.glued(behind) && tokens_.kind(behind) == TokenKind::number) return false;
  const int pack = suffix.phrase->pack;
  if (pack == preferred_) return true;
  const Match month = behind < end_ ? tokens_.calendar(behind, WordClass::month, pack) : Match{};
  return month && month.phrase->pack == pack;
}

std::size_t PointReader::day_at(std::size_t i, int& day) const {
  if (i >= end_ || digit_count(tokens_, i) > 2) return 0;
  day = small_number(tokens_, i);
  if (day < 1 || day > 31) return 0;
  std::size_t next = i + 1;
  if (next < end_ && tokens_.glued(next)) {
    if (const Match suffix = calendar(next, WordClass::day_suffix); suffix && is_suffix(next, suffix))
      return next + suffix.count;
    if (tokens_.kind(next) == TokenKind::word) return 0;
  }
  return next;
}

std::size_t PointReader::month_at(std::size_t i, int& month, int& pack, bool behind_day) const {
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
bool PointReader::stands_clear(std::size_t i) const {
  return i >= end_ ||
         (tokens_.kind(i) != TokenKind::word && tokens_.kind(i) != TokenKind::mixed &&
          tokens_.kind(i) != TokenKind::number) ||
         tokens_.word(i).calendar != nullptr;
}

// Whether what stands at token i makes the number before it an amount: "2,500", "2 500", "5 million", "25%".
bool PointReader::is_amount(std::size_t i) const {
  if (i >= end_) return false;
  if (tokens_.kind(i) == TokenKind::number) return digit_count(tokens_, i) == 3;
  if (tokens_.is_mark(i, '%') || tokens_.match(i, WordClass::percent) || tokens_.match(i, WordClass::magnitude))
    return true;
  const bool joined =
      i + 1 < end_ && tokens_.glued(i) && tokens_.glued(i + 1) && (tokens_.is_mark(i, ',') || tokens_.is_mark(i, '.'));
  return joined && tokens_.kind(i + 1) == TokenKind::number && digit_count(tokens_, i + 1) != 4;
}

// Whether a noun in small letters stands at token i; nobody knows where the words of the language are not asked for.
bool PointReader::is_counted(std::size_t i) const {
  if (i >= end_ || !tokens_.has_words() || tokens_.kind(i) != TokenKind::word || tokens_[i].capital) return false;
  return tokens_.word(i).calendar == nullptr &&
         !tokens_.is_any(i, mask(WordClass::function_word) | mask(WordClass::determiner) | mask(WordClass::pronoun) |
                                mask(WordClass::reporting_verb) | mask(WordClass::past_marker) |
                                mask(WordClass::future_marker));
}

// "776." or "44 BC": a year before those that are read.
bool PointReader::is_small_year(std::size_t i) const {
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
Point PointReader::with_year(Point point) const {
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
  point.end = skip_era(at + 1);
  return is_calendar_date(point.parts) ? point : Point{};
}

Point PointReader::iso(std::size_t i) const {
  const int year = year_at(i, earliest_year, latest_year);
  if (year == 0 || !dash(i + 1) || !tokens_.glued(i + 1) || !dash(i + 3) || !tokens_.glued(i + 2) ||
      !tokens_.glued(i + 3) || !tokens_.glued(i + 4) || i + 4 >= end_)
    return {};
  const int month = small_number(tokens_, i + 2);
  const int day = small_number(tokens_, i + 4);
  if (month < 1 || day < 1 || !is_calendar_date({year, month, day})) return {};
  return {{year, month, day}, i + 5, -1};
}

// 2025/11/27, and of the Islamic calendar 1447/6/6 and 6/6/1447: its years are so far from the civil ones that no mark
// is needed to tell.
Point PointReader::with_slashes(std::size_t i) const {
  if (i + 4 >= end_ || !tokens_.is_mark(i + 1, '/') || !tokens_.is_mark(i + 3, '/')) return {};
  const bool year_first = digit_count(tokens_, i) == 4;
  const int day = small_number(tokens_, year_first ? i + 4 : i);
  const int month = small_number(tokens_, i + 2);
  const std::size_t year_at_token = year_first ? i : i + 4;
  const int year = year_at(year_at_token, earliest_year, latest_year);
  const std::size_t end = skip_era(i + 5);
  if (year == 0 || month < 1 || day < 1 || digit_count(tokens_, i + 2) > 2) return {};
  if (year >= first_hijri_year && year <= last_hijri_year) {
    const std::optional<DateParts> civil = from_hijri({year, month, day});
    return civil ? Point{*civil, end, -1} : Point{};
  }
  if (!year_first || !is_calendar_date({year, month, day})) return {};
  return {{year, month, day}, end, -1};
}

// 27/11/2025, 11/27/2025, 27.11.2025, 27-11-2025.
Point PointReader::numeric(std::size_t i) const {
  if (i + 4 >= end_ || digit_count(tokens_, i) > 2) return {};
  const char mark = tokens_.is_mark(i + 1, '/') ? '/' : tokens_.is_mark(i + 1, '.') ? '.' : dash(i + 1) ? '-' : '\0';
  if (mark == '\0' || !(mark == '-' ? dash(i + 3) : tokens_.is_mark(i + 3, mark))) return {};
  for (std::size_t k = 1; k <= 4; ++k)
    if (tokens_.glued(i + k) != (mark == '/' ? tokens_.glued(i + 1) : true)) return {};
  // Between hyphens codes stand as well: only a year that releases speak of makes one a date, and no more digits.
  if (mark == '-' && (year_at(i + 4) == 0 || (dash(i + 5) && tokens_.glued(i + 5) && tokens_.glued(i + 6)))) return {};
  const int year = year_at(i + 4, earliest_year, latest_year);
  int day = small_number(tokens_, i);
  int month = small_number(tokens_, i + 2);
  if (year == 0 || digit_count(tokens_, i + 2) > 2) return {};
  const bool has_orders = mark != '.';
  const bool either_order = has_orders && day <= 12 && month <= 12 && day != month;
  if (has_orders && ((month_first_ && day <= 12) || month > 12)) std::swap(day, month);
  if (month < 1 || day < 1 || !is_calendar_date({year, month, day})) return {};
  return {{year, month, day}, skip_era(i + 5), -1, either_order};
}

Point PointReader::day_month(std::size_t i) const {
  Point found;
  std::size_t next = day_at(i, found.parts.day);
  if (next == 0) return {};
  // "27-Nov-2025", "27/Nov/2025"
  const auto joins = [&](std::size_t k) {
    return k + 1 < end_ && tokens_.glued(k) && (tokens_.is_mark(k, '/') || (dash(k) && tokens_.glued(k + 1)));
  };
  const bool hyphens = joins(next);
  if (const Match link = calendar(next, WordClass::date_link)) next += link.count;
  if (const Match islamic = calendar(next, WordClass::hijri_month)) return hijri(found.parts.day, next, islamic);
  next = month_at(hyphens ? next + 1 : next, found.parts.month, found.pack, true);
  if (next == 0 || !is_calendar_date(found.parts)) return {};
  found.end = next;
  if (!hyphens) return with_year(found);
  found.parts.year = joins(next) ? year_at(next + 1) : 0;
  found.end = next + 2;
  return found.parts.year != 0 && is_calendar_date(found.parts) ? found : Point{};
}

// "15 شعبان 1445هـ": without its year the day is as likely this one's as the last one's.
Point PointReader::hijri(int day, std::size_t month_at, const Match& month) const {
  const std::size_t at = skip_year_link(month_at + month.count);
  const int year = year_at(at, first_hijri_year, last_hijri_year);
  const auto civil = year == 0 ? std::nullopt : from_hijri({year, static_cast<int>(month.phrase->value), day});
  return civil ? Point{*civil, skip_era(at + 1), month.phrase->pack} : Point{};
}

// Begins with a month: "November 27, 2025", "November 2025", "November".
Point PointReader::month_point(std::size_t i) const {
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

Point PointReader::point(std::size_t i) const {
  const std::size_t behind = skip_weekday(i);
  const Point found = point_without_weekday(behind);
  // A weekday belongs to a day; without one it is a word of its own.
  return behind == i || found.parts.day != 0 ? found : Point{};
}

Point PointReader::point_without_weekday(std::size_t i) const {
  if (i >= end_) return {};
  if (tokens_.kind(i) == TokenKind::number) {
    if (const Point found = iso(i); found.found()) return found;
    if (const Point found = with_slashes(i); found.found()) return found;
    if (const Point found = numeric(i); found.found()) return found;
    if (const Point found = day_month(i); found.found()) return found;
    if (const int year = year_at(i); year != 0) return {{year, 0, 0}, i + 1, -1};
    return {};
  }
  return month_point(i);
}

std::size_t PointReader::skip_weekday(std::size_t i) const {
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

}  // namespace herald::language
