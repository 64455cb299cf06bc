// Who may have changed a plugin.
#include <sys/stat.h>
#include <unistd.h>

#include "core/plugins/loader.hpp"
#include "core/plugins/manifest.hpp"
#include "core/plugins/trust.hpp"
#include "tests/core/plugins/support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;

namespace {

struct Sample {
  Sample() : plugin(plugins::read_plugin_json(copy_fixture("well_formed", folder / "well_formed")).value_or_throw()) {}

  std::string refusal() const {
    const auto result = plugins::check_trust(plugin);
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().code == ErrorCode::plugin_untrusted);
    return to_string(result.error());
  }

  TemporaryFolder folder;
  plugins::PluginInfo plugin;
};

}  // namespace

TEST_CASE("a plugin that only its owner may change is trusted", "[plugins]") {
  const Sample sample;
  CHECK(plugins::check_trust(sample.plugin).has_value());
}

TEST_CASE("a folder, plugin.json or library that others may change is refused with the way out", "[plugins]") {
  const Sample sample;
  for (const fs::path& path : {sample.plugin.folder, sample.plugin.folder / "plugin.json", sample.plugin.library}) {
    const auto before = fs::status(path).permissions();
    fs::permissions(path, fs::perms::others_write, fs::perm_options::add);
    CHECK_THAT(sample.refusal(), ContainsSubstring(path.string() + ": can be changed by everybody"));
    CHECK_THAT(sample.refusal(), ContainsSubstring("chmod go-w '" + path.string() + "'"));
    fs::permissions(path, before);
    fs::permissions(path, fs::perms::group_write, fs::perm_options::add);
    CHECK_THAT(sample.refusal(), ContainsSubstring("can be changed by its group"));
    fs::permissions(path, before);
  }
  CHECK(plugins::check_trust(sample.plugin).has_value());
}

TEST_CASE("a plugin of another user is refused", "[plugins]") {
  if (geteuid() != 0) {
    WARN("skipped: only root can give a file away");
    return;
  }
  const Sample sample;
  REQUIRE(chown(sample.plugin.library.c_str(), 12345, 0) == 0);
  CHECK_THAT(sample.refusal(), ContainsSubstring("belongs to user 12345"));
}

TEST_CASE("a link that leaves the folder is refused, one that stays in it is not", "[plugins]") {
  const Sample sample;
  const fs::path inside = sample.plugin.folder / "real.so";
  fs::rename(sample.plugin.library, inside);
  fs::create_symlink("real.so", sample.plugin.library);
  CHECK(plugins::check_trust(sample.plugin).has_value());

  fs::rename(inside, sample.folder / "outside.so");
  fs::remove(sample.plugin.library);
  fs::create_symlink(sample.folder / "outside.so", sample.plugin.library);
  CHECK_THAT(sample.refusal(),
             ContainsSubstring("is a link that leaves its folder, to " + (sample.folder / "outside.so").string()));
}

TEST_CASE("a library that is missing or no file is refused", "[plugins]") {
  const Sample sample;
  fs::remove(sample.plugin.library);
  const auto missing = plugins::check_trust(sample.plugin);
  CHECK(missing.error().code == ErrorCode::plugin_unloadable);
  REQUIRE(mkfifo(sample.plugin.library.c_str(), 0600) == 0);
  CHECK_THAT(sample.refusal(), ContainsSubstring("is not a regular file"));
}

TEST_CASE("an untrusted plugin is refused before its library is mapped", "[plugins]") {
  const Sample sample;
  const Markers markers;
  fs::permissions(sample.plugin.library, fs::perms::others_write, fs::perm_options::add);
  plugins::Loader loader;
  const auto loaded = loader.load(sample.plugin);
  REQUIRE_FALSE(loaded.has_value());
  CHECK(loaded.error().code == ErrorCode::plugin_untrusted);
  CHECK_FALSE(markers.initialised());
}
