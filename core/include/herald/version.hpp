// The version of the Herald that is running, for colophons and "made with" lines.
#pragma once

#include <string_view>

#include "herald/api.hpp"

namespace herald {

/// "0.1.0"
HERALD_API std::string_view version() noexcept;

}  // namespace herald
