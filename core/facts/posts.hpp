// Posts beside names, as stretches of tokens and divided into role and organisation. Whether the name is a
// person's is decided in people.cpp.
#pragma once

#include <string>

#include "core/facts/names.hpp"

namespace herald::facts {

struct Post {
  std::string role;
  std::string affiliation;
  std::string country;
  std::size_t end = 0;     // the token behind it
  bool of_body = false;    // ", of the Harbour Trust,": no post, but whose
  bool by_verb = false;    // "is head of the office"
  bool of_people = false;  // the verb is said of people alone: "was appointed"
};

class PostReader {
 public:
  PostReader(const Context& context, const NameReader& names) : context_(context), names_(names) {}

  /// ", director of the office" at token i, behind a name; "of the Office of Maps" gives the organisation alone.
  Post behind(std::size_t i, std::size_t end) const;
  /// "was appointed director of the office", "who chairs the board" at token i, behind a name.
  Post by_verb(std::size_t i, std::size_t end) const;
  /// "the director of the office, Ana Lima": the post up to the comma before the name, empty where there is none.
  Range apposed_before(Range name, Range sentence) const;
  /// Divides a post into role and organisation: at a link that leads to an organisation's name, or at a comma
  /// before one.
  Post split(Range region) const;

 private:
  std::size_t end_of_post(std::size_t i, std::size_t end) const;
  Post in_brackets(std::size_t i, std::size_t end) const;
  bool is_post_without_comma(std::size_t i, std::size_t end) const;
  bool is_link(std::size_t i) const;
  bool split_uncased(Post& post, Range region) const;
  bool has_body(Range range) const;
  bool is_field(Range range) const;
  Post behind_link(std::size_t i, std::size_t end) const;
  Range body_behind(std::size_t i, std::size_t end) const;
  std::size_t employer_before_role(Range region, Post& post) const;
  bool may_stand_in_post(std::size_t i) const;
  Range led_post(Range post, Range name, Range sentence) const;

  const Context& context_;
  const NameReader& names_;
};

}  // namespace herald::facts
