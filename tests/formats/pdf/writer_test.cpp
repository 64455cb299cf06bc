// The writer as a whole: the bytes of small layouts, read back as text.
#include "formats/pdf/pdf.hpp"
#include "tests/formats/pdf/frames.hpp"
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
