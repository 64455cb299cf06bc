// The blocks of a page, in the order of its tree: paragraphs, headings, list items, table rows, pictures.
// Each still knows where on the page it stands; which are the release is decided in page.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/reading/draft.hpp"
#include "core/reading/html/content.hpp"
#include "core/reading/html/tree.hpp"

namespace herald::reading {

enum class HtmlKind : std::uint8_t { paragraph, heading, list_item, quote, table_row, caption, image };

struct HtmlBlock {
  HtmlKind kind = HtmlKind::paragraph;
  std::uint8_t level = 0;  // of a heading 1 to 6, of a list item its depth
  bool ordered = false;
  bool chrome = false;
  bool in_main = false;
  std::uint32_t list = 0;              // blocks of one list, quotation or table have the same number, not 0
  std::uint32_t linked = 0;            // bytes of the text that are links
  const GumboNode* element = nullptr;  // within which it stands
  std::string text;       // white space folded, but for no-break spaces and for line ends where the page breaks a line
  std::vector<Run> runs;  // by bytes of the text
};

std::vector<HtmlBlock> html_blocks(const HtmlContent& content, const GumboNode& body);

}  // namespace herald::reading
