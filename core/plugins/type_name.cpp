// See type_name.hpp.
#include "core/plugins/type_name.hpp"

#include <cxxabi.h>

#include <cctype>
#include <cstdlib>
#include <memory>

namespace herald::plugins {

std::string demangled(const std::string& name) {
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> text(abi::__cxa_demangle(name.c_str(), nullptr, nullptr, &status),
                                                         &std::free);
  return status == 0 && text != nullptr ? std::string(text.get()) : name;
}

std::string with_demangled_symbols(const std::string& text) {
  const auto is_symbol_character = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; };
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    // Types alone ("i", "St9exception") look like words: only symbols, which begin with _Z, are taken.
    if (text.compare(at, 2, "_Z") != 0 || (at > 0 && is_symbol_character(text[at - 1]))) {
      result += text[at++];
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_symbol_character(text[end])) ++end;
    result += demangled(text.substr(at, end - at));
    at = end;
  }
  return result;
}

std::string one_line(const std::string& text) {
  // A terminal's line or three; what() of a foreign library has been seen to hold a whole document.
  constexpr std::size_t limit = 400;
  std::string result;
  for (const char c : text) {
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    if (control && (result.empty() || result.back() == ' ')) continue;
    result += control ? ' ' : c;
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  if (result.size() <= limit) return result;
  std::size_t end = limit;
  while (end > 0 && (static_cast<unsigned char>(result[end]) & 0xc0) == 0x80) --end;  // not inside a letter
  return result.substr(0, end) + "…";
}

}  // namespace herald::plugins
