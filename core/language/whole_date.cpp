// A line that is nothing but a date, and the forms in which a date is kept and checked. How dates are written is
// dates.cpp's matter.
#include <chrono>

#include "core/language/dates.hpp"

namespace herald::language {
namespace {

// Digits of an ISO date with its time ("2025-11-27T10:30Z") or a time of day behind a date.
bool is_time_rest(const Tokens& tokens, std::size_t i, const Packs& packs) {
  for (; i < tokens.size(); ++i) {
    const TokenKind kind = tokens.kind(i);
    if (kind == TokenKind::number || kind == TokenKind::mark || kind == TokenKind::dash || kind == TokenKind::mixed)
      continue;
    if (tokens.calendar(i, WordClass::time_marker, -1)) continue;
    // Time zones: GMT, CET, ET, Z.
    const std::size_t length = tokens[i].end - tokens[i].begin;
    if (kind == TokenKind::word && (length == 1 || (tokens[i].all_caps && length <= 4))) continue;
    return false;
  }
  return !packs.all().empty();
}

std::size_t skip_label(const Tokens& tokens, const Packs& packs) {
  std::size_t best = 0;
  for (const Pack& pack : packs.all()) {
    for (const std::string& label : pack.date_labels) {
      // Cheap, and true of nearly every label; which words it has is asked of the rest.
      if (tokens.size() == 0 || !label.starts_with(tokens.folded(0))) continue;
      const std::vector<std::string> words = phrase_words(label);
      if (words.size() <= best || words.size() >= tokens.size()) continue;
      bool same = true;
      for (std::size_t i = 0; i < words.size() && same; ++i) same = tokens.folded(i) == words[i];
      if (same) best = words.size();
    }
  }
  return best;
}

// The date that begins at this token.
std::optional<DateMatch> date_at(const Tokens& tokens, std::size_t first, const Packs& packs,
                                 std::string_view language) {
  std::vector<DateMatch> dates = find_dates(tokens, first, tokens.size(), packs, language);
  return dates.empty() || dates.front().first_token != first ? std::nullopt : std::optional(std::move(dates.front()));
}

}  // namespace

std::optional<DateMatch> whole_date(std::string_view text, const Packs& packs, std::string_view language) {
  // No date line is longer; what is longer is not looked at.
  constexpr std::size_t longest = 160;
  // Most lines have no digit (ASCII, or the lead bytes of Arabic ones) and so no date.
  if (text.size() > longest || text.find_first_of("0123456789\xD9\xDB") == std::string_view::npos) return std::nullopt;
  Tokens tokens(text, nullptr, &packs.calendar());
  tokens.add(0, text.size());
  std::size_t first = skip_label(tokens, packs);
  while (first < tokens.size() && (tokens.kind(first) == TokenKind::mark || tokens.kind(first) == TokenKind::dash))
    ++first;
  if (first >= tokens.size()) return std::nullopt;
  std::optional<DateMatch> found = date_at(tokens, first, packs, language);
  // A line that is nothing but a month and year is a date even without the words around it; in any language.
  if (!found) found = date_at(tokens, first, packs, "");
  if (!found || found->first.month == 0) return std::nullopt;
  return is_time_rest(tokens, found->end_token, packs) ? found : std::nullopt;
}

bool is_calendar_date(const DateParts& parts) noexcept {
  // The bounds come first: std::chrono keeps months and days in a byte, where 257 would be 1.
  if (parts.month < 0 || parts.month > 12 || parts.day < 0 || parts.day > 31) return false;
  if (parts.month == 0 || parts.day == 0) return true;
  return (std::chrono::year(parts.year) / parts.month / parts.day).ok();
}

std::string iso_date(const DateParts& parts) {
  if (parts.year == 0) return {};
  const auto padded = [](int value, std::size_t width) {
    std::string digits = std::to_string(value);
    return std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
  };
  std::string iso = padded(parts.year, 4);
  if (parts.month != 0) iso += "-" + padded(parts.month, 2);
  if (parts.month != 0 && parts.day != 0) iso += "-" + padded(parts.day, 2);
  return iso;
}

}  // namespace herald::language
