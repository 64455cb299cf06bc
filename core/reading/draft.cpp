// Splitting, joining and finishing of drafts.
#include "core/reading/draft.hpp"

#include <algorithm>
#include <utility>

namespace herald::reading {
namespace {

std::vector<Run> runs_within(const std::vector<Run>& runs, std::uint32_t begin, std::uint32_t end) {
  std::vector<Run> within;
  for (Run run : runs) {
    run.begin = std::max(run.begin, begin);
    run.end = std::min(run.end, end);
    if (run.begin >= run.end) continue;
    run.begin -= begin;
    run.end -= begin;
    within.push_back(std::move(run));
  }
  return within;
}

Inline make_inline(const Draft& draft, InlineKind kind, std::string target, std::size_t begin, std::size_t end) {
  return {kind, draft.text.text().substr(begin, end - begin), std::move(target), draft.text.source_span(begin, end)};
}

/// The runs, and the plain text between them.
std::vector<Inline> make_inlines(Draft& draft) {
  std::vector<Inline> inlines;
  const std::size_t size = draft.text.text().size();
  std::size_t at = 0;
  for (Run& run : draft.runs) {
    const std::size_t end = std::min<std::size_t>(run.end, size);
    if (run.begin < at || run.begin >= end) continue;
    if (run.begin > at) inlines.push_back(make_inline(draft, InlineKind::text, {}, at, run.begin));
    inlines.push_back(make_inline(draft, run.kind, std::move(run.target), run.begin, end));
    if (run.kind == InlineKind::line_break) inlines.back().text.clear();
    at = end;
  }
  if (at < size) inlines.push_back(make_inline(draft, InlineKind::text, {}, at, size));
  return inlines;
}

}  // namespace

void split_draft(Reading& reading, std::size_t index, std::size_t position) {
  Draft& first = reading.drafts[index];
  const MappedText whole = std::move(first.text);
  const std::string& text = whole.text();
  std::size_t end = position;
  while (end > 0 && text[end - 1] == ' ') --end;
  std::size_t begin = position;
  while (begin < text.size() && text[begin] == ' ') ++begin;

  Draft second;
  second.text = whole.slice(begin, text.size());
  second.runs = runs_within(first.runs, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.size()));
  second.span = {whole.source_begin(begin), first.span.end};
  second.content = second.span;
  second.blank_before = false;
  second.indent = first.indent;
  second.width = first.width;
  first.text = whole.slice(0, end);
  first.runs = runs_within(first.runs, 0, static_cast<std::uint32_t>(end));
  first.span.end = whole.source_end(end);
  first.content.end = first.span.end;
  reading.drafts.insert(reading.drafts.begin() + static_cast<std::ptrdiff_t>(index) + 1, std::move(second));
}

void join_with_next(Reading& reading, std::size_t index) {
  Draft& first = reading.drafts[index];
  Draft& second = reading.drafts[index + 1];
  if (first.runs.empty() && second.runs.empty()) {
    first.text.append_source(reading.source, {first.content.end, second.span.end});
  } else {
    first.text.append_replacement(" ", {first.span.end, second.span.begin});
    const auto offset = static_cast<std::uint32_t>(first.text.text().size());
    first.text.append_mapped(second.text);
    for (Run& run : second.runs) {
      run.begin += offset;
      run.end += offset;
      first.runs.push_back(std::move(run));
    }
  }
  first.span.end = second.span.end;
  first.content.end = second.content.end;
  first.width = second.width;
  reading.drafts.erase(reading.drafts.begin() + static_cast<std::ptrdiff_t>(index) + 1);
}

std::string take_text_out(Reading& reading) {
  std::string text;
  std::erase_if(reading.drafts, [](const Draft& draft) { return draft.text.empty(); });
  for (Draft& draft : reading.drafts) {
    if (!text.empty()) text += draft.blank_before ? "\n\n" : "\n";
    const auto begin = static_cast<std::uint32_t>(text.size());
    // A marker may yet turn out to be text.
    if (draft.marker != Marker::none)
      text += reading.source.substr(draft.span.begin, draft.content.begin - draft.span.begin);
    const auto content = static_cast<std::uint32_t>(text.size());
    text += draft.text.with_white_space(reading.source);
    draft.span = {begin, static_cast<std::uint32_t>(text.size())};
    draft.content = {content, draft.span.end};
    // Marks at the head of a draft may have left a space behind, which a folded text does not begin with.
    const std::size_t size = draft.text.text().size();
    draft.text = {};
    draft.text.append_source(text, draft.content);
    draft.runs = runs_within(draft.runs, static_cast<std::uint32_t>(size - draft.text.text().size()),
                             static_cast<std::uint32_t>(size));
  }
  return text;
}

std::vector<Block> assemble(std::vector<Draft>&& drafts) {
  std::vector<Block> blocks;
  blocks.reserve(drafts.size());
  for (Draft& draft : drafts) {
    Block block;
    block.kind = draft.kind;
    block.level = draft.level;
    block.ordered = draft.ordered;
    block.group = draft.group;
    block.number = draft.number;
    block.span = draft.span;
    block.language = std::move(draft.language);
    block.inlines = make_inlines(draft);
    blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace herald::reading
