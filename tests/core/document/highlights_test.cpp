// One choice of facts for every output, made from documents put together by hand.
#include "herald/highlights.hpp"

#include "tests/support/catch.hpp"

using namespace herald;

namespace {

/// A document of numbered paragraphs, one sentence each.
class Writer {
 public:
  Writer& add(BlockKind kind, const std::string& text) {
    const auto begin = static_cast<std::uint32_t>(document.source.text.size());
    document.source.text += text + "\n\n";
    const Span span{begin, begin + static_cast<std::uint32_t>(text.size())};
    Block block;
    block.kind = kind;
    block.number = kind == BlockKind::title ? 0 : ++number_;
    block.inlines = {{InlineKind::text, text, "", span}};
    block.span = span;
    document.sentences.push_back({span, static_cast<std::uint32_t>(document.blocks.size())});
    document.blocks.push_back(block);
    return *this;
  }

  /// A figure of the sentence added last.
  Writer& figure(FigureKind kind, std::int64_t value, const std::string& counted, const std::string& currency = {}) {
    Figure made;
    made.kind = kind;
    made.value = value;
    made.counted = counted;
    made.currency = currency;
    made.provenance.sentence = static_cast<std::uint32_t>(document.sentences.size() - 1);
    made.provenance.block = static_cast<std::uint32_t>(document.blocks.size() - 1);
    document.facts.figures.push_back(made);
    return *this;
  }

  Document document;

 private:
  std::uint32_t number_ = 0;
};

std::vector<std::string> values_of(const Selection<const Figure*>& selection) {
  std::vector<std::string> values;
  for (const Figure* figure : selection.chosen) values.push_back(figure->value.to_string());
  return values;
}

using Values = std::vector<std::string>;

}  // namespace

TEST_CASE("after the title's sum comes the largest share, then what is counted", "[highlights]") {
  using enum FigureKind;
  Writer writer;
  writer.add(BlockKind::title, "700 million for harbours").figure(money, 700'000'000, "", "GBP");
  writer.add(BlockKind::paragraph, "The fund of 700 million covers 12 harbours.");
  writer.figure(money, 700'000'000, "", "GBP").figure(count, 12, "harbours");
  writer.add(BlockKind::paragraph, "It shelters 88,000 boats and 300 slips.");
  writer.figure(count, 88'000, "boats").figure(count, 300, "slips");
  writer.add(BlockKind::paragraph, "40 million are for buoys.").figure(money, 40'000'000, "", "GBP");
  writer.add(BlockKind::paragraph, "250 million are for quays.").figure(money, 250'000'000, "", "GBP");
  const auto selection = key_figures(writer.document, 4);
  CHECK(values_of(selection) == Values{"700000000", "250000000", "88000", "40000000"});
  CHECK(selection.left_out == 2);
  CHECK(selection.chosen[0]->provenance.sentence == 1);  // the mention that has a paragraph to cite
  CHECK(values_of(key_figures(writer.document, 2)) == Values{"700000000", "250000000"});
}

TEST_CASE("a sentence gives one figure, unless there are few", "[highlights]") {
  using enum FigureKind;
  Writer writer;
  writer.add(BlockKind::paragraph, "39 towns asked for 133 pumps and 35 gates.");
  writer.figure(count, 39, "towns").figure(count, 133, "pumps").figure(count, 35, "gates");
  CHECK(key_figures(writer.document, 8).chosen.size() == 3);
  for (const char* text : {"a", "b", "c"}) {
    writer.add(BlockKind::paragraph, text).figure(count, 500 + text[0], "boats");
  }
  CHECK(key_figures(writer.document, 8).chosen.size() == 4);
}

TEST_CASE("the lead gives up to three figures", "[highlights]") {
  using enum FigureKind;
  Writer writer;
  writer.add(BlockKind::paragraph, "The line cost 24 million, carries 35,000 people on 140 trains at 9 stops.");
  writer.figure(money, 24'000'000, "line", "EUR").figure(count, 35'000, "people").figure(count, 140, "trains");
  writer.figure(count, 19, "stops");
  Point lead;
  writer.document.facts.points.push_back(lead);
  for (const char* text : {"a", "b", "c"}) {
    writer.add(BlockKind::paragraph, text).figure(count, 200 + text[0], "boats");
  }
  const auto chosen = key_figures(writer.document, 8);
  CHECK(chosen.chosen.size() == 6);
  CHECK(chosen.left_out == 1);
}

TEST_CASE("a sum of the title alone, without paragraph and without a word, is no figure to show", "[highlights]") {
  Writer writer;
  writer.add(BlockKind::title, "6 million missing").figure(FigureKind::money, 6'000'000, "", "USD");
  CHECK(key_figures(writer.document, 8).chosen.empty());
}

TEST_CASE("the boilerplate's figures are no key figures", "[highlights]") {
  Writer writer;
  writer.add(BlockKind::paragraph, "The fair drew 900 boats.").figure(FigureKind::count, 900, "boats");
  writer.add(BlockKind::boilerplate, "The office has 58,000 members.").figure(FigureKind::count, 58'000, "members");
  CHECK(values_of(key_figures(writer.document, 8)) == Values{"900"});
}

TEST_CASE("a quotation that is marked partial is shown where it is a statement", "[highlights]") {
  Document document;
  const auto quote = [&](const std::string& text, bool partial) {
    Quotation made;
    made.text = text;
    made.partial = partial;
    document.facts.quotations.push_back(made);
  };
  quote("a few words of the release's own", true);
  quote("The fence is down. We mend it now.", true);
  quote("not new advice but one number that somebody answers by day and by night", true);
  quote("Never again!", false);
  quote("The ferries will run on Sundays from the spring on,", false);
  const auto shown = key_quotations(document, 9).chosen;
  REQUIRE(shown.size() == 3);
  CHECK(shown[0] == &document.facts.quotations[1]);
  CHECK(shown[1] == &document.facts.quotations[2]);
  CHECK(quoted_words(*shown[2]) == "The ferries will run on Sundays from the spring on");
}

TEST_CASE("a sentence that announces stands with what it announces, and is no point", "[highlights]") {
  Writer writer;
  writer.add(BlockKind::paragraph, "Between 5 and 8 March the teams:").add(BlockKind::list_item, "mended 193 wells");
  CHECK(standing_sentence(writer.document, 0) == "Between 5 and 8 March the teams: mended 193 wells");
  writer.document.facts.points = {{"point-1", 0, "lead"}, {"point-2", 1, "figure"}};
  const auto points = key_points(writer.document, 5);
  REQUIRE(points.size() == 1);
  CHECK(points[0]->id == "point-2");
}

TEST_CASE("a post begins with a capital in a table", "[highlights]") {
  CHECK(capitalised("nurse") == "Nurse");
  CHECK(capitalised("élue locale") == "Élue locale");
  CHECK(capitalised("Director") == "Director");
  CHECK(capitalised("مديرة") == "مديرة");
  CHECK(capitalised("").empty());
}
