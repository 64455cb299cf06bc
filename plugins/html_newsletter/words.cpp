// Labels, citations, shortening.
#include "plugins/html_newsletter/words.hpp"

#include <array>

namespace herald::plugins::newsletter {
namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// The byte at which the first `most` characters end.
std::size_t byte_of_character(std::string_view text, std::size_t most) {
  std::size_t at = 0;
  for (std::size_t seen = 0; at < text.size(); ++at)
    if (!is_continuation(text[at]) && seen++ == most) break;
  return at;
}

/// The end of the last sentence in `head`, 0 where none ends in its second half: a sentence that ends
/// earlier would leave too little.
std::size_t last_sentence_end(std::string_view head) {
  constexpr std::array<std::string_view, 7> stops = {". ", "! ", "? ", "؟ ", "。", ".” ", "… "};
  std::size_t best = 0;
  for (const std::string_view stop : stops)
    if (const std::size_t at = head.rfind(stop); at != std::string_view::npos) best = std::max(best, at + stop.size());
  return best >= head.size() / 2 ? best : 0;
}

}  // namespace

std::string filled_label(const herald::Resources& resources, std::string_view key, std::string_view name,
                         std::string_view value) {
  std::string text(resources.label(key));
  const std::string slot = "{" + std::string(name) + "}";
  if (const std::size_t at = text.find(slot); at != std::string::npos) text.replace(at, slot.size(), value);
  return text;
}

std::string shortened(const std::string& text, std::size_t most) {
  const std::size_t end = byte_of_character(text, most);
  if (end == text.size()) return text;
  const std::string_view head = std::string_view(text).substr(0, end);
  if (const std::size_t sentence = last_sentence_end(head); sentence > 0) {
    std::string kept(head.substr(0, sentence));
    if (!kept.ends_with(' ')) kept += ' ';
    return kept + "[…]";
  }
  const std::size_t space = head.rfind(' ');
  return std::string(head.substr(0, space == std::string_view::npos ? end : space)) + "…";
}

std::string language_tag(const std::string& tag) {
  constexpr std::size_t longest_part = 8;
  std::size_t part = 0;
  for (const char c : tag) {
    const bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (c == '-' && part > 0)
      part = 0;
    else if (!fits || ++part > longest_part)
      return {};
  }
  return part > 0 ? tag : std::string();
}

void add_citation(herald::templates::Data& item, std::uint32_t paragraph, const ShownParagraphs& shown,
                  const herald::Resources& resources) {
  using herald::templates::Data;
  const std::string number = std::to_string(paragraph);
  item.set("cite", Data::text(paragraph == 0 ? "" : filled_label(resources, "newsletter.cite", "number", number)));
  item.set("cite_link", Data::text(shown.contains(paragraph) ? "#p" + number : ""));
}

}  // namespace herald::plugins::newsletter
