// Web pages: what of a page is the release, which block each piece of it becomes, what the page says of itself, and
// pages made to bring a parser down.
#include "core/reading/html/depth.hpp"
#include "tests/core/reading/reading_support.hpp"
#include "tests/support/catch.hpp"

using herald::BlockKind;
using herald::Document;
using herald::test::outline;
using herald::test::read;
using herald::test::texts_of;

namespace {

Document page(const std::string& body, const std::string& head = {}) {
  return read("<!DOCTYPE html><html lang=\"en\"><head>" + head + "</head><body>" + body + "</body></html>",
              "release.html");
}

const std::string text_paragraph =
    "<p>The council of the harbour town agreed on Monday to build two new piers for ferries, its office said.</p>";
const std::string text_words =
    "The council of the harbour town agreed on Monday to build two new piers for ferries, its office said.";

}  // namespace

TEST_CASE("the blocks of a page are told by its marks", "[reading][html]") {
  const Document document =
      page("<h1>Harbour town builds two piers</h1>" + text_paragraph +
           "<h2>What comes next</h2><ul><li>A <b>survey</b> of the quay<ol><li>by boat</li></ol></li>"
           "<li>A tender</li></ul><blockquote><p>We waited long.</p><p>Now we build.</p></blockquote>"
           "<table><tr><th>Pier</th><th>Cost</th></tr><tr><td><p>North</p></td><td>EUR 3 million</td></tr></table>"
           "<figure><img src=\"/media/pier.jpg?w=400\" alt=\"\"><figcaption>The north pier</figcaption></figure>");
  CHECK(outline(document) ==
        std::vector<std::string>{"title: Harbour town builds two piers", "paragraph: " + text_words,
                                 "heading: What comes next", "item: A survey of the quay", "item: by boat",
                                 "item: A tender", "quote: We waited long.", "quote: Now we build.", "table: Pier Cost",
                                 "table: North EUR 3 million", "image: pier.jpg", "caption: The north pier"});
  const auto& blocks = document.blocks;
  CHECK(blocks[3].group == blocks[5].group);
  CHECK(blocks[3].level == 1);
  CHECK(blocks[4].level == 2);
  CHECK(blocks[4].ordered);
  CHECK_FALSE(blocks[5].ordered);
  CHECK(blocks[6].group == blocks[7].group);
  CHECK(blocks[8].group == blocks[9].group);
  CHECK(document.source.media_type == "text/html");
}

TEST_CASE("the text of a page is what a reader sees of it", "[reading][html]") {
  const Document document = page(
      "<h1>Fish &amp; ferries &#8211; a plan</h1><!-- <p>not this</p> --><script>var a = '<p>nor this</p>';</script>"
      "<style>p { color: red }</style><p hidden>Nor this.</p>"
      "<p>The\r\nferry\n  brings 1&nbsp;200 people; a&lt;b &unknown; A&P and caf&eacute; stay <em>as they</em> "
      "are.</p>");
  CHECK(document.source.text ==
        "Fish & ferries – a plan\n\nThe ferry brings 1\u00a0200 people; a<b &unknown; A&P and café stay as they are.");
}

TEST_CASE("a page's lines end where it says so", "[reading][html]") {
  SECTION("short lines are blocks of their own") {
    const Document document =
        page("<h1>Harbour town builds two piers</h1><p>Press release<br>12 May 2026</p>" + text_paragraph);
    CHECK(document.metadata.published == "2026-05-12");
  }
  SECTION("two breaks part paragraphs") {
    const Document document =
        page("<h1>Harbour town builds two piers</h1><p>" + text_words + "<br><br>" + text_words + "</p>");
    CHECK(texts_of(document, BlockKind::paragraph) == std::vector<std::string>{text_words, text_words});
  }
  SECTION("a quotation stays one") {
    const Document document = page("<h1>Harbour town builds two piers</h1>" + text_paragraph +
                                   "<blockquote>We waited long.<br>Now we build.</blockquote>");
    CHECK(texts_of(document, BlockKind::block_quote) == std::vector<std::string>{"We waited long. Now we build."});
  }
}

TEST_CASE("what stands around a release is noise", "[reading][html]") {
  const Document document = page(
      "<header><nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav></header>"
      "<div class='cookie-banner'><p>We use cookies to make this site work. You can accept them all, or choose"
      " those that you want to allow.</p></div>"
      "<main><h1>Harbour town builds two piers</h1><div class='share-links'>Share this page</div>" +
      text_paragraph +
      "<p><a href='/report'>The report on the state of the quay and on what it costs to mend it</a> says why.</p>"
      "<ul><li><a href='/map'>Map of the piers</a></li></ul></main>"
      "<aside><h2>Related news</h2><p>The town also repaired its old lighthouse, which had stood dark for eleven"
      " years.</p></aside><footer><p>Copyright of the town</p></footer>");
  CHECK(outline(document) ==
        std::vector<std::string>{
            "noise: Home News We use cookies to make this site work. You can accept them all, or choose those that you"
            " want to allow.",
            "title: Harbour town builds two piers", "noise: Share this page", "paragraph: " + text_words,
            "paragraph: The report on the state of the quay and on what it costs to mend it says why.",
            "item: Map of the piers",
            "noise: Related news The town also repaired its old lighthouse, which had stood dark for eleven years."
            " Copyright of the town"});
  CHECK(document.blocks[4].inlines[0].target == "/report");
}

TEST_CASE("a page's own title chooses among its headings", "[reading][html]") {
  const Document document = page("<h1>Harbour Office</h1><h2>Two new piers for the ferries</h2>" + text_paragraph,
                                 "<title>Two new piers for the ferries | Harbour Office</title>");
  CHECK(document.metadata.title == "Two new piers for the ferries");
}

TEST_CASE("the words of a page tell its language, unless it names one that no pack knows", "[reading][html]") {
  const auto language = [](const std::string& tag, const std::string& words) {
    return read("<html lang=\"" + tag + "\"><body><h1>1</h1><p>" + words + "</p></body></html>", "a.html")
        .metadata.language;
  };
  const std::string french =
      "La ville a décidé de construire deux quais pour les bateaux et pour les pêcheurs du port.";
  CHECK(language("en-GB", french) == "fr");
  CHECK(language("", french) == "fr");
  CHECK(language("nl", "De stad bouwt twee pieren.") == "nl");
  CHECK(language("ur", "شہر نے دو نئی گودیاں بنانے کا فیصلہ کیا ہے۔") == "ur");
  CHECK(language("<script>", "1 2 3").empty());
}

TEST_CASE("a page says when it was published", "[reading][html]") {
  const std::string body = "<h1>Harbour town builds two piers</h1>" + text_paragraph;
  struct Case {
    std::string head, before, published;
  };
  const std::vector<Case> cases = {
      {"<meta property=\"article:published_time\" content=\"2026-05-12T08:00:00Z\">", "", "2026-05-12"},
      {"<meta name=\"dcterms.issued\" content=\"2026-05-12\">", "", "2026-05-12"},
      {"<script type=\"application/ld+json\">{\"@graph\":[{\"datePublished\":\"2026-05-12T10:00\"}]}</script>", "",
       "2026-05-12"},
      {"", "<time itemprop=\"datePublished\" datetime=\"2026-05-12\"></time>", "2026-05-12"},
      {"", "<span property=\"dc:date\" content=\"2026-05-12T00:00:00-04:00\"></span>", "2026-05-12"},
      {"<meta name=\"date\" content=\"soon\">", "", ""},
      {"<script type=\"application/ld+json\">{\"datePublished\":</script>", "", ""},
      {"<meta name=\"date\" content=\"2026-05-12\">", "<p>13 May 2026</p>", "2026-05-13"},  // the release's own counts
  };
  for (const Case& one : cases) {
    CAPTURE(one.head, one.before);
    CHECK(page(one.before + body, one.head).metadata.published == one.published);
  }
}

TEST_CASE("the date and the status above a title are the release's, other lines are the site's", "[reading][html]") {
  const Document document = page(
      "<div><div>Harbour Office</div><div>FOR IMMEDIATE RELEASE</div><div>Tuesday, May 12, 2026</div>"
      "<h1>Harbour town builds two piers</h1><div>" +
      text_paragraph + "</div></div>");
  CHECK(outline(document) == std::vector<std::string>{"noise: Harbour Office", "status: FOR IMMEDIATE RELEASE",
                                                      "date: Tuesday, May 12, 2026",
                                                      "title: Harbour town builds two piers",
                                                      "paragraph: " + text_words});
}

TEST_CASE("a page of nothing is read as the text that it is", "[reading][html]") {
  const Document document = read("<html><frameset><frame src=\"a.html\"></frameset></html>", "release.html");
  CHECK(document.source.media_type == "text/plain");
  REQUIRE(document.diagnostics.size() == 1);
  CHECK(document.diagnostics[0].code == "html-without-text");
}

TEST_CASE("pages that nest without end are read in a moment", "[reading][html][hostile]") {
  const auto many = [](std::string_view piece) {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += piece;
    return text;
  };
  // Each leaves an element open that a careless count takes for closed, or costs with the square of its length.
  const std::string pieces[] = {"<div>",
                                "<b><i><u>",
                                "<div><b a></div>",
                                "<div><table></div></table>",
                                "<div><select></div></select>",
                                "<div><!--</div>-->",
                                "<div><!--></div>-->",
                                "<div a=\"</div>\">",
                                "<div><textarea></div></textarea>",
                                "<div><svg><foreignObject></div></foreignObject></svg>",
                                "<div><svg><![CDATA[></svg></div>]]></svg>",
                                "<svg><style><div>",
                                "<script><!--<script></script>--></script><div></div>",
                                "<a href=x>",
                                "<p><font size=1>",
                                "<!---->",
                                "</",
                                "&amp;",
                                "<table><td>",
                                "<ul><li>"};
  for (const std::string& piece : pieces) {
    CAPTURE(piece);
    const Document document = page("<h1>Harbour town builds two piers</h1>" + many(piece) + text_paragraph);
    CHECK(document.metadata.title == "Harbour town builds two piers");
  }
  std::string attributes = "<p";
  for (int i = 0; i < 100'000; ++i) attributes += " a" + std::to_string(i);
  CHECK(page("<h1>Harbour town builds two piers</h1>" + attributes + ">" + text_words + "</p>").metadata.title ==
        "Harbour town builds two piers");
}

TEST_CASE("a reference to a character that cannot be is one replacement character", "[reading][html][hostile]") {
  // Numbers that wrap in 32 bits, to "A" and to a byte that begins no character, were read as that.
  for (const char* reference :
       {"&#8030555555;", "&#4294967361;", "&#x100000041;", "&#x00000000000110000;", "&#55296;"}) {
    CAPTURE(reference);
    CHECK(page("<h1>Harbour " + std::string(reference) + " town</h1>" + text_paragraph).metadata.title ==
          "Harbour \uFFFD town");
  }
  CHECK(page("<h1>Harbour &#0000000000065; &#x000000000041; town</h1>" + text_paragraph).metadata.title ==
        "Harbour A A town");
}

TEST_CASE("a page of usual depth is left as it is", "[reading][html][hostile]") {
  std::string deep = "<svg><title>Share</title><path d=\"M0\"/></svg>";
  for (int i = 0; i < 300; ++i) deep = "<div class=\"a>b\">" + deep + "</div>";
  std::string page;
  for (int i = 0; i < 50; ++i) page += deep;
  CHECK(herald::reading::bound_depth(page).empty());
}

TEST_CASE("a short line in bold above text is a heading", "[reading][html]") {
  const std::string text = "<p>The council of the harbour agreed today on two new piers for the ferries.</p>";
  const std::string bold = "<p><strong>What comes next</strong></p>";
  const auto headings = [&](const std::string& body) {
    return texts_of(read("<html><body><h1>Harbour town builds</h1>" + body + "</body></html>", "a.html"),
                    BlockKind::heading);
  };
  CHECK(headings(text + bold + text) == std::vector<std::string>{"What comes next"});
  CHECK(headings(text + "<h2>Costs</h2>" + text + bold + text) == std::vector<std::string>{"Costs", "What comes next"});
  CHECK(headings(text + "<p><b>It was time.</b></p>" + text).empty());
  CHECK(headings(text + "<p><b>Press contact</b></p><p>Ana Vella, press@example.org</p>").empty());
}
