// What the suites of reading share: the language packs, read once, and short ways to read a text and to
// look at its blocks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/language/pack.hpp"
#include "core/reading/read.hpp"
#include "herald/document.hpp"

namespace herald::test {

const language::Packs& packs();

/// Reads a text that must be accepted; fails the test where it is not, or where an invariant breaks.
Document read(std::string text, std::string uri = "release.txt");

/// The blocks as lines "kind: text", for comparing a whole document at once.
std::vector<std::string> outline(const Document& document);

/// The texts of all blocks of a kind.
std::vector<std::string> texts_of(const Document& document, BlockKind kind);

std::vector<std::string> sentences_of(const Document& document);

}  // namespace herald::test
