// See structure.hpp. Clauses are those of ISO 32000-1.
#include "formats/pdf/structure.hpp"

#include <limits>
#include <map>
#include <string>

namespace herald::pdf {

using PoDoFo::PdfArray;
using PoDoFo::PdfDictionary;
using PoDoFo::PdfName;
using PoDoFo::PdfObject;
using PoDoFo::PdfReference;
using PoDoFo::PdfVariant;
using typeset::ElementIndex;
using typeset::Role;

namespace {

constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

PdfVariant integer(std::size_t value) { return PdfVariant(static_cast<PoDoFo::pdf_int64>(value)); }

const char* scope_name(typeset::HeaderScope scope) {
  switch (scope) {
    case typeset::HeaderScope::none:
      return nullptr;
    case typeset::HeaderScope::column:
      return "Column";
    case typeset::HeaderScope::row:
      return "Row";
    case typeset::HeaderScope::both:
      return "Both";
  }
  return nullptr;
}

const char* numbering_name(typeset::ListNumbering numbering) {
  switch (numbering) {
    case typeset::ListNumbering::none:
      return "None";
    case typeset::ListNumbering::disc:
      return "Disc";
    case typeset::ListNumbering::decimal:
      return "Decimal";
  }
  return "None";
}

/// Builds the tree in three steps: what lies where, the elements, the way back.
class StructureWriter {
 public:
  StructureWriter(PoDoFo::PdfVecObjects& objects, const typeset::Layout& layout, const DocumentContent& content,
                  const std::vector<PdfObject*>& pages, const std::vector<PdfObject*>& annotations)
      : objects_(objects), layout_(layout), content_(content), pages_(pages), annotations_(annotations) {}

  PdfReference write() {
    PdfObject* root = objects_.CreateObject("StructTreeRoot");
    gather();
    for (std::size_t i = 0; i < layout_.elements.size(); ++i) elements_.push_back(objects_.CreateObject("StructElem"));
    for (std::size_t i = 0; i < layout_.elements.size(); ++i) write_element(i, root->Reference());

    PdfDictionary& dictionary = root->GetDictionary();
    dictionary.AddKey("K", elements_.at(0)->Reference());
    write_parent_tree(dictionary);
    if (!ids_.empty()) write_id_tree(dictionary);
    return root->Reference();
  }

 private:
  /// Own content and children of each element, and where in the reading order each subtree begins.
  void gather() {
    const std::size_t count = layout_.elements.size();
    own_.resize(count);
    children_.resize(count);
    begins_.assign(count, nowhere);
    for (std::size_t i = 0; i < content_.pieces.size(); ++i) {
      const ElementIndex element = content_.pieces[i].element;
      own_[element].push_back(i);
      if (begins_[element] == nowhere) begins_[element] = i;
    }
    // A parent stands before its children, so that one walk from the end carries the places upwards.
    for (std::size_t i = count - 1; i > 0; --i) {
      const ElementIndex parent = layout_.elements[i].parent;
      begins_[parent] = std::min(begins_[parent], begins_[i]);
    }
    for (std::size_t i = 1; i < count; ++i) children_[layout_.elements[i].parent].push_back(i);
  }

  void write_element(std::size_t index, const PdfReference& root) {
    const typeset::Element& element = layout_.elements[index];
    PdfDictionary& dictionary = elements_[index]->GetDictionary();
    dictionary.AddKey("S", PdfName(std::string(structure_type(element.role))));
    dictionary.AddKey("P", index == 0 ? root : elements_[element.parent]->Reference());
    if (!element.language.empty()) dictionary.AddKey("Lang", text_string(element.language));
    if (!element.alternative_text.empty()) dictionary.AddKey("Alt", text_string(element.alternative_text));
    if (!element.actual_text.empty()) dictionary.AddKey("ActualText", text_string(element.actual_text));
    if (element.role == Role::note) {
      // A note must have an id (ISO 14289-1, 7.9).
      const std::string id = "note-" + std::to_string(index);
      dictionary.AddKey("ID", PoDoFo::PdfString(id));
      ids_.emplace(id, elements_[index]->Reference());
    }
    write_attributes(element, dictionary);
    write_kids(index, dictionary);
  }

  void write_attributes(const typeset::Element& element, PdfDictionary& dictionary) {
    PdfDictionary attributes;
    if (element.role == Role::list) {
      attributes.AddKey("O", PdfName("List"));
      attributes.AddKey("ListNumbering", PdfName(numbering_name(element.numbering)));
    } else if (element.role == Role::table_header_cell || element.role == Role::table_data_cell) {
      if (const char* scope = scope_name(element.scope)) attributes.AddKey("Scope", PdfName(scope));
      if (element.column_span > 1) attributes.AddKey("ColSpan", integer(element.column_span));
      if (element.row_span > 1) attributes.AddKey("RowSpan", integer(element.row_span));
      if (attributes.GetSize() > 0) attributes.AddKey("O", PdfName("Table"));
    }
    if (attributes.GetSize() > 0) dictionary.AddKey("A", attributes);
  }

  /// Own content and children in reading order: a child stands after what its parent says before it.
  void write_kids(std::size_t index, PdfDictionary& dictionary) {
    const std::vector<std::size_t>& own = own_[index];
    if (!own.empty()) page_of_ = content_.pieces[own.front()].page;
    PdfArray kids;
    std::size_t next = 0;
    for (const std::size_t child : children_[index]) {
      while (begins_[child] != nowhere && next < own.size() && own[next] < begins_[child]) add_piece(own[next++], kids);
      kids.push_back(elements_[child]->Reference());
    }
    while (next < own.size()) add_piece(own[next++], kids);
    if (!own.empty()) dictionary.AddKey("Pg", pages_[page_of_]->Reference());
    if (kids.size() == 1) {
      dictionary.AddKey("K", kids[0]);
    } else if (kids.size() > 1) {
      dictionary.AddKey("K", kids);
    }
  }

  void add_piece(std::size_t index, PdfArray& kids) {
    const ContentPiece& piece = content_.pieces[index];
    if (piece.kind == ContentPiece::Kind::marked_content && piece.page == page_of_) {
      kids.push_back(integer(piece.index));
      return;
    }
    PdfDictionary kid;
    if (piece.kind == ContentPiece::Kind::marked_content) {
      kid.AddKey("Type", PdfName("MCR"));
      kid.AddKey("MCID", integer(piece.index));
    } else {
      kid.AddKey("Type", PdfName("OBJR"));
      kid.AddKey("Obj", annotations_[piece.index]->Reference());
    }
    kid.AddKey("Pg", pages_[piece.page]->Reference());
    kids.push_back(kid);
  }

  /// Number tree (14.7.4.4): page n has key n, annotation m the key number of pages + m.
  void write_parent_tree(PdfDictionary& root) {
    PdfArray numbers;
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      PdfArray by_mcid;
      for (const ElementIndex element : content_.pages[page].marked_elements) {
        by_mcid.push_back(elements_[element]->Reference());
      }
      if (by_mcid.empty()) continue;
      pages_[page]->GetDictionary().AddKey("StructParents", integer(page));
      numbers.push_back(integer(page));
      numbers.push_back(by_mcid);
    }
    for (std::size_t i = 0; i < annotations_.size(); ++i) {
      annotations_[i]->GetDictionary().AddKey("StructParent", integer(pages_.size() + i));
      numbers.push_back(integer(pages_.size() + i));
      numbers.push_back(elements_[content_.links[i].element]->Reference());
    }
    PdfObject* tree = objects_.CreateObject();
    tree->GetDictionary().AddKey("Nums", numbers);
    root.AddKey("ParentTree", tree->Reference());
    root.AddKey("ParentTreeNextKey", integer(pages_.size() + annotations_.size()));
  }

  void write_id_tree(PdfDictionary& root) {
    PdfArray names;
    for (const auto& [id, element] : ids_) {
      names.push_back(PoDoFo::PdfString(id));
      names.push_back(element);
    }
    PdfDictionary tree;
    tree.AddKey("Names", names);
    root.AddKey("IDTree", tree);
  }

  PoDoFo::PdfVecObjects& objects_;
  const typeset::Layout& layout_;
  const DocumentContent& content_;
  const std::vector<PdfObject*>& pages_;
  const std::vector<PdfObject*>& annotations_;
  std::vector<PdfObject*> elements_;
  std::vector<std::vector<std::size_t>> own_;
  std::vector<std::vector<std::size_t>> children_;
  std::vector<std::size_t> begins_;
  std::map<std::string, PdfReference> ids_;  // sorted, as a name tree must be (7.9.6)
  std::uint32_t page_of_ = 0;
};

}  // namespace

std::string_view structure_type(Role role) noexcept {
  switch (role) {
    case Role::document:
      return "Document";
    case Role::section:
      return "Sect";
    case Role::heading1:
      return "H1";
    case Role::heading2:
      return "H2";
    case Role::heading3:
      return "H3";
    case Role::paragraph:
      return "P";
    case Role::block_quote:
      return "BlockQuote";
    case Role::list:
      return "L";
    case Role::list_item:
      return "LI";
    case Role::list_label:
      return "Lbl";
    case Role::list_body:
      return "LBody";
    case Role::table:
      return "Table";
    case Role::table_head:
      return "THead";
    case Role::table_body:
      return "TBody";
    case Role::table_row:
      return "TR";
    case Role::table_header_cell:
      return "TH";
    case Role::table_data_cell:
      return "TD";
    case Role::caption:
      return "Caption";
    case Role::figure:
      return "Figure";
    case Role::note:
      return "Note";
    case Role::span:
      return "Span";
    case Role::link:
      return "Link";
  }
  return "NonStruct";
}

PdfReference write_structure(PoDoFo::PdfVecObjects& objects, const typeset::Layout& layout,
                             const DocumentContent& content, const std::vector<PdfObject*>& pages,
                             const std::vector<PdfObject*>& annotations) {
  return StructureWriter(objects, layout, content, pages, annotations).write();
}

}  // namespace herald::pdf
