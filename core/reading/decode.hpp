// From bytes to UTF-8 text. A UTF-8 file is taken over byte for byte, byte order mark and line ends
// included, so that offsets in the text are offsets in the file.
#pragma once

#include <string>

#include "herald/diagnostics.hpp"
#include "herald/result.hpp"

namespace herald::reading {

struct Decoded {
  std::string text;      // valid UTF-8; damaged bytes are U+FFFD
  std::string encoding;  // "UTF-8", "UTF-16LE", "windows-1252"
};

/// Refuses with input_empty, input_binary or input_undecodable; `uri` stands in the message. Damaged
/// bytes are reported in one diagnostic, with their offsets in the file.
Result<Decoded> decode(std::string bytes, const std::string& uri, Diagnostics& diagnostics);

}  // namespace herald::reading
