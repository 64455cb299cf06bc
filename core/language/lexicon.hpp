// The words of a pack, ready to be looked up: phrases by their first word, each with what it means.
// Built once for a language when its text is first met.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace herald::language {

/// What a phrase may be. The names in JSON are those of word_classes() in lexicon.cpp; what each is
/// for is said in core/facts/languages/README.md.
enum class WordClass : std::uint8_t {
  // dates
  month,
  weekday,
  date_link,
  day_suffix,
  range_link,
  range_open,
  period_leader,
  deadline_leader,
  relative_day,
  shift,
  period_word,
  future_marker,
  past_marker,
  // numbers
  number,
  magnitude,
  magnitude_suffix,
  sign,
  ordinal_suffix,
  collective,
  number_link,
  fraction,
  qualifier,
  qualifier_after,
  currency,
  currency_sign,
  percent,
  unit,
  reference,
  time_marker,
  age_marker,
  not_figure,
  ratio_link,
  // noun phrases
  function_word,
  noun_link,
  list_link,
  measure_verb,
  clause_opener,
  determiner,
  irregular_plural,
  modifier_stop,
  // people
  role,
  role_modifier,
  role_link,
  honorific,
  post_nominal,
  name_particle,
  organisation,
  reporting_verb,
  attribution,
  pronoun,
  not_name,
  speaker_noun,
  adverb,
  // places and events
  place_leader,
  place_noun,
  event,
  planned,
  held,
  not_place,
  street,
  country,
  address,
  // points
  decision,
  weak_opening,
  count_
};

using ClassMask = std::uint64_t;
static_assert(static_cast<int>(WordClass::count_) <= 64, "a class is a bit of ClassMask");
constexpr ClassMask mask(WordClass word_class) noexcept { return ClassMask{1} << static_cast<int>(word_class); }

/// A phrase as a pack gives it: a plain word, one with a number (a month's, a multiplier's exponent),
/// or one with a code (a currency, a unit, a qualifier).
struct Phrase {
  std::vector<std::string> words;
  WordClass word_class = WordClass::function_word;
  std::int64_t value = 0;
  std::string code;
  int pack = 0;
};

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
};

class Lexicon {
 public:
  void add(std::string_view phrase, WordClass word_class, std::int64_t value, std::string_view code, int pack);

  /// What a word is that ends so and is longer: "umweltministerin" by "ministerin".
  void add_compound(std::string_view ending, WordClass word_class, int pack);

  /// What a folded word is by its longest ending among these; null where it has none. For words without phrases.
  const std::vector<Phrase>* find_compound(std::string_view word) const noexcept;

  /// The phrases that begin with this folded word, the longest first; null where there are none.
  const std::vector<Phrase>* find(std::string_view first) const noexcept;

 private:
  using Table = std::unordered_map<std::string, std::vector<Phrase>, StringHash, std::equal_to<>>;
  Table by_first_;
  Table by_ending_;
  std::size_t longest_ending_ = 0;  // bytes
};

}  // namespace herald::language
