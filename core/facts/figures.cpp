// Figures: counts, money, percentages, durations, measures, each with its qualifier and what it counts.
// As much of the work is to leave alone what is no figure: references, phones, codes, times, addresses,
// numbers in names. Ordinals ("the 94th assembly") are names' parts and are not given as figures.
#include <algorithm>
#include <array>

#include "core/facts/noun_phrase.hpp"
#include "core/facts/numbers.hpp"
#include "core/facts/passes.hpp"
#include "core/language/text.hpp"

namespace herald::facts {
namespace {

// ISO 4217 codes that stand beside sums in releases. Codes that are words or names of other things (ALL, TOP,
// PHP) are left out; a code counts only in capitals and next to the number.
constexpr auto currency_codes = std::to_array<std::string_view>(
    {"AED", "ARS", "AUD", "BDT", "BGN", "BHD", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK",
     "DZD", "EGP", "ETB", "EUR", "GBP", "GHS", "HKD", "HUF", "IDR", "ILS", "INR", "IQD", "ISK", "JOD",
     "JPY", "KES", "KRW", "KWD", "KZT", "LBP", "LKR", "LYD", "MAD", "MXN", "MYR", "NGN", "NOK", "NZD",
     "OMR", "PEN", "PKR", "PLN", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SEK", "SGD", "THB", "TND",
     "TRY", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "VND", "XAF", "XOF", "ZAR", "ZMW"});

struct CurrencySign {
  std::string_view sign;
  std::string_view code;
};
// Signs are of no language; a bare $ is the issuer's and is settled by dollar_code().
constexpr std::array<CurrencySign, 9> currency_signs = {{{"€", "EUR"},
                                                         {"£", "GBP"},
                                                         {"¥", "JPY"},
                                                         {"₹", "INR"},
                                                         {"₽", "RUB"},
                                                         {"₩", "KRW"},
                                                         {"₺", "TRY"},
                                                         {"₦", "NGN"},
                                                         {"₪", "ILS"}}};
struct DollarPrefix {
  std::string_view prefix;
  std::string_view code;
};
constexpr std::array<DollarPrefix, 9> dollar_prefixes = {{{"us", "USD"},
                                                          {"u.s.", "USD"},
                                                          {"a", "AUD"},
                                                          {"au", "AUD"},
                                                          {"c", "CAD"},
                                                          {"ca", "CAD"},
                                                          {"nz", "NZD"},
                                                          {"hk", "HKD"},
                                                          {"s", "SGD"}}};
struct DollarCountry {
  std::string_view country;
  std::string_view code;
};
constexpr std::array<DollarCountry, 8> dollar_countries = {{{"US", "USD"},
                                                            {"AU", "AUD"},
                                                            {"CA", "CAD"},
                                                            {"NZ", "NZD"},
                                                            {"HK", "HKD"},
                                                            {"SG", "SGD"},
                                                            {"MX", "MXN"},
                                                            {"CL", "CLP"}}};

struct Currency {
  std::string code;
  std::size_t first = 0;  // the sign or code, with its prefix
  std::size_t end = 0;
  bool found() const noexcept { return end > 0; }
};

class FigurePass {
 public:
  explicit FigurePass(Context& context)
      : context_(context), numbers_(context), phrases_(context), dollar_(context.pack.dollar) {
    const auto& dateline = context.document.metadata.dateline;
    if (!dateline) return;
    for (const Place& place : context.document.facts.places)
      if (place.name == dateline->country || place.name == dateline->place)
        for (const DollarCountry& country : dollar_countries)
          if (place.country_code == country.country) dollar_ = country.code;
  }

  void run() {
    for (const Range& sentence : context_.sentences) {
      rejected_at_ = 0;
      for (std::size_t i = sentence.first; i < sentence.end;) {
        const std::size_t end = context_.claims[i] == Claim::none ? take(i, sentence) : i;
        i = std::max(end, i + 1);
      }
    }
  }

 private:
  std::size_t take(std::size_t i, Range sentence);
  std::size_t build(std::size_t begin, std::size_t number_at, const Currency& before, Range sentence);
  Currency currency_before(std::size_t i, Range sentence) const;
  Currency currency_at(std::size_t i) const;
  Currency currency_behind(std::size_t i, std::size_t end) const;
  std::optional<Number> second_number(const Number& first, Range sentence, bool money, Currency& currency) const;
  bool is_reference(std::size_t begin, std::size_t i, const Number& number, Range sentence) const;
  bool is_code(std::size_t i, const Number& number, Range sentence) const;
  bool is_phone(std::size_t i, Range sentence) const;
  bool is_list_number(std::size_t i, std::size_t end, Range sentence) const;
  bool is_address(std::size_t end, Range sentence) const;
  bool is_year(std::size_t i, const Number& number) const;
  std::size_t qualifier_before(std::size_t begin, Range sentence, Figure& figure) const;
  Range what_money_is_for(std::size_t at, std::size_t qualified, Range sentence) const;
  void count_what(Figure& figure, Range figure_range, std::size_t qualified, Range sentence) const;
  std::size_t unit_behind(Figure& figure, const Number& number, std::size_t end, Range sentence) const;

  Context& context_;
  NumberReader numbers_;
  NounPhraseReader phrases_;
  std::string dollar_;
  std::size_t rejected_at_ = 0;  // the end of the last number that was a reference ("Articles 5 and 6")
};

bool is_currency_code(std::string_view written) {
  return std::binary_search(currency_codes.begin(), currency_codes.end(), written);
}

// A sign, a code or a prefixed dollar at token i, as it stands before a number.
Currency FigurePass::currency_at(std::size_t i) const {
  const Tokens& tokens = context_.tokens;
  const std::string_view written = tokens.source(i);
  for (const CurrencySign& sign : currency_signs)
    if (written == sign.sign) return {std::string(sign.code), i, i + 1};
  if (written == "$") return {dollar_, i, i + 1};
  if (tokens.kind(i) == TokenKind::word && tokens[i].all_caps && is_currency_code(written)) {
    // "USD $5": both are one currency.
    const bool sign_too = tokens.source(i + 1) == "$" || tokens.source(i + 1) == "€" || tokens.source(i + 1) == "£";
    return {std::string(written), i, i + (sign_too ? 2U : 1U)};
  }
  if (tokens.source(i + 1) == "$" && tokens.glued(i + 1) && context_.is_word(i))
    for (const DollarPrefix& prefix : dollar_prefixes)
      if (tokens.folded(i) == prefix.prefix) return {std::string(prefix.code), i, i + 2};
  return {};
}

Currency FigurePass::currency_behind(std::size_t i, std::size_t end) const {
  if (i >= end) return {};
  const Tokens& tokens = context_.tokens;
  const std::size_t at = tokens.kind(i) == TokenKind::dash && tokens.glued(i) && tokens.glued(i + 1) ? i + 1 : i;
  if (const Match word = context_.match(at, WordClass::currency))
    return {word.phrase->code == "$" ? dollar_ : word.phrase->code, i, at + word.count};
  if (at != i) return {};
  const Currency sign = currency_at(i);
  // "30 $ 5": a sign that leads another number is not this one's.
  if (!sign.found() || tokens.kind(sign.end) == TokenKind::number) return {};
  return sign;
}

std::size_t FigurePass::take(std::size_t i, Range sentence) {
  const Tokens& tokens = context_.tokens;
  if (const Currency currency = currency_at(i); currency.found() && currency.end < sentence.end) {
    if (tokens.kind(currency.end) == TokenKind::number && context_.claims[currency.end] == Claim::none)
      return build(i, currency.end, currency, sentence);
    return currency.end;
  }
  if (tokens.kind(i) == TokenKind::number) return build(i, i, {}, sentence);
  if (context_.match(i, WordClass::not_figure)) return i + context_.match(i, WordClass::not_figure).count;
  if (context_.match(i, WordClass::number) || context_.match(i, WordClass::collective) ||
      (context_.match(i, WordClass::magnitude) && context_.pack.noun_order == language::NounOrder::head_first))
    return build(i, i, {}, sentence);
  return i;
}

// Numbers that belong to something else: "Article 5", "Apollo 11", "F-117", "10:30".
bool FigurePass::is_reference(std::size_t begin, std::size_t i, const Number& number, Range sentence) const {
  const Tokens& tokens = context_.tokens;
  if (begin > sentence.first) {
    std::size_t before = begin;
    while (before > sentence.first && (tokens.is_mark(before - 1, '.') || tokens.is_mark(before - 1, '#') ||
                                       tokens.is_mark(before - 1, ':') || tokens.is_mark(before - 1, '(')))
      --before;
    if (tokens.is_mark(begin - 1, '#')) return true;
    // A dotted word or a colon belongs to the reference ("No. 5", "Tel: 5"); a full stop to the sentence before.
    if ((before == begin || begin - before == 1) && tokens.match_before(before, WordClass::reference)) return true;
    if (tokens.match_before(begin, WordClass::reference)) return true;
    // "Articles 5 and 6", "pages 3–7".
    const bool joined = context_.is(begin - 1, WordClass::list_link) || context_.is_comma(begin - 1) ||
                        tokens.kind(begin - 1) == TokenKind::dash;
    if (joined && rejected_at_ != 0 && rejected_at_ == begin - 1) return true;
    // "Apollo 11": a capitalised word before short plain digits, and nothing that is counted behind.
    const bool capital = context_.is_capital(begin - 1) && !context_.opens_sentence(begin - 1) &&
                         !context_.is_title_case(begin) && !context_.is(begin - 1, WordClass::function_word) &&
                         !tokens.match_before(begin, WordClass::qualifier);
    if (capital && number.plain_digits && !number.magnitude && number.digits <= 5) {
      const std::size_t next = number.end;
      const bool noun_behind = next < sentence.end && context_.is_word(next) && !tokens[next].capital &&
                               !context_.is(next, WordClass::function_word) &&
                               !context_.is(next, WordClass::reporting_verb);
      if (!noun_behind || context_.is(begin - 1, WordClass::organisation)) return true;
    }
  }
  return is_code(i, number, sentence);
}

bool FigurePass::is_code(std::size_t i, const Number& number, Range sentence) const {
  const Tokens& tokens = context_.tokens;
  const bool text_before = i > sentence.first && tokens.glued(i);
  if (text_before && tokens.kind(i) == TokenKind::number) {
    // "F-117", "COVID-19", "9/11", "3:1", "§5", "@7"
    if (tokens.kind(i - 1) == TokenKind::dash && i - 1 > sentence.first && tokens.glued(i - 1) &&
        (context_.is_word(i - 2) || tokens.kind(i - 2) == TokenKind::mark))
      return true;
    for (const char mark : {'/', ':', '#', '_', '@', '=', '*', '^'})
      if (tokens.is_mark(i - 1, mark) && !(mark == ':' && tokens[i - 1].space_before)) return true;
    if (tokens.is_mark(i - 1, '.') && i - 1 > sentence.first && tokens.kind(i - 2) == TokenKind::number &&
        tokens.glued(i - 1))
      return true;
    if (tokens.source(i - 1) == "§" || tokens.source(i - 1) == "°") return true;
  }
  if (tokens.source(i > sentence.first ? i - 1 : i) == "§") return true;
  const std::size_t next = number.end;
  if (next >= sentence.end) return false;
  if (tokens.glued(next) && tokens.kind(i) == TokenKind::number) {
    for (const char mark : {'/', ':', '@', '=', '_'})
      if (tokens.is_mark(next, mark) && tokens.glued(next + 1) && next + 1 < sentence.end &&
          !context_.is_word(next + 1))
        return true;
    // Letters that are neither a unit nor a currency make it a code: 5K, 3D, 94th.
    const bool known = tokens.match(next, WordClass::unit) || tokens.match(next, WordClass::percent) ||
                       currency_behind(next, sentence.end).found() || tokens.folded(next).starts_with("'");
    if (context_.is_word(next) && !known) return true;
    // "3-D", "5-HT": a capital behind the dash.
    if (tokens.kind(next) == TokenKind::dash && tokens.glued(next + 1) && tokens.kind(next + 1) == TokenKind::word &&
        tokens[next + 1].capital && !number.magnitude && !context_.is_title_case(i))
      return true;
  }
  return static_cast<bool>(context_.match(next, WordClass::time_marker)) && tokens.kind(i) == TokenKind::number &&
         number.digits <= 2 && !context_.is(next, WordClass::function_word);
}

// A leading plus or zero, or three runs of digits and more: "+44 20 7946 0000", "555-0188".
bool FigurePass::is_phone(std::size_t i, Range sentence) const {
  const Tokens& tokens = context_.tokens;
  if (tokens.kind(i) != TokenKind::number) return false;
  if (i > sentence.first && tokens.is_mark(i - 1, '+') && tokens.glued(i)) return true;
  const std::string_view written = tokens.source(i);
  if (written.size() > 1 && written[0] == '0') return true;
  std::size_t runs = 1;
  std::size_t at = i + 1;
  bool narrow = true;
  while (at < sentence.end && runs < 4) {
    std::size_t next = at;
    if (tokens.kind(next) == TokenKind::dash || tokens.is_mark(next, ')') || tokens.is_mark(next, '.') ||
        tokens.is_mark(next, '/')) {
      narrow = narrow && tokens.kind(next) != TokenKind::dash;
      ++next;
    }
    if (next >= sentence.end || tokens.kind(next) != TokenKind::number || (next == at && !tokens[next].space_before))
      break;
    ++runs;
    at = next + 1;
  }
  if (runs >= 3 && context_.pack.decimal_mark != ",") return true;
  if (runs >= 4) return true;
  // 555-0188
  return runs == 2 && written.size() == 3 && tokens.kind(i + 1) == TokenKind::dash && tokens.glued(i + 1) &&
         tokens.glued(i + 2) && tokens.source(i + 2).size() == 4;
}

// "1. First", "(2)", "3)": the number of an item or of a note.
bool FigurePass::is_list_number(std::size_t i, std::size_t end, Range sentence) const {
  const Tokens& tokens = context_.tokens;
  if (tokens.kind(i) != TokenKind::number) return false;
  const bool bracketed = i > sentence.first && (tokens.is_mark(i - 1, '(') || tokens.is_mark(i - 1, '[')) &&
                         (tokens.is_mark(end, ')') || tokens.is_mark(end, ']'));
  const bool opens =
      i == sentence.first && (tokens.is_mark(end, ')') || (tokens.is_mark(end, '.') && end + 1 >= sentence.end) ||
                              (tokens.is_mark(end, '.') && tokens.glued(end) && context_.is_capital(end + 1)));
  return bracketed || opens;
}

// "1300 Pennsylvania Ave.", "12 rue des Lilas".
bool FigurePass::is_address(std::size_t end, Range sentence) const {
  constexpr std::size_t reach = 5;
  for (std::size_t k = end; k < sentence.end && k < end + reach; ++k) {
    const bool street = context_.is(k, WordClass::street) &&
                        (context_.is_capital(k) || context_.pack.noun_order == language::NounOrder::head_first);
    if (street) return true;
    if (!context_.is_capital(k) && context_.tokens.kind(k) != TokenKind::number && !context_.tokens.is_mark(k, '.') &&
        !context_.is_comma(k))
      return false;
  }
  return false;
}

// Four plain digits of a year, with nothing that makes them a number of things.
bool FigurePass::is_year(std::size_t i, const Number& number) const {
  if (!number.plain_digits || number.magnitude || number.digits != 4) return false;
  const std::int64_t value = number.value.coefficient();
  if (value < 1900 || value > 2100) return false;
  if (context_.tokens.match_before(i, WordClass::qualifier)) return false;
  return !context_.is(number.end, WordClass::irregular_plural) && !context_.match(number.end, WordClass::unit);
}

std::size_t FigurePass::qualifier_before(std::size_t begin, Range sentence, Figure& figure) const {
  static constexpr std::array<std::pair<std::string_view, Qualifier>, 5> names = {{{"more_than", Qualifier::more_than},
                                                                                   {"less_than", Qualifier::less_than},
                                                                                   {"about", Qualifier::about},
                                                                                   {"at_least", Qualifier::at_least},
                                                                                   {"at_most", Qualifier::at_most}}};
  const auto apply = [&](const Match& match) {
    for (const auto& [name, qualifier] : names)
      if (match.phrase->code == name) figure.qualifier = qualifier;
  };
  std::size_t at = begin;
  if (at > sentence.first && context_.tokens.is_mark(at - 1, '~')) {
    figure.qualifier = Qualifier::about;
    return at - 1;
  }
  Match found = context_.tokens.match_before(at, WordClass::qualifier);
  // "more than the 50 members": one determiner may stand between.
  if (!found && at > sentence.first && context_.is(at - 1, WordClass::determiner)) {
    found = context_.tokens.match_before(at - 1, WordClass::qualifier);
    if (found) --at;
  }
  if (!found || at - found.count < sentence.first) return begin;
  apply(found);
  return at - found.count;
}

// The other end of a range: "50 to 60", "50–60", "between 50 and 60".
std::optional<Number> FigurePass::second_number(const Number& first, Range sentence, bool money,
                                                Currency& currency) const {
  const Tokens& tokens = context_.tokens;
  std::size_t at = first.end;
  if (at >= sentence.end) return std::nullopt;
  const bool dash = tokens.kind(at) == TokenKind::dash;
  const Match link = context_.match(at, WordClass::range_link);
  const Match both = context_.match(at, WordClass::number_link);
  if (!dash && !link && !both) return std::nullopt;
  at += dash ? 1 : std::max(link.count, both.count);
  if (const Currency again = currency_at(at); again.found()) {
    if (!money || again.code != currency.code) return std::nullopt;
    at = again.end;
  }
  if (at >= sentence.end || context_.claims[at] != Claim::none) return std::nullopt;
  if (tokens.kind(at) != TokenKind::number && !context_.match(at, WordClass::number)) return std::nullopt;
  std::optional<Number> second = numbers_.read(at, sentence.end, money);
  if (!second || second->value.to_double() <= first.value.to_double()) return std::nullopt;
  return second;
}

// "%", "years", "km"; returns the token behind.
std::size_t FigurePass::unit_behind(Figure& figure, const Number& number, std::size_t end, Range sentence) const {
  const Tokens& tokens = context_.tokens;
  std::size_t at = end;
  if (at >= sentence.end) return end;
  const std::string_view sign = tokens.source(at);
  if (sign == "%" || sign == "٪" || sign == "％") {
    figure.kind = FigureKind::percent;
    figure.unit = "percent";
    return at + 1;
  }
  if (tokens.kind(at) == TokenKind::dash && tokens.glued(at) && tokens.glued(at + 1)) ++at;
  if (const Match percent = context_.match(at, WordClass::percent)) {
    figure.kind = FigureKind::percent;
    figure.unit = percent.phrase->code;
    return at + percent.count;
  }
  const Match unit = context_.match(at, WordClass::unit);
  if (!unit) return end;
  // "500 second-hand cars", "30 m": a unit in a compound, or one letter not glued to digits, is none.
  static constexpr std::array durations = {"year", "month", "week", "day", "hour", "minute", "second", "decade"};
  const bool duration = std::find(durations.begin(), durations.end(), unit.phrase->code) != durations.end();
  if (unit.phrase->code == "second" && number.digits > 3) return end;
  figure.kind = duration ? FigureKind::duration : FigureKind::measure;
  figure.unit = unit.phrase->code;
  return at + unit.count;
}

// What a sum is for: the noun behind it with its purpose, the subject before its verb, or what "for",
// "to" and "in" lead to.
Range FigurePass::what_money_is_for(std::size_t at, std::size_t qualified, Range sentence) const {
  Range counted = phrases_.behind(at, sentence.end);
  if (!counted.empty()) {
    const Match purpose = context_.match(counted.end, WordClass::role_link);
    if (!purpose) return counted;
    const Range more = phrases_.behind(counted.end + purpose.count, sentence.end);
    return more.empty() ? counted : Range{counted.first, more.end};
  }
  const std::size_t verb = phrases_.measure_verb_before(qualified, sentence.first);
  const Range subject = verb < qualified ? phrases_.before(verb, sentence.first) : Range{};
  if (!subject.empty()) return subject;
  const Match link = context_.match(at, WordClass::role_link);
  if (!link) return {};
  counted = phrases_.behind(at + link.count, sentence.end);
  // "to improve the harbour road": a verb with its object, up to the next mark.
  constexpr std::size_t longest_purpose = 8;
  std::size_t end = counted.empty() ? at + link.count : counted.end;
  while (end < sentence.end && end - at < longest_purpose &&
         (context_.is_word(end) || context_.tokens.kind(end) == TokenKind::dash) &&
         !context_.is(end, WordClass::modifier_stop) && context_.claims[end] == Claim::none)
    ++end;
  const std::size_t first = counted.empty() ? at + link.count : counted.first;
  while (end > first && context_.tokens.is_any(end - 1, mask(WordClass::function_word) | mask(WordClass::determiner) |
                                                            mask(WordClass::noun_link)))
    --end;
  return {first, std::max(first, end)};
}

void FigurePass::count_what(Figure& figure, Range figure_range, std::size_t qualified, Range sentence) const {
  const Tokens& tokens = context_.tokens;
  std::size_t at = figure_range.end;
  // "five-year road map"
  if (tokens.kind(at) == TokenKind::dash && tokens.glued(at)) ++at;
  Range counted =
      figure.kind == FigureKind::money ? what_money_is_for(at, qualified, sentence) : phrases_.behind(at, sentence.end);
  if (figure.kind != FigureKind::money && counted.empty()) {
    // A list shares its noun: "five and six years", "24 or 25 states".
    std::size_t next = at;
    if (context_.is(next, WordClass::list_link) || context_.is_comma(next)) ++next;
    if (next > at && (tokens.kind(next) == TokenKind::number || context_.match(next, WordClass::number)))
      if (const std::optional<Number> other = numbers_.read(next, sentence.end, false))
        counted = phrases_.behind(other->end, sentence.end);
    const std::size_t verb = phrases_.measure_verb_before(qualified, sentence.first);
    const bool only_link = verb < qualified && context_.match(verb, WordClass::noun_link).count == qualified - verb;
    if (counted.empty() && verb < qualified && !only_link) counted = phrases_.before(verb, sentence.first);
  }
  // "EUR 5 million of the EUR 9 million promised": a sum is no thing that is counted.
  if (!counted.empty() && !currency_at(counted.first).found()) figure.counted = context_.text(counted);
}

std::size_t FigurePass::build(std::size_t begin, std::size_t number_at, const Currency& before, Range sentence) {
  const Tokens& tokens = context_.tokens;
  const bool signed_money = before.found();
  std::optional<Number> number = numbers_.read(number_at, sentence.end, signed_money);
  if (!number) {
    // A code or a version: everything that is glued to it goes with it. So do the other words of a number that
    // is too large: a part of it would be another number.
    std::size_t end = number_at + 1;
    while (end < sentence.end && ((tokens.glued(end) && tokens.kind(end) != TokenKind::quote) ||
                                  context_.match(end, WordClass::number) || context_.match(end, WordClass::magnitude)))
      ++end;
    return end;
  }
  if (!signed_money && (is_phone(number_at, sentence) || is_list_number(number_at, number->end, sentence) ||
                        is_reference(begin, number_at, *number, sentence))) {
    std::size_t end = number->end;
    while (is_phone(number_at, sentence) && end < sentence.end &&
           (tokens.kind(end) == TokenKind::number || (tokens.kind(end) == TokenKind::dash) ||
            (tokens.kind(end) == TokenKind::mark && tokens.kind(end + 1) == TokenKind::number)) &&
           end < number_at + 12)
      ++end;
    // What stands behind a slash or colon ("24/7", "10:30") belongs to it.
    while (end + 1 < sentence.end && tokens.glued(end) && tokens.glued(end + 1) &&
           tokens.kind(end) == TokenKind::mark && tokens.kind(end + 1) == TokenKind::number)
      end += 2;
    rejected_at_ = end;
    return end;
  }

  Figure figure;
  figure.value = number->value;
  Currency currency = before;
  std::size_t end = number->end;
  std::size_t value_end = end;
  const std::optional<Number> second = second_number(*number, sentence, signed_money, currency);
  if (second && (tokens.kind(end) == TokenKind::dash || context_.match(end, WordClass::range_link) ||
                 (begin > sentence.first && context_.is(begin - 1, WordClass::range_open)))) {
    figure.maximum = second->value;
    // "5 to 7 million": the first end shares the multiplier.
    if (second->magnitude && !number->magnitude && !signed_money) {
      std::optional<Number> bare = numbers_.read(number_at, number->end, false);
      int power = 0;
      for (std::size_t k = number->end; k < second->end; ++k)
        if (const Match magnitude = context_.match(k, WordClass::magnitude))
          power = static_cast<int>(magnitude.phrase->value);
      if (bare && power > 0) figure.value = bare->value.scaled_up(power).value_or(bare->value);
    }
    end = value_end = second->end;
  }
  const Number& last = figure.maximum ? *second : *number;
  if (!signed_money) {
    currency = currency_behind(end, sentence.end);
    if (!currency.found()) {
      // "1,5m €": the suffix is read again as money.
      if (const std::optional<Number> money = numbers_.read(number_at, sentence.end, true);
          !figure.maximum && money && money->end > end)
        if (const Currency sign = currency_behind(money->end, sentence.end); sign.found()) {
          figure.value = money->value;
          currency = sign;
        }
    }
    if (currency.found()) end = currency.end;
  } else if (const Currency again = currency_behind(end, sentence.end); again.found() && again.code == currency.code) {
    end = again.end;
  } else if (const Match word = context_.match(end, WordClass::currency)) {
    // "$5 million Canadian dollars"
    if (word.phrase->code != "$") currency.code = word.phrase->code;
    end += word.count;
  }
  if (currency.found()) {
    figure.kind = FigureKind::money;
    figure.currency = currency.code;
  } else {
    end = unit_behind(figure, last, value_end, sentence);
  }
  const Range range{begin, end};
  const std::size_t qualified = qualifier_before(begin, sentence, figure);
  if (figure.qualifier == Qualifier::exact) {
    if (const Match after = context_.match(end, WordClass::qualifier_after)) {
      figure.qualifier = after.phrase->code == "at_most"    ? Qualifier::at_most
                         : after.phrase->code == "at_least" ? Qualifier::at_least
                                                            : Qualifier::more_than;
    } else if (tokens.is_mark(end, '+') && tokens.glued(end)) {
      figure.qualifier = Qualifier::at_least;
    }
  }

  if (figure.kind == FigureKind::count) {
    if (is_year(begin, *number) || is_address(number->end, sentence)) return end;
    // Ratios ("one in five", "eight out of ten") and fractions ("two-thirds") have no decimal value.
    const Match ratio = context_.match(end, WordClass::ratio_link);
    if (ratio &&
        (tokens.kind(end + ratio.count) == TokenKind::number || context_.match(end + ratio.count, WordClass::number)) &&
        number->digits <= 2 && !number->magnitude) {
      const std::optional<Number> whole = numbers_.read(end + ratio.count, sentence.end, false);
      if (whole && whole->value.to_double() <= 100) return whole->end;
    }
    std::size_t fraction = end;
    if (tokens.kind(fraction) == TokenKind::dash && tokens.glued(fraction)) ++fraction;
    if (context_.is(fraction, WordClass::fraction)) return fraction + 1;
  }
  count_what(figure, range, qualified, sentence);
  if (figure.kind == FigureKind::count) {
    const bool one = number->words && figure.value == Decimal(1);
    if (one || (figure.counted.empty() && (number->words || number->digits < 2))) return end;
    if (figure.value == Decimal(0) || (figure.counted.empty() && (number->plain_digits || !number->value.is_whole()) &&
                                       figure.qualifier == Qualifier::exact && !figure.maximum))
      return end;
  }
  if (figure.kind != FigureKind::count && figure.kind != FigureKind::money && number->words &&
      figure.value == Decimal(1) && figure.kind == FigureKind::duration)
    return end;

  static constexpr std::array rules = {"figures.count",    "figures.money",   "figures.percent",
                                       "figures.duration", "figures.measure", "figures.ordinal"};
  figure.as_written = context_.text({qualified, end});
  figure.provenance = context_.provenance(range, rules[static_cast<std::size_t>(figure.kind)],
                                          figure.counted.empty()                              ? 0.8
                                          : number->words && figure.kind == FigureKind::count ? 0.85
                                                                                              : 0.95);
  std::vector<Figure>& figures = context_.document.facts.figures;
  figure.id = next_id('f', figures.size());
  context_.claim(range, Claim::figure);
  figures.push_back(std::move(figure));
  return end;
}

}  // namespace

void find_figures(Context& context) { FigurePass(context).run(); }

}  // namespace herald::facts
