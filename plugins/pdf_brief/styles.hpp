// The looks of a briefing: each kind of paragraph, list and panel once, in proportion to the theme's text
// size. What is set in which of them is decided in compose.cpp and its siblings.
#pragma once

#include <string_view>

#include "formats/typeset/flow.hpp"
#include "plugins/pdf_brief/theme.hpp"

namespace herald::plugins {

enum class PrintSize : std::uint8_t { standard, large };

struct Styles {
  typeset::ParagraphStyle label, title, standfirst, dateline;
  typeset::CalloutStyle embargo;
  typeset::ParagraphStyle embargo_text;
  typeset::ParagraphStyle section_head, text_head;
  typeset::ListStyle points;
  typeset::PanelStyle figures;
  typeset::CalloutStyle quotation;
  typeset::ParagraphStyle quotation_text, quotation_speaker;
  typeset::TableStyle table;
  typeset::ListStyle watch;
  typeset::ListStyle paragraphs, bullets;  // of the full text
  typeset::CalloutStyle set_off;           // a quotation in the full text
  typeset::ParagraphStyle caption, remark, table_line;
  typeset::ParagraphStyle small_head, small_text;  // contact, boilerplate
  typeset::CalloutStyle source;
  typeset::ParagraphStyle source_text;
  typeset::ParagraphStyle running, marking;
  double cite_scale = 0.85;  // of the text that the number of a paragraph stands in
  typeset::RuleStyle head_rule;
  double scale = 1;  // of all sizes, against a text of 10 points
};

/// `title_length` in characters: a title of several lines is set smaller, so that it stays a title.
/// `language` decides between Latin and Arabic families.
Styles make_styles(const Theme& theme, std::string_view language, PrintSize print_size, std::size_t title_length);

}  // namespace herald::plugins
