// Remarks that do not stop a job: a damaged byte, a missing hyphenation pattern, a figure that does
// not fit. They are collected and shown together, never printed where they arise.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "herald/source.hpp"

namespace herald {

enum class Severity : std::uint8_t { note, warning, error };

/// `code` is a stable name in kebab-case ("damaged-bytes"); `message` one line; `hint` the way out,
/// may be empty; `span` points into the source text where the remark is about a place in it.
struct Diagnostic {
  Severity severity = Severity::warning;
  std::string code;
  std::string message;
  std::string hint;
  std::optional<Span> span;

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

inline void warn(Diagnostics& diagnostics, std::string code, std::string message, std::string hint = {},
                 std::optional<Span> span = std::nullopt) {
  diagnostics.push_back({Severity::warning, std::move(code), std::move(message), std::move(hint), span});
}

}  // namespace herald
