// How long a release takes in one process that is already warm: reading it, finding its facts, and each exporter.
// The three are measured through the doors that the command itself uses. What a whole command costs, with its
// start, is cold.sh's to measure.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/facts/extract.hpp"
#include "core/jobs/export_plan.hpp"
#include "core/jobs/export_run.hpp"
#include "core/jobs/installation.hpp"
#include "core/plugins/loader.hpp"
#include "core/reading/read.hpp"
#include "tests/bench/lengths.hpp"

namespace {

// A document each round that the caches of the round before have not seen: the number goes into the title.
constexpr std::size_t variant_count = 16;

[[noreturn]] void give_up(const std::string& message) {
  std::fprintf(stderr, "herald_benchmarks: %s\n", message.c_str());
  std::exit(1);
}

template <typename T>
T take(herald::Result<T> result) {
  if (!result) give_up(herald::to_string(result.error()));
  return std::move(*result);
}

// Takes everything and keeps nothing, so that no file system is measured.
class NullOutput final : public herald::Output, private herald::OutputStream {
 public:
  herald::OutputStream& main() override { return *this; }
  herald::OutputStream& beside(std::string_view) override { return *this; }
  std::uint64_t size_bytes() const { return size_bytes_; }

 private:
  void write(std::string_view bytes) override { size_bytes_ += bytes.size(); }
  std::uint64_t size_bytes_ = 0;
};

class Bench {
 public:
  explicit Bench(std::string release)
      : release_(std::move(release)),
        installation_(take(herald::jobs::locate_installation())),
        packs_(take(herald::language::load_packs(installation_.languages))),
        catalogue_(herald::plugins::Catalogue::scan({installation_.plugins})) {
    std::ifstream file(release_, std::ios::binary);
    if (!file) give_up("cannot read " + release_);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const std::size_t title_end = text.find('\n');
    for (std::size_t i = 0; i < variant_count; ++i) {
      texts_.push_back(text);
      texts_.back().insert(title_end, " " + std::to_string(100 + i));
      read_.push_back(take(herald::reading::read_release(texts_.back(), release_, packs_)));
      documents_.push_back(read_.back());
      herald::facts::extract(documents_.back(), packs_);
    }
  }

  void load(benchmark::State& state) {
    std::size_t round = 0;
    for (auto _ : state) {
      auto document = herald::reading::read_release(texts_[round++ % variant_count], release_, packs_);
      benchmark::DoNotOptimize(document);
    }
    state.SetItemsProcessed(state.iterations());
  }

  void facts(benchmark::State& state) {
    std::size_t round = 0;
    for (auto _ : state) {
      state.PauseTiming();
      herald::Document document = read_[round++ % variant_count];
      state.ResumeTiming();
      herald::facts::extract(document, packs_);
      benchmark::DoNotOptimize(document);
    }
    state.SetItemsProcessed(state.iterations());
  }

  void export_to(benchmark::State& state, const std::vector<std::string>& formats) {
    const auto plan = take(herald::jobs::plan_export({{release_}, formats, {}, {}, {}}, catalogue_, installation_));
    std::vector<herald::Exporter*> exporters;
    for (const auto& planned : plan.formats) exporters.push_back(take(loader_.load(*planned.plugin)));
    herald::Diagnostics remarks;
    const herald::Labels labels =
        take(herald::jobs::load_labels(documents_.front().metadata.language, installation_.template_roots(), remarks));
    std::size_t round = 0;
    std::uint64_t bytes = 0;
    for (auto _ : state) {
      const herald::Document& document = documents_[round++ % variant_count];
      for (std::size_t i = 0; i < exporters.size(); ++i) {
        const auto& planned = plan.formats[i];
        const herald::Resources resources{planned.template_name, planned.template_files, labels};
        const herald::ExportRequest request{planned.format->name, document, planned.options, resources,
                                            herald::jobs::creation_time(document)};
        NullOutput output;
        const auto done = herald::plugins::run_export(*planned.plugin, *exporters[i], request, output, remarks);
        if (!done) give_up(herald::to_string(done.error()));
        bytes += output.size_bytes();
      }
    }
    state.SetItemsProcessed(state.iterations());
    state.counters["bytes"] = static_cast<double>(bytes) / static_cast<double>(state.iterations());
  }

  const herald::plugins::Catalogue& catalogue() const { return catalogue_; }
  const herald::language::Packs& packs() const { return packs_; }

 private:
  std::string release_;
  herald::jobs::Installation installation_;
  herald::language::Packs packs_;
  herald::plugins::Catalogue catalogue_;
  herald::plugins::Loader loader_;
  std::vector<std::string> texts_;
  std::vector<herald::Document> read_;
  std::vector<herald::Document> documents_;
};

}  // namespace

int main(int argument_count, char** arguments) {
  benchmark::Initialize(&argument_count, arguments);
  Bench bench(argument_count > 1 ? arguments[1] : HERALD_BENCH_RELEASE);
  const auto add = [](const std::string& name, auto run) {
    benchmark::RegisterBenchmark(name.c_str(), run)->Unit(benchmark::kMillisecond);
  };
  add("load", [&](benchmark::State& state) { bench.load(state); });
  add("facts", [&](benchmark::State& state) { bench.facts(state); });
  herald::bench::register_lengths(HERALD_BENCH_RELEASES, bench.packs());
  for (const auto& plugin : bench.catalogue().plugins())
    for (const auto& format : plugin.formats)
      add("export/" + format.name, [&](benchmark::State& state) { bench.export_to(state, {format.name}); });
  add("export/pdf+xlsx+html", [&](benchmark::State& state) { bench.export_to(state, {"pdf", "xlsx", "html"}); });
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
}
