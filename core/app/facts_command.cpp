// herald facts: the facts of releases, as a table for a person or as JSON for a program.
#include <CLI/CLI.hpp>

#include "core/app/command.hpp"
#include "core/app/facts_report.hpp"
#include "core/app/messages.hpp"
#include "core/jobs/caught.hpp"
#include "core/jobs/export_plan.hpp"
#include "core/jobs/load_document.hpp"

namespace herald::app {
namespace {

struct FactsArguments {
  std::vector<std::string> inputs;
  bool json = false;
  jobs::LoadOptions options;
};

constexpr const char* examples = R"(Examples:
  herald facts release.txt
  herald facts release.docx
  herald facts - --from markdown < notes
  herald facts release.txt --json | jq '.figures[] | {value, currency, counted}'
  herald facts *.txt --json > facts.jsonl        one line a release
  herald facts collection.txt --split --json     the same of a file with several)";

std::string facts_text(Context& context, const Document& document, const FactsArguments& arguments) {
  const bool may_be_several = arguments.inputs.size() > 1 || arguments.options.reading.several == reading::Several::all;
  if (arguments.json) return facts_json(document, may_be_several ? JsonForm::line : JsonForm::indented);
  return printable(facts_table(document, context.english_labels(), output_width()));
}

// The facts of one input, or why there are none: one that fails in whatever way must not end the others.
Result<std::string> read_facts(Context& context, const std::string& input, const language::Packs& packs,
                               const FactsArguments& arguments) {
  try {
    const Result<std::vector<Document>> documents = jobs::load_documents(input, packs, arguments.options);
    if (!documents) return documents.error();
    std::string text;
    for (const Document& document : *documents) {
      if (!context.quiet) print_remarks(release_name(input, *documents, document), document.diagnostics);
      if (!text.empty() && !arguments.json) text += "\n";
      text += facts_text(context, document, arguments);
    }
    return text;
  } catch (...) {
    return jobs::caught_failure(input);
  }
}

ExitCode run_facts(Context& context, const FactsArguments& arguments) {
  const Result<void> allowed = jobs::check_corrections(arguments.options.corrections, arguments.inputs.size());
  if (!allowed) return fail(allowed.error());
  const language::Packs packs = context.packs();
  ExitCode exit_code = ExitCode::done;
  for (const std::string& input : arguments.inputs) {
    const Result<std::string> text = read_facts(context, input, packs, arguments);
    if (text)
      print(*text);
    else
      exit_code = worse(exit_code, fail(text.error()));
  }
  return exit_code;
}

}  // namespace

void add_facts_command(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<FactsArguments>();
  CLI::App* command = app.add_subcommand(
      "facts", "Print the figures, people, quotations, dates, places, organisations, events and contacts");
  command->add_option("INPUT", arguments->inputs, "Releases or document JSON; - is standard input")
      ->required()
      ->type_name("FILE");
  command->add_flag("--json", arguments->json,
                    "JSON: an object a release, on one line each of several inputs or with --split");
  add_from_option(*command, arguments->options.reading.from);
  add_split_option(*command, arguments->options.reading.several);
  add_corrections_options(*command, arguments->options.corrections);
  command->footer(examples);
  command->callback([&context, arguments] { context.exit_code = run_facts(context, *arguments); });
}

}  // namespace herald::app
