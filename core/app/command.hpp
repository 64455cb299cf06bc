// What every subcommand is given and how it is added to the command line. One file a subcommand; each
// parses its own options, calls the rooms below and says how it went by an exit code.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/jobs/installation.hpp"
#include "core/jobs/load_corrections.hpp"
#include "core/language/pack.hpp"
#include "core/plugins/catalogue.hpp"
#include "core/reading/read.hpp"
#include "herald/presentation.hpp"

namespace CLI {
class App;
}

namespace herald::app {

/// Exit codes of the command: the contract with scripts.
enum class ExitCode : int {
  done = 0,
  some_failed = 1,
  usage = 2,
  warnings = 3,  // under --strict
  plugin = 4,
  bug = 70,  // EX_SOFTWARE of sysexits.h
  interrupted = 130
};

/// Global options and what is looked up once.
struct Context {
  std::vector<std::string> plugin_folders;  // --plugin-dir
  bool quiet = false;                       // --quiet
  ExitCode exit_code = ExitCode::done;      // set by the subcommand that ran

  /// Throws herald::Error (data_missing).
  const jobs::Installation& installation();
  plugins::Catalogue catalogue();
  /// Herald's language packs with the user's own; one of these that is wrong is warned of and left out.
  language::Packs packs();
  /// The words of what the command itself prints, which is in English whatever the release's language.
  Labels english_labels();
  /// The same, with those that are left out for the caller to say.
  language::Packs packs(std::vector<Failure>& broken);

 private:
  std::optional<jobs::Installation> installation_;
};

/// --from KIND of the commands that read an input; an unknown kind is a usage error that lists the known ones.
void add_from_option(CLI::App& command, std::string& from);

/// --split of the same commands.
void add_split_option(CLI::App& command, reading::Several& several);

/// --corrections FILE and --no-corrections of the same commands.
void add_corrections_options(CLI::App& command, jobs::CorrectionsChoice& choice);

void add_export_command(CLI::App& app, Context& context);
void add_inspect_command(CLI::App& app, Context& context);
void add_facts_command(CLI::App& app, Context& context);
void add_explain_command(CLI::App& app, Context& context);
void add_formats_command(CLI::App& app, Context& context);
void add_plugins_command(CLI::App& app, Context& context);
void add_templates_command(CLI::App& app, Context& context);
void add_languages_command(CLI::App& app, Context& context);
void add_doctor_command(CLI::App& app, Context& context);

}  // namespace herald::app
