// Where in an HTML document a place of the template is: between tags, in the value of which attribute,
// in a style sheet. Follows the tokenizer of the HTML Living Standard (13.2.5) as far as that takes. What
// would need more of a parser (scripts, frames, drawings) is refused: a newsletter has no use for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "formats/template/comment_end.hpp"

namespace herald::templates {

enum class MarkupPlace : std::uint8_t {
  content,        // between tags
  plain_content,  // in <title>, where tags do not count
  tag,            // in a tag, outside of attribute values
  quoted_value,
  unquoted_value,
  comment,
  bogus_comment,  // "<!…>", "<?…>" and "</ …>", which end at the first ">"
  style           // in <style>
};

/// Why a stretch of the template cannot be followed; `offset` is into the text that was read.
struct MarkupProblem {
  std::size_t offset = 0;
  std::string message;
  std::string hint;
};

class MarkupState {
 public:
  /// Moves over a stretch of the template's text: all of it up to the next value or end of a section,
  /// because two stretches may make up one tag.
  std::optional<MarkupProblem> read(std::string_view text);

  /// A value stands here, of which nothing is known but that it is escaped.
  void read_value();

  /// A section begins here that may be shown more than once.
  void begin_repeated() noexcept { comment_end_.forget(); }

  MarkupPlace place() const noexcept { return place_; }
  const std::string& attribute() const noexcept { return attribute_; }  // lower case
  const std::string& value() const noexcept { return value_; }          // of the attribute, so far

  /// Whether the text ended within "<", "</sty" and the like: what follows decides what that means.
  bool unfinished() const noexcept { return unfinished_; }

  /// Whether two places are alike, so that a section may be left out between them.
  bool is_like(const MarkupState& other) const noexcept;

  /// A section that began at `begin` ends here: what is known from now on holds with it and without it.
  void join(const MarkupState& begin);

 private:
  std::size_t step(std::string_view rest);
  std::size_t read_content(std::string_view rest);
  std::size_t read_declaration(std::string_view rest);
  std::size_t read_conditional(std::string_view rest);
  std::size_t read_raw(std::string_view rest);
  std::size_t read_comment(std::string_view rest);
  std::size_t read_bogus_comment(std::string_view rest);
  std::size_t read_tag(std::string_view rest);
  std::size_t read_value_text(std::string_view rest);
  void begin_value(char c);
  void finish_tag();
  void watch_conditional(std::string_view used);
  void refuse(std::string message, std::string hint);
  std::size_t leave_unfinished(std::string_view rest);

  MarkupPlace place_ = MarkupPlace::content;
  std::string element_;    // name of the tag being read, lower case
  std::string attribute_;  // name of the attribute being read
  std::string value_;
  char quote_ = 0;
  bool reading_element_ = false;
  bool after_equals_ = false;
  bool name_open_ = false;       // a character would go on with the attribute's name
  bool attribute_open_ = false;  // "=" would give it a value
  bool joint_ = false;           // in a tag: with or without the section before, a blank has to follow
  bool conditional_ = false;     // between "<!--[if …]>" and "<![endif]-->"
  bool unfinished_ = false;
  CommentEnd comment_end_;
  std::optional<MarkupProblem> problem_;
};

/// Whether the value of an attribute that leads somewhere can no longer become another kind of address,
/// whatever text follows.
bool is_begun_address(std::string_view value) noexcept;

}  // namespace herald::templates
