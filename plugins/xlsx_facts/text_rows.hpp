// The release's text as rows of the sheet Text: a row a sentence, and rows for what lies in no sentence,
// so that every word of the source is on the sheet.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "herald/document.hpp"

namespace herald::plugins {

/// `sentence` is an index into Document::sentences where the row is one. `part` counts from 0 the rows
/// of a text that is too long for one cell. `addresses` are the targets of the links in it.
struct TextRow {
  std::optional<std::uint32_t> sentence = std::nullopt;
  std::uint32_t block = 0;
  std::uint32_t part = 0;
  bool dateline = false;
  std::string text = {};
  std::vector<std::string> addresses = {};
};

std::vector<TextRow> lay_out_text(const Document& document);

}  // namespace herald::plugins
