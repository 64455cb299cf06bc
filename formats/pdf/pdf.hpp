// A finished layout into the bytes of a tagged PDF 1.7 that claims PDF/UA-1 and PDF/A-2a. It knows
// nothing of press releases and decides nothing about looks: pages come from formats/typeset.
// PoDoFo serves as the writer of objects and is included by this room's .cpp files only.
//
//     herald::pdf::Writer writer;
//     std::string bytes = writer.write(layout, {.title = "Briefing", .creation_time = now});
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "formats/typeset/frame.hpp"

namespace herald::pdf {

/// What the document says about itself, the same in the Info dictionary and in XMP. `title` must not
/// be empty (ISO 14289-1, 7.1). `creation_time` is in seconds since 1970-01-01T00:00Z and is written
/// as UTC; the writer reads no clock.
struct Information {
  std::string title{};
  std::string author{};
  std::string subject{};
  std::vector<std::string> keywords{};
  std::string creator{};
  std::string producer{};
  std::int64_t creation_time = 0;
};

/// `none` leaves page contents, fonts and the colour profile readable, for tests and for a look inside.
enum class Compression : std::uint8_t { none, deflate };

/// A breach of PDF/UA-1 or PDF/A-2 in what was handed over. `clause` names the standard's clause,
/// `message` the place and what is wrong, in one line.
struct Violation {
  std::string clause;
  std::string message;
};

/// All breaches that can be seen before writing: a missing title or language, untagged items, figures
/// without a description, tables with ragged rows, lists and headings out of order, links that lead
/// nowhere. Empty when the layout may be written.
std::vector<Violation> check(const typeset::Layout& layout, const Information& information);

/// Writes any number of documents, one after the other, in one thread (PoDoFo has static state).
/// It keeps what does not change between documents.
class Writer {
 public:
  Writer();
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// The same arguments give the same bytes. Throws herald::Error: format_violation with everything
  /// that check() finds, font_missing for a font that may not or cannot be embedded, internal for a
  /// failure of PoDoFo.
  std::string write(const typeset::Layout& layout, const Information& information,
                    Compression compression = Compression::deflate);

 private:
  struct Cache;
  std::unique_ptr<Cache> cache_;
};

}  // namespace herald::pdf
