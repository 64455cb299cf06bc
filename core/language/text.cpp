// Questions about UTF-8 text, answered by ICU's character properties. ASCII, which is most of what
// releases hold, is answered without asking ICU: that halves the cost of reading.
#include "core/language/text.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace herald::language {
namespace {

constexpr bool is_ascii(char32_t c) noexcept { return c < 0x80; }

UChar32 icu(char32_t c) noexcept { return static_cast<UChar32>(c); }

// Vowel signs, the sign of doubling and the stretched line are written or not, as the writer likes (Unicode
// Standard, 9.2: tashkil, tatweel). What a hamza or madda makes is another letter, and in NFC not among these.
bool is_arabic_vowel(UChar c) { return (c >= 0x064B && c <= 0x0652) || c == 0x0670 || c == 0x0640; }

icu::UnicodeString without_arabic_vowels(const icu::UnicodeString& text) {
  icu::UnicodeString bare;
  for (std::int32_t i = 0; i < text.length(); ++i)
    if (!is_arabic_vowel(text.charAt(i))) bare.append(text.charAt(i));
  return bare;
}

// Whether the text is printable ASCII with single spaces between its words, as nearly every word is.
bool is_plain_ascii(std::string_view text) {
  char before = ' ';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte >= 0x7F || (c == ' ' && before == ' ')) return false;
    before = c;
  }
  return before != ' ';
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t offset) noexcept {
  if (offset >= text.size()) return {};
  const auto first = static_cast<unsigned char>(text[offset]);
  if (first < 0x80) return {first, 1};
  // At most four bytes are looked at, so a view of them keeps ICU's 32-bit offsets safe for any size.
  const auto bytes = reinterpret_cast<const std::uint8_t*>(text.data() + offset);
  const auto available = static_cast<std::int32_t>(text.size() - offset < 4 ? text.size() - offset : 4);
  std::int32_t position = 0;
  UChar32 value = 0;
  U8_NEXT(bytes, position, available, value);
  if (value < 0) return {0xFFFD, 1};
  return {static_cast<char32_t>(value), static_cast<std::uint8_t>(position)};
}

CodePoint code_point_before(std::string_view text, std::size_t offset) noexcept {
  if (offset == 0 || offset > text.size()) return {};
  for (std::size_t length = 1; length <= 4 && length <= offset; ++length) {
    const CodePoint candidate = code_point_at(text.substr(0, offset), offset - length);
    if (candidate.length == length && (candidate.value != 0xFFFD || length > 1)) return candidate;
  }
  return {0xFFFD, 1};
}

bool is_space(char32_t c) noexcept {
  if (is_ascii(c)) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(icu(c)) != 0;
}

bool is_letter(char32_t c) noexcept {
  if (is_ascii(c)) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  // Marks belong to the letter before them (Arabic vowels, combining accents).
  return (U_GET_GC_MASK(icu(c)) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
}

bool is_upper(char32_t c) noexcept {
  if (is_ascii(c)) return c >= 'A' && c <= 'Z';
  return u_isUUppercase(icu(c)) != 0 || u_istitle(icu(c)) != 0;
}

bool is_lower(char32_t c) noexcept {
  if (is_ascii(c)) return c >= 'a' && c <= 'z';
  return u_isULowercase(icu(c)) != 0;
}

bool is_digit(char32_t c) noexcept { return digit_value(c) >= 0; }

int digit_value(char32_t c) noexcept {
  if (is_ascii(c)) return c >= '0' && c <= '9' ? static_cast<int>(c - '0') : -1;
  return u_charDigitValue(icu(c)) >= 0 && u_charType(icu(c)) == U_DECIMAL_DIGIT_NUMBER ? u_charDigitValue(icu(c)) : -1;
}

bool is_dash(char32_t c) noexcept {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D;
}

bool is_opening_quote(char32_t c) noexcept {
  return c == 0x201C || c == 0x2018 || c == 0x00AB || c == 0x2039 || c == 0x201E || c == 0x201A || c == 0x201F ||
         c == 0x300C || c == 0x300E;
}

bool is_closing_quote(char32_t c) noexcept {
  return c == 0x201D || c == 0x2019 || c == 0x00BB || c == 0x203A || c == 0x300D || c == 0x300F;
}

std::string fold_space(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  bool pending = false;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    if (is_space(c.value)) {
      pending = !folded.empty();
    } else {
      if (pending) folded += ' ';
      pending = false;
      folded.append(text, i, c.length);
    }
    i += c.length;
  }
  return folded;
}

std::string fold_case(std::string_view text) {
  if (is_plain_ascii(text)) {
    std::string folded(text);
    for (char& c : folded)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return folded;
  }
  std::string folded = fold_space(text);
  bool ascii = true;
  for (char& c : folded) {
    if (static_cast<unsigned char>(c) >= 0x80) ascii = false;
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (ascii) return folded;

  icu::UnicodeString wide = icu::UnicodeString::fromUTF8(folded);
  wide.toLower(icu::Locale::getRoot());
  UErrorCode status = U_ZERO_ERROR;
  if (const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status); U_SUCCESS(status) && nfc != nullptr) {
    icu::UnicodeString composed = nfc->normalize(wide, status);
    if (U_SUCCESS(status)) wide = std::move(composed);
  }
  wide = without_arabic_vowels(wide);
  wide.findAndReplace(icu::UnicodeString(static_cast<UChar>(0x2019)), icu::UnicodeString(static_cast<UChar>('\'')));
  wide.findAndReplace(icu::UnicodeString(static_cast<UChar>(0x02BC)), icu::UnicodeString(static_cast<UChar>('\'')));
  folded.clear();
  wide.toUTF8String(folded);
  return folded;
}

std::string_view trim(std::string_view text) noexcept {
  while (!text.empty()) {
    const CodePoint c = code_point_at(text, 0);
    if (!is_space(c.value)) break;
    text.remove_prefix(c.length);
  }
  while (!text.empty()) {
    const CodePoint c = code_point_before(text, text.size());
    if (!is_space(c.value)) break;
    text.remove_suffix(c.length);
  }
  return text;
}

}  // namespace herald::language
