// The look of the workbook, read from the template's template.toml. Every member must be there and every
// key known: a misspelt colour that is silently ignored would be searched for long.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "formats/xlsx/sheet.hpp"
#include "formats/xlsx/style.hpp"
#include "herald/result.hpp"

namespace herald::plugins {

enum class SheetKind : std::uint8_t {
  summary,
  figures,
  people,
  quotations,
  dates,
  events,
  places,
  organisations,
  contacts,
  links,
  text,
  about
};

/// "summary", as in template.toml and as the label of the sheet's name.
std::string_view sheet_key(SheetKind kind) noexcept;

struct Theme {
  std::string font;
  double font_size = 11;
  std::map<std::string, std::string, std::less<>> font_by_language;  // by primary subtag of BCP 47
  xlsx::Colour ink = 0;
  xlsx::Colour head = 0;
  xlsx::Colour head_text = 0;
  xlsx::Colour accent = 0;
  xlsx::Colour muted = 0;
  xlsx::Colour hairline = 0;
  xlsx::Colour stripe = 0;
  xlsx::Paper paper = xlsx::Paper::a4;
  double maximum_width = 60;
  std::vector<SheetKind> sheets;

  /// The font for a document of this language.
  const std::string& font_for(std::string_view language) const;
};

/// Reads template.toml. Fails with template_invalid at "<name>/template.toml:LINE:COLUMN".
Result<Theme> read_theme(std::string_view toml, std::string_view template_name);

}  // namespace herald::plugins
