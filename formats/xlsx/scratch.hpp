// Where libxlsxwriter 1.1.4 writes: it knows only paths, so the finished file goes into a nameless file
// in memory that has a path under /proc, and its temporary files into a folder that is known to have room.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace herald::xlsx {

/// A file without a name, gone with this object. Throws herald::Error (output_unwritable) where the
/// system has neither memory files nor /proc.
class ScratchFile {
 public:
  ScratchFile();
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  ~ScratchFile();

  const std::string& path() const noexcept { return path_; }
  std::string read_all() const;

 private:
  int descriptor_;
  std::string path_;
};

/// The folders that may hold temporary files, best first: the user's TMPDIR, memory, the system's.
std::vector<std::string> scratch_folders();

/// The first of the folders that can be written and has `bytes` free. libxlsxwriter would otherwise
/// fall back on the working folder. Throws herald::Error (disk_full where one is only too full, else
/// output_unwritable) naming the folders.
std::string choose_scratch_folder(const std::vector<std::string>& folders, std::uint64_t bytes);

/// Looks into the finished zip file for parts that end too early: libxlsxwriter 1.1.4 does not ask
/// whether its temporary files could be written, so that a device that fills up meanwhile gives a
/// workbook with half of a sheet and no error. Throws herald::Error (disk_full), or internal where the
/// bytes are no zip file.
void check_parts_are_whole(const std::string& bytes);

}  // namespace herald::xlsx
