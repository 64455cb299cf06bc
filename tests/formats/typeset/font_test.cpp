#include <hb.h>

#include "formats/typeset/face.hpp"
#include "herald/error.hpp"
#include "tests/formats/typeset/support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::typeset;

TEST_CASE("a face is found by family, weight and slant, and opened once", "[typeset][font]") {
  FontLibrary library;
  const FaceRef regular = library.face("Noto Sans", Weight::regular, Slant::upright);
  const FaceRef bold = library.face("noto sans", Weight::bold, Slant::upright);
  const FaceRef italic = library.face("Noto Sans", Weight::regular, Slant::italic);
  CHECK(regular->postscript_name() == "NotoSans-Regular");
  CHECK(bold->postscript_name() == "NotoSans-Bold");
  CHECK(italic->postscript_name() == "NotoSans-Italic");
  CHECK(library.face("NOTO SANS", Weight::regular, Slant::upright) == regular);
}

TEST_CASE("a face says what embedding needs to know", "[typeset][font]") {
  const FaceRef face = test::fonts().face("Noto Serif", Weight::regular, Slant::italic);
  CHECK(face->metrics().units_per_em == 1000);
  CHECK(face->metrics().ascent > 0);
  CHECK(face->metrics().descent < 0);
  CHECK(face->metrics().cap_height > 600);
  CHECK(face->metrics().cap_height < 800);
  CHECK(face->metrics().x_height < face->metrics().cap_height);
  CHECK(face->metrics().italic_angle < 0);
  CHECK(face->metrics().italic);
  CHECK(face->metrics().x_min < face->metrics().x_max);
  CHECK(face->may_embed());
  CHECK(face->may_subset());
  CHECK(face->outlines() == Outlines::truetype);
  CHECK(face->bytes().size() > 10'000);
  CHECK(hb_face_get_upem(face->hb_face()) == 1000);
  CHECK(face->glyph(U'A') != 0);
  CHECK(face->advance(face->glyph(U'A')) > 0);
  CHECK(face->glyph(U'\u0628') == 0);
}

TEST_CASE("a family that is not installed names the package to install", "[typeset][font]") {
  FontLibrary library;
  CHECK_FALSE(library.has_family("No Such Family"));
  try {
    library.face("No Such Family", Weight::regular, Slant::upright);
    FAIL("the family should be missing");
  } catch (const Error& error) {
    CHECK(error.failure().code == ErrorCode::font_missing);
    CHECK_THAT(error.failure().message, test::ContainsSubstring("No Such Family"));
    CHECK_THAT(error.failure().hint, test::ContainsSubstring("fonts-noto-core"));
  }
}

TEST_CASE("a fallback resembles the style that lacks the character", "[typeset][font]") {
  FontLibrary& library = test::fonts();
  const auto fallback = [&](char32_t c, const char* family, Weight weight) {
    const FaceRef face = library.fallback(c, family, weight, Slant::upright, {});
    REQUIRE(face != nullptr);
    return face->postscript_name();
  };
  CHECK_THAT(fallback(U'\u0628', "Noto Serif", Weight::regular), test::ContainsSubstring("NotoNaskhArabic"));
  CHECK_THAT(fallback(U'\u0628', "Noto Sans", Weight::bold), test::ContainsSubstring("NotoSansArabic-Bold"));
  CHECK_THAT(fallback(U'\u05D0', "Noto Serif", Weight::regular), test::ContainsSubstring("NotoSerifHebrew"));
  CHECK(fallback(U'A', "Noto Naskh Arabic", Weight::regular) == "NotoSerif-Regular");
}

TEST_CASE("a character that no font has has no fallback", "[typeset][font]") {
  CHECK(test::fonts().fallback(char32_t{0x10FFFD}, "Noto Sans", Weight::regular, Slant::upright, {}) == nullptr);
}

TEST_CASE("a file that is no font is refused with its path", "[typeset][font]") {
  try {
    Face::open("/etc/hostname", 0);
    FAIL("that is no font");
  } catch (const Error& error) {
    CHECK(error.failure().location == "/etc/hostname");
  }
  CHECK_THROWS_AS(Face::open("/nonexistent/font.ttf", 0), Error);
}
