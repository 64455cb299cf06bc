// The states of an HTML tokenizer that matter for where a value may stand.
#include "formats/template/markup_state.hpp"

#include <algorithm>
#include <utility>

namespace herald::templates {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool ends_name(char c) { return is_blank(c) || c == '/' || c == '>'; }

bool equal_ignoring_case(std::string_view text, std::string_view what) {
  return std::equal(text.begin(), text.end(), what.begin(), what.end(), [](char a, char b) { return lower(a) == b; });
}

bool is_beginning_of(std::string_view rest, std::string_view whole) {
  return rest.size() < whole.size() && equal_ignoring_case(rest, whole.substr(0, rest.size()));
}

// Elements whose inside is not read as markup, or only sometimes, or by other rules: HTML Living Standard
// 13.2.6.4.4, .7 and .16, 13.2.6.5.
bool is_read_otherwise(std::string_view element) {
  constexpr std::string_view elements[] = {"script",   "textarea", "xmp",       "iframe", "noembed", "noframes",
                                           "noscript", "select",   "plaintext", "svg",    "math",    "frameset"};
  return std::find(std::begin(elements), std::end(elements), element) != std::end(elements);
}

}  // namespace

bool is_begun_address(std::string_view value) noexcept {
  // Behind "#" or a scheme, text can no longer change what the address does.
  return value.starts_with('#') || value.starts_with("https://") || value.starts_with("mailto:");
}

std::optional<MarkupProblem> MarkupState::read(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const bool watched = conditional_;
    const std::size_t used = step(text.substr(at));
    if (watched && conditional_) watch_conditional(text.substr(at, used));
    if (problem_) {
      problem_->offset += at;
      return std::exchange(problem_, std::nullopt);
    }
    at += used;
  }
  return std::nullopt;
}

std::size_t MarkupState::step(std::string_view rest) {
  switch (place_) {
    case MarkupPlace::content:
      return read_content(rest);
    case MarkupPlace::plain_content:
    case MarkupPlace::style:
      return read_raw(rest);
    case MarkupPlace::comment:
      return read_comment(rest);
    case MarkupPlace::bogus_comment:
      return read_bogus_comment(rest);
    case MarkupPlace::tag:
      return read_tag(rest);
    case MarkupPlace::quoted_value:
    case MarkupPlace::unquoted_value:
      break;
  }
  return read_value_text(rest);
}

void MarkupState::read_value() {
  if (place_ == MarkupPlace::quoted_value) value_ += '\x01';
  comment_end_.forget();
}

std::size_t MarkupState::read_content(std::string_view rest) {
  if (rest.front() != '<') return std::min(rest.find('<'), rest.size());
  const bool closing = rest.starts_with("</");
  const std::size_t name = closing ? 2 : 1;
  if (rest.size() == name) {
    place_ = MarkupPlace::tag;
    return leave_unfinished(rest);
  }
  if (rest[1] == '!') return read_declaration(rest);
  if (!is_letter(rest[name])) {
    if (!closing && rest[name] != '?') return 1;  // a "<" of the text
    place_ = MarkupPlace::bogus_comment;
    return name;
  }
  place_ = MarkupPlace::tag;
  element_ = closing ? "/" : "";
  reading_element_ = true;
  attribute_.clear();
  after_equals_ = name_open_ = attribute_open_ = joint_ = false;
  return name;
}

std::size_t MarkupState::read_declaration(std::string_view rest) {
  if (conditional_) {
    constexpr std::string_view end = "<![endif]-->";
    if (is_beginning_of(rest, end)) return leave_unfinished(rest);
    if (rest.starts_with(end))
      conditional_ = false;
    else
      refuse("a comment or declaration stands inside of a conditional comment", "close it with <![endif]--> before");
    return end.size();
  }
  constexpr std::string_view conditional = "<!--[if";
  if (is_beginning_of(rest, conditional)) return leave_unfinished(rest);
  if (equal_ignoring_case(rest.substr(0, conditional.size()), conditional)) return read_conditional(rest);
  const bool comment = rest.starts_with("<!--");
  place_ = comment ? MarkupPlace::comment : MarkupPlace::bogus_comment;
  comment_end_.begin();
  return comment ? 4 : 2;
}

// Outlook reads what stands in "<!--[if mso]>…<![endif]-->" and others do not, so that it has to be sound
// as markup and as a comment. In "<!--[if !mso]><!-->…<!--<![endif]-->" all read what stands between.
std::size_t MarkupState::read_conditional(std::string_view rest) {
  const std::size_t end = rest.find('>');
  if (end == std::string_view::npos) return leave_unfinished(rest);
  const std::string_view head = rest.substr(4, end - 4);
  if (!head.ends_with(']') || head.find('-') != std::string_view::npos) {
    refuse("a conditional comment begins in a way that is not known", "write <!--[if mso]>");
    return rest.size();
  }
  const std::string_view behind = rest.substr(end + 1);
  for (const std::string_view shown_to_all : {"<!-->", "<!---->"}) {
    if (behind.starts_with(shown_to_all)) return end + 1 + shown_to_all.size();
    if (!behind.empty() && is_beginning_of(behind, shown_to_all)) return leave_unfinished(rest);
  }
  conditional_ = true;
  comment_end_.begin_between();
  return end + 1;
}

std::size_t MarkupState::read_raw(std::string_view rest) {
  if (rest.front() != '<') return std::min(rest.find('<'), rest.size());
  const std::string end = "</" + element_;
  const std::size_t common = std::min(rest.size(), end.size());
  if (!equal_ignoring_case(rest.substr(0, common), std::string_view(end).substr(0, common))) return 1;
  if (rest.size() <= end.size()) return leave_unfinished(rest);
  if (!ends_name(rest[end.size()])) return 1;
  place_ = MarkupPlace::content;
  return read_content(rest);
}

std::size_t MarkupState::read_comment(std::string_view rest) {
  for (std::size_t i = 0; i < rest.size(); ++i) {
    switch (comment_end_.read(rest[i])) {
      case CommentEnd::Verdict::open:
        continue;
      case CommentEnd::Verdict::closed:
        place_ = MarkupPlace::content;
        return i + 1;
      case CommentEnd::Verdict::unsure:
        break;
    }
    refuse("with some values this '>' would end the comment", "put a blank before it");
    problem_->offset = i;
    return rest.size();
  }
  return rest.size();
}

void MarkupState::watch_conditional(std::string_view used) {
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (comment_end_.read(used[i]) == CommentEnd::Verdict::open) continue;
    refuse("a conditional comment ends where it should not", "close it with <![endif]-->, between tags");
    problem_->offset = i;
    return;
  }
}

std::size_t MarkupState::read_bogus_comment(std::string_view rest) {
  const std::size_t end = rest.find('>');
  if (end == std::string_view::npos) return rest.size();
  place_ = MarkupPlace::content;
  return end + 1;
}

std::size_t MarkupState::read_tag(std::string_view rest) {
  const char c = rest.front();
  if (joint_ && !ends_name(c)) {
    refuse("with and without the section before, this is part of different names", "put a blank before it");
    return 1;
  }
  joint_ = false;
  if (after_equals_ && c != '>' && !is_blank(c)) {
    begin_value(c);
    return quote_ != 0 ? 1 : 0;
  }
  if (c == '>') {
    finish_tag();
  } else if (is_blank(c)) {
    reading_element_ = name_open_ = false;
  } else if (c == '/') {
    reading_element_ = name_open_ = attribute_open_ = false;
  } else if (reading_element_) {
    element_ += lower(c);
  } else if (c == '=' && attribute_open_) {
    after_equals_ = true;
    name_open_ = false;
  } else {  // also a "=" or a quote, where no attribute waits for its value
    if (!name_open_) attribute_.clear();
    name_open_ = attribute_open_ = true;
    attribute_ += lower(c);
  }
  return 1;
}

void MarkupState::begin_value(char c) {
  after_equals_ = attribute_open_ = false;
  value_.clear();
  quote_ = c == '"' || c == '\'' ? c : '\0';
  place_ = quote_ != 0 ? MarkupPlace::quoted_value : MarkupPlace::unquoted_value;
}

std::size_t MarkupState::read_value_text(std::string_view rest) {
  const bool quoted = place_ == MarkupPlace::quoted_value;
  const std::size_t end = quoted ? rest.find(quote_) : rest.find_first_of(" \t\r\n\f>");
  value_ += rest.substr(0, end);
  if (end == std::string_view::npos) return rest.size();
  place_ = MarkupPlace::tag;
  attribute_.clear();
  return quoted ? end + 1 : end;
}

void MarkupState::finish_tag() {
  reading_element_ = after_equals_ = name_open_ = attribute_open_ = false;
  place_ = MarkupPlace::content;
  if (element_ == "style")
    place_ = MarkupPlace::style;
  else if (element_ == "title")
    place_ = MarkupPlace::plain_content;
  else if (is_read_otherwise(element_))
    refuse("a template holds no '" + element_ + "' element", "take it out");
}

bool MarkupState::is_like(const MarkupState& other) const noexcept {
  if (place_ != other.place_ || conditional_ != other.conditional_) return false;
  switch (place_) {
    case MarkupPlace::content:
    case MarkupPlace::comment:
    case MarkupPlace::bogus_comment:
      return true;
    case MarkupPlace::plain_content:
    case MarkupPlace::style:
      return element_ == other.element_;
    case MarkupPlace::quoted_value:
    case MarkupPlace::unquoted_value:
      return element_ == other.element_ && attribute_ == other.attribute_ && quote_ == other.quote_;
    case MarkupPlace::tag:
      break;
  }
  return element_ == other.element_ && attribute_open_ == other.attribute_open_ &&
         (!attribute_open_ ||
          (attribute_ == other.attribute_ && name_open_ == other.name_open_ && after_equals_ == other.after_equals_));
}

void MarkupState::join(const MarkupState& begin) {
  if (value_ != begin.value_ && !is_begun_address(begin.value_)) value_ = '\x01';
  if (place_ == MarkupPlace::tag) joint_ = joint_ || begin.joint_ || reading_element_ != begin.reading_element_;
  comment_end_.join(begin.comment_end_);
}

void MarkupState::refuse(std::string message, std::string hint) {
  problem_ = MarkupProblem{0, std::move(message), std::move(hint)};
}

std::size_t MarkupState::leave_unfinished(std::string_view rest) {
  unfinished_ = true;
  return rest.size();
}

}  // namespace herald::templates
