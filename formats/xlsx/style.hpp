// How a cell looks. Styles are plain values: a workbook keeps one of each (workbook.hpp) and cells
// refer to them by number, so that equal looks cost nothing. What a look means is the caller's business.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace herald::xlsx {

/// 0xRRGGBB.
using Colour = std::uint32_t;

/// Along the line of text: start and end change sides on a right-to-left sheet. `right` never does: it
/// is for numbers, whose units must stand under each other in every script. `general` leaves it to the
/// reader's program.
enum class Align : std::uint8_t { general, start, centre, end, right };

enum class VerticalAlign : std::uint8_t { top, middle, bottom };

enum class Wrap : std::uint8_t { no, yes };

enum class Weight : std::uint8_t { regular, bold };

enum class Underline : std::uint8_t { no, yes };

/// `size` is in points. `number_format` is an Excel format code in the English notation, "" for
/// General. `bottom_border` is the colour of a thin rule under the cell. `indent` is in steps of about
/// one and a half digits, from the side that the text is aligned to.
struct Style {
  std::string font = "Calibri";
  double size = 11;
  Weight weight = Weight::regular;
  Underline underline = Underline::no;
  Colour colour = 0x000000;
  std::optional<Colour> fill = std::nullopt;
  std::optional<Colour> bottom_border = std::nullopt;
  Align align = Align::general;
  VerticalAlign vertical_align = VerticalAlign::top;
  std::uint8_t indent = 0;
  Wrap wrap = Wrap::no;
  std::string number_format = {};

  friend auto operator<=>(const Style&, const Style&) = default;
};

/// The number of a style in its workbook.
enum class StyleId : std::uint16_t {};

}  // namespace herald::xlsx
