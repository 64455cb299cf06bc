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

constexpr const char* finish_first = "write that in one piece, or put a blank behind it";

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
    std::vector<const Piece*> stretch;
    for (const Piece& piece : pieces) {
      if (piece.kind == PieceKind::text) {
        stretch.push_back(&piece);
        continue;
      }
      if (const Result<void> fine = read_text(stretch); !fine) return fine;
      stretch.clear();
      if (const Result<void> fine = read_tag(piece); !fine) return fine;
    }
    return read_text(stretch);
  }

 private:
  struct Scope {
    std::string path;  // of the name that the section opens, "" where there is no such name
    bool repeats;
    MarkupState at;
  };

  /// All text between two tags at once: what a comment or an include parts is one to a browser.
  Result<void> read_text(const std::vector<const Piece*>& stretch) {
    std::string text;
    for (const Piece* piece : stretch) text += piece->content;
    const auto problem = state_.read(text);
    if (!problem) return {};
    std::size_t offset = problem->offset;
    auto piece = stretch.begin();
    for (; offset >= (*piece)->content.size(); ++piece) offset -= (*piece)->content.size();
    Piece place = **piece;
    place.line += static_cast<std::size_t>(
        std::count(place.content.begin(), place.content.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
    return refuse(place, problem->message, problem->hint);
  }

  Result<void> read_tag(const Piece& piece) {
    if (piece.kind == PieceKind::variable) return read_variable(piece);
    if (state_.unfinished())
      return refuse(piece, "the section '" + std::string(piece.content) + "' parts a tag, or what begins a comment",
                    finish_first);
    if (piece.kind == PieceKind::end) return close_section(piece);
    const Name* name = find(piece.content);
    if (name == nullptr && piece.content != ".") remark_unknown(piece);
    const bool repeats =
        piece.kind == PieceKind::section && (name == nullptr || name->kind == NameKind::list || piece.content == ".");
    if (repeats) state_.begin_repeated();
    scopes_.push_back({name != nullptr ? name->path : std::string(), repeats, state_});
    return {};
  }

  Result<void> close_section(const Piece& piece) {
    const Scope scope = std::move(scopes_.back());
    scopes_.pop_back();
    const std::string shown = "the section '" + std::string(piece.content) + "'";
    if (!state_.is_like(scope.at))
      return refuse(piece, shown + " begins and ends in different places of the markup",
                    "let it hold whole tags, or the whole inside of one attribute");
    // Shown twice, its second beginning would stand behind its first end.
    if (scope.repeats && state_.place() == MarkupPlace::quoted_value && is_address_attribute(state_.attribute()) &&
        state_.value() != scope.at.value() && !is_begun_address(scope.at.value()))
      return refuse(piece, shown + " may be shown more than once and cannot begin a '" + state_.attribute() + "'",
                    "let it hold the whole tag");
    state_.join(scope.at);
    return {};
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
    const Result<void> fine = check_place(piece, kind, "'" + std::string(piece.content) + "'");
    state_.read_value();
    return fine;
  }

  Result<void> check_place(const Piece& piece, NameKind kind, const std::string& shown) const {
    if (state_.unfinished() && state_.place() != MarkupPlace::tag)
      return refuse(piece, shown + " parts a tag, or what begins a comment", finish_first);
    switch (state_.place()) {
      case MarkupPlace::content:
        return {};
      case MarkupPlace::comment:
      case MarkupPlace::bogus_comment:
        if (kind == NameKind::markup) return refuse(piece, shown + " is markup and cannot stand in a comment", "");
        return {};
      case MarkupPlace::plain_content:
        if (kind == NameKind::markup) return refuse(piece, shown + " is markup and cannot stand in a title", "");
        return {};
      case MarkupPlace::style:
        if (kind == NameKind::style) return {};
        return refuse(piece, shown + " cannot stand in a style sheet", "only values of the theme can");
      case MarkupPlace::tag:
      case MarkupPlace::unquoted_value:
        return refuse(piece, shown + " stands in a tag without quotes", "write name=\"{{…}}\"");
      case MarkupPlace::quoted_value:
        break;
    }
    return place_in_attribute(piece, kind, shown);
  }

  Result<void> place_in_attribute(const Piece& piece, NameKind kind, const std::string& shown) const {
    const std::string& attribute = state_.attribute();
    if (kind == NameKind::markup) return refuse(piece, shown + " is markup and cannot stand in an attribute", "");
    if (attribute.starts_with("on") || attribute == "srcdoc")
      return refuse(piece, shown + " stands in '" + attribute + "', where no value is safe", "");
    if (attribute == "style" && kind != NameKind::style)
      return refuse(piece, shown + " cannot stand in a style", "only values of the theme can");
    if (!is_address_attribute(attribute) || is_begun_address(state_.value())) return {};
    if (kind != NameKind::address)
      return refuse(piece, shown + " is no address and cannot begin a '" + attribute + "'",
                    "use a name of kind address, or write href=\"#{{…}}\"");
    if (!state_.value().empty())
      return refuse(piece, shown + " is an address and has to begin its '" + attribute + "'",
                    "leave out what stands before it");
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
