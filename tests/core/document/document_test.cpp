// The questions that plugins ask of a document, and the one-line form of failures.
#include "herald/document.hpp"

#include "herald/options.hpp"
#include "herald/result.hpp"
#include "tests/support/catch.hpp"

using namespace herald;

TEST_CASE("white space of every kind is folded to single spaces", "[document]") {
  Document document;
  document.source.text = "  a\u00A0\u202F b\u2028\r\n\tc\u3000é\u2003 ";
  document.sentences = {{{0, static_cast<std::uint32_t>(document.source.text.size())}, 0}};
  CHECK(folded_text(document, document.sentences[0].span) == "a b c é");
  CHECK(sentence_text(document, 0) == "a b c é");
  CHECK(folded_text(document, {0, 2}).empty());
}

TEST_CASE("a block's text joins its inlines", "[document]") {
  Block block;
  block.inlines = {
      {InlineKind::strong, "One", "", {}}, {InlineKind::line_break, "", "", {}}, {InlineKind::text, "two", "", {}}};
  CHECK(plain_text(block) == "One\ntwo");
}

TEST_CASE("direction follows the primary subtag", "[document]") {
  CHECK(text_direction("ar") == "rtl");
  CHECK(text_direction("ar-MA") == "rtl");
  CHECK(text_direction("he") == "rtl");
  CHECK(text_direction("arn") == "ltr");  // Mapudungun
  CHECK(text_direction("") == "ltr");
}

TEST_CASE("a failure is one line: place, what, way out", "[document]") {
  CHECK(to_string(Failure{ErrorCode::usage, "what", "how", "where"}) == "where: what (how)");
  CHECK(to_string(Failure{ErrorCode::usage, "what", "", ""}) == "what");
  CHECK(error_code_name(ErrorCode::input_binary) == "input_binary");
}

TEST_CASE("options are read with their declared type only", "[document]") {
  Options options;
  options.set("size", std::string("a4"));
  options.set("count", std::int64_t{3});
  CHECK(options.text("size") == "a4");
  CHECK(options.integer("count") == 3);
  CHECK_THROWS_AS(options.flag("count"), Error);
  CHECK_THROWS_AS(options.text("sise"), Error);
}

TEST_CASE("a result holds a value or the reason why not", "[document]") {
  const Result<int> good = 3;
  const Result<int> bad = Failure{ErrorCode::internal, "no", {}, {}};
  CHECK(*good == 3);
  CHECK_FALSE(bad.has_value());
  CHECK(bad.error().message == "no");
  CHECK_THROWS_AS(Result<int>(bad).value_or_throw(), Error);
}
