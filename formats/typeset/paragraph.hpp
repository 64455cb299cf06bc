// A paragraph from text to set lines. Preparing (itemizing, shaping, finding breaks) is done once;
// measuring and setting at a width use what was prepared, so that a table can ask a cell how wide it
// would like to be before its column is known. Lines come out in their own coordinates; where they go
// on which page is decided by the callers (vertical.hpp, paginate.cpp).
#pragma once

#include <cstdint>
#include <deque>
#include <set>
#include <string>
#include <vector>

#include "formats/typeset/frame.hpp"
#include "formats/typeset/itemize.hpp"
#include "formats/typeset/linebreak.hpp"
#include "formats/typeset/shape.hpp"
#include "formats/typeset/style.hpp"

namespace herald::typeset {

/// What the steps share while one layout is made.
struct LayoutContext {
  FontLibrary& fonts;
  std::string language;
  bool right_to_left = false;
  std::set<char32_t> missing_characters;
  std::set<std::string> languages_without_hyphenation;
};

/// Text with the structure element of each part.
struct ParagraphSource {
  struct Part {
    Inline text;
    ElementIndex element = artifact;
  };
  std::vector<Part> parts;
  ParagraphStyle style;
  ElementIndex element = artifact;
};

/// Items relative to the line's own origin: x from the left edge of the measure that was given, y from
/// the baseline.
struct SetLine {
  std::vector<PageItem> items;
  Points height = 0;
  Points baseline = 0;  // from the line's top
  Points left = 0;      // where the line's first glyph stands
  Points width = 0;     // of its glyphs
};

struct SetParagraph {
  std::vector<SetLine> lines;
  bool right_to_left = false;
  Points height() const {
    Points sum = 0;
    for (const SetLine& line : lines) sum += line.height;
    return sum;
  }
};

class PreparedParagraph {
 public:
  PreparedParagraph(const ParagraphSource& source, LayoutContext& context);

  // Units point into own_words_, whose elements stay in place when moved but not when copied.
  PreparedParagraph(const PreparedParagraph&) = delete;
  PreparedParagraph& operator=(const PreparedParagraph&) = delete;
  PreparedParagraph(PreparedParagraph&&) = default;
  ~PreparedParagraph() = default;

  bool right_to_left() const noexcept { return right_to_left_; }
  const ParagraphStyle& style() const noexcept { return style_; }
  bool empty() const noexcept { return text_.empty(); }

  /// The width that the paragraph has without line breaks of our making, indents included.
  Points natural_width() const;
  /// The widest stretch that cannot be broken well, indents included.
  Points least_width() const;

  /// Breaks and sets the paragraph in a measure of `width`. Alignment follows the paragraph's own
  /// direction, or the given one where the surroundings decide (a table's columns).
  SetParagraph set(Points width) const;
  SetParagraph set(Points width, Alignment alignment, bool aligned_right_to_left) const;

 private:
  friend class LineBuilder;

  enum class UnitKind : std::uint8_t { word, space, fixed_space };
  /// A word, or the space between words.
  struct Unit {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t run = 0;
    UnitKind kind = UnitKind::word;
    const ShapedWord* shaped = nullptr;
    Points width = 0;
  };
  /// Text between forced line breaks.
  struct Section {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::size_t first_unit = 0;
    std::size_t end_unit = 0;
  };
  struct Candidate {
    std::uint32_t offset = 0;
    double penalty = 0;
    bool hyphen = false;
    bool soft_hyphen = false;  // the source's own U+00AD before the break
  };
  struct Line {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool hyphen = false;
    bool soft_hyphen = false;
    bool last = false;
    Points hang = 0;
  };

  void take_parts(const ParagraphSource& source, LayoutContext& context);
  void make_units(LayoutContext& context);
  void add_word_units(std::uint32_t run_index, std::uint32_t begin, std::uint32_t end);
  void add_unit(std::uint32_t run_index, std::uint32_t begin, std::uint32_t end, UnitKind kind);
  const ShapedWord* shape_missing(const TextRun& run, std::string_view word, const Replacement& replacement);
  void make_sections();
  std::vector<Candidate> candidates_of(const Section& section) const;
  void add_hyphens(const Section& section, std::vector<Candidate>& candidates) const;
  void add_emergency_breaks(const Section& section, Points width, std::vector<Candidate>& candidates) const;
  std::vector<Breakpoint> measure(const Section& section, const std::vector<Candidate>& candidates) const;
  void break_section(const Section& section, Points width, Alignment alignment, std::vector<Line>& lines) const;
  Points hang_before(std::uint32_t offset) const;
  Points hyphen_width(const TextRun& run) const;

  ShapingContext shaping_of(const TextRun& run) const;
  double scale_of(const TextRun& run) const;  // font units to points
  Points spacing_of(const TextRun& run) const;

  FontLibrary& fonts_;
  ParagraphStyle style_;
  ElementIndex element_;
  std::string text_;
  bool right_to_left_ = false;
  std::vector<StyledPart> parts_;
  std::vector<Link> links_;
  std::vector<ElementIndex> link_elements_;
  std::vector<TextRun> runs_;
  std::vector<Unit> units_;
  std::vector<Section> sections_;
  std::vector<std::uint32_t> opportunities_;
  std::deque<ShapedWord> own_words_;  // shaped outside the cache
  std::set<std::string>* languages_without_hyphenation_ = nullptr;
};

}  // namespace herald::typeset
