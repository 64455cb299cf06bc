#include "formats/typeset/layout.hpp"

#include <algorithm>
#include <cstdio>
#include <set>
#include <utility>

#include "formats/typeset/hyphenate.hpp"
#include "formats/typeset/paginate.hpp"

namespace herald::typeset {
namespace {

struct TextArea {
  Points left = 0;
  Points top = 0;
  Points width = 0;
  Points height = 0;
};

// An em of room in either direction, whatever the template says: layout must end.
constexpr Points least_area = 12;

TextArea text_area_of(const PageTemplate& page, bool right_to_left) {
  const Insets& margins = page.margins;
  return {right_to_left ? margins.end : margins.start, margins.top,
          std::max(least_area, page.size.width - margins.start - margins.end),
          std::max(least_area, page.size.height - margins.top - margins.bottom)};
}

void append(std::vector<PageItem> items, std::vector<PageItem>& to) {
  to.insert(to.end(), std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
}

/// Running heads and feet: every item an artifact, and no links, which an artifact cannot have.
class RunningSetter {
 public:
  RunningSetter(const TextArea& area, LayoutContext& context) : area_(area), context_(context) {}

  struct Result {
    std::vector<PageItem> items;  // y from the first line's top
    Points height = 0;
  };

  Result set(const RunningContent& content) {
    Result result;
    for (const RunningLine& line : content.lines) {
      // The middle and the end take what they need; the start is broken into what they leave.
      const Points end = width_of(line.end, line.style);
      const Points center = width_of(line.center, line.style);
      Points left_for_start = area_.width;
      if (end > 0) left_for_start -= end + gap;
      if (center > 0) left_for_start = std::min(left_for_start, (area_.width - center) / 2 - gap);
      Points height = 0;
      place(line.start, line.style, std::max(left_for_start, area_.width / 4), Alignment::start, result, height);
      place(line.center, line.style, area_.width, Alignment::center, result, height);
      place(line.end, line.style, area_.width, Alignment::end, result, height);
      result.height += height;
    }
    return result;
  }

 private:
  static constexpr Points gap = 12;

  static ParagraphSource source_of(const Text& text, const ParagraphStyle& style) {
    ParagraphSource source;
    source.style = style;
    for (const Inline& part : text.parts()) source.parts.push_back({part, artifact});
    return source;
  }

  Points width_of(const Text& text, const ParagraphStyle& style) {
    return text.empty() ? 0 : PreparedParagraph(source_of(text, style), context_).natural_width();
  }

  void place(const Text& text, const ParagraphStyle& style, Points width, Alignment alignment, Result& result,
             Points& height) {
    if (text.empty()) return;
    const bool mirrored = context_.right_to_left;
    const Points left = mirrored && alignment == Alignment::start ? area_.width - width : 0;
    SetParagraph set = PreparedParagraph(source_of(text, style), context_).set(width, alignment, mirrored);
    Points y = 0;
    for (SetLine& line : set.lines) {
      move_items(line.items, left, result.height + y + line.baseline);
      for (PageItem& item : line.items) {
        if (std::holds_alternative<Link>(item.content)) continue;
        result.items.push_back({std::move(item.content), artifact, ArtifactKind::pagination});
      }
      y += line.height;
    }
    height = std::max(height, y);
  }

  TextArea area_;
  LayoutContext& context_;
};

class Assembler {
 public:
  Assembler(const Composition& composition, const PageTemplate& page, LayoutContext& context)
      : composition_(composition),
        page_(page),
        context_(context),
        area_(text_area_of(page, composition.right_to_left)) {}

  Layout run() {
    make_room_for_running_content();
    VerticalBuilder builder(context_, {0, area_.width}, area_.height);
    for (const Block& block : composition_.blocks) builder.add(block);
    list_ = builder.take();
    const std::vector<PlacedPage> placed = paginate(list_, area_.height);
    layout_.language = composition_.language;
    layout_.elements = composition_.elements;
    layout_.outline = composition_.outline;
    for (std::size_t i = 0; i < placed.size(); ++i) add_page(placed[i], i, placed.size());
    return std::move(layout_);
  }

 private:
  /// Margins as the template says, or as wide as the running head and foot need. The number of pages is not
  /// known yet: four digits are room for any.
  void make_room_for_running_content() {
    const PageNumber first{1, 9999};
    const PageNumber other{9999, 9999};
    Points top = page_.margins.top;
    Points bottom = page_.margins.bottom;
    for (const PageNumber number : {first, other}) {
      top = std::max(top, room_for(page_.header, page_.header_distance, number));
      bottom = std::max(bottom, room_for(page_.footer, page_.footer_distance, number));
    }
    area_.top = top;
    area_.height = std::max(least_area, page_.size.height - top - bottom);
  }

  Points room_for(const std::function<RunningContent(PageNumber)>& running, Points distance, PageNumber number) {
    if (!running) return 0;
    const RunningContent content = running(number);
    if (content.lines.empty()) return 0;
    const Points height = RunningSetter(area_, context_).set(content).height;
    const Points rule = content.rule ? content.rule_gap + content.rule_width : 0;
    return distance + height + rule + page_.running_gap;
  }

  void add_page(const PlacedPage& placed, std::size_t index, std::size_t total) {
    Page page;
    page.width = page_.size.width;
    page.height = page_.size.height;
    append(moved(callout_backgrounds(list_, placed, area_.height, composition_.right_to_left), 0), page.items);
    add_running(index, total, page);
    if (placed.repeated_head >= 0) {
      append(moved(list_.heads[static_cast<std::size_t>(placed.repeated_head)].items, placed.head_top), page.items);
    }
    for (const PlacedSlab& slab : placed.slabs) {
      Slab& source = list_.slabs[slab.slab];
      append(moved(std::move(source.items), slab.top), page.items);
      for (const SlabAnchor& anchor : source.anchors) {
        if (!names_.insert(anchor.name).second) continue;  // the first place of a name is the place
        layout_.destinations.push_back({anchor.name,
                                        static_cast<std::uint32_t>(index),
                                        {area_.left + anchor.position.x, area_.top + slab.top + anchor.position.y}});
      }
    }
    layout_.pages.push_back(std::move(page));
  }

  std::vector<PageItem> moved(std::vector<PageItem> items, Points y) const {
    move_items(items, area_.left, area_.top + y);
    return items;
  }

  void add_running(std::size_t index, std::size_t total, Page& page) {
    const PageNumber number{static_cast<std::uint32_t>(index + 1), static_cast<std::uint32_t>(total)};
    RunningSetter setter(area_, context_);
    if (page_.header) {
      const RunningContent content = page_.header(number);
      RunningSetter::Result head = setter.set(content);
      move_items(head.items, area_.left, page_.header_distance);
      append(std::move(head.items), page.items);
      if (content.rule) add_rule(content, page_.header_distance + head.height + content.rule_gap, page);
    }
    if (page_.footer) {
      const RunningContent content = page_.footer(number);
      RunningSetter::Result foot = setter.set(content);
      const Points top = page_.size.height - page_.footer_distance - foot.height;
      move_items(foot.items, area_.left, top);
      append(std::move(foot.items), page.items);
      if (content.rule) add_rule(content, top - content.rule_gap - content.rule_width, page);
    }
  }

  void add_rule(const RunningContent& content, Points y, Page& page) const {
    page.items.push_back({FilledRectangle{{area_.left, y, area_.width, content.rule_width}, *content.rule, 0}, artifact,
                          ArtifactKind::pagination});
  }

  const Composition& composition_;
  const PageTemplate& page_;
  LayoutContext& context_;
  TextArea area_;
  VerticalList list_;
  Layout layout_;
  std::set<std::string> names_;
};

/// A link to a place that the layout does not have would be a dead end: it is taken out and reported.
void drop_dead_links(Layout& layout, Diagnostics& remarks) {
  std::set<std::string> names;
  for (const Destination& destination : layout.destinations) names.insert(destination.name);
  std::set<std::string> dead;
  for (Page& page : layout.pages) {
    std::erase_if(page.items, [&](const PageItem& item) {
      const auto* link = std::get_if<Link>(&item.content);
      if (link == nullptr || link->target.empty() || names.count(link->target) != 0) return false;
      dead.insert(link->target);
      return true;
    });
  }
  std::erase_if(layout.outline, [&](const OutlineEntry& entry) { return names.count(entry.target) == 0; });
  for (const std::string& target : dead) {
    warn(remarks, "dead-link", "a link leads to \"" + target + "\", which the document does not have");
  }
}

std::string listed(const std::set<char32_t>& characters) {
  constexpr std::size_t most = 12;
  std::string text;
  std::size_t count = 0;
  for (const char32_t character : characters) {
    if (count == most) return text + " and " + std::to_string(characters.size() - most) + " more";
    char name[16];
    std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(character));
    text.append(count == 0 ? "" : ", ").append(name);
    ++count;
  }
  return text;
}

void report(const LayoutContext& context, Diagnostics& remarks) {
  if (!context.missing_characters.empty()) {
    warn(remarks, "missing-glyph",
         "no installed font can show " + listed(context.missing_characters) + "; a box stands for each",
         "install a font that has them, such as the Debian packages fonts-noto-core and fonts-noto-cjk");
  }
  for (const std::string& language : context.languages_without_hyphenation) {
    remarks.push_back({Severity::note, "hyphenation-missing",
                       "no hyphenation patterns for \"" + language + "\"; its words are not divided",
                       "install the Debian package " + hyphenation_package(language), std::nullopt});
  }
}

}  // namespace

Layout lay_out(const Composition& composition, const PageTemplate& page, FontLibrary& fonts, Diagnostics& remarks) {
  fonts.shape_cache().trim();
  LayoutContext context{fonts, composition.language, composition.right_to_left, {}, {}};
  Layout layout = Assembler(composition, page, context).run();
  drop_dead_links(layout, remarks);
  report(context, remarks);
  return layout;
}

}  // namespace herald::typeset
