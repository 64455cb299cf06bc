// Text made safe for HTML, between tags and in quoted attributes alike, and addresses that may be linked.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace herald::templates {

/// Escapes & < > " '. What has no place in an HTML document goes: control characters, non-characters,
/// damaged bytes (as U+FFFD); line and paragraph separators become spaces. Of bidi controls (UAX #9),
/// overrides go and embeddings and isolates are closed at the end, so that a text cannot turn what
/// stands behind it.
std::string escape_html(std::string_view text);

/// The address, where it is one that a newsletter may lead to: http, https or mailto, in ASCII without
/// spaces, quotes or control characters, of at most 2,000 bytes; letters beyond ASCII are percent-encoded.
std::optional<std::string> safe_address(std::string_view address);

}  // namespace herald::templates
