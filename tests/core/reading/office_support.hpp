// Office documents made in the test: a tiny ZIP writer, and the parts around a body of WordprocessingML or
// OpenDocument, so that no binary file stands in the tree and each case shows all that it is about.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace herald::test {

enum class Packing : std::uint8_t { stored, deflated };

struct ZipPart {
  std::string name;
  std::string bytes;
  Packing packing = Packing::stored;
  std::uint16_t flags = 0;
  std::uint32_t checksum_error = 0;  // added to the right one
};

std::string make_zip(const std::vector<ZipPart>& parts);

/// The parts of a .docx with this content of w:body; `more` replaces parts of the same name.
std::vector<ZipPart> docx_parts(std::string_view body, const std::vector<ZipPart>& more = {});
std::string docx(std::string_view body, const std::vector<ZipPart>& more = {});

/// word/styles.xml, word/numbering.xml, word/_rels/document.xml.rels and docProps/core.xml with this content.
ZipPart word_styles(std::string_view styles);
ZipPart word_numbering(std::string_view numbering);
ZipPart word_relationships(std::string_view relationships);
ZipPart word_notes(std::string_view notes);
ZipPart core_properties(std::string_view properties);

/// w:p with a style ("" for none) and one run.
std::string word_paragraph(std::string_view text, std::string_view style = {});

/// The parts of an .odt with this content of office:text and of office:automatic-styles.
std::vector<ZipPart> odt_parts(std::string_view text, std::string_view styles = {});
std::string odt(std::string_view text, std::string_view styles = {}, const std::vector<ZipPart>& more = {});

}  // namespace herald::test
