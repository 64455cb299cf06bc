// What a plugin's library says of itself, read as a file and not mapped: mapping runs its static
// initialisers, and a library that does not fit must not get that far. A filter against mistakes
// (a stale, foreign or half-made file), not a defence: a trusted plugin has the user's rights.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "herald/result.hpp"

namespace herald::plugins {

struct LibraryFile {
  std::map<std::string, std::string> note;  // of the section .note.herald: abi, build, id, version
  std::vector<std::string> needed;          // the libraries that it is linked with, as recorded
  std::vector<std::string> functions;       // the functions that it exports
  bool binds_now = false;                   // linked with -z now
};

/// Refuses with plugin_unloadable what is not an ELF shared library for this machine, or is cut off.
Result<LibraryFile> read_library_file(const std::filesystem::path& path);

}  // namespace herald::plugins
