// herald inspect: the document as Herald reads it, as JSON or as a page for an editor.
#include <CLI/CLI.hpp>

#include "core/app/command.hpp"
#include "core/app/messages.hpp"
#include "core/app/review/page.hpp"
#include "core/corrections/template.hpp"
#include "core/jobs/load_document.hpp"
#include "herald/document_json.hpp"

namespace herald::app {
namespace {

constexpr const char* examples = R"(Examples:
  herald inspect release.txt | less
  herald inspect --html release.txt > check.html a page that shows every fact in its place, and what was rejected
  herald inspect release.docx                    also .odt, .html, .md, and news items in ninjs
  herald inspect page.txt --from html            a page that its name hides
  herald inspect both.txt --split                an array of all releases in the file
  herald inspect release.txt --corrections-template > release.txt.herald.json
Corrections: release.txt.herald.json beside release.txt is found by itself, by every command. It says by its words
which fact is meant, and what is right:
  {"metadata": {"published": "2026-03-12"},
   "facts": [{"figure": "133 boats", "set": {"counted": "fishing boats"}},
             {"person": {"words": "Jane Roe", "paragraph": 3}, "remove": true},
             {"figure": "two dozen", "add": {"value": 24, "counted": "boats"}}]}
"nth" and "paragraph" say which where the words stand several times; what no longer fits is reported.
Of a document that is corrected as JSON, mark each change with "origin": "corrected" in its provenance ("manual"
where a fact is added): then no export replaces the file by mistake.
The schemas: share/herald/schema/herald-document-1.schema.json and herald-corrections-1.schema.json.)";

struct InspectArguments {
  std::string input;
  bool html = false;
  jobs::LoadOptions options;
  bool is_template_wanted = false;
};

std::string json_array(const std::vector<Document>& documents) {
  std::string text = "[\n";
  for (const Document& document : documents) {
    text += to_json(document);
    text.back() = &document == &documents.back() ? '\n' : ',';  // in place of the line end
    if (text.back() == ',') text += '\n';
  }
  return text + "]\n";
}

ExitCode run_inspect(Context& context, const InspectArguments& arguments) {
  const std::string& input = arguments.input;
  jobs::LoadOptions options = arguments.options;
  // What is printed may be on its way into that very file, which the shell has emptied.
  if (arguments.is_template_wanted) options.corrections = {"", false};
  facts::Trace trace;
  const Result<std::vector<Document>> documents =
      jobs::load_documents(input, context.packs(), options, arguments.html ? &trace : nullptr);
  if (!documents) return fail(documents.error());
  if (!context.quiet)
    for (const Document& document : *documents)
      print_remarks(release_name(input, *documents, document), document.diagnostics);
  if (arguments.html)
    print(review::review_page(review::make_review(documents->front(), trace, context.english_labels())));
  else if (arguments.is_template_wanted)
    print(corrections::corrections_template(*documents));
  else if (options.reading.several == reading::Several::all)
    print(json_array(*documents));
  else
    print(to_json(documents->front()));
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
  add_from_option(*command, arguments->options.reading.from);
  add_split_option(*command, arguments->options.reading.several);
  add_corrections_options(*command, arguments->options.corrections);
  CLI::Option* form = command->add_flag("--corrections-template", arguments->is_template_wanted,
                                        "Print a corrections file to start from, with what was found, in place of the "
                                        "document");
  command->add_flag("--html", arguments->html, "A page to check by: the text with its facts, and what was rejected")
      ->excludes(form)
      ->excludes(command->get_option("--split"));
  command->footer(examples);
  command->callback([&context, arguments] { context.exit_code = run_inspect(context, *arguments); });
}

}  // namespace herald::app
