// What a composition is written against: headings, paragraphs, lists, tables, panels and callouts, one
// after another, each with its style. The flow keeps the structure tree in step (roles, languages,
// reading order), so that a document composed with it is tagged without further thought; measuring,
// line breaking and pagination happen in layout(). Where bytes are written is another room's business.
//
//     herald::typeset::FontLibrary fonts;
//     herald::typeset::Flow flow({.language = "en"});
//     flow.heading(1, "Assembly elects its chair", title_style, {.name = "top"});
//     flow.paragraph(Text("More in the ").link("full report", "https://example.org/report"), body_style);
//     flow.callout(callout_style, [&] { flow.paragraph("Embargoed until noon.", body_style); });
//     herald::Diagnostics remarks;
//     herald::typeset::Layout layout = flow.layout(page_template, fonts, remarks);
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "formats/typeset/font.hpp"
#include "formats/typeset/frame.hpp"
#include "formats/typeset/style.hpp"
#include "herald/diagnostics.hpp"

namespace herald::typeset {

/// `direction` automatic follows the language's script (Arabic, Hebrew, … from right to left); it
/// decides where columns begin and what paragraphs without a strong character do.
struct FlowSettings {
  std::string language = "en";  // BCP 47
  Direction direction = Direction::automatic;
};

/// Makes a block a place to jump to. `outline_title` empty on a heading means the heading's own text;
/// set `in_outline` to keep a heading out of the bookmarks.
struct Anchor {
  std::string name{};  // made up when empty and needed
  std::string outline_title{};
  bool in_outline = true;
};

// --- lists -------------------------------------------------------------------------------------

/// A label hangs in the indent, at the start side; `label` may hold any text ("•", "12", "(a)").
struct ListItem {
  Text label{};
  Text text{};
  std::string anchor{};  // name of a destination at this item, none when empty
  bool keep_with_next = false;
};

struct ListStyle {
  ParagraphStyle body{};
  TextStyle label{};
  Points label_indent = 0;                       // from the start edge to the label
  Points body_indent = 14;                       // from the start edge to the text
  Alignment label_alignment = Alignment::start;  // end: right-align numbers before the text
  Points label_gap = 6;                          // between an end-aligned label and the text
  Points item_spacing = 3;
  ListNumbering numbering = ListNumbering::disc;
  std::uint8_t least_items = 1;  // fewest items left alone at a page's end or top
};

// --- tables ------------------------------------------------------------------------------------

/// How wide a column is: points, a share of what is left, or what its content asks for.
struct Column {
  enum class Sizing : std::uint8_t { automatic, fixed, fraction };
  Sizing sizing = Sizing::automatic;
  double value = 1;  // points when fixed, share when fraction
  Alignment alignment = Alignment::start;

  static Column automatic(Alignment alignment = Alignment::start) { return {Sizing::automatic, 0, alignment}; }
  static Column fixed(Points width, Alignment alignment = Alignment::start) {
    return {Sizing::fixed, width, alignment};
  }
  static Column fraction(double share, Alignment alignment = Alignment::start) {
    return {Sizing::fraction, share, alignment};
  }
};

struct Cell {
  Text text{};
  std::uint16_t column_span = 1;
  std::optional<ParagraphStyle> style{};  // instead of the table's, keeping the column's alignment
  std::string anchor{};
};

using Row = std::vector<Cell>;

struct TableStyle {
  ParagraphStyle head{};
  ParagraphStyle body{};
  Insets padding{.top = 4, .end = 6, .bottom = 4, .start = 6};
  std::optional<Color> head_background{};
  std::optional<Color> stripe{};     // background of every second body row
  std::optional<Color> rule{};       // hairline under each row
  std::optional<Color> head_rule{};  // stronger line under the head
  Points rule_width = 0.5;
  Points head_rule_width = 1;
  Points space_before = 6;
  Points space_after = 10;
};

/// Columns in reading order: a right-to-left flow shows the first at the right. Rows of `head` are
/// repeated on every page that the table reaches. With `row_headers` the first cell of each body row
/// is a header of its row. Short rows are filled up with empty cells, long ones are refused
/// (std::invalid_argument), since content would be lost.
struct Table {
  std::vector<Column> columns{};
  std::vector<Row> head{};
  std::vector<Row> rows{};
  bool row_headers = false;
  Text caption{};  // above the table, not repeated
  ParagraphStyle caption_style{};
};

// --- panels and callouts -------------------------------------------------------------------------

/// A big number and what it counts.
struct PanelCell {
  Text note{};  // above the value: "more than"; where one cell has it, all keep its line free
  Text value{};
  Text label{};
  std::string target{};  // the whole value links to this destination, none when empty
};

/// Equal cells, as many a row as fit in `columns`; the rows are balanced (5 cells over 4 columns are
/// set as 3 and 2).
struct PanelStyle {
  std::size_t columns = 4;
  ParagraphStyle note{};
  ParagraphStyle value{};
  ParagraphStyle label{};
  std::optional<Color> background{};
  std::optional<Color> bar{};  // a line at each cell's start side
  Points bar_width = 2;
  Insets padding{.top = 10, .end = 10, .bottom = 10, .start = 10};
  Points gap = 8;  // between cells and between rows
  Points corner_radius = 0;
  Points space_before = 6;
  Points space_after = 10;
};

/// A background and a bar at the start side behind whole blocks; it goes on over pages.
struct CalloutStyle {
  std::optional<Color> background{};
  std::optional<Color> bar{};
  Points bar_width = 3;
  Insets padding{.top = 8, .end = 12, .bottom = 8, .start = 12};
  Points corner_radius = 0;
  Points space_before = 6;
  Points space_after = 10;
};

struct RuleStyle {
  Color color{};
  Points thickness = 0.5;
  std::optional<Points> width{};  // the whole measure when absent
  Points space_before = 4;
  Points space_after = 4;
};

// --- pages -------------------------------------------------------------------------------------

struct PageSize {
  Points width = 0;
  Points height = 0;
};
inline constexpr PageSize a4{595.276, 841.89};
inline constexpr PageSize letter{612, 792};

struct PageNumber {
  std::uint32_t number = 1;
  std::uint32_t total = 1;
  bool is_first() const noexcept { return number == 1; }
};

/// One line of a running head or foot; what is at the start, in the middle and at the end of it. The
/// parts have styles of their own where they need them. Empty parts show nothing.
struct RunningLine {
  Text start{};
  Text center{};
  Text end{};
  ParagraphStyle style{};
};

struct RunningContent {
  std::vector<RunningLine> lines{};
  std::optional<Color> rule{};  // a hairline between it and the text area
  Points rule_width = 0.5;
  Points rule_gap = 4;
};

/// The text area is the page without its margins; running heads and feet stand in the margins, at
/// `header_distance` below the page's top and `footer_distance` above its bottom edge. They are
/// called once a page, when the number of pages is known, and before that to learn their height: a
/// margin that has no room for them and for `running_gap` gives way, so that they never stand on text.
struct PageTemplate {
  PageSize size = a4;
  Insets margins{.top = 72, .end = 64, .bottom = 72, .start = 64};
  Points header_distance = 34;
  Points footer_distance = 34;
  Points running_gap = 6;
  std::function<RunningContent(PageNumber)> header{};
  std::function<RunningContent(PageNumber)> footer{};
};

// --- the flow ------------------------------------------------------------------------------------

class Flow {
 public:
  explicit Flow(FlowSettings settings);
  ~Flow();
  Flow(const Flow&) = delete;
  Flow& operator=(const Flow&) = delete;
  Flow(Flow&&) noexcept;
  Flow& operator=(Flow&&) noexcept;

  /// A heading of level 1 to 3; it is a destination and, unless its anchor says otherwise, a bookmark.
  /// It is always kept with what follows, and never hyphenated.
  void heading(int level, const Text& text, const ParagraphStyle& style, const Anchor& anchor = {});

  /// A paragraph; `role` may be paragraph, caption, note or block_quote (which gets a paragraph inside).
  void paragraph(const Text& text, const ParagraphStyle& style, Role role = Role::paragraph,
                 const std::string& anchor = {});

  /// Text that is seen but says nothing new, as a decorative label: an artifact.
  void decoration(const Text& text, const ParagraphStyle& style);

  void list(const std::vector<ListItem>& items, const ListStyle& style);
  void table(const Table& table, const TableStyle& style);
  void panel(const std::vector<PanelCell>& cells, const PanelStyle& style);
  void rule(const RuleStyle& style);
  void space(Points height);
  void page_break();

  /// Everything that `content` adds to this flow stands in the callout. `role` section, block_quote or
  /// note gives it an element of its own; `language` is that element's, where it differs.
  void callout(const CalloutStyle& style, const std::function<void()>& content, Role role = Role::section);

  /// Everything that `content` adds becomes a child of one element: a section, a block quotation, a note.
  void group(Role role, const std::function<void()>& content, const std::string& language = {});

  /// Measures and breaks everything into pages. May be called again with another template; the flow
  /// itself does not change. Remarks (missing glyphs, missing hyphenation) go to `remarks`, each once.
  /// Throws herald::Error: font_missing when no installed font has a family that a style names.
  Layout layout(const PageTemplate& page, FontLibrary& fonts, Diagnostics& remarks) const;

 private:
  class Builder;
  std::unique_ptr<Builder> builder_;
};

}  // namespace herald::typeset
