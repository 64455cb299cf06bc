// Where a word may be divided: F. M. Liang's method ("Word Hy-phen-a-tion by Com-put-er", 1983) on the
// pattern files that Debian's hyphen-* packages install. They are read here and not by libhyphen, whose
// loading is quadratic in parts: 23 ms for British English where this takes 1, and 5 s for German where
// this takes 11 (libhyphen 2.8.8, a quiet two-core machine). Patterns are found at run time; a language
// without them is simply not hyphenated.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace herald::typeset {

class Hyphenator {
 public:
  ~Hyphenator();
  Hyphenator(const Hyphenator&) = delete;
  Hyphenator& operator=(const Hyphenator&) = delete;

  /// Byte offsets in `word` (letters only, UTF-8) where a hyphen may be put, ascending; empty for words
  /// that are too short or in capitals.
  const std::vector<std::size_t>& positions(std::string_view word);

 private:
  friend class HyphenationLibrary;
  class Patterns;
  explicit Hyphenator(std::unique_ptr<Patterns> patterns);
  std::vector<std::size_t> compute(std::string_view word) const;

  std::unique_ptr<Patterns> patterns_;
  std::unordered_map<std::string, std::vector<std::size_t>> known_;
};

/// The patterns of this machine, loaded when first asked for.
class HyphenationLibrary {
 public:
  explicit HyphenationLibrary(std::string folder = "/usr/share/hyphen");
  ~HyphenationLibrary();

  /// For a BCP 47 language ("en-GB", "fr"); nullptr where no patterns are installed.
  Hyphenator* find(const std::string& language);

 private:
  std::string folder_;
  std::map<std::string, std::unique_ptr<Hyphenator>> by_language_;
};

/// Whether a language is hyphenated at all: scripts whose letters join (Arabic) or that break anywhere
/// (Chinese) never are, so that the lack of patterns is no remark there.
bool is_hyphenated_language(std::string_view language);

/// The Debian package that has a language's patterns: "hyphen-fr".
std::string hyphenation_package(std::string_view language);

}  // namespace herald::typeset
