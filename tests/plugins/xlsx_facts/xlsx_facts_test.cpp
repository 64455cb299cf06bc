// The workbook of whole documents: what stands on which sheet, that nothing of the text is lost or comes
// alive, that the profiles differ as they should, and what a broken template says.
#include "tests/plugins/xlsx_facts/sample.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "formats/xlsx/date.hpp"
#include "herald/error.hpp"
#include "herald/highlights.hpp"
#include "plugins/xlsx_facts/text_rows.hpp"
#include "plugins/xlsx_facts/theme.hpp"
#include "tests/formats/xlsx/package.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using herald::test::ContainsSubstring;
using herald::test::count;
using herald::test::ReadCell;

namespace {

using Parts = std::map<std::string, std::string>;
using Cells = std::map<std::string, ReadCell>;

constexpr int figures_sheet = 2;
constexpr int people_sheet = 3;
constexpr int quotations_sheet = 4;
constexpr int dates_sheet = 5;
constexpr int events_sheet = 6;
constexpr int places_sheet = 7;
constexpr int organisations_sheet = 8;
constexpr int contacts_sheet = 9;
constexpr int links_sheet = 10;
constexpr int text_sheet = 11;
constexpr int about_sheet = 12;

Parts parts_of(const Document& document, const std::string& profile = "analysis") {
  Diagnostics diagnostics;
  const std::string bytes = test::export_workbook(document, diagnostics, profile);
  CHECK(diagnostics.empty());
  return test::read_package(bytes);
}

std::string sheet_xml(const Parts& parts, int sheet) {
  return parts.at("xl/worksheets/sheet" + std::to_string(sheet) + ".xml");
}

// The value in the row of a fact, by the header of its column.
ReadCell value(const Cells& cells, const std::string& id, const std::string& header) {
  std::string row;
  std::string column;
  for (const auto& [name, cell] : cells) {
    const std::size_t digits = name.find_first_of("0123456789");
    if (name[0] == 'A' && digits == 1 && cell.value == id) row = name.substr(digits);
    if (name.substr(digits) == "1" && cell.value == header) column = name.substr(0, digits);
  }
  const auto found = cells.find(column + row);
  return found == cells.end() ? ReadCell{} : found->second;
}

std::vector<std::string> sheet_names(const Parts& parts) {
  std::vector<std::string> names;
  const std::string& xml = parts.at("xl/workbook.xml");
  for (std::size_t at = xml.find("<sheet name=\""); at != std::string::npos; at = xml.find("<sheet name=\"", at + 1))
    names.push_back(test::unescape(xml.substr(at + 13, xml.find('"', at + 13) - at - 13)));
  return names;
}

std::string theme_failure(const std::string& toml) {
  const auto theme = plugins::read_theme(toml, "mine");
  REQUIRE_FALSE(theme.has_value());
  CHECK(theme.error().code == ErrorCode::template_invalid);
  return to_string(theme.error());
}

std::string changed_theme(const std::string& from, const std::string& to) {
  std::string toml = test::read_theme_file();
  const std::size_t at = toml.find(from);
  REQUIRE(at != std::string::npos);
  return toml.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("the sheets stand in order, each a table, and the summary opens", "[xlsx_facts]") {
  const Parts parts = parts_of(test::english_release());
  CHECK(sheet_names(parts) == std::vector<std::string>{"Summary", "Figures", "People", "Quotations", "Dates", "Events",
                                                       "Places", "Organisations", "Contacts", "Links", "Text",
                                                       "About"});
  CHECK_THAT(sheet_xml(parts, 1), ContainsSubstring("tabSelected=\"1\""));
  CHECK(count(sheet_xml(parts, 2), "tabSelected") == 0);
  std::size_t tables = 0;
  for (const auto& [name, xml] : parts) {
    tables += name.rfind("xl/tables/", 0) == 0 ? 1 : 0;
    CHECK(count(xml, "<f>") == 0);
    CHECK(count(xml, "<mergeCell") == 0);
  }
  CHECK(tables == 11);
}

TEST_CASE("figures are real numbers in formats that say what they are", "[xlsx_facts]") {
  const Parts parts = parts_of(test::english_release());
  const Cells cells = test::read_cells(parts, figures_sheet);
  CHECK(value(cells, "f2", "Value").type.empty());
  CHECK(value(cells, "f2", "Value").value == "1250000000");
  CHECK(value(cells, "f2", "Qualifier").value == "more than");
  CHECK(value(cells, "f2", "Currency").value == "EUR");
  CHECK(value(cells, "f2", "As written").value == "more than EUR 1.25 billion");
  CHECK(value(cells, "f2", "Sentence").value == "S2");
  CHECK(value(cells, "f3", "Value").value == "48500000.5");
  CHECK(value(cells, "f4", "Value").value == "50");
  CHECK(value(cells, "f4", "Up to").value == "60");
  CHECK(value(cells, "f5", "Value").value == "0.045");
  CHECK(value(cells, "f6", "Unit").value == "year");
  CHECK(value(cells, "f1", "Review").value == "unchecked");
  const std::string styles = test::unescape(parts.at("xl/styles.xml"));
  CHECK_THAT(styles, ContainsSubstring("formatCode=\"[$EUR] #,##0\""));
  CHECK_THAT(styles, ContainsSubstring("formatCode=\"[$EUR] #,##0.00\""));
  CHECK_THAT(styles, ContainsSubstring("formatCode=\"#,##0.0%\""));
  CHECK_THAT(test::unescape(sheet_xml(parts, figures_sheet)), ContainsSubstring("\"unchecked,confirmed,wrong\""));
}

TEST_CASE("the summary says figures as the other outputs do, and holds the numbers", "[xlsx_facts]") {
  Document document = test::english_release();
  // Few enough to be all among the key figures.
  std::erase_if(document.facts.figures, [](const Figure& figure) { return figure.id == "f1" || figure.id == "f3"; });
  for (Figure& figure : document.facts.figures) figure.counted = "things";
  const Parts parts = parts_of(document);
  const std::string styles = test::unescape(parts.at("xl/styles.xml"));
  CHECK_THAT(styles, ContainsSubstring("\"more than EUR\u00A0\"#,##0.00,,,\"\u00A0billion\""));
  CHECK_THAT(styles, ContainsSubstring("#,##0\"\u00A0years\""));
  const Cells cells = test::read_cells(parts, 1);
  const auto holds = [&](const std::string& text) {
    return std::any_of(cells.begin(), cells.end(), [&](const auto& entry) { return entry.second.value == text; });
  };
  CHECK(holds("1250000000"));
  CHECK(holds("50–60"));
  CHECK(holds(std::to_string(static_cast<int>(*xlsx::serial_day("2026-05-14")))));
  CHECK_THAT(styles, ContainsSubstring("[$-809]d mmmm yyyy"));
}

TEST_CASE("the summary puts the embargo first and says how much more there is", "[xlsx_facts]") {
  Document document = test::english_release();
  document.metadata.status = "EMBARGOED until noon";
  for (int i = 0; i < 9; ++i) {
    document.facts.figures.push_back(document.facts.figures.front());
    document.facts.figures.back().value = 1000 + i;
  }
  const Parts parts = parts_of(document);
  const Cells cells = test::read_cells(parts, 1);
  const auto holds = [&](const std::string& text) {
    return std::any_of(cells.begin(), cells.end(), [&](const auto& entry) { return entry.second.value == text; });
  };
  CHECK(cells.at("B3").value == "EMBARGOED until noon");
  const std::size_t shown = key_figures(document, 8).chosen.size();
  CHECK(holds(std::to_string(document.facts.figures.size() - shown) + " more on Figures"));
}

TEST_CASE("each fact leads to its sentence, and each sentence back to its facts", "[xlsx_facts]") {
  const Parts parts = parts_of(test::english_release());
  const Cells text = test::read_cells(parts, text_sheet);
  CHECK(value(text, "S2", "Text").value.rfind("The Fund will spend", 0) == 0);
  CHECK(value(text, "S2", "Facts").value == "f2, f3, f6");
  std::string row;
  for (const auto& [name, cell] : text)
    if (name[0] == 'A' && cell.value == "S2") row = name.substr(1);
  const std::string figures = test::unescape(sheet_xml(parts, figures_sheet));
  CHECK_THAT(figures, ContainsSubstring("location=\"'Text'!A" + row + "\""));
  CHECK_THAT(figures, ContainsSubstring("tooltip=\"The Fund will spend"));
  CHECK_THAT(test::unescape(sheet_xml(parts, text_sheet)), ContainsSubstring("location=\"'Figures'!A3\""));
}

TEST_CASE("people, quotations, events and places keep all that is known", "[xlsx_facts]") {
  const Parts parts = parts_of(test::english_release());
  const Cells people = test::read_cells(parts, people_sheet);
  CHECK(value(people, "p1", "Name").value == "Ada Lindqvist");
  CHECK(value(people, "p1", "Organisation").value == "Harbour Council");
  CHECK(value(people, "p1", "Mentioned in").value == "S6");
  const Cells quotations = test::read_cells(parts, quotations_sheet);
  CHECK(value(quotations, "q1", "Post").value == "Chair");
  CHECK(value(quotations, "q2", "Speaker").value == "A spokesperson");
  CHECK(value(quotations, "q2", "Partial").value == "yes");
  const Cells events = test::read_cells(parts, events_sheet);
  CHECK(value(events, "e1", "Place").value == "Saint Odile");
  CHECK(value(events, "e1", "Status").value == "planned");
  CHECK(value(test::read_cells(parts, places_sheet), "l2", "Country code").value == "NO");
}

TEST_CASE("organisations, contacts and links keep all that is known", "[xlsx_facts]") {
  const Parts parts = parts_of(test::english_release());
  const Cells organisations = test::read_cells(parts, organisations_sheet);
  CHECK(value(organisations, "o1", "Name").value == "Harbour Council");
  CHECK(value(organisations, "o1", "Abbreviation").value == "HC");
  CHECK(value(organisations, "o1", "Mentions").value == "1");
  const Cells contacts = test::read_cells(parts, contacts_sheet);
  CHECK(value(contacts, "c1", "Contact").value == "Ada Lindqvist");
  CHECK(value(contacts, "c1", "E-mail").value == "ada@harbour.example; press@harbour.example");
  CHECK(value(contacts, "c1", "Telephone").value == "+47 22 55 50 10");
  const Cells links = test::read_cells(parts, links_sheet);
  CHECK(value(links, "k1", "Address").value == "https://harbour.example/plan");
}

TEST_CASE("dates are real dates, as far as they are known and Excel has them", "[xlsx_facts]") {
  const Cells cells = test::read_cells(parts_of(test::english_release()), dates_sheet);
  const auto day = [](const char* iso) { return std::to_string(static_cast<int>(*xlsx::serial_day(iso))); };
  CHECK(value(cells, "d1", "First day").value == day("2026-05-14"));
  CHECK(value(cells, "d1", "Last day").value.empty());
  CHECK(value(cells, "d1", "Relative").value == "yes");
  CHECK(value(cells, "d2", "First day").value == day("2026-09-08"));
  CHECK(value(cells, "d2", "Last day").value == day("2026-09-10"));
  CHECK(value(cells, "d2", "ISO 8601").value == "2026-09-08/2026-09-10");
  CHECK(value(cells, "d3", "First day").value == day("2029-01-01"));
  CHECK(value(cells, "d3", "Last day").value == day("2029-12-31"));
  CHECK(value(cells, "d4", "First day").type == "s");  // 1898
  CHECK(value(cells, "d4", "First day").value == "1898");
}

TEST_CASE("a month ends where it ends", "[xlsx_facts]") {
  Document document = test::english_release();
  const Provenance somewhere = document.facts.dates[0].provenance;
  document.facts.dates.clear();
  for (const char* month : {"2024-02", "2025-02", "2025-04", "2025-12"})
    document.facts.dates.push_back(
        {month, month, {}, DatePrecision::month, DateRole::mentioned, false, month, somewhere});
  const Cells cells = test::read_cells(parts_of(document), dates_sheet);
  const std::map<std::string, std::string> ends = {
      {"2024-02", "2024-02-29"}, {"2025-02", "2025-02-28"}, {"2025-04", "2025-04-30"}, {"2025-12", "2025-12-31"}};
  for (const auto& [month, end] : ends)
    CHECK(value(cells, month, "Last day").value == std::to_string(static_cast<int>(*xlsx::serial_day(end))));
}

TEST_CASE("every word of the source is on the sheet of the text", "[xlsx_facts]") {
  Document document = test::english_release();
  // A sentence that begins behind the dateline leaves it over; it must get a row of its own.
  document.sentences[0].span.begin = document.metadata.dateline->span.end + 1;
  std::string rows;
  for (const auto& row : plugins::lay_out_text(document)) rows += row.text + "\n";
  for (const Block& block : document.blocks) {
    std::string words = folded_text(document, block.span);
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find(' ', at), words.size());
      CHECK_THAT(rows, ContainsSubstring(words.substr(at, end - at)));
      at = end + 1;
    }
  }
  const Cells cells = test::read_cells(parts_of(document), text_sheet);
  CHECK(value(cells, "B4", "Text").value == "PORT ALDER, Norland –");
  CHECK(value(cells, "B4", "Part").value == "Dateline");
}

TEST_CASE("a sentence that is too long for a cell goes on in the next row", "[xlsx_facts]") {
  std::string words;
  while (words.size() < 70'000) words += "длинное слово ";
  words.pop_back();
  const Document document = test::DocumentBuilder("ru").block(BlockKind::paragraph, {words}).document;
  const auto rows = plugins::lay_out_text(document);
  REQUIRE(rows.size() > 1);
  std::string joined;
  for (const auto& row : rows) joined += (joined.empty() ? "" : " ") + row.text;
  CHECK(joined == words);
  Diagnostics diagnostics;
  const auto bytes = test::export_workbook(document, diagnostics, "analysis", test::standard_resources("en"));
  CHECK(diagnostics.empty());
  CHECK(value(test::read_cells(test::read_package(bytes), text_sheet), "S1.2", "Text").value == rows[1].text);
}

TEST_CASE("text that a cell stores longer than it is goes on in the next row too", "[xlsx_facts]") {
  std::string words;
  for (int i = 0; i < 4'600; ++i) words += "_x0041_";
  const Document document = test::DocumentBuilder("en").block(BlockKind::paragraph, {words}).document;
  const auto rows = plugins::lay_out_text(document);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].text + rows[1].text == words);
  CHECK(rows[0].text.size() % 7 == 0);
  const Cells cells = test::read_cells(parts_of(document), text_sheet);  // without a diagnostic of a cut
  CHECK(value(cells, "S1", "Text").value.size() + value(cells, "S1.2", "Text").value.size() == 4'600 * 13);
}

TEST_CASE("where the release lay is not in the workbook", "[xlsx_facts]") {
  Document document = test::english_release();
  const Parts parts = parts_of(document);
  CHECK_THAT(parts.at("docProps/core.xml"), ContainsSubstring("<dc:description>release.txt (SHA-256 aaaa"));
  for (const char* folder : {"/home/someone/secret/", "file:///srv/", "C:\\Drafts\\"}) {
    document.source.uri = std::string(folder) + "release.txt";
    CHECK(parts_of(document) == parts);
  }
  document.source.uri = "-";
  CHECK_THAT(parts_of(document).at("docProps/core.xml"), ContainsSubstring("<dc:description>SHA-256 aaaa"));
}

TEST_CASE("nothing from the release comes alive, wherever it stands", "[xlsx_facts]") {
  const std::string evil = "=cmd|'/c calc'!A0";
  test::DocumentBuilder builder("en");
  builder.loose(BlockKind::title, evil)
      .block(BlockKind::paragraph, {evil, "+1", "-1+2", "@SUM(1)", "=IMPORTXML(\"http://a\")"});
  Document document = builder.document;
  document.blocks[1].inlines.push_back({InlineKind::link, "x", "javascript:alert(1)", document.sentences[0].span});
  document.metadata.title = document.metadata.standfirst = document.metadata.status = evil;
  document.source.uri = evil;
  document.metadata.published = evil;
  const Provenance here = builder.at(evil, evil);
  document.facts.figures.push_back(
      {evil, Decimal(1), {}, "\"]=", evil, evil, evil, Qualifier::exact, FigureKind::money, here, {}});
  document.facts.people.push_back({evil, evil, evil, evil, evil, {here}});
  document.facts.quotations.push_back({evil, evil, {}, 0, evil, false, here});
  document.facts.dates.push_back({evil, evil, evil, DatePrecision::day, DateRole::mentioned, false, evil, here});
  document.facts.places.push_back({evil, evil, evil, {here}});
  document.facts.events.push_back({evil, evil, evil, evil, evil, EventStatus::past, here});
  document.facts.organisations.push_back({evil, evil, evil, {here}});
  document.facts.contacts.push_back({evil, evil, evil, evil, {evil}, {evil}, here});
  document.facts.links.push_back({evil, evil, evil, here});
  document.facts.points.push_back({evil, 0, evil});
  document.diagnostics.push_back({Severity::warning, evil, evil, evil, {}});
  for (const char* profile : {"analysis", "accessible"}) {
    Diagnostics diagnostics;
    const Parts parts = test::read_package(test::export_workbook(document, diagnostics, profile));
    for (const auto& [name, xml] : parts) {
      CHECK(count(xml, "<f>") == 0);
      CHECK(count(xml, "<f ") == 0);
      CHECK(count(xml, "Target=\"javascript") == 0);
    }
    CHECK(value(test::read_cells(parts, figures_sheet), evil, "As written").value == evil);
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].code == "link-left-out");
  }
}

TEST_CASE("a figure with more digits than Excel keeps is also there as text", "[xlsx_facts]") {
  Document document = test::english_release();
  document.facts.figures[0].value = *Decimal::parse("1234567890123456789");
  Diagnostics diagnostics;
  const Cells cells = test::read_cells(test::read_package(test::export_workbook(document, diagnostics)), figures_sheet);
  CHECK(value(cells, "f1", "Exact value").value == "1234567890123456789");
  CHECK(value(cells, "f2", "Exact value").value.empty());
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].code == "digits-rounded");
  CHECK(diagnostics[0].span == document.facts.figures[0].provenance.span);
  CHECK(value(test::read_cells(parts_of(test::english_release()), figures_sheet), "f1", "Exact value").value.empty());
}

TEST_CASE("what is read as a page prints upright, tables of facts across", "[xlsx_facts]") {
  const Parts parts = parts_of(test::english_release());
  CHECK_THAT(sheet_xml(parts, 1), ContainsSubstring("orientation=\"portrait\""));
  CHECK_THAT(sheet_xml(parts, figures_sheet), ContainsSubstring("orientation=\"landscape\""));
}

TEST_CASE("the accessible profile has no filter, no frozen pane and no footer", "[xlsx_facts]") {
  const Parts analysis = parts_of(test::english_release());
  const Parts accessible = parts_of(test::english_release(), "accessible");
  CHECK_THAT(sheet_xml(analysis, figures_sheet), ContainsSubstring("state=\"frozen\""));
  CHECK_THAT(sheet_xml(analysis, figures_sheet), ContainsSubstring("oddFooter"));
  std::size_t tables = 0;
  for (const auto& [name, xml] : accessible) {
    for (const char* part : {"state=\"frozen\"", "<autoFilter", "oddFooter", "<mergeCell"})
      CHECK(count(xml, part) == 0);
    if (name.rfind("xl/tables/", 0) != 0) continue;
    ++tables;
    CHECK_THAT(xml, ContainsSubstring("ref=\"A1:"));
  }
  CHECK(tables == 12);  // the summary is a table too
}

TEST_CASE("a document without facts says so and is still a workbook", "[xlsx_facts]") {
  const Document document = test::DocumentBuilder("en").loose(BlockKind::title, "Only a title").document;
  const Parts parts = parts_of(document);
  CHECK(test::read_cells(parts, people_sheet).at("A2").value == "None found in this release.");
  CHECK_THAT(parts.at("xl/tables/table1.xml"), ContainsSubstring("ref=\"A1:N2\""));
  Diagnostics diagnostics;
  CHECK_FALSE(test::export_workbook(Document{}, diagnostics, "analysis", test::standard_resources("en")).empty());
}

TEST_CASE("labels of every language give a sound workbook", "[xlsx_facts]") {
  for (const char* language : {"en", "fr", "es", "ar"}) {
    const auto labels = test::read_labels(language);
    for (const char* profile : {"analysis", "accessible"}) {
      Diagnostics diagnostics;
      Document document = test::english_release();
      document.facts.figures[0].provenance.origin = Origin::corrected;
      document.facts.figures[0].value = *Decimal::parse("1234567890123456789");
      const Parts parts =
          test::read_package(test::export_workbook(document, diagnostics, profile, test::standard_resources(language)));
      const auto names = sheet_names(parts);
      CHECK(std::set<std::string>(names.begin(), names.end()).size() == 12);
      CHECK(names[1] == labels.at("sheet.figures"));
      CHECK(count(parts.at("xl/sharedStrings.xml"), ">sheet.") == 0);  // no bare key
    }
  }
}

TEST_CASE("an Arabic release gives right-to-left sheets in a font that has its letters", "[xlsx_facts]") {
  const Parts parts = parts_of(test::arabic_release());
  for (int sheet = 1; sheet <= about_sheet; ++sheet)
    CHECK_THAT(sheet_xml(parts, sheet), ContainsSubstring("rightToLeft=\"1\""));
  CHECK_THAT(parts.at("xl/styles.xml"), ContainsSubstring("<name val=\"Arial\"/>"));
  CHECK(value(test::read_cells(parts, people_sheet), "p1", "الاسم").value == "ليلى الحداد");
}

TEST_CASE("the same request gives the same bytes", "[xlsx_facts]") {
  Diagnostics diagnostics;
  CHECK(test::export_workbook(test::english_release(), diagnostics) ==
        test::export_workbook(test::english_release(), diagnostics));
}

TEST_CASE("labels that a user has edited badly do not break the workbook", "[xlsx_facts]") {
  Resources resources = test::standard_resources("en");
  resources.labels["sheet.people"] = "People / Posts [all]: with a name that is far too long";
  resources.labels["sheet.places"] = resources.labels["sheet.dates"];
  resources.labels.erase("sheet.value");
  Diagnostics diagnostics;
  const Parts parts =
      test::read_package(test::export_workbook(test::english_release(), diagnostics, "analysis", resources));
  CHECK(sheet_names(parts)[2] == "People   Posts  all   with a na");
  CHECK(sheet_names(parts)[6] == "Dates 2");
  CHECK(value(test::read_cells(parts, figures_sheet), "f1", "sheet.value").value == "23");

  resources.labels["sheet.value"] = "id";  // the same as another header, capitals aside
  CHECK_THROWS_AS(test::export_workbook(test::english_release(), diagnostics, "analysis", resources), Error);
}

TEST_CASE("a template may leave sheets out", "[xlsx_facts]") {
  Resources resources = test::standard_resources("en");
  resources.files["template.toml"] = changed_theme(
      "show = [\"summary\", \"figures\", \"people\", \"quotations\", \"dates\", \"events\", \"places\", "
      "\"organisations\", \"contacts\", \"links\",\n        \"text\", \"about\"]",
      "show = [\"figures\"]");
  Diagnostics diagnostics;
  const Parts parts =
      test::read_package(test::export_workbook(test::english_release(), diagnostics, "analysis", resources));
  CHECK(sheet_names(parts) == std::vector<std::string>{"Figures"});
  CHECK(value(test::read_cells(parts, 1), "f1", "Sentence").value == "S1");
  CHECK(count(sheet_xml(parts, 1), "<hyperlink") == 0);
}

TEST_CASE("a broken template is one line that names the place and the way out", "[xlsx_facts]") {
  CHECK(plugins::read_theme(test::read_theme_file(), "standard").has_value());
  CHECK_THAT(theme_failure("name = "), ContainsSubstring("mine/template.toml:1:"));
  CHECK_THAT(theme_failure(changed_theme("#14304F", "navy")), ContainsSubstring("'head' must be a colour"));
  CHECK_THAT(theme_failure(changed_theme("size = 11", "size = 110")),
             ContainsSubstring("'size' must be a number from 6 to 36"));
  CHECK_THAT(theme_failure(changed_theme("accent =", "acent =")), ContainsSubstring("'acent' is not known here"));
  CHECK_THAT(theme_failure(changed_theme("\"A4\"\n", "A4\n")), ContainsSubstring("mine/template.toml:"));
  CHECK_THAT(theme_failure(changed_theme("\"about\"]", "\"abuot\"]")),
             ContainsSubstring("'abuot' is none of the sheets"));
  CHECK_THAT(theme_failure(changed_theme("\"about\"]", "\"text\"]")), ContainsSubstring("stands twice"));
  CHECK_THAT(theme_failure(changed_theme("kind = \"sheet\"", "kind = \"brief\"")),
             ContainsSubstring("'kind' must be \"sheet\""));
  CHECK_THAT(theme_failure(changed_theme("[page]", "[pages]")), ContainsSubstring("'pages' is not known"));
  const std::string placed = theme_failure(changed_theme("#14304F", "navy"));
  CHECK_THAT(placed, ContainsSubstring(":20:8"));
  CHECK(placed.find('\n') == std::string::npos);

  Resources resources = test::standard_resources("en");
  resources.files.clear();
  Diagnostics diagnostics;
  CHECK_THROWS_AS(test::export_workbook(test::english_release(), diagnostics, "analysis", resources), Error);
}
