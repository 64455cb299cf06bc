// HTML escaping, code point by code point, and the check of addresses.
#include "formats/template/escape.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace herald::templates {
namespace {

struct CodePoint {
  char32_t value = 0xFFFD;
  std::size_t length = 1;
  bool damaged = true;
};

/// The code point at the head of the text (RFC 3629: shortest form, no surrogates, up to U+10FFFF).
CodePoint decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1, false};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return {};
  char32_t value = lead & (0xFF >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {};
    value = (value << 6) | (byte(i) & 0x3F);
  }
  constexpr std::array<char32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
  if (value < least[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {};
  return {value, length, false};
}

bool is_separator(char32_t c) { return c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029; }

/// Characters that an HTML document may not hold, as such or as a reference (HTML Living Standard, 13.1.4).
bool is_forbidden(char32_t c) {
  if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
  if (c >= 0x7F && c <= 0x9F) return true;
  return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

constexpr char32_t pop_embedding = 0x202C;
constexpr char32_t pop_isolate = 0x2069;

bool opens_embedding(char32_t c) { return c == 0x202A || c == 0x202B; }
bool is_override(char32_t c) { return c == 0x202D || c == 0x202E; }
bool opens_isolate(char32_t c) { return c >= 0x2066 && c <= 0x2068; }

std::string_view bytes_of(char32_t closing) { return closing == pop_isolate ? "\xE2\x81\xA9" : "\xE2\x80\xAC"; }

/// Keeps count of open bidi controls; says whether a control is to be kept.
class BidiBalance {
 public:
  bool keep(char32_t c) {
    if (is_override(c)) return false;
    if (opens_embedding(c) || opens_isolate(c)) {
      open_.push_back(opens_isolate(c) ? pop_isolate : pop_embedding);
      return true;
    }
    if (c != pop_embedding && c != pop_isolate) return true;
    if (open_.empty() || open_.back() != c) return false;
    open_.pop_back();
    return true;
  }

  void close(std::string& text) {
    for (; !open_.empty(); open_.pop_back()) text += bytes_of(open_.back());
  }

 private:
  std::vector<char32_t> open_;
};

std::string_view reference(char32_t c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

bool is_plain(char c) { return c >= ' ' && c < 0x7F && c != '&' && c != '<' && c != '>' && c != '"' && c != '\''; }

bool starts_with_ignoring_case(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && std::equal(lower.begin(), lower.end(), text.begin(), [](char a, char b) {
           return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + 32) : b);
         });
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size() + text.size() / 8);
  BidiBalance bidi;
  while (!text.empty()) {
    const auto run = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_plain) - text.begin());
    escaped += text.substr(0, run);
    text.remove_prefix(run);
    if (text.empty()) break;
    const CodePoint c = decode(text);
    if (c.damaged)
      escaped += "\xEF\xBF\xBD";
    else if (const std::string_view named = reference(c.value); !named.empty())
      escaped += named;
    else if (is_separator(c.value))
      escaped += ' ';
    else if (!is_forbidden(c.value) && bidi.keep(c.value))
      escaped += text.substr(0, c.length);
    text.remove_prefix(c.length);
  }
  bidi.close(escaped);
  return escaped;
}

std::optional<std::string> safe_address(std::string_view address) {
  constexpr std::size_t longest = 2000;  // what browsers and mail clients agree on
  while (!address.empty() && address.front() == ' ') address.remove_prefix(1);
  while (!address.empty() && address.back() == ' ') address.remove_suffix(1);
  std::size_t rest = 0;
  for (const std::string_view scheme : {"https://", "http://", "mailto:"})
    if (starts_with_ignoring_case(address, scheme)) rest = scheme.size();
  if (rest == 0 || address.size() == rest || address.size() > longest) return std::nullopt;
  std::string safe;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80) {
      constexpr std::string_view digits = "0123456789ABCDEF";
      safe += {'%', digits[byte >> 4], digits[byte & 15]};
    } else if (byte <= ' ' || byte == 0x7F || c == '"' || c == '<' || c == '>' || c == '\\' || c == '`') {
      return std::nullopt;
    } else {
      safe += c;
    }
  }
  return safe;
}

}  // namespace herald::templates
