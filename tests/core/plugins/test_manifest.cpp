// plugin.json: what is read of it, and what is refused in which words.
#include "core/plugins/manifest.hpp"
#include "tests/core/plugins/support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;

namespace {

Result<plugins::PluginInfo> read(const std::string& json) {
  const TemporaryFolder folder;
  write_file(folder / "plugin.json", json);
  return plugins::read_plugin_json(folder.path());
}

Result<plugins::PluginInfo> read_with(const std::string& from, const std::string& to) {
  return read(replaced(good_json(), from, to));
}

std::string refusal(const Result<plugins::PluginInfo>& result) {
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().code == ErrorCode::plugin_invalid);
  CHECK(result.error().location.find("plugin.json") != std::string::npos);
  return to_string(result.error());
}

}  // namespace

TEST_CASE("a good plugin.json is read whole", "[plugins]") {
  const auto plugin = read(good_json());
  REQUIRE(plugin.has_value());
  CHECK(plugin->id == "sample");
  CHECK(plugin->version == "1.2.3");
  CHECK(plugin->description == "A sample");
  CHECK(plugin->class_name == "herald::plugins::Sample");
  CHECK(plugin->template_kind == "brief");
  CHECK(plugin->template_default == "standard");
  CHECK(plugin->abi_number == 1);
  CHECK(plugin->build_tag == "gcc-12");
  CHECK(plugin->library == plugin->folder / "herald_sample.so");
  REQUIRE(plugin->formats.size() == 1);
  CHECK(plugin->formats[0].extension == "txt");
  CHECK(plugin->formats[0].media_type == "text/plain");
  REQUIRE(plugin->options.size() == 5);
  CHECK(std::get<std::int64_t>(plugin->options[0].default_value) == 12);
  CHECK(plugin->options[0].minimum == 6.0);
  CHECK(std::get<double>(plugin->options[1].default_value) == 0.5);
  CHECK(std::get<bool>(plugin->options[2].default_value) == false);
  CHECK(plugin->options[3].choices == std::vector<std::string>{"a4", "letter"});
}

TEST_CASE("members that this Herald does not know are left alone", "[plugins]") {
  CHECK(read_with(R"("id": "sample")", R"("id": "sample", "of_tomorrow": {"a": [1, 2]})").has_value());
}

TEST_CASE("how the file is written and of which kind the plugin is may be said, and must then be known", "[plugins]") {
  const auto with = [](const std::string& members) {
    return read_with(R"("id": "sample")", members + R"("id": "sample")");
  };
  CHECK(with(R"("schema": "herald-plugin/1", "kind": "library", )").has_value());
  // Of another kind, nothing that a library needs may be asked for.
  const std::string process = R"({"schema": "herald-plugin/1", "kind": "process", "id": "sample"})";
  CHECK_THAT(refusal(read(process)), ContainsSubstring("/kind: is \"process\""));
  CHECK_THAT(refusal(read(process)), ContainsSubstring("needs a newer Herald"));
  CHECK_THAT(refusal(with(R"("schema": "herald-plugin/2", )")), ContainsSubstring("needs a newer Herald"));
  CHECK_THAT(refusal(with(R"("kind": 7, )")), ContainsSubstring("/kind: must be a text"));
}

TEST_CASE("a plugin may read several document schemas, and is given this Herald's", "[plugins]") {
  const auto with = [](const std::string& schemas) { return read_with(R"("herald-document/1")", schemas); };
  const auto plugin = with(R"(["herald-document/2", "herald-document/1"])");
  REQUIRE(plugin.has_value());
  CHECK(plugin->document_schema == "herald-document/1");
  CHECK_THAT(refusal(with(R"(["herald-document/2", "herald-document/3"])")),
             ContainsSubstring("reads documents as \"herald-document/2\", \"herald-document/3\""));
  CHECK_THAT(refusal(with("[]")), ContainsSubstring("/document_schema: must name at least one schema"));
  CHECK_THAT(refusal(with(R"(["herald-document/1", 2])")), ContainsSubstring("/document_schema/1: must be a text"));
}

TEST_CASE("a whole number is a good default for a number", "[plugins]") {
  const auto plugin = read_with(R"("default": 0.5)", R"("default": 1)");
  REQUIRE(plugin.has_value());
  CHECK(std::get<double>(plugin->options[1].default_value) == 1.0);
}

TEST_CASE("each wrong member is refused with its place", "[plugins]") {
  struct Sample {
    const char* from;
    const char* to;
    const char* message;
  };
  const Sample samples[] = {
      {R"("id": "sample")", R"("id": "Sample")", "/id: is not a name: \"Sample\""},
      {R"("id": "sample")", R"("id": "../x")", "/id: is not a name"},
      {R"("id": "sample")", R"("id": "my-sample")", "/id: is not a name"},
      {R"("id": "sample")", R"("id": "9sample")", "/id: must begin with a letter"},
      {R"("id": "sample")", R"("id": 7)", "/id: must be a text"},
      {R"("id": "sample")", R"("identity": "sample")", "the member \"id\" is missing"},
      {R"("A sample")", R"("A\nsample")", "/description: must be one line"},
      {R"("A sample")", R"("A \u001b[31msample")", "/description: must be one line"},
      {R"("A sample")", R"("")", "/description: must not be empty"},
      {R"(herald-document/1)", R"(herald-document/2)", "this Herald gives \"herald-document/1\""},
      {R"("name": "sample")", R"("name": "sam ple")", "/formats/0/name: is not a name"},
      {R"("name": "sample")", R"("name": "-o")", "/formats/0/name: is not a name"},
      {R"("extension": "txt")", R"("extension": ".txt")", "/formats/0/extension: is written without the dot"},
      {R"("extension": "txt")", R"("extension": "a/b")", "/formats/0/extension: is not a name"},
      {R"("text/plain")", R"("text")", "/formats/0/media_type: is not a media type"},
      {R"("type": "integer")", R"("type": "int")", "/options/0/type: is not a type: \"int\""},
      {R"("default": 12)", R"("default": "12")", "/options/0/default: must be a whole number"},
      {R"("default": 12)", R"("default": 12.5)", "/options/0/default: must be a whole number"},
      {R"("default": 12)", R"("default": 99999999999999999999)", "/options/0/default: must be a whole number"},
      {R"("default": 12)", R"("default": 18446744073709551615)", "/options/0/default: does not fit 64 bits"},
      {R"("default": 12)", R"("default": 5)", "/options/0/default: the default is below the minimum"},
      {R"("default": 12)", R"("default": 73)", "/options/0/default: the default is above the maximum"},
      {R"("minimum": 6)", R"("minimum": 80)", "/options/0: the minimum is above the maximum"},
      {R"("default": false)", R"("default": 0)", "/options/2/default: must be true or false"},
      {R"("default": false)", R"("default": false, "minimum": 0)", "/options/2/minimum: is for numbers"},
      {R"("default": false)", R"("default": false, "choices": ["a"])", "/options/2/choices: is for texts"},
      {R"("default": "a4")", R"("default": "a5")", "/options/3/default: the default \"a5\" is not one of the choices"},
      {R"("name": "ratio")", R"("name": "size")", "/options: \"size\" is declared twice"},
      {R"("kind": "brief")", R"("sort": "brief")", "/templates: the member \"kind\" is missing"},
      {R"("herald_sample.so")", R"("../herald_sample.so")", "/library: must be the name of a file in the same folder"},
      {R"("herald_sample.so")", R"("..")", "/library: must be the name of a file in the same folder"},
      {R"("abi": 1)", R"("abi": -1)", "/abi: must be a whole number"},
      {R"("abi": 1)", R"("abi": 4294967296)", "/abi: must be a whole number"},
      {R"("abi": 1,)", R"()", "the member \"abi\" is missing: this is the file as its author wrote it"},
      {R"("version": "1.2.3")", R"("version": "1.2.3", "version": "2")", "the member \"version\" stands there twice"},
  };
  for (const Sample& sample : samples) {
    INFO(sample.to);
    CHECK_THAT(refusal(read_with(sample.from, sample.to)), ContainsSubstring(sample.message));
  }
}

TEST_CASE("what is not JSON is refused with line and column", "[plugins]") {
  CHECK_THAT(refusal(read("{\n  \"id\": oops\n}")), ContainsSubstring("plugin.json:2:9: is not valid JSON"));
  CHECK_THAT(refusal(read("")), ContainsSubstring("is not valid JSON"));
  CHECK_THAT(refusal(read("[]")), ContainsSubstring("must be an object"));
  CHECK_THAT(refusal(read("{\"id\": \"\xff\"}")), ContainsSubstring("is not valid JSON"));
}

TEST_CASE("a plugin.json that is too deep or too large is refused, not read", "[plugins]") {
  CHECK_THAT(refusal(read("{\"a\": " + std::string(100000, '[') + "}")), ContainsSubstring("nested deeper than"));
  CHECK_THAT(refusal(read(std::string(300 * 1024, ' '))), ContainsSubstring("is larger than 256 KiB"));
}

TEST_CASE("a plugin.json that is a folder or a pipe is refused without waiting for it", "[plugins]") {
  const TemporaryFolder folder;
  fs::create_directory(folder / "plugin.json");
  CHECK_THAT(refusal(plugins::read_plugin_json(folder.path())), ContainsSubstring("is not a regular file"));
}
