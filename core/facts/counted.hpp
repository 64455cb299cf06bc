// What a figure counts: the noun behind it, what a sum is for, and where nothing stands behind it the subject before
// it or what the figure before it counts.
#pragma once

#include <array>

#include "core/facts/currencies.hpp"
#include "core/facts/noun_phrase.hpp"
#include "core/facts/numbers.hpp"
#include "core/facts/subject.hpp"

namespace herald::facts {

class CountedReader {
 public:
  CountedReader(const Context& context, const NumberReader& numbers, const NounPhraseReader& phrases,
                const CurrencyReader& currencies)
      : context_(context), numbers_(numbers), phrases_(phrases), currencies_(currencies), subjects_(context) {}

  /// What the figure at `range` counts, whose words begin at token `qualified` (with "more than"); empty where nothing
  /// says so.
  Range of(FigureKind kind, Range range, std::size_t qualified, Range sentence) const;
  /// Remembers a figure that was taken, as the next one may share what it counts.
  void remember(FigureKind kind, Range range, Range counted);

 private:
  struct Taken {
    FigureKind kind = FigureKind::count;
    Range range;
    Range counted;
  };
  std::size_t behind_rate(std::size_t at) const;
  Range behind(FigureKind kind, std::size_t at, Range sentence) const;
  Range of_whole(std::size_t at, Range sentence) const;
  Range for_what(std::size_t at, Range sentence) const;
  Range in_list(std::size_t at, Range sentence) const;
  Range whole_of_part(FigureKind kind, std::size_t qualified) const;
  Range of_part(FigureKind kind, std::size_t at, std::size_t qualified, Range sentence) const;
  Range shared(FigureKind kind, std::size_t qualified, Range sentence) const;
  Range in_brackets(std::size_t qualified, Range sentence) const;
  Range ahead(FigureKind kind, std::size_t qualified, Range sentence) const;
  Range of_sentence_before(FigureKind kind, std::size_t qualified, Range sentence) const;
  Range where(std::size_t at, Range sentence) const;
  Range rate(std::size_t at, Range sentence) const;
  bool only_joined(std::size_t from, std::size_t to) const;

  const Context& context_;
  const NumberReader& numbers_;
  const NounPhraseReader& phrases_;
  const CurrencyReader& currencies_;
  SubjectReader subjects_;
  Taken previous_;
  std::array<Taken, 7> last_;  // by FigureKind
  Range whole_;                // what the last "58 of 739 patients" counted
};

}  // namespace herald::facts
