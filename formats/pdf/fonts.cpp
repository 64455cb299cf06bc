// See fonts.hpp. Clauses are those of ISO 32000-1 where no standard is named.
#include "formats/pdf/fonts.hpp"

#include <algorithm>
#include <cmath>

#include "formats/pdf/font_program.hpp"
#include "formats/pdf/unicode.hpp"
#include "herald/error.hpp"

namespace herald::pdf {

using PoDoFo::PdfArray;
using PoDoFo::PdfDictionary;
using PoDoFo::PdfName;
using PoDoFo::PdfObject;
using PoDoFo::PdfReference;

namespace {

constexpr std::size_t most_codes = 65536;  // two bytes a code

// FNV-1a, 64 bits: enough to tell the subsets of one document from another's by their six letters.
std::uint64_t digest(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211u;
  return hash;
}

/// "ABCDEF+NotoSans-Bold" (9.6.4): six letters that depend on nothing but the subset itself.
std::string tagged_name(const std::string& postscript_name, const FontProgram& program) {
  if (!program.subset) return postscript_name;
  std::uint64_t hash = digest(program.bytes);
  std::string tag;
  for (int i = 0; i < 6; ++i, hash /= 26) tag.push_back(static_cast<char>('A' + hash % 26));
  return tag + "+" + postscript_name;
}

/// Descriptor flags (table 123). Every face is declared symbolic, since its characters lie outside
/// the standard Latin set as far as a Type0 font is concerned.
int descriptor_flags(const typeset::FaceMetrics& metrics) {
  constexpr int fixed_pitch = 1, symbolic = 1 << 2, italic = 1 << 6;
  return symbolic | (metrics.fixed_pitch ? fixed_pitch : 0) | (metrics.italic ? italic : 0);
}

PdfReference write_descriptor(PoDoFo::PdfVecObjects& objects, const typeset::Face& face, const std::string& base_font,
                              const FontProgram& program, Compression compression) {
  PdfObject* file = objects.CreateObject();
  file->GetDictionary().AddKey("Length1", number(static_cast<double>(program.bytes.size())));
  set_stream(*file, program.bytes, compression);

  const typeset::FaceMetrics& metrics = face.metrics();
  const auto thousandths = [&metrics](double units) {
    return number(std::round(units * 1000.0 / metrics.units_per_em));
  };
  PdfArray box;
  for (const int edge : {metrics.x_min, metrics.y_min, metrics.x_max, metrics.y_max}) box.push_back(thousandths(edge));

  PdfObject* object = objects.CreateObject("FontDescriptor");
  PdfDictionary& descriptor = object->GetDictionary();
  descriptor.AddKey("FontName", PdfName(base_font));
  descriptor.AddKey("Flags", PoDoFo::PdfVariant(static_cast<PoDoFo::pdf_int64>(descriptor_flags(metrics))));
  descriptor.AddKey("FontBBox", box);
  descriptor.AddKey("ItalicAngle", number(metrics.italic_angle));
  descriptor.AddKey("Ascent", thousandths(metrics.ascent));
  descriptor.AddKey("Descent", thousandths(metrics.descent));
  descriptor.AddKey("CapHeight", thousandths(metrics.cap_height));
  // No table of the font holds it; readers use it only to make up a font that is not embedded.
  descriptor.AddKey("StemV", number(metrics.weight >= 600 ? 140 : 80));
  descriptor.AddKey("FontFile2", file->Reference());
  return object->Reference();
}

}  // namespace

EmbeddedFont::EmbeddedFont(typeset::FaceRef face, std::string resource_name)
    : face_(std::move(face)), resource_name_(std::move(resource_name)), codes_(1) {}

std::uint16_t EmbeddedFont::code(std::uint32_t glyph, std::u32string_view text) {
  const bool one_character = text.size() == 1;
  const std::uint64_t key = (std::uint64_t{glyph} << 32) | (one_character ? text[0] : 0);
  if (one_character) {
    if (const auto found = by_character_.find(key); found != by_character_.end()) return found->second;
  } else {
    if (const auto found = by_text_.find({glyph, std::u32string(text)}); found != by_text_.end()) return found->second;
  }
  if (codes_.size() == most_codes) {
    throw Error({ErrorCode::format_violation,
                 "the document shows more than 65,535 different signs of " + face_->family(), "split the document",
                 ""});
  }
  const auto code = static_cast<std::uint16_t>(codes_.size());
  // Rounded as it is written, so that what we reckon with is what the reader will.
  const double width = std::round(face_->advance(glyph) * 100'000.0 / face_->metrics().units_per_em) / 100.0;
  codes_.push_back({glyph, width, std::u32string(text)});
  if (one_character) {
    by_character_.emplace(key, code);
  } else {
    by_text_.emplace(std::pair(glyph, std::u32string(text)), code);
  }
  return code;
}

/// ToUnicode CMap (9.10.3). At most 100 entries a block, as Adobe's CMap specification (TN 5014) asks.
std::string EmbeddedFont::to_unicode() const {
  std::string map =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  constexpr std::size_t block = 100;
  for (std::size_t first = 1; first < codes_.size(); first += block) {
    const std::size_t end = std::min(first + block, codes_.size());
    map += std::to_string(end - first) + " beginbfchar\n";
    for (std::size_t code = first; code < end; ++code) {
      std::string bytes{static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)};
      map += "<" + hexadecimal(bytes) + "> <";
      bytes.clear();
      for (const char32_t c : codes_[code].text) append_utf16be(bytes, c);
      map += hexadecimal(bytes) + ">\n";
    }
    map += "endbfchar\n";
  }
  return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

PdfArray EmbeddedFont::widths() const {
  PdfArray list;
  for (std::size_t code = 1; code < codes_.size(); ++code) list.push_back(number(codes_[code].width));
  PdfArray widths;
  widths.push_back(number(1));  // the first code of the list
  widths.push_back(list);
  return widths;
}

PdfReference EmbeddedFont::write(PoDoFo::PdfVecObjects& objects, Compression compression) const {
  std::vector<std::uint32_t> glyphs;
  for (std::size_t code = 1; code < codes_.size(); ++code) glyphs.push_back(codes_[code].glyph);
  const FontProgram program = font_program(*face_, glyphs);
  const std::string base_font = tagged_name(face_->postscript_name(), program);

  std::string glyph_map(2, '\0');  // code 0 is .notdef
  for (const std::uint32_t glyph : program.glyphs) {
    glyph_map.push_back(static_cast<char>(glyph >> 8));
    glyph_map.push_back(static_cast<char>(glyph & 0xFF));
  }
  PdfObject* map = objects.CreateObject();
  set_stream(*map, glyph_map, compression);
  PdfObject* unicode = objects.CreateObject();
  set_stream(*unicode, to_unicode(), compression);

  PdfDictionary system;
  system.AddKey("Registry", PoDoFo::PdfString("Adobe"));
  system.AddKey("Ordering", PoDoFo::PdfString("Identity"));
  system.AddKey("Supplement", number(0));

  PdfObject* descendant = objects.CreateObject("Font");
  PdfDictionary& cid_font = descendant->GetDictionary();
  cid_font.AddKey("Subtype", PdfName("CIDFontType2"));
  cid_font.AddKey("BaseFont", PdfName(base_font));
  cid_font.AddKey("CIDSystemInfo", system);
  cid_font.AddKey("FontDescriptor", write_descriptor(objects, *face_, base_font, program, compression));
  cid_font.AddKey("CIDToGIDMap", map->Reference());
  cid_font.AddKey("DW", number(0));
  cid_font.AddKey("W", widths());

  PdfArray descendants;
  descendants.push_back(descendant->Reference());
  PdfObject* font = objects.CreateObject("Font");
  PdfDictionary& type0 = font->GetDictionary();
  type0.AddKey("Subtype", PdfName("Type0"));
  type0.AddKey("BaseFont", PdfName(base_font));
  type0.AddKey("Encoding", PdfName("Identity-H"));
  type0.AddKey("DescendantFonts", descendants);
  type0.AddKey("ToUnicode", unicode->Reference());
  return font->Reference();
}

EmbeddedFont& FontSet::font(const typeset::FaceRef& face) {
  EmbeddedFont*& font = by_face_[face.get()];
  if (font != nullptr) return *font;
  if (!face->may_embed()) {
    throw Error({ErrorCode::font_missing, "the licence of " + face->family() + " forbids embedding it in a document",
                 "choose another font family in the template", face->path()});
  }
  if (face->outlines() != typeset::Outlines::truetype) {
    throw Error({ErrorCode::font_missing, face->family() + " has no TrueType outlines and cannot be embedded",
                 "choose another font family in the template", face->path()});
  }
  fonts_.push_back(std::make_unique<EmbeddedFont>(face, "F" + std::to_string(fonts_.size() + 1)));
  font = fonts_.back().get();
  return *font;
}

}  // namespace herald::pdf
