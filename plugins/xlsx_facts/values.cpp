// Number formats are ECMA-376 part 1, 18.8.31: each comma behind the last digit divides by a thousand.
#include "plugins/xlsx_facts/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

namespace herald::plugins {
namespace {

constexpr std::size_t excel_digits = 15;

bool fits_excel(const Decimal& value) {
  std::string digits = std::to_string(value.coefficient());
  if (digits.front() == '-') digits.erase(0, 1);
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
  return digits.size() <= excel_digits;
}

// Only what ISO 4217 can hold may stand in a format's brackets.
bool is_currency_code(std::string_view code) {
  return code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string digits_format(int decimals) {
  constexpr int most = 10;  // more would not be read, and the value is whole in any case
  std::string format = "#,##0";
  if (decimals > 0) format += "." + std::string(static_cast<std::size_t>(std::min(decimals, most)), '0');
  return format;
}

// "{value} billion" with the digits in place and the words quoted.
std::string fill(std::string_view pattern, std::string_view digits) {
  constexpr std::string_view placeholder = "{value}";
  const std::size_t at = pattern.find(placeholder);
  const auto quote = [](std::string_view text) { return text.empty() ? std::string() : quoted_literal(text); };
  return quote(pattern.substr(0, at)) + std::string(digits) + quote(pattern.substr(at + placeholder.size()));
}

struct Scale {
  std::string_view label;
  int exponent;
};
constexpr std::array<Scale, 3> scales = {{{"number.trillion", 12}, {"number.billion", 9}, {"number.million", 6}}};

// A word for a power of ten, or its commonest form where the language has several.
std::optional<std::string> scale_pattern(const Labels& labels, std::string_view key) {
  for (const std::string& name : {std::string(key), std::string(key) + ".other"})
    if (const auto found = labels.find(name);
        found != labels.end() && found->second.find("{value}") != std::string::npos)
      return found->second;
  return std::nullopt;
}

std::string scaled_format(const Decimal& value, const Labels& labels) {
  for (const Scale& scale : scales) {
    const auto pattern = scale_pattern(labels, scale.label);
    const auto quotient = Decimal::from_parts(value.coefficient(), std::min(value.scale() + scale.exponent, 18));
    if (!pattern || !quotient || value.scale() + scale.exponent > 18 || std::abs(quotient->to_double()) < 1) continue;
    if (quotient->scale() > 2) break;
    const std::string digits =
        digits_format(quotient->scale()) + std::string(static_cast<std::size_t>(scale.exponent / 3), ',');
    return fill(*pattern, digits);
  }
  return digits_format(value.scale());
}

}  // namespace

std::string quoted_literal(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? '\'' : c;  // a format has no way to quote a quote
  return quoted + "\"";
}

ExcelNumber full_number(const Decimal& value, const Figure& figure) {
  const bool exact = fits_excel(value);
  if (figure.kind == FigureKind::percent) {
    const auto hundredth = Decimal::from_parts(value.coefficient(), value.scale() + 2);
    std::string format = digits_format(value.scale()) + "%";
    return {hundredth ? hundredth->to_double() : value.to_double() / 100, std::move(format), exact};
  }
  if (figure.kind == FigureKind::money) {
    // Money has both digits of its small unit or none: 1.5 is 1.50.
    const std::string digits = digits_format(value.is_whole() ? 0 : std::max(value.scale(), 2));
    const std::string code = is_currency_code(figure.currency) ? fmt::format("[${}] ", figure.currency) : std::string();
    return {value.to_double(), code + digits, exact};
  }
  return {value.to_double(), digits_format(value.scale()), exact};
}

ExcelNumber spoken_number(const Figure& figure, const Labels& labels) {
  ExcelNumber number = full_number(figure.value, figure);
  if (figure.kind != FigureKind::percent) number.format = scaled_format(figure.value, labels);
  if (figure.kind == FigureKind::money && is_currency_code(figure.currency))
    number.format = fmt::format("[${}]\"\u00A0\"{}", figure.currency, number.format);
  if (const std::string words = present_qualifier(figure.qualifier, labels); !words.empty())
    number.format = quoted_literal(words + " ") + number.format;
  return number;
}

}  // namespace herald::plugins
