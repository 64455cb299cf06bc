#include "tests/bench/lengths.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "core/facts/extract.hpp"
#include "core/reading/read.hpp"

namespace herald::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kilobyte = 1000;
constexpr std::uint64_t limit_bytes = 64ULL * 1024 * 1024;

// The first release's front matter, then paragraphs of all in turn: no separator that would part them into several.
std::string text_of_length(const std::vector<std::string>& releases, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + 64 * kilobyte);
  for (std::size_t i = 0; text.size() < bytes; ++i) text += releases[i % releases.size()] + "\n\n";
  while (bytes > 0 && bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
  text.resize(bytes);
  return text;
}

void count_bytes(benchmark::State& state, std::size_t bytes) {
  using benchmark::Counter;
  // Seconds by which billionths of a byte: nanoseconds a byte.
  state.counters["ns_per_byte"] =
      Counter(static_cast<double>(bytes) * 1e-9, Counter::kIsIterationInvariantRate | Counter::kInvert);
}

void load(benchmark::State& state, const std::string& text, const language::Packs& packs) {
  reading::ReadOptions options;
  options.size_limit_bytes = limit_bytes;
  for (auto _ : state) {
    Result<Document> document = reading::read_release(text, "length.txt", packs, options);
    if (!document) {
      state.SkipWithError(to_string(document.error()).c_str());
      return;
    }
    facts::extract(*document, packs);
    benchmark::DoNotOptimize(*document);
  }
  count_bytes(state, text.size());
}

void break_sentences(benchmark::State& state, const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UBreakIterator, decltype(&ubrk_close)> breaker(
      ubrk_open(UBRK_SENTENCE, "en", nullptr, 0, &status), &ubrk_close);
  for (auto _ : state) {
    UText whole = UTEXT_INITIALIZER;
    utext_openUTF8(&whole, text.data(), static_cast<std::int64_t>(text.size()), &status);
    ubrk_setUText(breaker.get(), &whole, &status);
    std::size_t count = 0;
    while (ubrk_next(breaker.get()) != UBRK_DONE) ++count;
    benchmark::DoNotOptimize(count);
    utext_close(&whole);
  }
  if (U_FAILURE(status)) state.SkipWithError(u_errorName(status));
  count_bytes(state, text.size());
}

}  // namespace

void register_lengths(const fs::path& folder, const language::Packs& packs) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& file : fs::directory_iterator(folder))
    if (file.path().filename().string().starts_with("en-")) files.push_back(file.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> releases;
  for (const fs::path& file : files) {
    std::ifstream stream(file, std::ios::binary);
    releases.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
  }
  if (releases.empty()) {
    std::fprintf(stderr, "herald_benchmarks: no releases en-* in %s\n", folder.c_str());
    std::exit(1);
  }
  static const std::map<std::size_t, const char*> lengths = {
      {4 * kilobyte, "4KB"}, {400 * kilobyte, "400KB"}, {4000 * kilobyte, "4MB"}, {40000 * kilobyte, "40MB"}};
  for (const auto& [bytes, name] : lengths) {
    const auto text = std::make_shared<std::string>(text_of_length(releases, bytes));
    benchmark::RegisterBenchmark((std::string("length/") + name).c_str(), [text, &packs](benchmark::State& state) {
      load(state, *text, packs);
    })->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark((std::string("sentences/") + name).c_str(), [text](benchmark::State& state) {
      break_sentences(state, *text);
    })->Unit(benchmark::kMillisecond);
  }
}

}  // namespace herald::bench
