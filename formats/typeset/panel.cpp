// Panels of key figures: equal cells, a big number over what it counts. Each row of cells is one slab.
#include <algorithm>
#include <utility>

#include "formats/typeset/vertical.hpp"

namespace herald::typeset {
namespace {

/// As many cells a row as evenly fill the rows that are needed.
std::size_t balanced_columns(std::size_t cells, std::size_t most) {
  const std::size_t rows = (cells + most - 1) / most;
  return (cells + rows - 1) / rows;
}

/// Numbers are shown on one line: all of a panel shrink together until the widest fits, to three
/// fifths at most (smaller, and a key figure is none); beyond that the text is broken.
double value_scale(const PanelBlock& block, Points width, LayoutContext& context) {
  constexpr double smallest = 0.6;
  Points widest = 0;
  for (const PanelBlock::CellBlock& cell : block.cells) {
    widest = std::max(widest, PreparedParagraph(cell.value, context).natural_width());
  }
  if (widest <= width || widest <= 0) return 1;
  return std::max(smallest, width / widest * 0.999);  // a hair less, lest rounding breaks the line
}

struct SetCell {
  SetParagraph note;
  SetParagraph value;
  SetParagraph label;
  Points height() const { return value.height() + label.height(); }
};

SetParagraph set_text(const ParagraphSource& source, Points width, LayoutContext& context) {
  const PreparedParagraph paragraph(source, context);
  if (paragraph.empty()) return {};
  return paragraph.set(width, source.style.alignment, context.right_to_left);
}

std::vector<SetCell> set_cells(const PanelBlock& block, Points width, LayoutContext& context) {
  const double scale = value_scale(block, width, context);
  std::vector<SetCell> cells;
  for (const PanelBlock::CellBlock& cell : block.cells) {
    ParagraphSource value = cell.value;
    value.style.text.size *= scale;
    value.style.leading *= scale;
    cells.push_back(
        {set_text(cell.note, width, context), set_text(value, width, context), set_text(cell.label, width, context)});
  }
  return cells;
}

void place(SetParagraph& paragraph, Points left, Points top, std::vector<PageItem>& items) {
  for (SetLine& line : paragraph.lines) {
    move_items(line.items, left, top + line.baseline);
    items.insert(items.end(), std::make_move_iterator(line.items.begin()), std::make_move_iterator(line.items.end()));
    top += line.height;
  }
}

}  // namespace

void add_panel(VerticalBuilder& vertical, const PanelBlock& block) {
  if (block.cells.empty()) return;
  const PanelStyle& style = block.style;
  LayoutContext& context = vertical.context();
  const Area area = vertical.area();
  const std::size_t columns = balanced_columns(block.cells.size(), std::max<std::size_t>(1, style.columns));
  const Points cell_width = (area.width - style.gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
  const Points bar = style.bar ? style.bar_width : 0;
  const Points text_width = cell_width - style.padding.start - style.padding.end - bar;
  std::vector<SetCell> cells = set_cells(block, text_width, context);
  // The numbers of all rows stand equally deep, whether one of the row has a note or none.
  Points note_height = 0;
  for (const SetCell& cell : cells) note_height = std::max(note_height, cell.note.height());

  vertical.space_before(style.space_before);
  for (std::size_t first = 0; first < cells.size(); first += columns) {
    const std::size_t end = std::min(first + columns, cells.size());
    Points height = 0;
    for (std::size_t i = first; i < end; ++i) height = std::max(height, note_height + cells[i].height());
    Slab slab;
    slab.height = height + style.padding.top + style.padding.bottom;
    for (std::size_t i = first; i < end; ++i) {
      const Points from_start = (cell_width + style.gap) * static_cast<double>(i - first);
      const Points left = area.left + (context.right_to_left ? area.width - from_start - cell_width : from_start);
      const auto paint = [&](Rectangle rectangle, Color color, Points radius) {
        slab.items.push_back({FilledRectangle{rectangle, color, radius}, artifact, ArtifactKind::layout});
      };
      if (style.background) paint({left, 0, cell_width, slab.height}, *style.background, style.corner_radius);
      if (style.bar) {
        const Points x = context.right_to_left ? left + cell_width - bar : left;
        paint({x, 0, bar, slab.height}, *style.bar, 0);
      }
      const Points text_left = left + (context.right_to_left ? style.padding.end : style.padding.start + bar);
      SetCell& cell = cells[i];
      const Points value_top = style.padding.top + note_height;
      place(cell.note, text_left, value_top - cell.note.height(), slab.items);
      place(cell.value, text_left, value_top, slab.items);
      place(cell.label, text_left, value_top + cell.value.height(), slab.items);
    }
    vertical.push(std::move(slab));
    vertical.space_after(style.gap);
  }
  vertical.space_after(style.space_after);
}

}  // namespace herald::typeset
