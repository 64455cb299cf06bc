// Finding plugins: folders, order, duplicates, suggestions.
#include <algorithm>

#include "core/plugins/catalogue.hpp"
#include "tests/core/plugins/support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;
using plugins::Catalogue;

namespace {

void write_plugin(const fs::path& folder, const std::string& id, const std::string& format) {
  write_file(folder / "plugin.json", replaced(replaced(good_json(), R"("id": "sample")", "\"id\": \"" + id + "\""),
                                              R"("name": "sample")", "\"name\": \"" + format + "\""));
  write_file(folder / "herald_sample.so", "not read before the plugin is used");
}

std::vector<std::string> ids(const Catalogue& catalogue) {
  std::vector<std::string> result;
  for (const auto& plugin : catalogue.plugins()) result.push_back(plugin.id);
  return result;
}

/// Sets a variable of the environment for one test.
class Variable {
 public:
  Variable(const char* name, const std::string& value) : name_(name) {
    if (const char* old = std::getenv(name)) old_ = old;
    setenv(name, value.c_str(), 1);
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() { old_ ? setenv(name_, old_->c_str(), 1) : unsetenv(name_); }

 private:
  const char* name_;
  std::optional<std::string> old_;
};

}  // namespace

TEST_CASE("plugins are listed in the order of the folders and then of the ids", "[plugins]") {
  const TemporaryFolder root;
  write_plugin(root / "one/z_folder", "alpha", "a");
  write_plugin(root / "one/a_folder", "omega", "o");
  write_plugin(root / "two/x", "beta", "b");
  fs::create_directories(root / "one/not_a_plugin");
  write_file(root / "one/a_file", "text");
  const auto catalogue = Catalogue::scan({root / "one", root / "missing", root / "two"});
  CHECK(ids(catalogue) == std::vector<std::string>{"alpha", "omega", "beta"});
  CHECK(catalogue.refusals().empty());
}

TEST_CASE("a folder that is itself a plugin may be named", "[plugins]") {
  const TemporaryFolder root;
  write_plugin(root / "alpha", "alpha", "a");
  CHECK(ids(Catalogue::scan({root / "alpha"})) == std::vector<std::string>{"alpha"});
}

TEST_CASE("a plugin with a broken plugin.json does not hide the others", "[plugins]") {
  const TemporaryFolder root;
  write_plugin(root / "alpha", "alpha", "a");
  write_file(root / "broken/plugin.json", "{");
  const auto catalogue = Catalogue::scan({root.path()});
  CHECK(ids(catalogue) == std::vector<std::string>{"alpha"});
  REQUIRE(catalogue.refusals().size() == 1);
  CHECK_THAT(catalogue.refusals()[0].location, ContainsSubstring("broken/plugin.json"));
  const auto found = catalogue.find("broken");
  REQUIRE_FALSE(found.has_value());
  CHECK(found.error().code == ErrorCode::plugin_invalid);
}

TEST_CASE("an id that two folders claim is refused in both, with both paths", "[plugins]") {
  const TemporaryFolder root;
  write_plugin(root / "one/alpha", "alpha", "a");
  write_plugin(root / "two/alpha", "alpha", "a");
  write_plugin(root / "two/beta", "beta", "b");
  const auto catalogue = Catalogue::scan({root / "one", root / "two"});
  CHECK(ids(catalogue) == std::vector<std::string>{"beta"});
  REQUIRE(catalogue.refusals().size() == 1);
  const std::string text = to_string(catalogue.refusals()[0]);
  CHECK(catalogue.refusals()[0].code == ErrorCode::plugin_duplicate);
  CHECK_THAT(text, ContainsSubstring((root / "one/alpha").string()));
  CHECK_THAT(text, ContainsSubstring((root / "two/alpha").string()));

  const auto by_format = catalogue.find_format("a");
  REQUIRE_FALSE(by_format.has_value());
  CHECK(by_format.error().code == ErrorCode::plugin_duplicate);
  CHECK(catalogue.find("alpha").error().code == ErrorCode::plugin_duplicate);
}

TEST_CASE("one folder under two names is no duplicate", "[plugins]") {
  const TemporaryFolder root;
  write_plugin(root / "real/alpha", "alpha", "a");
  fs::create_directory_symlink(root / "real", root / "link");
  const auto catalogue = Catalogue::scan({root / "real", root / "link", root / "real"});
  CHECK(ids(catalogue) == std::vector<std::string>{"alpha"});
  CHECK(catalogue.refusals().empty());
}

TEST_CASE("a format that two plugins offer is refused with both their names", "[plugins]") {
  const TemporaryFolder root;
  write_plugin(root / "alpha", "alpha", "pdf");
  write_plugin(root / "beta", "beta", "pdf");
  const auto found = Catalogue::scan({root.path()}).find_format("pdf");
  REQUIRE_FALSE(found.has_value());
  CHECK(found.error().code == ErrorCode::plugin_duplicate);
  CHECK_THAT(to_string(found.error()), ContainsSubstring("alpha and beta"));
}

TEST_CASE("an unknown format or id is refused with the nearest name", "[plugins]") {
  const TemporaryFolder root;
  write_plugin(root / "alpha", "markdown_notes", "markdown");
  const auto catalogue = Catalogue::scan({root.path()});
  REQUIRE(catalogue.find_format("markdown").has_value());
  CHECK((*catalogue.find_format("markdown"))->id == "markdown_notes");

  const auto near = catalogue.find_format("markdwon");
  CHECK(near.error().code == ErrorCode::format_unknown);
  CHECK(near.error().hint == "did you mean \"markdown\"?");
  CHECK(catalogue.find_format("gopher").error().hint == "there are markdown");
  CHECK(catalogue.find("markdown-notes").error().hint == "did you mean \"markdown_notes\"?");
  CHECK(catalogue.find("x").error().code == ErrorCode::plugin_missing);
}

TEST_CASE("without any plugin the message says where they come from", "[plugins]") {
  const auto found = Catalogue::scan({}).find_format("pdf");
  CHECK(found.error().code == ErrorCode::format_unknown);
  CHECK_THAT(found.error().hint, ContainsSubstring("--plugin-dir"));
}

TEST_CASE("nearest takes slips and refuses guesses", "[plugins]") {
  const std::vector<std::string> names{"pdf", "xlsx", "html", "json", "page-size", "markdown"};
  CHECK(plugins::nearest("pfd", names) == "pdf");
  CHECK(plugins::nearest("PDF", names) == "pdf");
  CHECK(plugins::nearest("xslx", names) == "xlsx");
  CHECK(plugins::nearest("xls", names) == "xlsx");
  CHECK(plugins::nearest("htm", names) == "html");
  CHECK(plugins::nearest("page_size", names) == "page-size");
  CHECK(plugins::nearest("mark", names) == "markdown");
  CHECK(plugins::nearest("docx", names).empty());
  CHECK(plugins::nearest("", names).empty());
  CHECK(plugins::nearest("x", names).empty());
  CHECK(plugins::nearest(std::string(100000, 'p'), names).empty());
  CHECK(plugins::nearest("pdf", {}).empty());
}

TEST_CASE("the folders are searched in the designed order, never the working directory", "[plugins]") {
  const Variable path("HERALD_PLUGIN_PATH", "/path/one::/path/two:relative");
  const Variable data("XDG_DATA_HOME", "/data");
  const auto folders = plugins::plugin_folders({"/extra", "here/../there"}, "/installed");
  const fs::path there = fs::current_path() / "there";
  CHECK(folders == std::vector<fs::path>{"/extra", there, "/path/one", "/path/two", "relative", "/data/herald/plugins",
                                         "/installed"});
  const auto catalogue = Catalogue::scan({"relative"});
  REQUIRE(catalogue.refusals().size() == 1);
  CHECK_THAT(to_string(catalogue.refusals()[0]), ContainsSubstring("relative: a relative folder is not searched"));
}

TEST_CASE("without XDG_DATA_HOME the user's folder is in their home", "[plugins]") {
  const Variable data("XDG_DATA_HOME", "relative/is/invalid");
  const Variable home("HOME", "/home/somebody");
  const auto folders = plugins::plugin_folders({}, "/installed");
  CHECK(std::count(folders.begin(), folders.end(), "/home/somebody/.local/share/herald/plugins") == 1);
}

TEST_CASE("a plugin whose library is gone is refused where it is found, and is why its format is not offered",
          "[plugins]") {
  const TemporaryFolder root;
  write_plugin(root / "alpha", "alpha", "text");
  fs::remove(root / "alpha/herald_sample.so");
  const Catalogue catalogue = Catalogue::scan({root.path()});
  CHECK(catalogue.plugins().empty());
  REQUIRE(catalogue.refusals().size() == 1);
  const auto found = catalogue.find_format("text");
  REQUIRE_FALSE(found);
  CHECK(found.error().code == ErrorCode::plugin_unloadable);
  CHECK_THAT(to_string(found.error()), ContainsSubstring("herald_sample.so"));
}
