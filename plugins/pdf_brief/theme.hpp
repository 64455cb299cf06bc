// What a template decides: sections and their order, fonts, sizes, colours. Read once from template.toml and
// turned into the styles that the composition is written with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/typeset/flow.hpp"
#include "herald/diagnostics.hpp"
#include "herald/result.hpp"

namespace herald::plugins {

enum class Section : std::uint8_t { points, figures, watch, quotations, people, dates, text, source };

struct Theme {
  std::vector<Section> sections;
  typeset::Points margin_side = 62;
  typeset::Points margin_top = 74;
  typeset::Points margin_bottom = 70;
  std::size_t figure_columns = 4;
  std::size_t most_points = 6;
  std::size_t most_figures = 8;
  std::size_t most_quotations = 6;
  std::size_t most_dates = 12;
  std::string heads_family, text_family, arabic_heads_family, arabic_text_family;
  typeset::Points text_size = 10;
  typeset::Alignment alignment = typeset::Alignment::start;
  typeset::Hyphenation hyphenation = typeset::Hyphenation::on;
  typeset::Color text, heads, accent, muted, hairline, panel;
};

/// Refuses with template_invalid, naming file, line and column. Unknown keys are remarked on.
Result<Theme> read_theme(std::string_view toml, const std::string& file_name, Diagnostics& diagnostics);

}  // namespace herald::plugins
