// Atomic replacement on Linux: O_TMPFILE, linkat under a temporary name, rename over the target.
#include "core/jobs/output_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "herald/error.hpp"

namespace herald::jobs {
namespace {

// Large enough that a briefing is a handful of writes, small enough to stay out of the way.
constexpr std::size_t buffer_limit_bytes = 256 * 1024;

Failure write_failure(int error_number, const std::string& name, const std::string& what) {
  if (error_number == ENOSPC || error_number == EDQUOT)
    return {ErrorCode::disk_full, what + ": no space left", "free some space, or write elsewhere with -o", name};
  const char* hint = "write elsewhere with -o";
  if (error_number == ENOENT) hint = "create the folder first, or write elsewhere with -o";
  if (error_number == EACCES || error_number == EPERM || error_number == EROFS)
    hint = "you may not write there; choose another folder with -o";
  return {ErrorCode::output_unwritable, what + ": " + std::strerror(error_number), hint, name};
}

// The umask can only be read by setting it; Herald does so before it has any thread.
mode_t creation_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

// Of fixed length, so that a target's name may be as long as the file system allows (255 bytes), and with a
// counter, so that what a killed process of this number left behind is stepped over.
std::filesystem::path temporary_beside(const std::filesystem::path& target) {
  static unsigned counter = 0;
  return target.parent_path() / (".herald-" + std::to_string(::getpid()) + "-" + std::to_string(++counter));
}

constexpr int most_left_behind = 1000;

// The file that a link names, through links to links; also where that file does not exist yet.
std::filesystem::path behind_links(std::filesystem::path path) {
  constexpr int most_links = 40;  // as Linux counts, whose ELOOP has refused a ring of links before
  for (int i = 0; i < most_links; ++i) {
    std::error_code error;
    const auto target = std::filesystem::read_symlink(path, error);
    if (error) break;
    path = path.parent_path() / target;
  }
  return path;
}

}  // namespace

void write_all(int descriptor, std::string_view bytes, const std::string& name) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      throw Error(write_failure(errno, name, "cannot write"));
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

OutputFile::OutputFile(std::filesystem::path target) : target_(std::move(target)) {
  struct stat status {};
  const bool exists = ::stat(target_.c_str(), &status) == 0;
  if (!exists && errno == ELOOP) fail(errno, "cannot write");
  if (exists && S_ISDIR(status.st_mode)) fail(EISDIR, "cannot write");
  if (exists && !S_ISREG(status.st_mode)) {
    descriptor_ = ::open(target_.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor_ < 0) fail(errno, "cannot open for writing");
    direct_ = true;
    return;
  }
  // A link is followed, so that the file it names is made or replaced and the link stays.
  target_ = behind_links(target_);
  // rename() would replace a write-protected file without asking.
  if (exists && ::access(target_.c_str(), W_OK) != 0) fail(errno, "cannot replace");
  open_temporary(exists ? (status.st_mode & 07777) : creation_mode());
  if (exists) ::fchmod(descriptor_, status.st_mode & 07777);  // the umask took bits away that the old file had
}

void OutputFile::open_temporary(unsigned mode) {
  const auto folder = target_.has_parent_path() ? target_.parent_path() : std::filesystem::path(".");
  descriptor_ = ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
  if (descriptor_ >= 0) return;
  // EISDIR and ENOENT are what kernels and file systems without O_TMPFILE say for an existing folder.
  const bool knows_none =
      errno == EOPNOTSUPP || errno == EISDIR || (errno == ENOENT && ::access(folder.c_str(), F_OK) == 0);
  if (!knows_none) fail(errno, "cannot write");
  for (int tries = 0; descriptor_ < 0; ++tries) {
    const auto name = temporary_beside(target_);
    descriptor_ = ::open(name.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode);
    if (descriptor_ >= 0)
      temporary_ = name;
    else if (errno != EEXIST || tries == most_left_behind)
      fail(errno, "cannot write");
  }
}

// A file of O_TMPFILE gets its first name.
void OutputFile::name_temporary() {
  const std::string descriptor_path = "/proc/self/fd/" + std::to_string(descriptor_);
  for (int tries = 0; temporary_.empty(); ++tries) {
    auto name = temporary_beside(target_);
    if (::linkat(AT_FDCWD, descriptor_path.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0)
      temporary_ = std::move(name);
    else if (errno != EEXIST || tries == most_left_behind)
      fail(errno, "cannot write");
  }
}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void OutputFile::fail(int error_number, const char* what) const {
  throw Error(write_failure(error_number, target_.string(), what));
}

void OutputFile::write(std::string_view bytes) {
  size_bytes_ += bytes.size();
  buffer_ += bytes;
  if (buffer_.size() >= buffer_limit_bytes) flush();
}

void OutputFile::flush() {
  write_all(descriptor_, buffer_, target_.string());
  buffer_.clear();
}

void OutputFile::prepare() {
  flush();
  if (direct_ || descriptor_ < 0) return;
  if (::fdatasync(descriptor_) != 0 && errno != EINVAL && errno != EROFS) fail(errno, "cannot write");
  name_temporary();
  // NFS and quotas report a full disk only here.
  const int descriptor = std::exchange(descriptor_, -1);
  if (::close(descriptor) != 0 && errno != EINTR) fail(errno, "cannot write");
}

void OutputFile::commit() {
  prepare();
  if (direct_) return;
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) fail(errno, "cannot replace");
  temporary_.clear();
}

FileOutput::FileOutput(std::filesystem::path target) : main_(std::move(target)) {}

OutputStream& FileOutput::beside(std::string_view suffix) {
  const bool clean = !suffix.empty() && suffix.front() != '.' && std::all_of(suffix.begin(), suffix.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
  auto path = main_.target();
  path.replace_extension();
  path += "." + std::string(suffix);
  if (!clean || path == main_.target())
    throw Error({ErrorCode::internal,
                 "the plugin asks for a file beside its document with the suffix \"" + std::string(suffix) + "\"",
                 "a suffix is letters, digits, '-' and '.', and not the document's own extension",
                 main_.target().string()});
  auto& file = beside_[std::string(suffix)];
  if (!file) file = std::make_unique<OutputFile>(path);
  return *file;
}

std::vector<std::filesystem::path> FileOutput::beside_targets() const {
  std::vector<std::filesystem::path> targets;
  for (const auto& [suffix, file] : beside_) targets.push_back(file->target());
  return targets;
}

void FileOutput::commit() {
  for (auto& [suffix, file] : beside_) file->prepare();
  main_.prepare();
  for (auto& [suffix, file] : beside_) file->commit();
  main_.commit();  // last: whoever sees the document finds what it needs beside it
}

OutputStream& StandardOutput::beside(std::string_view suffix) {
  throw Error({ErrorCode::output_unwritable,
               "this format writes a second file (." + std::string(suffix) + "), which cannot go to standard output",
               "name a file with -o", "standard output"});
}

void StandardOutput::commit() { write_all(STDOUT_FILENO, bytes_, "standard output"); }

}  // namespace herald::jobs
