// Whatever ends the work on an input becomes one failure.
#include "core/jobs/caught.hpp"

#include <filesystem>
#include <new>
#include <stdexcept>

#include "tests/support/catch.hpp"

using namespace herald;

namespace {

template <typename Thrown>
Failure caught(const Thrown& thrown) {
  try {
    throw thrown;
  } catch (...) {
    return jobs::caught_failure("release.txt");
  }
}

}  // namespace

TEST_CASE("what was thrown becomes a failure of its own code, at the input", "[jobs]") {
  CHECK(caught(std::bad_alloc()).code == ErrorCode::input_too_large);
  CHECK(caught(std::runtime_error("odd")).code == ErrorCode::internal);
  CHECK(caught(7).code == ErrorCode::internal);
  CHECK(caught(7).location == "release.txt");
  const std::filesystem::filesystem_error full("write", "out/a.pdf",
                                               std::make_error_code(std::errc::no_space_on_device));
  CHECK(caught(full).code == ErrorCode::output_unwritable);
  CHECK(caught(full).location == "out/a.pdf");
  CHECK(caught(Error({ErrorCode::usage, "wrong", "right", {}})).location == "release.txt");
  CHECK(caught(Error({ErrorCode::usage, "wrong", "right", "-o"})).location == "-o");
}
