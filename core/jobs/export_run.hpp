// Carries a plan out: reads each input once, runs each format's exporter on it, writes the results, and
// goes on after a failure. What happens is told to an observer; nothing is printed here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/jobs/export_plan.hpp"
#include "core/language/pack.hpp"
#include "core/plugins/loader.hpp"

namespace herald::jobs {

/// Called as the work goes on, from the thread that runs it.
class ExportObserver {
 public:
  virtual ~ExportObserver();
  virtual void on_input(std::size_t index, std::size_t count, const std::string& uri) = 0;
  virtual void on_remarks(const std::string& uri, const Diagnostics& diagnostics) = 0;
  virtual void on_written(const std::filesystem::path& target, std::uint64_t size_bytes) = 0;
  virtual void on_failure(const Failure& failure) = 0;
};

/// SOURCE_DATE_EPOCH in seconds since 1970, nothing where it is not set. Earlier than 1980, the first day that a
/// ZIP archive knows, is taken as that; what is no number, or after the year 9999, is refused (usage), as
/// https://reproducible-builds.org/specs/source-date-epoch/ asks.
Result<std::optional<std::int64_t>> source_date_epoch();

/// Seconds since 1970 that stand in the outputs where SOURCE_DATE_EPOCH is not set: midnight UTC of the release's
/// date of publication, else 1980-01-01. Never the clock, so that the same input gives the same bytes.
std::int64_t creation_time(const Document& document);

/// Exporters are loaded before the first input is read: a plugin that is refused ends the run with
/// nothing written. Failures of single inputs or formats are reported and the others go on.
void run_export_plan(const ExportPlan& plan, plugins::Loader& loader, const language::Packs& packs,
                     const Installation& installation, ExportObserver& observer);

}  // namespace herald::jobs
