// Texts invented for the tests.
#include "tests/plugins/xlsx_facts/sample.hpp"

#include <toml++/toml.h>

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "plugins/xlsx_facts/xlsx_facts.hpp"

namespace herald::test {
namespace {

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void flatten(const toml::table& table, const std::string& prefix, Labels& labels) {
  for (const auto& [key, node] : table) {
    const std::string name = prefix.empty() ? std::string(key.str()) : prefix + "." + std::string(key.str());
    if (const toml::table* inner = node.as_table())
      flatten(*inner, name, labels);
    else if (const auto text = node.value<std::string>())
      labels[name] = *text;
  }
}

class StringOutput final : public Output, private OutputStream {
 public:
  OutputStream& main() override { return *this; }
  OutputStream& beside(std::string_view) override { throw std::runtime_error("nothing goes beside a workbook"); }
  std::string bytes;

 private:
  void write(std::string_view piece) override { bytes += piece; }
};

}  // namespace

DocumentBuilder::DocumentBuilder(std::string language) {
  document.metadata.language = std::move(language);
  document.source = {"release.txt", "text/plain", "UTF-8", std::string(64, 'a'), {}};
}

DocumentBuilder& DocumentBuilder::block(BlockKind kind, std::vector<std::string> sentences) {
  Block block;
  block.kind = kind;
  if (is_body(kind)) block.number = ++paragraphs_;
  const auto index = static_cast<std::uint32_t>(document.blocks.size());
  std::string& text = document.source.text;
  block.span.begin = static_cast<std::uint32_t>(text.size());
  for (const std::string& sentence : sentences) {
    if (text.size() > block.span.begin) text += ' ';
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += sentence;
    document.sentences.push_back({{begin, static_cast<std::uint32_t>(text.size())}, index});
  }
  block.span.end = static_cast<std::uint32_t>(text.size());
  block.inlines.push_back({InlineKind::text, text.substr(block.span.begin), {}, block.span});
  document.blocks.push_back(std::move(block));
  text += "\n\n";
  return *this;
}

DocumentBuilder& DocumentBuilder::loose(BlockKind kind, const std::string& words) {
  Block block;
  block.kind = kind;
  std::string& text = document.source.text;
  block.span.begin = static_cast<std::uint32_t>(text.size());
  text += words;
  block.span.end = static_cast<std::uint32_t>(text.size());
  block.inlines.push_back({InlineKind::text, words, {}, block.span});
  document.blocks.push_back(std::move(block));
  text += "\n\n";
  return *this;
}

Provenance DocumentBuilder::at(std::string_view words, std::string rule) const {
  const std::size_t begin = document.source.text.find(words);
  if (begin == std::string::npos) throw std::runtime_error("the sample does not say: " + std::string(words));
  Provenance provenance;
  provenance.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + words.size())};
  provenance.rule = std::move(rule);
  provenance.confidence = 0.9;
  for (std::uint32_t i = 0; i < document.sentences.size(); ++i)
    if (document.sentences[i].span.contains(provenance.span.begin)) {
      provenance.sentence = i;
      provenance.block = document.sentences[i].block;
    }
  return provenance;
}

Document english_release() {
  DocumentBuilder sample("en");
  sample.loose(BlockKind::title, "Coastal states agree a common fund for safer harbours")
      .loose(BlockKind::standfirst, "Forty harbours will share pilots, radar data and rescue boats from next spring")
      .loose(BlockKind::date_line, "14 May 2026")
      .block(
          BlockKind::paragraph,
          {"PORT ALDER, Norland – Ministers of 23 coastal states agreed today to set up a common Harbour Safety Fund.",
           "The Fund will spend more than EUR 1.25 billion over five years, of which EUR 48,500,000.50 comes from "
           "fees."})
      .block(BlockKind::heading, {"What changes for crews"})
      .block(BlockKind::list_item, {"Pilots may work in any harbour of the Fund"})
      .block(BlockKind::list_item, {"Radar data are shared within 30 seconds"})
      .block(
          BlockKind::paragraph,
          {"“No crew should have to wait for help because a border lies in between,” said Ada Lindqvist, Chair of the "
           "Harbour Council.",
           "A spokesperson called the plan “long overdue”."})
      .block(BlockKind::paragraph,
             {"Between 50 and 60 boats are to be bought by 2029, and 4.5 per cent of fees go to training.",
              "The Council meets again in Saint Odile from 8 to 10 September 2026."})
      .loose(BlockKind::image, "harbour_001.jpeg")
      .loose(BlockKind::boilerplate,
             "About the Harbour Council: it was founded in 1898 and has its seat in Port Alder.")
      .loose(BlockKind::end_mark, "###");
  Document& document = sample.document;
  document.metadata.title = "Coastal states agree a common fund for safer harbours";
  document.metadata.standfirst = "Forty harbours will share pilots, radar data and rescue boats from next spring";
  document.metadata.published = "2026-05-14";
  document.metadata.dateline =
      Dateline{"PORT ALDER, Norland", "Port Alder", "Norland", {}, {}, 3, sample.at("PORT ALDER, Norland –", "").span};
  Facts& facts = document.facts;
  const auto figure = [&](std::string id, const char* value, FigureKind kind, std::string words) {
    Figure made;
    made.id = std::move(id);
    made.value = *Decimal::parse(value);
    made.kind = kind;
    made.as_written = words;
    made.provenance = sample.at(words, "figures.sample");
    facts.figures.push_back(made);
    return &facts.figures.back();
  };
  figure("f1", "23", FigureKind::count, "23 coastal states")->counted = "coastal states";
  Figure* money = figure("f2", "1250000000", FigureKind::money, "more than EUR 1.25 billion");
  money->currency = "EUR";
  money->qualifier = Qualifier::more_than;
  money->counted = "spending of the Harbour Safety Fund";
  money = figure("f3", "48500000.5", FigureKind::money, "EUR 48,500,000.50");
  money->currency = "EUR";
  money->counted = "income from fees";
  Figure* span = figure("f4", "50", FigureKind::count, "Between 50 and 60 boats");
  span->maximum = Decimal(60);
  span->counted = "boats to be bought";
  Figure* share = figure("f5", "4.5", FigureKind::percent, "4.5 per cent");
  share->unit = "percent";
  share->counted = "fees for training";
  Figure* years = figure("f6", "5", FigureKind::duration, "five years");
  years->unit = "year";
  facts.people.push_back(
      {"p1", "Ada Lindqvist", "Chair", "Harbour Council", {}, {sample.at("Ada Lindqvist", "people.attribution")}});
  facts.quotations.push_back({"q1",
                              "No crew should have to wait for help because a border lies in between,",
                              {},
                              0,
                              {},
                              false,
                              sample.at("“No crew", "quotations.marks")});
  facts.quotations.push_back(
      {"q2", "long overdue", {}, {}, "A spokesperson", true, sample.at("“long overdue”", "quotations.marks")});
  facts.dates.push_back({"d1",
                         "2026-05-14",
                         {},
                         DatePrecision::day,
                         DateRole::published,
                         true,
                         "today",
                         sample.at("today", "dates.relative")});
  facts.dates.push_back({"d2", "2026-09-08", "2026-09-10", DatePrecision::day, DateRole::event, false,
                         "from 8 to 10 September 2026", sample.at("from 8 to 10 September 2026", "dates.range")});
  facts.dates.push_back(
      {"d3", "2029", {}, DatePrecision::year, DateRole::deadline, false, "2029", sample.at("2029", "dates.year")});
  facts.dates.push_back(
      {"d4", "1898", {}, DatePrecision::year, DateRole::mentioned, false, "1898", sample.at("1898", "dates.year")});
  facts.places.push_back({"l1", "Saint Odile", {}, {sample.at("Saint Odile", "places.in")}});
  facts.places.push_back({"l2", "Norland", "NO", {sample.at("Norland", "places.dateline")}});
  facts.events.push_back({"e1", "meeting of the Council", "2026-09-08", "2026-09-10", "Saint Odile",
                          EventStatus::planned, sample.at("The Council meets", "events.planned")});
  const Provenance council = sample.at("The Council meets", "organisations.kind_of_body");
  facts.organisations.push_back({"o1", "Harbour Council", "HC", {council}});
  facts.contacts.push_back({"c1",
                            "Ada Lindqvist",
                            "Chair",
                            "Harbour Council",
                            {"ada@harbour.example", "press@harbour.example"},
                            {"+47 22 55 50 10"},
                            council});
  facts.links.push_back({"k1", "the plan", "https://harbour.example/plan", council});
  facts.points.push_back({"s1", 0, "lead"});
  facts.points.push_back({"s2", 1, "figure"});
  return document;
}

Document arabic_release() {
  DocumentBuilder sample("ar");
  sample.loose(BlockKind::title, "اتفاق على صندوق مشترك لسلامة الموانئ")
      .loose(BlockKind::date_line, "14 مايو 2026")
      .block(BlockKind::paragraph,
             {"ميناء الدر – اتفق وزراء 23 دولة ساحلية اليوم على إنشاء صندوق مشترك لسلامة الموانئ.",
              "وينفق الصندوق أكثر من 1.25 مليار يورو (EUR) خلال خمس سنوات."})
      .block(BlockKind::paragraph,
             {"وقالت ليلى الحداد، رئيسة مجلس الموانئ: «لن تنتظر أي سفينة المساعدة بسبب الحدود»."});
  Document& document = sample.document;
  document.metadata.title = "اتفاق على صندوق مشترك لسلامة الموانئ";
  document.metadata.published = "2026-05-14";
  Facts& facts = document.facts;
  Figure states;
  states.id = "f1";
  states.value = Decimal(23);
  states.counted = "دولة ساحلية";
  states.as_written = "23 دولة ساحلية";
  states.provenance = sample.at("23 دولة", "figures.sample");
  facts.figures.push_back(states);
  Figure money;
  money.id = "f2";
  money.value = Decimal(1'250'000'000);
  money.kind = FigureKind::money;
  money.currency = "EUR";
  money.qualifier = Qualifier::more_than;
  money.as_written = "أكثر من 1.25 مليار يورو";
  money.provenance = sample.at("1.25 مليار يورو", "figures.sample");
  facts.figures.push_back(money);
  facts.people.push_back(
      {"p1", "ليلى الحداد", "رئيسة", "مجلس الموانئ", {}, {sample.at("ليلى الحداد", "people.attribution")}});
  facts.quotations.push_back(
      {"q1", "لن تنتظر أي سفينة المساعدة بسبب الحدود", {}, 0, {}, false, sample.at("لن تنتظر", "quotations.marks")});
  facts.points.push_back({"k1", 0, "lead"});
  return document;
}

Labels read_labels(const std::string& language) {
  Labels labels;
  flatten(toml::parse(read_file(HERALD_TEST_SOURCE_DIR "/../templates/labels/" + language + ".toml")), "", labels);
  return labels;
}

std::string read_theme_file() { return read_file(HERALD_TEST_SOURCE_DIR "/../templates/sheet/standard/template.toml"); }

Resources standard_resources(const std::string& language) {
  return {"standard", {{"template.toml", read_theme_file()}}, read_labels(language)};
}

std::string export_workbook(const Document& document, Diagnostics& diagnostics, const std::string& profile,
                            const Resources& resources) {
  Options options;
  options.set("profile", profile);
  StringOutput output;
  plugins::XlsxFacts exporter;
  exporter.export_document({"xlsx", document, options, resources, 1'780'000'000}, output, diagnostics);
  return output.bytes;
}

std::string export_workbook(const Document& document, Diagnostics& diagnostics, const std::string& profile) {
  return export_workbook(document, diagnostics, profile, standard_resources(document.metadata.language));
}

}  // namespace herald::test
