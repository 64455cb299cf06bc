// A template cut into text and tags, with its includes put in their places: what check.cpp reads, and
// what template.cpp gives to the mustache library. Each piece knows its file and line.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "herald/result.hpp"

namespace herald::templates {

/// The files of a template's folder, by path inside it, as the host hands them over.
using Files = std::map<std::string, std::string, std::less<>>;

enum class PieceKind : std::uint8_t { text, variable, section, inverted_section, end };

/// `content` is the text, or the name in the tag; both views point into the Files.
struct Piece {
  PieceKind kind = PieceKind::text;
  std::string_view content;
  std::string_view file;
  std::size_t line = 1;
};

/// "FOLDER/newsletter.mustache:41", as a Failure's location.
std::string location_of(const Piece& piece, std::string_view folder);

/// Cuts `main_file` and what it includes ({{> name}} is the file name.mustache). Comments are left out.
/// Refuses with template_invalid, naming file and line: a tag that is not closed or not known, a change of
/// delimiters, a section that is not closed in its file, an include that is missing or leads back to
/// itself, and whatever is over the limits; with template_missing, a folder without `main_file`.
/// `folder` is for messages.
Result<std::vector<Piece>> cut(const Files& files, std::string_view main_file, std::string_view folder);

}  // namespace herald::templates
