// What the host reads for a plugin: the chosen template's folder and the labels of the document's language.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "herald/plugin/exporter.hpp"
#include "herald/result.hpp"

namespace herald::jobs {

/// A template as the list shows it: the folder `root/kind/name` with a template.toml.
struct TemplateInfo {
  std::string kind;
  std::string name;
  std::string description;
  std::filesystem::path folder;

  std::string full_name() const { return kind + "/" + name; }
};

/// All templates of the roots, by kind and name; a user's template hides the installed one of its name.
/// A template.toml that does not parse is listed with the reason as its description.
std::vector<TemplateInfo> list_templates(const std::vector<std::filesystem::path>& roots);

/// The template that the user means: NAME or KIND/NAME among the installed ones, or the PATH of a folder.
/// `kinds` are the kinds that the wanted formats take. template_missing with the nearest name, or
/// template_invalid where the folder's template.toml is broken or of another kind.
Result<TemplateInfo> find_template(std::string_view name_or_path, const std::vector<std::string>& kinds,
                                   const std::vector<std::filesystem::path>& roots);

/// Reads a template's files: regular files only, at most 64 of at most 1 MiB, so that a wrong path does
/// not load a home folder.
Result<std::map<std::string, std::string, std::less<>>> load_template_files(const TemplateInfo& chosen);

/// The labels of a language: English, overlaid by `labels/<code>.toml` of the language, each looked for in
/// the install's folder, then the user's. English words stand in for missing ones, English grammar (scales,
/// plurals, forms of dates) does not. A language without labels keeps the English ones, with a remark.
Result<Labels> load_labels(std::string_view language, const std::vector<std::filesystem::path>& template_roots,
                           Diagnostics& diagnostics);

}  // namespace herald::jobs
