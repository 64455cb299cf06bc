#include "tests/core/reading/reading_support.hpp"

#include <filesystem>

#include "core/reading/invariants.hpp"
#include "tests/support/catch.hpp"

namespace herald::test {
namespace {

std::string_view name_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::title:
      return "title";
    case BlockKind::standfirst:
      return "standfirst";
    case BlockKind::date_line:
      return "date";
    case BlockKind::status:
      return "status";
    case BlockKind::heading:
      return "heading";
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::list_item:
      return "item";
    case BlockKind::block_quote:
      return "quote";
    case BlockKind::image:
      return "image";
    case BlockKind::caption:
      return "caption";
    case BlockKind::table:
      return "table";
    case BlockKind::contact:
      return "contact";
    case BlockKind::boilerplate:
      return "boilerplate";
    case BlockKind::end_mark:
      return "end";
    case BlockKind::noise:
      return "noise";
  }
  return "?";
}

}  // namespace

const language::Packs& packs() {
  static const language::Packs loaded =
      language::load_packs(std::filesystem::path(HERALD_TEST_SOURCE_DIR) / ".." / "core" / "facts" / "languages")
          .value_or_throw();
  return loaded;
}

Document read(std::string text, std::string uri) {
  Result<Document> document = reading::read_release(std::move(text), std::move(uri), packs());
  if (!document) FAIL(to_string(document.error()));
  for (const std::string& finding : reading::check_invariants(*document)) FAIL_CHECK(finding);
  return std::move(*document);
}

std::vector<std::string> outline(const Document& document) {
  std::vector<std::string> lines;
  for (const Block& block : document.blocks)
    lines.push_back(std::string(name_of(block.kind)) + ": " + plain_text(block));
  return lines;
}

std::vector<std::string> texts_of(const Document& document, BlockKind kind) {
  std::vector<std::string> texts;
  for (const Block& block : document.blocks) {
    if (block.kind == kind) texts.push_back(plain_text(block));
  }
  return texts;
}

std::vector<std::string> sentences_of(const Document& document) {
  std::vector<std::string> texts;
  for (std::uint32_t i = 0; i < document.sentences.size(); ++i) texts.push_back(sentence_text(document, i));
  return texts;
}

}  // namespace herald::test
