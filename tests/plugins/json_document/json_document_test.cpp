// The plugin to copy: what it writes is the document, and a failing output is left to the host.
#include "plugins/json_document/json_document.hpp"

#include <string>

#include "herald/document_json.hpp"
#include "herald/error.hpp"
#include "tests/support/catch.hpp"

using namespace herald;

namespace {

class StringOutput : public Output, protected OutputStream {
 public:
  OutputStream& main() override { return *this; }
  OutputStream& beside(std::string_view) override {
    throw Error({ErrorCode::output_unwritable, "nothing beside", {}, {}});
  }
  std::string bytes;

 protected:
  void write(std::string_view piece) override { bytes += piece; }
};

class FullDisk final : public StringOutput {
  void write(std::string_view) override { throw Error({ErrorCode::disk_full, "no space", {}, {}}); }
};

Document small_document() {
  Document document;
  document.source = {"note.txt", "text/plain", "UTF-8", std::string(64, '0'), "Hello."};
  document.metadata.language = "en";
  document.blocks.push_back(
      {BlockKind::paragraph, 0, false, 0, 1, {}, {{InlineKind::text, "Hello.", {}, {0, 6}}}, {0, 6}});
  document.sentences.push_back({{0, 6}, 0});
  return document;
}

void run(Output& output, const Document& document) {
  const Options options;
  const Resources resources;
  Diagnostics diagnostics;
  plugins::JsonDocument().export_document({"json", document, options, resources, 0}, output, diagnostics);
  CHECK(diagnostics.empty());
}

}  // namespace

TEST_CASE("the JSON that is written reads back as the document", "[json_document]") {
  StringOutput output;
  run(output, small_document());
  const auto copy = from_json(output.bytes);
  REQUIRE(copy.has_value());
  CHECK(*copy == small_document());
}

TEST_CASE("a full disk passes through the plugin", "[json_document]") {
  FullDisk output;
  CHECK_THROWS_AS(run(output, small_document()), Error);
}
