// What kind of input it is: told by the content, here and nowhere else. A name's ending counts only where the
// content leaves it open, as between text and Markdown.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace herald::reading {

enum class SourceKind : std::uint8_t {
  text,
  markdown,
  html,
  docx,
  odt,
  ninjs,        // IPTC's News in JSON
  herald_json,  // herald-document/1, what `herald inspect` writes
};

/// The name by which a kind is given in ReadOptions::from ("herald-json"), and back.
std::string_view kind_name(SourceKind kind) noexcept;
std::optional<SourceKind> kind_by_name(std::string_view name) noexcept;

/// "text, markdown, html, …", for messages.
std::string kind_names();

/// Whether the bytes are a ZIP archive: which document it is, only its parts tell (office_format).
bool is_archive(std::string_view bytes) noexcept;

/// The kind of a decoded text. A name in .json says JSON, whatever it holds: a broken document is to be refused, not
/// read as a release of brackets.
SourceKind kind_of_text(std::string_view text, std::string_view uri);

}  // namespace herald::reading
