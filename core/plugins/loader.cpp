// See loader.hpp, and README.md for the reason of each step. The one file that touches
// Poco::SharedLibrary. Poco::ClassLoader is not used: README.md says why.
#include "core/plugins/loader.hpp"

#include <Poco/Exception.h>
#include <Poco/Manifest.h>
#include <Poco/MetaObject.h>
#include <Poco/SharedLibrary.h>
#include <dlfcn.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <system_error>
#include <typeinfo>
#include <utility>

#include "core/plugins/barrier.hpp"
#include "core/plugins/library_file.hpp"
#include "core/plugins/manifest.hpp"
#include "core/plugins/trust.hpp"
#include "core/plugins/type_name.hpp"
#include "core/sdk/build_tag.hpp"
#include "herald/plugin/abi.h"

namespace herald::plugins {
namespace {

namespace fs = std::filesystem;

using PluginManifest = Poco::Manifest<Exporter>;
using BuildManifest = bool (*)(Poco::ManifestBase*);

constexpr const char* build_again = "build the plugin again with herald_add_plugin() of this Herald, or reinstall it";

Failure refusal(ErrorCode code, const fs::path& file, std::string message, std::string hint = build_again) {
  return {code, std::move(message), std::move(hint), file.string()};
}

std::string manifest_name(const PluginInfo& plugin) { return "herald_" + plugin.id; }
std::string manifest_symbol(const PluginInfo& plugin) { return "pocoBuildManifest" + manifest_name(plugin); }

/// What plugin.json says against what this program is. Nothing of the library has been read yet.
Result<void> check_build(const PluginInfo& plugin) {
  const fs::path json = plugin.folder / plugin_json_name;
  if (plugin.abi_number != HERALD_ABI_NUMBER) {
    return refusal(ErrorCode::plugin_abi, json,
                   fmt::format("plugin \"{}\" was built for ABI number {}; this Herald has {}", plugin.id,
                               plugin.abi_number, HERALD_ABI_NUMBER),
                   plugin.abi_number > HERALD_ABI_NUMBER
                       ? "use a newer Herald, or build the plugin again with this one's SDK"
                       : "use a newer version of the plugin, or build it again with this Herald's SDK");
  }
  if (plugin.build_tag != host_build_tag()) {
    return refusal(ErrorCode::plugin_build, json,
                   fmt::format("plugin \"{}\" was built with \"{}\"; this Herald was built with \"{}\"", plugin.id,
                               plugin.build_tag, host_build_tag()),
                   "build the plugin again with the same compiler, Poco and sanitizers as this Herald");
  }
  return {};
}

std::string note_value(const LibraryFile& library, const char* key) {
  const auto found = library.note.find(key);
  return found == library.note.end() ? std::string() : found->second;
}

Failure mismatch(const PluginInfo& plugin, const char* what, const std::string& found, const std::string& wanted) {
  return refusal(ErrorCode::plugin_mismatch, plugin.library,
                 fmt::format("the library says {} \"{}\", its plugin.json says \"{}\"", what, found, wanted),
                 "the two are not of one build: install both again");
}

/// The library's note, read from the file, against plugin.json: so that a library that was changed
/// under its plugin.json is refused before any of it runs.
Result<void> check_note(const PluginInfo& plugin, const LibraryFile& library) {
  if (library.note.empty()) {
    return refusal(ErrorCode::plugin_mismatch, plugin.library, "has no note of Herald: it is not a plugin's library");
  }
  const std::pair<const char*, std::string> wanted[] = {{"abi", std::to_string(plugin.abi_number)},
                                                        {"build", plugin.build_tag},
                                                        {"id", plugin.id},
                                                        {"version", plugin.version}};
  for (const auto& [key, value] : wanted) {
    if (const std::string found = note_value(library, key); found != value) return mismatch(plugin, key, found, value);
  }
  return {};
}

/// A plugin may need any library of the system, but not another plugin: mapping the one would run the
/// other's code past its own handshake. Plugins' libraries are known by the name that the SDK gives.
Result<void> check_needed(const PluginInfo& plugin, const LibraryFile& library) {
  for (const std::string& needed : library.needed) {
    const std::string name = fs::path(needed).filename().string();
    const bool is_plugin = name.rfind("herald_", 0) == 0 && fs::path(name).extension() == ".so";
    if (!is_plugin) continue;
    return refusal(ErrorCode::plugin_unloadable, plugin.library,
                   fmt::format("is linked with another plugin, {}; a plugin must stand alone", needed),
                   "put what both need into a static library and link each with it");
  }
  return {};
}

Result<void> check_library_file(const PluginInfo& plugin) {
  const Result<LibraryFile> library = read_library_file(plugin.library);
  if (!library) return library.error();
  if (Result<void> note = check_note(plugin, *library); !note) return note;
  if (Result<void> needed = check_needed(plugin, *library); !needed) return needed;
  if (!library->binds_now) {
    return refusal(ErrorCode::plugin_unloadable, plugin.library,
                   "is linked without -z now: a missing symbol would end the program in the middle of an export");
  }
  for (const std::string& symbol : {std::string(HERALD_PLUGIN_DESCRIBE_SYMBOL), manifest_symbol(plugin)}) {
    const auto& functions = library->functions;
    if (std::find(functions.begin(), functions.end(), symbol) != functions.end()) continue;
    return refusal(ErrorCode::plugin_mismatch, plugin.library,
                   fmt::format("does not export the function {}, which every plugin has", symbol));
  }
  return {};
}

Failure unloadable(const PluginInfo& plugin, const std::string& reason) {
  const std::string text = one_line(with_demangled_symbols(reason));
  if (text.find("undefined symbol") != std::string::npos) {
    return refusal(ErrorCode::plugin_unloadable, plugin.library, "the dynamic linker refuses it: " + text,
                   "the plugin was linked without a library that it needs: add it to LIBRARIES of herald_add_plugin()");
  }
  if (text.find("cannot open shared object file") != std::string::npos) {
    return refusal(ErrorCode::plugin_unloadable, plugin.library, "the dynamic linker refuses it: " + text,
                   "install the package that has this library");
  }
  return refusal(ErrorCode::plugin_unloadable, plugin.library, "the dynamic linker refuses it: " + text);
}

/// The address of a function that lives in the plugin's own file. dlsym() looks through the libraries
/// that the plugin needs as well, so one that lacks the function can be answered with another's.
Result<void*> own_function(const PluginInfo& plugin, Poco::SharedLibrary& library, const std::string& symbol) {
  void* address = nullptr;
  try {
    address = library.getSymbol(symbol);
  } catch (const Poco::Exception&) {
    return refusal(ErrorCode::plugin_mismatch, plugin.library, fmt::format("has no function {}", symbol));
  }
  Dl_info place{};
  if (dladdr(address, &place) == 0 || place.dli_fname == nullptr) {
    return refusal(ErrorCode::plugin_mismatch, plugin.library,
                   fmt::format("the function {} is in no file that the dynamic linker knows", symbol));
  }
  // Compared as files: the linker keeps the spelling under which a file was mapped first.
  std::error_code problem;
  if (!fs::equivalent(place.dli_fname, plugin.library, problem)) {
    return refusal(ErrorCode::plugin_mismatch, plugin.library,
                   fmt::format("the function {} is not its own: it was found in {}", symbol, place.dli_fname));
  }
  return address;
}

std::string text_or_nothing(const char* text) { return text == nullptr ? std::string() : std::string(text); }

Result<void> check_description(const PluginInfo& plugin, const herald_plugin_description* description) {
  if (description == nullptr) {
    return refusal(ErrorCode::plugin_mismatch, plugin.library, HERALD_PLUGIN_DESCRIBE_SYMBOL "() gives nothing");
  }
  // struct_size stands first for ever: without the right size no other member may be read.
  if (description->struct_size != sizeof(herald_plugin_description)) {
    return mismatch(plugin, "description size", std::to_string(description->struct_size),
                    std::to_string(sizeof(herald_plugin_description)));
  }
  const struct {
    const char* what;
    std::string found;
    std::string wanted;
  } comparisons[] = {
      {"abi", std::to_string(description->abi_number), std::to_string(plugin.abi_number)},
      {"build", text_or_nothing(description->build_tag), plugin.build_tag},
      {"id", text_or_nothing(description->id), plugin.id},
      {"version", text_or_nothing(description->version), plugin.version},
      {"manifest", text_or_nothing(description->manifest_name), manifest_name(plugin)},
      {"class", text_or_nothing(description->class_name), plugin.class_name},
  };
  for (const auto& comparison : comparisons) {
    if (comparison.found != comparison.wanted) {
      return mismatch(plugin, comparison.what, comparison.found, comparison.wanted);
    }
  }
  return {};
}

Result<const PluginManifest::Meta*> only_class(const PluginInfo& plugin, const PluginManifest& manifest) {
  if (manifest.size() != 1) {
    return refusal(
        ErrorCode::plugin_mismatch, plugin.library,
        fmt::format("its manifest {} holds {} classes; wanted is exactly one", manifest_name(plugin), manifest.size()));
  }
  const PluginManifest::Meta* meta = *manifest.begin();
  if (plugin.class_name != meta->name()) return mismatch(plugin, "class", meta->name(), plugin.class_name);
  // Poco compares the name of the manifest's type; this is the type of what was put into it.
  const std::string type = demangled(typeid(*meta).name());
  if (const std::string base = ", herald::Exporter>"; type.size() < base.size() || !type.ends_with(base)) {
    return refusal(ErrorCode::plugin_mismatch, plugin.library,
                   fmt::format("its manifest holds a {}; wanted is a class derived from herald::Exporter", type));
  }
  if (!meta->canCreate()) {
    return refusal(ErrorCode::plugin_mismatch, plugin.library,
                   "its class is exported as a singleton, which the host cannot own",
                   "export it with POCO_EXPORT_CLASS, as herald_add_plugin() does");
  }
  return meta;
}

}  // namespace

struct Loader::State {
  /// In the order in which they come into being; destroyed in the opposite one. SharedLibrary's
  /// destructor does not unload, and nothing here calls unload().
  struct Loaded {
    Poco::SharedLibrary library;
    PluginManifest manifest;
    std::unique_ptr<Exporter> exporter;
    std::optional<Failure> failure;
  };

  Result<void> map(const PluginInfo& plugin, Loaded& loaded);
  Result<void> read_manifest(const PluginInfo& plugin, Loaded& loaded);
  Result<void> create(const PluginInfo& plugin, Loaded& loaded);

  std::map<fs::path, std::unique_ptr<Loaded>> plugins;
};

Result<void> Loader::State::map(const PluginInfo& plugin, Loaded& loaded) {
  try {
    loaded.library.load(plugin.library.string(), Poco::SharedLibrary::SHLIB_LOCAL);
  } catch (const Poco::Exception& error) {
    return unloadable(plugin, error.message());
  }
  const Result<void*> describe = own_function(plugin, loaded.library, HERALD_PLUGIN_DESCRIBE_SYMBOL);
  if (!describe) return describe.error();
  return check_description(plugin, reinterpret_cast<herald_plugin_describe_function>(*describe)());
}

Result<void> Loader::State::read_manifest(const PluginInfo& plugin, Loaded& loaded) {
  const Result<void*> build = own_function(plugin, loaded.library, manifest_symbol(plugin));
  if (!build) return build.error();
  if (!reinterpret_cast<BuildManifest>(*build)(&loaded.manifest)) {
    return refusal(ErrorCode::plugin_mismatch, plugin.library,
                   fmt::format("its manifest {} is of another base class; wanted is {}", manifest_name(plugin),
                               demangled(loaded.manifest.className())));
  }
  return {};
}

Result<void> Loader::State::create(const PluginInfo& plugin, Loaded& loaded) {
  const Result<const PluginManifest::Meta*> meta = only_class(plugin, loaded.manifest);
  if (!meta) return meta.error();
  return guarded(plugin, "while it was made ready", {}, [&] { loaded.exporter.reset((*meta)->create()); });
}

Loader::Loader() : state_(std::make_unique<State>()) {}
Loader::~Loader() = default;

Result<Exporter*> Loader::load(const PluginInfo& plugin) {
  std::unique_ptr<State::Loaded>& loaded = state_->plugins[plugin.library];
  if (loaded == nullptr) {
    loaded = std::make_unique<State::Loaded>();
    const auto handshake = [&]() -> Result<void> {
      if (Result<void> step = check_trust(plugin); !step) return step;
      if (Result<void> step = check_build(plugin); !step) return step;
      if (Result<void> step = check_library_file(plugin); !step) return step;
      if (Result<void> step = state_->map(plugin, *loaded); !step) return step;
      if (Result<void> step = state_->read_manifest(plugin, *loaded); !step) return step;
      return state_->create(plugin, *loaded);
    };
    // Kept, so that asking again does not run again what was refused.
    if (const Result<void> result = handshake(); !result) loaded->failure = result.error();
  }
  if (loaded->failure) return *loaded->failure;
  return loaded->exporter.get();
}

std::string host_build_tag() { return HERALD_BUILD_TAG; }

}  // namespace herald::plugins
