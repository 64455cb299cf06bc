// TOML by toml++, which knows the line and column of everything that it has read.
#include "plugins/xlsx_facts/theme.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <optional>
#include <utility>

namespace herald::plugins {
namespace {

constexpr std::array<std::pair<std::string_view, SheetKind>, 12> sheet_keys = {
    {{"summary", SheetKind::summary},
     {"figures", SheetKind::figures},
     {"people", SheetKind::people},
     {"quotations", SheetKind::quotations},
     {"dates", SheetKind::dates},
     {"events", SheetKind::events},
     {"places", SheetKind::places},
     {"organisations", SheetKind::organisations},
     {"contacts", SheetKind::contacts},
     {"links", SheetKind::links},
     {"text", SheetKind::text},
     {"about", SheetKind::about}}};

class ThemeReader {
 public:
  explicit ThemeReader(std::string_view template_name) : template_name_(template_name) {}

  Result<Theme> read(std::string_view source) {
    try {
      root_ = toml::parse(source);
    } catch (const toml::parse_error& error) {
      fail(error.source(), std::string(error.description()));
      return *failure_;
    }
    fill();
    if (failure_) return *failure_;
    return std::move(theme_);
  }

 private:
  void fill() {
    allow(root_, {"name", "kind", "description", "font", "colour", "page", "columns", "sheets"});
    if (text(root_, "kind") != "sheet") fail_at(root_, "kind", "must be \"sheet\"");
    const toml::table& font = table("font");
    allow(font, {"name", "size", "by_language"});
    theme_.font = text(font, "name");
    if (theme_.font.empty() || theme_.font.size() > 31)
      fail_at(font, "name", "must be a font's name of 1 to 31 characters");
    theme_.font_size = number(font, "size", 6, 36);
    if (const toml::table* by_language = font["by_language"].as_table())
      for (const auto& [language, name] : *by_language)
        theme_.font_by_language[std::string(language)] = text(*by_language, language.str());
    read_colours(table("colour"));
    const toml::table& page = table("page");
    allow(page, {"paper"});
    const std::string paper = text(page, "paper");
    if (paper != "A4" && paper != "letter") fail_at(page, "paper", "must be \"A4\" or \"letter\"");
    theme_.paper = paper == "letter" ? xlsx::Paper::letter : xlsx::Paper::a4;
    const toml::table& columns = table("columns");
    allow(columns, {"maximum_width"});
    theme_.maximum_width = number(columns, "maximum_width", 20, 200);
    read_sheets(table("sheets"));
  }

  void read_colours(const toml::table& colours) {
    allow(colours, {"ink", "head", "head_text", "accent", "muted", "hairline", "stripe"});
    theme_.ink = colour(colours, "ink");
    theme_.head = colour(colours, "head");
    theme_.head_text = colour(colours, "head_text");
    theme_.accent = colour(colours, "accent");
    theme_.muted = colour(colours, "muted");
    theme_.hairline = colour(colours, "hairline");
    theme_.stripe = colour(colours, "stripe");
  }

  void read_sheets(const toml::table& sheets) {
    allow(sheets, {"show"});
    const toml::array* show = sheets["show"].as_array();
    if (show == nullptr || show->empty()) return fail_at(sheets, "show", "must be a list of at least one sheet");
    for (const toml::node& entry : *show) {
      const std::string key = entry.value_or(std::string());
      const auto known =
          std::find_if(sheet_keys.begin(), sheet_keys.end(), [&](const auto& pair) { return pair.first == key; });
      if (known == sheet_keys.end()) {
        std::vector<std::string_view> names;
        for (const auto& pair : sheet_keys) names.push_back(pair.first);
        return fail(entry.source(), fmt::format("'{}' is none of the sheets {}", key, fmt::join(names, ", ")));
      }
      if (std::find(theme_.sheets.begin(), theme_.sheets.end(), known->second) != theme_.sheets.end())
        return fail(entry.source(), fmt::format("the sheet '{}' stands twice", key));
      theme_.sheets.push_back(known->second);
    }
  }

  const toml::table& table(std::string_view name) {
    static const toml::table empty;
    if (const toml::table* found = root_[name].as_table()) return *found;
    fail_at(root_, name, "must be there, as a table");
    return empty;
  }

  std::string text(const toml::table& parent, std::string_view key) {
    if (const auto value = parent[key].value_exact<std::string>()) return *value;
    fail_at(parent, key, "must be a text");
    return {};
  }

  double number(const toml::table& parent, std::string_view key, double minimum, double maximum) {
    const double value = parent[key].value_or(minimum - 1);
    if (value >= minimum && value <= maximum) return value;
    fail_at(parent, key, fmt::format("must be a number from {} to {}", minimum, maximum));
    return minimum;
  }

  xlsx::Colour colour(const toml::table& parent, std::string_view key) {
    const std::string value = text(parent, key);
    xlsx::Colour colour = 0;
    const char* const end = value.data() + value.size();
    if (value.size() == 7 && value[0] == '#' && std::from_chars(value.data() + 1, end, colour, 16).ptr == end)
      return colour;
    fail_at(parent, key, "must be a colour like \"#14304F\"");
    return 0;
  }

  void allow(const toml::table& parent, std::initializer_list<std::string_view> keys) {
    for (const auto& [key, value] : parent)
      if (std::find(keys.begin(), keys.end(), key.str()) == keys.end())
        fail(key.source(), fmt::format("'{}' is not known here; known are {}", key.str(), fmt::join(keys, ", ")));
  }

  void fail_at(const toml::table& parent, std::string_view key, const std::string& what) {
    const toml::node* node = parent.get(key);
    fail(node != nullptr ? node->source() : parent.source(), fmt::format("'{}' {}", key, what));
  }

  // Only the first: what follows is often its consequence.
  void fail(const toml::source_region& where, std::string what) {
    if (failure_) return;
    failure_ = Failure{ErrorCode::template_invalid, std::move(what), "templates/sheet/standard shows how it should be",
                       fmt::format("{}/template.toml:{}:{}", template_name_, std::max(where.begin.line, 1U),
                                   std::max(where.begin.column, 1U))};
  }

  std::string template_name_;
  toml::table root_;
  Theme theme_;
  std::optional<Failure> failure_;
};

}  // namespace

std::string_view sheet_key(SheetKind kind) noexcept { return sheet_keys[static_cast<std::size_t>(kind)].first; }

const std::string& Theme::font_for(std::string_view language) const {
  const auto found = font_by_language.find(language.substr(0, language.find_first_of("-_")));
  return found == font_by_language.end() ? font : found->second;
}

Result<Theme> read_theme(std::string_view toml, std::string_view template_name) {
  return ThemeReader(template_name).read(toml);
}

}  // namespace herald::plugins
