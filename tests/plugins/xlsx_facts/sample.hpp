// Documents made by hand for the tests of the workbook: small releases of our own with every kind of
// fact, and the labels and theme of the source tree.
#pragma once

#include <string>
#include <string_view>

#include "herald/document.hpp"
#include "herald/plugin/exporter.hpp"

namespace herald::test {

/// Assembles a document from blocks: spans, sentences and numbers are worked out from the texts.
class DocumentBuilder {
 public:
  explicit DocumentBuilder(std::string language);

  /// A block whose sentences are given one by one; none for what is no running text.
  DocumentBuilder& block(BlockKind kind, std::vector<std::string> sentences);
  DocumentBuilder& loose(BlockKind kind, const std::string& text);

  /// The provenance of a fact whose words stand in the text.
  Provenance at(std::string_view words, std::string rule) const;

  Document document;

 private:
  std::uint32_t paragraphs_ = 0;
};

Document english_release();
Document arabic_release();

/// Labels of templates/labels/<language>.toml, flattened as the host does.
Labels read_labels(const std::string& language);
std::string read_theme_file();

/// The bytes that the exporter writes.
std::string export_workbook(const Document& document, Diagnostics& diagnostics,
                            const std::string& profile = "analysis");
std::string export_workbook(const Document& document, Diagnostics& diagnostics, const std::string& profile,
                            const Resources& resources);
Resources standard_resources(const std::string& language);

}  // namespace herald::test
