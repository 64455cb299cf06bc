// See content.hpp. Right-to-left runs are shown in visual order inside ReversedChars (ISO 32000-1, 14.8.2.3.3),
// as word processors and browsers write them: readers turn such runs round by the direction of their
// characters, and most of them (PDFium, poppler, pdf.js) would turn logical order round as well.
#include "formats/pdf/content.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "formats/pdf/clusters.hpp"
#include "formats/pdf/operators.hpp"
#include "formats/pdf/structure.hpp"
#include "formats/pdf/unicode.hpp"

namespace herald::pdf {

namespace {

using typeset::ElementIndex;
using typeset::GlyphRun;

// What a glyph without text of its own means: the hyphen that line breaking added, or the remains of a
// control character. ISO 32000-1, 14.8.2.2.3 has added hyphens read as a soft hyphen.
constexpr char32_t soft_hyphen = 0x00AD;

constexpr char32_t zero_width_joiner = 0x200D;

/// The language that a tagged run has without being told: that of its element or the nearest parent.
const std::string& language_of(const typeset::Layout& layout, ElementIndex element) {
  while (element != typeset::artifact) {
    if (!layout.elements[element].language.empty()) return layout.elements[element].language;
    if (element == 0) break;
    element = layout.elements[element].parent;
  }
  return layout.language;
}

/// Shows the glyphs of one run, keeping count of where the reader's pen is after each: widths and
/// adjustments are rounded, and the errors must not add up along a line.
class RunShower {
 public:
  RunShower(const GlyphRun& run, EmbeddedFont& font, Operators& operators)
      : run_(run), font_(font), operators_(operators), pen_(run.origin.x) {
    places_.reserve(run.glyphs.size());
    double x = run.origin.x;
    for (const typeset::Glyph& glyph : run.glyphs) {
      places_.push_back(x + glyph.dx);
      x += glyph.advance;
    }
  }

  void show() {
    operators_.begin_text();
    operators_.font(font_.resource_name(), run_.size);
    operators_.move_text(run_.origin);
    std::vector<Cluster> in_order = clusters(run_);
    if (run_.right_to_left) {
      std::reverse(in_order.begin(), in_order.end());
      operators_.raw("/ReversedChars BMC\n");
    }
    for (const Cluster& cluster : in_order) show_cluster(cluster);
    close();
    if (run_.right_to_left) operators_.raw("EMC\n");
    show_marks();
    operators_.end_text();
  }

 private:
  void show_cluster(const Cluster& cluster) {
    const std::size_t count = cluster.last - cluster.first;
    std::u32string text = readable(cluster.text);
    if (text.empty()) text.push_back(soft_hyphen);
    if (count == 1) return show_single(cluster.first, text);
    if (const auto letter = letter_with_marks(cluster)) {
      for (std::size_t i = cluster.first; i < cluster.last; ++i) {
        if (i != *letter) marks_.push_back(i);
      }
      return show_with_carriers(*letter, text);
    }

    // Several glyphs: one character each where the numbers agree. Otherwise ToUnicode cannot say it,
    // and an ActualText speaks for the cluster as a whole.
    const bool needs_actual_text = count != text.size();
    if (needs_actual_text) {
      close();
      operators_.raw("/Span <</ActualText <" + hexadecimal_text(text) + ">>> BDC\n");
    }
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t character = run_.right_to_left ? count - 1 - i : i;
      show_glyph(cluster.first + i, std::u32string_view(text).substr(std::min(character, text.size() - 1), 1));
    }
    if (needs_actual_text) {
      close();
      operators_.raw("EMC\n");
    }
  }

  /// The one glyph of a cluster that the others, which take no room, are marks upon: vowel signs, accents.
  /// Nothing where there is none, or where the marks may stand in the line as they are.
  std::optional<std::size_t> letter_with_marks(const Cluster& cluster) const {
    if (!carrier()) return std::nullopt;
    std::optional<std::size_t> letter;
    bool moved = run_.right_to_left;
    for (std::size_t i = cluster.first; i < cluster.last; ++i) {
      moved = moved || run_.glyphs[i].dy != 0;
      if (run_.glyphs[i].advance == 0) continue;
      if (letter) return std::nullopt;
      letter = i;
    }
    return moved ? letter : std::nullopt;
  }

  /// A glyph of the face that shows nothing and takes no room, to carry a character that has no glyph of its own.
  std::optional<std::uint32_t> carrier() const {
    constexpr std::array<char32_t, 4> invisible = {0x200B, zero_width_joiner, 0x200C, 0xFEFF};
    for (const char32_t character : invisible) {
      const std::uint32_t glyph = run_.face->glyph(character);
      if (glyph != 0 && run_.face->advance(glyph) == 0 && !run_.face->has_ink(glyph)) return glyph;
    }
    return std::nullopt;
  }

  void show_single(std::size_t index, std::u32string_view text) {
    if (run_.right_to_left && text.size() > 1 && carrier()) return show_with_carriers(index, text);
    show_glyph(index, text);
  }

  /// A glyph with the first of its characters; the later ones are given to invisible carriers beside it. A
  /// mark shown in its own place would be text on a line of its own to readers that go by the baseline. And
  /// from right to left one code of several characters (lam-alef) is a trap: readers take them from left to
  /// right and then turn them round.
  void show_with_carriers(std::size_t index, std::u32string_view text) {
    const std::uint32_t blank = *carrier();
    const double left = places_[index];
    if (!run_.right_to_left) show_glyph(index, text.substr(0, 1));
    for (std::size_t i = 1; i < text.size(); ++i) {
      const std::size_t character = run_.right_to_left ? text.size() - i : i;
      const double place = run_.right_to_left ? left : left + run_.glyphs[index].advance;
      show_code(font_.code(blank, text.substr(character, 1)), place, 0);
    }
    if (run_.right_to_left) show_glyph(index, text.substr(0, 1));
  }

  /// The marks' ink, after the run's text: what they say has been said by carriers.
  void show_marks() {
    if (marks_.empty()) return;
    operators_.raw("/Span <</ActualText <FEFF>>> BDC\n");
    for (const std::size_t index : marks_) show_glyph(index, std::u32string_view(&zero_width_joiner, 1));
    close();
    operators_.raw("EMC\n");
  }

  void show_glyph(std::size_t index, std::u32string_view text) {
    const typeset::Glyph& glyph = run_.glyphs[index];
    show_code(font_.code(glyph.id, text), places_[index], glyph.dy);
  }

  void show_code(std::uint16_t code, double place, double rise) {
    if (rise != rise_) {
      close();
      operators_.rise(rise);
      rise_ = rise;
    }
    if (!open_) operators_.begin_show();
    open_ = true;
    const long adjustment = std::lround((pen_ - place) / run_.size * 1000.0);
    operators_.adjust(adjustment);
    operators_.show(code);
    pen_ += (font_.width(code) - static_cast<double>(adjustment)) * run_.size / 1000.0;
  }

  void close() {
    if (open_) operators_.end_show();
    open_ = false;
  }

  const GlyphRun& run_;
  EmbeddedFont& font_;
  Operators& operators_;
  std::vector<double> places_;
  std::vector<std::size_t> marks_;
  double pen_;
  double rise_ = 0;
  bool open_ = false;
};

class PageBuilder {
 public:
  PageBuilder(const typeset::Layout& layout, std::uint32_t page, FontSet& fonts, DocumentContent& document)
      : layout_(layout), page_(page), fonts_(fonts), document_(document), operators_(layout.pages[page].height) {}

  void build() {
    for (const typeset::PageItem& item : layout_.pages[page_].items) {
      if (const auto* link = std::get_if<typeset::Link>(&item.content)) {
        place_link(*link, item.element);
        continue;
      }
      mark(item);
      if (const auto* run = std::get_if<GlyphRun>(&item.content)) {
        show_run(*run, item.element);
      } else {
        const auto& rectangle = std::get<typeset::FilledRectangle>(item.content);
        operators_.fill_color(rectangle.color);
        operators_.fill(rectangle.area, rectangle.corner_radius);
      }
    }
    if (marked_) operators_.raw("EMC\n");
    content_.operators = operators_.take();
    document_.pages.push_back(std::move(content_));
  }

 private:
  /// Opens the marked-content sequence that `item` belongs in, unless it is open already.
  void mark(const typeset::PageItem& item) {
    const bool is_artifact = item.element == typeset::artifact;
    if (marked_ && item.element == element_ && (!is_artifact || item.artifact_kind == artifact_kind_)) return;
    if (marked_) operators_.raw("EMC\n");
    marked_ = true;
    element_ = item.element;
    artifact_kind_ = item.artifact_kind;
    if (is_artifact) {
      operators_.raw(artifact_kind_ == typeset::ArtifactKind::pagination ? "/Artifact <</Type /Pagination>> BDC\n"
                                                                         : "/Artifact <</Type /Layout>> BDC\n");
      return;
    }
    const auto mcid = static_cast<std::uint32_t>(content_.marked_elements.size());
    content_.marked_elements.push_back(element_);
    document_.pieces.push_back({ContentPiece::Kind::marked_content, element_, page_, mcid});
    operators_.raw("/");
    operators_.raw(structure_type(layout_.elements[element_].role));
    operators_.raw(" <</MCID " + std::to_string(mcid) + ">> BDC\n");
  }

  void show_run(const GlyphRun& run, ElementIndex element) {
    if (run.glyphs.empty() || run.size <= 0) return;
    EmbeddedFont& font = fonts_.font(run.face);
    if (std::find(content_.fonts.begin(), content_.fonts.end(), &font) == content_.fonts.end()) {
      content_.fonts.push_back(&font);
    }
    const bool foreign =
        element != typeset::artifact && !run.language.empty() && run.language != language_of(layout_, element);
    if (foreign) operators_.raw("/Span <</Lang <" + hexadecimal(run.language) + ">>> BDC\n");
    operators_.fill_color(run.color);
    RunShower(run, font, operators_).show();
    if (foreign) operators_.raw("EMC\n");
  }

  void place_link(const typeset::Link& link, ElementIndex element) {
    const auto index = static_cast<std::uint32_t>(document_.links.size());
    document_.links.push_back({&link, page_, element});
    document_.pieces.push_back({ContentPiece::Kind::annotation, element, page_, index});
  }

  const typeset::Layout& layout_;
  std::uint32_t page_;
  FontSet& fonts_;
  DocumentContent& document_;
  Operators operators_;
  PageContent content_;
  bool marked_ = false;
  ElementIndex element_ = typeset::artifact;
  typeset::ArtifactKind artifact_kind_ = typeset::ArtifactKind::layout;
};

}  // namespace

DocumentContent build_content(const typeset::Layout& layout, FontSet& fonts) {
  DocumentContent document;
  for (std::uint32_t page = 0; page < layout.pages.size(); ++page) PageBuilder(layout, page, fonts, document).build();
  return document;
}

}  // namespace herald::pdf
