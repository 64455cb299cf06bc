// Glyphs are renumbered (no RETAIN_GIDS): kept ids would leave thousands of empty entries in loca and
// hmtx, which cost time to write and to compress; the CIDToGIDMap that our codes need anyway absorbs the
// new numbers. Layout tables go, since shaping is done, and hinting goes, since readers of documents
// smooth their glyphs and it is a third of the bytes.
#include "formats/pdf/font_program.hpp"

#include <hb-subset.h>
#include <hb.h>

#include <memory>

#include "herald/error.hpp"

namespace herald::pdf {

namespace {

template <auto destroy>
struct Destroy {
  template <typename T>
  void operator()(T* object) const {
    destroy(object);
  }
};
using Input = std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_destroy>>;
using Plan = std::unique_ptr<hb_subset_plan_t, Destroy<hb_subset_plan_destroy>>;
using HbFace = std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>>;
using HbBlob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>>;

// What a PDF reader has no use for. `cmap` is asked for by no clause either: a Type0 font is addressed
// through its CIDToGIDMap (ISO 32000-1, 9.9, table 126).
constexpr hb_tag_t unneeded_tables[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'), HB_TAG('k', 'e', 'r', 'n'),
    HB_TAG('S', 'T', 'A', 'T'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('O', 'S', '/', '2'), HB_TAG('D', 'S', 'I', 'G'),
    HB_TAG('m', 'e', 't', 'a'), HB_TAG('g', 'a', 's', 'p'), HB_TAG('v', 'h', 'e', 'a'), HB_TAG('v', 'm', 't', 'x'),
    HB_TAG('c', 'm', 'a', 'p'), HB_TAG('p', 'o', 's', 't'), HB_TAG('M', 'A', 'T', 'H'), HB_TAG('B', 'A', 'S', 'E')};

Error failure(const typeset::Face& face) {
  return Error({ErrorCode::internal, "HarfBuzz could not make a subset of " + face.postscript_name(),
                "reinstall the font", face.path()});
}

std::string bytes_of(const typeset::Face& face, hb_face_t* subset) {
  const HbBlob blob(hb_face_reference_blob(subset));
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob.get(), &length);
  if (data == nullptr || length == 0) throw failure(face);
  return {data, length};
}

}  // namespace

FontProgram font_program(const typeset::Face& face, const std::vector<std::uint32_t>& glyphs) {
  if (!face.may_subset()) return {bytes_of(face, face.hb_face()), glyphs, false};

  const Input input(hb_subset_input_create_or_fail());
  if (!input) throw failure(face);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  for (const std::uint32_t glyph : glyphs) hb_set_add(wanted, glyph);
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const hb_tag_t tag : unneeded_tables) hb_set_add(dropped, tag);

  const Plan plan(hb_subset_plan_create_or_fail(face.hb_face(), input.get()));
  if (!plan) throw failure(face);
  const HbFace subset(hb_subset_plan_execute_or_fail(plan.get()));
  if (!subset) throw failure(face);

  FontProgram program;
  program.bytes = bytes_of(face, subset.get());
  const hb_map_t* renumbered = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  program.glyphs.reserve(glyphs.size());
  for (const std::uint32_t glyph : glyphs) {
    const hb_codepoint_t id = hb_map_get(renumbered, glyph);
    if (id == HB_MAP_VALUE_INVALID) throw failure(face);
    program.glyphs.push_back(id);
  }
  return program;
}

}  // namespace herald::pdf
