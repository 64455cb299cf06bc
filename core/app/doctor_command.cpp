// herald doctor: looks at everything that an export needs, says what is missing or wrong and how to mend it.
// It is the one command that loads every plugin without exporting: each goes through the whole handshake
// and is asked what it needs itself (herald/plugin/self_check.hpp).
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <filesystem>

#include "core/app/command.hpp"
#include "core/app/messages.hpp"
#include "core/jobs/resources.hpp"
#include "core/plugins/barrier.hpp"
#include "core/plugins/loader.hpp"
#include "herald/plugin/self_check.hpp"
#include "herald/version.hpp"

namespace herald::app {
namespace {

// What Herald is installed for. Each is a plugin's, like any other format: only the doctor knows what belongs together.
constexpr std::array promised_formats = {"pdf", "xlsx", "html", "json"};

class Report {
 public:
  void section(std::string_view title) { print("\n" + std::string(title) + "\n"); }
  void good(const std::string& what) { print("  ok    " + printable(what) + "\n"); }

  void bad(const std::string& what, const std::string& hint) {
    ++problems_;
    print("  BAD   " + printable(what) + "\n");
    if (!hint.empty()) print("        -> " + printable(hint) + "\n");
  }

  void weak(const std::string& what, const std::string& hint) {
    ++warnings_;
    print("  weak  " + printable(what) + "\n");
    if (!hint.empty()) print("        -> " + printable(hint) + "\n");
  }

  void failure(const Failure& failure) {
    bad((failure.location.empty() ? "" : failure.location + ": ") + failure.message, failure.hint);
  }

  int problems() const { return problems_; }
  int warnings() const { return warnings_; }

 private:
  int problems_ = 0;
  int warnings_ = 0;
};

void check_languages(Context& context, Report& report) {
  report.section("Languages");
  std::vector<Failure> broken;
  const Result<language::Packs> packs =
      language::load_packs(context.installation().languages, jobs::user_languages(), broken);
  if (!packs) return report.failure(packs.error());
  for (const Failure& failure : broken) report.failure(failure);
  for (const language::Pack& pack : packs->all()) {
    Diagnostics remarks;
    const Result<Labels> labels = jobs::load_labels(pack.code, context.installation().template_roots(), remarks);
    if (!labels)
      report.failure(labels.error());
    else if (!remarks.empty())
      report.weak(pack.name + " (" + pack.code + "): " + remarks.front().message, remarks.front().hint);
    else
      report.good(pack.name + " (" + pack.code + "): reading, facts, labels");
  }
}

void check_templates(Context& context, Report& report) {
  report.section("Templates");
  const auto templates = jobs::list_templates(context.installation().template_roots());
  if (templates.empty()) report.bad("no templates", "install Herald again with cmake --install");
  for (const jobs::TemplateInfo& info : templates) {
    const auto files = jobs::load_template_files(info);
    if (info.description.starts_with("broken: "))
      report.bad(info.full_name() + ": " + info.description, "mend it, or remove " + info.folder.string());
    else if (!files)
      report.failure(files.error());
    else
      report.good(info.full_name() + " (" + std::to_string(files->size()) +
                  (files->size() == 1 ? " file)" : " files)"));
  }
}

void report_self_check(const plugins::PluginInfo& plugin, Exporter& exporter, Report& report) {
  Diagnostics found;
  const Result<void> done = plugins::guarded(plugin, "while it checked what it needs", {}, [&] {
    if (auto* check = static_cast<SelfCheck*>(exporter.extension(self_check_extension))) check->self_check(found);
  });
  for (const Diagnostic& item : found) {
    switch (item.severity) {
      case Severity::note:
        report.good("  " + item.message);
        break;
      case Severity::warning:
        report.weak("  " + item.message, item.hint);
        break;
      case Severity::error:
        report.bad("  " + item.message, item.hint);
        break;
    }
  }
  if (!done) report.failure(done.error());
}

void check_plugins(Context& context, Report& report) {
  report.section("Plugins");
  const plugins::Catalogue catalogue = context.catalogue();
  for (const Failure& refusal : catalogue.refusals()) report.failure(refusal);
  for (const char* format : promised_formats) {
    const auto found = catalogue.find_format(format);
    const auto said_above = [&](const Failure& refusal) { return refusal.message == found.error().message; };
    if (found || std::any_of(catalogue.refusals().begin(), catalogue.refusals().end(), said_above)) continue;
    if (found.error().code == ErrorCode::format_unknown)
      report.bad("no plugin offers the format \"" + std::string(format) + "\"",
                 "install Herald again with cmake --install");
    else
      report.failure(found.error());
  }
  plugins::Loader loader;
  for (const plugins::PluginInfo& plugin : catalogue.plugins()) {
    const Result<Exporter*> exporter = loader.load(plugin);
    if (!exporter) {
      report.failure(exporter.error());
      continue;
    }
    report.good(plugin.id + " " + plugin.version);
    report_self_check(plugin, **exporter, report);
  }
}

ExitCode run_doctor(Context& context) {
  Report report;
  print("Herald " + std::string(version()) + ", plugins built as " + plugins::host_build_tag() + "\n");
  if (const Result<jobs::Installation> installation = jobs::locate_installation(); !installation) {
    report.failure(installation.error());
  } else {
    check_languages(context, report);
    check_templates(context, report);
    check_plugins(context, report);
  }
  if (report.problems() == 0 && report.warnings() == 0) {
    print("\nAll is well.\n");
    return ExitCode::done;
  }
  print("\n" + std::to_string(report.problems()) + " to mend, " + std::to_string(report.warnings()) + " to know.\n");
  return report.problems() > 0 ? ExitCode::some_failed : ExitCode::done;
}

}  // namespace

void add_doctor_command(CLI::App& app, Context& context) {
  CLI::App* command = app.add_subcommand("doctor", "Say what is missing or wrong, and how to mend it");
  command->footer("Example:\n  herald doctor        ends with 1 where something must be mended");
  command->callback([&context] { context.exit_code = run_doctor(context); });
}

}  // namespace herald::app
