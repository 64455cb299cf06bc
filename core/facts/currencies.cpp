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
    {"AED", "AFN", "AOA", "ARS", "AUD", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BND", "BOB", "BRL",
     "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK",
     "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "GBP", "GEL", "GHS", "GMD", "GNF", "GTQ",
     "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES",
     "KHR", "KMF", "KRW", "KWD", "KYD", "KZT", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD",
     "MMK", "MNT", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD",
     "OMR", "PAB", "PEN", "PGK", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SCR", "SEK",
     "SGD", "SLE", "SRD", "SSP", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TRY", "TTD", "TWD", "TZS", "UAH",
     "UGX", "USD", "UYU", "UZS", "VND", "XAF", "XCD", "XOF", "YER", "ZAR", "ZMW"});

struct CurrencySign {
  std::string_view sign;
  std::string_view code;
};
// Signs are of no language; a bare $ is the issuer's and is settled by dollar_code().
constexpr std::array<CurrencySign, 10> currency_signs = {{{"€", "EUR"},
                                                          {"£", "GBP"},
                                                          {"¥", "JPY"},
                                                          {"₹", "INR"},
                                                          {"₽", "RUB"},
                                                          {"₩", "KRW"},
                                                          {"₺", "TRY"},
                                                          {"₦", "NGN"},
                                                          {"₲", "PYG"},
                                                          {"₪", "ILS"}}};
struct CountryCurrency {
  std::string_view country;
  std::string_view code;
};
constexpr std::array<CountryCurrency, 8> dollar_countries = {{{"US", "USD"},
                                                              {"AU", "AUD"},
                                                              {"CA", "CAD"},
                                                              {"NZ", "NZD"},
                                                              {"HK", "HKD"},
                                                              {"SG", "SGD"},
                                                              {"MX", "MXN"},
                                                              {"CL", "CLP"}}};

// Whose currency shares its name with others': a "rial", a "dinar", a "franc CFA" is that of the place of issue.
constexpr std::array<CountryCurrency, 38> currency_countries = {
    {{"AE", "AED"}, {"AR", "ARS"}, {"BF", "XOF"}, {"BH", "BHD"}, {"BJ", "XOF"}, {"CF", "XAF"}, {"CG", "XAF"},
     {"CI", "XOF"}, {"CL", "CLP"}, {"CM", "XAF"}, {"CO", "COP"}, {"CU", "CUP"}, {"DO", "DOP"}, {"DZ", "DZD"},
     {"EG", "EGP"}, {"GA", "XAF"}, {"GQ", "XAF"}, {"GW", "XOF"}, {"IQ", "IQD"}, {"IR", "IRR"}, {"JO", "JOD"},
     {"KW", "KWD"}, {"LB", "LBP"}, {"LY", "LYD"}, {"MA", "MAD"}, {"ML", "XOF"}, {"MX", "MXN"}, {"NE", "XOF"},
     {"OM", "OMR"}, {"QA", "QAR"}, {"SA", "SAR"}, {"SD", "SDG"}, {"SN", "XOF"}, {"SY", "SYP"}, {"TD", "XAF"},
     {"TG", "XOF"}, {"TN", "TND"}, {"UY", "UYU"}}};

// Whether `code` is one of "SAR/OMR/QAR".
bool is_among(std::string_view code, std::string_view codes) {
  constexpr std::size_t length = 3;
  return code.size() == length && codes.find(code) != std::string_view::npos;
}

bool is_currency_code(std::string_view written) {
  return std::binary_search(currency_codes.begin(), currency_codes.end(), written);
}

}  // namespace

CurrencyReader::CurrencyReader(const Context& context) : context_(context), dollar_(context.pack.dollar) {
  const auto& dateline = context.document.metadata.dateline;
  if (!dateline) return;
  for (const Place& place : context.document.facts.places)
    if (place.name == dateline->country || place.name == dateline->place) {
      for (const CountryCurrency& country : dollar_countries)
        if (place.country_code == country.country) dollar_ = country.code;
      for (const CountryCurrency& country : currency_countries)
        if (place.country_code == country.country) of_place_ = country.code;
    }
}

void CurrencyReader::remember(const std::string& code) {
  if (code.empty() || (!named_.empty() && named_.back() == code)) return;
  std::erase(named_, code);
  named_.push_back(code);
}

// "$" is the issuer's dollar. Of "SAR/OMR/QAR", which share a word, it is the one that the text has named last, else
// the one of the place of issue, else the first; "/MXN/COP" has no first, and what the text does not say stays empty.
std::string CurrencyReader::settled(const std::string& code) const {
  if (code == "$") return dollar_;
  if (code.find('/') == std::string::npos) return code;
  const auto named =
      std::find_if(named_.rbegin(), named_.rend(), [&](const std::string& known) { return is_among(known, code); });
  if (named != named_.rend()) return *named;
  return is_among(of_place_, code) ? of_place_ : code.substr(0, code.find('/'));
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
  return {settled(code), i, i + sign.count, letter};
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
  const Match word = context_.match(at_word, WordClass::currency);
  // "13 milliards de francs"
  const Match link = word ? Match{} : context_.match(at_word, WordClass::noun_link);
  const Match linked = link ? context_.match(at_word + link.count, WordClass::currency) : Match{};
  if (word || linked) {
    std::string code = settled((word ? word : linked).phrase->code);
    const std::size_t behind = at_word + link.count + (word ? word : linked).count;
    return code.empty() || behind > end ? Currency{} : Currency{std::move(code), i, behind};
  }
  if (at_word != i) return {};
  const Currency sign = at(i);
  // "30 $ 5": a sign that leads another number is not this one's. A sign of letters alone leads its number.
  const bool letters = sign.found() && sign.end == i + 1 && context_.is(i, WordClass::currency_sign);
  if (!sign.found() || letters || tokens.kind(sign.end) == TokenKind::number) return {};
  return sign;
}

}  // namespace herald::facts
