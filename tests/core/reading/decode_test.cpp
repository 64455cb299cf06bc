#include "core/reading/decode.hpp"

#include "core/reading/sha256.hpp"
#include "tests/support/catch.hpp"

using herald::Diagnostics;
using herald::ErrorCode;
using herald::reading::decode;

namespace {

using namespace std::string_literals;

std::string utf16(std::u16string_view text, bool big_endian, bool mark) {
  std::string bytes;
  const auto put = [&](char16_t unit) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  };
  if (mark) put(0xFEFF);
  for (const char16_t unit : text) put(unit);
  return bytes;
}

struct Case {
  std::string name;
  std::string bytes;
  std::string text;
  std::string encoding;
};

}  // namespace

TEST_CASE("encodings are recognised", "[reading][decode]") {
  const std::u16string wide = u"The café opens. Nous sommes prêts 😀";
  const std::string narrow = "The café opens. Nous sommes prêts 😀";
  const std::u16string arabic = u"وافق المجلس على الخطة الجديدة";
  const std::vector<Case> cases = {
      {"ASCII", "Plain text", "Plain text", "UTF-8"},
      {"UTF-8", "Café à Paris – “ça va”", "Café à Paris – “ça va”", "UTF-8"},
      {"UTF-8 with its mark keeps it, so that offsets are those of the file", "\xEF\xBB\xBFTitle", "\xEF\xBB\xBFTitle",
       "UTF-8"},
      {"UTF-16LE with mark", utf16(wide, false, true), narrow, "UTF-16LE"},
      {"UTF-16BE with mark", utf16(wide, true, true), narrow, "UTF-16BE"},
      {"UTF-16LE without", utf16(wide, false, false), narrow, "UTF-16LE"},
      {"UTF-16BE without", utf16(wide, true, false), narrow, "UTF-16BE"},
      {"UTF-16BE Arabic without", utf16(arabic, true, false), "وافق المجلس على الخطة الجديدة", "UTF-16BE"},
      {"UTF-16LE Arabic without", utf16(arabic, false, false), "وافق المجلس على الخطة الجديدة", "UTF-16LE"},
      {"UTF-32BE with mark", "\0\0\xFE\xFF\0\0\0A\0\0\0b"s, "Ab", "UTF-32BE"},
      {"UTF-32LE without", "A\0\0\0 \0\0\0b\0\0\0b\0\0\0"s, "A bb", "UTF-32LE"},
      {"windows-1252", "The minister\x92s plan \x96 \x93harbour\x94 \x96 costs \x80 3m in the caf\xE9",
       "The minister’s plan – “harbour” – costs € 3m in the café", "windows-1252"},
      {"ISO 8859-1", "Le conseil a adopt\xE9 le plan \xE0 l'unanimit\xE9 des membres pr\xE9sents",
       "Le conseil a adopté le plan à l'unanimité des membres présents", "ISO-8859-1"},
      {"ISO 8859-15", "Le plan co\xFBte 3 millions d'\xA4 et le c\xBDur du port sera r\xE9nov\xE9",
       "Le plan coûte 3 millions d'€ et le cœur du port sera rénové", "ISO-8859-15"},
      {"windows-1256",
       "\xE6\xC7\xDD\xDE \xC7\xE1\xE3\xCC\xE1\xD3 \xDA\xE1\xEC \xC7\xE1\xCE\xD8\xC9 \xC7\xE1\xCC\xCF\xED\xCF\xC9 "
       "\xDD\xED \xE5\xD0\xC7 "
       "\xC7\xE1\xDA\xC7\xE3",
       "وافق المجلس على الخطة الجديدة في هذا العام", "windows-1256"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    Diagnostics diagnostics;
    const auto decoded = decode(one.bytes, "x.txt", diagnostics);
    REQUIRE(decoded);
    CHECK(decoded->text == one.text);
    CHECK(decoded->encoding == one.encoding);
    CHECK(diagnostics.empty());
  }
}

TEST_CASE("damaged bytes are replaced and reported once, with their offsets", "[reading][decode]") {
  Diagnostics diagnostics;
  const auto decoded = decode("Caf\xC3\xA9 and \xC3\xA0 la \xC3\xA7\xC3\xA9\xFF x\xE2\x82", "x.txt", diagnostics);
  REQUIRE(decoded);
  CHECK(decoded->text == "Café and à la çé\uFFFD x\uFFFD");
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].code == "damaged-bytes");
  CHECK_THAT(diagnostics[0].message,
             herald::test::ContainsSubstring("2 damaged bytes") && herald::test::ContainsSubstring("20, 23"));
}

TEST_CASE("what is not text is refused with one line", "[reading][decode]") {
  struct Refusal {
    std::string bytes;
    ErrorCode code;
  };
  const std::vector<Refusal> cases = {
      {"", ErrorCode::input_empty},
      {"%PDF-1.7\n%", ErrorCode::input_binary},
      {"PK\x03\x04....", ErrorCode::input_binary},
      {"\x89PNG\r\n\x1a\n", ErrorCode::input_binary},
      {"\x7F"
       "ELF\x02\x01\x01",
       ErrorCode::input_binary},
      {"A text with\0a NUL in it"s, ErrorCode::input_binary},
      {std::string(64, '\x01'), ErrorCode::input_binary},
  };
  for (const Refusal& one : cases) {
    CAPTURE(one.bytes);
    Diagnostics diagnostics;
    const auto decoded = decode(one.bytes, "folder/x.txt", diagnostics);
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().code == one.code);
    CHECK(decoded.error().location == "folder/x.txt");
    CHECK(to_string(decoded.error()).find('\n') == std::string::npos);
  }
}

TEST_CASE("SHA-256 gives the sums of FIPS 180-4's examples", "[reading][sha256]") {
  using herald::reading::sha256;
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256(std::string(1000000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}
