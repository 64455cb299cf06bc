// Common styles are known by their names, which are English whatever the program's language; a character that a
// name may not have is written "_20_". Automatic styles ("P3") have a common one as their parent.
#include "core/reading/office/open_styles.hpp"

#include <utility>

#include "core/reading/office/word_styles.hpp"

namespace herald::reading {
namespace {

// As in word_styles.cpp.
constexpr int longest_inheritance = 20;

struct NamedKind {
  OfficeKind kind = OfficeKind::paragraph;
  std::uint8_t level = 0;
};

std::optional<NamedKind> kind_by_name(std::string_view name) {
  constexpr std::string_view heading = "Heading_20_";
  if (name == "Title") return NamedKind{OfficeKind::title, 0};
  if (name == "Subtitle") return NamedKind{OfficeKind::subtitle, 0};
  if (name == "Quotations" || name == "Quote") return NamedKind{OfficeKind::quote, 0};
  if (name == "Caption" || name == "caption") return NamedKind{OfficeKind::caption, 0};
  if (name.starts_with("Contents_20_")) return NamedKind{OfficeKind::contents, 0};
  if (name.starts_with(heading)) {
    const auto level = small_number(name.substr(heading.size()));
    if (level && *level >= 1) return NamedKind{OfficeKind::heading, *level};
  }
  return std::nullopt;
}

std::string key_of(std::string_view family, std::string_view name) {
  return std::string(family).append(1, '/').append(name);
}

}  // namespace

void OpenStyles::start(std::string_view name, const XmlAttributes& attributes) {
  if (name == "style:style") {
    Written& style = written_[key_of(attributes.get("style:family"), attributes.get("style:name"))];
    style = {};
    style.parent = attributes.get("style:parent-style-name");
    style.outline_level = small_number(attributes.get("style:default-outline-level")).value_or(0);
    open_ = &style;
  } else if (name == "style:text-properties" && open_ != nullptr) {
    const std::string_view weight = attributes.get("fo:font-weight");
    if (!weight.empty()) open_->bold = weight == "bold" || (weight.size() == 3 && weight >= "600");
    const std::string_view slant = attributes.get("fo:font-style");
    if (!slant.empty()) open_->italic = slant != "normal";
    const std::string_view display = attributes.get("text:display");
    if (!display.empty()) open_->hidden = display == "none";
  } else if (name == "text:list-style") {
    list_ = attributes.get("style:name");
  } else if (name == "text:list-level-style-number" && !list_.empty() && !attributes.get("style:num-format").empty()) {
    ordered_.emplace(list_, small_number(attributes.get("text:level")).value_or(1));
  }
}

void OpenStyles::end(std::string_view name) {
  if (name == "style:style") open_ = nullptr;
  if (name == "text:list-style") list_.clear();
}

OpenStyle OpenStyles::resolve(const std::string& family, std::string name) const {
  OpenStyle style;
  bool named = false;
  for (int depth = 0; depth < longest_inheritance && !name.empty(); ++depth) {
    if (!named) {
      if (const auto kind = kind_by_name(name)) {
        style.kind = kind->kind;
        style.level = kind->level;
        named = true;
      }
    }
    const auto found = written_.find(key_of(family, name));
    if (found == written_.end()) break;
    const Written& written = found->second;
    if (!named && written.outline_level > 0) {
      style.kind = OfficeKind::heading;
      style.level = written.outline_level;
      named = true;
    }
    if (!style.bold) style.bold = written.bold;
    if (!style.italic) style.italic = written.italic;
    if (!style.hidden) style.hidden = written.hidden;
    name = written.parent;
  }
  return style;
}

const OpenStyle& OpenStyles::style(std::string_view family, std::string_view name) const {
  const std::string key = key_of(family, name);
  const auto known = resolved_.find(key);
  if (known != resolved_.end()) return known->second;
  // Names that no style has, the well-known ones aside, are resolved as one, or a file could fill the memory.
  if (!name.empty() && written_.find(key) == written_.end() && !kind_by_name(name)) return style(family, {});
  return resolved_.emplace(key, resolve(std::string(family), std::string(name))).first->second;
}

bool OpenStyles::is_ordered(std::string_view list_style, std::uint8_t level) const {
  return ordered_.find({std::string(list_style), level}) != ordered_.end();
}

}  // namespace herald::reading
