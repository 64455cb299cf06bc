#include "formats/typeset/shape.hpp"

#include <hb.h>

#include <cstring>

namespace herald::typeset {
namespace {

/// A buffer is costly to make and cheap to clear.
hb_buffer_t* shared_buffer() {
  struct Owner {
    hb_buffer_t* buffer = hb_buffer_create();
    ~Owner() { hb_buffer_destroy(buffer); }
  };
  thread_local Owner owner;
  return owner.buffer;
}

std::vector<hb_feature_t> features_of(const ShapingContext& context) {
  std::vector<hb_feature_t> features;
  const auto set = [&](hb_tag_t tag, std::uint32_t value) {
    features.push_back({tag, value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END});
  };
  if (context.tabular_figures) {
    set(HB_TAG('t', 'n', 'u', 'm'), 1);
    set(HB_TAG('l', 'n', 'u', 'm'), 1);
  }
  if (!context.ligatures) {
    set(HB_TAG('l', 'i', 'g', 'a'), 0);
    set(HB_TAG('c', 'l', 'i', 'g'), 0);
  }
  return features;
}

}  // namespace

ShapedWord shape(const Face& face, std::string_view word, const ShapingContext& context,
                 const Surroundings& surroundings) {
  hb_buffer_t* buffer = shared_buffer();
  hb_buffer_clear_contents(buffer);
  // HarfBuzz takes context as text around the item in one array.
  if (surroundings.before.empty() && surroundings.after.empty()) {
    hb_buffer_add_utf8(buffer, word.data(), static_cast<int>(word.size()), 0, static_cast<int>(word.size()));
  } else {
    std::string around(surroundings.before);
    around.append(word).append(surroundings.after);
    hb_buffer_add_utf8(buffer, around.data(), static_cast<int>(around.size()),
                       static_cast<unsigned>(surroundings.before.size()), static_cast<int>(word.size()));
  }
  hb_buffer_set_direction(buffer, context.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, static_cast<hb_script_t>(context.script));
  hb_buffer_set_language(buffer,
                         hb_language_from_string(context.language.data(), static_cast<int>(context.language.size())));
  hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
  const std::vector<hb_feature_t> features = features_of(context);
  hb_shape(face.hb_font(), buffer, features.data(), static_cast<unsigned>(features.size()));

  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
  ShapedWord result;
  result.glyphs.reserve(count);
  const auto origin = static_cast<std::uint32_t>(surroundings.before.size());
  for (unsigned i = 0; i < count; ++i) {
    const bool unsafe = (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
    result.glyphs.push_back({infos[i].codepoint, infos[i].cluster - origin, positions[i].x_advance,
                             positions[i].x_offset, positions[i].y_offset, unsafe});
    result.advance += positions[i].x_advance;
    if (i == 0 || infos[i].cluster != infos[i - 1].cluster) ++result.clusters;
  }
  return result;
}

ShapeCache::ShapeCache() = default;
ShapeCache::~ShapeCache() = default;

const ShapedWord& ShapeCache::shape(const Face& face, std::string_view word, const ShapingContext& context) {
  const Face* identity = &face;
  key_.assign(reinterpret_cast<const char*>(&identity),
              sizeof identity);  // NOLINT(bugprone-sizeof-expression): the address is the key
  key_.append(reinterpret_cast<const char*>(&context.script), sizeof context.script);
  key_.push_back(static_cast<char>((context.right_to_left ? 1 : 0) | (context.tabular_figures ? 2 : 0) |
                                   (context.ligatures ? 4 : 0)));
  key_.append(context.language).push_back('\0');
  key_.append(word);
  const auto known = words_.find(std::string_view(key_));
  if (known != words_.end()) return *known->second;
  auto shaped = std::make_unique<ShapedWord>(typeset::shape(face, word, context));
  return *words_.emplace(key_, std::move(shaped)).first->second;
}

void ShapeCache::trim() {
  // About 20 MB of words; a briefing has some hundred.
  constexpr std::size_t most_words = 50'000;
  if (words_.size() > most_words) words_.clear();
}

}  // namespace herald::typeset
