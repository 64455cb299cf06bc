// See context.hpp.
#include "plugins/pdf_brief/context.hpp"

#include <algorithm>
#include <array>

#include "herald/highlights.hpp"

namespace herald::plugins {

namespace {

constexpr std::array<std::string_view, 4> linked_schemes = {"https://", "http://", "mailto:", "tel:"};

/// Only addresses that a reader of a briefing may be sent to: no javascript:, no file:.
bool may_link(std::string_view target) {
  return std::any_of(linked_schemes.begin(), linked_schemes.end(),
                     [target](std::string_view scheme) { return target.starts_with(scheme); });
}

void replace(std::string& text, std::string_view name, const std::string& value) {
  const std::string mark = "{" + std::string(name) + "}";
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size())) {
    text.replace(at, mark.size(), value);
  }
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

}  // namespace

Context::Context(const ExportRequest& request, const Settings& the_settings, const Theme& the_theme,
                 const Styles& the_styles, typeset::Flow& the_flow)
    : document(request.document),
      resources(request.resources),
      settings(the_settings),
      theme(the_theme),
      styles(the_styles),
      flow(the_flow),
      creation_time(request.creation_time) {}

std::string_view Context::word(std::string_view key) const { return resources.label("brief." + std::string(key)); }

std::string Context::phrase(std::string_view key,
                            std::initializer_list<std::pair<std::string_view, std::string>> values) const {
  std::string text(word(key));
  for (const auto& [name, value] : values) replace(text, name, value);
  return text;
}

void Context::cite(typeset::Text& text, std::uint32_t number) const {
  if (number == 0) return;
  const std::string digits = std::to_string(number);
  typeset::Inline mark{.text = phrase("cite", {{"number", digits}}), .scale = styles.cite_scale};
  mark.color = theme.muted;
  mark.weight = typeset::Weight::regular;
  if (paragraphs.count(number) > 0) {
    mark.color = theme.accent;
    mark.target = paragraph_anchor(number);
    mark.description = phrase("go_to_paragraph", {{"number", digits}});
  }
  if (!text.empty()) text.add("\u00A0");
  text.add(std::move(mark));
}

void Context::cite_sentence(typeset::Text& text, std::uint32_t sentence) const {
  cite(text, paragraph_number(document, sentence));
}

typeset::Text Context::text_of(const Block& block) const { return text_of(block.inlines, block.language); }

typeset::Text Context::text_of(const std::vector<Inline>& inlines, const std::string& language) const {
  typeset::Text text;
  for (const Inline& part : inlines) {
    if (part.kind == InlineKind::line_break) {
      text.add("\n");
      continue;
    }
    typeset::Inline run{.text = printable(part.text)};
    if (part.kind == InlineKind::strong) run.weight = typeset::Weight::bold;
    if (part.kind == InlineKind::emphasis) run.slant = typeset::Slant::italic;
    if (part.kind == InlineKind::link && may_link(part.target)) {
      run.uri = part.target;
      run.description = phrase("open_link", {{"address", part.target}});
      run.color = theme.accent;
    }
    if (language != document.metadata.language) run.language = language_tag(language);
    text.add(std::move(run));
  }
  return text;
}

std::string Context::sentence(std::uint32_t index) const { return printable(standing_sentence(document, index)); }

std::string paragraph_anchor(std::uint32_t number) { return "paragraph-" + std::to_string(number); }

std::string joined(const Context& context, std::initializer_list<std::string> parts) {
  std::string all;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!all.empty()) all += context.word("comma");
    all += part;
  }
  return all;
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 || byte == 0x7F) {
      if (byte == '\t' || byte == '\n' || byte == '\r') out.push_back(' ');
      continue;
    }
    const std::string_view two = text.substr(i, 2);
    const std::string_view three = text.substr(i, 3);
    if (byte == 0xC2 && two.size() == 2 && static_cast<unsigned char>(two[1]) < 0xA0) {  // C1 controls
      ++i;
      continue;
    }
    if (three == "\xEF\xBB\xBF" || three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") {  // U+FEFF, U+FFFE, U+FFFF
      i += 2;
      continue;
    }
    out.push_back(text[i]);
  }
  return out;
}

bool is_blank(std::string_view text) {
  // Soft hyphen, Arabic letter mark, Mongolian separator, Ogham and wide spaces, zero-width and bidi signs.
  static constexpr std::array<std::pair<char32_t, char32_t>, 10> inkless = {{{0x00, 0x20},
                                                                             {0x7F, 0xA0},
                                                                             {0xAD, 0xAD},
                                                                             {0x61C, 0x61C},
                                                                             {0x1680, 0x1680},
                                                                             {0x180E, 0x180E},
                                                                             {0x2000, 0x200F},
                                                                             {0x2028, 0x202F},
                                                                             {0x205F, 0x206F},
                                                                             {0x3000, 0x3000}}};
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t character = length == 1 ? lead : lead & (0xFFu >> (length + 1));
    for (std::size_t k = 1; k < length && i + k < text.size(); ++k) {
      character = (character << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3Fu);
    }
    i += length;
    const bool blank = std::any_of(inkless.begin(), inkless.end(), [character](const auto& range) {
      return character >= range.first && character <= range.second;
    });
    if (!blank) return false;
  }
  return true;
}

std::string language_tag(std::string_view tag) {
  constexpr std::size_t longest_subtag = 8;
  std::size_t length = 0;
  bool first = true;
  for (const char c : tag) {
    if (c == '-' && length > 0) {
      length = 0;
      first = false;
      continue;
    }
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool digit = !first && c >= '0' && c <= '9';
    if (!(letter || digit) || ++length > longest_subtag) return {};
  }
  return length > 0 ? std::string(tag) : std::string();
}

std::string shortened(std::string_view text, std::size_t most) {
  if (length_of(text) <= most) return std::string(text);
  std::size_t characters = 0;
  std::size_t cut = 0;
  std::size_t i = 0;
  for (; i < text.size() && characters < most; ++i) {
    if (is_continuation(text[i])) continue;
    ++characters;
    if (text[i] == ' ') cut = i;
  }
  // A "word" that fills the line by itself is cut where the line ends.
  if (cut < i / 2) {
    while (i < text.size() && is_continuation(text[i])) ++i;
    cut = i;
  }
  std::string out(text.substr(0, cut));
  while (!out.empty() && (out.back() == ' ' || out.back() == ',' || out.back() == '-')) out.pop_back();
  return out + "…";
}

std::size_t length_of(std::string_view text) noexcept {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

}  // namespace herald::plugins
