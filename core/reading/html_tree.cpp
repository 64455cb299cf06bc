// Traps in gumbo 0.10: it frees its tree by recursion, and looks through all open elements at many a tag, so
// that 100,000 nested ones end in a stack overflow or take minutes. Depth is therefore bounded before it
// parses, and all its memory comes from an arena that is dropped as a whole.
#include "core/reading/html_tree.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>
#include <vector>

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

// Pages of content systems nest some forty elements; four hundred is another's attempt.
constexpr std::size_t deepest = 400;

bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Whether a start tag's element is never closed, or closed by the next of its kind (HTML Living Standard,
/// 13.1.2.4): it does not count for depth.
bool closes_itself(std::string_view name) {
  static constexpr std::array<std::string_view, 27> names = {
      "area", "base", "br",  "col",  "embed", "hr", "img", "input", "link",   "meta", "param", "source", "track", "wbr",
      "p",    "li",   "dt",  "dd",   "tr",    "td", "th",  "tbody", "option", "thead", "html", "body",  "head"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Whether few enough elements are open at once, for the number of tags that are there: each tag may bring
/// all open formatting elements again (13.2.4.3).
bool is_shallow(std::string_view source) {
  constexpr std::size_t most_work = 100'000'000;
  std::size_t depth = 0;
  std::size_t most = 0;
  std::size_t tags = 0;
  for (std::size_t at = source.find('<'); at != std::string_view::npos; at = source.find('<', at + 1)) {
    const bool end_tag = at + 1 < source.size() && source[at + 1] == '/';
    std::size_t begin = at + (end_tag ? 2 : 1);
    std::array<char, 8> name{};
    std::size_t length = 0;
    while (begin < source.size() && length < name.size() && (is_name_start(source[begin]) || length > 0) &&
           std::isalnum(static_cast<unsigned char>(source[begin])) != 0) {
      name[length++] = static_cast<char>(std::tolower(static_cast<unsigned char>(source[begin++])));
    }
    tags += length > 0 ? 1 : 0;
    if (length == 0 || closes_itself({name.data(), length})) continue;
    if (end_tag)
      depth -= depth > 0 ? 1 : 0;
    else
      most = std::max(most, ++depth);
  }
  return most <= deepest && most * tags <= most_work;
}

}  // namespace

HtmlTree::HtmlTree(std::string_view source) : source_(source), arena_(std::make_unique<Arena>()) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;  // none are shown
  options.userdata = arena_.get();
  options.allocator = [](void* arena, std::size_t size) { return static_cast<Arena*>(arena)->allocate(size); };
  options.deallocator = [](void*, void*) {};
  output_ = gumbo_parse_with_options(&options, source.data(), source.size());
}

HtmlTree::~HtmlTree() = default;

std::unique_ptr<HtmlTree> HtmlTree::parse(std::string_view source) {
  if (!is_shallow(source)) return nullptr;
  return std::unique_ptr<HtmlTree>(new HtmlTree(source));
}

const GumboNode* HtmlTree::body() const {
  const GumboVector& parts = children_of(root());
  for (unsigned i = 0; i < parts.length; ++i) {
    if (is_element(child(parts, i), GUMBO_TAG_BODY)) return &child(parts, i);
  }
  return nullptr;
}

const GumboNode* HtmlTree::head() const {
  const GumboVector& parts = children_of(root());
  for (unsigned i = 0; i < parts.length; ++i) {
    if (is_element(child(parts, i), GUMBO_TAG_HEAD)) return &child(parts, i);
  }
  return nullptr;
}

Span HtmlTree::span_of(const GumboStringPiece& piece) const {
  const char* const first = source_.data();
  if (piece.data == nullptr || piece.data < first || piece.data + piece.length > first + source_.size()) return {};
  const auto begin = static_cast<std::uint32_t>(piece.data - first);
  return {begin, begin + static_cast<std::uint32_t>(piece.length)};
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
