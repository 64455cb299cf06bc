// Labels and templates as the host reads them, and the one clock of an export.
#include "core/jobs/resources.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "core/jobs/export_run.hpp"
#include "core/language/pack.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace herald;
using namespace herald::jobs;
using herald::test::ScratchFolder;

TEST_CASE("labels of a language lie over the English ones, the user's over the install's", "[jobs]") {
  const ScratchFolder folder;
  folder.write("installed/labels/en.toml", "[common]\nsource = \"Source\"\nname = \"Name\"\n");
  folder.write("installed/labels/fr.toml", "[common]\nname = \"Nom\"\n");
  folder.write("user/labels/fr.toml", "[common]\nname = \"Prénom\"\n");
  Diagnostics diagnostics;
  const Result<Labels> labels = load_labels("fr-CA", {folder / "user", folder / "installed"}, diagnostics);
  REQUIRE(labels.has_value());
  CHECK(labels->at("common.source") == "Source");
  CHECK(labels->at("common.name") == "Prénom");
  CHECK(diagnostics.empty());
}

TEST_CASE("the English grammar does not show through a language's own", "[jobs]") {
  const ScratchFolder folder;
  folder.write("labels/en.toml",
               "[number]\nbillion = \"{value} billion\"\n[unit]\nmetre = \"m\"\nmonth = { one = \"month\", other = "
               "\"months\" }\n[common]\nname = \"Name\"\n");
  folder.write("labels/es.toml", "[number]\nmillion = \"{value} millones\"\n[unit]\nmonth = \"mes\"\n");
  Diagnostics diagnostics;
  const Result<Labels> labels = load_labels("es", {folder.path()}, diagnostics);
  REQUIRE(labels.has_value());
  CHECK(*labels == Labels{{"number.million", "{value} millones"},
                          {"unit.metre", "m"},
                          {"unit.month", "mes"},
                          {"common.name", "Name"}});
}

TEST_CASE("a language without labels keeps the English ones, and says so", "[jobs]") {
  const ScratchFolder folder;
  folder.write("labels/en.toml", "a = \"b\"\n");
  folder.write("secret.toml", "a = \"leak\"\n");
  Diagnostics diagnostics;
  CHECK(load_labels("sw", {folder.path()}, diagnostics)->at("a") == "b");
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics.front().code == "labels-in-english");
  // A language tag comes from the document and must not be a way to other files.
  CHECK(load_labels("../secret", {folder.path()}, diagnostics)->at("a") == "b");
}

TEST_CASE("every unit that a pack finds is said in the words of its language", "[jobs]") {
  const std::filesystem::path root = std::filesystem::path(HERALD_TEST_SOURCE_DIR).parent_path();
  std::size_t units = 0;
  for (const auto& entry : std::filesystem::directory_iterator(root / "core/facts/languages")) {
    if (entry.path().extension() != ".json") continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(stream), {});
    const language::Pack pack = language::parse_pack(text, entry.path().string()).value_or_throw();
    Diagnostics diagnostics;
    const Labels labels = load_labels(pack.code, {root / "templates"}, diagnostics).value_or_throw();
    for (const language::PackWord& word : pack.words) {
      if (word.word_class != language::WordClass::unit) continue;
      INFO(pack.code << ": " << word.code);
      std::string key = "unit." + word.code;
      for (char& c : key) c = c == ' ' || c == '-' ? '_' : c;
      CHECK((labels.contains(key) || labels.contains(key + ".other")));
      ++units;
    }
  }
  CHECK(units > 100);
}

TEST_CASE("missing and broken labels are refused", "[jobs]") {
  const ScratchFolder folder;
  Diagnostics diagnostics;
  CHECK(load_labels("en", {folder.path()}, diagnostics).error().code == ErrorCode::data_missing);
  folder.write("labels/en.toml", "a = \n");
  CHECK(load_labels("en", {folder.path()}, diagnostics).error().code == ErrorCode::template_invalid);
}

TEST_CASE("a user's template hides the installed one of its name", "[jobs]") {
  const ScratchFolder folder;
  folder.write("installed/brief/standard/template.toml", "kind=\"brief\"\nname=\"standard\"\ndescription=\"theirs\"\n");
  folder.write("user/brief/standard/template.toml", "kind=\"brief\"\nname=\"standard\"\ndescription=\"ours\"\n");
  folder.write("installed/labels/en.toml", "");
  const auto templates = list_templates({folder / "user", folder / "installed"});
  REQUIRE(templates.size() == 1);
  CHECK(templates.front().description == "ours");
}

TEST_CASE("tables nested as deep as a file allows are refused, not followed", "[jobs]") {
  const ScratchFolder folder;
  const auto dotted = [](std::size_t size) {
    std::string text;
    while (text.size() < size) text += ".a";
    return text;
  };
  const std::string deep = "a" + dotted(1000000);
  const std::string tail = dotted(600000) + " = 1";
  std::string braces = "a = ";
  for (int i = 0; i < 100000; ++i) braces += "{a = ";
  Diagnostics diagnostics;
  for (const std::string& text :
       {deep + " = \"b\"\n", "[" + deep + "]\nb = \"c\"\n", "x = 1\n\t" + deep + "= 1", "\"#\"." + deep + " = 1",
        "\"=\"" + tail, "'='" + tail, "\"\\\"=\"" + tail, "x = { \"=\"" + tail + " }", "x = \"\"\"\"\"\"\"\"\ny" + tail,
        "x = '''\n'''''\ny" + tail, braces}) {
    folder.write("labels/en.toml", text);
    CHECK(load_labels("en", {folder.path()}, diagnostics).error().code == ErrorCode::template_invalid);
  }
}

TEST_CASE("dots in texts, comments and lists nest nothing", "[jobs]") {
  const ScratchFolder folder;
  const std::string dots(40, '.');
  std::string numbers = "1.5";
  for (int i = 0; i < 50; ++i) numbers += ", 1.5";
  folder.write("labels/en.toml", "# " + dots + "\na = \"\"\"\nTo come\n" + dots + "\n\"\"\"\nb = '" + dots + "'  # " +
                                     dots + "\n\"" + dots + "\" = \"c\"\nd = [" + numbers + "]\n");
  Diagnostics diagnostics;
  const Result<Labels> labels = load_labels("en", {folder.path()}, diagnostics);
  REQUIRE(labels.has_value());
  CHECK(labels->at("a") == "To come\n" + dots + "\n");
  CHECK(labels->at("b") == dots);
  CHECK(labels->at(dots) == "c");
}

TEST_CASE("a template's folder has limits", "[jobs]") {
  const ScratchFolder folder;
  for (int i = 0; i < 70; ++i) folder.write("t/" + std::to_string(i), "");
  CHECK(load_template_files({"brief", "t", "", folder / "t"}).error().code == ErrorCode::template_invalid);
  folder.write("u/large", std::string(1100000, 'x'));
  CHECK(load_template_files({"brief", "u", "", folder / "u"}).error().code == ErrorCode::template_invalid);
  folder.write("secret", "x");
  std::filesystem::create_directory(folder / "w");
  std::filesystem::create_symlink(folder / "secret", folder / "w/newsletter.mustache");
  CHECK(load_template_files({"brief", "w", "", folder / "w"}).error().code == ErrorCode::template_invalid);
  folder.write("v/parts/head.mustache", "x");
  CHECK(load_template_files({"brief", "v", "", folder / "v"})->contains("parts/head.mustache"));
}

TEST_CASE("the time in outputs is SOURCE_DATE_EPOCH, else the day of publication, never the clock", "[jobs]") {
  ::unsetenv("SOURCE_DATE_EPOCH");
  Document document;
  CHECK(creation_time(document) == 315532800);
  document.metadata.published = "2025-11-27";
  CHECK(creation_time(document) == 1764201600);
  document.metadata.published = "2025-13-45";
  CHECK(creation_time(document) == 315532800);
  CHECK_FALSE(source_date_epoch()->has_value());
  const std::pair<const char*, std::int64_t> good[] = {
      {"1700000000", 1700000000}, {"0", 315532800}, {"-5", 315532800}, {"253402300799", 253402300799}};
  for (const auto& [text, wanted] : good) {
    ::setenv("SOURCE_DATE_EPOCH", text, 1);
    CHECK(source_date_epoch()->value() == wanted);
  }
  for (const char* text : {"soon", "253402300800", "9223372036854775807", "99999999999999999999", "1e9"}) {
    ::setenv("SOURCE_DATE_EPOCH", text, 1);
    CHECK(source_date_epoch().error().code == ErrorCode::usage);
  }
  ::unsetenv("SOURCE_DATE_EPOCH");
}
