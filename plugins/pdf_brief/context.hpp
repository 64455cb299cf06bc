// What all parts of the composition share: the document, the words and looks of the briefing, the flow that
// they write into, and the small phrases that several of them need (citing a paragraph, quoting a block).
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "formats/typeset/flow.hpp"
#include "herald/plugin/exporter.hpp"
#include "plugins/pdf_brief/marking.hpp"
#include "plugins/pdf_brief/styles.hpp"
#include "plugins/pdf_brief/theme.hpp"

namespace herald::plugins {

struct Settings {
  typeset::PageSize page_size;
  std::optional<Marking> marking;
  std::string author;
  PrintSize print_size = PrintSize::standard;
};

/// What the briefing does not show, told in its source note: a reader must know what to look up.
struct Omissions {
  std::size_t pictures = 0;
  std::size_t noise = 0;
  std::size_t quotations = 0;
  std::size_t figures = 0;
  std::size_t dates = 0;
  bool full_text = false;
};

class Context {
 public:
  Context(const ExportRequest& request, const Settings& settings, const Theme& theme, const Styles& styles,
          typeset::Flow& flow);

  const Document& document;
  const Resources& resources;
  const Settings& settings;
  const Theme& theme;
  const Styles& styles;
  typeset::Flow& flow;
  std::int64_t creation_time;
  std::string title;
  std::string embargo;  // until when the release may not be published; empty without
  Omissions omissions;
  /// Numbers of the paragraphs that the full text shows: what may be linked to. Empty without full text.
  std::set<std::uint32_t> paragraphs;

  /// The label "brief.KEY".
  std::string_view word(std::string_view key) const;
  /// The label "brief.KEY" with each {name} replaced.
  std::string phrase(std::string_view key,
                     std::initializer_list<std::pair<std::string_view, std::string>> values) const;

  /// Adds "¶ 7" to a text, not to be parted from its last word, as a link where paragraph 7 is shown; nothing for the
  /// number 0.
  void cite(typeset::Text& text, std::uint32_t number) const;
  void cite_sentence(typeset::Text& text, std::uint32_t sentence) const;

  /// A block's text with its emphasis and links.
  typeset::Text text_of(const Block& block) const;
  typeset::Text text_of(const std::vector<Inline>& inlines, const std::string& language) const;

  /// herald::standing_sentence(), printable.
  std::string sentence(std::uint32_t index) const;
};

/// The name of the destination at paragraph `number`.
std::string paragraph_anchor(std::uint32_t number);

/// Words joined by the language's comma; empty ones are passed over.
std::string joined(const Context& context, std::initializer_list<std::string> parts);

/// What text from outside may hold in a line of type: control characters, byte order marks and the like
/// are dropped, since no font has a glyph for them.
std::string printable(std::string_view text);

/// Whether nothing in the text leaves ink: spaces of any width and invisible signs only. Such a heading or
/// title would be an empty bookmark, which PDF/UA forbids.
bool is_blank(std::string_view text);

/// A language tag of the document as PDF may say it: BCP 47's form (subtags of 1 to 8 letters and digits, the
/// first of letters only), or nothing where the document, which anyone may have written, holds something else.
std::string language_tag(std::string_view tag);

/// At most `most` characters, cut between words, with "…" where it was cut.
std::string shortened(std::string_view text, std::size_t most);

/// Characters (code points) in UTF-8 text.
std::size_t length_of(std::string_view text) noexcept;

}  // namespace herald::plugins
