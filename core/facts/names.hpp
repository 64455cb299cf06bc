// Names of people and organisations and the roles beside them, as stretches of tokens. Shape only:
// whether a stretch is a person is decided in people.cpp by what stands around it.
#pragma once

#include "core/facts/context.hpp"

namespace herald::facts {

class NameReader {
 public:
  explicit NameReader(const Context& context) : context_(context) {}

  /// A person's name at token i: capitalised words, initials, particles, hyphens. Empty where none begins.
  Range name(std::size_t i, std::size_t end) const;
  /// How many words of a name are more than initials and particles.
  std::size_t full_words(Range name) const;
  /// The apostrophe of "Farmers' Union".
  bool is_plural_owner(std::size_t i) const;
  bool is_initial(std::size_t i) const;
  /// A role right before token i ("acting secretary general", "Minister for Health"), honorifics and the role's own
  /// short form in brackets skipped.
  Range role_before(std::size_t i, std::size_t first) const;
  /// Where the role whose last words begin at token i begins: "acting vice-" of "acting vice-president".
  std::size_t first_of_role(std::size_t i, std::size_t first) const;
  /// The token behind the letters that follow a name ("OBE", ", PhD,"); i where there are none.
  std::size_t skip_post_nominals(std::size_t i, std::size_t end) const;
  /// The first token of honorifics before token i; i where there is none.
  std::size_t skip_honorifics_back(std::size_t i, std::size_t first) const;
  /// Capitalised words with what joins them ("Ministry of Health and Sport"), ending right before token i.
  Range capital_run_before(std::size_t i, std::size_t first) const;
  /// The same, beginning at token i.
  Range capital_run(std::size_t i, std::size_t end) const;
  /// Whether a stretch names an organisation: it has a word for one, or is an acronym.
  bool is_organisation(Range range) const;
  /// The organisation named right before token i ("MARIN's" of "MARIN's director"), "" where there is none.
  std::string organisation_before(std::size_t i, std::size_t first) const;
  /// The country whose name begins at token i.
  Match country(std::size_t i) const;

 private:
  Range uncased_name(std::size_t i, std::size_t end) const;
  bool ends_uncased_name(std::size_t i, std::size_t words, bool family_name) const;
  bool begins_as_proclitic(std::size_t i) const;
  bool begins_with_and(std::size_t i) const;
  bool begins_as_definite(std::size_t i) const;
  bool agrees_with_next(std::size_t i) const;
  bool begins_purpose(std::size_t i) const;
  std::size_t letters(std::size_t i) const;
  Range uncased_role_before(std::size_t i, std::size_t first, bool addressed) const;
  std::size_t begin_of_uncased_post(std::size_t i, std::size_t first) const;
  std::size_t uncased_complement_before(std::size_t i, std::size_t first) const;
  bool is_name_word(std::size_t i, bool first) const;
  bool is_post_nominal(std::size_t i) const;
  bool ends_a_name(std::size_t i, std::size_t end) const;
  std::size_t end_of_compound(std::size_t i, std::size_t end) const;
  bool is_small_adjective(std::size_t i) const;
  std::size_t skip_short_form_back(std::size_t i, std::size_t first) const;
  bool is_connector(std::size_t i) const;
  bool is_hyphen(std::size_t i) const;

  const Context& context_;
};

}  // namespace herald::facts
