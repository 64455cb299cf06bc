// Keeps text from being read as markup: CommonMark 0.31, sections 2.4 (backslash escapes), 4 (what
// the start of a line can mean) and 6 (inlines), with GitHub's tables, strikethrough and mathematics.
#pragma once

#include <string>
#include <string_view>

namespace herald_markdown {

/// Text inside a line: what would mark emphasis, code, links or HTML is escaped, nothing else, so that
/// the source stays readable.
std::string escape_inline(std::string_view text);

/// Text at the start of a line, already escaped for inside: "1. May", "- 5", "# 3" begin no list and
/// no heading.
std::string escape_line_start(std::string text);

/// Text for a table's cell, already escaped for inside.
std::string escape_cell(std::string_view text);

/// The address of a link as it stands between the brackets; "" for one that must not be a link, such
/// as javascript:.
std::string link_target(std::string_view target);

/// A text as a double-quoted YAML scalar (YAML 1.2, section 7.3.1).
std::string yaml_text(std::string_view text);

}  // namespace herald_markdown
