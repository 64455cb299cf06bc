// News items in IPTC's ninjs, and how the kind of an input is told.
#include "core/reading/kind.hpp"
#include "herald/document_json.hpp"
#include "tests/core/reading/office_support.hpp"
#include "tests/core/reading/reading_support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;
using herald::reading::read_release;

namespace {

const std::string body = "The harbour council agreed today on a plan for two new piers in the old port of the city.";

Result<Document> read_from(const std::string& bytes, const std::string& uri, const std::string& from) {
  reading::ReadOptions options;
  options.from = from;
  return read_release(bytes, uri, packs(), options);
}

}  // namespace

TEST_CASE("ninjs 3: the body with marks is read, the headline is the title", "[reading][ninjs]") {
  const Document document = read(
      R"({"uri": "http://example.org/1", "standard": {"name": "ninjs", "version": "3.0"}, "type": "text",
          "contentCreated": "2026-06-03T10:00:00Z", "versionCreated": "2026-06-05T10:00:00Z", "pubStatus": "usable",
          "located": "Valletta, Malta", "language": "en",
          "headlines": [{"role": "sub", "value": "A plan"}, {"role": "main", "value": "Harbour <b>city</b> builds"}],
          "bodies": [{"role": "main", "contentType": "text/plain", "value": "Plain."},
                     {"role": "rich", "contentType": "application/xhtml+xml", "value": "<p>)" +
          body + R"(</p><h2>What next</h2><p>More &amp; more will be said when the sea wall has been raised.</p>"}],
          "associations": [{"type": "picture", "uri": "http://example.org/p/port.jpg",
                            "descriptions": [{"role": "caption", "value": "The old port"}]},
                           {"type": "text", "uri": "http://example.org/other"}]})",
      "item.json");
  CHECK(document.metadata.title == "Harbour city builds");
  CHECK(document.metadata.standfirst == "A plan");
  CHECK(document.metadata.published == "2026-06-03");
  CHECK(document.metadata.status.empty());
  REQUIRE(document.metadata.dateline);
  CHECK(document.metadata.dateline->place == "Valletta, Malta");
  CHECK(texts_of(document, BlockKind::paragraph).front() == body);
  CHECK(texts_of(document, BlockKind::heading) == std::vector<std::string>{"What next"});
  CHECK(texts_of(document, BlockKind::image) == std::vector<std::string>{"port.jpg"});
  CHECK(texts_of(document, BlockKind::caption) == std::vector<std::string>{"The old port"});
  CHECK(document.source.media_type == "application/json");
  CHECK(document.source.text.find("versionCreated") == std::string::npos);
  const Result<Document> again = from_json(to_json(document));
  REQUIRE(again);
  CHECK(*again == document);
}

TEST_CASE("ninjs 2 and 1: small letters, plain bodies, embargo and status", "[reading][ninjs]") {
  const Document document = read(
      R"({"uri": "http://example.org/1", "versioncreated": "2026-06-05T10:00:00Z", "embargoed": "2026-06-06T18:00:00Z",
          "pubstatus": "withheld", "headline": "Harbour city builds", "body_text": "MALTA\n\n)" +
          body + R"("})",
      "item.txt");
  CHECK(document.metadata.title == "Harbour city builds");
  CHECK(document.metadata.published == "2026-06-05");
  CHECK(document.metadata.status == "withheld");
  CHECK(document.metadata.embargo == "2026-06-06T18:00");
  CHECK(document.source.text.ends_with(body));
  std::vector<std::string> codes;
  for (const Diagnostic& diagnostic : document.diagnostics) codes.push_back(diagnostic.code);
  CHECK(codes == std::vector<std::string>{"embargoed", "not-usable"});
}

TEST_CASE("JSON that is no input names those that are", "[reading][ninjs]") {
  std::string deep = R"({"bodies": )";
  for (int i = 0; i < 100'000; ++i) deep += '[';
  for (const std::string& json :
       {std::string(R"({"name": "x"})"), std::string("[1]"), std::string("{"),
        std::string(R"({"uri": 1, "bodies": []})"), std::string(R"({"bodies": [{"value": "cut)"), deep,
        deep + std::string(100'000, ']') + "}",
        std::string(R"({"body_text": 7, "headlines": {"a": 1}, "associations": 3})")}) {
    CAPTURE(json.substr(0, 60));
    const auto document = read_release(json, "item.json", packs());
    REQUIRE_FALSE(document);
    CHECK(document.error().code == ErrorCode::input_invalid);
    const std::string said = to_string(document.error());
    CHECK(said.find("item.json") == 0);
    CHECK(said.find("ninjs") != std::string::npos);
    CHECK(said.find("herald-document/1") != std::string::npos);
    CHECK(said.find('\n') == std::string::npos);
  }
}

TEST_CASE("the kind is told by the content, and --from overrides it", "[reading][kind]") {
  using reading::kind_of_text;
  using reading::SourceKind;
  struct Case {
    const char* text;
    const char* uri;
    SourceKind kind;
  };
  const std::vector<Case> cases = {
      {"A title\n\nA text.", "a.txt", SourceKind::text},
      {"A title\n\nA text.", "a.md", SourceKind::markdown},
      {"A title\n\nA text.", "a.html", SourceKind::text},
      {"---\ntitle: A\n---\nA text.", "a.txt", SourceKind::markdown},
      {"<!DOCTYPE html><p>A text.", "a.txt", SourceKind::html},
      {"\xEF\xBB\xBF  {\"schema\": \"herald-document/1\"}", "-", SourceKind::herald_json},
      {"{\"x\": \"herald-document\\/1\"}", "a.txt", SourceKind::herald_json},
      {"{\"uri\": \"x\", \"body_text\": \"y\"}", "a.txt", SourceKind::ninjs},
      {"{curly} words", "a.txt", SourceKind::text},
      {"anything", "a.json", SourceKind::herald_json},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text, one.uri);
    CHECK(kind_of_text(one.text, one.uri) == one.kind);
  }
  for (const char* name : {"text", "markdown", "html", "docx", "odt", "ninjs", "herald-json"}) {
    CAPTURE(name);
    const auto kind = reading::kind_by_name(name);
    REQUIRE(kind);
    CHECK(reading::kind_name(*kind) == name);
  }

  const std::string markdown = "# A heading of the text\n\n" + body;
  CHECK(read_from(markdown, "a.txt", "markdown")->metadata.title == "A heading of the text");
  CHECK(read_from(markdown, "a.md", "text")->source.media_type == "text/plain");
  CHECK(read_from("<p>" + body + "</p>", "a.html", "text")->source.media_type == "text/plain");
  CHECK(read_from(docx(word_paragraph(body)), "-", "docx")->source.text == body);
  CHECK(read_from(docx(word_paragraph(body)), "a.docx", "odt").error().code == ErrorCode::input_invalid);
  CHECK(read_from(docx(word_paragraph(body)), "a.docx", "text").error().code == ErrorCode::input_binary);
  CHECK(read_from(body, "a.txt", "docx").error().code == ErrorCode::input_invalid);
  const auto unknown = read_from(body, "a.txt", "word");
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().code == ErrorCode::usage);
  CHECK(to_string(unknown.error()).find("markdown") != std::string::npos);
}
