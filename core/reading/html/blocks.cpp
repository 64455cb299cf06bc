// One walk down the tree. Inline elements add to the open block, all others close it and open their own.
#include "core/reading/html/blocks.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/language/text.hpp"

namespace herald::reading {
namespace {

bool is_inline(const GumboNode& node) {
  static constexpr std::array tags = {
      GUMBO_TAG_A,      GUMBO_TAG_ABBR,    GUMBO_TAG_B,      GUMBO_TAG_BDI,  GUMBO_TAG_BDO,  GUMBO_TAG_BIG,
      GUMBO_TAG_CITE,   GUMBO_TAG_CODE,    GUMBO_TAG_DATA,   GUMBO_TAG_DEL,  GUMBO_TAG_DFN,  GUMBO_TAG_EM,
      GUMBO_TAG_FONT,   GUMBO_TAG_I,       GUMBO_TAG_INS,    GUMBO_TAG_KBD,  GUMBO_TAG_MARK, GUMBO_TAG_Q,
      GUMBO_TAG_S,      GUMBO_TAG_SAMP,    GUMBO_TAG_SMALL,  GUMBO_TAG_SPAN, GUMBO_TAG_SUB,  GUMBO_TAG_SUP,
      GUMBO_TAG_TIME,   GUMBO_TAG_TT,      GUMBO_TAG_U,      GUMBO_TAG_VAR,  GUMBO_TAG_WBR,  GUMBO_TAG_LABEL,
      GUMBO_TAG_STRONG, GUMBO_TAG_ACRONYM, GUMBO_TAG_STRIKE, GUMBO_TAG_NOBR};
  return node.type == GUMBO_NODE_ELEMENT && std::find(tags.begin(), tags.end(), node.v.element.tag) != tags.end();
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

class Walker {
 public:
  explicit Walker(const HtmlContent& content) : content_(content) {}

  std::vector<HtmlBlock> run(const GumboNode& body) {
    state_.in_main = &body == &content_.main();
    walk_children(body);
    flush();
    return std::move(blocks_);
  }

 private:
  /// What an element means for the text below it.
  struct State {
    HtmlKind kind = HtmlKind::paragraph;
    std::uint8_t level = 0;
    bool ordered = false;
    bool chrome = false;
    bool in_main = false;
    bool preformatted = false;
    std::uint32_t list = 0;
  };

  void walk_children(const GumboNode& node) {
    const GumboVector& children = children_of(node);
    for (unsigned i = 0; i < children.length; ++i) walk(child(children, i));
  }

  void walk(const GumboNode& node) {
    switch (node.type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE:
        return add_text(node);
      case GUMBO_NODE_ELEMENT:
        return walk_element(node);
      default:
        return;
    }
  }

  void walk_element(const GumboNode& node) {
    const HtmlPart part = content_.part_of(node);
    if (part == HtmlPart::hidden) return;
    const GumboTag tag = node.v.element.tag;
    if (tag == GUMBO_TAG_BR) return add_break();
    if (tag == GUMBO_TAG_IMG) return add_picture(node);
    const State before = state_;
    state_.in_main = state_.in_main || &node == &content_.main();
    if (in_row_ && !is_inline(node)) {
      add_space(' ');
      walk_children(node);
      add_space(' ');
      state_ = before;
      return;
    }
    if (is_inline(node) && part == HtmlPart::content) {
      walk_inline(node);
      state_ = before;
      return;
    }
    flush();
    state_.chrome = state_.chrome || part == HtmlPart::chrome;
    enter(tag);
    if (tag == GUMBO_TAG_TR)
      walk_row(node);
    else
      walk_children(node);
    flush();
    state_ = before;
  }

  void enter(GumboTag tag) {
    constexpr std::uint8_t deepest_list = 9;
    switch (tag) {
      case GUMBO_TAG_H1:
      case GUMBO_TAG_H2:
      case GUMBO_TAG_H3:
      case GUMBO_TAG_H4:
      case GUMBO_TAG_H5:
      case GUMBO_TAG_H6:
        state_.kind = HtmlKind::heading;
        state_.level = static_cast<std::uint8_t>(tag - GUMBO_TAG_H1 + 1);
        break;
      case GUMBO_TAG_UL:
      case GUMBO_TAG_OL:
        state_.ordered = tag == GUMBO_TAG_OL;
        if (state_.kind != HtmlKind::list_item || state_.list == 0) state_.list = ++lists_;
        state_.level = state_.kind == HtmlKind::list_item
                           ? static_cast<std::uint8_t>(std::min<int>(state_.level + 1, deepest_list))
                           : std::uint8_t{1};
        break;
      case GUMBO_TAG_LI:
        state_.kind = HtmlKind::list_item;
        state_.level = std::max<std::uint8_t>(state_.level, 1);
        break;
      case GUMBO_TAG_BLOCKQUOTE:
        state_.kind = HtmlKind::quote;
        state_.list = ++lists_;
        break;
      case GUMBO_TAG_TABLE:
        state_.list = ++lists_;
        break;
      case GUMBO_TAG_FIGCAPTION:
        state_.kind = HtmlKind::caption;
        break;
      case GUMBO_TAG_PRE:
        state_.preformatted = true;
        break;
      default:
        break;
    }
  }

  /// A row of data is one block with a run a cell; a row that lays out the page is what stands in it.
  void walk_row(const GumboNode& row) {
    const GumboVector& cells = children_of(row);
    std::size_t count = 0;
    bool plain = true;
    for (unsigned i = 0; i < cells.length; ++i) {
      const GumboNode& cell = child(cells, i);
      if (!is_element(cell, GUMBO_TAG_TD) && !is_element(cell, GUMBO_TAG_TH)) continue;
      ++count;
      plain = plain && has_one_paragraph(cell);
    }
    if (count < 2 || !plain) return walk_children(row);
    state_.kind = HtmlKind::table_row;
    for (unsigned i = 0; i < cells.length; ++i) {
      add_space(' ');
      const auto begin = static_cast<std::uint32_t>(open_.text.size());
      in_row_ = true;
      walk_children(child(cells, i));
      in_row_ = false;
      trim_end();
      const auto end = static_cast<std::uint32_t>(open_.text.size());
      if (end > begin) cell_runs_.push_back({InlineKind::text, {}, begin, end});
    }
  }

  static bool has_one_paragraph(const GumboNode& cell) {
    const GumboVector& parts = children_of(cell);
    std::size_t blocks = 0;
    for (unsigned i = 0; i < parts.length; ++i) {
      const GumboNode& part = child(parts, i);
      if (part.type != GUMBO_NODE_ELEMENT || is_inline(part)) continue;
      if (!is_element(part, GUMBO_TAG_P) && !is_element(part, GUMBO_TAG_BR)) return false;
      ++blocks;
    }
    return blocks <= 2;
  }

  void walk_inline(const GumboNode& node) {
    const auto begin = static_cast<std::uint32_t>(open_.text.size());
    const std::size_t blocks = blocks_.size();
    walk_children(node);
    const auto end = static_cast<std::uint32_t>(open_.text.size());
    // A block inside an inline element has closed the one that was open.
    if (blocks_.size() != blocks || end <= begin) return;
    const GumboTag tag = node.v.element.tag;
    if (tag == GUMBO_TAG_A) {
      open_.linked += end - begin;
      const std::string_view target = attribute(node, "href");
      if (!target.empty() && target.front() != '#') add_run(InlineKind::link, std::string(target), begin, end);
    } else if (tag == GUMBO_TAG_STRONG || tag == GUMBO_TAG_B) {
      add_run(InlineKind::strong, {}, begin, end);
    } else if (tag == GUMBO_TAG_EM || tag == GUMBO_TAG_I) {
      add_run(InlineKind::emphasis, {}, begin, end);
    }
  }

  /// Runs do not nest in the model: the outer one, which ends later, gives way.
  void add_run(InlineKind kind, std::string target, std::uint32_t begin, std::uint32_t end) {
    if (!open_.runs.empty() && open_.runs.back().end > begin) return;
    while (begin < end && is_blank(open_.text[begin])) ++begin;
    while (end > begin && is_blank(open_.text[end - 1])) --end;
    if (begin < end) open_.runs.push_back({kind, std::move(target), begin, end});
  }

  void begin(const State& state, const GumboNode& element) {
    open_state_ = state;
    open_.element = &element;
  }

  void add_text(const GumboNode& node) {
    const std::string_view text = node.v.text.text;
    for (std::size_t at = 0; at < text.size();) {
      const char c = text[at];
      if (is_blank(c)) {
        add_space(state_.preformatted && c == '\n' ? '\n' : ' ');
        ++at;
      } else {
        const std::size_t end = std::min(text.find_first_of(" \t\r\n\f", at), text.size());
        if (open_.text.empty()) begin(state_, *node.parent);
        open_.text.append(text.substr(at, end - at));
        at = end;
      }
    }
  }

  /// A space, unless one stands there already: a line end outweighs it.
  void add_space(char space) {
    if (open_.text.empty()) return;
    if (!is_blank(open_.text.back()))
      open_.text += space;
    else if (space == '\n')
      open_.text.back() = '\n';
  }

  /// One break ends a line, two part paragraphs.
  void add_break() {
    if (in_row_) return add_space(' ');
    // Short lines with breaks are lines of their own: a date, an address, a list without its marks.
    constexpr std::size_t shortest_wrapped_line = 60;
    const bool again = !open_.text.empty() && open_.text.back() == '\n';
    const std::size_t last_line = open_.text.size() - (open_.text.rfind('\n') + 1);
    const bool parts = state_.kind == HtmlKind::paragraph && (again || last_line < shortest_wrapped_line);
    if (parts) return flush();
    add_space('\n');
  }

  void add_picture(const GumboNode& node) {
    if (!state_.in_main || state_.chrome) return;
    std::string_view name = attribute(node, "src");
    name = name.substr(0, name.find_first_of("?#"));
    name = name.substr(name.rfind('/') + 1);
    if (name.find('.') == std::string_view::npos || name.find(' ') != std::string_view::npos) return;
    flush();
    open_.text = name;
    begin(state_, node);
    open_state_.kind = HtmlKind::image;
    flush();
  }

  void trim_end() {
    while (!open_.text.empty() && is_blank(open_.text.back())) open_.text.pop_back();
  }

  void flush() {
    trim_end();
    // No-break spaces alone hold an empty paragraph open.
    if (!language::trim(open_.text).empty()) {
      open_.kind = open_state_.kind;
      open_.level = open_state_.level;
      open_.ordered = open_state_.ordered;
      open_.chrome = open_state_.chrome;
      open_.in_main = open_state_.in_main;
      open_.list = open_state_.list;
      if (open_.kind == HtmlKind::table_row) open_.runs = cell_runs_;
      blocks_.push_back(std::move(open_));
    }
    open_ = {};
    cell_runs_.clear();
  }

  const HtmlContent& content_;
  std::vector<HtmlBlock> blocks_;
  HtmlBlock open_;
  State state_;
  State open_state_;  // where the open block began
  bool in_row_ = false;
  std::vector<Run> cell_runs_;
  std::uint32_t lists_ = 0;
};

}  // namespace

std::vector<HtmlBlock> html_blocks(const HtmlContent& content, const GumboNode& body) {
  return Walker(content).run(body);
}

}  // namespace herald::reading
