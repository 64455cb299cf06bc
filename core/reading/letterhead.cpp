// An issuer's name is told from a title by how it is written (names only), by a word of a pack's
// letterhead_words and by its place in it, by a short form in brackets, by what stands below it, or by being said
// again in the text.
#include "core/reading/letterhead.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/language/text.hpp"
#include "core/reading/front_lines.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

/// A line of nothing but names: every word of four letters and more has a capital.
bool is_name_line(std::string_view text) {
  constexpr std::size_t longest_particle = 3;
  std::size_t capitals = 0;
  for (const std::string_view word : split_words(text)) {
    if (starts_lower(word) && count_letters(word) > longest_particle) return false;
    if (!starts_lower(word) && count_letters(word) > 0) ++capitals;
  }
  return capitals > 0;
}

bool is_letterhead_word(std::string_view word, const language::Packs& packs) {
  return is_phrase(word, packs, &language::Pack::letterhead_words);
}

/// The line without what stands in brackets at its end: "Harbour Trust (HT)".
std::string_view without_brackets(std::string_view text) {
  const std::size_t open = text.rfind('(');
  const bool at_end = open != std::string_view::npos && open > 0 && text.find(')', open) + 1 >= text.size();
  return language::trim(at_end ? text.substr(0, open) : text);
}

/// "(HT)", "(BME: HTR)": what an organisation's name is followed by, in capitals.
bool is_short_form(std::string_view text) {
  constexpr std::size_t longest = 24;
  return text.size() > 2 && text.size() <= longest && text.front() == '(' && text.back() == ')' &&
         (is_all_capitals(text) || is_caseless(text));
}

enum class SaidAgain : std::uint8_t { no, yes, with_short_form };

/// Whether the line is said again in the text, as an issuer's name is and a title is not.
SaidAgain is_said_again(const Reading& reading, std::size_t index) {
  constexpr std::size_t looked_at = 24;
  constexpr std::size_t looked_at_bytes = 4096;
  const std::string wanted =
      language::fold_case(strip_punctuation(without_brackets(reading.drafts[index].text.text())));
  SaidAgain said = SaidAgain::no;
  if (wanted.empty()) return said;
  for (std::size_t i = index + 1; i < reading.drafts.size() && i < index + looked_at; ++i) {
    const std::string& text = reading.drafts[i].text.text();
    if (text.size() <= wanted.size()) continue;
    const std::string top = language::fold_case(std::string_view(text).substr(0, looked_at_bytes));
    const std::size_t at = top.find(wanted);
    if (at == std::string::npos) continue;
    // Folding has made small letters of the short form's.
    const std::string_view behind = language::trim(std::string_view(top).substr(at + wanted.size()));
    if (behind.size() > 2 && behind.front() == '(' && behind.find(')') <= 12) return SaidAgain::with_short_form;
    if (text.size() > 2 * wanted.size()) said = SaidAgain::yes;
  }
  return said;
}

bool puts_head_first(const Reading& reading) {
  const language::Pack* pack = reading.packs.find(reading.metadata.language);
  return pack != nullptr && (pack->noun_order == language::NounOrder::head_first || pack->capital_nouns);
}

/// A word such as "ministry" where the language puts it in the name of a body.
bool has_head_of_name(const Reading& reading, const std::vector<std::string_view>& words) {
  const bool first = is_letterhead_word(words.front(), reading.packs);
  return first || is_letterhead_word(words.back(), reading.packs);
}

/// "No 14", "Press release": a line that says what the release is, not what it tells.
bool names_release(const Draft& draft, const language::Packs& packs) {
  if (draft.kind == BlockKind::status) return true;
  const bool small = draft.kind == BlockKind::noise || draft.kind == BlockKind::date_line;
  return small && starts_with_phrase(draft.text.text(), packs, &language::Pack::reference_labels).has_value();
}

/// Whether a line that says what the release is, or a department's, stands right below; other short lines of the
/// same letterhead may stand between.
bool heads_letterhead(const Reading& reading, std::size_t index) {
  constexpr std::size_t most_lines = 4;
  constexpr std::size_t most_words = 7;
  const std::vector<Draft>& drafts = reading.drafts;
  for (std::size_t i = index + 1; i < drafts.size() && i <= index + most_lines; ++i) {
    if (names_release(drafts[i], reading.packs)) return true;
    const std::string& text = drafts[i].text.text();
    const std::size_t words = count_words(text, most_words + 1);
    if (drafts[i].settled || drafts[i].blank_before || words == 0 || words > most_words || ends_sentence(text))
      return false;
    const bool last = i + 1 < drafts.size() && drafts[i + 1].blank_before;
    if (last && has_head_of_name(reading, split_words(text))) return true;
  }
  return false;
}

/// Signs of an organisation in a line of names without a word such as "ministry": its short form or the exchange
/// on which it is quoted, here or below, or where the text names it.
bool has_short_form(const Reading& reading, std::size_t index) {
  const std::string& text = reading.drafts[index].text.text();
  const std::size_t open = text.rfind('(');
  if (open != std::string::npos && open > 0 && is_short_form(std::string_view(text).substr(open))) return true;
  const bool below = index + 1 < reading.drafts.size() && !reading.drafts[index + 1].blank_before &&
                     is_short_form(reading.drafts[index + 1].text.text());
  return below || is_said_again(reading, index) == SaidAgain::with_short_form;
}

/// "Ministry of Ports, Ships and Family Boats" above another line: names of one or two words between small ones. Of a
/// headline in the style of titles ("Ministry of Ports Opens New Pier") more capitals stand in a row.
bool is_body_of_fields(const Reading& reading, std::size_t index, const std::vector<std::string_view>& words) {
  constexpr std::size_t fewest_title_words = 3;
  constexpr std::size_t most_in_a_row = 2;
  if (words.size() < 3 || !is_letterhead_word(words.front(), reading.packs) || !starts_lower(words[1])) return false;
  std::size_t row = 0;
  for (std::size_t i = 2; i < words.size(); ++i) {
    const bool joins = starts_lower(words[i]) || count_letters(words[i]) == 0;
    row = joins ? 0 : row + 1;
    if (row > most_in_a_row) return false;
    if (words[i].ends_with(',')) row = 0;
  }
  for (std::size_t i = index + 1; i < reading.drafts.size() && i <= index + 3; ++i) {
    const Draft& draft = reading.drafts[i];
    if (draft.settled) continue;
    return draft.kind == BlockKind::paragraph && !ends_sentence(draft.text.text()) &&
           count_words(draft.text.text(), fewest_title_words) >= fewest_title_words;
  }
  return false;
}

/// The issuer's name above the title: a line of names with a word such as "ministry", that a headline in
/// the style of titles could not be. Where a language puts that word first, its headlines have small letters,
/// and so do its names: those show by what stands below them.
bool is_issuer_line(const Reading& reading, std::size_t index) {
  constexpr std::size_t most_issuer_words = 10;
  const std::string& text = reading.drafts[index].text.text();
  if (count_words(text, most_issuer_words + 1) > most_issuer_words || text.find(':') < text.find('(')) return false;
  const std::vector<std::string_view> words = split_words(without_brackets(text));
  if (words.empty()) return false;
  // "S.A." ends no sentence.
  if (ends_sentence(text) && !is_letterhead_word(words.back(), reading.packs)) return false;
  const bool head_first = puts_head_first(reading);
  if (!is_name_line(without_brackets(text))) {
    if (!head_first || !is_letterhead_word(words.front(), reading.packs)) return false;
    return heads_letterhead(reading, index) || is_said_again(reading, index) != SaidAgain::no;
  }
  if (!has_letterhead_word(text, reading.packs)) return has_short_form(reading, index);
  if (is_said_again(reading, index) != SaidAgain::no) return true;
  if (has_head_of_name(reading, words) && heads_letterhead(reading, index)) return true;
  if (is_caseless(text)) return has_short_form(reading, index);
  // A number is of the news, not of a name.
  if (text.find_first_of("0123456789") != std::string::npos) return false;
  return is_letterhead_word(words.back(), reading.packs) || is_body_of_fields(reading, index, words) ||
         (head_first && is_letterhead_word(words.front(), reading.packs) && !is_all_capitals(text));
}

/// A department, a street, a short form: what stands right below the issuer's name in fewer words than the title.
bool belongs_to_issuer(const Reading& reading, const std::vector<std::size_t>& open, std::size_t line) {
  constexpr std::size_t most_words = 7;
  constexpr std::size_t most_words_of_names = 5;
  const Draft& draft = reading.drafts[open[line]];
  if (open[line] != open[line - 1] + 1 || draft.blank_before) return false;
  const std::string& text = draft.text.text();
  if (is_short_form(text)) return true;
  const std::size_t words = count_words(text, most_words + 1);
  if (words == 0 || words > most_words || ends_sentence(text)) return false;
  if (has_head_of_name(reading, split_words(text))) return true;
  return is_name_line(text) && words <= most_words_of_names &&
         count_words(reading.drafts[open[line + 1]].text.text()) > words;
}

}  // namespace

bool has_letterhead_word(std::string_view text, const language::Packs& packs) {
  const std::vector<std::string_view> words = split_words(text);
  return std::any_of(words.begin(), words.end(),
                     [&packs](std::string_view word) { return is_letterhead_word(word, packs); });
}

std::size_t issuer_lines(const Reading& reading, const std::vector<std::size_t>& open) {
  if (reading.has_markup) return 0;
  std::size_t lines = 0;
  while (lines + 1 < open.size() &&
         (is_issuer_line(reading, open[lines]) || (lines > 0 && belongs_to_issuer(reading, open, lines)) ||
          names_file(reading.drafts[open[lines]].text.text()))) {
    ++lines;
  }
  return lines;
}

}  // namespace herald::reading
