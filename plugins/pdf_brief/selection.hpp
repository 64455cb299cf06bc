// Which facts stand in the briefing and in which order: a choice for a reader with two minutes, made from
// the facts alone, without any layout.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "herald/document.hpp"

namespace herald::plugins {

/// A chosen part of a list, with how many were left out by the limit (not by being the same).
template <typename T>
struct Selection {
  std::vector<T> chosen;
  std::size_t left_out = 0;
};

/// The figures most worth seeing, each value once: money before percentages before counts, those that say
/// what they count before those that do not, those in a point to make before others.
Selection<const Figure*> select_figures(const Document& document, std::size_t most);

/// Whole quotations in the release's order; quotations of a few words stay in the text.
Selection<const Quotation*> select_quotations(const Document& document, std::size_t most);

/// People of whom the release says more than the name.
std::vector<const Person*> select_people(const Document& document);

/// A date with what happens on it: an event, or the sentence that names the date.
struct DatedEntry {
  std::string start, end;  // ISO 8601, empty for an event without date
  std::string name;        // of the event; empty for a date from a sentence
  std::string place;
  std::uint32_t sentence = 0;
};

struct Calendar {
  std::vector<DatedEntry> coming;  // planned, or after the day of publication
  Selection<DatedEntry> dates;     // all other, in order of time
};

Calendar make_calendar(const Document& document, std::size_t most_dates);

}  // namespace herald::plugins
