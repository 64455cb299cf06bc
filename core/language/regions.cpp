// Countries by ICU: some 250 names a language, asked for once a language.
#include "core/language/regions.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>
#include <string>

#include "core/language/text.hpp"

namespace herald::language {

void add_region_names(Lexicon& lexicon, std::string_view language, int pack) {
  const icu::Locale display(std::string(language).c_str());
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    icu::UnicodeString wide;
    icu::Locale("", *code).getDisplayCountry(display, wide);
    std::string name;
    wide.toUTF8String(name);
    if (name.empty() || name == *code) continue;
    lexicon.add(name, WordClass::country, 0, *code, pack);
    // "Myanmar (Burma)": the first name alone is a name.
    if (const std::size_t bracket = name.find(" ("); bracket != std::string::npos)
      lexicon.add(std::string_view(name).substr(0, bracket), WordClass::country, 0, *code, pack);
  }
}

}  // namespace herald::language
