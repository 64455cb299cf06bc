// See trust.hpp. The folders above are not judged: the check would refuse every checkout on a shared
// mount, and whoever can rename a folder of yours can change your shell's start-up file as well.
#include "core/plugins/trust.hpp"

#include <fmt/format.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

#include "core/plugins/manifest.hpp"

namespace herald::plugins {
namespace {

namespace fs = std::filesystem;

Failure untrusted(const fs::path& path, std::string message, std::string hint) {
  return {ErrorCode::plugin_untrusted, std::move(message), std::move(hint), path.string()};
}

std::string user_name(uid_t user) {
  const passwd* entry = getpwuid(user);
  return entry == nullptr ? fmt::format("user {}", user) : fmt::format("user {} ({})", user, entry->pw_name);
}

Result<void> check_rights(const fs::path& path, const struct stat& status) {
  if (status.st_uid != 0 && status.st_uid != geteuid()) {
    return untrusted(path,
                     fmt::format("belongs to {}; a plugin must belong to root or to you, {}", user_name(status.st_uid),
                                 user_name(geteuid())),
                     "install the plugin again as yourself, if you trust it");
  }
  // With access control lists the group bits are their mask, so they are covered.
  if ((status.st_mode & (S_IWGRP | S_IWOTH)) != 0) {
    return untrusted(
        path,
        fmt::format("can be changed by {}: its mode is {:04o}; a plugin must be writable for its owner only",
                    (status.st_mode & S_IWOTH) != 0 ? "everybody" : "its group", status.st_mode & 07777),
        fmt::format("if nobody has changed it, run: chmod go-w '{}'", path.string()));
  }
  return {};
}

Result<void> check_file(const fs::path& folder, const fs::path& path) {
  std::error_code problem;
  const fs::path real = fs::canonical(path, problem);
  if (problem) {
    return Failure{ErrorCode::plugin_unloadable, "cannot be opened: " + problem.message(), "install the plugin again",
                   path.string()};
  }
  if (real.parent_path() != folder) {
    return untrusted(path, fmt::format("is a link that leaves its folder, to {}", real.string()),
                     "put the file itself into the plugin's folder");
  }
  struct stat status {};
  if (stat(real.c_str(), &status) != 0) {
    return Failure{ErrorCode::plugin_unloadable, std::string("cannot be opened: ") + std::strerror(errno),
                   "install the plugin again", path.string()};
  }
  if (!S_ISREG(status.st_mode)) {
    return untrusted(path, "is not a regular file", "put the file itself into the plugin's folder");
  }
  return check_rights(real, status);
}

}  // namespace

Result<void> check_trust(const PluginInfo& plugin) {
  std::error_code problem;
  const fs::path folder = fs::canonical(plugin.folder, problem);
  struct stat status {};
  if (problem || stat(folder.c_str(), &status) != 0) {
    return Failure{ErrorCode::plugin_unloadable, "the plugin's folder cannot be opened", "install the plugin again",
                   plugin.folder.string()};
  }
  if (Result<void> rights = check_rights(folder, status); !rights) return rights;
  if (Result<void> json = check_file(folder, folder / plugin_json_name); !json) return json;
  return check_file(folder, plugin.library);
}

}  // namespace herald::plugins
