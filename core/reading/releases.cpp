// Several releases in one file stand apart by a row of equals signs, on a line of its own or, where a
// line end was lost, behind the last word. The first release is read; the others are reported.
#include "core/language/text.hpp"
#include "core/reading/passes.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

std::uint32_t trailing_equals(std::string_view line) {
  const std::size_t last = line.find_last_not_of('=');
  return static_cast<std::uint32_t>(last == std::string_view::npos ? line.size() : line.size() - last - 1);
}

/// "Title:" or "Date:", with which a release of a collection begins.
bool is_header_line(std::string_view line, const language::Packs& packs) {
  for (const auto list : {&language::Pack::title_labels, &language::Pack::date_labels}) {
    const auto label = starts_with_phrase(line, packs, list);
    if (label && line.substr(label->length).find_first_not_of(' ') != std::string_view::npos &&
        line[line.find_first_not_of(' ', label->length)] == ':') {
      return true;
    }
  }
  return false;
}

/// A row of signs under a title as long as the row: the title is underlined, nothing ends.
bool is_underline(const std::vector<Line>& lines, std::size_t i) {
  if (i == 0 || lines[i].blank_before) return false;
  const std::uint32_t above = lines[i - 1].width;
  return lines[i].width + 3 >= above && lines[i].width <= above + 3;
}

struct Separator {
  std::size_t line = 0;      // where it stands
  std::uint32_t length = 0;  // of the signs at the line's end
};

bool find_separator(const Reading& reading, const std::vector<Line>& lines, std::size_t from, Separator& found) {
  for (std::size_t i = from; i + 1 < lines.size(); ++i) {
    const std::string_view line = reading.source.substr(lines[i].span.begin, lines[i].span.size());
    if (line.back() != '=') continue;
    const std::uint32_t signs = trailing_equals(line);
    const std::string_view next = reading.source.substr(lines[i + 1].span.begin, lines[i + 1].span.size());
    const bool alone = signs == line.size();
    if (alone && i == 0) continue;
    const bool before_header = signs >= 2 && is_header_line(next, reading.packs);
    if (before_header || (alone && signs >= 4 && !is_underline(lines, i))) {
      found = {i, signs};
      return true;
    }
  }
  return false;
}

Draft rest_draft(std::string_view source, Span span) {
  Draft draft;
  draft.span = span;
  draft.content = span;
  draft.text.append_source(source, span);
  draft.text.trim_end();
  settle(draft, BlockKind::noise);
  return draft;
}

}  // namespace

std::vector<Draft> cut_after_first_release(Reading& reading, std::vector<Line>& lines) {
  std::vector<Draft> rest;
  Separator cut;
  if (!find_separator(reading, lines, 0, cut)) return rest;

  const std::size_t first_cut = cut.line;
  const std::uint32_t first_begin = lines[cut.line].span.end - cut.length;
  Separator next;
  for (;;) {
    const bool more = find_separator(reading, lines, cut.line + 1, next);
    const std::uint32_t end = more ? lines[next.line].span.end - next.length : lines.back().span.end;
    Span span{lines[cut.line].span.end - cut.length, end};
    while (span.end > span.begin && language::is_space(language::code_point_before(reading.source, span.end).value)) {
      span.end -= language::code_point_before(reading.source, span.end).length;
    }
    rest.push_back(rest_draft(reading.source, span));
    if (!more) break;
    cut = next;
  }
  lines.resize(first_cut + 1);
  lines.back().span.end = first_begin;
  while (!lines.back().span.empty() && reading.source[lines.back().span.end - 1] == ' ') --lines.back().span.end;
  if (lines.back().span.empty()) lines.pop_back();
  warn(reading.diagnostics, "several-releases",
       "the file holds " + std::to_string(rest.size() + 1) + " releases; only the first, up to byte " +
           std::to_string(first_begin) + ", is read",
       "put each release into a file of its own", Span{first_begin, rest.back().span.end});
  return rest;
}

}  // namespace herald::reading
