#include "tests/formats/typeset/support.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace herald::test {

using namespace typeset;

FontLibrary& fonts() {
  static FontLibrary library;
  return library;
}

ParagraphStyle style(Points size, Alignment alignment) {
  ParagraphStyle result;
  result.text.family = "Noto Sans";
  result.text.size = size;
  result.leading = size * 1.5;
  result.alignment = alignment;
  return result;
}

PageTemplate small_page(Points width, Points height) {
  PageTemplate page;
  page.size = {width, height};
  page.margins = {.top = 20, .end = 20, .bottom = 20, .start = 20};
  return page;
}

Layout layout_of(const Flow& flow, const PageTemplate& page) {
  Diagnostics remarks;
  return flow.layout(page, fonts(), remarks);
}

SetParagraph set(const std::string& text, Points width, const ParagraphStyle& style, const std::string& language,
                 bool right_to_left) {
  LayoutContext context{fonts(), language, right_to_left, {}, {}};
  ParagraphSource source;
  source.style = style;
  source.element = 1;
  source.parts.push_back({Inline{.text = text}, 1});
  return PreparedParagraph(source, context).set(width);
}

namespace {

std::vector<const GlyphRun*> runs_of(const SetLine& line) {
  std::vector<const GlyphRun*> runs;
  for (const PageItem& item : line.items) {
    if (const auto* run = std::get_if<GlyphRun>(&item.content)) runs.push_back(run);
  }
  return runs;
}

std::vector<const GlyphRun*> visual(const SetLine& line) {
  std::vector<const GlyphRun*> runs = runs_of(line);
  std::stable_sort(runs.begin(), runs.end(),
                   [](const GlyphRun* a, const GlyphRun* b) { return a->origin.x < b->origin.x; });
  return runs;
}

/// The run's text from one cluster to the next.
std::string cluster_text(const GlyphRun& run, std::uint32_t cluster) {
  std::size_t end = run.text.size();
  for (const Glyph& glyph : run.glyphs) {
    if (glyph.cluster > cluster) end = std::min<std::size_t>(end, glyph.cluster);
  }
  return run.text.substr(cluster, end - cluster);
}

std::string check_tree(const Layout& layout) {
  if (layout.elements.empty() || layout.elements[0].role != Role::document) return "element 0 is not the document";
  const std::map<Role, std::set<Role>> parents = {{Role::list_item, {Role::list}},
                                                  {Role::list_label, {Role::list_item}},
                                                  {Role::list_body, {Role::list_item}},
                                                  {Role::table_head, {Role::table}},
                                                  {Role::table_body, {Role::table}},
                                                  {Role::table_row, {Role::table, Role::table_head, Role::table_body}},
                                                  {Role::table_header_cell, {Role::table_row}},
                                                  {Role::table_data_cell, {Role::table_row}}};
  for (std::size_t i = 1; i < layout.elements.size(); ++i) {
    const Element& element = layout.elements[i];
    if (element.parent >= i) return "element " + std::to_string(i) + " stands before its parent";
    const auto rule = parents.find(element.role);
    if (rule != parents.end() && rule->second.count(layout.elements[element.parent].role) == 0) {
      return "element " + std::to_string(i) + " has a parent that may not hold it";
    }
  }
  return {};
}

std::string check_run(const GlyphRun& run) {
  if (run.face == nullptr) return "a run has no face";
  for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
    if (run.glyphs[i].id == 0) return ".notdef in \"" + run.text + "\"";
    if (run.glyphs[i].cluster >= run.text.size()) return "a cluster lies past the text \"" + run.text + "\"";
    if (i == 0) continue;
    const bool ascends = run.glyphs[i].cluster >= run.glyphs[i - 1].cluster;
    const bool descends = run.glyphs[i].cluster <= run.glyphs[i - 1].cluster;
    if (run.right_to_left ? !descends : !ascends) return "clusters of \"" + run.text + "\" are out of order";
  }
  return {};
}

}  // namespace

std::vector<std::string> visual_runs(const SetLine& line) {
  std::vector<std::string> texts;
  for (const GlyphRun* run : visual(line)) texts.push_back(run->text);
  return texts;
}

std::string visual_text(const SetLine& line) {
  std::string text;
  for (const GlyphRun* run : visual(line)) {
    for (std::size_t i = 0; i < run->glyphs.size(); ++i) {
      if (i > 0 && run->glyphs[i].cluster == run->glyphs[i - 1].cluster) continue;
      text += cluster_text(*run, run->glyphs[i].cluster);
    }
  }
  return text;
}

std::string logical_text(const SetLine& line) {
  std::string text;
  for (const GlyphRun* run : runs_of(line)) text += run->text;
  return text;
}

std::string page_text(const Page& page, bool artifacts) {
  std::string text;
  for (const PageItem& item : page.items) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run != nullptr && (item.element == artifact) == artifacts) text += run->text + "|";
  }
  return text;
}

Points right_of(const GlyphRun& run) {
  Points right = run.origin.x;
  for (const Glyph& glyph : run.glyphs) right += glyph.advance;
  return right;
}

std::string contract_violation(const Layout& layout) {
  std::string violation = check_tree(layout);
  for (const Page& page : layout.pages) {
    for (const PageItem& item : page.items) {
      if (!violation.empty()) return violation;
      if (item.element != artifact && item.element >= layout.elements.size()) return "an item's element does not exist";
      if (const auto* run = std::get_if<GlyphRun>(&item.content)) violation = check_run(*run);
    }
  }
  return violation;
}

}  // namespace herald::test
