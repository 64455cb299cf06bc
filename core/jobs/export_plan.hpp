// An export before anything is read or written: which plugin makes which format, with which options and
// template, and where each result goes. Whatever is wrong with the request itself is found here.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/jobs/installation.hpp"
#include "core/jobs/load_corrections.hpp"
#include "core/jobs/resources.hpp"
#include "core/plugins/catalogue.hpp"
#include "core/reading/read.hpp"
#include "herald/result.hpp"

namespace herald::jobs {

/// What the user asked for.
struct ExportRequestText {
  std::vector<std::string> inputs;   // paths, or "-" for standard input
  std::vector<std::string> formats;  // names
  std::string output;                // -o: a folder, a file, "-", or empty for the working folder
  std::vector<std::string> templates;
  std::map<std::string, std::string> settings;  // --set
  std::string from = {};  // --from: the kind of all inputs, or empty for what each is by its content
  CorrectionsChoice corrections = {};
  reading::Several several = reading::Several::first;
};

/// One format of the plan. `plugin` and `format` point into the catalogue, which must outlive the plan.
struct PlannedFormat {
  const plugins::PluginInfo* plugin = nullptr;
  const plugins::Format* format = nullptr;
  Options options;
  std::string template_name;
  std::map<std::string, std::string, std::less<>> template_files;
};

/// One result: inputs[input] in formats[format] to `target`, empty for standard output. Where the input turns out to
/// hold several releases and all are wanted, their numbers stand behind the target's stem.
struct PlannedOutput {
  std::size_t input = 0;
  std::size_t format = 0;
  std::filesystem::path target;
};

struct ExportPlan {
  std::vector<std::string> inputs;
  std::string from;
  CorrectionsChoice corrections;
  reading::Several several = reading::Several::first;
  std::vector<PlannedFormat> formats;
  std::vector<PlannedOutput> outputs;     // by input, then by format
  std::set<std::filesystem::path> taken;  // file_identity() of all inputs, their corrections and targets
};

/// What two spellings of one file have in common; a file that does not exist yet is known by its folder.
std::filesystem::path file_identity(const std::filesystem::path& path);

/// One corrections file belongs to one input: refuses (usage) to give it to several.
Result<void> check_corrections(const CorrectionsChoice& choice, std::size_t inputs);

/// Makes the plan. Refuses unknown formats, options and templates, settings out of range, and results that
/// would get one name or replace one of the inputs (output_clash), all before anything is written. Creates
/// the output folder where -o names one that does not exist, and nothing else is wrong.
Result<ExportPlan> plan_export(const ExportRequestText& request, const plugins::Catalogue& catalogue,
                               const Installation& installation);

}  // namespace herald::jobs
