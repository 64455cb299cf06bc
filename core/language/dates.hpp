// Dates as they are written, in any language that has a pack, and not yet resolved: what is missing
// (a year, a day) stays missing. Reading asks for the date line and the dateline's date, facts for
// every date of the text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/pack.hpp"
#include "core/language/tokens.hpp"

namespace herald::language {

/// One end of a date; 0 is "not written". A year alone, a month with or without year, a day with its month.
struct DateParts {
  int year = 0;
  int month = 0;
  int day = 0;
  friend bool operator==(const DateParts&, const DateParts&) = default;
};

/// Whether the calendar has such a day; a month or day of 0 is not given, and without a year February has 29.
bool is_calendar_date(const DateParts& parts) noexcept;

/// A date or range at bytes [begin, end) of the text. For a range, parts that only one end has
/// written are given to both ("24 – 27 November 2025"). `language` is the pack that matched, "" for
/// forms without words (2025-11-27, 27/11/2025).
struct DateMatch {
  std::size_t begin = 0;
  std::size_t end = 0;
  DateParts first;
  std::optional<DateParts> last;
  std::string language;
  std::size_t first_token = 0;  // tokens [first_token, end_token), where tokens were given
  std::size_t end_token = 0;
  bool either_order = false;  // 03/04/2025, where nothing but the language says which one the month is
};

/// All dates of the text, in order, without overlaps. `language` is tried before the other packs and
/// settles 03/04/2025 (month first only for en-US or where the day cannot be a month).
std::vector<DateMatch> find_dates(std::string_view text, const Packs& packs, std::string_view language);

/// The same over tokens [first, end) that were cut with packs.calendar(); begin and end are offsets
/// into the tokens' text.
std::vector<DateMatch> find_dates(const Tokens& tokens, std::size_t first, std::size_t end, const Packs& packs,
                                  std::string_view language);

/// The date where the text is nothing but a date (weekday, time of day and a label such as "Date:"
/// aside), as in a release's date line.
std::optional<DateMatch> whole_date(std::string_view text, const Packs& packs, std::string_view language);

/// "2025-11-27", "2025-11", "2025"; "" where there is no year.
std::string iso_date(const DateParts& parts);

}  // namespace herald::language
