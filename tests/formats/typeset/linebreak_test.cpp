#include "formats/typeset/linebreak.hpp"

#include <chrono>
#include <limits>

#include "formats/typeset/itemize.hpp"
#include "tests/support/catch.hpp"

using namespace herald::typeset;

namespace {

/// Breakpoints of words with spaces of width 1 (stretch 1/2, shrink 1/3) between them.
std::vector<Breakpoint> words(const std::vector<double>& widths) {
  std::vector<Breakpoint> points;
  LineMeasure sum;
  for (const double width : widths) {
    sum.width += width;
    Breakpoint point;
    point.before = sum;
    sum.width += 1;
    sum.stretch += 0.5;
    sum.shrink += 1.0 / 3;
    point.after = sum;
    points.push_back(point);
  }
  return points;
}

LineSetting setting(Points width, LineFit fit = LineFit::justified) {
  LineSetting result;
  result.first_width = width;
  result.width = width;
  result.fit = fit;
  result.rag = 3;
  return result;
}

using Chosen = std::vector<std::size_t>;

/// The sum of squared slack that a way of breaking ragged lines leaves, the last line not counted.
double slack_of(const std::vector<Breakpoint>& points, const Chosen& chosen, Points width) {
  double sum = 0;
  double start = 0;
  for (std::size_t i = 0; i + 1 < chosen.size(); ++i) {
    const double slack = width - (points[chosen[i]].before.width - start);
    sum += slack * slack * slack * slack * slack * slack;
    start = points[chosen[i]].after.width;
  }
  return sum;
}

}  // namespace

TEST_CASE("a text that fits is one line", "[typeset][linebreak]") {
  CHECK(break_optimally(words({3, 3}), setting(10), any_tolerance) == Chosen{1});
  CHECK(break_greedily(words({3, 3}), setting(10)) == Chosen{1});
}

TEST_CASE("the whole paragraph decides where the first line ends", "[typeset][linebreak]") {
  // First fit takes "aaa bb" and leaves "cc" far too short for its line; the optimum evens them out.
  // (The classical case for total-fit breaking: aaa bb cc ddddd in a measure of 6.)
  const std::vector<Breakpoint> points = words({3, 2, 2, 5});
  CHECK(break_greedily(points, setting(6, LineFit::ragged)) == Chosen{1, 2, 3});
  CHECK(break_optimally(points, setting(6, LineFit::ragged), any_tolerance) == Chosen{0, 2, 3});
}

TEST_CASE("no other way of breaking beats the optimum", "[typeset][linebreak]") {
  const std::vector<double> widths{4, 2, 6, 1, 3, 5, 2, 2, 7, 1, 4};
  const std::vector<Breakpoint> points = words(widths);
  const Points width = 12;
  const Chosen best = break_optimally(points, setting(width, LineFit::ragged), any_tolerance);
  double least = std::numeric_limits<double>::max();
  // every subset of breaks, the last one always chosen
  for (unsigned mask = 0; mask < 1U << (widths.size() - 1); ++mask) {
    Chosen chosen;
    for (std::size_t i = 0; i + 1 < widths.size(); ++i) {
      if ((mask >> i & 1U) != 0) chosen.push_back(i);
    }
    chosen.push_back(widths.size() - 1);
    double start = 0;
    bool fits = true;
    for (const std::size_t at : chosen) {
      fits = fits && points[at].before.width - start <= width;
      start = points[at].after.width;
    }
    if (fits && chosen.size() == best.size()) least = std::min(least, slack_of(points, chosen, width));
  }
  // demerits are not exactly the sixth power of the slack (the line penalty is added), so near enough counts
  CHECK(slack_of(points, best, width) <= least * 1.2 + 100);
}

TEST_CASE("a hyphen is a cost that a good line need not pay", "[typeset][linebreak]") {
  std::vector<Breakpoint> points = words({5, 4, 5});
  Breakpoint hyphen = points[1];
  hyphen.before.width -= 2;
  hyphen.after = hyphen.before;
  hyphen.hyphen = true;
  hyphen.penalty = 50;
  hyphen.hyphen_width = 1;
  points.insert(points.begin() + 1, hyphen);
  // "5 4" is exactly the measure: no hyphen
  CHECK(break_optimally(points, setting(10), any_tolerance) == Chosen{2, 3});
  // the measure is now a perfect fit for the hyphen only
  CHECK(break_optimally(points, setting(9), any_tolerance) == Chosen{1, 3});
}

TEST_CASE("the first pass gives up when a line would be too loose", "[typeset][linebreak]") {
  CHECK(break_optimally(words({6, 6, 6}), setting(10), first_pass_tolerance).empty());
  CHECK(break_optimally(words({6, 6, 6}), setting(10), any_tolerance) == Chosen{0, 1, 2});
}

TEST_CASE("a box wider than the measure stands alone and the rest goes on", "[typeset][linebreak]") {
  CHECK(break_optimally(words({3, 20, 3}), setting(10), any_tolerance) == Chosen{0, 1, 2});
  CHECK(break_greedily(words({3, 20, 3}), setting(10)) == Chosen{0, 1, 2});
  CHECK(break_optimally(words({20}), setting(10), any_tolerance) == Chosen{0});
}

TEST_CASE("justified lines may shrink their spaces by a third", "[typeset][linebreak]") {
  // 4+1+4+1+1.5 = 11.5 wide; two spaces give up to 2/3
  CHECK(break_optimally(words({4, 4, 1.5, 9}), setting(11), any_tolerance) == Chosen{2, 3});
  CHECK(break_optimally(words({4, 4, 1.5, 9}), setting(10.7), any_tolerance) == Chosen{1, 2, 3});
}

TEST_CASE("the first line may have a measure of its own", "[typeset][linebreak]") {
  LineSetting indented = setting(10, LineFit::ragged);
  indented.first_width = 5;
  CHECK(break_greedily(words({4, 4, 4}), indented) == Chosen{0, 2});
  CHECK(break_optimally(words({4, 4, 4}), indented, any_tolerance) == Chosen{0, 2});
}

TEST_CASE("places without width between them cost linear time", "[typeset][linebreak]") {
  // A word of nearly the measure, then signs without width, each of which a line could end at.
  std::vector<Breakpoint> points = words({8, 1, 1, 1});
  Breakpoint invisible = points[0];
  invisible.after = invisible.before;
  invisible.hyphen = true;
  invisible.hyphen_width = 1;
  points.insert(points.begin(), 100'000, invisible);
  for (const LineFit fit : {LineFit::ragged, LineFit::justified}) {
    const auto begin = std::chrono::steady_clock::now();
    CHECK(break_optimally(points, setting(10, fit), any_tolerance) == break_greedily(points, setting(10, fit)));
    // Each with each would be five thousand million steps; the limit leaves room for slow machines.
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(3));
  }
}

TEST_CASE("a line of ideographs is still broken as a whole", "[typeset][linebreak]") {
  std::vector<Breakpoint> points;
  LineMeasure sum;
  // First fit would leave three signs on a last line of their own.
  for (int i = 0; i < 903; ++i) {
    sum.width += 1;
    points.push_back({sum, sum, 0, 0, 0, false});
  }
  LineSetting ragged = setting(150, LineFit::ragged);
  ragged.rag = 30;
  const Chosen chosen = break_optimally(points, ragged, any_tolerance);
  CHECK(chosen.size() == 7);
  CHECK(chosen != break_greedily(points, ragged));
}

TEST_CASE("opportunities follow UAX 14 and count in bytes", "[typeset][linebreak]") {
  const auto opportunities = [](const std::string& text, const char* language = "en") {
    return break_opportunities(text, to_utf16(text), language);
  };
  CHECK(opportunities("one two") == std::vector<std::uint32_t>{4});
  CHECK(opportunities("EUR\u00A030") == std::vector<std::uint32_t>{});
  CHECK(opportunities("caf\u00E9 noir") == std::vector<std::uint32_t>{6});
  CHECK(opportunities("well-known") == std::vector<std::uint32_t>{5});
  CHECK(opportunities("\u6F22\u5B57", "zh") == std::vector<std::uint32_t>{3});
  CHECK(opportunities("").empty());
}

TEST_CASE("no line ends between a number and its unit, or after an initial", "[typeset][linebreak]") {
  const auto opportunities = [](const std::string& text) { return break_opportunities(text, to_utf16(text), "en"); };
  for (const char* bound : {"14 %", "5 km", "34 °C", "9 €", "M. Figueiredo", "É. Vasseur", "١٤ ٪"}) {
    CAPTURE(bound);
    CHECK(opportunities(bound).empty());
  }
  CHECK(opportunities("14 men") == std::vector<std::uint32_t>{3});
  CHECK(opportunities("14 kmx") == std::vector<std::uint32_t>{3});
  CHECK(opportunities("the EU. It") == std::vector<std::uint32_t>{4, 8});
  CHECK(opportunities("an m. word") == std::vector<std::uint32_t>{3, 6});
}
