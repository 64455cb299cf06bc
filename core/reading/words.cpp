// Answers to the questions of words.hpp. All of them look at a bounded part of the text, so that a
// text of one endless line costs no more than a short one.
#include "core/reading/words.hpp"

#include <algorithm>

#include "core/language/text.hpp"

namespace herald::reading {
namespace {

// No phrase, and no line whose manner of writing matters, is longer.
constexpr std::size_t looked_at = 400;

std::string_view head(std::string_view text) {
  if (text.size() <= looked_at) return text;
  std::size_t end = looked_at;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

bool is_sentence_end(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == U'…' || c == U'؟' || c == U'۔' || c == U'。' || c == U'！' ||
         c == U'？' || c == U'।';
}

bool is_closing(char32_t c) {
  return language::is_closing_quote(c) || c == U'"' || c == U'\'' || c == U')' || c == U']' || c == U'*' || c == U'_';
}

bool begins_a_phrase(std::string_view word, const language::Packs& packs,
                     std::vector<std::string> language::Pack::*list) {
  return std::any_of(packs.all().begin(), packs.all().end(), [&](const language::Pack& pack) {
    return std::any_of((pack.*list).begin(), (pack.*list).end(),
                       [&](const std::string& phrase) { return phrase.compare(0, word.size(), word) == 0; });
  });
}

bool is_word_character(char32_t c) { return language::is_letter(c) || language::is_digit(c); }

}  // namespace

std::size_t count_words(std::string_view text, std::size_t limit) {
  std::size_t words = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size() && words < limit;) {
    const language::CodePoint point = language::code_point_at(text, at);
    at += point.length;
    if (language::is_space(point.value)) {
      in_word = false;
    } else if (!in_word && is_word_character(point.value)) {
      in_word = true;
      ++words;
    }
  }
  return words;
}

char32_t last_character(std::string_view text) {
  const std::string_view trimmed = language::trim(text);
  return trimmed.empty() ? 0 : language::code_point_before(trimmed, trimmed.size()).value;
}

bool ends_sentence(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0) {
    const language::CodePoint point = language::code_point_before(text, end);
    if (is_sentence_end(point.value)) return true;
    if (!is_closing(point.value) && !language::is_space(point.value)) return false;
    end -= point.length;
  }
  return false;
}

char32_t first_letter(std::string_view text) {
  text = head(text);
  for (std::size_t at = 0; at < text.size();) {
    const language::CodePoint point = language::code_point_at(text, at);
    if (language::is_letter(point.value)) return point.value;
    if (language::is_digit(point.value)) return 0;
    at += point.length;
  }
  return 0;
}

bool starts_lower(std::string_view text) { return language::is_lower(first_letter(text)); }

bool is_all_capitals(std::string_view text) {
  text = head(text);
  std::size_t upper = 0;
  std::size_t lower = 0;
  for (std::size_t at = 0; at < text.size();) {
    const language::CodePoint point = language::code_point_at(text, at);
    at += point.length;
    if (language::is_upper(point.value)) ++upper;
    if (language::is_lower(point.value)) ++lower;
  }
  // "McDONALD" and "the USA's" keep a small letter or two in a line of capitals.
  return upper >= 2 && lower * 8 <= upper;
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

bool is_year(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

std::size_t count_letters(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const language::CodePoint point = language::code_point_at(word, at);
    if (language::is_letter(point.value)) ++letters;
    at += point.length;
  }
  return letters;
}

bool is_caseless(std::string_view text) {
  const char32_t letter = first_letter(text);
  return letter != 0 && !language::is_upper(letter) && !language::is_lower(letter);
}

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const language::CodePoint point = language::code_point_at(text, at);
    if (is_word_character(point.value)) return true;
    at += point.length;
  }
  return false;
}

bool is_quote_mark(char32_t c) { return language::is_opening_quote(c) || c == U'"'; }

std::optional<PhraseMatch> starts_with_phrase(std::string_view text, const language::Packs& packs,
                                              std::vector<std::string> language::Pack::*list) {
  // Folding keeps neither length nor place, so the end of the phrase in the text is found by folding
  // ever longer heads of whole words; phrases are a few words long.
  constexpr std::size_t longest_phrase = 8;
  std::optional<PhraseMatch> best;
  const std::string_view start = head(text);
  std::size_t end = 0;
  for (std::size_t word = 0; word < longest_phrase && end < start.size(); ++word) {
    while (end < start.size() && !is_word_character(language::code_point_at(start, end).value)) {
      end += language::code_point_at(start, end).length;
    }
    while (end < start.size() && is_word_character(language::code_point_at(start, end).value)) {
      end += language::code_point_at(start, end).length;
    }
    std::string_view bare = start.substr(0, end);
    const std::string folded = language::fold_case(bare);
    // Nearly every text is settled by its first word.
    if (word == 0 && !begins_a_phrase(folded, packs, list)) return std::nullopt;
    for (const language::Pack& pack : packs.all()) {
      for (const std::string& phrase : pack.*list) {
        if (!phrase.starts_with(folded)) continue;
        // "n°": what stands behind a phrase's last letter stands in the text too.
        const std::string_view sign = std::string_view(phrase).substr(folded.size());
        if (has_word(sign) || !start.substr(end).starts_with(sign)) continue;
        if (!best || end + sign.size() > best->length) best = PhraseMatch{end + sign.size(), phrase};
      }
    }
  }
  return best;
}

std::string_view strip_punctuation(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const language::CodePoint point = language::code_point_at(text, begin);
    if (is_word_character(point.value)) break;
    begin += point.length;
  }
  std::size_t end = text.size();
  while (end > begin) {
    const language::CodePoint point = language::code_point_before(text, end);
    if (is_word_character(point.value)) break;
    end -= point.length;
  }
  return text.substr(begin, end - begin);
}

bool is_rule(std::string_view text) noexcept {
  constexpr std::size_t shortest = 5;
  return text.size() >= shortest && std::string_view("-_=*~").find(text.front()) != std::string_view::npos &&
         text.find_first_not_of(text.front()) == std::string_view::npos;
}

std::size_t after_label(std::string_view text, const language::Packs& packs,
                        std::vector<std::string> language::Pack::*list) {
  if (text.substr(0, looked_at).find(':') == std::string_view::npos) return 0;
  const auto label = starts_with_phrase(text, packs, list);
  if (!label) return 0;
  const std::size_t colon = text.find_first_not_of(' ', label->length);
  return colon != std::string_view::npos && text[colon] == ':' ? colon + 1 : 0;
}

bool is_phrase(std::string_view text, const language::Packs& packs, std::vector<std::string> language::Pack::*list) {
  if (text.size() > looked_at) return false;
  const std::string folded = language::fold_case(strip_punctuation(text));
  if (folded.empty()) return false;
  return std::any_of(packs.all().begin(), packs.all().end(), [&](const language::Pack& pack) {
    return std::find((pack.*list).begin(), (pack.*list).end(), folded) != (pack.*list).end();
  });
}

}  // namespace herald::reading
