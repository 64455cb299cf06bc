// Pages as laid out, before they are a PDF: text and running heads keep apart, and letters are as large as asked.
#include "plugins/pdf_brief/pages.hpp"

#include <algorithm>

#include "plugins/pdf_brief/compose.hpp"
#include "tests/plugins/pdf_brief/samples.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::plugins;
using namespace herald::test;

namespace {

typeset::FontLibrary& fonts() {
  static typeset::FontLibrary library;
  return library;
}

struct Wanted {
  std::string template_name = "standard";
  PrintSize print_size = PrintSize::standard;
  std::string marking = {};
};

typeset::Layout layout_of(const Document& document, const Wanted& wanted) {
  const Resources resources = resources_for("en", wanted.template_name);
  const Options options = default_options();
  Diagnostics remarks;
  const Theme theme = read_theme(resources.files.at("template.toml"), "template.toml", remarks).value_or_throw();
  Settings settings;
  settings.page_size = typeset::a4;
  settings.print_size = wanted.print_size;
  settings.marking = parse_marking(wanted.marking, theme.heads).value_or_throw();
  const Styles styles = make_styles(theme, "en", settings.print_size, length_of(document.metadata.title));
  typeset::Flow flow({.language = "en"});
  Context context({"pdf", document, options, resources, 0}, settings, theme, styles, flow);
  context.title = document.metadata.title;
  compose(context);
  return lay_out(context, fonts(), remarks);
}

/// A text of `paragraphs` paragraphs and no table, whose repeated head would be an artifact within the text.
Document text_of_length(int paragraphs) {
  DocumentBuilder builder("en");
  const std::string title =
      "The Council of Coastal States reports on its patrols, its academy, its register of vessels and its accounts";
  builder.block(BlockKind::title, title);
  for (int i = 0; i < paragraphs; ++i) {
    builder.block(BlockKind::paragraph,
                  "The patrol went out at dawn and came back with the evening tide, having seen nothing that the log "
                  "of the harbour office would call an incident.");
  }
  builder.document.metadata.title = title;
  for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(std::min(paragraphs, 6)); ++i) {
    builder.document.facts.points.push_back({"point-" + std::to_string(i + 1), i, "lead"});
  }
  return builder.document;
}

struct Extent {
  double top = 0;
  double bottom = 0;
};

/// What ink a piece of the page may leave: from the letters' height to their descenders.
Extent extent_of(const typeset::PageItem& item) {
  if (const auto* run = std::get_if<typeset::GlyphRun>(&item.content)) {
    return {run->origin.y - 0.75 * run->size, run->origin.y + 0.25 * run->size};
  }
  if (const auto* box = std::get_if<typeset::FilledRectangle>(&item.content)) {
    return {box->area.y, box->area.y + box->area.height};
  }
  const auto& link = std::get<typeset::Link>(item.content);
  return {link.area.y, link.area.y + link.area.height};
}

bool is_running(const typeset::PageItem& item) {
  return item.element == typeset::artifact && item.artifact_kind == typeset::ArtifactKind::pagination;
}

/// By how many points text and running heads or feet come nearest; negative where they lie on each other.
double narrowest_gap(const typeset::Layout& layout) {
  double narrowest = 1000;
  for (const typeset::Page& page : layout.pages) {
    double head = 0;
    double foot = page.height;
    for (const typeset::PageItem& item : page.items) {
      if (!is_running(item)) continue;
      const Extent extent = extent_of(item);
      if (extent.top < page.height / 2)
        head = std::max(head, extent.bottom);
      else
        foot = std::min(foot, extent.top);
    }
    for (const typeset::PageItem& item : page.items) {
      if (is_running(item) || !std::holds_alternative<typeset::GlyphRun>(item.content)) continue;
      const Extent extent = extent_of(item);
      narrowest = std::min({narrowest, extent.top - head, foot - extent.bottom});
    }
  }
  return narrowest;
}

}  // namespace

TEST_CASE("no text lies on a running head or foot, however tight the pages", "[pdf_brief][pages]") {
  for (const char* name : {"standard", "compact"}) {
    for (const PrintSize print_size : {PrintSize::standard, PrintSize::large}) {
      for (const char* marking : {"", "TLP:AMBER+STRICT"}) {
        for (int paragraphs = 1; paragraphs <= 40; ++paragraphs) {
          CAPTURE(name, print_size == PrintSize::large, marking, paragraphs);
          const double gap = narrowest_gap(layout_of(text_of_length(paragraphs), {name, print_size, marking}));
          CHECK(gap >= 2);
        }
      }
    }
  }
}

TEST_CASE("a few lines do not stand alone on a last page where the margins can take them", "[pdf_brief][pages]") {
  // Of all lengths, some would leave a source note alone; the margins save pages of a few.
  int pages_before = 0;
  int saved = 0;
  for (int paragraphs = 1; paragraphs <= 40; ++paragraphs) {
    const typeset::Layout layout = layout_of(text_of_length(paragraphs), {});
    double top = layout.pages.front().height;
    for (const typeset::PageItem& item : layout.pages.front().items) {
      if (!is_running(item)) top = std::min(top, extent_of(item).top);
    }
    saved += top < 70 ? 1 : 0;  // the template's margin is 74
    const int pages = static_cast<int>(layout.pages.size());
    CHECK(pages >= pages_before);
    pages_before = pages;
  }
  CHECK(saved > 0);
}

TEST_CASE("large print sets everything but running heads and feet in 16 points or more", "[pdf_brief][pages]") {
  for (const char* name : {"standard", "compact"}) {
    const Document document = english_release();
    const auto size_of = [](const typeset::Layout& layout, const std::string& words) {
      double least = 1000;
      for (const typeset::Page& page : layout.pages) {
        for (const typeset::PageItem& item : page.items) {
          const auto* run = std::get_if<typeset::GlyphRun>(&item.content);
          if (run != nullptr && run->text.find(words) != std::string::npos) least = std::min(least, run->size);
        }
      }
      return least;
    };
    const typeset::Layout large = layout_of(document, {name, PrintSize::large, ""});
    const typeset::Layout usual = layout_of(document, {name, PrintSize::standard, ""});
    CHECK(size_of(usual, "nine fisheries") < 16);
    for (const typeset::Page& page : large.pages) {
      for (const typeset::PageItem& item : page.items) {
        const auto* run = std::get_if<typeset::GlyphRun>(&item.content);
        if (run == nullptr || is_running(item)) continue;
        INFO(run->text);
        CHECK(run->size >= 15.999);
      }
    }
  }
}

TEST_CASE("an embargo stands in a band at the head and on every page", "[pdf_brief][pages]") {
  Document document = text_of_length(30);
  document.metadata.status = "EMBARGOED until noon";
  const typeset::Layout layout = layout_of(document, {});
  REQUIRE(layout.pages.size() > 1);
  for (const typeset::Page& page : layout.pages) {
    const bool running = std::any_of(page.items.begin(), page.items.end(), [](const typeset::PageItem& item) {
      const auto* run = std::get_if<typeset::GlyphRun>(&item.content);
      return run != nullptr && is_running(item) && run->text.find("EMBARGOED") != std::string::npos;
    });
    CHECK(running);
  }
  const auto& first = layout.pages.front().items;
  const auto read = std::count_if(first.begin(), first.end(), [](const typeset::PageItem& item) {
    const auto* run = std::get_if<typeset::GlyphRun>(&item.content);
    return run != nullptr && !is_running(item) && run->text.find("EMBARGOED") != std::string::npos;
  });
  CHECK(read == 1);  // in the band, and not again among place and date
}
