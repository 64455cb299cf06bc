// How deep a tag-soup page nests is known only by parsing it, which is what is to be bounded. So the number of open
// elements is estimated from above: a start tag always counts, an end tag only where the standard leaves no doubt
// that it closes its element (HTML Living Standard, 13.2.6.4.7: nothing between the two hides it from scope, no
// formatting element that would be opened again). Where it is doubtful what is a tag at all (13.2.5.4 to 13.2.5.31,
// 13.2.6.5: scripts within comments within scripts, style within SVG), every "<" with a letter counts from there on.
#include "core/reading/html/depth.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace herald::reading {
namespace {

// Pages of content systems nest some forty elements.
constexpr std::size_t deepest = 400;
constexpr std::size_t least_depth = 50;
constexpr std::size_t most_work = 200'000'000;  // tags times open elements: about a second
constexpr std::size_t most_attributes = 200;
constexpr std::size_t npos = std::string_view::npos;

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Never open for long: void elements, and those that the next of their kind, or their parent, closes.
constexpr std::array<std::string_view, 28> passing = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link",  "meta",   "param", "source", "track", "wbr",
    "p",    "li",   "dt", "dd",  "tr",    "td", "th",  "tbody", "thead", "option", "tfoot", "html",   "body",  "head"};

/// Closed together with the element around them, and not opened again.
constexpr std::array<std::string_view, 25> plain = {
    "div", "span", "section", "article", "main",   "header",  "footer",    "nav", "aside",
    "ul",  "ol",   "dl",      "center",  "figure", "address", "h1",        "h2",  "h3",
    "h4",  "h5",   "h6",      "label",   "abbr",   "time",    "figcaption"};

/// Their content is text, not tags.
constexpr std::array<std::string_view, 9> of_text = {"script", "style",   "textarea", "title",    "xmp",
                                                     "iframe", "noembed", "noframes", "plaintext"};

/// Drawings: as long as nothing but these stands in an <svg>, "/>" closes and </svg> ends it (13.2.6.5).
constexpr std::array<std::string_view, 22> drawing = {
    "path",   "rect",   "circle", "ellipse",  "line",    "polygon",        "polyline",       "g",      "use",  "defs",
    "stop",   "mask",   "symbol", "clippath", "pattern", "lineargradient", "radialgradient", "filter", "text", "tspan",
    "marker", "animate"};

bool is_plain(std::string_view name) { return is_one_of(name, plain); }

std::string lower_name(std::string_view source, std::size_t begin) {
  std::string name;
  for (std::size_t at = begin; at < source.size(); ++at) {
    const char c = source[at];
    if (is_space(c) || c == '/' || c == '>') break;
    name += lower(c);
  }
  return name;
}

/// Finds "</name" in any case.
std::size_t find_end_tag(std::string_view source, std::string_view name, std::size_t from) {
  for (std::size_t at = source.find("</", from); at != npos; at = source.find("</", at + 2)) {
    if (lower_name(source, at + 2) == name) return at;
  }
  return npos;
}

struct TagEnd {
  std::size_t end = 0;  // behind the ">"
  std::size_t attributes = 0;
};

/// Behind the comment that begins at `at`; "<!-->" is a whole one.
std::size_t comment_end(std::string_view source, std::size_t at) {
  for (std::size_t dashes = source.find("--", at + 2); dashes != npos; dashes = source.find("--", dashes + 1)) {
    const std::string_view rest = source.substr(dashes + 2);
    if (rest.starts_with(">")) return dashes + 3;
    if (rest.starts_with("!>") && dashes >= at + 4) return dashes + 4;
  }
  return source.size();
}

/// Where a tag ends: quotes count only behind "=" (13.2.5.32 to 13.2.5.40).
TagEnd read_tag(std::string_view source, std::size_t at) {
  TagEnd tag;
  while (at < source.size() && !is_space(source[at]) && source[at] != '/' && source[at] != '>') ++at;
  while (at < source.size() && source[at] != '>') {
    if (is_space(source[at]) || source[at] == '/') {
      ++at;
      continue;
    }
    ++tag.attributes;
    ++at;  // a "=" at the head of a name is part of it
    while (at < source.size() && !is_space(source[at]) && source[at] != '/' && source[at] != '>' && source[at] != '=')
      ++at;
    std::size_t value = at;
    while (value < source.size() && is_space(source[value])) ++value;
    if (value >= source.size() || source[value] != '=') continue;
    at = value + 1;
    while (at < source.size() && is_space(source[at])) ++at;
    if (at >= source.size()) break;
    if (source[at] == '"' || source[at] == '\'') {
      at = std::min(source.find(source[at], at + 1), source.size() - 1) + 1;
    } else {
      while (at < source.size() && !is_space(source[at]) && source[at] != '>') ++at;
    }
  }
  tag.end = std::min(at + 1, source.size());
  return tag;
}

class Bounder {
 public:
  explicit Bounder(std::string_view source) : source_(source) {
    const auto tags = static_cast<std::size_t>(std::count(source.begin(), source.end(), '<'));
    limit_ = std::clamp(most_work / (tags + 1), least_depth, deepest);
  }

  std::string run() {
    for (std::size_t at = source_.find('<'); at != npos; at = source_.find('<', at)) at = pass(at);
    return std::move(bounded_);
  }

 private:
  /// Handles what begins with the "<" at `at`; gives back where to go on.
  std::size_t pass(std::size_t at) {
    const std::string_view rest = source_.substr(at);
    if (rest.starts_with("</") && rest.size() > 2 && is_letter(rest[2])) return pass_end_tag(at);
    if (rest.size() > 1 && is_letter(rest[1])) return pass_start_tag(at);
    if (doubtful_) return at + 1;
    if (rest.starts_with("<!--")) return comment_end(source_, at);
    if (rest.starts_with("<![CDATA[")) doubtful_ = is_foreign() || doubtful_;
    if (rest.starts_with("<!") || rest.starts_with("<?") || rest.starts_with("</"))
      return std::min(source_.find('>', at), source_.size() - 1) + 1;
    return at + 1;
  }

  std::size_t pass_start_tag(std::size_t at) {
    if (doubtful_) {
      if (++doubtful_tags_ + open_.size() > limit_) blank(at, at + 1);
      return at + 1;
    }
    const std::string name = lower_name(source_, at + 1);
    const TagEnd tag = read_tag(source_, at + 1);
    if (tag.attributes > most_attributes) blank(at + 1 + name.size(), tag.end - 1);
    note_foreign(name);
    if (is_one_of(name, passing)) return tag.end;
    if (is_foreign() && only_drawing_ && source_[tag.end - 2] == '/' && source_[tag.end - 1] == '>') return tag.end;
    if (open_.size() >= limit_) {
      blank(at, tag.end);
      ++left_out_;
      return tag.end;
    }
    if (is_one_of(name, of_text)) return pass_text(name, tag.end);
    if (name == "svg" || name == "math") ++foreign_;
    open_.push_back(name);
    return tag.end;
  }

  /// The content of a script, style, title: text up to the end tag, unless it is doubtful that it is text.
  std::size_t pass_text(const std::string& name, std::size_t begin) {
    const std::size_t end = find_end_tag(source_, name, begin);
    const std::string_view text = source_.substr(begin, std::min(end, source_.size()) - begin);
    const std::size_t comment = text.find("<!--");
    const bool nested_script = name == "script" && comment != npos;
    if (text.find('<') != npos && (is_foreign() || nested_script || end == npos)) {
      open_.push_back(name);
      doubtful_ = true;
      return begin;
    }
    return end == npos ? source_.size() : read_tag(source_, end + 2).end;
  }

  std::size_t pass_end_tag(std::size_t at) {
    if (doubtful_) return at + 2;
    const std::string name = lower_name(source_, at + 2);
    const TagEnd tag = read_tag(source_, at + 2);
    if (tag.attributes > most_attributes) blank(at + 2 + name.size(), tag.end - 1);
    if (is_one_of(name, passing)) {
      only_drawing_ = false;
      return tag.end;
    }
    if (left_out_ > 0) {
      blank(at, tag.end);
      --left_out_;
      return tag.end;
    }
    std::size_t depth = open_.size();
    const bool ends_drawing = name == "svg" && foreign_ == 1 && only_drawing_;
    while (depth > 0 && open_[depth - 1] != name && (ends_drawing || (is_plain(name) && is_plain(open_[depth - 1]))))
      --depth;
    if (depth == 0 || open_[depth - 1] != name) return tag.end;
    if (name == "svg" || name == "math") --foreign_;
    open_.resize(depth - 1);
    return tag.end;
  }

  bool is_foreign() const { return foreign_ > 0; }

  void note_foreign(std::string_view name) {
    if (name == "svg" && foreign_ == 0)
      only_drawing_ = true;
    else if (!is_one_of(name, drawing) && name != "title" && name != "style")
      only_drawing_ = false;
  }

  void blank(std::size_t begin, std::size_t end) {
    if (bounded_.empty()) bounded_ = source_;
    std::fill(bounded_.begin() + static_cast<std::ptrdiff_t>(begin),
              bounded_.begin() + static_cast<std::ptrdiff_t>(end), ' ');
  }

  std::string_view source_;
  std::string bounded_;
  std::vector<std::string> open_;
  std::size_t limit_ = deepest;
  std::size_t foreign_ = 0;
  std::size_t left_out_ = 0;  // of the open ones, those in place of whose tags white space stands
  std::size_t doubtful_tags_ = 0;
  bool only_drawing_ = false;
  bool doubtful_ = false;
};

}  // namespace

std::string bound_depth(std::string_view source) { return Bounder(source).run(); }

}  // namespace herald::reading
