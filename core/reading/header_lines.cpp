// Lines with a label that a collection or a web form left above a release: "Title:", "Date:",
// "Content:". The label is noise, what follows it is the title or the date itself.
#include "core/language/dates.hpp"
#include "core/language/text.hpp"
#include "core/reading/contact_details.hpp"
#include "core/reading/letterhead.hpp"
#include "core/reading/passes.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

// Header lines stand at the very top.
constexpr std::size_t most_header_lines = 12;
// "PR Tag: Press Release": a label of up to three words, a value of a few.
constexpr std::size_t most_label_words = 3;
constexpr std::size_t most_value_words = 6;
// "From: Department for Roads and The Rt Hon …" right above a labelled date may name several.
constexpr std::size_t most_value_words_above_date = 16;

using PhraseList = std::vector<std::string> language::Pack::*;

bool is_unknown_header(std::string_view text, std::size_t most_words) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view value = text.substr(colon + 1);
  return count_words(text.substr(0, colon), most_label_words + 1) <= most_label_words &&
         count_words(value, most_words + 1) <= most_words && value.find('@') == std::string_view::npos;
}

/// "From: Rita Roe <rita@port.example>", "To: …" of a mail: an address behind a label, right above the subject. The
/// label of a contact is none.
bool is_mail_header(const Reading& reading, std::size_t index) {
  constexpr std::size_t most_below = 6;
  const std::string& text = reading.drafts[index].text.text();
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos || !has_mail_address(text) || ends_sentence(text) ||
      count_words(std::string_view(text).substr(0, colon), most_label_words + 1) > most_label_words ||
      starts_with_phrase(text, reading.packs, &language::Pack::contact_starters))
    return false;
  for (std::size_t i = index + 1; i < reading.drafts.size() && i <= index + most_below; ++i) {
    const std::string& below = reading.drafts[i].text.text();
    if (reading.drafts[i].blank_before || below.find(':') == std::string::npos) return false;
    if (after_label(below, reading.packs, &language::Pack::title_labels) > 0) return true;
  }
  return false;
}

/// Parts label and value; the value is draft `index` + 1 then. False where nothing follows the label.
bool split_label(Reading& reading, std::size_t index, std::size_t after) {
  if (language::trim(std::string_view(reading.drafts[index].text.text()).substr(after)).empty()) return false;
  split_draft(reading, index, after);
  return true;
}

/// The date that is the whole value, a bare year included; "" where it is none.
std::string date_of(std::string_view value, const Reading& reading) {
  if (const auto date = language::whole_date(value, reading.packs, reading.metadata.language)) {
    return language::iso_date(date->first);
  }
  value = language::trim(value);
  const bool year = value.size() == 4 && (value[0] == '1' || value[0] == '2') &&
                    value.find_first_not_of("0123456789") == std::string_view::npos;
  return year ? std::string(value) : std::string();
}

/// The value of a label: on its line, or the next draft.
Draft* value_of(Reading& reading, std::size_t index, std::size_t after) {
  split_label(reading, index, after);
  settle(reading.drafts[index], BlockKind::noise);
  if (index + 1 >= reading.drafts.size() || reading.drafts[index + 1].settled) return nullptr;
  return &reading.drafts[index + 1];
}

/// Marks unknown header lines between the known ones ("PR Tag: …").
void mark_unknown_headers(Reading& reading, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    Draft& draft = reading.drafts[i];
    if (!draft.settled && is_unknown_header(draft.text.text(), most_value_words)) settle(draft, BlockKind::noise);
  }
}

/// "From: …" right above a labelled date, under the title: lines of the same form belong together.
void mark_headers_above_date(Reading& reading) {
  std::vector<Draft>& drafts = reading.drafts;
  for (std::size_t i = 1; i < drafts.size() && i < most_header_lines; ++i) {
    const std::string text = drafts[i].text.text();
    const std::size_t after = after_label(text, reading.packs, &language::Pack::date_labels);
    if (after == 0 || date_of(std::string_view(text).substr(after), reading).empty()) continue;
    // The first line of all is the title, whatever its form.
    for (std::size_t k = i - 1; k > 0 && !drafts[k].settled; --k) {
      const std::string& above = drafts[k].text.text();
      const bool short_value = is_unknown_header(above, most_value_words);
      const bool names_issuer = is_unknown_header(above, most_value_words_above_date) && !ends_sentence(above) &&
                                has_letterhead_word(above, reading.packs);
      if (!short_value && !names_issuer) break;
      settle(drafts[k], BlockKind::noise);
    }
    return;
  }
}

}  // namespace

void read_header_lines(Reading& reading) {
  std::vector<Draft>& drafts = reading.drafts;
  std::size_t first_known = drafts.size();
  std::size_t last_known = 0;
  for (std::size_t i = 0; i < drafts.size() && i < most_header_lines; ++i) {
    if (drafts[i].settled) continue;
    const std::string text = drafts[i].text.text();
    std::size_t after = 0;
    bool known = true;
    if (reading.metadata.title.empty() &&
        (after = after_label(text, reading.packs, &language::Pack::title_labels)) > 0) {
      if (Draft* title = value_of(reading, i, after)) {
        settle(*title, BlockKind::title);
        reading.metadata.title = title->text.text();
      }
    } else if ((after = after_label(text, reading.packs, &language::Pack::date_labels)) > 0) {
      const auto value = std::string_view(text).substr(after);
      const std::string date = date_of(value, reading);
      if (date.empty() || count_words(value) > most_value_words) break;
      if (Draft* line = value_of(reading, i, after)) {
        settle(*line, BlockKind::date_line);
        if (reading.metadata.published.empty()) reading.metadata.published = date;
      }
    } else if ((after = after_label(text, reading.packs, &language::Pack::body_labels)) > 0 &&
               first_known < drafts.size()) {
      split_label(reading, i, after);
      settle(drafts[i], BlockKind::noise);
      last_known = i;
      break;
    } else {
      known = false;
      // "FOR IMMEDIATE RELEASE" above the labels is the front matter's.
      if (starts_with_phrase(text, reading.packs, &language::Pack::status_phrases) &&
          count_words(text, most_value_words + 1) <= most_value_words)
        continue;
      if (is_mail_header(reading, i)) {
        settle(drafts[i], BlockKind::noise);
        continue;
      }
      if (!is_unknown_header(text, most_value_words)) break;
    }
    if (known) {
      first_known = std::min(first_known, i);
      last_known = i;
    }
  }
  if (first_known < last_known) mark_unknown_headers(reading, first_known, last_known);
  mark_headers_above_date(reading);
}

}  // namespace herald::reading
