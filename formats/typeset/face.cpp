// Opens a font file through HarfBuzz, which maps it, and reads once what layout and embedding need.
// Table layouts: OpenType 1.9, "head", "post", "OS/2".
#include "formats/typeset/face.hpp"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>

#include "herald/error.hpp"

namespace herald::typeset {
namespace {

/// A table's bytes; reads past its end give 0, since fonts are input like any other.
class TableReader {
 public:
  TableReader(hb_face_t* face, hb_tag_t tag) : blob_(hb_face_reference_table(face, tag)) {
    data_ = reinterpret_cast<const unsigned char*>(hb_blob_get_data(blob_, &length_));
  }
  ~TableReader() { hb_blob_destroy(blob_); }
  TableReader(const TableReader&) = delete;
  TableReader& operator=(const TableReader&) = delete;

  std::uint16_t u16(unsigned offset) const {
    if (data_ == nullptr || offset + 2 > length_) return 0;
    return static_cast<std::uint16_t>(data_[offset] << 8 | data_[offset + 1]);
  }
  std::int16_t i16(unsigned offset) const { return static_cast<std::int16_t>(u16(offset)); }
  std::int32_t i32(unsigned offset) const {
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(u16(offset)) << 16 | u16(offset + 2));
  }

 private:
  hb_blob_t* blob_ = nullptr;
  const unsigned char* data_ = nullptr;
  unsigned length_ = 0;
};

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
  unsigned length = hb_ot_name_get_utf8(face, id, HB_LANGUAGE_INVALID, nullptr, nullptr);
  std::string name(length + 1, '\0');
  unsigned capacity = length + 1;
  hb_ot_name_get_utf8(face, id, HB_LANGUAGE_INVALID, &capacity, name.data());
  name.resize(length);
  return name;
}

/// PostScript names are printable ASCII without the delimiters of PostScript (OpenType, "name", ID 6).
std::string clean_postscript_name(std::string name) {
  std::erase_if(name, [](char c) {
    return c < 33 || c > 126 || std::string_view("[](){}<>/%").find(c) != std::string_view::npos;
  });
  return name.substr(0, 63);
}

FaceMetrics read_metrics(hb_face_t* face, hb_font_t* font) {
  FaceMetrics metrics;
  metrics.units_per_em = static_cast<int>(hb_face_get_upem(face));
  hb_font_extents_t extents{};
  hb_font_get_h_extents(font, &extents);
  metrics.ascent = extents.ascender;
  metrics.descent = extents.descender;
  if (metrics.ascent - metrics.descent <= 0) {  // a broken "hhea": the usual proportions
    metrics.ascent = metrics.units_per_em * 8 / 10;
    metrics.descent = -metrics.units_per_em * 2 / 10;
  }
  hb_position_t value = 0;
  hb_ot_metrics_get_position_with_fallback(font, HB_OT_METRICS_TAG_CAP_HEIGHT, &value);
  metrics.cap_height = value;
  hb_ot_metrics_get_position_with_fallback(font, HB_OT_METRICS_TAG_X_HEIGHT, &value);
  metrics.x_height = value;
  const TableReader head(face, HB_TAG('h', 'e', 'a', 'd'));
  metrics.x_min = head.i16(36);
  metrics.y_min = head.i16(38);
  metrics.x_max = head.i16(40);
  metrics.y_max = head.i16(42);
  metrics.italic = (head.u16(44) & 2) != 0;
  const TableReader post(face, HB_TAG('p', 'o', 's', 't'));
  metrics.italic_angle = post.i32(4) / 65536.0;
  metrics.fixed_pitch = post.i32(12) != 0;
  const TableReader os2(face, HB_TAG('O', 'S', '/', '2'));
  if (os2.u16(4) != 0) metrics.weight = os2.u16(4);
  return metrics;
}

bool has_table(hb_face_t* face, hb_tag_t tag) {
  hb_blob_t* blob = hb_face_reference_table(face, tag);
  const bool present = hb_blob_get_length(blob) > 0;
  hb_blob_destroy(blob);
  return present;
}

}  // namespace

FaceRef Face::open(const std::string& path, unsigned index) {
  std::shared_ptr<Face> face(new Face);
  face->path_ = path;
  face->index_ = index;
  face->blob_ = hb_blob_create_from_file_or_fail(path.c_str());
  // fontconfig keeps the instance of a variable font in the upper half of the index
  const unsigned face_index = index & 0xFFFFU;
  if (face->blob_ == nullptr || hb_face_count(face->blob_) <= face_index) {
    throw Error({ErrorCode::font_missing, "the font file cannot be read or is no font",
                 "reinstall its package, then run fc-cache", path});
  }
  face->hb_face_ = hb_face_create(face->blob_, face_index);
  face->hb_font_ = hb_font_create(face->hb_face_);
  hb_face_make_immutable(face->hb_face_);
  face->metrics_ = read_metrics(face->hb_face_, face->hb_font_);
  hb_font_make_immutable(face->hb_font_);
  face->family_ = name_of(face->hb_face_, HB_OT_NAME_ID_FONT_FAMILY);
  face->postscript_name_ = clean_postscript_name(name_of(face->hb_face_, HB_OT_NAME_ID_POSTSCRIPT_NAME));
  if (face->postscript_name_.empty()) {
    const std::size_t slash = path.rfind('/');
    face->postscript_name_ = clean_postscript_name(path.substr(slash == std::string::npos ? 0 : slash + 1));
  }
  face->embedding_bits_ = TableReader(face->hb_face_, HB_TAG('O', 'S', '/', '2')).u16(8);
  if (has_table(face->hb_face_, HB_TAG('g', 'l', 'y', 'f'))) {
    face->outlines_ = Outlines::truetype;
  } else if (has_table(face->hb_face_, HB_TAG('C', 'F', 'F', ' '))) {
    face->outlines_ = Outlines::cff;
  } else {
    face->outlines_ = Outlines::other;
  }
  return face;
}

Face::~Face() {
  hb_font_destroy(hb_font_);
  hb_face_destroy(hb_face_);
  hb_blob_destroy(blob_);
}

std::span<const std::byte> Face::bytes() const {
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob_, &length);
  return {reinterpret_cast<const std::byte*>(data), length};
}

std::uint32_t Face::glyph(char32_t character) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(hb_font_, character, &glyph) != 0 ? glyph : 0;
}

int Face::advance(std::uint32_t glyph) const { return hb_font_get_glyph_h_advance(hb_font_, glyph); }

bool Face::has_ink(std::uint32_t glyph) const {
  hb_glyph_extents_t extents{};
  return hb_font_get_glyph_extents(hb_font_, glyph, &extents) != 0 && (extents.width != 0 || extents.height != 0);
}

}  // namespace herald::typeset
