// Holds a template against the names that it may use and against the places where each kind of value is
// safe: escaping alone does not make a text a safe address, style or script.
#pragma once

#include <string_view>
#include <vector>

#include "formats/template/names.hpp"
#include "formats/template/pieces.hpp"
#include "herald/diagnostics.hpp"
#include "herald/result.hpp"

namespace herald::templates {

/// Refuses with template_invalid, naming file and line, a value where its kind may not stand and a section
/// that begins and ends in different places of the markup. A name that there is not is a warning
/// ("template-unknown-name") with the nearest one as hint: it shows nothing.
Result<void> check(const std::vector<Piece>& pieces, const Names& names, std::string_view folder,
                   Diagnostics& diagnostics);

}  // namespace herald::templates
