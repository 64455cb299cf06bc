// A status line begins with a phrase of a pack; a date line is a date in any language that has a pack,
// alone or with its label, a status in brackets, a time or a place beside it.
#include "core/reading/front_lines.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "core/language/dates.hpp"
#include "core/language/text.hpp"
#include "core/reading/bylines.hpp"
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
  // "09:00 AM Eastern Daylight Time": what follows a time of day is its zone.
  constexpr std::size_t most_zone_words = 5;
  const std::size_t hours = part.find_first_not_of("0123456789");
  if ((hours == 1 || hours == 2) && part.size() >= hours + 3 && (part[hours] == ':' || part[hours] == 'h') &&
      part.find_first_not_of("0123456789", hours + 1) == hours + 3 &&
      count_words(part, most_zone_words + 1) <= most_zone_words) {
    return true;
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
/// "14h05", "16:42", "9.30am": the time of day beside a date, with the pack's mark of half a day behind it.
bool is_clock(std::string_view text, const language::Packs& packs) {
  const auto is_ascii_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::size_t hour = 0;
  while (hour < text.size() && hour < 2 && is_ascii_digit(text[hour])) ++hour;
  if (hour == 0 || hour >= text.size() || std::string_view(":.hH").find(text[hour]) == std::string_view::npos)
    return false;
  std::size_t end = hour + 1;
  while (end < text.size() && end < hour + 3 && is_ascii_digit(text[end])) ++end;
  if (end != hour + 3) return false;
  const std::string mark = language::fold_case(language::trim(text.substr(end)));
  const auto has = [&](const std::vector<std::string>& marks) {
    return std::any_of(marks.begin(), marks.end(),
                       [&](const std::string& known) { return known == mark || known == mark + "."; });
  };
  return mark.empty() || std::any_of(packs.all().begin(), packs.all().end(), [&](const language::Pack& pack) {
           return has(pack.hour_marks) || has(pack.morning_marks) || has(pack.evening_marks);
         });
}

bool is_all_beside(std::string_view rest, const language::Packs& packs) {
  constexpr std::string_view marks = "()|,;-[]";
  std::size_t begin = 0;
  while (begin <= rest.size()) {
    const std::size_t end = std::min(rest.find_first_of(marks, begin), rest.size());
    std::string_view part = language::trim(rest.substr(begin, end - begin));
    // "Published: 16:42": a label and the time.
    if (const std::size_t colon = part.find(": ");
        colon != std::string_view::npos && is_clock(part.substr(colon + 2), packs))
      part = part.substr(0, colon + 1);
    if (!is_clock(part, packs) && !is_beside_date(part, packs)) return false;
    begin = end + 1;
  }
  return true;
}

/// "3 May 2026 | Press release | Transport": a site's row of date, kind and topic. The date is one of the parts.
bool is_row_with_date(std::string_view text, const language::DateMatch& date) {
  constexpr std::size_t most_part_words = 4;
  bool whole = false;
  std::size_t parts = 0;
  for (std::size_t begin = 0; begin <= text.size(); ++parts) {
    const std::size_t end = std::min(text.find('|', begin), text.size());
    const std::string_view part = language::trim(text.substr(begin, end - begin));
    const auto from = static_cast<std::size_t>(part.data() - text.data());
    if (from == date.begin && from + part.size() == date.end)
      whole = true;
    else if (count_words(part, most_part_words + 1) > most_part_words)
      return false;
    begin = end + 1;
  }
  return whole && parts >= 2;
}

/// A digit of any script: in UTF-8, Arabic-Indic ones begin with D9 and DB.
bool may_hold_date(std::string_view text) { return text.find_first_of("0123456789\xD9\xDB") != std::string_view::npos; }

/// What may stand beside a date when a line says what the release is, its number, its place and its day in one.
bool is_part_of_imprint(std::string_view part, bool& names_release, bool& has_place, const language::Packs& packs) {
  constexpr std::size_t most_words = 5;
  part = strip_punctuation(part);
  if (is_beside_date(part, packs)) return true;
  if (is_reference(part, packs) || (count_words(part, most_words + 1) <= most_words &&
                                    starts_with_phrase(part, packs, &language::Pack::status_phrases))) {
    names_release = true;
    return true;
  }
  // "le", "el mercredi": small words before the date.
  if (count_words(part, 2) == 1 && starts_lower(part)) return true;
  if (has_place || !is_place_name(part)) return false;
  has_place = true;
  return true;
}

/// "Release no 14 – Lyon, 3 May 2026": the parts of a line with a date, at dashes, bars and commas.
bool is_imprint(std::string_view text, const language::DateMatch& date, const language::Packs& packs) {
  bool names_release = false;
  bool has_place = false;
  const auto read = [&](std::string_view rest) {
    for (std::size_t begin = 0; begin < rest.size();) {
      std::size_t end = rest.size();
      std::size_t next = rest.size();
      for (std::size_t at = begin; at < rest.size();) {
        const language::CodePoint point = language::code_point_at(rest, at);
        const bool dash = language::is_dash(point.value) && (at == 0 || rest[at - 1] == ' ');
        if (dash || point.value == U'|' || point.value == U',' || point.value == U'،' || point.value == U'·') {
          end = at;
          next = at + point.length;
          break;
        }
        at += point.length;
      }
      if (!is_part_of_imprint(rest.substr(begin, end - begin), names_release, has_place, packs)) return false;
      begin = next;
    }
    return true;
  };
  std::string_view before = text.substr(0, date.begin);
  // "Lyon, le 3 mai", "Lyon le 3 mai": the small word belongs to the date.
  const std::string_view trimmed = language::trim(before);
  const std::size_t space = trimmed.rfind(' ');
  if (space != std::string_view::npos && starts_lower(trimmed.substr(space + 1))) before = trimmed.substr(0, space);
  return read(before) && read(text.substr(date.end)) && names_release;
}

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
  auto dates = language::find_dates(text, reading.packs, language);
  // "No 2026-07 of 3 May 2026": a number may look like a month.
  if (dates.size() > 1) {
    std::erase_if(dates, [](const language::DateMatch& date) { return !is_full(date.first); });
    if (dates.size() != 1 || !is_imprint(text, dates[0], reading.packs)) return std::nullopt;
    return DateLine{dates[0].first, std::nullopt};
  }
  if (dates.size() != 1 || !is_full(dates[0].first)) return std::nullopt;
  const std::string_view view = text;
  if (is_all_beside(view.substr(0, dates[0].begin), reading.packs) &&
      is_all_beside(view.substr(dates[0].end), reading.packs)) {
    return DateLine{dates[0].first, std::nullopt};
  }
  // "Published on 3 May 2026 View original": what a site says beside it is no place.
  constexpr std::size_t most_labelled_words = 10;
  if (starts_with_phrase(view, reading.packs, &language::Pack::date_labels) && !ends_sentence(view) &&
      count_words(view, most_labelled_words + 1) <= most_labelled_words)
    return DateLine{dates[0].first, std::nullopt};
  if (is_row_with_date(view, dates[0]) || is_imprint(view, dates[0], reading.packs))
    return DateLine{dates[0].first, std::nullopt};
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

/// "European Agency - Press release", "Acme | Media release": the kind of text beside whose it is.
bool names_status(std::string_view text, const language::Packs& packs) {
  constexpr std::size_t most_name_words = 7;
  for (const std::string_view gap : {" - ", " – ", " — ", " | "}) {
    const std::size_t at = text.find(gap);
    if (at == std::string_view::npos || text.find(gap, at + gap.size()) != std::string_view::npos) continue;
    const std::string_view left = text.substr(0, at);
    const std::string_view right = text.substr(at + gap.size());
    // "3 May 2026 | Press release" is a date line.
    if (language::whole_date(left, packs, {}) || language::whole_date(right, packs, {})) continue;
    if (count_words(text, most_name_words + 1) <= most_name_words &&
        (is_phrase(left, packs, &language::Pack::status_phrases) ||
         is_phrase(right, packs, &language::Pack::status_phrases)))
      return true;
  }
  return false;
}

/// "Not for publication, broadcast or use on club tapes before 00:01 …": longer than other statuses, and with a stop.
bool is_embargo(std::string_view text, const language::Packs& packs) {
  constexpr std::size_t most_embargo_words = 30;
  return count_words(text, most_embargo_words + 1) <= most_embargo_words && begins_with_embargo(text, packs) &&
         (!ends_sentence(text) || may_hold_date(text));
}

bool is_status(std::string_view text, const language::Packs& packs) {
  // "**MEDIA RELEASE**", as mail programs leave bold type.
  const std::string_view bare = strip_punctuation(text);
  if (is_embargo(bare, packs)) return true;
  if (count_words(text, most_status_words + 1) > most_status_words || ends_sentence(text)) return false;
  return starts_with_phrase(bare, packs, &language::Pack::status_phrases) || names_status(bare, packs);
}

/// All lines of status are kept, those of an embargo apart: its day, and its words where nothing else is said.
void take_status(Reading& reading, const std::string& text) {
  std::string& status = reading.metadata.status;
  std::string words(strip_punctuation(text));
  const bool is_embargoed = names_embargo(words, reading.packs);
  if (is_embargoed && !reading.embargo) {
    reading.embargo = read_embargo(words, reading.packs, reading.metadata.language);
    reading.embargo_status = words;
  }
  if (!is_embargoed && status.find(words) == std::string::npos) status += (status.empty() ? "" : " · ") + words;
}

/// "• 3 May 2026" below the title: a site sets its dates as a list of one.
bool is_dated_bullet(const Reading& reading, std::size_t index) {
  const std::vector<Draft>& drafts = reading.drafts;
  const auto is_item = [&](std::size_t i) { return i < drafts.size() && drafts[i].kind == BlockKind::list_item; };
  if (!is_item(index) || is_item(index + 1) || (index > 0 && is_item(index - 1))) return false;
  const auto date = language::whole_date(drafts[index].text.text(), reading.packs, reading.metadata.language);
  return date && is_full(date->first);
}

void take_date_line(Reading& reading, Draft& draft, const language::DateParts& day) {
  settle(draft, BlockKind::date_line);
  const std::string date = language::iso_date(day);
  if (date.size() > reading.metadata.published.size()) reading.metadata.published = date;
  if (date == reading.metadata.published) stands_in_text(reading, "published");
}

}  // namespace

bool is_reference(std::string_view text, const language::Packs& packs) {
  constexpr std::size_t most_reference_words = 6;
  return text.find_first_of("0123456789") != std::string_view::npos &&
         count_words(text, most_reference_words + 1) <= most_reference_words &&
         starts_with_phrase(text, packs, &language::Pack::reference_labels);
}

bool names_file(std::string_view text) {
  constexpr std::size_t most_words = 12;
  if (count_words(text, most_words + 1) > most_words || ends_sentence(text)) return false;
  const std::vector<std::string_view> words = split_words(text);
  return std::any_of(words.begin(), words.end(), [](std::string_view word) {
    word = strip_punctuation(word);
    // "24/7" and "2025/26" have no letter, "and/or" no number behind its bar, nor has "F/A-18".
    const std::size_t slash = word.find('/');
    if (slash == std::string_view::npos || slash == 0 || word.find("//") != std::string_view::npos) return false;
    const bool capital = std::any_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(slash),
                                     [](char c) { return c >= 'A' && c <= 'Z'; });
    const bool small = std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    const std::size_t number = word.find_last_not_of("0123456789");
    return capital && !small && word[number] == '/' && number + 1 < word.size();
  });
}

void read_front_lines(Reading& reading, std::size_t zone) {
  std::size_t sentences = 0;
  bool labelled = false;
  for (std::size_t i = 0; i < reading.drafts.size() && i < zone; ++i) {
    if (is_dated_bullet(reading, i)) {
      Draft& bullet = reading.drafts[i];
      take_date_line(reading, bullet,
                     language::whole_date(bullet.text.text(), reading.packs, reading.metadata.language)->first);
      bullet.group = 0;
      bullet.level = 0;
      continue;
    }
    if (!is_open(reading.drafts[i])) continue;
    if (!reading.has_markup) split_line(reading, i);
    Draft& draft = reading.drafts[i];
    const std::string& text = draft.text.text();
    if (is_status(text, reading.packs)) {
      settle(draft, BlockKind::status);
      take_status(reading, text);
      continue;
    }
    const bool number_alone = count_words(text, 5) <= 4 && names_file(text) && split_words(text).size() == 1;
    if (number_alone || is_reference(text, reading.packs) ||
        is_phrase(text, reading.packs, &language::Pack::opening_lines) ||
        (i > 0 && sentences == 0 && is_byline(text, reading.packs))) {
      settle(draft, BlockKind::noise);
      continue;
    }
    if (auto line = read_date_line(text, reading)) {
      // "Published: 3 May 2026" says more than a date alone, which may be the day of the visit.
      // "Updated: 5 June" says less.
      const bool names_itself = starts_with_phrase(text, reading.packs, &language::Pack::date_labels).has_value() &&
                                !starts_with_phrase(text, reading.packs, &language::Pack::weak_date_labels);
      if (names_itself && !labelled) reading.metadata.published.clear();
      labelled = labelled || names_itself;
      take_date_line(reading, draft, line->date);
      const std::string date = language::iso_date(line->date);
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
}

}  // namespace herald::reading
