// A status line begins with a phrase of a pack; a date line is a date in any language that has a pack,
// alone or with its label, a status in brackets, a time or a place beside it.
#include "core/reading/front_lines.hpp"

#include <algorithm>
#include <optional>

#include "core/language/dates.hpp"
#include "core/language/text.hpp"
#include "core/reading/dateline.hpp"
#include "core/reading/place_names.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

// A date line with weekday, time, place and label; longer lines are text.
constexpr std::size_t longest_date_line = 140;
constexpr std::size_t most_status_words = 16;
constexpr std::size_t long_text_words = 45;
constexpr std::size_t fewest_sentence_words = 8;
// What follows a date or a status on its line is a title from so many words on.
constexpr std::size_t fewest_title_words = 4;

bool is_open(const Draft& draft) { return !draft.settled && draft.kind == BlockKind::paragraph; }

bool is_full(const language::DateParts& date) { return date.year != 0 && date.month != 0 && date.day != 0; }

/// A word or two beside the date that say no more than it does: its label, a status, a time.
bool is_beside_date(std::string_view part, const language::Packs& packs) {
  part = strip_punctuation(part);
  if (part.empty()) return true;
  for (const auto list : {&language::Pack::date_labels, &language::Pack::status_phrases, &language::Pack::title_labels,
                          &language::Pack::weekdays}) {
    if (is_phrase(part, packs, list)) return true;
  }
  // "10:30 a.m. GMT", "18h00": digits, and few letters.
  std::size_t letters = 0;
  std::size_t digits = 0;
  for (const char c : part) {
    if (c >= '0' && c <= '9') ++digits;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) ++letters;
  }
  return digits >= 1 && letters <= 8 && part.size() <= 20 && part.find(' ') == part.rfind(' ');
}

/// The words before and after the date, between punctuation.
bool is_all_beside(std::string_view rest, const language::Packs& packs) {
  constexpr std::string_view marks = "()|,;-[]";
  std::size_t begin = 0;
  while (begin <= rest.size()) {
    const std::size_t end = std::min(rest.find_first_of(marks, begin), rest.size());
    if (!is_beside_date(rest.substr(begin, end - begin), packs)) return false;
    begin = end + 1;
  }
  return true;
}

/// A digit of any script: in UTF-8, Arabic-Indic ones begin with D9 and DB.
bool may_hold_date(std::string_view text) { return text.find_first_of("0123456789\xD9\xDB") != std::string_view::npos; }

struct DateLine {
  language::DateParts date;
  std::optional<DatelineMatch> place;
};

std::optional<DateLine> read_date_line(const std::string& text, const Reading& reading) {
  if (text.size() > longest_date_line) return std::nullopt;
  // Most lines have no digit and so no date.
  if (!may_hold_date(text)) return std::nullopt;
  const std::string_view language = reading.metadata.language;
  if (const auto whole = language::whole_date(text, reading.packs, language); whole && whole->first.month != 0) {
    return DateLine{whole->first, std::nullopt};
  }
  const auto dates = language::find_dates(text, reading.packs, language);
  if (dates.size() != 1 || !is_full(dates[0].first)) return std::nullopt;
  const std::string_view view = text;
  if (is_all_beside(view.substr(0, dates[0].begin), reading.packs) &&
      is_all_beside(view.substr(dates[0].end), reading.packs)) {
    return DateLine{dates[0].first, std::nullopt};
  }
  if (auto place = match_place_and_date(text, reading.packs, language); place && place->place.size() > 0) {
    return DateLine{dates[0].first, std::move(place)};
  }
  return std::nullopt;
}

/// Whether the source has a wide gap, or the text a colon, right before `position`: lines that were one
/// below the other.
bool is_parted(const MappedText& text, std::size_t position) {
  if (position == 0 || position >= text.text().size()) return false;
  if (text.text()[position - 1] != ' ') return false;
  constexpr std::uint32_t gap = 3;
  return text.source_span(position - 1, position).size() >= gap;
}

/// Parts "July 11, 2007 Minister to open bridge" and "Press Release      Minister opens…" after the date
/// or status.
void split_line(Reading& reading, std::size_t index) {
  const std::string& text = reading.drafts[index].text.text();
  const std::string_view view = text;
  if (const auto phrase = starts_with_phrase(view, reading.packs, &language::Pack::status_phrases)) {
    const std::size_t colon = view.find_first_not_of(' ', phrase->length);
    if (colon == std::string_view::npos) return;
    const std::size_t rest = view[colon] == ':' ? view.find_first_not_of(' ', colon + 1) : colon;
    if (rest == std::string_view::npos) return;
    const bool parted = view[colon] == ':' || is_parted(reading.drafts[index].text, colon);
    const std::string_view after = view.substr(rest);
    const bool has_date =
        !language::find_dates(after.substr(0, longest_date_line), reading.packs, reading.metadata.language).empty();
    if (parted &&
        (count_words(after, fewest_title_words) >= fewest_title_words ||
         is_parted(reading.drafts[index].text, colon)) &&
        (!has_date || is_parted(reading.drafts[index].text, colon))) {
      split_draft(reading, index, rest);
    }
    return;
  }
  const auto first = static_cast<unsigned char>(view.empty() ? ' ' : view[0]);
  const bool may_begin_with_date =
      language::is_letter(language::code_point_at(view, 0).value) || (first >= '0' && first <= '9');
  if (!may_begin_with_date || !may_hold_date(view.substr(0, longest_date_line))) return;
  const auto dates = language::find_dates(view.substr(0, std::min(view.size(), longest_date_line)), reading.packs,
                                          reading.metadata.language);
  if (dates.empty() || dates[0].begin != 0 || !is_full(dates[0].first) || dates[0].last) return;
  const std::size_t rest = dates[0].end;
  if (rest + 1 >= view.size() || view[rest] != ' ') return;
  const char32_t next = language::code_point_at(view, rest + 1).value;
  if (language::is_upper(next) && count_words(view.substr(rest), fewest_title_words) >= fewest_title_words) {
    split_draft(reading, index, rest + 1);
  }
}

bool is_status(const std::string& text, const language::Packs& packs) {
  return count_words(text, most_status_words + 1) <= most_status_words && !ends_sentence(text) &&
         starts_with_phrase(text, packs, &language::Pack::status_phrases).has_value();
}

std::string without_colon(std::string_view text) {
  while (!text.empty() && (text.back() == ':' || text.back() == ' ')) text.remove_suffix(1);
  return std::string(text);
}

}  // namespace

void read_front_lines(Reading& reading, std::size_t zone) {
  std::string embargo;
  std::size_t sentences = 0;
  for (std::size_t i = 0; i < reading.drafts.size() && i < zone; ++i) {
    if (!is_open(reading.drafts[i])) continue;
    if (!reading.has_markup) split_line(reading, i);
    Draft& draft = reading.drafts[i];
    const std::string& text = draft.text.text();
    if (is_status(text, reading.packs)) {
      settle(draft, BlockKind::status);
      if (reading.metadata.status.empty()) reading.metadata.status = without_colon(text);
      const auto dates = language::find_dates(text, reading.packs, reading.metadata.language);
      if (!dates.empty() && is_full(dates[0].first) && embargo.empty()) embargo = language::iso_date(dates[0].first);
      continue;
    }
    if (auto line = read_date_line(text, reading)) {
      settle(draft, BlockKind::date_line);
      const std::string date = language::iso_date(line->date);
      if (date.size() > reading.metadata.published.size()) reading.metadata.published = date;
      if (line->place && !reading.metadata.dateline) {
        reading.metadata.dateline =
            Dateline{text, line->place->place, line->place->country, date, line->place->agency, 0, draft.span};
      }
      continue;
    }
    // One sentence may stand above the date, as a standfirst; behind two the text has begun.
    const std::size_t words = count_words(text, long_text_words);
    if (words >= long_text_words) break;
    if (words >= fewest_sentence_words && ends_sentence(text) && ++sentences == 2) break;
  }
  if (reading.metadata.published.empty()) reading.metadata.published = embargo;
}

}  // namespace herald::reading
