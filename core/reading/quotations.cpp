// Direct speech set as paragraphs of its own. By old custom each paragraph of a long quotation opens
// with a mark and only the last one closes; those paragraphs are joined by a group.
#include "core/language/text.hpp"
#include "core/reading/passes.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

/// The marks that can close what `opening` opened. German closes with the mark that English opens with.
bool closes(char32_t opening, char32_t c) {
  switch (opening) {
    case U'“':
      return c == U'”' || c == U'"';
    case U'„':
      return c == U'“' || c == U'”' || c == U'"';
    case U'«':
      return c == U'»';
    case U'»':
      return c == U'«';
    case U'‹':
      return c == U'›';
    case U'‘':
      return c == U'’';
    case U'"':
      return c == U'"';
    case U'”':
      return c == U'”' || c == U'“';  // Swedish, and texts whose marks were turned wrongly
    default:
      return false;
  }
}

enum class Speech : std::uint8_t {
  none,      // does not open with a mark
  whole,     // nothing but speech, closed at its end
  unclosed,  // speech from its first mark to its end, still open there
  mixed      // opens with speech, goes on with other words
};

bool is_trailing(char32_t c) {
  return language::is_space(c) || c == U'.' || c == U',' || c == U';' || c == U'!' || c == U'?' || c == U'…';
}

/// ’ at the end of a word is as often an apostrophe ("the players’ union"): it closes only behind a stop or
/// comma, or at the end of the text.
bool is_apostrophe(std::string_view text, std::size_t at, std::size_t after) {
  if (language::trim(text.substr(after)).size() <= 1) return false;
  const char32_t before = language::code_point_before(text, at).value;
  return before != U'.' && before != U',' && before != U'!' && before != U'?' && before != U'…';
}

Speech speech_of(std::string_view text) {
  const language::CodePoint first = language::code_point_at(text, 0);
  const char32_t opening = first.value;
  if (!is_quote_mark(opening) && opening != U'”' && opening != U'»') return Speech::none;
  if (opening == U'\'') return Speech::none;
  int depth = 1;
  std::size_t closed_at = 0;
  for (std::size_t at = first.length; at < text.size();) {
    const language::CodePoint point = language::code_point_at(text, at);
    const std::size_t after = at + point.length;
    if (closes(opening, point.value) && !(point.value == U'’' && is_apostrophe(text, at, after))) {
      if (--depth <= 0) {
        closed_at = after;
        break;
      }
    } else if (point.value == opening && opening != U'"') {
      ++depth;
    }
    at = after;
  }
  if (closed_at == 0) return Speech::unclosed;
  for (std::size_t at = closed_at; at < text.size();) {
    const language::CodePoint point = language::code_point_at(text, at);
    if (!is_trailing(point.value)) return Speech::mixed;
    at += point.length;
  }
  return Speech::whole;
}

/// Whether the text ends inside a quotation that it opened ("She said: “We began early.").
bool ends_open(std::string_view text) {
  char32_t opening = 0;
  for (std::size_t at = 0; at < text.size();) {
    const language::CodePoint point = language::code_point_at(text, at);
    if (opening != 0 && closes(opening, point.value)) {
      opening = 0;
    } else if (opening == 0 &&
               (point.value == U'“' || point.value == U'„' || point.value == U'«' || point.value == U'"')) {
      opening = point.value;
    }
    at += point.length;
  }
  return opening != 0;
}

// A title in quotation marks on a line of its own is not speech; a spoken sentence has a verb, and so
// hardly less than four words.
constexpr std::size_t fewest_words = 4;

bool can_be_speech(const Draft& draft) {
  return !draft.settled && draft.kind == BlockKind::paragraph &&
         count_words(draft.text.text(), fewest_words) >= fewest_words;
}

/// Joins a paragraph to the quotation that the one before it left open.
void join_quotation(Reading& reading, Draft& before, Draft& draft) {
  if (before.group == 0) before.group = reading.next_group++;
  draft.group = before.group;
}

/// Whether the next paragraph opens with a mark too, as the paragraphs of one quotation do.
bool next_opens(const std::vector<Draft>& drafts, std::size_t i) {
  return i + 1 < drafts.size() && is_quote_mark(language::code_point_at(drafts[i + 1].text.text(), 0).value);
}

/// An unclosed ‘ at the head of a paragraph may be an apostrophe (’Twas); one in front of the next
/// paragraph too is not.
bool is_speech(const std::vector<Draft>& drafts, std::size_t i, Speech speech) {
  if (speech == Speech::whole) return true;
  const char32_t opening = language::code_point_at(drafts[i].text.text(), 0).value;
  return speech == Speech::unclosed && (opening != U'‘' || next_opens(drafts, i));
}

}  // namespace

void mark_quotations(Reading& reading) {
  Draft* open = nullptr;  // the paragraph before, if it ends inside a quotation
  for (std::size_t i = 0; i < reading.drafts.size(); ++i) {
    Draft& draft = reading.drafts[i];
    if (draft.kind == BlockKind::noise || draft.kind == BlockKind::image) continue;
    if (draft.settled || draft.kind != BlockKind::paragraph) {
      open = nullptr;
      continue;
    }
    const std::string& text = draft.text.text();
    const Speech speech = speech_of(text);
    const bool goes_on = open != nullptr && speech != Speech::none;
    if (is_speech(reading.drafts, i, speech) && (goes_on || can_be_speech(draft))) draft.kind = BlockKind::block_quote;
    if (goes_on && open->kind == BlockKind::block_quote) join_quotation(reading, *open, draft);
    const bool left_open = speech == Speech::unclosed || (speech != Speech::whole && ends_open(text));
    open = left_open ? &draft : nullptr;
  }
}

}  // namespace herald::reading
