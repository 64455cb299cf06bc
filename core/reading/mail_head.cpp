// The head that a mail program leaves above a release: "From:", "To:", "Subject:", "Date:" in any language that
// has a pack. It is noise, but for its day; its subject is the title of a text that has none of its own.
#include <string>

#include "core/language/dates.hpp"
#include "core/language/text.hpp"
#include "core/reading/passes.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

// From, to, copies, subject, date, and a few that only programs read.
constexpr std::size_t most_lines = 16;
// "---------- Forwarded message ----------" may stand above it.
constexpr std::size_t latest_begin = 3;

using PhraseList = std::vector<std::string> language::Pack::*;

enum class MailLine : std::uint8_t { none, address, subject, date, other };

/// "X-Priority: 1", and the rest of a list of addresses.
bool is_other_line(std::string_view text) {
  const std::size_t colon = text.find(':');
  const std::string_view label = text.substr(0, colon);
  const bool program_label = colon != std::string_view::npos && label.find('-') != std::string_view::npos &&
                             label.find(' ') == std::string_view::npos;
  constexpr std::size_t most_words = 12;
  return program_label || (text.find('@') != std::string_view::npos && colon == std::string_view::npos &&
                           count_words(text, most_words + 1) <= most_words && !ends_sentence(text));
}

MailLine kind_of(std::string_view text, const language::Packs& packs) {
  if (after_label(text, packs, &language::Pack::mail_labels) > 0) return MailLine::address;
  if (after_label(text, packs, &language::Pack::title_labels) > 0) return MailLine::subject;
  if (after_label(text, packs, &language::Pack::date_labels) > 0) return MailLine::date;
  return is_other_line(text) ? MailLine::other : MailLine::none;
}

/// "PRESS RELEASE – ", with which a subject says what it is the subject of; its length.
std::size_t status_length(std::string_view subject, const language::Packs& packs) {
  const auto status = starts_with_phrase(subject, packs, &language::Pack::status_phrases);
  if (!status) return 0;
  std::size_t at = status->length;
  bool parted = false;
  while (at < subject.size()) {
    const language::CodePoint point = language::code_point_at(subject, at);
    if (point.value != U' ' && point.value != U':' && point.value != U'|' && !language::is_dash(point.value)) break;
    parted = parted || point.value != U' ';
    at += point.length;
  }
  return parted && at < subject.size() ? at : 0;
}

std::string day_of(std::string_view text, const Reading& reading) {
  for (const language::DateMatch& date : language::find_dates(text, reading.packs, reading.metadata.language)) {
    if (date.first.year != 0 && date.first.month != 0 && date.first.day != 0) return language::iso_date(date.first);
  }
  return {};
}

/// Parts the label, and a status, off a subject; returns by how many drafts the head has grown.
std::size_t part_subject(Reading& reading, std::size_t index) {
  const std::string text = reading.drafts[index].text.text();
  std::size_t at = after_label(text, reading.packs, &language::Pack::title_labels);
  at = std::min(text.find_first_not_of(' ', at), text.size());
  at += status_length(std::string_view(text).substr(at), reading.packs);
  if (at >= text.size()) return 0;
  reading.mail_subject = text.substr(at);
  split_draft(reading, index, at);
  settle(reading.drafts[index + 1], BlockKind::noise);
  return 1;
}

}  // namespace

void read_mail_head(Reading& reading) {
  std::vector<Draft>& drafts = reading.drafts;
  std::size_t begin = 0;
  while (begin < drafts.size() && begin < latest_begin && drafts[begin].settled) ++begin;
  std::size_t end = begin;
  std::size_t addresses = 0;
  std::size_t labels = 0;
  for (; end < drafts.size() && end < begin + most_lines && !drafts[end].settled; ++end) {
    const MailLine kind = kind_of(drafts[end].text.text(), reading.packs);
    if (kind == MailLine::none) break;
    addresses += kind == MailLine::address ? 1 : 0;
    labels += kind == MailLine::other ? 0 : 1;
  }
  // "From: the Harbour Authority" alone, or above a date, is a line of the release itself.
  if (addresses == 0 || labels < 2 || (addresses < 2 && labels < 3)) return;
  for (std::size_t i = begin; i < end; ++i) {
    const std::string& text = drafts[i].text.text();
    const MailLine kind = kind_of(text, reading.packs);
    std::string day;
    // Some programs label the day "Sent:".
    if (kind == MailLine::date || (kind == MailLine::address && text.find('@') == std::string::npos))
      day = day_of(text, reading);
    settle(drafts[i], day.empty() ? BlockKind::noise : BlockKind::date_line);
    if (!day.empty() && reading.published_from_source.empty()) reading.published_from_source = {day, "mail:date"};
    if (kind == MailLine::subject && reading.mail_subject.empty()) {
      const std::size_t more = part_subject(reading, i);
      i += more;
      end += more;
    }
  }
}

void take_title_from_mail(Reading& reading) {
  if (!reading.metadata.title.empty() || reading.mail_subject.empty()) return;
  reading.metadata.title = reading.mail_subject;
  for (std::size_t i = 0; i < reading.drafts.size() && i < latest_begin + 2 * most_lines; ++i) {
    Draft& draft = reading.drafts[i];
    if (draft.kind != BlockKind::noise || draft.text.text() != reading.mail_subject) continue;
    settle(draft, BlockKind::title);
    return;
  }
}

}  // namespace herald::reading
