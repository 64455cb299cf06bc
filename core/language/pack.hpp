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
  std::vector<std::string> mail_labels;                 // "from", "to", "cc", before a colon: the head of an e-mail
  std::vector<std::string> opening_lines;               // said above a text by custom, not of it
  std::vector<std::string> furniture;                   // "share", "min read": what a page sets around a text
  std::vector<std::string> other_story_labels;          // "also read", before a colon: a link to another text
  std::vector<std::string> page_words;                  // "page", "of": with numbers, the foot of a page
  std::vector<std::string> weak_date_labels;            // of the labels of dates those that another date outweighs
  std::vector<std::string> menu_words;                  // "careers", "contact us": the lines of menus below a text
  std::vector<std::string> byline_words;                // "by": before the names of who wrote the text
  std::vector<std::string> stop_words;                  // the commonest words, to tell languages apart
  std::vector<std::string> reporting_verbs;             // "said", "added"

  // What facts need. Of a pack that load_packs() has read, `words` are those of dates and speech alone and
  // there are no examples; Packs::lexicon() reads the rest from `text`, the pack's file, when it is asked for.
  std::vector<PackWord> words;
  std::string text;
  std::string location;
  NounOrder noun_order = NounOrder::head_last;
  bool capital_months = false;               // "may" in small letters is no month
  bool capital_nouns = false;                // every noun has a capital, so that capitals tell no names
  bool two_surnames = false;                 // later mentions have the first of them
  std::string decimal_mark = ".";            // "." or ","
  std::string dollar = "USD";                // what a bare $ means where the issuer's country does not say
  std::vector<std::string> plural_endings;   // "s": a noun phrase that has reached one may end before a verb
  std::vector<std::string> verb_endings;     // "ed", "ing"
  std::vector<std::string> verb_beginnings;  // of words that no noun phrase goes on with ("and begins", in one word)
  std::vector<std::string> past_endings;     // "ed"; with past_marker they tell the past, so that silence does not
  std::vector<std::string> definite_beginnings;  // "ال": of nouns and adjectives that are definite
  std::vector<std::string> relative_endings;     // "ية": of adjectives made of nouns, as in names of bodies
  std::vector<std::string> proclitics;           // "و": small words written together with the word behind them
  std::vector<std::pair<std::string, std::string>> merged_beginnings;  // "لل" for "ل" and "ال": what they change
  std::vector<PackWord> compounds;  // "ministerin": what a longer word with this ending is
  std::vector<PackExample> positive_examples;
  std::vector<PackExample> negative_examples;
};

class Packs {
 public:
  explicit Packs(std::vector<Pack> packs);

  const std::vector<Pack>& all() const noexcept { return packs_; }

  /// The pack of a BCP 47 tag, else that of its primary subtag; null where there is none.
  const Pack* find(std::string_view tag) const noexcept;

  /// The language whose stop words are most frequent in the text, "" where none stands out: where they are less than
  /// `least_share` of all words, or less than `least_lead` times as many as the next language's. Running text is a
  /// third stop words; the shares asked of a release leave room for titles and lists.
  std::string detect(std::string_view text, double least_share = 0.1, double least_lead = 1.5) const;

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

/// The text of a pack's file. Fails with data_missing where it is no regular file of at most 4 MiB.
Result<std::string> read_pack_file(const std::filesystem::path& file);

/// Reads every *.json of a folder, in the order of their names. Fails with data_missing, naming file
/// and place, where one is not a pack. Only what finds dates, sentences and the language is read at once:
/// most runs need the words of one language, and parsing all would cost a new process several milliseconds.
Result<Packs> load_packs(const std::filesystem::path& folder);

/// The same with the user's own packs of the folder `own` (none where it is empty or not there): a pack of a code that
/// Herald has replaces Herald's, another is added. One that is wrong is left out and said in `broken`, with its file
/// and the place in it: a user's slip must not take all languages away.
Result<Packs> load_packs(const std::filesystem::path& folder, const std::filesystem::path& own,
                         std::vector<Failure>& broken);

}  // namespace herald::language
