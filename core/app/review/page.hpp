// What an editor opens to check a release: its text with every fact in its place, a legend, the facts by kind with
// their rules, and what was rejected. One HTML file that needs nothing else and runs nothing.
#pragma once

#include <string>
#include <string_view>

#include "core/app/review/findings.hpp"

namespace herald::app::review {

/// A whole HTML document in UTF-8; its size grows with the release's and with the number of facts.
std::string review_page(const Review& review);

/// Its style sheet.
std::string_view page_style();

}  // namespace herald::app::review
