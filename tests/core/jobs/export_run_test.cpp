// The run: one input that fails, in whatever way, does not end the others; corrections are not replaced.
#include "core/jobs/export_run.hpp"

#include <new>
#include <stdexcept>

#include "core/jobs/lost_corrections.hpp"
#include "herald/document_json.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace herald;
using namespace herald::jobs;
using herald::test::ContainsSubstring;
using herald::test::ScratchFolder;

namespace {

// Stands for whatever may fail around an input outside of a plugin.
class FailingObserver final : public ExportObserver {
 public:
  void on_input(std::size_t index, std::size_t, const std::string&) override {
    if (index == 0) throw std::bad_alloc();
    if (index == 1)
      throw std::filesystem::filesystem_error("x", "/some/place", std::make_error_code(std::errc::io_error));
    if (index == 2) throw std::out_of_range("at");
    ++reached;
  }
  void on_remarks(const std::string&, const Diagnostics&) override {}
  void on_written(const std::filesystem::path&, std::uint64_t) override {}
  void on_failure(const Failure& failure) override { failures.push_back(failure); }

  std::vector<Failure> failures;
  int reached = 0;
};

Document corrected(const std::string& id, Origin origin) {
  Document document;
  document.source.text = "12 boats";
  document.blocks = {{BlockKind::paragraph, 0, false, 0, 1, "", {}, {0, 8}}};
  document.sentences = {{{0, 8}, 0}};
  Figure figure;
  figure.id = id;
  figure.value = Decimal(12);
  figure.provenance.span = {0, 2};
  figure.provenance.origin = origin;
  document.facts.figures = {figure};
  return document;
}

}  // namespace

TEST_CASE("whatever ends one input is said of that input, and the others go on", "[jobs]") {
  ExportPlan plan;
  plan.inputs = {"one.txt", "two.txt", "three.txt", "four.txt"};
  plugins::Loader loader;
  const language::Packs packs = language::load_packs(HERALD_TEST_BUILD_DIR "/share/herald/languages").value_or_throw();
  FailingObserver observer;
  run_export_plan(plan, loader, packs, {}, observer);
  CHECK(observer.reached == 1);
  REQUIRE(observer.failures.size() == 4);
  CHECK(observer.failures[0].code == ErrorCode::input_too_large);
  CHECK(observer.failures[0].location == "one.txt");
  CHECK(observer.failures[1].code == ErrorCode::output_unwritable);
  CHECK(observer.failures[1].location == "/some/place");
  CHECK(observer.failures[2].code == ErrorCode::internal);
  CHECK(observer.failures[2].location == "three.txt");
  CHECK(observer.failures[3].code == ErrorCode::input_missing);
}

TEST_CASE("a document with corrections is replaced only by one that has them", "[jobs]") {
  const ScratchFolder folder;
  folder.write("a.json", to_json(corrected("f1", Origin::corrected)));
  const auto replace = [&](const Document& document) { return refuse_lost_corrections(folder / "a.json", document); };
  const Result<void> lost = replace(corrected("f1", Origin::extracted));
  REQUIRE_FALSE(lost.has_value());
  CHECK(lost.error().code == ErrorCode::output_unwritable);
  CHECK_THAT(lost.error().message, ContainsSubstring("(f1)"));
  CHECK_FALSE(replace(Document{}).has_value());
  CHECK(replace(corrected("f1", Origin::corrected)).has_value());
  Document again = corrected("f1", Origin::corrected);
  again.facts.figures[0].value = Decimal(13);
  CHECK(replace(again).has_value());

  folder.write("a.json", to_json(corrected("f1", Origin::extracted)));
  CHECK(replace(Document{}).has_value());
  folder.write("a.json", "{\"any\": \"other JSON\"}");
  CHECK(replace(Document{}).has_value());
  CHECK(refuse_lost_corrections(folder / "none.json", Document{}).has_value());
}
