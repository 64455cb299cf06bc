// A simple form of what C. Kohlschütter, P. Fankhauser and W. Nejdl found to be enough ("Boilerplate Detection
// using Shallow Text Features", WSDM 2010): length of text and density of links tell text from menus.
#include "core/reading/html/content.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <initializer_list>
#include <string>

namespace herald::reading {
namespace {

// A line of a menu is shorter; so are some paragraphs, but never all of them.
constexpr std::size_t shortest_running_text = 80;
// An element with less of the text than this is a part of the release, not the whole.
constexpr double nearly_all = 0.85;

// Words of class and id that name chrome; whole words, parted by anything but letters.
constexpr std::array<std::string_view, 31> chrome_words = {
    "nav",     "navbar",   "navigation", "menu",    "breadcrumb", "breadcrumbs", "share",      "sharing",
    "social",  "cookie",   "cookies",    "consent", "sidebar",    "footer",      "related",    "subscribe",
    "comment", "comments", "skip",       "advert",  "promo",      "pager",       "pagination", "toolbar",
    "popup",   "modal",    "login",      "signup",  "search",     "masthead",    "banner"};

constexpr std::array<std::string_view, 5> chrome_roles = {"navigation", "banner", "contentinfo", "complementary",
                                                          "search"};

bool has_chrome_word(std::string_view names) {
  std::size_t begin = 0;
  while (begin < names.size()) {
    std::size_t end = begin;
    std::string word;
    while (end < names.size() && std::isalpha(static_cast<unsigned char>(names[end])) != 0)
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(names[end++])));
    if (std::find(chrome_words.begin(), chrome_words.end(), word) != chrome_words.end()) return true;
    begin = std::max(end, begin + 1);
  }
  return false;
}

bool is_any(const GumboNode& node, std::initializer_list<GumboTag> tags) {
  return node.type == GUMBO_NODE_ELEMENT && std::find(tags.begin(), tags.end(), node.v.element.tag) != tags.end();
}

bool holds_text(const GumboNode& node) {
  return is_any(node, {GUMBO_TAG_P, GUMBO_TAG_LI, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_TD, GUMBO_TAG_DIV, GUMBO_TAG_DD,
                       GUMBO_TAG_PRE, GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE, GUMBO_TAG_BODY});
}

HtmlPart part_by_tag(const GumboNode& node) {
  if (node.type == GUMBO_NODE_TEMPLATE) return HtmlPart::hidden;
  if (node.type != GUMBO_NODE_ELEMENT) return HtmlPart::content;
  if (is_any(node, {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_SVG,
                    GUMBO_TAG_MATH, GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT, GUMBO_TAG_VIDEO, GUMBO_TAG_AUDIO,
                    GUMBO_TAG_CANVAS, GUMBO_TAG_HEAD, GUMBO_TAG_TITLE}) ||
      gumbo_get_attribute(&node.v.element.attributes, "hidden") != nullptr)
    return HtmlPart::hidden;
  const std::string_view role = attribute(node, "role");
  const bool chrome = is_any(node, {GUMBO_TAG_NAV, GUMBO_TAG_FOOTER, GUMBO_TAG_ASIDE, GUMBO_TAG_FORM, GUMBO_TAG_BUTTON,
                                    GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA}) ||
                      std::find(chrome_roles.begin(), chrome_roles.end(), role) != chrome_roles.end();
  return chrome ? HtmlPart::chrome : HtmlPart::content;
}

}  // namespace

HtmlContent::HtmlContent(const GumboNode& body) {
  weigh(body, false);
  all_ = running(body);
  main_ = find_main(body);
}

HtmlPart HtmlContent::part_of(const GumboNode& node) const {
  // A box of related news may well hold a few sentences.
  constexpr double most_in_named_chrome = 0.3;
  const HtmlPart part = part_by_tag(node);
  if (part != HtmlPart::content || node.type != GUMBO_NODE_ELEMENT || &node == main_) return part;
  if (is_any(node, {GUMBO_TAG_BODY, GUMBO_TAG_HTML, GUMBO_TAG_MAIN, GUMBO_TAG_ARTICLE})) return part;
  if (!has_chrome_word(attribute(node, "class")) && !has_chrome_word(attribute(node, "id"))) return part;
  return static_cast<double>(running(node)) > most_in_named_chrome * static_cast<double>(all_) ? part
                                                                                               : HtmlPart::chrome;
}

HtmlContent::Amount HtmlContent::weigh(const GumboNode& node, bool linked) {
  Amount amount;
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA) {
    (linked ? amount.linked : amount.text) = std::char_traits<char>::length(node.v.text.text);
    return amount;
  }
  if (part_by_tag(node) != HtmlPart::content) return amount;
  linked = linked || is_element(node, GUMBO_TAG_A);
  const GumboVector& children = children_of(node);
  for (unsigned i = 0; i < children.length; ++i) {
    const Amount part = weigh(child(children, i), linked);
    amount.text += part.text;
    amount.linked += part.linked;
    amount.running += part.running;
  }
  if (amount.running == 0 && holds_text(node) && amount.text + amount.linked >= shortest_running_text &&
      amount.text > amount.linked)
    amount.running = amount.text;
  if (amount.running > 0) running_[&node] = amount.running;
  return amount;
}

std::size_t HtmlContent::running(const GumboNode& node) const {
  const auto found = running_.find(&node);
  return found == running_.end() ? 0 : found->second;
}

const GumboNode* HtmlContent::find_main(const GumboNode& body) const {
  const GumboNode* content = &body;
  for (bool deeper = all_ > 0; deeper;) {
    deeper = false;
    const GumboVector& children = children_of(*content);
    for (unsigned i = 0; i < children.length && !deeper; ++i) {
      const GumboNode& next = child(children, i);
      // A paragraph or list that holds all is the text, but its neighbours belong to it.
      if (is_any(next, {GUMBO_TAG_P, GUMBO_TAG_LI, GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_TABLE,
                        GUMBO_TAG_PRE, GUMBO_TAG_DL}))
        continue;
      if (static_cast<double>(running(next)) >= nearly_all * static_cast<double>(all_)) {
        content = &next;
        deeper = true;
      }
    }
  }
  return content;
}

}  // namespace herald::reading
