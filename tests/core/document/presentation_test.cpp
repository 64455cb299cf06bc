// Dates and figures in words, in the four languages whose labels are in the tree.
#include "herald/presentation.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/labels.hpp"

using herald::Decimal;
using herald::Figure;
using herald::FigureKind;
using herald::Labels;
using herald::present_date;
using herald::present_value;
using herald::test::labels_of;

namespace {

// The spaces that are in the results, as they are seen in the labels.
std::string spelled(std::string text) {
  const auto replace = [&text](std::string_view what, std::string_view with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
      text.replace(at, what.size(), with);
  };
  replace("\xC2\xA0", "~");          // no-break space
  replace("\xE2\x80\xAF", "_");      // narrow no-break space
  replace("\xE2\x80\x8E", "<LRM>");  // left-to-right mark
  return text;
}

std::string date(std::string_view start, std::string_view end, const Labels& labels) {
  return spelled(present_date(start, end, labels));
}

Figure figure(std::string_view value, std::string_view maximum = {}) {
  Figure result;
  result.value = Decimal::parse(value).value();
  if (!maximum.empty()) result.maximum = Decimal::parse(maximum).value();
  return result;
}

std::string number(std::string_view value, const Labels& labels) {
  return spelled(present_value(figure(value), labels));
}

std::string money(std::string_view value, const std::string& currency, const Labels& labels,
                  std::string_view maximum = {}) {
  Figure result = figure(value, maximum);
  result.kind = FigureKind::money;
  result.currency = currency;
  return spelled(present_value(result, labels));
}

std::string measure(std::string_view value, const std::string& unit, const Labels& labels,
                    std::string_view maximum = {}) {
  Figure result = figure(value, maximum);
  result.kind = FigureKind::measure;
  result.unit = unit;
  return spelled(present_value(result, labels));
}

std::string of_kind(std::string_view value, FigureKind kind, const Labels& labels, std::string_view maximum = {}) {
  Figure result = figure(value, maximum);
  result.kind = kind;
  return spelled(present_value(result, labels));
}

}  // namespace

TEST_CASE("dates of every precision read as a person would write them", "[presentation]") {
  const Labels en = labels_of("en");
  CHECK(date("2025-11-27", "", en) == "27~November 2025");
  CHECK(date("2025-11-01", "", en) == "1~November 2025");
  CHECK(date("2025-11", "", en) == "November 2025");
  CHECK(date("2025", "", en) == "2025");
  const Labels fr = labels_of("fr");
  CHECK(date("2025-11-27", "", fr) == "27~novembre 2025");
  CHECK(date("2025-11-01", "", fr) == "1er~novembre 2025");
  CHECK(date("2025-08", "", fr) == "août 2025");
  const Labels es = labels_of("es");
  CHECK(date("2025-11-27", "", es) == "27~de~noviembre de 2025");
  CHECK(date("2025-11", "", es) == "noviembre de 2025");
  const Labels ar = labels_of("ar");
  CHECK(date("2025-11-27", "", ar) == "27~نوفمبر 2025");
  CHECK(date("2025-01", "", ar) == "يناير 2025");
}

TEST_CASE("a range repeats nothing that its two ends share", "[presentation]") {
  const Labels en = labels_of("en");
  CHECK(date("2025-11-24", "2025-11-27", en) == "24–27~November 2025");
  CHECK(date("2025-10-30", "2025-11-02", en) == "30~October – 2~November 2025");
  CHECK(date("2025-12-30", "2026-01-02", en) == "30~December 2025 – 2~January 2026");
  CHECK(date("2025-01", "2025-03", en) == "January–March 2025");
  CHECK(date("2025-11", "2026-02", en) == "November 2025 – February 2026");
  CHECK(date("2026", "2030", en) == "2026–2030");
  CHECK(date("2025-11-24", "2025-11-24", en) == "24~November 2025");
  CHECK(date("2025", "2026-03", en) == "2025 – March 2026");
  CHECK(date("2025-03", "2025-03-09", en) == "March 2025 – 9~March 2025");
  const Labels fr = labels_of("fr");
  CHECK(date("2025-11-01", "2025-11-04", fr) == "1er–4~novembre 2025");
  CHECK(date("2025-10-30", "2025-11-01", fr) == "30~octobre – 1er~novembre 2025");
  CHECK(date("2026", "2030", fr) == "2026-2030");
  const Labels es = labels_of("es");
  CHECK(date("2025-11-24", "2025-11-27", es) == "24-27~de~noviembre de 2025");
  CHECK(date("2025-10-30", "2025-11-02", es) == "30~de~octubre – 2~de~noviembre de 2025");
  const Labels ar = labels_of("ar");
  CHECK(date("2025-11-24", "2025-11-27", ar) == "24 إلى 27~نوفمبر 2025");
  CHECK(date("2026", "2030", ar) == "2026–2030");
}

TEST_CASE("what is not an ISO date is given back as it is", "[presentation]") {
  const Labels en = labels_of("en");
  for (const char* text : {"", "soon", "2025-13", "2025-02-30", "2025-1-1", "20251127", "2025-11-27T10:00", "-025",
                           "2025/11", "٢٠٢٥", "2025-00-10", "+025-01-01"})
    CHECK(present_date(text, "", en) == text);
  CHECK(present_date("spring", "2025-06", en) == "spring – June 2025");
  CHECK(present_date("2025-06", "{first}", en) == "June 2025 – {first}");
  CHECK(date("2024-02-29", "", en) == "29~February 2024");
}

TEST_CASE("numbers are grouped by the rule of the language", "[presentation]") {
  const Labels en = labels_of("en");
  CHECK(number("196", en) == "196");
  CHECK(number("1200", en) == "1,200");
  CHECK(number("12500", en) == "12,500");
  CHECK(number("1234567", en) == "1,234,567");
  CHECK(number("-1234.5", en) == "−1,234.5");
  CHECK(number("0", en) == "0");
  CHECK(number("0.25", en) == "0.25");
  const Labels fr = labels_of("fr");
  CHECK(number("1200", fr) == "1_200");
  CHECK(number("12500.75", fr) == "12_500,75");
  const Labels es = labels_of("es");
  CHECK(number("1200", es) == "1200");
  CHECK(number("12500", es) == "12_500");
  const Labels ar = labels_of("ar");
  CHECK(number("12500", ar) == "12,500");
  CHECK(number("-3", ar) == "<LRM>-3");
}

TEST_CASE("other digits are a label, separators included", "[presentation]") {
  Labels ar = labels_of("ar");
  ar["number.digits"] = "٠١٢٣٤٥٦٧٨٩";
  ar["number.group"] = "٬";
  ar["number.decimal"] = "٫";
  CHECK(number("12500.5", ar) == "١٢٬٥٠٠٫٥");
  CHECK(date("2025-11-27", "", ar) == "٢٧~نوفمبر ٢٠٢٥");
}

TEST_CASE("large round numbers take the word of the language", "[presentation]") {
  const Labels en = labels_of("en");
  CHECK(number("1000000", en) == "1~million");
  CHECK(number("1200000", en) == "1.2~million");
  CHECK(number("1250000", en) == "1.25~million");
  CHECK(number("1254000", en) == "1,254,000");
  CHECK(number("30000000000", en) == "30~billion");
  CHECK(number("1234500000", en) == "1,234.5~million");
  CHECK(number("2500000000000", en) == "2.5~trillion");
  CHECK(number("999999", en) == "999,999");
  CHECK(number("-2000000", en) == "−2~million");
  const Labels fr = labels_of("fr");
  CHECK(number("1000000", fr) == "1~million");
  CHECK(number("1500000", fr) == "1,5~million");
  CHECK(number("2000000", fr) == "2~millions");
  CHECK(number("30000000000", fr) == "30~milliards");
  CHECK(number("2000000000000", fr) == "2_000~milliards");
  const Labels es = labels_of("es");
  CHECK(number("1000000", es) == "1~millón");
  CHECK(number("1200000", es) == "1,2~millones");
  CHECK(number("1000000000", es) == "1000~millones");
  CHECK(number("30000000000", es) == "30_000~millones");
  CHECK(number("3000000000000", es) == "3~billones");
  const Labels ar = labels_of("ar");
  CHECK(number("3000000", ar) == "3~ملايين");
  CHECK(number("30000000", ar) == "30~مليون");
  CHECK(number("30000000000", ar) == "30~مليار");
  CHECK(number("5000000000", ar) == "5~مليارات");
}

TEST_CASE("the largest and smallest decimals are presented without loss", "[presentation]") {
  const Labels en = labels_of("en");
  CHECK(number("9223372036854775807", en) == "9,223,372,036,854,775,807");
  CHECK(number("-9223372036854775807", en) == "−9,223,372,036,854,775,807");
  CHECK(number("0.000000000000000001", en) == "0.000000000000000001");
  CHECK(number("9000000000000000000", en) == "9,000,000~trillion");
}

TEST_CASE("money stands as the language writes it", "[presentation]") {
  const Labels en = labels_of("en");
  CHECK(money("30000000000", "EUR", en) == "EUR~30~billion");
  CHECK(money("12500", "XOF", en) == "XOF~12,500");
  CHECK(money("50000000", "USD", en, "60000000") == "USD~50–60~million");
  const Labels fr = labels_of("fr");
  CHECK(money("30000000000", "EUR", fr) == "30~milliards d’euros");
  CHECK(money("12500", "EUR", fr) == "12_500~euros");
  CHECK(money("1", "EUR", fr) == "1~euro");
  CHECK(money("12500", "XDR", fr) == "12_500~XDR");
  CHECK(money("50000000", "USD", fr, "60000000") == "50 à 60~millions de dollars des États-Unis");
  const Labels es = labels_of("es");
  CHECK(money("30000000000", "EUR", es) == "30_000~millones de euros");
  CHECK(money("1", "MXN", es) == "1~peso mexicano");
  const Labels ar = labels_of("ar");
  CHECK(money("30000000000", "EUR", ar) == "30~مليار يورو");
  CHECK(money("5", "USD", ar) == "5~دولارات أمريكية");
  CHECK(money("40000000", "USD", ar) == "40~مليون دولار أمريكي");
}

TEST_CASE("a sum has both digits of its small unit or none", "[presentation]") {
  CHECK(money("1.2", "GBP", labels_of("en")) == "GBP~1.20");
  CHECK(money("1200", "GBP", labels_of("en")) == "GBP~1,200");
  CHECK(money("1200000", "GBP", labels_of("en")) == "GBP~1.2~million");
  CHECK(money("1", "GBP", labels_of("en"), "1.5") == "GBP~1.00–1.50");
  CHECK(money("0.125", "EUR", labels_of("en")) == "EUR~0.125");  // a price a litre has its own digits
  CHECK(money("9.5", "EUR", labels_of("fr")) == "9,50~euros");
  CHECK(number("1.2", labels_of("en")) == "1.2");
}

TEST_CASE("a sum has the sign that the release gives it, where the language has no name for it", "[presentation]") {
  const auto written = [](std::string_view value, const std::string& currency, std::string as_written,
                          const Labels& labels) {
    Figure result = figure(value);
    result.kind = FigureKind::money;
    result.currency = currency;
    result.as_written = std::move(as_written);
    return spelled(present_value(result, labels));
  };
  const Labels en = labels_of("en");
  CHECK(written("420000000", "GBP", "£420 million", en) == "£420~million");
  CHECK(written("1.2", "GBP", "£1.20", en) == "£1.20");
  CHECK(written("5", "AUD", "about A$5", en) == "A$5");
  CHECK(written("5", "GBP", "GBP 5", en) == "GBP~5");
  CHECK(written("12500", "PHP", "₱12,500", labels_of("fr")) == "12_500~₱");
  CHECK(written("2", "EUR", "2 €", labels_of("fr")) == "2~euros");
  CHECK(written("1500000", "EUR", "1,5 M€", en) == "€1.5~million");
  CHECK(written("5000", "USD", "5K$", en) == "$5,000");
  CHECK(written("5", "USD", "US$5", en) == "US$5");
}

TEST_CASE("a range stands under one scale word or none", "[presentation]") {
  const Labels en = labels_of("en");
  CHECK(spelled(present_value(figure("50", "60"), en)) == "50–60");
  CHECK(spelled(present_value(figure("999000000", "1200000000"), en)) == "999–1,200~million");
  CHECK(spelled(present_value(figure("500000", "1200000"), en)) == "500,000–1,200,000");
  CHECK(spelled(present_value(figure("50", "60"), labels_of("es"))) == "50 a 60");
}

TEST_CASE("percentages keep their sign with the number", "[presentation]") {
  CHECK(of_kind("4.5", FigureKind::percent, labels_of("en")) == "4.5%");
  CHECK(of_kind("4", FigureKind::percent, labels_of("en"), "5") == "4–5%");
  CHECK(of_kind("4.5", FigureKind::percent, labels_of("fr")) == "4,5_%");
  CHECK(of_kind("4.5", FigureKind::percent, labels_of("es")) == "4,5~%");
  CHECK(measure("12", "percent", labels_of("ar")) == "12%");
}

TEST_CASE("units agree with their number", "[presentation]") {
  const Labels en = labels_of("en");
  CHECK(measure("1", "year", en) == "1~year");
  CHECK(measure("5", "year", en) == "5~years");
  CHECK(measure("1.5", "year", en) == "1.5~years");
  CHECK(measure("3", "square kilometre", en) == "3~km²");
  CHECK(measure("2", "percentage point", en) == "2~percentage points");
  CHECK(measure("7", "furlong", en) == "7~furlong");
  CHECK(measure("2000000", "tonne", en) == "2~million~tonnes");
  const Labels fr = labels_of("fr");
  CHECK(measure("0", "day", fr) == "0~jour");
  CHECK(measure("1.5", "year", fr) == "1,5~an");
  CHECK(measure("2", "year", fr) == "2~ans");
  CHECK(measure("2000000", "tonne", fr) == "2~millions de tonnes");
  CHECK(measure("2000000", "hectare", fr) == "2~millions d’hectares");
  CHECK(measure("3000000000", "barrel", labels_of("es")) == "3000~millones de barriles");
  const Labels ar = labels_of("ar");
  CHECK(measure("1", "year", ar) == "سنة واحدة");
  CHECK(measure("2", "year", ar) == "سنتان");
  CHECK(measure("5", "year", ar) == "5~سنوات");
  CHECK(measure("11", "day", ar) == "11~يومًا");
  CHECK(measure("100", "day", ar) == "100~يوم");
  CHECK(measure("103", "day", ar) == "103~أيام");
  CHECK(measure("1", "year", ar, "2") == "1 إلى 2~سنة");
}

TEST_CASE("ordinals follow their own rule", "[presentation]") {
  const Labels en = labels_of("en");
  CHECK(of_kind("1", FigureKind::ordinal, en) == "1st");
  CHECK(of_kind("11", FigureKind::ordinal, en) == "11th");
  CHECK(of_kind("22", FigureKind::ordinal, en) == "22nd");
  CHECK(of_kind("94", FigureKind::ordinal, en) == "94th");
  CHECK(of_kind("103", FigureKind::ordinal, en) == "103rd");
  CHECK(of_kind("1", FigureKind::ordinal, labels_of("fr")) == "1er");
  CHECK(of_kind("94", FigureKind::ordinal, labels_of("fr")) == "94e");
  CHECK(of_kind("94", FigureKind::ordinal, labels_of("es")) == "94.º");
}

TEST_CASE("qualifiers are words, and none for an exact figure", "[presentation]") {
  using herald::Qualifier;
  const Labels fr = labels_of("fr");
  CHECK(present_qualifier(Qualifier::exact, fr).empty());
  CHECK(present_qualifier(Qualifier::more_than, fr) == "plus de");
  CHECK(present_qualifier(Qualifier::less_than, fr) == "moins de");
  CHECK(present_qualifier(Qualifier::about, fr) == "environ");
  CHECK(present_qualifier(Qualifier::at_least, fr) == "au moins");
  CHECK(present_qualifier(Qualifier::at_most, fr) == "jusqu’à");
}

TEST_CASE("without labels, what is presented is neutral and not lost", "[presentation]") {
  const Labels none;
  CHECK(present_date("2025-11-27", "", none) == "2025-11-27");
  CHECK(present_date("2025-11-24", "2025-11-27", none) == "2025-11-24/2025-11-27");
  CHECK(number("30000000000", none) == "30000000000");
  CHECK(money("30000000000", "EUR", none) == "EUR 30000000000");
  CHECK(measure("5", "year", none) == "5~year");
  CHECK(of_kind("94", FigureKind::ordinal, none) == "94");
  CHECK(of_kind("-4.5", FigureKind::percent, none) == "-4.5%");
}

TEST_CASE("broken rules in labels match nothing", "[presentation]") {
  for (const char* rule : {"%0:1", "%:1", "%x:1", "1-", "-1", "~", "!", ",", "99999999999999999999999"}) {
    Labels labels = {{"plural.one", rule}, {"unit.year.one", "ONE"}, {"unit.year.other", "{value} years"}};
    CHECK(measure("1", "year", labels) == "1 years");
  }
}

TEST_CASE("the four languages have the same words", "[presentation]") {
  const Labels en = labels_of("en");
  for (const char* language : {"fr", "es", "ar"}) {
    const Labels labels = labels_of(language);
    for (const auto& [key, text] : en) {
      if (key.starts_with("plural.") || key.starts_with("ordinal.") || key == "number.billion" ||
          key == "number.trillion")
        continue;
      // A word may have forms in one language and none in the other.
      const std::string word = key.substr(0, key.find('.', key.find('.') + 1));
      const auto found = labels.lower_bound(word);
      INFO(language << " lacks " << key);
      CHECK((found != labels.end() && found->first.starts_with(word)));
    }
  }
}
