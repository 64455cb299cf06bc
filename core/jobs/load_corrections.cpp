#include "core/jobs/load_corrections.hpp"

#include <cstdint>
#include <filesystem>

#include "core/reading/decode.hpp"
#include "core/reading/read.hpp"

namespace herald::jobs {
namespace {

// Thousands of entries; a file of more is not written by hand.
constexpr std::uint64_t most_bytes = 4ULL * 1024 * 1024;

}  // namespace

std::string corrections_beside(const std::string& uri) { return uri == "-" ? std::string() : uri + ".herald.json"; }

Result<corrections::Corrections> load_corrections(const std::string& uri, const CorrectionsChoice& choice) {
  if (!choice.use) return corrections::Corrections{};
  std::string file = choice.file;
  if (file.empty()) {
    file = corrections_beside(uri);
    std::error_code error;
    if (file.empty() || !std::filesystem::exists(file, error)) return corrections::Corrections{};
  }
  reading::ReadOptions options;
  options.size_limit_bytes = most_bytes;
  Result<std::string> bytes = reading::load_bytes(file, options);
  Failure failure;
  if (bytes) {
    // An editor may write UTF-16 or a code page; what is damaged shows where words are no longer found.
    Diagnostics ignored;
    Result<reading::Decoded> decoded = reading::decode(*std::move(bytes), file, ignored);
    const std::string name = std::filesystem::path(file).filename().string();
    if (decoded) {
      Result<corrections::Corrections> read = corrections::read_corrections(decoded->text, name);
      if (read) return read;
      failure = read.error();
    } else {
      failure = decoded.error();
    }
  } else {
    failure = bytes.error();
  }
  failure.location = file;
  return failure;
}

}  // namespace herald::jobs
