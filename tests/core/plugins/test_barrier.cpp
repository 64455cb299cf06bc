// What a plugin throws while it exports, and how it comes out.
#include "core/plugins/barrier.hpp"
#include "core/plugins/loader.hpp"
#include "core/plugins/manifest.hpp"
#include "core/plugins/type_name.hpp"
#include "tests/core/plugins/support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;

namespace {

class TextStream final : public OutputStream {
 public:
  void write(std::string_view bytes) override { text += bytes; }
  std::string text;
};

class TextOutput final : public Output {
 public:
  OutputStream& main() override { return main_stream; }
  OutputStream& beside(std::string_view suffix) override { return others[std::string(suffix)]; }
  TextStream main_stream;
  std::map<std::string, TextStream> others;
};

struct Run {
  Result<void> result;
  std::string text;
  std::map<std::string, TextStream> others;
};

Run run(const std::string& id) {
  const TemporaryFolder folder;
  const auto plugin = plugins::read_plugin_json(copy_fixture(id, folder / id)).value_or_throw();
  static plugins::Loader loader;  // the exporters must outlive what they threw
  Exporter* exporter = loader.load(plugin).value_or_throw();
  Document document;
  document.source.uri = "release.txt";
  document.metadata.title = "A title";
  const Options options;
  const Resources resources;
  TextOutput output;
  Diagnostics diagnostics;
  const ExportRequest request{"some-format", document, options, resources};
  Result<void> result = plugins::run_export(plugin, *exporter, request, output, diagnostics);
  return {result, output.main_stream.text, output.others};
}

}  // namespace

TEST_CASE("a plugin that works writes its output", "[plugins]") {
  const Run good = run("well_formed");
  CHECK(good.result.has_value());
  CHECK(good.text == "A title\n");
  const Run two = run("writes_beside");
  CHECK(two.result.has_value());
  CHECK(two.others.at("notes.txt").text == "beside\n");
}

TEST_CASE("whatever a plugin throws becomes one line that names plugin and format", "[plugins]") {
  const std::pair<const char*, const char*> samples[] = {
      {"throws_int", "it threw a value of type int"},
      {"throws_foreign", "it threw a value of type herald::fixtures::Foreign"},
      {"throws_standard", "the sheet is too wide at column 16385 (std::runtime_error)"},
      {"half_output", "gave up in the middle (std::runtime_error)"},
      {"asks_undeclared",
       "the plugin asks for an option \"colour\" that its plugin.json does not declare with that type"},
  };
  for (const auto& [id, message] : samples) {
    INFO(id);
    const Run bad = run(id);
    REQUIRE_FALSE(bad.result.has_value());
    const Failure& failure = bad.result.error();
    CHECK(failure.code == ErrorCode::plugin_failed);
    CHECK(failure.location.empty());  // which input it was, the caller knows better than the document
    CHECK(failure.message ==
          "plugin \"" + std::string(id) + "\" failed while it wrote the format \"some-format\": " + message);
    CHECK_THAT(failure.hint, ContainsSubstring("its version 1.0.0"));
  }
}

TEST_CASE("Herald's own error comes out of a plugin unchanged", "[plugins]") {
  const Run bad = run("throws_herald");
  REQUIRE_FALSE(bad.result.has_value());
  CHECK(bad.result.error().code == ErrorCode::format_violation);
  CHECK(to_string(bad.result.error()) == "page 2: the figure has no description (give it one)");
}

TEST_CASE("a plugin speaks of its own work only, never for the host", "[plugins]") {
  plugins::PluginInfo plugin;
  plugin.id = "sample";
  const auto thrown = [&](ErrorCode code) {
    return plugins::guarded(plugin, "at work", "in.txt", [&] { throw Error({code, "so it says", "", ""}); }).error();
  };
  for (const ErrorCode code : {ErrorCode::disk_full, ErrorCode::output_unwritable, ErrorCode::font_missing,
                               ErrorCode::format_violation, ErrorCode::template_invalid, ErrorCode::option_invalid})
    CHECK(thrown(code).code == code);
  for (const ErrorCode code : {ErrorCode::internal, ErrorCode::usage, ErrorCode::interrupted, ErrorCode::output_clash,
                               ErrorCode::input_missing, ErrorCode::plugin_abi}) {
    CHECK(thrown(code).code == ErrorCode::plugin_failed);
    CHECK(thrown(code).message == "plugin \"sample\" failed at work: so it says");
    CHECK(thrown(code).location == "in.txt");
  }
}

TEST_CASE("foreign texts are put on one line and cut between letters", "[plugins]") {
  CHECK(plugins::one_line("a\n\tb\x1b[0m") == "a b [0m");
  CHECK(plugins::one_line("\n\n") == "");
  std::string arabic;
  while (arabic.size() < 500) arabic += "م";
  const std::string cut = plugins::one_line(arabic);
  CHECK(cut.size() < 420);
  CHECK(cut.substr(cut.size() - 5) == "م…");
}

TEST_CASE("symbols of the dynamic linker are put into words", "[plugins]") {
  CHECK(plugins::with_demangled_symbols("undefined symbol: _ZN6herald4lostEi, version X") ==
        "undefined symbol: herald::lost(int), version X");
  CHECK(plugins::with_demangled_symbols("file_Zx.so: no _Z") == "file_Zx.so: no _Z");
}

TEST_CASE("two plugins with a function of one name each call their own", "[plugins]") {
  CHECK(run("same_symbol_a").text == "a");
  CHECK(run("same_symbol_b").text == "b");
  CHECK(run("same_symbol_a").text == "a");
}
