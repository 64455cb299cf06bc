// What a person has put right about a release, as it stands in a file beside it (herald-corrections/1). Facts are
// addressed by their words and where these stand, since ids and offsets shift when a release is read anew.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/facts/fact_kind.hpp"
#include "herald/result.hpp"

namespace herald::corrections {

/// The schema's name as it stands in the member "schema" of the file, which may leave it out.
inline constexpr std::string_view corrections_schema = "herald-corrections/1";

using facts::FactKind;

/// The value of a member as a correction gives it: nothing (null), a text, a truth, several texts.
using Value = std::variant<std::monostate, std::string, bool, std::vector<std::string>>;
using Changes = std::vector<std::pair<std::string, Value>>;  // by the name of the member

/// The words of a fact as the release has them. `nth` counts the places where they stand, from 1, within the
/// paragraph where one is given; `id` only decides between several facts at these words.
struct Address {
  std::string words;
  std::optional<std::uint32_t> nth;
  std::optional<std::uint32_t> paragraph;
  std::string id;
};

enum class Action : std::uint8_t { set, add, remove };

/// `pointer` is the place in the file (RFC 6901), for messages.
struct FactCorrection {
  FactKind kind = FactKind::figure;
  Address at;
  Action action = Action::set;
  Changes changes;
  std::string pointer;
};

/// `where` are words by which a release of several in one file is known; without them the first is meant.
struct MetadataCorrection {
  std::string where;
  Changes changes;
  Changes dateline;
  bool removes_dateline = false;
  std::string pointer;
};

struct Corrections {
  std::string file;  // its name without folders: messages stand in documents, which no folder may change
  std::vector<MetadataCorrection> metadata;
  std::vector<FactCorrection> facts;
};

/// Reads a corrections file, UTF-8; comments (// and /* */) are passed over. Refuses with input_invalid what is
/// not JSON, members and values that are not known (with the nearest name) and entries that say nothing. The
/// failure's message begins with the place, its location is left to the caller.
Result<Corrections> read_corrections(std::string_view json, std::string file);

/// The language that the corrections give the first release, "" where they do not: what reading has to know.
std::string corrected_language(const Corrections& corrections);

}  // namespace herald::corrections
