#include "formats/typeset/paginate.hpp"

#include "tests/formats/typeset/support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::typeset;

namespace {

Slab slab(Points height, BreakBefore before = BreakBefore::allowed, Points space = 0) {
  Slab result;
  result.height = height;
  result.break_before = before;
  result.space_before = space;
  return result;
}

/// How many slabs each page has.
std::vector<std::size_t> counts(const VerticalList& list, Points height) {
  std::vector<std::size_t> result;
  for (const PlacedPage& page : paginate(list, height)) result.push_back(page.slabs.size());
  return result;
}

using Counts = std::vector<std::size_t>;

std::string lines(int count) {
  std::string text = "line0";
  for (int i = 1; i < count; ++i) text += "\nline" + std::to_string(i);
  return text;
}

std::vector<std::string> texts(const Layout& layout) {
  std::vector<std::string> result;
  for (const Page& page : layout.pages) result.push_back(test::page_text(page));
  return result;
}

}  // namespace

TEST_CASE("pages are filled to the brim and spaces fall away at their tops", "[typeset][paginate]") {
  VerticalList list;
  for (int i = 0; i < 4; ++i) list.slabs.push_back(slab(40, BreakBefore::allowed, 20));
  CHECK(counts(list, 100) == Counts{2, 2});
  const std::vector<PlacedPage> pages = paginate(list, 100);
  CHECK(pages[0].slabs[0].top == 0);
  CHECK(pages[0].slabs[1].top == 60);
  CHECK(pages[1].slabs[0].top == 0);
}

TEST_CASE("what is kept together moves together", "[typeset][paginate]") {
  VerticalList list;
  list.slabs = {slab(40), slab(40), slab(40, BreakBefore::avoided), slab(40)};
  CHECK(counts(list, 100) == Counts{1, 2, 1});
}

TEST_CASE("where not all can be kept, a heading keeps its text and a paragraph is parted", "[typeset][paginate]") {
  VerticalList list;
  list.slabs = {slab(40), slab(30, BreakBefore::discouraged), slab(20, BreakBefore::avoided),
                slab(60, BreakBefore::avoided)};
  CHECK(counts(list, 100) == Counts{1, 2, 1});
  list.slabs[2].height = 30;
  CHECK(counts(list, 120) == Counts{1, 3});
}

TEST_CASE("a list leaves no item alone, and what announces it stays with it", "[typeset][paginate]") {
  // the text area holds ten lines of 15
  const auto pages = [](int before, int items) {
    Flow flow({.language = "en"});
    flow.paragraph(lines(before), test::style());
    ListStyle style;
    style.body = test::style();
    style.label = test::style().text;
    style.item_spacing = 0;
    flow.list({{.text = "they:", .keep_with_next = true}}, style);
    style.least_items = 2;
    std::vector<ListItem> list(static_cast<std::size_t>(items), {.text = "item"});
    flow.list(list, style);
    return texts(test::layout_of(flow, test::small_page(300, 190)));
  };
  CHECK(pages(6, 4)[1] == "item|item|");                  // not one item over alone
  CHECK(pages(8, 4)[1] == "they:|item|item|item|item|");  // nor one, nor the announcement, left behind
  CHECK(pages(6, 3).size() == 1);
}

TEST_CASE("what cannot be kept together is broken anyway", "[typeset][paginate]") {
  VerticalList list;
  for (int i = 0; i < 6; ++i) list.slabs.push_back(slab(40, BreakBefore::avoided));
  CHECK(counts(list, 100) == Counts{2, 2, 2});
}

TEST_CASE("forced breaks are kept, and none makes an empty page", "[typeset][paginate]") {
  VerticalList list;
  list.slabs = {slab(10, BreakBefore::forced), slab(10), slab(10, BreakBefore::forced)};
  CHECK(counts(list, 100) == Counts{2, 1});
}

TEST_CASE("a slab taller than the page stands alone", "[typeset][paginate]") {
  VerticalList list;
  list.slabs = {slab(10), slab(300), slab(10)};
  CHECK(counts(list, 100) == Counts{1, 1, 1});
}

TEST_CASE("nothing to show is one empty page", "[typeset][paginate]") { CHECK(counts({}, 100) == Counts{0}); }

TEST_CASE("a heading is never the last thing on a page", "[typeset][paginate]") {
  // the text area holds ten lines of 15
  Flow flow({.language = "en"});
  flow.paragraph(lines(8), test::style());
  flow.heading(1, "Heading", test::style());
  flow.paragraph(lines(3), test::style());
  const std::vector<std::string> pages = texts(test::layout_of(flow, test::small_page(300, 190)));
  REQUIRE(pages.size() == 2);
  CHECK(pages[0].find("Heading") == std::string::npos);
  CHECK(pages[1].find("Heading|line0|") == 0);
}

TEST_CASE("paragraphs leave neither widows nor orphans", "[typeset][paginate]") {
  const auto second_page = [](int before, int count) {
    Flow flow({.language = "en"});
    flow.paragraph(lines(before), test::style());
    flow.paragraph(lines(count), test::style());
    return texts(test::layout_of(flow, test::small_page(300, 190))).at(1);
  };
  CHECK(second_page(9, 4) == "line0|line1|line2|line3|");  // one line alone may not stay behind
  CHECK(second_page(7, 4) == "line2|line3|");              // nor one go over alone
  CHECK(second_page(8, 3) == "line0|line1|line2|");        // three lines cannot be parted either way
}

TEST_CASE("keep_together moves a whole paragraph", "[typeset][paginate]") {
  Flow flow({.language = "en"});
  flow.paragraph(lines(6), test::style());
  ParagraphStyle kept = test::style();
  kept.keep_together = true;
  flow.paragraph(lines(6), kept);
  CHECK(texts(test::layout_of(flow, test::small_page(300, 190)))[0] == "line0|line1|line2|line3|line4|line5|");
}

TEST_CASE("a callout's background goes on over pages", "[typeset][paginate]") {
  Flow flow({.language = "en"});
  CalloutStyle callout;
  callout.background = Color{240, 240, 240};
  callout.bar = Color{10, 100, 140};
  flow.callout(callout, [&] {
    for (int i = 0; i < 5; ++i) flow.paragraph(lines(4), test::style());
  });
  const Layout layout = test::layout_of(flow, test::small_page(300, 190));
  REQUIRE(layout.pages.size() > 1);
  for (const Page& page : layout.pages) {
    Points top = 0;
    Points bottom = 0;
    int boxes = 0;
    for (const PageItem& item : page.items) {
      if (const auto* box = std::get_if<FilledRectangle>(&item.content)) {
        top = box->area.y;
        bottom = box->area.y + box->area.height;
        CHECK(bottom <= 170.001);
        CHECK(top >= 19.999);
        ++boxes;
      } else if (const auto* run = std::get_if<GlyphRun>(&item.content)) {
        REQUIRE(boxes == 2);  // painted before what stands on them
        CHECK(run->origin.x >= 20 + 3 + 12);
        CHECK(run->origin.y > top + 8);
        CHECK(run->origin.y < bottom);
      }
    }
  }
}

TEST_CASE("running heads and feet are pagination artifacts and know the number of pages", "[typeset][paginate]") {
  Flow flow({.language = "en"});
  flow.paragraph(lines(25), test::style());
  PageTemplate page = test::small_page(300, 190);
  page.header = [](PageNumber number) {
    RunningContent content;
    if (!number.is_first()) content.lines.push_back({.start = "Briefing", .end = "TLP:CLEAR", .style = test::style(8)});
    return content;
  };
  page.footer = [](PageNumber number) {
    const std::string text = std::to_string(number.number) + "/" + std::to_string(number.total);
    RunningContent content;
    content.lines.push_back({.center = text, .style = test::style(8)});
    content.rule = Color{};
    return content;
  };
  page.header_distance = 5;
  page.footer_distance = 5;
  const Layout layout = test::layout_of(flow, page);
  REQUIRE(layout.pages.size() == 3);
  CHECK(test::page_text(layout.pages[0], true) == "1/3|");
  CHECK(test::page_text(layout.pages[1], true) == "Briefing|TLP:CLEAR|2/3|");
  for (const PageItem& item : layout.pages[1].items) {
    if (item.element == artifact) CHECK(item.artifact_kind == ArtifactKind::pagination);
  }
}

TEST_CASE("margins too small for running heads and feet give way", "[typeset][paginate]") {
  Flow flow({.language = "en"});
  flow.paragraph(lines(60), test::style());
  for (const bool two_lines : {false, true}) {
    PageTemplate page = test::small_page(300, 400);
    const auto running = [two_lines](PageNumber number) {
      RunningContent content;
      if (number.is_first()) return content;
      content.lines.assign(two_lines ? 2 : 1, {.start = "Running", .style = test::style(8)});
      content.rule = Color{};
      return content;
    };
    page.header = running;
    page.footer = running;
    const Layout layout = test::layout_of(flow, page);
    REQUIRE(layout.pages.size() > 1);
    for (std::size_t i = 1; i < layout.pages.size(); ++i) {
      Points head = 0;
      Points foot = page.size.height;
      for (const PageItem& item : layout.pages[i].items) {
        const auto* rule = std::get_if<FilledRectangle>(&item.content);
        if (rule == nullptr) continue;
        if (rule->area.y < 200) head = rule->area.y + rule->area.height;
        if (rule->area.y > 200) foot = rule->area.y;
      }
      REQUIRE(head > page.header_distance);
      for (const PageItem& item : layout.pages[i].items) {
        const auto* run = std::get_if<GlyphRun>(&item.content);
        if (run == nullptr || item.element == artifact) continue;
        CHECK(run->origin.y - run->size * 0.75 > head);
        CHECK(run->origin.y + run->size * 0.25 < foot);
      }
    }
  }
}
