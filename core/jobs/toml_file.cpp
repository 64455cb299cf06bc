// toml++ behind one function: its header is heavy and its errors become failures here.
#include "core/jobs/toml_file.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

namespace herald::jobs {
namespace {

constexpr std::uintmax_t size_limit_bytes = 1024 * 1024;

// toml++ walks nested tables by recursion, so that "a.a.a…" of a megabyte would overflow the stack. No line
// of a label or template file has more than a handful of dots in its key; text behind the "=" is not looked at.
bool is_too_deep(std::string_view text) {
  constexpr std::ptrdiff_t most_dots_a_line = 32;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const std::string_view key = line.substr(0, line.find('='));
    const std::size_t first = key.find_first_not_of(" \t");
    const bool is_comment = first == std::string_view::npos || key[first] == '#';
    if (!is_comment && std::count(key.begin(), key.end(), '.') > most_dots_a_line) return true;
  }
  return false;
}

void flatten(const toml::table& table, const std::string& prefix, Labels& values) {
  for (const auto& [key, node] : table) {
    const std::string name = prefix + std::string(key.str());
    if (const auto* inner = node.as_table())
      flatten(*inner, name + ".", values);
    else if (const auto* text = node.as_string())
      values.insert_or_assign(name, text->get());
  }
}

}  // namespace

Result<std::string> read_small_file(const std::filesystem::path& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error) return Failure{ErrorCode::data_missing, "cannot be read: " + error.message(), {}, path.string()};
  if (size > size_limit_bytes)
    return Failure{ErrorCode::data_missing, "is larger than 1 MiB", "this file is read whole; make it smaller",
                   path.string()};
  std::ifstream stream(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream.is_open() || stream.bad())
    return Failure{ErrorCode::data_missing, "cannot be read", "check its permissions", path.string()};
  return bytes;
}

Result<Labels> read_flat_toml(const std::filesystem::path& path) {
  Result<std::string> text = read_small_file(path);
  if (!text) return text.error();
  if (is_too_deep(*text))
    return Failure{ErrorCode::template_invalid, "its tables are nested too deep", "name them with fewer dots",
                   path.string()};
  try {
    Labels values;
    flatten(toml::parse(*text), "", values);
    return values;
  } catch (const toml::parse_error& error) {
    const auto& at = error.source().begin;
    return Failure{ErrorCode::template_invalid, std::string(error.description()), "mend the TOML there",
                   path.string() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column)};
  }
}

}  // namespace herald::jobs
