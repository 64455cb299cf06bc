// The SHA-256 of a file's bytes (FIPS 180-4), by which a document names the very release that it was
// made from. It is for identification, not for secrets.
#pragma once

#include <string>
#include <string_view>

namespace herald::reading {

/// 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

}  // namespace herald::reading
