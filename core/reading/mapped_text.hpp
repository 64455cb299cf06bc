// The text of a block with its white space folded, which still knows where each byte stands in the
// source. Passes look for words in the folded text, whatever wrapping, entities or marks the source
// has, and answer with spans of the source.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "herald/source.hpp"

namespace herald::reading {

class MappedText {
 public:
  /// Appends a stretch of the source, white space folded; none is kept at the head of an empty text.
  void append_source(std::string_view source, Span span);

  /// Appends text that the source writes otherwise (an entity, a fold): the whole stands for `origin`.
  void append_replacement(std::string_view text, Span origin);

  /// Appends another mapped text of the same source as it is.
  void append_mapped(const MappedText& other);

  /// Takes a space from the end, if there is one.
  void trim_end();

  /// The part [begin, end) of the text, mapped to the same source, trimmed.
  MappedText slice(std::size_t begin, std::size_t end) const;

  /// The same, with the white space at its ends.
  MappedText slice_exactly(std::size_t begin, std::size_t end) const;

  /// The same text in a source that begins at `begin` of the present one.
  void move_to_front(std::uint32_t begin);

  const std::string& text() const noexcept { return text_; }

  /// The text with the white space that the source has: no-break spaces, line ends. Marks are left out.
  std::string with_white_space(std::string_view source) const;
  bool empty() const noexcept { return text_.empty(); }

  /// The source offset of the text's byte `position`, and that after the byte before `position`.
  std::uint32_t source_begin(std::size_t position) const;
  std::uint32_t source_end(std::size_t position) const;

  /// The span in the source of bytes [begin, end) of the text; begin < end.
  Span source_span(std::size_t begin, std::size_t end) const { return {source_begin(begin), source_end(end)}; }

 private:
  // Bytes from text_begin to the next segment's. An exact segment copies the source byte for byte; of
  // the others every byte stands for the whole origin.
  struct Segment {
    std::uint32_t text_begin;
    Span origin;
    bool exact;
  };

  void append_exact(std::string_view source, std::uint32_t begin, std::uint32_t end);
  const Segment& segment_at(std::size_t position) const;

  std::string text_;
  std::vector<Segment> segments_;
};

}  // namespace herald::reading
