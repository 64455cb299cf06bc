#include "formats/typeset/paginate.hpp"

#include <algorithm>

namespace herald::typeset {
namespace {

// Sums of floating-point heights.
constexpr Points tolerance = 1e-6;

/// The padding of the callouts that go on at a page's top.
Points continued_padding(const VerticalList& list, std::size_t slab) {
  Points sum = 0;
  for (int callout = list.slabs[slab].callout; callout >= 0;) {
    const CalloutArea& area = list.callouts[static_cast<std::size_t>(callout)];
    const bool begins_here = slab == 0 || [&] {
      for (int other = list.slabs[slab - 1].callout; other >= 0;
           other = list.callouts[static_cast<std::size_t>(other)].parent) {
        if (other == callout) return false;
      }
      return true;
    }();
    if (!begins_here) sum += area.style.padding.top;
    callout = area.parent;
  }
  return sum;
}

class Paginator {
 public:
  Paginator(const VerticalList& list, Points height) : list_(list), height_(height) {}

  std::vector<PlacedPage> run() {
    std::size_t first = 0;
    while (first < list_.slabs.size()) first = fill_page(first);
    if (pages_.empty()) pages_.emplace_back();
    return std::move(pages_);
  }

 private:
  /// Fills one page from slab `first`; returns the slab that the next begins with.
  std::size_t fill_page(std::size_t first) {
    PlacedPage page;
    Points y = continued_padding(list_, first);
    const int head = list_.slabs[first].repeated_head;
    if (head >= 0) {
      page.repeated_head = head;
      page.head_top = y;
      y += list_.heads[static_cast<std::size_t>(head)].height;
    }
    std::size_t at = first;
    for (; at < list_.slabs.size(); ++at) {
      const Slab& slab = list_.slabs[at];
      if (at > first && slab.break_before == BreakBefore::forced) break;
      const Points top = at == first ? y : y + slab.space_before;
      if (at > first && top + slab.height > height_ + tolerance) {
        at = break_at_or_before(first, at);
        break;
      }
      page.slabs.push_back({at, top});
      y = top + slab.height;
    }
    page.slabs.resize(at - first);
    pages_.push_back(std::move(page));
    return at;
  }

  std::size_t break_at_or_before(std::size_t first, std::size_t at) const {
    for (const BreakBefore most : {BreakBefore::allowed, BreakBefore::discouraged}) {
      for (std::size_t candidate = at; candidate > first; --candidate) {
        if (list_.slabs[candidate].break_before <= most) return candidate;
      }
    }
    return at;  // nothing on this page may be parted, so it must be
  }

  const VerticalList& list_;
  Points height_;
  std::vector<PlacedPage> pages_;
};

}  // namespace

std::vector<PlacedPage> paginate(const VerticalList& list, Points height) { return Paginator(list, height).run(); }

std::vector<PageItem> callout_backgrounds(const VerticalList& list, const PlacedPage& page, Points height,
                                          bool right_to_left) {
  struct Extent {
    Points top = 0;
    Points bottom = 0;
    std::size_t last = 0;
    bool used = false;
  };
  std::vector<Extent> extents(list.callouts.size());
  for (std::size_t i = 0; i < page.slabs.size(); ++i) {
    const Slab& slab = list.slabs[page.slabs[i].slab];
    for (int callout = slab.callout; callout >= 0; callout = list.callouts[static_cast<std::size_t>(callout)].parent) {
      Extent& extent = extents[static_cast<std::size_t>(callout)];
      if (!extent.used) {
        // a page that begins inside the callout gave it its padding again
        const bool continued = i == 0 && continued_padding(list, page.slabs[0].slab) > 0;
        extent.top = continued ? 0 : page.slabs[i].top;
      }
      extent.used = true;
      extent.bottom = page.slabs[i].top + slab.height;
      extent.last = page.slabs[i].slab;
    }
  }
  std::vector<PageItem> items;
  for (std::size_t i = 0; i < extents.size(); ++i) {
    const Extent& extent = extents[i];
    if (!extent.used) continue;
    const CalloutArea& callout = list.callouts[i];
    Points bottom = extent.bottom;
    const bool goes_on =
        extent.last + 1 < list.slabs.size() && list.slabs[extent.last + 1].callout == static_cast<int>(i);
    if (goes_on) bottom = std::min(std::max(bottom, height), bottom + callout.style.padding.bottom);
    const Rectangle area{callout.outer.left, extent.top, callout.outer.width, bottom - extent.top};
    if (callout.style.background) {
      items.push_back({FilledRectangle{area, *callout.style.background, callout.style.corner_radius}, artifact,
                       ArtifactKind::layout});
    }
    if (callout.style.bar) {
      Rectangle bar = area;
      bar.width = callout.style.bar_width;
      if (right_to_left) bar.x = area.x + area.width - bar.width;
      items.push_back({FilledRectangle{bar, *callout.style.bar, 0}, artifact, ArtifactKind::layout});
    }
  }
  return items;
}

}  // namespace herald::typeset
