// Decimal numbers: reading, normalising, printing.
#include "herald/decimal.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace herald {
namespace {

constexpr int maximum_scale = 18;  // 10^18 is the largest power of ten in 63 bits

constexpr std::array<std::int64_t, maximum_scale + 1> powers_of_ten = [] {
  std::array<std::int64_t, maximum_scale + 1> powers{};
  std::int64_t power = 1;
  for (auto& entry : powers) {
    entry = power;
    if (power <= std::numeric_limits<std::int64_t>::max() / 10) power *= 10;
  }
  return powers;
}();

}  // namespace

std::optional<Decimal> Decimal::from_parts(std::int64_t coefficient, int scale) {
  if (scale < 0 || scale > maximum_scale) return std::nullopt;
  while (scale > 0 && coefficient % 10 == 0) {
    coefficient /= 10;
    --scale;
  }
  Decimal decimal(coefficient);
  decimal.scale_ = scale;
  return decimal;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  std::string digits;
  int scale = 0;
  bool seen_point = false;
  for (const char c : text) {
    if (c == '.' && !seen_point && !digits.empty()) {
      seen_point = true;
    } else if (c >= '0' && c <= '9') {
      digits += c;
      if (seen_point) ++scale;
    } else {
      return std::nullopt;
    }
  }
  if (digits.empty() || (seen_point && scale == 0)) return std::nullopt;
  std::int64_t coefficient = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), coefficient);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return from_parts(negative ? -coefficient : coefficient, scale);
}

std::optional<Decimal> Decimal::scaled_up(int exponent) const {
  if (exponent < 0 || exponent > maximum_scale) return std::nullopt;
  if (exponent <= scale_) return from_parts(coefficient_, scale_ - exponent);
  const std::int64_t factor = powers_of_ten[static_cast<std::size_t>(exponent - scale_)];
  const std::int64_t limit = std::numeric_limits<std::int64_t>::max() / factor;
  if (coefficient_ > limit || coefficient_ < -limit) return std::nullopt;
  return from_parts(coefficient_ * factor, 0);
}

double Decimal::to_double() const noexcept {
  return static_cast<double>(coefficient_) / static_cast<double>(powers_of_ten[static_cast<std::size_t>(scale_)]);
}

std::string Decimal::to_string() const {
  std::string digits = std::to_string(coefficient_);
  if (scale_ == 0) return digits;
  const bool negative = digits.front() == '-';
  if (negative) digits.erase(0, 1);
  const auto scale = static_cast<std::size_t>(scale_);
  if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
  digits.insert(digits.size() - scale, ".");
  return negative ? "-" + digits : digits;
}

}  // namespace herald
