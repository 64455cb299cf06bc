#include "formats/typeset/hyphenate.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <utility>

namespace herald::typeset {
namespace {

// Two letters may stand at a line's end, three go to the next line: fewer read worse than a loose line.
// (TeX's \lefthyphenmin and \righthyphenmin for English.) Words under six letters are never divided.
constexpr std::size_t least_before = 2;
constexpr std::size_t least_after = 3;
constexpr std::size_t least_letters = 6;
// Patterns are made for words; beyond this a "word" is data.
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

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::string utf8_of_latin1(const std::string& bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      text.push_back(c);
    } else {
      text.push_back(static_cast<char>(0xC0 | byte >> 6));
      text.push_back(static_cast<char>(0x80 | (byte & 0x3F)));
    }
  }
  return text;
}

/// Patterns of one level: letters, and a value for each place between their bytes. All lie in one string
/// and are found by a table of offsets: a node-based map would spend 5 ms of a cold start on allocating.
class PatternLevel {
 public:
  void add(std::string_view line) {
    std::array<char, most_pattern_bytes> letters{};
    std::array<char, most_pattern_bytes + 1> values{};
    std::size_t length = 0;
    for (const char c : line) {
      if (c >= '0' && c <= '9') {
        values[length] = static_cast<char>(c - '0');
      } else if (length < most_pattern_bytes) {
        letters[length++] = c;
      } else {
        return;
      }
    }
    if (length == 0) return;
    if (2 * (count_ + 1) > table_.size()) grow();
    longest_ = std::max(longest_, length);
    const std::string_view key(letters.data(), length);
    Entry& entry = table_[slot_of(key, hash_of(key))];
    if (entry.length == 0) ++count_;
    entry = {static_cast<std::uint32_t>(store_.size()), static_cast<std::uint32_t>(length)};
    store_.append(key).append(values.data(), length + 1);
  }

  bool empty() const { return count_ == 0; }

  /// Liang: of all patterns found in ".word.", the greatest value counts at each place; odd divides.
  /// The result has a value before each byte of `word`.
  std::string values(std::string_view word) const {
    const std::string bounded = "." + std::string(word) + ".";
    std::string result(bounded.size() + 1, '\0');
    for (std::size_t begin = 0; begin < bounded.size() && !table_.empty(); ++begin) {
      if (is_continuation(bounded[begin])) continue;
      const std::size_t most = std::min(longest_, bounded.size() - begin);
      std::uint32_t hash = first_hash;
      for (std::size_t length = 1; length <= most; ++length) {
        hash = next_hash(hash, bounded[begin + length - 1]);
        const Entry& entry = table_[slot_of(std::string_view(bounded).substr(begin, length), hash)];
        if (entry.length == 0) continue;
        const char* found = store_.data() + entry.offset + entry.length;
        for (std::size_t i = 0; i <= length; ++i) result[begin + i] = std::max(result[begin + i], found[i]);
      }
    }
    return result.substr(1, word.size());
  }

 private:
  static constexpr std::size_t most_pattern_bytes = 64;
  // FNV-1a, which can be carried from a beginning to the next longer one.
  static constexpr std::uint32_t first_hash = 2166136261U;
  static std::uint32_t next_hash(std::uint32_t hash, char c) {
    return (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  }
  static std::uint32_t hash_of(std::string_view key) {
    std::uint32_t hash = first_hash;
    for (const char c : key) hash = next_hash(hash, c);
    return hash;
  }

  struct Entry {
    std::uint32_t offset = 0;
    std::uint32_t length = 0;  // 0: the slot is free
  };

  std::size_t slot_of(std::string_view key, std::uint32_t hash) const {
    const std::size_t mask = table_.size() - 1;
    std::size_t slot = (hash ^ hash >> 15) & mask;
    while (table_[slot].length != 0 && store_.compare(table_[slot].offset, table_[slot].length, key) != 0) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  void grow() {
    std::vector<Entry> old = std::move(table_);
    table_.assign(std::max<std::size_t>(16'384, old.size() * 2), Entry{});
    for (const Entry& entry : old) {
      if (entry.length == 0) continue;
      const std::string_view key = std::string_view(store_).substr(entry.offset, entry.length);
      table_[slot_of(key, hash_of(key))] = entry;
    }
  }

  std::string store_;  // letters, then one value more than letters, for each pattern
  std::vector<Entry> table_;
  std::size_t count_ = 0;
  std::size_t longest_ = 0;
};

}  // namespace

/// A file of libhyphen's format: the encoding, then settings and patterns, in one level or two (the first
/// divides compounds, the second their parts). Patterns that respell a word ("Zuk-ker") are left out:
/// layout shows the source's letters.
class Hyphenator::Patterns {
 public:
  static std::unique_ptr<Patterns> read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(file), {}};
    const std::size_t first_line = content.find('\n');
    if (first_line == std::string::npos) return nullptr;
    std::string encoding = content.substr(0, first_line);
    while (!encoding.empty() && (encoding.back() == '\r' || encoding.back() == ' ')) encoding.pop_back();
    if (encoding == "ISO8859-1") {
      content = utf8_of_latin1(content);
    } else if (encoding != "UTF-8") {
      return nullptr;
    }
    auto patterns = std::make_unique<Patterns>();
    patterns->parse(content, content.find('\n') + 1);
    return patterns->levels_.back().empty() ? nullptr : std::move(patterns);
  }

  /// Byte offsets before which a division may be made, minima not yet regarded.
  std::vector<std::size_t> divide(std::string_view word) const { return divide(word, 0); }

 private:
  void parse(std::string_view content, std::size_t at) {
    while (at < content.size()) {
      const std::size_t end = std::min(content.find('\n', at), content.size());
      std::string_view line = content.substr(at, end - at);
      at = end + 1;
      while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
      if (line == "NEXTLEVEL") {
        if (levels_.back().empty()) continue;  // a first level that only sets minima
        levels_.emplace_back();
      }
      const bool is_setting = line.empty() || line[0] == '#' || line[0] == '%' || (line[0] >= 'A' && line[0] <= 'Z');
      if (is_setting || line.find('/') != std::string_view::npos) continue;
      levels_.back().add(line);
    }
  }

  std::vector<std::size_t> divide(std::string_view word, std::size_t level) const {
    std::vector<std::size_t> found;
    if (level == levels_.size()) return found;
    const std::string values = levels_[level].values(word);
    std::size_t begin = 0;
    for (std::size_t at = 1; at <= word.size(); ++at) {
      const bool divides = at < word.size() && (values[at] & 1) != 0;
      if (!divides && at < word.size()) continue;
      for (const std::size_t inner : divide(word.substr(begin, at - begin), level + 1)) found.push_back(begin + inner);
      if (divides) found.push_back(at);
      begin = at;
    }
    return found;
  }

  std::vector<PatternLevel> levels_ = std::vector<PatternLevel>(1);
};

Hyphenator::Hyphenator(std::unique_ptr<Patterns> patterns) : patterns_(std::move(patterns)) {}
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
  std::vector<std::size_t> small_end;  // byte offset after each letter, in the small form
  std::vector<std::size_t> word_end;   // and in the word
  const auto length = static_cast<std::int32_t>(word.size());
  for (std::int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT(word.data(), at, length, c);
    if (c < 0 || u_isalpha(c) == 0) return {};
    if (!word_end.empty() && u_isupper(c) != 0) return {};
    char bytes[U8_MAX_LENGTH];
    std::int32_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, u_tolower(c));
    small.append(bytes, static_cast<std::size_t>(size));
    small_end.push_back(small.size());
    word_end.push_back(static_cast<std::size_t>(at));
  }
  const std::size_t letters = word_end.size();
  std::vector<std::size_t> found;
  if (letters < least_letters) return found;
  for (const std::size_t offset : patterns_->divide(small)) {
    const auto letter = std::find(small_end.begin(), small_end.end(), offset);
    if (letter == small_end.end()) continue;
    const auto before = static_cast<std::size_t>(letter - small_end.begin()) + 1;
    if (before >= least_before && letters - before >= least_after) found.push_back(word_end[before - 1]);
  }
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
    std::unique_ptr<Hyphenator::Patterns> patterns = Hyphenator::Patterns::read(folder_ + "/hyph_" + name + ".dic");
    if (patterns == nullptr) continue;
    place.reset(new Hyphenator(std::move(patterns)));
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
