// Finds the encoding in the order of certainty: byte order mark, wide encodings without one, UTF-8,
// then ICU's detector for single-byte encodings. What looks like a program, an image or an archive is
// refused here, so that no later pass meets a NUL.
#include "core/reading/decode.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf16.h>

namespace herald::reading {
namespace {

using std::string_view_literals::operator""sv;

// Enough to tell an encoding; a detector that reads all of a long file is no surer.
constexpr std::size_t sample_size = 16 * 1024;

struct Signature {
  std::string_view bytes;
  std::string_view what;
  std::string_view hint;
};

constexpr std::array signatures = {
    Signature{"%PDF-"sv, "a PDF file", "copy its text into a text file"},
    Signature{"PK\x03\x04"sv, "a ZIP archive or an office document",
              "read as such where nothing else is asked for: leave out --from"},
    Signature{"\xD0\xCF\x11\xE0"sv, "an old office document", "save it as .docx or plain text"},
    Signature{"{\\rtf"sv, "a rich text file", "save it as .docx or plain text"},
    Signature{"\x89PNG"sv, "a picture", "give the text of the release"},
    Signature{"\xFF\xD8\xFF"sv, "a picture", "give the text of the release"},
    Signature{"GIF8"sv, "a picture", "give the text of the release"},
    Signature{"\x7F"
              "ELF"sv,
              "a program", "give the text of the release"},
    Signature{"\x1F\x8B"sv, "compressed data", "unpack it first"},
};

/// Length of the valid UTF-8 sequence at `at` (Unicode 15, table 3-7), or 0; `bad` is then the length
/// of the longest damaged part to replace by one U+FFFD.
std::size_t valid_sequence(std::string_view bytes, std::size_t at, std::size_t& bad) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0;
  };
  const unsigned lead = byte(0);
  bad = 1;
  if (lead < 0x80) return 1;
  std::size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                       : lead >= 0xE0 && lead <= 0xEF ? 3
                       : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                      : 0;
  if (length == 0) return 0;
  const unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (byte(1) < low || byte(1) > high) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if (byte(i) < 0x80 || byte(i) > 0xBF) {
      bad = i;
      return 0;
    }
  }
  return length;
}

struct Utf8Survey {
  std::size_t multibyte = 0;        // valid sequences of two bytes and more
  std::vector<std::size_t> damage;  // offsets of what is not UTF-8
  std::size_t controls = 0;         // C0 controls that no text has
};

bool is_text_control(unsigned char byte) { return (byte >= 0x09 && byte <= 0x0D) || byte == 0x1B || byte == 0x1A; }

Utf8Survey survey_utf8(std::string_view bytes) {
  Utf8Survey survey;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (byte < 0x80) {
      if (byte < 0x20 && !is_text_control(byte)) ++survey.controls;
      ++at;
      continue;
    }
    std::size_t bad = 1;
    const std::size_t length = valid_sequence(bytes, at, bad);
    if (length == 0) {
      survey.damage.push_back(at);
      at += bad;
    } else {
      ++survey.multibyte;
      at += length;
    }
  }
  return survey;
}

void report_damage(const std::vector<std::size_t>& file_offsets, std::size_t first_in_text, Diagnostics& diagnostics) {
  // The first few offsets are enough to find the place; all of a damaged megabyte would help nobody.
  constexpr std::size_t shown = 5;
  std::string message = file_offsets.size() == 1
                            ? "a damaged byte was replaced, at byte "
                            : std::to_string(file_offsets.size()) + " damaged bytes were replaced, at bytes ";
  for (std::size_t i = 0; i < std::min(shown, file_offsets.size()); ++i) {
    if (i > 0) message += ", ";
    message += std::to_string(file_offsets[i]);
  }
  if (file_offsets.size() > shown) message += " and further on";
  const auto begin = static_cast<std::uint32_t>(first_in_text);
  warn(diagnostics, "damaged-bytes", std::move(message), "save the release again as UTF-8", Span{begin, begin + 3});
}

/// Copies UTF-8, each damaged part as U+FFFD.
std::string repair_utf8(std::string_view bytes, const std::vector<std::size_t>& damage) {
  std::string text;
  text.reserve(bytes.size() + 2 * damage.size());
  std::size_t copied = 0;
  for (const std::size_t at : damage) {
    std::size_t bad = 1;
    valid_sequence(bytes, at, bad);
    text.append(bytes.substr(copied, at - copied)).append("\xEF\xBF\xBD");
    copied = at + bad;
  }
  return text.append(bytes.substr(copied));
}

struct Wide {
  std::string_view name;
  unsigned unit;  // bytes
  bool big_endian;
};

constexpr std::array wide_encodings = {Wide{"UTF-32LE", 4, false}, Wide{"UTF-32BE", 4, true},
                                       Wide{"UTF-16LE", 2, false}, Wide{"UTF-16BE", 2, true}};

std::uint32_t unit_at(std::string_view bytes, std::size_t at, const Wide& wide) {
  std::uint32_t value = 0;
  for (unsigned i = 0; i < wide.unit; ++i) {
    const std::size_t index = wide.big_endian ? at + i : at + wide.unit - 1 - i;
    value = value << 8 | static_cast<unsigned char>(bytes[index]);
  }
  return value;
}

/// The next code point, U+FFFD with `damaged` set where there is none; moves `at` on.
char32_t next_wide(std::string_view bytes, std::size_t& at, const Wide& wide, bool& damaged) {
  damaged = bytes.size() - at < wide.unit;
  if (damaged) {
    at = bytes.size();
    return 0xFFFD;
  }
  std::uint32_t unit = unit_at(bytes, at, wide);
  at += wide.unit;
  if (wide.unit == 2 && U16_IS_LEAD(unit) && bytes.size() - at >= 2) {
    const std::uint32_t trail = unit_at(bytes, at, wide);
    if (U16_IS_TRAIL(trail)) {
      at += 2;
      return U16_GET_SUPPLEMENTARY(unit, trail);
    }
  }
  damaged = unit > 0x10FFFF || U_IS_SURROGATE(unit);
  return damaged ? 0xFFFD : static_cast<char32_t>(unit);
}

/// Whether a sample read this way is text: assigned characters, hardly a control, some white space.
bool reads_as_text(std::string_view sample, const Wide& wide) {
  sample = sample.substr(0, sample.size() / wide.unit * wide.unit);
  if (sample.empty()) return false;
  std::size_t count = 0;
  std::size_t letters = 0;
  std::size_t spaces = 0;
  std::size_t low = 0;
  for (std::size_t at = 0; at < sample.size(); ++count) {
    bool damaged = false;
    const char32_t c = next_wide(sample, at, wide, damaged);
    if (damaged && at < sample.size()) return false;
    if (c == 0 || !u_isdefined(static_cast<UChar32>(c)) ||
        (c < 0x20 && !is_text_control(static_cast<unsigned char>(c)))) {
      return false;
    }
    // Not every white space: U+0020 read the wrong way round is U+2000, a space too.
    if (c == 0x20 || c == '\n' || c == '\r' || c == '\t') ++spaces;
    if (u_isalpha(static_cast<UChar32>(c))) ++letters;
    if (c < 0x2000) ++low;
  }
  // Bytes of ordinary text paired the wrong way give CJK characters without a single space or line end.
  return letters * 2 > count && (spaces > 0 || low == count);
}

void append_utf8(std::string& text, char32_t c) {
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += static_cast<char>(0xC0 | c >> 6);
    text += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    text += static_cast<char>(0xE0 | c >> 12);
    text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    text += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    text += static_cast<char>(0xF0 | c >> 18);
    text += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    text += static_cast<char>(0x80 | (c & 0x3F));
  }
}

/// An encrypted .docx is no ZIP archive but a file of the old form with a stream of this name in UTF-16
/// ([MS-OFFCRYPTO] 2.3.4.4).
bool is_protected_office_document(std::string_view bytes) {
  static constexpr std::string_view stream = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
  return bytes.starts_with("\xD0\xCF\x11\xE0"sv) && bytes.find(stream) != std::string_view::npos;
}

Failure binary(const std::string& uri, std::string_view what, std::string_view hint) {
  return {ErrorCode::input_binary, "this is " + std::string(what) + ", not the text of a release", std::string(hint),
          uri};
}

Result<Decoded> decode_wide(std::string_view bytes, std::size_t mark, const Wide& wide, const std::string& uri,
                            Diagnostics& diagnostics) {
  Decoded decoded{.text = {}, .encoding = std::string(wide.name)};
  std::vector<std::size_t> damage;
  std::size_t first_in_text = 0;
  for (std::size_t at = mark; at < bytes.size();) {
    bool damaged = false;
    const std::size_t begin = at;
    const char32_t c = next_wide(bytes, at, wide, damaged);
    if (c == 0) return binary(uri, "binary data (a NUL character)", "");
    if (damaged) {
      if (damage.empty()) first_in_text = decoded.text.size();
      damage.push_back(begin);
    }
    append_utf8(decoded.text, c);
  }
  if (!damage.empty()) report_damage(damage, first_in_text, diagnostics);
  return decoded;
}

const Wide* wide_by_mark(std::string_view bytes, std::size_t& mark) {
  const auto starts = [&](std::string_view prefix) { return bytes.substr(0, prefix.size()) == prefix; };
  mark = 4;
  if (starts("\xFF\xFE\0\0"sv)) return &wide_encodings[0];
  if (starts("\0\0\xFE\xFF"sv)) return &wide_encodings[1];
  mark = 2;
  if (starts("\xFF\xFE"sv)) return &wide_encodings[2];
  if (starts("\xFE\xFF"sv)) return &wide_encodings[3];
  return nullptr;
}

/// Windows-1252 has printable characters where ISO 8859 has the C1 controls, which no text uses.
bool has_c1(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 && byte <= 0x9F;
  });
}

bool is_latin_letter(unsigned char byte) {
  return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || byte >= 0xC0;
}

/// ISO 8859-15 differs from 8859-1 in eight bytes: the euro sign for the currency sign, and letters
/// (Š š Ž ž Œ œ Ÿ) for signs that never stand inside a word.
bool looks_like_latin9(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte == 0xA4) return true;
    const bool letter_in_latin9 =
        byte == 0xA6 || byte == 0xA8 || byte == 0xB4 || byte == 0xB8 || byte == 0xBC || byte == 0xBD;
    if (letter_in_latin9 && i + 1 < bytes.size() && is_latin_letter(static_cast<unsigned char>(bytes[i + 1])) &&
        i > 0 && is_latin_letter(static_cast<unsigned char>(bytes[i - 1]))) {
      return true;
    }
  }
  return false;
}

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct DetectorCloser {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

/// The detector's best guess, "" where it has none worth a name. Only the bytes around those outside
/// ASCII are shown to it: pages of plain English before one accented name would drown the name.
std::string detected_name(std::string_view bytes) {
  std::string sample;
  for (std::size_t at = 0; at < bytes.size() && sample.size() < sample_size;) {
    const auto high = std::find_if(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(),
                                   [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (high == bytes.end()) break;
    const auto position = static_cast<std::size_t>(high - bytes.begin());
    const std::size_t begin = std::max(at, position - std::min<std::size_t>(position, 200));
    const std::size_t end = std::min(bytes.size(), position + 200);
    sample.append(bytes.substr(begin, end - begin));
    at = end;
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, DetectorCloser> detector(ucsdet_open(&status));
  if (U_FAILURE(status)) return {};
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return {};
  // Below 20 of 100 the detector's order is chance; the caller's fallback is better.
  constexpr std::int32_t least_confidence = 20;
  if (ucsdet_getConfidence(match, &status) < least_confidence) return {};
  const char* name = ucsdet_getName(match, &status);
  return U_SUCCESS(status) && name != nullptr ? name : "";
}

std::string single_byte_encoding(std::string_view bytes) {
  std::string name = detected_name(bytes);
  // The detector gives UTF-8 for what is nearly UTF-8; the caller knows better by now.
  if (name.empty() || name.rfind("UTF-", 0) == 0) name = "ISO-8859-1";
  if (name == "ISO-8859-1" || name == "windows-1252") {
    if (has_c1(bytes)) return "windows-1252";
    return looks_like_latin9(bytes) ? "ISO-8859-15" : "ISO-8859-1";
  }
  return name;
}

Result<Decoded> decode_single_byte(std::string_view bytes, const std::string& uri, Diagnostics& diagnostics) {
  const std::string name = single_byte_encoding(bytes);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, ConverterCloser> converter(ucnv_open(name.c_str(), &status));
  const Failure undecodable{ErrorCode::input_undecodable, "no known encoding fits these bytes",
                            "save the release as UTF-8", uri};
  if (U_FAILURE(status)) return undecodable;

  Decoded decoded{.text = {}, .encoding = name};
  decoded.text.reserve(bytes.size() + bytes.size() / 8);
  std::vector<std::size_t> damage;
  std::size_t first_in_text = 0;
  const char* next = bytes.data();
  const char* const end = next + bytes.size();
  while (next < end) {
    const char* const begin = next;
    status = U_ZERO_ERROR;
    const UChar32 c = ucnv_getNextUChar(converter.get(), &next, end, &status);
    if (status == U_INDEX_OUTOFBOUNDS_ERROR) break;
    if (next == begin) ++next;
    const bool damaged = U_FAILURE(status) || c == 0xFFFD;
    if (damaged) {
      if (damage.empty()) first_in_text = decoded.text.size();
      damage.push_back(static_cast<std::size_t>(begin - bytes.data()));
    }
    append_utf8(decoded.text, damaged ? 0xFFFD : static_cast<char32_t>(c));
  }
  // One byte in twenty that the encoding does not know: it is not this encoding, and probably not text.
  if (damage.size() * 20 > bytes.size()) return undecodable;
  if (!damage.empty()) report_damage(damage, first_in_text, diagnostics);
  return decoded;
}

}  // namespace

Result<Decoded> decode(std::string bytes, const std::string& uri, Diagnostics& diagnostics) {
  if (bytes.empty()) return Failure{ErrorCode::input_empty, "the file is empty", "give the text of a release", uri};

  std::size_t mark = 0;
  if (const Wide* wide = wide_by_mark(bytes, mark)) return decode_wide(bytes, mark, *wide, uri, diagnostics);
  if (is_protected_office_document(bytes)) {
    return Failure{ErrorCode::input_binary, "this is an office document protected by a password",
                   "open it with the password and save it without one", uri};
  }
  for (const Signature& signature : signatures) {
    if (bytes.compare(0, signature.bytes.size(), signature.bytes) == 0)
      return binary(uri, signature.what, signature.hint);
  }
  if (bytes.find('\0') != std::string::npos) {
    const auto sample = std::string_view(bytes).substr(0, sample_size);
    for (const Wide& wide : wide_encodings) {
      if (reads_as_text(sample, wide)) return decode_wide(bytes, 0, wide, uri, diagnostics);
    }
    return binary(uri, "binary data (it holds NUL bytes)", "give the text of the release");
  }

  const Utf8Survey survey = survey_utf8(bytes);
  // Text has no such controls; one in fifty is more than a stray one from a terminal or a form.
  if (survey.controls * 50 > bytes.size()) return binary(uri, "binary data", "give the text of the release");
  if (survey.damage.empty()) return Decoded{std::move(bytes), "UTF-8"};
  // In a single-byte encoding two high bytes rarely form a valid sequence by chance; where most do, the
  // text is UTF-8 with damage.
  if (survey.multibyte > survey.damage.size()) {
    report_damage(survey.damage, survey.damage.front(), diagnostics);
    return Decoded{repair_utf8(bytes, survey.damage), "UTF-8"};
  }
  return decode_single_byte(bytes, uri, diagnostics);
}

}  // namespace herald::reading
