// Byte patterns, in one pass each; nothing here is validated, only told apart from prose.
#include "core/reading/contact_details.hpp"

#include "core/reading/words.hpp"

#include <cstddef>

namespace herald::reading {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '_' ||
         c == '+';
}

bool is_inside_address(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  // No word before a number that one would call is longer; addresses begin with their scheme.
  constexpr std::size_t longest = 60;
  while (begin > 0 && at - begin < longest && text[begin - 1] != ' ') --begin;
  const std::string_view token = text.substr(begin, at - begin);
  return token.find("://") != std::string_view::npos || token.find("www.") != std::string_view::npos;
}

/// Bytes of a day in figures at `at`, with the glued parts that dates have ("03/05/2026"), or 0.
std::size_t length_of_day(std::string_view text, std::size_t at) {
  std::size_t groups[3] = {};
  std::size_t end = at;
  char mark = '\0';
  for (std::size_t& group : groups) {
    while (end < text.size() && is_digit(text[end])) {
      ++group;
      ++end;
    }
    if (&group == &groups[2]) break;
    const bool parts = end < text.size() && (text[end] == '/' || text[end] == '.' || text[end] == '-');
    if (group == 0 || !parts || (mark != '\0' && text[end] != mark)) return 0;
    mark = text[end++];
  }
  const bool day_first = groups[0] <= 2 && groups[1] <= 2 && groups[2] == 4;
  const bool year_first = groups[0] == 4 && groups[1] <= 2 && groups[2] > 0 && groups[2] <= 2;
  return day_first || year_first ? end - at : 0;
}

}  // namespace

bool has_mail_address(std::string_view text) {
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    if (at == 0 || !is_name(text[at - 1])) continue;
    bool dot = false;
    for (std::size_t i = at + 1; i < text.size() && is_name(text[i]); ++i) {
      if (text[i] == '.' && i > at + 1 && i + 1 < text.size() && is_name(text[i + 1])) dot = true;
    }
    if (dot) return true;
  }
  return false;
}

bool has_telephone(std::string_view text) {
  // E.164 allows 15 digits; seven is a local number. "1,234,567" has commas, "2025-11-27" eight digits in
  // the groups of a date: neither looks like a number to call.
  constexpr std::size_t fewest = 7;
  constexpr std::size_t most = 15;
  std::size_t at = 0;
  while (at < text.size()) {
    if (!is_digit(text[at]) && text[at] != '+') {
      ++at;
      continue;
    }
    const bool plus = text[at] == '+' || (at > 0 && text[at - 1] == '(');
    // The digits of a web address.
    if (at > 0 && !is_digit(text[at - 1]) && is_inside_address(text, at)) {
      while (at < text.size() && text[at] != ' ') ++at;
      continue;
    }
    if (at > 0 && (is_name(text[at - 1]) || text[at - 1] == '$' || text[at - 1] == ',')) {
      while (at < text.size() && (is_name(text[at]) || text[at] == ',')) ++at;
      continue;
    }
    // "03/05/2026 - 16h20": the hour behind a day makes no number of both.
    if (const std::size_t day = length_of_day(text, at); day > 0 && !plus) {
      at += day;
      continue;
    }
    std::size_t digits = 0;
    std::size_t groups = 0;
    std::size_t first_group = 0;
    std::size_t last_group = 0;
    bool spaced = false;
    bool space = false;
    bool in_group = false;
    std::size_t end = at;
    for (; end < text.size(); ++end) {
      const char c = text[end];
      if (is_digit(c)) {
        if (!in_group) {
          ++groups;
          last_group = 0;
        }
        in_group = true;
        spaced = spaced || space;
        ++digits;
        ++last_group;
        if (groups == 1) ++first_group;
      } else if (c == ' ' || c == '-' || c == '.' || c == '(' || c == ')' || c == '/' || c == '+') {
        in_group = false;
        space = space || c == ' ';  // counts once digits follow it
      } else {
        break;
      }
    }
    // "03/05/2026", "3-5-2026", and "2026-05-03".
    const bool day_first = first_group <= 2 && digits - first_group - last_group <= 2 && last_group == 4 && !spaced;
    const bool year_first = first_group == 4 && digits == 8;
    const bool date_like = groups == 3 && (year_first || day_first) && !plus;
    // "2026/031", "2014 - 530 words", "2014 2018"
    const bool years = groups == 2 && first_group == 4 && (digits == 8 || is_year(text.substr(at, first_group)));
    const bool one_number = groups == 1 && !plus;
    // "2026-58-AB": what a dash joins to letters is a code.
    const bool code = end < text.size() && text[end - 1] == '-' && is_name(text[end]);
    if (digits >= fewest && digits <= most && !date_like && !years && !one_number && !code) return true;
    at = end > at ? end : at + 1;
  }
  return false;
}

bool has_web_address(std::string_view text) {
  return text.find("://") != std::string_view::npos || text.find("www.") != std::string_view::npos;
}

}  // namespace herald::reading
