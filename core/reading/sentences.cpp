// ICU's sentence breaker (UAX #29) over the folded text of each block, so that a line end is no sentence
// end; its breaks are then taken back after abbreviations and initials, and before the attribution of a
// question or exclamation. A stop that lost its space ("…last year.The ministry…") gets its break.
#include "core/reading/sentences.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "core/language/text.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

// Words that an attribution may have before its verb: "Secretary General Jane Doe said".
constexpr std::size_t most_attribution_words = 6;
constexpr std::size_t longest_token = 40;

struct BreakerCloser {
  void operator()(UBreakIterator* breaker) const { ubrk_close(breaker); }
};

struct TextCloser {
  void operator()(UText* text) const { utext_close(text); }
};

bool is_space_byte(char c) { return c == ' '; }

/// The word of `text` that ends at `end`, back to the space before it.
std::string_view token_before(std::string_view text, std::size_t end) {
  while (end > 0 && is_space_byte(text[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && end - begin < longest_token && !is_space_byte(text[begin - 1])) --begin;
  return text.substr(begin, end - begin);
}

std::string_view token_after(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && end - begin < longest_token && !is_space_byte(text[end])) ++end;
  return text.substr(begin, end - begin);
}

/// Without brackets and quotes in front: "(Dr." is an abbreviation too.
std::string_view without_opening(std::string_view token) {
  while (!token.empty()) {
    const language::CodePoint point = language::code_point_at(token, 0);
    if (language::is_letter(point.value) || language::is_digit(point.value)) break;
    token.remove_prefix(point.length);
  }
  return token;
}

/// "Today,U.S." has lost a space: the part after the comma, bracket or dash.
std::string_view last_part(std::string_view token) {
  const std::size_t last = token.find_last_of(",;:()[]/");
  return last == std::string_view::npos || last + 1 >= token.size() ? token : token.substr(last + 1);
}

class Cutter {
 public:
  explicit Cutter(const Reading& reading) : pack_(reading.packs.find(reading.metadata.language)) {
    for (const language::Pack& pack : reading.packs.all()) {
      abbreviations_.insert(pack.abbreviations.begin(), pack.abbreviations.end());
      verbs_.insert(pack.reporting_verbs.begin(), pack.reporting_verbs.end());
    }
    if (pack_ != nullptr) {
      stop_words_.insert(pack_->stop_words.begin(), pack_->stop_words.end());
      // A language that writes days with a stop ("3. Mai") writes all its ordinals so.
      ordinals_have_stops_ = std::any_of(pack_->words.begin(), pack_->words.end(), [](const language::PackWord& word) {
        return word.word_class == language::WordClass::day_suffix && word.phrase == ".";
      });
    }
    UErrorCode status = U_ZERO_ERROR;
    // Root rules: the tailorings of the packs' languages differ in nothing that is not done below.
    breaker_.reset(ubrk_open(UBRK_SENTENCE, "", nullptr, 0, &status));
    if (U_FAILURE(status)) breaker_.reset();
  }

  /// Calls `take(begin, end)` for each sentence.
  template <typename Take>
  void cut(std::string_view text, Take take) {
    std::size_t begin = 0;
    const auto emit = [&](std::size_t end) {
      while (begin < end && is_space_byte(text[begin])) ++begin;
      std::size_t last = end;
      while (last > begin && is_space_byte(text[last - 1])) --last;
      if (last > begin) take(begin, last);
      begin = end;
    };
    // Most items, headings and lines hold one sentence: nothing to ask.
    if (!breaker_ || text.find_first_of(".!?\xD8\xDB\xE2\xE3\xE0\xEF") >= text.size() - 1) {
      emit(text.size());
      return;
    }
    UErrorCode status = U_ZERO_ERROR;
    utext_.reset(utext_openUTF8(utext_.release(), text.data(), static_cast<std::int64_t>(text.size()), &status));
    ubrk_setUText(breaker_.get(), utext_.get(), &status);
    if (U_FAILURE(status)) {
      emit(text.size());
      return;
    }
    std::size_t searched = 0;
    for (std::int32_t at = ubrk_first(breaker_.get()); at != UBRK_DONE; at = ubrk_next(breaker_.get())) {
      const auto boundary = static_cast<std::size_t>(at);
      if (boundary == 0) continue;
      cut_lost_spaces(text, searched, boundary, emit);
      searched = boundary;
      if (boundary >= text.size() || is_sentence_end(text, boundary)) emit(boundary);
    }
  }

 private:
  /// Breaks where a stop between a word in small letters and a capital lost its space.
  template <typename Emit>
  void cut_lost_spaces(std::string_view text, std::size_t begin, std::size_t end, Emit& emit) const {
    // Within the part only: a search to the end of the text for each part would be quadratic.
    const std::string_view part = text.substr(0, end);
    for (std::size_t at = part.find('.', begin); at < end; at = part.find('.', at + 1)) {
      if (at < 3 || at + 2 >= end) continue;
      const char before = text[at - 1];
      const bool word_before = before >= 'a' && before <= 'z' && text[at - 2] >= 'a' && text[at - 2] <= 'z' &&
                               text[at - 3] >= 'a' && text[at - 3] <= 'z';
      const bool word_after = text[at + 1] >= 'A' && text[at + 1] <= 'Z' &&
                              (text[at + 2] == ' ' || (text[at + 2] >= 'a' && text[at + 2] <= 'z'));
      if (!word_before || !word_after) continue;
      const std::string_view token = token_before(text, at);
      const std::string_view after = token_after(text, at + 1);
      // An address has more than one dot, or a slash or an at sign.
      if (token.find_first_of("./@:") != std::string_view::npos || after.find_first_of("/@") != std::string_view::npos)
        continue;
      if (after.find('.') < after.size() - 1) continue;
      emit(at + 1);
    }
  }

  bool is_sentence_end(std::string_view text, std::size_t boundary) const {
    const std::string_view last = token_before(text, boundary);
    if (last.empty()) return false;
    if (last.back() == '.') return !is_abbreviated(last, text, boundary);
    return !is_before_attribution(last, text, boundary);
  }

  /// "Dr.", "J.", "U.S.": no end, unless the next word is one that only begins a sentence ("The").
  bool is_abbreviated(std::string_view token, std::string_view text, std::size_t boundary) const {
    const std::string_view bare = without_opening(last_part(token));
    if (bare.size() < 2) return false;
    const std::string folded = language::fold_case(bare);
    const bool initials = is_initials(bare);
    if (!initials && !(ordinals_have_stops_ && is_ordinal(bare)) && !abbreviations_.contains(folded) &&
        !abbreviations_.contains(folded.substr(0, folded.size() - 1))) {
      return false;
    }
    const std::string_view next = without_opening(token_after(text, boundary));
    return !stop_words_.contains(language::fold_case(strip_punctuation(next)));
  }

  /// One or two digits and a stop; larger numbers rather end a sentence.
  static bool is_ordinal(std::string_view token) {
    constexpr std::size_t most_digits = 2;
    return token.size() <= most_digits + 1 &&
           std::all_of(token.begin(), token.end() - 1, [](char c) { return c >= '0' && c <= '9'; });
  }

  /// Single letters, each with a stop behind it.
  static bool is_initials(std::string_view token) {
    std::size_t at = 0;
    while (at < token.size()) {
      const language::CodePoint letter = language::code_point_at(token, at);
      if (!language::is_upper(letter.value)) return false;
      at += letter.length;
      if (at >= token.size() || token[at] != '.') return false;
      ++at;
      if (at < token.size() && token[at] == '-') ++at;
    }
    return true;
  }

  /// “Will it last?” Minister Jane Doe asked.
  bool is_before_attribution(std::string_view last, std::string_view text, std::size_t boundary) const {
    const char32_t mark = language::code_point_before(last, last.size()).value;
    if (!language::is_closing_quote(mark) && mark != U'"') return false;
    std::size_t at = boundary;
    for (std::size_t word = 0; word < most_attribution_words && at < text.size(); ++word) {
      const std::string_view token = token_after(text, at);
      if (token.empty() || is_quote_mark(language::code_point_at(token, 0).value)) return false;
      if (verbs_.contains(language::fold_case(strip_punctuation(token)))) return true;
      if (token.back() == '.' || token.back() == ',') return false;
      at += token.size() + 1;
    }
    return false;
  }

  const language::Pack* pack_;
  std::unordered_set<std::string> abbreviations_;
  std::unordered_set<std::string> verbs_;
  std::unordered_set<std::string> stop_words_;
  bool ordinals_have_stops_ = false;
  std::unique_ptr<UText, TextCloser> utext_;
  std::unique_ptr<UBreakIterator, BreakerCloser> breaker_;
};

bool has_sentences(BlockKind kind) {
  return kind != BlockKind::noise && kind != BlockKind::image && kind != BlockKind::end_mark;
}

}  // namespace

std::vector<Sentence> cut_sentences(const Reading& reading) {
  std::vector<Sentence> sentences;
  Cutter cutter(reading);
  for (std::size_t i = 0; i < reading.drafts.size(); ++i) {
    const Draft& draft = reading.drafts[i];
    if (!has_sentences(draft.kind) || draft.text.empty()) continue;
    const auto add = [&](std::size_t begin, std::size_t end) {
      sentences.push_back({draft.text.source_span(begin, end), static_cast<std::uint32_t>(i)});
    };
    // A heading or title is one, whatever stops its abbreviations have.
    const bool whole =
        draft.kind == BlockKind::title || draft.kind == BlockKind::heading || draft.kind == BlockKind::table;
    if (whole) {
      add(0, draft.text.text().size());
    } else {
      cutter.cut(draft.text.text(), add);
    }
  }
  return sentences;
}

}  // namespace herald::reading
