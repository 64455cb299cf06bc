// herald templates: list what is installed, and copy one as the start of one's own.
#include <CLI/CLI.hpp>
#include <filesystem>

#include "core/app/command.hpp"
#include "core/app/facts_report.hpp"
#include "core/app/messages.hpp"
#include "core/app/text_table.hpp"
#include "core/jobs/resources.hpp"

namespace herald::app {
namespace {

namespace fs = std::filesystem;

ExitCode run_list(Context& context) {
  TextTable table({"Template", "Description", "Folder"});
  for (const jobs::TemplateInfo& info : jobs::list_templates(context.installation().template_roots()))
    table.add_row({info.full_name(), info.description, info.folder.string()});
  print(printable(table.render(output_width(PipedWidth::unbounded))));
  return ExitCode::done;
}

std::vector<std::string> all_kinds(const std::vector<jobs::TemplateInfo>& templates) {
  std::vector<std::string> kinds;
  for (const jobs::TemplateInfo& info : templates) kinds.push_back(info.kind);
  return kinds;
}

ExitCode run_copy(Context& context, const std::string& name, std::string target) {
  const auto roots = context.installation().template_roots();
  const auto templates = jobs::list_templates(roots);
  // "standard" alone is the name of several: the user has to say which kind.
  std::string first;
  for (const jobs::TemplateInfo& info : templates) {
    if (info.name != name) continue;
    if (!first.empty())
      return fail({ErrorCode::usage,
                   "\"" + name + "\" is the name of several templates",
                   "say " + first + " or " + info.full_name(),
                   {}});
    first = info.full_name();
  }
  const Result<jobs::TemplateInfo> found = jobs::find_template(name, all_kinds(templates), roots);
  if (!found) return fail(found.error());
  if (target.empty()) target = "./" + found->name;
  std::error_code error;
  if (fs::exists(target, error))
    return fail({ErrorCode::output_unwritable, "is there already",
                 "name another folder: herald templates copy " + name + " DIR", target});
  fs::create_directories(target, error);
  if (!error) fs::copy(found->folder, target, fs::copy_options::recursive, error);
  if (error)
    return fail({ErrorCode::output_unwritable, "cannot copy: " + error.message(), "name another folder", target});
  if (!context.quiet)
    std::fprintf(stderr, "copied %s to %s; use it with: --template %s\n", found->full_name().c_str(),
                 printable(target).c_str(), printable(target).c_str());
  return ExitCode::done;
}

}  // namespace

void add_templates_command(CLI::App& app, Context& context) {
  CLI::App* command = app.add_subcommand("templates", "List templates, or copy one to make it your own");
  command->require_subcommand(1);
  command->footer(
      "Examples:\n  herald templates list\n  herald templates copy newsletter/standard ./ours\n"
      "  herald export release.txt --to html --template ./ours");
  command->add_subcommand("list", "List the installed templates and your own")->callback([&context] {
    context.exit_code = run_list(context);
  });
  auto name = std::make_shared<std::string>();
  auto target = std::make_shared<std::string>();
  CLI::App* copy = command->add_subcommand("copy", "Copy a template's folder, to edit it");
  copy->add_option("TEMPLATE", *name, "KIND/NAME as the list shows it")->required();
  copy->add_option("DIR", *target, "The new folder; by default the template's name, in this folder");
  copy->footer("Example:\n  herald templates copy newsletter/standard ./ours");
  copy->callback([&context, name, target] { context.exit_code = run_copy(context, *name, *target); });
}

}  // namespace herald::app
