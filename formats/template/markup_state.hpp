// Where in an HTML document a place of the template is: between tags, in the value of which attribute,
// in a style sheet. Follows the tokenizer of the HTML Living Standard (13.2.5) as far as that takes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace herald::templates {

enum class MarkupPlace : std::uint8_t {
  content,        // between tags
  plain_content,  // in <title> or <textarea>, where tags do not count
  tag,            // in a tag, outside of attribute values
  quoted_value,
  unquoted_value,
  comment,
  style,  // in <style>
  script  // in <script>
};

class MarkupState {
 public:
  /// Moves over a stretch of the template's text.
  void read(std::string_view text);

  /// A value stands here: it is part of the attribute's value so far.
  void read_value() { value_ += '\x01'; }

  MarkupPlace place() const noexcept { return place_; }
  const std::string& attribute() const noexcept { return attribute_; }  // lower case
  const std::string& value() const noexcept { return value_; }          // of the attribute, so far

  /// Whether two places are alike, so that a section may be left out between them.
  bool is_like(const MarkupState& other) const noexcept {
    return place_ == other.place_ &&
           (place_ != MarkupPlace::quoted_value || (quote_ == other.quote_ && attribute_ == other.attribute_));
  }

 private:
  std::size_t read_content(std::string_view rest);
  std::size_t read_raw(std::string_view rest);
  std::size_t read_comment(std::string_view rest);
  std::size_t read_tag(std::string_view rest);
  std::size_t read_value_text(std::string_view rest);
  void finish_tag();

  MarkupPlace place_ = MarkupPlace::content;
  std::string element_;    // name of the tag being read, lower case
  std::string attribute_;  // name of the attribute being read
  std::string value_;
  char quote_ = 0;
  bool reading_element_ = false;
  bool after_equals_ = false;
  bool name_finished_ = true;
};

}  // namespace herald::templates
