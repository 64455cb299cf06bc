// Signs and ISO codes are of no language and stand here; words ("euros") and signs made of letters ("US$", "Rs") are
// the packs'.
#include "core/facts/currencies.hpp"

#include <algorithm>
#include <array>

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

bool is_currency_code(std::string_view written) {
  return std::binary_search(currency_codes.begin(), currency_codes.end(), written);
}

}  // namespace

CurrencyReader::CurrencyReader(const Context& context) : context_(context), dollar_(context.pack.dollar) {
  const auto& dateline = context.document.metadata.dateline;
  if (!dateline) return;
  for (const Place& place : context.document.facts.places)
    if (place.name == dateline->country || place.name == dateline->place)
      for (const DollarCountry& country : dollar_countries)
        if (place.country_code == country.country) dollar_ = country.code;
}

// "US$", "Rs", "RM": letters count only with their mark glued to them or with a capital.
Currency CurrencyReader::sign_at(std::size_t i) const {
  const Match sign = context_.match(i, WordClass::currency_sign);
  if (!sign) return {};
  const Tokens& tokens = context_.tokens;
  for (std::size_t k = 1; k < sign.count; ++k)
    if (!tokens.glued(i + k)) return {};
  if (sign.count == 1 && !tokens[i].capital) return {};
  const std::string& code = sign.phrase->code;
  const bool letter = sign.count == 1 && tokens[i].end - tokens[i].begin == 1;
  if (letter && !tokens.glued(i + 1)) return {};
  return {code == "$" ? dollar_ : code, i, i + sign.count, letter};
}

Currency CurrencyReader::at(std::size_t i) const {
  const Tokens& tokens = context_.tokens;
  const std::string_view written = tokens.source(i);
  for (const CurrencySign& sign : currency_signs)
    if (written == sign.sign) return {std::string(sign.code), i, i + 1};
  if (written == "$") return {dollar_, i, i + 1};
  if (tokens.kind(i) != TokenKind::word) return {};
  if (tokens[i].all_caps && is_currency_code(written)) {
    // "USD $5": both are one currency.
    const bool sign_too = tokens.source(i + 1) == "$" || tokens.source(i + 1) == "€" || tokens.source(i + 1) == "£";
    return {std::string(written), i, i + (sign_too ? 2U : 1U)};
  }
  return sign_at(i);
}

Currency CurrencyReader::behind(std::size_t i, std::size_t end) const {
  if (i >= end) return {};
  const Tokens& tokens = context_.tokens;
  const std::size_t at_word = tokens.kind(i) == TokenKind::dash && tokens.glued(i) && tokens.glued(i + 1) ? i + 1 : i;
  if (const Match word = context_.match(at_word, WordClass::currency))
    return {word.phrase->code == "$" ? dollar_ : word.phrase->code, i, at_word + word.count};
  if (at_word != i) return {};
  const Currency sign = at(i);
  // "30 $ 5": a sign that leads another number is not this one's. A sign of letters alone leads its number.
  const bool letters = sign.found() && sign.end == i + 1 && context_.is(i, WordClass::currency_sign);
  if (!sign.found() || letters || tokens.kind(sign.end) == TokenKind::number) return {};
  return sign;
}

}  // namespace herald::facts
