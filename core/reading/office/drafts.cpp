// From the blocks of an office document to drafts. What a style says is settled, all else is left to the passes,
// as in plain text: most releases are written without styles.
#include <algorithm>
#include <map>
#include <optional>

#include "core/language/text.hpp"
#include "core/reading/markers.hpp"
#include "core/reading/office/office.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

// A title stands on the first screenful; see front_matter.cpp.
constexpr std::size_t title_zone = 24;
constexpr std::size_t longest_title = 400;
// A sentence of fewer words may be a title with a full stop.
constexpr std::size_t fewest_prose_words = 20;

std::string_view separator_before(const OfficeBlock& block) { return block.tight ? "\n" : "\n\n"; }

bool is_prose(const OfficeBlock& block) {
  return block.kind == OfficeKind::paragraph && ends_sentence(block.text) &&
         count_words(block.text, fewest_prose_words) >= fewest_prose_words;
}

bool is_status(const Reading& reading, const std::string& text) {
  return is_phrase(text, reading.packs, &language::Pack::status_phrases);
}

/// The block that is the release's title by its style, or by being what the properties call the title: the first of
/// style Title, else the highest heading above the text. "PRESS RELEASE" is none, whatever its style.
std::optional<std::size_t> choose_title(const Reading& reading, const OfficeContent& content) {
  std::optional<std::size_t> heading;
  const std::string wanted = language::fold_case(content.title);
  const std::size_t end = std::min(content.blocks.size(), title_zone);
  for (std::size_t i = 0; i < end; ++i) {
    const OfficeBlock& block = content.blocks[i];
    if (is_prose(block)) break;
    if (block.text.size() > longest_title || is_status(reading, block.text)) continue;
    if (block.kind == OfficeKind::title) return i;
    const bool is_named = block.kind == OfficeKind::paragraph && count_words(block.text) > 1 &&
                          language::fold_case(language::fold_space(block.text)) == wanted;
    if (is_named) return i;
    if (block.kind == OfficeKind::heading && (!heading || block.level < content.blocks[*heading].level)) heading = i;
  }
  return heading;
}

class DraftMaker {
 public:
  DraftMaker(Reading& reading, const OfficeContent& content)
      : reading_(reading), content_(content), title_(choose_title(reading, content)) {}

  void run() {
    std::uint32_t at = 0;
    bool headings = false;
    for (std::size_t i = 0; i < content_.blocks.size(); ++i) {
      const OfficeBlock& block = content_.blocks[i];
      if (i > 0) at += static_cast<std::uint32_t>(separator_before(block).size());
      Draft draft = make_draft(block, at);
      at += static_cast<std::uint32_t>(block.text.size());
      settle_kind(draft, block, i);
      headings = headings || draft.kind == BlockKind::heading;
      reading_.drafts.push_back(std::move(draft));
    }
    // A title alone says nothing of whether the author marks headings.
    reading_.has_markup = headings;
  }

 private:
  Draft make_draft(const OfficeBlock& block, std::uint32_t begin) const {
    Draft draft;
    draft.span = draft.content = {begin, begin + static_cast<std::uint32_t>(block.text.size())};
    draft.blank_before = !block.tight;
    draft.width = static_cast<std::uint32_t>(std::count_if(
        block.text.begin(), block.text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
    if (block.kind == OfficeKind::paragraph) {
      const MarkerMatch marker = match_marker(block.text);
      draft.marker = marker.kind;
      draft.marker_value = marker.value;
      draft.content.begin += marker.length;
    }
    // Mapped piece by piece, for the folding moves what stands behind it.
    std::uint32_t copied = draft.content.begin;
    for (const Run& run : block.runs) {
      const std::uint32_t from = std::max(begin + run.begin, copied);
      const std::uint32_t to = begin + run.end;
      if (from >= to) continue;
      draft.text.append_source(reading_.source, {copied, from});
      auto first = static_cast<std::uint32_t>(draft.text.text().size());
      draft.text.append_source(reading_.source, {from, to});
      auto last = static_cast<std::uint32_t>(draft.text.text().size());
      copied = to;
      if (run.kind != InlineKind::line_break) {
        const std::string& text = draft.text.text();
        while (first < last && text[first] == ' ') ++first;
        while (last > first && text[last - 1] == ' ') --last;
      }
      if (first < last) draft.runs.push_back({run.kind, run.target, first, last});
    }
    draft.text.append_source(reading_.source, {copied, draft.content.end});
    draft.text.trim_end();
    return draft;
  }

  std::uint32_t group_of(const OfficeBlock& block) {
    const auto [found, is_new] = groups_.emplace(block.list, reading_.next_group);
    if (is_new) ++reading_.next_group;
    return found->second;
  }

  void settle_kind(Draft& draft, const OfficeBlock& block, std::size_t index) {
    if (title_ && index == *title_) {
      settle(draft, BlockKind::title);
      reading_.metadata.title = draft.text.text();
      return;
    }
    switch (block.kind) {
      case OfficeKind::paragraph:
      case OfficeKind::title:  // a second one, or a status line: the passes say
        return;
      case OfficeKind::subtitle:
        if (title_ && index > *title_ && index < title_zone) settle_standfirst(draft);
        return;
      case OfficeKind::heading:
        if (is_status(reading_, block.text)) return;
        settle(draft, BlockKind::heading);
        draft.level = std::max<std::uint8_t>(block.level, 2) - 1;
        return;
      case OfficeKind::list_item:
        settle(draft, BlockKind::list_item);
        draft.ordered = block.ordered;
        draft.level = block.level;
        draft.group = group_of(block);
        return;
      case OfficeKind::quote:
        return settle(draft, BlockKind::block_quote);
      case OfficeKind::table_row:
        settle(draft, BlockKind::table);
        draft.group = group_of(block);
        return;
      case OfficeKind::image:
        return settle(draft, BlockKind::image);
      case OfficeKind::caption:
        return settle(draft, BlockKind::caption);
      case OfficeKind::contents:
        return settle(draft, BlockKind::noise);
    }
  }

  void settle_standfirst(Draft& draft) {
    settle(draft, BlockKind::standfirst);
    std::string& standfirst = reading_.metadata.standfirst;
    if (!standfirst.empty()) standfirst += ' ';
    standfirst += draft.text.text();
  }

  Reading& reading_;
  const OfficeContent& content_;
  std::optional<std::size_t> title_;
  std::map<std::uint32_t, std::uint32_t> groups_;  // by the document's list
};

}  // namespace

std::string text_of(const OfficeContent& content) {
  std::string text;
  for (const OfficeBlock& block : content.blocks) {
    if (!text.empty()) text += separator_before(block);
    text += block.text;
  }
  return text;
}

void draft_office(Reading& reading, const OfficeContent& content) { DraftMaker(reading, content).run(); }

void complete_from_properties(Reading& reading, const OfficeContent& content, OfficeFormat format) {
  const Metadata& metadata = reading.metadata;
  const bool is_word = format == OfficeFormat::docx;
  const std::string part = is_word ? "docx:core." : "odt:meta.";
  if (metadata.language.empty()) take(reading, &Metadata::language, "language", {content.language, part + "language"});
  if (metadata.title.empty() && !content.title.empty()) {
    take(reading, &Metadata::title, "title", {content.title, part + "title"});
    warn(reading.diagnostics, "title-from-properties",
         "the text has no title: that of the document's properties is taken",
         "check it, or put a title above the text");
  }
  if (metadata.published.empty() && !content.created.empty()) {
    take(reading, &Metadata::published, "published", {content.created, part + (is_word ? "created" : "creation-date")});
    warn(reading.diagnostics, "published-from-properties",
         "the text has no date of publication: the day on which the document was made is taken, " + content.created,
         "check it, or put the date above the text");
  }
}

}  // namespace herald::reading
