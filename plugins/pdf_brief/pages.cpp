// See pages.hpp.
#include "plugins/pdf_brief/pages.hpp"

#include <algorithm>
#include <array>

namespace herald::plugins {

namespace {

/// Characters of the title that fit in one line of a running head, beside the marking where there is one.
std::size_t running_title_length(const Context& context, typeset::Points width) {
  // In ems: what a letter of text takes, and one of a bold marking in capitals.
  constexpr double letter = 0.54;
  constexpr double marking_letter = 0.72;
  constexpr typeset::Points gap = 12;
  if (context.settings.marking)
    width -= gap + marking_letter * context.styles.marking.text.size *
                       static_cast<double>(length_of(context.settings.marking->text));
  return static_cast<std::size_t>(std::max(0.0, width / (letter * context.styles.running.text.size)));
}

typeset::PageTemplate page_template(const Context& context) {
  typeset::PageTemplate page;
  page.size = context.settings.page_size;
  page.margins = {.top = context.theme.margin_top,
                  .end = context.theme.margin_side,
                  .bottom = context.theme.margin_bottom,
                  .start = context.theme.margin_side};
  const auto marking = [&context] {
    typeset::Text text;
    if (!context.settings.marking) return text;
    const typeset::TextStyle& style = context.styles.marking.text;
    typeset::Inline part{.text = context.settings.marking->text,
                         .scale = style.size / context.styles.running.text.size};
    part.weight = typeset::Weight::bold;
    part.color = context.settings.marking->color;
    text.add(std::move(part));
    return text;
  };
  // A marking is larger than the rest of its line and lies on a box of its own.
  typeset::ParagraphStyle running = context.styles.running;
  if (context.settings.marking) running.leading = std::max(running.leading, context.styles.marking.leading);
  const std::size_t title_length =
      running_title_length(context, page.size.width - page.margins.start - page.margins.end);
  page.header = [&context, marking, running, title_length](typeset::PageNumber number) {
    typeset::RunningLine line;
    line.style = running;
    if (!number.is_first()) line.start = typeset::Text(shortened(context.title, title_length));
    line.end = marking();
    typeset::RunningContent content{.lines = {line}};
    if (context.embargo.empty()) return content;
    line.start = typeset::Text().bold(context.embargo);
    line.end = {};
    line.style.text.color = context.theme.heads;
    content.lines.push_back(line);
    return content;
  };
  page.footer = [&context, marking, running](typeset::PageNumber number) {
    typeset::RunningLine line;
    line.style = running;
    line.start = typeset::Text(
        context.phrase("page", {{"number", std::to_string(number.number)}, {"total", std::to_string(number.total)}}));
    line.end = marking();
    return typeset::RunningContent{.lines = {line}};
  };
  return page;
}

/// How far down its text area the last page is filled, 0 to 1; running heads and feet aside.
double fill_of_last_page(const typeset::Layout& layout, const typeset::PageTemplate& page) {
  typeset::Points lowest = page.margins.top;
  for (const typeset::PageItem& item : layout.pages.back().items) {
    if (item.element == typeset::artifact && item.artifact_kind == typeset::ArtifactKind::pagination) continue;
    if (const auto* run = std::get_if<typeset::GlyphRun>(&item.content)) lowest = std::max(lowest, run->origin.y);
  }
  return (lowest - page.margins.top) / (page.size.height - page.margins.top - page.margins.bottom);
}

}  // namespace

typeset::Layout lay_out(const Context& context, typeset::FontLibrary& fonts, Diagnostics& diagnostics) {
  constexpr double lonely = 0.25;                                // of a page: a contact and a source note
  constexpr std::array<typeset::Points, 2> given_way = {12, 8};  // at top and bottom, one after the other
  typeset::PageTemplate page = page_template(context);
  Diagnostics remarks;
  typeset::Layout layout = context.flow.layout(page, fonts, remarks);
  for (const typeset::Points points : given_way) {
    if (layout.pages.size() < 2 || fill_of_last_page(layout, page) > lonely) break;
    page.margins.top -= points;
    page.margins.bottom -= points;
    Diagnostics tighter_remarks;
    typeset::Layout tighter = context.flow.layout(page, fonts, tighter_remarks);
    if (tighter.pages.size() == layout.pages.size()) continue;
    layout = std::move(tighter);
    remarks = std::move(tighter_remarks);
    break;
  }
  diagnostics.insert(diagnostics.end(), remarks.begin(), remarks.end());
  if (context.settings.marking) paint_background(layout, *context.settings.marking);
  return layout;
}

}  // namespace herald::plugins
