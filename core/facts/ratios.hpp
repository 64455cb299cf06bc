// Ratios ("one in five", "eight out of ten", "one child in six") and fractions ("two-thirds"): a part and its whole.
#pragma once

#include <cstddef>
#include <optional>

#include "core/facts/context.hpp"
#include "core/facts/numbers.hpp"
#include "herald/decimal.hpp"

namespace herald::facts {

/// What a number is a part of: the end of its words, 0 where it is a part of nothing, and its size where it has one.
struct Whole {
  std::size_t end = 0;
  std::optional<Decimal> of;
  const char* rule = nullptr;
  Range counted = {};  // between part and whole
  bool is_fraction = false;
};

class RatioReader {
 public:
  RatioReader(const Context& context, const NumberReader& numbers) : context_(context), numbers_(numbers) {}

  /// The whole that this number, of this value and with these tokens, is a part of.
  Whole whole_of(const Number& part, const Decimal& value, Range own, Range sentence) const;

 private:
  bool may_open(std::size_t i, Range sentence) const;
  bool goes_on_with_name(std::size_t i) const;
  Whole whole_behind(const Number& part, std::size_t at, Range sentence) const;

  const Context& context_;
  const NumberReader& numbers_;
};

}  // namespace herald::facts
