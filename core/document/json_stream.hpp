// Writes JSON as it goes, in nlohmann's layout to the byte: a tree of values in memory takes hundreds of times
// the text's size before its first byte is written. What a string or a number looks like is left to nlohmann.
// The caller sees to it that members stand in objects and elements in arrays.
#pragma once

#include <concepts>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace herald::document {

enum class JsonLayout : std::uint8_t { indented, line };  // two spaces a level, or no white space at all

class JsonStream {
 public:
  explicit JsonStream(JsonLayout layout) : layout_(layout) {}

  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_array() { begin('['); }
  void end_array() { end(']'); }

  void key(std::string_view name) {
    next();
    append_string(name);
    text_ += layout_ == JsonLayout::indented ? ": " : ":";
    after_key_ = true;
  }

  void value(std::string_view text) {
    next();
    append_string(text);
  }
  void value(const char* text) { value(std::string_view(text)); }
  void value(bool flag) { append(flag ? "true" : "false"); }
  void value(double number) { append(nlohmann::json(number).dump()); }
  void value(std::nullptr_t) { append("null"); }
  template <std::integral Whole>
  void value(Whole number) {
    append(std::to_string(number));
  }

  template <typename Value>
  void member(std::string_view name, const Value& content) {
    key(name);
    value(content);
  }

  std::string take() { return std::move(text_); }

 private:
  void begin(char bracket) {
    append(std::string_view(&bracket, 1));
    has_items_.push_back(false);
  }

  void end(char bracket) {
    const bool had_items = has_items_.back();
    has_items_.pop_back();
    if (had_items) break_line();
    text_ += bracket;
  }

  void append(std::string_view plain) {
    next();
    text_ += plain;
  }

  // What stands between the last thing written and the next.
  void next() {
    if (std::exchange(after_key_, false) || has_items_.empty()) return;
    if (has_items_.back()) text_ += ',';
    has_items_.back() = true;
    break_line();
  }

  void break_line() {
    if (layout_ == JsonLayout::line) return;
    text_ += '\n';
    text_.append(2 * has_items_.size(), ' ');
  }

  void append_string(std::string_view text) {
    for (const char c : text) {
      if (c >= 0x20 && c < 0x7F && c != '"' && c != '\\') continue;
      // Reading has made the text valid UTF-8; a plugin's or user's own strings may not be, and must not throw.
      text_ += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
      return;
    }
    text_ += '"';
    text_ += text;
    text_ += '"';
  }

  JsonLayout layout_;
  std::string text_;
  std::vector<bool> has_items_;  // one entry for each open bracket
  bool after_key_ = false;
};

}  // namespace herald::document
