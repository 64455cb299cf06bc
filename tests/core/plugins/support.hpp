// What the tests of the plugin host share: folders that vanish, plugin.json files that differ from a
// good one in one member, fixtures copied so that each test maps its own, and markers.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "core/plugins/catalogue.hpp"
#include "herald/error.hpp"

namespace herald::test {

namespace fs = std::filesystem;

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "herald-plugins-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a temporary folder");
    path_ = fs::canonical(name);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }

  const fs::path& path() const { return path_; }
  fs::path operator/(const std::string& name) const { return path_ / name; }

 private:
  fs::path path_;
};

inline void write_file(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

inline std::string read_file(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::logic_error("the sample has no " + from);
  return text.replace(at, from.size(), to);
}

/// A plugin.json in which nothing is wrong.
inline std::string good_json() {
  return R"({
  "id": "sample",
  "version": "1.2.3",
  "description": "A sample",
  "document_schema": "herald-document/1",
  "class": "herald::plugins::Sample",
  "header": "sample.hpp",
  "formats": [
    {"name": "sample", "extension": "txt", "media_type": "text/plain", "description": "Text"}
  ],
  "options": [
    {"name": "size", "type": "integer", "default": 12, "minimum": 6, "maximum": 72, "help": "Points"},
    {"name": "ratio", "type": "number", "default": 0.5, "minimum": 0, "maximum": 1, "help": "A share"},
    {"name": "loud", "type": "boolean", "default": false, "help": "A switch"},
    {"name": "paper", "type": "text", "default": "a4", "choices": ["a4", "letter"], "help": "A sheet"},
    {"name": "note", "type": "text", "default": "", "help": "Any text"}
  ],
  "templates": {"kind": "brief", "default": "standard"},
  "library": "herald_sample.so",
  "abi": 1,
  "build": "gcc-12"
})";
}

/// A fixture plugin copied to `folder`: its library is a new file to the dynamic linker, so that its
/// initialisers run anew.
inline fs::path copy_fixture(const std::string& id, const fs::path& folder) {
  fs::create_directories(folder);
  fs::copy(fs::path(HERALD_FIXTURE_PLUGINS) / id, folder, fs::copy_options::recursive);
  for (const auto& entry : fs::directory_iterator(folder)) {
    fs::permissions(entry.path(), fs::perms::group_write | fs::perms::others_write, fs::perm_options::remove);
  }
  fs::permissions(folder, fs::perms::group_write | fs::perms::others_write, fs::perm_options::remove);
  return folder;
}

/// Where the fixtures drop their markers while this object lives.
class Markers {
 public:
  Markers() { setenv("HERALD_TEST_MARKERS", folder_.path().c_str(), 1); }
  Markers(const Markers&) = delete;
  Markers& operator=(const Markers&) = delete;
  ~Markers() { unsetenv("HERALD_TEST_MARKERS"); }

  bool initialised() const { return fs::exists(folder_ / "initialised"); }
  bool constructed() const { return fs::exists(folder_ / "constructed"); }

 private:
  TemporaryFolder folder_;
};

}  // namespace herald::test
