// herald plugins: which plugins there are, and what one of them offers. No library is loaded for it.
#include <CLI/CLI.hpp>
#include <cmath>

#include "core/app/command.hpp"
#include "core/app/facts_report.hpp"
#include "core/app/messages.hpp"
#include "core/app/text_table.hpp"

namespace herald::app {
namespace {

std::string value_text(const OptionValue& value) {
  struct Visitor {
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(double number) const {
      std::string text = std::to_string(number);
      text.erase(text.find_last_not_of('0') + 1);
      return text.ends_with('.') ? text + "0" : text;
    }
    std::string operator()(const std::string& text) const { return text.empty() ? "(empty)" : text; }
  };
  return std::visit(Visitor{}, value);
}

std::string values_text(const plugins::OptionDeclaration& option) {
  if (!option.choices.empty()) {
    std::string text;
    for (const std::string& choice : option.choices) text += (text.empty() ? "" : " | ") + choice;
    return text;
  }
  // The bounds are kept as doubles, whatever the option is.
  const auto bound = [&](double value) {
    const bool is_whole = option.type == plugins::OptionType::integer && std::floor(value) == value;
    return is_whole ? value_text(static_cast<std::int64_t>(value)) : value_text(value);
  };
  std::string range;
  if (option.minimum) range = " from " + bound(*option.minimum);
  if (option.maximum) range += " to " + bound(*option.maximum);
  switch (option.type) {
    case plugins::OptionType::boolean:
      return "true | false";
    case plugins::OptionType::integer:
      return "whole number" + range;
    case plugins::OptionType::number:
      return "number" + range;
    case plugins::OptionType::text:
      return "text";
  }
  return {};
}

ExitCode run_list(Context& context) {
  const plugins::Catalogue catalogue = context.catalogue();
  TextTable table({"Plugin", "Version", "Formats", "Folder"});
  for (const plugins::PluginInfo& plugin : catalogue.plugins()) {
    std::string formats;
    for (const plugins::Format& format : plugin.formats) formats += (formats.empty() ? "" : ", ") + format.name;
    table.add_row({plugin.id, plugin.version, formats, plugin.folder.string()});
  }
  print(printable(table.render(output_width(PipedWidth::unbounded))));
  for (const Failure& refusal : catalogue.refusals()) print_failure(refusal);
  return catalogue.refusals().empty() ? ExitCode::done : ExitCode::plugin;
}

ExitCode run_show(Context& context, const std::string& id) {
  const plugins::Catalogue catalogue = context.catalogue();
  const Result<const plugins::PluginInfo*> found = catalogue.find(id);
  if (!found) return fail(found.error());
  const plugins::PluginInfo& plugin = **found;
  std::string text = plugin.id + " " + plugin.version + "\n" + plugin.description + "\n\n";
  for (const plugins::Format& format : plugin.formats)
    text += "Format " + format.name + " (." + format.extension + ", " + format.media_type + "): " + format.description +
            "\n";
  if (!plugin.template_kind.empty())
    text +=
        "Templates: " + plugin.template_kind + ", " + plugin.template_default + " unless --template names another\n";
  text += "Library: " + plugin.library.string() + "\n";
  TextTable options({"Option", "Values", "Default", "Meaning"});
  for (const plugins::OptionDeclaration& option : plugin.options)
    options.add_row({option.name, values_text(option), value_text(option.default_value), option.help});
  if (!options.empty()) text += "\nOptions (--set OPTION=VALUE)\n" + options.render(output_width());
  print(printable(text));
  return ExitCode::done;
}

}  // namespace

void add_plugins_command(CLI::App& app, Context& context) {
  CLI::App* command = app.add_subcommand("plugins", "List plugins, or show what one offers");
  command->require_subcommand(1);
  command->footer("Examples:\n  herald plugins list\n  herald plugins show pdf_brief");
  command->add_subcommand("list", "List the plugins that are found, and those that are refused")->callback([&context] {
    context.exit_code = run_list(context);
  });
  auto id = std::make_shared<std::string>();
  CLI::App* show = command->add_subcommand("show", "Show a plugin's formats and options");
  show->add_option("ID", *id, "The plugin's id")->required();
  show->footer("Example:\n  herald plugins show pdf_brief");
  show->callback([&context, id] { context.exit_code = run_show(context, *id); });
}

}  // namespace herald::app
