// Phrases by their first word. A phrase is cut by the same tokenisation as the text it is looked for in.
#include "core/language/lexicon.hpp"

#include <algorithm>

#include "core/language/tokens.hpp"

namespace herald::language {

void Lexicon::add(std::string_view phrase, WordClass word_class, std::int64_t value, std::string_view code, int pack) {
  std::vector<std::string> words = phrase_words(phrase);
  if (words.empty()) return;
  std::vector<Phrase>& known = by_first_[words.front()];
  const auto shorter = [&](const Phrase& other) { return other.words.size() < words.size(); };
  const auto place = std::find_if(known.begin(), known.end(), shorter);
  known.insert(place, Phrase{std::move(words), word_class, value, std::string(code), pack});
}

void Lexicon::add_compound(std::string_view ending, WordClass word_class, int pack) {
  by_ending_[std::string(ending)].push_back({{std::string(ending)}, word_class, 0, {}, pack});
  longest_ending_ = std::max(longest_ending_, ending.size());
}

const std::vector<Phrase>* Lexicon::find_compound(std::string_view word) const noexcept {
  // Shorter first parts are those of other words: "Teleiter" is no "Leiter".
  constexpr std::size_t shortest_first_part = 2;
  if (by_ending_.empty() || word.size() <= shortest_first_part) return nullptr;
  for (std::size_t at = std::max(shortest_first_part, word.size() - std::min(word.size(), longest_ending_));
       at < word.size(); ++at) {
    if ((static_cast<unsigned char>(word[at]) & 0xC0) == 0x80) continue;  // inside a character
    if (const auto found = by_ending_.find(word.substr(at)); found != by_ending_.end()) return &found->second;
  }
  return nullptr;
}

void Lexicon::set_proclitics(std::vector<std::string> proclitics,
                             std::vector<std::pair<std::string, std::string>> merged) {
  proclitics_ = std::move(proclitics);
  merged_ = std::move(merged);
}

const std::vector<Phrase>* Lexicon::find(std::string_view first) const noexcept {
  const auto found = by_first_.find(first);
  return found == by_first_.end() ? nullptr : &found->second;
}

}  // namespace herald::language
