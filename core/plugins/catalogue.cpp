// See catalogue.hpp. Reading one plugin.json is manifest.hpp's work; here they are found, put in
// order, and asked.
#include "core/plugins/catalogue.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <system_error>
#include <utility>

#include "core/plugins/manifest.hpp"

namespace herald::plugins {
namespace {

namespace fs = std::filesystem;

// A folder with more is not a plugin folder but a download folder or a home, named by mistake.
constexpr std::size_t max_plugins_in_folder = 1000;

bool is_plugin_folder(const fs::path& folder) {
  std::error_code problem;
  return fs::exists(fs::symlink_status(folder / plugin_json_name, problem));
}

/// The plugin folders in a folder, canonical, by name: the order of a directory is the file system's.
Result<std::vector<fs::path>> plugin_folders_in(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code problem;
  const fs::path canonical = fs::canonical(folder, problem);
  if (problem == std::errc::no_such_file_or_directory) return found;
  const auto refuse = [&](const std::string& message) {
    return Failure{ErrorCode::plugin_missing, message, "name a folder that holds plugins, and that you may read",
                   folder.string()};
  };
  if (problem) return refuse("cannot be searched for plugins: " + problem.message());
  if (!fs::is_directory(canonical, problem)) return refuse("is not a folder");
  if (is_plugin_folder(canonical)) return std::vector<fs::path>{canonical};

  for (fs::directory_iterator entry(canonical, problem), end; !problem && entry != end; entry.increment(problem)) {
    std::error_code ignored;
    if (!entry->is_directory(ignored) || !is_plugin_folder(entry->path())) continue;
    // A folder that is linked in from elsewhere is judged where it really stands.
    const fs::path real = fs::canonical(entry->path(), ignored);
    if (ignored) continue;
    if (found.size() == max_plugins_in_folder) {
      return refuse("holds more than " + std::to_string(max_plugins_in_folder) + " plugins");
    }
    found.push_back(real);
  }
  if (problem) return refuse("cannot be searched for plugins: " + problem.message());
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::string> format_names(const PluginInfo& plugin) {
  std::vector<std::string> names;
  for (const Format& format : plugin.formats) names.push_back(format.name);
  return names;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates,
                         const std::string& otherwise) {
  const std::string guess = nearest(word, candidates);
  return guess.empty() ? otherwise : "did you mean \"" + guess + "\"?";
}

fs::path user_plugin_folder() {
  // The XDG base directory specification: a relative value is invalid and to be ignored.
  if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && fs::path(data).is_absolute()) {
    return fs::path(data) / "herald/plugins";
  }
  if (const char* home = std::getenv("HOME"); home != nullptr && fs::path(home).is_absolute()) {
    return fs::path(home) / ".local/share/herald/plugins";
  }
  return {};
}

}  // namespace

Catalogue Catalogue::scan(const std::vector<fs::path>& folders) {
  Catalogue catalogue;
  std::set<fs::path> seen;  // one folder under two names is no duplicate
  for (const fs::path& folder : folders) {
    if (!folder.is_absolute()) {
      catalogue.refusals_.push_back({ErrorCode::plugin_missing, "a relative folder is not searched for plugins",
                                     "give its absolute path", folder.string()});
      continue;
    }
    const Result<std::vector<fs::path>> found = plugin_folders_in(folder);
    if (!found) {
      catalogue.refusals_.push_back(found.error());
      continue;
    }
    const std::size_t first = catalogue.plugins_.size();
    for (const fs::path& plugin_folder : *found) {
      if (!seen.insert(plugin_folder).second) continue;
      Result<PluginInfo> plugin = read_plugin_json(plugin_folder);
      std::error_code problem;
      if (plugin && !fs::is_regular_file(plugin->library, problem)) {
        // Known without mapping it, and so also to those who only list: what is listed can be used.
        catalogue.refused_.push_back({plugin->id, format_names(*plugin), catalogue.refusals_.size()});
        catalogue.refusals_.push_back({ErrorCode::plugin_unloadable,
                                       "the library of the plugin \"" + plugin->id + "\" is not there",
                                       "install the plugin again, or remove its folder", plugin->library.string()});
      } else if (plugin) {
        catalogue.plugins_.push_back(*std::move(plugin));
      } else {
        // What plugin.json says its id is cannot be known; by custom it is the folder's name.
        catalogue.refused_.push_back({plugin_folder.filename().string(), {}, catalogue.refusals_.size()});
        catalogue.refusals_.push_back(plugin.error());
      }
    }
    std::sort(catalogue.plugins_.begin() + static_cast<std::ptrdiff_t>(first), catalogue.plugins_.end(),
              [](const PluginInfo& a, const PluginInfo& b) { return a.id < b.id; });
  }
  catalogue.refuse_duplicates();
  return catalogue;
}

/// All that claim one id are refused: which of them was meant cannot be known, and the first found
/// would let a folder earlier in the path take the place of an installed plugin unseen.
void Catalogue::refuse_duplicates() {
  std::map<std::string, std::vector<const PluginInfo*>> claims;
  for (const PluginInfo& plugin : plugins_) claims[plugin.id].push_back(&plugin);
  for (const auto& [id, claimants] : claims) {
    if (claimants.size() < 2) continue;
    std::string others;
    std::vector<std::string> formats;
    for (const PluginInfo* plugin : claimants) {
      if (plugin != claimants.front()) others += (others.empty() ? "" : ", ") + plugin->folder.string();
      for (std::string& name : format_names(*plugin)) formats.push_back(std::move(name));
    }
    refused_.push_back({id, std::move(formats), refusals_.size()});
    refusals_.push_back({ErrorCode::plugin_duplicate, "the plugin id \"" + id + "\" is claimed here and by " + others,
                         "remove one of them, or search only one of the folders", claimants.front()->folder.string()});
  }
  const auto is_duplicate = [&](const PluginInfo& plugin) { return claims.at(plugin.id).size() > 1; };
  plugins_.erase(std::remove_if(plugins_.begin(), plugins_.end(), is_duplicate), plugins_.end());
}

Result<const PluginInfo*> Catalogue::find_format(std::string_view format) const {
  std::vector<const PluginInfo*> offers;
  std::vector<std::string> known;
  for (const PluginInfo& plugin : plugins_) {
    for (std::string& name : format_names(plugin)) {
      if (name == format) offers.push_back(&plugin);
      known.push_back(std::move(name));
    }
  }
  const std::string quoted = "\"" + std::string(format) + "\"";
  if (offers.size() == 1) return offers.front();
  if (offers.size() > 1) {
    return Failure{ErrorCode::plugin_duplicate,
                   "the format " + quoted + " is offered by two plugins, " + offers[0]->id + " and " + offers[1]->id,
                   "remove one of " + offers[0]->folder.string() + " and " + offers[1]->folder.string(),
                   {}};
  }
  for (const Refused& refused : refused_) {
    if (std::find(refused.formats.begin(), refused.formats.end(), format) != refused.formats.end()) {
      return refusals_[refused.refusal];
    }
  }
  // A plugin whose plugin.json cannot be read may be the one that is meant, unless a slip of the pen is likelier.
  const auto unread =
      std::find_if(refused_.begin(), refused_.end(), [](const Refused& refused) { return refused.formats.empty(); });
  if (unread != refused_.end() && nearest(format, known).empty()) {
    Failure failure = refusals_[unread->refusal];
    failure.message = "no plugin that can be read offers the format " + quoted + "; refused: " + failure.message;
    return failure;
  }
  if (known.empty()) {
    return Failure{ErrorCode::format_unknown,
                   "no plugin was found that offers the format " + quoted,
                   "install the plugins, or name their folder with --plugin-dir",
                   {}};
  }
  std::string all;
  std::sort(known.begin(), known.end());
  for (const std::string& name : known) all += (all.empty() ? "" : ", ") + name;
  return Failure{ErrorCode::format_unknown,
                 "no plugin offers the format " + quoted,
                 did_you_mean(format, known, "there are " + all),
                 {}};
}

Result<const PluginInfo*> Catalogue::find(std::string_view id) const {
  std::vector<std::string> known;
  for (const PluginInfo& plugin : plugins_) {
    if (plugin.id == id) return &plugin;
    known.push_back(plugin.id);
  }
  for (const Refused& refused : refused_) {
    if (refused.id == id) return refusals_[refused.refusal];
  }
  return Failure{ErrorCode::plugin_missing,
                 "there is no plugin \"" + std::string(id) + "\"",
                 did_you_mean(id, known, "\"herald plugins list\" names those that are there"),
                 {}};
}

std::vector<fs::path> plugin_folders(const std::vector<fs::path>& extra, const fs::path& installed) {
  std::vector<fs::path> folders;
  const auto add = [&](const fs::path& folder) {
    if (!folder.empty() && std::find(folders.begin(), folders.end(), folder) == folders.end())
      folders.push_back(folder);
  };
  // On the command line a relative folder is what the user sees before them, so it may be one.
  for (const fs::path& folder : extra) {
    // Where the working folder is gone it stays relative, and the scan refuses it by name.
    std::error_code problem;
    const fs::path absolute = fs::absolute(folder, problem);
    add((problem ? folder : absolute).lexically_normal());
  }
  if (const char* variable = std::getenv("HERALD_PLUGIN_PATH"); variable != nullptr) {
    std::string_view rest = variable;
    while (!rest.empty()) {
      const std::size_t colon = std::min(rest.find(':'), rest.size());
      add(fs::path(rest.substr(0, colon)));
      rest.remove_prefix(std::min(colon + 1, rest.size()));
    }
  }
  add(user_plugin_folder());
  add(installed);
  return folders;
}

}  // namespace herald::plugins
