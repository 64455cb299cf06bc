// Files that appear whole or not at all: written under no name (or a temporary one where the file
// system cannot do that), given their name only when everything is on disk.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "herald/output.hpp"

namespace herald::jobs {

/// One file in the making. Destroyed without commit() it leaves nothing behind and what stood under
/// its name before stays. A process that is killed leaves nothing either, where the file system knows
/// O_TMPFILE (ext4, xfs, btrfs, tmpfs).
class OutputFile final : public OutputStream {
 public:
  /// Throws herald::Error (output_unwritable) where the folder is missing or may not be written, or the
  /// target is a folder. A target that is a device or a pipe is written to directly.
  explicit OutputFile(std::filesystem::path target);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile() override;

  void write(std::string_view bytes) override;

  /// Puts the whole file on the disk, under a temporary name beside the target: what a full disk or a quota
  /// stops, it stops here. Throws herald::Error (disk_full, output_unwritable).
  void prepare();

  /// Puts the file under its name, replacing what is there; prepares it where that was not done. Throws
  /// herald::Error (disk_full, output_unwritable).
  void commit();

  const std::filesystem::path& target() const noexcept { return target_; }
  std::uint64_t size_bytes() const noexcept { return size_bytes_; }

 private:
  void open_temporary(unsigned mode);
  void name_temporary();
  void flush();
  [[noreturn]] void fail(int error_number, const char* what) const;

  std::filesystem::path target_;
  std::filesystem::path temporary_;  // empty while the file has no name
  std::string buffer_;
  std::uint64_t size_bytes_ = 0;
  int descriptor_ = -1;
  bool direct_ = false;  // a device or pipe: nothing to rename
};

/// The outputs of one export to a file: the document and what goes beside it, committed together: none gets its
/// name before all are on the disk.
class FileOutput final : public Output {
 public:
  explicit FileOutput(std::filesystem::path target);
  OutputStream& main() override { return main_; }
  OutputStream& beside(std::string_view suffix) override;

  void commit();
  const OutputFile& main_file() const noexcept { return main_; }
  std::vector<std::filesystem::path> beside_targets() const;

 private:
  OutputFile main_;
  std::map<std::string, std::unique_ptr<OutputFile>, std::less<>> beside_;
};

/// Standard output. What is written is held back until commit(), so that a failed export prints nothing.
class StandardOutput final : public Output, private OutputStream {
 public:
  OutputStream& main() override { return *this; }
  OutputStream& beside(std::string_view suffix) override;
  void commit();

 private:
  void write(std::string_view bytes) override { bytes_ += bytes; }
  std::string bytes_;
};

/// Writes all of the bytes to a descriptor. Throws herald::Error; a reader that has gone away (EPIPE) is
/// output_unwritable too.
void write_all(int descriptor, std::string_view bytes, const std::string& name);

}  // namespace herald::jobs
