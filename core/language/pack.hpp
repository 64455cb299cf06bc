// A language as data: one file of core/facts/languages, read and checked.
// Reading uses it for date lines, statuses, boilerplate and sentence ends, facts for everything else.
// No word of a language stands in code: a new language is a new file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/lexicon.hpp"
#include "herald/result.hpp"

namespace herald::language {

/// One word or phrase with its class, as the pack's "words" gives it. A plain word has value 0 and no
/// code; what value and code mean is the class's matter (a month's number, a currency's ISO code).
struct PackWord {
  WordClass word_class = WordClass::function_word;
  std::string phrase;
  std::int64_t value = 0;
  std::string code;
};

/// Where the head of a noun phrase stands: "133 blue permits" has it last, "133 permis bleus" first.
enum class NounOrder : std::uint8_t { head_last, head_first };

/// A text with what must be found in it ("30000000000 EUR", "2025-11-24/2025-11-27", a name) and what
/// must not. Run as tests; see core/facts/languages/README.md.
struct PackExample {
  std::string text;
  std::string published;
  std::map<std::string, std::vector<std::string>, std::less<>> expected;  // by kind of fact: "figures", "dates"…
};

/// One language. Words are in lower case and NFC, phrases have single spaces; lists are in the order
/// of the file. Which members a pass needs is said in core/facts/languages/README.md.
struct Pack {
  std::string code;  // BCP 47, "en"
  std::string name;  // in English

  // What reading needs.
  std::map<std::string, int, std::less<>> months;  // full names and abbreviations (without full stop), 1 to 12
  std::vector<std::string> weekdays;
  std::vector<std::string> abbreviations;               // "dr.", "u.s.": no sentence ends after them
  std::vector<std::string> status_phrases;              // "for immediate release", "embargoed until"
  std::vector<std::string> embargo_phrases;             // "embargoed until": a status line with one is an embargo's
  std::vector<std::string> hour_marks;                  // "hrs", "h": a number before one is an hour
  std::vector<std::string> morning_marks;               // "a.m.", behind an hour
  std::vector<std::string> evening_marks;               // "p.m."
  std::map<std::string, int, std::less<>> clock_words;  // "noon" 720, in minutes since midnight
  std::vector<std::string> boilerplate_starters;        // "about", "notes to editors"
  std::vector<std::string> contact_starters;            // "contact", "media enquiries"
  std::vector<std::string> end_marks;                   // "ends"; the marks of every language (###, -30-) are reading's
  std::vector<std::string> title_labels;                // "title", "headline", before a colon
  std::vector<std::string> date_labels;                 // "date", "published", before a colon
  std::vector<std::string> body_labels;                 // "content", "body", before a colon
  std::vector<std::string> letterhead_words;            // "ministry", "police": a line of names with one is an issuer's
  std::vector<std::string> reference_labels;            // "ref", "case no": what such a line holds is for files
  std::vector<std::string> stop_words;                  // the commonest words, to tell languages apart
  std::vector<std::string> reporting_verbs;             // "said", "added"

  // What facts need. Of a pack that load_packs() has read, `words` are those of dates and speech alone and
  // there are no examples; Packs::lexicon() reads the rest from `text`, the pack's file, when it is asked for.
  std::vector<PackWord> words;
  std::string text;
  std::string location;
  NounOrder noun_order = NounOrder::head_last;
  bool capital_months = false;               // "may" in small letters is no month
  bool two_surnames = false;                 // later mentions have the first of them
  std::string decimal_mark = ".";            // "." or ","
  std::string dollar = "USD";                // what a bare $ means where the issuer's country does not say
  std::vector<std::string> plural_endings;   // "s": a noun phrase that has reached one may end before a verb
  std::vector<std::string> verb_endings;     // "ed", "ing"
  std::vector<std::string> verb_beginnings;  // of words that no noun phrase goes on with ("and begins", in one word)
  std::vector<std::string> past_endings;     // "ed"; with past_marker they tell the past, so that silence does not
  std::vector<PackExample> positive_examples;
  std::vector<PackExample> negative_examples;
};

class Packs {
 public:
  explicit Packs(std::vector<Pack> packs);

  const std::vector<Pack>& all() const noexcept { return packs_; }

  /// The pack of a language, by the primary subtag of a BCP 47 tag; null where there is none.
  const Pack* find(std::string_view tag) const noexcept;

  /// The language whose stop words are most frequent in the text, "" where none stands out.
  std::string detect(std::string_view text) const;

  /// The words of a pack of all() to be looked up; read when first asked for, safe from several threads.
  /// Throws Error (data_missing), naming file and place, where they are not as a pack's must be.
  const Lexicon& lexicon(const Pack& pack) const;

  /// Months, weekdays and what joins them, of all packs: a date is read in any known language.
  /// Phrase::pack is the index into all().
  const Lexicon& calendar() const noexcept;

  /// The index of a pack in all(), -1 for a language without one.
  int index(std::string_view tag) const noexcept;

 private:
  struct Tables;
  std::vector<Pack> packs_;
  std::shared_ptr<Tables> tables_;
};

/// One pack, whole, from the text of its file. `location` names the file in errors.
Result<Pack> parse_pack(std::string_view json, const std::string& location);

/// Reads every *.json of a folder, in the order of their names. Fails with data_missing, naming file
/// and place, where one is not a pack. Only what finds dates, sentences and the language is read at once:
/// most runs need the words of one language, and parsing all would cost a new process several milliseconds.
Result<Packs> load_packs(const std::filesystem::path& folder);

}  // namespace herald::language
