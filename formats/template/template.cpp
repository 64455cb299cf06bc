// The door to the mustache library (kainjow). Includes are already in their places, so that it parses
// once; values reach it escaped, so that its own escaping is off and no tag can undo ours.
#include "formats/template/template.hpp"

#include <kainjow/mustache.hpp>

#include <type_traits>

#include "formats/template/check.hpp"
#include "formats/template/escape.hpp"
#include "herald/error.hpp"

namespace herald::templates {
namespace {

namespace mustache = kainjow::mustache;

constexpr std::size_t most_bytes_filled = std::size_t{16} << 20;

std::string joined(const std::vector<Piece>& pieces) {
  std::string text;
  for (const Piece& piece : pieces) {
    switch (piece.kind) {
      case PieceKind::text:
        text += piece.content;
        break;
      case PieceKind::variable:
        text.append("{{").append(piece.content).append("}}");
        break;
      case PieceKind::section:
        text.append("{{#").append(piece.content).append("}}");
        break;
      case PieceKind::inverted_section:
        text.append("{{^").append(piece.content).append("}}");
        break;
      case PieceKind::end:
        text.append("{{/").append(piece.content).append("}}");
        break;
    }
  }
  return text;
}

/// Trap of the library: an empty string opens {{#name}}, and a name that an item lacks is looked for in
/// what is around it. So an empty text is handed over as false, which does neither.
mustache::data to_library(const Data& data) {
  return std::visit(
      [](const auto& value) -> mustache::data {
        using T = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<T, bool>) {
          return mustache::data(value);
        } else if constexpr (std::is_same_v<T, Data::Text>) {
          std::string escaped = escape_html(value.value);
          return escaped.empty() ? mustache::data(false) : mustache::data(escaped);
        } else if constexpr (std::is_same_v<T, Data::Markup>) {
          return value.value.empty() ? mustache::data(false) : mustache::data(value.value);
        } else if constexpr (std::is_same_v<T, Data::List>) {
          mustache::list items;
          items.reserve(value.size());
          for (const Data& item : value) items.push_back(to_library(item));
          return mustache::data(items);
        } else {
          mustache::data object(mustache::data::type::object);
          for (const Data::Member& member : value) object[member.name] = to_library(member.value);
          return object;
        }
      },
      data.value());
}

}  // namespace

struct Template::Parsed {
  explicit Parsed(const std::string& text) : library(text) {}
  mustache::mustache library;
};

Template::Template(std::unique_ptr<Parsed> parsed) : parsed_(std::move(parsed)) {}
Template::Template(Template&&) noexcept = default;
Template& Template::operator=(Template&&) noexcept = default;
Template::~Template() = default;

Result<Template> Template::make(const Files& files, std::string_view main_file, const Names& names,
                                std::string_view folder, Diagnostics& diagnostics) {
  const Result<std::vector<Piece>> pieces = cut(files, main_file, folder);
  if (!pieces) return pieces.error();
  if (const Result<void> fine = check(*pieces, names, folder, diagnostics); !fine) return fine.error();
  auto parsed = std::make_unique<Parsed>(joined(*pieces));
  if (!parsed->library.is_valid())
    return Failure{ErrorCode::template_invalid, parsed->library.error_message(), "",
                   location_of({PieceKind::text, {}, main_file, 1}, folder)};
  parsed->library.set_custom_escape([](const std::string& escaped) { return escaped; });
  return Template(std::move(parsed));
}

std::string Template::fill(const Data& data) const {
  std::string filled;
  parsed_->library.render(to_library(data), [&filled](const std::string& part) {
    if (filled.size() + part.size() > most_bytes_filled)
      throw Error({ErrorCode::format_violation, "the filled template is over 16 MiB", "show fewer items in it", {}});
    filled += part;
  });
  return filled;
}

}  // namespace herald::templates
