// From the blocks of a page to drafts: which block is the title, which stand inside the release, which are
// the page around it. The text of the document is what a reader of the page reads, blocks apart by a blank line.
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
                                   blocks[text].kind == HtmlKind::paragraph && ends_sentence(blocks[text].text)))
    ++text;
  std::optional<std::size_t> best;
  double best_score = 0;
  for (std::size_t i = 0; i < blocks.size() && i <= text + 1; ++i) {
    const HtmlBlock& block = blocks[i];
    if (block.kind != HtmlKind::heading || block.level > 2 || block.text.size() > longest_title) continue;
    double score = (block.level == 1 ? 2.0 : 1.0) + (block.chrome ? -1.5 : 0);
    if (!page_title.empty())
      score +=
          4 * likeness(block.text, page_title) * std::min<double>(1, static_cast<double>(count_words(block.text)) / 4);
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
  const std::size_t size = block.text.size();
  return block.linked * 10 >= size * 9 && !ends_sentence(block.text);
}

/// A paragraph of the text, not a date or a label.
bool is_running(const HtmlBlock& block) {
  constexpr std::size_t fewest_words = 8;
  return block.kind == HtmlKind::paragraph && count_words(block.text, fewest_words) >= fewest_words &&
         !is_links_only(block);
}

bool is_within(const GumboNode& node, const GumboNode& ancestor) {
  const GumboNode* at = &node;
  while (at != nullptr && at != &ancestor) at = at->parent;
  return at != nullptr;
}

// Behind the text and outside of its element; fewer are a teaser.
constexpr std::size_t fewest_words_behind = 12;

/// "EN-gb" -> "en"; "" for what is no tag.
std::string primary_language(std::string_view tag) {
  const std::string primary = language::fold_case(language::trim(tag.substr(0, tag.find_first_of("-_"))));
  const bool letters = std::all_of(primary.begin(), primary.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return letters && (primary.size() == 2 || primary.size() == 3) ? primary : std::string();
}

/// What the nearest element says; what the page says of itself is for the whole release.
std::string named_language(const GumboNode* node) {
  for (; node != nullptr && node->type == GUMBO_NODE_ELEMENT && !is_element(*node, GUMBO_TAG_HTML); node = node->parent)
    if (const std::string_view tag = attribute(*node, "lang"); !tag.empty()) return primary_language(tag);
  return {};
}

/// The block's text, appended to the document's, its runs counted in the folded text.

class PageReader {
 public:
  PageReader(Reading& reading, std::vector<HtmlBlock>&& blocks, const GumboNode& main, const HtmlMetadata& metadata)
      : reading_(reading), blocks_(std::move(blocks)), title_(choose_title(blocks_, metadata.title.value)) {
    if (!title_) return;
    scope_ = blocks_[*title_].element;
    while (scope_->parent != nullptr && !is_within(main, *scope_)) scope_ = scope_->parent;
    // Of a page without anything around its text, the body is the release.
    scope_is_page_ = is_element(*scope_, GUMBO_TAG_BODY) &&
                     std::any_of(blocks_.begin(), blocks_.end(), [](const HtmlBlock& block) { return block.chrome; });
  }

  /// Makes the drafts and gives back the text in which they stand.
  std::string run() {
    std::uint32_t lists = 0;
    for (const HtmlBlock& block : blocks_) lists = std::max(lists, block.list);
    const std::uint32_t first_group = reading_.next_group;
    reading_.next_group += lists;
    for (std::size_t i = 0; i < blocks_.size(); ++i) add(i, first_group);
    reading_.title_is_marked = title_.has_value();
    reading_.has_markup = std::any_of(blocks_.begin(), blocks_.end(), [](const HtmlBlock& block) {
      return block.kind == HtmlKind::heading && block.in_main;
    });
    return std::move(text_);
  }

 private:
  bool is_outside(std::size_t i) const {
    const HtmlBlock& block = blocks_[i];
    if (title_ && i == *title_) return false;
    if (is_bar_before_text(i)) return true;
    if (block.chrome || (title_ && !is_within(*block.element, *scope_) && !block.in_main)) return true;
    if (title_ && i < *title_) return block.kind != HtmlKind::paragraph || is_links_only(block) || scope_is_page_;
    if (block.in_main) return false;
    if (!title_ || block.kind == HtmlKind::list_item || is_links_only(block)) return true;
    // Between the title and the text: standfirst, date. Behind the text: what goes on in sentences.
    return text_begun_ && (count_words(block.text) < fewest_words_behind || !ends_sentence(block.text));
  }

  /// Links to share and print that stand between the title and the first sentence.
  bool is_bar_before_text(std::size_t i) const {
    const HtmlBlock& block = blocks_[i];
    const bool may_be_link = block.kind == HtmlKind::paragraph || block.kind == HtmlKind::list_item;
    return title_ && i > *title_ && !sentence_seen_ && may_be_link && is_links_only(block);
  }

  void add(std::size_t i, std::uint32_t first_group) {
    const HtmlBlock& block = blocks_[i];
    const bool outside = is_outside(i);
    text_begun_ = text_begun_ || (block.in_main && (!title_ || i > *title_));
    sentence_seen_ = sentence_seen_ || (!outside && (!title_ || i > *title_) && is_running(block));
    std::vector<Draft>& drafts = reading_.drafts;
    if (outside && !drafts.empty() && drafts.back().kind == BlockKind::noise) {
      add_to_noise(drafts.back(), block.text);
      return;
    }
    Draft draft = make_draft(block);
    draft.set_apart = title_ && i > *title_ && !block.in_main && !text_begun_;
    if (outside) {
      settle(draft, BlockKind::noise);
      draft.runs.clear();
    } else if (title_ && i == *title_) {
      settle(draft, BlockKind::title);
      reading_.metadata.title = draft.text.text();
    } else {
      settle_by_kind(draft, block, first_group);
    }
    drafts.push_back(std::move(draft));
  }

  void add_to_noise(Draft& noise, const std::string& text) {
    const auto begin = static_cast<std::uint32_t>(text_.size());
    text_.append("\n").append(text);
    noise.span.end = noise.content.end = static_cast<std::uint32_t>(text_.size());
    noise.text.append_source(text_, {begin, noise.span.end});
  }

  Draft make_draft(const HtmlBlock& block) {
    if (!text_.empty()) text_ += "\n\n";
    const auto first = static_cast<std::uint32_t>(text_.size());
    text_ += block.text;
    Draft draft;
    draft.language = named_language(block.element);
    draft.span = draft.content = {first, static_cast<std::uint32_t>(text_.size())};
    std::uint32_t at = 0;
    const auto append_to = [&](std::uint32_t end) {
      draft.text.append_source(text_, {first + at, first + end});
      at = end;
      return static_cast<std::uint32_t>(draft.text.text().size());
    };
    for (const Run& run : block.runs) {
      const std::uint32_t begin = append_to(run.begin);
      draft.runs.push_back({run.kind, run.target, begin, append_to(run.end)});
    }
    append_to(static_cast<std::uint32_t>(block.text.size()));
    return draft;
  }

  Reading& reading_;
  std::string text_;
  std::vector<HtmlBlock> blocks_;
  std::optional<std::size_t> title_;
  const GumboNode* scope_ = nullptr;  // the element that holds title and text
  bool scope_is_page_ = false;
  bool text_begun_ = false;
  bool sentence_seen_ = false;  // of the release, behind its title
};

}  // namespace

bool is_html(std::string_view text, std::string_view uri) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  text = language::trim(text.substr(0, 400));
  if (text.empty() || text.front() != '<') return false;
  if (has_ending(uri, ".html") || has_ending(uri, ".htm") || has_ending(uri, ".xhtml")) return true;
  static constexpr std::array<std::string_view, 14> starts = {
      "<!doctype html", "<html",    "<head",    "<body",   "<div",  "<p>", "<p ", "<h1", "<h2",
      "<main",          "<article", "<section", "<header", "<table"};
  const std::string start = language::fold_case(text.substr(0, 16));
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view one) { return start.starts_with(one); });
}

std::string draft_html(Reading& reading) {
  const HtmlTree tree(reading.source);
  const GumboNode* body = tree.body();
  if (body == nullptr) return {};
  const HtmlContent content(*body);
  const HtmlMetadata metadata = read_html_metadata(tree);
  std::string text = PageReader(reading, html_blocks(content, *body), content.main(), metadata).run();
  if (reading.metadata.title.empty()) reading.title_from_source = metadata.title;
  reading.published_from_source = metadata.published;
  reading.language_from_source = {primary_language(attribute(tree.root(), "lang")), "html:lang"};
  return text;
}

}  // namespace herald::reading
