// What the passes work on: blocks in the making, and the state of one reading. A source format makes
// the drafts, the passes settle their kinds, assemble() turns them into the document's blocks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/pack.hpp"
#include "core/reading/embargo.hpp"
#include "core/reading/mapped_text.hpp"
#include "herald/document.hpp"

namespace herald::reading {

/// A marked stretch [begin, end) of a draft's text: a link, emphasis, a table's cell.
struct Run {
  InlineKind kind = InlineKind::text;
  std::string target;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

enum class Marker : std::uint8_t { none, bullet, dash, number, letter };

struct Draft {
  BlockKind kind = BlockKind::paragraph;
  bool settled = false;  // the kind is known; later passes leave it
  std::uint8_t level = 0;
  bool ordered = false;
  std::uint32_t group = 0;
  std::uint32_t number = 0;
  Span span;              // all of the block in the source, list marker included
  MappedText text;        // what a reader reads, marker left out
  std::vector<Run> runs;  // empty: one run of plain text
  std::string language;   // a tag where it is not the document's, else ""; at first what the source says, if anything

  Marker marker = Marker::none;    // the list marker it stands behind, if any
  std::uint32_t marker_value = 0;  // 3 for "3." and "c)"
  Span content;                    // the source after the marker
  std::uint32_t indent = 0;        // columns before the first line
  std::uint32_t width = 0;         // of the last line, in characters
  bool blank_before = true;        // a blank line, or the start of the text, precedes it
  bool set_apart = false;          // the page has it beside the title, apart from the text
};

/// What the source says of the release beside its words, and where ("og:title", "json-ld:datePublished"): what is taken
/// from there is noted in Metadata::origins.
struct Said {
  std::string value;
  std::string origin;
  bool empty() const noexcept { return value.empty(); }
};

/// One reading. `next_group` gives out group numbers.
struct Reading {
  Reading(std::string_view text, const language::Packs& known_packs, Diagnostics& found)
      : source(text), packs(known_packs), diagnostics(found) {}

  std::string_view source;
  const language::Packs& packs;
  Diagnostics& diagnostics;
  std::vector<Draft> drafts;
  Metadata metadata;
  std::uint32_t wrap_width = 0;  // of hard-wrapped text, else 0
  Said published_from_source;    // the page's own date, for a text that has none
  Said language_from_source;     // what the page says of itself: a primary subtag (BCP 47), or ""
  bool title_is_marked = false;  // the source says which line is the title
  bool has_markup = false;       // headings and quotations are known from the source's own marks
  Said title_from_source;        // a title that stands outside the text (front matter, <title>)
  Said standfirst_from_source;   // the same of a subtitle
  std::string mail_subject;      // of an e-mail's head, for a text that has no title
  std::uint32_t next_group = 1;
  std::string embargo_status;      // its words
  std::optional<Embargo> embargo;  // until the date of publication is known, which may have its year
};

/// Gives a draft a kind that later passes leave alone.
inline void settle(Draft& draft, BlockKind kind) {
  draft.kind = kind;
  draft.settled = true;
}

/// Takes a member of the metadata from what the source says beside the text.
inline void take(Reading& reading, std::string Metadata::*member, const char* name, const Said& said) {
  if (said.empty()) return;
  reading.metadata.*member = said.value;
  reading.metadata.origins[name] = said.origin;
}

/// The release's own words say it (too).
inline void stands_in_text(Reading& reading, const char* name) { reading.metadata.origins.erase(name); }

/// Splits draft `index` before byte `position` of its text; the second part is inserted after it.
void split_draft(Reading& reading, std::size_t index, std::size_t position);

/// Joins draft `index + 1` to draft `index`, as wrapped lines are joined.
void join_with_next(Reading& reading, std::size_t index);

/// The text of all drafts without the source's marks, blocks apart by a blank line; the drafts stand in it from now
/// on. Drafts without text are dropped.
std::string take_text_out(Reading& reading);

/// The finished blocks.
std::vector<Block> assemble(std::vector<Draft>&& drafts);

}  // namespace herald::reading
