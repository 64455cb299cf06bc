// Keys, defaults and ranges of the newsletter's theme.
#include "plugins/html_newsletter/style.hpp"

#include <array>
#include <string_view>

namespace herald::plugins::newsletter {
namespace {

struct Color {
  std::string_view name;
  std::string_view fallback;
};

// The house palette, and its counterpart on a dark ground. Each text colour keeps a contrast of 4.5:1
// (WCAG 2.2, 1.4.3) on both backgrounds that it stands on.
constexpr std::array<Color, 18> colors = {{{"page", "#F2F5F8"},
                                           {"card", "#FFFFFF"},
                                           {"panel", "#F2F5F8"},
                                           {"band", "#14304F"},
                                           {"on_band", "#FFFFFF"},
                                           {"ink", "#1B2430"},
                                           {"title", "#14304F"},
                                           {"accent", "#0A6C8E"},
                                           {"muted", "#566173"},
                                           {"hairline", "#D3DAE2"},
                                           {"dark_page", "#0F151C"},
                                           {"dark_card", "#18212B"},
                                           {"dark_panel", "#212C38"},
                                           {"dark_ink", "#E3E8EE"},
                                           {"dark_title", "#FFFFFF"},
                                           {"dark_accent", "#6FC4E2"},
                                           {"dark_muted", "#A7B3C1"},
                                           {"dark_hairline", "#35424F"}}};

constexpr std::string_view default_font = "Noto Sans, Segoe UI, Helvetica Neue, Arial, sans-serif";
constexpr std::string_view default_font_rtl = "Noto Sans, Noto Sans Arabic, Segoe UI, Tahoma, Arial, sans-serif";

}  // namespace

herald::Result<Style> read_style(const herald::templates::Theme& theme, bool right_to_left) {
  for (const std::string_view key : {"name", "description"})
    if (const auto text = theme.text(key, ""); !text) return text.error();
  const auto kind = theme.text("kind", "newsletter");
  if (!kind) return kind.error();
  if (*kind != "newsletter")
    return herald::Failure{herald::ErrorCode::template_invalid, "this is a template of the kind '" + *kind + "'",
                           "choose one of the kind 'newsletter'", "template.toml"};
  Style style;
  for (const Color& color : colors) {
    auto value = theme.color("theme." + std::string(color.name), color.fallback);
    if (!value) return value.error();
    style.emplace_back(color.name, *std::move(value));
  }
  auto font = theme.font_stack("theme.font", default_font);
  auto font_rtl = theme.font_stack("theme.font_rtl", default_font_rtl);
  if (!font || !font_rtl) return font ? font_rtl.error() : font.error();
  style.emplace_back("font", right_to_left ? *font_rtl : *font);
  const auto width = theme.integer("theme.width", 640, 480, 800);
  if (!width) return width.error();
  style.emplace_back("width", std::to_string(*width));
  return style;
}

}  // namespace herald::plugins::newsletter
