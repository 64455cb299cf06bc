// What a page or a printer sets around a text and a paste takes along: buttons for sharing, the time that reading
// takes, links to other stories, the feet and running heads of pages. Only lines that are nothing else are noise; what
// the words are, the packs say.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/language/text.hpp"
#include "core/reading/passes.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

constexpr std::size_t most_words = 14;       // of a row of buttons
constexpr std::size_t most_link_words = 24;  // of the title of another story
constexpr std::size_t most_running_words = 16;
constexpr std::size_t longest_line = 240;  // bytes

bool is_open(const Draft& draft) {
  const bool text = draft.kind == BlockKind::paragraph || draft.kind == BlockKind::heading;
  return !draft.settled && text && draft.text.text().size() <= longest_line;
}

/// The digits that the text begins with; "1,204" and "3.5" are one number.
std::string_view leading_number(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && ((text[end] >= '0' && text[end] <= '9') ||
                               (end > 0 && (text[end] == ',' || text[end] == '.' || text[end] == ':'))))
    ++end;
  return text.substr(0, end);
}

/// Whether the text is phrases of one list and numbers, and nothing else.
bool is_made_of(std::string_view text, const language::Packs& packs, std::vector<std::string> language::Pack::*list) {
  constexpr std::size_t longest_row = 120;  // bytes
  if (text.size() > longest_row || count_words(text, most_words + 1) > most_words) return false;
  bool phrases = false;
  for (text = strip_punctuation(text); !text.empty(); text = strip_punctuation(text)) {
    if (const std::string_view number = leading_number(text); !number.empty()) {
      if (is_year(number)) return false;  // of a date
      text.remove_prefix(number.size());
      continue;
    }
    const auto phrase = starts_with_phrase(text, packs, list);
    if (!phrase) return false;
    phrases = true;
    text.remove_prefix(phrase->length);
  }
  return phrases;
}

/// "4 hours ago · 2 min read", "Facebook Twitter WhatsApp"; but "X" above an article is its number.
bool is_furniture(std::string_view text, const language::Packs& packs) {
  constexpr std::size_t fewest_letters = 2;
  return count_letters(text) >= fewest_letters && is_made_of(text, packs, &language::Pack::furniture);
}

/// "Home » News » Minister opens bridge": the way to the page.
bool is_trail(std::string_view text, const language::Packs& packs) {
  for (const std::string_view mark : {" » ", " › ", " > ", " / ", " → "}) {
    const std::size_t at = text.find(mark);
    if (at != std::string_view::npos) return is_phrase(text.substr(0, at), packs, &language::Pack::furniture);
  }
  return false;
}

/// "Page 2 of 5", "p. 2 of 5": a number goes with the word; "Of 12", "S 21" are none.
bool is_page_foot(std::string_view text, const language::Packs& packs) {
  constexpr std::size_t shortest_word = 4;  // bytes
  std::size_t numbers = 0;
  bool word = false;
  for (const std::string_view part : split_words(text)) {
    numbers += leading_number(part).empty() ? 0 : 1;
    word = word || strip_punctuation(part).size() >= shortest_word;
  }
  return (numbers > 1 || (numbers == 1 && word)) && is_made_of(text, packs, &language::Pack::page_words);
}

/// "Also read: Minister opens bridge": a link to another story.
bool is_link_to_other(std::string_view text, const language::Packs& packs) {
  return count_words(text, most_link_words + 1) <= most_link_words && !ends_sentence(text) &&
         after_label(text, packs, &language::Pack::other_story_labels) > 0;
}

struct PageFoot {
  std::uint32_t page = 0;
  std::uint32_t pages = 0;
};

/// "2/5" alone on a line.
std::optional<PageFoot> page_of_pages(std::string_view text) {
  constexpr std::size_t most_digits = 3;
  PageFoot foot;
  std::size_t at = 0;
  const auto read = [&](std::uint32_t& value) {
    const std::size_t begin = at;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && at - begin < most_digits; ++at)
      value = value * 10 + static_cast<std::uint32_t>(text[at] - '0');
    return at > begin && value > 0;
  };
  if (!read(foot.page)) return std::nullopt;
  while (at < text.size() && text[at] == ' ') ++at;
  if (at >= text.size() || text[at] != '/') return std::nullopt;
  ++at;
  while (at < text.size() && text[at] == ' ') ++at;
  if (!read(foot.pages) || at != text.size() || foot.page > foot.pages) return std::nullopt;
  return foot;
}

/// "1/2" and "2/2": a single line of that shape ("9/11") may be anything but the foot of a first or last page.
void mark_page_feet(std::vector<Draft>& drafts, std::vector<std::size_t>& feet) {
  std::vector<std::pair<std::size_t, PageFoot>> found;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (!is_open(drafts[i])) continue;
    if (const auto foot = page_of_pages(language::trim(drafts[i].text.text()))) found.emplace_back(i, *foot);
  }
  PageFoot before;
  for (std::size_t k = 0; k < found.size(); ++k) {
    const auto& [i, foot] = found[k];
    const bool goes_on = before.page > 0 && before.page + 1 == foot.page && before.pages == foot.pages;
    const bool goes_on_behind =
        k + 1 < found.size() && found[k + 1].second.page == foot.page + 1 && found[k + 1].second.pages == foot.pages;
    const bool last = foot.page == foot.pages && i + 1 == drafts.size();
    if (!goes_on && !goes_on_behind && !last) continue;
    before = foot;
    settle(drafts[i], BlockKind::noise);
    feet.push_back(i);
  }
}

/// The line beside the foot of a page that stands elsewhere too is the head of the pages: all but the first are noise.
void mark_running_heads(std::vector<Draft>& drafts, const std::vector<std::size_t>& feet) {
  if (feet.empty()) return;
  const auto key = [&](std::size_t i) { return language::fold_case(strip_punctuation(drafts[i].text.text())); };
  const auto may_run = [&](std::size_t i) {
    return i < drafts.size() && is_open(drafts[i]) &&
           count_words(drafts[i].text.text(), most_running_words + 1) <= most_running_words;
  };
  // A line beside one foot alone may be anything.
  std::unordered_map<std::string, std::size_t> beside;
  for (const std::size_t foot : feet)
    for (const std::size_t i : {foot - 1, foot + 1})
      if (may_run(i)) ++beside[key(i)];
  std::unordered_set<std::string> seen;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (!may_run(i)) continue;
    std::string head = key(i);
    const auto found = beside.find(head);
    if (found != beside.end() && found->second > 1 && !seen.insert(std::move(head)).second)
      settle(drafts[i], BlockKind::noise);
  }
}

}  // namespace

void mark_furniture(Reading& reading) {
  std::vector<std::size_t> feet;
  for (std::size_t i = 0; i < reading.drafts.size(); ++i) {
    Draft& draft = reading.drafts[i];
    if (!is_open(draft)) continue;
    const std::string& text = draft.text.text();
    const bool foot = is_page_foot(text, reading.packs);
    if (!foot && !is_furniture(text, reading.packs) && !is_trail(text, reading.packs) &&
        !is_link_to_other(text, reading.packs))
      continue;
    // "Email" alone heads an address.
    if (is_phrase(text, reading.packs, &language::Pack::contact_starters)) continue;
    if (foot) feet.push_back(i);
    settle(draft, BlockKind::noise);
  }
  mark_page_feet(reading.drafts, feet);
  mark_running_heads(reading.drafts, feet);
}

}  // namespace herald::reading
