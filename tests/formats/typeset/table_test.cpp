#include <algorithm>

#include "tests/formats/typeset/support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::typeset;

namespace {

TableStyle table_style() {
  TableStyle style;
  style.head = test::style(9);
  style.body = test::style(9);
  style.rule = Color{200, 200, 200};
  return style;
}

Table small_table(std::size_t rows) {
  Table table;
  table.columns = {Column::automatic(), Column::fraction(1), Column::fixed(40, Alignment::end)};
  table.head = {{{.text = "City"}, {.text = "Representative"}, {.text = "No."}}};
  for (std::size_t i = 0; i < rows; ++i) {
    table.rows.push_back({{.text = "Port"}, {.text = "Deputy commissioner"}, {.text = std::to_string(i)}});
  }
  return table;
}

const GlyphRun* find_run(const Page& page, const std::string& text) {
  for (const PageItem& item : page.items) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run != nullptr && run->text == text) return run;
  }
  return nullptr;
}

std::size_t count_role(const Layout& layout, Role role) {
  return static_cast<std::size_t>(std::count_if(layout.elements.begin(), layout.elements.end(),
                                                [&](const Element& element) { return element.role == role; }));
}

}  // namespace

TEST_CASE("a table has its structure, with the scope of its headers", "[typeset][table]") {
  Table table = small_table(2);
  table.row_headers = true;
  table.caption = "Ports";
  table.caption_style = test::style(8);
  Flow flow({.language = "en"});
  flow.table(table, table_style());
  const Layout layout = test::layout_of(flow, test::small_page());
  CHECK(test::contract_violation(layout).empty());
  CHECK(count_role(layout, Role::table) == 1);
  CHECK(count_role(layout, Role::caption) == 1);
  CHECK(count_role(layout, Role::table_row) == 3);
  CHECK(count_role(layout, Role::table_header_cell) == 5);
  CHECK(count_role(layout, Role::table_data_cell) == 4);
  for (const Element& element : layout.elements) {
    if (element.role == Role::table_header_cell) CHECK(element.scope != HeaderScope::none);
  }
}

TEST_CASE("the head is repeated on each page as a pagination artifact", "[typeset][table]") {
  Flow flow({.language = "en"});
  flow.table(small_table(30), table_style());
  const Layout layout = test::layout_of(flow, test::small_page());
  REQUIRE(layout.pages.size() > 2);
  CHECK(test::page_text(layout.pages[0]).find("Representative|") != std::string::npos);
  CHECK(test::page_text(layout.pages[0], true).empty());
  for (std::size_t i = 1; i < layout.pages.size(); ++i) {
    CHECK(test::page_text(layout.pages[i]).find("Representative|") == std::string::npos);
    CHECK(test::page_text(layout.pages[i], true) == "City|Representative|No.|");
    for (const PageItem& item : layout.pages[i].items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run != nullptr && run->text == "City") CHECK(item.artifact_kind == ArtifactKind::pagination);
    }
  }
  CHECK(count_role(layout, Role::table) == 1);
  CHECK(count_role(layout, Role::table_head) == 1);
}

TEST_CASE("rows are not split over pages", "[typeset][table]") {
  Table table = small_table(0);
  for (int i = 0; i < 12; ++i) {
    table.rows.push_back({{.text = "Port"}, {.text = "one\ntwo\nthree " + std::to_string(i)}, {.text = "1"}});
  }
  Flow flow({.language = "en"});
  flow.table(table, table_style());
  const Layout layout = test::layout_of(flow, test::small_page());
  REQUIRE(layout.pages.size() > 1);
  for (const Page& page : layout.pages) {
    const std::string text = test::page_text(page);
    const auto count = [&](const std::string& part) {
      std::size_t found = 0;
      for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
      return found;
    };
    CHECK(count("one|") == count("three "));
  }
}

TEST_CASE("a row taller than a page is split by lines, nothing is lost", "[typeset][table]") {
  Table table = small_table(0);
  std::string tall;
  for (int i = 0; i < 40; ++i) tall += "line" + std::to_string(i) + "\n";
  table.rows.push_back({{.text = "Port"}, {.text = tall}, {.text = "1"}});
  Flow flow({.language = "en"});
  flow.table(table, table_style());
  const Layout layout = test::layout_of(flow, test::small_page());
  CHECK(layout.pages.size() > 3);
  std::string all;
  for (const Page& page : layout.pages) {
    all += test::page_text(page);
    for (const PageItem& item : page.items) {
      if (const auto* run = std::get_if<GlyphRun>(&item.content)) CHECK(run->origin.y < 180);
    }
  }
  for (int i = 0; i < 40; ++i) CHECK(all.find("line" + std::to_string(i) + "|") != std::string::npos);
}

TEST_CASE("columns are as wide as their kind says and stay within the measure", "[typeset][table]") {
  Flow flow({.language = "en"});
  flow.table(small_table(1), table_style());
  const Layout layout = test::layout_of(flow, test::small_page(400));
  const Page& page = layout.pages[0];
  // fixed, at the end side: right edge of the number is the measure less the padding
  const GlyphRun* number = find_run(page, "0");
  REQUIRE(number != nullptr);
  CHECK(test::right_of(*number) == test::Approx(380 - 6));
  const GlyphRun* city = find_run(page, "Port");
  const GlyphRun* representative = find_run(page, "Deputy commissioner");
  REQUIRE(city != nullptr);
  REQUIRE(representative != nullptr);
  CHECK(city->origin.x == test::Approx(26));
  CHECK(representative->origin.x > test::right_of(*city) + 11);
  CHECK(representative->origin.x < test::right_of(*city) + 14);
}

TEST_CASE("one endless word does not take the room of the other columns", "[typeset][table]") {
  for (const Column& kind : {Column::automatic(), Column::fraction(1)}) {
    Table table;
    table.columns = {kind, kind, kind};
    table.head = {{{.text = "Date"}, {.text = "Checksum"}, {.text = "Place"}}};
    table.rows.push_back({{.text = "20 January"}, {.text = std::string(160, '7')}, {.text = "Northmark harbour"}});
    Flow flow({.language = "en"});
    flow.table(table, table_style());
    const Layout layout = test::layout_of(flow, test::small_page(400));
    const Page& page = layout.pages[0];
    // Whole, since each fits a third of the measure.
    CHECK(find_run(page, "20 January") != nullptr);
    CHECK(find_run(page, "Northmark harbour") != nullptr);
    for (const PageItem& item : page.items) {
      if (const auto* run = std::get_if<GlyphRun>(&item.content)) CHECK(test::right_of(*run) <= 380.01);
    }
  }
}

TEST_CASE("of several long words only the longest are divided", "[typeset][table]") {
  Table table;
  table.columns = {Column::automatic(), Column::automatic(), Column::automatic()};
  table.rows.push_back({{.text = "Vice-admiral"}, {.text = "Incomprehensibilities"}, {.text = std::string(90, 'm')}});
  Flow flow({.language = "en"});
  flow.table(table, table_style());
  const Layout layout = test::layout_of(flow, test::small_page(320));
  CHECK(find_run(layout.pages[0], "Vice-admiral") != nullptr);
  CHECK(find_run(layout.pages[0], "Incomprehensibilities") != nullptr);
}

TEST_CASE("right-to-left tables mirror their columns", "[typeset][table]") {
  Flow flow({.language = "ar"});
  flow.table(small_table(1), table_style());
  const Page page = test::layout_of(flow, test::small_page()).pages[0];
  const GlyphRun* first = find_run(page, "Port");
  const GlyphRun* last = find_run(page, "0");
  REQUIRE(first != nullptr);
  REQUIRE(last != nullptr);
  CHECK(first->origin.x > last->origin.x);
  CHECK(test::right_of(*first) == test::Approx(280 - 6));
}

TEST_CASE("short rows are filled up, long ones are refused", "[typeset][table]") {
  Table table = small_table(0);
  table.rows.push_back({{.text = "only"}});
  Flow flow({.language = "en"});
  flow.table(table, table_style());
  CHECK(count_role(test::layout_of(flow, test::small_page()), Role::table_data_cell) == 3);
  table.rows.push_back({{.text = "1"}, {.text = "2"}, {.text = "3"}, {.text = "4"}});
  CHECK_THROWS_AS(flow.table(table, table_style()), std::invalid_argument);
}

TEST_CASE("a cell may span columns", "[typeset][table]") {
  Table table = small_table(0);
  table.rows.push_back({{.text = "All ports together have agreed", .column_span = 2}, {.text = "9"}});
  Flow flow({.language = "en"});
  flow.table(table, table_style());
  const Layout layout = test::layout_of(flow, test::small_page());
  CHECK(count_role(layout, Role::table_data_cell) == 2);
  CHECK(std::any_of(layout.elements.begin(), layout.elements.end(),
                    [](const Element& element) { return element.column_span == 2; }));
  CHECK(test::page_text(layout.pages[0]).find("All ports together have agreed|") != std::string::npos);
}

TEST_CASE("a panel balances its rows and keeps its numbers on one line", "[typeset][panel]") {
  PanelStyle style;
  style.value = test::style(20);
  style.label = test::style(8);
  style.background = Color{240, 240, 240};
  style.columns = 4;
  std::vector<PanelCell> cells;
  for (int i = 0; i < 5; ++i) cells.push_back({.value = "EUR 12.4 million", .label = "for sensors"});
  Flow flow({.language = "en"});
  flow.panel(cells, style);
  const Layout layout = test::layout_of(flow, test::small_page(500));
  CHECK(test::contract_violation(layout).empty());
  std::vector<double> tops;
  for (const PageItem& item : layout.pages[0].items) {
    if (const auto* box = std::get_if<FilledRectangle>(&item.content)) {
      tops.push_back(box->area.y);
      CHECK(item.element == artifact);
    }
  }
  REQUIRE(tops.size() == 5);
  CHECK(tops[2] == tops[0]);
  CHECK(tops[3] > tops[2]);
  CHECK(test::page_text(layout.pages[0]).find("EUR 12.4 million|for sensors|") == 0);
}

TEST_CASE("the numbers of a panel stand equally deep, with a note above them or without", "[typeset][panel]") {
  PanelStyle style;
  style.note = test::style(8);
  style.value = test::style(20);
  style.label = test::style(8);
  style.columns = 2;
  Flow flow({.language = "en"});
  flow.panel({{.note = "more than", .value = "800"}, {.value = "196"}, {.value = "133"}, {.value = "39"}}, style);
  const Layout layout = test::layout_of(flow, test::small_page(500));
  CHECK(test::contract_violation(layout).empty());
  std::vector<double> baselines;
  for (const PageItem& item : layout.pages[0].items) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run != nullptr && run->size == 20) baselines.push_back(run->origin.y);
  }
  REQUIRE(baselines.size() == 4);
  CHECK(baselines[0] == baselines[1]);
  CHECK(baselines[2] == baselines[3]);
  const PageItem& note = layout.pages[0].items.front();
  CHECK(std::get<GlyphRun>(note.content).origin.y < baselines[0] - 10);
}
