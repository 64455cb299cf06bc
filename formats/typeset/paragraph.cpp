#include "formats/typeset/paragraph.hpp"

#include <hb.h>

#include <algorithm>
#include <utility>

#include "formats/typeset/hyphenate.hpp"
#include "formats/typeset/line.hpp"

namespace herald::typeset {
namespace {

constexpr char newline = '\n';
constexpr std::string_view no_break_space = "\xC2\xA0";
constexpr std::string_view soft_hyphen = "\xC2\xAD";

// TeX's \hyphenpenalty; breaks inside a word that has no other are a last resort, after a sign of an
// address a lesser one.
constexpr double hyphen_penalty = 50;
constexpr double address_penalty = 500;
// A line that ends in a word's own hyphen reads as well as one that ends in an added one; in a title, which has none,
// it looks like an accident.
constexpr double own_hyphen_penalty = 50;
constexpr double own_hyphen_penalty_in_heads = 1'000;
constexpr double emergency_penalty = 3'000;
// A space may grow by a half and shrink by a third (plain TeX's interword glue, nearly).
constexpr double space_stretch = 1.0 / 2;
constexpr double space_shrink = 1.0 / 3;
// Optimal breaking is linear in practice, but keeps a dozen numbers for every word; a paragraph of over
// 64 KiB is data, not prose, and nobody will admire its lines.
constexpr std::size_t most_optimal_bytes = 64 * 1024;
// A "word" longer than this is shaped in pieces, so that no step is quadratic in its length.
constexpr std::uint32_t most_word_bytes = 256;

/// Letters of these scripts join: spaced out they would fall apart, and a piece needs its neighbours.
bool is_joined(std::uint32_t script) {
  switch (static_cast<hb_script_t>(script)) {
    case HB_SCRIPT_ARABIC:
    case HB_SCRIPT_SYRIAC:
    case HB_SCRIPT_MONGOLIAN:
    case HB_SCRIPT_NKO:
    case HB_SCRIPT_MANDAIC:
    case HB_SCRIPT_PHAGS_PA:
    case HB_SCRIPT_ADLAM:
    case HB_SCRIPT_HANIFI_ROHINGYA:
      return true;
    default:
      return false;
  }
}

bool is_boundary(char c) { return c == ' ' || c == newline; }
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }
bool is_address_sign(char c) { return std::string_view("/._-?&=@:,;+%#").find(c) != std::string_view::npos; }

/// Some characters before `at`, as much as joining can depend on.
std::string_view text_before(std::string_view text, std::uint32_t at) {
  std::uint32_t begin = at;
  for (int characters = 0; characters < 4 && begin > 0; ++characters) {
    do {
      --begin;
    } while (begin > 0 && is_continuation(text[begin]));
  }
  return text.substr(begin, at - begin);
}

std::string_view text_after(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  for (int characters = 0; characters < 4 && end < text.size(); ++characters) {
    do {
      ++end;
    } while (end < text.size() && is_continuation(text[end]));
  }
  return text.substr(at, end - at);
}

}  // namespace

PreparedParagraph::PreparedParagraph(const ParagraphSource& source, LayoutContext& context)
    : fonts_(context.fonts),
      style_(source.style),
      element_(source.element),
      languages_without_hyphenation_(&context.languages_without_hyphenation) {
  take_parts(source, context);
  right_to_left_ = is_right_to_left(text_, style_.direction, context.right_to_left);
  const std::u16string wide = to_utf16(text_);
  runs_ = itemize(text_, wide, parts_, right_to_left_, fonts_, context.missing_characters);
  opportunities_ = break_opportunities(text_, wide, parts_.front().language);
  make_units(context);
  make_sections();
}

void PreparedParagraph::take_parts(const ParagraphSource& source, LayoutContext& context) {
  const std::string& own_language = style_.language.empty() ? context.language : style_.language;
  const auto add = [&](const Inline& text, ElementIndex element, std::string_view clean) {
    StyledPart part;
    part.begin = static_cast<std::uint32_t>(text_.size());
    text_ += clean;
    part.end = static_cast<std::uint32_t>(text_.size());
    part.style = style_.text;
    if (text.family) part.style.family = *text.family;
    if (text.weight) part.style.weight = *text.weight;
    if (text.slant) part.style.slant = *text.slant;
    if (text.color) part.style.color = *text.color;
    part.style.size *= text.scale;
    part.rise = text.rise * style_.text.size;
    part.face = fonts_.face(part.style.family, part.style.weight, part.style.slant);
    part.language = text.language.empty() ? own_language : text.language;
    if (part.language != context.language) part.foreign_language = part.language;
    part.element = element;
    if (!text.uri.empty() || !text.target.empty()) {
      const bool same = !links_.empty() && link_elements_.back() == element && links_.back().uri == text.uri &&
                        links_.back().target == text.target;
      if (!same) {
        links_.push_back({{}, text.uri, text.target, text.description.empty() ? text.text : text.description});
        link_elements_.push_back(element);
      }
      part.link = static_cast<std::int32_t>(links_.size()) - 1;
    }
    parts_.push_back(std::move(part));
  };
  for (const ParagraphSource::Part& part : source.parts) {
    const std::string clean = settable_text(part.text.text);
    if (!clean.empty()) add(part.text, part.element, clean);
  }
  if (parts_.empty()) add({}, source.element, {});  // an empty paragraph still has a face and a height
}

ShapingContext PreparedParagraph::shaping_of(const TextRun& run) const {
  const StyledPart& part = parts_[run.part];
  return {run.script, run.right_to_left(), part.style.figures == Figures::tabular, spacing_of(run) == 0, part.language};
}

double PreparedParagraph::scale_of(const TextRun& run) const {
  return parts_[run.part].style.size / run.face->metrics().units_per_em;
}

Points PreparedParagraph::spacing_of(const TextRun& run) const {
  return is_joined(run.script) ? 0 : parts_[run.part].style.letter_spacing;
}

void PreparedParagraph::make_units(LayoutContext& context) {
  for (std::uint32_t index = 0; index < runs_.size(); ++index) {
    if (runs_[index].missing) {
      const Replacement replacement = replacement_for(parts_[runs_[index].part], context.fonts);
      runs_[index].face = replacement.face;
      const std::string_view word =
          std::string_view(text_).substr(runs_[index].begin, runs_[index].end - runs_[index].begin);
      const ShapedWord* shaped = shape_missing(runs_[index], word, replacement);
      units_.push_back({runs_[index].begin, runs_[index].end, index, UnitKind::word, shaped,
                        shaped->advance * scale_of(runs_[index])});
      continue;
    }
    const std::uint32_t end = runs_[index].end;
    for (std::uint32_t at = runs_[index].begin; at < end;) {
      std::uint32_t next = at;
      if (text_[at] == newline) {
        ++at;
        continue;
      }
      if (text_[at] == ' ') {
        while (next < end && text_[next] == ' ') ++next;
        add_unit(index, at, next, UnitKind::space);
      } else if (text_.compare(at, no_break_space.size(), no_break_space) == 0) {
        next = at + static_cast<std::uint32_t>(no_break_space.size());
        add_unit(index, at, next, UnitKind::fixed_space);
      } else {
        while (next < end && !is_boundary(text_[next]) &&
               text_.compare(next, no_break_space.size(), no_break_space) != 0) {
          ++next;
        }
        add_word_units(index, at, next);
      }
      at = next;
    }
  }
}

void PreparedParagraph::add_word_units(std::uint32_t run_index, std::uint32_t begin, std::uint32_t end) {
  while (end - begin > most_word_bytes) {
    // cut where a line may end, so that the cut is no loss; else anywhere between characters
    std::uint32_t cut = begin + most_word_bytes;
    const auto after = std::upper_bound(opportunities_.begin(), opportunities_.end(), cut);
    if (after != opportunities_.begin() && *std::prev(after) > begin) {
      cut = *std::prev(after);
    } else {
      while (is_continuation(text_[cut])) --cut;
    }
    add_unit(run_index, begin, cut, UnitKind::word);
    begin = cut;
  }
  if (begin < end) add_unit(run_index, begin, end, UnitKind::word);
}

void PreparedParagraph::add_unit(std::uint32_t run_index, std::uint32_t begin, std::uint32_t end, UnitKind kind) {
  const TextRun& run = runs_[run_index];
  const std::string_view text = text_;
  const std::string_view word = text.substr(begin, end - begin);
  const bool has_neighbours =
      (begin > 0 && !is_boundary(text[begin - 1])) || (end < text.size() && !is_boundary(text[end]));
  const ShapedWord* shaped = nullptr;
  if (kind == UnitKind::word && is_joined(run.script) && has_neighbours) {
    shaped = &own_words_.emplace_back(
        shape(*run.face, word, shaping_of(run), {text_before(text, begin), text_after(text, end)}));
  } else {
    shaped = &fonts_.shape_cache().shape(*run.face, word, shaping_of(run));
  }
  const Points width = static_cast<double>(shaped->advance) * scale_of(run) + shaped->clusters * spacing_of(run);
  units_.push_back({begin, end, run_index, kind, shaped, width});
}

const ShapedWord* PreparedParagraph::shape_missing(const TextRun& run, std::string_view word,
                                                   const Replacement& replacement) {
  ShapedWord shaped;
  const int advance = replacement.face->advance(replacement.glyph);
  for (std::uint32_t at = 0; at < word.size(); ++at) {
    if (is_continuation(word[at])) continue;
    shaped.glyphs.push_back({replacement.glyph, at, advance, 0, 0, false});
    shaped.advance += advance;
    ++shaped.clusters;
  }
  if (run.right_to_left()) std::reverse(shaped.glyphs.begin(), shaped.glyphs.end());
  return &own_words_.emplace_back(std::move(shaped));
}

void PreparedParagraph::make_sections() {
  std::size_t unit = 0;
  std::uint32_t begin = 0;
  for (;;) {
    const std::size_t found = text_.find(newline, begin);
    Section section;
    section.begin = begin;
    section.end = static_cast<std::uint32_t>(std::min(found, text_.size()));
    section.first_unit = unit;
    while (unit < units_.size() && units_[unit].begin < section.end) ++unit;
    section.end_unit = unit;
    sections_.push_back(section);
    if (found == std::string::npos) break;
    begin = section.end + 1;
  }
}

std::vector<PreparedParagraph::Candidate> PreparedParagraph::candidates_of(const Section& section) const {
  std::vector<Candidate> candidates;
  auto at = std::upper_bound(opportunities_.begin(), opportunities_.end(), section.begin);
  for (; at != opportunities_.end() && *at < section.end; ++at) {
    const bool soft =
        *at >= soft_hyphen.size() && text_.compare(*at - soft_hyphen.size(), soft_hyphen.size(), soft_hyphen) == 0;
    const bool own = text_[*at - 1] == '-' && *at >= 2 && text_[*at - 2] != ' ';
    const double own_penalty = style_.hyphenation == Hyphenation::on ? own_hyphen_penalty : own_hyphen_penalty_in_heads;
    candidates.push_back({*at, soft ? hyphen_penalty : own ? own_penalty : 0, soft, soft});
  }
  candidates.push_back({section.end, 0, false, false});
  return candidates;
}

void PreparedParagraph::add_hyphens(const Section& section, std::vector<Candidate>& candidates) const {
  const std::size_t before = candidates.size();
  for (std::size_t i = section.first_unit; i < section.end_unit; ++i) {
    const Unit& unit = units_[i];
    if (unit.kind != UnitKind::word || runs_[unit.run].right_to_left()) continue;
    const StyledPart& part = parts_[runs_[unit.run].part];
    if (part.link >= 0 && !links_[static_cast<std::size_t>(part.link)].uri.empty() &&
        std::string_view(text_).substr(unit.begin, unit.end - unit.begin).find("://") != std::string_view::npos) {
      continue;  // an address shown as such
    }
    Hyphenator* hyphenator = fonts_.hyphenation().find(part.language);
    if (hyphenator == nullptr) {
      if (is_hyphenated_language(part.language)) languages_without_hyphenation_->insert(part.language);
      continue;
    }
    for (const WordPart& word : hyphenable_parts(std::string_view(text_).substr(unit.begin, unit.end - unit.begin))) {
      for (const std::size_t position : hyphenator->positions(word.text)) {
        candidates.push_back(
            {unit.begin + static_cast<std::uint32_t>(word.begin + position), hyphen_penalty, true, false});
      }
    }
  }
  if (candidates.size() == before) return;
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.offset < b.offset; });
  const auto same = [](const Candidate& a, const Candidate& b) { return a.offset == b.offset; };
  candidates.erase(std::unique(candidates.begin(), candidates.end(), same), candidates.end());
}

void PreparedParagraph::add_emergency_breaks(const Section& section, Points width,
                                             std::vector<Candidate>& candidates) const {
  const std::vector<Breakpoint> breakpoints = measure(section, candidates);
  std::vector<Candidate> extra;
  std::size_t unit = section.first_unit;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Points start = i == 0 ? 0 : breakpoints[i - 1].after.width;
    if (breakpoints[i].before.width - start + breakpoints[i].hyphen_width <= width) continue;
    const std::uint32_t begin = i == 0 ? section.begin : candidates[i - 1].offset;
    while (unit < section.end_unit && units_[unit].end <= begin) ++unit;
    for (std::size_t inside = unit; inside < section.end_unit && units_[inside].begin < candidates[i].offset;
         ++inside) {
      if (units_[inside].kind != UnitKind::word) continue;
      for (const ShapedGlyph& glyph : units_[inside].shaped->glyphs) {
        const std::uint32_t offset = units_[inside].begin + glyph.cluster;
        if (offset <= begin || offset >= candidates[i].offset) continue;
        extra.push_back(
            {offset, is_address_sign(text_[offset - 1]) ? address_penalty : emergency_penalty, false, false});
      }
    }
  }
  if (extra.empty()) return;
  candidates.insert(candidates.end(), extra.begin(), extra.end());
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.offset < b.offset; });
  const auto same = [](const Candidate& a, const Candidate& b) { return a.offset == b.offset; };
  candidates.erase(std::unique(candidates.begin(), candidates.end(), same), candidates.end());
}

Points PreparedParagraph::hyphen_width(const TextRun& run) const {
  return run.face->advance(hyphen_glyph(*run.face)) * scale_of(run);
}

Points PreparedParagraph::hang_before(std::uint32_t offset) const {
  if (style_.hanging_punctuation == HangingPunctuation::off || offset == 0) return 0;
  while (offset > 0 && text_[offset - 1] == ' ') --offset;
  if (offset == 0 || std::string_view(".,-").find(text_[offset - 1]) == std::string_view::npos) return 0;
  const auto unit = std::upper_bound(units_.begin(), units_.end(), offset - 1,
                                     [](std::uint32_t at, const Unit& other) { return at < other.begin; });
  if (unit == units_.begin()) return 0;
  const TextRun& run = runs_[std::prev(unit)->run];
  // Half of the sign: what Hz-program and pdfTeX's default protrusion come to for stops and hyphens.
  const auto sign = static_cast<char32_t>(text_[offset - 1]);
  return run.face->advance(run.face->glyph(sign)) * scale_of(run) / 2;
}

std::vector<Breakpoint> PreparedParagraph::measure(const Section& section,
                                                   const std::vector<Candidate>& candidates) const {
  std::vector<Breakpoint> breakpoints;
  breakpoints.reserve(candidates.size());
  LineMeasure sum;
  LineMeasure visible;
  std::size_t next = 0;
  const auto emit = [&](const LineMeasure& before, const LineMeasure& after, const TextRun* run) {
    const Candidate& candidate = candidates[next++];
    Breakpoint point{before, after, 0, hang_before(candidate.offset), candidate.penalty, candidate.hyphen};
    if (candidate.hyphen && run != nullptr) point.hyphen_width = hyphen_width(*run);
    breakpoints.push_back(point);
  };
  for (std::size_t i = section.first_unit; i < section.end_unit; ++i) {
    const Unit& unit = units_[i];
    const TextRun* run = &runs_[unit.run];
    while (candidates[next].offset <= unit.begin && next + 1 < candidates.size()) {
      emit(visible, sum, i > section.first_unit ? &runs_[units_[i - 1].run] : run);
    }
    if (unit.kind == UnitKind::word) {
      LogicalWidths widths(*unit.shaped, run->right_to_left(), scale_of(*run), spacing_of(*run));
      while (candidates[next].offset < unit.end && next + 1 < candidates.size()) {
        LineMeasure inside = sum;
        inside.width += widths.up_to(candidates[next].offset - unit.begin);
        emit(inside, inside, run);
      }
      sum.width += unit.width;
      visible = sum;
      continue;
    }
    const bool leads = unit.kind == UnitKind::space && i == section.first_unit;
    if (leads) continue;  // spaces before the first word vanish as at any line's beginning
    sum.width += unit.width;
    sum.stretch += unit.width * space_stretch;
    sum.shrink += unit.width * space_shrink;
    if (unit.kind == UnitKind::fixed_space) visible = sum;
  }
  while (next < candidates.size()) emit(visible, sum, nullptr);
  return breakpoints;
}

void PreparedParagraph::break_section(const Section& section, Points width, Alignment alignment,
                                      std::vector<Line>& lines) const {
  LineSetting setting;
  const bool first = section.begin == 0;
  setting.first_width = width - (first ? style_.first_line_indent : 0);
  setting.width = width;
  setting.fit = alignment == Alignment::justify ? LineFit::justified : LineFit::ragged;
  // Three ems short is where a ragged line begins to look broken off.
  setting.rag = std::max(3 * style_.text.size, width / 12);

  std::vector<Candidate> candidates = candidates_of(section);
  add_emergency_breaks(section, std::min(setting.first_width, setting.width), candidates);
  std::vector<Breakpoint> breakpoints = measure(section, candidates);
  std::vector<std::size_t> chosen;
  if (breakpoints.back().before.width <= setting.first_width) {
    chosen.push_back(breakpoints.size() - 1);
  } else if (section.end - section.begin > most_optimal_bytes) {
    chosen = break_greedily(breakpoints, setting);
  } else {
    const bool hyphenate = style_.hyphenation == Hyphenation::on;
    chosen = break_optimally(breakpoints, setting, hyphenate ? first_pass_tolerance : any_tolerance);
    if (chosen.empty()) {
      add_hyphens(section, candidates);
      breakpoints = measure(section, candidates);
      chosen = break_optimally(breakpoints, setting, any_tolerance);
    }
  }
  std::uint32_t begin = section.begin;
  for (const std::size_t index : chosen) {
    const Candidate& candidate = candidates[index];
    lines.push_back({begin, candidate.offset, candidate.hyphen, candidate.soft_hyphen, candidate.offset == section.end,
                     breakpoints[index].hang});
    begin = candidate.offset;
  }
}

Points PreparedParagraph::natural_width() const {
  Points widest = 0;
  for (const Section& section : sections_) {
    const std::vector<Candidate> end{{section.end, 0, false, false}};
    widest = std::max(widest, measure(section, end).back().before.width);
  }
  return widest + style_.start_indent + style_.end_indent + std::max(0.0, style_.first_line_indent);
}

Points PreparedParagraph::least_width() const {
  Points widest = 0;
  for (const Section& section : sections_) {
    Points start = 0;
    for (const Breakpoint& point : measure(section, candidates_of(section))) {
      widest = std::max(widest, point.before.width - start + point.hyphen_width);
      start = point.after.width;
    }
  }
  return widest + style_.start_indent + style_.end_indent + std::max(0.0, style_.first_line_indent);
}

SetParagraph PreparedParagraph::set(Points width) const { return set(width, style_.alignment, right_to_left_); }

SetParagraph PreparedParagraph::set(Points width, Alignment alignment, bool aligned_right_to_left) const {
  // Below one em nothing can be set; an overflow that is seen is better than an endless column.
  const Points measure = std::max(width - style_.start_indent - style_.end_indent, style_.text.size);
  std::vector<Line> lines;
  for (const Section& section : sections_) break_section(section, measure, alignment, lines);
  SetParagraph result;
  result.right_to_left = aligned_right_to_left;
  const Points left = aligned_right_to_left ? style_.end_indent : style_.start_indent;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    LineBuilder builder(*this, lines[i].begin, lines[i].end);
    LineBuilder::Frame frame;
    frame.left = left;
    frame.width = measure;
    frame.indent = i == 0 ? style_.first_line_indent : 0;
    frame.alignment = alignment;
    frame.right_to_left = aligned_right_to_left;
    frame.last = lines[i].last;
    frame.hang = lines[i].hang;
    frame.hyphen = lines[i].hyphen;
    frame.soft_hyphen = lines[i].soft_hyphen;
    result.lines.push_back(builder.set(frame));
  }
  return result;
}

}  // namespace herald::typeset
