// The names of each language are asked of ICU once and kept; most releases never ask.
#include "core/reading/countries.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_set>

#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "core/language/text.hpp"

namespace herald::reading {
namespace {

using Names = std::unordered_set<std::string>;

void add(Names& names, const icu::UnicodeString& name) {
  std::string utf8;
  name.toUTF8String(utf8);
  names.insert(language::fold_case(utf8));
}

Names names_in(const std::string& language) {
  Names names;
  const icu::Locale locale(language.c_str());
  // The long form says "Hong Kong SAR China", the short one "Hong Kong".
  for (const UDisplayContext length : {UDISPCTX_LENGTH_FULL, UDISPCTX_LENGTH_SHORT}) {
    UDisplayContext contexts[] = {length, UDISPCTX_NO_SUBSTITUTE};
    const std::unique_ptr<icu::LocaleDisplayNames> display(
        icu::LocaleDisplayNames::createInstance(locale, contexts, 2));
    if (!display) continue;
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
      // Georgia is a country and a state of the United States: the word alone does not say which.
      if (std::string_view(*code) == "GE") continue;
      icu::UnicodeString name;
      display->regionDisplayName(*code, name);
      // Without a name in this language ICU gives the code back.
      if (name.length() > 2) add(names, name);
    }
  }
  return names;
}

const Names& cached_names(const std::string& language) {
  static std::mutex mutex;
  static std::map<std::string, Names> cache;
  const std::lock_guard lock(mutex);
  const auto found = cache.find(language);
  return found != cache.end() ? found->second : cache.emplace(language, names_in(language)).first->second;
}

/// "USA", "FRA": codes of three letters count only in capitals, or "Sen." would be Senegal.
bool is_country_code(std::string_view name) {
  if (name.size() != 3) return false;
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    if (name == icu::Locale("", *code).getISO3Country()) return true;
  }
  return false;
}

}  // namespace

bool is_country(std::string_view name, const language::Packs& packs) {
  if (is_country_code(name)) return true;
  const std::string folded = language::fold_case(name);
  for (const language::Pack& pack : packs.all()) {
    if (cached_names(pack.code).contains(folded)) return true;
  }
  return false;
}

}  // namespace herald::reading
