// The settings that a template brings with it: template.toml with its name, kind, description and the
// theme (colours, fonts, sizes). Values are asked for by dotted key, with type, range and default, and
// each is checked for what it will be put into.
//
//     Result<Theme> theme = parse_theme(text, "standard/template.toml");
//     if (!theme) return theme.error();
//     Result<std::string> accent = theme->color("theme.accent", "#0A6C8E");
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <variant>

#include "herald/diagnostics.hpp"
#include "herald/result.hpp"

namespace herald::templates {

class Theme {
 public:
  /// Each getter gives the default where the key is absent, and template_invalid with file, line and
  /// column where the value does not fit.
  Result<std::string> text(std::string_view key, std::string_view fallback) const;
  Result<bool> flag(std::string_view key, bool fallback) const;
  Result<std::int64_t> integer(std::string_view key, std::int64_t fallback, std::int64_t least,
                               std::int64_t most) const;
  Result<double> number(std::string_view key, double fallback, double least, double most) const;

  /// Six hexadecimal digits behind '#', given back in upper case: Outlook reads no other form.
  Result<std::string> color(std::string_view key, std::string_view fallback) const;

  /// Family names joined by commas, of letters, digits, spaces and hyphens: they go into style
  /// attributes, where a quote or a semicolon would end them.
  Result<std::string> font_stack(std::string_view key, std::string_view fallback) const;

  /// A warning ("template-unknown-key") for each key that no getter has asked for, with the nearest as hint.
  void remark_unknown(Diagnostics& diagnostics) const;

 private:
  friend Result<Theme> parse_theme(std::string_view text, std::string_view file_name);

  struct Entry {
    std::variant<bool, std::int64_t, double, std::string> value;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
  };

  const Entry* find(std::string_view key) const;
  std::string location(const Entry& entry) const;
  Failure refuse(std::string_view key, const Entry& entry, std::string_view wanted) const;

  std::string file_name_;
  std::map<std::string, Entry, std::less<>> entries_;
  mutable std::set<std::string, std::less<>> asked_;
};

/// Reads a TOML file. Refuses with template_invalid, naming file, line and column, what is not TOML, and
/// values other than texts, numbers and true or false. `file_name` is for messages.
Result<Theme> parse_theme(std::string_view text, std::string_view file_name);

}  // namespace herald::templates
