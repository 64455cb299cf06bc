// See styles.hpp. Sizes are given for a running text of 10 points and scaled together. Distances follow a
// half line of 7.5 points, so that neighbouring blocks keep one rhythm.
#include "plugins/pdf_brief/styles.hpp"

#include <algorithm>

#include "herald/document.hpp"

namespace herald::plugins {

using typeset::Alignment;
using typeset::ParagraphStyle;
using typeset::Points;
using typeset::Weight;

namespace {

// Large print in the United Kingdom begins at 16 points (National Archives, UKAAF G003).
constexpr Points large_print_size = 16;

/// The title's size by its length, so that it keeps to some two lines of A4.
Points title_size(std::size_t length) {
  if (length <= 64) return 22;
  if (length <= 120) return 19;
  if (length <= 200) return 16;
  return 12.5;
}

class StyleMaker {
 public:
  StyleMaker(const Theme& theme, bool right_to_left, double scale, Points smallest)
      : theme_(theme), right_to_left_(right_to_left), scale_(scale), smallest_(smallest) {}

  /// Naskh letters are small in their body: they need more size and more room between lines.
  ParagraphStyle text(Points size, Points leading, typeset::Color color) const {
    return style(right_to_left_ ? theme_.arabic_text_family : theme_.text_family, size * (right_to_left_ ? 1.2 : 1),
                 leading * (right_to_left_ ? 1.2 : 1), color);
  }

  ParagraphStyle heads(Points size, Points leading, typeset::Color color, Weight weight = Weight::regular) const {
    ParagraphStyle made = style(right_to_left_ ? theme_.arabic_heads_family : theme_.heads_family, size,
                                leading * (right_to_left_ ? 1.15 : 1), color);
    made.text.weight = weight;
    return made;
  }

  Points points(double value) const { return value * scale_; }

 private:
  ParagraphStyle style(const std::string& family, Points size, Points leading, typeset::Color color) const {
    ParagraphStyle made;
    made.text.family = family;
    made.text.size = std::max(smallest_, points(size));
    made.text.color = color;
    // Letters that are held at the smallest size keep the room that they would have had between lines.
    made.leading = points(leading) * made.text.size / points(size);
    // A line that begins with a Latin name is still one of an Arabic document.
    if (right_to_left_) made.direction = typeset::Direction::right_to_left;
    return made;
  }

  const Theme& theme_;
  bool right_to_left_;
  double scale_;
  Points smallest_;  // no letters below it; 0 for as small as the design has them
};

void make_head(Styles& styles, const Theme& theme, const StyleMaker& make, std::size_t title_length) {
  styles.label = make.heads(8.5, 12, theme.accent, Weight::bold);
  styles.label.keep_with_next = true;
  const Points size = title_size(title_length);
  styles.title = make.heads(size, size * 1.25, theme.heads, Weight::bold);
  styles.title.space_before = make.points(5);
  styles.standfirst = make.heads(12, 17.5, theme.muted);
  styles.standfirst.space_before = make.points(7);
  styles.dateline = make.heads(9, 13, theme.muted);
  styles.dateline.space_before = make.points(9);
  styles.embargo.background = theme.heads;
  styles.embargo.padding = {
      .top = make.points(6), .end = make.points(12), .bottom = make.points(7), .start = make.points(12)};
  styles.embargo.space_after = make.points(12);
  styles.embargo_text = make.heads(11, 15, {0xFF, 0xFF, 0xFF}, Weight::bold);
  styles.head_rule = {.color = theme.hairline,
                      .thickness = 0.75,
                      .width = std::nullopt,
                      .space_before = make.points(9),
                      .space_after = make.points(4)};
}

void make_sections(Styles& styles, const Theme& theme, const StyleMaker& make) {
  styles.section_head = make.heads(12.5, 16, theme.heads, Weight::bold);
  styles.section_head.space_before = make.points(18);
  styles.section_head.space_after = make.points(6);
  styles.section_head.keep_with_next = true;

  styles.points.body = make.heads(10.5, 15.5, theme.text);
  styles.points.body.keep_together = true;
  styles.points.label = make.heads(10.5, 15.5, theme.accent, Weight::bold).text;
  styles.points.label_alignment = Alignment::end;
  styles.points.body_indent = make.points(20);
  styles.points.label_gap = make.points(8);
  styles.points.item_spacing = make.points(5);
  styles.points.least_items = 2;
  styles.points.numbering = typeset::ListNumbering::decimal;

  styles.watch = styles.points;
  styles.watch.numbering = typeset::ListNumbering::disc;
  styles.watch.body = make.heads(10, 14.5, theme.text);

  styles.figures.columns = theme.figure_columns;
  styles.figures.value = make.heads(17, 19, theme.accent, Weight::bold);
  styles.figures.note = make.heads(8.5, 11, theme.muted);
  styles.figures.label = make.heads(8.5, 12, theme.muted);
  styles.figures.label.space_before = make.points(2);
  styles.figures.background = theme.panel;
  styles.figures.bar = theme.accent;
  styles.figures.bar_width = make.points(2);
  styles.figures.corner_radius = 0;

  styles.quotation.bar = theme.accent;
  styles.quotation.bar_width = make.points(2.5);
  styles.quotation.padding = {
      .top = make.points(2), .end = make.points(12), .bottom = make.points(2), .start = make.points(13)};
  styles.quotation.space_before = make.points(8);
  styles.quotation.space_after = make.points(8);
  styles.quotation_text = make.text(11, 16.5, theme.text);
  styles.quotation_text.hyphenation = theme.hyphenation;
  styles.quotation_text.keep_with_next = true;
  styles.quotation_speaker = make.heads(9, 13, theme.muted);
  styles.quotation_speaker.space_before = make.points(3);

  styles.table.head = make.heads(8.5, 12, theme.muted, Weight::bold);
  styles.table.body = make.heads(9.5, 13.5, theme.text);
  styles.table.rule = theme.hairline;
  styles.table.head_rule = theme.heads;
  styles.table.padding = {.top = make.points(4), .end = make.points(8), .bottom = make.points(4), .start = 0};
}

void make_text(Styles& styles, const Theme& theme, const StyleMaker& make) {
  styles.text_head = make.heads(10.5, 14, theme.heads, Weight::bold);
  styles.text_head.space_before = make.points(12);
  styles.text_head.space_after = make.points(4);
  styles.text_head.start_indent = make.points(26);
  styles.text_head.keep_with_next = true;

  styles.paragraphs.body = make.text(10, 15, theme.text);
  styles.paragraphs.body.alignment = theme.alignment;
  styles.paragraphs.body.hyphenation = theme.hyphenation;
  styles.paragraphs.body.space_before = make.points(6.5);
  styles.paragraphs.label = make.heads(8, 15, theme.muted).text;
  styles.paragraphs.label.figures = typeset::Figures::tabular;
  styles.paragraphs.label_alignment = Alignment::end;
  styles.paragraphs.body_indent = make.points(26);
  styles.paragraphs.label_gap = make.points(10);
  styles.paragraphs.item_spacing = make.points(6.5);
  styles.paragraphs.numbering = typeset::ListNumbering::decimal;

  styles.bullets = styles.paragraphs;
  styles.bullets.label = styles.paragraphs.body.text;
  styles.bullets.label.color = theme.accent;
  // The bullet's end, 9 points before the text: what stands before the bullet hangs in the margin.
  styles.bullets.label_gap = make.points(9);
  styles.bullets.body_indent = make.points(40);
  styles.bullets.least_items = 2;
  styles.bullets.item_spacing = make.points(3);
  styles.bullets.body.space_before = make.points(3);
  styles.bullets.numbering = typeset::ListNumbering::disc;

  styles.set_off.bar = theme.hairline;
  styles.set_off.bar_width = make.points(2);
  styles.set_off.padding = {
      .top = make.points(1), .end = make.points(10), .bottom = make.points(1), .start = make.points(6)};
  styles.set_off.space_before = make.points(6);
  styles.set_off.space_after = make.points(6);

  styles.caption = make.heads(8.5, 12, theme.muted);
  styles.caption.start_indent = make.points(26);
  styles.caption.space_before = make.points(4);
  styles.caption.space_after = make.points(4);
  styles.remark = styles.caption;
  styles.table_line = make.heads(9, 13, theme.text);
  styles.table_line.start_indent = make.points(26);
  styles.small_head = make.heads(9, 13, theme.heads, Weight::bold);
  styles.small_head.space_before = make.points(12);
  styles.small_head.space_after = make.points(2);
  styles.small_head.keep_with_next = true;
  styles.small_text = make.heads(8.5, 12.5, theme.muted);
  styles.small_text.space_after = make.points(3);
}

void make_edges(Styles& styles, const Theme& theme, const StyleMaker& make) {
  styles.source.background = theme.panel;
  styles.source.padding = {
      .top = make.points(9), .end = make.points(12), .bottom = make.points(9), .start = make.points(12)};
  styles.source.space_before = make.points(20);
  styles.source_text = make.heads(8, 12, theme.muted);
}

/// Running heads and feet, which no smallest size holds up: nobody needs them to read the briefing.
void make_running(Styles& styles, const Theme& theme, const StyleMaker& make) {
  styles.running = make.heads(8, 12, theme.muted);
  // Never scaled below the 12 points that TLP 2.0 asks for.
  styles.marking = make.heads(12, 14, theme.heads, Weight::bold);
  styles.marking.text.size = std::max<Points>(12, styles.marking.text.size);
  styles.marking.leading = std::max<Points>(14, styles.marking.leading);
}

}  // namespace

Styles make_styles(const Theme& theme, std::string_view language, PrintSize print_size, std::size_t title_length) {
  const bool right_to_left = text_direction(language) == "rtl";
  const bool large = print_size == PrintSize::large;
  const Points size = large ? std::max(large_print_size, theme.text_size) : theme.text_size;
  Styles styles;
  styles.scale = size / 10;
  const StyleMaker make(theme, right_to_left, styles.scale, large ? large_print_size : 0);
  make_head(styles, theme, make, title_length);
  make_sections(styles, theme, make);
  make_text(styles, theme, make);
  make_edges(styles, theme, make);
  make_running(styles, theme, StyleMaker(theme, right_to_left, styles.scale, 0));
  if (large) styles.cite_scale = 1;
  // Fewer and wider cells where letters are large.
  if (styles.scale > 1.3) styles.figures.columns = std::max<std::size_t>(1, theme.figure_columns / 2);
  return styles;
}

}  // namespace herald::plugins
