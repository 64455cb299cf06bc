// Reads one plugin.json and checks all of it: members, types, names, sizes. What passes here can be
// used without further questions; whether the library beside it fits is loader.hpp's work.
#pragma once

#include <filesystem>

#include "core/plugins/catalogue.hpp"
#include "herald/result.hpp"

namespace herald::plugins {

/// The name of the file that makes a folder a plugin's.
inline constexpr const char* plugin_json_name = "plugin.json";

/// Reads `folder`/plugin.json. Refuses with plugin_invalid, with line and column or the JSON pointer
/// of the place ("/options/2/default"). `folder` is stored as given: the caller has made it canonical.
Result<PluginInfo> read_plugin_json(const std::filesystem::path& folder);

}  // namespace herald::plugins
