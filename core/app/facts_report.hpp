// The two forms in which the command prints facts.
#pragma once

#include <cstdint>
#include <string>

#include "herald/document.hpp"
#include "herald/presentation.hpp"

namespace herald::app {

enum class JsonForm : std::uint8_t { indented, line };

/// Facts with their sentences, for programs: "herald-facts/1". Offsets are UTF-8 bytes of the source text;
/// values are numbers where a double holds them exactly, else strings; what is unknown is null. Of a sentence
/// of more than 1000 bytes stands what surrounds the fact, between ellipses; the whole is in its block.
std::string facts_json(const Document& document, JsonForm form);

/// Facts as aligned tables for a person, at most `width` columns wide.
std::string facts_table(const Document& document, const Labels& labels, std::size_t width);

/// The terminal's width. Where standard output is none: 100 columns for what a person reads, no bound for lists of
/// paths, which programs read by the line.
enum class PipedWidth : std::uint8_t { bounded, unbounded };
std::size_t output_width(PipedWidth piped = PipedWidth::bounded);

}  // namespace herald::app
