// The writer as a whole: repeatable bytes, what the file says about itself, and refusals.
#include "formats/pdf/metadata.hpp"
#include "formats/pdf/pdf.hpp"
#include "herald/error.hpp"
#include "tests/formats/pdf/frames.hpp"
#include "tests/formats/pdf/pdf_text.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;
using typeset::Role;

namespace {

typeset::Layout small_layout() {
  LayoutBuilder builder;
  const auto heading = builder.element(Role::heading1);
  builder.line(noto("NotoSans-Bold"), "Harbour patrol opens", heading, 18);
  const auto paragraph = builder.element(Role::paragraph);
  builder.line(noto("NotoSerif-Regular"), "The patrol has begun its work.", paragraph);
  return builder.layout();
}

}  // namespace

TEST_CASE("the same layout gives the same bytes", "[pdf]") {
  pdf::Writer one;
  pdf::Writer other;
  const typeset::Layout layout = small_layout();
  const std::string bytes = one.write(layout, information());
  CHECK(bytes == one.write(layout, information()));
  CHECK(bytes == other.write(layout, information()));
  CHECK(bytes.substr(0, 9) == "%PDF-1.7\n");
}

TEST_CASE("the catalog holds what PDF/UA and PDF/A ask for", "[pdf]") {
  const PdfText file(pdf::Writer().write(small_layout(), information(), pdf::Compression::none));
  const std::string& catalog = file.object(file.only("/Type /Catalog"));
  for (const char* wanted :
       {"/Lang (en)", "/Marked true", "/DisplayDocTitle true", "/StructTreeRoot ", "/Metadata ", "/OutputIntents ["}) {
    CHECK_THAT(catalog, ContainsSubstring(wanted));
  }
  const int intent = file.only("/S /GTS_PDFA1");
  const std::string_view profile = file.stream(file.reference(intent, "/DestOutputProfile"));
  CHECK(profile.substr(36, 4) == "acsp");
}

TEST_CASE("objects are parted by line ends, as PDF/A wants", "[pdf]") {
  const std::string bytes = pdf::Writer().write(small_layout(), information());
  CHECK(count(bytes, " 0 obj<<") == 0);
  CHECK(count(bytes, " 0 obj\n") > 20);
  CHECK(bytes.find("/ID") != std::string::npos);
}

TEST_CASE("Info and XMP say the same", "[pdf]") {
  pdf::Information about = information();
  about.title = "Ports & <harbours> — Häfen";
  about.keywords = {"TLP:AMBER"};
  const PdfText file(pdf::Writer().write(small_layout(), about, pdf::Compression::none));
  const std::string xmp(file.stream(file.only("/Type /Metadata")));
  CHECK_THAT(xmp, ContainsSubstring("<rdf:li xml:lang=\"x-default\">Ports &amp; &lt;harbours&gt; — Häfen</rdf:li>"));
  CHECK_THAT(xmp, ContainsSubstring("<pdfuaid:part>1</pdfuaid:part>"));
  CHECK_THAT(xmp, ContainsSubstring("<pdfaid:conformance>A</pdfaid:conformance>"));
  CHECK_THAT(xmp, ContainsSubstring("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"));
  CHECK_THAT(xmp, ContainsSubstring("<xmp:CreateDate>2025-11-27T00:00:00Z</xmp:CreateDate>"));
  const std::string& info = file.object(file.only("/CreationDate"));
  CHECK_THAT(info, ContainsSubstring("(D:20251127000000Z)"));
  CHECK_THAT(info, ContainsSubstring("/Author (Ministry of Ports)"));
  CHECK_THAT(info, ContainsSubstring("FEFF0050006F007200740073"));
}

TEST_CASE("a document without a title or language is refused with both reasons", "[pdf]") {
  typeset::Layout layout = small_layout();
  layout.language.clear();
  pdf::Information untitled = information();
  untitled.title = " ";
  try {
    pdf::Writer().write(layout, untitled);
    FAIL("nothing was thrown");
  } catch (const Error& error) {
    CHECK(error.failure().code == ErrorCode::format_violation);
    CHECK_THAT(error.failure().message, ContainsSubstring("no title"));
    CHECK_THAT(error.failure().message, ContainsSubstring("not a language tag"));
  }
}
