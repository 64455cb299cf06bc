// Each rule is a function that looks at one word or one list. The messages say how to write it instead.
#include "core/language/pack_check.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <span>

#include "core/language/dates.hpp"
#include "core/language/pack_file.hpp"
#include "core/language/text.hpp"
#include "core/language/tokens.hpp"

namespace herald::language {
namespace {

using Json = nlohmann::json;

constexpr std::size_t longest_phrase = 8;     // words: what Tokens looks back for
constexpr std::size_t most_problems = 100;    // more are one mistake made again and again
constexpr std::size_t shortest_compound = 3;  // bytes; the ends of many words look like a shorter one

// The codes that a class's words may stand for. A unit's are free: they are names.
constexpr std::array qualifiers = {"more_than", "less_than", "about", "at_least", "at_most"};
constexpr std::array percents = {"percent", "percentage point", "basis point"};
constexpr std::array same_counts = {"equal", "compared", "part", "whole"};
constexpr std::array openings = {"from", "between"};
constexpr std::array eras = {"civil", "hijri"};
constexpr std::array periods = {"period", "year", "month", "week", "spring", "summer", "autumn", "winter"};

constexpr std::array example_kinds = {"figures", "dates", "people", "quotations", "places", "organisations"};

std::span<const char* const> codes_of(WordClass word_class) {
  switch (word_class) {
    case WordClass::qualifier:
    case WordClass::qualifier_after:
      return qualifiers;
    case WordClass::percent:
      return percents;
    case WordClass::same_count:
      return same_counts;
    case WordClass::range_open:
      return openings;
    case WordClass::period_word:
      return periods;
    case WordClass::era:
      return eras;
    default:
      return {};
  }
}

bool is_capitals(std::string_view text, std::size_t count) {
  return text.size() == count && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string in_marks(std::string_view text) { return "\"" + std::string(text) + "\""; }

// "2026-05-04"
bool is_day(std::string_view text) {
  constexpr std::string_view form = "0000-00-00";
  if (text.size() != form.size()) return false;
  std::array<int, 3> parts{};
  std::size_t part = 0;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] == '-') {
      if (text[i] != '-') return false;
      ++part;
    } else if (text[i] >= '0' && text[i] <= '9') {
      parts.at(part) = parts.at(part) * 10 + (text[i] - '0');
    } else {
      return false;
    }
  }
  return parts[1] >= 1 && parts[2] >= 1 && is_calendar_date({parts[0], parts[1], parts[2]});
}

std::string one_of(std::span<const char* const> names) {
  std::string list;
  for (const char* name : names) list += (list.empty() ? "" : ", ") + std::string(name);
  return list;
}

class PackCheck {
 public:
  std::vector<PackProblem> run(const Pack& pack, const Json& json) {
    for (const auto& [name, list] : json.at("reading").items()) {
      // Lists of words, or an object of words with what they mean.
      for (const auto& [word, entry] : list.items())
        check_phrase("/reading/" + name, "", list.is_object() ? word : entry.get<std::string>());
    }
    for (const std::string& abbreviation : pack.abbreviations)
      if (!abbreviation.ends_with('.'))
        add("/reading/abbreviations",
            in_marks(abbreviation) + " has no full stop at its end, as abbreviations do here");
    for (const PackWord& word : pack.words) check_word(word);
    for (const PackWord& ending : pack.compounds) check_compound(ending);
    check_examples(pack.positive_examples, "/examples/positive");
    check_examples(pack.negative_examples, "/examples/negative");
    return std::move(problems_);
  }

 private:
  void add(std::string pointer, std::string what) {
    if (problems_.size() < most_problems) problems_.push_back({std::move(pointer), std::move(what)});
  }
  void check_phrase(const std::string& pointer, const std::string& code, const std::string& phrase);
  void check_word(const PackWord& word);
  void check_code(const PackWord& word, const std::string& pointer);
  static bool is_currency_list(std::string_view codes);
  void check_compound(const PackWord& ending);
  void check_examples(const std::vector<PackExample>& examples, const std::string& pointer);

  std::vector<PackProblem> problems_;
  std::set<std::string> seen_;  // list and phrase
};

void PackCheck::check_phrase(const std::string& pointer, const std::string& code, const std::string& phrase) {
  if (const std::string folded = fold_case(phrase); folded != phrase)
    return add(pointer, in_marks(phrase) + " can match no text: write " + in_marks(folded) +
                            " (small letters, NFC, single spaces, straight apostrophes, no Arabic vowel signs)");
  const std::size_t words = phrase_words(phrase).size();
  if (words == 0) return add(pointer, in_marks(phrase) + " holds no word");
  if (words > longest_phrase)
    return add(pointer, in_marks(phrase) + " has " + std::to_string(words) + " words and marks; " +
                            std::to_string(longest_phrase) + " are the most that are looked for");
  // One phrase may stand for one thing only, so codes do not part the entries of a class.
  if (!seen_.insert(pointer + " " + phrase).second)
    add(pointer, in_marks(phrase) + " stands here twice" + (code.empty() ? "" : ", the second time under " + code));
}

void PackCheck::check_word(const PackWord& word) {
  const std::string pointer = "/words/" + std::string(class_name(word.word_class));
  check_phrase(pointer, word.code, word.phrase);
  check_code(word, pointer);
  const bool magnitude = word.word_class == WordClass::magnitude || word.word_class == WordClass::magnitude_suffix;
  constexpr std::int64_t largest_power = 15;
  if (magnitude && (word.value < 1 || word.value > largest_power))
    add(pointer, in_marks(word.phrase) + " is a power of ten: a number from 1 to " + std::to_string(largest_power));
  const bool value = word.word_class == WordClass::number || word.word_class == WordClass::collective;
  if (value && word.value < 0) add(pointer, in_marks(word.phrase) + " has a value below nothing");
}

// "EUR"; "EGP/SDG", of which the place of issue chooses and the first stands else; "/KWD/BHD", of which none does.
bool PackCheck::is_currency_list(std::string_view codes) {
  constexpr std::size_t code_length = 3;
  if (codes.starts_with('/')) codes.remove_prefix(1);
  while (codes.size() > code_length && codes[code_length] == '/' && is_capitals(codes.substr(0, code_length), 3))
    codes.remove_prefix(code_length + 1);
  return is_capitals(codes, code_length);
}

void PackCheck::check_code(const PackWord& word, const std::string& pointer) {
  const bool currency = word.word_class == WordClass::currency || word.word_class == WordClass::currency_sign;
  if (currency && word.code != "$" && !is_currency_list(word.code))
    add(pointer, in_marks(word.code) +
                     " is no currency: write its ISO 4217 code, as EUR, several that share a word as " +
                     "EGP/SDG, or $ for the issuer's dollar");
  if ((word.word_class == WordClass::country || word.word_class == WordClass::place) && !is_capitals(word.code, 2))
    add(pointer, in_marks(word.code) + " is no country: write its ISO 3166-1 code, as PE");
  if (word.word_class == WordClass::unit && word.code.empty())
    add(pointer,
        in_marks(word.phrase) + " needs the unit's English name: {\"metre\": [" + in_marks(word.phrase) + "]}");
  const std::span<const char* const> codes = codes_of(word.word_class);
  const bool known = std::any_of(codes.begin(), codes.end(), [&](const char* code) { return word.code == code; });
  if (!codes.empty() && !known)
    add(pointer, in_marks(word.code.empty() ? word.phrase : word.code) + " is none of: " + one_of(codes));
}

void PackCheck::check_compound(const PackWord& ending) {
  const std::string pointer = "/compounds/" + std::string(class_name(ending.word_class));
  check_phrase(pointer, "", ending.phrase);
  if (phrase_words(ending.phrase).size() != 1 || ending.phrase.size() < shortest_compound)
    add(pointer, in_marks(ending.phrase) + " is not the end of one word, of three letters or more");
}

void PackCheck::check_examples(const std::vector<PackExample>& examples, const std::string& pointer) {
  for (std::size_t i = 0; i < examples.size(); ++i) {
    const std::string at = pointer + "/" + std::to_string(i);
    for (const auto& [kind, found] : examples[i].expected)
      if (std::find(example_kinds.begin(), example_kinds.end(), kind) == example_kinds.end())
        add(at, in_marks(kind) + " is none of: " + one_of(example_kinds));
    const std::string& published = examples[i].published;
    if (published.empty()) continue;
    if (!is_day(published)) add(at + "/published", in_marks(published) + " is no day: write it as 2026-05-04");
  }
}

}  // namespace

std::vector<PackProblem> check_pack(std::string_view json) {
  const Result<Pack> pack = parse_pack(json, {});
  if (!pack) return {{"", pack.error().message}};
  return PackCheck().run(*pack, Json::parse(json));
}

}  // namespace herald::language
