// The version, from the project's CMakeLists.txt.
#include "herald/version.hpp"

namespace herald {

std::string_view version() noexcept { return HERALD_VERSION; }

}  // namespace herald
