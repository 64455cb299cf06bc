// Questions that every plugin asks of a document: its text, its paragraph numbers, its direction.
#include "herald/document.hpp"

#include <algorithm>
#include <array>

namespace herald {
namespace {

// White space as it occurs in releases: ASCII, no-break (U+00A0), the U+2000 row, narrow no-break
// (U+202F), ideographic (U+3000). Returns its length in bytes at `text`, 0 where there is none.
std::size_t white_space_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const unsigned first = byte(0);
  if (first == ' ' || (first >= '\t' && first <= '\r')) return 1;
  if (first == 0xC2 && (byte(1) == 0xA0 || byte(1) == 0x85)) return 2;
  if (first == 0xE2 && byte(1) == 0x80 && (byte(2) <= 0x8A || byte(2) == 0xA8 || byte(2) == 0xA9 || byte(2) == 0xAF))
    return byte(2) >= 0x80 ? 3 : 0;
  if (first == 0xE2 && byte(1) == 0x81 && byte(2) == 0x9F) return 3;
  if (first == 0xE3 && byte(1) == 0x80 && byte(2) == 0x80) return 3;
  return 0;
}

}  // namespace

bool is_body(BlockKind kind) noexcept {
  switch (kind) {
    case BlockKind::heading:
    case BlockKind::paragraph:
    case BlockKind::list_item:
    case BlockKind::block_quote:
    case BlockKind::table:
      return true;
    default:
      return false;
  }
}

std::string plain_text(const Block& block) {
  std::string text;
  for (const Inline& run : block.inlines) text += run.kind == InlineKind::line_break ? std::string("\n") : run.text;
  return text;
}

std::string folded_text(const Document& document, Span span) {
  std::string_view rest = document.source.slice(span);
  std::string text;
  text.reserve(rest.size());
  while (!rest.empty()) {
    if (const std::size_t length = white_space_length(rest); length > 0) {
      rest.remove_prefix(length);
      if (!text.empty() && text.back() != ' ') text += ' ';
    } else {
      text += rest.front();
      rest.remove_prefix(1);
    }
  }
  if (text.ends_with(' ')) text.pop_back();
  return text;
}

std::string sentence_text(const Document& document, std::uint32_t sentence) {
  return folded_text(document, document.sentences.at(sentence).span);
}

std::uint32_t paragraph_number(const Document& document, std::uint32_t sentence) {
  return document.blocks.at(document.sentences.at(sentence).block).number;
}

std::string_view text_direction(std::string_view language) noexcept {
  static constexpr std::array right_to_left = {"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"};
  const std::string_view primary = language.substr(0, language.find_first_of("-_"));
  return std::find(right_to_left.begin(), right_to_left.end(), primary) != right_to_left.end() ? "rtl" : "ltr";
}

}  // namespace herald
