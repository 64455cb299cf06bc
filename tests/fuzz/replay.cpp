// Runs every seed of seeds/KIND through its target, and each of them cut short at several places, in every build: what
// a fuzzer has found once stays found.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "tests/fuzz/target.hpp"
#include "tests/support/catch.hpp"

namespace fs = std::filesystem;

namespace {

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("the seeds of all fuzz targets are read, whole and cut short", "[fuzz]") {
  const fs::path seeds = fs::path(HERALD_TEST_SOURCE_DIR) / "fuzz" / "seeds";
  std::size_t count = 0;
  for (const fs::directory_entry& folder : fs::directory_iterator(seeds)) {
    const std::string kind = folder.path().filename().string();
    std::set<fs::path> files;
    for (const fs::directory_entry& file : fs::directory_iterator(folder)) files.insert(file.path());
    for (const fs::path& file : files) {
      INFO(file.string());
      const std::string bytes = content(file);
      constexpr std::size_t cuts = 7;
      for (std::size_t part = 1; part <= cuts; ++part) {
        const std::string head = bytes.substr(0, bytes.size() * part / cuts);
        herald::test::run_fuzz_case(kind, head);
        herald::test::run_fuzz_case("any", head);
      }
      ++count;
    }
  }
  CHECK(count >= 14);
}
