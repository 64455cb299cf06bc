// One line of a prepared paragraph becomes page items: its words are cut out, spaces stretched, runs put
// into visual order (UAX #9, L2) and merged to one glyph run for each look. Which line ends where was
// decided by paragraph.cpp.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "formats/typeset/paragraph.hpp"

namespace herald::typeset {

/// The glyph that shows a hyphen: U+2010 where the face has it, else '-'.
std::uint32_t hyphen_glyph(const Face& face);

/// Widths of a word's beginnings, asked for in ascending order.
class LogicalWidths {
 public:
  LogicalWidths(const ShapedWord& word, bool right_to_left, double scale, Points spacing)
      : word_(word), right_to_left_(right_to_left), scale_(scale), spacing_(spacing) {}

  /// Width of the clusters that begin before `offset`.
  Points up_to(std::uint32_t offset);

 private:
  const ShapedWord& word_;
  bool right_to_left_;
  double scale_;
  Points spacing_;
  std::size_t next_ = 0;
  Points width_ = 0;
};

/// A stretch of a unit that patterns can be asked about: letters only, no digits or signs around.
struct WordPart {
  std::string_view text;
  std::size_t begin = 0;
};
/// The letters of a word without its punctuation, split at apostrophes ("l’assemblée"); nothing for
/// compounds, addresses and codes, which are broken at their own signs or not at all.
std::vector<WordPart> hyphenable_parts(std::string_view unit);

class LineBuilder {
 public:
  struct Frame {
    Points left = 0;
    Points width = 0;
    Points indent = 0;  // of this line, at its start side
    Alignment alignment = Alignment::start;
    bool right_to_left = false;
    bool last = false;  // of its section: not justified
    Points hang = 0;
    bool hyphen = false;
    bool soft_hyphen = false;
  };

  LineBuilder(const PreparedParagraph& paragraph, std::uint32_t begin, std::uint32_t end)
      : paragraph_(paragraph), begin_(begin), end_(end) {}

  SetLine set(const Frame& frame);

 private:
  /// A unit, or what the line has of it.
  struct Piece {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t run = 0;
    bool space = false;
    bool hyphen = false;
    std::vector<ShapedGlyph> glyphs;
    Points width = 0;
  };
  /// Pieces that become one glyph run.
  struct Group {
    std::size_t first = 0;
    std::size_t end = 0;
    Points left = 0;
    Points width = 0;
  };

  void cut_pieces(const Frame& frame);
  void add_piece(const PreparedParagraph::Unit& unit, std::uint32_t from, std::uint32_t to);
  void add_hyphen(const Frame& frame);
  void stretch_spaces(const Frame& frame, Points slack);
  void make_groups();
  bool alike(const Piece& a, const Piece& b) const;
  std::vector<std::size_t> visual_order() const;
  void emit_trailing_space(SetLine& line, const Frame& frame);
  GlyphRun glyph_run(const Group& group) const;
  void append_glyphs(const Piece& piece, std::uint32_t group_begin, std::vector<Glyph>& glyphs) const;
  void emit(SetLine& line) const;
  void fit_height(SetLine& line) const;

  const PreparedParagraph& paragraph_;
  std::uint32_t begin_;
  std::uint32_t end_;
  std::vector<Piece> pieces_;
  std::optional<Piece> trailing_space_;
  std::vector<Group> groups_;
  double space_factor_ = 0;  // what each space grows by, as a share of its width
};

}  // namespace herald::typeset
