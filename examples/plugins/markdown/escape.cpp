// See escape.hpp.
#include "escape.hpp"

#include <algorithm>
#include <cctype>

namespace herald_markdown {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Bytes of letters beyond ASCII count as letters: "naïve_file" has no emphasis either.
bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

/// `text` at `at` begins a character reference ("&amp;", "&#8211;"); "R&D" does not.
bool begins_reference(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '#')) ++end;
  return end > at + 1 && end < text.size() && text[end] == ';';
}

bool needs_escape(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '<':
    case '~':  // GitHub strikes out what stands between two
    case '$':  // GitHub sets mathematics between two, and releases are full of sums
      return true;
    case '_':  // between letters it is only itself: file_name
      return at == 0 || at + 1 == text.size() || !is_word(text[at - 1]) || !is_word(text[at + 1]);
    case '&':
      return begins_reference(text, at);
    default:
      return false;
  }
}

}  // namespace

std::string escape_inline(std::string_view text) {
  std::string result;
  result.reserve(text.size() + text.size() / 16);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (needs_escape(text, i)) result += '\\';
    result += text[i];
  }
  return result;
}

std::string escape_line_start(std::string text) {
  // Four spaces would make code of it.
  text.erase(0, std::min(text.find_first_not_of(" \t"), text.size()));
  if (text.empty()) return text;
  if (std::string_view("#+-=>|:").find(text.front()) != std::string_view::npos) return "\\" + text;
  // Ten digits and more begin no list (section 5.2).
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  const bool marker = digits > 0 && digits < 10 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
  if (marker && (digits + 1 == text.size() || text[digits + 1] == ' ')) text.insert(digits, "\\");
  return text;
}

std::string escape_cell(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '|') result += '\\';
    result += c == '\n' ? ' ' : c;
  }
  return result;
}

std::string link_target(std::string_view target) {
  std::string lower(target.substr(0, 8));
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const auto begins = [&](std::string_view scheme) { return lower.compare(0, scheme.size(), scheme) == 0; };
  if (!begins("http://") && !begins("https://") && !begins("mailto:")) return {};
  static constexpr char hex[] = "0123456789ABCDEF";
  std::string result;
  for (const char c : target) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7f || std::string_view("<>()\\`\"").find(c) != std::string_view::npos) {
      result += {'%', hex[byte >> 4], hex[byte & 15]};
    } else {
      result += c;
    }
  }
  return result;
}

std::string yaml_text(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return result + "\"";
}

}  // namespace herald_markdown
