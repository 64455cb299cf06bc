// The pass that finds people, over three files: prose (people.cpp), lines that pair a name and a post or a statement
// (people_lines.cpp), and names in lists (people_lists.cpp).
#pragma once

#include <string>

#include "core/facts/names.hpp"
#include "core/facts/people.hpp"
#include "core/facts/posts.hpp"

namespace herald::facts {

/// A name and what stands around it, before it is known whether it is a person's.
struct Candidate {
  Range name;
  Range sentence;
  std::size_t words = 0;  // that are more than initials and particles
  Range role;             // right before the name; empty where there is none
  Range apposed;          // before a comma before the name
  Post behind;
  bool honorific = false;
  bool title = false;           // stands in a title or heading
  bool capital_before = false;  // a longer run of capitals goes before
};

/// The rule by which a candidate is a person; null where it is none.
struct Evidence {
  const char* rule = nullptr;
  double confidence = 0.9;
};

class PeoplePass {
 public:
  explicit PeoplePass(Context& context)
      : context_(context), names_(context), posts_(context, names_), roster_(context) {}

  void run() {
    for (std::size_t b = 0; b < context_.blocks.size(); ++b) {
      const BlockTokens& block = context_.blocks[b];
      const BlockKind kind = context_.block_kind(block);
      if (kind == BlockKind::date_line || block.range.empty()) continue;
      if (kind != BlockKind::title && kind != BlockKind::heading && read_line(b)) continue;
      read_prose(block.range, kind);
    }
    roster_.link_mentions();
  }

 private:
  bool read_line(std::size_t b);
  bool post_then_name(std::size_t b, std::size_t separator);
  bool name_then_post(const BlockTokens& block, Range name, std::size_t separator);
  void read_prose(Range range, BlockKind kind);
  std::size_t try_name(std::size_t i, Range sentence, bool title);
  std::size_t end_of_none(const Candidate& candidate) const;
  Evidence evidence_of(const Candidate& candidate) const;
  Evidence evidence_of_post(const Candidate& candidate) const;
  bool names_somebody(std::size_t i, Range sentence) const;
  bool is_one_word_behind_of(Range name, Range sentence) const;
  std::size_t take(const Candidate& candidate, const Evidence& evidence);
  std::size_t try_list(std::size_t i, Range sentence);
  std::size_t try_group(std::size_t i, Range sentence);
  std::size_t try_roster(std::size_t i, Range sentence);
  bool read_statement(const BlockTokens& block, std::size_t b, Range name);
  bool is_statement(std::size_t b, std::size_t* colon) const;
  bool holds_another(std::size_t first, std::size_t end, Range sentence) const;
  bool is_ordinal(std::size_t i) const;
  bool is_relative(std::size_t i) const;
  bool is_agent(Range name, Range sentence) const;
  bool is_subject(Range name, Range sentence) const;
  bool is_named_holder(Range name, Range sentence) const;
  std::size_t try_also(std::size_t i, Range sentence, const std::string& role);
  bool is_separator(std::size_t i, Range block) const;
  bool attributed(Range name, Range sentence) const;
  Range apposed_post(Range name, Range sentence) const;
  bool has_age(Range name, Range sentence) const;
  std::string introduced_by(std::size_t b) const;

  Context& context_;
  NameReader names_;
  PostReader posts_;
  Roster roster_;
  std::size_t posts_read_to_ = 0;     // what stands before it is another's post
  std::size_t no_roster_before_ = 0;  // the same of rows with brackets
  std::size_t no_list_before_ = 0;    // up to here names have been looked at and were no list
};

}  // namespace herald::facts
