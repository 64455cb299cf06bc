#include "tests/plugins/pdf_brief/samples.hpp"

#include <toml++/toml.h>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>

#include "plugins/pdf_brief/pdf_brief.hpp"
#include "tests/support/catch.hpp"

namespace herald::test {

namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

void flatten(const toml::table& table, const std::string& prefix, Labels& labels) {
  for (const auto& [key, node] : table) {
    const std::string name = prefix + std::string(key.str());
    if (const auto* inner = node.as_table()) {
      flatten(*inner, name + ".", labels);
    } else if (const auto text = node.value<std::string>()) {
      labels[name] = *text;
    }
  }
}

class StringOutput final : public Output, public OutputStream {
 public:
  OutputStream& main() override { return *this; }
  OutputStream& beside(std::string_view) override { throw std::logic_error("the briefing has no second file"); }
  void write(std::string_view bytes) override { bytes_ += bytes; }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

Figure figure(const DocumentBuilder& builder, std::string id, FigureKind kind, Decimal value, std::string words,
              std::string counted, std::string currency = {}, Qualifier qualifier = Qualifier::exact) {
  Figure made;
  made.id = std::move(id);
  made.kind = kind;
  made.value = value;
  made.as_written = words;
  made.counted = std::move(counted);
  made.currency = std::move(currency);
  made.qualifier = qualifier;
  made.provenance = builder.at(words);
  return made;
}

Person person(const DocumentBuilder& builder, std::string name, std::string role, std::string affiliation,
              std::string country) {
  Person made;
  made.id = "person-" + std::to_string(builder.document.facts.people.size() + 1);
  made.mentions = {builder.at(name)};
  made.name = std::move(name);
  made.role = std::move(role);
  made.affiliation = std::move(affiliation);
  made.country = std::move(country);
  return made;
}

DateMention date(const DocumentBuilder& builder, std::string words, std::string start, std::string end = {}) {
  DateMention made;
  made.id = "date-" + std::to_string(builder.document.facts.dates.size() + 1);
  made.provenance = builder.at(words);
  made.as_written = std::move(words);
  made.precision = start.size() == 4   ? DatePrecision::year
                   : start.size() == 7 ? DatePrecision::month
                                       : DatePrecision::day;
  made.start = std::move(start);
  made.end = std::move(end);
  return made;
}

Quotation quotation(const DocumentBuilder& builder, std::string words, std::uint32_t speaker) {
  Quotation made;
  made.id = "quotation-" + std::to_string(builder.document.facts.quotations.size() + 1);
  made.provenance = builder.at(words);
  made.parts = {made.provenance.span};
  made.text = std::move(words);
  made.speaker = speaker;
  return made;
}

Event event(const DocumentBuilder& builder, std::string name, std::string start, std::string end, std::string place,
            EventStatus status) {
  Event made;
  made.id = "event-" + std::to_string(builder.document.facts.events.size() + 1);
  made.provenance = builder.at(name);
  made.name = std::move(name);
  made.start = std::move(start);
  made.end = std::move(end);
  made.place = std::move(place);
  made.status = status;
  return made;
}

void points(Document& document, std::initializer_list<std::uint32_t> sentences) {
  for (const std::uint32_t sentence : sentences) {
    document.facts.points.push_back({"point-" + std::to_string(document.facts.points.size() + 1), sentence, "lead"});
  }
}

void dateline(DocumentBuilder& builder, const std::string& with_dash, std::string place, std::string country) {
  Dateline made;
  made.span = builder.at(with_dash).span;
  made.block = builder.at(with_dash).block;
  made.text = place;
  made.place = std::move(place);
  made.country = std::move(country);
  builder.document.metadata.dateline = made;
}

}  // namespace

DocumentBuilder::DocumentBuilder(std::string language) {
  document.metadata.language = std::move(language);
  document.source.uri = "releases/harbours.txt";
  document.source.media_type = "text/plain";
  document.source.encoding = "UTF-8";
  document.source.sha256 = "6f1c2a09b0f4d1f7a9c3e5b7182d3c4f5a6b7c8d9e0f1a2b3c4d5e6f708192a3";
}

DocumentBuilder& DocumentBuilder::block(BlockKind kind, std::string text, std::uint32_t group) {
  std::string& source = document.source.text;
  if (!source.empty()) source += "\n\n";
  const auto begin = static_cast<std::uint32_t>(source.size());
  source += text;
  Block made;
  made.kind = kind;
  made.group = group;
  made.level = kind == BlockKind::heading || kind == BlockKind::list_item ? 1 : 0;
  made.span = {begin, static_cast<std::uint32_t>(source.size())};
  made.inlines = {{InlineKind::text, text, "", made.span}};
  const bool sentences = kind == BlockKind::paragraph || kind == BlockKind::list_item || kind == BlockKind::block_quote;
  if (sentences) {
    const bool continues = kind == BlockKind::list_item || (group != 0 && group == numbered_group_);
    made.number = continues && number_ > 0 ? number_ : ++number_;
    numbered_group_ = group;
    for (std::size_t first = 0; first < text.size();) {
      const std::size_t stop = text.find(". ", first);
      const std::size_t end = stop == std::string::npos ? text.size() : stop + 1;
      document.sentences.push_back(
          {{begin + static_cast<std::uint32_t>(first), begin + static_cast<std::uint32_t>(end)},
           static_cast<std::uint32_t>(document.blocks.size())});
      first = stop == std::string::npos ? text.size() : stop + 2;
    }
  }
  document.blocks.push_back(std::move(made));
  return *this;
}

Provenance DocumentBuilder::at(std::string_view words) const {
  const std::size_t found = document.source.text.find(words);
  if (found == std::string::npos) throw std::runtime_error("the sample does not say \"" + std::string(words) + "\"");
  Provenance place;
  place.span = {static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(found + words.size())};
  for (std::uint32_t i = 0; i < document.sentences.size(); ++i) {
    if (document.sentences[i].span.contains(place.span.begin)) place.sentence = i;
  }
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    if (document.blocks[i].span.contains(place.span.begin)) place.block = i;
  }
  place.rule = "test";
  return place;
}

Document english_release() {
  DocumentBuilder builder("en");
  using enum BlockKind;
  builder.block(title, "Coastal States agree on joint patrols against illegal fishing in the Northern Straits")
      .block(date_line, "14 May 2026")
      .block(standfirst,
             "Nine governments share vessels, data and costs under a four-year programme that starts in July")
      .block(
          paragraph,
          "HALDEN BAY, Northmark – The Council of Coastal States today adopted a programme of joint patrols that will "
          "put 42 vessels at the disposal of nine fisheries authorities. The programme is funded with more than EUR "
          "310 million over four years.")
      .block(paragraph,
             "Illegal catches in the Northern Straits are estimated at 18 per cent of all landings, according to the "
             "Council’s own survey of 1,250 skippers carried out between January and March 2026. Losses to coastal "
             "communities amount to about EUR 95 million a year.")
      .block(paragraph, "The programme rests on three commitments:")
      .block(list_item, "a single register of licensed vessels, open to every authority", 1)
      .block(list_item, "patrols that may follow a suspect vessel across the waters of any member", 1)
      .block(list_item, "a common fund for observers and satellite images", 1)
      .block(paragraph, "The Council’s Secretary General Ingrid Solheim-Aasen said:")
      .block(block_quote, "“A vessel that breaks the rules in one bay must not find shelter in the next.", 2)
      .block(
          block_quote,
          "“What we have signed today is modest on paper and large at sea: for the first time our crews will see the "
          "same picture at the same moment.”",
          2)
      .block(image, "IMG_2041 copy.jpg", 3)
      .block(image, "IMG_2044 copy.jpg", 3)
      .block(noise, "/")
      .block(image, "IMG_2050.jpg", 3)
      .block(heading, "Training and review")
      .block(
          paragraph,
          "Some 600 inspectors from nine countries will be trained at the Halden Bay academy before the end of 2026. "
          "Tomás Arriaga, Director of Fisheries Control of Costa Larga, will chair the steering group.")
      .block(paragraph,
             "The first joint patrol sets out on 6 July 2026. A ministerial review conference is to be held in Port "
             "Amara, Southmark, from 9 to 11 March 2027, and members must send their vessel lists by 30 June 2026.")
      .block(paragraph,
             "“Small ports pay first when rules are not kept,” said Arriaga. He added that the fund would cover 80 per "
             "cent of the costs of observers.")
      .block(contact, "Press office of the Council: press@coastal.example, +00 555 0100")
      .block(
          boilerplate,
          "About the Council of Coastal States: the Council was founded in 1987 and brings together nine countries of "
          "the Northern Straits. It has its seat in Halden Bay.")
      .block(end_mark, "###");

  Document& document = builder.document;
  document.metadata.title = plain_text(document.blocks[0]);
  document.metadata.standfirst = plain_text(document.blocks[2]);
  document.metadata.published = "2026-05-14";
  dateline(builder, "HALDEN BAY, Northmark –", "Halden Bay", "Northmark");
  Facts& facts = document.facts;
  facts.figures = {
      figure(builder, "figure-1", FigureKind::count, 42, "42 vessels", "vessels at the disposal of nine authorities"),
      figure(builder, "figure-2", FigureKind::money, 310'000'000, "more than EUR 310 million", "over four years", "EUR",
             Qualifier::more_than),
      figure(builder, "figure-3", FigureKind::percent, 18, "18 per cent", "of all landings in the Northern Straits"),
      figure(builder, "figure-4", FigureKind::count, 1250, "1,250 skippers", "skippers surveyed"),
      figure(builder, "figure-5", FigureKind::money, 95'000'000, "about EUR 95 million",
             "losses to coastal communities a year", "EUR", Qualifier::about),
      figure(builder, "figure-6", FigureKind::count, 600, "Some 600 inspectors", "inspectors from nine countries", "",
             Qualifier::about),
      figure(builder, "figure-7", FigureKind::count, 9, "nine countries", "countries"),
      figure(builder, "figure-8", FigureKind::percent, 80, "80 per cent", "of the costs of observers")};
  facts.people = {person(builder, "Ingrid Solheim-Aasen", "Secretary General", "Council of Coastal States", ""),
                  person(builder, "Tomás Arriaga", "Director of Fisheries Control", "", "Costa Larga")};
  facts.quotations = {
      quotation(builder, "A vessel that breaks the rules in one bay must not find shelter in the next.", 0),
      quotation(builder, "Small ports pay first when rules are not kept,", 1)};
  facts.quotations[0].text +=
      " What we have signed today is modest on paper and large at sea: for the first time our crews will see the same "
      "picture at the same moment.";
  facts.dates = {date(builder, "between January and March 2026", "2026-01", "2026-03"),
                 date(builder, "before the end of 2026", "2026"), date(builder, "6 July 2026", "2026-07-06"),
                 date(builder, "30 June 2026", "2026-06-30"), date(builder, "founded in 1987", "1987")};
  facts.events = {event(builder, "ministerial review conference", "2027-03-09", "2027-03-11", "Port Amara, Southmark",
                        EventStatus::planned)};
  points(document, {0, 1, 2, 3});
  return document;
}

Document french_release() {
  DocumentBuilder builder("fr");
  using enum BlockKind;
  builder.block(title, "La bibliothèque municipale rouvre ses portes après deux ans de travaux")
      .block(standfirst,
             "Le bâtiment de 1931 accueille désormais 240\u00A0000 ouvrages et un auditorium de 180\u00A0places")
      .block(paragraph,
             "VALMONT – La maire de Valmont a inauguré jeudi la bibliothèque rénovée, dont le coût s’élève à 12,5\u00A0"
             "millions d’euros. La moitié de la somme vient de la Région.")
      .block(
          paragraph,
          "«\u00A0Une bibliothèque n’est pas un dépôt\u00A0: c’est la maison commune\u00A0», a déclaré Hélène Lefèvre-"
          "Caradec, maire de Valmont. L’établissement attend 150\u00A0000 visiteurs par an\u00A0; il sera ouvert sept "
          "jours sur sept à partir du 1er septembre 2026.");
  Document& document = builder.document;
  document.metadata.title = plain_text(document.blocks[0]);
  document.metadata.standfirst = plain_text(document.blocks[1]);
  document.metadata.published = "2026-06-18";
  dateline(builder, "VALMONT –", "Valmont", "");
  document.facts.figures = {
      figure(builder, "figure-1", FigureKind::money, *Decimal::parse("12500000"), "12,5\u00A0millions d’euros",
             "coût de la rénovation", "EUR"),
      figure(builder, "figure-2", FigureKind::count, 240000, "240\u00A0000", "ouvrages"),
      figure(builder, "figure-3", FigureKind::count, 150000, "150\u00A0000", "visiteurs attendus par an")};
  document.facts.people = {person(builder, "Hélène Lefèvre-Caradec", "maire de Valmont", "", "")};
  document.facts.quotations = {
      quotation(builder, "Une bibliothèque n’est pas un dépôt\u00A0: c’est la maison commune", 0)};
  document.facts.dates = {date(builder, "1er septembre 2026", "2026-09-01")};
  points(document, {0, 2});
  return document;
}

Document arabic_release() {
  DocumentBuilder builder("ar");
  using enum BlockKind;
  builder.block(title, "المدينة تفتتح متحف البحر الجديد بحضور وفود من 14 دولة")
      .block(standfirst, "المتحف يضم أكثر من 3,200 قطعة، وتبلغ كلفته 48 مليون دولار")
      .block(paragraph,
             "مرسى النخيل – افتتحت بلدية مرسى النخيل يوم الخميس متحف البحر الجديد الذي بُني خلال ثلاث سنوات على مساحة "
             "9,500 متر مربع (مبنى A-12). ويضم المتحف أكثر من 3,200 قطعة جُمعت بين عامي 1998 و2024.")
      .block(paragraph,
             "وقالت مديرة المتحف سلمى الهاشمي: «البحر ذاكرة المدينة، وهذا المتحف بيت لتلك الذاكرة». وأضافت أن الدخول "
             "سيكون مجانيًا للطلاب حتى 31 ديسمبر 2026.")
      .block(paragraph, "ويقوم برنامج المتحف على محورين:")
      .block(list_item, "حفظ القوارب الخشبية القديمة وترميمها", 1)
      .block(list_item, "تدريب 120 حرفيًا شابًا كل عام بالتعاون مع منظمة UNESCO", 1);
  Document& document = builder.document;
  document.metadata.title = plain_text(document.blocks[0]);
  document.metadata.standfirst = plain_text(document.blocks[1]);
  document.metadata.published = "2026-04-09";
  dateline(builder, "مرسى النخيل –", "مرسى النخيل", "");
  document.facts.figures = {
      figure(builder, "figure-1", FigureKind::money, 48'000'000, "48 مليون دولار", "كلفة المتحف", "USD"),
      figure(builder, "figure-2", FigureKind::count, 3200, "أكثر من 3,200 قطعة", "قطعة", "", Qualifier::more_than),
      figure(builder, "figure-3", FigureKind::count, 120, "120 حرفيًا", "حرفيًا شابًا كل عام")};
  document.facts.people = {person(builder, "سلمى الهاشمي", "مديرة المتحف", "", "")};
  document.facts.quotations = {quotation(builder, "البحر ذاكرة المدينة، وهذا المتحف بيت لتلك الذاكرة", 0)};
  document.facts.dates = {date(builder, "31 ديسمبر 2026", "2026-12-31")};
  points(document, {0, 1});
  return document;
}

Resources resources_for(std::string_view language, std::string_view template_name) {
  const std::filesystem::path templates = std::filesystem::path(HERALD_TEST_SOURCE_DIR).parent_path() / "templates";
  Resources resources;
  resources.template_name = template_name;
  resources.files["template.toml"] = read_file(templates / "brief" / template_name / "template.toml");
  const std::string labels = read_file(templates / "labels" / (std::string(language) + ".toml"));
  flatten(toml::parse(labels), "", resources.labels);
  return resources;
}

Options default_options() {
  Options options;
  options.set("page_size", std::string("a4"));
  options.set("marking", std::string());
  options.set("author", std::string());
  options.set("full_text", true);
  options.set("large_print", false);
  return options;
}

std::string export_brief(const Document& document, const Options& options, const Resources& resources,
                         Diagnostics* remarks) {
  static plugins::PdfBrief exporter;
  StringOutput output;
  Diagnostics diagnostics;
  exporter.export_document({"pdf", document, options, resources, 1'778'716'800}, output, diagnostics);
  if (remarks != nullptr) *remarks = diagnostics;
  return output.bytes();
}

std::string export_brief(const Document& document) {
  return export_brief(document, default_options(), resources_for(document.metadata.language));
}

std::string save(const std::string& bytes, const std::string& name) {
  const std::filesystem::path folder = std::filesystem::path(HERALD_TEST_BUILD_DIR) / "pdf_brief";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / name, std::ios::binary) << bytes;
  return (folder / name).string();
}

std::string output_of(const std::string& command) {
  struct Close {
    void operator()(std::FILE* pipe) const { pclose(pipe); }
  };
  const std::unique_ptr<std::FILE, Close> pipe(popen((command + " 2>/dev/null").c_str(), "r"));
  std::string all;
  std::array<char, 4096> buffer{};
  while (pipe != nullptr) {
    const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), pipe.get());
    if (size == 0) break;
    all.append(buffer.data(), size);
  }
  return all;
}

bool has_tool(const std::string& program) {
  const bool found = !output_of("command -v " + program).empty();
  if (!found) WARN("skipped: " << program << " is not installed");
  return found;
}

std::string text_of(const std::string& bytes, const std::string& name, const std::string& options) {
  std::string text = output_of("pdftotext " + options + " " + save(bytes, name) + " -");
  REQUIRE_FALSE(text.empty());
  return text;
}

}  // namespace herald::test
