// The scanner for mustache tags. The library that renders has one of its own, but that one gives no lines,
// asserts on odd delimiters and follows includes without end; so what it is handed has passed here first.
#include "formats/template/pieces.hpp"

#include <algorithm>
#include <optional>

namespace herald::templates {
namespace {

// A newsletter's template is some 20 KB; these are walls against a mistake, not budgets.
constexpr std::size_t most_bytes_a_file = std::size_t{1} << 20;
constexpr std::size_t most_bytes_together = std::size_t{4} << 20;
constexpr std::size_t most_pieces = 200'000;
constexpr std::size_t deepest_include = 16;
constexpr std::size_t deepest_section = 32;

bool is_name(std::string_view name, std::string_view also) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           also.find(c) != std::string_view::npos;
  });
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blank);
  return first == std::string_view::npos ? std::string_view()
                                         : text.substr(first, text.find_last_not_of(blank) - first + 1);
}

enum class TagKind : std::uint8_t { variable, section, inverted_section, end, include, comment };

struct Tag {
  TagKind kind = TagKind::variable;
  std::string_view name;
  std::size_t begin = 0;
  std::size_t end = 0;
};

class Cutter {
 public:
  Cutter(const Files& files, std::string_view folder) : files_(files), folder_(folder) {}

  Result<void> add_file(std::string_view file) {
    const auto found = files_.find(file);
    if (found == files_.end())
      return Failure{ErrorCode::template_missing, "the template has no file '" + std::string(file) + "'",
                     "add it, or start again from a copy of the standard template", std::string(folder_)};
    if (found->second.size() > most_bytes_a_file) return refuse(file, 1, "the file is over 1 MiB", "");
    if (found->second.find('\0') != std::string::npos)
      return refuse(file, 1, "the file is not text: it holds a NUL byte", "");
    including_.push_back(found->first);
    const Result<void> cut = cut_file(found->first, found->second);
    including_.pop_back();
    return cut;
  }

  std::vector<Piece> take() { return std::move(pieces_); }

 private:
  struct Open {
    std::string_view name;
    std::size_t line;
  };

  Failure refuse(std::string_view file, std::size_t line, std::string message, std::string hint) const {
    return {ErrorCode::template_invalid, std::move(message), std::move(hint),
            location_of({PieceKind::text, {}, file, line}, folder_)};
  }

  Result<void> cut_file(std::string_view file, std::string_view text) {
    std::vector<Open> open;
    std::size_t at = 0;
    std::size_t line = 1;
    while (at < text.size()) {
      const std::size_t begin = text.find("{{", at);
      if (begin == std::string_view::npos) break;
      const std::size_t tag_line = line + count_lines(text.substr(at, begin - at));
      const Result<Tag> tag = read_tag(text, begin, file, tag_line);
      if (!tag) return tag.error();
      const auto [text_end, next] = standing_alone(text, *tag);
      add_text(text.substr(at, std::max(at, text_end) - at), file, line);
      line += count_lines(text.substr(at, next - at));
      at = next;
      if (const Result<void> added = add_tag(*tag, file, tag_line, open); !added) return added;
    }
    add_text(text.substr(at), file, line);
    if (!open.empty())
      return refuse(file, open.back().line, "the section '" + std::string(open.back().name) + "' is not closed",
                    "add {{/" + std::string(open.back().name) + "}} in the same file");
    if (pieces_.size() > most_pieces || bytes_ > most_bytes_together)
      return refuse(file, 1, "the template is too large with what it includes", "include fewer files");
    return {};
  }

  static std::size_t count_lines(std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  }

  /// Reads the tag whose "{{" is at `begin`.
  Result<Tag> read_tag(std::string_view text, std::size_t begin, std::string_view file, std::size_t line) const {
    const bool triple = text.substr(begin).starts_with("{{{");
    const std::string_view closing = triple ? "}}}" : "}}";
    const std::size_t inner = begin + closing.size();
    const std::size_t end = text.find(closing, inner);
    if (end == std::string_view::npos)
      return refuse(file, line,
                    "a tag is opened with " + std::string(text.substr(begin, closing.size())) + " and never closed",
                    "add " + std::string(closing));
    Tag tag{TagKind::variable, trimmed(text.substr(inner, end - inner)), begin, end + closing.size()};
    if (triple) return checked(tag, file, line);
    switch (tag.name.empty() ? ' ' : tag.name.front()) {
      case '#':
        tag.kind = TagKind::section;
        break;
      case '^':
        tag.kind = TagKind::inverted_section;
        break;
      case '/':
        tag.kind = TagKind::end;
        break;
      case '>':
        tag.kind = TagKind::include;
        break;
      case '!':
        tag.kind = TagKind::comment;
        return tag;
      case '&':
        break;  // as without: a value says itself whether it is markup
      case '=':
        return refuse(file, line, "delimiters cannot be changed with {{=", "use {{ and }} throughout");
      default:
        return checked(tag, file, line);
    }
    tag.name = trimmed(tag.name.substr(1));
    return checked(tag, file, line);
  }

  Result<Tag> checked(const Tag& tag, std::string_view file, std::size_t line) const {
    if (is_name(tag.name, tag.kind == TagKind::include ? "-/." : ".")) return tag;
    constexpr std::size_t most_shown = 40;
    std::string shown(tag.name.substr(0, most_shown));
    std::replace_if(
        shown.begin(), shown.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    return refuse(file, line, "'" + shown + "' is not a name", "names are of letters, digits, '_' and '.'");
  }

  /// Where the text before the tag ends and the text behind it goes on. A comment or an include that is
  /// alone on its line takes the line with it (mustache(5), "standalone tags"); for sections the library
  /// does so itself.
  static std::pair<std::size_t, std::size_t> standing_alone(std::string_view text, const Tag& tag) {
    if (tag.kind != TagKind::comment && tag.kind != TagKind::include) return {tag.begin, tag.end};
    std::size_t line_begin = tag.begin;
    while (line_begin > 0 && (text[line_begin - 1] == ' ' || text[line_begin - 1] == '\t')) --line_begin;
    std::size_t line_end = tag.end;
    while (line_end < text.size() && (text[line_end] == ' ' || text[line_end] == '\t' || text[line_end] == '\r'))
      ++line_end;
    const bool alone =
        (line_begin == 0 || text[line_begin - 1] == '\n') && (line_end == text.size() || text[line_end] == '\n');
    if (!alone) return {tag.begin, tag.end};
    return {line_begin, std::min(line_end + 1, text.size())};
  }

  void add_text(std::string_view text, std::string_view file, std::size_t line) {
    if (text.empty()) return;
    bytes_ += text.size();
    pieces_.push_back({PieceKind::text, text, file, line});
  }

  Result<void> add_tag(const Tag& tag, std::string_view file, std::size_t line, std::vector<Open>& open) {
    switch (tag.kind) {
      case TagKind::comment:
        return {};
      case TagKind::include:
        return add_include(tag.name, file, line);
      case TagKind::variable:
        pieces_.push_back({PieceKind::variable, tag.name, file, line});
        return {};
      case TagKind::section:
      case TagKind::inverted_section:
        if (depth_ == deepest_section) return refuse(file, line, "sections are nested more than 32 deep", "");
        ++depth_;
        open.push_back({tag.name, line});
        pieces_.push_back(
            {tag.kind == TagKind::section ? PieceKind::section : PieceKind::inverted_section, tag.name, file, line});
        return {};
      case TagKind::end:
        break;
    }
    const std::string name(tag.name);
    if (open.empty()) return refuse(file, line, "{{/" + name + "}} closes a section that is not open", "");
    if (open.back().name != tag.name)
      return refuse(file, line,
                    "{{/" + name + "}} closes the section '" + std::string(open.back().name) + "' of line " +
                        std::to_string(open.back().line),
                    "sections close in the reverse order of opening");
    open.pop_back();
    --depth_;
    pieces_.push_back({PieceKind::end, tag.name, file, line});
    return {};
  }

  Result<void> add_include(std::string_view name, std::string_view file, std::size_t line) {
    const std::string included = std::string(name) + ".mustache";
    if (std::find(including_.begin(), including_.end(), included) != including_.end())
      return refuse(file, line, "the template includes itself through '" + included + "'", "take out the {{> …}}");
    if (including_.size() == deepest_include) return refuse(file, line, "includes are nested more than 16 deep", "");
    if (files_.find(included) == files_.end())
      return refuse(file, line, "there is no file '" + included + "' to include", "");
    if (pieces_.size() > most_pieces || bytes_ > most_bytes_together)
      return refuse(file, line, "the template is too large with what it includes", "include fewer files");
    return add_file(included);
  }

  const Files& files_;
  std::string_view folder_;
  std::vector<Piece> pieces_;
  std::vector<std::string_view> including_;
  std::size_t bytes_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace

std::string location_of(const Piece& piece, std::string_view folder) {
  std::string location(folder);
  if (!location.empty()) location += '/';
  return location.append(piece.file).append(":").append(std::to_string(piece.line));
}

Result<std::vector<Piece>> cut(const Files& files, std::string_view main_file, std::string_view folder) {
  Cutter cutter(files, folder);
  if (const Result<void> added = cutter.add_file(main_file); !added) return added.error();
  return cutter.take();
}

}  // namespace herald::templates
