// What reaches the file, part by part; what is refused; and the traps of libxlsxwriter 1.1.4.
#include "formats/xlsx/workbook.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <clocale>
#include <csignal>
#include <limits>

#include "formats/xlsx/scratch.hpp"
#include "herald/error.hpp"
#include "tests/formats/xlsx/package.hpp"
#include "tests/support/catch.hpp"

namespace xlsx = herald::xlsx;
using herald::Diagnostics;
using herald::ErrorCode;
using herald::test::ContainsSubstring;
using herald::test::count;
using herald::test::read_cells;
using herald::test::read_package;

namespace {

std::string write(const xlsx::Workbook& book, Diagnostics& diagnostics) {
  return book.write(diagnostics).value_or_throw();
}

std::string write(const xlsx::Workbook& book) {
  Diagnostics diagnostics;
  std::string bytes = write(book, diagnostics);
  CHECK(diagnostics.empty());
  return bytes;
}

std::string refusal(const xlsx::Workbook& book) {
  Diagnostics diagnostics;
  const auto result = book.write(diagnostics);
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().code == ErrorCode::format_violation);
  return result.error().message;
}

}  // namespace

TEST_CASE("nothing that text begins with makes it a formula", "[xlsx]") {
  const std::vector<std::string> hostile = {"=1+1",
                                            "=cmd|'/c calc'!A0",
                                            "+1234567",
                                            "-2+3",
                                            "@SUM(A1)",
                                            "\t=1+1",
                                            "=IMPORTXML(\"http://a\",\"//b\")",
                                            "{=1+1}",
                                            "=DDE(\"a\";\"b\";\"c\")",
                                            "=HYPERLINK(\"javascript:alert(1)\")"};
  xlsx::Workbook book({});
  const auto plain = book.style({});
  auto& sheet = book.add_sheet("Text");
  for (std::uint32_t i = 0; i < hostile.size(); ++i) sheet.put({i, 0}, xlsx::Text{hostile[i]}, plain);
  const auto parts = read_package(write(book));
  const auto cells = read_cells(parts, 1);
  for (std::size_t i = 0; i < hostile.size(); ++i) {
    CHECK(cells.at("A" + std::to_string(i + 1)).type == "s");
    CHECK(cells.at("A" + std::to_string(i + 1)).value == hostile[i]);
  }
  CHECK(count(parts.at("xl/worksheets/sheet1.xml"), "<f>") == 0);
}

TEST_CASE("the same workbook gives the same bytes, in any second", "[xlsx]") {
  const auto make = [](std::int64_t created) {
    xlsx::Workbook book({.title = "Same", .created = created});
    book.add_sheet("A").put({0, 0}, xlsx::Text{"text"}, book.style({}));
    return write(book);
  };
  CHECK(make(1'700'000'000) == make(1'700'000'000));
  CHECK(make(0) == make(0));
  CHECK(make(1'700'000'000) != make(1'700'000'001));
  const std::string core = read_package(make(1'700'000'000)).at("docProps/core.xml");
  CHECK_THAT(core, ContainsSubstring("2023-11-14T22:13:20Z"));
  CHECK_THAT(core, ContainsSubstring("<dc:title>Same</dc:title>"));
}

TEST_CASE("only addresses that are safe to follow become links", "[xlsx]") {
  xlsx::Workbook book({});
  const auto plain = book.style({});
  auto& sheet = book.add_sheet("A");
  sheet.put({0, 0}, xlsx::WebLink{"good", "https://example.org/a?b=c&d=e#f"}, plain);
  sheet.put({1, 0}, xlsx::WebLink{"script", "javascript:alert(1)"}, plain);
  sheet.put({2, 0}, xlsx::WebLink{"file", "file:///etc/passwd"}, plain);
  sheet.put({3, 0}, xlsx::WebLink{"external", "external:c:\\x.xlsx"}, plain);
  sheet.put({4, 0}, xlsx::WebLink{"internal", "internal:A!A1"}, plain);
  sheet.put({5, 0}, xlsx::WebLink{"long", "https://example.org/" + std::string(2'100, 'x')}, plain);
  sheet.put({6, 0}, xlsx::WebLink{"spaced", "https://example.org/a b"}, plain);
  Diagnostics diagnostics;
  const auto parts = read_package(write(book, diagnostics));
  CHECK(count(parts.at("xl/worksheets/sheet1.xml"), "<hyperlink ") == 1);
  CHECK_THAT(parts.at("xl/worksheets/_rels/sheet1.xml.rels"), ContainsSubstring("https://example.org/a?b=c&amp;d=e"));
  CHECK(read_cells(parts, 1).at("A2").value == "script");
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].code == "link-left-out");
  CHECK_THAT(diagnostics[0].message, ContainsSubstring("A!A2"));
  CHECK_THAT(diagnostics[0].message, ContainsSubstring("5 more"));
}

TEST_CASE("links inside the workbook quote the sheet's name and keep their tip", "[xlsx]") {
  xlsx::Workbook book({});
  const auto plain = book.style({});
  book.add_sheet("A").put({0, 0}, xlsx::SheetLink{"go", "L'été & co", {4, 1}, "tip <1>\nline"}, plain);
  book.add_sheet("L'été & co").put({4, 1}, xlsx::Text{"here"}, plain);
  const std::string xml = read_package(write(book)).at("xl/worksheets/sheet1.xml");
  CHECK_THAT(herald::test::unescape(xml), ContainsSubstring("location=\"'L''été & co'!B5\""));
  CHECK_THAT(xml, ContainsSubstring("tooltip=\"tip &lt;1&gt; line\""));
}

TEST_CASE("everything that breaks the format is refused together", "[xlsx]") {
  xlsx::Workbook book({});
  const auto plain = book.style({.size = 0.5});
  auto& sheet = book.add_sheet("a/b");
  book.add_sheet("A/B");
  sheet.put({0, 0}, xlsx::Number{std::numeric_limits<double>::quiet_NaN()}, plain);
  sheet.put({1'048'576, 0}, xlsx::Text{"below"}, plain);
  sheet.put({0, 1}, xlsx::Day{59}, plain);
  sheet.put({0, 2}, xlsx::SheetLink{"x", "Nowhere", {}, {}}, plain);
  sheet.add_table({.name = "T", .first = {0, 0}, .last_row = 3, .headers = {{"Été", plain}, {"éTÉ", plain}}});
  sheet.add_table({.name = "t", .first = {9, 0}, .last_row = 9, .headers = {{"", plain}}});
  sheet.add_table({.name = "A1", .first = {2, 1}, .last_row = 5, .headers = {{"x", plain}}});
  sheet.add_choices({.first = {0, 0}, .last_row = 1, .choices = {"a,b", std::string(300, 'x')}});
  const std::string message = refusal(book);
  for (const char* part :
       {"the sheet name 'a/b' has one of", "two sheets are named 'A/B'", "two tables are named 't'",
        "the table name 'A1' reads as a cell", "a font size of 0.5", "cell A1: is not a finite number", "row 1048577",
        "cell B1: is not a day", "a sheet 'Nowhere' that is not there", "two headers 'éTÉ'", "no row under its headers",
        "an empty header", "'T' and 'A1' overlap", "the choice 'a,b'", "its choices take"})
    CHECK_THAT(message, ContainsSubstring(part));
  CHECK(message.find('\n') == std::string::npos);
  CHECK_THAT(refusal(xlsx::Workbook({})), ContainsSubstring("no sheet"));
}

TEST_CASE("a choice list counts bytes, as the library's buffer does", "[xlsx]") {
  std::string half;
  for (int i = 0; i < 65; ++i) half += "é";  // 65 characters, 130 bytes
  xlsx::Workbook book({});
  auto& sheet = book.add_sheet("A");
  sheet.add_choices({.first = {0, 0}, .last_row = 1, .choices = {half, half}});
  CHECK_THAT(refusal(book), ContainsSubstring("261 bytes"));
}

TEST_CASE("texts at and over the limits reach the file as Excel can hold them", "[xlsx]") {
  std::string arabic;
  for (int i = 0; i < 32'767; ++i) arabic += "م";
  xlsx::Workbook book({});
  const auto plain = book.style({});
  auto& sheet = book.add_sheet("A");
  sheet.put({0, 0}, xlsx::Text{arabic}, plain);
  sheet.put({1, 0}, xlsx::Text{arabic + "ن"}, plain);
  sheet.put({2, 0}, xlsx::Text{"bell \a, _x0041_ & <b>"}, plain);
  Diagnostics diagnostics;
  const auto cells = read_cells(read_package(write(book, diagnostics)), 1);
  CHECK(cells.at("A1").value == arabic);
  CHECK(cells.at("A2").value == arabic.substr(0, arabic.size() - 2) + "…");
  CHECK(cells.at("A3").value == "bell \uFFFD, _x005F_x0041_ & <b>");
  REQUIRE(diagnostics.size() == 2);
  CHECK_THAT(diagnostics[0].message + diagnostics[1].message, ContainsSubstring("A!A2"));
}

TEST_CASE("a text of nothing but what has to be escaped is cut, not refused by the library", "[xlsx]") {
  std::string text;
  for (int i = 0; i < 4'600; ++i) text += "_x0041_";
  xlsx::Workbook book({});
  const auto plain = book.style({});
  auto& sheet = book.add_sheet("A");
  sheet.put({0, 0}, xlsx::Text{text}, plain);
  sheet.put({1, 0}, xlsx::SheetLink{text, "A", {0, 0}, text}, plain);
  Diagnostics diagnostics;
  const auto parts = read_package(write(book, diagnostics));
  std::string stored;
  for (int i = 0; i < 32'766 / 13; ++i) stored += "_x005F_x0041_";
  CHECK(read_cells(parts, 1).at("A1").value == stored + "…");
  CHECK(read_cells(parts, 1).at("A2").value == stored + "…");
  CHECK_THAT(parts.at("xl/worksheets/sheet1.xml"), ContainsSubstring("tooltip=\"_x005F_x0041_"));
  REQUIRE(diagnostics.size() == 1);
  CHECK_THAT(diagnostics[0].message, ContainsSubstring("A!A1"));
}

TEST_CASE("a creation time that no calendar of four digits holds is refused", "[xlsx]") {
  for (const std::int64_t created : {std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min(),
                                     std::int64_t{-1}, xlsx::earliest_creation - 1, xlsx::latest_creation + 1}) {
    xlsx::Workbook book({.created = created});
    book.add_sheet("A");
    CHECK_THAT(refusal(book), ContainsSubstring("the creation time " + std::to_string(created)));
  }
  for (const auto& [created, shown] :
       {std::pair{std::int64_t{0}, "1980-01-01T00:00:00Z"}, std::pair{xlsx::earliest_creation, "1980-01-01T00:00:00Z"},
        std::pair{xlsx::latest_creation, "9999-12-31T23:59:59Z"}}) {
    xlsx::Workbook book({.created = created});
    book.add_sheet("A");
    CHECK_THAT(read_package(write(book)).at("docProps/core.xml"), ContainsSubstring(shown));
  }
}

TEST_CASE("a table's header is measured as it will be stored", "[xlsx]") {
  xlsx::Workbook book({});
  auto& sheet = book.add_sheet("A");
  sheet.add_table({.name = "t", .first = {0, 0}, .last_row = 1, .headers = {{std::string(245, 'x') + "_x0041_", {}}}});
  CHECK_THAT(refusal(book), ContainsSubstring("at most 255 characters"));
}

TEST_CASE("more links than Excel allows become text, and it is said", "[xlsx]") {
  xlsx::Workbook book({});
  const auto plain = book.style({});
  auto& sheet = book.add_sheet("A");
  for (std::uint32_t i = 0; i < 65'532; ++i) sheet.put({i, 0}, xlsx::SheetLink{"x", "A", {0, 0}, {}}, plain);
  Diagnostics diagnostics;
  const auto parts = read_package(write(book, diagnostics));
  CHECK(count(parts.at("xl/worksheets/sheet1.xml"), "<hyperlink ") == 65'530);
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].code == "links-left-out");
}

TEST_CASE("numbers do not depend on the program's locale", "[xlsx]") {
  // Any installed locale with a decimal comma will do; libxlsxwriter would print "0,5" in it.
  const char* found = nullptr;
  for (const char* name : {"fr_FR.UTF-8", "de_DE.UTF-8", "es_ES.UTF-8"})
    if (found == nullptr) found = std::setlocale(LC_NUMERIC, name);
  if (found == nullptr) {
    WARN("skipped: no locale with a decimal comma is installed");
    return;
  }
  xlsx::Workbook book({});
  book.add_sheet("A").put({0, 0}, xlsx::Number{0.5}, book.style({}));
  const auto cells = read_cells(read_package(write(book)), 1);
  std::setlocale(LC_NUMERIC, "C");
  CHECK(cells.at("A1").value == "0.5");
}

TEST_CASE("a table keeps its headers, its filter and its rows", "[xlsx]") {
  xlsx::Workbook book({});
  const auto plain = book.style({});
  auto& sheet = book.add_sheet("A");
  sheet.put({1, 0}, xlsx::Number{1}, plain);
  sheet.put({1, 1}, xlsx::Text{"x"}, plain);
  sheet.add_table({.name = "fruit",
                   .first = {0, 0},
                   .last_row = 1,
                   .headers = {{"Kind & <more>", plain}, {"Note", plain}},
                   .stripe = 0xF2F5F8});
  const auto parts = read_package(write(book));
  const std::string table = parts.at("xl/tables/table1.xml");
  CHECK_THAT(table, ContainsSubstring("displayName=\"fruit\" ref=\"A1:B2\""));
  CHECK_THAT(table, ContainsSubstring("<autoFilter ref=\"A1:B2\"/>"));
  CHECK_THAT(table, ContainsSubstring("name=\"Kind &amp; &lt;more&gt;\""));
  CHECK(read_cells(parts, 1).at("A1").value == "Kind & <more>");
  CHECK_THAT(parts.at("xl/worksheets/sheet1.xml"), ContainsSubstring("MOD(ROW(),2)=1"));
}

TEST_CASE("a right-to-left sheet mirrors start and end, but not the side of numbers", "[xlsx]") {
  xlsx::Workbook book({});
  const auto text = book.style({.align = xlsx::Align::start});
  const auto number = book.style({.align = xlsx::Align::right});
  auto& sheet = book.add_sheet("نص");
  sheet.settings().direction = xlsx::Direction::right_to_left;
  sheet.settings().footer_start = "A & B";
  sheet.settings().footer_end = "&P / &N";
  sheet.put({0, 0}, xlsx::Text{"INTERPOL تعلن"}, text);
  sheet.put({1, 0}, xlsx::Number{7}, number);
  const auto parts = read_package(write(book));
  const std::string xml = parts.at("xl/worksheets/sheet1.xml");
  CHECK_THAT(xml, ContainsSubstring("rightToLeft=\"1\""));
  CHECK_THAT(herald::test::unescape(xml), ContainsSubstring("&L&P / &N&RA && B"));
  CHECK_THAT(parts.at("xl/styles.xml"), ContainsSubstring("horizontal=\"right\" vertical=\"top\" readingOrder=\"2\""));
  CHECK_THAT(parts.at("xl/styles.xml"), ContainsSubstring("<alignment horizontal=\"right\" vertical=\"top\"/>"));
}

TEST_CASE("black is a colour of its own", "[xlsx]") {
  xlsx::Workbook book({});
  book.add_sheet("A").put({0, 0}, xlsx::Text{"x"}, book.style({.font = "Arial", .colour = 0, .fill = 0xFFFFFF}));
  CHECK_THAT(read_package(write(book)).at("xl/styles.xml"),
             ContainsSubstring("<color rgb=\"FF000000\"/><name val=\"Arial\"/>"));
}

TEST_CASE("columns fit their content up to their limit, and rows the wrapped text", "[xlsx]") {
  xlsx::Workbook book({});
  const auto plain = book.style({});
  const auto wrapped = book.style({.wrap = xlsx::Wrap::yes});
  auto& sheet = book.add_sheet("A");
  sheet.put({0, 0}, xlsx::Text{"x"}, plain);
  sheet.put({0, 1}, xlsx::Text{"a name of some length"}, plain);
  std::string prose;
  for (int i = 0; i < 40; ++i) prose += "words and ";
  sheet.put({0, 2}, xlsx::Text{prose}, wrapped);
  const std::string xml = read_package(write(book)).at("xl/worksheets/sheet1.xml");
  CHECK_THAT(xml, ContainsSubstring("<col min=\"1\" max=\"1\" width=\"6"));
  CHECK_THAT(xml, ContainsSubstring("<col min=\"2\" max=\"2\" width=\"2"));
  CHECK_THAT(xml, ContainsSubstring("<col min=\"3\" max=\"3\" width=\"60"));
  CHECK_THAT(xml, ContainsSubstring("customHeight=\"1\""));
}

TEST_CASE("temporary files go where there is room, or it is said why not", "[xlsx]") {
  CHECK(xlsx::choose_scratch_folder({"/nowhere/at/all", "/proc", "/tmp"}, 1) == "/tmp");
  try {
    xlsx::choose_scratch_folder({"/nowhere/at/all"}, 1);
    FAIL("a missing folder was accepted");
  } catch (const herald::Error& error) {
    CHECK(error.failure().code == ErrorCode::output_unwritable);
    CHECK_THAT(std::string(error.what()), ContainsSubstring("/nowhere/at/all"));
  }
  try {
    xlsx::choose_scratch_folder({"/tmp"}, std::numeric_limits<std::uint64_t>::max());
    FAIL("a full folder was accepted");
  } catch (const herald::Error& error) {
    CHECK(error.failure().code == ErrorCode::disk_full);
  }
}

TEST_CASE("a device that fills up while a part is written is noticed", "[xlsx]") {
  xlsx::Workbook book({});
  const auto plain = book.style({});
  auto& sheet = book.add_sheet("A");
  for (std::uint32_t i = 0; i < 20'000; ++i) sheet.put({i, 0}, xlsx::Number{1}, plain);
  // The limit on a file's size stands for a full device: writing beyond it fails in the same way. The
  // part of this sheet has some 800,000 bytes, the finished file a tenth of the limit.
  rlimit before{};
  REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{400'000, before.rlim_max};
  REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
  ErrorCode code = ErrorCode::internal;
  try {
    Diagnostics diagnostics;
    (void)book.write(diagnostics);
  } catch (const herald::Error& error) {
    code = error.failure().code;
  }
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  CHECK(code == ErrorCode::disk_full);
}

TEST_CASE("bytes that are no zip file are not taken for a workbook", "[xlsx]") {
  for (const std::string& bytes : {std::string(), std::string("PK"), std::string(100, 'x'),
                                   "PK\5\6" + std::string(6, '\0') + "\x01" + std::string(11, '\xFF')})
    CHECK_THROWS_AS(xlsx::check_parts_are_whole(bytes), herald::Error);
}
