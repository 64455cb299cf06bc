// The theme of a newsletter: what template.toml may set, with its defaults.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "formats/template/theme.hpp"
#include "herald/result.hpp"

namespace herald::plugins::newsletter {

/// Names and checked values of the theme, in the order of the README: {"accent", "#0A6C8E"}, …
using Style = std::vector<std::pair<std::string, std::string>>;

/// Reads every key of the theme. For a right-to-left document `font` is the theme's font_rtl.
/// Refuses with template_invalid, naming file and line, a value that does not fit, and a template of
/// another kind.
herald::Result<Style> read_style(const herald::templates::Theme& theme, bool right_to_left);

}  // namespace herald::plugins::newsletter
