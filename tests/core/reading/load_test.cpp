#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <sys/stat.h>
#include <unistd.h>

#include "core/reading/read.hpp"
#include "tests/support/catch.hpp"

using herald::ErrorCode;
using herald::reading::load_bytes;
using herald::reading::ReadOptions;

namespace {

/// A folder of its own for one test, removed afterwards.
class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "herald-load-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string file(const std::string& name, const std::string& bytes) const {
    const std::string path = (path_ / name).string();
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  std::string path(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("a file is loaded as it is", "[reading][load]") {
  const Folder folder;
  const std::string bytes("a\r\nb\0c", 6);
  const auto loaded = load_bytes(folder.file("release.txt", bytes), {});
  REQUIRE(loaded);
  CHECK(*loaded == bytes);
}

TEST_CASE("what cannot be loaded is refused with its code, path and one line", "[reading][load]") {
  const Folder folder;
  REQUIRE(::mkfifo(folder.path("pipe").c_str(), 0600) == 0);
  const std::string large = folder.file("large.txt", std::string(101, 'x'));
  const std::vector<std::pair<std::string, ErrorCode>> cases = {
      {folder.path("missing.txt"), ErrorCode::input_missing},
      {large + "/below", ErrorCode::input_missing},
      {folder.path(""), ErrorCode::input_unreadable},
      {folder.path("pipe"), ErrorCode::input_unreadable},
      {"/dev/zero", ErrorCode::input_unreadable},
      {large, ErrorCode::input_too_large},
  };
  for (const auto& [path, code] : cases) {
    CAPTURE(path);
    const auto loaded = load_bytes(path, ReadOptions{.size_limit_bytes = 100});
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().code == code);
    CHECK(loaded.error().location == path);
    CHECK(to_string(loaded.error()).find('\n') == std::string::npos);
  }
}

TEST_CASE("a file without permission is refused", "[reading][load]") {
  if (::geteuid() == 0) {
    WARN("skipped: the super-user may read every file");
    return;
  }
  const Folder folder;
  const std::string path = folder.file("closed.txt", "text");
  std::filesystem::permissions(path, std::filesystem::perms::none);
  const auto loaded = load_bytes(path, {});
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().code == ErrorCode::input_unreadable);
}
