// WordprocessingML (ISO/IEC 29500-1, clause 17), transitional and strict: the document part and its notes.
#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "core/language/text.hpp"
#include "core/reading/office/office.hpp"
#include "core/reading/office/package.hpp"
#include "core/reading/office/properties.hpp"
#include "core/reading/office/word_styles.hpp"
#include "core/reading/office/xml.hpp"

namespace herald::reading {
namespace {

/// The address in a field's code: HYPERLINK "https://…" (clause 17.16.5.25); "" for other fields and for places
/// within the document.
std::string link_of_field(std::string_view code) {
  code = language::trim(code);
  if (!language::fold_case(code.substr(0, 9)).starts_with("hyperlink")) return {};
  const std::size_t open = code.find('"');
  if (open == std::string_view::npos || code.substr(0, open).find("\\l") != std::string_view::npos) return {};
  const std::size_t close = code.find('"', open + 1);
  return close == std::string_view::npos ? std::string() : std::string(code.substr(open + 1, close - open - 1));
}

std::string_view last_step(std::string_view path) { return path.substr(path.rfind('/') + 1); }

class WordReader final : public XmlHandler {
 public:
  WordReader(const WordStyles& styles, const Relationships& relationships, OfficeWriter& writer)
      : styles_(styles), relationships_(relationships), writer_(writer) {}

  /// The notes that the text refers to, in its order: "footnote" or "endnote", and the id.
  const std::vector<std::pair<std::string, std::string>>& references() const { return references_; }
  /// Of a part of notes: the blocks by the note's id.
  std::map<std::string, std::vector<OfficeBlock>>& notes() { return notes_; }
  bool is_document() const { return is_document_; }

  bool is_done() const override { return writer_.is_full(); }

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (skipped_ > 0 || is_skipped(name, attributes)) {
      ++skipped_;
      return;
    }
    elements_.emplace_back(name);
    if (!name.starts_with("w:"))
      start_foreign(name, attributes);
    else if (!paragraphs_.empty() && start_property(name, attributes))
      return;
    else
      start_word(name, attributes);
  }

  void end(std::string_view name) override {
    if (skipped_ > 0) {
      --skipped_;
      return;
    }
    elements_.pop_back();
    if (name == "w:p") return end_paragraph();
    if (name == "w:t" || name == "m:t") in_text_ = false;
    if (name == "w:instrText") in_code_ = false;
    if ((name == "w:hyperlink" || name == "w:fldSimple") && !paragraphs_.empty()) paragraphs_.back().link.clear();
    if (name == "w:tc") writer_.end_cell();
    if (name == "w:tr") end_row();
    if (name == "w:tbl") writer_.end_table();
    if (name == "w:sdt" && !placeholders_.empty()) placeholders_.pop_back();
    if (name == "mc:AlternateContent" && !alternatives_.empty()) alternatives_.pop_back();
    if (name == "w:footnote" || name == "w:endnote") notes_[note_] = writer_.take();
  }

  void text(std::string_view text) override {
    if (skipped_ > 0 || paragraphs_.empty()) return;
    constexpr std::size_t longest_code = 4096;
    if (in_code_ && !fields_.empty() && fields_.back().code.size() < longest_code) fields_.back().code.append(text);
    if (in_text_) add_text(text);
  }

 private:
  struct Paragraph {
    std::string style;
    std::string numbering;
    bool has_numbering = false;
    std::uint8_t numbering_level = 0;
    int outline_level = -1;
    bool is_mark_deleted = false;
    std::string link;
    WordStyle run;  // of the open run
  };
  struct Field {
    std::string code;
    std::string link;
    bool in_result = false;
  };

  std::string_view parent() const {
    return elements_.size() < 2 ? std::string_view() : elements_[elements_.size() - 2];
  }
  bool is_inside(std::string_view name) const { return !elements_.empty() && elements_.back() == name; }

  /// Elements whose whole content is left out. The element is not yet on the stack.
  bool is_skipped(std::string_view name, const XmlAttributes& attributes) {
    static constexpr std::string_view never[] = {
        "w:pPrChange", "w:rPrChange", "w:tblPrChange", "w:trPrChange",   "w:tcPrChange", "w:sectPrChange", "w:sectPr",
        "w:moveFrom",  "w:delText",   "w:rt",          "w:delInstrText", "w:tblPr",      "w:tblGrid",      "w:tcPr"};
    if (std::find(std::begin(never), std::end(never), name) != std::end(never)) return true;
    // In properties w:del says that the mark or the row is deleted; elsewhere it holds what is.
    if (name == "w:del") return !is_inside("w:rPr") && !is_inside("w:trPr");
    if (is_inside("mc:AlternateContent")) {
      const bool taken = alternatives_.back();
      alternatives_.back() = true;
      return taken;
    }
    // "Click here to enter text."
    if (name == "w:sdtContent") return !placeholders_.empty() && placeholders_.back();
    if (name == "w:footnote" || name == "w:endnote") {
      const std::string_view type = attributes.get("w:type");
      return !type.empty() && type != "normal";  // the lines between text and notes
    }
    const bool holds_drawing = name == "w:drawing" || name == "w:pict" || name == "w:object";
    return holds_drawing && !paragraphs_.empty() && is_hidden();
  }

  /// What stands in w:pPr and w:rPr.
  bool start_property(std::string_view name, const XmlAttributes& attributes) {
    Paragraph& paragraph = paragraphs_.back();
    const std::string_view value = attributes.get("w:val");
    if (parent() == "w:pPr" || parent() == "w:numPr") {
      if (name == "w:pStyle") paragraph.style = value;
      if (name == "w:outlineLvl") paragraph.outline_level = small_number(value).value_or(9);
      if (name == "w:ilvl") paragraph.numbering_level = small_number(value).value_or(0);
      if (name == "w:numId") {
        paragraph.numbering = value;
        paragraph.has_numbering = true;
      }
      return true;
    }
    if (parent() != "w:rPr") return false;
    if (elements_.size() >= 3 && elements_[elements_.size() - 3] == "w:pPr") {
      if (name == "w:del") paragraph.is_mark_deleted = true;
      return true;
    }
    if (elements_.size() < 3 || elements_[elements_.size() - 3] != "w:r") return true;
    if (name == "w:rStyle") {
      const WordStyle& style = styles_.style(value);
      if (!paragraph.run.bold) paragraph.run.bold = style.bold;
      if (!paragraph.run.italic) paragraph.run.italic = style.italic;
      if (!paragraph.run.hidden) paragraph.run.hidden = style.hidden;
    }
    if (name == "w:b") paragraph.run.bold = is_on(value);
    if (name == "w:i") paragraph.run.italic = is_on(value);
    if (name == "w:vanish") paragraph.run.hidden = is_on(value);
    return true;
  }

  void start_word(std::string_view name, const XmlAttributes& attributes) {
    if (name == "w:document") is_document_ = true;
    if (name == "w:footnote" || name == "w:endnote") note_ = attributes.get("w:id");
    if (name == "w:p") return begin_paragraph();
    if (name == "w:tbl") writer_.begin_table();
    if (name == "w:tr") begin_row();
    if (name == "w:tc") writer_.begin_cell();
    if (name == "w:del" && parent() == "w:trPr" && !rows_deleted_.empty()) rows_deleted_.back() = true;
    if (name == "w:sdt") placeholders_.push_back(false);
    if (name == "w:showingPlcHdr" && parent() == "w:sdtPr" && !placeholders_.empty())
      placeholders_.back() = is_on(attributes.get("w:val"));
    if (!paragraphs_.empty()) start_inline(name, attributes);
  }

  void start_inline(std::string_view name, const XmlAttributes& attributes) {
    Paragraph& paragraph = paragraphs_.back();
    if (name == "w:r") paragraph.run = {};
    if (name == "w:drawing" || name == "w:pict") description_.clear();
    if (name == "w:hyperlink") {
      const auto found = relationships_.find(attributes.get("r:id"));
      paragraph.link = found != relationships_.end() && found->second.external ? found->second.target : std::string();
    }
    if (name == "w:fldSimple") paragraph.link = link_of_field(attributes.get("w:instr"));
    if (name == "w:fldChar") return change_field(attributes.get("w:fldCharType"));
    if (name == "w:instrText") in_code_ = true;
    if (name == "w:t") in_text_ = true;
    if (name == "w:footnoteReference" || name == "w:endnoteReference") add_reference(name, attributes.get("w:id"));
    // "w:tab" is also a tab stop among the properties.
    if (parent() != "w:r" || is_hidden()) return;
    if (name == "w:tab" || name == "w:ptab") add_text("\t");
    if (name == "w:noBreakHyphen") add_text("\u2011");
    if (name == "w:sym") add_text(" ");  // a picture out of a font, which no text has
    if (name == "w:cr") writer_.add_break();
    if (name == "w:br") {
      const std::string_view type = attributes.get("w:type");
      if (type.empty() || type == "textWrapping")
        writer_.add_break();
      else
        writer_.add_page_break();
    }
  }

  void start_foreign(std::string_view name, const XmlAttributes& attributes) {
    if (name == "mc:AlternateContent") alternatives_.push_back(false);
    if (name == "m:t") in_text_ = true;
    if (name == "wp:docPr" || name == "pic:cNvPr") {
      const std::string_view description = attributes.get("descr");
      if (!description.empty()) description_ = description;
    }
    if (name == "a:blip") {
      const std::string_view id = attributes.get("r:embed");
      add_picture(id.empty() ? attributes.get("r:link") : id);
    }
    if (name == "v:shape") description_ = attributes.get("alt");
    if (name == "v:imagedata") add_picture(attributes.get("r:id"));
  }

  bool is_hidden() const {
    const Paragraph& paragraph = paragraphs_.back();
    return paragraph.run.hidden.value_or(styles_.style(paragraph.style).hidden.value_or(false));
  }

  void add_text(std::string_view text) {
    if (is_hidden()) return;
    const auto in_code = [](const Field& field) { return !field.in_result; };
    if (std::any_of(fields_.begin(), fields_.end(), in_code)) return;
    const Paragraph& paragraph = paragraphs_.back();
    OfficeMarks marks{paragraph.run.bold.value_or(false), paragraph.run.italic.value_or(false), paragraph.link};
    for (const Field& field : fields_) {
      if (!field.link.empty()) marks.link = field.link;
    }
    writer_.add_text(text, marks);
  }

  void add_picture(std::string_view id) {
    const auto found = relationships_.find(id);
    if (found == relationships_.end()) return;
    std::string_view name = found->second.target;
    name = last_step(name.substr(0, name.find_first_of("?#")));
    writer_.add_picture(name, description_);
    description_.clear();
  }

  void add_reference(std::string_view element, std::string_view id) {
    references_.emplace_back(element.substr(2, element.find("Reference") - 2), id);
  }

  /// Fields nest; the code of one ends where its result begins.
  void change_field(std::string_view type) {
    constexpr std::size_t deepest = 20;
    if (type == "begin" && fields_.size() < deepest) fields_.emplace_back();
    if (fields_.empty()) return;
    if (type == "separate") {
      fields_.back().in_result = true;
      fields_.back().link = link_of_field(fields_.back().code);
    }
    if (type == "end") fields_.pop_back();
  }

  void begin_paragraph() {
    paragraphs_.emplace_back();
    writer_.begin_paragraph();
  }

  void end_paragraph() {
    if (paragraphs_.empty()) return;
    const Paragraph paragraph = std::move(paragraphs_.back());
    paragraphs_.pop_back();
    // Codes end within their paragraph; one that does not is damaged, and would swallow the rest of the text.
    std::erase_if(fields_, [](const Field& field) { return !field.in_result; });
    if (paragraph.is_mark_deleted) return writer_.leave_paragraph_open();
    const WordStyle& style = styles_.style(paragraph.style);
    constexpr int body_level = 9;
    if (paragraph.outline_level >= 0 && paragraph.outline_level < body_level && style.kind == OfficeKind::paragraph)
      return writer_.end_paragraph(OfficeKind::heading, static_cast<std::uint8_t>(paragraph.outline_level + 1));
    if (style.kind != OfficeKind::paragraph) return writer_.end_paragraph(style.kind, style.level);
    const std::string& list = paragraph.has_numbering ? paragraph.numbering : style.numbering;
    const std::uint8_t level = std::max(paragraph.numbering_level, style.numbering_level);
    const WordNumbering numbering = styles_.numbering(list, level);
    if (numbering == WordNumbering::none) return writer_.end_paragraph(OfficeKind::paragraph);
    const auto number =
        static_cast<std::uint32_t>(lists_.emplace(list, static_cast<std::uint32_t>(lists_.size() + 1)).first->second);
    writer_.end_paragraph(OfficeKind::list_item, static_cast<std::uint8_t>(std::min(level + 1, 9)),
                          numbering == WordNumbering::numbers, number);
  }

  void begin_row() {
    rows_deleted_.push_back(false);
    writer_.begin_row();
  }
  void end_row() {
    const bool deleted = !rows_deleted_.empty() && rows_deleted_.back();
    if (!rows_deleted_.empty()) rows_deleted_.pop_back();
    if (deleted)
      writer_.drop_row();
    else
      writer_.end_row();
  }

  const WordStyles& styles_;
  const Relationships& relationships_;
  OfficeWriter& writer_;
  std::vector<std::string> elements_;
  std::vector<Paragraph> paragraphs_;  // text boxes stand in paragraphs
  std::vector<Field> fields_;          // go on over paragraphs
  std::vector<bool> alternatives_;     // whether one branch of mc:AlternateContent was taken
  std::vector<bool> placeholders_;     // whether a content control shows its prompt
  std::vector<bool> rows_deleted_;
  std::map<std::string, std::uint32_t, std::less<>> lists_;
  std::vector<std::pair<std::string, std::string>> references_;
  std::map<std::string, std::vector<OfficeBlock>> notes_;
  std::string note_;
  std::string description_;
  int skipped_ = 0;
  bool in_text_ = false;
  bool in_code_ = false;
  bool is_document_ = false;
};

/// The notes of one part ("footnotes", "endnotes"), by id.
Result<std::map<std::string, std::vector<OfficeBlock>>> read_notes(Archive& archive, const std::string& part,
                                                                   const WordStyles& styles, std::uint64_t most_bytes) {
  if (!archive.has(part)) return std::map<std::string, std::vector<OfficeBlock>>();
  const Result<Relationships> relationships = read_relationships(archive, part);
  if (!relationships) return relationships.error();
  const Result<std::string> xml = archive.read(part);
  if (!xml) return xml.error();
  OfficeWriter writer(most_bytes);
  WordReader reader(styles, *relationships, writer);
  if (Result<void> parsed = parse_xml(*xml, part, reader); !parsed) return parsed.error();
  return std::move(reader.notes());
}

}  // namespace

Result<OfficeContent> read_word(Archive& archive, std::uint64_t most_bytes) {
  OfficeContent content;
  const Result<Relationships> package = read_relationships(archive, "");
  if (!package) return package.error();
  const std::string properties = target_of(*package, "core-properties", "docProps/core.xml");
  if (archive.has(properties)) {
    if (const Result<std::string> xml = archive.read(properties)) read_properties(*xml, content);
  }
  const std::string part = target_of(*package, "officeDocument", "word/document.xml");
  const Result<Relationships> relationships = read_relationships(archive, part);
  if (!relationships) return relationships.error();
  WordStyles styles;
  if (Result<void> read = styles.read(archive, target_of(*relationships, "styles", "word/styles.xml"),
                                      target_of(*relationships, "numbering", "word/numbering.xml"));
      !read)
    return read.error();
  const Result<std::string> xml = archive.read(part);
  if (!xml) return xml.error();
  OfficeWriter writer(most_bytes);
  WordReader reader(styles, *relationships, writer);
  if (Result<void> parsed = parse_xml(*xml, part, reader); !parsed) return parsed.error();
  if (!reader.is_document()) {
    return Failure{ErrorCode::input_invalid,
                   "the part \"" + part + "\" is no document of a word processor",
                   "open it in an office program and save it anew as .docx, .odt or text",
                   {}};
  }
  content.too_long = writer.is_full();
  content.blocks = writer.take();
  std::map<std::string, std::map<std::string, std::vector<OfficeBlock>>> notes;
  for (const auto& [kind, id] : reader.references()) {
    if (notes.find(kind) == notes.end()) {
      auto read =
          read_notes(archive, target_of(*relationships, kind + "s", "word/" + kind + "s.xml"), styles, most_bytes);
      if (!read) return read.error();
      notes[kind] = *std::move(read);
    }
    std::vector<OfficeBlock>& blocks = notes[kind][id];
    std::move(blocks.begin(), blocks.end(), std::back_inserter(content.blocks));
    blocks.clear();
  }
  return content;
}

}  // namespace herald::reading
