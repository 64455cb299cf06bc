// Small documents for the tests of facts: a paragraph a block, sentences cut naively. What reading does
// with real releases is tested in tests/core/reading.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/language/pack.hpp"
#include "herald/document.hpp"

namespace herald::test {

struct Part {
  BlockKind kind = BlockKind::paragraph;
  std::string text;
};

struct Setting {
  std::string language = "en";
  std::string published = "2025-11-27";
};

const language::Packs& packs();

/// A document of these blocks without facts.
Document document_of(const std::vector<Part>& parts, const Setting& setting = {});

/// The facts of one paragraph, or of several.
Facts facts_of(std::string_view paragraph, const Setting& setting = {});
Facts facts_of(const std::vector<Part>& parts, const Setting& setting = {});

Facts facts_of_document(Document document);

/// "30000000000 EUR more_than" / "50-60 percent": value, currency or unit, qualifier where not exact.
std::string show(const Figure& figure);
/// All figures, joined by "; "; with what is counted in brackets where asked.
std::string figures_of(std::string_view text, const Setting& setting = {});
std::string counted_of(std::string_view text, const Setting& setting = {});
/// "2025-11-24/2025-11-27 event".
std::string dates_of(std::string_view text, const Setting& setting = {});
/// "Ana Lima | director | Office of Maps | Peru" a person, joined by "; ", empty ends left out.
std::string people_of(const std::vector<Part>& parts, const Setting& setting = {});
/// "text <speaker>" for each quotation, joined by " / ".
std::string show_quotations(const Facts& facts);
std::string quotations_of(const std::vector<Part>& parts, const Setting& setting = {});

}  // namespace herald::test
