#include "formats/typeset/line.hpp"

#include <hb.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <utility>

namespace herald::typeset {

std::uint32_t hyphen_glyph(const Face& face) {
  const std::uint32_t hyphen = face.glyph(U'\u2010');
  return hyphen != 0 ? hyphen : face.glyph(U'-');
}

Points LogicalWidths::up_to(std::uint32_t offset) {
  const std::vector<ShapedGlyph>& glyphs = word_.glyphs;
  const auto logical = [&](std::size_t i) -> const ShapedGlyph& {
    return right_to_left_ ? glyphs[glyphs.size() - 1 - i] : glyphs[i];
  };
  while (next_ < glyphs.size() && logical(next_).cluster < offset) {
    const bool ends_cluster = next_ + 1 == glyphs.size() || logical(next_ + 1).cluster != logical(next_).cluster;
    width_ += logical(next_).advance * scale_ + (ends_cluster ? spacing_ : 0);
    ++next_;
  }
  return width_;
}

std::vector<WordPart> hyphenable_parts(std::string_view unit) {
  std::vector<WordPart> parts;
  const auto length = static_cast<std::int32_t>(unit.size());
  std::int32_t begin = -1;
  std::int32_t last_end = 0;
  bool sign_inside = false;  // a sign after letters; letters after it make the unit a compound or a code
  for (std::int32_t at = 0; at < length;) {
    const std::int32_t start = at;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(unit.data(), at, length, c);
    if (u_isalpha(c) != 0) {
      if (sign_inside) return {};
      if (begin < 0) begin = start;
      last_end = at;
      continue;
    }
    if (u_isdigit(c) != 0 || c == '@' || c == '/' || c == '_') return {};
    if (begin >= 0) {
      parts.push_back({unit.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(last_end - begin)),
                       static_cast<std::size_t>(begin)});
      begin = -1;
      if (c != '\'' && c != 0x2019) sign_inside = true;
    } else if (!parts.empty()) {
      sign_inside = true;
    }
  }
  if (begin >= 0) {
    parts.push_back({unit.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(last_end - begin)),
                     static_cast<std::size_t>(begin)});
  }
  return parts;
}

void LineBuilder::add_piece(const PreparedParagraph::Unit& unit, std::uint32_t from, std::uint32_t to) {
  const TextRun& run = paragraph_.runs_[unit.run];
  Piece piece;
  piece.begin = from;
  piece.end = to;
  piece.run = unit.run;
  piece.space = unit.kind != PreparedParagraph::UnitKind::word;
  if (from == unit.begin && to == unit.end) {
    piece.glyphs = unit.shaped->glyphs;
    piece.width = unit.width;
  } else {
    const std::uint32_t first = from - unit.begin;
    const std::uint32_t last = to - unit.begin;
    // HarfBuzz: a cut is harmless when a cluster begins there and its glyphs are not marked unsafe.
    const auto is_safe = [&](std::uint32_t offset) {
      if (offset == 0 || offset == unit.end - unit.begin || run.missing) return true;
      bool begins = false;
      for (const ShapedGlyph& glyph : unit.shaped->glyphs) {
        if (glyph.cluster != offset) continue;
        if (glyph.unsafe_to_break) return false;
        begins = true;
      }
      return begins;
    };
    if (is_safe(first) && is_safe(last)) {
      for (ShapedGlyph glyph : unit.shaped->glyphs) {
        if (glyph.cluster < first || glyph.cluster >= last) continue;
        glyph.cluster -= first;
        piece.glyphs.push_back(glyph);
      }
    } else {
      const std::string_view text = paragraph_.text_;
      const Surroundings surroundings{text.substr(unit.begin, first), text.substr(to, unit.end - to)};
      piece.glyphs = shape(*run.face, text.substr(from, to - from), paragraph_.shaping_of(run), surroundings).glyphs;
    }
    ShapedWord measured;
    measured.glyphs = piece.glyphs;
    piece.width = LogicalWidths(measured, run.right_to_left(), paragraph_.scale_of(run), paragraph_.spacing_of(run))
                      .up_to(to - from);
  }
  pieces_.push_back(std::move(piece));
}

void LineBuilder::cut_pieces(const Frame& frame) {
  using Kind = PreparedParagraph::UnitKind;
  const auto& units = paragraph_.units_;
  auto unit = std::upper_bound(units.begin(), units.end(), begin_,
                               [](std::uint32_t at, const PreparedParagraph::Unit& other) { return at < other.end; });
  std::uint32_t end = end_;
  if (frame.soft_hyphen) end -= 2;  // U+00AD of the source is said by the hyphen's own run
  for (; unit != units.end() && unit->begin < end; ++unit) {
    if (unit->kind == Kind::space && pieces_.empty()) continue;
    const std::uint32_t from = std::max(begin_, unit->begin);
    const std::uint32_t to = std::min(end, unit->end);
    if (from < to) add_piece(*unit, from, to);
  }
  const auto is_plain_space = [&](const Piece& piece) { return piece.space && paragraph_.text_[piece.begin] == ' '; };
  while (!pieces_.empty() && is_plain_space(pieces_.back())) {
    trailing_space_ = std::move(pieces_.back());
    pieces_.pop_back();
  }
  if (frame.hyphen && !pieces_.empty()) add_hyphen(frame);
}

void LineBuilder::add_hyphen(const Frame&) {
  const TextRun& run = paragraph_.runs_[pieces_.back().run];
  Piece piece;
  piece.begin = pieces_.back().end;
  piece.end = piece.begin;
  piece.run = pieces_.back().run;
  piece.hyphen = true;
  const std::uint32_t glyph = hyphen_glyph(*run.face);
  piece.glyphs.push_back({glyph, 0, run.face->advance(glyph), 0, 0, false});
  piece.width = paragraph_.hyphen_width(run);
  pieces_.push_back(std::move(piece));
}

void LineBuilder::stretch_spaces(const Frame& frame, Points slack) {
  Points spaces = 0;
  for (const Piece& piece : pieces_) spaces += piece.space ? piece.width : 0;
  if (spaces <= 0) return;
  const bool grow = slack > 0 && frame.alignment == Alignment::justify && !frame.last;
  if (!grow && slack >= 0) return;
  // Spaces closer than this run words together; it is reached only where a cut word was shaped anew.
  constexpr double closest = -0.5;
  space_factor_ = std::max(closest, slack / spaces);
  for (Piece& piece : pieces_) {
    if (piece.space) piece.width *= 1 + space_factor_;
  }
}

bool LineBuilder::alike(const Piece& a, const Piece& b) const {
  if (a.hyphen || b.hyphen || a.end != b.begin) return false;
  if (a.run == b.run) return true;
  const TextRun& one = paragraph_.runs_[a.run];
  const TextRun& other = paragraph_.runs_[b.run];
  if (one.face != other.face || one.level != other.level || one.missing != other.missing) return false;
  if (one.part == other.part) return true;
  const StyledPart& left = paragraph_.parts_[one.part];
  const StyledPart& right = paragraph_.parts_[other.part];
  return left.style.size == right.style.size && left.style.color == right.style.color && left.rise == right.rise &&
         left.foreign_language == right.foreign_language && left.element == right.element && left.link == right.link;
}

void LineBuilder::make_groups() {
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    if (i > 0 && alike(pieces_[i - 1], pieces_[i])) {
      groups_.back().end = i + 1;
    } else {
      groups_.push_back({i, i + 1, 0, 0});
    }
    groups_.back().width += pieces_[i].width;
  }
}

/// UAX #9, rule L2: from the highest level down to the lowest odd one, reverse what is at it or above.
std::vector<std::size_t> LineBuilder::visual_order() const {
  std::vector<std::size_t> order(groups_.size());
  std::vector<std::uint8_t> levels(groups_.size());
  std::uint8_t highest = 0;
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    order[i] = i;
    levels[i] = paragraph_.runs_[pieces_[groups_[i].first].run].level;
    highest = std::max(highest, levels[i]);
  }
  for (std::uint8_t level = highest; level >= 1; --level) {
    for (std::size_t i = 0; i < order.size();) {
      std::size_t end = i;
      while (end < order.size() && levels[order[end]] >= level) ++end;
      std::reverse(order.begin() + static_cast<std::ptrdiff_t>(i), order.begin() + static_cast<std::ptrdiff_t>(end));
      i = end + 1;
    }
  }
  return order;
}

void LineBuilder::append_glyphs(const Piece& piece, std::uint32_t group_begin, std::vector<Glyph>& glyphs) const {
  const TextRun& run = paragraph_.runs_[piece.run];
  const double scale = paragraph_.scale_of(run);
  const Points spacing = piece.hyphen ? 0 : paragraph_.spacing_of(run);
  const std::size_t count = piece.glyphs.size();
  for (std::size_t i = 0; i < count; ++i) {
    const ShapedGlyph& shaped = piece.glyphs[i];
    const bool ends_cluster = i + 1 == count || piece.glyphs[i + 1].cluster != shaped.cluster;
    Points advance = shaped.advance * scale + (ends_cluster ? spacing : 0);
    if (piece.space) advance *= 1 + space_factor_;
    glyphs.push_back(
        {shaped.id, shaped.cluster + piece.begin - group_begin, advance, shaped.dx * scale, shaped.dy * scale});
  }
}

GlyphRun LineBuilder::glyph_run(const Group& group) const {
  const Piece& first = pieces_[group.first];
  const TextRun& run = paragraph_.runs_[first.run];
  const StyledPart& part = paragraph_.parts_[run.part];
  GlyphRun result;
  result.face = run.face;
  result.size = part.style.size;
  result.color = part.style.color;
  result.language = part.foreign_language;
  result.right_to_left = run.right_to_left();
  result.origin = {group.left, -part.rise};
  if (first.hyphen) {
    result.text = "\xC2\xAD";
  } else {
    result.text = paragraph_.text_.substr(first.begin, pieces_[group.end - 1].end - first.begin);
  }
  for (std::size_t i = group.first; i < group.end; ++i) {
    const std::size_t visual = run.right_to_left() ? group.first + group.end - 1 - i : i;
    append_glyphs(pieces_[visual], first.begin, result.glyphs);
  }
  return result;
}

void LineBuilder::emit(SetLine& line) const {
  const FaceMetrics& metrics = paragraph_.parts_.front().face->metrics();
  const double scale = paragraph_.style_.text.size / metrics.units_per_em;
  std::size_t at = 0;
  while (at < groups_.size()) {
    const std::int32_t link = paragraph_.parts_[paragraph_.runs_[pieces_[groups_[at].first].run].part].link;
    Points left = groups_[at].left;
    Points right = left;
    std::size_t end = at;
    for (; end < groups_.size(); ++end) {
      const StyledPart& part = paragraph_.parts_[paragraph_.runs_[pieces_[groups_[end].first].run].part];
      if (part.link != link) break;
      line.items.push_back({glyph_run(groups_[end]), part.element, ArtifactKind::layout});
      left = std::min(left, groups_[end].left);
      right = std::max(right, groups_[end].left + groups_[end].width);
    }
    if (link >= 0) {
      Link area = paragraph_.links_[static_cast<std::size_t>(link)];
      area.area = {left, -metrics.ascent * scale, right - left, (metrics.ascent - metrics.descent) * scale};
      line.items.push_back(
          {std::move(area), paragraph_.link_elements_[static_cast<std::size_t>(link)], ArtifactKind::layout});
    }
    at = end;
  }
}

/// The space at which the line was broken hangs beyond its end, unseen: without it, who reads the text and
/// not the picture (assistive technology, copying) would find the last word and the next line's first as one.
void LineBuilder::emit_trailing_space(SetLine& line, const Frame& frame) {
  if (!trailing_space_ || pieces_.empty()) return;
  Group group{pieces_.size(), pieces_.size() + 1, line.left + line.width, trailing_space_->width};
  if (frame.right_to_left) group.left = line.left - trailing_space_->width;
  pieces_.push_back(std::move(*trailing_space_));
  const StyledPart& part = paragraph_.parts_[paragraph_.runs_[pieces_.back().run].part];
  line.items.push_back({glyph_run(group), part.element, ArtifactKind::layout});
}

/// The line is as high as the leading says, with the face's ascent and descent in its middle; a
/// fallback face whose ink is taller (Nastaliq, Tibetan) makes room for itself instead of colliding.
void LineBuilder::fit_height(SetLine& line) const {
  const FaceMetrics& metrics = paragraph_.parts_.front().face->metrics();
  const double scale = paragraph_.style_.text.size / metrics.units_per_em;
  line.height = paragraph_.style_.leading;
  line.baseline = (line.height - (metrics.ascent - metrics.descent) * scale) / 2 + metrics.ascent * scale;
  Points above = line.baseline;
  Points below = line.height - line.baseline;
  for (const PageItem& item : line.items) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run == nullptr || run->face == paragraph_.parts_.front().face) continue;
    const double run_scale = run->size / run->face->metrics().units_per_em;
    for (const Glyph& glyph : run->glyphs) {
      hb_glyph_extents_t extents{};
      if (hb_font_get_glyph_extents(run->face->hb_font(), glyph.id, &extents) == 0) continue;
      const Points top = extents.y_bearing * run_scale + glyph.dy - run->origin.y;
      above = std::max(above, top);
      below = std::max(below, -(top + extents.height * run_scale));
    }
  }
  line.height = above + below;
  line.baseline = above;
}

SetLine LineBuilder::set(const Frame& frame) {
  cut_pieces(frame);
  Points natural = 0;
  for (const Piece& piece : pieces_) natural += piece.width;
  const Points measure = frame.width - frame.indent + frame.hang;
  stretch_spaces(frame, measure - natural);
  make_groups();
  Points width = 0;
  for (const Group& group : groups_) width += group.width;

  // Where the line stands: the indent is at the start side, the hanging sign at the end side.
  Alignment side = frame.alignment == Alignment::justify ? Alignment::start : frame.alignment;
  const Points box = frame.width - frame.indent;
  Points from_start = frame.indent;
  if (side == Alignment::end) from_start += box + frame.hang - width;
  if (side == Alignment::center) from_start += (box - width) / 2;
  SetLine line;
  line.width = width;
  line.left = frame.right_to_left ? frame.left + frame.width - from_start - width : frame.left + from_start;
  Points pen = line.left;
  for (const std::size_t index : visual_order()) {
    groups_[index].left = pen;
    pen += groups_[index].width;
  }
  emit(line);
  emit_trailing_space(line, frame);
  fit_height(line);
  return line;
}

}  // namespace herald::typeset
