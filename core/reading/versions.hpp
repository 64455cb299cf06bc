// A release that stands several times in one source, once a language, one version behind the other: press offices send
// the English text with the French one below it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/reading/draft.hpp"

namespace herald::reading {

/// A version behind the first: its drafts and where they begin in the source.
struct Version {
  std::uint32_t begin = 0;
  std::vector<Draft> drafts;
  std::string title;  // where the source's marks name one, which is settled then
};

/// Takes the drafts of further versions out of reading.drafts, which keeps the first. A version has a title, a date
/// near it and running text that stays in its language; a quoted paragraph of another language is none.
std::vector<Version> take_other_versions(Reading& reading);

/// The drafts as they stand in a text that begins at `begin` of the one that they were made from.
std::vector<Draft> moved_to_front(std::vector<Draft> drafts, std::uint32_t begin);

/// What is not read, as a block of noise: the stretch of the source without white space at its end.
Draft rest_draft(std::string_view source, Span span);

}  // namespace herald::reading
