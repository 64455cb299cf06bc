// The names that a template may use, each with its kind and a line of help: what check.cpp holds a
// template against, and what the list in a template's README is tested with.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace herald::templates {

/// What a name stands for, which decides where it may stand: markup only between tags, an address at
/// the head of href and src, a style (colour, size, font) in style, the rest anywhere between or in
/// quoted attributes.
enum class NameKind : std::uint8_t { text, markup, address, style, flag, list, object };

/// `path` is the name with those of the lists and objects around it: "figures.value".
struct Name {
  std::string path;
  NameKind kind = NameKind::text;
  std::string help;
};

using Names = std::vector<Name>;

/// The candidate nearest to a word by edit distance, "" where none is near: "did you mean …?".
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace herald::templates
