// What a template is filled with: texts, finished markup, flags, lists and objects. Whether a value is
// escaped is a property of the value and not of the tag that shows it, so that no template, by accident
// or not, can let the words of a release through as markup.
//
//     Data page = Data::object();
//     page.set("title", Data::text(document.metadata.title));
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace herald::templates {

class Data {
 public:
  using List = std::vector<Data>;
  struct Member;
  using Object = std::vector<Member>;

  /// A text: escaped wherever it is shown. An empty text counts as absent for {{#name}}.
  static Data text(std::string value);

  /// Markup that the caller has built and escaped itself: shown as it is.
  static Data markup(std::string value);

  static Data flag(bool value);
  static Data list();
  static Data object();

  /// Adds a member to an object. Each name is set once.
  void set(std::string name, Data value);

  /// Adds an item to a list.
  void add(Data item);

  bool is_empty_list() const noexcept;

  struct Text {
    std::string value;
  };
  struct Markup {
    std::string value;
  };
  using Value = std::variant<bool, Text, Markup, List, Object>;
  const Value& value() const noexcept { return value_; }

 private:
  explicit Data(Value value);
  Value value_;
};

struct Data::Member {
  std::string name;
  Data value;
};

// Here and not in the class: a vector of members can be moved only where a member is complete.
inline Data::Data(Value value) : value_(std::move(value)) {}

}  // namespace herald::templates
