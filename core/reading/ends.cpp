// End marks (###, -30-, ENDS) and lines of nothing but ornaments. A line that has a letter or a digit
// is never noise here.
#include <algorithm>

#include "core/language/dates.hpp"
#include "core/language/text.hpp"
#include "core/reading/passes.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

// No end mark or ornament is longer; the bound keeps the pass linear over long lines.
constexpr std::size_t longest_mark = 200;

bool is_hash_mark(std::string_view text) {
  std::size_t hashes = 0;
  for (const char c : text) {
    if (c == '#') {
      ++hashes;
    } else if (c != ' ' && c != '-') {
      return false;
    }
  }
  return hashes >= 2;
}

/// "-30-", "– 30 –", "(30)": the old wire mark needs something around it, a bare 30 is a number.
bool is_thirty(std::string_view text) {
  return text.size() > 2 && strip_punctuation(text) == "30" && text.size() <= 12;
}

/// "- 2 -", and in hard-wrapped text, which keeps the feet of its pages, "Page 1 of 2".
bool is_page_number(std::string_view text, const Reading& reading) {
  if (text.size() > 30) return false;
  std::size_t numbers = 0;
  std::size_t letters = 0;
  std::size_t run = 0;
  std::size_t longest_run = 0;
  for (std::size_t at = 0; at < text.size();) {
    const language::CodePoint point = language::code_point_at(text, at);
    const bool digit = language::is_digit(point.value);
    if (digit && (at == 0 || !language::is_digit(language::code_point_before(text, at).value))) ++numbers;
    if (language::is_letter(point.value)) ++letters;
    run = digit ? run + 1 : 0;
    longest_run = std::max(longest_run, run);
    at += point.length;
  }
  const bool between_dashes = numbers == 1 && letters == 0 &&
                              language::is_dash(language::code_point_at(text, 0).value) &&
                              language::is_dash(last_character(text)) && text.size() <= 9;
  // "Página 1 de 2" has eight letters; a title has more.
  // Four digits are a year.
  if (longest_run > 3) return false;
  return between_dashes ||
         (reading.wrap_width > 0 && numbers == 2 && letters >= 3 && letters <= 10 && count_words(text) == 4);
}

/// "[ENDS 14/05/2026]": the day on which it was issued stands with the mark.
bool is_dated_mark(std::string_view text, const language::Packs& packs) {
  constexpr std::size_t longest_dated_mark = 40;
  if (text.size() > longest_dated_mark) return false;
  text = strip_punctuation(text);
  const auto mark = starts_with_phrase(text, packs, &language::Pack::end_marks);
  return mark && mark->length < text.size() &&
         language::whole_date(strip_punctuation(text.substr(mark->length)), packs, {}).has_value();
}

}  // namespace

bool is_end_mark(std::string_view text, const language::Packs& packs) {
  if (text.size() > longest_mark) return false;
  if (is_dated_mark(text, packs)) return true;
  return is_hash_mark(text) || is_thirty(text) || is_phrase(text, packs, &language::Pack::end_marks);
}

void mark_end_marks_and_ornaments(Reading& reading) {
  for (Draft& draft : reading.drafts) {
    if (draft.settled) continue;
    const std::string& text = draft.text.text();
    if (text.size() > longest_mark) continue;
    const std::string_view whole = reading.source.substr(draft.span.begin, draft.span.size());
    if (is_end_mark(text, reading.packs) || is_end_mark(whole, reading.packs)) {
      settle(draft, BlockKind::end_mark);
    } else if (!has_word(text) || is_page_number(whole, reading)) {
      settle(draft, BlockKind::noise);
    }
  }
}

}  // namespace herald::reading
