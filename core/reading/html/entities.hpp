// Character references of HTML (WHATWG HTML, 13.5): "&nbsp;", "&#8217;", "&#x2019;". Markdown has them too.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace herald::reading {

/// The length of what has the form of a reference at the head of the text, its semicolon included; 0 where none is.
std::size_t reference_length(std::string_view text);

/// The page with the numbers of references that no 32 bits hold ("&#4294967361;") made smaller, still beyond Unicode,
/// so that they are U+FFFD (13.2.5.80): gumbo 0.10 lets them wrap, and writes bytes that are no UTF-8. As long as the
/// source; nothing where the source may stay. Linear in the length of the source.
std::string bound_references(std::string_view source);

/// Says what references stand for, each looked up once.
class References {
 public:
  /// "’" for "&#8217;"; "" for a name that HTML does not know.
  const std::string& text(std::string_view reference);

 private:
  std::unordered_map<std::string, std::string> known_;
};

}  // namespace herald::reading
