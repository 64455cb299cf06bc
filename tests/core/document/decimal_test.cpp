// Decimals: what is read, how it is normalised, where it ends.
#include "herald/decimal.hpp"

#include "tests/support/catch.hpp"

using herald::Decimal;

TEST_CASE("decimals are read, normalised and printed", "[document]") {
  const std::pair<const char*, const char*> cases[] = {{"0", "0"},
                                                       {"30000000000", "30000000000"},
                                                       {"1.50", "1.5"},
                                                       {"0.05", "0.05"},
                                                       {"-0.5", "-0.5"},
                                                       {"100.00", "100"},
                                                       {"9223372036854775807", "9223372036854775807"},
                                                       {"007", "7"},
                                                       {"12.345", "12.345"}};
  for (const auto& [text, wanted] : cases) {
    INFO(text);
    const auto decimal = Decimal::parse(text);
    REQUIRE(decimal.has_value());
    CHECK(decimal->to_string() == wanted);
  }
}

TEST_CASE("what is no decimal is not read as one", "[document]") {
  for (const char* text : {"", "-", ".", ".5", "5.", "1,5", "1e5", "+1", "1 000", "9223372036854775808",
                           "0.0000000000000000001", "--1", "1.2.3", "٣"}) {
    INFO(text);
    CHECK_FALSE(Decimal::parse(text).has_value());
  }
}

TEST_CASE("equal values are equal however they were written", "[document]") {
  CHECK(*Decimal::parse("1.50") == *Decimal::parse("1.5"));
  CHECK(*Decimal::from_parts(3000, 3) == Decimal(3));
  CHECK_FALSE(*Decimal::parse("1.5") == *Decimal::parse("1.51"));
}

TEST_CASE("scaling up multiplies by powers of ten, as far as 63 bits go", "[document]") {
  CHECK(Decimal::parse("1.5")->scaled_up(9)->to_string() == "1500000000");
  CHECK(Decimal::parse("1.25")->scaled_up(1)->to_string() == "12.5");
  CHECK(Decimal(30).scaled_up(9)->to_string() == "30000000000");
  CHECK(Decimal(9).scaled_up(18)->to_string() == "9000000000000000000");
  CHECK_FALSE(Decimal(10).scaled_up(18).has_value());
  CHECK_FALSE(Decimal(1).scaled_up(19).has_value());
}
