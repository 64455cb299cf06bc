// The noun phrase behind a figure.
#pragma once

#include "core/facts/context.hpp"

namespace herald::facts {

class NounPhraseReader {
 public:
  explicit NounPhraseReader(const Context& context) : context_(context) {}

  /// The noun phrase that begins at token i, with one complement ("squadrons of aircraft").
  Range behind(std::size_t i, std::size_t end) const;
  /// Whether token i has the ending of a past tense ("concerned").
  bool ends_as_past(std::size_t i) const;

 private:
  std::size_t before_participle(std::size_t first, std::size_t last) const;
  std::size_t simple_phrase(std::size_t i, std::size_t end, std::size_t longest) const;
  bool begins_like_verb(std::size_t i) const;
  bool is_proclitic(std::size_t i) const;
  bool is_plain_verb(std::size_t i) const;
  bool is_noun_part(std::size_t i) const;

  const Context& context_;
};

}  // namespace herald::facts
