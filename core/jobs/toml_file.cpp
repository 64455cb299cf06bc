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

// toml++ walks nested tables by recursion, and so does flatten(): "a.a.a…" of a megabyte, or brackets nested as
// deep, would overflow the stack. So the depth is measured before anything is parsed. Texts, of several lines
// too, and comments are stepped over by TOML's own rules: a dot in them nests nothing, and a "=" or "#" in a
// quoted key must not hide the dots behind it. On what is no TOML the two may part, but not before the place
// where toml++ gives up.
class DepthMeter {
 public:
  explicit DepthMeter(std::string_view text) : text_(text) {}

  bool is_too_deep() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"' || c == '\'') {
        skip_text(c);
        continue;
      }
      if (c == '#') {
        at_ = std::min(text_.find('\n', at_), text_.size());
        continue;
      }
      count(c);
      if (dots_ > most_dots_a_key || brackets_ > most_brackets) return true;
      ++at_;
    }
    return false;
  }

 private:
  // No key of a label or template file has more than a handful of dots, and no value is nested at all.
  static constexpr int most_dots_a_key = 32;
  static constexpr int most_brackets = 16;

  void count(char c) {
    if (c == '.') ++dots_;
    // What cannot stand inside a key begins another: the figures of a list add up to no depth.
    if (c == '=' || c == ',' || c == '[' || c == ']' || c == '{' || c == '}' || c == '\n') dots_ = 0;
    if (c == '[' || c == '{') ++brackets_;
    if (c == ']' || c == '}') brackets_ = std::max(0, brackets_ - 1);
  }

  void skip_text(char quote) {
    const std::string fence(3, quote);
    const bool has_lines = text_.substr(at_, 3) == fence;
    at_ += has_lines ? 3 : 1;
    while (at_ < text_.size()) {
      if (text_[at_] == '\\' && quote == '"') {
        at_ = std::min(at_ + 2, text_.size());
        continue;
      }
      if (!has_lines && text_[at_] == '\n') return;
      if (!has_lines && text_[at_] == quote) {
        ++at_;
        return;
      }
      if (has_lines && text_.substr(at_, 3) == fence) {
        at_ += 3;
        // A text may end with one or two quotes of its own before the fence.
        for (int own = 0; own < 2 && at_ < text_.size() && text_[at_] == quote; ++own) ++at_;
        return;
      }
      ++at_;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int dots_ = 0;
  int brackets_ = 0;
};

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
  if (DepthMeter(*text).is_too_deep())
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
