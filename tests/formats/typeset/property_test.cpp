// Properties that hold for any text: random documents in several scripts, from fixed seeds.
#include <algorithm>
#include <random>

#include "tests/formats/typeset/support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::typeset;

namespace {

// Own arithmetic: the standard's distributions differ between libraries.
class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t limit) { return engine_() % limit; }
  std::size_t between(std::size_t least, std::size_t most) { return least + below(most - least + 1); }

 private:
  std::mt19937 engine_;
};

void append(std::string& text, char32_t c) {
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += static_cast<char>(0xC0 | c >> 6);
    text += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    text += static_cast<char>(0xE0 | c >> 12);
    text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    text += static_cast<char>(0x80 | (c & 0x3F));
  }
}

struct Alphabet {
  char32_t first;
  std::size_t size;
};
constexpr Alphabet alphabets[] = {{U'a', 26},  {0x3B1, 17}, {0x430, 32}, {0x628, 18}, {0x5D0, 27},
                                  {0x915, 36}, {0xE01, 46}, {U'0', 10},  {U'A', 26}};

std::string random_word(Random& random) {
  const Alphabet& alphabet = alphabets[random.below(std::size(alphabets))];
  std::string word;
  const std::size_t length = random.below(20) == 0 ? random.between(20, 90) : random.between(1, 12);
  for (std::size_t i = 0; i < length; ++i)
    append(word, alphabet.first + static_cast<char32_t>(random.below(alphabet.size)));
  const char* signs[] = {"", "", "", "", ",", ".", ")", "%", "-", "\u00A0", "\u00AD", "/"};
  word += signs[random.below(std::size(signs))];
  return random.below(12) == 0 ? "(" + word : word;
}

std::string random_text(Random& random, std::size_t words) {
  std::string text;
  for (std::size_t i = 0; i < words; ++i) text += random_word(random) + (random.below(15) == 0 ? "  " : " ");
  return text;
}

/// Text with its spaces taken out, and the hyphens that layout and source may both have.
std::string without_spaces(std::string text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ' ' || text[i] == '\n') continue;
    if (text.compare(i, 2, "\u00AD") == 0) {
      ++i;
      continue;
    }
    result += text[i];
  }
  return result;
}

/// The surroundings of where two texts part; empty when they do not.
std::string first_difference(const std::string& a, const std::string& b) {
  if (a == b) return {};
  const auto at = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  const std::size_t begin = at - std::min<std::size_t>(at, 40);
  return a.substr(begin, 80) + " instead of " + b.substr(begin, 80);
}

Flow random_flow(unsigned seed, std::string& all_text) {
  Random random(seed);
  Flow flow({.language = random.below(2) == 0 ? "en-GB" : "ar"});
  for (std::size_t block = 0; block < 12; ++block) {
    ParagraphStyle style =
        test::style(static_cast<Points>(random.between(7, 14)), static_cast<Alignment>(random.below(4)));
    style.hyphenation = random.below(2) == 0 ? Hyphenation::on : Hyphenation::off;
    style.space_after = static_cast<Points>(random.below(10));
    const std::string text = random_text(random, random.between(1, 60));
    switch (random.below(6)) {
      case 0:
        flow.heading(static_cast<int>(random.between(1, 3)), text, style);
        break;
      case 1: {
        ListStyle list;
        list.body = style;
        list.label = style.text;
        flow.list({{.label = "7", .text = text}}, list);
        all_text += "7";
        break;
      }
      case 2: {
        Table table;
        table.columns = {Column::automatic(), Column::fraction(2)};
        table.rows = {{{.text = text}, {.text = "x"}}, {{.text = "y"}}};
        flow.table(table, {.head = style, .body = style});
        all_text += text + "xy";
        continue;
      }
      case 3:
        flow.callout({.bar = Color{}}, [&] { flow.paragraph(text, style); });
        break;
      default:
        flow.paragraph(Text(text), style);
    }
    all_text += text;
  }
  return flow;
}

}  // namespace

TEST_CASE("layouts of random texts keep their contract and stay in the text area", "[typeset][property]") {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    INFO("seed " << seed);
    std::string source;
    const Flow flow = random_flow(seed, source);
    const PageTemplate page = test::small_page(120 + seed * 7, 260);
    const Layout layout = test::layout_of(flow, page);
    REQUIRE(test::contract_violation(layout).empty());
    // by element, since a row taller than its page goes on with all its cells
    std::vector<std::string> shown_by(layout.elements.size());
    for (const Page& one : layout.pages) {
      for (const PageItem& item : one.items) {
        const auto* run = std::get_if<GlyphRun>(&item.content);
        if (run == nullptr) continue;
        if (item.element != artifact) shown_by[item.element] += run->text;
        // the space at a line's end hangs beyond it and shows nothing
        if (run->text.find_first_not_of(' ') == std::string::npos) continue;
        REQUIRE(run->origin.x >= 20 - 0.02);
        REQUIRE(test::right_of(*run) <= page.size.width - 20 + 0.02);
        REQUIRE(run->origin.y > 20);
        REQUIRE(run->origin.y < page.size.height - 20);
      }
    }
    std::string shown;
    for (const std::string& text : shown_by) shown += text;
    // every character of the source is in one run, in order, apart from spaces at line ends
    CHECK(first_difference(without_spaces(shown), without_spaces(source)) == std::string());
  }
}

TEST_CASE("hostile bytes are laid out without harm", "[typeset][property]") {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    INFO("seed " << seed);
    Random random(seed);
    std::string bytes;
    for (std::size_t i = 0; i < 400; ++i)
      bytes += static_cast<char>(random.below(4) == 0 ? random.below(256) : ' ' + random.below(90));
    // the explicit controls of bidirectional text, joiners, selectors
    const char32_t controls[] = {0x200B, 0x200D, 0x200F, 0x202A, 0x202B, 0x202E, 0x202C,
                                 0x2066, 0x2067, 0x2069, 0xFE0F, 0x0301, 0x2028, 0xFFFD};
    for (const char32_t control : controls) {
      std::string sign;
      append(sign, control);
      bytes.insert(random.below(bytes.size()), sign);
    }
    Flow flow({.language = seed % 2 == 0 ? "ar" : "en"});
    flow.paragraph(bytes, test::style(10, Alignment::justify));
    CHECK(test::contract_violation(test::layout_of(flow, test::small_page())).empty());
  }
}
