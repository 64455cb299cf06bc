// What the styles and numberings of a .docx say of its paragraphs (ISO/IEC 29500-1, clauses 17.7 and 17.9).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/reading/office/archive.hpp"
#include "core/reading/office/content.hpp"

namespace herald::reading {

/// A style with all that it inherits.
struct WordStyle {
  OfficeKind kind = OfficeKind::paragraph;
  std::uint8_t level = 0;
  std::string numbering;  // w:numId; "" for none
  std::uint8_t numbering_level = 0;
  std::optional<bool> bold;
  std::optional<bool> italic;
  std::optional<bool> hidden;
};

enum class WordNumbering : std::uint8_t { none, bullets, numbers };

class WordStyles {
 public:
  /// Reads the two parts; either may be missing from the archive.
  Result<void> read(Archive& archive, const std::string& styles_part, const std::string& numbering_part);

  const WordStyle& style(std::string_view id) const;
  WordNumbering numbering(std::string_view id, std::uint8_t level) const;

 private:
  friend class WordStylesReader;
  friend class WordNumberingReader;

  struct Written {
    std::string name;
    std::string based_on;
    std::optional<std::uint8_t> outline_level;
    std::optional<std::string> numbering;
    std::uint8_t numbering_level = 0;
    std::optional<bool> bold;
    std::optional<bool> italic;
    std::optional<bool> hidden;
  };
  struct Numbering {
    std::string abstract;
    std::map<std::uint8_t, WordNumbering> overridden;
  };
  struct AbstractNumbering {
    std::map<std::uint8_t, WordNumbering> levels;
    std::string style;  // w:numStyleLink: the levels are those of the numbering that this style has
  };

  WordStyle resolve(const std::string& id) const;

  std::map<std::string, Written, std::less<>> written_;
  std::map<std::string, Numbering, std::less<>> numberings_;
  std::map<std::string, AbstractNumbering, std::less<>> abstract_;
  mutable std::map<std::string, WordStyle, std::less<>> resolved_;
};

/// Whether an on-off property is on: "w:b" alone is, w:val="0" is not (clause 17.17.4).
bool is_on(std::string_view value);

/// A number of one digit or two; nothing for what is none.
std::optional<std::uint8_t> small_number(std::string_view text);

}  // namespace herald::reading
