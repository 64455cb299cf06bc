// An issuer's name is told from a title by how it is written (names only), by a word of a pack's
// letterhead_words and by its place in it, or by being said again in the text.
#include "core/reading/letterhead.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/language/text.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

/// A line of nothing but names: every word of four letters and more has a capital.
bool is_name_line(std::string_view text) {
  constexpr std::size_t longest_particle = 3;
  std::size_t capitals = 0;
  for (const std::string_view word : split_words(text)) {
    if (starts_lower(word) && count_letters(word) > longest_particle) return false;
    if (!starts_lower(word) && count_letters(word) > 0) ++capitals;
  }
  return capitals > 0;
}

bool is_letterhead_word(std::string_view word, const language::Packs& packs) {
  return is_phrase(word, packs, &language::Pack::letterhead_words);
}

/// Whether the line is said again in the text, as an issuer's name is and a title is not.
bool is_said_again(const Reading& reading, std::size_t index) {
  constexpr std::size_t looked_at = 24;
  constexpr std::size_t looked_at_bytes = 4096;
  const std::string wanted = language::fold_case(strip_punctuation(reading.drafts[index].text.text()));
  for (std::size_t i = index + 1; i < reading.drafts.size() && i < index + looked_at; ++i) {
    const std::string& text = reading.drafts[i].text.text();
    const std::string_view top = std::string_view(text).substr(0, looked_at_bytes);
    if (text.size() > 2 * wanted.size() && language::fold_case(top).find(wanted) != std::string::npos) return true;
  }
  return false;
}

/// The issuer's name above the title: a line of names with a word such as "ministry", that a headline in
/// the style of titles could not be. Where a language puts that word first, its headlines have small letters.
bool is_issuer_line(const Reading& reading, std::size_t index) {
  constexpr std::size_t most_issuer_words = 10;
  const std::string& text = reading.drafts[index].text.text();
  if (count_words(text, most_issuer_words + 1) > most_issuer_words || ends_sentence(text)) return false;
  const std::vector<std::string_view> words = split_words(text);
  if (words.empty() || !is_name_line(text)) return false;
  if (!has_letterhead_word(text, reading.packs)) return false;
  if (is_said_again(reading, index)) return true;
  if (is_caseless(text)) return false;
  const language::Pack* pack = reading.packs.find(reading.metadata.language);
  const bool head_first =
      pack != nullptr && (pack->noun_order == language::NounOrder::head_first || pack->capital_nouns);
  return is_letterhead_word(words.back(), reading.packs) ||
         (head_first && is_letterhead_word(words.front(), reading.packs) && !is_all_capitals(text));
}

}  // namespace

bool has_letterhead_word(std::string_view text, const language::Packs& packs) {
  const std::vector<std::string_view> words = split_words(text);
  return std::any_of(words.begin(), words.end(),
                     [&packs](std::string_view word) { return is_letterhead_word(word, packs); });
}

std::size_t issuer_lines(const Reading& reading, const std::vector<std::size_t>& open) {
  constexpr std::size_t most_second_line_words = 5;
  if (open.size() < 2 || reading.has_markup || !is_issuer_line(reading, open[0])) return 0;
  std::size_t lines = 1;
  while (lines + 1 < open.size()) {
    const Draft& next = reading.drafts[open[lines]];
    const std::string& text = next.text.text();
    const bool belongs = is_issuer_line(reading, open[lines]) ||
                         (open[lines] == open[lines - 1] + 1 && !next.blank_before && is_name_line(text) &&
                          count_words(text) <= most_second_line_words &&
                          count_words(reading.drafts[open[lines + 1]].text.text()) > count_words(text));
    if (!belongs) break;
    ++lines;
  }
  return lines;
}

}  // namespace herald::reading
