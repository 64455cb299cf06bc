// The values that a user gave with --set, checked by the host against the plugin's plugin.json
// before the plugin sees them: every option that plugin.json declares is present, with its default
// where the user gave none, and has the declared type.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <variant>

#include "herald/api.hpp"

namespace herald {

using OptionValue = std::variant<bool, std::int64_t, double, std::string>;

/// Where a value comes from: a plugin may let a template or the document decide where the user did not.
enum class OptionSource : std::uint8_t { standard, user };

class HERALD_API Options {
 public:
  void set(std::string name, OptionValue value, OptionSource source = OptionSource::user);

  /// The value of a declared option. Throws herald::Error (internal) when plugin.json does not
  /// declare `name` with that type: a bug of the plugin.
  bool flag(std::string_view name) const;
  std::int64_t integer(std::string_view name) const;
  double number(std::string_view name) const;
  const std::string& text(std::string_view name) const;

  /// Whether the user gave the value, be it the same as the default.
  bool is_given(std::string_view name) const { return given_.contains(name); }

  const std::map<std::string, OptionValue, std::less<>>& values() const noexcept { return values_; }

 private:
  std::map<std::string, OptionValue, std::less<>> values_;
  std::set<std::string, std::less<>> given_;
};

}  // namespace herald
