// A writer of HTML whose elements close in the order in which they were opened, and in which text and the values of
// attributes can only be written escaped.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace herald::app::review {

class Html {
 public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  /// Names of elements and attributes stand in the code and are written as they are. An attribute without a value is
  /// left out.
  Html& open(std::string_view element, Attributes attributes = {});
  Html& close();
  Html& text(std::string_view text);
  /// An element with nothing but text in it.
  Html& element(std::string_view element, std::string_view text, Attributes attributes = {});
  /// An element that has no end: <br>, <meta>.
  Html& single(std::string_view element, Attributes attributes = {});
  /// A style sheet or a document type: what stands in the code and is no text.
  Html& verbatim(std::string_view code);
  Html& line_end();

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  std::vector<std::string_view> open_;
};

}  // namespace herald::app::review
