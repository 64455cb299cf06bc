// What a release says about its issuer at the end: behind a starter of a language pack ("About …",
// "Notes to editors") or behind the end mark. A section of that name in the middle of the text is text. The
// starter's line is the section's heading; lists and tables stay what they are, what is said of them is boilerplate.
#include "core/language/text.hpp"
#include "core/reading/contact_details.hpp"
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

/// A starter alone on its line, with text below that it heads.
bool is_head(const std::vector<Draft>& drafts, std::size_t i, const language::Packs& packs) {
  const Draft& draft = drafts[i];
  if (draft.kind != BlockKind::paragraph || !is_start(draft, packs)) return false;
  const std::string& text = draft.text.text();
  const std::size_t colon = text.find(':');
  const bool alone = colon == std::string::npos || !has_word(std::string_view(text).substr(colon));
  return alone && i + 1 < drafts.size() && is_body_text(drafts[i + 1]) &&
         drafts[i + 1].text.text().size() > text.size();
}

bool heads_contact(const Draft& draft, const language::Packs& packs) {
  return starts_with_phrase(draft.text.text(), packs, &language::Pack::contact_starters).has_value();
}

/// The last heading that is no starter, nor heads a contact: before it the text goes on. 0 where there is none.
std::size_t last_heading_of_text(const std::vector<Draft>& drafts, const language::Packs& packs) {
  for (std::size_t i = drafts.size(); i-- > 0;) {
    if (drafts[i].kind != BlockKind::heading || is_start(drafts[i], packs)) continue;
    if (!heads_contact(drafts[i], packs) && (i + 1 == drafts.size() || drafts[i + 1].kind != BlockKind::contact))
      return i;
  }
  return 0;
}

void mark_from(std::vector<Draft>& drafts, std::size_t from, const language::Packs& packs) {
  bool below_contact_head = false;
  for (std::size_t i = from; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    if (draft.kind == BlockKind::heading) below_contact_head = heads_contact(draft, packs);
    if (is_head(drafts, i, packs)) {
      settle(draft, BlockKind::heading);
      draft.level = 1;
      below_contact_head = false;
    } else if (below_contact_head && draft.kind == BlockKind::paragraph) {
      // "For more, see the site at …" is too long for a line of a contact, but stands below its heading.
      const std::string& text = draft.text.text();
      if (has_web_address(text) || has_mail_address(text)) settle(draft, BlockKind::contact);
    } else if (draft.kind == BlockKind::paragraph || draft.kind == BlockKind::block_quote ||
               draft.kind == BlockKind::standfirst) {
      settle(draft, BlockKind::boilerplate);
      draft.group = 0;
      draft.level = 0;
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
    mark_from(drafts, i, reading.packs);
    return;
  }
}

}  // namespace herald::reading
