// The order is that of certainty: JSON by its members, a page by its first tag, Markdown by its front matter or name.
#include "core/reading/kind.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/language/text.hpp"
#include "core/reading/formats.hpp"

namespace herald::reading {
namespace {

constexpr std::array<std::pair<SourceKind, std::string_view>, 7> names = {{
    {SourceKind::text, "text"},
    {SourceKind::markdown, "markdown"},
    {SourceKind::html, "html"},
    {SourceKind::docx, "docx"},
    {SourceKind::odt, "odt"},
    {SourceKind::ninjs, "ninjs"},
    {SourceKind::herald_json, "herald-json"},
}};

bool begins_object(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{';
}

/// Herald's schema may stand anywhere, as a program that sorts members puts it behind the text, and with "\/", as some
/// escape it.
bool names_herald_schema(std::string_view text) {
  return text.find("\"herald-document/") != std::string_view::npos ||
         text.find("\"herald-document\\/") != std::string_view::npos;
}

/// The members of ninjs 2 and 3 that hold the text, and those of ninjs 1 that some still write.
bool has_ninjs_text(std::string_view text) {
  static constexpr std::array<std::string_view, 4> members = {"\"bodies\"", "\"body_text\"", "\"body_xhtml\"",
                                                              "\"body_html\""};
  return std::any_of(members.begin(), members.end(),
                     [&](std::string_view member) { return text.find(member) != std::string_view::npos; });
}

}  // namespace

std::string_view kind_name(SourceKind kind) noexcept {
  const auto found = std::find_if(names.begin(), names.end(), [&](const auto& one) { return one.first == kind; });
  return found == names.end() ? std::string_view() : found->second;
}

std::optional<SourceKind> kind_by_name(std::string_view name) noexcept {
  const auto found = std::find_if(names.begin(), names.end(), [&](const auto& one) { return one.second == name; });
  return found == names.end() ? std::nullopt : std::optional(found->first);
}

std::string kind_names() {
  std::string all;
  for (const auto& [kind, name] : names) all.append(all.empty() ? "" : ", ").append(name);
  return all;
}

bool is_archive(std::string_view bytes) noexcept {
  // The second begins an archive without any part.
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

SourceKind kind_of_text(std::string_view text, std::string_view uri) {
  if (begins_object(text)) {
    if (names_herald_schema(text)) return SourceKind::herald_json;
    if (has_ninjs_text(text)) return SourceKind::ninjs;
  }
  if (uri.ends_with(".json")) return SourceKind::herald_json;
  if (is_markdown(text, uri)) return SourceKind::markdown;
  return is_html(text, uri) ? SourceKind::html : SourceKind::text;
}

}  // namespace herald::reading
