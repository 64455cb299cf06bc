// Every mark near the start that can end a dateline is tried, the last one that leaves a dateline
// before it wins: "NEW YORK – March 26, 2026 – The company…" has two. The weaker the mark, the more the
// words before it must prove: a colon needs a date or a country, a dash a name.
#include "core/reading/dateline.hpp"

#include <algorithm>
#include <vector>

#include "core/language/text.hpp"
#include "core/language/tokens.hpp"
#include "core/reading/countries.hpp"
#include "core/reading/place_names.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

// "CAESAREA, Israel, Thursday, September 26, 2026 /PRNewswire-USNewswire/ --" has some 75 bytes, Arabic
// twice that; a mark further on belongs to the sentence.
constexpr std::size_t longest_dateline = 160;
// What follows the dateline of a lead is a sentence, not a name ("President – Jane Doe of Utopia").
constexpr std::size_t shortest_lead = 40;
constexpr std::size_t most_words = 16;
// Three spaces where a dash was lost.
constexpr std::uint32_t gap_for_dash = 3;

enum class Mark : std::uint8_t { dash, colon, stop, gap, bracket, slash };

struct Candidate {
  Mark mark = Mark::dash;
  std::size_t text_end = 0;
  std::size_t end = 0;
};

struct Parts {
  std::vector<std::string> places;  // between commas
  std::string agency;
  std::optional<language::DateParts> date;
  bool bracketed = false;
  bool country_in_brackets = false;  // "Porto (Portugal)"
  std::size_t dashes = 0;            // inside, between the parts
  std::size_t bare_words = 0;        // small words before the date that no comma parts from the place
};

bool is_comma(char32_t c) { return c == U',' || c == U'،' || c == U'|' || c == U'·'; }

std::size_t skip_dashes(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const language::CodePoint point = language::code_point_at(text, at);
    if (!language::is_dash(point.value)) break;
    at += point.length;
  }
  return at;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

/// A hyphen between two letters joins them; every other dash, and any dash beside a space, parts them.
bool parts(std::string_view text, std::size_t begin, std::size_t end) {
  const bool single_hyphen = end - begin == 1;
  if (!single_hyphen) return true;
  return end >= text.size() || text[end] == ' ' || begin == 0 || text[begin - 1] == ' ';
}

std::vector<Candidate> find_candidates(const MappedText& mapped) {
  const std::string_view text = mapped.text();
  std::vector<Candidate> candidates;
  for (std::size_t at = 0; at < std::min(text.size(), longest_dateline);) {
    const language::CodePoint point = language::code_point_at(text, at);
    const std::size_t after = at + point.length;
    if (language::is_dash(point.value)) {
      const std::size_t end = skip_dashes(text, at);
      if (at > 0 && parts(text, at, end)) candidates.push_back({Mark::dash, at, end});
      at = end;
      continue;
    }
    if (point.value == U':' && at > 0) candidates.push_back({Mark::colon, at, after});
    if (point.value == U'.' && after < text.size() && text[after] == ' ') candidates.push_back({Mark::stop, at, after});
    if (point.value == U')' && text[0] == '(') candidates.push_back({Mark::bracket, after, after});
    // "Doha in 3 May / AGY / The council …": the agency's second slash stands for the dash.
    if (point.value == U'/' && after < text.size() && text[after] == ' ')
      candidates.push_back({Mark::slash, after, after});
    if (point.value == U' ') {
      const Span origin = mapped.source_span(at, after);
      if (origin.size() >= gap_for_dash) candidates.push_back({Mark::gap, at, after});
    }
    at = after;
  }
  return candidates;
}

/// Whether slashes part places: a name stands before the first and another behind the second.
bool joins_places(std::string_view before, std::string_view behind, const language::Packs& packs,
                  std::string_view language) {
  const std::string_view next = language::trim(behind.substr(0, behind.find_first_of(",(")));
  const std::size_t comma = next.find("،");
  const std::string_view place = language::trim(next.substr(0, comma));
  return is_place_name(language::trim(before)) && is_place_name(place) &&
         language::find_dates(place, packs, language).empty();
}

/// Takes "(…)" and "/…/" out of the words before the mark: a country, a date or an agency.
std::string take_brackets(std::string_view words, Parts& found, const language::Packs& packs,
                          std::string_view language) {
  std::string rest;
  for (std::size_t at = 0; at < words.size();) {
    const char open = words[at];
    // The slashes of "Porto/Geneva/Paris" part places, those of an agency stand behind a space.
    const bool slash = open == '/' && (at == 0 || words[at - 1] == ' ');
    const char close = open == '(' ? ')' : slash ? '/' : '\0';
    const std::size_t end = close == '\0' ? std::string_view::npos : words.find(close, at + 1);
    // "GENEVA/PARIS" has one slash; an agency stands between two.
    if (end == std::string_view::npos) {
      rest += words[at++];
      continue;
    }
    const std::string_view inside = language::trim(words.substr(at + 1, end - at - 1));
    // "Geneva / Lima / Rome, 3 May 2026": slashes between places, where more than a date follows the second one.
    if (open == '/' && joins_places(words.substr(0, at), words.substr(end + 1), packs, language)) {
      rest += ',';
      rest.append(words.substr(at + 1, end - at - 1)).append(",");
      at = end + 1;
      continue;
    }
    if (const auto date = language::whole_date(inside, packs, language)) {
      found.date = date->first;
    } else if (open == '(' && is_country(inside, packs)) {
      rest.append(", ").append(inside);
      found.country_in_brackets = true;
    } else {
      found.agency = inside;
    }
    at = end + 1;
  }
  return rest;
}

bool is_weekday(std::string_view word, const language::Packs& packs) {
  const std::string folded = language::fold_case(strip_punctuation(word));
  return std::any_of(packs.all().begin(), packs.all().end(), [&](const language::Pack& pack) {
    return std::find(pack.weekdays.begin(), pack.weekdays.end(), folded) != pack.weekdays.end();
  });
}

/// Takes the date out, with a weekday and a small word or two before it ("Paris, le mardi 3 mai 2025").
std::string take_date(const std::string& words, Parts& found, const language::Packs& packs, std::string_view language) {
  const std::vector<language::DateMatch> dates = language::find_dates(words, packs, language);
  if (dates.empty()) return words;
  // "12 شعبان 1447 هـ الموافق 31 يناير 2026": one day of two calendars, a word between.
  constexpr std::size_t longest_between = 24;  // bytes
  const bool told_again = dates.size() > 1 && dates[1].begin - dates[0].end <= longest_between &&
                          dates[0].first.day != 0 && dates[0].first == dates[1].first;
  language::DateMatch date = dates.front();
  if (told_again) date.end = dates[1].end;
  // A year alone is hardly ever meant ("VISION 2030 – …").
  if (date.first.month == 0) return words;
  found.date = date.first;
  std::string_view before = language::trim(std::string_view(words).substr(0, date.begin));
  std::size_t small_words = 0;
  for (int word = 0; word < 3 && !before.empty(); ++word) {
    const std::size_t space = before.find_last_of(" ,");
    const std::string_view last = space == std::string_view::npos ? before : before.substr(space + 1);
    const bool small = starts_lower(last) || (is_caseless(last) && last.size() <= 6 && space != std::string_view::npos);
    if (!last.empty() && !small && !is_weekday(last, packs)) break;
    if (small && !is_weekday(last, packs)) ++small_words;
    before = language::trim(before.substr(0, before.size() - last.size()));
    if (before.ends_with(',')) small_words = 0;
    while (!before.empty() && before.back() == ',') before.remove_suffix(1);
  }
  found.bare_words = before.empty() ? 0 : small_words;
  return std::string(before) + ", " + words.substr(date.end);
}

/// "PORTO.–": the stop of a dateline that has both a stop and a dash; that of "D.C." is the name's.
std::string_view without_stop(std::string_view place) {
  constexpr std::size_t shortest_word = 6;  // bytes; shorter ones are abbreviations, of states too
  if (!place.ends_with('.')) return place;
  const std::string_view name = place.substr(0, place.size() - 1);
  const std::size_t last = name.find_last_of(" .");
  const std::size_t word = last == std::string_view::npos ? name.size() : name.size() - last - 1;
  return word >= shortest_word ? name : place;
}

/// The places between commas; nothing where a part is no name. A part behind a dash inside the words
/// must be a country: "Paris – The minister" is the start of a sentence.
std::optional<std::vector<std::string>> split_places(std::string_view words, const language::Packs& packs,
                                                     std::size_t& dashes) {
  std::vector<std::string> places;
  std::size_t begin = 0;
  bool behind_dash = false;
  const auto take = [&](std::size_t end) {
    const std::string place(without_stop(language::trim(words.substr(begin, end - begin))));
    if (strip_punctuation(place).empty()) return true;
    if (!is_place_name(place) || (behind_dash && !is_country(place, packs))) return false;
    places.push_back(place);
    return true;
  };
  for (std::size_t at = 0; at < words.size();) {
    const language::CodePoint point = language::code_point_at(words, at);
    const std::size_t after = at + point.length;
    const bool dash = language::is_dash(point.value) && parts(words, at, skip_dashes(words, at));
    if (is_comma(point.value) || dash) {
      if (dash) ++dashes;
      if (!take(at)) return std::nullopt;
      behind_dash = dash && !places.empty();
      begin = dash ? skip_dashes(words, at) : after;
      at = begin;
      continue;
    }
    at = after;
  }
  if (!take(words.size())) return std::nullopt;
  return places;
}

std::optional<Parts> parse(std::string_view words, const language::Packs& packs, std::string_view language) {
  Parts found;
  words = language::trim(words);
  if (starts_lower(words) || count_words(words, most_words + 1) > most_words) return std::nullopt;
  if (words.size() > 2 && words.front() == '(' && words.find(')') == words.size() - 1) {
    words = words.substr(1, words.size() - 2);
    found.bracketed = true;
  }
  std::string rest = take_brackets(words, found, packs, language);
  if (!found.date) rest = take_date(rest, found, packs, language);
  auto places = split_places(rest, packs, found.dashes);
  // City, region, country; more commas make a sentence.
  if (!places || places->size() > 3) return std::nullopt;
  if (places->empty() && !found.date) return std::nullopt;
  found.places = std::move(*places);
  return found;
}

/// Whether the language's pack or its list of countries has this name. In a script without capitals nothing else tells
/// a place from the first words of a sentence.
bool is_known_place(std::string_view name, const language::Packs& packs, std::string_view language) {
  if (is_country(name, packs)) return true;
  const language::Pack* pack = packs.find(language);
  const std::vector<std::string> words = language::phrase_words(name);
  if (pack == nullptr || words.empty()) return false;
  const std::vector<language::Phrase>* phrases = packs.lexicon(*pack).find(words.front());
  return phrases != nullptr && std::any_of(phrases->begin(), phrases->end(), [&](const language::Phrase& phrase) {
           return phrase.word_class == language::WordClass::place && phrase.words == words;
         });
}

/// What follows the mark begins a sentence.
bool starts_sentence(std::string_view rest) {
  const language::CodePoint first = language::code_point_at(rest, skip_spaces(rest, 0));
  if (first.length == 0) return true;
  return !language::is_lower(first.value) && first.value != U',' && first.value != U')';
}

/// "Washington DC": the state's letters prove the place where the comma and the dash are lost.
bool ends_with_state(const Parts& found) {
  if (found.places.size() != 1) return false;
  const std::string& place = found.places.front();
  const std::size_t space = place.rfind(' ');
  return space != std::string::npos && place.size() - space <= 3 &&
         is_all_capitals(std::string_view(place).substr(space + 1));
}

bool proves_enough(const Parts& found, const Candidate& candidate, std::string_view text, bool country) {
  const std::string_view rest = language::trim(text.substr(candidate.end));
  const bool capitals = !found.places.empty() && is_all_capitals(found.places.front());
  if (capitals && !rest.empty() && is_all_capitals(rest)) return false;
  // "Dakar le 3 mai –" lost its comma; "Experts met on 3 May. The …" never had one.
  if (found.bare_words > (candidate.mark == Mark::dash || candidate.mark == Mark::slash ? 1 : 0)) return false;
  const bool more = country || found.date || !found.agency.empty() || found.places.size() > 1;
  // On a line of its own a dateline still has its dash.
  if (rest.empty()) return candidate.mark == Mark::dash && (capitals || more);
  if (!starts_sentence(rest)) return false;
  // Place, country and date leave no doubt, however little follows.
  if (rest.size() < shortest_lead && !(country && found.date)) return false;
  switch (candidate.mark) {
    case Mark::dash:
      return true;
    case Mark::colon:
      return country || found.date || (capitals && found.places.size() > 1);
    case Mark::stop:
      return (found.date || found.country_in_brackets) && found.dashes == 0;
    case Mark::gap:
      return capitals || found.places.size() > 1 || ends_with_state(found);
    case Mark::bracket:
      return found.bracketed && (capitals || more);
    case Mark::slash:
      return found.date && !found.agency.empty() && !found.places.empty();
  }
  return false;
}

DatelineMatch finish(Parts&& found, const language::Packs& packs, bool& country) {
  DatelineMatch match;
  match.agency = std::move(found.agency);
  match.date = found.date;
  // "SAN JOAO, Lorvia, LNA": the agency in short, behind places that are not all in capitals.
  constexpr std::size_t shortest_agency = 3;
  constexpr std::size_t longest_agency = 5;
  if (found.places.size() > 1 && match.agency.empty()) {
    const std::string& last = found.places.back();
    if (last.size() >= shortest_agency && last.size() <= longest_agency && is_all_capitals(last) &&
        last.find('.') == std::string::npos && !is_all_capitals(found.places[found.places.size() - 2]) &&
        !is_country(last, packs)) {
      match.agency = last;
      found.places.pop_back();
    }
  }
  country = found.places.size() > 1 && is_country(found.places.back(), packs);
  if (country) {
    match.country = place_in_title_case(found.places.back(), PlacePart::country);
    found.places.pop_back();
  }
  for (std::size_t i = 0; i < found.places.size(); ++i) {
    if (i > 0) match.place += ", ";
    match.place += place_in_title_case(found.places[i], i == 0 ? PlacePart::city : PlacePart::region);
  }
  return match;
}

/// The end of the dateline's own words: without the space or the full stop of ".-" before the mark.
std::size_t words_end(std::string_view text, const Candidate& candidate) {
  std::size_t end = candidate.text_end;
  while (end > 0 && text[end - 1] == ' ') --end;
  // "mayo de 2025.-" ends with a stop of the mark, "D.C." with its own.
  if (candidate.mark == Mark::dash && end > 1 && text[end - 1] == '.' &&
      (language::is_digit(language::code_point_before(text, end - 1).value))) {
    --end;
  }
  return end;
}

}  // namespace

std::optional<DatelineMatch> match_dateline(const MappedText& mapped, const language::Packs& packs,
                                            std::string_view language) {
  const std::string_view text = mapped.text();
  const std::vector<Candidate> candidates = find_candidates(mapped);
  for (auto candidate = candidates.rbegin(); candidate != candidates.rend(); ++candidate) {
    const std::size_t end = words_end(text, *candidate);
    const std::string_view words = text.substr(0, end);
    if (words.empty() || is_phrase(words, packs, &language::Pack::status_phrases) ||
        is_phrase(words, packs, &language::Pack::title_labels)) {
      continue;
    }
    std::optional<Parts> found = parse(words, packs, language);
    if (!found) continue;
    const Parts kept = *found;
    bool country = false;
    DatelineMatch match = finish(std::move(*found), packs, country);
    if (!proves_enough(kept, *candidate, text, country)) continue;
    const bool alone = !country && !kept.date && kept.agency.empty() && kept.places.size() == 1;
    if (alone && is_caseless(kept.places.front()) && !is_known_place(kept.places.front(), packs, language)) continue;
    match.text_end = end;
    match.end = candidate->end;
    return match;
  }
  return std::nullopt;
}

bool is_agency_line(std::string_view line, const language::Packs& packs, std::string_view language) {
  constexpr std::size_t longest = 6;  // words
  if (!is_caseless(line) || count_words(line, longest + 1) > longest || last_character(line) == U'.') return false;
  for (std::size_t at = 0; at < line.size();) {
    const language::CodePoint point = language::code_point_at(line, at);
    const bool bracket = point.value == U'(' && last_character(line) == U')';
    if (bracket || language::is_dash(point.value))
      return has_word(line.substr(at)) && is_known_place(language::trim(line.substr(0, at)), packs, language);
    at += point.length;
  }
  return false;
}

std::optional<DatelineMatch> match_place_and_date(std::string_view line, const language::Packs& packs,
                                                  std::string_view language) {
  if (line.size() > longest_dateline) return std::nullopt;
  std::optional<Parts> found = parse(line, packs, language);
  if (!found || !found->date || found->date->day == 0) return std::nullopt;
  bool country = false;
  DatelineMatch match = finish(std::move(*found), packs, country);
  match.text_end = match.end = line.size();
  return match;
}

}  // namespace herald::reading
