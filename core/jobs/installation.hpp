// Where this Herald lies on the machine: its plugins and data, found from the place of the program
// itself, so that an install can be moved and the build tree works like an install.
#pragma once

#include <filesystem>
#include <vector>

#include "herald/result.hpp"

namespace herald::jobs {

struct Installation {
  std::filesystem::path plugins;    // lib/herald/plugins
  std::filesystem::path languages;  // share/herald/languages
  std::filesystem::path templates;  // share/herald/templates
  std::filesystem::path schema;     // share/herald/schema

  /// Template folders in the order of search: the user's own ($XDG_DATA_HOME/herald/templates, by default
  /// ~/.local/share/herald/templates), then the install's.
  std::vector<std::filesystem::path> template_roots() const;
};

/// The user's own language packs: $XDG_DATA_HOME/herald/languages, by default ~/.local/share/herald/languages; empty
/// where there is neither. Whether it is there is not looked at.
std::filesystem::path user_languages();

/// Finds the installation from /proc/self/exe; data_missing where its folders are not beside the program.
Result<Installation> locate_installation();

}  // namespace herald::jobs
