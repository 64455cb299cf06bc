// Fetches the bytes of an input, refusing early what cannot be a release. Only regular files and
// standard input are opened: a pipe or a device in place of a file could hold the program for ever.
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/reading/read.hpp"

namespace herald::reading {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ > STDIN_FILENO) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const noexcept { return number_; }

 private:
  int number_;
};

std::string size_in_words(std::uint64_t bytes) {
  constexpr std::uint64_t mebibyte = 1024ULL * 1024;
  if (bytes >= mebibyte && bytes % mebibyte == 0) return std::to_string(bytes / mebibyte) + " MiB";
  return std::to_string(bytes) + " bytes";
}

Failure too_large(const std::string& uri, const ReadOptions& options) {
  return {ErrorCode::input_too_large, "the input is larger than " + size_in_words(options.size_limit_bytes),
          "a release is a few pages of text: check that this is the right file", uri};
}

Failure not_openable(const std::string& uri, int error) {
  if (error == ENOENT || error == ENOTDIR) {
    return {ErrorCode::input_missing, "there is no such file", "check the spelling of the path", uri};
  }
  if (error == EACCES || error == EPERM) {
    return {ErrorCode::input_unreadable, "no permission to read the file",
            "ask its owner, or change its mode with chmod", uri};
  }
  return {ErrorCode::input_unreadable, std::string("cannot open the file: ") + std::strerror(error), "", uri};
}

/// Reads to the end, at most one byte more than the limit.
Result<std::string> read_all(int descriptor, const std::string& uri, const ReadOptions& options,
                             std::uint64_t expected) {
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(expected));
  char buffer[64 * 1024];
  for (;;) {
    const ssize_t count = ::read(descriptor, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      return Failure{ErrorCode::input_unreadable, std::string("cannot read: ") + std::strerror(errno), "", uri};
    }
    if (count == 0) return bytes;
    bytes.append(buffer, static_cast<std::size_t>(count));
    if (bytes.size() > options.size_limit_bytes) return too_large(uri, options);
  }
}

}  // namespace

Result<std::string> load_bytes(const std::string& uri, const ReadOptions& options) {
  if (uri == "-") return read_all(STDIN_FILENO, uri, options, 0);

  // O_NONBLOCK: opening a FIFO for reading would else wait for a writer.
  const Descriptor file(::open(uri.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (file.number() < 0) return not_openable(uri, errno);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return not_openable(uri, errno);
  if (S_ISDIR(status.st_mode)) {
    return Failure{ErrorCode::input_unreadable, "this is a folder, not a release", "name the files in it", uri};
  }
  if (!S_ISREG(status.st_mode)) {
    return Failure{ErrorCode::input_unreadable, "this is not a regular file",
                   "use \"-\" to read from a pipe through standard input", uri};
  }
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (size > options.size_limit_bytes) return too_large(uri, options);
  return read_all(file.number(), uri, options, size);
}

}  // namespace herald::reading
