// One place that knows what an exception means, for the command's end and for each input of a batch.
#include "core/jobs/caught.hpp"

#include <exception>
#include <filesystem>
#include <new>

namespace herald::jobs {

Failure caught_failure(const std::string& location) {
  try {
    throw;
  } catch (const Error& error) {
    Failure failure = error.failure();
    if (failure.location.empty()) failure.location = location;
    return failure;
  } catch (const std::bad_alloc&) {
    return {ErrorCode::input_too_large, "the memory does not suffice", "export fewer or smaller inputs at a time",
            location};
  } catch (const std::filesystem::filesystem_error& error) {
    return {ErrorCode::output_unwritable, error.code().message(), "check the folder and its permissions",
            error.path1().empty() ? location : error.path1().string()};
  } catch (const std::exception& error) {
    return {ErrorCode::internal, std::string("a bug in herald: ") + error.what(), "please report it", location};
  } catch (...) {
    // A library may throw what it likes; past here it would end the process and lose the other inputs.
    return {ErrorCode::internal, "a bug in herald: something that is no exception was thrown", "please report it",
            location};
  }
}

}  // namespace herald::jobs
