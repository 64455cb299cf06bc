// Office documents that are damaged, made to harm, or something else: one clear refusal each.
#include <chrono>
#include <random>

#include "core/reading/invariants.hpp"
#include "tests/core/reading/office_support.hpp"
#include "tests/core/reading/reading_support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;
using herald::reading::read_release;

namespace {

const std::string text = word_paragraph("Harbour city builds two piers");

Failure refusal_of(const std::string& bytes, const std::string& uri = "folder/release.docx",
                   const reading::ReadOptions& options = {}) {
  const auto document = read_release(bytes, uri, packs(), options);
  if (document) {
    FAIL_CHECK("was read");
    return {};
  }
  CHECK(to_string(document.error()).find('\n') == std::string::npos);
  return document.error();
}

std::vector<ZipPart> with_document(const std::string& xml) { return docx_parts({}, {{"word/document.xml", xml}}); }

}  // namespace

TEST_CASE("a document that is no whole or honest one is refused with the way out", "[reading][office]") {
  const std::string whole = docx(text);
  std::vector<ZipPart> encrypted = docx_parts(text);
  encrypted.back().flags = 1;
  std::vector<ZipPart> wrong_sum = docx_parts(text);
  wrong_sum.back().checksum_error = 1;
  std::vector<ZipPart> twice = docx_parts(text);
  twice.push_back(twice.back());
  std::vector<ZipPart> leading_out = docx_parts(text);
  leading_out.push_back({"word/../../secret.xml", "x"});
  const std::string doctype = "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  struct Case {
    const char* what;
    std::string bytes;
    ErrorCode code;
    const char* says;
  };
  const std::vector<Case> cases = {
      {"cut off", whole.substr(0, whole.size() - 30), ErrorCode::input_invalid, "cut off"},
      {"cut in half", whole.substr(0, whole.size() / 2), ErrorCode::input_invalid, "cut off"},
      {"no entries", std::string("PK\x05\x06") + std::string(18, '\0'), ErrorCode::input_invalid, "cut off"},
      {"encrypted part", make_zip(encrypted), ErrorCode::input_invalid, "password"},
      {"wrong checksum", make_zip(wrong_sum), ErrorCode::input_invalid, "damaged"},
      {"part twice", make_zip(twice), ErrorCode::input_invalid, "twice"},
      {"name with ..", make_zip(leading_out), ErrorCode::input_invalid, "leads out"},
      {"entities", make_zip(with_document(doctype + "<w>&b;</w>")), ErrorCode::input_invalid, "document type"},
      {"doctype alone", make_zip(with_document("<!DOCTYPE w SYSTEM \"http://example.org/x.dtd\"><w/>")),
       ErrorCode::input_invalid, "document type"},
      {"nested", make_zip(with_document(deep)), ErrorCode::input_invalid, "nests"},
      {"broken XML", make_zip(with_document("<w><x></w>")), ErrorCode::input_invalid, "well-formed"},
      {"other XML", make_zip(with_document("<w/>")), ErrorCode::input_invalid, "no document"},
      {"no main part", make_zip({docx_parts(text).front()}), ErrorCode::input_invalid, "no part"},
      {"empty", docx("<w:p/>"), ErrorCode::input_empty, "no text"},
      {"plain archive", make_zip({{"release.txt", "text"}}), ErrorCode::input_binary, "ZIP archive"},
      {"workbook",
       make_zip({{"[Content_Types].xml",
                  "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override ContentType="
                  "\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"}}),
       ErrorCode::input_binary, "workbook"},
      {"slides", make_zip({{"mimetype", "application/vnd.oasis.opendocument.presentation"}}), ErrorCode::input_binary,
       "presentation"},
      {"encrypted .odt", odt("<text:p>x</text:p>", {}, {{"META-INF/manifest.xml", "<m><encryption-data/></m>"}}),
       ErrorCode::input_invalid, "password"},
      {"encrypted .docx",
       std::string("\xD0\xCF\x11\xE0") + std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32),
       ErrorCode::input_binary, "password"},
      {".doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", ErrorCode::input_binary, "save it as .docx"},
      {".rtf", "{\\rtf1 text}", ErrorCode::input_binary, "save it as .docx"},
      {".pdf", "%PDF-1.7", ErrorCode::input_binary, "text file"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.what);
    const Failure failure = refusal_of(one.bytes);
    CHECK(failure.code == one.code);
    CHECK(failure.location == "folder/release.docx");
    CHECK_FALSE(failure.hint.empty());
    CAPTURE(to_string(failure));
    CHECK(to_string(failure).find(one.says) != std::string::npos);
  }
}

TEST_CASE("a ZIP bomb is given up while it inflates, by its size and by its ratio", "[reading][office]") {
  // 60 MB of white space in 60 KB: below the limit of size, above that of ratio.
  std::vector<ZipPart> bomb = with_document(std::string(60'000'000, ' '));
  bomb.back().packing = Packing::deflated;
  const std::string small = make_zip(bomb);
  REQUIRE(small.size() < 100'000);
  CHECK(refusal_of(small).code == ErrorCode::input_too_large);

  // Words that shrink only to a tenth: stopped by the size.
  std::mt19937 random(1);
  std::string words;
  while (words.size() < 70'000'000) {
    words.append(std::to_string(random() % 1000))
        .append("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
  }
  bomb = with_document(words);
  bomb.back().packing = Packing::deflated;
  const std::string large = make_zip(bomb);
  REQUIRE(large.size() < 16'000'000);
  CHECK(refusal_of(large).code == ErrorCode::input_too_large);
}

TEST_CASE("a document with more text than the limit is refused", "[reading][office]") {
  std::vector<ZipPart> parts = docx_parts(word_paragraph(std::string(5000, 'x')));
  parts.back().packing = Packing::deflated;
  reading::ReadOptions options;
  options.size_limit_bytes = 2000;
  CHECK(refusal_of(make_zip(parts), "release.docx", options).code == ErrorCode::input_too_large);
}

TEST_CASE("the worst documents cost no more than their length", "[reading][office]") {
  const auto time_of = [](const std::string& body) {
    std::vector<ZipPart> parts = docx_parts(body);
    const auto begin = std::chrono::steady_clock::now();
    (void)read_release(make_zip(parts), "release.docx", packs());
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  const std::vector<std::pair<std::string, std::string>> pieces = {
      {"<w:r><w:t>a </w:t><w:br/></w:r>", "w:p"},
      {"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", "w:p"},
      {"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc>"
       "</w:tr></w:tbl>",
       ""},
      {"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", ""},
      {"<w:p><w:pPr><w:pStyle w:val=\"x\"/></w:pPr><w:r><w:t>\xE2\x80\x9C</w:t></w:r></w:p>", ""},
  };
  for (const auto& [piece, around] : pieces) {
    CAPTURE(piece);
    const auto repeated = [&](int count) {
      std::string body;
      for (int i = 0; i < count; ++i) body += piece;
      return around.empty() ? body : "<" + around + ">" + body + "</" + around + ">";
    };
    const double once = time_of(repeated(4000));
    const double eight_times = time_of(repeated(32'000));
    // A square would be 64 times; a busy machine may treble what is measured.
    CHECK(eight_times < 24 * once + 0.2);
  }
}

TEST_CASE("documents made at random from the elements of both formats keep the invariants", "[reading][office]") {
  const std::vector<std::string> word = {"<w:p>",
                                         "</w:p>",
                                         "<w:r><w:t>A line. </w:t></w:r>",
                                         "<w:r><w:t>• a pier</w:t></w:r>",
                                         "<w:r><w:br/></w:r>",
                                         "<w:r><w:tab/></w:r>",
                                         "<w:r><w:t>IMG_1.jpg</w:t></w:r>",
                                         "<w:tbl>",
                                         "</w:tbl>",
                                         "<w:tr>",
                                         "</w:tr>",
                                         "<w:tc>",
                                         "</w:tc>",
                                         "<w:r><w:rPr><w:b/></w:rPr><w:t> “bold ” </w:t></w:r>",
                                         "<w:r><w:t>3 June 2026</w:t></w:r>",
                                         "<w:r><w:t>VALLETTA, Malta – The council agreed today.</w:t></w:r>",
                                         "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"};
  std::mt19937 random(20260603);
  for (int round = 0; round < 400; ++round) {
    // Tags are closed in their order, so that the XML holds; the elements stand where they never should.
    std::string body;
    std::vector<std::string> open;
    const std::size_t count = random() % 60;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string& piece = word[random() % word.size()];
      if (piece.starts_with("</")) {
        if (open.empty()) continue;
        body += open.back();
        open.pop_back();
      } else {
        body += piece;
        if (piece.size() <= 7) open.push_back("</" + piece.substr(1));
      }
    }
    while (!open.empty()) {
      body += open.back();
      open.pop_back();
    }
    CAPTURE(body);
    const auto document = read_release(docx(body), "release.docx", packs());
    if (!document) {
      CHECK(document.error().code == ErrorCode::input_empty);
      continue;
    }
    for (const std::string& finding : reading::check_invariants(*document)) FAIL_CHECK(finding);
  }
}

TEST_CASE("bytes of a document changed at random never do more than be refused", "[reading][office]") {
  std::vector<ZipPart> parts = docx_parts(text + word_paragraph("The council agreed today."));
  for (ZipPart& part : parts) part.packing = Packing::deflated;
  const std::string whole = make_zip(parts);
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string changed = whole;
    for (std::size_t i = 0; i <= random() % 4; ++i)
      changed[4 + random() % (changed.size() - 4)] = static_cast<char>(random());
    const auto document = read_release(changed, "release.docx", packs());
    if (!document) continue;
    for (const std::string& finding : reading::check_invariants(*document)) FAIL_CHECK(finding);
  }
}
