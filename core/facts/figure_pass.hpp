// The pass of figures: what it goes through is in figures.cpp, what stands around a number (the end of a range, a
// currency, a unit, a sign) in figure_parts.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/facts/counted.hpp"
#include "core/facts/currencies.hpp"
#include "core/facts/noun_phrase.hpp"
#include "core/facts/number_guard.hpp"
#include "core/facts/numbers.hpp"
#include "core/facts/ratios.hpp"

namespace herald::facts {

// A figure while it is being read: its tokens, and what the number was.
struct FigureDraft {
  Figure figure;
  Range range;                // sign, currency, number, unit
  std::size_t number_at = 0;  // the first token of the number
  std::size_t value_end = 0;  // behind the number, or the second one of a range
  Number number;
  Number last;  // of a range the second
  Range counted;
};

class FigurePass {
 public:
  explicit FigurePass(Context& context)
      : context_(context),
        numbers_(context),
        phrases_(context),
        currencies_(context),
        guard_(context, currencies_),
        ratios_(context, numbers_),
        counted_(context, numbers_, phrases_, currencies_) {}

  void run() {
    learn_names();
    for (const Range& sentence : context_.sentences) {
      guard_.begin_sentence();
      for (std::size_t i = sentence.first; i < sentence.end;) {
        const std::size_t end = context_.claims[i] == Claim::none ? take(i, sentence) : pass_over(i, sentence);
        i = std::max(end, i + 1);
      }
    }
  }

 private:
  void learn_names();
  std::size_t take(std::size_t i, Range sentence);
  std::size_t take_without_number(std::size_t i, Range sentence);
  std::size_t take_article(std::size_t i, Range sentence);
  std::size_t pass_over(std::size_t i, Range sentence) const;
  std::size_t add_ratio(FigureDraft& draft, const Whole& whole, std::size_t qualified, Range sentence);
  std::size_t build(std::size_t begin, std::size_t number_at, const Currency& before, Range sentence);
  std::size_t reject(std::size_t number_at, const Number& number, Range sentence, const char* rule);
  std::optional<Number> second_number(const Number& first, Range sentence, const Currency& money) const;
  void take_range(FigureDraft& draft, const Currency& before, Range sentence) const;
  void take_currency(FigureDraft& draft, const Currency& before, Range sentence) const;
  void take_unit(FigureDraft& draft, Range sentence) const;
  void take_sign(FigureDraft& draft, Range sentence) const;
  void share_of_end(FigureDraft& draft, Range sentence) const;
  void take_currency_of_context(FigureDraft& draft, Range sentence) const;
  void count(FigureDraft& draft, std::size_t behind, std::size_t qualified, Range sentence) const;
  void name_counted(FigureDraft& draft) const;
  const char* says_nothing(const FigureDraft& draft) const;
  bool is_age(std::size_t end) const;
  void add(FigureDraft& draft, std::size_t qualified);
  void add(FigureDraft& draft, std::size_t qualified, const char* rule);

  Context& context_;
  NumberReader numbers_;
  NounPhraseReader phrases_;
  CurrencyReader currencies_;
  NumberGuard guard_;
  RatioReader ratios_;
  CountedReader counted_;
  std::string large_currency_;  // of the last number of millions; empty where that was no sum
};

}  // namespace herald::facts
