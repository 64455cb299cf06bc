// Which part of a page is the release: told by where the running text stands, not by any site's names.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "core/reading/html/tree.hpp"

namespace herald::reading {

/// What an element is on its page.
enum class HtmlPart : std::uint8_t {
  content,
  chrome,  // menus, share bars, banners, forms: read, but noise
  hidden,  // scripts, styles, what no reader sees
};

class HtmlContent {
 public:
  /// Weighs all elements below the body.
  explicit HtmlContent(const GumboNode& body);

  /// The smallest element that holds nearly all of the page's running text outside of chrome: paragraphs,
  /// list items and quotations with more words than links. The body where there is hardly any.
  const GumboNode& main() const { return *main_; }

  /// By its tag and role; by its class and id only where little of the text stands in it, since sites name
  /// whole pages after their sidebars.
  HtmlPart part_of(const GumboNode& node) const;

 private:
  struct Amount {
    std::size_t text = 0;     // bytes outside of links
    std::size_t linked = 0;   // and within
    std::size_t running = 0;  // of running text
  };

  Amount weigh(const GumboNode& node, bool linked);
  std::size_t running(const GumboNode& node) const;
  const GumboNode* find_main(const GumboNode& body) const;

  std::unordered_map<const GumboNode*, std::size_t> running_;
  std::size_t all_ = 0;
  const GumboNode* main_ = nullptr;
};

}  // namespace herald::reading
