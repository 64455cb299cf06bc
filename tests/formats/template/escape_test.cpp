// What becomes of hostile text and hostile addresses.
#include "formats/template/escape.hpp"

#include "tests/support/catch.hpp"

using herald::templates::escape_html;
using herald::templates::safe_address;

TEST_CASE("the five characters of markup are escaped", "[template]") {
  CHECK(escape_html("<a href=\"x\" title='y'>&amp;</a>") ==
        "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;");
  CHECK(escape_html("") == "");
  CHECK(escape_html("déjà vu – العربية 日本 😀") == "déjà vu – العربية 日本 😀");
}

TEST_CASE("what has no place in a document goes", "[template]") {
  CHECK(escape_html(std::string_view("a\0b\x01\x1B\x7F"
                                     "c",
                                     7)) == "abc");
  CHECK(escape_html("a\xC2\x80"
                    "b") == "ab");
  CHECK(escape_html("a\xEF\xBF\xBE"
                    "b\xEF\xB7\x90"
                    "c\xF0\x9F\xBF\xBF") == "abc");
  CHECK(escape_html("a\xE2\x80\xA8"
                    "b\xE2\x80\xA9"
                    "c\x0B"
                    "d\x0C"
                    "e\xC2\x85"
                    "f") == "a b c d e f");
  CHECK(escape_html("a\tb\nc") == "a\tb\nc");
}

TEST_CASE("damaged bytes are marked and never joined to what follows", "[template]") {
  const std::string mark = "\xEF\xBF\xBD";
  CHECK(escape_html("\xC3<") == mark + "&lt;");
  CHECK(escape_html("\xE2\x80") == mark + mark);
  CHECK(escape_html("\xC0\xBC") == mark + mark);             // "<" in an overlong form
  CHECK(escape_html("\xED\xA0\x80") == mark + mark + mark);  // a surrogate
  CHECK(escape_html("\xF5\x80\x80\x80") == mark + mark + mark + mark);
}

TEST_CASE("bidi controls cannot reach beyond their text", "[template]") {
  CHECK(escape_html("a\xE2\x80\xAE"
                    "b") == "ab");  // override
  CHECK(escape_html("a\xE2\x80\xAB"
                    "b") ==
        "a\xE2\x80\xAB"
        "b\xE2\x80\xAC");  // embedding
  CHECK(escape_html("a\xE2\x81\xA7"
                    "b") ==
        "a\xE2\x81\xA7"
        "b\xE2\x81\xA9");  // isolate
  CHECK(escape_html("a\xE2\x81\xA9"
                    "b\xE2\x80\xAC"
                    "c") == "abc");  // closed, never opened
  CHECK(escape_html("\xE2\x81\xA8"
                    "a\xE2\x81\xA9"
                    "b") ==
        "\xE2\x81\xA8"
        "a\xE2\x81\xA9"
        "b");
  CHECK(escape_html("\xE2\x80\x8F"
                    "a\xE2\x80\x8E") ==
        "\xE2\x80\x8F"
        "a\xE2\x80\x8E");  // marks stay
}

TEST_CASE("only http, https and mailto addresses are linked", "[template]") {
  CHECK(safe_address("https://example.org/a?b=c&d=%20#e") == "https://example.org/a?b=c&d=%20#e");
  CHECK(safe_address("HTTP://EXAMPLE.ORG") == "HTTP://EXAMPLE.ORG");
  CHECK(safe_address("mailto:press@example.org") == "mailto:press@example.org");
  CHECK(safe_address("  https://example.org  ") == "https://example.org");
  CHECK(safe_address("https://example.org/é") == "https://example.org/%C3%A9");
  for (const char* address : {"",
                              "javascript:alert(1)",
                              "JaVaScRiPt:alert(1)",
                              "java\nscript:alert(1)",
                              "\x01javascript:alert(1)",
                              " javascript:alert(1)",
                              "data:text/html,x",
                              "vbscript:x",
                              "file:///etc/passwd",
                              "//example.org",
                              "/path",
                              "#x",
                              "https://",
                              "mailto:",
                              "https://example.org/a b",
                              "https://example.org/\"onclick=",
                              "https://example.org/<b>",
                              "https://example.org/\\x",
                              "https://example.org/\n",
                              "ftp://example.org",
                              "http:example.org"})
    CHECK_FALSE(safe_address(address).has_value());
  CHECK_FALSE(safe_address("https://" + std::string(2000, 'a')).has_value());
}
