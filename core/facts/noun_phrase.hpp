// What a figure counts: the noun phrase behind it, or for sums and rates the subject before it.
#pragma once

#include "core/facts/context.hpp"

namespace herald::facts {

class NounPhraseReader {
 public:
  explicit NounPhraseReader(const Context& context) : context_(context) {}

  /// The noun phrase that begins at token i, with one complement ("squadrons of aircraft").
  Range behind(std::size_t i, std::size_t end) const;
  /// The subject whose measure ends right before token i ("the damage … valued at"). Empty where none.
  Range before(std::size_t i, std::size_t first) const;
  /// Where the words that lead from a subject to its measure begin; i where there are none.
  std::size_t measure_verb_before(std::size_t i, std::size_t first) const;

 private:
  std::size_t simple_phrase(std::size_t i, std::size_t end, std::size_t longest) const;
  bool ends_like(std::size_t i, const std::vector<std::string>& endings) const;
  bool begins_like_verb(std::size_t i) const;
  bool is_noun_part(std::size_t i) const;

  const Context& context_;
};

}  // namespace herald::facts
