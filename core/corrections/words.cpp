#include "core/corrections/words.hpp"

#include <algorithm>
#include <numeric>

#include <unicode/uchar.h>

#include "core/language/text.hpp"

namespace herald::corrections {
namespace {

constexpr std::size_t most_places = 1000;

// What no reader sees: soft hyphens, zero-width spaces and joiners, marks of direction, byte order marks.
bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
         c == 0xFEFF;
}

bool is_double_quote(char32_t c) { return (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB; }
bool is_single_quote(char32_t c) { return (c >= 0x2018 && c <= 0x201B) || c == 0x2039 || c == 0x203A; }

bool is_word_character(char32_t c) { return language::is_letter(c) || language::is_digit(c); }

void append(std::string& text, char32_t c) {
  const auto put = [&](unsigned bits) { text += static_cast<char>(bits); };
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xC0U | (c >> 6U));
  } else {
    if (c < 0x10000) {
      put(0xE0U | (c >> 12U));
    } else {
      put(0xF0U | (c >> 18U));
      put(0x80U | ((c >> 12U) & 0x3FU));
    }
    put(0x80U | ((c >> 6U) & 0x3FU));
  }
  put(0x80U | (c & 0x3FU));
}

}  // namespace

WordFinder::Folded WordFinder::fold(std::string_view text, Case how) {
  Folded folded;
  folded.text.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const language::CodePoint point = language::code_point_at(text, at);
    const auto begin = static_cast<std::uint32_t>(at);
    at += point.length;
    char32_t c = point.value;
    if (is_invisible(c)) continue;
    if (language::is_space(c)) {
      if (folded.text.empty() || folded.text.back() == ' ') continue;
      c = U' ';
    } else if (is_double_quote(c)) {
      c = U'"';
    } else if (is_single_quote(c)) {
      c = U'\'';
    } else if (language::is_dash(c)) {
      c = U'-';
    } else if (how == Case::folded) {
      c = static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
    }
    append(folded.text, c);
    folded.begins.resize(folded.text.size(), begin);
    folded.ends.resize(folded.text.size(), static_cast<std::uint32_t>(at));
  }
  return folded;
}

WordFinder::WordFinder(const Document& document)
    : document_(document),
      exact_(fold(document.source.text, Case::kept)),
      caseless_(fold(document.source.text, Case::folded)),
      sentences_(document.sentences.size()) {
  std::iota(sentences_.begin(), sentences_.end(), 0U);
  std::stable_sort(sentences_.begin(), sentences_.end(), [&](std::uint32_t a, std::uint32_t b) {
    return document.sentences[a].span.begin < document.sentences[b].span.begin;
  });
}

std::vector<Span> WordFinder::spans(const Folded& folded, std::string_view words, std::size_t most) const {
  std::vector<Span> found;
  const bool bounded_before = is_word_character(language::code_point_at(words, 0).value);
  const bool bounded_behind = is_word_character(language::code_point_before(words, words.size()).value);
  const std::string_view text = folded.text;
  for (std::size_t at = text.find(words); at != std::string_view::npos && found.size() < most;) {
    const std::size_t end = at + words.size();
    const bool cuts_before = bounded_before && at > 0 && is_word_character(language::code_point_before(text, at).value);
    const bool cuts_behind =
        bounded_behind && end < text.size() && is_word_character(language::code_point_at(text, end).value);
    if (!cuts_before && !cuts_behind) found.push_back({folded.begins[at], folded.ends[end - 1]});
    at = text.find(words, cuts_before || cuts_behind ? at + 1 : end);
  }
  return found;
}

bool WordFinder::locate(Span span, Occurrence& found) const {
  const auto behind = std::upper_bound(
      sentences_.begin(), sentences_.end(), span.begin,
      [&](std::uint32_t at, std::uint32_t index) { return at < document_.sentences[index].span.begin; });
  if (behind == sentences_.begin()) return false;
  const Sentence& sentence = document_.sentences[*(behind - 1)];
  if (!sentence.span.contains(span.begin)) return false;
  found = {span, *(behind - 1), sentence.block};
  return true;
}

std::vector<Occurrence> WordFinder::find(std::string_view words) const {
  std::vector<Occurrence> found;
  for (const Case how : {Case::kept, Case::folded}) {
    std::string wanted = fold(words, how).text;
    while (wanted.ends_with(' ')) wanted.pop_back();
    if (wanted.empty()) return found;
    for (const Span span : spans(how == Case::kept ? exact_ : caseless_, wanted, most_places)) {
      Occurrence occurrence;
      if (locate(span, occurrence)) found.push_back(occurrence);
    }
    if (!found.empty()) return found;
  }
  return found;
}

std::vector<Occurrence> WordFinder::find(const Address& address) const {
  std::vector<Occurrence> found = find(address.words);
  if (address.paragraph) {
    std::erase_if(found,
                  [&](const Occurrence& one) { return document_.blocks[one.block].number != *address.paragraph; });
  }
  if (!address.nth) return found;
  if (*address.nth > found.size()) return {};
  return {found[*address.nth - 1]};
}

bool WordFinder::is_in_source(std::string_view words) const {
  std::string wanted = fold(words, Case::folded).text;
  while (wanted.ends_with(' ')) wanted.pop_back();
  return !wanted.empty() && !spans(caseless_, wanted, 1).empty();
}

}  // namespace herald::corrections
