// The running text of a release as the template's `blocks`: paragraphs, headings, lists, quotations and
// tables, with their marks as markup that is built here and escaped here.
#pragma once

#include <string>
#include <vector>

#include "formats/template/data.hpp"
#include "herald/diagnostics.hpp"
#include "herald/document.hpp"
#include "herald/edges.hpp"

namespace herald::plugins::newsletter {

/// What markup needs besides the text: the colour that links are given, and where remarks go.
struct MarkupContext {
  const std::string& link_color;
  herald::Diagnostics& diagnostics;
};

/// A block's inlines as markup: em, strong, a, br. A link that leads nowhere safe stays as its words, with
/// a remark ("newsletter-link-dropped").
std::string inline_markup(const herald::Block& block, const MarkupContext& context);
std::string inline_markup(const std::vector<herald::Inline>& inlines, const MarkupContext& context);

/// Indices of the blocks of the running text, in order; headings with nothing under them are left out.
std::vector<std::size_t> body_blocks(const herald::Document& document);

/// Those of body_blocks() with which the release opens: its first paragraphs.
std::vector<std::size_t> opening_blocks(const herald::Document& document);

/// The list `blocks` for the template.
herald::templates::Data text_blocks(const herald::Document& document, const std::vector<std::size_t>& blocks,
                                    const MarkupContext& context);

/// Contact or boilerplate: a list of items with `content` and `is_head`.
herald::templates::Data edge_items(const herald::EdgeText& text, const MarkupContext& context);

}  // namespace herald::plugins::newsletter
