// The language of the release: by the packs' commonest words, else by what the source says, else by a script that only
// one language of importance is written in. Where neither says it, it stays empty.
#include <algorithm>
#include <array>

#include <unicode/uscript.h>

#include "core/language/text.hpp"
#include "core/reading/passes.hpp"

namespace herald::reading {
namespace {

// More text makes the answer no surer.
constexpr std::size_t sample_size = 8 * 1024;

/// Scripts with one language each; Latin, Cyrillic and Han have many, and a guess would be invented.
constexpr std::array<std::pair<UScriptCode, std::string_view>, 10> script_languages = {{{USCRIPT_ARABIC, "ar"},
                                                                                        {USCRIPT_GREEK, "el"},
                                                                                        {USCRIPT_HEBREW, "he"},
                                                                                        {USCRIPT_HANGUL, "ko"},
                                                                                        {USCRIPT_HIRAGANA, "ja"},
                                                                                        {USCRIPT_THAI, "th"},
                                                                                        {USCRIPT_GEORGIAN, "ka"},
                                                                                        {USCRIPT_ARMENIAN, "hy"},
                                                                                        {USCRIPT_BENGALI, "bn"},
                                                                                        {USCRIPT_TAMIL, "ta"}}};

std::string_view language_of_script(std::string_view text) {
  std::array<std::size_t, script_languages.size()> counts{};
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const language::CodePoint point = language::code_point_at(text, at);
    at += point.length;
    if (!language::is_letter(point.value)) continue;
    ++letters;
    if (point.value < 0x370) continue;  // Latin
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(point.value), &status);
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (script_languages[i].first == script) ++counts[i];
    }
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  if (*most * 2 <= letters) return {};
  return script_languages[static_cast<std::size_t>(most - counts.begin())].second;
}

}  // namespace

void detect_language(Reading& reading) {
  if (!reading.metadata.language.empty()) return;
  std::string sample;
  for (const Draft& draft : reading.drafts) {
    if (draft.kind == BlockKind::noise || draft.kind == BlockKind::image) continue;
    sample.append(draft.text.text(), 0, sample_size - sample.size()).append(1, ' ');
    if (sample.size() >= sample_size) break;
  }
  std::string& found = reading.metadata.language;
  // Pages carry the language of their site, so the words count for more; but where no pack knows the language that the
  // page names, its words are not known either, and may look like a neighbour's (Urdu like Arabic).
  const std::string& named = reading.language_from_source.value;
  const bool is_foreign = !named.empty() && reading.packs.find(named) == nullptr;
  if (!is_foreign) found = reading.packs.detect(sample);
  if (found.empty()) take(reading, &Metadata::language, "language", reading.language_from_source);
  if (found.empty()) found = language_of_script(sample);
}

}  // namespace herald::reading
