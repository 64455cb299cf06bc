// The parts of an office document as events: expat, behind limits, with the names that the standards' own
// texts use ("w:p", "text:list") whatever prefixes a file has chosen.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "herald/result.hpp"

namespace herald::reading {

/// The attributes of one element; valid only during the call that they are given to.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}

  /// The value, "" where there is none. `name` as in "w:val", or without prefix for an attribute without namespace.
  std::string_view get(std::string_view name) const;

 private:
  const char** pairs_;
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  XmlHandler() = default;
  XmlHandler(const XmlHandler&) = delete;
  XmlHandler& operator=(const XmlHandler&) = delete;

  /// `name` is "w:p" for a known namespace, "?:p" for others.
  virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view text) = 0;
  /// Asked after every element: true ends the parsing, without a failure.
  virtual bool is_done() const { return false; }
};

/// Parses a part, whose name stands in refusals (input_invalid): what is not well-formed, what nests deeper than any
/// document, and any document type declaration, since office documents have none and all entities come from one.
Result<void> parse_xml(std::string_view xml, std::string_view part, XmlHandler& handler);

}  // namespace herald::reading
