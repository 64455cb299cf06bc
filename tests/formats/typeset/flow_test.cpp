#include "formats/typeset/flow.hpp"

#include <algorithm>

#include "tests/formats/typeset/support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::typeset;

namespace {

std::vector<Role> roles(const Layout& layout) {
  std::vector<Role> result;
  for (const Element& element : layout.elements) result.push_back(element.role);
  return result;
}

const Link* find_link(const Layout& layout) {
  for (const Page& page : layout.pages) {
    for (const PageItem& item : page.items) {
      if (const auto* link = std::get_if<Link>(&item.content)) return link;
    }
  }
  return nullptr;
}

}  // namespace

TEST_CASE("the example of flow.hpp makes a document", "[typeset][flow]") {
  Flow flow({.language = "en"});
  flow.heading(1, "Assembly elects its chair", test::style(20), {.name = "top"});
  flow.paragraph(Text("More in the ").link("full report", "https://example.org/report"), test::style());
  flow.callout({.bar = Color{}}, [&] { flow.paragraph("Embargoed until noon.", test::style()); });
  const Layout layout = test::layout_of(flow, {});
  CHECK(test::contract_violation(layout).empty());
  CHECK(roles(layout) ==
        std::vector<Role>{Role::document, Role::heading1, Role::paragraph, Role::link, Role::section, Role::paragraph});
  CHECK(layout.elements[5].parent == 4);
  CHECK(test::page_text(layout.pages[0]) ==
        "Assembly elects its chair|More in the |full report|Embargoed until noon.|");
  REQUIRE(layout.destinations.size() == 1);
  CHECK(layout.destinations[0].name == "top");
  REQUIRE(layout.outline.size() == 1);
  CHECK(layout.outline[0].title == "Assembly elects its chair");
}

TEST_CASE("a link has an area around its words and says where it leads", "[typeset][flow]") {
  Flow flow({.language = "en"});
  flow.paragraph(Text("More in the ").link("full report", "https://example.org/report", "Full report on the web"),
                 test::style());
  const Layout layout = test::layout_of(flow, test::small_page());
  const Link* link = find_link(layout);
  REQUIRE(link != nullptr);
  CHECK(link->uri == "https://example.org/report");
  CHECK(link->description == "Full report on the web");
  CHECK(link->area.x > 70);
  CHECK(link->area.width > 40);
  CHECK(link->area.y >= 20);
  CHECK(link->area.y + link->area.height <= 36);
}

TEST_CASE("a link over two lines is one element with two areas", "[typeset][flow]") {
  Flow flow({.language = "en"});
  flow.paragraph(Text("See ").link("the full report of the working group on harbours and tides", "https://example.org"),
                 test::style());
  const Layout layout = test::layout_of(flow, test::small_page(200));
  std::size_t areas = 0;
  for (const PageItem& item : layout.pages[0].items) {
    if (std::holds_alternative<Link>(item.content)) {
      ++areas;
      CHECK(item.element == 2);
    }
  }
  CHECK(areas >= 2);
  CHECK(layout.elements.size() == 3);
}

TEST_CASE("words of another language get a span with their language", "[typeset][flow]") {
  Flow flow({.language = "en"});
  flow.paragraph(Text("The motto is ").foreign("liberté, égalité", "fr").add("."), test::style());
  const Layout layout = test::layout_of(flow, test::small_page());
  REQUIRE(layout.elements.size() == 3);
  CHECK(layout.elements[2].role == Role::span);
  CHECK(layout.elements[2].language == "fr");
  CHECK(test::page_text(layout.pages[0]) == "The motto is |liberté, égalité|.|");
  CHECK(std::get<GlyphRun>(layout.pages[0].items[1].content).language == "fr");
  CHECK(layout.pages[0].items[1].element == 2);
}

TEST_CASE("list items have a label and a body", "[typeset][flow]") {
  Flow flow({.language = "en"});
  ListStyle style;
  style.body = test::style();
  style.label = test::style().text;
  style.body_indent = 20;
  style.numbering = ListNumbering::decimal;
  style.label_alignment = Alignment::end;
  flow.list({{.label = "1", .text = "First point"}, {.label = "2", .text = "Second point"}}, style);
  const Layout layout = test::layout_of(flow, test::small_page());
  CHECK(test::contract_violation(layout).empty());
  CHECK(roles(layout) == std::vector<Role>{Role::document, Role::list, Role::list_item, Role::list_label,
                                           Role::list_body, Role::list_item, Role::list_label, Role::list_body});
  CHECK(layout.elements[1].numbering == ListNumbering::decimal);
  CHECK(test::page_text(layout.pages[0]) == "1|First point|2|Second point|");
  const auto& label = std::get<GlyphRun>(layout.pages[0].items[0].content);
  const auto& body = std::get<GlyphRun>(layout.pages[0].items[1].content);
  CHECK(label.origin.y == test::Approx(body.origin.y));
  CHECK(body.origin.x == test::Approx(40));
  CHECK(test::right_of(label) == test::Approx(34));
}

TEST_CASE("labels of right-to-left lists hang at the right", "[typeset][flow]") {
  Flow flow({.language = "ar"});
  ListStyle style;
  style.body = test::style();
  style.label = test::style().text;
  style.body_indent = 20;
  flow.list({{.label = "•", .text = "\u0645\u0631\u062D\u0628\u0627"}}, style);
  const Layout layout = test::layout_of(flow, test::small_page());
  const auto& label = std::get<GlyphRun>(layout.pages[0].items[0].content);
  const auto& body = std::get<GlyphRun>(layout.pages[0].items[1].content);
  CHECK(test::right_of(label) == test::Approx(280));
  CHECK(test::right_of(body) == test::Approx(260));
}

TEST_CASE("bookmarks never skip a level", "[typeset][flow]") {
  Flow flow({.language = "en"});
  flow.heading(2, "First", test::style());
  flow.heading(1, "Second", test::style());
  flow.heading(3, "Third", test::style());
  flow.heading(3, "Hidden", test::style(), {.in_outline = false});
  const Layout layout = test::layout_of(flow, test::small_page());
  REQUIRE(layout.outline.size() == 3);
  CHECK(layout.outline[0].level == 1);
  CHECK(layout.outline[1].level == 1);
  CHECK(layout.outline[2].level == 2);
  CHECK(layout.destinations.size() == 4);
}

TEST_CASE("a link into nowhere is taken out and reported", "[typeset][flow]") {
  Flow flow({.language = "en"});
  flow.heading(1, "Here", test::style(), {.name = "here"});
  flow.paragraph(Text().jump("good", "here").add(" ").jump("bad", "there"), test::style());
  Diagnostics remarks;
  const Layout layout = flow.layout(test::small_page(), test::fonts(), remarks);
  const Link* link = find_link(layout);
  REQUIRE(link != nullptr);
  CHECK(link->target == "here");
  REQUIRE(remarks.size() == 1);
  CHECK(remarks[0].code == "dead-link");
}

TEST_CASE("missing characters are one remark that lists them", "[typeset][flow]") {
  Flow flow({.language = "en"});
  for (int i = 0; i < 3; ++i) flow.paragraph("a\U0010FFF0 b\U0010FFF1", test::style());
  Diagnostics remarks;
  (void)flow.layout(test::small_page(), test::fonts(), remarks);
  REQUIRE(remarks.size() == 1);
  CHECK(remarks[0].code == "missing-glyph");
  CHECK_THAT(remarks[0].message, test::ContainsSubstring("U+10FFF0, U+10FFF1"));
}

TEST_CASE("spaces between blocks do not add up", "[typeset][flow]") {
  ParagraphStyle style = test::style();
  style.space_before = 12;
  style.space_after = 20;
  Flow flow({.language = "en"});
  flow.paragraph("one", style);
  flow.paragraph("two", style);
  flow.space(7);
  flow.paragraph("three", style);
  const Layout layout = test::layout_of(flow, test::small_page());
  const auto y = [&](std::size_t i) { return std::get<GlyphRun>(layout.pages[0].items[i].content).origin.y; };
  CHECK(y(1) - y(0) == test::Approx(35));
  CHECK(y(2) - y(1) == test::Approx(42));
}

TEST_CASE("decorations are artifacts", "[typeset][flow]") {
  Flow flow({.language = "en"});
  flow.decoration("*", test::style());
  flow.rule({.color = Color{}, .thickness = 1});
  const Layout layout = test::layout_of(flow, test::small_page());
  CHECK(layout.elements.size() == 1);
  for (const PageItem& item : layout.pages[0].items) CHECK(item.element == artifact);
}

TEST_CASE("a flow may be laid out twice, and comes out the same", "[typeset][flow]") {
  Flow flow({.language = "en"});
  flow.heading(1, "Title", test::style(16));
  flow.paragraph("Some words that are set in lines of a narrow page.", test::style());
  const Layout a = test::layout_of(flow, test::small_page(120));
  const Layout b = test::layout_of(flow, test::small_page(120));
  REQUIRE(a.pages.size() == b.pages.size());
  REQUIRE(a.pages[0].items.size() == b.pages[0].items.size());
  for (std::size_t i = 0; i < a.pages[0].items.size(); ++i) {
    const auto& left = std::get<GlyphRun>(a.pages[0].items[i].content);
    const auto& right = std::get<GlyphRun>(b.pages[0].items[i].content);
    CHECK(left.text == right.text);
    CHECK(left.origin.x == right.origin.x);
    CHECK(left.origin.y == right.origin.y);
  }
}
