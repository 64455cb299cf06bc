// PREFIX/bin/herald has its plugins in PREFIX/lib/herald/plugins and its data in PREFIX/share/herald.
#include "core/jobs/installation.hpp"

#include <cstdlib>

namespace herald::jobs {

std::vector<std::filesystem::path> Installation::template_roots() const {
  std::vector<std::filesystem::path> roots;
  if (const char* data_home = std::getenv("XDG_DATA_HOME"); data_home != nullptr && *data_home == '/')
    roots.push_back(std::filesystem::path(data_home) / "herald/templates");
  else if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
    roots.push_back(std::filesystem::path(home) / ".local/share/herald/templates");
  roots.push_back(templates);
  return roots;
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
