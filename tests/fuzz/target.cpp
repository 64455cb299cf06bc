// What a fuzzer, or the replay of the seeds, does with an input: read it as one kind, find its facts, and hold what
// comes out against what must be true of every document. The kind is fixed when the target is built.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/facts/extract.hpp"
#include "core/reading/invariants.hpp"
#include "core/reading/read.hpp"
#include "herald/document_json.hpp"
#include "tests/core/reading/office_support.hpp"
#include "tests/fuzz/target.hpp"

namespace herald::test {
namespace {

const language::Packs& packs() {
  static const language::Packs loaded = language::load_packs(HERALD_LANGUAGES).value_or_throw();
  return loaded;
}

[[noreturn]] void fail(std::string_view what) {
  std::fprintf(stderr, "fuzz: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

// Most changes of an archive's bytes break the archive: of the office formats the body's XML is fuzzed, inside a sound
// one. Whole archives are met under "any".
std::string bytes_of(std::string_view kind, std::string_view input) {
  if (kind == "docx") return docx(input);
  if (kind == "odt") return odt(input);
  return std::string(input);
}

void check_round_trip(const Document& document) {
  const Result<Document> again = from_json(to_json(document));
  if (!again) fail("what was written as JSON is refused: " + to_string(again.error()));
  if (!(*again == document)) fail("written as JSON and read back, the document is another");
}

}  // namespace

void run_fuzz_case(std::string_view kind, std::string_view input) {
  reading::ReadOptions options;
  if (kind != "any") options.from = kind;
  Result<reading::Input> read = reading::read_input(bytes_of(kind, input), "fuzz", packs(), options);
  if (!read) return;  // a refusal is an answer
  Document& document = read->document;
  if (read->kind == reading::InputKind::release) {
    facts::extract(document, packs());
    for (const std::string& broken : reading::check_invariants(document)) fail(broken);
  }
  check_round_trip(document);
}

}  // namespace herald::test

#ifdef HERALD_FUZZ_KIND
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  herald::test::run_fuzz_case(HERALD_FUZZ_KIND, {reinterpret_cast<const char*>(data), size});
  return 0;
}
#endif
