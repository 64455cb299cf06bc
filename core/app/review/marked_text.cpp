// One walk through the text with the marks that are open at each place.
#include "core/app/review/marked_text.hpp"

#include <algorithm>

#include "core/app/review/explain.hpp"

namespace herald::app::review {
namespace {

// A figure in an event's name in a quotation are three; beyond it only a document made for it has marks, and each
// more would be closed and opened again at every end of another.
constexpr std::size_t most_open = 8;
constexpr std::size_t most_title_bytes = 160;
constexpr std::size_t most_label_bytes = 24;

bool is_point(const Review& review, const Item& item) {
  return item.finding != Item::none && review.findings[item.finding].kind == FactKind::point;
}

// What a mark says where the pointer rests on it.
std::string title_of(const Review& review, const Item& item) {
  if (item.rejection != Item::none) {
    const facts::Rejection& rejection = review.rejections[item.rejection];
    return refusal(rejection.kind) + ": " + why(rejection.rule);
  }
  const Finding& finding = review.findings[item.finding];
  std::string title = std::string(kind_name(finding.kind)) + " " + shortened(finding.id, most_label_bytes);
  if (finding.kind != FactKind::quotation && finding.kind != FactKind::point)
    title += ": " + shortened(finding.value, most_title_bytes);
  if (item.mention == 0 && !finding.details.empty())
    title +=
        " (" + finding.details.front().name + ": " + shortened(finding.details.front().value, most_title_bytes) + ")";
  return title;
}

}  // namespace

std::string entry_anchor(const Item& item) {
  return item.rejection != Item::none ? "not-" + std::to_string(item.rejection + 1)
                                      : "fact-" + std::to_string(item.finding + 1);
}

std::string mark_anchor(const Item& item) {
  if (item.rejection != Item::none) return "at-not-" + std::to_string(item.rejection + 1);
  return "at-" + std::to_string(item.finding + 1) + "-" + std::to_string(item.mention + 1);
}

std::string label_of(const Review& review, const Item& item) {
  if (item.rejection != Item::none) return "×" + std::to_string(item.rejection + 1);
  return shortened(review.findings[item.finding].id, most_label_bytes);
}

void MarkedText::put_label(Html& html, const Item& item, const std::string& anchor) const {
  const std::string kind(item.rejection != Item::none ? "not taken" : kind_name(review_.findings[item.finding].kind));
  const std::string label = label_of(review_, item);
  html.open("a", {{"class", is_point(review_, item) ? "tag point" : "tag"},
                  {"href", "#" + entry_anchor(item)},
                  {"id", anchor},
                  {"aria-label", label + ", " + kind}});
  html.text(is_point(review_, item) ? "▸" + label : label).close();
}

void MarkedText::open_mark(Html& html, const Item& item) const {
  const bool first_piece = item.span.begin >= written_to_;
  const std::string anchor = first_piece ? mark_anchor(item) : std::string();
  const std::string title = title_of(review_, item);
  if (item.rejection != Item::none) {
    html.open("span", {{"class", "rejected"}, {"id", anchor}, {"title", title}});
    return;
  }
  const Finding& finding = review_.findings[item.finding];
  std::string names(kind_name(finding.kind));
  if (finding.doubted) names += " doubted";
  html.open("mark", {{"class", names}, {"id", anchor}, {"title", title}});
}

// Opens what begins at or before `at`. A point marks where its sentence begins and no more: the marks in it are what
// is to be seen.
void MarkedText::begin_marks(Html& html, std::uint32_t at) {
  for (; next_ < items_.size() && items_[next_].span.begin <= at; ++next_) {
    const Item& item = items_[next_];
    if (item.span.end <= at) continue;
    if (is_point(review_, item) || open_.size() == most_open) {
      put_label(html, item, mark_anchor(item));
      continue;
    }
    open_mark(html, item);
    open_.push_back(next_);
  }
}

// Closes what ends at `at`; what was opened behind it is closed with it and opened again.
void MarkedText::end_marks(Html& html, std::uint32_t at) {
  const auto ends = [&](std::size_t open) { return items_[open].span.end <= at; };
  const auto outermost = std::find_if(open_.begin(), open_.end(), ends);
  const auto first = static_cast<std::size_t>(outermost - open_.begin());
  for (std::size_t k = open_.size(); k > first; --k) {
    if (ends(open_[k - 1])) put_label(html, items_[open_[k - 1]]);
    html.close();
  }
  std::vector<std::size_t> on(outermost, open_.end());
  std::erase_if(on, ends);
  open_.resize(first);
  for (const std::size_t item : on) {
    open_mark(html, items_[item]);
    open_.push_back(item);
  }
}

// At the end of a span: what does not end there is opened again where the text goes on.
void MarkedText::close_all(Html& html, std::uint32_t at) {
  for (std::size_t k = open_.size(); k > 0; --k) {
    const Item& item = items_[open_[k - 1]];
    if (item.span.end <= at) put_label(html, item);
    html.close();
  }
  std::erase_if(open_, [&](std::size_t open) { return items_[open].span.end <= at; });
}

std::uint32_t MarkedText::next_stop(std::uint32_t at, std::uint32_t end) const {
  std::uint32_t stop = end;
  if (next_ < items_.size() && items_[next_].span.begin > at) stop = std::min(stop, items_[next_].span.begin);
  for (const std::size_t open : open_) stop = std::min(stop, items_[open].span.end);
  return stop;
}

void MarkedText::write(Html& html, Span span) {
  std::uint32_t at = std::max(span.begin, written_to_);
  if (at >= span.end) return;
  // What ended in a gap between two spans was closed with the span before.
  std::erase_if(open_, [&](std::size_t open) { return items_[open].span.end <= at; });
  for (const std::size_t open : open_) open_mark(html, items_[open]);
  while (at < span.end) {
    begin_marks(html, at);
    const std::uint32_t stop = next_stop(at, span.end);
    html.text(review_.document->source.slice({at, stop}));
    at = written_to_ = stop;
    if (at < span.end) end_marks(html, at);
  }
  close_all(html, at);
}

}  // namespace herald::app::review
