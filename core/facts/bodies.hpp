// Names of organisations as stretches of tokens, by the word that says what kind of body it is ("Ministry", "Council").
// Shape only: what becomes of a stretch is decided in organisations.cpp.
#pragma once

#include "core/facts/names.hpp"

namespace herald::facts {

class BodyReader {
 public:
  BodyReader(const Context& context, const NameReader& names) : context_(context), names_(names) {}

  /// The name around the word for a body at token i, with what it is of ("Bank of the North", "Sea Rescue Council");
  /// empty where the word stands for no named body ("the council met").
  Range around(std::size_t i, Range sentence) const;

  /// The abbreviation in brackets behind a name, empty where there is none.
  Range abbreviation_behind(Range name, Range sentence) const;

  /// Whether the letters of an abbreviation begin words of the name, in their order: "Office for Safe Roads", "OSR".
  bool initials_match(Range name, std::size_t abbreviation) const;

 private:
  std::size_t begin_of(std::size_t i, Range sentence) const;
  std::size_t end_of(std::size_t i, Range sentence) const;
  std::size_t end_of_complement(std::size_t i, Range sentence) const;
  std::size_t end_of_list(std::size_t i, std::size_t end) const;
  std::size_t end_without_capitals(std::size_t head, std::size_t i, std::size_t end) const;
  std::size_t end_of_uncased(std::size_t i, Range sentence) const;
  std::size_t link_at(std::size_t i) const;
  std::size_t end_with_other(Range name, Range sentence) const;
  std::size_t end_at_abbreviation(Range name, Range sentence) const;
  bool is_name(Range name) const;
  bool is_possessive(std::size_t i, Range sentence) const;
  bool is_hyphen(std::size_t i) const;
  bool is_list_item(std::size_t i) const;
  bool is_part(std::size_t i) const;

  const Context& context_;
  const NameReader& names_;
};

}  // namespace herald::facts
