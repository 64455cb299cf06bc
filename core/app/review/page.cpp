// The page from top to bottom; the text's marks are marked_text's, the looks page_style's.
#include "core/app/review/page.hpp"

#include <array>
#include <cmath>

#include "core/app/review/explain.hpp"
#include "core/app/review/html.hpp"
#include "core/app/review/marked_text.hpp"
#include "herald/version.hpp"

namespace herald::app::review {
namespace {

constexpr std::size_t most_value_bytes = 600;
constexpr std::size_t most_words_bytes = 160;
constexpr std::size_t most_title_bytes = 300;

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

class Page {
 public:
  explicit Page(const Review& review)
      : review_(review), document_(*review.document), items_(items_in_order(review)), marked_(review, items_) {
    for (const Finding& finding : review.findings) ++counts_[static_cast<std::size_t>(finding.kind)];
  }

  std::string write() {
    html_.verbatim("<!DOCTYPE html>\n").open("html", {{"lang", "en"}}).line_end();
    put_head();
    html_.open("body").line_end();
    put_top();
    put_legend();
    html_.open("main").line_end();
    put_text();
    put_lists();
    html_.close().line_end();
    html_.open("footer").element("p", "Herald " + std::string(version()) + " · " + document_.source.uri).close();
    html_.line_end().close().line_end().close().line_end();
    return html_.take();
  }

 private:
  void put_head();
  void put_top();
  void put_notes();
  void put_legend();
  void put_text();
  void put_block(const Block& block);
  void put_margin(const Block& block);
  void put_inlines(const Block& block);
  void put_marker(const Block& block);
  void put_lists();
  void put_finding(std::size_t f);
  void put_places(std::size_t f);
  void put_rejections();
  std::string direction(std::string_view language) const { return std::string(text_direction(language)); }
  const std::string& language() const { return document_.metadata.language; }
  // Words of the release amid ours: their own language and direction, where these are not the page's.
  std::string_view their_language() const { return language() == "en" ? std::string_view{} : language(); }
  std::string_view their_direction() const { return text_direction(language()) == "rtl" ? "auto" : ""; }
  void put_release_words(std::string_view element, std::string_view text) {
    html_.element(element, text, {{"lang", their_language()}, {"dir", their_direction()}});
  }

  const Review& review_;
  const Document& document_;
  std::vector<Item> items_;
  MarkedText marked_;
  Html html_;
  std::array<std::size_t, kind_count> counts_{};
  std::uint32_t last_number_ = 0;
};

void Page::put_head() {
  const std::string& title = document_.metadata.title;
  html_.open("head").line_end();
  html_.single("meta", {{"charset", "utf-8"}}).line_end();
  html_.single("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}).line_end();
  html_.single("meta", {{"name", "color-scheme"}, {"content", "light dark"}}).line_end();
  html_.element("title", "To check: " + shortened(title.empty() ? document_.source.uri : title, most_title_bytes));
  html_.line_end().open("style").verbatim(page_style()).close().line_end().close().line_end();
}

void Page::put_top() {
  const std::string& title = document_.metadata.title;
  html_.open("header", {{"class", "top"}}).line_end();
  html_.element("p", "Herald · to check", {{"class", "brand"}}).line_end();
  put_release_words("h1", title.empty() ? "(no title)" : shortened(title, most_title_bytes));
  html_.line_end().open("dl", {{"class", "about"}}).line_end();
  html_.open("div").element("dt", "Source").open("dd");
  html_.element("span", document_.source.uri, {{"class", "value"}});
  html_.element("span", "SHA-256 " + document_.source.sha256.substr(0, 12), {{"class", "from"}});
  html_.close().close().line_end();
  for (const Known& known : review_.metadata) {
    if (known.name == "title") continue;
    html_.open("div").element("dt", known.name).open("dd");
    html_.element("span", shortened(known.value, most_title_bytes),
                  {{"class", "value"}, {"lang", their_language()}, {"dir", their_direction()}});
    html_.element("span", known.origin, {{"class", "from"}}).close().close().line_end();
  }
  html_.close().line_end();
  put_notes();
  html_.close().line_end();
}

void Page::put_notes() {
  constexpr std::size_t most_remarks = 20;
  std::vector<std::string> notes;
  if (!review_.has_record)
    notes.emplace_back("What was rejected is not known: this is a document, and only reading a release records it.");
  for (const Diagnostic& diagnostic : document_.diagnostics) {
    if (diagnostic.severity == Severity::note || notes.size() == most_remarks) continue;
    notes.push_back(shortened(diagnostic.message, most_title_bytes));
  }
  if (notes.empty()) return;
  html_.open("ul", {{"class", "notes"}});
  for (const std::string& note : notes) html_.element("li", note);
  html_.close().line_end();
}

// A box for each kind, by which its marks are shown or not; browsers that cannot (":has") show all.
void Page::put_legend() {
  html_.open("nav", {{"class", "legend"}, {"aria-label", "Legend"}}).open("ul").line_end();
  const auto put = [&](std::string_view name, std::string_view heading, std::size_t count) {
    const std::string id = "show-" + std::string(name);
    html_.open("li").single("input", {{"type", "checkbox"}, {"id", id}, {"checked", "checked"}});
    html_.open("label", {{"for", id}});
    html_.element(name == "rejected" ? "span" : "mark", heading, {{"class", name}}).close();
    html_.element("a", std::to_string(count),
                  {{"href", "#list-" + std::string(name)},
                   {"aria-label", std::to_string(count) + " " + std::string(heading) + ", to the list"}});
    html_.close().line_end();
  };
  for (std::size_t k = 0; k < kind_count; ++k)
    if (counts_[k] > 0) put(kind_name(static_cast<FactKind>(k)), kind_heading(static_cast<FactKind>(k)), counts_[k]);
  if (!review_.rejections.empty()) put("rejected", "Not taken", review_.rejections.size());
  html_.close().close().line_end();
}

void Page::put_text() {
  html_.open(
      "article",
      {{"class", "text"}, {"aria-labelledby", "text-head"}, {"lang", language()}, {"dir", direction(language())}});
  html_.line_end().element("h2", "The release", {{"id", "text-head"}, {"lang", "en"}}).line_end();
  for (const Block& block : document_.blocks) put_block(block);
  html_.close().line_end();
}

// The paragraph's number where it changes, and what the block is where it is no paragraph.
void Page::put_margin(const Block& block) {
  std::string margin;
  if (block.number != 0 && block.number != last_number_) margin = "¶ " + std::to_string(block.number);
  if (block.number != 0) last_number_ = block.number;
  if (block.kind != BlockKind::paragraph && block.kind != BlockKind::list_item)
    margin += (margin.empty() ? "" : " ") + block_name(block.kind);
  html_.element("span", margin, {{"class", "margin"}, {"lang", "en"}});
}

void Page::put_block(const Block& block) {
  if (is_blank(document_.source.slice(block.span))) return;
  std::string names = "block " + block_name(block.kind);
  for (std::size_t at = 6; (at = names.find(' ', at)) != std::string::npos;) names[at] = '-';
  if (block.level > 1) names += block.level == 2 ? " deeper" : " deepest";
  html_.open("div", {{"class", names}});
  put_margin(block);
  const bool foreign = !block.language.empty() && block.language != language();
  html_.open(block.kind == BlockKind::heading ? "h3" : "p",
             {{"lang", foreign ? block.language : std::string()},
              {"dir", foreign ? direction(block.language) : std::string()}});
  put_marker(block);
  put_inlines(block);
  html_.close().close().line_end();
}

// "•" or "3.": what stands before the first of the inlines.
void Page::put_marker(const Block& block) {
  if (block.kind != BlockKind::list_item) return;
  std::string marker = "•";
  if (!block.inlines.empty() && block.inlines.front().span.begin > block.span.begin) {
    const std::string written = words_at(document_, {block.span.begin, block.inlines.front().span.begin}, 16);
    if (block.ordered && !is_blank(written)) marker = written;
  }
  html_.element("span", marker, {{"class", "marker"}});
}

void Page::put_inlines(const Block& block) {
  if (block.inlines.empty()) marked_.write(html_, block.span);
  for (const Inline& run : block.inlines) {
    if (run.kind == InlineKind::line_break) {
      html_.single("br");
      continue;
    }
    const bool marked = run.kind == InlineKind::emphasis || run.kind == InlineKind::strong;
    if (marked) html_.open(run.kind == InlineKind::strong ? "strong" : "em");
    marked_.write(html_, run.span);
    if (marked) html_.close();
  }
}

void Page::put_lists() {
  html_.open("aside", {{"class", "lists"}, {"aria-labelledby", "lists-head"}}).line_end();
  html_.element("h2", "What was found", {{"id", "lists-head"}}).line_end();
  if (review_.findings.empty()) html_.element("p", "No facts were found.").line_end();
  for (std::size_t f = 0; f < review_.findings.size();) {
    const FactKind kind = review_.findings[f].kind;
    const std::string name(kind_name(kind));
    html_.open("section", {{"class", "list " + name}});
    html_.open("h3", {{"id", "list-" + name}}).text(std::string(kind_heading(kind)) + " ");
    html_.element("span", std::to_string(counts_[static_cast<std::size_t>(kind)]), {{"class", "count"}}).close();
    html_.open("ol").line_end();
    for (; f < review_.findings.size() && review_.findings[f].kind == kind; ++f) put_finding(f);
    html_.close().close().line_end();
  }
  put_rejections();
  html_.close().line_end();
}

void Page::put_finding(std::size_t f) {
  const Finding& finding = review_.findings[f];
  const Item item{{}, 0, f, 0, Item::none};
  html_.open("li", {{"id", entry_anchor(item)}, {"class", finding.doubted ? "doubted" : ""}});
  html_.open("p", {{"class", "head"}});
  html_.element("a", label_of(review_, item), {{"class", "tag"}, {"href", "#" + mark_anchor(item)}}).text(" ");
  put_release_words("b", shortened(finding.value, most_value_bytes));
  html_.close();
  if (!finding.details.empty()) {
    html_.open("p", {{"class", "details"}});
    for (const Detail& detail : finding.details) {
      html_.open("span", {{"class", "detail"}}).element("span", detail.name, {{"class", "name"}}).text(" ");
      put_release_words("span", shortened(detail.value, most_value_bytes));
      html_.close().text(" ");
    }
    html_.close();
  }
  if (finding.doubted) html_.element("p", "Doubted: as likely wrong as right, please check.", {{"class", "check"}});
  if (finding.origin != Origin::extracted) {
    const std::string replaced =
        finding.replaced.empty() ? "." : "; Herald had found " + shortened(finding.replaced, most_value_bytes);
    html_.element("p", finding.origin == Origin::manual ? "Added by hand." : "Corrected by hand" + replaced,
                  {{"class", "check"}});
  }
  if (!finding.mentions.empty()) put_places(f);
  html_.close().line_end();
}

// Why, and where: the rule of the first place, with the others as links.
void Page::put_places(std::size_t f) {
  const std::vector<Mention>& mentions = review_.findings[f].mentions;
  const Mention& first = mentions.front();
  const std::string percent = std::to_string(std::lround(first.confidence * 100));
  html_.open("p", {{"class", "why"}}).text(why(first.rule));
  for (std::size_t t = 0; t < first.triggers.size(); ++t) {
    html_.text(t == 0 ? ": " : ", ");
    put_release_words("q", words_at(document_, first.triggers[t], most_words_bytes));
  }
  html_.close().open("p", {{"class", "where"}});
  html_.element("code", first.rule).text(" ");
  if (review_.findings[f].kind != FactKind::point)
    html_.element("span", percent + "%", {{"class", "sure"}, {"title", "confidence"}}).text(" ");
  for (std::size_t m = 0; m < mentions.size(); ++m)
    html_
        .element("a", place_name(document_, mentions[m].block),
                 {{"href", "#" + mark_anchor({{}, 0, f, m, Item::none})}})
        .text(" ");
  html_.close();
}

void Page::put_rejections() {
  if (review_.rejections.empty()) return;
  html_.open("section", {{"class", "list rejected"}});
  html_.open("h3", {{"id", "list-rejected"}}).text("Looked at and not taken ");
  html_.element("span", std::to_string(review_.rejections.size()), {{"class", "count"}}).close();
  html_.open("ol").line_end();
  for (std::size_t r = 0; r < review_.rejections.size(); ++r) {
    const facts::Rejection& rejection = review_.rejections[r];
    const Item item{{}, 0, Item::none, 0, r};
    html_.open("li", {{"id", entry_anchor(item)}}).open("p", {{"class", "head"}});
    html_.element("a", label_of(review_, item), {{"class", "tag"}, {"href", "#" + mark_anchor(item)}}).text(" ");
    put_release_words("b", words_at(document_, rejection.span, most_words_bytes));
    html_.close();
    html_.element("p", refusal(rejection.kind) + ": " + why(rejection.rule), {{"class", "why"}});
    html_.open("p", {{"class", "where"}}).element("code", rejection.rule).text(" ");
    html_.element("a", place_name(document_, rejection.block), {{"href", "#" + mark_anchor(item)}});
    html_.close().close().line_end();
  }
  html_.close();
  if (review_.rejections_left_out > 0)
    html_.element("p", std::to_string(review_.rejections_left_out) + " more are not listed.");
  html_.close().line_end();
}

}  // namespace

std::string review_page(const Review& review) { return Page(review).write(); }

}  // namespace herald::app::review
