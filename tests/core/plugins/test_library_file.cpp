// Reading a library as a file: what is found in a good one, and that damage is refused, not followed.
#include <elf.h>
#include <link.h>

#include <algorithm>
#include <cstring>

#include "core/plugins/library_file.hpp"
#include "core/plugins/loader.hpp"
#include "tests/core/plugins/support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;

namespace {

fs::path good_library() { return fs::path(HERALD_FIXTURE_PLUGINS) / "well_formed/herald_well_formed.so"; }

// The good library with another table of needed libraries and another string table, put at its end.
std::string with_dynamic(std::size_t needed, const std::string& texts) {
  std::string bytes = read_file(good_library());
  ElfW(Ehdr) header;
  std::memcpy(&header, bytes.data(), sizeof(header));
  std::vector<ElfW(Shdr)> sections(header.e_shnum);
  std::memcpy(sections.data(), bytes.data() + header.e_shoff, sections.size() * sizeof(ElfW(Shdr)));
  for (ElfW(Shdr) & section : sections) {
    if (section.sh_type != SHT_DYNAMIC) continue;
    ElfW(Dyn) entry{};
    entry.d_tag = DT_NEEDED;
    section.sh_offset = bytes.size();
    section.sh_size = needed * sizeof(entry);
    for (std::size_t i = 0; i < needed; ++i) bytes.append(reinterpret_cast<const char*>(&entry), sizeof(entry));
    ElfW(Shdr)& table = sections[section.sh_link];
    table.sh_offset = bytes.size();
    table.sh_size = texts.size();
    bytes += texts;
  }
  std::memcpy(bytes.data() + header.e_shoff, sections.data(), sections.size() * sizeof(ElfW(Shdr)));
  return bytes;
}

std::string refusal_of(const std::string& bytes) {
  const TemporaryFolder folder;
  write_file(folder / "evil.so", bytes);
  const auto library = plugins::read_library_file(folder / "evil.so");
  REQUIRE_FALSE(library.has_value());
  CHECK(library.error().code == ErrorCode::plugin_unloadable);
  return library.error().message;
}

}  // namespace

TEST_CASE("a library whose tables name gigabytes is refused before they are read", "[plugins]") {
  const std::string name(1024 * 1024, 'a');
  CHECK_THAT(refusal_of(with_dynamic(200000, name)), ContainsSubstring("has a name of more than 4096 bytes"));
  CHECK_THAT(refusal_of(with_dynamic(200000, "libc.so.6")), ContainsSubstring("has more than 1000 names"));
  CHECK_THAT(refusal_of(with_dynamic(10, std::string(40 * 1024 * 1024, '\0'))),
             ContainsSubstring("has tables of more than 32 MiB"));
}

TEST_CASE("a plugin's library names itself, what it needs and what it exports, unmapped", "[plugins]") {
  const auto library = plugins::read_library_file(good_library());
  REQUIRE(library.has_value());
  CHECK(library->note.at("id") == "well_formed");
  CHECK(library->note.at("version") == "1.0.0");
  CHECK(library->note.at("build") == plugins::host_build_tag());
  CHECK(library->binds_now);
  CHECK(std::count(library->needed.begin(), library->needed.end(), "libstdc++.so.6") == 1);
  auto functions = library->functions;
  std::sort(functions.begin(), functions.end());
  CHECK(functions == std::vector<std::string>{"herald_plugin_describe", "pocoBuildManifestherald_well_formed"});
}

TEST_CASE("what is no library for this machine is refused", "[plugins]") {
  const TemporaryFolder folder;
  write_file(folder / "text.so", "this is no library, though it is long enough to hold a header of one, is it not");
  CHECK_THAT(plugins::read_library_file(folder / "text.so").error().message, ContainsSubstring("no ELF file"));
  write_file(folder / "empty.so", "");
  CHECK_FALSE(plugins::read_library_file(folder / "empty.so").has_value());
  CHECK_FALSE(plugins::read_library_file(folder / "missing.so").has_value());

  std::string other = read_file(good_library());
  other[18] = 0x7f;  // e_machine
  write_file(folder / "other.so", other);
  CHECK_THAT(plugins::read_library_file(folder / "other.so").error().message, ContainsSubstring("is for ELF machine"));
}

TEST_CASE("a library that is cut off or damaged is refused or read as less, never followed astray", "[plugins]") {
  const TemporaryFolder folder;
  const std::string whole = read_file(good_library());
  for (std::size_t part = 0; part < 16; ++part) {
    write_file(folder / "cut.so", whole.substr(0, whole.size() * part / 16));
    CHECK_FALSE(plugins::read_library_file(folder / "cut.so").has_value());
  }
  // Every byte of header and section table in turn: the answer may be anything, a crash may not.
  std::size_t refused = 0;
  const std::size_t table = whole.size() - 1024;
  for (std::size_t i = 0; i < 1024 + 64; ++i) {
    std::string damaged = whole;
    char& byte = damaged[i < 64 ? i : table + i - 64];
    byte = static_cast<char>(byte ^ 0xff);
    write_file(folder / "damaged.so", damaged);
    if (!plugins::read_library_file(folder / "damaged.so")) ++refused;
  }
  CHECK(refused > 20);
}
