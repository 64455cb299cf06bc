// Linux: memfd_create(2) and /proc/self/fd.
#include "formats/xlsx/scratch.hpp"

#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "herald/error.hpp"

namespace herald::xlsx {
namespace {

[[noreturn]] void throw_unwritable(const std::string& what, int error) {
  throw Error({ErrorCode::output_unwritable,
               fmt::format("cannot make the workbook: {}: {}", what, std::strerror(error)),
               "Herald needs memory files and /proc for workbooks",
               {}});
}

std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i)
    value |= static_cast<std::uint32_t>(static_cast<std::uint8_t>(bytes.at(at + i))) << (8 * i);
  return value;
}

// Both ends of a part's text: what lies between is inflated and let go.
struct PartEnds {
  std::string head;
  std::string tail;
};

PartEnds part_ends(std::string_view compressed) {
  constexpr std::size_t kept = 512;  // room for the XML declaration and the longest name of a root element
  PartEnds ends;
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return ends;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(compressed.data()));  // zlib's C interface; it only reads
  stream.avail_in = static_cast<uInt>(compressed.size());
  std::string buffer(std::size_t{64} * 1024, '\0');
  int status = Z_OK;
  while (status == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = static_cast<uInt>(buffer.size());
    status = inflate(&stream, Z_NO_FLUSH);
    const std::string_view piece = std::string_view(buffer).substr(0, buffer.size() - stream.avail_out);
    if (ends.head.size() < kept) ends.head += piece.substr(0, kept - ends.head.size());
    ends.tail += piece;
    if (ends.tail.size() > kept) ends.tail.erase(0, ends.tail.size() - kept);
  }
  inflateEnd(&stream);
  return status == Z_STREAM_END ? ends : PartEnds{};
}

// Every part that we cause to be written is XML: it is whole where its root element is closed.
bool is_whole(const PartEnds& part) {
  const std::size_t root = part.head.find('<', part.head.find("?>"));
  if (part.head.find("?>") == std::string::npos || root == std::string::npos) return false;
  const std::size_t name_end = part.head.find_first_of(" >", root);
  const std::size_t tag_end = part.head.find('>', root);
  if (tag_end != std::string::npos && part.head[tag_end - 1] == '/') return true;  // a root without content
  std::string_view tail = part.tail;
  if (tail.ends_with('\n')) tail.remove_suffix(1);
  return name_end != std::string::npos && tail.ends_with("</" + part.head.substr(root + 1, name_end - root - 1) + ">");
}

}  // namespace

ScratchFile::ScratchFile() : descriptor_(memfd_create("herald-workbook", MFD_CLOEXEC)) {
  if (descriptor_ < 0) throw_unwritable("no file in memory", errno);
  path_ = fmt::format("/proc/self/fd/{}", descriptor_);
  if (access(path_.c_str(), W_OK) != 0) {
    const int error = errno;
    close(descriptor_);
    throw_unwritable(path_, error);
  }
}

ScratchFile::~ScratchFile() { close(descriptor_); }

std::string ScratchFile::read_all() const {
  struct stat status {};
  if (fstat(descriptor_, &status) != 0) throw_unwritable(path_, errno);
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t count = pread(descriptor_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
    if (count <= 0) throw_unwritable(path_, count < 0 ? errno : EIO);
    done += static_cast<std::size_t>(count);
  }
  return bytes;
}

std::vector<std::string> scratch_folders() {
  std::vector<std::string> folders;
  if (const char* chosen = std::getenv("TMPDIR"); chosen != nullptr && *chosen != '\0') folders.emplace_back(chosen);
  folders.insert(folders.end(), {"/dev/shm", "/tmp", "/var/tmp"});
  return folders;
}

std::string choose_scratch_folder(const std::vector<std::string>& folders, std::uint64_t bytes) {
  bool full = false;
  for (const std::string& folder : folders) {
    struct stat status {};
    if (stat(folder.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) continue;
    struct statvfs device {};
    if (access(folder.c_str(), W_OK | X_OK) != 0 || statvfs(folder.c_str(), &device) != 0) continue;
    if ((device.f_flag & ST_RDONLY) != 0) continue;
    if (std::uint64_t{device.f_bavail} * device.f_frsize >= bytes) return folder;
    full = true;
  }
  const std::string names = fmt::format("{}", fmt::join(folders, ", "));
  if (full)
    throw Error({ErrorCode::disk_full,
                 fmt::format("no room for the workbook's temporary files ({} bytes) in {}", bytes, names),
                 "free some space, or set TMPDIR to a folder with room",
                 {}});
  throw Error({ErrorCode::output_unwritable,
               fmt::format("no folder for the workbook's temporary files: tried {}", names),
               "set TMPDIR to a folder that you may write to",
               {}});
}

void check_parts_are_whole(const std::string& bytes) {
  const auto broken = [](const char* what) {
    return Error({ErrorCode::internal, fmt::format("the workbook is no zip file: {}", what), "please report this", {}});
  };
  // PKWARE APPNOTE 4.3.16: the end record is last; libxlsxwriter writes no comment after it.
  constexpr std::size_t end_record_size = 22;
  if (bytes.size() < end_record_size || bytes.compare(bytes.size() - end_record_size, 4, "PK\5\6") != 0)
    throw broken("it has no end record");
  const std::size_t end = bytes.size() - end_record_size;
  const std::uint32_t parts = little_endian(bytes, end + 10, 2);
  std::size_t entry = little_endian(bytes, end + 16, 4);
  for (std::uint32_t part = 0; part < parts; ++part) {  // APPNOTE 4.3.12 and 4.3.7
    if (entry + 46 > end || bytes.compare(entry, 4, "PK\1\2") != 0) throw broken("its directory is damaged");
    const std::size_t compressed_size = little_endian(bytes, entry + 20, 4);
    const std::size_t name_size = little_endian(bytes, entry + 28, 2);
    const std::size_t local = little_endian(bytes, entry + 42, 4);
    if (local + 30 > end) throw broken("its directory is damaged");
    const std::size_t data = local + 30 + little_endian(bytes, local + 26, 2) + little_endian(bytes, local + 28, 2);
    if (data + compressed_size > end) throw broken("its directory is damaged");
    const std::string_view name = std::string_view(bytes).substr(entry + 46, name_size);
    if (!is_whole(part_ends(std::string_view(bytes).substr(data, compressed_size))))
      throw Error({ErrorCode::disk_full,
                   fmt::format("the workbook's part {} could not be written whole", name),
                   "free some space, or set TMPDIR to a folder with room",
                   {}});
    entry += 46 + name_size + little_endian(bytes, entry + 30, 2) + little_endian(bytes, entry + 32, 2);
  }
}

}  // namespace herald::xlsx
