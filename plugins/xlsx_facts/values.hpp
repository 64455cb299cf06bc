// Figures as numbers that Excel calculates with, and the number formats that show what they are.
#pragma once

#include <string>

#include "herald/decimal.hpp"
#include "herald/facts.hpp"
#include "herald/presentation.hpp"

namespace herald::plugins {

/// `value` is what the cell holds: a percentage is a hundredth of its figure, as Excel wants it.
/// `exact` is false where the decimal has more than the 15 digits that Excel keeps.
struct ExcelNumber {
  double value = 0;
  std::string format;
  bool exact = true;
};

/// In full, for a column to calculate with: "EUR 30,000,000,000".
ExcelNumber full_number(const Decimal& value, const Figure& figure);

/// As a reader would say it, with the words of the labels in the number format: "more than EUR 30
/// billion" is still the number 30000000000. In full where the words do not hold its digits.
ExcelNumber spoken_number(const Figure& figure, const Labels& labels);

/// A number format that shows the text as it is.
std::string quoted_literal(std::string_view text);

}  // namespace herald::plugins
