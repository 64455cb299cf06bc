// The text of a release with marks around what was found in it and what was not. Marks nest where they can; one that
// crosses another is written in pieces, of which the last has its label.
#pragma once

#include <cstdint>
#include <vector>

#include "core/app/review/findings.hpp"
#include "core/app/review/html.hpp"

namespace herald::app::review {

/// The anchor of a finding's or rejection's entry in the lists ("fact-3"), and of its first mark in the text.
std::string entry_anchor(const Item& item);
std::string mark_anchor(const Item& item);

/// What an item is called where there is little room: its id, or the number of the rejection.
std::string label_of(const Review& review, const Item& item);

class MarkedText {
 public:
  /// The items are those of items_in_order(review).
  MarkedText(const Review& review, const std::vector<Item>& items) : review_(review), items_(items) {}

  /// Writes the text at `span`. Of spans that follow each other in the text each is written once: what stands before
  /// the end of the last is left out, so that no document can make the page larger than itself many times over.
  void write(Html& html, Span span);

 private:
  void begin_marks(Html& html, std::uint32_t at);
  void end_marks(Html& html, std::uint32_t at);
  void close_all(Html& html, std::uint32_t at);
  std::uint32_t next_stop(std::uint32_t at, std::uint32_t end) const;
  void open_mark(Html& html, const Item& item) const;
  void put_label(Html& html, const Item& item, const std::string& anchor = {}) const;

  const Review& review_;
  const std::vector<Item>& items_;
  std::size_t next_ = 0;           // of items_, the first not begun
  std::vector<std::size_t> open_;  // begun and not ended, the outer first
  std::uint32_t written_to_ = 0;
};

}  // namespace herald::app::review
