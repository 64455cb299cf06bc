// Both formats use Dublin Core for title and language, and names of their own for the date.
#include "core/reading/office/properties.hpp"

#include <string>

#include "core/language/text.hpp"
#include "core/reading/iso_day.hpp"
#include "core/reading/office/xml.hpp"

namespace herald::reading {
namespace {

constexpr std::size_t longest_value = 2000;

class PropertiesReader final : public XmlHandler {
 public:
  explicit PropertiesReader(OfficeContent& content) : content_(content) {}

  void start(std::string_view, const XmlAttributes&) override { value_.clear(); }
  void text(std::string_view text) override {
    if (value_.size() < longest_value) value_.append(text.substr(0, longest_value - value_.size()));
  }
  void end(std::string_view name) override {
    if (name == "dc:title") content_.title = language::fold_space(value_);
    if (name == "dc:language") content_.language = language::fold_space(value_);
    if (name == "dcterms:created" || name == "meta:creation-date") content_.created = iso_day(value_);
    value_.clear();
  }

 private:
  OfficeContent& content_;
  std::string value_;
};

}  // namespace

void read_properties(std::string_view xml, OfficeContent& content) {
  PropertiesReader reader(content);
  OfficeContent said = content;
  if (!parse_xml(xml, "properties", reader)) content = std::move(said);
}

}  // namespace herald::reading
