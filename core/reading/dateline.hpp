// The dateline at the head of the lead: `PLACE[, Country][, date] [(agency)] –`, in the many ways in
// which it is written.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/language/dates.hpp"
#include "core/language/pack.hpp"
#include "core/reading/mapped_text.hpp"

namespace herald::reading {

struct DatelineMatch {
  std::size_t text_end = 0;  // bytes of the dateline as written, without the mark that ends it
  std::size_t end = 0;       // bytes with that mark
  std::string place;         // in title case where it is written in capitals; with state or region
  std::string country;
  std::string agency;
  std::optional<language::DateParts> date;
};

/// The dateline that the text begins with. A place in small letters with nothing else beside it is
/// taken for one only before a dash.
std::optional<DatelineMatch> match_dateline(const MappedText& mapped, const language::Packs& packs,
                                            std::string_view language);

/// A whole line of place and date ("Lyon, 27 November 2025"), without a mark behind it.
std::optional<DatelineMatch> match_place_and_date(std::string_view line, const language::Packs& packs,
                                                  std::string_view language);

/// Whether a line of a script without capitals is a place and who reports from there, and no more: "Doha (Agency)",
/// "Doha - Ana Lima:".
bool is_agency_line(std::string_view line, const language::Packs& packs, std::string_view language);

}  // namespace herald::reading
