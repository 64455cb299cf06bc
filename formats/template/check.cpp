// The check of a template's names and places, in one walk over its pieces.
#include "formats/template/check.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "formats/template/markup_state.hpp"

namespace herald::templates {
namespace {

bool is_address_attribute(std::string_view name) {
  constexpr std::string_view addresses[] = {"href",   "src",    "action", "formaction", "background", "cite",
                                            "poster", "srcset", "data",   "longdesc",   "xlink:href"};
  return std::find(std::begin(addresses), std::end(addresses), name) != std::end(addresses);
}

std::string_view last_part(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  return dot == std::string_view::npos ? path : path.substr(dot + 1);
}

class Checker {
 public:
  Checker(const Names& names, std::string_view folder, Diagnostics& diagnostics)
      : folder_(folder), diagnostics_(diagnostics) {
    for (const Name& name : names) names_.emplace(name.path, &name);
  }

  Result<void> run(const std::vector<Piece>& pieces) {
    for (const Piece& piece : pieces)
      if (const Result<void> fine = read(piece); !fine) return fine;
    return {};
  }

 private:
  struct Scope {
    std::string path;  // of the name that the section opens, "" where there is no such name
    MarkupState at;
  };

  Result<void> read(const Piece& piece) {
    switch (piece.kind) {
      case PieceKind::text:
        state_.read(piece.content);
        return {};
      case PieceKind::variable:
        return read_variable(piece);
      case PieceKind::section:
      case PieceKind::inverted_section: {
        const Name* name = find(piece.content);
        if (name == nullptr && piece.content != ".") remark_unknown(piece);
        scopes_.push_back({name != nullptr ? name->path : std::string(), state_});
        return {};
      }
      case PieceKind::end:
        break;
    }
    const bool alike = state_.is_like(scopes_.back().at);
    scopes_.pop_back();
    if (alike) return {};
    return refuse(piece,
                  "the section '" + std::string(piece.content) + "' begins and ends in different places of the markup",
                  "let it hold whole tags, or the whole inside of one attribute");
  }

  Result<void> read_variable(const Piece& piece) {
    const Name* name = find(piece.content);
    if (name == nullptr) {
      remark_unknown(piece);
      return place_of_text(piece, NameKind::text);
    }
    if (name->kind == NameKind::list || name->kind == NameKind::object || name->kind == NameKind::flag) {
      warn(diagnostics_, "template-shows-nothing",
           location_of(piece, folder_) + ": '" + std::string(piece.content) + "' is no text and shows nothing",
           "open it with {{#" + std::string(piece.content) + "}}");
      return {};
    }
    return place_of_text(piece, name->kind);
  }

  Result<void> place_of_text(const Piece& piece, NameKind kind) {
    const std::string shown = "'" + std::string(piece.content) + "'";
    switch (state_.place()) {
      case MarkupPlace::content:
      case MarkupPlace::comment:
        return {};
      case MarkupPlace::plain_content:
        if (kind == NameKind::markup) return refuse(piece, shown + " is markup and cannot stand in a title", "");
        return {};
      case MarkupPlace::style:
        if (kind == NameKind::style) return {};
        return refuse(piece, shown + " cannot stand in a style sheet", "only values of the theme can");
      case MarkupPlace::script:
        return refuse(piece, shown + " stands in a script, where no value is safe", "");
      case MarkupPlace::tag:
      case MarkupPlace::unquoted_value:
        return refuse(piece, shown + " stands in a tag without quotes", "write name=\"{{…}}\"");
      case MarkupPlace::quoted_value:
        break;
    }
    const Result<void> fine = place_in_attribute(piece, kind, shown);
    state_.read_value();
    return fine;
  }

  Result<void> place_in_attribute(const Piece& piece, NameKind kind, const std::string& shown) const {
    const std::string& attribute = state_.attribute();
    if (kind == NameKind::markup) return refuse(piece, shown + " is markup and cannot stand in an attribute", "");
    if (attribute.starts_with("on") || attribute == "srcdoc")
      return refuse(piece, shown + " stands in '" + attribute + "', where no value is safe", "");
    if (attribute == "style" && kind != NameKind::style)
      return refuse(piece, shown + " cannot stand in a style", "only values of the theme can");
    // Behind "#" or a scheme the text can no longer change what the address does.
    const std::string& so_far = state_.value();
    const bool begun = so_far.starts_with('#') || so_far.starts_with("https://") || so_far.starts_with("mailto:");
    if (is_address_attribute(attribute) && kind != NameKind::address && !begun)
      return refuse(piece, shown + " is no address and cannot begin a '" + attribute + "'",
                    "use a name of kind address, or write href=\"#{{…}}\"");
    return {};
  }

  /// The name as seen from the innermost section outwards, as the library looks it up.
  const Name* find(std::string_view content) const {
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
      if (scope->path.empty()) continue;
      if (content == ".") return at(scope->path + ".item");
      if (const Name* name = at(scope->path + "." + std::string(content))) return name;
    }
    return at(std::string(content));
  }

  const Name* at(const std::string& path) const {
    const auto found = names_.find(path);
    return found == names_.end() ? nullptr : found->second;
  }

  void remark_unknown(const Piece& piece) {
    const std::string name(piece.content);
    if (!remarked_.insert(name).second) return;
    warn(diagnostics_, "template-unknown-name",
         location_of(piece, folder_) + ": unknown name '" + name + "', it shows nothing", hint_for(name));
  }

  std::string hint_for(const std::string& name) const {
    std::vector<std::string> candidates;
    for (const auto& [path, entry] : names_) {
      if (path.ends_with("." + name))
        return "it is known inside {{#" + path.substr(0, path.size() - name.size() - 1) + "}} only";
      candidates.emplace_back(name.find('.') == std::string::npos ? last_part(path) : std::string_view(path));
    }
    const std::string near = nearest(name, candidates);
    return near.empty() ? "the README of the templates lists the names" : "did you mean '" + near + "'?";
  }

  Failure refuse(const Piece& piece, std::string message, std::string hint) const {
    return {ErrorCode::template_invalid, std::move(message), std::move(hint), location_of(piece, folder_)};
  }

  std::string_view folder_;
  Diagnostics& diagnostics_;
  std::map<std::string, const Name*> names_;
  std::set<std::string> remarked_;
  std::vector<Scope> scopes_;
  MarkupState state_;
};

}  // namespace

Result<void> check(const std::vector<Piece>& pieces, const Names& names, std::string_view folder,
                   Diagnostics& diagnostics) {
  return Checker(names, folder, diagnostics).run(pieces);
}

}  // namespace herald::templates
