// Dates and figures in words. Every word, mark and order comes from the labels (templates/labels); what
// is here is only how they are chosen: which form of a date, which scale, which plural. Where a label is
// missing the result is neutral (ISO dates, bare digits, codes), never an error.
// Plurals and ordinals follow the classes of CLDR; a language writes its rules as labels (see number_class).
#include "herald/presentation.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <optional>

namespace herald {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

std::string_view label(const Labels& labels, std::string_view key) {
  const auto found = labels.find(key);
  return found == labels.end() ? std::string_view() : std::string_view(found->second);
}

struct Slot {
  std::string_view name;
  std::string_view value;
};

/// The pattern with each {name} replaced; in one pass, so that a value with braces stays as it is.
template <std::size_t N>
std::string fill(std::string_view pattern, const std::array<Slot, N>& slots) {
  std::string text;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    text += pattern.substr(0, open);
    if (open == std::string_view::npos) break;
    pattern.remove_prefix(open);
    const Slot* chosen = nullptr;
    for (const Slot& slot : slots)
      if (pattern.substr(1).starts_with(slot.name) && pattern.substr(1 + slot.name.size()).starts_with('}'))
        chosen = &slot;
    text += chosen ? chosen->value : pattern.substr(0, 1);
    pattern.remove_prefix(chosen ? chosen->name.size() + 2 : 1);
  }
  return text;
}

std::string fill_value(std::string_view pattern, std::string_view value) {
  return fill(pattern, std::array<Slot, 1>{{{"value", value}}});
}

// --- dates ---------------------------------------------------------------------------------------

struct Date {
  int year = 0;
  int month = 0;  // 0: not given
  int day = 0;    // 0: not given
};

std::optional<int> read_number(std::string_view digits) {
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || digits.starts_with('-')) return std::nullopt;
  return number;
}

/// ISO 8601-1, 5.2.2: YYYY, YYYY-MM, YYYY-MM-DD.
std::optional<Date> parse_date(std::string_view text) {
  const bool has_month = text.size() >= 7 && text[4] == '-';
  const bool has_day = text.size() == 10 && has_month && text[7] == '-';
  if (text.size() != 4 && !(text.size() == 7 && has_month) && !has_day) return std::nullopt;
  const auto year = read_number(text.substr(0, 4));
  const auto month = has_month ? read_number(text.substr(5, 2)) : std::optional<int>(0);
  const auto day = has_day ? read_number(text.substr(8, 2)) : std::optional<int>(0);
  if (!year || !month || !day) return std::nullopt;
  if (has_month && (*month < 1 || *month > 12)) return std::nullopt;
  if (has_day && (*day < 1 || *day > 31 || !(std::chrono::year(*year) / *month / *day).ok())) return std::nullopt;
  return Date{*year, *month, *day};
}

/// The digits in the language's own, where number.digits gives ten of them.
std::string localized_digits(std::string_view ascii, const Labels& labels) {
  const std::string_view digits = label(labels, "number.digits");
  const std::size_t width = digits.size() / 10;  // UTF-8 bytes a digit: the same for all ten
  if (width == 0 || digits.size() % 10 != 0) return std::string(ascii);
  std::string text;
  for (const char c : ascii)
    if (c >= '0' && c <= '9')
      text += digits.substr(static_cast<std::size_t>(c - '0') * width, width);
    else
      text += c;
  return text;
}

struct DateWords {
  std::string year;
  std::string_view month;
  std::string day;
};

DateWords words_of(const Date& date, const Labels& labels) {
  DateWords words;
  words.year = localized_digits(std::to_string(date.year), labels);
  if (date.month > 0) words.month = label(labels, "date.m" + std::to_string(date.month));
  if (date.day > 0) words.day = localized_digits(std::to_string(date.day), labels);
  if (date.day == 1 && labels.contains("date.first_day"))
    words.day = localized_digits(label(labels, "date.first_day"), labels);
  return words;
}

std::string single_date(std::string_view iso, const Date& date, const Labels& labels) {
  const DateWords words = words_of(date, labels);
  if (date.month == 0) return words.year;
  const std::string_view pattern = label(labels, date.day > 0 ? "date.day" : "date.month");
  if (pattern.empty() || words.month.empty()) return std::string(iso);
  return fill(pattern, std::array<Slot, 3>{{{"day", words.day}, {"month", words.month}, {"year", words.year}}});
}

/// The label for a range of two dates of one precision that repeats least, "" for the general form.
std::string_view range_key(const Date& first, const Date& last) {
  if (first.month == 0 && last.month == 0) return "date.range_years";
  if (first.year != last.year || (first.day == 0) != (last.day == 0) || last.month == 0) return {};
  if (first.month == 0) return {};
  if (first.day == 0) return "date.range_months";
  return first.month == last.month ? "date.range_same_month" : "date.range_same_year";
}

std::string joined_range(std::string_view first, std::string_view last, std::string_view key, const Labels& labels) {
  const std::string_view pattern = label(labels, key);
  return fill(pattern.empty() ? "{first}/{last}" : pattern, std::array<Slot, 2>{{{"first", first}, {"last", last}}});
}

std::string date_range(std::string_view start, std::string_view end, const Date& first, const Date& last,
                       const Labels& labels) {
  const std::string_view key = range_key(first, last);
  const std::string_view pattern = key.empty() ? std::string_view() : label(labels, key);
  const DateWords one = words_of(first, labels);
  const DateWords two = words_of(last, labels);
  const bool has_words = first.month == 0 || (!one.month.empty() && !two.month.empty());
  if (pattern.empty() || !has_words)
    return joined_range(single_date(start, first, labels), single_date(end, last, labels), "date.range", labels);
  if (key == "date.range_years") return joined_range(one.year, two.year, key, labels);
  return fill(pattern, std::array<Slot, 6>{{{"first_day", one.day},
                                            {"first_month", one.month},
                                            {"last_day", two.day},
                                            {"last_month", two.month},
                                            {"month", two.month},
                                            {"year", two.year}}});
}

// --- numbers -------------------------------------------------------------------------------------

std::string grouped(std::string_view digits, const Labels& labels) {
  const std::string_view separator = label(labels, "number.group");
  const auto group_from = read_number(label(labels, "number.group_from"));
  std::string text;
  const bool groups = static_cast<int>(digits.size()) >= group_from.value_or(4);
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (groups && i > 0 && (digits.size() - i) % 3 == 0) text += separator;
    text += digits[i];
  }
  return text;
}

/// The number with the language's separators and digits, unscaled, with no fewer than `least_decimals`.
std::string plain_number(const Decimal& value, const Labels& labels, int least_decimals = 0) {
  const std::string ascii = value.to_string();
  std::string_view rest = ascii;
  std::string text;
  if (rest.starts_with('-')) {
    const std::string_view minus = label(labels, "number.minus");
    text += minus.empty() ? "-" : minus;
    rest.remove_prefix(1);
  }
  const std::size_t point = rest.find('.');
  text += grouped(rest.substr(0, point), labels);
  if (point != std::string_view::npos || least_decimals > 0) {
    const std::string_view decimal = label(labels, "number.decimal");
    text += decimal.empty() ? "." : decimal;
    if (point != std::string_view::npos) text += rest.substr(point + 1);
    for (int i = value.scale(); i < least_decimals; ++i) text += '0';
  }
  return localized_digits(text, labels);
}

struct Numeral {
  std::uint64_t whole = 0;
  bool has_fraction = false;
};

Numeral numeral_of(const Decimal& value) {
  const std::int64_t coefficient = value.coefficient();
  std::uint64_t whole =
      coefficient < 0 ? 0 - static_cast<std::uint64_t>(coefficient) : static_cast<std::uint64_t>(coefficient);
  for (int i = 0; i < value.scale(); ++i) whole /= 10;
  return {whole, !value.is_whole()};
}

std::optional<std::uint64_t> read_unsigned(std::string_view digits) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

/// Whether a number is meant by one term of a rule: "2", "3-10", "%100:3-10", "~0-1".
bool term_matches(std::string_view term, const Numeral& numeral) {
  if (term.starts_with('~'))
    term.remove_prefix(1);
  else if (numeral.has_fraction)
    return false;
  std::uint64_t number = numeral.whole;
  if (term.starts_with('%')) {
    const std::size_t colon = term.find(':');
    if (colon == std::string_view::npos) return false;
    const auto modulus = read_unsigned(term.substr(1, colon - 1));
    if (!modulus || *modulus == 0) return false;
    number %= *modulus;
    term.remove_prefix(colon + 1);
  }
  const std::size_t dash = term.find('-');
  const auto low = read_unsigned(term.substr(0, dash));
  const auto high = dash == std::string_view::npos ? low : read_unsigned(term.substr(dash + 1));
  return low && high && *low <= number && number <= *high;
}

/// A rule is terms joined by commas: it holds where one of them matches and none that begins with "!".
bool rule_holds(std::string_view rule, const Numeral& numeral) {
  bool holds = false;
  while (!rule.empty()) {
    const std::size_t comma = rule.find(',');
    std::string_view term = rule.substr(0, comma);
    rule.remove_prefix(comma == std::string_view::npos ? rule.size() : comma + 1);
    while (term.starts_with(' ')) term.remove_prefix(1);
    if (term.starts_with('!')) {
      if (term_matches(term.substr(1), numeral)) return false;
    } else {
      holds = holds || term_matches(term, numeral);
    }
  }
  return holds;
}

/// The CLDR class of a number under the rules of `section` ("plural", "ordinal").
std::string_view number_class(std::string_view section, const Decimal& value, const Labels& labels) {
  const Numeral numeral = numeral_of(value);
  for (const std::string_view name : {"zero", "one", "two", "few", "many"})
    if (rule_holds(label(labels, std::string(section) + "." + std::string(name)), numeral)) return name;
  return "other";
}

/// The form of `key` for a class of number: "key.few", else "key.other", else "key".
std::string_view form(const Labels& labels, const std::string& key, std::string_view name) {
  if (const std::string_view chosen = label(labels, key + "." + std::string(name)); !chosen.empty()) return chosen;
  if (const std::string_view other = label(labels, key + ".other"); !other.empty()) return other;
  return label(labels, key);
}

struct Scale {
  int exponent = 0;
  std::string_view key;
};

constexpr std::array<Scale, 3> scales = {{{12, "number.trillion"}, {9, "number.billion"}, {6, "number.million"}}};

/// value × 10^-exponent, where that leaves at most two decimals: "1.25 million" says it better than the
/// row of digits, "1.234567 million" does not, and nothing is ever rounded.
std::optional<Decimal> scaled_down(const Decimal& value, int exponent) {
  constexpr int most_decimals = 2;
  if (numeral_of(value).whole == 0 || value.scale() + exponent > 18) return std::nullopt;
  const auto scaled = Decimal::from_parts(value.coefficient(), value.scale() + exponent);
  if (!scaled || scaled->scale() > most_decimals || numeral_of(*scaled).whole == 0) return std::nullopt;
  return scaled;
}

bool has_scale_word(const Labels& labels, std::string_view key) {
  return !form(labels, std::string(key), "other").empty();
}

struct Words {
  std::string text;
  Decimal decisive;  // the number that governs the form of what follows
  bool scaled = false;
  bool range = false;
};

std::string number_range(std::string_view first, std::string_view last, const Labels& labels) {
  const std::string_view pattern = label(labels, "number.range");
  return fill(pattern.empty() ? "{first}-{last}" : pattern, std::array<Slot, 2>{{{"first", first}, {"last", last}}});
}

Words scaled_words(const Decimal& first, const std::optional<Decimal>& last, std::string_view key,
                   const Labels& labels) {
  const Decimal decisive = last.value_or(first);
  std::string digits = plain_number(first, labels);
  if (last) digits = number_range(digits, plain_number(*last, labels), labels);
  const std::string_view pattern = form(labels, std::string(key), number_class("plural", decisive, labels));
  return {fill_value(pattern, digits), decisive, true, last.has_value()};
}

/// The figure's number or range, scaled where all of it can be under one word.
Words number_words(const Figure& figure, const Labels& labels) {
  for (const Scale& scale : scales) {
    if (!has_scale_word(labels, scale.key)) continue;
    const auto first = scaled_down(figure.value, scale.exponent);
    const auto last = figure.maximum ? scaled_down(*figure.maximum, scale.exponent) : std::nullopt;
    if (first && last.has_value() == figure.maximum.has_value()) return scaled_words(*first, last, scale.key, labels);
  }
  // A sum has both digits of its small unit or none: "1.20", never "1.2".
  const bool whole = figure.value.is_whole() && (!figure.maximum || figure.maximum->is_whole());
  const int least_decimals = figure.currency.empty() || whole ? 0 : 2;
  std::string text = plain_number(figure.value, labels, least_decimals);
  if (!figure.maximum) return {std::move(text), figure.value, false, false};
  const std::string last = plain_number(*figure.maximum, labels, least_decimals);
  return {number_range(text, last, labels), *figure.maximum, false, true};
}

/// The currency's sign as the release itself writes it ("£", "US$"), or nothing where it writes a code or a name.
std::string_view sign_in(std::string_view as_written) {
  static constexpr std::array<std::string_view, 12> signs = {"£", "€", "$",   "¥", "₹", "₩",
                                                             "₦", "₺", "₽", "₴", "₪", "₱"};
  for (const std::string_view sign : signs) {
    const std::size_t at = as_written.find(sign);
    if (at == std::string_view::npos) continue;
    // The letters of "US$" and "NZ$" tell one dollar from another; those of "M€" and "K$" are part of the number.
    static constexpr std::array<std::string_view, 9> dollars = {"US", "NZ", "HK", "NT", "AU", "CA", "A", "C", "S"};
    const std::string_view before = as_written.substr(0, at);
    for (const std::string_view letters : dollars)
      if (sign == "$" && before.ends_with(letters))
        return as_written.substr(at - letters.size(), letters.size() + sign.size());
    return as_written.substr(at, sign.size());
  }
  return {};
}

/// A name that follows a scale word has a form of its own in many languages ("milliards d’euros"), and
/// breaks from it like any word; next to the number itself it does not.
std::string money(const Figure& figure, const Words& number, const Labels& labels) {
  const std::string key = "currency." + figure.currency;
  std::string_view name = form(labels, key, number.scaled ? "scaled" : number_class("plural", number.decisive, labels));
  const std::string_view sign = sign_in(figure.as_written);
  const std::string_view signed_pattern = label(labels, "number.money_sign");
  // What the release says "£420 million" of is not "GBP 420 million" two lines below it.
  if (name.empty() && !sign.empty() && !signed_pattern.empty())
    return fill(signed_pattern, std::array<Slot, 2>{{{"sign", sign}, {"value", number.text}}});
  if (name.empty()) name = figure.currency;
  std::string_view pattern = number.scaled ? label(labels, "number.money_scaled") : std::string_view();
  if (pattern.empty()) pattern = label(labels, "number.money");
  if (pattern.empty()) pattern = "{currency} {value}";
  return fill(pattern, std::array<Slot, 2>{{{"currency", name}, {"value", number.text}}});
}

/// "square kilometre", "kilowatt-hour" as the key of a label.
std::string unit_key(std::string_view unit) {
  std::string key = "unit.";
  for (const char c : unit) key += c == ' ' || c == '-' ? '_' : c;
  return key;
}

std::string with_unit(const std::string& unit, const Words& number, const Labels& labels) {
  const std::string key = unit_key(unit);
  std::string_view pattern =
      form(labels, key, number.scaled ? "scaled" : number_class("plural", number.decisive, labels));
  // A form that says its number itself (an Arabic dual) cannot stand for a range.
  if (number.range && pattern.find("{value}") == std::string_view::npos) pattern = form(labels, key, "other");
  if (!pattern.empty()) return fill_value(pattern, number.text);
  return number.text + std::string(no_break_space) + unit;
}

std::string ordinal(const Words& number, const Labels& labels) {
  const std::string_view pattern = form(labels, "number.ordinal", number_class("ordinal", number.decisive, labels));
  return pattern.empty() ? number.text : fill_value(pattern, number.text);
}

}  // namespace

std::string present_date(std::string_view start, std::string_view end, const Labels& labels) {
  const auto first = parse_date(start);
  const std::string first_words = first ? single_date(start, *first, labels) : std::string(start);
  if (end.empty() || end == start) return first_words;
  const auto last = parse_date(end);
  if (first && last) return date_range(start, end, *first, *last, labels);
  return joined_range(first_words, last ? single_date(end, *last, labels) : std::string(end), "date.range", labels);
}

std::string present_value(const Figure& figure, const Labels& labels) {
  const Words number = number_words(figure, labels);
  if (figure.kind == FigureKind::percent || figure.unit == "percent") {
    const std::string_view pattern = label(labels, "number.percent");
    return fill_value(pattern.empty() ? "{value}%" : pattern, number.text);
  }
  if (figure.of) {
    const std::string_view pattern = label(labels, "number.ratio");
    const std::string whole = plain_number(*figure.of, labels);
    return fill(pattern.empty() ? "{value}/{of}" : pattern,
                std::array<Slot, 2>{{{"value", number.text}, {"of", whole}}});
  }
  if (!figure.currency.empty()) return money(figure, number, labels);
  if (!figure.unit.empty()) return with_unit(figure.unit, number, labels);
  if (figure.kind == FigureKind::ordinal) return ordinal(number, labels);
  return number.text;
}

std::string present_qualifier(Qualifier qualifier, const Labels& labels) {
  std::string_view key;
  switch (qualifier) {
    case Qualifier::exact:
      return {};
    case Qualifier::more_than:
      key = "qualifier.more_than";
      break;
    case Qualifier::less_than:
      key = "qualifier.less_than";
      break;
    case Qualifier::about:
      key = "qualifier.about";
      break;
    case Qualifier::at_least:
      key = "qualifier.at_least";
      break;
    case Qualifier::at_most:
      key = "qualifier.at_most";
      break;
  }
  return std::string(label(labels, key));
}

}  // namespace herald
