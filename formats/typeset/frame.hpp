// What layout hands over: pages of positioned glyph runs, rules and links, and the structure tree
// that says what they mean. This header is all that a writer (formats/pdf) knows of layout, and it
// knows nothing of PDF. Coordinates are in points, y grows downwards from the page's top left corner.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace herald::typeset {

using Points = double;  // 1/72 inch

struct Position {
  Points x = 0;
  Points y = 0;
};

struct Rectangle {
  Points x = 0;
  Points y = 0;
  Points width = 0;
  Points height = 0;
};

/// sRGB, 0 to 255.
struct Color {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  friend bool operator==(Color, Color) = default;
};

/// A font face as found on the machine: opened by formats/typeset/font, one object a face.
class Face;
using FaceRef = std::shared_ptr<const Face>;

/// One shaped glyph. `cluster` is the byte offset in GlyphRun::text of the first character of its
/// cluster; `advance` moves the pen along the run's visual order (left to right), offsets move only
/// this glyph (dx right, dy up).
struct Glyph {
  std::uint32_t id = 0;
  std::uint32_t cluster = 0;
  Points advance = 0;
  Points dx = 0;
  Points dy = 0;
};

/// Where a page item belongs: an element of the structure tree, or nothing (an artifact: rules,
/// backgrounds, running heads, page numbers).
using ElementIndex = std::uint32_t;
inline constexpr ElementIndex artifact = 0xFFFFFFFF;

/// What kind of artifact it is: pagination (running heads, page numbers, a repeated table head) or
/// layout (rules, backgrounds).
enum class ArtifactKind : std::uint8_t { layout, pagination };

/// Glyphs of one face, size, colour and direction on one baseline. `text` is the run's text in
/// logical order (UTF-8); glyphs are in visual order, so that for a right-to-left run clusters
/// descend. A hyphen that line breaking added is a run of its own with `text` empty or U+00AD.
struct GlyphRun {
  FaceRef face;
  Points size = 0;
  Color color;
  std::string text;
  std::string language;  // BCP 47 where it differs from the document's, else empty
  bool right_to_left = false;
  std::vector<Glyph> glyphs;
  Position origin;  // baseline, left end
};

/// A filled rectangle: a background, a rule, a border.
struct FilledRectangle {
  Rectangle area;
  Color color;
  Points corner_radius = 0;
};

/// An area that leads somewhere: an address (`uri`) or a named destination of this layout (`target`).
/// `description` says in words where it leads.
struct Link {
  Rectangle area;
  std::string uri;
  std::string target;
  std::string description;
};

struct PageItem {
  std::variant<GlyphRun, FilledRectangle, Link> content;
  ElementIndex element = artifact;
  ArtifactKind artifact_kind = ArtifactKind::layout;
};

/// Items are in painting order, which is reading order for what is tagged.
struct Page {
  Points width = 0;
  Points height = 0;
  std::vector<PageItem> items;
};

/// Roles of structure elements; names and meaning follow ISO 32000-1, 14.8.4.
enum class Role : std::uint8_t {
  document,
  section,
  heading1,
  heading2,
  heading3,
  paragraph,
  block_quote,
  list,
  list_item,
  list_label,
  list_body,
  table,
  table_head,
  table_body,
  table_row,
  table_header_cell,
  table_data_cell,
  caption,
  figure,
  note,
  span,
  link
};

enum class HeaderScope : std::uint8_t { none, column, row, both };
enum class ListNumbering : std::uint8_t { none, disc, decimal };

/// One structure element. Element 0 is the document; a parent always stands before its children, and
/// children are in reading order.
struct Element {
  Role role = Role::paragraph;
  ElementIndex parent = 0;
  std::string language;          // BCP 47 where it differs from the document's
  std::string alternative_text;  // figures
  std::string actual_text;       // where the glyphs do not say the text
  HeaderScope scope = HeaderScope::none;
  std::uint16_t column_span = 1;
  std::uint16_t row_span = 1;
  ListNumbering numbering = ListNumbering::none;
};

/// A place to jump to: the top of an element on a page.
struct Destination {
  std::string name;
  std::uint32_t page = 0;
  Position position;
};

/// An entry of the outline (bookmarks); `level` from 1, never more than one deeper than the entry before.
struct OutlineEntry {
  std::string title;
  std::uint8_t level = 1;
  std::string target;  // name of a Destination
};

/// A finished layout. Every GlyphRun's face is among the faces that its FaceRefs keep alive.
struct Layout {
  std::string language;  // BCP 47
  std::vector<Page> pages;
  std::vector<Element> elements;
  std::vector<Destination> destinations;
  std::vector<OutlineEntry> outline;
};

}  // namespace herald::typeset
