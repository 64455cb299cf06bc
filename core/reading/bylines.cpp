#include "core/reading/bylines.hpp"

#include <algorithm>
#include <string>

#include "core/language/text.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {

bool is_byline(std::string_view text, const language::Packs& packs) {
  constexpr std::size_t most_words = 10;
  constexpr std::size_t longest_small_word = 3;  // "and", "in"
  const auto word = starts_with_phrase(text, packs, &language::Pack::byline_words);
  if (!word || ends_sentence(text) || count_words(text, most_words + 1) > most_words) return false;
  const std::string_view behind = text.substr(word->length);
  const bool labelled = language::trim(behind).starts_with(':');
  // "By Land, Sea and Air", "Source Water Protection Plan Adopted" are titles: names have two words or three.
  if (!labelled && behind.find(',') != std::string_view::npos) return false;
  constexpr std::size_t fewest_name_words = 2;
  constexpr std::size_t most_name_words = 3;
  std::size_t capitals = 0;
  bool names = true;
  for (const std::string_view name : split_words(behind)) {
    const bool small = starts_lower(name);
    if (small && count_letters(name) > longest_small_word) return false;
    if (small) names = names && capitals >= fewest_name_words && capitals <= most_name_words;
    capitals = small ? 0U : capitals + 1;
  }
  return labelled ? capitals > 0 : names && capitals >= fewest_name_words && capitals <= most_name_words;
}

bool is_byline_or_label(const std::vector<Draft>& drafts, std::size_t index) {
  const std::string& text = drafts[index].text.text();
  const auto is_date = [&](std::size_t i) { return i < drafts.size() && drafts[i].kind == BlockKind::date_line; };
  const bool beside_date = is_date(index + 1) || (index > 0 && is_date(index - 1));
  const std::size_t most_words = beside_date ? 2 : 1;
  const std::vector<std::string_view> words = split_words(text);
  const bool marked = text.find_first_of("0123456789:") != std::string::npos || ends_sentence(text);
  return !marked && !is_caseless(text) && words.size() <= most_words && (beside_date || is_all_capitals(text)) &&
         std::none_of(words.begin(), words.end(), [](std::string_view word) { return starts_lower(word); });
}

bool is_credit(std::string_view text) {
  constexpr std::size_t most_words = 4;
  const std::vector<std::string_view> words = split_words(text);
  const auto labels =
      std::count_if(words.begin(), words.end(), [](std::string_view word) { return word.ends_with(':'); });
  // "Released: 9.30am, 22 April  Next release: 22 July" has labels, too, and says when.
  if (text.find_first_of("0123456789") != std::string_view::npos) return false;
  return !words.empty() && words.front().ends_with(':') && words.size() > 1 &&
         (words.size() <= most_words || labels > 1);
}

}  // namespace herald::reading
