// Reads a workbook back for the tests: the parts of its zip file, and cells by name. It shares no code
// with what writes them.
#pragma once

#include <map>
#include <string>

namespace herald::test {

/// Part name to XML. Throws std::runtime_error where the bytes are no zip file.
std::map<std::string, std::string> read_package(const std::string& bytes);

/// A cell as it stands in the file: `type` is "s" for text, "" for a number; `value` the text itself,
/// or the number as written.
struct ReadCell {
  std::string type;
  std::string value;
  std::string style;
};

/// The cells of one sheet, by name ("B7"), texts looked up and XML entities resolved.
std::map<std::string, ReadCell> read_cells(const std::map<std::string, std::string>& parts, int sheet);

/// How often a piece of text occurs.
std::size_t count(const std::string& text, const std::string& piece);

/// XML with its five entities resolved.
std::string unescape(std::string text);

}  // namespace herald::test
