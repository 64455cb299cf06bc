// What the newsletter puts before the text: points, figures, quotations, people, dates. Here it is decided
// which facts are shown, in which order, and in which words; each cites its paragraph.
#pragma once

#include "formats/template/data.hpp"
#include "herald/plugin/exporter.hpp"
#include "plugins/html_newsletter/words.hpp"

namespace herald::plugins::newsletter {

/// One section for the template: an object with the members that its function names, or false where
/// there is nothing to show, so that the section vanishes with its heading.
using Section = herald::templates::Data;

/// `items`: text, cite, cite_link.
Section points_section(const herald::ExportRequest& request, const ShownParagraphs& shown);

/// `rows` with is_pair, has_qualifier and up to three `cells`: qualifier, value, is_long, is_wide, counted, cite,
/// cite_link.
Section figures_section(const herald::ExportRequest& request, const ShownParagraphs& shown);

/// `items`: quotation, speaker, post, cite, cite_link.
Section quotations_section(const herald::ExportRequest& request, const ShownParagraphs& shown);

/// `items`: name, country, post, cite, cite_link.
Section people_section(const herald::ExportRequest& request, const ShownParagraphs& shown);

/// `title`, and `items`: when, what, where, cite, cite_link; in the order of their dates.
Section dates_section(const herald::ExportRequest& request, const ShownParagraphs& shown);

}  // namespace herald::plugins::newsletter
