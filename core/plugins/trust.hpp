// Who may change a plugin: a library is code that runs with the user's rights, so nobody but the user
// and root may have been able to write it. Whether the user wants it at all is the trust record's
// matter, which comes with `herald plugins trust`.
#pragma once

#include "core/plugins/catalogue.hpp"
#include "herald/result.hpp"

namespace herald::plugins {

/// Refuses with plugin_untrusted: folder, plugin.json or library that belong to somebody else, that
/// group or world may write, or that are links leading out of the folder.
Result<void> check_trust(const PluginInfo& plugin);

}  // namespace herald::plugins
