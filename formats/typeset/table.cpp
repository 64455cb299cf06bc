// Tables: column widths from content, rows as slabs, a head that is shown again on each page.
// The widths follow the idea of CSS 2.1, 17.5.2.2 (automatic table layout): between what a column needs
// at least and what it would like, in proportion. Structure elements were made by flow.cpp.
#include <algorithm>
#include <utility>

#include "formats/typeset/vertical.hpp"

namespace herald::typeset {
namespace {

struct PreparedCell {
  PreparedParagraph text;
  std::uint16_t column_span = 1;
  std::string anchor;
};
using PreparedRow = std::vector<PreparedCell>;

struct ColumnDemand {
  Points least = 0;
  Points natural = 0;
};

class TableBuilder {
 public:
  TableBuilder(VerticalBuilder& vertical, const TableBlock& block)
      : vertical_(vertical), block_(block), style_(block.style), mirrored_(vertical.context().right_to_left) {
    head_ = prepare(block.head);
    rows_ = prepare(block.rows);
  }

  void build() {
    find_widths();
    vertical_.space_before(style_.space_before);
    if (!block_.caption.parts.empty()) {
      vertical_.add_paragraph(block_.caption, {});
      vertical_.keep_with_next();
    }
    add_head();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      // Two rows at least stay with the head and two go over to the next page: one alone looks lost.
      const bool keeps = i == 0 ? !head_.empty() : i == 1 || i + 1 == rows_.size();
      if (keeps) vertical_.keep_with_next();
      const bool striped = style_.stripe && i % 2 == 1;
      add_row(rows_[i], striped ? style_.stripe : std::nullopt, style_.rule, style_.rule_width);
    }
    vertical_.space_after(style_.space_after);
  }

 private:
  std::vector<PreparedRow> prepare(const std::vector<TableBlock::RowBlock>& rows) {
    std::vector<PreparedRow> prepared(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      prepared[i].reserve(rows[i].size());
      for (const TableBlock::CellBlock& cell : rows[i]) {
        prepared[i].push_back({PreparedParagraph(cell.source, vertical_.context()), cell.column_span, cell.anchor});
      }
    }
    return prepared;
  }

  Points padding_width() const { return style_.padding.start + style_.padding.end; }

  void count_demands(const std::vector<PreparedRow>& rows, std::vector<ColumnDemand>& demands) const {
    for (const PreparedRow& row : rows) {
      std::size_t column = 0;
      for (const PreparedCell& cell : row) {
        if (cell.column_span == 1 && column < demands.size()) {
          ColumnDemand& demand = demands[column];
          // a hundredth of a point, lest rounding breaks a line that just fits
          demand.natural = std::max(demand.natural, cell.text.natural_width() + padding_width() + 0.01);
          demand.least = std::max(demand.least, cell.text.least_width() + padding_width() + 0.01);
        }
        column += cell.column_span;
      }
    }
  }

  void find_widths() {
    std::vector<ColumnDemand> demands(block_.columns.size());
    count_demands(head_, demands);
    count_demands(rows_, demands);
    cap_demands(demands);
    widths_.assign(block_.columns.size(), 0);
    Points left = vertical_.area().width;
    double shares = 0;
    ColumnDemand automatic;
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      const Column& column = block_.columns[i];
      if (column.sizing == Column::Sizing::fixed) widths_[i] = column.value;
      left -= widths_[i];
      if (column.sizing == Column::Sizing::fraction) {
        shares += column.value;
        left -= demands[i].least;
      }
      if (column.sizing == Column::Sizing::automatic) {
        automatic.least += demands[i].least;
        automatic.natural += demands[i].natural;
      }
    }
    left = std::max(left, 0.0);
    // The automatic columns share what is there; without fractional ones they fill the measure.
    const Points room = shares > 0 ? std::min(left, automatic.natural) : left;
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      if (block_.columns[i].sizing == Column::Sizing::automatic) widths_[i] = share_of(demands[i], automatic, room);
    }
    if (shares > 0) share_fractions(demands, shares);
    fit_to_measure();
  }

  /// One word that nothing can divide well (a checksum, an address) must not take the room of the other
  /// columns: it is divided anyhow. Where the least widths exceed the measure, the widest columns come down to
  /// a common width, just so far that all fit (max-min fairness, as in Bertsekas and Gallager, Data Networks,
  /// 6.5.2); what is below it keeps its words whole, and a column that can be whole within its fair share is.
  void cap_demands(std::vector<ColumnDemand>& demands) const {
    Points room = vertical_.area().width;
    std::vector<std::size_t> flexible;
    Points least = 0;
    for (std::size_t i = 0; i < demands.size(); ++i) {
      if (block_.columns[i].sizing == Column::Sizing::fixed) {
        room -= block_.columns[i].value;
      } else {
        flexible.push_back(i);
        least += demands[i].least;
      }
    }
    if (flexible.empty() || room <= 0 || least <= room) return;
    const Points fair = room / static_cast<double>(flexible.size());
    for (const std::size_t i : flexible) {
      demands[i].least = std::max(demands[i].least, std::min(demands[i].natural, fair));
    }
    std::sort(flexible.begin(), flexible.end(),
              [&demands](std::size_t a, std::size_t b) { return demands[a].least < demands[b].least; });
    // From the narrowest on, each column is granted what it needs or its share of what is left.
    for (std::size_t done = 0; done < flexible.size(); ++done) {
      ColumnDemand& demand = demands[flexible[done]];
      const Points share = room / static_cast<double>(flexible.size() - done);
      if (demand.least > share) demand = {share, share};
      room -= demand.least;
    }
  }

  static Points share_of(const ColumnDemand& demand, const ColumnDemand& all, Points room) {
    if (room >= all.natural) return all.natural > 0 ? demand.natural * room / all.natural : 0;
    if (room >= all.least && all.natural > all.least) {
      return demand.least + (demand.natural - demand.least) * (room - all.least) / (all.natural - all.least);
    }
    return all.least > 0 ? demand.least * room / all.least : 0;
  }

  /// Shares of what the others left; a column that needs more than its share gets it from the rest.
  void share_fractions(const std::vector<ColumnDemand>& demands, double shares) {
    Points left = vertical_.area().width;
    for (const Points width : widths_) left -= width;
    std::vector<bool> settled(widths_.size(), false);
    for (bool changed = true; changed && shares > 0;) {
      changed = false;
      for (std::size_t i = 0; i < widths_.size(); ++i) {
        const Column& column = block_.columns[i];
        if (column.sizing != Column::Sizing::fraction || settled[i]) continue;
        if (left * column.value / shares >= demands[i].least) continue;
        widths_[i] = demands[i].least;
        left -= widths_[i];
        shares -= column.value;
        settled[i] = true;
        changed = true;
        break;
      }
    }
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      const Column& column = block_.columns[i];
      if (column.sizing == Column::Sizing::fraction && !settled[i])
        widths_[i] = std::max(0.0, left) * column.value / shares;
    }
  }

  /// However much is asked for, the table stays within the measure; words are broken then.
  void fit_to_measure() {
    Points sum = 0;
    for (const Points width : widths_) sum += width;
    const Points measure = vertical_.area().width;
    if (sum <= measure || sum <= 0) return;
    for (Points& width : widths_) width *= measure / sum;
  }

  Points width_of(std::size_t first, std::size_t count) const {
    Points sum = 0;
    for (std::size_t i = first; i < std::min(first + count, widths_.size()); ++i) sum += widths_[i];
    return sum;
  }

  void add_head() {
    if (head_.empty()) return;
    RepeatedHead repeated;
    std::vector<Slab> slabs;
    for (std::size_t i = 0; i < head_.size(); ++i) {
      const bool last = i + 1 == head_.size();
      for (Slab& slab : row_slabs(head_[i], style_.head_background, last ? style_.head_rule : style_.rule,
                                  last ? style_.head_rule_width : style_.rule_width)) {
        std::vector<PageItem> copy = slab.items;
        move_items(copy, 0, repeated.height);
        for (PageItem& item : copy) {
          if (std::holds_alternative<Link>(item.content)) continue;  // an artifact cannot lead anywhere
          repeated.items.push_back({std::move(item.content), artifact, ArtifactKind::pagination});
        }
        repeated.height += slab.height;
        slabs.push_back(std::move(slab));
      }
    }
    for (std::size_t i = 0; i < slabs.size(); ++i) {
      if (i > 0) vertical_.keep_with_next();
      vertical_.push(std::move(slabs[i]));
    }
    // A head that fills half the page is not worth repeating.
    if (repeated.height < vertical_.page_height() / 2) {
      head_height_ = repeated.height;
      repeated_head_ = vertical_.add_head(std::move(repeated));
    }
  }

  void add_row(const PreparedRow& row, const std::optional<Color>& background, const std::optional<Color>& rule,
               Points rule_width) {
    for (Slab& slab : row_slabs(row, background, rule, rule_width)) {
      slab.repeated_head = repeated_head_;
      vertical_.push(std::move(slab));
    }
  }

  /// A row is one slab, unless it is taller than a page: then as many as it takes, line by line.
  std::vector<Slab> row_slabs(const PreparedRow& row, const std::optional<Color>& background,
                              const std::optional<Color>& rule, Points rule_width) const {
    const Area area = vertical_.area();
    std::vector<SetParagraph> cells;
    std::vector<Points> lefts;
    std::size_t column = 0;
    Points from_start = 0;
    for (const PreparedCell& cell : row) {
      const Points width = width_of(column, cell.column_span);
      const Alignment alignment = block_.columns[std::min(column, block_.columns.size() - 1)].alignment;
      cells.push_back(cell.text.set(width - padding_width(), alignment, mirrored_));
      lefts.push_back(mirrored_ ? area.left + area.width - from_start - width + style_.padding.end
                                : area.left + from_start + style_.padding.start);
      from_start += width;
      column += cell.column_span;
    }
    const Points most = vertical_.page_height() - head_height_ - style_.padding.top - style_.padding.bottom;
    std::vector<std::size_t> next(cells.size(), 0);
    std::vector<Slab> slabs;
    bool more = true;
    while (more) {
      more = false;
      Slab slab;
      Points height = 0;
      std::vector<PageItem> text;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        Points y = 0;
        auto& lines = cells[i].lines;
        const std::size_t first = next[i];
        while (next[i] < lines.size() && (y + lines[next[i]].height <= most || next[i] == first)) {
          SetLine& line = lines[next[i]++];
          move_items(line.items, lefts[i], style_.padding.top + y + line.baseline);
          text.insert(text.end(), std::make_move_iterator(line.items.begin()),
                      std::make_move_iterator(line.items.end()));
          y += line.height;
        }
        height = std::max(height, y);
        more = more || next[i] < lines.size();
      }
      slab.height = height + style_.padding.top + style_.padding.bottom;
      decorate(slab, background, more ? std::nullopt : rule, rule_width);
      slab.items.insert(slab.items.end(), std::make_move_iterator(text.begin()), std::make_move_iterator(text.end()));
      if (slabs.empty()) add_anchors(row, slab);
      slabs.push_back(std::move(slab));
    }
    return slabs;
  }

  void add_anchors(const PreparedRow& row, Slab& slab) const {
    for (const PreparedCell& cell : row) {
      if (!cell.anchor.empty()) slab.anchors.push_back({cell.anchor, {vertical_.area().left, 0}});
    }
  }

  void decorate(Slab& slab, const std::optional<Color>& background, const std::optional<Color>& rule,
                Points rule_width) const {
    const Area area = vertical_.area();
    Points width = 0;
    for (const Points column : widths_) width += column;
    const Points left = mirrored_ ? area.left + area.width - width : area.left;
    if (background) {
      slab.items.push_back(
          {FilledRectangle{{left, 0, width, slab.height}, *background, 0}, artifact, ArtifactKind::layout});
    }
    if (rule) {
      slab.items.push_back({FilledRectangle{{left, slab.height - rule_width, width, rule_width}, *rule, 0}, artifact,
                            ArtifactKind::layout});
    }
  }

  VerticalBuilder& vertical_;
  const TableBlock& block_;
  const TableStyle& style_;
  bool mirrored_;
  std::vector<PreparedRow> head_;
  std::vector<PreparedRow> rows_;
  std::vector<Points> widths_;
  int repeated_head_ = -1;
  Points head_height_ = 0;
};

}  // namespace

void add_table(VerticalBuilder& vertical, const TableBlock& block) {
  if (block.columns.empty()) return;
  TableBuilder(vertical, block).build();
}

}  // namespace herald::typeset
