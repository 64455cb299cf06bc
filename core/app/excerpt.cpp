// Where a sentence is cut.
#include "core/app/excerpt.hpp"

#include <algorithm>

namespace herald::app {
namespace {

// The longest sentence of prose that we know has 500 bytes. Beyond twice that it is a list or no sentence at
// all, and its text in each of its facts would make the output grow with the square of the input.
constexpr std::uint32_t longest_sentence_bytes = 1000;
constexpr std::uint32_t kept_around_bytes = 400;

// Whether a character begins at `offset`: the bytes behind a first one are 10xxxxxx.
bool is_boundary(const std::string& text, std::uint32_t offset) {
  return offset >= text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
}

}  // namespace

std::string sentence_around(const Document& document, std::uint32_t sentence, Span fact) {
  const Span whole = document.sentences[sentence].span;
  if (whole.end - whole.begin <= longest_sentence_bytes) return sentence_text(document, sentence);
  const std::string& source = document.source.text;
  const std::uint32_t middle = std::clamp(fact.begin, whole.begin, whole.end);
  Span part{middle - std::min(kept_around_bytes, middle - whole.begin),
            middle + std::min(kept_around_bytes, whole.end - middle)};
  while (!is_boundary(source, part.begin)) ++part.begin;
  while (!is_boundary(source, part.end)) ++part.end;
  return (part.begin > whole.begin ? "…" : "") + folded_text(document, part) + (part.end < whole.end ? "…" : "");
}

}  // namespace herald::app
