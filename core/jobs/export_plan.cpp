// From the user's words to a checked list of work.
#include "core/jobs/export_plan.hpp"

#include <algorithm>

namespace herald::jobs {
namespace {

namespace fs = std::filesystem;

std::string stem_of(const std::string& input) { return input == "-" ? "stdin" : fs::path(input).stem().string(); }

Result<std::vector<PlannedFormat>> choose_plugins(const ExportRequestText& request,
                                                  const plugins::Catalogue& catalogue) {
  std::vector<PlannedFormat> formats;
  for (const std::string& name : request.formats) {
    Result<const plugins::PluginInfo*> plugin = catalogue.find_format(name);
    if (!plugin) return plugin.error();
    const auto& offered = (*plugin)->formats;
    const auto format = std::find_if(offered.begin(), offered.end(), [&](const auto& f) { return f.name == name; });
    const bool repeated =
        std::any_of(formats.begin(), formats.end(), [&](const auto& f) { return f.format == &*format; });
    if (!repeated) formats.push_back({*plugin, &*format, {}, {}, {}});
  }
  if (formats.empty()) return Failure{ErrorCode::usage, "no format is asked for", "say --to pdf, for example", {}};
  return formats;
}

// A setting must be known to at least one of the formats; the nearest name of all of them is the hint.
Result<void> apply_settings(const ExportRequestText& request, std::vector<PlannedFormat>& formats) {
  std::map<std::string, std::size_t> refused_by;
  std::vector<std::string> known;
  for (PlannedFormat& format : formats) {
    std::vector<std::string> unknown;
    Result<Options> options = plugins::check_options(*format.plugin, request.settings, unknown);
    if (!options) return options.error();
    format.options = *std::move(options);
    for (const std::string& name : unknown) ++refused_by[name];
    for (const auto& option : format.plugin->options) known.push_back(option.name);
  }
  for (const auto& [name, count] : refused_by) {
    if (count < formats.size()) continue;
    const std::string nearest = plugins::nearest(name, known);
    return Failure{ErrorCode::option_unknown, "no option \"" + name + "\" for these formats",
                   nearest.empty() ? "see: herald plugins show " + formats.front().plugin->id
                                   : "did you mean \"" + nearest + "\"?",
                   "--set " + name};
  }
  return {};
}

Result<void> choose_templates(const ExportRequestText& request, const Installation& installation,
                              std::vector<PlannedFormat>& formats) {
  const std::vector<fs::path> roots = installation.template_roots();
  std::vector<std::string> kinds;
  for (const PlannedFormat& format : formats)
    if (!format.plugin->template_kind.empty()) kinds.push_back(format.plugin->template_kind);
  std::map<std::string, TemplateInfo> chosen;
  for (const std::string& name : request.templates) {
    Result<TemplateInfo> found = find_template(name, kinds, roots);
    if (!found) return found.error();
    const std::string kind = found->kind;
    if (!chosen.emplace(kind, *std::move(found)).second)
      return Failure{ErrorCode::usage, "two templates of the kind \"" + kind + "\" are asked for", "name one", {}};
  }
  for (PlannedFormat& format : formats) {
    const std::string& kind = format.plugin->template_kind;
    if (kind.empty()) continue;
    if (!chosen.contains(kind)) {
      Result<TemplateInfo> standard = find_template(kind + "/" + format.plugin->template_default, {kind}, roots);
      if (!standard) return standard.error();
      chosen.emplace(kind, *std::move(standard));
    }
    const TemplateInfo& info = chosen.at(kind);
    auto files = load_template_files(info);
    if (!files) return files.error();
    format.template_name = info.folder.string();
    format.template_files = *std::move(files);
  }
  return {};
}

Result<void> make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  std::error_code ignored;
  if (error || !fs::is_directory(folder, ignored))
    return Failure{ErrorCode::output_unwritable, "cannot make this folder" + (error ? ": " + error.message() : ""),
                   "write elsewhere with -o", folder.string()};
  return {};
}

// Where the results go: a folder for any number, a file for one, nothing for standard output. Gives the folder
// that must be made for it, empty where it is there.
Result<fs::path> place_outputs(const ExportRequestText& request, ExportPlan& plan) {
  for (std::size_t input = 0; input < plan.inputs.size(); ++input)
    for (std::size_t format = 0; format < plan.formats.size(); ++format) plan.outputs.push_back({input, format, {}});
  const bool single = plan.outputs.size() == 1;
  if (request.output == "-") {
    if (!single)
      return Failure{ErrorCode::usage,
                     "standard output takes one result, and " + std::to_string(plan.outputs.size()) + " are asked for",
                     "name a folder with -o", "-o -"};
    return fs::path();
  }
  fs::path folder = request.output.empty() ? "." : request.output;
  std::error_code error;
  const bool is_folder = fs::is_directory(folder, error);
  if (single && !is_folder && !request.output.ends_with('/')) {
    plan.outputs.front().target = folder;
    return fs::path();
  }
  if (!is_folder && fs::exists(folder, error))
    return Failure{ErrorCode::usage, "is a file, and " + std::to_string(plan.outputs.size()) + " results are asked for",
                   "name a folder with -o", folder.string()};
  const bool looks_like_file = std::any_of(plan.formats.begin(), plan.formats.end(), [&](const PlannedFormat& format) {
    return folder.extension() == "." + format.format->extension;
  });
  if (!is_folder && looks_like_file)
    return Failure{ErrorCode::usage,
                   "looks like one file, and " + std::to_string(plan.outputs.size()) + " results are asked for",
                   "name a folder with -o, with / at its end where it is called so", folder.string()};
  for (PlannedOutput& output : plan.outputs) {
    output.target = folder / (stem_of(plan.inputs[output.input]) + "." + plan.formats[output.format].format->extension);
    if (request.output.empty()) output.target = output.target.filename();
  }
  return is_folder ? fs::path() : folder;
}

Result<void> refuse_clashes(ExportPlan& plan) {
  std::map<fs::path, const PlannedOutput*> targets;
  for (const std::string& input : plan.inputs) {
    if (input == "-") continue;
    plan.taken.insert(file_identity(input));
    plan.taken.insert(file_identity(corrections_beside(input)));
  }
  if (!plan.corrections.file.empty()) plan.taken.insert(file_identity(plan.corrections.file));
  for (const PlannedOutput& output : plan.outputs) {
    if (output.target.empty()) continue;
    const fs::path target = file_identity(output.target);
    if (plan.taken.contains(target))
      return Failure{ErrorCode::output_clash, "this result would replace an input or its corrections",
                     "write elsewhere with -o", output.target.string()};
    const auto [other, is_new] = targets.emplace(target, &output);
    if (!is_new)
      return Failure{ErrorCode::output_clash,
                     "\"" + plan.inputs[other->second->input] + "\" and \"" + plan.inputs[output.input] +
                         "\" would both be written there",
                     "rename one of them, or export them to different folders", output.target.string()};
  }
  for (const auto& [target, output] : targets) plan.taken.insert(target);
  return {};
}

}  // namespace

fs::path file_identity(const fs::path& path) {
  // Where the working folder is gone, a relative path has no whole form; the input or target is refused later.
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error);
  if (error) return path.lexically_normal();
  const fs::path whole = fs::weakly_canonical(absolute, error);
  return error ? absolute.lexically_normal() : whole;
}

Result<void> check_corrections(const CorrectionsChoice& choice, std::size_t inputs) {
  if (choice.file.empty() || inputs < 2) return {};
  return Failure{ErrorCode::usage, "one corrections file is given for " + std::to_string(inputs) + " inputs",
                 "put FILE.herald.json beside each of them", "--corrections " + choice.file};
}

Result<ExportPlan> plan_export(const ExportRequestText& request, const plugins::Catalogue& catalogue,
                               const Installation& installation) {
  ExportPlan plan;
  plan.inputs = request.inputs;
  plan.from = request.from;
  plan.corrections = request.corrections;
  plan.several = request.several;
  if (Result<void> done = check_corrections(plan.corrections, plan.inputs.size()); !done) return done.error();
  if (std::count(plan.inputs.begin(), plan.inputs.end(), "-") > 1)
    return Failure{ErrorCode::usage, "standard input can be read once", "name '-' once", "-"};
  Result<std::vector<PlannedFormat>> formats = choose_plugins(request, catalogue);
  if (!formats) return formats.error();
  plan.formats = *std::move(formats);
  if (Result<void> done = apply_settings(request, plan.formats); !done) return done.error();
  if (Result<void> done = choose_templates(request, installation, plan.formats); !done) return done.error();
  const Result<fs::path> new_folder = place_outputs(request, plan);
  if (!new_folder) return new_folder.error();
  if (Result<void> done = refuse_clashes(plan); !done) return done.error();
  if (!new_folder->empty())
    if (Result<void> done = make_folder(*new_folder); !done) return done.error();
  return plan;
}

}  // namespace herald::jobs
