// The people found so far: one entry a person, whatever the number of mentions.
#pragma once

#include <string>
#include <unordered_map>

#include "core/facts/context.hpp"

namespace herald::facts {

class Roster {
 public:
  explicit Roster(Context& context) : context_(context) {}

  /// Adds a person, or a mention of one who is known by this name; fills in what was not known of him.
  void add(Person person, Range name, const char* rule, double confidence);
  /// Whether someone of this full name is known.
  bool knows(Range name) const;
  /// Whether a word of somebody's name is this one, and of nobody else's.
  bool knows_word(Range name) const;
  /// Links what is left: full names and bare surnames of known people.
  void link_mentions();

 private:
  std::string key(Range name) const;
  static std::string key_of(const std::string& name);
  bool is_without_middle(const std::string& known, const std::string& whole, Range name) const;
  static bool is_short_form(const std::string& a, const std::string& b);
  std::string first_surname(const std::string& whole) const;
  void remember_surname(const std::string& surname, std::uint32_t person);
  void mention(std::uint32_t person, Range name, const char* rule, double confidence);
  static void complete(Person& known, Person&& more);

  Context& context_;
  std::unordered_map<std::string, std::uint32_t> by_name_;
  std::unordered_map<std::string, std::uint32_t> by_part_;     // each word of the names; shared ones lead to no_person
  std::unordered_map<std::string, std::uint32_t> by_surname_;  // shared surnames lead to no_person
};

}  // namespace herald::facts
