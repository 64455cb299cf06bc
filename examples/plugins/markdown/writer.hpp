// Puts a document together as one Markdown text: metadata, key figures, the running text, the
// quotations, the source. The words of its own headings are labels, in the document's language.
#pragma once

#include <herald/plugin/exporter.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace herald_markdown {

class Writer {
 public:
  explicit Writer(const herald::ExportRequest& request);

  std::string write();

 private:
  void write_front_matter();
  void write_head();
  void write_key_figures();
  void write_text();
  void write_quotations();
  void write_surroundings();
  void write_source();

  std::string list_item(const herald::Block& block);
  std::string inlines(const herald::Block& block) const;
  std::string label(std::string_view key) const;

  void blank_line();
  /// A paragraph of its own: blank line before it.
  void paragraph(std::string_view text);
  /// A heading `depth` levels below the title's.
  void heading(int depth, std::string_view text);

  const herald::ExportRequest& request_;
  const herald::Document& document_;
  int heading_level_;
  std::string text_;
  std::array<std::uint32_t, 6> list_numbers_{};  // of the last item of each depth of a list
};

}  // namespace herald_markdown
