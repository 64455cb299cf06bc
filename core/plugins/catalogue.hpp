// Which plugins there are and what they say of themselves, known from their plugin.json alone: no
// library is mapped to list formats. Loading is loader.hpp's work.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "herald/options.hpp"
#include "herald/result.hpp"

namespace herald::plugins {

struct Format {
  std::string name;       // what --to takes: "pdf"
  std::string extension;  // without the dot
  std::string media_type;
  std::string description;  // one line
};

enum class OptionType : std::uint8_t { boolean, integer, number, text };

/// An option as plugin.json declares it. `minimum` and `maximum` bound numbers; `choices`, where not
/// empty, lists what a text may be.
struct OptionDeclaration {
  std::string name;
  OptionType type = OptionType::text;
  OptionValue default_value;
  std::optional<double> minimum;
  std::optional<double> maximum;
  std::vector<std::string> choices;
  std::string help;  // one line
};

/// One plugin.json. `template_kind` is the folder of templates/ that the plugin's templates are in
/// ("brief"), empty for a plugin without; `template_default` the one that is used unless asked.
struct PluginInfo {
  std::string id;
  std::string version;
  std::string description;
  std::string document_schema;  // "herald-document/1": of those that it reads, the one that this Herald gives
  std::vector<Format> formats;
  std::vector<OptionDeclaration> options;
  std::string template_kind;
  std::string template_default;
  std::uint32_t abi_number = 0;
  std::string build_tag;
  std::string class_name;
  std::filesystem::path folder;
  std::filesystem::path library;  // absolute
};

/// Everything found in the plugin folders, in the order of the folders and then of the ids. What had
/// to be refused (a plugin.json that does not parse, an id that two folders claim) is kept with its
/// reason: the others can still be used.
class Catalogue {
 public:
  /// Scans each folder's immediate subfolders for a plugin.json; a folder that holds one itself is a
  /// plugin (what --plugin-dir names may be either). A folder that does not exist is skipped, one that
  /// is not absolute is refused: what it means would depend on where the command was started.
  static Catalogue scan(const std::vector<std::filesystem::path>& folders);

  const std::vector<PluginInfo>& plugins() const noexcept { return plugins_; }
  const std::vector<Failure>& refusals() const noexcept { return refusals_; }

  /// The plugin that offers a format; format_unknown with the nearest name as hint, plugin_duplicate
  /// where two plugins offer it.
  Result<const PluginInfo*> find_format(std::string_view format) const;

  /// The plugin of that id; plugin_missing with the nearest id as hint, or the reason of its refusal.
  Result<const PluginInfo*> find(std::string_view id) const;

 private:
  /// A plugin that is there but cannot be used; its formats are known where its plugin.json was read.
  struct Refused {
    std::string id;
    std::vector<std::string> formats;
    std::size_t refusal = 0;  // index into refusals_
  };

  void refuse_duplicates();

  std::vector<PluginInfo> plugins_;
  std::vector<Failure> refusals_;
  std::vector<Refused> refused_;
};

/// The folders that are searched: `extra` (--plugin-dir, made absolute), HERALD_PLUGIN_PATH
/// (colon-separated), the user's data folder, the install's. Never the working directory: an empty
/// entry of HERALD_PLUGIN_PATH is left out, a relative one is kept for scan() to refuse by name.
std::vector<std::filesystem::path> plugin_folders(const std::vector<std::filesystem::path>& extra,
                                                  const std::filesystem::path& installed);

/// Checks KEY=VALUE settings against the declarations: every declared option is set in the result.
/// Keys that this plugin does not declare are left to `unknown`, so that a setting for one of several
/// formats is not an error for the others.
Result<Options> check_options(const PluginInfo& plugin, const std::map<std::string, std::string>& settings,
                              std::vector<std::string>& unknown);

/// The nearest of the candidates by edit distance, "" where none is near: "did you mean …?".
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace herald::plugins
