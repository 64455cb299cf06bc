// Contact lines: behind a starter of a language pack ("Contact:", "Media enquiries"), and short lines
// with a mail address or a telephone number. A sentence that happens to hold an address stays text.
#include "core/language/text.hpp"
#include "core/reading/contact_details.hpp"
#include "core/reading/front_lines.hpp"
#include "core/reading/passes.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

// "Press office, Ministry of Foreign Affairs, +1 202 555 0100, press@example.org" is some dozen words.
constexpr std::size_t most_line_words = 16;
constexpr std::size_t most_starter_words = 40;
// Name, post, organisation, street, town: lines that follow a contact line are about as many.
constexpr std::size_t most_following = 8;

bool is_open(const Draft& draft) {
  return !draft.settled && (draft.kind == BlockKind::paragraph || draft.kind == BlockKind::list_item);
}

bool has_details(std::string_view text) { return has_mail_address(text) || has_telephone(text); }

bool is_short(const std::string& text) { return count_words(text, most_line_words + 1) <= most_line_words; }

/// The starter and a colon, or nothing: "Contact:", "Media enquiries".
bool is_bare_start(std::string_view text, const language::Packs& packs) {
  const auto starter = starts_with_phrase(text, packs, &language::Pack::contact_starters);
  if (!starter) return false;
  const std::size_t next = text.find_first_not_of(' ', starter->length);
  return next == std::string_view::npos || text[next] == ':';
}

/// A line that names itself a contact: the starter alone, before a colon, or on a line with details.
bool is_contact_start(const Draft& draft, const language::Packs& packs) {
  const std::string& text = draft.text.text();
  if (is_bare_start(text, packs)) return true;
  if (!starts_with_phrase(text, packs, &language::Pack::contact_starters)) return false;
  if (count_words(text, most_starter_words + 1) > most_starter_words) return false;
  return has_details(text) || (is_short(text) && !ends_sentence(text));
}

/// Lines with details of their own, after a starter or not.
bool is_contact_line(const Draft& draft) {
  const std::string& text = draft.text.text();
  return is_short(text) && has_details(text) && !(ends_sentence(text) && count_words(text) > 8);
}

/// What may follow a contact's line: a name, a post, an address; not a sentence, not a heading after a
/// blank line.
bool goes_on(const Draft& draft) {
  const std::string& text = draft.text.text();
  if (!is_short(text)) return false;
  if (has_details(text) || has_web_address(text)) return true;
  return !draft.blank_before && !ends_sentence(text);
}

}  // namespace

void mark_contacts_at_top(Reading& reading) {
  constexpr std::size_t zone = 16;
  std::vector<Draft>& drafts = reading.drafts;
  for (std::size_t i = 0; i < drafts.size() && i < zone; ++i) {
    if (!is_open(drafts[i])) continue;
    const std::string& text = drafts[i].text.text();
    // A long title may stand above them, but not a sentence.
    constexpr std::size_t most_title_words = 30;
    if (!is_short(text)) {
      if (ends_sentence(text) || count_words(text, most_title_words + 1) > most_title_words) return;
      continue;
    }
    if (is_reference(text, reading.packs)) continue;  // its number is no telephone's
    // Above the text a starter alone proves nothing: "Phone scams: police warn pensioners" is a title.
    if (!is_bare_start(text, reading.packs) && !is_contact_line(drafts[i])) continue;
    // Names and offices belong to it as far as the last line with a number or an address; behind that the
    // title may stand without a blank line.
    const std::size_t colon = text.find(':');
    const bool says_whom = colon != std::string::npos && colon + 1 < text.size();
    std::size_t end = has_details(text) || says_whom ? i + 1 : i;
    for (std::size_t next = i + 1; next < drafts.size() && next <= i + most_following; ++next) {
      if (!is_open(drafts[next]) || !is_short(drafts[next].text.text())) break;
      if (has_details(drafts[next].text.text()) || has_web_address(drafts[next].text.text()))
        end = next + 1;
      else if (drafts[next].blank_before)
        break;
    }
    for (std::size_t line = i; line < end; ++line) settle(drafts[line], BlockKind::contact);
    if (end > i) i = end - 1;
  }
}

void mark_contacts(Reading& reading) {
  std::vector<Draft>& drafts = reading.drafts;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (!is_open(drafts[i]) || drafts[i].kind == BlockKind::list_item) continue;
    const bool start = is_contact_start(drafts[i], reading.packs);
    if (!start && !is_contact_line(drafts[i])) continue;
    // "Contact" alone on its line may be a heading of the text: it needs details below.
    std::size_t end = i + 1;
    bool details = has_details(drafts[i].text.text());
    const bool bare = !details && count_words(drafts[i].text.text()) <= 4;
    while (end < drafts.size() && end - i <= most_following && is_open(drafts[end]) &&
           (goes_on(drafts[end]) || (bare && end == i + 1 && is_short(drafts[end].text.text())))) {
      details = details || has_details(drafts[end].text.text()) || has_web_address(drafts[end].text.text());
      ++end;
    }
    if (!details) {
      if (start && is_short(drafts[i].text.text()) && drafts[i].text.text().find(':') != std::string::npos) {
        settle(drafts[i], BlockKind::contact);
      }
      continue;
    }
    const std::uint32_t group = end - i > 1 ? reading.next_group++ : 0;
    for (std::size_t line = i; line < end; ++line) {
      settle(drafts[line], BlockKind::contact);
      drafts[line].group = group;
      drafts[line].level = 0;
    }
    i = end - 1;
  }
}

}  // namespace herald::reading
