// A margin leaves a trace: a line ends there only because the next word did not fit. The wrap width is
// the width that most lines with a neighbour below reach, and it is believed only where enough of the
// lines below begin in the middle of a sentence.
#include "core/reading/wrapping.hpp"

#include <algorithm>

#include "core/language/text.hpp"
#include "core/reading/markers.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

// Margins outside these are none: below, lines are verse, addresses or captions; above, paragraphs.
constexpr std::uint32_t narrowest_margin = 35;
// Scripts without case do not show that a sentence goes on: lines as short are a letterhead.
constexpr std::uint32_t narrowest_margin_without_case = 50;
constexpr std::uint32_t widest_margin = 160;
// A line that a person broke off in the middle of a sentence is at least this long.
constexpr std::uint32_t least_broken_width = 25;

std::string_view view(std::string_view text, const Line& line) {
  return text.substr(line.span.begin, line.span.size());
}

std::uint32_t first_word_width(std::string_view line) {
  std::uint32_t width = 0;
  for (std::size_t at = 0; at < line.size();) {
    const language::CodePoint point = language::code_point_at(line, at);
    if (language::is_space(point.value)) break;
    at += point.length;
    ++width;
  }
  return width;
}

bool is_neighbour(const Line& next) { return !next.blank_before && !next.same_line; }

/// The line below begins in the middle of a sentence.
bool is_midsentence(std::string_view line, std::string_view next) {
  if (ends_sentence(line)) return false;
  return starts_lower(next) || is_caseless(next);
}

/// "Date: 3 May", "Press officer: …": a line of its own, however full the one above is.
bool is_labelled(std::string_view line) {
  constexpr std::size_t longest_label = 24;
  const std::size_t colon = line.find(": ");
  return colon <= longest_label && language::is_upper(first_letter(line)) && count_words(line.substr(0, colon), 4) <= 3;
}

}  // namespace

std::uint32_t find_wrap_width(std::string_view text, const std::vector<Line>& lines) {
  std::vector<std::uint32_t> widths;
  std::size_t midsentence = 0;
  bool by_case = false;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!is_neighbour(lines[i + 1]) || lines[i].width > widest_margin || lines[i].width < least_broken_width) continue;
    const std::string_view next = view(text, lines[i + 1]);
    if (match_marker(next).kind != Marker::none) continue;
    widths.push_back(lines[i].width + lines[i].indent);
    if (!is_midsentence(view(text, lines[i]), next)) continue;
    ++midsentence;
    by_case = by_case || starts_lower(next);
  }
  // Two lines may be a heading and its text; three in four lines of wrapped prose go on in small
  // letters, so less than a third of them is a list or an address.
  if (widths.size() < 2 || midsentence * 3 < widths.size()) return 0;
  const auto ninth_decile = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 9 / 10);
  std::nth_element(widths.begin(), ninth_decile, widths.end());
  return *ninth_decile >= (by_case ? narrowest_margin : narrowest_margin_without_case) ? *ninth_decile : 0;
}

bool continues(std::string_view text, const Line& line, const Line& next, std::uint32_t wrap_width, Within within) {
  const std::string_view above = view(text, line);
  const std::string_view below = view(text, next);
  if (next.same_line) return false;
  const bool sentence_ended = ends_sentence(above);
  const std::uint32_t reach = line.width + line.indent;
  const MarkerMatch marker = match_marker(below);
  // A day of the month that is written with a stop may begin a line of prose: it is not the twentieth item of a list.
  const bool ordinal = within == Within::paragraph && marker.kind == Marker::number &&
                       below[marker.length - 2] == '.' && wrap_width > 0 && !next.blank_before &&
                       reach * 4 >= wrap_width * 3 && !sentence_ended && last_character(above) != U':';
  if ((marker.kind != Marker::none && !ordinal) || is_labelled(below)) return false;
  if (next.blank_before) {
    // A page break in the middle of a sentence, as text from a PDF has it.
    return wrap_width > 0 && line.width <= widest_margin && reach * 10 >= wrap_width * 8 && !sentence_ended &&
           starts_lower(below);
  }
  if (line.width > widest_margin) {
    // A paragraph on one line; it goes on below only where it was broken in a sentence.
    return !sentence_ended && starts_lower(below) && last_character(above) != U':';
  }
  if (!sentence_ended && last_character(above) != U':' && starts_lower(below) && line.width >= least_broken_width) {
    return true;
  }
  // Set in below its item, and the item has not ended.
  if (within == Within::list_item && next.indent > line.indent && !sentence_ended) return true;
  if (wrap_width == 0) return false;
  // A first line set in, of two columns or more, begins a paragraph.
  if (within == Within::paragraph && next.indent >= line.indent + 2) return false;
  // Proportional type does not fill every line to the same number of characters: an eighth of slack.
  if (reach + 1 + first_word_width(below) > wrap_width - wrap_width / 8) return true;
  return !sentence_ended && reach * 4 >= wrap_width * 3;
}

}  // namespace herald::reading
