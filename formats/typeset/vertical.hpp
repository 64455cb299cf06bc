// Blocks become a vertical list: slabs that no page break may cut, with the spaces and the rules for
// breaking between them (TeX's vertical list without its stretching). paginate.cpp fills pages from it.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "formats/typeset/block.hpp"

namespace herald::typeset {

/// The horizontal extent that a block is set in, from the text area's left edge.
struct Area {
  Points left = 0;
  Points width = 0;
};

/// `discouraged` is what a page gives up first where it cannot keep everything: lines and items that stay together;
/// what belongs to the slab before it (a heading's text) comes last.
enum class BreakBefore : std::uint8_t { allowed, discouraged, avoided, forced };

struct SlabAnchor {
  std::string name;
  Position position;  // from the slab's top left
};

struct Slab {
  Points height = 0;
  Points space_before = 0;  // falls away at a page's top
  BreakBefore break_before = BreakBefore::allowed;
  std::vector<PageItem> items;  // x from the text area's left edge, y from the slab's top
  std::vector<SlabAnchor> anchors;
  int callout = -1;        // the innermost callout that it stands in
  int repeated_head = -1;  // the table head that a page beginning with this slab shows again
};

/// A callout as far as its background needs it; its extent over pages comes from its slabs.
struct CalloutArea {
  CalloutStyle style;
  Area outer;
  int parent = -1;
};

struct RepeatedHead {
  Points height = 0;
  std::vector<PageItem> items;
};

struct VerticalList {
  std::vector<Slab> slabs;
  std::vector<CalloutArea> callouts;
  std::vector<RepeatedHead> heads;
};

void move_items(std::vector<PageItem>& items, Points dx, Points dy);

/// Adds slabs one under another and settles the spaces between them.
class VerticalBuilder {
 public:
  VerticalBuilder(LayoutContext& context, Area area, Points page_height)
      : context_(context), area_(area), page_height_(page_height) {}

  void add(const Block& block);
  VerticalList take() { return std::move(list_); }

  // For the builders of single kinds of block (table.cpp, panel.cpp).
  LayoutContext& context() noexcept { return context_; }
  Area area() const noexcept { return area_; }
  Points page_height() const noexcept { return page_height_; }
  void push(Slab slab);
  void space_before(Points space);
  void space_after(Points space);
  /// What is pushed next is not to begin a page.
  void keep_with_next(BreakBefore strength = BreakBefore::avoided) noexcept {
    keep_next_ = std::max(keep_next_, strength);
  }
  int add_head(RepeatedHead head);
  void add_paragraph(const ParagraphSource& source, const std::string& anchor);

 private:
  void add_list(const ListBlock& block);
  void add_rule(const RuleStyle& style);
  void begin_callout(const CalloutStyle& style);
  void end_callout();
  /// Lines as slabs, with widows and orphans; `extra` items go with the first line, at its baseline.
  void push_lines(SetParagraph paragraph, const ParagraphStyle& style, const std::string& anchor,
                  std::vector<PageItem> extra, Points extra_baseline);

  LayoutContext& context_;
  Area area_;
  Points page_height_;
  VerticalList list_;
  Points pending_space_ = 0;   // the greater of the neighbours' wishes
  Points explicit_space_ = 0;  // spacers add up
  bool suppress_space_ = false;
  BreakBefore keep_next_ = BreakBefore::allowed;
  bool force_break_ = false;
  int callout_ = -1;
};

void add_table(VerticalBuilder& vertical, const TableBlock& block);
void add_panel(VerticalBuilder& vertical, const PanelBlock& block);

}  // namespace herald::typeset
