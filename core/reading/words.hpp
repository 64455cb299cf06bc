// Small questions about a line or block that several passes ask: how long, how written, how it ends,
// whether it begins with a phrase of a language pack.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/pack.hpp"

namespace herald::reading {

/// The number of words of a folded text, counting no further than `limit`.
std::size_t count_words(std::string_view text, std::size_t limit = 1000);

/// Whether its last character, closing quotes and brackets aside, ends a sentence.
bool ends_sentence(std::string_view text);

/// The last character, white space aside; 0 for an empty text.
char32_t last_character(std::string_view text);

/// The first letter, 0 where there is none among the first characters.
char32_t first_letter(std::string_view text);

/// Whether the first letter is a small one.
bool starts_lower(std::string_view text);

/// Whether the text has capitals and hardly a small letter. False for scripts without case.
bool is_all_capitals(std::string_view text);

/// The words of a text, at spaces.
std::vector<std::string_view> split_words(std::string_view text);

/// "1998", "2026": digits that read as a year of our time.
bool is_year(std::string_view digits);

std::size_t count_letters(std::string_view word);

/// Whether its first letter belongs to a script without case, such as Arabic.
bool is_caseless(std::string_view text);

/// Whether the text has a letter or digit at all.
bool has_word(std::string_view text);

/// An opening quotation mark, straight ones included.
bool is_quote_mark(char32_t c);

/// Where a phrase stands in the text it was looked for: the bytes it takes there.
struct PhraseMatch {
  std::size_t length = 0;   // bytes of the text that the phrase takes
  std::string_view phrase;  // of the pack
};

/// The longest of the packs' phrases of one kind (`&Pack::status_phrases`) that the text begins with,
/// at a word's end, whatever its case.
std::optional<PhraseMatch> starts_with_phrase(std::string_view text, const language::Packs& packs,
                                              std::vector<std::string> language::Pack::*list);

/// Whether the text is a rule between lines: "-----", "_____".
bool is_rule(std::string_view text) noexcept;

/// The place behind the colon of a label that is one of the packs' phrases, 0 where the text begins with none.
std::size_t after_label(std::string_view text, const language::Packs& packs,
                        std::vector<std::string> language::Pack::*list);

/// Whether the text is one of the packs' phrases and nothing else, punctuation around it aside.
bool is_phrase(std::string_view text, const language::Packs& packs, std::vector<std::string> language::Pack::*list);

/// A text without punctuation, symbols and white space at both ends.
std::string_view strip_punctuation(std::string_view text);

}  // namespace herald::reading
