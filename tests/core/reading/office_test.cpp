// Office documents of both formats: what is taken out of them, what is left out, and what each block is.
#include "core/reading/kind.hpp"
#include "tests/core/reading/office_support.hpp"
#include "tests/core/reading/reading_support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;

namespace {

const std::string lead =
    "VALLETTA, Malta, 3 June 2026 – The harbour council agreed today on a plan for two new piers in the old port of "
    "the city.";
const std::string more =
    "The first pier opens in spring, said the council, and the second will follow when the sea wall has been raised.";

Document read_docx(const std::string& body, const std::vector<ZipPart>& parts = {}) {
  return read(docx(body, parts), "release.docx");
}

const std::string styles =
    "<w:style w:type=\"paragraph\" w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Untertitel\"><w:name w:val=\"Subtitle\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Own\"><w:name w:val=\"House head\"/><w:basedOn w:val=\"berschrift1\"/>"
    "</w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Level\"><w:name w:val=\"By level\"/><w:pPr><w:outlineLvl w:val=\"1\"/>"
    "</w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"CircleA\"><w:name w:val=\"a\"/><w:basedOn w:val=\"CircleB\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"CircleB\"><w:name w:val=\"b\"/><w:basedOn w:val=\"CircleA\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Bullet\"><w:name w:val=\"List Bullet\"/><w:pPr><w:numPr><w:numId "
    "w:val=\"1\"/></w:numPr></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Cap\"><w:name w:val=\"caption\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Toc\"><w:name w:val=\"toc 1\"/></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"Secret\"><w:name w:val=\"Secret\"/><w:rPr><w:vanish/></w:rPr></w:style>";

const std::string numbering =
    "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/></w:lvl><w:lvl w:ilvl=\"1\">"
    "<w:numFmt w:val=\"decimal\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>";

std::string item(const std::string& text, int level) {
  return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + std::to_string(level) +
         "\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

std::string row(const std::vector<std::string>& cells) {
  std::string text = "<w:tr>";
  for (const std::string& cell : cells) text += "<w:tc>" + word_paragraph(cell) + "</w:tc>";
  return text + "</w:tr>";
}

}  // namespace

TEST_CASE("a .docx is read by its styles, whatever their ids, through what they are based on", "[reading][office]") {
  const Document document =
      read_docx(word_paragraph("PRESS RELEASE", "Titel") + word_paragraph("Harbour city builds two piers", "Titel") +
                    word_paragraph("A plan for the old port", "Untertitel") + word_paragraph(lead) +
                    word_paragraph("What comes next", "Own") + word_paragraph(more) +
                    word_paragraph("The money", "Level") + word_paragraph(more, "CircleA"),
                {word_styles(styles)});
  const std::vector<std::string> expected = {"title: Harbour city builds two piers",
                                             "standfirst: A plan for the old port",
                                             "paragraph: " + lead,
                                             "heading: What comes next",
                                             "paragraph: " + more,
                                             "heading: The money",
                                             "paragraph: " + more};
  std::vector<std::string> lines = outline(document);
  REQUIRE(lines.size() == expected.size() + 1);
  lines.erase(lines.begin());
  CHECK(lines == expected);
  CHECK(document.metadata.title == "Harbour city builds two piers");
  CHECK(document.metadata.standfirst == "A plan for the old port");
  CHECK(document.metadata.published == "2026-06-03");
  CHECK(document.source.media_type == "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  CHECK(document.source.sha256.size() == 64);
  CHECK(document.source.text.find("Harbour city builds two piers\n\nA plan for the old port") != std::string::npos);
}

TEST_CASE("a .docx without styles goes through the passes like plain text", "[reading][office]") {
  const Document document = read_docx(word_paragraph("Harbour city builds two piers") + word_paragraph(lead) +
                                      word_paragraph("“We begin in spring,” she said.") + word_paragraph("###"));
  CHECK(document.metadata.title == "Harbour city builds two piers");
  REQUIRE(document.metadata.dateline);
  CHECK(document.metadata.dateline->place == "Valletta");
  CHECK(outline(document).back() == "end: ###");
}

TEST_CASE("lists have levels and kinds from numbering.xml, also by style", "[reading][office]") {
  const Document document =
      read_docx(word_paragraph("Harbour city builds two piers") + word_paragraph(lead) + item("One pier", 0) +
                    item("in spring", 1) + word_paragraph("One wall", "Bullet") + word_paragraph(more),
                {word_styles(styles), word_numbering(numbering)});
  std::vector<const Block*> items;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::list_item) items.push_back(&block);
  }
  REQUIRE(items.size() == 3);
  CHECK((items[0]->level == 1 && !items[0]->ordered));
  CHECK((items[1]->level == 2 && items[1]->ordered));
  CHECK((items[2]->level == 1 && !items[2]->ordered));
  CHECK(items[0]->group != 0);
  CHECK(items[0]->group == items[2]->group);
}

TEST_CASE("rows of data are table blocks with a run a cell; a letterhead in a table is text", "[reading][office]") {
  const Document data = read_docx(word_paragraph("Harbour city builds two piers") + word_paragraph(lead) + "<w:tbl>" +
                                  row({"Pier", "Length"}) + row({"First", "120 m"}) + "</w:tbl>");
  CHECK(texts_of(data, BlockKind::table) == std::vector<std::string>{"Pier Length", "First 120 m"});
  const Block& second = data.blocks.back();
  REQUIRE(second.inlines.size() == 3);
  CHECK(second.inlines[0].text == "First");
  CHECK(second.inlines[2].text == "120 m");
  CHECK(second.group != 0);

  const Document layout =
      read_docx("<w:tbl>" + row({"Harbour Council", "3 June 2026"}) + "</w:tbl>" +
                word_paragraph("Harbour city builds two piers in the old port") + word_paragraph(more));
  CHECK(texts_of(layout, BlockKind::table).empty());
  CHECK(layout.metadata.published == "2026-06-03");
}

TEST_CASE("a deleted row, a deleted paragraph mark, deletions and insertions", "[reading][office]") {
  const Document document = read_docx(
      "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:t>The council </w:t></w:r></w:p>"
      "<w:p><w:del><w:r><w:delText>refused</w:delText></w:r></w:del><w:ins><w:r><w:t>agreed</w:t></w:r></w:ins>"
      "<w:moveFrom><w:r><w:t> gone</w:t></w:r></w:moveFrom><w:r><w:t> today.</w:t></w:r></w:p><w:tbl><w:tr><w:trPr>"
      "<w:del w:id=\"2\"/></w:trPr><w:tc>" +
      word_paragraph("old") + "</w:tc></w:tr>" + row({"a", "b"}) + row({"c", "d"}) + "</w:tbl>");
  CHECK(document.source.text == "The council agreed today.\n\na\tb\n\nc\td");
}

TEST_CASE("what no reader of the document sees is left out", "[reading][office]") {
  const std::string shown = "<w:r><w:t>seen</w:t></w:r>";
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"<w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r>", "seen"},
      {"<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>also </w:t></w:r>", "also seen"},
      {"<w:r><w:rPr><w:rStyle w:val=\"Secret\"/></w:rPr><w:t>no</w:t></w:r>", "seen"},
      {"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar "
       "w:fldCharType=\"separate\"/></w:r><w:r><w:t>7 </w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
       "7 seen"},
      {"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>IF </w:instrText></w:r><w:r><w:t>no</w:t>"
       "</w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
       "seen"},
      {"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here</w:t></w:r></w:sdtContent>"
       "</w:sdt>",
       "seen"},
      {"<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>also </w:t></w:r></w:sdtContent></w:sdt>", "also seen"},
      {"<w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr>", "seen"},
      {"<w:r><w:tab/></w:r>", "seen"},
      {"<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b </w:t></w:r>", "a\u2011b seen"},
      {"<w:ruby><w:rt><w:r><w:t>no</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>also </w:t></w:r></w:rubyBase></w:ruby>",
       "also seen"},
  };
  for (const auto& [run, text] : cases) {
    CAPTURE(run);
    const Document document = read_docx("<w:p>" + run + shown + "</w:p>", {word_styles(styles)});
    CHECK(plain_text(document.blocks.front()) == text);
  }
}

TEST_CASE("a field that never ends hides its own paragraph at most", "[reading][office]") {
  const Document document =
      read_docx("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>" + word_paragraph("All the rest."));
  CHECK(document.source.text == "All the rest.");
}

TEST_CASE("a text box is read once", "[reading][office]") {
  const std::string box = "<w:txbxContent>" + word_paragraph("In the box") + "</w:txbxContent>";
  const Document document =
      read_docx("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>" + box +
                "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>" + box +
                "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Around it</w:t></w:r></w:p>");
  CHECK(document.source.text == "In the box\n\nAround it");
}

TEST_CASE("links, bold and italic are runs; a link goes before them", "[reading][office]") {
  const Document document = read_docx(
      "<w:p><w:r><w:t xml:space=\"preserve\">See </w:t></w:r><w:hyperlink "
      "r:id=\"rId5\"><w:r><w:rPr><w:b/></w:rPr><w:t>the "
      "page</w:t></w:r></w:hyperlink><w:r><w:t xml:space=\"preserve\"> and </w:t></w:r><w:r><w:rPr><w:rStyle "
      "w:val=\"Strong\"/></w:rPr><w:t>the</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\"> "
      "map</w:t></w:r>"
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://example.org/b\" "
      "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t xml:space=\"preserve\"> "
      "here</w:t>"
      "</w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
      {word_styles(styles),
       word_relationships("<Relationship Id=\"rId5\" TargetMode=\"External\" Target=\"https://example.org/a\" "
                          "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\"/>")});
  std::vector<std::string> runs;
  for (const Inline& run : document.blocks.front().inlines) {
    if (run.kind != InlineKind::text)
      runs.push_back(std::to_string(static_cast<int>(run.kind)) + run.text + run.target);
  }
  CHECK(runs ==
        std::vector<std::string>{"3the pagehttps://example.org/a", "2the", "1map", "3herehttps://example.org/b"});
}

TEST_CASE("line breaks: short lines are lines, two breaks end a paragraph", "[reading][office]") {
  const std::string brk = "</w:t><w:br/><w:t>";
  const Document document =
      read_docx(word_paragraph("Harbour city builds two piers") + word_paragraph(lead + brk + brk + more + brk + more) +
                word_paragraph("Press office" + brk + "press@example.org"));
  CHECK(document.source.text == "Harbour city builds two piers\n\n" + lead + "\n\n" + more + "\n" + more +
                                    "\n\nPress office\npress@example.org");
  CHECK(texts_of(document, BlockKind::paragraph).at(1) == more + "\n" + more);
}

TEST_CASE("pictures are image blocks with their words as caption; notes stand behind the text", "[reading][office]") {
  const Document document = read_docx(
      word_paragraph("Harbour city builds two piers") +
          "<w:p><w:r><w:drawing><wp:docPr id=\"1\" name=\"Picture 1\" descr=\"The old port\"/><a:blip "
          "r:embed=\"rId9\"/>"
          "</w:drawing></w:r></w:p>"
          "<w:p><w:r><w:t>" +
          lead + "</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>" + word_paragraph(more),
      {word_relationships(
           "<Relationship Id=\"rId9\" Target=\"media/port.png\" Type=\"http://schemas.openxmlformats.org/"
           "officeDocument/2006/relationships/image\"/>"),
       word_notes("<w:footnote w:type=\"separator\" w:id=\"0\">" + word_paragraph("----") +
                  "</w:footnote><w:footnote w:id=\"1\">" + word_paragraph("Never referred to.") +
                  "</w:footnote><w:footnote w:id=\"2\">" + word_paragraph("As of 1 May.") + "</w:footnote>")});
  CHECK(texts_of(document, BlockKind::image) == std::vector<std::string>{"port.png"});
  CHECK(texts_of(document, BlockKind::caption) == std::vector<std::string>{"The old port"});
  CHECK(document.source.text.ends_with("raised.\n\nAs of 1 May."));
}

TEST_CASE("properties serve where the text says nothing, and it is said so", "[reading][office]") {
  const ZipPart properties =
      core_properties("<dc:title>Old template</dc:title><dcterms:created>2024-01-02T03:04:05Z</dcterms:created>");
  const Document dated =
      read_docx(word_paragraph("Harbour city builds two piers") + word_paragraph(lead), {properties});
  CHECK(dated.metadata.title == "Harbour city builds two piers");
  CHECK(dated.metadata.published == "2026-06-03");
  CHECK(dated.diagnostics.empty());

  const Document undated =
      read_docx(word_paragraph("Harbour city builds two piers") + word_paragraph(more), {properties});
  CHECK(undated.metadata.published == "2024-01-02");
  CHECK(undated.metadata.origins == std::map<std::string, std::string>{{"published", "docx:core.created"}});
  REQUIRE(undated.diagnostics.size() == 1);
  CHECK(undated.diagnostics.front().code == "published-from-properties");
}

TEST_CASE("an .odt is read by its styles, lists, tables, links and notes", "[reading][office]") {
  const Document document = read(
      odt("<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
          "</text:changed-region></text:tracked-changes><text:p text:style-name=\"P1\">Harbour city<text:s/>builds two "
          "piers</text:p><text:p>" +
              lead +
              "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>As of 1 "
              "May.</text:p></text:note-body></text:note></text:p><text:h text:outline-level=\"2\">What comes "
              "next</text:h>"
              "<text:p>The <text:span text:style-name=\"T1\">first</text:span><text:span text:style-name=\"T2\">secret"
              "</text:span> pier <text:a xlink:href=\"https://example.org/a\">opens</text:a> in\n   "
              "spring.<office:annotation>"
              "<dc:creator>Ann</dc:creator><text:p>check</text:p></office:annotation></text:p>"
              "<text:list text:style-name=\"L1\"><text:list-item><text:p>One "
              "pier</text:p><text:list><text:list-item><text:p>in "
              "spring</text:p></text:list-item></text:list></text:list-item></text:list><table:table><table:table-row>"
              "<table:table-cell><text:p>Pier</text:p></table:table-cell><table:table-cell><text:p>Length</text:p>"
              "</table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>First</text:p>"
              "</table:table-cell><table:table-cell><text:p>120 "
              "m</text:p></table:table-cell></table:table-row></table:table>"
              "<text:p><draw:frame><draw:text-box><text:p>In the box</text:p></draw:text-box></draw:frame><draw:frame>"
              "<draw:image xlink:href=\"Pictures/port.png\"/><svg:desc>The old port</svg:desc></draw:frame></text:p>",
          "<style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Title\"/><style:style "
          "style:name=\"T1\" style:family=\"text\"><style:text-properties "
          "fo:font-weight=\"bold\"/></style:style><style:style "
          "style:name=\"T2\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>"
          "<text:list-style style:name=\"L1\"><text:list-level-style-bullet "
          "text:level=\"1\"/><text:list-level-style-number "
          "text:level=\"2\" style:num-format=\"1\"/></text:list-style>"),
      "release.odt");
  const std::vector<std::string> expected = {"title: Harbour city builds two piers",
                                             "paragraph: " + lead,
                                             "heading: What comes next",
                                             "paragraph: The first pier opens in spring.",
                                             "item: One pier",
                                             "item: in spring",
                                             "table: Pier Length",
                                             "table: First 120 m",
                                             "paragraph: In the box",
                                             "image: port.png",
                                             "caption: The old port",
                                             "paragraph: As of 1 May."};
  CHECK(outline(document) == expected);
  CHECK(document.source.media_type == "application/vnd.oasis.opendocument.text");
  CHECK((document.blocks[5].level == 2 && document.blocks[5].ordered));
  CHECK_FALSE(document.blocks[4].ordered);
  REQUIRE(document.blocks[3].inlines.size() == 5);
  CHECK(document.blocks[3].inlines[1].kind == InlineKind::strong);
  CHECK(document.blocks[3].inlines[3].target == "https://example.org/a");
}
