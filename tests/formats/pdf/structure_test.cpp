// The structure tree: roles, order, attributes, and the way back from content to elements.
#include "formats/pdf/structure.hpp"

#include "tests/formats/pdf/frames.hpp"
#include "tests/formats/pdf/pdf_text.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;
using typeset::Role;

namespace {

PdfText written(const typeset::Layout& layout) {
  return PdfText(pdf::Writer().write(layout, information(), pdf::Compression::none));
}

}  // namespace

TEST_CASE("every role is a standard structure type", "[pdf]") {
  const std::string_view types[] = {"Document", "Sect",    "H1",     "H2",    "H3",    "P",     "BlockQuote", "L",
                                    "LI",       "Lbl",     "LBody",  "Table", "THead", "TBody", "TR",         "TH",
                                    "TD",       "Caption", "Figure", "Note",  "Span",  "Link"};
  for (std::size_t i = 0; i < std::size(types); ++i) CHECK(pdf::structure_type(static_cast<Role>(i)) == types[i]);
  CHECK(static_cast<std::size_t>(Role::link) + 1 == std::size(types));
}

TEST_CASE("content and children of an element keep the reading order", "[pdf]") {
  const auto face = noto("NotoSerif-Regular");
  LayoutBuilder builder;
  const auto paragraph = builder.element(Role::paragraph);
  const auto span = builder.element(Role::span, paragraph);
  builder.line(face, "before ", paragraph).line(face, "within ", span).line(face, "after", paragraph);
  const PdfText file = written(builder.layout());
  const std::string& element = file.object(file.only("/S /P "));
  const std::string child = std::to_string(file.only("/S /Span")) + " 0 R";
  CHECK_THAT(element, ContainsSubstring("/K [ 0 " + child + " 2 ]"));
}

TEST_CASE("a paragraph that goes on over the page refers to both pages", "[pdf]") {
  const auto face = noto("NotoSerif-Regular");
  LayoutBuilder builder;
  const auto paragraph = builder.element(Role::paragraph);
  builder.line(face, "first page", paragraph).page().line(face, "second page", paragraph);
  const PdfText file = written(builder.layout());
  CHECK_THAT(file.object(file.only("/S /P ")), ContainsSubstring("/Type /MCR"));
  CHECK(file.having("/StructParents 0").size() == 1);
  CHECK(file.having("/StructParents 1").size() == 1);
  const int tree = file.reference(file.only("/Type /StructTreeRoot"), "/ParentTree");
  const std::string back = "[ " + std::to_string(file.only("/S /P ")) + " 0 R ]";
  CHECK_THAT(file.object(tree), ContainsSubstring("0 " + back + " 1 " + back));
}

TEST_CASE("tables say their headers and spans, lists their numbering, notes their id", "[pdf]") {
  const auto face = noto("NotoSans-Regular");
  LayoutBuilder builder;
  const auto table = builder.element(Role::table);
  const auto head = builder.element(Role::table_row, builder.element(Role::table_head, table));
  const auto header = builder.element(Role::table_header_cell, head);
  builder.layout().elements[header].scope = typeset::HeaderScope::column;
  builder.layout().elements[header].column_span = 2;
  const auto row = builder.element(Role::table_row, builder.element(Role::table_body, table));
  const auto first = builder.element(Role::table_data_cell, row);
  builder.element(Role::table_data_cell, row);  // an empty cell keeps its place
  builder.line(face, "Ports", header).line(face, "Halden Bay", first);
  const auto list = builder.element(Role::list);
  builder.layout().elements[list].numbering = typeset::ListNumbering::decimal;
  const auto item = builder.element(Role::list_item, list);
  builder.line(face, "1", builder.element(Role::list_label, item));
  builder.line(face, "One", builder.element(Role::list_body, item));
  builder.line(face, "A note", builder.element(Role::note));
  const PdfText file = written(builder.layout());

  const std::string& cell = file.object(file.only("/S /TH "));
  for (const char* wanted : {"/O /Table", "/Scope /Column", "/ColSpan 2"}) CHECK_THAT(cell, ContainsSubstring(wanted));
  CHECK(file.having("/S /TD").size() == 2);
  CHECK_THAT(file.object(file.only("/S /L ")), ContainsSubstring("/ListNumbering /Decimal"));
  CHECK_THAT(file.object(file.only("/S /Note")), ContainsSubstring("/ID (note-"));
  CHECK_THAT(file.object(file.only("/Type /StructTreeRoot")), ContainsSubstring("/IDTree"));
}

TEST_CASE("languages and descriptions of elements are written", "[pdf]") {
  LayoutBuilder builder;
  typeset::Element figure;
  figure.role = Role::figure;
  figure.alternative_text = "A lighthouse at dusk";
  figure.language = "fr";
  const auto index = builder.element_of(figure);
  builder.item({typeset::FilledRectangle{{10, 10, 20, 20}, {1, 2, 3}, 0}, index});
  const PdfText file = written(builder.layout());
  const std::string& element = file.object(file.only("/S /Figure"));
  CHECK_THAT(element, ContainsSubstring("/Alt (A lighthouse at dusk)"));
  CHECK_THAT(element, ContainsSubstring("/Lang (fr)"));
}
