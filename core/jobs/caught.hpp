// The last barrier around one input: whatever ended its work becomes one failure, and the other inputs go on.
#pragma once

#include <string>

#include "herald/error.hpp"

namespace herald::jobs {

/// The exception in flight as a failure; to be called in a catch block. herald::Error comes out as it is, at
/// `location` (the input, may be empty) where it names no place. Memory that does not suffice is
/// input_too_large, what a file system refuses is output_unwritable; all else is a bug of Herald (internal).
Failure caught_failure(const std::string& location);

}  // namespace herald::jobs
