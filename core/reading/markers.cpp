// Recognises markers by character, not by language.
#include "core/reading/markers.hpp"

#include "core/language/text.hpp"

namespace herald::reading {
namespace {

bool is_bullet(char32_t c) {
  switch (c) {
    case U'•':
    case U'·':
    case U'▪':
    case U'▫':
    case U'◦':
    case U'●':
    case U'○':
    case U'‣':
    case U'⁃':
    case U'■':
    case U'□':
    case U'➢':
    case U'➤':
    case U'►':
    case U'▶':
    case U'▸':
    case U'◆':
    case U'◇':
    case U'★':
    case U'✓':
    case U'✔':
    case U'✅':
    case U'→':
    case U'⇒':
    case U'❖':
    case U'∙':
    case U'・':
      return true;
    default:
      // Bullets of symbol fonts, as office programs leave them: U+F0B7, U+F0A7, U+F0D8 and their like.
      return c >= 0xF020 && c <= 0xF0FF;
  }
}

/// Bytes of white space at `at`.
std::uint32_t space_at(std::string_view line, std::size_t at) {
  std::size_t end = at;
  while (end < line.size()) {
    const language::CodePoint point = language::code_point_at(line, end);
    if (!language::is_space(point.value)) break;
    end += point.length;
  }
  return static_cast<std::uint32_t>(end - at);
}

MarkerMatch spaced(std::string_view line, Marker kind, std::uint32_t value, std::size_t end) {
  const std::uint32_t space = space_at(line, end);
  if (space == 0 || end + space >= line.size()) return {};
  return {kind, value, static_cast<std::uint32_t>(end) + space};
}

/// "3.", "3)", "(3)", "a)", "(b)"; a letter before a full stop is an initial, not a marker.
MarkerMatch match_enumerator(std::string_view line) {
  std::size_t at = 0;
  const bool bracket = line[0] == '(';
  if (bracket) ++at;
  std::uint32_t value = 0;
  std::size_t digits = 0;
  while (at < line.size()) {
    const language::CodePoint point = language::code_point_at(line, at);
    const int digit = language::digit_value(point.value);
    if (digit < 0) break;
    value = value * 10 + static_cast<std::uint32_t>(digit);
    at += point.length;
    if (++digits > 2) return {};
  }
  Marker kind = Marker::number;
  if (digits == 0) {
    if (at >= line.size() || line[at] < 'a' || line[at] > 'z') return {};
    value = static_cast<std::uint32_t>(line[at] - 'a' + 1);
    kind = Marker::letter;
    ++at;
  }
  if (at >= line.size()) return {};
  const bool closed = line[at] == ')';
  if (!closed && (bracket || line[at] != '.' || kind == Marker::letter)) return {};
  return spaced(line, kind, value, at + 1);
}

}  // namespace

MarkerMatch match_marker(std::string_view line) {
  if (line.empty()) return {};
  const language::CodePoint first = language::code_point_at(line, 0);
  if (is_bullet(first.value)) {
    const std::uint32_t length = first.length + space_at(line, first.length);
    if (length >= line.size()) return {};
    // "••• " and "→→" are ornaments.
    if (is_bullet(language::code_point_at(line, length).value)) return {};
    return {Marker::bullet, 0, length};
  }
  if (first.value == U'*' || first.value == U'+') return spaced(line, Marker::bullet, 0, 1);
  // Terminals and word processors without a bullet write a small o.
  if (first.value == U'o' && line.size() > 2 && line[1] == '\t') return spaced(line, Marker::bullet, 0, 1);
  if (language::is_dash(first.value)) return spaced(line, Marker::dash, 0, first.length);
  return match_enumerator(line);
}

}  // namespace herald::reading
