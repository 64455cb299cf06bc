// What Excel can hold of a text, and the names that it accepts.
#include "formats/xlsx/text.hpp"

#include "formats/xlsx/checks.hpp"
#include "formats/xlsx/date.hpp"
#include "formats/xlsx/names.hpp"
#include "tests/support/catch.hpp"

namespace xlsx = herald::xlsx;

TEST_CASE("Excel counts texts in UTF-16 units", "[xlsx]") {
  CHECK(xlsx::utf16_length("abc") == 3);
  CHECK(xlsx::utf16_length("ميناء") == 5);
  CHECK(xlsx::utf16_length("😀") == 2);
  CHECK(xlsx::utf16_length("\xFF") == 1);
  CHECK(xlsx::utf16_prefix("a😀b", 2) == "a");
  CHECK(xlsx::utf16_prefix("a😀b", 3) == "a😀");
}

TEST_CASE("characters that XML forbids are replaced, and it is said", "[xlsx]") {
  xlsx::Changes changes;
  CHECK(xlsx::clean_text("tab\tand\nline stay", changes) == "tab\tand\nline stay");
  CHECK_FALSE(changes.replaced);
  CHECK(xlsx::clean_text(std::string("nul\0bell\a", 9), changes) == "nul\uFFFDbell\uFFFD");
  CHECK(changes.replaced);
  CHECK(xlsx::clean_text("\xEF\xBF\xBF", changes) == "\uFFFD");
  CHECK(xlsx::clean_text("\xED\xA0\x80", changes) == "\uFFFD\uFFFD\uFFFD");  // a surrogate in UTF-8
  CHECK(xlsx::clean_text("\xC0\xAF", changes) == "\uFFFD\uFFFD");            // a longer form than needed
  CHECK(xlsx::clean_text("a\r\nb\rc", changes) == "a\nb\nc");
}

TEST_CASE("texts over the limits of a cell are cut or joined, and it is said", "[xlsx]") {
  xlsx::Changes changes;
  const std::string full(xlsx::maximum_cell_units, 'x');
  CHECK(xlsx::clean_text(full, changes) == full);
  CHECK_FALSE(changes.cut);
  const std::string cut = xlsx::clean_text(full + "y", changes);
  CHECK(changes.cut);
  CHECK(xlsx::utf16_length(cut) == xlsx::maximum_cell_units);
  CHECK(cut.substr(cut.size() - 3) == "…");
  const std::string joined = xlsx::clean_text(std::string(300, '\n'), changes);
  CHECK(changes.joined);
  CHECK(joined == std::string(253, '\n') + std::string(47, ' '));
}

TEST_CASE("text that looks like an escaped character is kept as text", "[xlsx]") {
  CHECK(xlsx::escape_numbered_characters("_x0041_") == "_x005F_x0041_");
  CHECK(xlsx::escape_numbered_characters("a_x00e9_b_xFFFF_") == "a_x005F_x00e9_b_x005F_xFFFF_");
  CHECK(xlsx::escape_numbered_characters("_x41_ max_x _x004") == "_x41_ max_x _x004");
}

TEST_CASE("what has to be escaped is measured as it will be stored, and not cut inside", "[xlsx]") {
  CHECK(xlsx::escaped_length("a_x0041_é") == 15);
  CHECK(xlsx::escaped_length("_x0041_x0042_") == 25);
  CHECK(xlsx::escaped_prefix("ab_x0041_c", 14) == "ab");
  CHECK(xlsx::escaped_prefix("ab_x0041_c", 15) == "ab_x0041_");
  CHECK(xlsx::escaped_prefix("ab_x0041_c", 16) == "ab_x0041_c");
  CHECK(xlsx::escaped_prefix("a😀", 2) == "a");
  xlsx::Changes changes;
  std::string text(xlsx::maximum_cell_units - 13, 'x');
  CHECK(xlsx::cell_text(text + "_x0041_", changes) == text + "_x005F_x0041_");
  CHECK_FALSE(changes.cut);
  CHECK(xlsx::cell_text(text + "y_x0041_", changes) == text + "y…");
  CHECK(changes.cut);
}

TEST_CASE("sheet names follow Excel's rules", "[xlsx]") {
  CHECK(xlsx::sheet_name_problem("Figures").empty());
  CHECK(xlsx::sheet_name_problem(std::string(31, 'x')).empty());
  CHECK_FALSE(xlsx::sheet_name_problem("").empty());
  CHECK_FALSE(xlsx::sheet_name_problem(std::string(32, 'x')).empty());
  CHECK_FALSE(xlsx::sheet_name_problem("a/b").empty());
  CHECK_FALSE(xlsx::sheet_name_problem("'quoted").empty());
  CHECK_FALSE(xlsx::sheet_name_problem("History").empty());
  CHECK_FALSE(xlsx::sheet_name_problem("two\nlines").empty());
  std::string emoji;  // libxlsxwriter 1.1.4 takes 31 of them; Excel counts 62 units
  for (int i = 0; i < 31; ++i) emoji += "😀";
  CHECK_FALSE(xlsx::sheet_name_problem(emoji).empty());
}

TEST_CASE("a wish for a sheet name is brought to one that Excel accepts", "[xlsx]") {
  CHECK(xlsx::safe_sheet_name("Text", {}) == "Text");
  CHECK(xlsx::safe_sheet_name("text", {"TEXT"}) == "text 2");
  CHECK(xlsx::safe_sheet_name("Événements", {"événements", "ÉVÉNEMENTS 2"}) == "Événements 3");
  CHECK(xlsx::safe_sheet_name("a/b[c]", {}) == "a b c");
  CHECK(xlsx::safe_sheet_name("''", {}) == "Sheet");
  CHECK(xlsx::safe_sheet_name("history", {}) == "Sheet");
  const std::string longest(40, 'x');
  CHECK(xlsx::safe_sheet_name(longest, {longest.substr(0, 31)}) == longest.substr(0, 29) + " 2");
  for (const std::string& wish : {std::string("\a\0\n", 3), std::string(31, '\''), std::string("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")})
    CHECK(xlsx::sheet_name_problem(xlsx::safe_sheet_name(wish, {})).empty());
}

TEST_CASE("table names follow Excel's rules", "[xlsx]") {
  CHECK(xlsx::table_name_problem("figures").empty());
  for (const char* name : {"", "a b", "1st", "A1", "xfd12", "R1C1", "c", "r", "a-b"})
    CHECK_FALSE(xlsx::table_name_problem(name).empty());
}

TEST_CASE("cells are named as Excel names them", "[xlsx]") {
  CHECK(xlsx::cell_name(0, 0) == "A1");
  CHECK(xlsx::cell_name(9, 25) == "Z10");
  CHECK(xlsx::cell_name(0, 26) == "AA1");
  CHECK(xlsx::cell_name(1'048'575, 16'383) == "XFD1048576");
}

TEST_CASE("days are counted as Excel counts them, from where it counts rightly", "[xlsx]") {
  CHECK(xlsx::serial_day("2025-11-27") == 45988);
  CHECK(xlsx::serial_day("1900-03-01") == 61);
  CHECK(xlsx::serial_day("9999-12-31") == 2'958'465);
  CHECK(xlsx::serial_day("2024-02-29") == 45351);
  for (const char* day :
       {"1900-02-28", "1899-12-31", "2025-02-29", "2025-13-01", "2025-11", "2025", "", "2025-1a-01", "+025-01-01"})
    CHECK_FALSE(xlsx::serial_day(day).has_value());
}
