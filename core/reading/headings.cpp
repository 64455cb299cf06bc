// A heading of plain text is a short line without a final stop, apart from the text above and with text
// below. Several such lines in a row are no headings but a list: names and posts, mostly. Where the source marks
// its headings, only a line all in bold is one without such a mark.
#include <vector>

#include "core/language/text.hpp"
#include "core/reading/contact_details.hpp"
#include "core/reading/passes.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

constexpr std::size_t most_heading_words = 16;
constexpr std::size_t longest_heading = 160;
// Without blank lines to set it apart, a heading shows only by being much shorter than the text below.
constexpr std::size_t most_tight_words = 8;

bool is_open(const Draft& draft) { return !draft.settled && draft.kind == BlockKind::paragraph; }

/// "PARTICIPANTS:" heads what follows, "They agreed to:" goes on in it.
bool is_capital_label(const std::string& text) {
  return last_character(text) == U':' && is_all_capitals(text) && count_words(text) <= 5;
}

/// "196" and "24/7" alone on a line are figures.
bool has_letter(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const language::CodePoint point = language::code_point_at(text, at);
    if (language::is_letter(point.value)) return true;
    at += point.length;
  }
  return false;
}

bool looks_like_heading(const Draft& draft) {
  const std::string& text = draft.text.text();
  if (!is_open(draft) || draft.marker != Marker::none || draft.group != 0) return false;
  if (text.size() > longest_heading || count_words(text, most_heading_words + 1) > most_heading_words) return false;
  if (starts_lower(text) || !has_letter(text) || language::is_dash(language::code_point_at(text, 0).value))
    return false;
  const char32_t last = last_character(text);
  if (last == U'?' || last == U'!' || last == U'؟') return count_words(text) <= most_tight_words;
  if (last == U':') return is_capital_label(text);
  if (ends_sentence(text) || last == U',' || last == U';' || last == U'،' || last == U'؛') return false;
  if (is_quote_mark(language::code_point_at(text, 0).value)) return false;
  return !has_mail_address(text) && !has_telephone(text) && !has_web_address(text);
}

/// All of it in bold type, as a heading set by hand.
bool is_bold(const Draft& draft) {
  if (draft.runs.size() != 1 || draft.runs[0].kind != InlineKind::strong) return false;
  const std::string_view text = draft.text.text();
  const Run& run = draft.runs[0];
  return !has_word(text.substr(0, run.begin)) && !has_word(text.substr(std::min<std::size_t>(run.end, text.size())));
}

/// What a heading can head.
bool is_text(const Draft& draft) {
  switch (draft.kind) {
    case BlockKind::paragraph:
    case BlockKind::block_quote:
    case BlockKind::list_item:
    case BlockKind::table:
      return true;
    default:
      return false;
  }
}

bool passes_over(const Draft& draft) {
  return draft.kind == BlockKind::noise || draft.kind == BlockKind::image || draft.kind == BlockKind::caption;
}

/// The neighbour that counts: pictures and noise between a heading and its text do not part them.
const Draft* neighbour(const std::vector<Draft>& drafts, std::size_t i, int step) {
  for (std::size_t at = i + static_cast<std::size_t>(step); at < drafts.size(); at += static_cast<std::size_t>(step)) {
    if (!passes_over(drafts[at])) return &drafts[at];
  }
  return nullptr;
}

}  // namespace

void mark_headings(Reading& reading) {
  std::vector<Draft>& drafts = reading.drafts;
  std::vector<bool> candidate(drafts.size());
  for (std::size_t i = 0; i < drafts.size(); ++i)
    candidate[i] = looks_like_heading(drafts[i]) && (!reading.has_markup || is_bold(drafts[i]));
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (!candidate[i]) continue;
    const Draft* below = neighbour(drafts, i, 1);
    if (below == nullptr || !is_text(*below) || candidate[static_cast<std::size_t>(below - drafts.data())]) continue;
    const Draft* above = i > 0 ? neighbour(drafts, i, -1) : nullptr;
    if (above != nullptr && candidate[static_cast<std::size_t>(above - drafts.data())]) continue;
    // What stands below a colon is what the colon announced.
    if (above != nullptr && is_text(*above) && last_character(above->text.text()) == U':') continue;
    const bool apart = drafts[i].blank_before && below->blank_before;
    const std::size_t words = count_words(drafts[i].text.text());
    const bool much_shorter =
        words <= most_tight_words &&
        (below->kind != BlockKind::paragraph || below->text.text().size() >= 3 * drafts[i].text.text().size());
    if (!apart && !much_shorter) continue;
    settle(drafts[i], BlockKind::heading);
    drafts[i].level = 1;
  }
}

}  // namespace herald::reading
