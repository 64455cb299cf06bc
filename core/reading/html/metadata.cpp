// The date of publication is taken from what names it so: article:published_time (Open Graph), date and
// dcterms.issued (Dublin Core), datePublished (schema.org, as JSON-LD and as microdata).
#include "core/reading/html/metadata.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "core/language/text.hpp"
#include "core/reading/iso_day.hpp"

namespace herald::reading {
namespace {

using Json = nlohmann::json;

bool is_date_name(std::string_view name) {
  static constexpr std::array<std::string_view, 12> names = {"article:published_time",
                                                             "dcterms.issued",
                                                             "dcterms.date",
                                                             "dc.date.issued",
                                                             "dc.date",
                                                             "dc:date",
                                                             "dcterms:issued",
                                                             "dcterms:date",
                                                             "dcterms.created",
                                                             "date",
                                                             "datepublished",
                                                             "publication_date"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string text_below(const GumboNode& node) {
  std::string text;
  const GumboVector& children = children_of(node);
  for (unsigned i = 0; i < children.length; ++i) {
    const GumboNode& part = child(children, i);
    if (part.type == GUMBO_NODE_TEXT || part.type == GUMBO_NODE_WHITESPACE || part.type == GUMBO_NODE_CDATA)
      text += part.v.text.text;
  }
  return text;
}

/// A member of an object or of what it holds, to a small depth: JSON-LD nests a graph.
std::string find_member(const Json& json, const char* name, int depth) {
  if (depth == 0) return {};
  if (json.is_object()) {
    const auto found = json.find(name);
    if (found != json.end() && found->is_string()) return found->get<std::string>();
  }
  if (json.is_structured()) {
    for (const Json& part : json) {
      if (std::string value = find_member(part, name, depth - 1); !value.empty()) return value;
    }
  }
  return {};
}

class MetadataReader {
 public:
  void walk(const GumboNode& node) {
    if (node.type == GUMBO_NODE_ELEMENT) {
      switch (node.v.element.tag) {
        case GUMBO_TAG_META:
          read_meta(node);
          break;
        case GUMBO_TAG_TITLE:
          if (page_title_.empty()) page_title_ = language::fold_space(text_below(node));
          break;
        case GUMBO_TAG_SCRIPT:
          if (attribute(node, "type") == "application/ld+json") read_json(text_below(node));
          return;
        default:
          read_property(node);
          break;
      }
    }
    const GumboVector& children = children_of(node);
    for (unsigned i = 0; i < children.length; ++i) walk(child(children, i));
  }

  HtmlMetadata result() const {
    return {open_graph_title_.empty() ? Said{page_title_, "html:title"} : Said{open_graph_title_, "og:title"},
            published_};
  }

 private:
  void take_date(std::string_view value, std::string origin) {
    if (published_.empty()) published_ = {iso_day(value), std::move(origin)};
  }

  void read_meta(const GumboNode& node) {
    std::string name = language::fold_case(attribute(node, "property"));
    if (name.empty()) name = language::fold_case(attribute(node, "name"));
    if (name.empty()) name = language::fold_case(attribute(node, "itemprop"));
    const std::string_view value = attribute(node, "content");
    if (name == "og:title") open_graph_title_ = language::fold_space(value);
    if (is_date_name(name)) take_date(value, "meta:" + name);
  }

  /// Microdata and RDFa on the page's own words: <time itemprop="datePublished" datetime="…">.
  void read_property(const GumboNode& node) {
    std::string_view name = attribute(node, "itemprop");
    if (name.empty()) name = attribute(node, "property");
    if (name.empty() || !is_date_name(language::fold_case(name))) return;
    const std::string_view value = attribute(node, "datetime");
    const std::string origin = is_element(node, GUMBO_TAG_TIME) ? "time" : "microdata:" + std::string(name);
    take_date(value.empty() ? attribute(node, "content") : value, origin);
  }

  void read_json(const std::string& text) {
    constexpr std::size_t longest = 256 * 1024;
    constexpr int deepest = 4;
    // A parser that stops at depth: hostile JSON nests without end.
    if (text.size() > longest) return;
    const auto shallow = [](int depth, Json::parse_event_t, Json&) { return depth <= 16; };
    const Json json = Json::parse(text, shallow, false);
    if (!json.is_discarded()) take_date(find_member(json, "datePublished", deepest), "json-ld:datePublished");
  }

  std::string page_title_;
  std::string open_graph_title_;
  Said published_;
};

}  // namespace

HtmlMetadata read_html_metadata(const HtmlTree& tree) {
  MetadataReader reader;
  reader.walk(tree.root());
  return reader.result();
}

}  // namespace herald::reading
