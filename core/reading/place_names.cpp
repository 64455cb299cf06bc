// Case rules for names of places. Particles are told by their length, not by a list: in names of places
// words of two letters between others are articles and prepositions in every language of the packs.
#include "core/reading/place_names.hpp"

#include <vector>

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/stringoptions.h>

#include "core/language/text.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

constexpr std::size_t most_words = 4;
// "de", "la", "del", "sur", "of", "and".
constexpr std::size_t longest_particle = 3;

bool is_name_word(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const language::CodePoint point = language::code_point_at(word, at);
    const char32_t c = point.value;
    const bool allowed = language::is_letter(c) || c == U'.' || c == U'\'' || c == U'’' || c == U'ʻ' || c == U'-' ||
                         c == U'‐' || c == U'/' || c == U'&';
    if (!allowed) return false;
    at += point.length;
  }
  return true;
}

enum class Casing : std::uint8_t { title, lower };

std::string recased(std::string_view word, Casing casing) {
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  UErrorCode status = U_ZERO_ERROR;
  const icu::StringPiece piece(word.data(), static_cast<std::int32_t>(word.size()));
  if (casing == Casing::title) {
    icu::CaseMap::utf8ToTitle("", U_TITLECASE_WHOLE_STRING, nullptr, piece, sink, nullptr, status);
  } else {
    icu::CaseMap::utf8ToLower("", 0, piece, sink, nullptr, status);
  }
  return U_SUCCESS(status) ? result : std::string(word);
}

/// One word between spaces; its pieces around hyphens, slashes and apostrophes are names of their own.
std::string recase_word(std::string_view word, bool first, bool last) {
  std::string result;
  std::size_t begin = 0;
  while (begin <= word.size()) {
    std::size_t end = word.find_first_of("-/'", begin);
    const std::size_t curly = word.find("’", begin);
    if (curly < end) end = curly;
    const bool to_the_end = end == std::string_view::npos;
    if (to_the_end) end = word.size();
    const std::string_view piece = word.substr(begin, end - begin);
    const std::size_t separator = to_the_end ? 0 : word[end] == '\xE2' ? 3 : 1;
    const bool before_apostrophe = !to_the_end && (word[end] == '\'' || word[end] == '\xE2');
    const bool inside = !(first && begin == 0) && !(last && to_the_end);
    const bool after_apostrophe = begin > 0 && (word[begin - 1] == '\'' || word.substr(begin - 1, 1) == "\x99");
    // The d' of Côte d'Ivoire, the au of Port-au-Prince; the a of Sana'a is the end of a word.
    const bool particle = (inside && piece.find('.') == std::string_view::npos &&
                           count_letters(piece) == (before_apostrophe ? 1U : 2U)) ||
                          (after_apostrophe && count_letters(piece) == 1);
    result += recased(piece, particle ? Casing::lower : Casing::title);
    result += word.substr(end, separator);
    if (to_the_end) break;
    begin = end + separator;
  }
  return result;
}

}  // namespace

bool is_place_name(std::string_view name) {
  const std::vector<std::string_view> words = split_words(name);
  if (words.empty() || words.size() > most_words) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_name_word(words[i])) return false;
    if (words[i] == "&") continue;
    const std::size_t letters = count_letters(words[i]);
    if (letters == 0) return false;
    const bool particle = i > 0 && i + 1 < words.size() && letters <= longest_particle;
    if (starts_lower(words[i]) && !particle) return false;
  }
  return true;
}

std::string place_in_title_case(std::string_view name, PlacePart part) {
  if (!is_all_capitals(name)) return std::string(name);
  const std::vector<std::string_view> words = split_words(name);
  const std::size_t letters = count_letters(name);
  // "TX", "D.C.", "USA", "U.K.": short forms of regions and countries, and initials of any part.
  const bool initials = letters * 2 <= name.size() && name.find('.') != std::string_view::npos;
  if (initials || (part != PlacePart::city && letters <= 3)) return std::string(name);
  std::string result;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) result += ' ';
    // "WASHINGTON DC", "WASHINGTON D.C.": two letters at the end are the state's.
    const bool state = i > 0 && i + 1 == words.size() && count_letters(words[i]) <= 2;
    result += state ? std::string(words[i]) : recase_word(words[i], i == 0, i + 1 == words.size());
  }
  return result;
}

}  // namespace herald::reading
