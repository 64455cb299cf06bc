#include "core/language/text.hpp"
#include "tests/support/catch.hpp"

using namespace herald::language;

TEST_CASE("words are compared in lower case, composed, with plain apostrophes and single spaces", "[language]") {
  CHECK(fold_case("L’ÉCOLE\u00a0 d’été") == "l'école d'été");
  CHECK(fold_case("e\u0301t") == "\u00e9t");
  CHECK(fold_case("STRASSE") == "strasse");
  CHECK(fold_case("صرّحَ المُديرُ") == "صرح المدير");
  CHECK(fold_case("آخر أمـــر") == "آخر أمر");
  CHECK(fold_case("") == "");
}

TEST_CASE("a damaged byte is one replacement character", "[language]") {
  CHECK(code_point_at("\xff", 0).value == 0xFFFD);
  CHECK(code_point_at("\xff", 0).length == 1);
  CHECK(code_point_at("\xe2\x82", 0).length == 1);
  CHECK(code_point_before("a\xc3\xa9", 3).value == 0xE9);
  CHECK(code_point_before("a\xa9", 2).value == 0xFFFD);
  CHECK(code_point_at("", 0).length == 0);
}

TEST_CASE("white space is trimmed and folded, no-break spaces included", "[language]") {
  CHECK(trim("\u00a0 a b\u202f\n") == "a b");
  CHECK(fold_space("\t a\u202f\n b ") == "a b");
}

TEST_CASE("digits of any script have their value", "[language]") {
  CHECK(digit_value(U'7') == 7);
  CHECK(digit_value(U'٣') == 3);
  CHECK(digit_value(U'x') == -1);
  CHECK(digit_value(U'½') == -1);
}
