// minizip behind callbacks that read from memory. Traps: it looks a name up by walking the directory, so the names
// are listed once; it inflates what is encrypted without complaint; it tells of a wrong checksum only when a part
// that was read to its end is closed.
#include "core/reading/office/archive.hpp"

#include <minizip/unzip.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace herald::reading {
namespace {

// All parts of one document together. The text of a thick book is a tenth of it, with its mark-up.
constexpr std::uint64_t most_inflated_bytes = 64ULL * 1024 * 1024;
// Mark-up shrinks to a twentieth, the most repetitive table to a hundredth; a bomb to a thousandth.
constexpr std::uint64_t most_inflation = 200;
// Small parts of nothing but white space and the like may shrink further, and do no harm.
constexpr std::uint64_t always_inflated_bytes = 1024ULL * 1024;
// A document has some ten parts and a part for each picture.
constexpr std::size_t most_entries = 10'000;
constexpr std::size_t longest_name = 1000;

Failure damaged(std::string what) {
  return {ErrorCode::input_invalid,
          std::move(what),
          "open it in an office program and save it anew as .docx, .odt or text",
          {}};
}

Failure too_large(std::string_view name) {
  return {ErrorCode::input_too_large,
          "the part \"" + std::string(name) + "\" of the document inflates beyond any release (a ZIP bomb?)",
          "a release is a few pages of text: check that this is the right file",
          {}};
}

/// Names that would stand outside the folder that an archive is unpacked in.
bool leads_out(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos) return true;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('/', begin), name.size());
    if (name.substr(begin, end - begin) == "..") return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

struct Archive::Memory {
  std::string_view bytes;
  std::uint64_t position = 0;
  unzFile file = nullptr;

  Memory() = default;
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;
  ~Memory() {
    if (file != nullptr) unzClose(file);
  }

  static uLong read(voidpf opaque, voidpf /*stream*/, void* target, uLong size) {
    auto& memory = *static_cast<Memory*>(opaque);
    const std::uint64_t left = memory.bytes.size() - std::min<std::uint64_t>(memory.position, memory.bytes.size());
    const auto count = static_cast<uLong>(std::min<std::uint64_t>(size, left));
    if (count > 0) std::memcpy(target, memory.bytes.data() + memory.position, count);
    memory.position += count;
    return count;
  }

  static long seek(voidpf opaque, voidpf /*stream*/, ZPOS64_T offset, int origin) {
    auto& memory = *static_cast<Memory*>(opaque);
    const std::uint64_t base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? memory.position
                               : origin == ZLIB_FILEFUNC_SEEK_END ? memory.bytes.size()
                                                                  : 0;
    const std::uint64_t target = base + offset;
    if (target > memory.bytes.size()) return -1;
    memory.position = target;
    return 0;
  }

  bool open() {
    zlib_filefunc64_def functions{};
    functions.opaque = this;
    functions.zopen64_file = [](voidpf opaque, const void*, int) { return opaque; };
    functions.zread_file = &Memory::read;
    functions.zwrite_file = [](voidpf, voidpf, const void*, uLong) { return uLong{0}; };
    functions.ztell64_file = [](voidpf opaque, voidpf) { return ZPOS64_T{static_cast<Memory*>(opaque)->position}; };
    functions.zseek64_file = &Memory::seek;
    functions.zclose_file = [](voidpf, voidpf) { return 0; };
    functions.zerror_file = [](voidpf, voidpf) { return 0; };
    file = unzOpen2_64("", &functions);
    return file != nullptr;
  }
};

Archive::Archive() : memory_(std::make_unique<Memory>()) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Result<Archive> Archive::open(std::string_view bytes) {
  Archive archive;
  archive.memory_->bytes = bytes;
  // The list of the parts stands at the end.
  if (!archive.memory_->open()) return damaged("the document is cut off or damaged: the list of its parts is missing");
  if (Result<void> listed = archive.list(); !listed) return listed.error();
  return archive;
}

Result<void> Archive::list() {
  std::array<char, longest_name + 1> name{};
  int status = unzGoToFirstFile(memory_->file);
  for (; status == UNZ_OK; status = unzGoToNextFile(memory_->file)) {
    unz_file_info64 info{};
    if (unzGetCurrentFileInfo64(memory_->file, &info, name.data(), longest_name, nullptr, 0, nullptr, 0) != UNZ_OK)
      break;
    if (info.size_filename > longest_name) return damaged("the name of a part of the document has no end");
    unz64_file_pos position{};
    if (unzGetFilePos64(memory_->file, &position) != UNZ_OK) break;
    const std::string_view text(name.data(), info.size_filename);
    if (leads_out(text)) return damaged("the document has a part whose name leads out of it");
    const bool is_new = entries_
                            .emplace(text, Entry{position.pos_in_zip_directory, position.num_of_file,
                                                 info.compressed_size, (info.flag & 1U) != 0})
                            .second;
    if (!is_new) return damaged("the document has a part twice");
    if (entries_.size() > most_entries) return damaged("the document has more parts than any document");
  }
  // A list that ends in an error, or at once, is no list.
  if (status != UNZ_END_OF_LIST_OF_FILE || entries_.empty()) return damaged("the document is cut off or damaged");
  return {};
}

Result<std::string> Archive::read(std::string_view name) {
  const auto found = entries_.find(name);
  if (found == entries_.end()) return damaged("the document has no part \"" + std::string(name) + "\"");
  const Entry& entry = found->second;
  if (entry.encrypted) {
    return Failure{ErrorCode::input_invalid,
                   "the document is protected by a password",
                   "open it with the password and save it without one",
                   {}};
  }
  const unz64_file_pos position{entry.directory_position, entry.number};
  if (unzGoToFilePos64(memory_->file, &position) != UNZ_OK || unzOpenCurrentFile(memory_->file) != UNZ_OK)
    return damaged("the part \"" + std::string(name) + "\" of the document is damaged");

  const std::uint64_t packed = std::min<std::uint64_t>(entry.compressed_bytes, memory_->bytes.size());
  const std::uint64_t most =
      std::min(most_inflated_bytes - inflated_bytes_, std::max(always_inflated_bytes, packed * most_inflation));
  std::string text;
  std::array<char, 64 * 1024> buffer;
  int count = 0;
  while ((count = unzReadCurrentFile(memory_->file, buffer.data(), buffer.size())) > 0) {
    if (text.size() + static_cast<std::size_t>(count) > most) {
      unzCloseCurrentFile(memory_->file);
      return too_large(name);
    }
    text.append(buffer.data(), static_cast<std::size_t>(count));
  }
  inflated_bytes_ += text.size();
  const int closed = unzCloseCurrentFile(memory_->file);
  if (count < 0 || closed != UNZ_OK)
    return damaged("the part \"" + std::string(name) + "\" of the document is damaged");
  return text;
}

}  // namespace herald::reading
