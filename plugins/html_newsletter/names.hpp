// The names that a newsletter's template may use: the list that templates/newsletter's README explains
// and that templates are checked against. compose.cpp sets exactly these.
#pragma once

#include "formats/template/names.hpp"
#include "herald/presentation.hpp"

namespace herald::plugins::newsletter {

/// All names, and "labels.X" for each label X of [newsletter].
herald::templates::Names newsletter_names(const herald::Labels& labels);

}  // namespace herald::plugins::newsletter
