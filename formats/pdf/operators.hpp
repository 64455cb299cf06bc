// Writes content-stream operators (ISO 32000-1, 8 and 9) into a string, with numbers as short as PDF
// allows, and leaves out settings that are already in force. It knows nothing of structure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "formats/typeset/frame.hpp"

namespace herald::pdf {

class Operators {
 public:
  explicit Operators(typeset::Points page_height) : page_height_(page_height) {}

  void fill_color(typeset::Color color);
  void fill(const typeset::Rectangle& area, typeset::Points corner_radius);

  void begin_text();
  void end_text();
  void font(const std::string& resource_name, typeset::Points size);
  /// Moves the pen to a point of the page; coordinates as in typeset, from the top left corner.
  void move_text(typeset::Position origin);
  void rise(typeset::Points height);

  void begin_show() { out_ += '['; }
  void show(std::uint16_t code);
  /// Moves the pen by -`thousandths` / 1000 of the font size, as TJ's numbers do.
  void adjust(long thousandths);
  void end_show();

  void raw(std::string_view text) { out_ += text; }
  void number(double value);

  std::string take() { return std::move(out_); }

 private:
  void close_string();

  std::string out_;
  typeset::Points page_height_;
  typeset::Color color_{};  // black is what a page begins with
  std::string font_;
  typeset::Points font_size_ = 0;
  typeset::Points rise_ = 0;
  bool string_open_ = false;
};

}  // namespace herald::pdf
