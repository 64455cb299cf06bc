#include "formats/typeset/vertical.hpp"

#include <algorithm>
#include <utility>

namespace herald::typeset {

void move_items(std::vector<PageItem>& items, Points dx, Points dy) {
  for (PageItem& item : items) {
    if (auto* run = std::get_if<GlyphRun>(&item.content)) {
      run->origin.x += dx;
      run->origin.y += dy;
    } else if (auto* rectangle = std::get_if<FilledRectangle>(&item.content)) {
      rectangle->area.x += dx;
      rectangle->area.y += dy;
    } else if (auto* link = std::get_if<Link>(&item.content)) {
      link->area.x += dx;
      link->area.y += dy;
    }
  }
}

void VerticalBuilder::push(Slab slab) {
  slab.space_before = suppress_space_ ? 0 : pending_space_ + explicit_space_;
  slab.callout = callout_;
  if (force_break_) {
    slab.break_before = BreakBefore::forced;
  } else {
    slab.break_before = std::max(slab.break_before, keep_next_);
  }
  pending_space_ = 0;
  explicit_space_ = 0;
  suppress_space_ = false;
  keep_next_ = BreakBefore::allowed;
  force_break_ = false;
  list_.slabs.push_back(std::move(slab));
}

void VerticalBuilder::space_before(Points space) { pending_space_ = std::max(pending_space_, space); }
void VerticalBuilder::space_after(Points space) { pending_space_ = std::max(pending_space_, space); }

int VerticalBuilder::add_head(RepeatedHead head) {
  list_.heads.push_back(std::move(head));
  return static_cast<int>(list_.heads.size()) - 1;
}

void VerticalBuilder::push_lines(SetParagraph paragraph, const ParagraphStyle& style, const std::string& anchor,
                                 std::vector<PageItem> extra, Points extra_baseline) {
  const std::size_t count = paragraph.lines.size();
  for (std::size_t i = 0; i < count; ++i) {
    SetLine& line = paragraph.lines[i];
    Slab slab;
    slab.height = line.height;
    Points baseline = line.baseline;
    if (i == 0 && !extra.empty()) {
      baseline = std::max(baseline, extra_baseline);
      slab.height += baseline - line.baseline;
      move_items(extra, area_.left, baseline);
      slab.items = std::exchange(extra, {});
    }
    move_items(line.items, area_.left, baseline);
    slab.items.insert(slab.items.end(), std::make_move_iterator(line.items.begin()),
                      std::make_move_iterator(line.items.end()));
    if (i == 0 && !anchor.empty()) slab.anchors.push_back({anchor, {area_.left, 0}});
    const bool orphan = i > 0 && i < style.orphan_lines;
    const bool widow = i > 0 && count - i < style.widow_lines;
    if (i > 0 && (orphan || widow || style.keep_together)) slab.break_before = BreakBefore::discouraged;
    push(std::move(slab));
  }
}

void VerticalBuilder::add_paragraph(const ParagraphSource& source, const std::string& anchor) {
  const ParagraphStyle& style = source.style;
  space_before(style.space_before);
  SetParagraph set = PreparedParagraph(source, context_).set(area_.width);
  push_lines(std::move(set), style, anchor, {}, 0);
  space_after(style.space_after);
  if (style.keep_with_next) keep_with_next();
}

void VerticalBuilder::add_list(const ListBlock& block) {
  const ListStyle& style = block.style;
  const bool mirrored = context_.right_to_left;
  space_before(style.body.space_before);
  const std::size_t count = block.items.size();
  for (std::size_t i = 0; i < count; ++i) {
    const ListBlock::Item& item = block.items[i];
    // As with the lines of a paragraph: neither the first items alone before a break nor the last after it.
    if (i > 0 && (i < style.least_items || count - i < style.least_items)) keep_with_next(BreakBefore::discouraged);
    const Area whole = area_;
    if (!mirrored) area_.left += style.body_indent;
    area_.width -= style.body_indent;
    SetParagraph body = PreparedParagraph(item.body, context_).set(area_.width, style.body.alignment, mirrored);

    // The label hangs beside the body: from label_indent on, or with its end label_gap before the text.
    std::vector<PageItem> label_items;
    Points label_baseline = 0;
    const PreparedParagraph label(item.label, context_);
    if (!label.empty()) {
      SetParagraph label_lines = label.set(label.natural_width() + 1, Alignment::start, false);
      SetLine& line = label_lines.lines.front();
      Points from_start = style.label_indent;
      if (style.label_alignment == Alignment::end) from_start = style.body_indent - style.label_gap - line.width;
      if (style.label_alignment == Alignment::center) from_start = (style.body_indent - line.width) / 2;
      from_start = std::max(0.0, from_start);
      const Points x = mirrored ? whole.width - from_start - line.width : from_start - style.body_indent;
      label_items = std::move(line.items);
      move_items(label_items, x - line.left, 0);
      label_baseline = line.baseline;
    }
    push_lines(std::move(body), style.body, item.anchor, std::move(label_items), label_baseline);
    area_ = whole;
    space_after(style.item_spacing);
    if (item.keep_with_next) keep_with_next();
  }
  space_after(style.body.space_after);
}

void VerticalBuilder::add_rule(const RuleStyle& style) {
  space_before(style.space_before);
  Slab slab;
  slab.height = style.thickness;
  const Points width = std::min(area_.width, style.width.value_or(area_.width));
  const Points left = context_.right_to_left ? area_.left + area_.width - width : area_.left;
  slab.items.push_back(
      {FilledRectangle{{left, 0, width, style.thickness}, style.color, 0}, artifact, ArtifactKind::layout});
  push(std::move(slab));
  space_after(style.space_after);
}

void VerticalBuilder::begin_callout(const CalloutStyle& style) {
  space_before(style.space_before);
  list_.callouts.push_back({style, area_, callout_});
  callout_ = static_cast<int>(list_.callouts.size()) - 1;
  Slab slab;
  slab.height = style.padding.top;
  push(std::move(slab));
  keep_with_next();
  suppress_space_ = true;  // the padding is the space
  const Points start = style.padding.start + (style.bar ? style.bar_width : 0);
  area_.left += context_.right_to_left ? style.padding.end : start;
  area_.width -= start + style.padding.end;
}

void VerticalBuilder::end_callout() {
  const CalloutArea& callout = list_.callouts[static_cast<std::size_t>(callout_)];
  suppress_space_ = true;
  keep_with_next();
  Slab slab;
  slab.height = callout.style.padding.bottom;
  push(std::move(slab));
  area_ = callout.outer;
  callout_ = callout.parent;
  space_after(callout.style.space_after);
}

void VerticalBuilder::add(const Block& block) {
  if (const auto* paragraph = std::get_if<ParagraphBlock>(&block))
    return add_paragraph(paragraph->source, paragraph->anchor);
  if (const auto* list = std::get_if<ListBlock>(&block)) return add_list(*list);
  if (const auto* table = std::get_if<TableBlock>(&block)) return add_table(*this, *table);
  if (const auto* panel = std::get_if<PanelBlock>(&block)) return add_panel(*this, *panel);
  if (const auto* rule = std::get_if<RuleStyle>(&block)) return add_rule(*rule);
  if (const auto* space = std::get_if<SpaceBlock>(&block)) {
    explicit_space_ += space->height;
    return;
  }
  if (std::holds_alternative<PageBreakBlock>(block)) {
    force_break_ = true;
    return;
  }
  if (const auto* callout = std::get_if<CalloutBegin>(&block)) return begin_callout(callout->style);
  if (std::holds_alternative<CalloutEnd>(block)) end_callout();
}

}  // namespace herald::typeset
