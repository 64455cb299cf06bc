// herald languages: which language packs there are and whose they are, and whether one is as it must be.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "core/app/command.hpp"
#include "core/app/facts_report.hpp"
#include "core/app/messages.hpp"
#include "core/app/text_table.hpp"
#include "core/jobs/pack_examples.hpp"
#include "core/language/pack_check.hpp"

namespace herald::app {
namespace {

constexpr const char* hint = "how a pack is written: see the README.md of Herald's languages";

std::string plural(std::size_t count, const char* noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

// Whose a pack is: a user who has forgotten a pack of their own must find here why Herald reads otherwise.
std::string origin_of(const language::Pack& pack, const std::filesystem::path& shipped) {
  const std::filesystem::path file(pack.location);
  if (file.parent_path() == shipped) return "Herald";
  std::error_code unknown;
  return std::filesystem::exists(shipped / file.filename(), unknown) ? "yours, in place of Herald's" : "yours";
}

ExitCode run_list(Context& context) {
  std::vector<Failure> broken;
  const language::Packs packs = context.packs(broken);
  TextTable table({"Code", "Language", "Origin", "File"});
  for (const language::Pack& pack : packs.all())
    table.add_row({pack.code, pack.name, origin_of(pack, context.installation().languages), pack.location});
  print(printable(table.render(output_width(PipedWidth::unbounded))));
  for (const Failure& failure : broken) print_failure(failure);
  return broken.empty() ? ExitCode::done : ExitCode::some_failed;
}

// The packs in use, with this one in place of that of its language.
language::Packs with_pack(const language::Packs& packs, const language::Pack& pack) {
  std::vector<language::Pack> all = packs.all();
  std::erase_if(all, [&](const language::Pack& other) { return other.code == pack.code; });
  all.push_back(pack);
  return language::Packs(std::move(all));
}

ExitCode check_file(const Context& context, const std::string& file, const language::Packs& packs) {
  const Result<std::string> text = language::read_pack_file(file);
  if (!text) return fail(text.error());
  std::vector<language::PackProblem> problems = language::check_pack(*text);
  const Result<language::Pack> pack = language::parse_pack(*text, file);
  if (pack && problems.empty()) problems = jobs::run_examples(*pack, with_pack(packs, *pack));
  for (const language::PackProblem& problem : problems)
    print_failure({ErrorCode::data_missing, problem.pointer + (problem.pointer.empty() ? "" : ": ") + problem.what,
                   &problem == &problems.back() ? hint : "", file});
  if (!pack || !problems.empty()) return ExitCode::some_failed;
  if (context.quiet) return ExitCode::done;
  print(one_line(file + ": " + pack->name + " (" + pack->code + "): " + plural(pack->words.size(), "word") + ", " +
                 plural(pack->positive_examples.size(), "positive example") + " and " +
                 plural(pack->negative_examples.size(), "negative one") + " hold") +
        "\n");
  return ExitCode::done;
}

ExitCode run_check(Context& context, std::vector<std::string> files) {
  std::vector<Failure> broken;
  const language::Packs packs = context.packs(broken);
  ExitCode exit_code = ExitCode::done;
  if (files.empty()) {
    for (const language::Pack& pack : packs.all()) files.push_back(pack.location);
    for (const Failure& failure : broken) exit_code = worse(exit_code, fail(failure));
  }
  for (const std::string& file : files) exit_code = worse(exit_code, check_file(context, file, packs));
  return exit_code;
}

}  // namespace

void add_languages_command(CLI::App& app, Context& context) {
  CLI::App* command = app.add_subcommand("languages", "List the languages that Herald reads, or check a language pack");
  command->require_subcommand(0, 1);
  command->footer(
      "Examples:\n  herald languages\n  herald languages check pt.json\n"
      "  cp pt.json ~/.local/share/herald/languages/      and Herald reads Portuguese");
  command->callback([&context, command] {
    if (command->get_subcommands().empty()) context.exit_code = run_list(context);
  });
  command->add_subcommand("list", "List the language packs in use, Herald's and your own")->callback([&context] {
    context.exit_code = run_list(context);
  });
  auto files = std::make_shared<std::vector<std::string>>();
  CLI::App* check = command->add_subcommand("check", "Check language packs, and that their examples hold");
  check->add_option("FILE", *files, "The packs; by default all that are in use")->type_name("FILE");
  check->footer("Example:\n  herald languages check pt.json        ends with 1 where something is wrong");
  check->callback([&context, files] { context.exit_code = run_check(context, *files); });
}

}  // namespace herald::app
