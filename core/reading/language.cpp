// The language of the release: by the packs' commonest words, else by what the source says, else by a script that only
// one language of importance is written in. Where neither says it, it stays empty. Blocks in another language are found
// by the same signs, once their kinds are known.
#include <algorithm>
#include <array>
#include <utility>

#include <unicode/uscript.h>

#include "core/language/text.hpp"
#include "core/reading/passes.hpp"
#include "core/reading/words.hpp"

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

/// A script that most letters of the text are of, and its language; null where there is none of the table.
const std::pair<UScriptCode, std::string_view>* script_of(std::string_view text) {
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
  if (*most * 2 <= letters) return nullptr;
  return &script_languages[static_cast<std::size_t>(most - counts.begin())];
}

std::string_view language_of_script(std::string_view text) {
  const auto* script = script_of(text);
  return script == nullptr ? std::string_view() : script->second;
}

// Whether the language is written in the script that the text is in: Arabic letters in a Persian release are Persian,
// and English that a page calls Arabic is a slip.
bool fits_script(const std::string& language, std::string_view text) {
  const auto* script = script_of(text);
  if (script == nullptr) return herald::text_direction(language) == "ltr";
  constexpr int most_scripts = 8;
  std::array<UScriptCode, most_scripts> scripts{};
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t count = uscript_getCode(language.c_str(), scripts.data(), most_scripts, &status);
  return U_SUCCESS(status) &&
         std::find(scripts.begin(), scripts.begin() + count, script->first) != scripts.begin() + count;
}

// A block's own language, "" where nothing says that it has one. A few words are too few to tell neighbours apart, so
// more is asked of a block than of a whole release; a script is sure at any length.
std::string language_of_block(const Reading& reading, const Draft& draft) {
  constexpr std::size_t fewest_words = 12;
  constexpr double least_share = 0.2;  // running text is a third stop words
  constexpr double least_lead = 2.5;
  const std::string& text = draft.text.text();
  if (!draft.language.empty() && fits_script(draft.language, text)) return draft.language;
  if (count_words(text, fewest_words) >= fewest_words)
    if (std::string found = reading.packs.detect(text, least_share, least_lead); !found.empty()) return found;
  const std::string_view script = language_of_script(text);
  return script.empty() || fits_script(reading.metadata.language, text) ? std::string() : std::string(script);
}

std::string_view primary(std::string_view tag) { return tag.substr(0, tag.find_first_of("-_")); }

}  // namespace

void detect_block_languages(Reading& reading) {
  for (Draft& draft : reading.drafts) {
    const bool has_words =
        draft.kind != BlockKind::noise && draft.kind != BlockKind::image && draft.kind != BlockKind::end_mark;
    std::string language =
        has_words && !reading.metadata.language.empty() ? language_of_block(reading, draft) : std::string();
    const bool own = primary(language) != primary(reading.metadata.language);
    draft.language = own ? std::move(language) : std::string();
  }
}

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
  // A few lines of names and figures have hardly a small word: what little there is counts, if it is of one language.
  constexpr std::size_t most_words = 60;
  if (found.empty() && named.empty() && count_words(sample, most_words + 1) <= most_words) {
    constexpr double least_share = 0.03;
    constexpr double least_lead = 2.5;
    found = reading.packs.detect(sample, least_share, least_lead);
  }
}

}  // namespace herald::reading
