// toml++ behind one function: its header is heavy and its errors become failures here.
#include "core/jobs/toml_file.hpp"

#include <fstream>
#include <iterator>

#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

namespace herald::jobs {
namespace {

constexpr std::uintmax_t size_limit_bytes = 1024 * 1024;

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
