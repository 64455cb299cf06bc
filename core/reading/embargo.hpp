// Until when a release may not be published: "EMBARGOED UNTIL 6 p.m. GMT, 12 March 2026".
#pragma once

#include <string>
#include <string_view>

#include "core/language/dates.hpp"
#include "core/language/pack.hpp"

namespace herald::reading {

/// The day, as far as it is written, and "18:00" or "" for its time.
struct Embargo {
  language::DateParts day;
  std::string time;
};

/// Whether a line speaks of an embargo, by the packs' phrases.
bool names_embargo(std::string_view line, const language::Packs& packs);

/// Whether it is nothing but that: it begins with such a phrase, which if of one word is a label ("Embargo:").
bool begins_with_embargo(std::string_view line, const language::Packs& packs);

/// What the line says of day and time, in any language that has a pack; all 0 and "" where it says nothing.
Embargo read_embargo(std::string_view line, const language::Packs& packs, std::string_view language);

/// "2026-03-12T18:00", "2026-03-12"; "" without a whole day. A day without its year has that of `published` (ISO
/// 8601), or the next where it were past by then.
std::string embargo_text(Embargo embargo, std::string_view published);

}  // namespace herald::reading
