// Byte patterns, in one pass each; nothing here is validated, only told apart from prose.
#include "core/reading/contact_details.hpp"

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
    const bool years = groups == 2 && digits == 8 && first_group == 4;
    const bool one_number = groups == 1 && !plus;
    if (digits >= fewest && digits <= most && !date_like && !years && !one_number) return true;
    at = end > at ? end : at + 1;
  }
  return false;
}

bool has_web_address(std::string_view text) {
  return text.find("://") != std::string_view::npos || text.find("www.") != std::string_view::npos;
}

}  // namespace herald::reading
