// What the suites of whole loads share: the packs that Herald ships, a text read with its facts, and facts as lines.
#pragma once

#include <string>
#include <vector>

#include "core/language/pack.hpp"
#include "herald/document.hpp"

namespace herald::test {

using Texts = std::vector<std::string>;

const language::Packs& packs();

/// A text as the command reads it; throws where it is refused.
Document read_with_facts(const std::string& text, const std::string& uri = "release.txt");

/// "2500000 EUR", "50-60 boats", "1 of 5 ships", "35.5 hectare timber".
Texts figures(const Document& document);
/// "Ana Lima, director, Office of Maps, Peru", empty parts left out.
Texts people(const Document& document);
/// "Ana Lima: We opened two piers."
Texts quotations(const Document& document);

}  // namespace herald::test
