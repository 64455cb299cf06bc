// The end of a page that a paste took along: menus, the latest stories with their days, the sign-up for a newsletter.
// A release ends in short lines too (who signed it, whom to ask, the annex), so that a tail must show by what it says
// that it is a page's: words of menus and buttons, the kind of text above other stories. Lines that stand there again
// and days only go with these: winners and signatories have them too.
#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/language/dates.hpp"
#include "core/language/text.hpp"
#include "core/reading/contact_details.hpp"
#include "core/reading/passes.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

constexpr std::size_t fewest_lines = 8;
constexpr std::size_t fewest_proofs = 3;
constexpr std::size_t longest_line = 240;  // bytes

bool is_prose(const Draft& draft) {
  constexpr std::size_t fewest_words = 8;
  constexpr std::size_t long_text = 25;
  if (draft.kind == BlockKind::noise) return false;
  const std::string& text = draft.text.text();
  const std::size_t words = count_words(text, long_text);
  return words >= long_text || (words >= fewest_words && ends_sentence(text));
}

/// "The crews come from:" has the lines below it, however many; a menu's "Link to:" is shorter.
bool heads_list(std::string_view text) {
  constexpr std::size_t fewest_words = 4;
  return language::trim(text).ends_with(':') && count_words(text, fewest_words) >= fewest_words;
}

bool is_contact(const std::string& text) { return has_mail_address(text) || has_telephone(text); }

class PageTail {
 public:
  explicit PageTail(Reading& reading) : reading_(reading), drafts_(reading.drafts) {}

  void mark() {
    // Most releases have no page below them: that is seen without a look at what their lines say.
    std::size_t lines = 0;
    for (const Draft& draft : drafts_) {
      const bool own = draft.marker != Marker::none || draft.kind == BlockKind::table;
      lines = own ? 0 : lines + (is_prose(draft) ? 0 : 1);
    }
    if (lines < fewest_lines) return;
    count_lines();
    const std::size_t first = begin();
    for (std::size_t i = first; i < drafts_.size(); ++i)
      if (!drafts_[i].settled && !is_contact(drafts_[i].text.text())) settle(drafts_[i], BlockKind::noise);
  }

 private:
  /// How often each line stands in the text, and where what surely is the release's ends.
  void count_lines() {
    const language::Packs& packs = reading_.packs;
    std::size_t contact_starter = drafts_.size();
    constexpr std::size_t most_contact_lines = 8;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const std::string& text = drafts_[i].text.text();
      if (is_prose(drafts_[i])) {
        ++prose_;
        // What stands behind "About us" is the release's even where it is the page's last text.
        if (prose_ <= 2 ||
            (i > 0 && starts_with_phrase(drafts_[i - 1].text.text(), packs, &language::Pack::boilerplate_starters)))
          floor_ = i + 1;
      } else if (text.size() <= longest_line) {
        ++times_[language::fold_case(text)];
      }
      if (starts_with_phrase(text, packs, &language::Pack::contact_starters)) contact_starter = i;
      if (heads_list(text)) floor_ = drafts_.size();
      if (is_contact(text) && i >= contact_starter && i - contact_starter <= most_contact_lines) floor_ = i + 1;
      if (drafts_[i].marker != Marker::none || drafts_[i].kind == BlockKind::table ||
          drafts_[i].kind == BlockKind::title)
        floor_ = i + 1;
    }
  }

  /// Whether a line says that it is a page's: by words of menus and buttons, or by the kind of text of another story.
  bool is_proof(const Draft& draft) const {
    const std::string& text = draft.text.text();
    if (text.size() > longest_line) return false;
    return (draft.kind == BlockKind::noise && has_word(text)) ||
           is_phrase(text, reading_.packs, &language::Pack::menu_words) ||
           is_phrase(text, reading_.packs, &language::Pack::status_phrases);
  }

  /// What pages have and lists of a release's own have too: lines said twice, days.
  bool is_hint(const Draft& draft) const {
    const std::string& text = draft.text.text();
    if (text.size() > longest_line) return false;
    const auto times = times_.find(language::fold_case(text));
    return (times != times_.end() && times->second > 1) ||
           language::whole_date(text, reading_.packs, reading_.metadata.language).has_value();
  }

  /// The first line of the tail; the number of drafts where there is none.
  std::size_t begin() const {
    std::size_t found = drafts_.size();
    std::size_t lines = 0;
    std::size_t prose = 0;
    std::size_t proofs = 0;
    std::size_t signs = 0;
    std::size_t short_in_a_row = 0;
    for (std::size_t i = drafts_.size(); i-- > floor_;) {
      ++lines;
      const bool is_text = is_prose(drafts_[i]);
      prose += is_text ? 1 : 0;
      const bool proof = is_proof(drafts_[i]);
      proofs += proof ? 1 : 0;
      signs += proof || is_hint(drafts_[i]) ? 1 : 0;
      short_in_a_row = is_text ? 0 : short_in_a_row + 1;
      constexpr std::size_t opening_lines = 2;  // a tail begins with lines, not with text
      if (lines >= fewest_lines && proofs >= fewest_proofs && signs * 5 >= lines && prose * 4 <= lines &&
          short_in_a_row >= opening_lines)
        found = i;
    }
    return found;
  }

  Reading& reading_;
  std::vector<Draft>& drafts_;
  std::unordered_map<std::string, std::size_t> times_;
  std::size_t prose_ = 0;
  std::size_t floor_ = 0;
};

}  // namespace

void mark_page_tail(Reading& reading) {
  if (!reading.has_markup) PageTail(reading).mark();
}

}  // namespace herald::reading
