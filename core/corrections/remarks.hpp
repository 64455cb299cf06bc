// What is said of a correction that cannot be carried out: the file, the place in it and the way out.
#pragma once

#include <string>

#include "core/corrections/corrections.hpp"
#include "herald/diagnostics.hpp"

namespace herald::corrections {

/// "release.txt.herald.json: at /facts/0: …".
inline std::string remark(const Corrections& corrections, const std::string& pointer, const std::string& what) {
  return corrections.file + ": at " + pointer + ": " + what;
}

/// Adds it once: a document JSON may have it from an earlier run.
void add_remark(Diagnostics& diagnostics, Diagnostic diagnostic);

/// Long words cut, for a message of one line.
std::string shown(const std::string& words);

}  // namespace herald::corrections
