// Decoding follows Unicode 15, table 3-7 (well-formed UTF-8 byte sequences).
#include "formats/pdf/unicode.hpp"

namespace herald::pdf {

namespace {

constexpr char32_t replacement = 0xFFFD;

struct Lead {
  int length;
  char32_t bits;
  char32_t smallest;  // what a shorter sequence could have said is an overlong form
};

Lead lead_of(unsigned char byte) {
  if (byte < 0x80) return {1, byte, 0};
  if (byte >= 0xC2 && byte < 0xE0) return {2, static_cast<char32_t>(byte & 0x1F), 0x80};
  if (byte >= 0xE0 && byte < 0xF0) return {3, static_cast<char32_t>(byte & 0x0F), 0x800};
  if (byte >= 0xF0 && byte < 0xF5) return {4, static_cast<char32_t>(byte & 0x07), 0x10000};
  return {0, 0, 0};
}

bool is_private_use(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFF); }

bool is_noncharacter(char32_t c) { return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE; }

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& offset) noexcept {
  const Lead lead = lead_of(static_cast<unsigned char>(text[offset]));
  char32_t value = lead.bits;
  if (lead.length == 0 || offset + static_cast<std::size_t>(lead.length) > text.size()) {
    ++offset;
    return replacement;
  }
  for (int i = 1; i < lead.length; ++i) {
    const auto byte = static_cast<unsigned char>(text[offset + static_cast<std::size_t>(i)]);
    if ((byte & 0xC0) != 0x80) {
      ++offset;
      return replacement;
    }
    value = (value << 6) | (byte & 0x3Fu);
  }
  if (value < lead.smallest || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
    ++offset;
    return replacement;
  }
  offset += static_cast<std::size_t>(lead.length);
  return value;
}

std::u32string readable(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = next_code_point(text, offset);
    if (c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) {
      out.push_back(U' ');
    } else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF) {
      continue;
    } else {
      out.push_back(is_private_use(c) || is_noncharacter(c) ? replacement : c);
    }
  }
  return out;
}

void append_utf16be(std::string& out, char32_t code_point) {
  const auto unit = [&out](char32_t value) {
    out.push_back(static_cast<char>(value >> 8));
    out.push_back(static_cast<char>(value & 0xFF));
  };
  if (code_point < 0x10000) return unit(code_point);
  unit(0xD800 + ((code_point - 0x10000) >> 10));
  unit(0xDC00 + ((code_point - 0x10000) & 0x3FF));
}

std::string hexadecimal(std::string_view bytes) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char byte : bytes) {
    out.push_back(digits[static_cast<unsigned char>(byte) >> 4]);
    out.push_back(digits[static_cast<unsigned char>(byte) & 0x0F]);
  }
  return out;
}

std::string hexadecimal_text(std::u32string_view text) {
  std::string bytes = "\xFE\xFF";
  for (const char32_t c : text) append_utf16be(bytes, c);
  return hexadecimal(bytes);
}

std::string shortened(std::string_view text, std::size_t maximum) {
  if (text.size() <= maximum) return std::string(text);
  std::size_t end = maximum;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace herald::pdf
