// See navigation.hpp. check.hpp has made sure before that every target exists.
#include "formats/pdf/navigation.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "formats/pdf/unicode.hpp"

namespace herald::pdf {

using PoDoFo::PdfArray;
using PoDoFo::PdfDictionary;
using PoDoFo::PdfName;
using PoDoFo::PdfObject;

namespace {

/// Destinations by name, in order once: a document may have as many of them as links.
class Destinations {
 public:
  Destinations(const typeset::Layout& layout, const std::vector<PdfObject*>& pages) : layout_(layout), pages_(pages) {
    // emplace keeps the first place of a name
    for (const typeset::Destination& one : layout.destinations) by_name_.emplace(one.name, &one);
  }

  /// [page /XYZ left top zoom] (12.3.2.2). No left and no zoom: the reader keeps the user's.
  std::optional<PdfArray> find(const std::string& name) const {
    const auto found = by_name_.find(name);
    if (found == by_name_.end()) return std::nullopt;
    const typeset::Destination& place = *found->second;
    PdfArray array;
    array.push_back(pages_.at(place.page)->Reference());
    array.push_back(PdfName("XYZ"));
    array.push_back(PoDoFo::PdfVariant());
    array.push_back(number(layout_.pages[place.page].height - place.position.y));
    array.push_back(PoDoFo::PdfVariant());
    return array;
  }

 private:
  const typeset::Layout& layout_;
  const std::vector<PdfObject*>& pages_;
  std::unordered_map<std::string_view, const typeset::Destination*> by_name_;
};

PdfArray rectangle(const typeset::Rectangle& area, typeset::Points page_height) {
  PdfArray array;
  for (const double edge : {area.x, page_height - area.y - area.height, area.x + area.width, page_height - area.y}) {
    array.push_back(number(edge));
  }
  return array;
}

PdfArray no_border() {
  PdfArray array;
  for (int i = 0; i < 3; ++i) array.push_back(number(0));
  return array;
}

}  // namespace

std::string ascii_uri(std::string_view uri) {
  std::string out;
  for (const char c : uri) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F) {
      out.push_back(c);
    } else {
      out += '%';
      out += hexadecimal({&c, 1});
    }
  }
  return out;
}

std::vector<PdfObject*> write_links(PoDoFo::PdfVecObjects& objects, const typeset::Layout& layout,
                                    const DocumentContent& content, const std::vector<PdfObject*>& pages) {
  std::vector<PdfObject*> annotations;
  std::vector<PdfArray> by_page(pages.size());
  const Destinations destinations(layout, pages);
  for (const PlacedLink& placed : content.links) {
    const typeset::Link& link = *placed.link;
    PdfObject* object = objects.CreateObject("Annot");
    PdfDictionary& annotation = object->GetDictionary();
    annotation.AddKey("Subtype", PdfName("Link"));
    annotation.AddKey("Rect", rectangle(link.area, layout.pages[placed.page].height));
    annotation.AddKey("Border", no_border());
    annotation.AddKey("F", number(4));  // print it (ISO 19005-2, 6.3.2)
    annotation.AddKey("Contents", text_string(link.description));
    if (const auto target = destinations.find(link.target)) {
      annotation.AddKey("Dest", *target);
    } else {
      PdfDictionary action;
      action.AddKey("S", PdfName("URI"));
      action.AddKey("URI", text_string(ascii_uri(link.uri)));
      annotation.AddKey("A", action);
    }
    annotations.push_back(object);
    by_page[placed.page].push_back(object->Reference());
  }
  for (std::size_t page = 0; page < pages.size(); ++page) {
    if (by_page[page].empty()) continue;
    pages[page]->GetDictionary().AddKey("Annots", by_page[page]);
    pages[page]->GetDictionary().AddKey("Tabs", PdfName("S"));
  }
  return annotations;
}

std::optional<PoDoFo::PdfReference> write_outline(PoDoFo::PdfVecObjects& objects, const typeset::Layout& layout,
                                                  const std::vector<PdfObject*>& pages) {
  if (layout.outline.empty()) return std::nullopt;
  struct Node {
    PdfObject* object = nullptr;
    std::size_t parent = 0;
    std::vector<std::size_t> children;
  };
  const Destinations destinations(layout, pages);
  std::vector<Node> nodes(1);
  nodes[0].object = objects.CreateObject("Outlines");
  std::vector<std::size_t> open = {0};  // the node that is open at each level
  for (const typeset::OutlineEntry& entry : layout.outline) {
    const std::size_t level = std::clamp<std::size_t>(entry.level, 1, open.size());
    open.resize(level);
    Node node{objects.CreateObject(), open.back(), {}};
    node.object->GetDictionary().AddKey("Title", text_string(entry.title));
    node.object->GetDictionary().AddKey("Parent", nodes[node.parent].object->Reference());
    if (const auto target = destinations.find(entry.target)) {
      node.object->GetDictionary().AddKey("Dest", *target);
    }
    nodes[node.parent].children.push_back(nodes.size());
    open.push_back(nodes.size());
    nodes.push_back(std::move(node));
  }

  // Count (12.3.3): all that is below an open entry. Children stand behind their parents, so from the end.
  std::vector<std::size_t> below(nodes.size(), 0);
  for (std::size_t i = nodes.size() - 1; i > 0; --i) below[nodes[i].parent] += below[i] + 1;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const std::vector<std::size_t>& children = nodes[i].children;
    if (children.empty()) continue;
    PdfDictionary& parent = nodes[i].object->GetDictionary();
    parent.AddKey("First", nodes[children.front()].object->Reference());
    parent.AddKey("Last", nodes[children.back()].object->Reference());
    parent.AddKey("Count", number(static_cast<double>(below[i])));
    for (std::size_t k = 1; k < children.size(); ++k) {
      PdfObject* before = nodes[children[k - 1]].object;
      PdfObject* after = nodes[children[k]].object;
      before->GetDictionary().AddKey("Next", after->Reference());
      after->GetDictionary().AddKey("Prev", before->Reference());
    }
  }
  return nodes[0].object->Reference();
}

}  // namespace herald::pdf
