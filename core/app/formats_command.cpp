// herald formats: what --to takes, from the plugins' plugin.json alone.
#include <CLI/CLI.hpp>

#include "core/app/command.hpp"
#include "core/app/facts_report.hpp"
#include "core/app/messages.hpp"
#include "core/app/text_table.hpp"

namespace herald::app {
namespace {

constexpr const char* examples = R"(Example:
  herald formats
The options of a format: herald plugins show ID, with the ID of its plugin.)";

ExitCode run_formats(Context& context) {
  const plugins::Catalogue catalogue = context.catalogue();
  TextTable table({"Format", "File", "Plugin", "Description"});
  for (const plugins::PluginInfo& plugin : catalogue.plugins())
    for (const plugins::Format& format : plugin.formats)
      table.add_row({format.name, "." + format.extension, plugin.id, format.description});
  print(printable(table.render(output_width())));
  for (const Failure& refusal : catalogue.refusals()) print_failure(refusal);
  return catalogue.refusals().empty() ? ExitCode::done : ExitCode::plugin;
}

}  // namespace

void add_formats_command(CLI::App& app, Context& context) {
  CLI::App* command = app.add_subcommand("formats", "List the formats that the plugins offer");
  command->footer(examples);
  command->callback([&context] { context.exit_code = run_formats(context); });
}

}  // namespace herald::app
