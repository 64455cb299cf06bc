// The loop over inputs and formats.
#include "core/jobs/export_run.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <set>

#include "core/jobs/caught.hpp"
#include "core/jobs/load_document.hpp"
#include "core/jobs/lost_corrections.hpp"
#include "core/jobs/output_file.hpp"

namespace herald::jobs {
namespace {

constexpr std::int64_t first_zip_day = 315532800;   // 1980-01-01T00:00Z
constexpr std::int64_t last_second = 253402300799;  // 9999-12-31T23:59:59Z

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

class Run {
 public:
  Run(const ExportPlan& plan, const language::Packs& packs, const Installation& installation,
      std::optional<std::int64_t> epoch, ExportObserver& observer)
      : plan_(plan),
        packs_(packs),
        installation_(installation),
        epoch_(epoch),
        observer_(observer),
        taken_(plan.taken) {}

  // False where a plugin is refused: then nothing has been written.
  bool load(plugins::Loader& loader) {
    for (const PlannedFormat& format : plan_.formats) {
      Result<Exporter*> exporter = loader.load(*format.plugin);
      if (!exporter) {
        observer_.on_failure(exporter.error());
        return false;
      }
      exporters_.push_back(*exporter);
    }
    return true;
  }

  void run() {
    std::size_t next = 0;
    for (std::size_t input = 0; input < plan_.inputs.size(); ++input) {
      std::vector<const PlannedOutput*> outputs;
      for (; next < plan_.outputs.size() && plan_.outputs[next].input == input; ++next)
        outputs.push_back(&plan_.outputs[next]);
      try {
        run_input(input, outputs);
      } catch (...) {
        observer_.on_failure(caught_failure(plan_.inputs[input]));
      }
    }
  }

 private:
  void run_input(std::size_t input, const std::vector<const PlannedOutput*>& outputs) {
    const std::string& uri = plan_.inputs[input];
    observer_.on_input(input, plan_.inputs.size(), uri);
    const Result<std::vector<Document>> documents = load_documents(uri, packs_, load_options());
    if (!documents) return observer_.on_failure(documents.error());
    if (documents->size() == 1) return export_document(documents->front(), uri, outputs);
    for (std::size_t i = 0; i < documents->size(); ++i) {
      const std::string number = std::to_string(i + 1);
      std::vector<PlannedOutput> numbered;
      for (const PlannedOutput* output : outputs) numbered.push_back({output->input, output->format, {}});
      std::vector<const PlannedOutput*> targets;
      for (std::size_t k = 0; k < outputs.size(); ++k) {
        if (!place_numbered(outputs[k]->target, number, documents->size(), uri, numbered[k].target)) continue;
        targets.push_back(&numbered[k]);
      }
      export_document((*documents)[i], uri + " (release " + number + ")", targets);
    }
  }

  void export_document(const Document& document, const std::string& name,
                       const std::vector<const PlannedOutput*>& outputs) {
    Diagnostics remarks = document.diagnostics;
    const Result<Labels> labels = load_labels(document.metadata.language, installation_.template_roots(), remarks);
    if (!labels) observer_.on_failure(labels.error());
    for (const PlannedOutput* output : outputs)
      if (labels) export_one(*output, document, *labels, remarks);
    if (!remarks.empty()) observer_.on_remarks(name, remarks);
  }

  /// "out/stem-2.pdf" for "out/stem.pdf". False, with the reason said, where that is another's name, or where standard
  /// output would get several results.
  bool place_numbered(const std::filesystem::path& target, const std::string& number, std::size_t count,
                      const std::string& uri, std::filesystem::path& numbered) {
    if (target.empty()) {
      if (number == "1")
        observer_.on_failure(
            {ErrorCode::usage,
             "standard output takes one result, and this input holds " + std::to_string(count) + " releases",
             "name a folder with -o", uri});
      return false;
    }
    numbered = target.parent_path() / (target.stem().string() + "-" + number + target.extension().string());
    if (taken_.insert(file_identity(numbered)).second) return true;
    observer_.on_failure(
        {ErrorCode::output_clash,
         "release " + number + " of \"" + uri + "\" would be written there, and it is an input or another result",
         "rename one of them, or export them to different folders", numbered.string()});
    return false;
  }

  LoadOptions load_options() const {
    LoadOptions options;
    options.reading.from = plan_.from;
    options.corrections = plan_.corrections;
    options.reading.several = plan_.several;
    return options;
  }

  void export_one(const PlannedOutput& planned, const Document& document, const Labels& labels, Diagnostics& remarks) {
    try {
      if (planned.target.empty()) {
        StandardOutput output;
        if (run_exporter(planned, document, labels, output, remarks)) output.commit();
      } else {
        refuse_lost_corrections(planned.target, document).value_or_throw();
        FileOutput output(planned.target);
        if (!run_exporter(planned, document, labels, output, remarks)) return;
        refuse_clashes_beside(planned, output);
        output.commit();
        observer_.on_written(planned.target, output.main_file().size_bytes());
      }
    } catch (...) {
      observer_.on_failure(caught_failure(plan_.inputs[planned.input]));
    }
  }

  // What a plugin writes beside its document has a name that the plan did not know.
  void refuse_clashes_beside(const PlannedOutput& planned, const FileOutput& output) {
    for (const std::filesystem::path& target : output.beside_targets()) {
      if (taken_.insert(file_identity(target)).second) continue;
      throw Error({ErrorCode::output_clash,
                   "plugin \"" + plan_.formats[planned.format].plugin->id +
                       "\" writes this beside its document, and it is an input or another result",
                   "write elsewhere with -o, or export the formats to different folders", target.string()});
    }
  }

  bool run_exporter(const PlannedOutput& planned, const Document& document, const Labels& labels, Output& output,
                    Diagnostics& remarks) {
    const PlannedFormat& format = plan_.formats[planned.format];
    const Resources resources{format.template_name, format.template_files, labels};
    const ExportRequest request{format.format->name, document, format.options, resources,
                                epoch_.value_or(creation_time(document))};
    const Result<void> done =
        plugins::run_export(*format.plugin, *exporters_[planned.format], request, output, remarks);
    if (done) return true;
    Failure failure = done.error();
    if (failure.location.empty()) failure.location = plan_.inputs[planned.input];
    observer_.on_failure(failure);
    return false;
  }

  const ExportPlan& plan_;
  const language::Packs& packs_;
  const Installation& installation_;
  std::optional<std::int64_t> epoch_;
  ExportObserver& observer_;
  std::vector<Exporter*> exporters_;
  std::set<std::filesystem::path> taken_;  // the plan's, and what was written beside since
};

}  // namespace

ExportObserver::~ExportObserver() = default;

Result<std::optional<std::int64_t>> source_date_epoch() {
  const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
  if (epoch == nullptr || *epoch == '\0') return std::optional<std::int64_t>();
  const auto seconds = whole_number(epoch);
  if (!seconds || *seconds > last_second)
    return Failure{ErrorCode::usage, "this is no time that an output can have",
                   "give seconds since 1970, before the year 10000, or unset it",
                   "SOURCE_DATE_EPOCH=" + std::string(epoch)};
  return std::optional(std::max(*seconds, first_zip_day));
}

std::int64_t creation_time(const Document& document) {
  const std::string& published = document.metadata.published;
  if (published.size() == 10 && published[4] == '-' && published[7] == '-') {
    const auto year = whole_number(std::string_view(published).substr(0, 4));
    const auto month = whole_number(std::string_view(published).substr(5, 2));
    const auto day = whole_number(std::string_view(published).substr(8, 2));
    if (year && month && day) {
      const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                             std::chrono::month(static_cast<unsigned>(*month)),
                                             std::chrono::day(static_cast<unsigned>(*day))};
      if (date.ok() && *year >= 1980)
        return std::chrono::sys_days(date).time_since_epoch().count() * std::int64_t{86400};
    }
  }
  return first_zip_day;
}

void run_export_plan(const ExportPlan& plan, plugins::Loader& loader, const language::Packs& packs,
                     const Installation& installation, ExportObserver& observer) {
  const Result<std::optional<std::int64_t>> epoch = source_date_epoch();
  if (!epoch) return observer.on_failure(epoch.error());
  Run run(plan, packs, installation, *epoch, observer);
  if (run.load(loader)) run.run();
}

}  // namespace herald::jobs
