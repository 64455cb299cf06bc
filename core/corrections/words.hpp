// Finds words of a person's in a release: white space, quotation marks, dashes and, where nothing else fits, case may
// differ, since they are typed by hand or pasted through other programs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/corrections/corrections.hpp"
#include "herald/document.hpp"

namespace herald::corrections {

/// Where words stand: always within a sentence of the document.
struct Occurrence {
  Span span;
  std::uint32_t sentence = 0;
  std::uint32_t block = 0;
};

class WordFinder {
 public:
  /// The document's source, blocks and sentences must not change while this is used.
  explicit WordFinder(const Document& document);

  /// The places in the order of the text where the words stand in a sentence, a thousand at most. A word is no part
  /// of a longer one ("133" does not stand in "1133").
  std::vector<Occurrence> find(std::string_view words) const;

  /// Those that the address means.
  std::vector<Occurrence> find(const Address& address) const;

  /// Whether the words stand anywhere in the source, in what is no text of the release included.
  bool is_in_source(std::string_view words) const;

 private:
  struct Folded {
    std::string text;
    std::vector<std::uint32_t> begins;  // of each byte: where its character stands in the source
    std::vector<std::uint32_t> ends;
  };
  enum class Case : std::uint8_t { kept, folded };

  static Folded fold(std::string_view text, Case how);
  std::vector<Span> spans(const Folded& folded, std::string_view words, std::size_t most) const;
  bool locate(Span span, Occurrence& found) const;

  const Document& document_;
  Folded exact_;
  Folded caseless_;
  std::vector<std::uint32_t> sentences_;  // by where they begin
};

}  // namespace herald::corrections
