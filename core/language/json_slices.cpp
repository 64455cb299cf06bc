// One walk over the text that counts brackets and steps over strings.
#include "core/language/json_slices.hpp"

#include <algorithm>

namespace herald::language {
namespace {

constexpr std::string_view white_space = " \t\r\n";

std::size_t skip_space(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(white_space, at), text.size());
}

// The byte behind the string that opens at `at`; npos where it does not close.
std::size_t end_of_string(std::string_view text, std::size_t at) {
  for (std::size_t mark = text.find('"', at + 1); mark != std::string_view::npos; mark = text.find('"', mark + 1)) {
    std::size_t escapes = 0;
    while (text[mark - escapes - 1] == '\\' && mark - escapes - 1 > at) ++escapes;
    if (escapes % 2 == 0) return mark + 1;
  }
  return std::string_view::npos;
}

// The byte behind the value that begins at `at`; npos where it does not end.
std::size_t end_of_value(std::string_view text, std::size_t at) {
  int depth = 0;
  for (std::size_t i = at; i < text.size();) {
    const char c = text[i];
    if (c == '"') {
      i = end_of_string(text, i);
      if (i == std::string_view::npos || depth == 0) return i;
      continue;
    }
    if (depth == 0 && (c == ',' || c == '}' || c == ']')) return i > at ? i : std::string_view::npos;
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && --depth == 0) return i + 1;
    ++i;
  }
  return std::string_view::npos;
}

}  // namespace

std::vector<std::pair<std::string_view, std::string_view>> json_members(std::string_view object) {
  std::vector<std::pair<std::string_view, std::string_view>> members;
  std::size_t at = skip_space(object, 0);
  if (at >= object.size() || object[at] != '{') return {};
  at = skip_space(object, at + 1);
  while (at < object.size() && object[at] == '"') {
    const std::size_t name_end = end_of_string(object, at);
    if (name_end == std::string_view::npos) return {};
    const std::string_view name = object.substr(at + 1, name_end - at - 2);
    at = skip_space(object, name_end);
    if (at >= object.size() || object[at] != ':') return {};
    at = skip_space(object, at + 1);
    const std::size_t value_end = end_of_value(object, at);
    if (value_end == std::string_view::npos) return {};
    members.emplace_back(name, object.substr(at, value_end - at));
    at = skip_space(object, value_end);
    if (at < object.size() && object[at] == ',') at = skip_space(object, at + 1);
  }
  return at < object.size() && object[at] == '}' ? members : decltype(members){};
}

}  // namespace herald::language
