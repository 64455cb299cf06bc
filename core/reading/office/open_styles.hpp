// What the styles of an OpenDocument text say of its paragraphs and words (OpenDocument 1.2, part 1, clause 16).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "core/reading/office/content.hpp"
#include "core/reading/office/xml.hpp"

namespace herald::reading {

/// A style with all that it inherits.
struct OpenStyle {
  OfficeKind kind = OfficeKind::paragraph;
  std::uint8_t level = 0;
  std::optional<bool> bold;
  std::optional<bool> italic;
  std::optional<bool> hidden;
};

class OpenStyles {
 public:
  /// An element of styles.xml or of the head of content.xml, whose styles replace those of the same name.
  void start(std::string_view name, const XmlAttributes& attributes);
  void end(std::string_view name);

  /// `family` is "paragraph" or "text".
  const OpenStyle& style(std::string_view family, std::string_view name) const;

  /// Whether the level of a list (from 1) counts.
  bool is_ordered(std::string_view list_style, std::uint8_t level) const;

 private:
  struct Written {
    std::string parent;
    std::uint8_t outline_level = 0;
    std::optional<bool> bold;
    std::optional<bool> italic;
    std::optional<bool> hidden;
  };

  OpenStyle resolve(const std::string& family, std::string name) const;

  std::map<std::string, Written, std::less<>> written_;  // by family, a slash and name
  std::set<std::pair<std::string, std::uint8_t>> ordered_;
  mutable std::map<std::string, OpenStyle, std::less<>> resolved_;
  Written* open_ = nullptr;
  std::string list_;
};

}  // namespace herald::reading
