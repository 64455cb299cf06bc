// From the blocks of a page to drafts: which block is the title, which stand inside the release, which are
// the page around it. Markup between blocks belongs to the block before it, so that no character is lost.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "core/language/text.hpp"
#include "core/reading/formats.hpp"
#include "core/reading/html/blocks.hpp"
#include "core/reading/html/metadata.hpp"
#include "core/reading/passes.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

bool has_ending(std::string_view uri, std::string_view ending) {
  return uri.size() >= ending.size() && language::fold_case(uri.substr(uri.size() - ending.size())) == ending;
}

/// How alike a heading and the page's own title are: the share of the heading's words that the title has.
double likeness(const std::string& heading, const std::string& page_title) {
  const std::string wanted = " " + language::fold_case(page_title) + " ";
  std::size_t words = 0;
  std::size_t found = 0;
  const std::string folded = language::fold_case(heading);
  for (const std::string_view word : split_words(folded)) {
    ++words;
    if (wanted.find(strip_punctuation(word)) != std::string::npos) ++found;
  }
  return words == 0 ? 0 : static_cast<double>(found) / static_cast<double>(words);
}

/// The heading that is the release's title: the one that is most like the page's, of those alike the highest
/// and nearest to the text.
std::optional<std::size_t> choose_title(const std::vector<HtmlBlock>& blocks, const std::string& page_title) {
  constexpr std::size_t longest_title = 400;
  // Where the text begins; headings behind are its own.
  std::size_t text = 0;
  while (text < blocks.size() && !(blocks[text].in_main && !blocks[text].chrome &&
                                   blocks[text].kind == HtmlKind::paragraph && ends_sentence(blocks[text].text.text())))
    ++text;
  std::optional<std::size_t> best;
  double best_score = 0;
  for (std::size_t i = 0; i < blocks.size() && i <= text + 1; ++i) {
    const HtmlBlock& block = blocks[i];
    if (block.kind != HtmlKind::heading || block.level > 2 || block.text.text().size() > longest_title) continue;
    double score = (block.level == 1 ? 2.0 : 1.0) + (block.chrome ? -1.5 : 0);
    if (!page_title.empty()) score += 4 * likeness(block.text.text(), page_title) *
                                      std::min<double>(1, static_cast<double>(count_words(block.text.text())) / 4);
    if (score >= best_score && score > 0) {
      best = i;
      best_score = score;
    }
  }
  return best;
}

void settle_by_kind(Draft& draft, const HtmlBlock& block, std::uint32_t first_group) {
  draft.group = block.list == 0 ? 0 : first_group + block.list - 1;
  switch (block.kind) {
    case HtmlKind::paragraph:
      draft.group = 0;
      return;
    case HtmlKind::heading:
      draft.level = static_cast<std::uint8_t>(std::max(1, block.level - 1));
      draft.group = 0;
      return settle(draft, BlockKind::heading);
    case HtmlKind::list_item:
      draft.level = block.level;
      draft.ordered = block.ordered;
      return settle(draft, BlockKind::list_item);
    case HtmlKind::quote:
      return settle(draft, BlockKind::block_quote);
    case HtmlKind::table_row:
      return settle(draft, BlockKind::table);
    case HtmlKind::caption:
      draft.group = 0;
      return settle(draft, BlockKind::caption);
    case HtmlKind::image:
      draft.group = 0;
      return settle(draft, BlockKind::image);
  }
}

/// Blocks of a menu among the text: short, and all of it links.
bool is_links_only(const HtmlBlock& block) {
  const std::size_t size = block.text.text().size();
  return block.linked * 10 >= size * 9 && !ends_sentence(block.text.text());
}

class PageReader {
 public:
  PageReader(Reading& reading, std::vector<HtmlBlock> blocks, const HtmlMetadata& metadata)
      : reading_(reading), blocks_(std::move(blocks)), title_(choose_title(blocks_, metadata.title)) {}

  void run() {
    std::uint32_t lists = 0;
    for (const HtmlBlock& block : blocks_) lists = std::max(lists, block.list);
    const std::uint32_t first_group = reading_.next_group;
    reading_.next_group += lists;
    for (std::size_t i = 0; i < blocks_.size(); ++i) add(i, first_group);
    cover_source();
    reading_.has_markup = std::any_of(blocks_.begin(), blocks_.end(), [](const HtmlBlock& block) {
      return block.kind == HtmlKind::heading && block.in_main;
    });
  }

 private:
  bool is_outside(std::size_t i) const {
    const HtmlBlock& block = blocks_[i];
    if (title_ && i == *title_) return false;
    if (block.chrome) return true;
    if (block.in_main) return title_ && i < *title_ && (block.kind != HtmlKind::paragraph || is_links_only(block));
    // Between the title and the text: standfirst, date.
    const bool below_title = title_ && i > *title_ && !text_begun_;
    return !below_title || block.kind == HtmlKind::list_item || is_links_only(block);
  }

  void add(std::size_t i, std::uint32_t first_group) {
    HtmlBlock& block = blocks_[i];
    const bool outside = is_outside(i);
    text_begun_ = text_begun_ || (block.in_main && (!title_ || i > *title_));
    Draft draft;
    draft.span = draft.content = block.text.source_span(0, block.text.text().size());
    std::vector<Draft>& drafts = reading_.drafts;
    if (!drafts.empty() && draft.span.begin < drafts.back().span.end) return;  // misnested; within the one before
    if (outside && !drafts.empty() && drafts.back().kind == BlockKind::noise) {
      drafts.back().text.append_replacement(" ", {drafts.back().span.end, draft.span.begin});
      drafts.back().text.append_mapped(block.text);
      drafts.back().span.end = drafts.back().content.end = draft.span.end;
      return;
    }
    draft.text = std::move(block.text);
    if (outside) {
      settle(draft, BlockKind::noise);
    } else if (title_ && i == *title_) {
      settle(draft, BlockKind::title);
      reading_.metadata.title = draft.text.text();
    } else {
      draft.runs = std::move(block.runs);
      settle_by_kind(draft, block, first_group);
    }
    drafts.push_back(std::move(draft));
  }

  /// Every character of the page belongs to a block: tags and scripts to the one before them.
  void cover_source() {
    std::vector<Draft>& drafts = reading_.drafts;
    const auto end = static_cast<std::uint32_t>(reading_.source.size());
    if (drafts.empty()) {
      Draft all;
      all.span = all.content = {0, end};
      settle(all, BlockKind::noise);
      drafts.push_back(std::move(all));
      return;
    }
    drafts.front().span.begin = 0;
    for (std::size_t i = 0; i < drafts.size(); ++i)
      drafts[i].span.end = i + 1 < drafts.size() ? drafts[i + 1].span.begin : end;
  }

  Reading& reading_;
  std::vector<HtmlBlock> blocks_;
  std::optional<std::size_t> title_;
  bool text_begun_ = false;
};

}  // namespace

bool is_html(std::string_view text, std::string_view uri) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  text = language::trim(text.substr(0, 400));
  if (text.empty() || text.front() != '<') return false;
  if (has_ending(uri, ".html") || has_ending(uri, ".htm") || has_ending(uri, ".xhtml")) return true;
  static constexpr std::array<std::string_view, 14> starts = {"<!doctype html", "<html",    "<head",    "<body", "<div",
                                                              "<p>",            "<p ",      "<h1",      "<h2",   "<main",
                                                              "<article",       "<section", "<header", "<table"};
  const std::string start = language::fold_case(text.substr(0, 16));
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view one) { return start.starts_with(one); });
}

bool draft_html(Reading& reading) {
  const HtmlTree tree(reading.source);
  const GumboNode* body = tree.body();
  if (body == nullptr) return false;
  const HtmlContent content(*body);
  const HtmlMetadata metadata = read_html_metadata(tree);
  PageReader(reading, html_blocks(tree, content, *body), metadata).run();
  if (reading.metadata.title.empty()) reading.title_from_source = metadata.title;
  reading.published_from_source = metadata.published;
  return true;
}

}  // namespace herald::reading
