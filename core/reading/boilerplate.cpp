// What a release says about its issuer at the end: behind a starter of a language pack ("About …",
// "Notes to editors") or behind the end mark. A section of that name in the middle of the text is text.
#include "core/language/text.hpp"
#include "core/reading/passes.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

constexpr std::size_t most_head_words = 12;

bool is_body_text(const Draft& draft) {
  switch (draft.kind) {
    case BlockKind::heading:
    case BlockKind::paragraph:
    case BlockKind::list_item:
    case BlockKind::block_quote:
    case BlockKind::table:
    case BlockKind::standfirst:
      return true;
    default:
      return false;
  }
}

std::size_t text_size(const std::vector<Draft>& drafts, std::size_t begin, std::size_t end) {
  std::size_t size = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (is_body_text(drafts[i]) || drafts[i].kind == BlockKind::boilerplate) size += drafts[i].text.text().size();
  }
  return size;
}

/// "About the agency" on a line of its own, or "About the agency: …" and "Notes to editors: …" before
/// the text itself.
bool is_start(const Draft& draft, const language::Packs& packs) {
  if (draft.kind != BlockKind::heading && draft.kind != BlockKind::paragraph) return false;
  const std::string& text = draft.text.text();
  const auto starter = starts_with_phrase(text, packs, &language::Pack::boilerplate_starters);
  if (!starter) return false;
  if (draft.kind == BlockKind::heading) return true;
  const std::size_t colon = text.find(':');
  if (colon != std::string::npos &&
      count_words(std::string_view(text).substr(0, colon), most_head_words + 1) <= most_head_words) {
    return true;
  }
  return count_words(text, most_head_words + 1) <= most_head_words && !ends_sentence(text);
}

/// A later heading that is no starter: the text goes on behind it.
bool text_goes_on(const std::vector<Draft>& drafts, std::size_t from, const language::Packs& packs) {
  for (std::size_t i = from; i < drafts.size(); ++i) {
    if (drafts[i].kind == BlockKind::heading && !is_start(drafts[i], packs)) return true;
  }
  return false;
}

void mark_from(std::vector<Draft>& drafts, std::size_t from) {
  for (std::size_t i = from; i < drafts.size(); ++i) {
    if (is_body_text(drafts[i])) {
      settle(drafts[i], BlockKind::boilerplate);
      drafts[i].group = 0;
      drafts[i].level = 0;
    }
  }
}

}  // namespace

void mark_boilerplate(Reading& reading) {
  std::vector<Draft>& drafts = reading.drafts;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const bool end_mark = drafts[i].kind == BlockKind::end_mark;
    if (!end_mark && !is_start(drafts[i], reading.packs)) continue;
    const std::size_t before = text_size(drafts, 0, i);
    const std::size_t after = text_size(drafts, i, drafts.size());
    // The issuer's portrait is shorter than the news; more text behind an end mark is the release itself,
    // and the mark was a row of ornaments.
    if (before < after && !(end_mark && before * 2 > after)) continue;
    if (!end_mark && text_goes_on(drafts, i + 1, reading.packs)) continue;
    mark_from(drafts, i);
    return;
  }
}

}  // namespace herald::reading
