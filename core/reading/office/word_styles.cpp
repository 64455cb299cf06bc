// Built-in styles are known by their names, which are English in every language's Word; their ids are not
// ("berschrift1").
#include "core/reading/office/word_styles.hpp"

#include <algorithm>

#include "core/language/text.hpp"
#include "core/reading/office/xml.hpp"

namespace herald::reading {
namespace {

// Styles are based on each other three deep; a file that goes further, or in a circle, is left there.
constexpr int longest_inheritance = 20;
constexpr std::uint8_t body_outline_level = 9;

struct NamedKind {
  OfficeKind kind = OfficeKind::paragraph;
  std::uint8_t level = 0;
};

std::optional<NamedKind> kind_by_name(const std::string& written) {
  const std::string name = language::fold_case(written);
  if (name == "title") return NamedKind{OfficeKind::title, 0};
  if (name == "subtitle") return NamedKind{OfficeKind::subtitle, 0};
  if (name == "quote" || name == "intense quote") return NamedKind{OfficeKind::quote, 0};
  if (name == "caption") return NamedKind{OfficeKind::caption, 0};
  if (name.starts_with("toc ")) return NamedKind{OfficeKind::contents, 0};
  if (name.size() == 9 && name.starts_with("heading ") && name[8] >= '1' && name[8] <= '9')
    return NamedKind{OfficeKind::heading, static_cast<std::uint8_t>(name[8] - '0')};
  return std::nullopt;
}

template <typename T>
void inherit(std::optional<T>& value, const std::optional<T>& from) {
  if (!value) value = from;
}

}  // namespace

bool is_on(std::string_view value) { return value != "0" && value != "false" && value != "off"; }

std::optional<std::uint8_t> small_number(std::string_view text) {
  if (text.empty() || text.size() > 2) return std::nullopt;
  std::uint8_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = static_cast<std::uint8_t>(number * 10 + (c - '0'));
  }
  return number;
}

class WordStylesReader final : public XmlHandler {
 public:
  explicit WordStylesReader(WordStyles& styles) : styles_(styles) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "w:style") {
      style_ = &styles_.written_[std::string(attributes.get("w:styleId"))];
      return;
    }
    if (style_ == nullptr) return;
    const std::string_view value = attributes.get("w:val");
    // What only part of a table has.
    if (name == "w:tblStylePr") {
      style_ = nullptr;
    } else if (name == "w:name") {
      style_->name = value;
    } else if (name == "w:basedOn") {
      style_->based_on = value;
    } else if (name == "w:outlineLvl") {
      style_->outline_level = small_number(value);
    } else if (name == "w:numId") {
      style_->numbering = std::string(value);
    } else if (name == "w:ilvl") {
      style_->numbering_level = small_number(value).value_or(0);
    } else if (name == "w:b") {
      style_->bold = is_on(value);
    } else if (name == "w:i") {
      style_->italic = is_on(value);
    } else if (name == "w:vanish") {
      style_->hidden = is_on(value);
    }
  }
  void end(std::string_view name) override {
    if (name == "w:style") style_ = nullptr;
  }
  void text(std::string_view) override {}

 private:
  WordStyles& styles_;
  WordStyles::Written* style_ = nullptr;
};

class WordNumberingReader final : public XmlHandler {
 public:
  explicit WordNumberingReader(WordStyles& styles) : styles_(styles) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    const std::string_view value = attributes.get("w:val");
    if (name == "w:abstractNum") {
      abstract_ = &styles_.abstract_[std::string(attributes.get("w:abstractNumId"))];
    } else if (name == "w:num") {
      number_ = &styles_.numberings_[std::string(attributes.get("w:numId"))];
    } else if (name == "w:abstractNumId" && number_ != nullptr) {
      number_->abstract = value;
    } else if (name == "w:numStyleLink" && abstract_ != nullptr) {
      abstract_->style = value;
    } else if (name == "w:lvl") {
      level_ = small_number(attributes.get("w:ilvl")).value_or(0);
    } else if (name == "w:numFmt") {
      const WordNumbering kind = value == "none"     ? WordNumbering::none
                                 : value == "bullet" ? WordNumbering::bullets
                                                     : WordNumbering::numbers;
      if (number_ != nullptr)
        number_->overridden[level_] = kind;
      else if (abstract_ != nullptr)
        abstract_->levels[level_] = kind;
    }
  }
  void end(std::string_view name) override {
    if (name == "w:abstractNum") abstract_ = nullptr;
    if (name == "w:num") number_ = nullptr;
  }
  void text(std::string_view) override {}

 private:
  WordStyles& styles_;
  WordStyles::AbstractNumbering* abstract_ = nullptr;
  WordStyles::Numbering* number_ = nullptr;
  std::uint8_t level_ = 0;
};

Result<void> WordStyles::read(Archive& archive, const std::string& styles_part, const std::string& numbering_part) {
  const auto read_part = [&](const std::string& part, XmlHandler& handler) -> Result<void> {
    if (!archive.has(part)) return {};
    const Result<std::string> xml = archive.read(part);
    if (!xml) return xml.error();
    return parse_xml(*xml, part, handler);
  };
  WordStylesReader styles_reader(*this);
  if (Result<void> read = read_part(styles_part, styles_reader); !read) return read;
  WordNumberingReader numbering_reader(*this);
  return read_part(numbering_part, numbering_reader);
}

WordStyle WordStyles::resolve(const std::string& id) const {
  WordStyle style;
  std::optional<NamedKind> kind;
  std::optional<std::uint8_t> outline_level;
  std::optional<std::string> numbering;
  auto found = written_.find(id);
  for (int depth = 0; depth < longest_inheritance && found != written_.end(); ++depth) {
    const Written& written = found->second;
    // A style's own outline level comes before the kind of the one that it is based on.
    if (!kind && !outline_level) {
      outline_level = written.outline_level;
      kind = kind_by_name(written.name);
    }
    if (!numbering && written.numbering) {
      numbering = written.numbering;
      style.numbering_level = written.numbering_level;
    }
    inherit(style.bold, written.bold);
    inherit(style.italic, written.italic);
    inherit(style.hidden, written.hidden);
    found = written_.find(written.based_on);
  }
  if (kind) {
    style.kind = kind->kind;
    style.level = kind->level;
  } else if (outline_level && *outline_level < body_outline_level) {
    style.kind = OfficeKind::heading;
    style.level = static_cast<std::uint8_t>(*outline_level + 1);
  }
  if (numbering && *numbering != "0") style.numbering = *numbering;
  return style;
}

const WordStyle& WordStyles::style(std::string_view id) const {
  const auto known = resolved_.find(id);
  if (known != resolved_.end()) return known->second;
  // Ids that no style has are resolved as one, or a file could fill the memory with them.
  if (!id.empty() && written_.find(id) == written_.end()) return style({});
  return resolved_.emplace(std::string(id), resolve(std::string(id))).first->second;
}

WordNumbering WordStyles::numbering(std::string_view id, std::uint8_t level) const {
  const auto found = numberings_.find(id);
  if (found == numberings_.end()) return WordNumbering::none;
  const auto overridden = found->second.overridden.find(level);
  if (overridden != found->second.overridden.end()) return overridden->second;
  auto abstract = abstract_.find(found->second.abstract);
  if (abstract != abstract_.end() && abstract->second.levels.empty() && !abstract->second.style.empty()) {
    const auto linked = numberings_.find(style(abstract->second.style).numbering);
    if (linked != numberings_.end()) abstract = abstract_.find(linked->second.abstract);
  }
  if (abstract == abstract_.end()) return WordNumbering::none;
  const auto kind = abstract->second.levels.find(level);
  // A level without a format counts in numbers (clause 17.9.17).
  return kind == abstract->second.levels.end() ? WordNumbering::numbers : kind->second;
}

}  // namespace herald::reading
