// Files that appear whole or not at all.
#include "core/jobs/output_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include "herald/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace herald;
using namespace herald::jobs;
using herald::test::ScratchFolder;

namespace {

ErrorCode code_of(const std::filesystem::path& target) {
  try {
    OutputFile file(target);
  } catch (const Error& error) {
    return error.failure().code;
  }
  return ErrorCode::internal;
}

}  // namespace

TEST_CASE("a file has its name only after commit", "[jobs]") {
  const ScratchFolder folder;
  {
    OutputFile file(folder / "a.pdf");
    file.write("half");
    CHECK(folder.file_count() == 0);
  }
  CHECK(folder.file_count() == 0);
  OutputFile file(folder / "a.pdf");
  file.write("one ");
  file.write("two");
  file.commit();
  CHECK(folder.read("a.pdf") == "one two");
  CHECK(file.size_bytes() == 7);
  CHECK(folder.file_count() == 1);
}

TEST_CASE("what stood there before stays until commit, and keeps its permissions", "[jobs]") {
  const ScratchFolder folder;
  folder.write("a.pdf", "old");
  ::chmod((folder / "a.pdf").c_str(), 0640);
  OutputFile file(folder / "a.pdf");
  file.write("new");
  CHECK(folder.read("a.pdf") == "old");
  file.commit();
  CHECK(folder.read("a.pdf") == "new");
  struct stat status {};
  REQUIRE(::stat((folder / "a.pdf").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0640);
}

TEST_CASE("a link is followed, not replaced", "[jobs]") {
  const ScratchFolder folder;
  folder.write("real.pdf", "old");
  std::filesystem::create_symlink("real.pdf", folder / "link.pdf");
  OutputFile file(folder / "link.pdf");
  file.write("new");
  file.commit();
  CHECK(std::filesystem::is_symlink(folder / "link.pdf"));
  CHECK(folder.read("real.pdf") == "new");
}

TEST_CASE("a link to a file that does not exist yet is followed too", "[jobs]") {
  const ScratchFolder folder;
  std::filesystem::create_directory(folder / "store");
  std::filesystem::create_symlink("store/second.pdf", folder / "first.pdf");
  std::filesystem::create_symlink(folder / "store/real.pdf", folder / "store/second.pdf");
  OutputFile file(folder / "first.pdf");
  file.write("new");
  file.commit();
  CHECK(std::filesystem::is_symlink(folder / "first.pdf"));
  CHECK(std::filesystem::is_symlink(folder / "store/second.pdf"));
  CHECK(folder.read("store/real.pdf") == "new");
  std::filesystem::create_symlink("ring-b", folder / "ring-a");
  std::filesystem::create_symlink("ring-a", folder / "ring-b");
  CHECK(code_of(folder / "ring-a") == ErrorCode::output_unwritable);
}

TEST_CASE("a name may be as long as the file system allows", "[jobs]") {
  const ScratchFolder folder;
  const std::string name = std::string(251, 'n') + ".pdf";
  OutputFile file(folder / name);
  file.write("x");
  file.commit();
  CHECK(folder.read(name) == "x");
}

TEST_CASE("a name that a killed process left behind is stepped over", "[jobs]") {
  const ScratchFolder folder;
  for (int i = 0; i < 50; ++i) folder.write(".herald-" + std::to_string(::getpid()) + "-" + std::to_string(i), "left");
  OutputFile file(folder / "a.pdf");
  file.write("x");
  file.commit();
  CHECK(folder.read("a.pdf") == "x");
}

TEST_CASE("no file of an export gets its name where one of them cannot be put on the disk", "[jobs]") {
  const ScratchFolder folder;
  folder.write("full.txt", "old");
  std::filesystem::create_symlink("/dev/full", folder / "full.pdf");
  FileOutput output(folder / "full.pdf");
  output.beside("txt").write("new");
  output.main().write("new");
  CHECK_THROWS_AS(output.commit(), Error);
  CHECK(folder.read("full.txt") == "old");
}

TEST_CASE("large outputs are whole", "[jobs]") {
  const ScratchFolder folder;
  const std::string chunk(100000, 'x');
  OutputFile file(folder / "a.bin");
  for (int i = 0; i < 50; ++i) file.write(chunk);
  file.commit();
  CHECK(std::filesystem::file_size(folder / "a.bin") == 5000000);
}

TEST_CASE("a missing folder and a folder as target are refused at once", "[jobs]") {
  const ScratchFolder folder;
  CHECK(code_of(folder / "none/a.pdf") == ErrorCode::output_unwritable);
  CHECK(code_of(folder.path()) == ErrorCode::output_unwritable);
}

TEST_CASE("a device is written to directly, a full one is a full disk", "[jobs]") {
  OutputFile null("/dev/null");
  null.write("x");
  null.commit();
  OutputFile full("/dev/full");
  full.write("x");
  try {
    full.commit();
    FAIL("a full device was not noticed");
  } catch (const Error& error) {
    CHECK(error.failure().code == ErrorCode::disk_full);
    CHECK(error.failure().location == "/dev/full");
  }
}

TEST_CASE("what goes beside a document is named after it and comes with it or not at all", "[jobs]") {
  const ScratchFolder folder;
  {
    FileOutput output(folder / "news.html");
    output.main().write("main");
    output.beside("txt").write("text");
  }
  CHECK(folder.file_count() == 0);
  FileOutput output(folder / "news.html");
  output.main().write("main");
  output.beside("txt").write("te");
  output.beside("txt").write("xt");
  output.commit();
  CHECK(folder.read("news.html") == "main");
  CHECK(folder.read("news.txt") == "text");
  CHECK_THROWS_AS(output.beside("../x"), Error);
  CHECK_THROWS_AS(output.beside("html"), Error);
  CHECK_THROWS_AS(output.beside(""), Error);
  CHECK_THROWS_AS(StandardOutput().beside("txt"), Error);
}
