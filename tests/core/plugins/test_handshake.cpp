// The handshake: each fixture has one thing wrong; each refusal has its own code and words; and no
// code of a library runs where an earlier step refuses.
#include "core/plugins/loader.hpp"
#include "core/plugins/manifest.hpp"
#include "herald/plugin/abi.h"
#include "tests/core/plugins/support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;

namespace {

/// How far the plugin's own code may have got before it was refused.
enum class Reached : std::uint8_t { nothing, initialised, constructed };

struct Attempt {
  Failure failure;
  Reached reached = Reached::nothing;
  std::string folder;
};

Attempt attempt(const std::string& id) {
  const TemporaryFolder folder;
  const Markers markers;
  const auto plugin = plugins::read_plugin_json(copy_fixture(id, folder / id)).value_or_throw();
  plugins::Loader loader;
  const auto loaded = loader.load(plugin);
  REQUIRE_FALSE(loaded.has_value());
  const auto again = loader.load(plugin);
  REQUIRE_FALSE(again.has_value());
  CHECK(to_string(again.error()) == to_string(loaded.error()));
  const Reached reached = markers.constructed()   ? Reached::constructed
                          : markers.initialised() ? Reached::initialised
                                                  : Reached::nothing;
  return {loaded.error(), reached, plugin.folder.string()};
}

void check(const std::string& id, ErrorCode code, const std::string& message, Reached reached) {
  INFO(id);
  const Attempt refused = attempt(id);
  CHECK(error_code_name(refused.failure.code) == error_code_name(code));
  CHECK_THAT(refused.failure.message, ContainsSubstring(message));
  CHECK_THAT(refused.failure.location, ContainsSubstring(refused.folder));
  CHECK_FALSE(refused.failure.hint.empty());
  CHECK(to_string(refused.failure).find('\n') == std::string::npos);
  CHECK(refused.reached == reached);
}

}  // namespace

TEST_CASE("a plugin in which nothing is wrong is mapped once and made once", "[plugins]") {
  const TemporaryFolder folder;
  const Markers markers;
  const auto plugin = plugins::read_plugin_json(copy_fixture("well_formed", folder / "x")).value_or_throw();
  CHECK(plugin.abi_number == HERALD_ABI_NUMBER);
  CHECK(plugin.build_tag == plugins::host_build_tag());
  CHECK_FALSE(markers.initialised());
  plugins::Loader loader;
  const auto first = loader.load(plugin);
  INFO((first ? "" : to_string(first.error())));
  REQUIRE(first.has_value());
  CHECK(markers.initialised());
  CHECK(markers.constructed());
  const auto second = loader.load(plugin);
  REQUIRE(second.has_value());
  CHECK(*first == *second);
  CHECK((*first)->extension("herald.unknown") == nullptr);
}

TEST_CASE("a plugin for another ABI number is refused unmapped", "[plugins]") {
  check("wrong_abi", ErrorCode::plugin_abi,
        "plugin \"wrong_abi\" was built for ABI number 4711; this Herald has " + std::to_string(HERALD_ABI_NUMBER),
        Reached::nothing);
}

TEST_CASE("a plugin of another build is refused unmapped, with both tags", "[plugins]") {
  check("wrong_build", ErrorCode::plugin_build, "this Herald was built with \"" + plugins::host_build_tag() + "\"",
        Reached::nothing);
  check("wrong_build", ErrorCode::plugin_build, "was built with \"gcc-3 ", Reached::nothing);
}

TEST_CASE("a plugin.json that lies about its library is refused unmapped", "[plugins]") {
  check("lying_sidecar", ErrorCode::plugin_mismatch,
        "the library says version \"1.0.0\", its plugin.json says \"1.0.1\"", Reached::nothing);
}

TEST_CASE("a library that lacks one of the two functions is refused unmapped", "[plugins]") {
  check("no_manifest", ErrorCode::plugin_mismatch, "does not export the function pocoBuildManifestherald_no_manifest",
        Reached::nothing);
  check("no_describe", ErrorCode::plugin_mismatch, "does not export the function herald_plugin_describe",
        Reached::nothing);
}

TEST_CASE("a plugin that is linked with another plugin is refused before either is mapped", "[plugins]") {
  check("depends_on_other", ErrorCode::plugin_unloadable, "is linked with another plugin, ", Reached::nothing);
  check("depends_on_other", ErrorCode::plugin_unloadable, "herald_well_formed.so; a plugin must stand alone",
        Reached::nothing);
}

TEST_CASE("a plugin that would find its missing symbols only while exporting is refused unmapped", "[plugins]") {
  check("lazy_binding", ErrorCode::plugin_unloadable, "is linked without -z now", Reached::nothing);
}

TEST_CASE("an undefined symbol is named as its author wrote it, and nothing has run", "[plugins]") {
  check("undefined_symbol", ErrorCode::plugin_unloadable,
        "undefined symbol: herald::fixtures::lost_function[abi:cxx11](int)", Reached::nothing);
}

TEST_CASE("a missing library is named, and nothing has run", "[plugins]") {
  check("needs_missing", ErrorCode::plugin_unloadable, "libherald_fixture_gone.so: cannot open shared object file",
        Reached::nothing);
}

TEST_CASE("a description that differs from plugin.json is refused before the manifest is asked", "[plugins]") {
  check("lying_class", ErrorCode::plugin_mismatch, "the library says class \"herald::fixtures::Fixture\"",
        Reached::initialised);
  check("description_size", ErrorCode::plugin_mismatch, "the library says description size \"8\"",
        Reached::initialised);
  check("description_build", ErrorCode::plugin_mismatch, "the library says build \"another compiler\"",
        Reached::initialised);
  check("description_null", ErrorCode::plugin_mismatch, "the library says build \"\"", Reached::initialised);
}

TEST_CASE("a manifest that is not of exactly one exporter is refused before one is made", "[plugins]") {
  check("manifest_empty", ErrorCode::plugin_mismatch, "holds 0 classes; wanted is exactly one", Reached::initialised);
  check("manifest_two", ErrorCode::plugin_mismatch, "holds 2 classes; wanted is exactly one", Reached::initialised);
  check("manifest_other_base", ErrorCode::plugin_mismatch,
        "is of another base class; wanted is Poco::Manifest<herald::Exporter>", Reached::initialised);
  check("manifest_other_class", ErrorCode::plugin_mismatch,
        "the library says class \"herald::fixtures::SecondFixture\"", Reached::initialised);
  check("manifest_singleton", ErrorCode::plugin_mismatch, "is exported as a singleton", Reached::initialised);
}

TEST_CASE("a constructor that throws is a failure of the plugin", "[plugins]") {
  const TemporaryFolder folder;
  const auto plugin = plugins::read_plugin_json(copy_fixture("constructor_throws", folder / "x")).value_or_throw();
  plugins::Loader loader;
  const auto loaded = loader.load(plugin);
  REQUIRE_FALSE(loaded.has_value());
  CHECK(loaded.error().code == ErrorCode::plugin_failed);
  CHECK_THAT(loaded.error().message,
             ContainsSubstring("plugin \"constructor_throws\" failed while it was made ready: no licence"));
}

TEST_CASE("a library under a second name is still judged by its own plugin.json", "[plugins]") {
  // The dynamic linker maps one file once, whatever its names; a hard link is the same file.
  const TemporaryFolder folder;
  const auto first = plugins::read_plugin_json(copy_fixture("well_formed", folder / "first")).value_or_throw();
  fs::create_directory(folder / "second");
  fs::copy(first.folder / "plugin.json", folder / "second/plugin.json");
  fs::create_hard_link(first.library, folder / "second" / first.library.filename().string());
  const auto second = plugins::read_plugin_json(folder / "second").value_or_throw();
  plugins::Loader loader;
  CHECK(loader.load(first).has_value());
  CHECK(loader.load(second).has_value());
}
