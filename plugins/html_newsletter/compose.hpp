// The data of a newsletter: everything that a template may show, under the names of names.hpp.
#pragma once

#include "formats/template/data.hpp"
#include "herald/plugin/exporter.hpp"
#include "plugins/html_newsletter/style.hpp"

namespace herald::plugins::newsletter {

/// An address that may not be linked is left out, with a remark ("newsletter-link-dropped").
herald::templates::Data compose(const herald::ExportRequest& request, const Style& style,
                                herald::Diagnostics& diagnostics);

}  // namespace herald::plugins::newsletter
