// The parser of pages has the list of two thousand names; it is asked rather than copied.
#include "core/reading/html/entities.hpp"

#include <algorithm>
#include <cctype>

#include "core/reading/html/tree.hpp"

namespace herald::reading {
namespace {

// The longest name of HTML has 31 letters.
constexpr std::size_t longest_reference = 34;

}  // namespace

std::size_t reference_length(std::string_view text) {
  if (text.size() < 3 || text[0] != '&') return 0;
  const std::size_t end = text.substr(0, longest_reference).find(';');
  if (end == std::string_view::npos || end < 2) return 0;
  std::string_view name = text.substr(1, end - 1);
  const auto all = [](std::string_view part, int (*fits)(int)) {
    return !part.empty() &&
           std::all_of(part.begin(), part.end(), [&](char c) { return fits(static_cast<unsigned char>(c)) != 0; });
  };
  bool fits = false;
  if (name[0] != '#')
    fits = all(name, std::isalnum);
  else if (name.size() > 2 && (name[1] == 'x' || name[1] == 'X'))
    fits = all(name.substr(2), std::isxdigit);
  else
    fits = all(name.substr(1), std::isdigit);
  return fits ? end + 1 : 0;
}

std::string bound_references(std::string_view source) {
  std::string bounded;
  for (std::size_t at = source.find("&#"); at != std::string_view::npos; at = source.find("&#", at)) {
    at += 2;
    const bool hexadecimal = at < source.size() && (source[at] == 'x' || source[at] == 'X');
    if (hexadecimal) ++at;
    const auto is_digit = [&](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return (hexadecimal ? std::isxdigit(byte) : std::isdigit(byte)) != 0;
    };
    while (at < source.size() && source[at] == '0') ++at;
    const std::size_t first = at;
    while (at < source.size() && is_digit(source[at])) ++at;
    // 999,999,999 and 0x9999999 are beyond U+10FFFF and within an int.
    const std::size_t most_digits = hexadecimal ? 7 : 9;
    if (at - first <= most_digits) continue;
    if (bounded.empty()) bounded = source;
    bounded.replace(first, at - first - most_digits, at - first - most_digits, '0');
    bounded.replace(at - most_digits, most_digits, most_digits, '9');
  }
  return bounded;
}

const std::string& References::text(std::string_view reference) {
  // A text with ever new references is hostile: what it gains is time, not memory.
  constexpr std::size_t most_known = 4096;
  if (known_.size() >= most_known) known_.clear();
  const auto [entry, is_new] = known_.try_emplace(std::string(reference));
  if (!is_new) return entry->second;
  const HtmlTree tree(entry->first);
  std::string text;
  if (const GumboNode* body = tree.body()) {
    const GumboVector& parts = children_of(*body);
    for (unsigned i = 0; i < parts.length; ++i) {
      const GumboNode& part = child(parts, i);
      if (part.type == GUMBO_NODE_TEXT || part.type == GUMBO_NODE_WHITESPACE) text += part.v.text.text;
    }
  }
  // White space alone is dropped by the parser where it opens a page, and a name that is not known stays as it is.
  if (text != entry->first) entry->second = std::move(text);
  return entry->second;
}

}  // namespace herald::reading
