// The states of an HTML tokenizer that matter for where a value may stand.
#include "formats/template/markup_state.hpp"

#include <algorithm>

namespace herald::templates {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

std::size_t find_ignoring_case(std::string_view text, std::string_view what) {
  const auto found =
      std::search(text.begin(), text.end(), what.begin(), what.end(), [](char a, char b) { return lower(a) == b; });
  return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

}  // namespace

void MarkupState::read(std::string_view text) {
  while (!text.empty()) {
    std::size_t used = text.size();
    switch (place_) {
      case MarkupPlace::content:
        used = read_content(text);
        break;
      case MarkupPlace::plain_content:
      case MarkupPlace::style:
      case MarkupPlace::script:
        used = read_raw(text);
        break;
      case MarkupPlace::comment:
        used = read_comment(text);
        break;
      case MarkupPlace::tag:
        used = read_tag(text);
        break;
      case MarkupPlace::quoted_value:
      case MarkupPlace::unquoted_value:
        used = read_value_text(text);
        break;
    }
    text.remove_prefix(used);
  }
}

std::size_t MarkupState::read_content(std::string_view rest) {
  if (rest.front() != '<') return std::min(rest.find('<'), rest.size());
  // Outlook reads what stands between its conditional comments: "<!--[if mso]>…<![endif]-->".
  if (rest.starts_with("<!--[if")) {
    const std::size_t end = rest.find("]>");
    const std::size_t next = end == std::string_view::npos ? rest.size() : end + 2;
    return rest.substr(next).starts_with("<!-->") ? next + 5 : next;
  }
  if (rest.starts_with("<!--")) {
    place_ = MarkupPlace::comment;
    return 4;
  }
  const bool closing = rest.starts_with("</");
  const std::size_t name = closing ? 2 : 1;
  // A "<" with which the text ends is taken for a tag's: a value may follow.
  const bool opens = rest.size() <= name || (is_letter(rest[name]) || rest[name] == '!' || rest[name] == '?');
  if (!opens) return 1;
  place_ = MarkupPlace::tag;
  element_ = closing ? "/" : "";
  reading_element_ = true;
  attribute_.clear();
  after_equals_ = false;
  return std::min(name, rest.size());
}

std::size_t MarkupState::read_raw(std::string_view rest) {
  const std::size_t end = find_ignoring_case(rest, "</" + element_);
  if (end == std::string_view::npos) return rest.size();
  if (end > 0) return end;
  place_ = MarkupPlace::content;
  return read_content(rest);
}

std::size_t MarkupState::read_comment(std::string_view rest) {
  const std::size_t end = rest.find("-->");
  if (end == std::string_view::npos) return rest.size();
  place_ = MarkupPlace::content;
  return end + 3;
}

std::size_t MarkupState::read_tag(std::string_view rest) {
  const char c = rest.front();
  if (c == '>') {
    finish_tag();
  } else if (after_equals_ && !is_blank(c)) {
    after_equals_ = false;
    value_.clear();
    quote_ = c == '"' || c == '\'' ? c : '\0';
    place_ = quote_ ? MarkupPlace::quoted_value : MarkupPlace::unquoted_value;
    return quote_ ? 1 : 0;
  } else if (is_blank(c) || c == '/') {
    reading_element_ = false;
    name_finished_ = true;
  } else if (c == '=') {
    after_equals_ = true;
    name_finished_ = true;
  } else if (reading_element_) {
    element_ += lower(c);
  } else {
    if (name_finished_) attribute_.clear();
    name_finished_ = false;
    attribute_ += lower(c);
  }
  return 1;
}

std::size_t MarkupState::read_value_text(std::string_view rest) {
  const bool quoted = place_ == MarkupPlace::quoted_value;
  const std::size_t end = quoted ? rest.find(quote_) : rest.find_first_of(" \t\r\n>");
  value_ += rest.substr(0, end);
  if (end == std::string_view::npos) return rest.size();
  place_ = MarkupPlace::tag;
  return quoted ? end + 1 : end;
}

void MarkupState::finish_tag() {
  reading_element_ = false;
  if (element_ == "style")
    place_ = MarkupPlace::style;
  else if (element_ == "script")
    place_ = MarkupPlace::script;
  else if (element_ == "title" || element_ == "textarea")
    place_ = MarkupPlace::plain_content;
  else
    place_ = MarkupPlace::content;
}

}  // namespace herald::templates
