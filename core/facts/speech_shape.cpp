#include "core/facts/speech_shape.hpp"

namespace herald::facts {

std::size_t words_of(const Context& context, const Speech& speech) {
  std::size_t count = 0;
  for (const Range& part : speech.parts)
    for (std::size_t i = part.first; i < part.end; ++i) count += context.is_word(i) ? 1 : 0;
  return count;
}

bool begins_small(const Context& context, const Speech& speech) {
  const std::size_t first = speech.parts.front().first;
  return context.is_word(first) && !context.tokens[first].capital;
}

bool is_title(const Context& context, const Speech& speech) {
  std::size_t long_words = 0;
  std::size_t capitals = 0;
  for (const Range& part : speech.parts) {
    for (std::size_t i = part.first; i < part.end; ++i) {
      if (!context.is_word(i) || context.tokens[i].end - context.tokens[i].begin <= 3) continue;
      ++long_words;
      capitals += context.tokens[i].capital ? 1 : 0;
    }
  }
  // Seven tenths in capitals is a title; a sentence opens with one and names a few, or has them on all its nouns.
  return long_words >= 2 && capitals * 10 >= long_words * (context.pack.capital_nouns ? 10 : 7);
}

}  // namespace herald::facts
