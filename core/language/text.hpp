// Small questions about UTF-8 text that reading and facts share, answered by ICU.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace herald::language {

/// The code point at byte `offset` and its length in bytes; a damaged byte is U+FFFD of length 1.
struct CodePoint {
  char32_t value = 0;
  std::uint8_t length = 0;
};
CodePoint code_point_at(std::string_view text, std::size_t offset) noexcept;
CodePoint code_point_before(std::string_view text, std::size_t offset) noexcept;

bool is_space(char32_t c) noexcept;  // White_Space, no-break spaces included
bool is_letter(char32_t c) noexcept;
bool is_upper(char32_t c) noexcept;  // upper or title case
bool is_lower(char32_t c) noexcept;
bool is_digit(char32_t c) noexcept;    // decimal digits of any script
int digit_value(char32_t c) noexcept;  // -1 where it is none
bool is_dash(char32_t c) noexcept;     // hyphen, en dash, em dash, minus
bool is_opening_quote(char32_t c) noexcept;
bool is_closing_quote(char32_t c) noexcept;

/// White space folded to single spaces and trimmed.
std::string fold_space(std::string_view text);

/// Lower case (root locale), NFC, white space folded, typographic apostrophes as ', Arabic without vowel signs:
/// the form in which words of packs are compared.
std::string fold_case(std::string_view text);

/// Without white space at both ends, as a view of the same bytes.
std::string_view trim(std::string_view text) noexcept;

}  // namespace herald::language
