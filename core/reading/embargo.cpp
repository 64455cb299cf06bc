// The date is found as any date is, then taken out of the line, so that its digits are no hour; what is left is looked
// through for a time of day: 18:00, 18.00 and 18 h 00, 6 p.m., 0001 hrs, and the words that packs have for hours.
#include "core/reading/embargo.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "core/language/text.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

constexpr int minutes_of_hour = 60;
constexpr int minutes_of_half_day = 12 * minutes_of_hour;
constexpr int minutes_of_day = 2 * minutes_of_half_day;
// Longer lines are text; the bound keeps the search for phrases linear.
constexpr std::size_t longest_line = 400;

bool is_word_character(char32_t c) { return language::is_letter(c) || language::is_digit(c); }

/// Whether `phrase` stands at `at` of the text as words of its own.
bool stands_at(std::string_view text, std::size_t at, std::string_view phrase) {
  if (text.substr(at, phrase.size()) != phrase) return false;
  const std::size_t end = at + phrase.size();
  const bool starts = at == 0 || !is_word_character(language::code_point_before(text, at).value);
  // A phrase that ends in a stop or sign ends wherever it ends.
  const bool bounded = is_word_character(language::code_point_before(phrase, phrase.size()).value);
  return starts && (!bounded || end >= text.size() || !is_word_character(language::code_point_at(text, end).value));
}

std::size_t find_phrase(std::string_view text, std::string_view phrase) {
  for (std::size_t at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
    if (stands_at(text, at, phrase)) return at;
  }
  return std::string_view::npos;
}

/// Reads a time of day in a folded text without dates.
class ClockReader {
 public:
  ClockReader(std::string_view text, const language::Packs& packs) : text_(text), packs_(packs) {}

  /// Minutes since midnight.
  std::optional<int> read() {
    for (at_ = 0; at_ < text_.size();) {
      const std::size_t begin = at_;
      const language::CodePoint point = language::code_point_at(text_, at_);
      const bool starts = at_ == 0 || !is_part_of_number(language::code_point_before(text_, at_).value);
      if (starts && language::is_digit(point.value)) {
        if (const auto time = read_number()) return time;
      } else if (starts) {
        if (const auto time = read_word()) return time;
      }
      at_ = std::max(at_, begin + point.length);
    }
    return std::nullopt;
  }

 private:
  static bool is_part_of_number(char32_t c) { return is_word_character(c) || c == U'.' || c == U',' || c == U':'; }

  /// The digits at at_: their value and how many they are.
  std::pair<int, int> digits() {
    constexpr int most = 5;
    int value = 0;
    int count = 0;
    while (at_ < text_.size() && count < most) {
      const language::CodePoint point = language::code_point_at(text_, at_);
      if (!language::is_digit(point.value)) break;
      value = value * 10 + language::digit_value(point.value);
      ++count;
      at_ += point.length;
    }
    return {value, count};
  }

  void skip_spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  /// The longest phrase of the packs at at_ is passed over.
  bool take(std::vector<std::string> language::Pack::*list) {
    const std::size_t before = at_;
    skip_spaces();
    std::size_t longest = 0;
    for (const language::Pack& pack : packs_.all()) {
      for (const std::string& phrase : pack.*list) {
        const bool stands = text_.substr(at_, phrase.size()) == phrase &&
                            (at_ + phrase.size() >= text_.size() ||
                             !language::is_letter(language::code_point_at(text_, at_ + phrase.size()).value));
        if (stands) longest = std::max(longest, phrase.size());
      }
    }
    at_ = longest == 0 ? before : at_ + longest;
    return longest > 0;
  }

  /// Two digits behind a colon, a stop or nothing but space; -1 where they are none.
  int minutes_here() {
    const std::size_t before = at_;
    const auto [value, count] = digits();
    if (count == 2 && value < minutes_of_hour) return value;
    at_ = before;
    return -1;
  }

  std::optional<int> read_number() {
    const auto [value, count] = digits();
    if (count == 4) return read_four(value);
    if (count > 2 || value >= 24) return std::nullopt;
    int minutes = -1;
    if (at_ < text_.size() && (text_[at_] == ':' || text_[at_] == '.')) {
      ++at_;
      minutes = minutes_here();
    }
    const bool has_mark = take(&language::Pack::hour_marks);
    if (has_mark && minutes < 0) {
      skip_spaces();
      minutes = minutes_here();
    }
    const int time = value * minutes_of_hour + std::max(minutes, 0);
    const std::optional<int> half = in_half_day(time);
    if (half) return half;
    return has_mark || minutes >= 0 ? std::optional(time) : std::nullopt;
  }

  /// "0001 hrs", "1800 GMT".
  std::optional<int> read_four(int value) {
    if (value / 100 >= 24 || value % 100 >= minutes_of_hour) return std::nullopt;
    if (!take(&language::Pack::hour_marks)) {
      constexpr std::size_t longest_zone = 4;
      skip_spaces();
      std::size_t letters = 0;
      while (at_ + letters < text_.size() && language::is_letter(static_cast<unsigned char>(text_[at_ + letters])))
        ++letters;
      if (letters < 2 || letters > longest_zone) return std::nullopt;
    }
    return value / 100 * minutes_of_hour + value % 100;
  }

  /// "noon"; in Arabic the hours have names of their own.
  std::optional<int> read_word() {
    std::size_t longest = 0;  // the twelfth hour may begin with the word of the second
    int time = 0;
    for (const language::Pack& pack : packs_.all()) {
      for (const auto& [word, minutes] : pack.clock_words) {
        if (word.size() <= longest || !stands_at(text_, at_, word)) continue;
        longest = word.size();
        time = minutes;
      }
    }
    if (longest == 0) return std::nullopt;
    at_ += longest;
    const std::optional<int> half = in_half_day(time);
    return half ? half : std::optional(time);
  }

  /// The time with the mark of its half of the day, which may stand a word behind ("6 GMT p.m." is not written).
  std::optional<int> in_half_day(int time) {
    if (time > minutes_of_half_day + minutes_of_hour) return std::nullopt;
    const bool twelve = time >= minutes_of_half_day;
    if (take(&language::Pack::evening_marks)) return twelve ? time : time + minutes_of_half_day;
    if (take(&language::Pack::morning_marks)) return twelve ? time - minutes_of_half_day : time;
    return std::nullopt;
  }

  std::string_view text_;
  const language::Packs& packs_;
  std::size_t at_ = 0;
};

std::string two_digits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

bool names_embargo(std::string_view line, const language::Packs& packs) {
  const std::string folded = language::fold_case(line.substr(0, longest_line));
  for (const language::Pack& pack : packs.all()) {
    for (const std::string& phrase : pack.embargo_phrases) {
      if (find_phrase(folded, phrase) != std::string::npos) return true;
    }
  }
  return false;
}

bool begins_with_embargo(std::string_view line, const language::Packs& packs) {
  const auto phrase = starts_with_phrase(line, packs, &language::Pack::embargo_phrases);
  if (!phrase) return false;
  const std::size_t next = line.find_first_not_of(' ', phrase->length);
  // "Embargo on grain is lifted" is a title.
  return phrase->phrase.find(' ') != std::string_view::npos || next == std::string_view::npos || line[next] == ':';
}

Embargo read_embargo(std::string_view line, const language::Packs& packs, std::string_view language) {
  line = line.substr(0, longest_line);
  Embargo embargo;
  std::string rest(line);
  for (const language::DateMatch& date : language::find_dates(line, packs, language)) {
    if (date.first.month == 0 || date.first.day == 0) continue;
    embargo.day = date.first;
    rest = std::string(line.substr(0, date.begin)) + " ; " + std::string(line.substr(date.end));
    break;
  }
  const std::string folded = language::fold_case(rest);
  if (const auto minutes = ClockReader(folded, packs).read(); minutes && *minutes < minutes_of_day)
    embargo.time = two_digits(*minutes / minutes_of_hour) + ":" + two_digits(*minutes % minutes_of_hour);
  return embargo;
}

std::string embargo_text(Embargo embargo, std::string_view published) {
  if (embargo.day.month == 0 || embargo.day.day == 0) return {};
  if (embargo.day.year == 0) {
    if (published.size() < 4) return {};
    embargo.day.year = std::atoi(std::string(published.substr(0, 4)).c_str());
    if (published.size() == 10 && language::iso_date(embargo.day) < published) ++embargo.day.year;
  }
  const std::string day = language::iso_date(embargo.day);
  return embargo.time.empty() ? day : day + "T" + embargo.time;
}

}  // namespace herald::reading
