// What stands before the lead: letterhead, status, date, title, standfirst. The lead is found first, by
// its dateline or as the first paragraph of prose; what a line before it is follows from where it
// stands and how it is written. metadata.published is the date line's, else the dateline's.
#include <algorithm>
#include <optional>
#include <vector>

#include "core/language/dates.hpp"
#include "core/language/text.hpp"
#include "core/reading/dateline.hpp"
#include "core/reading/front_lines.hpp"
#include "core/reading/letterhead.hpp"
#include "core/reading/passes.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

// Front matter is a screenful at most: letterhead, contacts, status, date, title, subtitles.
constexpr std::size_t zone = 24;
// A sentence of fewer words may be a title with a full stop, at the top of a text.
constexpr std::size_t fewest_prose_words = 8;
constexpr std::size_t fewest_prose_words_at_top = 20;
// Longer than any title, standfirst or heading, with or without a stop.
constexpr std::size_t long_text_words = 45;
constexpr std::size_t most_standfirst_words = 70;
// Title, perhaps a kicker and two lines below it; more lines are something else.
constexpr std::size_t most_standfirsts = 3;
// A letterhead names a body; a title has a verb and what it did.
constexpr std::size_t most_letterhead_words = 7;

bool is_open(const Draft& draft) { return !draft.settled && draft.kind == BlockKind::paragraph; }

bool is_prose(const Draft& draft, std::size_t fewest_words) {
  const std::string& text = draft.text.text();
  const std::size_t words = count_words(text, long_text_words);
  if (words >= long_text_words) return true;
  return words >= fewest_words && (ends_sentence(text) || last_character(text) == U':');
}

struct Lead {
  std::size_t index = 0;  // drafts.size() where there is none
  std::optional<DatelineMatch> dateline;
};

/// The first paragraph of the text proper.
Lead find_lead(const Reading& reading, bool title_known) {
  const std::vector<Draft>& drafts = reading.drafts;
  std::size_t first_prose = drafts.size();
  std::size_t prose = 0;
  bool at_top = !title_known && drafts.size() > 1;
  for (std::size_t i = 0; i < drafts.size() && i < zone && prose < 3; ++i) {
    if (!is_open(drafts[i])) continue;
    const bool is_text = is_prose(drafts[i], at_top ? fewest_prose_words_at_top : fewest_prose_words);
    const std::string& text = drafts[i].text.text();
    // A title is never a dateline, though "Together – A plan for all" begins like one.
    if (is_text || (!at_top && (text.size() < 60 || ends_sentence(text)))) {
      auto dateline = match_dateline(drafts[i].text, reading.packs, reading.metadata.language);
      // A short paragraph, too: "PARIS, France, 3 June 2026 – The fund pays for boats." is no second title.
      const bool short_text =
          dateline && ends_sentence(text) && (dateline->date.has_value() || !dateline->country.empty());
      if (dateline && (is_text || short_text || dateline->end >= text.size())) return {i, std::move(dateline)};
    }
    if (is_text && prose++ == 0) first_prose = i;
    at_top = false;
  }
  return {first_prose, std::nullopt};
}

/// Lines of the title that stand on lines of their own: all in capitals, or broken in a sentence.
bool title_goes_on(const Reading& reading, const Draft& title, const Draft& next) {
  if (!is_open(next) || next.blank_before) return false;
  const std::string& above = title.text.text();
  const std::string& below = next.text.text();
  if (count_words(above) + count_words(below) > long_text_words) return false;
  const char32_t last = last_character(above);
  if (starts_lower(below) || last == U',' || last == U'&' || language::is_dash(last)) return true;
  if (is_all_capitals(above) && is_all_capitals(below)) return true;
  return reading.wrap_width > 0 && title.width * 4 >= reading.wrap_width * 3;
}

/// The open drafts before the lead.
std::vector<std::size_t> open_before(const Reading& reading, std::size_t lead) {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < lead && i < zone; ++i) {
    if (is_open(reading.drafts[i])) open.push_back(i);
  }
  return open;
}

/// Where a status line stands between two lines, the first, if it is short, is the letterhead.
std::size_t choose_title(const Reading& reading, std::vector<std::size_t> open) {
  const std::vector<Draft>& drafts = reading.drafts;
  open.erase(open.begin(), open.begin() + static_cast<std::ptrdiff_t>(issuer_lines(reading, open)));
  const std::size_t first = open.front();
  const std::size_t words = count_words(drafts[first].text.text());
  if (words > most_letterhead_words) return first;
  std::size_t status = first;
  for (std::size_t i = first; i < drafts.size() && i < zone; ++i) {
    if (drafts[i].kind == BlockKind::status) status = i;
  }
  for (const std::size_t candidate : open) {
    if (candidate > status && status > first && count_words(drafts[candidate].text.text()) > words) return candidate;
  }
  return first;
}

void mark_standfirsts(Reading& reading, std::size_t title, const Lead& lead) {
  std::vector<Draft>& drafts = reading.drafts;
  std::size_t last_date = 0;
  for (std::size_t i = title; i < lead.index && i < drafts.size(); ++i) {
    if (drafts[i].kind == BlockKind::date_line) last_date = i;
  }
  std::vector<std::size_t> found;
  for (std::size_t i = title + 1; i < lead.index && i < drafts.size(); ++i) {
    if (!is_open(drafts[i])) continue;
    const std::string& text = drafts[i].text.text();
    const bool before_date_or_dateline = i < last_date || lead.dateline;
    // Nothing but a blank line between a line of a few words and the lead: a heading.
    const bool heading_like = !before_date_or_dateline && count_words(text) < 5;
    if (heading_like || count_words(text) > most_standfirst_words) continue;
    if (before_date_or_dateline || !is_prose(drafts[i], fewest_prose_words)) found.push_back(i);
  }
  if (found.empty() || found.size() > most_standfirsts) return;
  for (const std::size_t i : found) {
    settle(drafts[i], BlockKind::standfirst);
    std::string& standfirst = reading.metadata.standfirst;
    if (!standfirst.empty()) standfirst += ' ';
    standfirst += drafts[i].text.text();
  }
}

/// Sentences that stand between the title and a date line are its standfirst, not the lead.
Lead past_date_line(const Reading& reading, std::size_t title, Lead lead) {
  if (lead.dateline) return lead;
  const std::vector<Draft>& drafts = reading.drafts;
  for (std::size_t i = lead.index + 1; i < drafts.size() && i <= lead.index + 2; ++i) {
    if (drafts[i].kind != BlockKind::date_line) continue;
    if (lead.index <= title || count_words(drafts[lead.index].text.text()) > most_standfirst_words) return lead;
    for (std::size_t next = i + 1; next < drafts.size(); ++next) {
      if (is_open(drafts[next]))
        return {next, match_dateline(drafts[next].text, reading.packs, reading.metadata.language)};
    }
    return lead;
  }
  return lead;
}

/// Parts the title off a paragraph that holds it: a flattened page, whose lines ran together.
bool part_repeated_title(Reading& reading, std::size_t title) {
  // A shorter title may well be said in a sentence.
  constexpr std::size_t fewest_bytes = 40;
  constexpr std::size_t looked_at = 6;
  const std::string wanted = reading.drafts[title].text.text();
  if (wanted.size() < fewest_bytes) return false;
  for (std::size_t i = title + 1; i < reading.drafts.size() && i <= title + looked_at; ++i) {
    if (!is_open(reading.drafts[i])) continue;
    const std::string& text = reading.drafts[i].text.text();
    const std::size_t at = text.substr(0, 2000).find(wanted);
    if (at == std::string::npos) continue;
    const std::size_t end = at + wanted.size();
    if (end < text.size() && text[end] == ' ') split_draft(reading, i, end);
    if (at > 0 && reading.drafts[i].text.text()[at - 1] == ' ') split_draft(reading, i, at);
    return true;
  }
  return false;
}

/// The day of an embargo is that of publication only where nothing else says when that is.
void settle_embargo(Reading& reading) {
  if (!reading.embargo) return;
  Metadata& metadata = reading.metadata;
  if (metadata.status.empty()) metadata.status = reading.embargo_status;
  metadata.embargo = embargo_text(*reading.embargo, metadata.published);
  if (metadata.published.empty() && reading.published_from_source.empty())
    metadata.published = metadata.embargo.substr(0, std::min<std::size_t>(metadata.embargo.size(), 10));
}

/// The title again, as collections repeat it above the text.
void mark_repeated_title(Reading& reading, std::size_t title) {
  const auto key = [](const Draft& draft) { return language::fold_case(strip_punctuation(draft.text.text())); };
  const std::string wanted = key(reading.drafts[title]);
  for (std::size_t i = title + 1; i < reading.drafts.size() && i < title + zone; ++i) {
    Draft& draft = reading.drafts[i];
    if (is_open(draft) && draft.text.text().size() < 2 * wanted.size() + 8 && key(draft) == wanted) {
      settle(draft, BlockKind::noise);
    }
  }
}

/// The month and day of a dateline get the year of the date line where that is the same time of year.
std::string complete_date(const language::DateParts& date, const std::string& published) {
  if (date.year != 0 || date.month == 0 || date.day == 0 || published.size() < 4) return language::iso_date(date);
  language::DateParts with_year = date;
  with_year.year = std::atoi(published.substr(0, 4).c_str());
  const std::string iso = language::iso_date(with_year);
  return published.size() == 4 || iso.substr(0, 7) == published.substr(0, 7) ? iso : std::string();
}

void set_dateline(Reading& reading, std::size_t index, DatelineMatch&& match) {
  const MappedText& text = reading.drafts[index].text;
  Dateline dateline;
  dateline.text = text.text().substr(0, match.text_end);
  dateline.place = std::move(match.place);
  dateline.country = std::move(match.country);
  dateline.agency = std::move(match.agency);
  if (match.date) dateline.date = complete_date(*match.date, reading.metadata.published);
  dateline.span = text.source_span(0, match.end);
  if (dateline.date.size() > reading.metadata.published.size()) reading.metadata.published = dateline.date;
  if (dateline.date == reading.metadata.published) stands_in_text(reading, "published");
  reading.metadata.dateline = std::move(dateline);
}

/// Short lines above a status line, below a title that a label gave: the letterhead.
void mark_letterhead(Reading& reading, std::size_t title, std::size_t lead) {
  std::vector<Draft>& drafts = reading.drafts;
  std::size_t status = 0;
  for (std::size_t i = title; i < lead && i < drafts.size(); ++i) {
    if (drafts[i].kind == BlockKind::status) status = i;
  }
  for (std::size_t i = title + 1; i < status; ++i) {
    if (is_open(drafts[i]) && count_words(drafts[i].text.text()) <= most_letterhead_words)
      settle(drafts[i], BlockKind::noise);
  }
}

/// A title that a label or the page's own fields gave; its place among the drafts, if it has one.
std::optional<std::size_t> known_title(const Reading& reading) {
  for (std::size_t i = 0; i < reading.drafts.size() && i < zone; ++i) {
    if (reading.drafts[i].kind == BlockKind::title) return i;
  }
  return std::nullopt;
}

/// The lines that may be the title. A title from the source's own fields stands in the text only where it is
/// repeated there, in whatever case.
std::vector<std::size_t> title_candidates(const Reading& reading, std::size_t lead) {
  std::vector<std::size_t> open = open_before(reading, lead);
  if (reading.title_from_source.empty()) return open;
  const std::string wanted = language::fold_case(strip_punctuation(reading.title_from_source.value));
  const auto repeated = std::find_if(open.begin(), open.end(), [&](std::size_t i) {
    return language::fold_case(strip_punctuation(reading.drafts[i].text.text())) == wanted;
  });
  if (repeated == open.end()) {
    // In other words, then, but in capitals above the lead it is a title.
    return !open.empty() && is_all_capitals(reading.drafts[open.front()].text.text()) ? open
                                                                                      : std::vector<std::size_t>{};
  }
  open.erase(open.begin(), repeated);
  return open;
}

/// Whether a line is the title that the source gives beside its text, in whatever case.
bool is_said_title(const Reading& reading, std::size_t draft) {
  const auto key = [](std::string_view text) { return language::fold_case(strip_punctuation(text)); };
  return key(reading.drafts[draft].text.text()) == key(reading.title_from_source.value);
}

/// Names the title among the open drafts before the lead; nothing where the text has none.
std::optional<std::size_t> mark_title(Reading& reading, const std::vector<std::size_t>& open) {
  if (open.empty()) return std::nullopt;
  const std::size_t title = choose_title(reading, open);
  std::vector<Draft>& drafts = reading.drafts;
  for (const std::size_t i : open) {
    if (i < title) settle(drafts[i], BlockKind::noise);
  }
  while (title + 1 < drafts.size() && title_goes_on(reading, drafts[title], drafts[title + 1])) {
    join_with_next(reading, title);
  }
  settle(drafts[title], BlockKind::title);
  if (reading.metadata.title.empty()) reading.metadata.title = drafts[title].text.text();
  return title;
}

}  // namespace

void read_front_matter(Reading& reading) {
  read_front_lines(reading, zone);

  take(reading, &Metadata::title, "title", reading.title_from_source);
  std::optional<std::size_t> title = known_title(reading);
  // Of a page whose marks name the title, the lines above it are the site's, but for date and status.
  for (std::size_t i = 0; reading.title_is_marked && title && i < *title; ++i) {
    if (is_open(reading.drafts[i])) settle(reading.drafts[i], BlockKind::noise);
  }
  Lead lead = find_lead(reading, title.has_value());
  if (!title) title = mark_title(reading, title_candidates(reading, lead.index));
  if (title) {
    if (is_said_title(reading, *title)) stands_in_text(reading, "title");
    if (part_repeated_title(reading, *title)) read_front_lines(reading, zone);
    mark_repeated_title(reading, *title);
    // Joined and parted lines have moved the lead.
    lead = past_date_line(reading, *title, find_lead(reading, true));
    mark_letterhead(reading, *title, lead.index);
    mark_standfirsts(reading, *title, lead);
  }
  if (lead.dateline) {
    const bool alone = lead.dateline->end >= reading.drafts[lead.index].text.text().size();
    if (alone && lead.index + 1 < reading.drafts.size() && is_open(reading.drafts[lead.index + 1])) {
      join_with_next(reading, lead.index);
    }
    set_dateline(reading, lead.index, std::move(*lead.dateline));
  }
  settle_embargo(reading);
}

}  // namespace herald::reading
