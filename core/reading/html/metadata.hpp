// What a page says of itself beside its text: Open Graph and Dublin Core in meta elements, schema.org in
// JSON-LD, time elements.
#pragma once

#include "core/reading/draft.hpp"
#include "core/reading/html/tree.hpp"

namespace herald::reading {

struct HtmlMetadata {
  Said title;      // og:title, else the title element's
  Said published;  // ISO 8601, the date alone; "" where the page does not say
};

HtmlMetadata read_html_metadata(const HtmlTree& tree);

}  // namespace herald::reading
