// All that was found in a release in one list, whatever its kind, and what was looked at and not taken: what the
// explanation in words, the one for programs and the page for an editor are made from. How it looks is theirs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/facts/trace.hpp"
#include "herald/document.hpp"
#include "herald/presentation.hpp"

namespace herald::app::review {

using facts::FactKind;

/// "figure", and "Figures" above several.
std::string_view kind_name(FactKind kind);
std::string_view kind_heading(FactKind kind);
inline constexpr std::size_t kind_count = 10;

/// A place of the text where a fact stands. A quotation has one a part, which only its first explains.
struct Mention {
  Span span;
  std::uint32_t sentence = 0;
  std::uint32_t block = 0;
  std::string rule;
  double confidence = 1.0;
  std::vector<Span> triggers;  // the words that made it one, where a trace has them
};

struct Detail {
  std::string name;  // "counts", "post"
  std::string value;
};

struct Finding {
  FactKind kind = FactKind::figure;
  std::string id;
  std::string value;  // for a reader: "EUR 30 billion", "Ana Lima"
  std::vector<Detail> details;
  std::vector<Mention> mentions;
  Origin origin = Origin::extracted;
  std::string replaced;  // JSON, of what a person has corrected
  bool doubted = false;
};

/// A member of the metadata: "published", "2026-06-03", and where it comes from in words.
struct Known {
  std::string_view name;
  std::string value;
  std::string origin;
};

struct Review {
  const Document* document = nullptr;
  std::vector<Finding> findings;  // by kind, in the document's order
  std::vector<facts::Rejection> rejections;
  std::size_t rejections_left_out = 0;
  bool has_record = false;  // whether it is known what was rejected; it is not for a document JSON
  std::vector<Known> metadata;
};

/// `labels` put values into words; the review refers to the document.
Review make_review(const Document& document, const facts::Trace& trace, const Labels& labels);

/// What is one place in the text: a mention of a finding, or a rejection.
struct Item {
  Span span;
  std::uint32_t sentence = 0;
  std::size_t finding = none;
  std::size_t mention = 0;
  std::size_t rejection = none;
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
};

/// All mentions and rejections in the order of the text; of those that begin at one place the longer first.
std::vector<Item> items_in_order(const Review& review);

/// The first bytes of a text, whole characters, with "…" where more follows.
std::string shortened(std::string_view text, std::size_t bytes);

/// The words at a place, white space folded, of at most so many bytes.
std::string words_at(const Document& document, Span span, std::size_t bytes);

/// The number by which a block is cited ("¶ 3"), or what it is where it has none ("title").
std::string place_name(const Document& document, std::uint32_t block);

/// Names for a reader: "date line" of "date_line".
std::string block_name(BlockKind kind);

}  // namespace herald::app::review
