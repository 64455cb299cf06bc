// PREFIX/bin/herald has its plugins in PREFIX/lib/herald/plugins and its data in PREFIX/share/herald.
#include "core/jobs/installation.hpp"

#include <cstdlib>

namespace herald::jobs {
namespace {

// The user's data of Herald (XDG Base Directory Specification: a relative path is to be ignored); empty without one.
std::filesystem::path user_data() {
  if (const char* data_home = std::getenv("XDG_DATA_HOME"); data_home != nullptr && *data_home == '/')
    return std::filesystem::path(data_home) / "herald";
  if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
    return std::filesystem::path(home) / ".local/share/herald";
  return {};
}

}  // namespace

std::vector<std::filesystem::path> Installation::template_roots() const {
  std::vector<std::filesystem::path> roots;
  if (const std::filesystem::path own = user_data(); !own.empty()) roots.push_back(own / "templates");
  roots.push_back(templates);
  return roots;
}

std::filesystem::path user_languages() {
  const std::filesystem::path own = user_data();
  return own.empty() ? own : own / "languages";
}

Result<Installation> locate_installation() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  const auto prefix = program.parent_path().parent_path();
  const auto data = prefix / "share/herald";
  if (error || !std::filesystem::is_directory(data / "languages", error))
    return Failure{ErrorCode::data_missing, "Herald's languages and templates are not beside the program",
                   "install it again with cmake --install", data.string()};
  return Installation{prefix / "lib/herald/plugins", data / "languages", data / "templates", data / "schema"};
}

}  // namespace herald::jobs
