// The ZIP archive that an office document is, read from memory: the names in it, and one part at a time, each
// behind limits. What the parts mean is left to the readers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "herald/result.hpp"

namespace herald::reading {

class Archive {
 public:
  /// `bytes` must live as long as the archive. Refuses (input_invalid) what is no whole ZIP archive, names that
  /// lead out of it and names that stand in it twice, since two programs may then read two documents.
  static Result<Archive> open(std::string_view bytes);

  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  bool has(std::string_view name) const { return entries_.find(name) != entries_.end(); }

  /// A part, inflated. Refuses (input_invalid) a part that is missing, encrypted or damaged, and (input_too_large)
  /// one that inflates beyond most_inflated_bytes or most_inflation: counted while it is inflated, whatever the
  /// archive's own fields say.
  Result<std::string> read(std::string_view name);

 private:
  struct Memory;
  struct Entry {
    std::uint64_t directory_position = 0;
    std::uint64_t number = 0;
    std::uint64_t compressed_bytes = 0;
    bool encrypted = false;
  };

  Archive();
  Result<void> list();

  std::unique_ptr<Memory> memory_;
  std::map<std::string, Entry, std::less<>> entries_;
  std::uint64_t inflated_bytes_ = 0;  // of all parts so far
};

}  // namespace herald::reading
