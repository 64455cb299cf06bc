// The text of a release as it was read, and the way to point into it.
// Offsets are UTF-8 bytes everywhere inside Herald; formats that count code points or UTF-16 units
// convert once, on their way out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace herald {

/// A half-open range of UTF-8 byte offsets into Source::text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const noexcept { return end - begin; }
  constexpr bool empty() const noexcept { return begin >= end; }
  constexpr bool contains(std::uint32_t offset) const noexcept { return begin <= offset && offset < end; }
  constexpr bool contains(Span other) const noexcept { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(Span other) const noexcept { return begin < other.end && other.begin < end; }
  friend constexpr bool operator==(Span, Span) = default;
};

/// The source of a document. `text` is the release as decoded to UTF-8, never altered afterwards:
/// every Span of the document counts in it. Of a format with marks (HTML, Markdown) it is what a reader
/// sees, without the marks, blocks apart by a line end or two. `sha256` is of the bytes on disk, in lower-case
/// hexadecimal; `encoding` is the name under which they were decoded ("UTF-8", "windows-1252").
/// `uri` is the input as the user named it, or "-" for standard input.
struct Source {
  std::string uri;
  std::string media_type;
  std::string encoding;
  std::string sha256;
  std::string text;

  std::string_view slice(Span span) const { return std::string_view(text).substr(span.begin, span.size()); }
  friend bool operator==(const Source&, const Source&) = default;
};

}  // namespace herald
