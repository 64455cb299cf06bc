// Holds every #include of the tree against include_table.txt, and the test itself against samples
// that must be reported.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/architecture/include_table.hpp"
#include "tests/support/catch.hpp"

namespace fs = std::filesystem;
using herald::architecture::IncludeTable;
using herald::test::ContainsSubstring;

namespace {

const fs::path root = fs::path(HERALD_TEST_SOURCE_DIR).parent_path();

std::string read_file(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

const IncludeTable& table() {
  static const IncludeTable table = IncludeTable::parse(read_file(root / "tests/architecture/include_table.txt"));
  return table;
}

std::vector<fs::path> sources() {
  std::vector<fs::path> found;
  for (const char* folder : {"core", "formats", "plugins", "tests", "examples"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string extension = entry.path().extension().string();
      if (entry.is_regular_file() && (extension == ".cpp" || extension == ".hpp" || extension == ".h")) {
        found.push_back(entry.path());
      }
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

TEST_CASE("every include of the tree is one that the architecture allows", "[architecture]") {
  std::string report;
  const std::vector<fs::path> files = sources();
  for (const fs::path& file : files) {
    for (const std::string& line : table().violations(fs::relative(file, root).string(), read_file(file))) {
      report += line + "\n";
    }
  }
  CHECK(files.size() > 100);  // an empty tree breaks no rule
  INFO("Move the code to a room that may include it, or change the design and include_table.txt with it.");
  CHECK(report == "");
}

TEST_CASE("what the architecture forbids is reported with file, line and rule", "[architecture]") {
  const std::tuple<const char*, const char*, const char*> samples[] = {
      {"core/reading/blocks.cpp", "#include <string>\n#include <Poco/Path.h>\n",
       "core/reading/blocks.cpp:2: core/reading may not include Poco/Path.h"},
      {"core/include/herald/document.hpp", "#include <nlohmann/json.hpp>\n", "core/include may not include nlohmann"},
      {"core/include/herald/document.hpp", "#include <unistd.h>\n", "core/include may not include unistd.h"},
      {"core/facts/people.cpp", "#include \"core/plugins/catalogue.hpp\"\n", "core/facts may not include core/plugins"},
      {"core/plugins/catalogue.cpp", "#include <Poco/SharedLibrary.h>\n", "is for core/plugins/loader.cpp alone"},
      {"core/plugins/catalogue.cpp", "#include \"core/jobs/batch.hpp\"\n", "core/plugins may not include core/jobs"},
      {"core/app/main.cpp", "#  include <xlsxwriter.h>\n", "core/app may not include xlsxwriter.h"},
      {"formats/xlsx/sheet.cpp", "#include \"herald/document.hpp\"\n",
       "formats/xlsx may not include herald/document.hpp"},
      {"formats/pdf/writer.cpp", "#include \"formats/typeset/paginate.hpp\"\n",
       "formats/pdf may not include formats/typeset/paginate.hpp"},
      {"formats/typeset/font.cpp", "#include <podofo/podofo.h>\n", "formats/typeset may not include podofo"},
      {"plugins/pdf_brief/compose.cpp", "#include \"core/facts/context.hpp\"\n", "may not include core/facts"},
      {"plugins/pdf_brief/compose.cpp", "#include \"plugins/xlsx_facts/theme.hpp\"\n",
       "plugins/* may not include plugins/xlsx_facts/theme.hpp"},
      {"plugins/pdf_brief/compose.cpp", "#include <podofo/podofo.h>\n", "is for formats/pdf alone"},
      {"plugins/pdf_brief/compose.cpp", "#include \"compose.hpp\"\n", "may not include compose.hpp"},
      {"plugins/pdf_brief/compose.cpp", "#include \"../theme.hpp\"\n", "is to be written from the root of the tree"},
      {"tests/formats/pdf/test_pdf.cpp", "#include <catch2/catch.hpp>\n", "tests may not include catch2/catch.hpp"},
      {"examples/plugins/markdown/writer.cpp", "#include \"core/jobs/batch.hpp\"\n", "may not include core/jobs"},
      {"tools/generate.cpp", "#include <string>\n", "lies in no room"},
  };
  for (const auto& [path, text, message] : samples) {
    INFO(path << ": " << text);
    const std::vector<std::string> found = table().violations(path, text);
    REQUIRE_FALSE(found.empty());
    const std::string all = found.front() + (found.size() > 1 ? "\n" + found.back() : "");
    CHECK_THAT(all, ContainsSubstring(message));
  }
}

TEST_CASE("what the architecture allows is not reported", "[architecture]") {
  const std::pair<const char*, const char*> samples[] = {
      {"core/plugins/loader.cpp", "#include <Poco/SharedLibrary.h>\n#include \"herald/result.hpp\"\n#include <map>\n"},
      {"formats/pdf/writer.cpp", "#include <podofo/podofo.h>\n#include \"formats/typeset/frame.hpp\"\n"},
      {"plugins/pdf_brief/compose.cpp", "#include \"plugins/pdf_brief/theme.hpp\"\n#include \"formats/pdf/pdf.hpp\"\n"},
      {"core/include/herald/document.hpp", "#include \"herald/facts.hpp\"\n#include <string>\n"},
      {"tests/core/app/test_app.cpp", "#include \"tests/support/catch.hpp\"\n#include \"core/app/messages.hpp\"\n"},
      {"core/reading/blocks.cpp", "// #include <Poco/Path.h>\n"},
  };
  for (const auto& [path, text] : samples) {
    INFO(path << ": " << text);
    CHECK(table().violations(path, text).empty());
  }
}

TEST_CASE("a table that does not make sense is refused with its line", "[architecture]") {
  CHECK_THROWS_WITH(IncludeTable::parse("room core/x\n"), ContainsSubstring("line 1"));
  CHECK_THROWS_WITH(IncludeTable::parse("\nshed core/x : std\n"), ContainsSubstring("what is \"shed\"?"));
  CHECK_THROWS_WITH(IncludeTable::parse("room core/x : pocco\n"), ContainsSubstring("no library \"pocco\""));
}
