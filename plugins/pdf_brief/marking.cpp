// Colours and form: FIRST Standards Definitions and Usage Guidance, TLP version 2.0, section on usage:
// "right-justified, 12 points or greater, on a black background".
#include "plugins/pdf_brief/marking.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <limits>

namespace herald::plugins {

namespace {

constexpr typeset::Color black{0, 0, 0};

struct Label {
  std::string_view text;
  typeset::Color color;
};

constexpr std::array<Label, 5> labels = {{
    {"TLP:RED", {0xFF, 0x2B, 0x2B}},
    {"TLP:AMBER", {0xFF, 0xC0, 0x00}},
    {"TLP:AMBER+STRICT", {0xFF, 0xC0, 0x00}},
    {"TLP:GREEN", {0x33, 0xFF, 0x00}},
    {"TLP:CLEAR", {0xFF, 0xFF, 0xFF}},
}};

// One line of a running head beside the short title; what is longer is a sentence and belongs elsewhere.
constexpr std::size_t longest_marking = 60;

std::string upper_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return c < 0x80 ? static_cast<char>(std::toupper(c)) : static_cast<char>(c); });
  return out;
}

bool is_marking(const typeset::PageItem& item, const Marking& marking) {
  const auto* run = std::get_if<typeset::GlyphRun>(&item.content);
  return run != nullptr && item.element == typeset::artifact &&
         item.artifact_kind == typeset::ArtifactKind::pagination && run->color == marking.color;
}

/// The box of one run, from a little above its capitals to a little below its baseline.
typeset::Rectangle box_of(const typeset::GlyphRun& run) {
  double width = 0;
  for (const typeset::Glyph& glyph : run.glyphs) width += glyph.advance;
  const double padding = run.size * 0.35;
  return {run.origin.x - padding, run.origin.y - run.size * 0.72 - padding, width + 2 * padding,
          run.size * 0.72 + 2 * padding};
}

typeset::Rectangle joined(const typeset::Rectangle& a, const typeset::Rectangle& b) {
  const double left = std::min(a.x, b.x);
  const double top = std::min(a.y, b.y);
  return {left, top, std::max(a.x + a.width, b.x + b.width) - left, std::max(a.y + a.height, b.y + b.height) - top};
}

}  // namespace

Result<std::optional<Marking>> parse_marking(std::string_view text, typeset::Color plain) {
  if (text.find_first_not_of(" \t") == std::string_view::npos) return std::optional<Marking>();
  const std::string upper = upper_case(text);
  for (const Label& label : labels) {
    if (upper == label.text) return std::optional<Marking>({std::string(label.text), label.color, black});
  }
  if (upper.starts_with("TLP")) {
    return Failure{ErrorCode::option_invalid, "\"" + std::string(text) + "\" is no marking of TLP 2.0",
                   "use TLP:RED, TLP:AMBER, TLP:AMBER+STRICT, TLP:GREEN or TLP:CLEAR, without spaces", "marking"};
  }
  if (text.size() > longest_marking || text.find_first_of("\n\r") != std::string_view::npos) {
    return Failure{ErrorCode::option_invalid, "the marking is longer than one line of 60 bytes", "shorten it",
                   "marking"};
  }
  return std::optional<Marking>({std::string(text), plain, std::nullopt});
}

void paint_background(typeset::Layout& layout, const Marking& marking) {
  if (!marking.background) return;
  for (typeset::Page& page : layout.pages) {
    std::vector<typeset::PageItem> items;
    items.reserve(page.items.size() + 2);
    for (std::size_t i = 0; i < page.items.size();) {
      std::size_t end = i;
      std::optional<typeset::Rectangle> box;
      // The runs of one line; the marking at the page's foot is another line.
      while (end < page.items.size() && is_marking(page.items[end], marking)) {
        const typeset::Rectangle next = box_of(std::get<typeset::GlyphRun>(page.items[end].content));
        if (box && std::abs(next.y - box->y) > 1) break;
        box = box ? joined(*box, next) : next;
        ++end;
      }
      if (box) {
        typeset::PageItem background{typeset::FilledRectangle{*box, *marking.background, 0}};
        background.artifact_kind = typeset::ArtifactKind::pagination;
        items.push_back(std::move(background));
      } else {
        ++end;
      }
      for (; i < end; ++i) items.push_back(std::move(page.items[i]));
    }
    page.items = std::move(items);
  }
}

}  // namespace herald::plugins
