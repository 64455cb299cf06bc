// One end of a date, as a small grammar over tokens: 27 November 2025, November 27, 2025-11-27, 27/11/2025,
// November 2025, 2025. What joins two of them is dates.cpp's matter.
#pragma once

#include <string_view>

#include "core/language/dates.hpp"

namespace herald::language {

/// What was read up to the token `end`; `pack` is the language of its words, -1 for forms without words.
struct Point {
  DateParts parts;
  std::size_t end = 0;
  int pack = -1;
  bool either_order = false;
  bool found() const noexcept { return end > 0; }
};

class PointReader {
 public:
  /// Reads the tokens before `end`; `language` is preferred, and "en-US" has the month of 03/04/2025 first.
  PointReader(const Tokens& tokens, std::size_t end, const Packs& packs, std::string_view language);

  /// The point that begins at token i, with its weekday; not found() where none does.
  Point point(std::size_t i) const;
  /// The point's year, where it stands behind it.
  Point with_year(Point point) const;
  /// A day of the month with its suffix; returns the token behind it, 0 where there is none.
  std::size_t day_at(std::size_t i, int& day) const;
  /// The token behind a weekday that a date follows, i where there is none.
  std::size_t skip_weekday(std::size_t i) const;
  Match calendar(std::size_t i, WordClass word_class) const {
    return i < end_ ? tokens_.calendar(i, word_class, preferred_) : Match{};
  }
  bool dash(std::size_t i) const { return i < end_ && tokens_.kind(i) == TokenKind::dash; }

 private:
  bool comma(std::size_t i) const;
  bool is_suffix(std::size_t i, const Match& suffix) const;
  int year_at(std::size_t i) const;
  int year_at(std::size_t i, int earliest, int latest) const;
  bool stands_clear(std::size_t i) const;
  bool is_amount(std::size_t i) const;
  bool is_counted(std::size_t i) const;
  bool is_small_year(std::size_t i) const;
  std::size_t skip_year_link(std::size_t i) const;
  std::size_t month_at(std::size_t i, int& month, int& pack, bool behind_day) const;
  Point iso(std::size_t i) const;
  Point numeric(std::size_t i) const;
  Point with_slashes(std::size_t i) const;
  Point hijri(int day, std::size_t month_at, const Match& month) const;
  std::size_t skip_era(std::size_t i) const;
  Point day_month(std::size_t i) const;
  Point month_point(std::size_t i) const;
  Point point_without_weekday(std::size_t i) const;

  const Tokens& tokens_;
  std::size_t end_;
  const Packs& packs_;
  int preferred_;
  bool month_first_;
};

/// The value of a number token of at most four digits, -1 for longer ones and other tokens.
int small_number(const Tokens& tokens, std::size_t i);
/// How many characters token i has.
int digit_count(const Tokens& tokens, std::size_t i);

}  // namespace herald::language
