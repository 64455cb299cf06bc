// One walk down the tree. Inline elements add to the open block, all others close it and open their own.
#include "core/reading/html/blocks.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

#include "core/language/text.hpp"

namespace herald::reading {
namespace {

bool is_inline(const GumboNode& node) {
  static constexpr std::array tags = {
      GUMBO_TAG_A,    GUMBO_TAG_ABBR, GUMBO_TAG_B,    GUMBO_TAG_BDI,   GUMBO_TAG_BDO,    GUMBO_TAG_BIG,  GUMBO_TAG_CITE,
      GUMBO_TAG_CODE, GUMBO_TAG_DATA, GUMBO_TAG_DEL,  GUMBO_TAG_DFN,   GUMBO_TAG_EM,     GUMBO_TAG_FONT, GUMBO_TAG_I,
      GUMBO_TAG_INS,  GUMBO_TAG_KBD,  GUMBO_TAG_MARK, GUMBO_TAG_Q,     GUMBO_TAG_S,      GUMBO_TAG_SAMP, GUMBO_TAG_SMALL,
      GUMBO_TAG_SPAN, GUMBO_TAG_SUB,  GUMBO_TAG_SUP,  GUMBO_TAG_TIME,  GUMBO_TAG_TT,     GUMBO_TAG_U,    GUMBO_TAG_VAR,
      GUMBO_TAG_WBR,  GUMBO_TAG_LABEL, GUMBO_TAG_STRONG, GUMBO_TAG_ACRONYM, GUMBO_TAG_STRIKE, GUMBO_TAG_NOBR};
  return node.type == GUMBO_NODE_ELEMENT &&
         std::find(tags.begin(), tags.end(), node.v.element.tag) != tags.end();
}

/// Length of the character reference at the front ("&eacute;", "&#233;", "&amp" without its semicolon).
std::size_t reference_length(std::string_view source) {
  std::size_t end = 1;
  if (end < source.size() && source[end] == '#') ++end;
  while (end < source.size() && end < 40 && std::isalnum(static_cast<unsigned char>(source[end])) != 0) ++end;
  if (end < source.size() && source[end] == ';') ++end;
  return end;
}

class Walker {
 public:
  Walker(const HtmlTree& tree, const HtmlContent& content) : tree_(tree), content_(content) {}

  std::vector<HtmlBlock> run(const GumboNode& body) {
    walk_children(body);
    flush();
    std::stable_sort(blocks_.begin(), blocks_.end(), [](const HtmlBlock& a, const HtmlBlock& b) {
      return a.text.source_begin(0) < b.text.source_begin(0);
    });
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
    if (tag == GUMBO_TAG_BR) return add_break(node);
    if (tag == GUMBO_TAG_IMG) return add_picture(node);
    const State before = state_;
    state_.in_main = state_.in_main || &node == &content_.main();
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
        if (list_depth_ == 0 || state_.list == 0) state_.list = ++lists_;
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
      const auto begin = static_cast<std::uint32_t>(open_.text.text().size());
      if (begin > 0) add_space(child(cells, i));
      const auto from = static_cast<std::uint32_t>(open_.text.text().size());
      in_row_ = true;
      walk_children(child(cells, i));
      in_row_ = false;
      open_.text.trim_end();
      const auto to = static_cast<std::uint32_t>(open_.text.text().size());
      if (to > from) cell_runs_.push_back({InlineKind::text, {}, from, to});
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
    const auto begin = static_cast<std::uint32_t>(open_.text.text().size());
    const std::size_t blocks = blocks_.size();
    walk_children(node);
    const auto end = static_cast<std::uint32_t>(open_.text.text().size());
    // A block inside an inline element has closed the one that was open.
    if (blocks_.size() != blocks || end <= begin) return;
    const GumboTag tag = node.v.element.tag;
    if (tag == GUMBO_TAG_A) {
      open_.linked += end - begin;
      const std::string_view target = attribute(node, "href");
      if (!target.empty() && target.front() != '#') add_run(InlineKind::link, std::string(target), begin, end);
    } else if (tag == GUMBO_TAG_STRONG || tag == GUMBO_TAG_B) {
      open_.emphasised += end - begin;
      add_run(InlineKind::strong, {}, begin, end);
    } else if (tag == GUMBO_TAG_EM || tag == GUMBO_TAG_I) {
      add_run(InlineKind::emphasis, {}, begin, end);
    }
  }

  /// Runs do not nest in the model: the outer one, which ends later, gives way.
  void add_run(InlineKind kind, std::string target, std::uint32_t begin, std::uint32_t end) {
    if (!open_.runs.empty() && open_.runs.back().end > begin) return;
    const std::string& text = open_.text.text();
    while (begin < end && text[begin] == ' ') ++begin;
    while (end > begin && text[end - 1] == ' ') --end;
    if (begin < end) open_.runs.push_back({kind, std::move(target), begin, end});
  }

  /// The text of a node, white space folded; what the source writes as a reference stands for the whole of it.
  void add_text(const GumboNode& node) {
    const Span span = tree_.span_of(node.v.text.original_text);
    if (span.empty() || (!open_.text.empty() && span.begin < last_)) return;
    const std::string_view source = tree_.source();
    const char* decoded = node.v.text.text;
    std::uint32_t at = span.begin;
    while (at < span.end) {
      const auto reference = static_cast<std::uint32_t>(
          std::min<std::size_t>(source.find('&', at), span.end));
      if (reference > at) {
        open_.text.append_source(source, {at, reference});
        decoded += std::min<std::size_t>(reference - at, std::strlen(decoded));
        at = reference;
      }
      if (at >= span.end) break;
      const auto length = static_cast<std::uint32_t>(
          std::min<std::size_t>(reference_length(source.substr(at, span.end - at)), span.end - at));
      if (*decoded == '&' && (length < 4 || source.substr(at, 4) != "&amp") && source.substr(at, 4) != "&#38") {
        open_.text.append_source(source, {at, at + 1});  // an ampersand that begins no reference
        ++decoded;
        ++at;
        continue;
      }
      const std::string_view rest(decoded);
      if (rest.empty()) break;
      const std::size_t bytes = language::code_point_at(rest, 0).length;
      add_character(rest.substr(0, bytes), {at, at + length});
      decoded += bytes;
      at += length;
    }
    last_ = span.end;
    state_of_text_ = state_;
    if (open_state_taken_) return;
    open_state_ = state_;
    open_state_taken_ = !open_.text.empty();
  }

  void add_character(std::string_view character, Span origin) {
    const bool space = language::is_space(language::code_point_at(character, 0).value);
    if (space && (open_.text.empty() || open_.text.text().back() == ' ')) return;
    open_.text.append_replacement(space ? " " : character, origin);
  }

  void add_space(const GumboNode& node) {
    if (open_.text.empty() || open_.text.text().back() == ' ') return;
    const Span tag = tree_.span_of(node.v.element.original_tag);
    if (!tag.empty() && tag.begin >= last_) open_.text.append_replacement(" ", tag);
  }

  /// One break is a space to a reader of sentences; two part paragraphs.
  void add_break(const GumboNode& node) {
    if (in_row_) return add_space(node);
    const Span tag = tree_.span_of(node.v.element.original_tag);
    const bool again = last_break_ != 0 && !tag.empty() &&
                       language::trim(tree_.source().substr(last_break_, tag.begin - last_break_)).empty();
    last_break_ = tag.end;
    if (again) return flush();
    // Short lines with breaks are lines: an address, a list without its marks.
    constexpr std::size_t shortest_wrapped_line = 60;
    if (open_.text.text().size() < shortest_wrapped_line) return flush();
    add_space(node);
  }

  void add_picture(const GumboNode& node) {
    if (!state_.in_main || state_.chrome) return;
    std::string_view name = attribute(node, "src");
    name = name.substr(0, name.find_first_of("?#"));
    name = name.substr(name.rfind('/') + 1);
    const Span tag = tree_.span_of(node.v.element.original_tag);
    if (name.empty() || tag.empty() || name.find('.') == std::string_view::npos) return;
    flush();
    open_.text.append_replacement(std::string(name), tag);
    open_state_ = state_;
    open_state_.kind = HtmlKind::image;
    open_state_taken_ = true;
    last_ = tag.end;
    flush();
  }

  void flush() {
    open_.text.trim_end();
    if (!language::trim(open_.text.text()).empty()) {
      const State& state = open_state_taken_ ? open_state_ : state_;
      open_.kind = state.kind;
      open_.level = state.level;
      open_.ordered = state.ordered;
      open_.chrome = state.chrome;
      open_.in_main = state.in_main;
      open_.list = state.list;
      if (open_.kind == HtmlKind::table_row) open_.runs = cell_runs_;
      blocks_.push_back(std::move(open_));
    }
    open_ = {};
    cell_runs_.clear();
    open_state_taken_ = false;
    last_break_ = 0;
  }

  const HtmlTree& tree_;
  const HtmlContent& content_;
  std::vector<HtmlBlock> blocks_;
  HtmlBlock open_;
  State state_;
  State open_state_;
  State state_of_text_;
  bool open_state_taken_ = false;
  bool in_row_ = false;
  std::vector<Run> cell_runs_;
  std::uint32_t last_ = 0;        // end of the last text in the source
  std::uint32_t last_break_ = 0;  // end of the last <br>
  std::uint32_t lists_ = 0;
  std::uint32_t list_depth_ = 0;
};

}  // namespace

std::vector<HtmlBlock> html_blocks(const HtmlTree& tree, const HtmlContent& content, const GumboNode& body) {
  return Walker(tree, content).run(body);
}

}  // namespace herald::reading
