// Which drafts behind a marker are the items of a list, how deep, and which belong together. A bullet is
// an item wherever it stands; a dash, a number or a letter needs a neighbour of its kind or a colon
// before it; lines set in below a colon are items without a marker.
#include <algorithm>

#include "core/language/text.hpp"
#include "core/reading/passes.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

// An item without a marker that is longer than this is a paragraph.
constexpr std::size_t longest_unmarked_item = 200;
// Columns by which an item without a marker is set in against the line that introduces it.
constexpr std::uint32_t set_in = 2;

bool introduces(const Draft& draft) { return last_character(draft.text.text()) == U':'; }

bool is_open(const Draft& draft) { return !draft.settled && draft.kind == BlockKind::paragraph; }

void make_item(Draft& draft) {
  settle(draft, BlockKind::list_item);
  draft.ordered = draft.marker == Marker::number || draft.marker == Marker::letter;
  draft.level = 1;
}

/// The marker turns out to be part of the text: "- a remark", "1. Introduction".
void keep_marker(Reading& reading, Draft& draft) {
  if (draft.marker == Marker::none) return;
  MappedText whole;
  whole.append_source(reading.source, {draft.span.begin, draft.content.begin});
  const auto offset = static_cast<std::uint32_t>(whole.text().size());
  for (Run& run : draft.runs) {
    run.begin += offset;
    run.end += offset;
  }
  whole.append_mapped(draft.text);
  draft.text = std::move(whole);
  draft.content.begin = draft.span.begin;
  draft.marker = Marker::none;
}

/// The drafts from `first` on that carry the same kind of marker, with their numbers in order. Deeper
/// items of another kind between them are passed over.
std::size_t run_of_markers(const std::vector<Draft>& drafts, std::size_t first) {
  const Marker kind = drafts[first].marker;
  std::uint32_t value = drafts[first].marker_value;
  std::size_t last = first;
  for (std::size_t i = first + 1; i < drafts.size(); ++i) {
    const Draft& draft = drafts[i];
    if (!is_open(draft) || draft.marker == Marker::none) break;
    if (draft.marker != kind) continue;
    if (kind == Marker::number || kind == Marker::letter) {
      if (draft.marker_value != value + 1) break;
      ++value;
    }
    last = i;
  }
  return last - first + 1;
}

void mark_marked_items(Reading& reading) {
  std::vector<Draft>& drafts = reading.drafts;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (!is_open(drafts[i]) || drafts[i].marker == Marker::none) continue;
    if (drafts[i].marker == Marker::bullet) {
      make_item(drafts[i]);
      continue;
    }
    const bool introduced = i > 0 && (introduces(drafts[i - 1]) || drafts[i - 1].kind == BlockKind::list_item);
    const std::size_t run = run_of_markers(drafts, i);
    const bool starts_at_first = drafts[i].marker == Marker::dash || drafts[i].marker_value == 1 || introduced;
    if (run >= 2 && starts_at_first) {
      const Marker kind = drafts[i].marker;
      for (std::size_t item = i; item < i + run; ++item) {
        if (drafts[item].marker == kind || drafts[item].marker == Marker::bullet) make_item(drafts[item]);
      }
    } else if (introduced) {
      make_item(drafts[i]);
    } else {
      keep_marker(reading, drafts[i]);
    }
  }
}

/// Lines below a colon, set in deeper than it or, two and more of them, without blank lines and full stops.
void mark_unmarked_items(Reading& reading) {
  std::vector<Draft>& drafts = reading.drafts;
  for (std::size_t i = 0; i + 1 < drafts.size(); ++i) {
    if (!is_open(drafts[i]) || !introduces(drafts[i])) continue;
    const std::uint32_t base = drafts[i].indent;
    std::size_t deeper = 0;
    while (i + 1 + deeper < drafts.size()) {
      const Draft& draft = drafts[i + 1 + deeper];
      const bool item = is_open(draft) && draft.text.text().size() <= longest_unmarked_item &&
                        draft.indent >= base + set_in && !introduces(draft) &&
                        !is_quote_mark(language::code_point_at(draft.text.text(), 0).value);
      if (!item) break;
      ++deeper;
    }
    // One line set in below a colon is as likely a paragraph with its first line set in.
    if (deeper < 2) continue;
    for (std::size_t item = i + 1; item <= i + deeper; ++item) make_item(drafts[item]);
    i += deeper;
  }
}

/// Depth by indentation: an item set in deeper than the one before it is one level below.
void set_levels(std::vector<Draft*>& items) {
  std::vector<std::uint32_t> indents;
  for (Draft* item : items) {
    while (!indents.empty() && item->indent + 1 < indents.back()) indents.pop_back();
    if (indents.empty() || item->indent > indents.back() + 1) indents.push_back(item->indent);
    // Deeper lists are an accident of spacing.
    constexpr std::size_t deepest = 9;
    item->level = static_cast<std::uint8_t>(std::min(indents.size(), deepest));
  }
}

/// Items that the source itself has put into a list, with their levels, stay as they are.
void group_items(Reading& reading) {
  std::vector<Draft>& drafts = reading.drafts;
  const auto is_loose_item = [](const Draft& draft) { return draft.kind == BlockKind::list_item && draft.group == 0; };
  for (std::size_t i = 0; i < drafts.size();) {
    std::vector<Draft*> items;
    while (i < drafts.size() && is_loose_item(drafts[i])) items.push_back(&drafts[i++]);
    if (items.empty()) {
      ++i;
      continue;
    }
    const std::uint32_t group = reading.next_group++;
    for (Draft* item : items) item->group = group;
    set_levels(items);
  }
}

}  // namespace

void mark_lists(Reading& reading) {
  mark_marked_items(reading);
  mark_unmarked_items(reading);
  group_items(reading);
}

}  // namespace herald::reading
