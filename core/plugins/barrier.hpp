// The border behind which a plugin's code runs: whatever it throws comes out as a Failure that names
// the plugin, so that one faulty plugin is a message and not the end of the program.
#pragma once

#include <functional>
#include <string>

#include "core/plugins/catalogue.hpp"
#include "herald/result.hpp"

namespace herald::plugins {

/// Runs `work`. A herald::Error of a code that is a plugin's to use (disk_full, output_unwritable, font_missing,
/// format_violation, template_missing, template_invalid, option_invalid) comes out as its own failure,
/// everything else as plugin_failed: `plugin "ID" failed WHEN: what it threw`, at `location` (may be empty).
Result<void> guarded(const PluginInfo& plugin, const std::string& when, const std::string& location,
                     const std::function<void()>& work);

}  // namespace herald::plugins
