// The door to toml++: a file becomes a flat list of dotted keys with their places.
#include "formats/template/theme.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "formats/template/names.hpp"

namespace herald::templates {
namespace {

std::string place(std::string_view file, std::uint32_t line, std::uint32_t column) {
  return std::string(file) + ":" + std::to_string(line) + ":" + std::to_string(column);
}

std::optional<std::string> as_color(std::string_view text) {
  if (text.size() != 7 || text.front() != '#') return std::nullopt;
  std::string color(text);
  for (char& c : color) {
    if (c >= 'a' && c <= 'f') c = static_cast<char>(c - 32);
    const bool fits = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c == '#' && &c == color.data());
    if (!fits) return std::nullopt;
  }
  return color;
}

bool is_font_stack(std::string_view text) {
  constexpr std::size_t longest = 300;
  return !text.empty() && text.size() <= longest && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == ',' ||
           c == '-';
  });
}

}  // namespace

const Theme::Entry* Theme::find(std::string_view key) const {
  asked_.emplace(key);
  const auto found = entries_.find(key);
  return found == entries_.end() ? nullptr : &found->second;
}

std::string Theme::location(const Entry& entry) const { return place(file_name_, entry.line, entry.column); }

Failure Theme::refuse(std::string_view key, const Entry& entry, std::string_view wanted) const {
  return {ErrorCode::template_invalid, "'" + std::string(key) + "' must be " + std::string(wanted), "",
          location(entry)};
}

Result<std::string> Theme::text(std::string_view key, std::string_view fallback) const {
  const Entry* entry = find(key);
  if (entry == nullptr) return std::string(fallback);
  if (const auto* value = std::get_if<std::string>(&entry->value)) return *value;
  return refuse(key, *entry, "a text in quotes");
}

Result<bool> Theme::flag(std::string_view key, bool fallback) const {
  const Entry* entry = find(key);
  if (entry == nullptr) return fallback;
  if (const auto* value = std::get_if<bool>(&entry->value)) return *value;
  return refuse(key, *entry, "true or false");
}

Result<std::int64_t> Theme::integer(std::string_view key, std::int64_t fallback, std::int64_t least,
                                    std::int64_t most) const {
  const Entry* entry = find(key);
  if (entry == nullptr) return fallback;
  const auto* value = std::get_if<std::int64_t>(&entry->value);
  if (value != nullptr && least <= *value && *value <= most) return *value;
  return refuse(key, *entry, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
}

Result<double> Theme::number(std::string_view key, double fallback, double least, double most) const {
  const Entry* entry = find(key);
  if (entry == nullptr) return fallback;
  const auto* whole = std::get_if<std::int64_t>(&entry->value);
  const auto* real = std::get_if<double>(&entry->value);
  const std::optional<double> value = whole  ? std::optional(static_cast<double>(*whole))
                                      : real ? std::optional(*real)
                                             : std::nullopt;
  if (value && least <= *value && *value <= most) return *value;  // false for NaN
  const auto shown = [](double bound) {
    std::string digits = std::to_string(bound);
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.ends_with('.')) digits.pop_back();
    return digits;
  };
  return refuse(key, *entry, "a number from " + shown(least) + " to " + shown(most));
}

Result<std::string> Theme::color(std::string_view key, std::string_view fallback) const {
  const Entry* entry = find(key);
  if (entry == nullptr) return std::string(fallback);
  if (const auto* value = std::get_if<std::string>(&entry->value))
    if (auto color = as_color(*value)) return *std::move(color);
  return refuse(key, *entry, "a colour of six hexadecimal digits, such as \"#0A6C8E\"");
}

Result<std::string> Theme::font_stack(std::string_view key, std::string_view fallback) const {
  const Entry* entry = find(key);
  if (entry == nullptr) return std::string(fallback);
  if (const auto* value = std::get_if<std::string>(&entry->value))
    if (is_font_stack(*value)) return *value;
  return refuse(key, *entry, "names of fonts joined by commas, without further quotes, such as \"Segoe UI, Arial\"");
}

void Theme::remark_unknown(Diagnostics& diagnostics) const {
  const std::vector<std::string> known(asked_.begin(), asked_.end());
  for (const auto& [key, entry] : entries_) {
    if (asked_.contains(key)) continue;
    const std::string near = nearest(key, known);
    warn(diagnostics, "template-unknown-key", location(entry) + ": unknown key '" + key + "', it changes nothing",
         near.empty() ? "" : "did you mean '" + near + "'?");
  }
}

Result<Theme> parse_theme(std::string_view text, std::string_view file_name) {
  // toml++ walks nested tables by recursion: in a larger file "a.a.a…" would overflow the stack, in a
  // build with sanitizers first.
  constexpr std::size_t most_bytes = std::size_t{16} * 1024;
  if (text.size() > most_bytes)
    return Failure{ErrorCode::template_invalid, "the file is over 16 KiB", "", std::string(file_name)};
  Theme theme;
  theme.file_name_ = file_name;
  std::optional<Failure> failure;
  const auto flatten = [&](const auto& self, const toml::table& table, const std::string& prefix, int depth) -> void {
    constexpr int deepest = 8;
    for (const auto& [key, node] : table) {
      const std::string name = prefix + std::string(key.str());
      const auto at = node.source().begin;
      const toml::table* inner = node.as_table();
      if (inner != nullptr && depth < deepest) {
        self(self, *inner, name + ".", depth + 1);
      } else if (const auto* flag = node.as_boolean()) {
        theme.entries_[name] = {flag->get(), at.line, at.column};
      } else if (const auto* integer = node.as_integer()) {
        theme.entries_[name] = {integer->get(), at.line, at.column};
      } else if (const auto* real = node.as_floating_point()) {
        theme.entries_[name] = {real->get(), at.line, at.column};
      } else if (const auto* string = node.as_string()) {
        theme.entries_[name] = {string->get(), at.line, at.column};
      } else if (!failure) {
        failure = Failure{ErrorCode::template_invalid, "'" + name + "' must be a text, a number, true or false", "",
                          place(file_name, at.line, at.column)};
      }
    }
  };
  try {
    flatten(flatten, toml::parse(text, file_name), "", 0);
  } catch (const toml::parse_error& error) {
    const auto at = error.source().begin;
    return Failure{ErrorCode::template_invalid, std::string(error.description()), "",
                   place(file_name, at.line, at.column)};
  }
  if (failure) return *failure;
  return theme;
}

}  // namespace herald::templates
