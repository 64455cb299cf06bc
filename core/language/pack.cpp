// Reads language packs from JSON and says exactly where one is wrong: file, JSON pointer, what was
// expected. Words are taken as the file has them: that they are in lower case and NFC is for pack_check.cpp,
// not for every start of the program.
#include "core/language/pack.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <utility>

#include "core/language/json_slices.hpp"
#include "core/language/pack_file.hpp"

namespace herald::language {
namespace {

using Json = nlohmann::json;

constexpr std::array<std::pair<std::string_view, WordClass>, static_cast<std::size_t>(WordClass::count_)> class_names =
    {{
        {"month", WordClass::month},
        {"weekday", WordClass::weekday},
        {"date_link", WordClass::date_link},
        {"day_suffix", WordClass::day_suffix},
        {"range_link", WordClass::range_link},
        {"range_open", WordClass::range_open},
        {"period_leader", WordClass::period_leader},
        {"deadline_leader", WordClass::deadline_leader},
        {"relative_day", WordClass::relative_day},
        {"shift", WordClass::shift},
        {"period_word", WordClass::period_word},
        {"hijri_month", WordClass::hijri_month},
        {"era", WordClass::era},
        {"future_marker", WordClass::future_marker},
        {"past_marker", WordClass::past_marker},
        {"number", WordClass::number},
        {"magnitude", WordClass::magnitude},
        {"magnitude_suffix", WordClass::magnitude_suffix},
        {"sign", WordClass::sign},
        {"ordinal_suffix", WordClass::ordinal_suffix},
        {"collective", WordClass::collective},
        {"number_link", WordClass::number_link},
        {"fraction", WordClass::fraction},
        {"qualifier", WordClass::qualifier},
        {"qualifier_after", WordClass::qualifier_after},
        {"currency", WordClass::currency},
        {"currency_sign", WordClass::currency_sign},
        {"percent", WordClass::percent},
        {"unit", WordClass::unit},
        {"reference", WordClass::reference},
        {"time_marker", WordClass::time_marker},
        {"dual", WordClass::dual},
        {"age_marker", WordClass::age_marker},
        {"not_figure", WordClass::not_figure},
        {"ratio_link", WordClass::ratio_link},
        {"one", WordClass::one},
        {"function_word", WordClass::function_word},
        {"noun_link", WordClass::noun_link},
        {"list_link", WordClass::list_link},
        {"measure_verb", WordClass::measure_verb},
        {"same_count", WordClass::same_count},
        {"part_link", WordClass::part_link},
        {"rate_link", WordClass::rate_link},
        {"dimension", WordClass::dimension},
        {"not_counted", WordClass::not_counted},
        {"relative", WordClass::relative},
        {"clause_opener", WordClass::clause_opener},
        {"determiner", WordClass::determiner},
        {"irregular_plural", WordClass::irregular_plural},
        {"modifier_stop", WordClass::modifier_stop},
        {"role", WordClass::role},
        {"role_modifier", WordClass::role_modifier},
        {"role_link", WordClass::role_link},
        {"honorific", WordClass::honorific},
        {"post_nominal", WordClass::post_nominal},
        {"name_particle", WordClass::name_particle},
        {"name_word", WordClass::name_word},
        {"organisation", WordClass::organisation},
        {"body", WordClass::body},
        {"body_link", WordClass::body_link},
        {"body_role", WordClass::body_role},
        {"not_body", WordClass::not_body},
        {"agent_link", WordClass::agent_link},
        {"person_verb", WordClass::person_verb},
        {"people_noun", WordClass::people_noun},
        {"plural_role", WordClass::plural_role},
        {"relative_pronoun", WordClass::relative_pronoun},
        {"employer_link", WordClass::employer_link},
        {"role_verb", WordClass::role_verb},
        {"field", WordClass::field},
        {"reporting_verb", WordClass::reporting_verb},
        {"attribution", WordClass::attribution},
        {"pronoun", WordClass::pronoun},
        {"not_name", WordClass::not_name},
        {"presence", WordClass::presence},
        {"speaker_noun", WordClass::speaker_noun},
        {"adverb", WordClass::adverb},
        {"place_leader", WordClass::place_leader},
        {"place_noun", WordClass::place_noun},
        {"place", WordClass::place},
        {"event", WordClass::event},
        {"planned", WordClass::planned},
        {"held", WordClass::held},
        {"not_place", WordClass::not_place},
        {"street", WordClass::street},
        {"country", WordClass::country},
        {"address", WordClass::address},
        {"decision", WordClass::decision},
        {"weak_opening", WordClass::weak_opening},
    }};

std::optional<WordClass> class_named(std::string_view name) {
  for (const auto& [known, word_class] : class_names)
    if (known == name) return word_class;
  return std::nullopt;
}

// Thrown inside this file only, turned into a Failure at parse_pack.
struct Wrong {
  std::string pointer;
  std::string what;
};

// An object of the file that remembers which members were asked for: what nobody asks for is a slip of the pen.
class Object {
 public:
  Object(const Json& json, std::string pointer) : json_(json), pointer_(std::move(pointer)) {
    if (!json.is_object()) throw Wrong{pointer_, "an object was expected"};
  }

  const Json* find(const char* name) const {
    asked_.insert(name);
    const auto found = json_.find(name);
    return found == json_.end() ? nullptr : &*found;
  }

  void refuse_others() const {
    for (const auto& entry : json_.items())
      if (!asked_.contains(entry.key())) throw Wrong{pointer_ + "/" + entry.key(), "there is no such member"};
  }

 private:
  const Json& json_;
  std::string pointer_;
  mutable std::set<std::string, std::less<>> asked_;
};

// The pointer is no reference: GCC 13 and later would take the result for one into it.
const Json& member(const Object& object, std::string_view pointer, const char* name) {
  const Json* found = object.find(name);
  if (found == nullptr) throw Wrong{std::string(pointer) + "/" + name, "this member is missing"};
  return *found;
}

std::string text_at(const Json& value, const std::string& pointer) {
  if (!value.is_string()) throw Wrong{pointer, "a string was expected"};
  if (value.get_ref<const std::string&>().empty()) throw Wrong{pointer, "an empty string was found"};
  return value.get<std::string>();
}

std::vector<std::string> texts_at(const Json& value, const std::string& pointer) {
  if (!value.is_array()) throw Wrong{pointer, "a list of strings was expected"};
  std::vector<std::string> texts;
  texts.reserve(value.size());
  for (std::size_t i = 0; i < value.size(); ++i) texts.push_back(text_at(value[i], pointer + "/" + std::to_string(i)));
  return texts;
}

std::vector<std::string> optional_texts(const Object& object, const std::string& pointer, const char* name) {
  const Json* found = object.find(name);
  return found == nullptr ? std::vector<std::string>{} : texts_at(*found, pointer + "/" + name);
}

std::string optional_text(const Object& object, const char* name, std::string otherwise) {
  const Json* found = object.find(name);
  return found == nullptr ? std::move(otherwise) : text_at(*found, std::string("/") + name);
}

bool optional_flag(const Object& object, const char* name) {
  const Json* found = object.find(name);
  if (found == nullptr) return false;
  if (!found->is_boolean()) throw Wrong{std::string("/") + name, "true or false was expected"};
  return found->get<bool>();
}

void read_clock_words(Pack& pack, const Object& reading, const std::string& pointer) {
  constexpr int minutes_of_day = 24 * 60;
  const Json* words = reading.find("clock_words");
  if (words == nullptr) return;
  if (!words->is_object()) throw Wrong{pointer, "an object of words and minutes since midnight was expected"};
  for (const auto& [word, minutes] : words->items()) {
    if (!minutes.is_number_integer() || minutes.get<std::int64_t>() < 0 ||
        minutes.get<std::int64_t>() >= minutes_of_day)
      throw Wrong{pointer + "/" + word, "minutes since midnight, from 0 to 1439, were expected"};
    pack.clock_words.emplace(word, minutes.get<int>());
  }
}

void read_reading(Pack& pack, const Json& json) {
  const std::string at = "/reading";
  const Object reading(json, at);
  const auto list = [&](const char* name) { return texts_at(member(reading, at, name), at + "/" + name); };
  pack.abbreviations = list("abbreviations");
  pack.status_phrases = list("status_phrases");
  pack.embargo_phrases = optional_texts(reading, at, "embargo_phrases");
  pack.hour_marks = optional_texts(reading, at, "hour_marks");
  pack.morning_marks = optional_texts(reading, at, "morning_marks");
  pack.evening_marks = optional_texts(reading, at, "evening_marks");
  read_clock_words(pack, reading, at + "/clock_words");
  pack.boilerplate_starters = list("boilerplate_starters");
  pack.contact_starters = list("contact_starters");
  pack.end_marks = list("end_marks");
  pack.title_labels = list("title_labels");
  pack.date_labels = list("date_labels");
  pack.body_labels = list("body_labels");
  pack.letterhead_words = optional_texts(reading, at, "letterhead_words");
  pack.reference_labels = optional_texts(reading, at, "reference_labels");
  pack.mail_labels = optional_texts(reading, at, "mail_labels");
  pack.opening_lines = optional_texts(reading, at, "opening_lines");
  pack.furniture = optional_texts(reading, at, "furniture");
  pack.other_story_labels = optional_texts(reading, at, "other_story_labels");
  pack.page_words = optional_texts(reading, at, "page_words");
  pack.weak_date_labels = optional_texts(reading, at, "weak_date_labels");
  pack.menu_words = optional_texts(reading, at, "menu_words");
  pack.byline_words = optional_texts(reading, at, "byline_words");
  pack.stop_words = list("stop_words");
  reading.refuse_others();
  if (pack.stop_words.empty()) throw Wrong{at + "/stop_words", "at least one word is needed to tell the language"};
}

// A class is a list of words, an object of word to number, or an object of code to words.
void read_class(Pack& pack, WordClass word_class, const Json& value, const std::string& pointer) {
  if (value.is_array()) {
    for (std::string& text : texts_at(value, pointer)) pack.words.push_back({word_class, std::move(text), 0, {}});
    return;
  }
  if (!value.is_object()) throw Wrong{pointer, "a list of words, or an object of words and numbers, was expected"};
  for (const auto& [key, entry] : value.items()) {
    if (entry.is_number_integer()) {
      pack.words.push_back({word_class, key, entry.get<std::int64_t>(), {}});
    } else {
      for (std::string& text : texts_at(entry, pointer + "/" + key))
        pack.words.push_back({word_class, std::move(text), 0, key});
    }
  }
}

void read_words(Pack& pack, const Json& words) {
  if (!words.is_object()) throw Wrong{"/words", "an object of word classes was expected"};
  pack.words.reserve(1024);  // what a full pack holds, to allocate once
  for (const auto& [name, value] : words.items()) {
    const std::string pointer = "/words/" + name;
    const std::optional<WordClass> word_class = class_named(name);
    if (!word_class) throw Wrong{pointer, "there is no such word class"};
    read_class(pack, *word_class, value, pointer);
  }
  for (const PackWord& word : pack.words) {
    if (word.word_class == WordClass::month) {
      if (word.value < 1 || word.value > 12)
        throw Wrong{"/words/month/" + word.phrase, "a month is a number from 1 to 12"};
      pack.months.emplace(word.phrase, static_cast<int>(word.value));
    } else if (word.word_class == WordClass::weekday) {
      if (word.value < 1 || word.value > 7)
        throw Wrong{"/words/weekday/" + word.phrase, "a weekday is a number from 1 (Monday) to 7"};
      pack.weekdays.push_back(word.phrase);
    } else if (word.word_class == WordClass::reporting_verb) {
      pack.reporting_verbs.push_back(word.phrase);
    }
  }
  if (pack.months.size() < 12) throw Wrong{"/words/month", "the twelve months are needed"};
  if (pack.weekdays.size() < 7) throw Wrong{"/words/weekday", "the seven weekdays are needed"};
}

// What the last part of a compound makes of the whole.
void read_compounds(Pack& pack, const Json& compounds) {
  if (!compounds.is_object()) throw Wrong{"/compounds", "an object of word classes was expected"};
  for (const auto& [name, value] : compounds.items()) {
    const std::string pointer = "/compounds/" + name;
    const std::optional<WordClass> word_class = class_named(name);
    if (!word_class) throw Wrong{pointer, "there is no such word class"};
    for (std::string& text : texts_at(value, pointer)) pack.compounds.push_back({*word_class, std::move(text), 0, {}});
  }
}

std::vector<PackExample> read_examples(const Json& value, const std::string& pointer) {
  if (!value.is_array() || value.empty()) throw Wrong{pointer, "at least one example is needed"};
  std::vector<PackExample> examples;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const std::string at = pointer + "/" + std::to_string(i);
    PackExample example;
    example.text = text_at(member(Object(value[i], at), at, "text"), at + "/text");
    for (const auto& [key, entry] : value[i].items()) {
      if (key == "published")
        example.published = text_at(entry, at + "/published");
      else if (key != "text")
        example.expected.emplace(key, texts_at(entry, at + "/" + key));
    }
    if (example.expected.empty())
      throw Wrong{at, "an example says what is found in its text (figures, dates, people…)"};
    examples.push_back(std::move(example));
  }
  return examples;
}

enum class Extent : std::uint8_t { head, whole };

Pack read_pack(const Json& whole, Extent extent) {
  const Object json(whole, "");
  Pack pack;
  pack.code = text_at(member(json, "", "code"), "/code");
  pack.name = text_at(member(json, "", "name"), "/name");
  read_reading(pack, member(json, "", "reading"));
  read_words(pack, member(json, "", "words"));
  const std::string order = optional_text(json, "noun_order", "head_last");
  if (order != "head_last" && order != "head_first")
    throw Wrong{"/noun_order", "\"head_last\" or \"head_first\" was expected"};
  pack.noun_order = order == "head_last" ? NounOrder::head_last : NounOrder::head_first;
  pack.capital_months = optional_flag(json, "capital_months");
  pack.capital_nouns = optional_flag(json, "capital_nouns");
  pack.two_surnames = optional_flag(json, "two_surnames");
  pack.decimal_mark = optional_text(json, "decimal_mark", ".");
  if (pack.decimal_mark != "." && pack.decimal_mark != ",") throw Wrong{"/decimal_mark", "\".\" or \",\" was expected"};
  pack.dollar = optional_text(json, "dollar", "USD");
  pack.plural_endings = optional_texts(json, "", "plural_endings");
  pack.verb_endings = optional_texts(json, "", "verb_endings");
  pack.verb_beginnings = optional_texts(json, "", "verb_beginnings");
  pack.past_endings = optional_texts(json, "", "past_endings");
  pack.definite_beginnings = optional_texts(json, "", "definite_beginnings");
  pack.relative_endings = optional_texts(json, "", "relative_endings");
  pack.proclitics = optional_texts(json, "", "proclitics");
  if (const Json* merged = json.find("merged_beginnings"); merged != nullptr) {
    if (!merged->is_object()) throw Wrong{"/merged_beginnings", "an object of beginnings was expected"};
    for (const auto& [written, meant] : merged->items())
      pack.merged_beginnings.emplace_back(written, text_at(meant, "/merged_beginnings/" + written));
  }
  if (const Json* compounds = json.find("compounds"); compounds != nullptr) read_compounds(pack, *compounds);
  if (extent == Extent::head) return pack;
  const Object examples(member(json, "", "examples"), "/examples");
  pack.positive_examples = read_examples(member(examples, "/examples", "positive"), "/examples/positive");
  pack.negative_examples = read_examples(member(examples, "/examples", "negative"), "/examples/negative");
  examples.refuse_others();
  json.refuse_others();
  return pack;
}

// The pack's text without what is not needed at once: words that are not of dates or speech, examples.
// Empty where something is not as it must be; the whole is parsed then, and says what.
std::string head_of(std::string_view json) {
  std::string head = "{";
  const auto keep = [&](std::string_view name, std::string_view value) {
    if (head.back() != '{') head += ',';
    head.append("\"").append(name).append("\":").append(value);
  };
  bool examples = false;
  for (const auto& [name, value] : json_members(json)) {
    if (name == "examples") {
      std::size_t kinds = 0;
      for (const auto& [kind, list] : json_members(value))
        if ((kind == "positive" || kind == "negative") && list.find('{') != std::string_view::npos) ++kinds;
      examples = kinds == 2;
    } else if (name == "words") {
      keep(name, "{");
      for (const auto& [class_name, words] : json_members(value)) {
        const std::optional<WordClass> word_class = class_named(class_name);
        if (!word_class) return {};
        if ((mask(*word_class) & (calendar_classes | mask(WordClass::reporting_verb))).any()) keep(class_name, words);
      }
      head += '}';
    } else {
      keep(name, value);
    }
  }
  return examples ? head + "}" : std::string{};
}

}  // namespace

std::string_view class_name(WordClass word_class) noexcept {
  for (const auto& [name, known] : class_names)
    if (known == word_class) return name;
  return {};
}

Result<Pack> parse_head(std::string text, const std::string& location) {
  try {
    if (const std::string head = head_of(text); !head.empty()) {
      Pack pack = read_pack(Json::parse(head), Extent::head);
      pack.text = std::move(text);
      pack.location = location;
      return pack;
    }
  } catch (const Wrong&) {  // said below, with the place in the whole text
  } catch (const Json::exception&) {
  }
  return parse_pack(text, location);
}

Result<Pack> parse_pack(std::string_view json, const std::string& location) {
  const auto refuse = [&](std::string message) {
    return Failure{ErrorCode::data_missing, std::move(message),
                   "see the README.md of the language packs, or install Herald again", location};
  };
  try {
    Pack pack = read_pack(Json::parse(json), Extent::whole);
    pack.location = location;
    return pack;
  } catch (const Wrong& wrong) {
    return refuse("not a language pack: " + wrong.what + " at " + (wrong.pointer.empty() ? "/" : wrong.pointer));
  } catch (const Json::exception& error) {
    return refuse("not a language pack: not JSON at byte " +
                  std::to_string(dynamic_cast<const Json::parse_error*>(&error) != nullptr
                                     ? static_cast<const Json::parse_error&>(error).byte
                                     : std::size_t{0}));
  }
}

}  // namespace herald::language
