// A web page as a tree: gumbo's, behind limits that its own code does not have. What is content in it is
// content.hpp's, what becomes a block html_blocks.hpp's.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace herald::reading {

/// Owns a parsed page; nodes point into it and may point into the source, which must live as long.
class HtmlTree {
 public:
  explicit HtmlTree(std::string_view source);

  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  const GumboNode& root() const { return *output_->root; }
  /// The body; null where the page has none (a frameset).
  const GumboNode* body() const;

 private:
  class Arena;

  std::string bounded_;  // the source as gumbo is given it, where that is another
  std::unique_ptr<Arena> arena_;
  GumboOutput* output_ = nullptr;
};

/// The children of an element, none for other nodes.
const GumboVector& children_of(const GumboNode& node);
inline const GumboNode& child(const GumboVector& children, unsigned index) {
  return *static_cast<const GumboNode*>(children.data[index]);
}

bool is_element(const GumboNode& node, GumboTag tag);

/// An attribute's value, "" where there is none.
std::string_view attribute(const GumboNode& node, const char* name);

}  // namespace herald::reading
