// Walks the blocks with their sentences; what stands between two sentences gets a row of its own.
#include "plugins/xlsx_facts/text_rows.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "formats/xlsx/text.hpp"

namespace herald::plugins {
namespace {

class TextLayout {
 public:
  explicit TextLayout(const Document& document) : document_(document) {
    for (std::uint32_t i = 0; i < document.sentences.size(); ++i) sentences_[document.sentences[i].block].push_back(i);
  }

  std::vector<TextRow> run() {
    for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) {
      const auto sentences = sentences_.find(i);
      if (sentences == sentences_.end())
        add_whole_block(i);
      else
        add_block(i, sentences->second);
    }
    return std::move(rows_);
  }

 private:
  // A block's text without its marker: "•" is form, not text. Line breaks stay.
  void add_whole_block(std::uint32_t index) {
    const Block& block = document_.blocks[index];
    std::string text = plain_text(block);
    if (text.empty()) text = folded_text(document_, block.span);
    if (!text.empty()) add({.block = index, .text = std::move(text)}, block.span);
  }

  void add_block(std::uint32_t index, const std::vector<std::uint32_t>& sentences) {
    const Block& block = document_.blocks[index];
    std::uint32_t done = block.inlines.empty() ? block.span.begin : block.inlines.front().span.begin;
    for (const std::uint32_t number : sentences) {
      const Span span = document_.sentences[number].span;
      add_gap(index, {done, span.begin});
      add({.sentence = number, .block = index, .text = sentence_text(document_, number)}, span);
      done = std::max(done, span.end);
    }
    add_gap(index, {done, block.span.end});
  }

  void add_gap(std::uint32_t index, Span gap) {
    if (gap.empty()) return;
    std::string text = folded_text(document_, gap);
    if (text.empty()) return;
    const auto& dateline = document_.metadata.dateline;
    add({.block = index, .dateline = dateline && dateline->span.overlaps(gap), .text = std::move(text)}, gap);
  }

  void add(TextRow row, Span span) {
    for (const Inline& run : document_.blocks[row.block].inlines)
      if (run.kind == InlineKind::link && !run.target.empty() && run.span.overlaps(span))
        row.addresses.push_back(run.target);
    if (xlsx::escaped_length(row.text) <= xlsx::maximum_cell_units) {
      rows_.push_back(std::move(row));
      return;
    }
    split(row);
  }

  // In pieces that a cell can hold, parted at a space where there is one.
  void split(const TextRow& row) {
    std::string_view rest = row.text;
    for (std::uint32_t part = 0; !rest.empty(); ++part) {
      std::string_view piece = xlsx::escaped_prefix(rest, xlsx::maximum_cell_units);
      if (const std::size_t space = piece.rfind(' ');
          piece.size() < rest.size() && space != std::string_view::npos && space > 0)
        piece = piece.substr(0, space);
      TextRow next = row;
      next.part = part;
      next.text = piece;
      if (part > 0) next.addresses.clear();
      rows_.push_back(std::move(next));
      rest.remove_prefix(piece.size());
      if (rest.starts_with(' ')) rest.remove_prefix(1);
    }
  }

  const Document& document_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> sentences_;  // by block
  std::vector<TextRow> rows_;
};

}  // namespace

std::vector<TextRow> lay_out_text(const Document& document) { return TextLayout(document).run(); }

}  // namespace herald::plugins
