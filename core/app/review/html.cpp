// What is escaped, and how, is formats/template's: one place to be right for all HTML that Herald writes.
#include "core/app/review/html.hpp"

#include "formats/template/escape.hpp"

namespace herald::app::review {

Html& Html::single(std::string_view element, Attributes attributes) {
  out_ += '<';
  out_ += element;
  for (const auto& [name, value] : attributes) {
    if (value.empty()) continue;
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    out_ += templates::escape_html(value);
    out_ += '"';
  }
  out_ += '>';
  return *this;
}

Html& Html::open(std::string_view element, Attributes attributes) {
  single(element, attributes);
  open_.push_back(element);
  return *this;
}

Html& Html::close() {
  out_ += "</";
  out_ += open_.back();
  out_ += '>';
  open_.pop_back();
  return *this;
}

Html& Html::text(std::string_view text) {
  out_ += templates::escape_html(text);
  return *this;
}

Html& Html::element(std::string_view element, std::string_view text, Attributes attributes) {
  return open(element, attributes).text(text).close();
}

Html& Html::verbatim(std::string_view code) {
  out_ += code;
  return *this;
}

Html& Html::line_end() {
  out_ += '\n';
  return *this;
}

}  // namespace herald::app::review
