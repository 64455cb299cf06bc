// See library_file.hpp. ELF as in the System V gABI, chapters 4 and 5: the sections SHT_NOTE,
// SHT_DYNAMIC and SHT_DYNSYM (each names its string table in sh_link), which `strip` leaves in place.
#include "core/plugins/library_file.hpp"

#include <elf.h>
#include <fmt/format.h>
#include <link.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <utility>

#include "herald/error.hpp"

namespace herald::plugins {
namespace {

using Header = ElfW(Ehdr);
using Section = ElfW(Shdr);
using Dynamic = ElfW(Dyn);
using Symbol = ElfW(Sym);

// The tables that are read of the largest plugin (PDF, unstripped) are under 1 MiB together. Counted together,
// since sections of a damaged file may overlap, and any number of them name the same bytes.
constexpr std::uint64_t max_read_bytes = 32 * 1024 * 1024;
// Longer than any file name (255) and any mangled name that a compiler makes without being made to.
constexpr std::size_t max_name_bytes = 4096;
// A process that needs more libraries, or a plugin that exports more functions, is not known; two are wanted.
constexpr std::size_t max_needed = 1000;
constexpr std::size_t max_functions = 100 * 1000;
// All names together: each may be short of its own limit, and still point into the same long text.
constexpr std::size_t max_names_bytes = 16 * 1024 * 1024;

#if defined(__x86_64__)
constexpr unsigned this_machine = EM_X86_64;
#elif defined(__aarch64__)
constexpr unsigned this_machine = EM_AARCH64;
#elif defined(__riscv)
constexpr unsigned this_machine = EM_RISCV;
#elif defined(__powerpc64__)
constexpr unsigned this_machine = EM_PPC64;
#elif defined(__s390x__)
constexpr unsigned this_machine = EM_S390;
#elif defined(__i386__)
constexpr unsigned this_machine = EM_386;
#elif defined(__arm__)
constexpr unsigned this_machine = EM_ARM;
#else
#error "Name the ELF machine number of this processor here"
#endif
constexpr unsigned this_class = sizeof(void*) == 8 ? ELFCLASS64 : ELFCLASS32;

/// Reads pieces of one file. Every offset and size comes from the file, so each is checked.
class Pieces {
 public:
  explicit Pieces(const std::filesystem::path& path) : path_(path), file_(path, std::ios::binary) {
    if (!file_.seekg(0, std::ios::end)) refuse("cannot be read");
    size_ = static_cast<std::uint64_t>(file_.tellg());
  }

  [[noreturn]] void refuse(const std::string& message, const char* hint = "install the plugin again") const {
    throw Error({ErrorCode::plugin_unloadable, message, hint, path_.string()});
  }

  template <typename T>
  std::vector<T> read(std::uint64_t offset, std::uint64_t bytes) {
    if (offset > size_ || bytes > size_ - offset) refuse("is cut off or damaged");
    if (bytes > max_read_bytes - read_) refuse("has tables of more than 32 MiB", "a plugin's have less than one");
    read_ += bytes;
    std::vector<T> result(static_cast<std::size_t>(bytes / sizeof(T)));
    file_.seekg(static_cast<std::streamoff>(offset));
    const auto wanted = static_cast<std::streamsize>(result.size() * sizeof(T));
    if (!file_.read(reinterpret_cast<char*>(result.data()), wanted)) refuse("cannot be read to its end");
    return result;
  }

 private:
  std::filesystem::path path_;
  std::ifstream file_;
  std::uint64_t size_ = 0;
  std::uint64_t read_ = 0;
};

/// Takes names out of string tables into a list, each list and name within its bounds.
class Names {
 public:
  explicit Names(const Pieces& pieces) : pieces_(pieces) {}

  /// Adds the text that begins at `offset` of a string table; an empty one where there is none.
  void add(const std::vector<char>& table, std::uint64_t offset, std::size_t most, std::vector<std::string>& list) {
    if (list.size() == most) pieces_.refuse(fmt::format("has more than {} names in one table", most));
    const std::size_t begin = std::min<std::uint64_t>(offset, table.size());
    const std::size_t longest = std::min(table.size() - begin, max_name_bytes + 1);
    const std::string_view reach(table.data() + begin, longest);
    const std::string_view name = reach.substr(0, reach.find('\0'));
    if (name.size() > max_name_bytes) pieces_.refuse(fmt::format("has a name of more than {} bytes", max_name_bytes));
    bytes_ += name.size();
    if (bytes_ > max_names_bytes) pieces_.refuse(fmt::format("has names of more than {} bytes", max_names_bytes));
    list.emplace_back(name);
  }

 private:
  const Pieces& pieces_;
  std::size_t bytes_ = 0;
};

Header read_header(Pieces& pieces) {
  const std::vector<char> start = pieces.read<char>(0, EI_NIDENT);
  if (std::memcmp(start.data(), ELFMAG, SELFMAG) != 0) pieces.refuse("is not a shared library: it is no ELF file");
  if (static_cast<unsigned char>(start[EI_CLASS]) != this_class) {
    pieces.refuse(fmt::format("is of ELF class {}; this machine loads class {}", +start[EI_CLASS], this_class),
                  "build the plugin for this machine");
  }
  const Header header = pieces.read<Header>(0, sizeof(Header)).front();
  if (header.e_machine != this_machine) {
    pieces.refuse(fmt::format("is for ELF machine {}; this machine is {}", header.e_machine, this_machine),
                  "build the plugin for this machine");
  }
  if (header.e_type != ET_DYN) pieces.refuse("is an ELF file, but not a shared library");
  if (header.e_shentsize != sizeof(Section)) pieces.refuse("has no section table");
  return header;
}

/// "key=value" lines of the note that plugin_entry.cpp.in makes. A section may hold several notes.
void read_note(const std::vector<char>& bytes, std::map<std::string, std::string>& note) {
  constexpr std::string_view owner("Herald\0", 7);
  std::size_t at = 0;
  while (bytes.size() - at >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) header;
    std::memcpy(&header, bytes.data() + at, sizeof(header));
    at += sizeof(header);
    const std::uint64_t name_bytes = (std::uint64_t{header.n_namesz} + 3) / 4 * 4;
    const std::uint64_t text_bytes = (std::uint64_t{header.n_descsz} + 3) / 4 * 4;
    if (name_bytes > bytes.size() - at || text_bytes > bytes.size() - at - name_bytes) return;
    const std::string_view name(bytes.data() + at, header.n_namesz);
    std::string_view text(bytes.data() + at + name_bytes, header.n_descsz);
    at += static_cast<std::size_t>(name_bytes + text_bytes);
    if (name != owner) continue;
    while (!text.empty()) {
      const std::string_view line = text.substr(0, text.find('\n'));
      if (const std::size_t equals = line.find('='); equals != std::string_view::npos) {
        note.emplace(line.substr(0, equals), line.substr(equals + 1));
      }
      text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
  }
}

void read_dynamic(const std::vector<Dynamic>& entries, const std::vector<char>& texts, Names& names,
                  LibraryFile& library) {
  for (const Dynamic& entry : entries) {
    if (entry.d_tag == DT_NULL) break;
    if (entry.d_tag == DT_NEEDED) names.add(texts, entry.d_un.d_val, max_needed, library.needed);
    const bool now = entry.d_tag == DT_BIND_NOW || (entry.d_tag == DT_FLAGS && (entry.d_un.d_val & DF_BIND_NOW) != 0) ||
                     (entry.d_tag == DT_FLAGS_1 && (entry.d_un.d_val & DF_1_NOW) != 0);
    library.binds_now = library.binds_now || now;
  }
}

void read_symbols(const std::vector<Symbol>& symbols, const std::vector<char>& texts, Names& names,
                  LibraryFile& library) {
  for (const Symbol& symbol : symbols) {
    const bool exported = symbol.st_shndx != SHN_UNDEF && ELF64_ST_VISIBILITY(symbol.st_other) == STV_DEFAULT;
    if (exported && ELF64_ST_TYPE(symbol.st_info) == STT_FUNC) {
      names.add(texts, symbol.st_name, max_functions, library.functions);
    }
  }
}

LibraryFile read(const std::filesystem::path& path) {
  Pieces pieces(path);
  const Header header = read_header(pieces);
  const auto sections = pieces.read<Section>(header.e_shoff, std::uint64_t{header.e_shnum} * sizeof(Section));
  const auto texts_of = [&](const Section& section) {
    if (section.sh_link >= sections.size()) pieces.refuse("is cut off or damaged");
    const Section& texts = sections[section.sh_link];
    return pieces.read<char>(texts.sh_offset, texts.sh_size);
  };
  LibraryFile library;
  Names names(pieces);
  for (const Section& section : sections) {
    if (section.sh_type == SHT_NOTE) {
      read_note(pieces.read<char>(section.sh_offset, section.sh_size), library.note);
    } else if (section.sh_type == SHT_DYNAMIC) {
      read_dynamic(pieces.read<Dynamic>(section.sh_offset, section.sh_size), texts_of(section), names, library);
    } else if (section.sh_type == SHT_DYNSYM) {
      read_symbols(pieces.read<Symbol>(section.sh_offset, section.sh_size), texts_of(section), names, library);
    }
  }
  return library;
}

}  // namespace

Result<LibraryFile> read_library_file(const std::filesystem::path& path) {
  try {
    return read(path);
  } catch (const Error& error) {
    return error.failure();
  } catch (const std::exception& error) {
    return Failure{ErrorCode::plugin_unloadable, std::string("cannot be read: ") + error.what(),
                   "install the plugin again", path.string()};
  }
}

}  // namespace herald::plugins
