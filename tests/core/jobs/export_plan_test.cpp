// The plan: what is refused before anything is read or written, and where results go.
#include "core/jobs/export_plan.hpp"

#include "core/plugins/loader.hpp"
#include "herald/plugin/abi.h"
#include "tests/support/catch.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace herald;
using namespace herald::jobs;
using herald::test::ContainsSubstring;
using herald::test::ScratchFolder;

namespace {

// Two plugins known by their plugin.json, as the catalogue reads it; their libraries are never asked for.
class World {
 public:
  World() {
    add_plugin(
        "one", "pdf",
        R"("options":[{"name":"page_size","type":"text","default":"a4","choices":["a4","letter"],"help":"Paper"}],
      "templates":{"kind":"brief","default":"standard"},)");
    add_plugin("two", "html", R"("options":[],"templates":{"kind":"newsletter","default":"standard"},)");
    for (const char* kind : {"brief", "newsletter"})
      scratch.write(std::string("templates/") + kind + "/standard/template.toml",
                    "kind = \"" + std::string(kind) + "\"\nname = \"standard\"\ndescription = \"d\"\n");
    scratch.write("templates/newsletter/spring/template.toml", "kind = \"newsletter\"\nname = \"spring\"\n");
    installation.templates = scratch / "templates";
    catalogue = plugins::Catalogue::scan({scratch / "plugins"});
    for (const Failure& refusal : catalogue.refusals()) FAIL(to_string(refusal));
    std::filesystem::create_directories(scratch / "out");
  }

  void add_plugin(const std::string& id, const std::string& format, const std::string& more) {
    scratch.write("plugins/" + id + "/lib.so", "");
    scratch.write("plugins/" + id + "/plugin.json",
                  R"({"id":")" + id +
                      R"(","version":"1.0.0","description":"d","document_schema":"herald-document/1",)" + more +
                      R"("formats":[{"name":")" + format + R"(","extension":")" + format +
                      R"(","media_type":"a/b","description":"d"}],"class":"herald::plugins::One","header":"one.hpp",)" +
                      R"("library":"lib.so","abi":)" + std::to_string(HERALD_ABI_NUMBER) + R"(,"build":")" +
                      plugins::host_build_tag() + R"("})");
  }

  Result<ExportPlan> plan(ExportRequestText request) const { return plan_export(request, catalogue, installation); }

  ScratchFolder scratch;
  Installation installation;
  plugins::Catalogue catalogue;
};

ErrorCode code(const Result<ExportPlan>& plan) { return plan ? ErrorCode::internal : plan.error().code; }

}  // namespace

TEST_CASE("results are named after inputs and formats, in a folder", "[jobs]") {
  const World world;
  const auto plan =
      world.plan({{"a/x.txt", "b/y.v2.txt", "-"}, {"pdf", "html", "pdf"}, (world.scratch / "out").string(), {}, {}});
  REQUIRE(plan.has_value());
  std::vector<std::string> names;
  for (const PlannedOutput& output : plan->outputs) names.push_back(output.target.filename().string());
  CHECK(names == std::vector<std::string>{"x.pdf", "x.html", "y.v2.pdf", "y.v2.html", "stdin.pdf", "stdin.html"});
}

TEST_CASE("a single result may be a file, standard output, or go to a new folder", "[jobs]") {
  const World world;
  const std::string file = (world.scratch / "brief.pdf").string();
  CHECK(world.plan({{"x.txt"}, {"pdf"}, file, {}, {}})->outputs.front().target == file);
  CHECK(world.plan({{"x.txt"}, {"pdf"}, "-", {}, {}})->outputs.front().target.empty());
  CHECK(world.plan({{"x.txt"}, {"pdf"}, "", {}, {}})->outputs.front().target == "x.pdf");
  const std::string folder = (world.scratch / "new/deep/").string();
  CHECK(world.plan({{"x.txt"}, {"pdf"}, folder, {}, {}})->outputs.front().target == folder + "x.pdf");
  CHECK(std::filesystem::is_directory(folder));
}

TEST_CASE("several results do not go into one file or one standard output", "[jobs]") {
  const World world;
  CHECK(code(world.plan({{"x.txt", "y.txt"}, {"pdf"}, "-", {}, {}})) == ErrorCode::usage);
  const auto file = world.scratch.write("there", "");
  CHECK(code(world.plan({{"x.txt", "y.txt"}, {"pdf"}, file.string(), {}, {}})) == ErrorCode::usage);
  CHECK(code(world.plan({{"-", "-"}, {"pdf"}, "", {}, {}})) == ErrorCode::usage);
  const std::string named = (world.scratch / "brief.pdf").string();
  CHECK(code(world.plan({{"x.txt"}, {"pdf", "html"}, named, {}, {}})) == ErrorCode::usage);
  CHECK_FALSE(std::filesystem::exists(named));
}

TEST_CASE("two inputs that would give one name are refused, whatever their spelling", "[jobs]") {
  const World world;
  const std::string out = (world.scratch / "out").string();
  const auto clash = world.plan({{"a/x.txt", "b/x.md"}, {"pdf"}, out, {}, {}});
  CHECK(code(clash) == ErrorCode::output_clash);
  CHECK_THAT(clash.error().message, ContainsSubstring("\"a/x.txt\" and \"b/x.md\""));
  CHECK(code(world.plan({{"x.txt", "./x.txt"}, {"pdf"}, out, {}, {}})) == ErrorCode::output_clash);
}

TEST_CASE("no result replaces an input", "[jobs]") {
  const World world;
  const auto input = world.scratch.write("x.html", "text");
  CHECK(code(world.plan({{input.string()}, {"html"}, world.scratch.path().string(), {}, {}})) ==
        ErrorCode::output_clash);
  std::filesystem::create_symlink(input, world.scratch / "alias.html");
  CHECK(code(world.plan({{input.string()}, {"html"}, (world.scratch / "alias.html").string(), {}, {}})) ==
        ErrorCode::output_clash);
}

TEST_CASE("a request that clashes makes no folder", "[jobs]") {
  const World world;
  const std::string out = (world.scratch / "new").string();
  CHECK(code(world.plan({{"a/x.txt", "b/x.md"}, {"pdf"}, out, {}, {}})) == ErrorCode::output_clash);
  CHECK_FALSE(std::filesystem::exists(out));
}

TEST_CASE("unknown formats, options and templates are refused with the nearest name", "[jobs]") {
  const World world;
  const auto format = world.plan({{"x.txt"}, {"pfd"}, "", {}, {}});
  CHECK(code(format) == ErrorCode::format_unknown);
  CHECK_THAT(format.error().hint, ContainsSubstring("pdf"));
  const auto option = world.plan({{"x.txt"}, {"pdf"}, "", {}, {{"page_sise", "a4"}}});
  CHECK(code(option) == ErrorCode::option_unknown);
  CHECK_THAT(option.error().hint, ContainsSubstring("page_size"));
  CHECK(code(world.plan({{"x.txt"}, {"pdf"}, "", {}, {{"page_size", "a5"}}})) == ErrorCode::option_invalid);
  const auto chosen = world.plan({{"x.txt"}, {"html"}, "", {"sprong"}, {}});
  CHECK(code(chosen) == ErrorCode::template_missing);
  CHECK_THAT(chosen.error().hint, ContainsSubstring("spring"));
}

TEST_CASE("a setting for one of several formats is no error for the others", "[jobs]") {
  const World world;
  const auto plan =
      world.plan({{"x.txt"}, {"pdf", "html"}, world.scratch.path().string(), {}, {{"page_size", "letter"}}});
  REQUIRE(plan.has_value());
  CHECK(plan->formats[0].options.text("page_size") == "letter");
}

TEST_CASE("a template is chosen by name or by path, and must fit a format", "[jobs]") {
  const World world;
  const std::string out = world.scratch.path().string();
  const auto named = world.plan({{"x.txt"}, {"pdf", "html"}, out, {"spring"}, {}});
  REQUIRE(named.has_value());
  CHECK_THAT(named->formats[0].template_name, ContainsSubstring("brief/standard"));
  CHECK_THAT(named->formats[1].template_name, ContainsSubstring("newsletter/spring"));
  CHECK(named->formats[1].template_files.contains("template.toml"));
  const std::string path = (world.scratch / "templates/newsletter/spring").string();
  CHECK(world.plan({{"x.txt"}, {"html"}, out, {path}, {}}).has_value());
  CHECK(code(world.plan({{"x.txt"}, {"pdf"}, out, {path}, {}})) == ErrorCode::template_invalid);
  CHECK(code(world.plan({{"x.txt"}, {"html"}, out, {"standard", "spring"}, {}})) == ErrorCode::usage);
}

TEST_CASE("a broken template is refused with line and column", "[jobs]") {
  const World world;
  world.scratch.write("mine/template.toml", "kind = \"newsletter\"\nname = \n");
  const auto plan = world.plan({{"x.txt"}, {"html"}, "", {(world.scratch / "mine").string()}, {}});
  CHECK(code(plan) == ErrorCode::template_invalid);
  CHECK_THAT(plan.error().location, ContainsSubstring("template.toml:2:"));
}
