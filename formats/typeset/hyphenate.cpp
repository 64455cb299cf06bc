#include "formats/typeset/hyphenate.hpp"

#include <hyphen.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace herald::typeset {
namespace {

// Two letters may stand at a line's end, three go to the next line: fewer read worse than a loose line.
// (TeX's \lefthyphenmin and \righthyphenmin for English.) Words under six letters are never divided.
constexpr int least_before = 2;
constexpr int least_after = 3;
constexpr int least_letters = 6;
// Patterns are made for words; beyond this a "word" is data, and libhyphen's time grows with it.
constexpr std::size_t most_bytes = 100;

struct Subtags {
  std::string language;
  std::string region;
};

Subtags subtags_of(std::string_view tag) {
  Subtags result;
  std::size_t at = 0;
  while (at <= tag.size()) {
    const std::size_t end = std::min(tag.find_first_of("-_", at), tag.size());
    const std::string part(tag.substr(at, end - at));
    if (at == 0) {
      for (char c : part) result.language += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (part.size() == 2) {
      for (char c : part) result.region += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    at = end + 1;
  }
  return result;
}

bool is_plain(const std::string& subtag) {
  return !subtag.empty() && subtag.size() <= 8 && std::all_of(subtag.begin(), subtag.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

/// British patterns for English without a region: they divide by derivation, which suits both.
std::string default_region(const std::string& language) {
  if (language == "en") return "GB";
  std::string region;
  for (char c : language) region += static_cast<char>(c - 'a' + 'A');
  return region;
}

}  // namespace

struct Hyphenator::Dictionary {
  HyphenDict* handle = nullptr;
  bool utf8 = true;  // else Latin 1, as Debian's German patterns

  ~Dictionary() {
    if (handle != nullptr) hnj_hyphen_free(handle);
  }

  /// False when the dictionary's encoding does not have the letter.
  bool append(std::string& word, UChar32 letter) const {
    if (!utf8) {
      if (letter > 0xFF) return false;
      word.push_back(static_cast<char>(letter));
      return true;
    }
    char bytes[U8_MAX_LENGTH];
    std::int32_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, letter);
    word.append(bytes, static_cast<std::size_t>(size));
    return true;
  }
};

Hyphenator::Hyphenator(std::unique_ptr<Dictionary> dictionary) : dictionary_(std::move(dictionary)) {}
Hyphenator::~Hyphenator() = default;

const std::vector<std::size_t>& Hyphenator::positions(std::string_view word) {
  std::string key(word);
  const auto known = known_.find(key);
  if (known != known_.end()) return known->second;
  constexpr std::size_t most_words = 50'000;
  if (known_.size() > most_words) known_.clear();
  std::vector<std::size_t> found = compute(word);
  return known_.emplace(std::move(key), std::move(found)).first->second;
}

std::vector<std::size_t> Hyphenator::compute(std::string_view word) const {
  if (word.size() > most_bytes) return {};
  // Patterns know small letters only. A capital after the first letter says name, acronym or code.
  std::string small;
  std::vector<std::size_t> letter_end;  // byte offset after each letter
  int letters = 0;
  const auto length = static_cast<std::int32_t>(word.size());
  for (std::int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT(word.data(), at, length, c);
    if (c < 0 || u_isalpha(c) == 0) return {};
    if (letters > 0 && u_isupper(c) != 0) return {};
    const UChar32 lower = u_tolower(c);
    if (!dictionary_->append(small, lower)) return {};
    letter_end.push_back(static_cast<std::size_t>(at));
    ++letters;
  }
  if (letters < least_letters) return {};

  std::vector<char> marks(small.size() + 5, 0);  // libhyphen asks for five bytes to spare
  char** replacements = nullptr;
  int* positions = nullptr;
  int* cuts = nullptr;
  const int failed = hnj_hyphen_hyphenate2(dictionary_->handle, small.data(), static_cast<int>(small.size()),
                                           marks.data(), nullptr, &replacements, &positions, &cuts);
  std::vector<std::size_t> found;
  if (failed == 0) {
    // The marks count characters, also in a UTF-8 dictionary.
    for (int i = least_before - 1; i + least_after < letters; ++i) {
      const bool divided = (marks[static_cast<std::size_t>(i)] & 1) != 0;
      // A division that respells the word (old German "Zuk-ker") is not made: layout shows the source's letters.
      const bool respelled = replacements != nullptr && replacements[i] != nullptr;
      if (divided && !respelled) found.push_back(letter_end[static_cast<std::size_t>(i)]);
    }
  }
  if (replacements != nullptr) {
    for (std::size_t i = 0; i < small.size(); ++i) std::free(replacements[i]);
  }
  std::free(replacements);
  std::free(positions);
  std::free(cuts);
  return found;
}

HyphenationLibrary::HyphenationLibrary(std::string folder) : folder_(std::move(folder)) {}
HyphenationLibrary::~HyphenationLibrary() = default;

Hyphenator* HyphenationLibrary::find(const std::string& language) {
  const auto known = by_language_.find(language);
  if (known != by_language_.end()) return known->second.get();
  std::unique_ptr<Hyphenator>& place = by_language_[language];
  const Subtags tag = subtags_of(language);
  // the tag becomes part of a path
  if (!is_plain(tag.language) || !is_hyphenated_language(tag.language)) return nullptr;
  std::vector<std::string> names;
  if (is_plain(tag.region)) names.push_back(tag.language + "_" + tag.region);
  names.push_back(tag.language + "_" + default_region(tag.language));
  names.push_back(tag.language);
  for (const std::string& name : names) {
    const std::string path = folder_ + "/hyph_" + name + ".dic";
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored)) continue;
    auto dictionary = std::make_unique<Hyphenator::Dictionary>();
    dictionary->handle = hnj_hyphen_load(path.c_str());
    if (dictionary->handle == nullptr) continue;
    dictionary->utf8 = dictionary->handle->utf8 != 0;
    if (!dictionary->utf8 && std::string_view(dictionary->handle->cset) != "ISO8859-1") continue;
    place.reset(new Hyphenator(std::move(dictionary)));
    break;
  }
  return place.get();
}

bool is_hyphenated_language(std::string_view language) {
  const std::string name = subtags_of(language).language;
  for (const char* other : {"ar", "fa", "ur", "ps", "he", "yi", "zh", "ja", "ko", "th", "lo", "km", "my", "und"}) {
    if (name == other) return false;
  }
  return !name.empty();
}

std::string hyphenation_package(std::string_view language) {
  const Subtags tag = subtags_of(language);
  if (tag.language == "en") return tag.region == "US" ? "hyphen-en-us" : "hyphen-en-gb";
  return "hyphen-" + tag.language;
}

}  // namespace herald::typeset
