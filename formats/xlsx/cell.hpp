// What a cell holds. There is no formula among it, on purpose: text of a release can only ever become
// Text, which Excel never evaluates, whatever character it starts with.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

namespace herald::xlsx {

/// Counted from 0, unlike in Excel's own notation.
struct Position {
  std::uint32_t row = 0;
  std::uint32_t column = 0;

  friend bool operator==(Position, Position) = default;
};

struct Blank {};

/// UTF-8. What a cell cannot hold is mended when the workbook is written, with a diagnostic.
struct Text {
  std::string value;
};

/// A finite number; Excel shows 15 significant digits of it.
struct Number {
  double value = 0;
};

/// A day as Excel counts them (date.hpp). The style's number format makes it look like a date.
struct Day {
  double serial = 0;
};

/// Text that leads to a cell of this workbook. `tip` is shown when the pointer rests on it.
struct SheetLink {
  std::string text;
  std::string sheet;
  Position target;
  std::string tip;
};

/// Text that leads to an address. Only http, https and mailto become links; the text of any other
/// address is written without one.
struct WebLink {
  std::string text;
  std::string address;
};

using Content = std::variant<Blank, Text, Number, Day, SheetLink, WebLink>;

}  // namespace herald::xlsx
