// What stands around a release's text, in the form that every output shows: the line that says what the
// release is, the embargo, whom to ask, about whom it is. The words by which they are known come from the
// labels of the release's language (common.embargo_words and its neighbours); how they look is the outputs'.
//
//     const std::string embargo = herald::embargo_of(document, labels);
//     const herald::EdgeText contact = herald::edge_text(document, herald::BlockKind::contact, labels);
//     const bool needs_our_heading = !contact.names_itself;
#pragma once

#include <string>
#include <vector>

#include "herald/api.hpp"
#include "herald/document.hpp"
#include "herald/presentation.hpp"

namespace herald {

/// The release's status for a reader: what is shouted ("FOR IMMEDIATE RELEASE") in sentence case, all else as it is.
HERALD_API std::string present_status(const std::string& status);

/// Whether a status only says that this is a press release ("PRESS RELEASE"), as a masthead says too.
HERALD_API bool is_release_word(const std::string& status, const Labels& labels);

/// The line that says until when the release may not be published; "" where it is under no embargo.
HERALD_API std::string embargo_of(const Document& document, const Labels& labels);

/// A line of the contact or of the boilerplate. `is_head` marks one that names what follows ("Notes to editors").
struct EdgeLine {
  bool is_head = false;
  std::vector<Inline> inlines;
  std::string language;  // the block's

  friend bool operator==(const EdgeLine&, const EdgeLine&) = default;
};

/// `names_itself`: the first line says already what this is ("Media contact", "About the Council"), so that a
/// heading of ours would only say it again.
struct EdgeText {
  bool names_itself = false;
  std::vector<EdgeLine> lines;
};

/// All blocks of `kind` (contact or boilerplate), line by line: an address that the release sets in short lines
/// keeps them, and "Press contact: Jane Roe" is a head and its line.
HERALD_API EdgeText edge_text(const Document& document, BlockKind kind, const Labels& labels);

}  // namespace herald
