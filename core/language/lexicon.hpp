// The words of a pack, ready to be looked up: phrases by their first word, each with what it means.
// Built once for a language when its text is first met.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
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
  hijri_month,
  era,
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
  dual,
  age_marker,
  not_figure,
  ratio_link,
  one,
  // noun phrases
  function_word,
  noun_link,
  list_link,
  measure_verb,
  same_count,
  part_link,
  rate_link,
  dimension,
  not_counted,
  relative,
  clause_opener,
  determiner,
  irregular_plural,
  modifier_stop,
  // people
  role,
  role_modifier,
  role_link,
  field,
  presence,
  honorific,
  post_nominal,
  name_particle,
  name_word,
  organisation,
  body,
  body_link,
  body_role,
  not_body,
  agent_link,
  person_verb,
  people_noun,
  plural_role,
  relative_pronoun,
  employer_link,
  role_verb,
  reporting_verb,
  attribution,
  pronoun,
  not_name,
  speaker_noun,
  adverb,
  // places and events
  place_leader,
  place_noun,
  place,
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

/// A set of word classes, a bit each.
struct ClassMask {
  std::uint64_t low = 0;
  std::uint64_t high = 0;

  constexpr bool any() const noexcept { return (low | high) != 0; }
  constexpr ClassMask& operator|=(ClassMask other) noexcept { return *this = *this | other; }
  friend constexpr ClassMask operator|(ClassMask a, ClassMask b) noexcept { return {a.low | b.low, a.high | b.high}; }
  friend constexpr ClassMask operator&(ClassMask a, ClassMask b) noexcept { return {a.low & b.low, a.high & b.high}; }
};
static_assert(static_cast<int>(WordClass::count_) <= 128, "a class is a bit of ClassMask");
constexpr ClassMask mask(WordClass word_class) noexcept {
  const int bit = static_cast<int>(word_class);
  return bit < 64 ? ClassMask{std::uint64_t{1} << bit, 0} : ClassMask{0, std::uint64_t{1} << (bit - 64)};
}

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

  /// Small words that the language writes together with the word behind them ("و"), and how the beginning of that word
  /// then changes ("لل" for "ل" and "ال").
  void set_proclitics(std::vector<std::string> proclitics, std::vector<std::pair<std::string, std::string>> merged);
  const std::vector<std::string>& proclitics() const noexcept { return proclitics_; }
  const std::vector<std::pair<std::string, std::string>>& merged_beginnings() const noexcept { return merged_; }

 private:
  std::vector<std::string> proclitics_;
  std::vector<std::pair<std::string, std::string>> merged_;
  using Table = std::unordered_map<std::string, std::vector<Phrase>, StringHash, std::equal_to<>>;
  Table by_first_;
  Table by_ending_;
  std::size_t longest_ending_ = 0;  // bytes
};

}  // namespace herald::language
