// OpenDocument text (OpenDocument 1.2, part 1, clauses 4 to 7): content.xml with the styles that it needs.
#include <algorithm>
#include <iterator>
#include <vector>

#include "core/reading/office/archive.hpp"
#include "core/reading/office/office.hpp"
#include "core/reading/office/open_styles.hpp"
#include "core/reading/office/properties.hpp"
#include "core/reading/office/word_styles.hpp"
#include "core/reading/office/xml.hpp"

namespace herald::reading {
namespace {

std::string_view last_step(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// styles.xml: nothing but styles.
class StylesReader final : public XmlHandler {
 public:
  explicit StylesReader(OpenStyles& styles) : styles_(styles) {}
  void start(std::string_view name, const XmlAttributes& attributes) override { styles_.start(name, attributes); }
  void end(std::string_view name) override { styles_.end(name); }
  void text(std::string_view) override {}

 private:
  OpenStyles& styles_;
};

class OpenDocumentReader final : public XmlHandler {
 public:
  OpenDocumentReader(OpenStyles& styles, std::uint64_t most_bytes)
      : styles_(styles), text_(most_bytes), note_text_(most_bytes) {}

  bool is_done() const override { return text_.is_full() || note_text_.is_full(); }
  bool is_text() const { return is_text_; }

  std::vector<OfficeBlock> take() {
    std::vector<OfficeBlock> blocks = text_.take();
    std::vector<OfficeBlock> notes = note_text_.take();
    std::move(notes.begin(), notes.end(), std::back_inserter(blocks));
    return blocks;
  }

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (!is_text_) {
      if (name == "office:text") is_text_ = true;
      return styles_.start(name, attributes);
    }
    if (skipped_ > 0 || is_skipped(name, attributes)) {
      ++skipped_;
      return;
    }
    if (name == "text:p" || name == "text:h") return begin_paragraph(name, attributes);
    if (name == "text:list") return begin_list(attributes);
    if (name == "text:note-body") in_note_ = true;
    if (name == "text:table-of-content") in_contents_ = true;
    if (name == "table:table") writer().begin_table();
    if (name == "table:table-row") writer().begin_row();
    if (name == "table:table-cell") writer().begin_cell();
    if (name == "draw:frame") frames_.emplace_back();
    if (name == "draw:image" && !frames_.empty() && frames_.back().name.empty())
      frames_.back().name = last_step(attributes.get("xlink:href"));
    if (name == "svg:title" || name == "svg:desc") description_.clear();
    is_described_ = name == "svg:title" || name == "svg:desc";
    if (!paragraphs_.empty()) start_inline(name, attributes);
  }

  void end(std::string_view name) override {
    if (!is_text_) return styles_.end(name);
    if (skipped_ > 0) {
      --skipped_;
      return;
    }
    if (name == "text:p" || name == "text:h") return end_paragraph();
    if (name == "text:list" && !lists_.empty()) lists_.pop_back();
    if (name == "text:note-body") in_note_ = false;
    if (name == "text:table-of-content") in_contents_ = false;
    if (name == "table:table-cell") writer().end_cell();
    if (name == "table:table-row") writer().end_row();
    if (name == "table:table") writer().end_table();
    if (name == "draw:frame") end_frame();
    if ((name == "svg:title" || name == "svg:desc") && !frames_.empty() && !description_.empty())
      frames_.back().description = description_;
    is_described_ = false;
    if (name == "text:span" && !paragraphs_.empty() && !paragraphs_.back().spans.empty())
      paragraphs_.back().spans.pop_back();
    if (name == "text:a" && !paragraphs_.empty()) paragraphs_.back().link.clear();
  }

  void text(std::string_view text) override {
    if (!is_text_ || skipped_ > 0) return;
    constexpr std::size_t longest_description = 2000;
    if (is_described_) {
      if (description_.size() < longest_description) description_.append(text);
    } else if (!paragraphs_.empty()) {
      add_text(text);
    }
  }

 private:
  struct Marks {
    bool bold = false;
    bool italic = false;
    bool hidden = false;
  };
  struct Paragraph {
    OfficeKind kind = OfficeKind::paragraph;
    std::uint8_t level = 0;
    std::string link;
    std::vector<Marks> spans;
    bool hidden = false;
  };
  struct List {
    std::string style;
  };
  struct Frame {
    std::string name;
    std::string description;
  };

  OfficeWriter& writer() { return in_note_ ? note_text_ : text_; }

  static bool is_skipped(std::string_view name, const XmlAttributes& attributes) {
    // Deleted text is kept in text:tracked-changes; inserted text stands where it is.
    static constexpr std::string_view never[] = {"text:tracked-changes",
                                                 "office:annotation",
                                                 "text:note-citation",
                                                 "text:ruby-text",
                                                 "text:placeholder",
                                                 "office:forms",
                                                 "text:script",
                                                 "office:binary-data",
                                                 "draw:object",
                                                 "draw:object-ole",
                                                 "text:sequence-decls",
                                                 "table:table-source",
                                                 "draw:glue-point",
                                                 "table:shapes",
                                                 "office:annotation-end",
                                                 "text:variable-decls",
                                                 "text:user-field-decls",
                                                 "text:index-title-template",
                                                 "text:table-of-content-source"};
    if (std::find(std::begin(never), std::end(never), name) != std::end(never)) return true;
    if (name == "text:section") return attributes.get("text:display") == "none";
    if (name == "text:hidden-text") return attributes.get("text:is-hidden") != "false";
    return false;
  }

  void begin_paragraph(std::string_view name, const XmlAttributes& attributes) {
    const OpenStyle& style = styles_.style("paragraph", attributes.get("text:style-name"));
    Paragraph paragraph;
    paragraph.kind = style.kind;
    paragraph.level = style.level;
    paragraph.hidden = style.hidden.value_or(false);
    if (name == "text:h" && style.kind != OfficeKind::title && style.kind != OfficeKind::subtitle) {
      paragraph.kind = OfficeKind::heading;
      paragraph.level = std::max<std::uint8_t>(1, small_number(attributes.get("text:outline-level")).value_or(1));
    }
    paragraphs_.push_back(std::move(paragraph));
    writer().begin_paragraph();
  }

  void end_paragraph() {
    if (paragraphs_.empty()) return;
    const Paragraph paragraph = std::move(paragraphs_.back());
    paragraphs_.pop_back();
    if (in_contents_) return writer().end_paragraph(OfficeKind::contents);
    if (paragraph.kind != OfficeKind::paragraph || lists_.empty())
      return writer().end_paragraph(paragraph.kind, paragraph.level);
    constexpr std::size_t deepest = 9;
    const auto level = static_cast<std::uint8_t>(std::min(lists_.size(), deepest));
    writer().end_paragraph(OfficeKind::list_item, level, styles_.is_ordered(lists_.back().style, level), list_count_);
  }

  /// A list in a list has the style of the outer one where it names none.
  void begin_list(const XmlAttributes& attributes) {
    const std::string_view style = attributes.get("text:style-name");
    if (lists_.empty()) ++list_count_;
    lists_.push_back({style.empty() && !lists_.empty() ? lists_.back().style : std::string(style)});
  }

  void end_frame() {
    if (frames_.empty()) return;
    const Frame frame = std::move(frames_.back());
    frames_.pop_back();
    if (paragraphs_.empty() || !is_hidden()) writer().add_picture(frame.name, frame.description);
  }

  void start_inline(std::string_view name, const XmlAttributes& attributes) {
    Paragraph& paragraph = paragraphs_.back();
    if (name == "text:span") {
      const OpenStyle& style = styles_.style("text", attributes.get("text:style-name"));
      Marks marks = paragraph.spans.empty() ? Marks{} : paragraph.spans.back();
      marks.bold = style.bold.value_or(marks.bold);
      marks.italic = style.italic.value_or(marks.italic);
      marks.hidden = style.hidden.value_or(marks.hidden);
      paragraph.spans.push_back(marks);
    }
    if (name == "text:a") {
      const std::string_view target = attributes.get("xlink:href");
      paragraph.link = target.starts_with('#') ? std::string_view() : target;
    }
    if (name == "text:hidden-paragraph" && attributes.get("text:is-hidden") != "false") paragraph.hidden = true;
    if (is_hidden()) return;
    if (name == "text:line-break") writer().add_break();
    if (name == "text:s" || name == "text:tab") add_text(name == "text:tab" ? "\t" : " ");
  }

  bool is_hidden() const {
    const Paragraph& paragraph = paragraphs_.back();
    return paragraph.hidden || (!paragraph.spans.empty() && paragraph.spans.back().hidden);
  }

  void add_text(std::string_view text) {
    if (is_hidden()) return;
    const Paragraph& paragraph = paragraphs_.back();
    const Marks marks = paragraph.spans.empty() ? Marks{} : paragraph.spans.back();
    writer().add_text(text, {marks.bold, marks.italic, paragraph.link});
  }

  OpenStyles& styles_;
  OfficeWriter text_;
  OfficeWriter note_text_;
  std::vector<Paragraph> paragraphs_;
  std::vector<List> lists_;
  std::vector<Frame> frames_;
  std::string description_;
  std::uint32_t list_count_ = 0;
  int skipped_ = 0;
  bool is_text_ = false;
  bool is_described_ = false;
  bool in_note_ = false;
  bool in_contents_ = false;
};

}  // namespace

Result<OfficeContent> read_open_document(Archive& archive, std::uint64_t most_bytes) {
  constexpr std::string_view manifest_part = "META-INF/manifest.xml";
  if (archive.has(manifest_part)) {
    const Result<std::string> manifest = archive.read(manifest_part);
    if (!manifest) return manifest.error();
    if (manifest->find("encryption-data") != std::string::npos) {
      return Failure{ErrorCode::input_invalid,
                     "the document is protected by a password",
                     "open it with the password and save it without one",
                     {}};
    }
  }
  OfficeContent content;
  if (archive.has("meta.xml")) {
    if (const Result<std::string> meta = archive.read("meta.xml")) read_properties(*meta, content);
  }
  OpenStyles styles;
  if (archive.has("styles.xml")) {
    const Result<std::string> xml = archive.read("styles.xml");
    if (!xml) return xml.error();
    StylesReader reader(styles);
    if (Result<void> parsed = parse_xml(*xml, "styles.xml", reader); !parsed) return parsed.error();
  }
  const Result<std::string> xml = archive.read("content.xml");
  if (!xml) return xml.error();
  OpenDocumentReader reader(styles, most_bytes);
  if (Result<void> parsed = parse_xml(*xml, "content.xml", reader); !parsed) return parsed.error();
  if (!reader.is_text()) {
    return Failure{ErrorCode::input_invalid,
                   "the part \"content.xml\" is no document of a word processor",
                   "open it in an office program and save it anew as .docx, .odt or text",
                   {}};
  }
  content.too_long = reader.is_done();
  content.blocks = reader.take();
  return content;
}

}  // namespace herald::reading
