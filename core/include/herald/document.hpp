// The neutral document model: what a plugin is given. Blocks are flat, a `group` joins those that
// belong together; every non-space character of the source lies in exactly one block.
// Names follow IPTC ninjs, NITF and schema.org. The JSON form is core/document's work.
//
//     for (const herald::Block& block : document.blocks)
//       if (herald::is_body(block.kind)) out << herald::plain_text(block) << "\n\n";
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "herald/api.hpp"
#include "herald/diagnostics.hpp"
#include "herald/facts.hpp"
#include "herald/source.hpp"

namespace herald {

enum class InlineKind : std::uint8_t { text, emphasis, strong, link, line_break };

/// A run of a block's text. `text` has white space folded to single spaces; `target` is the address
/// of a link; `span` is where the run stands in the source.
struct Inline {
  InlineKind kind = InlineKind::text;
  std::string text;
  std::string target;
  Span span;

  friend bool operator==(const Inline&, const Inline&) = default;
};

enum class BlockKind : std::uint8_t {
  title,
  standfirst,
  date_line,  // a line that holds the date of publication
  status,     // "FOR IMMEDIATE RELEASE", "Embargo until …"
  heading,
  paragraph,
  list_item,
  block_quote,
  image,  // a picture, or the file name that is left of one
  caption,
  table,  // a table pasted as lines; one block a row, joined by group
  contact,
  boilerplate,
  end_mark,  // ###, -30-, ENDS
  noise      // what the page left behind: counters, share buttons, header lines
};

/// One block. `level` is the depth of a heading or list item, from 1. `group` joins the items of a
/// list, the paragraphs of a quotation, the pictures of a gallery, the rows of a table; 0 is no group.
/// `number` is the paragraph number by which briefing and workbook cite the block, from 1; list items
/// and the later paragraphs of a quotation carry that of the paragraph they belong to; 0 is none.
/// `language` is a BCP 47 tag where it differs from the document's, else empty.
/// `span` covers the block with its list marker, if any; `inlines` leave the marker out.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;
  bool ordered = false;
  std::uint32_t group = 0;
  std::uint32_t number = 0;
  std::string language;
  std::vector<Inline> inlines;
  Span span;

  friend bool operator==(const Block&, const Block&) = default;
};

/// A sentence of a block; its index in Document::sentences is what facts cite.
struct Sentence {
  Span span;
  std::uint32_t block = 0;

  friend bool operator==(const Sentence&, const Sentence&) = default;
};

/// Where and when the release says it was issued. `text` is the dateline as written, without the dash
/// that ends it; `span` covers the dateline with its dash, at the head of block `block`.
struct Dateline {
  std::string text;
  std::string place;
  std::string country;
  std::string date;  // ISO 8601, empty where the dateline has none
  std::string agency;
  std::uint32_t block = 0;
  Span span;

  friend bool operator==(const Dateline&, const Dateline&) = default;
};

/// What the release says about itself. `language` is a BCP 47 tag; `published` ISO 8601; `embargo` the day, or the day
/// and time without zone ("2026-03-26T18:00"), before which the release may not be published. `origins` says of a
/// member (by its name) where its value comes from if not from the release's own words: "html:lang",
/// "json-ld:datePublished", "front-matter:date", "correction".
struct Metadata {
  std::string language;
  std::string title;
  std::string standfirst;
  std::string published;
  std::string status;
  std::optional<Dateline> dateline;
  std::string embargo;
  std::map<std::string, std::string> origins;

  friend bool operator==(const Metadata&, const Metadata&) = default;
};

struct Document {
  Source source;
  Metadata metadata;
  std::vector<Block> blocks;
  std::vector<Sentence> sentences;
  Facts facts;
  Diagnostics diagnostics;

  friend bool operator==(const Document&, const Document&) = default;
};

/// Whether a block of this kind is part of the release's running text (heading, paragraph, list item,
/// quotation, table), as against what stands around it.
HERALD_API bool is_body(BlockKind kind) noexcept;

/// The block's text without marks: its inlines joined, line breaks as "\n".
HERALD_API std::string plain_text(const Block& block);

/// The sentence's text as it stands in the source, with white space folded to single spaces.
HERALD_API std::string sentence_text(const Document& document, std::uint32_t sentence);

/// Any stretch of the source with white space (no-break spaces included) folded to single spaces.
HERALD_API std::string folded_text(const Document& document, Span span);

/// The paragraph number by which a sentence is cited, 0 where it stands in none.
HERALD_API std::uint32_t paragraph_number(const Document& document, std::uint32_t sentence);

/// "rtl" for Arabic, Hebrew, Persian, Urdu and the other right-to-left languages, else "ltr".
HERALD_API std::string_view text_direction(std::string_view language) noexcept;

}  // namespace herald
