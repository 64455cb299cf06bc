// Lists, quotations, headings, pictures, tables, contacts, boilerplate, end marks: a table of cases each.
#include "tests/core/reading/reading_support.hpp"
#include "tests/support/catch.hpp"

using herald::BlockKind;
using herald::test::outline;
using herald::test::read;
using herald::test::texts_of;

namespace {

using Lines = std::vector<std::string>;

constexpr const char* title = "Harbour city agrees on piers\n\n";
constexpr const char* prose =
    "The council of the harbour city agreed today on a plan to build two new piers before the end of the decade.\n\n";
constexpr const char* more_prose =
    "Work on the first of them begins in spring, and ships of every size will find a berth there in three years.\n";

/// The blocks between the first paragraph and the last.
Lines between(const std::string& middle) {
  Lines lines = outline(read(std::string(title) + prose + middle + "\n" + more_prose));
  REQUIRE(lines.size() >= 3);
  return Lines(lines.begin() + 2, lines.end() - 1);
}

}  // namespace

TEST_CASE("list items are known by their markers", "[reading][lists]") {
  const std::vector<std::pair<std::string, Lines>> cases = {
      {"•\u00a0 \u00a0 One pier\n•\u00a0 \u00a0 Two piers\n", {"item: One pier", "item: Two piers"}},
      {"•One pier\n•Two piers\n", {"item: One pier", "item: Two piers"}},
      {"- one pier\n- two piers\n", {"item: one pier", "item: two piers"}},
      {"– one pier;\n\n– two piers.\n", {"item: one pier;", "item: two piers."}},
      {"1. One pier\n2. Two piers\n", {"item: One pier", "item: Two piers"}},
      {"(a) one pier;\n(b) two piers.\n", {"item: one pier;", "item: two piers."}},
      {"\uf0b7 One pier\n\uf0b7 Two piers\n", {"item: One pier", "item: Two piers"}},
      {"٠١. رصيف واحد\n٠٢. رصيفان\n", {"item: رصيف واحد", "item: رصيفان"}},
      // A dash or number alone is the text's own.
      {"– Jane Doe, mayor of the harbour city\n", {"paragraph: – Jane Doe, mayor of the harbour city"}},
      {"2026. That is the year in which the works on the second pier will begin, if all goes well in the first.\n",
       {"paragraph: 2026. That is the year in which the works on the second pier will begin, if all goes well in the "
        "first."}},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(between(text) == expected);
  }
}

TEST_CASE("lines set in below a colon are items", "[reading][lists]") {
  const herald::Document document =
      read(std::string(title) + "  The council will hold three hearings on the plan in the coming month:\n" +
           "    Old Town - Monday, 5 May, Town Hall\n    New Town - Tuesday, 6 May, School\n" +
           "  Everyone is welcome to speak at these hearings, which are open to all citizens.\n");
  CHECK(texts_of(document, BlockKind::list_item) ==
        Lines{"Old Town - Monday, 5 May, Town Hall", "New Town - Tuesday, 6 May, School"});
}

TEST_CASE("items share a group, deeper ones have a level, all the number of their paragraph", "[reading][lists]") {
  const herald::Document document =
      read(std::string(title) + prose + "• One pier\n    • of stone\n• Two piers\n\n" + more_prose);
  std::vector<const herald::Block*> items;
  for (const herald::Block& block : document.blocks) {
    if (block.kind == BlockKind::list_item) items.push_back(&block);
  }
  REQUIRE(items.size() == 3);
  CHECK(items[0]->group == items[2]->group);
  CHECK(items[0]->group != 0);
  CHECK(items[0]->level == 1);
  CHECK(items[1]->level == 2);
  CHECK(items[2]->level == 1);
  for (const herald::Block* item : items) CHECK(item->number == 1);
  CHECK(document.blocks.back().number == 2);
}

TEST_CASE("paragraphs of speech are quotations, joined where only the last one closes", "[reading][quotations]") {
  const herald::Document document = read(std::string(title) + prose +
                                         "Mayor Jane Doe said:\n\n“We begin with the first pier.\n\n“The second one "
                                         "follows in a year.\n\n“Then we rest.”\n\n" +
                                         more_prose);
  std::vector<const herald::Block*> quotes;
  for (const herald::Block& block : document.blocks) {
    if (block.kind == BlockKind::block_quote) quotes.push_back(&block);
  }
  REQUIRE(quotes.size() == 3);
  CHECK(quotes[0]->group != 0);
  CHECK(quotes[0]->group == quotes[1]->group);
  CHECK(quotes[1]->group == quotes[2]->group);
  CHECK(quotes[0]->number == 3);
  CHECK(quotes[2]->number == 3);
  CHECK(document.blocks.back().number == 4);
}

TEST_CASE("speech is told from paragraphs that go on with other words", "[reading][quotations]") {
  const std::vector<std::pair<std::string, Lines>> cases = {
      {"“We begin with the first pier,” said Jane Doe.\n",
       {"paragraph: “We begin with the first pier,” said Jane Doe."}},
      {"\"We begin with the first pier this year.\"\n", {"quote: \"We begin with the first pier this year.\""}},
      {"« Nous commençons par le premier quai. »\n", {"quote: « Nous commençons par le premier quai. »"}},
      {"„Wir beginnen mit dem ersten Pier.“\n", {"quote: „Wir beginnen mit dem ersten Pier.“"}},
      {"‘We begin with the players’ pier this year.’\n", {"quote: ‘We begin with the players’ pier this year.’"}},
      {"«نبدأ هذا العام ببناء الرصيف الأول»\n", {"quote: «نبدأ هذا العام ببناء الرصيف الأول»"}},
      {"“One,” she said. “And then two more piers.”\n", {"paragraph: “One,” she said. “And then two more piers.”"}},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(between(text) == expected);
  }
}

TEST_CASE("headings are short lines apart, and lists of posts are none", "[reading][headings]") {
  const std::vector<std::pair<std::string, Lines>> cases = {
      {"What the Plan Holds\n", {"heading: What the Plan Holds"}},
      {"What will it cost?\n", {"heading: What will it cost?"}},
      {"President – Jane Doe of Malta\n\nVice President – John Roe of Peru\n",
       {"paragraph: President – Jane Doe of Malta", "paragraph: Vice President – John Roe of Peru"}},
      {"The works are done by three firms.\n", {"paragraph: The works are done by three firms."}},
      {"The plan has these parts:\n\nPiers and a Terminal\n",
       {"paragraph: The plan has these parts:", "paragraph: Piers and a Terminal"}},
      {"ماذا تتضمن الخطة\n", {"heading: ماذا تتضمن الخطة"}},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(between(text) == expected);
  }
}

TEST_CASE("picture names form a gallery and its counter is noise", "[reading][pictures]") {
  const herald::Document document =
      read(std::string(title) + prose + "IMG_0042 copy.jpeg\npier-2.PNG\nA view of the pier\n_DSC9.tif\n2/3\n\n" +
           more_prose);
  CHECK(texts_of(document, BlockKind::image) == Lines{"IMG_0042 copy.jpeg", "pier-2.PNG", "_DSC9.tif"});
  CHECK(texts_of(document, BlockKind::caption) == Lines{"A view of the pier"});
  CHECK(texts_of(document, BlockKind::noise) == Lines{"2/3"});
  std::uint32_t group = 0;
  for (const herald::Block& block : document.blocks) {
    if (block.kind != BlockKind::image) continue;
    if (group == 0) group = block.group;
    CHECK(block.group == group);
    CHECK(block.group != 0);
  }
}

TEST_CASE("a number, a word or a sentence about a picture is not noise", "[reading][pictures]") {
  CHECK(between("196\n") == Lines{"paragraph: 196"});
  CHECK(between("Please use the picture pier.jpg, or ask us for another.\n") ==
        Lines{"paragraph: Please use the picture pier.jpg, or ask us for another."});
  CHECK(between("24/7\n") == Lines{"paragraph: 24/7"});
}

TEST_CASE("a table pasted as lines keeps its cells", "[reading][tables]") {
  for (const std::string text :
       {"Pier\tLength\tCost\nFirst\t120 m\t3m\nSecond\t90 m\t2m\n",
        "Pier      Length    Cost\nFirst     120 m     3m\nSecond    90 m      2m\n",
        "| Pier | Length | Cost |\n|---|---|---|\n| First | 120 m | 3m |\n| Second | 90 m | 2m |\n"}) {
    CAPTURE(text);
    const herald::Document document = read(std::string(title) + prose + text + "\n" + more_prose);
    CHECK(texts_of(document, BlockKind::table) == Lines{"Pier Length Cost", "First 120 m 3m", "Second 90 m 2m"});
    for (const herald::Block& block : document.blocks) {
      if (block.kind != BlockKind::table) continue;
      CHECK(block.group != 0);
      CHECK(block.inlines.size() == 5);  // three cells and the spaces between them
      CHECK(block.inlines[0].text.find(' ') == std::string::npos);
    }
  }
}

TEST_CASE("contact, end mark and boilerplate follow the text", "[reading][boilerplate]") {
  const herald::Document document =
      read(std::string(title) + prose + more_prose + "\n" + more_prose +
           "\nENDS\n\nMedia contact:\nJane Doe, press officer\nTel: +356 2122 0000\npress@example.org\n\n"
           "About the Harbour Authority\n\nThe authority runs the three harbours of the island.\n");
  const Lines lines = outline(document);
  CHECK(Lines(lines.begin() + 4, lines.end()) ==
        Lines{"end: ENDS", "contact: Media contact:", "contact: Jane Doe, press officer",
              "contact: Tel: +356 2122 0000", "contact: press@example.org", "heading: About the Harbour Authority",
              "boilerplate: The authority runs the three harbours of the island."});
}

TEST_CASE("end marks are known in every form", "[reading][ends]") {
  for (const std::string mark :
       {"###", "# # #", "####", "-30-", "– 30 –", "ENDS", "-ends-", "*** END ***", "FIN", "انتهى"}) {
    CAPTURE(mark);
    const herald::Document document = read(std::string(title) + prose + more_prose + "\n" + mark + "\n");
    CHECK(texts_of(document, BlockKind::end_mark).size() == 1);
  }
  CHECK(texts_of(read(std::string(title) + prose + more_prose + "\n30\n"), BlockKind::end_mark).empty());
}

TEST_CASE("a section of that name in the middle of the text is text", "[reading][boilerplate]") {
  const herald::Document document =
      read(std::string(title) + "About the plan\n\n" + prose + "The next steps\n\n" + more_prose);
  CHECK(texts_of(document, BlockKind::boilerplate).empty());
}

TEST_CASE("a sentence with an address in it is no contact", "[reading][contacts]") {
  const std::string sentence =
      "The whole plan can be read at https://www.example.org/7/2122/0042/plan-2025.pdf until the end of the month of "
      "May.";
  CHECK(between(sentence + "\n") == Lines{"paragraph: " + sentence});
  CHECK(between("Contact: Jane Doe, 202/555-0100.\n") == Lines{"contact: Contact: Jane Doe, 202/555-0100."});
  CHECK(between("Contact with the ship was lost on Monday after a storm had come up over the northern coast.\n")
            .front()
            .rfind("paragraph", 0) == 0);
}

TEST_CASE("references in Markdown are what they stand for, but in code", "[reading][markdown]") {
  const herald::Document document = read(
      "# Harbour &amp; town agree\n\nThe council&#8217;s plan costs 12&nbsp;million&#x20AC; and **&laquo;all&raquo;** "
      "agreed, "
      "said `a &amp; b` and AT&T; &unknown; &; stayed as they were.\n",
      "release.md");
  CHECK(document.metadata.title == "Harbour & town agree");
  CHECK(
      texts_of(document, BlockKind::paragraph) ==
      Lines{"The council’s plan costs 12 million€ and «all» agreed, said `a &amp; b` and AT&T; &unknown; &; stayed as "
            "they were."});
}

TEST_CASE("one line behind a hyphen is a list in Markdown", "[reading][markdown]") {
  const herald::Document document = read(
      "# Harbour agrees\n\nThe council agreed today on its plan for the piers.\n\n- Work begins in spring\n\nThe mayor "
      "thanked everybody who had worked on it.\n",
      "release.md");
  CHECK(texts_of(document, BlockKind::list_item) == Lines{"Work begins in spring"});
}

TEST_CASE("a dateline in bold type is one", "[reading][markdown]") {
  for (const std::string head : {"**VALLETTA, Malta** -- On Thursday", "**Valletta, 3 May 2026** – On Thursday"}) {
    CAPTURE(head);
    const herald::Document document = read(
        "# Harbour agrees\n\n" + head + " the council of the town agreed on a plan for the piers.\n", "release.md");
    REQUIRE(document.metadata.dateline);
    CHECK(document.metadata.dateline->place == "Valletta");
  }
}
