// Tables for a terminal: columns as wide as their text where there is room, wrapped where there is not.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace herald::app {

/// How many columns a terminal gives to the text: none for combining marks, two for East Asian wide
/// characters (Unicode UAX #11).
std::size_t display_width(std::string_view text);

/// The text in lines of at most `width` columns, cut at spaces where there are any; one line at least.
std::vector<std::string> wrap_text(std::string_view text, std::size_t width);

class TextTable {
 public:
  explicit TextTable(std::vector<std::string> heads);

  void add_row(std::vector<std::string> cells);
  bool empty() const noexcept { return rows_.empty(); }

  /// The table at most `width` columns wide: the widest columns give way first, down to a dozen characters.
  /// Every line is indented by two spaces.
  std::string render(std::size_t width) const;

 private:
  std::vector<std::string> heads_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace herald::app
