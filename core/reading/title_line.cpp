#include "core/reading/title_line.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "core/language/text.hpp"
#include "core/reading/letterhead.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

constexpr std::size_t zone = 24;  // of the front matter

/// A word or two above the title that say what it is about: "Health", "TRADE AND INDUSTRY".
bool is_kicker(const std::string& text, const std::string& next) {
  constexpr std::size_t most_words = 2;
  constexpr std::size_t most_words_in_capitals = 4;
  constexpr std::size_t fewest_title_words = 4;
  const std::size_t words = count_words(text, most_words_in_capitals + 1);
  const bool capitals = is_all_capitals(text) && !is_all_capitals(next);
  if (words == 0 || words > (capitals ? most_words_in_capitals : most_words) || ends_sentence(text)) return false;
  return count_words(next) >= std::max(fewest_title_words, 2 * words) && !ends_sentence(next);
}

/// Whether a line says this one, alone or with the name of the site behind it: "Port opens | Port Office".
bool is_title_of_page(const std::string& line, const std::string& title) {
  if (!line.starts_with(title)) return false;
  const std::string_view rest = std::string_view(line).substr(title.size());
  return rest.empty() || rest.starts_with(" | ") || rest.starts_with(" - ") || rest.starts_with(" – ") ||
         rest.starts_with(" — ") || rest.starts_with(" « ") || rest.starts_with(" :: ");
}

/// The line that stands above the lead twice, as pages repeat their title; the last of the two.
std::optional<std::size_t> said_twice(const Reading& reading, const std::vector<std::size_t>& open) {
  constexpr std::size_t fewest_words = 5;
  std::vector<std::string> seen;
  for (const std::size_t i : open) {
    const std::string& text = reading.drafts[i].text.text();
    if (count_words(text, fewest_words) < fewest_words) continue;
    std::string key = language::fold_case(strip_punctuation(text));
    // The issuer's name may stand above and below the title.
    if (issuer_lines(reading, {i, open.back()}) > 0) continue;
    if (std::any_of(seen.begin(), seen.end(), [&](const std::string& one) { return is_title_of_page(one, key); }))
      return i;
    seen.push_back(std::move(key));
  }
  return std::nullopt;
}

}  // namespace

std::size_t choose_title(const Reading& reading, const std::vector<std::size_t>& all, std::vector<std::size_t> open) {
  if (!reading.has_markup)
    if (const std::optional<std::size_t> twice = said_twice(reading, all)) return *twice;
  const std::vector<Draft>& drafts = reading.drafts;
  open.erase(open.begin(), open.begin() + static_cast<std::ptrdiff_t>(issuer_lines(reading, open)));
  if (!reading.has_markup && open.size() > 1 && is_kicker(drafts[open[0]].text.text(), drafts[open[1]].text.text())) {
    open.erase(open.begin());
  }
  // A slogan in small letters is no title where one in capitals follows.
  if (!reading.has_markup && open.size() > 1 && starts_lower(drafts[open[0]].text.text()) &&
      !starts_lower(drafts[open[1]].text.text()) &&
      count_words(drafts[open[1]].text.text()) >= count_words(drafts[open[0]].text.text()))
    open.erase(open.begin());
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

}  // namespace herald::reading
