// Number formats are ECMA-376 part 1, 18.8.31: each comma behind the last digit divides by a thousand.
// How a figure is said is decided by herald/presentation.hpp, as in the other outputs.
#include "plugins/xlsx_facts/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

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

// Words around a number format. A percent sign stays bare: it is what makes Excel show hundredths.
std::string quoted_words(std::string_view words, FigureKind kind) {
  if (words.empty()) return {};
  const std::size_t sign = kind == FigureKind::percent ? words.find('%') : std::string_view::npos;
  if (sign == std::string_view::npos) return quoted_literal(words);
  return quoted_words(words.substr(0, sign), kind) + "%" + quoted_words(words.substr(sign + 1), kind);
}

// The digits of a decimal with at least so many behind the point: 1.5 with two is "150".
std::string digits_of(const Decimal& value, std::size_t decimals) {
  std::string digits = std::to_string(value.coefficient());
  for (std::size_t i = static_cast<std::size_t>(value.scale()); i < decimals; ++i) digits += '0';
  return digits;
}

// The number format that makes Excel write what the other outputs say ("EUR 1.25 billion", "5 years"):
// the spoken form with its digits replaced by placeholders, where they are those of the value over a
// power of a thousand. Nothing where they are not (rounded, spelled out, other digits).
std::optional<std::string> format_like(const std::string& spoken, const Figure& figure, const Labels& labels) {
  constexpr std::string_view digits = "0123456789";
  const std::size_t begin = spoken.find_first_of(digits);
  if (begin == std::string::npos || figure.value.coefficient() < 0) return std::nullopt;
  const std::size_t end = spoken.find_last_of(digits) + 1;
  const std::string piece = spoken.substr(begin, end - begin);
  const auto separator = labels.find("number.decimal");
  const std::size_t point =
      separator == labels.end() || separator->second.empty() ? std::string::npos : piece.rfind(separator->second);
  std::size_t decimals = 0;
  std::string shown;
  for (std::size_t i = 0; i < piece.size(); ++i) {
    if (digits.find(piece[i]) == std::string_view::npos) continue;
    shown += piece[i];
    if (point != std::string::npos && i > point) ++decimals;
  }
  constexpr int decimal_limit = 18;  // of Decimal
  for (int exponent = 0; exponent <= 15 && figure.value.scale() + exponent <= decimal_limit; exponent += 3) {
    const auto quotient = Decimal::from_parts(figure.value.coefficient(), figure.value.scale() + exponent);
    if (!quotient || static_cast<std::size_t>(quotient->scale()) > decimals || digits_of(*quotient, decimals) != shown)
      continue;
    return quoted_words(spoken.substr(0, begin), figure.kind) + digits_format(static_cast<int>(decimals)) +
           std::string(static_cast<std::size_t>(exponent / 3), ',') + quoted_words(spoken.substr(end), figure.kind);
  }
  return std::nullopt;
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
  // "1 in 5" is a fifth that is shown as "1/5", not as "0.2" or, for "8 out of 10", as "4/5".
  constexpr int largest_shown = 9999;
  if (figure.of && figure.of->is_whole() && figure.of->coefficient() > 0 && figure.of->coefficient() <= largest_shown)
    return {value.to_double() / figure.of->to_double(), "?/" + figure.of->to_string(), exact};
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
  std::string words = present_qualifier(figure.qualifier, labels);
  if (!words.empty()) words += ' ';
  // One literal in front, not two side by side: Excel has no rule for what "" between them means.
  if (auto format = format_like(words + present_value(figure, labels), figure, labels))
    number.format = *std::move(format);
  else if (!words.empty())
    number.format = quoted_literal(words) + number.format;
  return number;
}

}  // namespace herald::plugins
