// Groups lines into drafts: a paragraph with its wrapped lines, a list item behind its marker, a row of
// a table. What kind of paragraph a draft is, the later passes say.
#include <algorithm>

#include "core/language/text.hpp"
#include "core/reading/markers.hpp"
#include "core/reading/passes.hpp"
#include "core/reading/tables.hpp"
#include "core/reading/words.hpp"
#include "core/reading/wrapping.hpp"

namespace herald::reading {
namespace {

/// Marks without ink at the head of a line (byte order mark, zero-width space, direction marks): they
/// stay in the block's span, like a list marker, and out of its text.
std::uint32_t invisible_prefix(std::string_view line) {
  std::uint32_t length = 0;
  while (length < line.size()) {
    const language::CodePoint point = language::code_point_at(line, length);
    const char32_t c = point.value;
    const bool invisible = c == 0xFEFF || c == 0x200B || c == 0x2060 || c == 0x200E || c == 0x200F || c == 0x061C;
    if (!invisible && !language::is_space(c)) break;
    length += point.length;
  }
  return length;
}

Draft begin_draft(std::string_view source, const Line& line) {
  Draft draft;
  draft.span = line.span;
  draft.indent = line.indent;
  draft.width = line.width;
  draft.blank_before = line.blank_before;
  const std::string_view text = source.substr(line.span.begin, line.span.size());
  const std::uint32_t prefix = invisible_prefix(text);
  const MarkerMatch marker = match_marker(text.substr(prefix));
  draft.marker = marker.kind;
  draft.marker_value = marker.value;
  draft.content = {line.span.begin + prefix + marker.length, line.span.end};
  return draft;
}

/// A hyphen at a line's end stands inside a word that goes on below.
bool is_broken_word(std::string_view source, std::uint32_t end, std::uint32_t next) {
  if (end < 2 || source[end - 1] != '-') return false;
  return language::is_letter(language::code_point_before(source, end - 1).value) &&
         language::is_lower(language::code_point_at(source, next).value);
}

void append_line(Draft& draft, std::string_view source, Span line) {
  if (!draft.text.empty() && !is_broken_word(source, draft.content.end, line.begin)) {
    draft.text.append_source(source, {draft.content.end, line.end});
  } else {
    draft.text.append_source(source, line);
  }
  draft.content.end = line.end;
  draft.span.end = line.end;
}

/// "To: …" in the head of an e-mail stands on a line of its own, however full the one above is.
bool is_mail_line(const Reading& reading, const std::vector<Line>& lines, std::size_t i) {
  constexpr std::size_t most_lines = 16;
  if (i >= most_lines) return false;
  const std::string_view line = reading.source.substr(lines[i].span.begin, lines[i].span.size());
  const auto label = starts_with_phrase(line, reading.packs, &language::Pack::mail_labels);
  return label && language::trim(line.substr(label->length)).starts_with(':');
}

/// A rule between lines belongs to neither.
bool is_rule_line(std::string_view source, const Line& line) {
  return is_rule(source.substr(line.span.begin, line.span.size()));
}

}  // namespace

void draft_paragraphs(Reading& reading, const std::vector<Line>& lines) {
  if (reading.wrap_width == 0) reading.wrap_width = find_wrap_width(reading.source, lines);
  for (std::size_t i = 0; i < lines.size();) {
    if (const std::size_t rows = count_table_rows(reading.source, lines, i); rows > 0) {
      draft_table(reading, lines, i, rows);
      i += rows;
      continue;
    }
    Draft draft = begin_draft(reading.source, lines[i]);
    append_line(draft, reading.source, draft.content);
    const Within within = draft.marker == Marker::none ? Within::paragraph : Within::list_item;
    std::size_t next = i + 1;
    while (next < lines.size() && continues(reading.source, lines[next - 1], lines[next], reading.wrap_width, within) &&
           count_table_rows(reading.source, lines, next) == 0 && !is_mail_line(reading, lines, next) &&
           !is_rule_line(reading.source, lines[next - 1]) && !is_rule_line(reading.source, lines[next])) {
      append_line(draft, reading.source, lines[next].span);
      draft.width = lines[next].width;
      ++next;
    }
    draft.text.trim_end();
    reading.drafts.push_back(std::move(draft));
    i = next;
  }
}

}  // namespace herald::reading
