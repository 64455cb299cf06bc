// The `herald` command: the top of the command line, and the last barrier for exceptions.
#include <malloc.h>

#include <csignal>
#include <cstdio>
#include <sstream>

#include <CLI/CLI.hpp>

#include "core/app/command.hpp"
#include "core/app/messages.hpp"
#include "core/jobs/caught.hpp"
#include "herald/plugin/abi.h"
#include "herald/version.hpp"

namespace herald::app {
namespace {

constexpr const char* description =
    "Turns press releases into PDF briefings, Excel workbooks of their facts and HTML newsletters.";

constexpr const char* examples = R"(Examples:
  herald export release.txt --to pdf                 release.pdf in this folder
  herald export *.txt --to xlsx,html -o out/         two files a release, in out/
  herald export - --to pdf -o - < release.txt        from a pipe into a pipe
  herald facts release.txt                           figures, people, quotations, dates, places
  herald inspect --html release.txt > check.html     the release with every fact in its place, to check
  herald doctor                                      what is missing, and how to mend it

Exit codes: 0 done, 1 some inputs failed, 2 usage, 3 warnings under --strict,
4 a plugin was refused or failed, 70 a bug in herald, 130 interrupted.)";

// CLI11's own texts run over several lines and its codes are its own; ours are one line and one code.
ExitCode report_parse_error(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
    std::ostringstream text;
    app.exit(error, text, text);  // --help, --version
    print(text.str());            // which notices a full disk, as std::cout would not
    return ExitCode::done;
  }
  std::string message = error.what();
  std::string hint = "see: herald --help";
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr ||
      dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    const auto chosen = app.get_subcommands();
    const CLI::App* level = chosen.empty() ? &app : chosen.front();
    if (chosen.empty() && app.remaining_size(true) == 0) {
      message = "no command is given: say";
      for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
        message += (message.ends_with("say") ? " " : ", ") + command->get_name();
    }
    if (!chosen.empty()) hint = "see: herald " + level->get_name() + " --help";
    std::vector<std::string> known;
    for (const CLI::App* command : level->get_subcommands([](const CLI::App*) { return true; }))
      known.push_back(command->get_name());
    for (const CLI::Option* option : level->get_options()) known.push_back(option->get_name());
    for (const std::string& word : app.remaining(true)) {
      const std::string nearest = plugins::nearest(word, known);
      message = "\"" + word + "\" is not known here";
      if (!nearest.empty()) hint = "did you mean \"" + nearest + "\"?";
      break;
    }
  }
  return fail({ErrorCode::usage, message, hint, {}});
}

ExitCode run(int argument_count, char** arguments) {
  CLI::App app(description, "herald");
  Context context;
  app.set_version_flag("--version",
                       "herald " + std::string(version()) + " (plugin ABI " + std::to_string(HERALD_ABI_NUMBER) + ")");
  app.add_option("--plugin-dir", context.plugin_folders, "Look for plugins in this folder too (may be repeated)")
      ->type_name("DIR")
      ->check(CLI::Validator(CLI::ExistingDirectory).description(""))
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  app.add_flag("-q,--quiet", context.quiet, "Say nothing but errors");
  app.require_subcommand(1);
  app.fallthrough();  // global options may stand after the subcommand too
  app.footer(examples);
  add_export_command(app, context);
  add_inspect_command(app, context);
  add_facts_command(app, context);
  add_explain_command(app, context);
  add_formats_command(app, context);
  add_plugins_command(app, context);
  add_templates_command(app, context);
  add_languages_command(app, context);
  add_doctor_command(app, context);
  try {
    app.parse(argument_count, arguments);
  } catch (const CLI::ParseError& error) {
    return report_parse_error(app, error);
  }
  return context.exit_code;
}

}  // namespace
}  // namespace herald::app

int main(int argument_count, char** arguments) {
  using namespace herald;
  // A reader that has gone away is an error like any other, not a silent death.
  std::signal(SIGPIPE, SIG_IGN);
  // libxlsxwriter frees its whole heap after each of a workbook's parts, and glibc gives every page back
  // to the kernel, only to be asked for it again: two thirds of a workbook's time where pages are dear.
  constexpr int kept_bytes = 64 * 1024 * 1024;
  ::mallopt(M_TRIM_THRESHOLD, kept_bytes);
  try {
    return static_cast<int>(app::run(argument_count, arguments));
  } catch (...) {
    return static_cast<int>(app::fail(jobs::caught_failure({})));
  }
}
