// What stands before the lead: letterhead, status, date, title, standfirst. The lead is found first, by
// its dateline or as the first paragraph of prose; what a line before it is follows from where it
// stands and how it is written. metadata.published is the date line's, else the dateline's.
#include <algorithm>
#include <optional>
#include <vector>

#include "core/language/dates.hpp"
#include "core/language/text.hpp"
#include "core/reading/bylines.hpp"
#include "core/reading/dateline.hpp"
#include "core/reading/front_lines.hpp"
#include "core/reading/passes.hpp"
#include "core/reading/title_line.hpp"
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
// A heading of fewer words is one of the text ("Highlights").
constexpr std::size_t fewest_subtitle_words = 4;

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
    // Without a title a lead stands at the top: "PORTO, Portugal – The fund pays for boats."
    if (at_top && !is_text && is_prose(drafts[i], fewest_prose_words) && ends_sentence(text)) {
      auto dateline = match_dateline(drafts[i].text, reading.packs, reading.metadata.language);
      if (dateline && dateline->end < text.size() && (dateline->date || !dateline->country.empty()))
        return {i, std::move(dateline)};
    }
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

/// Whether all of a draft stands in bold or italics.
bool is_emphasised(const Draft& draft) {
  const std::string& text = draft.text.text();
  std::size_t end = 0;
  for (const Run& run : draft.runs) {
    const bool emphasis = run.kind == InlineKind::strong || run.kind == InlineKind::emphasis;
    if (!emphasis || has_word(text.substr(end, run.begin - end))) return false;
    end = run.end;
  }
  return end > 0 && !has_word(text.substr(end));
}

/// The last word of the line is one of those that lead to another ("and", "of the").
bool ends_in_small_word(const Reading& reading, std::string_view line) {
  constexpr std::size_t longest_small_word = 4;
  const language::Pack* pack = reading.packs.find(reading.metadata.language);
  const std::string_view last = line.substr(line.rfind(' ') + 1);
  if (pack == nullptr || count_letters(last) > longest_small_word) return false;
  return std::find(pack->stop_words.begin(), pack->stop_words.end(), last) != pack->stop_words.end();
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
  if (ends_in_small_word(reading, above)) return true;
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

/// Set apart from the text by its type or its place on the page.
bool is_set_off(const Draft& draft) { return draft.set_apart || is_emphasised(draft); }

void mark_standfirsts(Reading& reading, std::size_t title, const Lead& lead) {
  std::vector<Draft>& drafts = reading.drafts;
  std::size_t last_date = 0;
  for (std::size_t i = title; i < lead.index && i < drafts.size(); ++i) {
    if (drafts[i].kind == BlockKind::date_line) last_date = i;
  }
  std::vector<std::size_t> found;
  for (std::size_t i = title + 1; i < lead.index && i < drafts.size(); ++i) {
    const std::string& text = drafts[i].text.text();
    const bool before_date_or_dateline = i < last_date || lead.dateline;
    // A heading of its own size between the title and the date says more of the title.
    const bool subtitle = drafts[i].kind == BlockKind::heading && before_date_or_dateline &&
                          count_words(text, fewest_subtitle_words) >= fewest_subtitle_words;
    if (!is_open(drafts[i]) && !subtitle) continue;
    // Nothing but a blank line between a line of a few words and the lead: a heading.
    const bool heading_like = !before_date_or_dateline && count_words(text) < 5;
    // "Highlights" above a list is its heading.
    const bool heads_list =
        i + 1 < drafts.size() && drafts[i + 1].kind == BlockKind::list_item && count_words(text, 4) < 4;
    if (is_open(drafts[i]) && is_byline_or_label(drafts, i)) {
      settle(drafts[i], BlockKind::noise);
      continue;
    }
    if (heading_like || heads_list || is_credit(text) || count_words(text) > most_standfirst_words) continue;
    if (before_date_or_dateline || is_set_off(drafts[i]) || !is_prose(drafts[i], fewest_prose_words))
      found.push_back(i);
  }
  if (found.empty() || found.size() > most_standfirsts) return;
  for (const std::size_t i : found) {
    settle(drafts[i], BlockKind::standfirst);
    drafts[i].level = 0;
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

/// A first paragraph that is set off from those below is the standfirst, however much a sentence it is.
Lead past_set_off(const Reading& reading, std::size_t title, Lead lead) {
  const std::vector<Draft>& drafts = reading.drafts;
  if (lead.dateline || lead.index >= drafts.size() || lead.index <= title || !is_set_off(drafts[lead.index]) ||
      count_words(drafts[lead.index].text.text()) > most_standfirst_words)
    return lead;
  for (std::size_t next = lead.index + 1; next < drafts.size() && next <= lead.index + zone; ++next) {
    if (!is_open(drafts[next])) continue;
    if (is_set_off(drafts[next]) || !is_prose(drafts[next], fewest_prose_words)) return lead;
    return {next, match_dateline(drafts[next].text, reading.packs, reading.metadata.language)};
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
  const std::string& published = reading.metadata.published;
  if (match.date)
    dateline.date = complete_date(*match.date, published.empty() ? reading.published_from_source.value : published);
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

/// The heading in which a source repeats the title that its own fields give.
void mark_heading_as_title(Reading& reading) {
  if (reading.title_from_source.empty()) return;
  const std::string wanted = language::fold_case(strip_punctuation(reading.title_from_source.value));
  for (std::size_t i = 0; i < reading.drafts.size() && i < zone; ++i) {
    Draft& draft = reading.drafts[i];
    if (draft.kind != BlockKind::heading && !is_open(draft)) continue;
    const std::string& text = draft.text.text();
    if (draft.kind == BlockKind::heading && text.size() < 2 * wanted.size() + 8 &&
        language::fold_case(strip_punctuation(text)) == wanted) {
      settle(draft, BlockKind::title);
      draft.level = 0;
      return;
    }
    if (is_prose(draft, fewest_prose_words_at_top)) return;
  }
}

/// "Press release" as the highest heading of a source, with the title as the next.
void pass_status_heading(Reading& reading) {
  std::vector<Draft>& drafts = reading.drafts;
  std::size_t status = 0;
  while (status < drafts.size() && status < zone && drafts[status].kind != BlockKind::title) ++status;
  if (status >= drafts.size() || status >= zone ||
      !is_phrase(drafts[status].text.text(), reading.packs, &language::Pack::status_phrases))
    return;
  for (std::size_t i = status + 1; i < drafts.size() && i < zone; ++i) {
    if (is_open(drafts[i]) && is_prose(drafts[i], fewest_prose_words)) return;
    if (drafts[i].kind != BlockKind::heading) continue;
    const std::string whole = drafts[status].text.text();
    settle(drafts[status], BlockKind::status);
    if (reading.metadata.status.empty()) reading.metadata.status = whole;
    settle(drafts[i], BlockKind::title);
    drafts[i].level = 0;
    reading.metadata.title = drafts[i].text.text();
    return;
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

/// "Subject: new piers": the label, on the title's own line, becomes a draft before it.
void part_label(Reading& reading, std::size_t& title) {
  const std::string& text = reading.drafts[title].text.text();
  const auto label = starts_with_phrase(text, reading.packs, &language::Pack::title_labels);
  if (!label) return;
  const std::size_t colon = text.find_first_not_of(' ', label->length);
  if (colon == std::string::npos || text[colon] != ':' || !has_word(text.substr(colon))) return;
  split_draft(reading, title, colon + 1);
  settle(reading.drafts[title], BlockKind::noise);
  ++title;
}

/// Whether a line is the title that the source gives beside its text, in whatever case.
bool is_said_title(const Reading& reading, std::size_t draft) {
  const auto key = [](std::string_view text) { return language::fold_case(strip_punctuation(text)); };
  return key(reading.drafts[draft].text.text()) == key(reading.title_from_source.value);
}

/// Names the title among the open drafts before the lead; nothing where the text has none.
/// Whether a line ends a letterhead: whom to ask, a rule. What is above it is the issuer's.
bool ends_letterhead(const Reading& reading, std::size_t draft) {
  const std::string& text = reading.drafts[draft].text.text();
  if (starts_with_phrase(text, reading.packs, &language::Pack::contact_starters)) return true;
  return is_rule(text);
}

/// The candidates below the last line that ends a letterhead, where there are any: those above it are the issuer's.
std::vector<std::size_t> below_letterhead(const Reading& reading, std::vector<std::size_t> open) {
  for (std::size_t k = open.size(); k-- > 0;) {
    const std::size_t from = k == 0 ? 0 : open[k - 1] + 1;
    for (std::size_t i = open[k]; i-- > from;)
      if (ends_letterhead(reading, i)) return {open.begin() + static_cast<std::ptrdiff_t>(k), open.end()};
    // A contact line is a candidate too, as long as nobody has said what it is.
    if (k + 1 < open.size() && ends_letterhead(reading, open[k]))
      return {open.begin() + static_cast<std::ptrdiff_t>(k) + 1, open.end()};
  }
  return open;
}

/// "Doha (Agency)", "Doha - Ana Lima:" above the text are no titles; with a dash and nothing above it, a line may be
/// one.
void mark_agency_lines(Reading& reading) {
  constexpr std::size_t looked_at = 4;
  bool title_above = !reading.metadata.title.empty();
  for (std::size_t i = 0; i < reading.drafts.size() && i < looked_at; ++i) {
    Draft& draft = reading.drafts[i];
    if (!is_open(draft)) continue;
    const std::string& text = draft.text.text();
    const bool bracketed = last_character(text) == U')';
    if ((bracketed || title_above) && is_agency_line(text, reading.packs, reading.metadata.language))
      settle(draft, BlockKind::noise);
    else
      title_above = true;
  }
}

std::optional<std::size_t> mark_title(Reading& reading, const std::vector<std::size_t>& all) {
  const std::vector<std::size_t> open = below_letterhead(reading, all);
  if (open.empty()) return std::nullopt;
  std::size_t title = choose_title(reading, all, open);
  std::vector<Draft>& drafts = reading.drafts;
  for (const std::size_t i : all) {
    if (i < title && !starts_with_phrase(drafts[i].text.text(), reading.packs, &language::Pack::contact_starters))
      settle(drafts[i], BlockKind::noise);
  }
  while (title + 1 < drafts.size() && title_goes_on(reading, drafts[title], drafts[title + 1])) {
    join_with_next(reading, title);
  }
  part_label(reading, title);
  settle(drafts[title], BlockKind::title);
  if (reading.metadata.title.empty()) reading.metadata.title = drafts[title].text.text();
  return title;
}

}  // namespace

void read_front_matter(Reading& reading) {
  read_front_lines(reading, zone);

  take(reading, &Metadata::title, "title", reading.title_from_source);
  mark_heading_as_title(reading);
  pass_status_heading(reading);
  std::optional<std::size_t> title = known_title(reading);
  // Of a page whose marks name the title, the lines above it are the site's, but for date and status.
  for (std::size_t i = 0; reading.title_is_marked && title && i < *title; ++i) {
    if (is_open(reading.drafts[i])) settle(reading.drafts[i], BlockKind::noise);
  }
  mark_agency_lines(reading);
  Lead lead = find_lead(reading, title.has_value());
  if (!title) title = mark_title(reading, title_candidates(reading, lead.index));
  if (title) {
    if (is_said_title(reading, *title)) stands_in_text(reading, "title");
    if (part_repeated_title(reading, *title)) read_front_lines(reading, zone);
    mark_repeated_title(reading, *title);
    // Joined and parted lines have moved the lead.
    lead = past_set_off(reading, *title, past_date_line(reading, *title, find_lead(reading, true)));
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
  if (reading.metadata.standfirst.empty())
    take(reading, &Metadata::standfirst, "standfirst", reading.standfirst_from_source);
  settle_embargo(reading);
}

}  // namespace herald::reading
