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

/// Bytes of text before each draft, and before the end.
std::vector<std::size_t> text_before(const std::vector<Draft>& drafts) {
  std::vector<std::size_t> before(drafts.size() + 1, 0);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const bool counts = is_body_text(drafts[i]) || drafts[i].kind == BlockKind::boilerplate;
    before[i + 1] = before[i] + (counts ? drafts[i].text.text().size() : 0);
  }
  return before;
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

/// The last heading that is no starter: before it the text goes on. 0 where there is none.
std::size_t last_heading_of_text(const std::vector<Draft>& drafts, const language::Packs& packs) {
  for (std::size_t i = drafts.size(); i-- > 0;) {
    if (drafts[i].kind == BlockKind::heading && !is_start(drafts[i], packs)) return i;
  }
  return 0;
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
  // Sums and the last heading once: a text may be nothing but end marks and starters.
  const std::vector<std::size_t> sizes = text_before(drafts);
  const std::size_t last_heading = last_heading_of_text(drafts, reading.packs);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const bool end_mark = drafts[i].kind == BlockKind::end_mark;
    if (!end_mark && !is_start(drafts[i], reading.packs)) continue;
    const std::size_t before = sizes[i];
    const std::size_t after = sizes.back() - before;
    // The issuer's portrait is shorter than the news; more text behind an end mark is the release itself,
    // and the mark was a row of ornaments.
    if (before < after && !(end_mark && before * 2 > after)) continue;
    if (!end_mark && last_heading > i) continue;
    mark_from(drafts, i);
    return;
  }
}

}  // namespace herald::reading
