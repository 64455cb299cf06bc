// The catalogue of installed faces, from fontconfig's caches, and the choice among them.
//
// Reading the machine's whole fontconfig configuration costs 5 ms a process (some forty XML files of
// substitution rules that we would not follow anyway: a document must look the same for every user), the
// caches alone under 1 ms. So the usual folders are read first with a configuration of our own, and
// the machine's is loaded only when that does not have a wanted family, or FONTCONFIG_FILE asks for it.
#include "formats/typeset/font.hpp"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>
#include <vector>

#include "formats/typeset/hyphenate.hpp"
#include "formats/typeset/shape.hpp"
#include "herald/error.hpp"

namespace herald::typeset {
namespace {

constexpr const char* own_configuration =
    "<?xml version=\"1.0\"?><fontconfig>"
    "<dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir>"
    "<dir prefix=\"xdg\">fonts</dir><dir>~/.fonts</dir>"
    "<cachedir>/var/cache/fontconfig</cachedir><cachedir prefix=\"xdg\">fontconfig</cachedir>"
    "</fontconfig>";

std::string folded(std::string_view name) {
  std::string result(name);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return result;
}

/// What the catalogue knows of a face without opening it.
struct Entry {
  std::vector<std::string> families;  // folded
  std::string path;
  int index = 0;
  int weight = FC_WEIGHT_REGULAR;
  bool italic = false;
  bool narrow = false;
  const FcCharSet* characters = nullptr;
  const FcLangSet* languages = nullptr;
};

std::string string_of(const FcPattern* pattern, const char* key, int n = 0) {
  FcChar8* text = nullptr;
  if (FcPatternGetString(pattern, key, n, &text) != FcResultMatch) return {};
  return reinterpret_cast<const char*>(text);
}

int integer_of(const FcPattern* pattern, const char* key, int otherwise) {
  int value = otherwise;
  if (FcPatternGetInteger(pattern, key, 0, &value) != FcResultMatch) {
    double real = otherwise;
    if (FcPatternGetDouble(pattern, key, 0, &real) != FcResultMatch) return otherwise;
    return static_cast<int>(real);
  }
  return value;
}

bool flag_of(const FcPattern* pattern, const char* key, bool otherwise) {
  FcBool value = otherwise ? FcTrue : FcFalse;
  FcPatternGetBool(pattern, key, 0, &value);
  return value != FcFalse;
}

/// Bitmap and colour faces cannot be embedded as outlines; variable ones only through an instance,
/// which is left out since every face that Herald names is static.
bool is_usable(const FcPattern* pattern) {
  const std::string format = string_of(pattern, FC_FONTFORMAT);
  return flag_of(pattern, FC_SCALABLE, false) && !flag_of(pattern, FC_COLOR, false) &&
         !flag_of(pattern, FC_VARIABLE, false) && (format == "TrueType" || format == "CFF");
}

Entry entry_of(const FcPattern* pattern) {
  Entry entry;
  for (int n = 0;; ++n) {
    std::string family = string_of(pattern, FC_FAMILY, n);
    if (family.empty()) break;
    entry.families.push_back(folded(family));
  }
  entry.path = string_of(pattern, FC_FILE);
  entry.index = integer_of(pattern, FC_INDEX, 0);
  entry.weight = integer_of(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR);
  entry.italic = integer_of(pattern, FC_SLANT, FC_SLANT_ROMAN) != FC_SLANT_ROMAN;
  entry.narrow = integer_of(pattern, FC_WIDTH, FC_WIDTH_NORMAL) < FC_WIDTH_NORMAL;
  FcCharSet* characters = nullptr;
  if (FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters) == FcResultMatch) entry.characters = characters;
  FcLangSet* languages = nullptr;
  if (FcPatternGetLangSet(pattern, FC_LANG, 0, &languages) == FcResultMatch) entry.languages = languages;
  return entry;
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool is_serif(std::string_view folded_family) {
  return contains(folded_family, "serif") || contains(folded_family, "naskh") || contains(folded_family, "times");
}

/// Cuts that are right for a poster or a screen but not beside running text.
bool is_special_cut(std::string_view folded_family) {
  for (const char* word : {"kufi", "nastaliq", "looped", "display", "rashi", "mono", "unjoined", " ui", "cursive",
                           "condensed", "narrow", "music", "supplement"}) {
    if (contains(folded_family, word)) return true;
  }
  return false;
}

int style_distance(const Entry& entry, Weight weight, Slant slant) {
  const int wanted = weight == Weight::bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR;
  int distance = std::abs(entry.weight - wanted);
  if (entry.italic != (slant == Slant::italic))
    distance += 300;  // a wrong weight is less of a change than a wrong slant
  if (entry.narrow) distance += 500;
  return distance;
}

/// The faces that one fontconfig configuration lists.
class Catalogue {
 public:
  explicit Catalogue(FcConfig* configuration) : configuration_(configuration) {
    const FcFontSet* fonts = configuration_ == nullptr ? nullptr : FcConfigGetFonts(configuration_, FcSetSystem);
    for (int i = 0; fonts != nullptr && i < fonts->nfont; ++i) {
      if (is_usable(fonts->fonts[i])) entries_.push_back(entry_of(fonts->fonts[i]));
    }
    // fontconfig's own order is that of the disk
    std::sort(entries_.begin(), entries_.end(),
              [](const Entry& a, const Entry& b) { return std::tie(a.path, a.index) < std::tie(b.path, b.index); });
  }
  ~Catalogue() {
    if (configuration_ != nullptr) FcConfigDestroy(configuration_);
  }
  Catalogue(const Catalogue&) = delete;
  Catalogue& operator=(const Catalogue&) = delete;

  static std::unique_ptr<Catalogue> of_usual_folders() {
    FcConfig* configuration = FcConfigCreate();
    FcConfigParseAndLoadFromMemory(configuration, reinterpret_cast<const FcChar8*>(own_configuration), FcFalse);
    FcConfigBuildFonts(configuration);
    return std::make_unique<Catalogue>(configuration);
  }
  static std::unique_ptr<Catalogue> of_machine() { return std::make_unique<Catalogue>(FcInitLoadConfigAndFonts()); }

  const Entry* find(const std::string& folded_family, Weight weight, Slant slant) const {
    const Entry* best = nullptr;
    for (const Entry& entry : entries_) {
      if (std::find(entry.families.begin(), entry.families.end(), folded_family) == entry.families.end()) continue;
      if (best == nullptr || style_distance(entry, weight, slant) < style_distance(*best, weight, slant)) {
        best = &entry;
      }
    }
    return best;
  }

  const Entry* find_with(char32_t character, std::string_view folded_family, Weight weight, Slant slant,
                         const std::string& language) const {
    const bool serif = is_serif(folded_family);
    const Entry* best = nullptr;
    int best_distance = 0;
    for (const Entry& entry : entries_) {
      if (entry.characters == nullptr || FcCharSetHasChar(entry.characters, character) == FcFalse) continue;
      const std::string_view family = entry.families.empty() ? std::string_view() : entry.families.front();
      // Weights of the choice, greatest first: a text cut, the house's own design, serif like serif,
      // made for the language, then weight and slant.
      int distance = style_distance(entry, weight, slant);
      if (is_special_cut(family)) distance += 16000;
      if (!contains(family, "noto")) distance += 8000;
      if (is_serif(family) != serif) distance += 4000;
      if (!covers(entry, language)) distance += 2000;
      if (best == nullptr || distance < best_distance) {
        best = &entry;
        best_distance = distance;
      }
    }
    return best;
  }

 private:
  static bool covers(const Entry& entry, const std::string& language) {
    return language.empty() || entry.languages == nullptr ||
           FcLangSetHasLang(entry.languages, reinterpret_cast<const FcChar8*>(language.c_str())) != FcLangDifferentLang;
  }

  FcConfig* configuration_;
  std::vector<Entry> entries_;
};

}  // namespace

struct FontLibrary::Caches {
  std::unique_ptr<Catalogue> usual;
  std::unique_ptr<Catalogue> machine;
  std::map<std::tuple<std::string, Weight, Slant>, FaceRef> by_style;
  std::map<std::pair<std::string, int>, FaceRef> opened;
  std::map<std::tuple<char32_t, std::string, Weight, Slant, std::string>, FaceRef> fallbacks;

  /// Asks the usual folders, then the machine's whole configuration. The order is always the same, so
  /// that what one document needed never changes the faces of the next.
  template <typename Search>
  const Entry* search(Search&& search_in) {
    const bool has_own_configuration =
        std::getenv("FONTCONFIG_FILE") != nullptr || std::getenv("FONTCONFIG_PATH") != nullptr;
    if (!has_own_configuration) {
      if (usual == nullptr) usual = Catalogue::of_usual_folders();
      if (const Entry* entry = search_in(*usual)) return entry;
    }
    if (machine == nullptr) machine = Catalogue::of_machine();
    return search_in(*machine);
  }

  const Entry* find(const std::string& folded_family, Weight weight, Slant slant) {
    return search([&](const Catalogue& catalogue) { return catalogue.find(folded_family, weight, slant); });
  }

  FaceRef open(const Entry& entry) {
    FaceRef& face = opened[{entry.path, entry.index}];
    if (face == nullptr) face = Face::open(entry.path, static_cast<unsigned>(entry.index));
    return face;
  }
};

FontLibrary::FontLibrary()
    : caches_(std::make_unique<Caches>()),
      shape_cache_(std::make_unique<ShapeCache>()),
      hyphenation_(std::make_unique<HyphenationLibrary>()) {}

FontLibrary::~FontLibrary() = default;

const FaceRef& FontLibrary::face(std::string_view family, Weight weight, Slant slant) {
  std::tuple<std::string, Weight, Slant> key(folded(family), weight, slant);
  const auto known = caches_->by_style.find(key);
  if (known != caches_->by_style.end()) return known->second;
  const Entry* entry = caches_->find(std::get<0>(key), weight, slant);
  if (entry == nullptr) {
    throw Error({ErrorCode::font_missing,
                 "the font family \"" + std::string(family) + "\" is not installed",
                 "install the Debian package fonts-noto-core, or name another family in the template",
                 {}});
  }
  return caches_->by_style[std::move(key)] = caches_->open(*entry);
}

bool FontLibrary::has_family(std::string_view family) {
  return caches_->find(folded(family), Weight::regular, Slant::upright) != nullptr;
}

FaceRef FontLibrary::fallback(char32_t character, std::string_view family, Weight weight, Slant slant,
                              std::string_view language) {
  auto key = std::make_tuple(character, folded(family), weight, slant, std::string(language));
  const auto known = caches_->fallbacks.find(key);
  if (known != caches_->fallbacks.end()) return known->second;
  const Entry* entry = caches_->search([&](const Catalogue& catalogue) {
    return catalogue.find_with(character, std::get<1>(key), weight, slant, std::get<4>(key));
  });
  FaceRef face;
  if (entry != nullptr) {
    face = caches_->open(*entry);
    // the charset of the catalogue and the cmap of the file may disagree when a cache is stale
    if (face->glyph(character) == 0) face = nullptr;
  }
  return caches_->fallbacks[std::move(key)] = face;
}

}  // namespace herald::typeset
