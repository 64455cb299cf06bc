#include "formats/typeset/itemize.hpp"

#include <hb.h>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>

namespace herald::typeset {
namespace {

bool is_strong_right_to_left(UChar32 c) {
  const UCharDirection direction = u_charDirection(c);
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

/// Below the Hebrew block nothing but the explicit controls (U+200E and on) can need the algorithm.
bool may_need_bidi(const std::u16string& wide) {
  return std::any_of(wide.begin(), wide.end(), [](char16_t c) {
    return (c >= 0x0590 && c < 0x0900) || (c >= 0x200E && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           (c >= 0xD800 && c < 0xE000) || c >= 0xFB1D;
  });
}

/// A level for each UTF-16 unit; empty means that all are 0.
std::vector<UBiDiLevel> levels_of(const std::u16string& wide, bool right_to_left) {
  if (!right_to_left && !may_need_bidi(wide)) return {};
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi(ubidi_open(), &ubidi_close);
  ubidi_setPara(bidi.get(), wide.data(), static_cast<std::int32_t>(wide.size()), right_to_left ? 1 : 0, nullptr,
                &status);
  const UBiDiLevel* levels = ubidi_getLevels(bidi.get(), &status);
  if (U_FAILURE(status) != 0 || levels == nullptr) {
    return std::vector<UBiDiLevel>(wide.size(), static_cast<UBiDiLevel>(right_to_left ? 1 : 0));
  }
  return {levels, levels + wide.size()};
}

/// Characters that take the face of what stands before them: marks, joiners, selectors, spaces (which
/// HarfBuzz makes from the plain space where a face lacks a width of space).
bool follows_its_neighbour(UChar32 c) {
  if (c < 0x80) return c == ' ' || c == '\n';
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) return true;
  const auto category = static_cast<UCharCategory>(u_charType(c));
  return category == U_SPACE_SEPARATOR || category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK;
}

/// HarfBuzz shows U+2011 with U+2010's glyph.
bool has_glyph(const Face& face, UChar32 c) {
  return face.glyph(static_cast<char32_t>(c)) != 0 || (c == 0x2011 && face.glyph(0x2010) != 0);
}

bool is_shared_script(hb_script_t script) { return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED; }

/// Chooses faces from left to right and remembers the last fallback, so that a phrase in another
/// script is one run even where several faces could show its signs.
class FaceChooser {
 public:
  FaceChooser(FontLibrary& fonts, std::set<char32_t>& missing) : fonts_(fonts), missing_(missing) {}

  /// nullptr: no face has the character.
  FaceRef choose(UChar32 c, const StyledPart& part, const FaceRef& previous) {
    if (follows_its_neighbour(c) || c == 0xFFFD) {
      if (c == 0xFFFD) return note_missing(c);
      const bool mark = c >= 0x300 && u_charType(c) == U_NON_SPACING_MARK;
      const FaceRef& near = previous != nullptr ? previous : part.face;
      if (!mark || has_glyph(*near, c)) return near;
    }
    if (has_glyph(*part.face, c)) return part.face;
    if (previous != nullptr && has_glyph(*previous, c)) return previous;
    FaceRef found = fonts_.fallback(static_cast<char32_t>(c), part.style.family, part.style.weight, part.style.slant,
                                    part.language);
    return found != nullptr ? found : note_missing(c);
  }

 private:
  FaceRef note_missing(UChar32 c) {
    missing_.insert(static_cast<char32_t>(c));
    return nullptr;
  }

  FontLibrary& fonts_;
  std::set<char32_t>& missing_;
};

/// Signs of shared scripts at a run's beginning belong to the script that follows them.
void resolve_leading_scripts(std::vector<TextRun>& runs) {
  for (std::size_t i = runs.size(); i-- > 0;) {
    if (!is_shared_script(static_cast<hb_script_t>(runs[i].script))) continue;
    const bool next_fits = i + 1 < runs.size() && runs[i + 1].level == runs[i].level;
    runs[i].script = next_fits ? runs[i + 1].script : static_cast<std::uint32_t>(HB_SCRIPT_COMMON);
  }
}

/// Neighbours that came to be alike.
void merge_alike(std::vector<TextRun>& runs) {
  std::size_t kept = 0;
  for (std::size_t i = 1; i < runs.size(); ++i) {
    TextRun& last = runs[kept];
    const TextRun& next = runs[i];
    if (last.part == next.part && last.face == next.face && last.script == next.script && last.level == next.level &&
        last.missing == next.missing) {
      last.end = next.end;
    } else if (++kept != i) {
      runs[kept] = std::move(runs[i]);
    }
  }
  if (!runs.empty()) runs.resize(kept + 1);
}

void append(std::string& text, UChar32 c) {
  char bytes[U8_MAX_LENGTH];
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, c);
  text.append(bytes, static_cast<std::size_t>(size));
}

}  // namespace

std::string settable_text(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(text.data(), at, length, c);
    if (c == '\r') {
      if (at < length && text[static_cast<std::size_t>(at)] == '\n') continue;
      c = '\n';
    }
    if (c == '\t') c = ' ';
    if (c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0x0B || c == 0x0C) c = '\n';
    const bool control = c != '\n' && (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF);
    if (control || U_IS_UNICODE_NONCHAR(c)) continue;
    append(result, c);
  }
  return result;
}

std::u16string to_utf16(std::string_view text) {
  std::u16string wide;
  wide.reserve(text.size());
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(text.data(), at, length, c);
    if (c < 0x10000) {
      wide.push_back(static_cast<char16_t>(c));
    } else {
      wide.push_back(U16_LEAD(c));
      wide.push_back(U16_TRAIL(c));
    }
  }
  return wide;
}

bool is_right_to_left_language(std::string_view language) {
  const std::string_view subtag = language.substr(0, language.find_first_of("-_"));
  for (const std::string_view name :
       {"ar", "arc", "ckb", "dv", "fa", "he", "ku", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}) {
    if (subtag == name) return language.find("Latn") == std::string_view::npos;
  }
  return language.find("-Arab") != std::string_view::npos || language.find("-Hebr") != std::string_view::npos;
}

bool is_right_to_left(std::string_view text, Direction direction, bool flow_is_right_to_left) {
  if (direction != Direction::automatic) return direction == Direction::right_to_left;
  std::size_t left = 0;
  std::size_t right = 0;
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(text.data(), at, length, c);
    if (c < 0x0590) {
      left += static_cast<std::size_t>(u_isalpha(c) != 0);
    } else if (is_strong_right_to_left(c)) {
      if (flow_is_right_to_left) return true;
      ++right;
    } else {
      left += static_cast<std::size_t>(u_charDirection(c) == U_LEFT_TO_RIGHT);
    }
  }
  if (left == 0 && right == 0) return flow_is_right_to_left;
  return right > left;
}

std::vector<TextRun> itemize(std::string_view text, const std::u16string& wide, std::span<const StyledPart> parts,
                             bool right_to_left, FontLibrary& fonts, std::set<char32_t>& missing) {
  const std::vector<UBiDiLevel> levels = levels_of(wide, right_to_left);
  hb_unicode_funcs_t* unicode = hb_unicode_funcs_get_default();
  FaceChooser chooser(fonts, missing);
  std::vector<TextRun> runs;
  const auto length = static_cast<std::int32_t>(text.size());
  std::int32_t wide_at = 0;
  for (std::uint32_t part = 0; part < parts.size(); ++part) {
    FaceRef previous;  // a neighbour of another part has another style
    for (auto at = static_cast<std::int32_t>(parts[part].begin); at < static_cast<std::int32_t>(parts[part].end);) {
      const auto start = static_cast<std::uint32_t>(at);
      UChar32 c = 0;
      U8_NEXT_OR_FFFD(text.data(), at, length, c);
      const std::uint8_t level = levels.empty() ? 0 : levels[static_cast<std::size_t>(wide_at)];
      wide_at += U16_LENGTH(c);
      // a space at the border of two directions is no part of the phrase before it
      if (!runs.empty() && runs.back().level != level) previous = nullptr;
      FaceRef face = chooser.choose(c, parts[part], previous);
      const bool is_missing = face == nullptr;
      if (is_missing) face = parts[part].face;
      const hb_script_t script =
          c < 0x80 && u_isalpha(c) == 0 ? HB_SCRIPT_COMMON : hb_unicode_script(unicode, static_cast<hb_codepoint_t>(c));
      const bool continues = !runs.empty() && runs.back().part == part && runs.back().face == face &&
                             runs.back().level == level && runs.back().missing == is_missing;
      if (continues && (is_shared_script(script) || runs.back().script == static_cast<std::uint32_t>(script))) {
        runs.back().end = static_cast<std::uint32_t>(at);
      } else if (continues && is_shared_script(static_cast<hb_script_t>(runs.back().script))) {
        runs.back().end = static_cast<std::uint32_t>(at);
        runs.back().script = static_cast<std::uint32_t>(script);
      } else {
        std::uint32_t run_script = static_cast<std::uint32_t>(script);
        // a quotation mark before a bold word still belongs to the script around it
        if (is_shared_script(script) && !runs.empty() && runs.back().level == level) run_script = runs.back().script;
        runs.push_back({start, static_cast<std::uint32_t>(at), part, face, run_script, level, is_missing});
      }
      previous = is_missing ? nullptr : face;
    }
  }
  resolve_leading_scripts(runs);
  merge_alike(runs);
  return runs;
}

Replacement replacement_for(const StyledPart& part, FontLibrary& fonts) {
  for (const char32_t box : {U'\u25A1', U'\u25AF'}) {
    const FaceRef face = part.face->glyph(box) != 0
                             ? part.face
                             : fonts.fallback(box, part.style.family, part.style.weight, Slant::upright, {});
    if (face != nullptr) return {face, face->glyph(box)};
  }
  return {part.face, part.face->glyph(U'?')};
}

}  // namespace herald::typeset
