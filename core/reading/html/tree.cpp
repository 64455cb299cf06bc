// Traps in gumbo 0.10: it frees its tree by recursion, and looks through all open elements at many a tag, so
// that 100,000 nested ones end in a stack overflow or take minutes. Depth is therefore bounded before it
// parses (depth.hpp), and all its memory comes from an arena that is dropped as a whole.
#include "core/reading/html/tree.hpp"

#include <algorithm>
#include <cstddef>
#include <new>
#include <utility>
#include <vector>

#include "core/reading/html/depth.hpp"
#include "core/reading/html/entities.hpp"

namespace herald::reading {

/// Memory that is given back all at once.
class HtmlTree::Arena {
 public:
  void* allocate(std::size_t size) {
    constexpr std::size_t alignment = alignof(std::max_align_t);
    size = (size + alignment - 1) / alignment * alignment;
    if (size > left_) {
      const std::size_t block = std::max(size, block_size);
      blocks_.push_back(std::make_unique<std::byte[]>(block));
      next_ = blocks_.back().get();
      left_ = block;
    }
    void* memory = next_;
    next_ += size;
    left_ -= size;
    return memory;
  }

 private:
  static constexpr std::size_t block_size = 64 * 1024;

  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
};

namespace {

constexpr GumboVector no_children = {nullptr, 0, 0};

}  // namespace

HtmlTree::HtmlTree(std::string_view source) : bounded_(bound_depth(source)), arena_(std::make_unique<Arena>()) {
  if (std::string bounded = bound_references(bounded_.empty() ? source : bounded_); !bounded.empty())
    bounded_ = std::move(bounded);
  const std::string_view page = bounded_.empty() ? source : std::string_view(bounded_);
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;  // none are shown
  options.userdata = arena_.get();
  options.allocator = [](void* arena, std::size_t size) { return static_cast<Arena*>(arena)->allocate(size); };
  options.deallocator = [](void*, void*) {};
  output_ = gumbo_parse_with_options(&options, page.data(), page.size());
}

HtmlTree::~HtmlTree() = default;

const GumboNode* HtmlTree::body() const {
  const GumboVector& parts = children_of(root());
  for (unsigned i = 0; i < parts.length; ++i) {
    if (is_element(child(parts, i), GUMBO_TAG_BODY)) return &child(parts, i);
  }
  return nullptr;
}

const GumboVector& children_of(const GumboNode& node) {
  if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE) return node.v.element.children;
  return no_children;
}

bool is_element(const GumboNode& node, GumboTag tag) {
  return node.type == GUMBO_NODE_ELEMENT && node.v.element.tag == tag;
}

std::string_view attribute(const GumboNode& node, const char* name) {
  if (node.type != GUMBO_NODE_ELEMENT) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

}  // namespace herald::reading
