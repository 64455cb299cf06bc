// Maps a plugin's library and makes its exporter, after a handshake in the order that
// core/plugins/README.md gives: nothing of the library's C++ runs before all of it has passed.
#pragma once

#include <memory>

#include "core/plugins/catalogue.hpp"
#include "herald/plugin/exporter.hpp"
#include "herald/result.hpp"

namespace herald::plugins {

/// Loads plugins for the life of the process: a library is mapped once and never unloaded, and each
/// plugin has one exporter, made on first use. For one thread: jobs run side by side in processes.
class Loader {
 public:
  Loader();
  Loader(const Loader&) = delete;
  Loader& operator=(const Loader&) = delete;
  ~Loader();

  /// The plugin's exporter, which the loader owns. Each refusal (plugin_untrusted, plugin_abi,
  /// plugin_build, plugin_unloadable, plugin_mismatch, plugin_failed) names the file, what was found,
  /// what was wanted and what to do.
  Result<Exporter*> load(const PluginInfo& plugin);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Runs one export behind the exception barrier: nothing is thrown out of it. A herald::Error of a code that is a
/// plugin's to use (barrier.hpp) comes out as its own failure; whatever else the plugin throws (std::exception, a
/// foreign type, an int) as plugin_failed, naming plugin, format and what was thrown. Which input it was is for
/// the caller to add: the document knows only the input's name without its folders.
Result<void> run_export(const PluginInfo& plugin, Exporter& exporter, const ExportRequest& request, Output& output,
                        Diagnostics& diagnostics);

/// What this host was built with: compiler, standard library, Poco, sanitizers. A plugin's must be equal;
/// both come from core/sdk/build_tag.hpp.
std::string host_build_tag();

}  // namespace herald::plugins
