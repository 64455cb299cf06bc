// Reads language packs from JSON and says exactly where one is wrong: file, JSON pointer, what was
// expected. Words are taken as the file has them: that they are in lower case and NFC is checked by
// a test over the shipped packs, not at every start of the program.
#include "core/language/pack.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "core/language/json_slices.hpp"
#include "core/language/regions.hpp"
#include "core/language/tokens.hpp"

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
        {"age_marker", WordClass::age_marker},
        {"not_figure", WordClass::not_figure},
        {"ratio_link", WordClass::ratio_link},
        {"function_word", WordClass::function_word},
        {"noun_link", WordClass::noun_link},
        {"list_link", WordClass::list_link},
        {"measure_verb", WordClass::measure_verb},
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
        {"organisation", WordClass::organisation},
        {"reporting_verb", WordClass::reporting_verb},
        {"attribution", WordClass::attribution},
        {"pronoun", WordClass::pronoun},
        {"not_name", WordClass::not_name},
        {"speaker_noun", WordClass::speaker_noun},
        {"adverb", WordClass::adverb},
        {"place_leader", WordClass::place_leader},
        {"place_noun", WordClass::place_noun},
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

// The pointer is no reference: GCC 13 and later would take the result for one into it.
const Json& member(const Json& object, std::string_view pointer, const char* name) {
  if (!object.is_object()) throw Wrong{std::string(pointer), "an object was expected"};
  const auto found = object.find(name);
  if (found == object.end()) throw Wrong{std::string(pointer) + "/" + name, "this member is missing"};
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

std::vector<std::string> optional_texts(const Json& object, const std::string& pointer, const char* name) {
  const auto found = object.find(name);
  return found == object.end() ? std::vector<std::string>{} : texts_at(*found, pointer + "/" + name);
}

std::string optional_text(const Json& object, const char* name, std::string otherwise) {
  const auto found = object.find(name);
  return found == object.end() ? std::move(otherwise) : text_at(*found, std::string("/") + name);
}

bool optional_flag(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end()) return false;
  if (!found->is_boolean()) throw Wrong{std::string("/") + name, "true or false was expected"};
  return found->get<bool>();
}

void read_clock_words(Pack& pack, const Json& reading, const std::string& pointer) {
  constexpr int minutes_of_day = 24 * 60;
  const auto found = reading.find("clock_words");
  if (found == reading.end()) return;
  if (!found->is_object()) throw Wrong{pointer, "an object of words and minutes since midnight was expected"};
  for (const auto& [word, minutes] : found->items()) {
    if (!minutes.is_number_integer() || minutes.get<std::int64_t>() < 0 ||
        minutes.get<std::int64_t>() >= minutes_of_day)
      throw Wrong{pointer + "/" + word, "minutes since midnight, from 0 to 1439, were expected"};
    pack.clock_words.emplace(word, minutes.get<int>());
  }
}

void read_reading(Pack& pack, const Json& reading) {
  const std::string at = "/reading";
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
  pack.stop_words = list("stop_words");
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

std::vector<PackExample> read_examples(const Json& value, const std::string& pointer) {
  if (!value.is_array() || value.empty()) throw Wrong{pointer, "at least one example is needed"};
  std::vector<PackExample> examples;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const std::string at = pointer + "/" + std::to_string(i);
    PackExample example;
    example.text = text_at(member(value[i], at, "text"), at + "/text");
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

Pack read_pack(const Json& json, Extent extent) {
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
  pack.two_surnames = optional_flag(json, "two_surnames");
  pack.decimal_mark = optional_text(json, "decimal_mark", ".");
  if (pack.decimal_mark != "." && pack.decimal_mark != ",") throw Wrong{"/decimal_mark", "\".\" or \",\" was expected"};
  pack.dollar = optional_text(json, "dollar", "USD");
  pack.plural_endings = optional_texts(json, "", "plural_endings");
  pack.verb_endings = optional_texts(json, "", "verb_endings");
  pack.verb_beginnings = optional_texts(json, "", "verb_beginnings");
  pack.past_endings = optional_texts(json, "", "past_endings");
  if (extent == Extent::head) return pack;
  const Json& examples = member(json, "", "examples");
  pack.positive_examples = read_examples(member(examples, "/examples", "positive"), "/examples/positive");
  pack.negative_examples = read_examples(member(examples, "/examples", "negative"), "/examples/negative");
  return pack;
}

std::string_view primary_subtag(std::string_view tag) noexcept { return tag.substr(0, tag.find_first_of("-_")); }

constexpr ClassMask calendar_classes = mask(WordClass::month) | mask(WordClass::weekday) | mask(WordClass::date_link) |
                                       mask(WordClass::day_suffix) | mask(WordClass::range_link) |
                                       mask(WordClass::range_open) | mask(WordClass::period_leader) |
                                       mask(WordClass::time_marker) | mask(WordClass::number_link);

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
        if ((mask(*word_class) & (calendar_classes | mask(WordClass::reporting_verb))) != 0) keep(class_name, words);
      }
      head += '}';
    } else {
      keep(name, value);
    }
  }
  return examples ? head + "}" : std::string{};
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

}  // namespace

struct Packs::Tables {
  Lexicon calendar;
  struct PerLanguage {
    std::once_flag once;
    Lexicon lexicon;
  };
  std::vector<PerLanguage> languages;
  std::unordered_map<std::string, std::vector<int>, StringHash, std::equal_to<>> stop_words;

  explicit Tables(std::size_t count) : languages(count) {}
};

Packs::Packs(std::vector<Pack> packs) : packs_(std::move(packs)), tables_(std::make_shared<Tables>(packs_.size())) {
  for (std::size_t i = 0; i < packs_.size(); ++i) {
    const int number = static_cast<int>(i);
    for (const PackWord& word : packs_[i].words)
      if ((mask(word.word_class) & calendar_classes) != 0)
        tables_->calendar.add(word.phrase, word.word_class, word.value, word.code, number);
    for (const std::string& word : packs_[i].stop_words) tables_->stop_words[word].push_back(number);
  }
}

const Pack* Packs::find(std::string_view tag) const noexcept {
  const int found = index(tag);
  return found < 0 ? nullptr : &packs_[static_cast<std::size_t>(found)];
}

int Packs::index(std::string_view tag) const noexcept {
  const std::string_view primary = primary_subtag(tag);
  for (std::size_t i = 0; i < packs_.size(); ++i)
    if (!primary.empty() && primary_subtag(packs_[i].code) == primary) return static_cast<int>(i);
  return -1;
}

const Lexicon& Packs::calendar() const noexcept { return tables_->calendar; }

const Lexicon& Packs::lexicon(const Pack& pack) const {
  const auto number = static_cast<std::size_t>(&pack - packs_.data());
  Tables::PerLanguage& language = tables_->languages.at(number);
  std::call_once(language.once, [&] {
    const std::vector<PackWord> words =
        pack.text.empty() ? pack.words : parse_pack(pack.text, pack.location).value_or_throw().words;
    for (const PackWord& word : words)
      language.lexicon.add(word.phrase, word.word_class, word.value, word.code, static_cast<int>(number));
    add_region_names(language.lexicon, pack.code, static_cast<int>(number));
  });
  return language.lexicon;
}

std::string Packs::detect(std::string_view text) const {
  // A few thousand bytes tell the language; the cost stays the same for a book.
  constexpr std::size_t sample_bytes = 8192;
  Tokens tokens(text, nullptr, nullptr);
  tokens.add(0, std::min(text.size(), sample_bytes));
  std::vector<double> hits(packs_.size(), 0);
  double words = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens.kind(i) != TokenKind::word) continue;
    ++words;
    const auto found = tables_->stop_words.find(tokens.folded(i));
    if (found == tables_->stop_words.end()) continue;
    // A word that several languages have ("de", "la") says less than one of a single language.
    for (const int pack : found->second)
      hits[static_cast<std::size_t>(pack)] += 1.0 / static_cast<double>(found->second.size());
  }
  if (hits.empty()) return {};
  const auto best = std::max_element(hits.begin(), hits.end());
  double second = 0;
  for (auto it = hits.begin(); it != hits.end(); ++it)
    if (it != best) second = std::max(second, *it);
  // Running text is a third stop words; a tenth is asked of titles and lists, and a clear lead of all.
  if (*best < words * 0.1 || *best < second * 1.5 || *best <= 0) return {};
  return packs_[static_cast<std::size_t>(best - hits.begin())].code;
}

Result<Pack> parse_pack(std::string_view json, const std::string& location) {
  const auto refuse = [&](std::string message) {
    return Failure{ErrorCode::data_missing, std::move(message),
                   "see the README.md of the language packs, or install Herald again", location};
  };
  try {
    return read_pack(Json::parse(json), Extent::whole);
  } catch (const Wrong& wrong) {
    return refuse("not a language pack: " + wrong.what + " at " + (wrong.pointer.empty() ? "/" : wrong.pointer));
  } catch (const Json::exception& error) {
    return refuse("not a language pack: not JSON at byte " +
                  std::to_string(dynamic_cast<const Json::parse_error*>(&error) != nullptr
                                     ? static_cast<const Json::parse_error&>(error).byte
                                     : std::size_t{0}));
  }
}

Result<Packs> load_packs(const std::filesystem::path& folder) {
  const auto refuse = [](std::string message, const std::filesystem::path& at) {
    return Failure{ErrorCode::data_missing, std::move(message), "install Herald's data files again", at.string()};
  };
  std::error_code failed;
  std::vector<std::filesystem::path> files;
  for (std::filesystem::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed))
    if (entry->path().extension() == ".json") files.push_back(entry->path());
  if (failed) return refuse("cannot read the folder of language packs: " + failed.message(), folder);
  if (files.empty()) return refuse("there is no language pack in this folder", folder);
  std::sort(files.begin(), files.end());

  std::vector<Pack> packs;
  for (const std::filesystem::path& file : files) {
    // Read in one piece: a stream's iterators would cost as much as the parsing.
    std::ifstream stream(file, std::ios::binary | std::ios::ate);
    std::string text(stream ? static_cast<std::size_t>(std::max<std::streamoff>(stream.tellg(), 0)) : 0, '\0');
    stream.seekg(0);
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!stream) return refuse("cannot read the language pack", file);
    Result<Pack> pack = parse_head(std::move(text), file.string());
    if (!pack) return pack.error();
    for (const Pack& other : packs)
      if (other.code == pack->code) return refuse("a second pack of the language " + other.code, file);
    packs.push_back(std::move(*pack));
  }
  return Packs(std::move(packs));
}

}  // namespace herald::language
