// The explanation of a release's facts, in words for a person and as JSON for a program.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/app/review/findings.hpp"
#include "herald/result.hpp"

namespace herald::app::review {

/// The finding of that id; usage with the nearest id, and the ids that there are, as hint.
Result<std::size_t> find_finding(const Review& review, const std::string& id);

/// In the order of the text, a paragraph after the other, with what was rejected in its place; at most `width` columns.
std::string explain_all(const Review& review, std::size_t width);

/// One finding with all its places, and what was rejected in the same and the neighbouring sentences.
std::string explain_one(const Review& review, std::size_t finding, std::size_t width);

/// The same for programs, "herald-explanation/1"; of one finding where it is given. Offsets are UTF-8 bytes of the
/// source text.
std::string explanation_json(const Review& review, std::optional<std::size_t> finding);

/// The rejections that explain_one() shows.
std::vector<facts::Rejection> rejections_near(const Review& review, std::size_t finding);

/// A rule for a reader: its sentence, or its name where it is not Herald's.
std::string why(std::string_view rule);

/// "no figure", of a rejected candidate.
std::string refusal(FactKind kind);

}  // namespace herald::app::review
