// Turns the calls of a composition into blocks and structure elements, which it keeps in step. What a
// block looks like on a page is not known here.
#include "formats/typeset/flow.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "formats/typeset/layout.hpp"

namespace herald::typeset {

class Flow::Builder {
 public:
  explicit Builder(FlowSettings settings) {
    composition_.language = std::move(settings.language);
    composition_.right_to_left = settings.direction == Direction::automatic
                                     ? is_right_to_left_language(composition_.language)
                                     : settings.direction == Direction::right_to_left;
    Element document;
    document.role = Role::document;
    composition_.elements.push_back(std::move(document));
  }

  const Composition& composition() const noexcept { return composition_; }

  ElementIndex open(Role role, const std::string& language = {}) {
    const ElementIndex index = add_element(role, parent_);
    if (language != composition_.language) composition_.elements[index].language = language;
    parent_ = index;
    return index;
  }

  void close() { parent_ = composition_.elements[parent_].parent; }

  ElementIndex add_element(Role role, ElementIndex parent) {
    Element element;
    element.role = role;
    element.parent = parent;
    composition_.elements.push_back(std::move(element));
    return static_cast<ElementIndex>(composition_.elements.size() - 1);
  }

  Element& element(ElementIndex index) { return composition_.elements[index]; }
  ElementIndex parent() const noexcept { return parent_; }

  /// The text's parts with their elements: links and words of another language get their own.
  ParagraphSource source(const Text& text, const ParagraphStyle& style, ElementIndex element) {
    ParagraphSource source;
    source.style = style;
    source.element = element;
    const std::string& language = style.language.empty() ? composition_.language : style.language;
    if (element != artifact && language != composition_.language) composition_.elements[element].language = language;
    const Inline* previous = nullptr;
    ElementIndex previous_element = element;
    for (const Inline& part : text.parts()) {
      const bool is_link = !part.uri.empty() || !part.target.empty();
      const bool is_foreign = !part.language.empty() && part.language != language;
      ElementIndex own = element;
      if (element != artifact && (is_link || is_foreign)) {
        const bool goes_on = previous != nullptr && previous->uri == part.uri && previous->target == part.target &&
                             previous->language == part.language && previous_element != element;
        own = goes_on ? previous_element : add_element(is_link ? Role::link : Role::span, element);
        if (is_foreign) composition_.elements[own].language = part.language;
      }
      source.parts.push_back({part, own});
      previous = &part;
      previous_element = own;
    }
    return source;
  }

  void add(Block block) { composition_.blocks.push_back(std::move(block)); }

  /// Levels may not skip one on the way down: a reader's outline has no place for it.
  void add_outline(std::string title, int level, const std::string& target) {
    const int deepest = composition_.outline.empty() ? 1 : composition_.outline.back().level + 1;
    composition_.outline.push_back({std::move(title), static_cast<std::uint8_t>(std::min(level, deepest)), target});
  }

  std::string made_up_name() { return "heading-" + std::to_string(++made_up_names_); }

  TableBlock::RowBlock row(const Row& cells, const Table& table, const TableStyle& style, bool in_head);

 private:
  Composition composition_;
  ElementIndex parent_ = 0;
  std::size_t made_up_names_ = 0;
};

namespace {

Role heading_role(int level) {
  if (level <= 1) return Role::heading1;
  return level == 2 ? Role::heading2 : Role::heading3;
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

}  // namespace

Flow::Flow(FlowSettings settings) : builder_(std::make_unique<Builder>(std::move(settings))) {}
Flow::~Flow() = default;
Flow::Flow(Flow&&) noexcept = default;
Flow& Flow::operator=(Flow&&) noexcept = default;

void Flow::heading(int level, const Text& text, const ParagraphStyle& style, const Anchor& anchor) {
  ParagraphStyle kept = style;
  kept.keep_with_next = true;
  kept.keep_together = true;
  kept.hyphenation = Hyphenation::off;
  const ElementIndex element = builder_->add_element(heading_role(level), builder_->parent());
  const std::string name = anchor.name.empty() ? builder_->made_up_name() : anchor.name;
  if (anchor.in_outline) {
    builder_->add_outline(one_line(anchor.outline_title.empty() ? text.plain() : anchor.outline_title), level, name);
  }
  builder_->add(ParagraphBlock{builder_->source(text, kept, element), name});
}

void Flow::paragraph(const Text& text, const ParagraphStyle& style, Role role, const std::string& anchor) {
  const bool quote = role == Role::block_quote;
  if (quote) builder_->open(Role::block_quote);
  const ElementIndex element = builder_->add_element(quote ? Role::paragraph : role, builder_->parent());
  builder_->add(ParagraphBlock{builder_->source(text, style, element), anchor});
  if (quote) builder_->close();
}

void Flow::decoration(const Text& text, const ParagraphStyle& style) {
  builder_->add(ParagraphBlock{builder_->source(text, style, artifact), {}});
}

void Flow::list(const std::vector<ListItem>& items, const ListStyle& style) {
  if (items.empty()) return;
  ListBlock block;
  block.style = style;
  const ElementIndex list = builder_->open(Role::list);
  builder_->element(list).numbering = style.numbering;
  ParagraphStyle label_style = style.body;
  label_style.text = style.label;
  label_style.first_line_indent = 0;
  label_style.start_indent = 0;
  label_style.end_indent = 0;
  for (const ListItem& item : items) {
    const ElementIndex list_item = builder_->open(Role::list_item);
    ListBlock::Item placed;
    placed.anchor = item.anchor;
    placed.keep_with_next = item.keep_with_next;
    if (!item.label.empty()) {
      const ElementIndex label = builder_->add_element(Role::list_label, list_item);
      placed.label = builder_->source(item.label, label_style, label);
    }
    placed.label.style = label_style;
    const ElementIndex body = builder_->add_element(Role::list_body, list_item);
    placed.body = builder_->source(item.text, style.body, body);
    block.items.push_back(std::move(placed));
    builder_->close();
  }
  builder_->close();
  builder_->add(std::move(block));
}

TableBlock::RowBlock Flow::Builder::row(const Row& cells, const Table& table, const TableStyle& style, bool in_head) {
  open(Role::table_row);
  TableBlock::RowBlock block;
  std::size_t column = 0;
  const auto add_cell = [&](const Cell& cell) {
    const bool row_header = !in_head && table.row_headers && column == 0;
    const ElementIndex index =
        add_element(in_head || row_header ? Role::table_header_cell : Role::table_data_cell, parent_);
    const std::size_t left = table.columns.size() - column;
    const auto span = static_cast<std::uint16_t>(std::clamp<std::size_t>(cell.column_span, 1, left));
    element(index).column_span = span;
    if (in_head) element(index).scope = HeaderScope::column;
    if (row_header) element(index).scope = HeaderScope::row;
    const ParagraphStyle& own = cell.style ? *cell.style : (in_head ? style.head : style.body);
    block.push_back({source(cell.text, own, index), span, cell.anchor});
    column += span;
  };
  for (const Cell& cell : cells) {
    if (column >= table.columns.size())
      throw std::invalid_argument("a table row has more cells than the table columns");
    add_cell(cell);
  }
  while (column < table.columns.size()) add_cell({});
  close();
  return block;
}

void Flow::table(const Table& table, const TableStyle& style) {
  if (table.columns.empty()) throw std::invalid_argument("a table needs at least one column");
  TableBlock block;
  block.style = style;
  block.columns = table.columns;
  builder_->open(Role::table);
  if (!table.caption.empty()) {
    const ElementIndex caption = builder_->add_element(Role::caption, builder_->parent());
    block.caption = builder_->source(table.caption, table.caption_style, caption);
  }
  if (!table.head.empty()) {
    builder_->open(Role::table_head);
    for (const Row& row : table.head) block.head.push_back(builder_->row(row, table, style, true));
    builder_->close();
  }
  if (!table.rows.empty()) {
    builder_->open(Role::table_body);
    for (const Row& row : table.rows) block.rows.push_back(builder_->row(row, table, style, false));
    builder_->close();
  }
  builder_->close();
  builder_->add(std::move(block));
}

void Flow::panel(const std::vector<PanelCell>& cells, const PanelStyle& style) {
  if (cells.empty()) return;
  PanelBlock block;
  block.style = style;
  builder_->open(Role::list);
  for (const PanelCell& cell : cells) {
    builder_->open(Role::list_item);
    builder_->open(Role::list_body);
    PanelBlock::CellBlock placed;
    Text value = cell.value;
    if (!cell.target.empty()) {
      value = Text();
      for (Inline part : cell.value.parts()) {
        part.target = cell.target;
        value.add(std::move(part));
      }
    }
    if (!cell.note.empty())
      placed.note = builder_->source(cell.note, style.note, builder_->add_element(Role::paragraph, builder_->parent()));
    placed.note.style = style.note;
    placed.value = builder_->source(value, style.value, builder_->add_element(Role::paragraph, builder_->parent()));
    if (!cell.label.empty()) {
      placed.label =
          builder_->source(cell.label, style.label, builder_->add_element(Role::paragraph, builder_->parent()));
    }
    placed.label.style = style.label;
    block.cells.push_back(std::move(placed));
    builder_->close();
    builder_->close();
  }
  builder_->close();
  builder_->add(std::move(block));
}

void Flow::rule(const RuleStyle& style) { builder_->add(style); }
void Flow::space(Points height) { builder_->add(SpaceBlock{height}); }
void Flow::page_break() { builder_->add(PageBreakBlock{}); }

void Flow::callout(const CalloutStyle& style, const std::function<void()>& content, Role role) {
  builder_->open(role);
  builder_->add(CalloutBegin{style});
  content();
  builder_->add(CalloutEnd{});
  builder_->close();
}

void Flow::group(Role role, const std::function<void()>& content, const std::string& language) {
  builder_->open(role, language);
  content();
  builder_->close();
}

Layout Flow::layout(const PageTemplate& page, FontLibrary& fonts, Diagnostics& remarks) const {
  return lay_out(builder_->composition(), page, fonts, remarks);
}

}  // namespace herald::typeset
