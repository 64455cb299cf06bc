#include "core/reading/versions.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include "core/language/dates.hpp"
#include "core/language/text.hpp"
#include "core/reading/contact_details.hpp"
#include "core/reading/passes.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

// A line of fewer words may be a name or an address in any language.
constexpr std::size_t fewest_known_words = 12;
// What tells a paragraph's language; more of it makes the answer no surer.
constexpr std::size_t sample_bytes = 400;
// A version is a release of its own: shorter, it is a quotation or a note in another language.
constexpr std::size_t fewest_paragraphs = 3;
constexpr std::size_t fewest_words = 80;
// Translations are about as long as what they translate; a summary in another language is a part of its release.
constexpr std::size_t shortest_share_percent = 40;
// Between the title and the text: kicker, status, date, standfirst.
constexpr std::size_t most_front_lines = 8;
constexpr std::size_t most_title_words = 35;
constexpr std::size_t dateline_bytes = 200;

/// A draft's language, where it has words enough to tell.
struct Known {
  std::size_t draft = 0;
  std::string language;
  std::size_t words = 0;
};

class VersionFinder {
 public:
  explicit VersionFinder(const Reading& reading) : reading_(reading), drafts_(reading.drafts) {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const std::size_t words = count_words(text(i), 400);
      if (drafts_[i].kind == BlockKind::noise || words < fewest_known_words) continue;
      std::string language = language_of(i);
      if (!language.empty()) known_.push_back({i, std::move(language), words});
    }
  }

  /// The drafts with which further versions begin.
  std::vector<std::size_t> starts() const {
    std::vector<std::size_t> found;
    if (known_.empty()) return found;
    std::size_t first = 0;  // of the version that is looked at, in known_
    std::size_t words = 0;
    for (std::size_t k = 0; k < known_.size(); ++k) {
      if (known_[k].language != known_[first].language) {
        const std::optional<std::size_t> start = version_at(k, known_[first].language, words);
        const bool is_later = start && (found.empty() || *start > found.back()) && *start > known_[first].draft;
        if (is_later) {
          found.push_back(*start);
          first = k;
          words = 0;
        }
      }
      words += known_[k].words;
    }
    return found;
  }

 private:
  const std::string& text(std::size_t draft) const { return drafts_[draft].text.text(); }

  std::string language_of(std::size_t draft) const {
    return reading_.packs.detect(std::string_view(text(draft)).substr(0, sample_bytes));
  }

  /// Where the version begins whose running text begins with known_[k]; nothing where it is none.
  std::optional<std::size_t> version_at(std::size_t k, const std::string& before, std::size_t words_before) const {
    const std::string& language = known_[k].language;
    std::size_t paragraphs = 0;
    std::size_t words = 0;
    std::size_t words_of_former = 0;
    for (std::size_t i = k; i < known_.size(); ++i) {
      if (known_[i].language == language) {
        ++paragraphs;
        words += known_[i].words;
      } else if (known_[i].language == before) {
        words_of_former += known_[i].words;
      } else if (i + 1 < known_.size() && known_[i + 1].language == known_[i].language) {
        break;  // a third version
      }
    }
    // Boilerplate behind the version may be in the first one's language; more of it, and the text was only interrupted.
    if (paragraphs < fewest_paragraphs || words < fewest_words || words_of_former * 4 > words) return std::nullopt;
    if (words * 100 < words_before * shortest_share_percent) return std::nullopt;
    const std::size_t start = first_line(known_[k].draft, before, language);
    return is_title(start) && has_date(start, known_[k].draft, language) ? std::optional(start) : std::nullopt;
  }

  bool ends_former(std::size_t i) const {
    const std::string& line = text(i);
    return is_end_mark(line, reading_.packs) || has_mail_address(line) || has_telephone(line) || has_web_address(line);
  }

  bool is_date_or_status(std::size_t i) const {
    const std::string& line = text(i);
    return line.size() <= dateline_bytes &&
           (language::whole_date(line, reading_.packs, {}).has_value() ||
            starts_with_phrase(line, reading_.packs, &language::Pack::status_phrases).has_value());
  }

  /// The first of the front lines above a version's running text: of the lines that end nothing of the former version
  /// the highest in the new language, at least the title, with a date or status above it.
  std::size_t first_line(std::size_t prose, const std::string& before, const std::string& language) const {
    std::size_t highest = prose;
    std::size_t above = prose;
    bool has_title = is_title(prose);
    while (above > 0 && prose - above < most_front_lines) {
      const std::size_t i = above - 1;
      if (ends_former(i) || count_words(text(i), most_title_words + 1) > most_title_words) break;
      const std::string found = language_of(i);
      if (found == before) break;
      above = i;
      const bool is_front = is_date_or_status(i);
      if (found == language || is_front || !has_title) highest = i;
      has_title = has_title || (!is_front && is_title(i));
    }
    return highest;
  }

  bool is_title(std::size_t i) const {
    const std::string& line = text(i);
    const std::size_t words = count_words(line, most_title_words + 1);
    return words >= 2 && words <= most_title_words && (!ends_sentence(line) || is_date_or_status(i));
  }

  /// A date in the language or in figures, in the lines above the running text or at its head.
  bool has_date(std::size_t start, std::size_t prose, const std::string& language) const {
    for (std::size_t i = start; i <= prose; ++i) {
      for (const language::DateMatch& date :
           language::find_dates(std::string_view(text(i)).substr(0, dateline_bytes), reading_.packs, language))
        if (date.language.empty() || date.language == language) return true;
    }
    return false;
  }

  const Reading& reading_;
  const std::vector<Draft>& drafts_;
  std::vector<Known> known_;
};

/// Marks know one title a source: that of a later version is a heading to them.
void take_title(Version& version) {
  for (std::size_t i = 0; i < version.drafts.size() && i < most_front_lines; ++i) {
    Draft& draft = version.drafts[i];
    if (draft.kind == BlockKind::heading) {
      settle(draft, BlockKind::title);
      draft.level = 0;
      version.title = draft.text.text();
      return;
    }
    if (ends_sentence(draft.text.text())) return;
  }
}

}  // namespace

Draft rest_draft(std::string_view source, Span span) {
  while (span.end > span.begin && language::is_space(language::code_point_before(source, span.end).value))
    span.end -= language::code_point_before(source, span.end).length;
  Draft draft;
  draft.span = span;
  draft.content = span;
  draft.text.append_source(source, span);
  draft.text.trim_end();
  settle(draft, BlockKind::noise);
  return draft;
}

std::vector<Version> take_other_versions(Reading& reading) {
  std::vector<Version> versions;
  const std::vector<std::size_t> starts = VersionFinder(reading).starts();
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const auto first = reading.drafts.begin() + static_cast<std::ptrdiff_t>(starts[i]);
    const auto end = i + 1 < starts.size() ? reading.drafts.begin() + static_cast<std::ptrdiff_t>(starts[i + 1])
                                           : reading.drafts.end();
    versions.push_back({first->span.begin, {std::make_move_iterator(first), std::make_move_iterator(end)}, {}});
    take_title(versions.back());
  }
  if (!starts.empty())
    reading.drafts.erase(reading.drafts.begin() + static_cast<std::ptrdiff_t>(starts.front()), reading.drafts.end());
  return versions;
}

std::vector<Draft> moved_to_front(std::vector<Draft> drafts, std::uint32_t begin) {
  const auto move = [&](Span& span) { span = {span.begin - begin, span.end - begin}; };
  for (Draft& draft : drafts) {
    move(draft.span);
    move(draft.content);
    draft.text.move_to_front(begin);
  }
  return drafts;
}

}  // namespace herald::reading
