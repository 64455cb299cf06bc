// Traps: expat is C, no exception may cross it; a parser that is fed in pieces takes quadratic time over one long
// token (CVE-2023-52425), so a part is given whole.
#include "core/reading/office/xml.hpp"

#include <expat.h>

#include <array>
#include <exception>
#include <limits>
#include <memory>
#include <utility>

namespace herald::reading {
namespace {

// Tables in tables in lists in text boxes reach some sixty.
constexpr int deepest = 400;
constexpr char separator = '\n';  // between namespace and name; never in either

/// Namespaces of ECMA-376 (transitional), ISO/IEC 29500 (strict) and OpenDocument.
constexpr std::array<std::pair<std::string_view, std::string_view>, 32> namespaces = {{
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
    {"http://schemas.openxmlformats.org/package/2006/relationships", "rel"},
    {"http://schemas.openxmlformats.org/package/2006/content-types", "ct"},
    {"http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "cp"},
    {"http://purl.org/dc/elements/1.1/", "dc"},
    {"http://purl.org/dc/terms/", "dcterms"},
    {"http://schemas.openxmlformats.org/drawingml/2006/main", "a"},
    {"http://purl.oclc.org/ooxml/drawingml/main", "a"},
    {"http://schemas.openxmlformats.org/drawingml/2006/picture", "pic"},
    {"http://purl.oclc.org/ooxml/drawingml/picture", "pic"},
    {"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"},
    {"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    {"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    {"urn:schemas-microsoft-com:vml", "v"},
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"},
    {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"},
    {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"},
    {"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"},
    {"urn:oasis:names:tc:opendocument:xmlns:meta:1.0", "meta"},
    {"urn:oasis:names:tc:opendocument:xmlns:script:1.0", "script"},
    {"urn:oasis:names:tc:opendocument:xmlns:form:1.0", "form"},
    {"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest"},
    {"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"},
    {"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg"},
    {"http://www.w3.org/1999/xlink", "xlink"},
    {"http://www.w3.org/XML/1998/namespace", "xml"},
}};

std::string_view prefix_of(std::string_view uri) {
  for (const auto& [known, prefix] : namespaces) {
    if (known == uri) return prefix;
  }
  return "?";
}

/// "urn:…\np" -> "text:p"; as it is where it has no namespace.
void set_short_name(std::string& name, std::string_view expanded) {
  const std::size_t end = expanded.find(separator);
  if (end == std::string_view::npos) {
    name.assign(expanded);
    return;
  }
  name.assign(prefix_of(expanded.substr(0, end))).append(1, ':').append(expanded.substr(end + 1));
}

enum class Stop : std::uint8_t { none, done, doctype, depth };

struct Parsing {
  XML_Parser parser = nullptr;
  XmlHandler& handler;
  int depth = 0;
  Stop stop = Stop::none;
  std::exception_ptr exception;
  std::string name;  // kept, so that its memory is

  void end_with(Stop reason) {
    stop = reason;
    XML_StopParser(parser, XML_FALSE);
  }

  template <typename Call>
  void guarded(Call call) {
    // After a stop expat may still report what it has in hand.
    if (stop != Stop::none || exception) return;
    try {
      call();
      if (handler.is_done()) end_with(Stop::done);
    } catch (...) {
      exception = std::current_exception();
      XML_StopParser(parser, XML_FALSE);
    }
  }
};

void on_start(void* user, const XML_Char* name, const XML_Char** attributes) {
  auto& parsing = *static_cast<Parsing*>(user);
  if (++parsing.depth > deepest) {
    if (parsing.stop == Stop::none) parsing.end_with(Stop::depth);
    return;
  }
  parsing.guarded([&] {
    set_short_name(parsing.name, name);
    parsing.handler.start(parsing.name, XmlAttributes(attributes));
  });
}

void on_end(void* user, const XML_Char* name) {
  auto& parsing = *static_cast<Parsing*>(user);
  --parsing.depth;
  parsing.guarded([&] {
    set_short_name(parsing.name, name);
    parsing.handler.end(parsing.name);
  });
}

void on_text(void* user, const XML_Char* text, int length) {
  auto& parsing = *static_cast<Parsing*>(user);
  parsing.guarded([&] { parsing.handler.text({text, static_cast<std::size_t>(length)}); });
}

void on_doctype(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
  auto& parsing = *static_cast<Parsing*>(user);
  if (parsing.stop == Stop::none) parsing.end_with(Stop::doctype);
}

}  // namespace

std::string_view XmlAttributes::get(std::string_view name) const {
  const std::size_t colon = name.find(':');
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    const std::string_view expanded(pair[0]);
    const std::size_t end = expanded.find(separator);
    if (colon == std::string_view::npos || end == std::string_view::npos) {
      if (expanded == name) return pair[1];
      continue;
    }
    if (expanded.substr(end + 1) == name.substr(colon + 1) &&
        prefix_of(expanded.substr(0, end)) == name.substr(0, colon))
      return pair[1];
  }
  return {};
}

Result<void> parse_xml(std::string_view xml, std::string_view part, XmlHandler& handler) {
  const auto refused = [&](const std::string& what) {
    return Failure{ErrorCode::input_invalid,
                   "the part \"" + std::string(part) + "\" of the document " + what,
                   "open it in an office program and save it anew as .docx, .odt or text",
                   {}};
  };
  if (xml.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return refused("is too large");
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreateNS(nullptr, separator),
                                                                            &XML_ParserFree);
  if (!parser) throw std::bad_alloc();
  Parsing parsing{parser.get(), handler, 0, Stop::none, nullptr, {}};
  XML_SetUserData(parser.get(), &parsing);
  XML_SetElementHandler(parser.get(), &on_start, &on_end);
  XML_SetCharacterDataHandler(parser.get(), &on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), &on_doctype);
  const XML_Status status = XML_Parse(parser.get(), xml.data(), static_cast<int>(xml.size()), XML_TRUE);
  if (parsing.exception) std::rethrow_exception(parsing.exception);
  if (parsing.stop == Stop::done) return {};
  if (parsing.stop == Stop::doctype)
    return refused("has a document type declaration, which office documents never have");
  if (parsing.stop == Stop::depth) return refused("nests its elements deeper than any document");
  if (status != XML_STATUS_OK) {
    // Office programs write a part on one line: its number would say nothing.
    return refused(std::string("is not well-formed (") + XML_ErrorString(XML_GetErrorCode(parser.get())) + ")");
  }
  return {};
}

}  // namespace herald::reading
