// Releases written for these tests, as documents put together by hand: the briefing is tested without
// reading and facts. And what an export needs around a document: labels, template, options.
#pragma once

#include <string>
#include <string_view>

#include "herald/document.hpp"
#include "herald/plugin/exporter.hpp"

namespace herald::test {

/// Builds the source text block by block, so that all spans are right by construction.
class DocumentBuilder {
 public:
  explicit DocumentBuilder(std::string language);

  /// Adds a block; paragraphs, list items and quotations get sentences, split at ". ".
  DocumentBuilder& block(BlockKind kind, std::string text, std::uint32_t group = 0);

  /// Where `words` stand first in the text; the test is wrong where they do not.
  Provenance at(std::string_view words) const;

  Document document;

 private:
  std::uint32_t number_ = 0;
  std::uint32_t numbered_group_ = 0;
};

Document english_release();
Document french_release();
Document arabic_release();

/// templates/labels/<language>.toml and templates/brief/<name>, read from the source tree.
Resources resources_for(std::string_view language, std::string_view template_name = "standard");

/// The options of plugin.json with their defaults.
Options default_options();

/// Exports in memory. `remarks` gets the diagnostics, where wanted.
std::string export_brief(const Document& document, const Options& options, const Resources& resources,
                         Diagnostics* remarks = nullptr);
std::string export_brief(const Document& document);

/// Writes bytes below the build folder for other programs to read, and gives the path.
std::string save(const std::string& bytes, const std::string& name);

/// What `command` prints, or nothing where the program is not installed.
std::string output_of(const std::string& command);

/// Whether poppler's `program` is on this machine. Where it is not, a test warns of it by one clear line: a
/// check that was not made must not look like one that passed.
bool has_tool(const std::string& program);

/// What `pdftotext OPTIONS` reads out of the file. Nothing at all is a failure, not a reason to skip.
std::string text_of(const std::string& bytes, const std::string& name, const std::string& options = {});

}  // namespace herald::test
