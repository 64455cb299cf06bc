// Reads numbers. ICU's parsers are not used: they misread what releases write ("EUR 30 billion",
// number words beyond the simplest) and cannot say where a number ends.
#include "core/facts/numbers.hpp"

#include <array>
#include <limits>
#include <string>
#include <utility>

#include "core/language/text.hpp"

namespace herald::facts {
namespace {

constexpr int most_digits = 18;                                 // what Decimal holds
constexpr std::int64_t largest_whole = 10'000'000'000'000'000;  // a hundredfold, and as much again, fits 63 bits

// "2½": signs of no language, with what they are in digits behind the point. Thirds have none.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> fraction_signs = {
    {{"½", "5"}, {"¼", "25"}, {"¾", "75"}}};

// What makes a number a measure, so that it may well have a decimal part.
constexpr ClassMask measures = mask(WordClass::function_word) | mask(WordClass::unit) | mask(WordClass::magnitude) |
                               mask(WordClass::magnitude_suffix) | mask(WordClass::percent) | mask(WordClass::currency);

std::string ascii_digits(std::string_view written) {
  std::string ascii;
  for (std::size_t i = 0; i < written.size();) {
    const language::CodePoint c = language::code_point_at(written, i);
    ascii += static_cast<char>('0' + language::digit_value(c.value));
    i += c.length;
  }
  return ascii;
}

}  // namespace

std::optional<Decimal> plus_hundredths(const Decimal& whole, std::int64_t hundredths) {
  const std::int64_t count = whole.coefficient();
  if (!whole.is_whole() || hundredths <= 0 || count >= largest_whole || hundredths >= largest_whole * 100)
    return std::nullopt;
  return Decimal::from_parts(count * 100 + hundredths, 2);
}

std::size_t NumberReader::digit_count(std::size_t i) const {
  const std::string_view written = context_.tokens.source(i);
  std::size_t count = 0;
  for (std::size_t at = 0; at < written.size(); at += language::code_point_at(written, at).length) ++count;
  return count;
}

// Whether the number token at i + 1 or i + 2 is the next group of three of the one at i.
bool NumberReader::groups_with(std::size_t i, std::size_t end) const {
  const Tokens& tokens = context_.tokens;
  if (i >= end || tokens.kind(i) != TokenKind::number || digit_count(i) != 3) return false;
  return !(tokens.kind(i + 1) == TokenKind::word && tokens.glued(i + 1) && i + 1 < end &&
           !tokens.is_any(i + 1,
                          mask(WordClass::magnitude_suffix) | mask(WordClass::unit) | mask(WordClass::ordinal_suffix)));
}

// Whether a per cent sign, a multiplier or a unit stands at token i.
bool NumberReader::is_measured(std::size_t i) const {
  const Tokens& tokens = context_.tokens;
  return tokens.is_mark(i, '%') || tokens.source(i) == "٪" || context_.match(i, WordClass::percent) ||
         context_.match(i, WordClass::magnitude) || context_.match(i, WordClass::unit);
}

// « 1,874 barcas »: in half of the countries of a language the other mark parts groups, and nobody counts in
// thousandths.
bool NumberReader::is_other_group(std::size_t mark, std::size_t end) const {
  const Tokens& tokens = context_.tokens;
  const std::size_t noun = mark + 2;
  return noun < end && tokens.is_mark(mark, ',') && digit_count(mark + 1) == 3 && digit_count(mark - 1) <= 3 &&
         tokens.source(mark - 1) != "0" && context_.is_word(noun) && tokens[noun].space_before &&
         context_.is_cased(noun) && !context_.is_capital(noun) && !tokens.is_any(noun, measures) &&
         !context_.match(noun, WordClass::unit) && !context_.match(noun, WordClass::percent) &&
         !context_.match(noun, WordClass::currency);
}

std::optional<Number> NumberReader::digits(std::size_t i, std::size_t end) const {
  const Tokens& tokens = context_.tokens;
  std::string whole = ascii_digits(tokens.source(i));
  std::string fraction;
  const bool may_group = digit_count(i) <= 3;
  std::size_t at = i + 1;
  const bool comma_decimal = context_.pack.decimal_mark == ",";
  bool grouped = false;
  std::string_view group_mark;
  while (may_group && at < end && whole.size() <= most_digits) {
    const std::string_view mark = tokens.source(at);
    const bool marked = tokens.glued(at) && tokens.glued(at + 1) && groups_with(at + 1, end) &&
                        (!grouped || mark == group_mark) &&
                        (mark == "\xD9\xAC" || mark == "'" || mark == "’" || (mark == "," && !comma_decimal) ||
                         (mark == "." && comma_decimal));
    if (marked) {
      whole += ascii_digits(tokens.source(at + 1));
      group_mark = mark;
      at += 2;
      grouped = true;
      continue;
    }
    // Groups with spaces: a no-break space always, a plain one where the language writes so.
    const std::string_view gap = tokens.text().substr(tokens[at - 1].end, tokens[at].begin - tokens[at - 1].end);
    const bool narrow = gap == "\u00A0" || gap == "\u202F" || gap == "\u2009";
    if (!groups_with(at, end) || !(narrow || (gap == " " && (comma_decimal || tokens.source(at) == "000"))) ||
        (grouped && !group_mark.empty()))
      break;
    whole += ascii_digits(tokens.source(at));
    ++at;
    grouped = true;
  }
  // "1,500x": without its last group it would be another number.
  const bool cut = at + 1 < end && tokens.glued(at) && tokens.glued(at + 1) && digit_count(at + 1) == 3 &&
                   tokens.kind(at + 1) == TokenKind::number && tokens.is_mark(at, comma_decimal ? '.' : ',');
  if (cut) return std::nullopt;
  // "7,5%": where the comma parts groups, two digits or one behind it are no group, and a measure says what they are.
  constexpr std::size_t most_decimals = 2;
  const bool comma_part = !comma_decimal && !grouped && at + 1 < end && tokens.glued(at) && tokens.glued(at + 1) &&
                          tokens.is_mark(at, ',') && tokens.kind(at + 1) == TokenKind::number &&
                          digit_count(at + 1) <= most_decimals && is_measured(at + 2);
  // A decimal part: glued mark, glued digits, and no third part behind them (that is a version).
  const std::string_view mark = at < end ? tokens.source(at) : std::string_view{};
  const bool point = mark == "." || mark == "\xD9\xAB" || (mark == "," && comma_decimal) || comma_part;
  if (point && tokens.glued(at) && at + 1 < end && tokens.glued(at + 1) && tokens.kind(at + 1) == TokenKind::number) {
    const bool group = comma_decimal && !grouped && is_other_group(at, end);
    (group ? whole : fraction) += ascii_digits(tokens.source(at + 1));
    grouped = grouped || group;
    at += 2;
    if (at + 1 < end && tokens.glued(at) && tokens.glued(at + 1) && tokens.kind(at + 1) == TokenKind::number &&
        (tokens.is_mark(at, '.') || tokens.is_mark(at, ',')))
      return std::nullopt;
  }
  for (const auto& [sign, hundredths] : fraction_signs) {
    if (!fraction.empty() || at >= end || tokens.source(at) != sign || !tokens.glued(at)) continue;
    fraction = hundredths;
    ++at;
  }
  if (whole.size() + fraction.size() > most_digits) return std::nullopt;
  const std::optional<Decimal> value = Decimal::parse(fraction.empty() ? whole : whole + "." + fraction);
  if (!value) return std::nullopt;
  Number number;
  number.value = *value;
  number.end = at;
  number.digits = static_cast<int>(whole.size());
  number.plain_digits = !grouped && fraction.empty();
  return number;
}

// "one hundred and fifty thousand", "vingt-cinq", "خمسة وثلاثين": units add up, hundreds multiply, and
// thousands and above close a group.
std::optional<Number> NumberReader::words(std::size_t i, std::size_t end) const {
  const Tokens& tokens = context_.tokens;
  if (const Match collective = context_.match(i, WordClass::collective)) {
    Number number;
    number.value = collective.phrase->value;
    number.end = i + collective.count;
    number.words = true;
    number.collective = true;
    return number;
  }
  WordSum sum;
  WordSum before_link;
  std::size_t link_at = i;
  std::size_t at = i;
  constexpr std::size_t longest = 16;
  while (at < end && at - i < longest) {
    std::size_t word = at;
    const bool hyphen = tokens.kind(word) == TokenKind::dash && tokens.glued(word) && tokens.glued(word + 1);
    const bool link = sum.any && context_.is(word, WordClass::number_link) && links(sum, tokens.glued(word + 1));
    if (link || (sum.any && hyphen)) ++word;
    if (word >= end) break;
    const Join join = !link ? Join::none : tokens.glued(word) ? Join::attached : Join::apart;
    WordSum more = sum;
    const std::size_t next = add_word(more, word, join);
    if (next == word) break;
    if (link) {
      before_link = sum;
      link_at = at;
    }
    sum = more;
    at = next;
  }
  if (!sum.any) return std::nullopt;
  // "between a thousand and two thousand": what the second number still multiplies was no part of the first.
  if (link_at > i && context_.match(at, WordClass::magnitude)) {
    sum = before_link;
    at = link_at;
  }
  Number number;
  number.value = sum.total + sum.group;
  number.end = at;
  number.words = true;
  number.magnitude = sum.magnitude;
  number.power = sum.power;
  return number;
}

// "and" joins tens to units, and what is left to thousands; where it is written in one word with the second it joins
// a unit to tens too.
bool NumberReader::links(const WordSum& sum, bool attached) {
  return sum.group >= 20 || (sum.total > 0 && sum.group == 0) || (sum.group > 0 && attached);
}

// Adds the number word at token i where it goes on with the sum; returns the token behind it, i where it does not.
std::size_t NumberReader::add_word(WordSum& sum, std::size_t i, Join join) const {
  const bool linked = join != Join::none;
  const bool head_first = context_.pack.noun_order == language::NounOrder::head_first;
  const Match power = context_.match(i, WordClass::magnitude);
  // "mille", "cien": a multiplier alone is one of its kind where the language says so; in English it takes "a".
  const bool plural = !sum.any && i > 0 && context_.is(i - 1, WordClass::determiner);
  const bool alone = head_first && sum.group == 0 && !plural;
  if (power && power.phrase->value == 2 && sum.group < 10 && (sum.group > 0 || alone) && !linked) {
    sum.group = (sum.group == 0 ? 1 : sum.group) * 100;
    sum.power = 2;
    sum.any = true;
    return i + power.count;
  }
  const bool thousand = alone && power && power.phrase->value == 3;
  if (power && power.phrase->value > 2 && power.phrase->value < sum.last_power && (sum.group > 0 || thousand) &&
      (!linked || thousand)) {
    std::int64_t chunk = sum.group == 0 ? 1 : sum.group;
    for (std::int64_t k = 0; k < power.phrase->value; ++k) chunk *= 10;
    sum.power = sum.total == 0 ? sum.power + static_cast<int>(power.phrase->value) : 0;
    sum.total += chunk;
    sum.group = 0;
    sum.last_power = power.phrase->value;
    sum.magnitude = sum.magnitude || sum.any;
    sum.any = true;
    return i + power.count;
  }
  const Match unit = context_.match(i, WordClass::number);
  if (!unit) return i;
  const std::int64_t value = unit.phrase->value;
  if (value >= 1000 && value < largest_whole) {
    // "two thousand", "a million" in one word.
    if (sum.group > 0 || sum.last_power <= 3 || (sum.any && !linked) || plural) return i;
    sum.total += value;
    sum.last_power = value >= 1'000'000'000 ? 9 : value >= 1'000'000 ? 6 : 3;
    sum.power = static_cast<int>(sum.last_power);
    sum.magnitude = true;
    sum.any = true;
    return i + unit.count;
  }
  if (head_first && value == 100 && sum.group > 0 && sum.group < 10 && !linked) {
    sum.group *= 100;
  } else {
    // "five and thirty", "seventy" as "sixty and ten".
    const std::int64_t rest = sum.group % 100;
    const bool unit_first = join == Join::attached && rest > 0 && rest < 10 && value >= 20 && value < 100;
    const bool twenties = head_first && (rest == 60 || rest == 80) && value >= 10 && value < 20;
    const bool fits = value < sum.group && sum.group % 10 == 0 && (rest == 0 || value < 10);
    if (sum.group != 0 && !unit_first && !twenties && !fits) return i;
    sum.group += value;
  }
  sum.power = 0;
  sum.any = true;
  return i + unit.count;
}

// "and a half": a part of one, of the last multiplier ("millions et demi"), or of the dozen. The phrase's value is
// hundredths.
bool NumberReader::add_fraction(Number& number) const {
  const Match part = context_.match(number.end, WordClass::fraction);
  if (!part) return false;
  std::int64_t unit = number.collective ? number.value.coefficient() : 1;
  for (int power = 0; power < number.power && unit < largest_whole; ++power) unit *= 10;
  if (unit >= largest_whole) return false;
  const std::optional<Decimal> sum = plus_hundredths(number.value, unit * part.phrase->value);
  if (!sum || part.phrase->value == 0) return false;
  number.value = *sum;
  number.end += part.count;
  number.plain_digits = false;
  return true;
}

bool NumberReader::magnify(Number& number, std::size_t end, bool money) const {
  const Tokens& tokens = context_.tokens;
  for (int powers = 0; powers < 3 && number.end < end; ++powers) {
    std::size_t at = number.end;
    if (tokens.kind(at) == TokenKind::dash && tokens.glued(at) && tokens.glued(at + 1)) ++at;
    if (const Match power = context_.match(at, WordClass::magnitude)) {
      const auto larger = number.value.scaled_up(static_cast<int>(power.phrase->value));
      if (!larger) return false;
      number.value = *larger;
      number.end = at + power.count;
      number.power += static_cast<int>(power.phrase->value);
      number.magnitude = true;
      continue;
    }
    const Match suffix = context_.match(at, WordClass::magnitude_suffix);
    if (!suffix || at != number.end || number.magnitude) break;
    // "m" is metres or minutes too: millions only of money or behind a decimal part.
    const bool short_form = tokens[at].end - tokens[at].begin == 1;
    if (short_form && !money && (number.value.is_whole() || !tokens.glued(at))) break;
    if (!tokens.glued(at) && !money) break;
    const auto larger = number.value.scaled_up(static_cast<int>(suffix.phrase->value));
    if (!larger) return false;
    number.value = *larger;
    number.end = at + suffix.count;
    number.power += static_cast<int>(suffix.phrase->value);
    number.magnitude = true;
  }
  return true;
}

// "12 مليونا و345 ألفا", "ألف و350": what an "and" adds to thousands and above, in digits. Only where that "and" is
// written in one word with the number: elsewhere it joins two numbers.
void NumberReader::add_linked_rests(Number& number, std::size_t end) const {
  constexpr int most_rests = 3;  // millions, thousands, units
  if (context_.pack.proclitics.empty()) return;
  for (int rests = 0; rests < most_rests; ++rests) {
    const std::size_t at = number.end + 1;
    if (number.power < 3 || !number.value.is_whole() || at >= end || !context_.is(number.end, WordClass::number_link) ||
        context_.claims[at] != Claim::none)
      return;
    const bool in_digits = context_.tokens.kind(at) == TokenKind::number;
    if (!in_digits && !context_.match(at, WordClass::number)) return;
    std::optional<Number> rest = in_digits ? digits(at, end) : words(at, end);
    if (!rest || !magnify(*rest, end, false) || !rest->value.is_whole()) return;
    std::int64_t unit = 1;
    for (int power = 0; power < number.power && unit < largest_whole; ++power) unit *= 10;
    // "40 ألفا و60 ألفا" are two numbers.
    if (rest->value.coefficient() >= unit || number.value.coefficient() >= largest_whole) return;
    number.value = Decimal(number.value.coefficient() + rest->value.coefficient());
    number.end = rest->end;
    number.power = rest->power;
    number.plain_digits = false;
  }
}

// « 151 mil 300 », « mil 350 millones »: thousands in words, and the rest of them in figures.
bool NumberReader::add_rest(Number& number, std::size_t end) const {
  constexpr int thousand = 3;
  const Tokens& tokens = context_.tokens;
  const std::size_t at = number.end;
  if (context_.pack.noun_order != language::NounOrder::head_first || number.power != thousand || at >= end ||
      tokens.kind(at) != TokenKind::number || !tokens[at].space_before || digit_count(at) > thousand)
    return false;
  const std::optional<Number> rest = digits(at, end);
  if (!rest || !rest->plain_digits || tokens.is_mark(rest->end, '%')) return false;
  const std::optional<Decimal> sum = plus_hundredths(number.value, rest->value.coefficient() * 100);
  if (!sum) return false;
  number.value = *sum;
  number.end = rest->end;
  number.power = 0;
  number.plain_digits = false;
  return true;
}

std::optional<Number> NumberReader::read(std::size_t i, std::size_t end, bool money) const {
  std::optional<Number> number = context_.tokens.kind(i) == TokenKind::number ? digits(i, end) : words(i, end);
  if (!number) return std::nullopt;
  // "two and a half million", "deux millions et demi"
  const bool whole_and_part = add_fraction(*number) || add_rest(*number, end);
  if (!magnify(*number, end, money)) return std::nullopt;
  if (!whole_and_part && add_rest(*number, end) && !magnify(*number, end, money)) return std::nullopt;
  add_linked_rests(*number, end);
  // "nine million trillion eight million": written only to break a reader; a part of it would be another number.
  if (number->words && number->magnitude && context_.match(number->end, WordClass::number)) return std::nullopt;
  if (!whole_and_part) add_fraction(*number);
  number->end = end_with_brackets(i, *number, end);
  return number;
}

// "five (5) members" gives its number twice; "(60) كيلو" and “60” كيلو have marks of emphasis, where what is measured
// stands behind them. A noun before "(2)" has a form of its own for two, and the bracket says it again. Returns the
// token behind the brackets, or the number's end.
std::size_t NumberReader::end_with_brackets(std::size_t i, const Number& number, std::size_t end) const {
  const Tokens& tokens = context_.tokens;
  const std::size_t at = number.end;
  if (at + 1 >= end) return at;
  if (number.words && at + 2 < end && tokens.is_mark(at, '(') && tokens.kind(at + 1) == TokenKind::number &&
      tokens.is_mark(at + 2, ')')) {
    const std::optional<Number> again = digits(at + 1, end);
    return again && again->value == number.value ? at + 3 : at;
  }
  const bool quoted = tokens.kind(at) == TokenKind::quote && tokens.glued(at);
  const bool opens = i > context_.sentence_range(i).first + 1 &&
                     (quoted ? tokens.kind(i - 1) == TokenKind::quote : tokens.is_mark(i - 1, '('));
  const bool counts = context_.is_word(at + 1) && !context_.is_cased(at + 1) &&
                      !context_.is(at + 1, WordClass::function_word) && number.value != Decimal(2);
  return opens && (quoted || tokens.is_mark(at, ')')) && counts ? at + 1 : at;
}

// A code or a version: everything that is glued to it goes with it. So do the other words of a number that is too
// large: a part of it would be another number.
std::size_t NumberReader::end_of_unreadable(std::size_t i, std::size_t end) const {
  const Tokens& tokens = context_.tokens;
  std::size_t at = i + 1;
  while (at < end && ((tokens.glued(at) && tokens.kind(at) != TokenKind::quote) ||
                      context_.match(at, WordClass::number) || context_.match(at, WordClass::magnitude)))
    ++at;
  return at;
}

// "(60) كيلو": whether the number has taken the bracket behind it, so that the one before it is its own.
bool NumberReader::is_in_brackets(std::size_t i, const Number& number, std::size_t first) const {
  const Tokens& tokens = context_.tokens;
  if (i == first) return false;
  if (tokens.kind(i - 1) == TokenKind::quote) return tokens.kind(number.end - 1) == TokenKind::quote;
  if (!tokens.is_mark(i - 1, '(') || !tokens.is_mark(number.end - 1, ')')) return false;
  for (std::size_t k = i; k < number.end; ++k)
    if (tokens.is_mark(k, '(')) return false;
  return true;
}

// "217-213": a vote or a result, neither a range nor two figures. Returns its end, 0 where there is none.
std::size_t NumberReader::end_of_score(const Number& first, std::size_t end) const {
  const Tokens& tokens = context_.tokens;
  const std::size_t dash = first.end;
  if (!first.plain_digits || first.magnitude || dash + 1 >= end || tokens.kind(dash) != TokenKind::dash ||
      !tokens.glued(dash) || !tokens.glued(dash + 1) || tokens.kind(dash + 1) != TokenKind::number)
    return 0;
  const std::optional<Number> second = read(dash + 1, end, false);
  return second && second->plain_digits && second->value.to_double() <= first.value.to_double() ? second->end : 0;
}

}  // namespace herald::facts
