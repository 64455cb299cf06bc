// Decimal numbers for figures: money does not round, so no binary floating point.
// coefficient × 10^-scale, always normalised (no trailing zeros in the coefficient while scale > 0),
// so that equal values compare equal. Herald counts and prints with it, it does no arithmetic.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "herald/api.hpp"

namespace herald {

class HERALD_API Decimal {
 public:
  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t whole) : coefficient_(whole) {}  // NOLINT(google-explicit-constructor)

  /// coefficient × 10^-scale; nothing when scale is above 18.
  static std::optional<Decimal> from_parts(std::int64_t coefficient, int scale);

  /// Reads "-?digits[.digits]" with ASCII digits; nothing for anything else, or when the
  /// coefficient does not fit 63 bits.
  static std::optional<Decimal> parse(std::string_view text);

  /// This value × 10^exponent (0 to 18); nothing when it does not fit.
  std::optional<Decimal> scaled_up(int exponent) const;

  std::int64_t coefficient() const noexcept { return coefficient_; }
  int scale() const noexcept { return scale_; }
  bool is_whole() const noexcept { return scale_ == 0; }

  double to_double() const noexcept;
  std::string to_string() const;  // "30000000000", "-1.5"

  friend bool operator==(const Decimal&, const Decimal&) = default;

 private:
  std::int64_t coefficient_ = 0;
  int scale_ = 0;
};

}  // namespace herald
