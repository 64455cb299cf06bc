// The numbers by which paragraphs are cited. The items of a list and the later paragraphs of a quotation
// belong to the paragraph that introduces them and carry its number.
#include "core/reading/passes.hpp"

namespace herald::reading {

void number_paragraphs(Reading& reading) {
  std::uint32_t last = 0;
  std::uint32_t open_group = 0;  // of the list, quotation or table that the number before is for
  bool introduced = false;       // a paragraph stands right before
  for (Draft& draft : reading.drafts) {
    switch (draft.kind) {
      case BlockKind::paragraph:
      case BlockKind::block_quote:
        if (draft.group == 0 || draft.group != open_group) ++last;
        draft.number = last;
        introduced = true;
        break;
      case BlockKind::list_item:
      case BlockKind::table:
        if (!introduced && draft.group != open_group) ++last;
        draft.number = last;
        break;
      case BlockKind::heading:
        introduced = false;
        continue;
      default:
        continue;
    }
    open_group = draft.group;
  }
}

}  // namespace herald::reading
