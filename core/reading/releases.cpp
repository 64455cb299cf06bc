// A row of equals signs stands on a line of its own or, where a line end was lost, behind the last word. Header lines
// part releases only where the text begins with such lines too, and where what they part is long enough to be one: a
// form in the middle of a release, or a mail that is sent on with a line above it, is none.
#include "core/reading/releases.hpp"

#include <algorithm>
#include <string>

#include "core/language/text.hpp"
#include "core/reading/contact_details.hpp"
#include "core/reading/versions.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

constexpr std::size_t most_header_lines = 12;
constexpr std::size_t most_label_words = 3;
// A mail's greeting and "see below" have fewer words, a release more.
constexpr std::size_t fewest_words_of_release = 40;

std::uint32_t trailing_equals(std::string_view line) {
  const std::size_t last = line.find_last_not_of('=');
  return static_cast<std::uint32_t>(last == std::string_view::npos ? line.size() : line.size() - last - 1);
}

using PhraseList = std::vector<std::string> language::Pack::*;

bool has_label(std::string_view line, const language::Packs& packs, PhraseList list) {
  return after_label(line, packs, list) > 0;
}

/// "Title:" or "Date:", with which a release of a collection begins.
bool is_header_line(std::string_view line, const language::Packs& packs) {
  return has_label(line, packs, &language::Pack::title_labels) || has_label(line, packs, &language::Pack::date_labels);
}

std::string_view text_of(std::string_view source, const Line& line) {
  return source.substr(line.span.begin, line.span.size());
}

/// "Subject: …", "To: …": a word or three and a colon.
bool has_any_label(std::string_view line) {
  const std::size_t colon = line.find(':');
  return colon != std::string_view::npos && colon > 0 &&
         count_words(line.substr(0, colon), most_label_words + 1) <= most_label_words;
}

/// The line that parts mails in a mailbox (RFC 4155): "From rita@port.example Thu Mar 12 10:00:00 2026".
bool is_mailbox_line(std::string_view line) {
  const std::vector<std::string_view> words = split_words(line);
  if (words.size() < 3 || words.size() > 9 || words[0] != "From") return false;
  return words[1].find('@') != std::string_view::npos && words.back().size() == 4 &&
         words.back().find_first_not_of("0123456789") == std::string_view::npos;
}

/// Header lines, one below the other: a title, and a date, an address or the label of the text.
bool begins_header(std::string_view source, const std::vector<Line>& lines, std::size_t i,
                   const language::Packs& packs) {
  if (!lines[i].blank_before) return false;
  if (is_mailbox_line(text_of(source, lines[i]))) return true;
  bool has_title = false;
  bool has_other = false;
  for (std::size_t k = i; k < lines.size() && k < i + most_header_lines; ++k) {
    const std::string_view line = text_of(source, lines[k]);
    if ((k > i && lines[k].blank_before) || !has_any_label(line)) break;
    has_title = has_title || has_label(line, packs, &language::Pack::title_labels);
    has_other = has_other || has_mail_address(line) || has_label(line, packs, &language::Pack::date_labels) ||
                has_label(line, packs, &language::Pack::body_labels);
  }
  return has_title && has_other;
}

/// A row of signs under a title as long as the row: the title is underlined, nothing ends.
bool is_underline(const std::vector<Line>& lines, std::size_t i) {
  if (i == 0 || lines[i].blank_before) return false;
  const std::uint32_t above = lines[i - 1].width;
  return lines[i].width + 3 >= above && lines[i].width <= above + 3;
}

/// Where a release ends and the next begins; between the two stand the signs that part them, if any.
struct Boundary {
  std::size_t line = 0;  // the first that is not the former's alone
  std::uint32_t end = 0;
  std::uint32_t begin = 0;
};

bool is_separator(std::string_view source, const std::vector<Line>& lines, std::size_t i,
                  const language::Packs& packs) {
  const std::string_view line = text_of(source, lines[i]);
  if (line.back() != '=' || i + 1 >= lines.size()) return false;
  const std::uint32_t signs = trailing_equals(line);
  const bool alone = signs == line.size();
  if (alone && i == 0) return false;
  const bool before_header = signs >= 2 && is_header_line(text_of(source, lines[i + 1]), packs);
  return before_header || (alone && signs >= 4 && !is_underline(lines, i));
}

std::vector<Boundary> find_boundaries(std::string_view source, const std::vector<Line>& lines,
                                      const language::Packs& packs) {
  std::vector<Boundary> found;
  const bool has_header = !lines.empty() && begins_header(source, lines, 0, packs);
  std::size_t words = 0;      // since the last boundary
  bool has_sentence = false;  // the same
  for (std::size_t i = 0; i < lines.size(); ++i) {
    // A row of signs below a letterhead parts nothing: a sentence, or the head of one of a collection, stands before.
    const bool parts =
        has_sentence || has_header || i + 1 >= lines.size() || is_header_line(text_of(source, lines[i + 1]), packs);
    if (parts && is_separator(source, lines, i, packs)) {
      const std::uint32_t end = lines[i].span.end;
      found.push_back({i, end - trailing_equals(text_of(source, lines[i])), end});
      words = 0;
      has_sentence = false;
      continue;
    }
    has_sentence = has_sentence || ends_sentence(text_of(source, lines[i]));
    if (has_header && words >= fewest_words_of_release && begins_header(source, lines, i, packs)) {
      found.push_back({i, lines[i].span.begin, lines[i].span.begin});
      words = 0;
    }
    words += count_words(text_of(source, lines[i]));
  }
  // What is left behind the last header must be a release as well.
  while (!found.empty() && found.back().end == found.back().begin && words < fewest_words_of_release) {
    found.pop_back();
    words = fewest_words_of_release;
  }
  return found;
}

/// A stretch without the rows of signs that stand at its ends, as where two rows part two releases.
Span without_rows(std::string_view text, Span span) {
  constexpr std::size_t shortest_row = 4;
  for (bool again = true; again;) {
    const std::string_view part = text.substr(span.begin, span.size());
    const std::string_view trimmed = language::trim(part);
    const std::size_t before = std::min(trimmed.find_first_not_of('='), trimmed.size());
    const std::size_t last = trimmed.find_last_not_of('=');
    const std::size_t behind = last == std::string_view::npos ? 0 : trimmed.size() - last - 1;
    const bool row_behind = behind >= shortest_row && (trimmed[last] == '\n' || trimmed[last] == '\r');
    again = before >= shortest_row || row_behind;
    if (!again) break;
    span.begin += static_cast<std::uint32_t>(trimmed.data() - part.data());
    span.end = span.begin + static_cast<std::uint32_t>(trimmed.size() - (row_behind ? behind : 0));
    if (before >= shortest_row) span.begin += static_cast<std::uint32_t>(before);
  }
  return span;
}

}  // namespace

std::vector<Span> release_spans(std::string_view text, const language::Packs& packs) {
  const std::vector<Line> lines = split_lines(text);
  std::vector<Span> spans;
  std::uint32_t begin = 0;
  const auto add = [&](std::uint32_t end) {
    const Span span = without_rows(text, {begin, end});
    if (!language::trim(text.substr(span.begin, span.size())).empty()) spans.push_back(span);
  };
  for (const Boundary& boundary : find_boundaries(text, lines, packs)) {
    add(boundary.end);
    begin = boundary.begin;
  }
  add(static_cast<std::uint32_t>(text.size()));
  return spans;
}

void report_rest(Diagnostics& diagnostics, const char* what, const std::vector<std::uint32_t>& begins,
                 std::uint32_t end) {
  constexpr std::size_t most_shown = 5;
  std::string others;
  for (std::size_t i = 1; i < begins.size() && i <= most_shown; ++i)
    others += (i == 1 ? "; more begin at byte " : ", ") + std::to_string(begins[i]);
  if (begins.size() > most_shown + 1) others += ", …";
  warn(diagnostics, "several-releases",
       "the file holds " + std::to_string(begins.size() + 1) + " " + what + "; only the first, up to byte " +
           std::to_string(begins.front()) + ", is read" + others,
       "--split reads each of them", Span{begins.front(), end});
}

std::vector<Draft> cut_after_first_release(Reading& reading, std::vector<Line>& lines) {
  std::vector<Draft> rest;
  const std::vector<Boundary> boundaries = find_boundaries(reading.source, lines, reading.packs);
  if (boundaries.empty()) return rest;
  std::vector<std::uint32_t> begins;
  for (std::size_t i = 0; i < boundaries.size(); ++i) {
    const bool last = i + 1 == boundaries.size();
    rest.push_back(
        rest_draft(reading.source, {boundaries[i].end, last ? lines.back().span.end : boundaries[i + 1].end}));
    begins.push_back(boundaries[i].end);
  }
  const Boundary& first = boundaries.front();
  // The signs may stand behind the last word of the first release.
  lines.resize(first.line + (lines[first.line].span.begin < first.end ? 1 : 0));
  if (!lines.empty() && lines.back().span.end > first.end) {
    lines.back().span.end = first.end;
    while (!lines.back().span.empty() && reading.source[lines.back().span.end - 1] == ' ') --lines.back().span.end;
  }
  report_rest(reading.diagnostics, "releases", begins, rest.back().span.end);
  return rest;
}

}  // namespace herald::reading
