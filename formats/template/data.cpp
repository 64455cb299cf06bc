// Building the values that a template is filled with.
#include "formats/template/data.hpp"

namespace herald::templates {

Data Data::text(std::string value) { return Data(Text{std::move(value)}); }
Data Data::markup(std::string value) { return Data(Markup{std::move(value)}); }
Data Data::flag(bool value) { return Data(value); }
Data Data::list() { return Data(List{}); }
Data Data::object() { return Data(Object{}); }

void Data::set(std::string name, Data value) {
  std::get<Object>(value_).push_back({std::move(name), std::move(value)});
}

void Data::add(Data item) { std::get<List>(value_).push_back(std::move(item)); }

bool Data::is_empty_list() const noexcept {
  const List* items = std::get_if<List>(&value_);
  return items != nullptr && items->empty();
}

}  // namespace herald::templates
