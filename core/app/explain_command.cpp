// herald explain: why each fact of a release is one, and what was looked at beside it and is none.
#include <CLI/CLI.hpp>

#include "core/app/command.hpp"
#include "core/app/facts_report.hpp"
#include "core/app/messages.hpp"
#include "core/app/review/explain.hpp"
#include "core/jobs/load_document.hpp"
#include "core/jobs/resources.hpp"

namespace herald::app {
namespace {

struct ExplainArguments {
  std::string input;
  std::string id;
  bool json = false;
  jobs::LoadOptions options;
};

constexpr const char* examples = R"(Examples:
  herald explain release.txt                     every fact in its place, and what was not taken
  herald explain release.txt f3                  one figure, and what was rejected nearby
  herald explain release.txt | less
  herald explain release.txt --json | jq '.rejected[] | {kind, text, because}'
The ids are those of: herald inspect release.txt (f figures, p people, q quotations, d dates, l places,
o organisations, e events, c contacts, k links, s points). What was rejected is known of a release alone, not of a
document JSON. To look at it in the text: herald inspect --html release.txt > check.html)";

ExitCode run_explain(Context& context, const ExplainArguments& arguments) {
  facts::Trace trace;
  const Result<Document> document = jobs::load_document(arguments.input, context.packs(), arguments.options, &trace);
  if (!document) return fail(document.error());
  if (!context.quiet) print_remarks(arguments.input, document->diagnostics);
  const review::Review review = review::make_review(*document, trace, context.english_labels());
  std::optional<std::size_t> finding;
  if (!arguments.id.empty()) {
    Result<std::size_t> found = review::find_finding(review, arguments.id);
    if (!found) {
      Failure failure = found.error();
      failure.location = arguments.input == "-" ? "standard input" : arguments.input;
      return fail(failure);
    }
    finding = *found;
  }
  if (arguments.json)
    print(review::explanation_json(review, finding));
  else
    print(printable(finding ? review::explain_one(review, *finding, output_width())
                            : review::explain_all(review, output_width())));
  return ExitCode::done;
}

}  // namespace

void add_explain_command(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<ExplainArguments>();
  CLI::App* command = app.add_subcommand("explain", "Say why each fact is one, and what was rejected and why");
  command->add_option("INPUT", arguments->input, "A release or document JSON; - is standard input")
      ->required()
      ->type_name("FILE");
  command->add_option("FACT-ID", arguments->id, "The fact to explain (f1, p2, …); all without it")->type_name("ID");
  command->add_flag("--json", arguments->json, "JSON for programs (herald-explanation/1)");
  add_from_option(*command, arguments->options.reading.from);
  add_corrections_options(*command, arguments->options.corrections);
  command->footer(examples);
  command->callback([&context, arguments] { context.exit_code = run_explain(context, *arguments); });
}

}  // namespace herald::app
