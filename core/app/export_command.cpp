// herald export: the plan, the run, and what is said about it.
#include <unistd.h>

#include <CLI/CLI.hpp>

#include "core/app/command.hpp"
#include "core/app/messages.hpp"
#include "core/jobs/export_plan.hpp"
#include "core/jobs/export_run.hpp"
#include "core/language/text.hpp"

namespace herald::app {
namespace {

struct ExportArguments {
  jobs::ExportRequestText request;
  std::vector<std::string> settings;
  bool is_output_given = false;
  bool strict = false;
};

constexpr const char* examples = R"(Examples:
  herald export release.txt --to pdf
  herald export *.txt --to pdf,xlsx,html -o out/
  herald export release.txt --to pdf --set page_size=letter --set marking=TLP:GREEN
  herald export release.docx page.html item.json --to pdf
  herald export - --from markdown --to pdf -o - < notes > notes.pdf
  herald export release.txt --to html --template my-newsletter/
  herald export release.txt --to pdf --corrections ours.json
  herald export both.txt --split --to pdf        both-1.pdf in English, both-2.pdf in French
What a person has put right is read from release.txt.herald.json: see herald inspect --help.
The formats: herald formats. Their options: herald plugins show ID.)";

// Progress is for a person at a terminal; a log keeps only what was written and what went wrong.
class Reporter final : public jobs::ExportObserver {
 public:
  explicit Reporter(bool quiet) : quiet_(quiet), show_progress_(!quiet && ::isatty(STDERR_FILENO) == 1) {}
  ~Reporter() override { clear_progress(); }

  void on_input(std::size_t index, std::size_t count, const std::string& uri) override {
    if (!show_progress_ || count < 2) return;
    clear_progress();
    std::fprintf(stderr, "%zu/%zu %s", index + 1, count, one_line(uri).c_str());
    progress_shown_ = true;
  }

  void on_remarks(const std::string& uri, const Diagnostics& diagnostics) override {
    clear_progress();
    for (const Diagnostic& diagnostic : diagnostics)
      if (diagnostic.severity != Severity::note) has_warnings_ = true;
    if (!quiet_) print_remarks(uri, diagnostics);
  }

  void on_written(const std::filesystem::path& target, std::uint64_t size_bytes) override {
    clear_progress();
    if (!quiet_)
      std::fprintf(stderr, "wrote %s (%llu KB)\n", one_line(target.string()).c_str(),
                   static_cast<unsigned long long>((size_bytes + 1023) / 1024));
  }

  void on_failure(const Failure& failure) override {
    clear_progress();
    exit_code_ = worse(exit_code_, fail(failure));
  }

  bool has_warnings() const { return has_warnings_; }
  ExitCode exit_code() const { return exit_code_; }

 private:
  void clear_progress() {
    if (progress_shown_) std::fputs("\r\033[K", stderr);
    progress_shown_ = false;
  }

  bool quiet_;
  bool show_progress_;
  bool progress_shown_ = false;
  bool has_warnings_ = false;
  ExitCode exit_code_ = ExitCode::done;
};

/// "--to pdf, XLSX" is what people type: format names are small letters.
std::string tidy_format_name(const std::string& typed) {
  std::string name(language::trim(typed));
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return name;
}

Result<std::map<std::string, std::string>> parse_settings(const std::vector<std::string>& words) {
  std::map<std::string, std::string> settings;
  for (const std::string& word : words) {
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos || equals == 0)
      return Failure{ErrorCode::usage, "a setting is KEY=VALUE", "for example --set page_size=letter", "--set " + word};
    settings.insert_or_assign(word.substr(0, equals), word.substr(equals + 1));
  }
  return settings;
}

// A PDF on a terminal only garbles it.
Result<void> refuse_terminal(const jobs::ExportPlan& plan) {
  for (const jobs::PlannedOutput& output : plan.outputs) {
    const plugins::Format& format = *plan.formats[output.format].format;
    const bool is_text = format.media_type.starts_with("text/") || format.media_type.ends_with("json");
    if (output.target.empty() && !is_text && ::isatty(STDOUT_FILENO) == 1)
      return Failure{ErrorCode::usage, "will not write " + format.name + " to a terminal",
                     "send it on with > or |, or name a file with -o", "standard output"};
  }
  return {};
}

ExitCode run_export(Context& context, ExportArguments& arguments) {
  Result<std::map<std::string, std::string>> settings = parse_settings(arguments.settings);
  if (!settings) return fail(settings.error());
  arguments.request.settings = *std::move(settings);
  if (arguments.is_output_given && arguments.request.output.empty())
    return fail({ErrorCode::usage, "the output has no name", "leave -o out to write into this folder", "-o"});
  const plugins::Catalogue catalogue = context.catalogue();
  const Result<jobs::ExportPlan> plan = jobs::plan_export(arguments.request, catalogue, context.installation());
  if (!plan) return fail(plan.error());
  if (Result<void> allowed = refuse_terminal(*plan); !allowed) return fail(allowed.error());
  plugins::Loader loader;
  Reporter reporter(context.quiet);
  jobs::run_export_plan(*plan, loader, context.packs(), context.installation(), reporter);
  if (reporter.exit_code() == ExitCode::done && arguments.strict && reporter.has_warnings()) return ExitCode::warnings;
  return reporter.exit_code();
}

}  // namespace

void add_export_command(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<ExportArguments>();
  CLI::App* command = app.add_subcommand("export", "Write releases as PDF briefings, workbooks, newsletters, …");
  command->add_option("INPUT", arguments->request.inputs, "Releases or document JSON; - is standard input")
      ->required()
      ->type_name("FILE");
  command->add_option("-t,--to", arguments->request.formats, "Formats, separated by commas")
      ->required()
      ->delimiter(',')
      ->transform(tidy_format_name, "")
      ->type_name("FORMAT")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  const CLI::Option* output =
      command
          ->add_option(
              "-o,--output", arguments->request.output,
              "A folder (made where it is missing; say DIR/ for a single result), a file, or - for standard output")
          ->type_name("DIR_OR_FILE");
  command->add_option("--template", arguments->request.templates, "A template's name, or the path of its folder")
      ->type_name("NAME_OR_PATH")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command->add_option("--set", arguments->settings, "An option of the formats (may be repeated)")
      ->type_name("KEY=VALUE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  add_from_option(*command, arguments->request.from);
  add_split_option(*command, arguments->request.several);
  add_corrections_options(*command, arguments->request.corrections);
  command->add_flag("--strict", arguments->strict, "End with code 3 where there were warnings");
  command->footer(examples);
  command->callback([&context, arguments, output] {
    arguments->is_output_given = output->count() > 0;
    context.exit_code = run_export(context, *arguments);
  });
}

}  // namespace herald::app
