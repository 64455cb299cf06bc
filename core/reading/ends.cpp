// End marks (###, -30-, ENDS) and lines of nothing but ornaments. A line that has a letter or a digit
// is never noise here.
#include "core/language/text.hpp"
#include "core/reading/passes.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

// No end mark or ornament is longer; the bound keeps the pass linear over long lines.
constexpr std::size_t longest_mark = 200;

bool is_hash_mark(std::string_view text) {
  std::size_t hashes = 0;
  for (const char c : text) {
    if (c == '#') {
      ++hashes;
    } else if (c != ' ' && c != '-') {
      return false;
    }
  }
  return hashes >= 2;
}

/// "-30-", "– 30 –", "(30)": the old wire mark needs something around it, a bare 30 is a number.
bool is_thirty(std::string_view text) { return text.size() > 2 && strip_punctuation(text) == "30" && text.size() <= 12; }

bool is_end_mark(std::string_view text, const language::Packs& packs) {
  return is_hash_mark(text) || is_thirty(text) || is_phrase(text, packs, &language::Pack::end_marks);
}

}  // namespace

void mark_end_marks_and_ornaments(Reading& reading) {
  for (Draft& draft : reading.drafts) {
    if (draft.settled) continue;
    const std::string& text = draft.text.text();
    if (text.size() > longest_mark) continue;
    const std::string_view whole = reading.source.substr(draft.span.begin, draft.span.size());
    if (is_end_mark(text, reading.packs) || is_end_mark(whole, reading.packs)) {
      settle(draft, BlockKind::end_mark);
    } else if (!has_word(text)) {
      settle(draft, BlockKind::noise);
    }
  }
}

}  // namespace herald::reading
