// Which facts a reader with two minutes should see: one choice, so that the briefing, the newsletter and the
// workbook tell the same story. Made from the facts alone; how many fit, and how they look, is the outputs'.
// A smaller limit gives the beginning of what a larger one gives.
//
//     for (const herald::Figure* figure : herald::key_figures(document, 6).chosen)
//       out << herald::present_value(*figure, labels) << " " << figure->counted << "\n";
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "herald/api.hpp"
#include "herald/document.hpp"

namespace herald {

/// A chosen part of a list, with how many were left out by the choice (not by being the same).
template <typename T>
struct Selection {
  std::vector<T> chosen;
  std::size_t left_out = 0;
};

/// The figures most worth seeing, each value once, the most telling first: what the title has; the largest sum of
/// each currency; money before percentages before counts; those that say what they count before those that do
/// not. One of a sentence, three of the first point's, unless there would be fewer than four. None of the boilerplate.
HERALD_API Selection<const Figure*> key_figures(const Document& document, std::size_t most);

/// Points to make that stand on their own: none that only repeats the standfirst, or ends in a colon.
HERALD_API std::vector<const Point*> key_points(const Document& document, std::size_t most);

/// Statements in the release's order; a few words within a sentence of the release's own stay in the text.
HERALD_API Selection<const Quotation*> key_quotations(const Document& document, std::size_t most);

/// People of whom the release says more than the name.
HERALD_API std::vector<const Person*> key_people(const Document& document);

/// A date with what happens on it: an event, or the sentence that names the date.
struct DatedEntry {
  std::string start, end;  // ISO 8601, empty for an event without date
  std::string name;        // of the event; empty for a date from a sentence
  std::string place;
  std::uint32_t sentence = 0;
};

/// `coming`: planned, or after the day of publication. `dates`: all other. Both in the order of time, what has no
/// date last. Dates that are doubted are in neither.
struct Calendar {
  std::vector<DatedEntry> coming;
  Selection<DatedEntry> dates;
};

HERALD_API Calendar key_dates(const Document& document, std::size_t most_dates);

/// A sentence as it reads on its own: without the dateline that may stand before it, and, where it ends in a colon,
/// with the first of what it announces. White space is single spaces, no-break spaces stay.
HERALD_API std::string standing_sentence(const Document& document, std::uint32_t sentence);

/// The words of a quotation without the comma that led on to "she said".
HERALD_API std::string quoted_words(const Quotation& quotation);

/// "nurse" as a table has it: "Nurse". Letters of ASCII and Latin-1.
HERALD_API std::string capitalised(std::string text);

}  // namespace herald
