// herald inspect: the document as Herald reads it, as JSON or as a page for an editor.
#include <CLI/CLI.hpp>

#include "core/app/command.hpp"
#include "core/app/messages.hpp"
#include "core/app/review/page.hpp"
#include "core/jobs/load_document.hpp"
#include "herald/document_json.hpp"

namespace herald::app {
namespace {

constexpr const char* examples = R"(Examples:
  herald inspect release.txt | less
  herald inspect --html release.txt > check.html a page that shows every fact in its place, and what was rejected
  herald inspect release.docx                    also .odt, .html, .md, and news items in ninjs
  herald inspect page.txt --from html            a page that its name hides
  herald inspect release.txt > release.json      correct it, then: herald export release.json --to pdf
Mark what you correct with "origin": "corrected" in its provenance (or "manual" where you add a fact): then
no export replaces the file by mistake.
The schema: share/herald/schema/herald-document-1.schema.json.)";

struct InspectArguments {
  std::string input;
  bool html = false;
  reading::ReadOptions options;
};

ExitCode run_inspect(Context& context, const InspectArguments& arguments) {
  const std::string& input = arguments.input;
  facts::Trace trace;
  const Result<Document> document =
      jobs::load_document(input, context.packs(), arguments.options, arguments.html ? &trace : nullptr);
  if (!document) return fail(document.error());
  if (!context.quiet) print_remarks(input, document->diagnostics);
  print(arguments.html ? review::review_page(review::make_review(*document, trace, context.english_labels()))
                       : to_json(*document));
  return ExitCode::done;
}

}  // namespace

void add_inspect_command(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<InspectArguments>();
  CLI::App* command =
      app.add_subcommand("inspect", "Print a release as Herald reads it, as JSON (herald-document/1) or as a page");
  command->add_option("INPUT", arguments->input, "A release or document JSON; - is standard input")
      ->required()
      ->type_name("FILE");
  command->add_flag("--html", arguments->html, "A page to check by: the text with its facts, and what was rejected");
  add_from_option(*command, arguments->options.from);
  command->footer(examples);
  command->callback([&context, arguments] { context.exit_code = run_inspect(context, *arguments); });
}

}  // namespace herald::app
