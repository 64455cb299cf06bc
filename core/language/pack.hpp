// A language as data: one file of core/facts/languages, read and checked.
// Reading uses it for date lines, statuses, boilerplate and sentence ends, facts for everything else.
// No word of a language stands in code: a new language is a new file.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "herald/result.hpp"

namespace herald::language {

/// One language. Words are in lower case and NFC, phrases have single spaces; lists are in the order
/// of the file. Which members a pass needs is said in core/facts/languages/README.md.
struct Pack {
  std::string code;  // BCP 47, "en"
  std::string name;  // in English

  // What reading needs.
  std::map<std::string, int, std::less<>> months;  // full names and abbreviations (without full stop), 1 to 12
  std::vector<std::string> weekdays;
  std::vector<std::string> abbreviations;         // "dr.", "u.s.": no sentence ends after them
  std::vector<std::string> status_phrases;        // "for immediate release", "embargoed until"
  std::vector<std::string> boilerplate_starters;  // "about", "notes to editors"
  std::vector<std::string> contact_starters;      // "contact", "media enquiries"
  std::vector<std::string> end_marks;             // "ends"; the marks of every language (###, -30-) are reading's
  std::vector<std::string> title_labels;          // "title", "headline", before a colon
  std::vector<std::string> date_labels;           // "date", "published", before a colon
  std::vector<std::string> body_labels;           // "content", "body", before a colon
  std::vector<std::string> stop_words;            // the commonest words, to tell languages apart
  std::vector<std::string> reporting_verbs;       // "said", "added"
};

class Packs {
 public:
  explicit Packs(std::vector<Pack> packs);

  const std::vector<Pack>& all() const noexcept { return packs_; }

  /// The pack of a language, by the primary subtag of a BCP 47 tag; null where there is none.
  const Pack* find(std::string_view tag) const noexcept;

  /// The language whose stop words are most frequent in the text, "" where none stands out.
  std::string detect(std::string_view text) const;

 private:
  std::vector<Pack> packs_;
};

/// Reads every *.json of a folder, in the order of their names. Fails with data_missing, naming file
/// and place, where one is not a pack.
Result<Packs> load_packs(const std::filesystem::path& folder);

}  // namespace herald::language
