// What a figure measures where the noun stands before it: the subject of its clause ("the lending rate was cut to"),
// what a verb is said to do something to ("raised its rate by"), the words before a bracket, the head of a row.
#pragma once

#include "core/facts/context.hpp"

namespace herald::facts {

class SubjectReader {
 public:
  explicit SubjectReader(const Context& context) : context_(context) {}

  /// What is said to be as much as the figure whose words begin at token i. `linked` says that a noun with no more
  /// than "of" behind it is enough ("a rise of"). Empty where there is none; a pronoun is none, see leans_back().
  Range before(std::size_t i, Range sentence, bool linked) const;
  /// Whether the verb before token i says that a sum changes hands ("received"), so that what stands behind it says
  /// more of it than who does.
  bool flows(std::size_t i, Range sentence) const;
  /// Whether the verb before token i only follows an "and", so that its subject is that of the verb before.
  bool goes_on(std::size_t i, Range sentence) const;
  /// Whether the subject of the clause before token i is a pronoun, so that the sentence before has the noun.
  bool leans_back(std::size_t i, Range sentence) const;
  /// The words right before the bracket or mark at token i that are one noun phrase.
  Range phrase_to(std::size_t i, Range sentence) const;
  /// All of a range without small words at its ends, where it is words and figures only and no longer than a phrase.
  Range whole(Range range) const;
  /// The first cell of a row of a table, or the label before a colon, that the figure at token i belongs to.
  Range head_of_row(std::size_t i, Range sentence) const;

 private:
  struct Verb {
    std::size_t first = 0;
    std::size_t end = 0;
    bool found() const noexcept { return end > first; }
  };
  Verb verb_before(std::size_t i, std::size_t first) const;
  Range object_between(Verb verb, std::size_t i) const;
  bool reaches(Verb verb, std::size_t i) const;
  bool leads_aside(std::size_t i) const;
  Range subject_of(std::size_t verb, Range sentence) const;
  std::size_t skip_aside(std::size_t i, std::size_t first) const;
  std::size_t skip_relative(std::size_t i, std::size_t first) const;
  std::size_t behind_saying(Range range) const;
  Range trimmed(Range range) const;
  std::size_t behind_verb(Range range) const;
  std::size_t clause_begin(std::size_t i, std::size_t first) const;
  bool is_small(std::size_t i) const;
  bool is_weak(Match verb, std::size_t first) const;
  bool joins(std::size_t i) const;

  const Context& context_;
};

}  // namespace herald::facts
