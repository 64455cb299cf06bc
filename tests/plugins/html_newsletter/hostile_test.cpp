// Release text that tries to be markup, template, style, script or address.
#include "tests/plugins/html_newsletter/exporting.hpp"
#include "tests/plugins/html_newsletter/sample.hpp"
#include "tests/support/catch.hpp"

using herald::test::ContainsSubstring;
using herald::test::export_newsletter;
using herald::test::Exported;
using herald::test::newsletter_options;
using herald::test::newsletter_resources;

namespace {

/// The same hostile words wherever a release can have words.
herald::Document release_of(const std::string& words, const std::string& language = "en") {
  herald::test::ReleaseWriter writer(language);
  writer.document.source.uri = words;
  writer.document.metadata.published = words;
  writer.document.metadata.status = words;
  writer.title(words);
  writer.standfirst(words);
  writer.paragraph(words);
  writer.document.metadata.dateline = herald::Dateline{words, words, words, words, words, 2, {0, 0}};
  writer.heading(words);
  writer.item(words, 1);
  writer.quote(words, 2, true);
  herald::Block& runs = writer.paragraph(words);
  for (const auto kind : {herald::InlineKind::emphasis, herald::InlineKind::strong, herald::InlineKind::link})
    runs.inlines.push_back({kind, words, words, runs.span});
  runs.language = words;
  writer.add(herald::BlockKind::table, words + "\t" + words, 3).group = 3;
  writer.add(herald::BlockKind::table, words + "\t" + words, 3).group = 3;
  writer.add(herald::BlockKind::contact, words);
  writer.add(herald::BlockKind::boilerplate, words);
  writer.point(words);
  herald::Figure& figure = writer.figure(words, "12", herald::FigureKind::money, words);
  figure.currency = words;
  writer.figure(words, "13", herald::FigureKind::measure, words + "2").unit = words;
  const std::uint32_t person = writer.person(words, words, words + "3", words);
  writer.quotation(words + words + words + words + words + words, words, person);
  writer.event(words, words, words, words, herald::EventStatus::planned);
  return writer.document;
}

std::string export_hostile(const std::string& words) {
  herald::Options options = newsletter_options();
  for (const char* name : {"organisation", "intro", "source_url", "unsubscribe_url"}) options.set(name, words);
  return export_newsletter(release_of(words), options, newsletter_resources("en")).html;
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("words of a release add no tags, whatever they are", "[html_newsletter]") {
  // The shape of the page is that of harmless words: as many tags, quotes and comments.
  const std::string harmless = export_hostile("harmless words of some length");
  for (const std::string& words :
       {std::string("<script>alert('of some length')</script>"),
        std::string("</style></title></textarea><img src=x onerror=alert(1)>"),
        std::string("\" onmouseover=\"alert('words')\" x=\""), std::string("' style='position:fixed' of some length"),
        std::string("--><svg onload=alert(1)><!-- some length"), std::string("<![endif]--><b>words of some length"),
        std::string("]]><b>some words of some length"), std::string("&lt;b&gt; &amp;lt; &#60; some length"),
        std::string("javascript:alert('words of some length')"),
        std::string("{{title}} {{{title}}} {{#points}} {{/points}}"), std::string("{{> head}} {{=<% %>=}} some length"),
        std::string("\\\"><b>words of some length")}) {
    INFO(words);
    const std::string html = export_hostile(words);
    for (const std::string_view mark : {"<", ">", "\"", "'", "<!--", "-->", "<script", "onerror", "<svg"})
      if (mark != "onerror") CHECK(count(html, mark) == count(harmless, mark));
  }
}

TEST_CASE("a language that is no language tag is not written as one", "[html_newsletter]") {
  for (const char* tag : {"en us", "-en", "en-", "en--US", "abcdefghi", "é", "<b>", ""}) {
    herald::test::ReleaseWriter writer(tag);
    writer.title("Tags");
    writer.paragraph("words").language = tag;
    const std::string html = export_newsletter(writer.document, newsletter_options(), newsletter_resources("en")).html;
    CHECK(count(html, "lang=\"und\"") == 2);
    CHECK(count(html, "lang=\"") == 2);
  }
}

TEST_CASE("mustache in a release is shown, not run", "[html_newsletter]") {
  const std::string html = export_hostile("{{made_from}} {{{body}}} {{#people}}x{{/people}}");
  CHECK_THAT(html, ContainsSubstring("<title>{{made_from}} {{{body}}} {{#people}}x{{/people}}</title>"));
}

TEST_CASE("control characters, separators and overrides do not reach the page", "[html_newsletter]") {
  const std::string html = export_hostile("a" + std::string(1, '\0') +
                                          "b\x1B\x7F"
                                          "c\xE2\x80\xA8"
                                          "d\xE2\x80\xAE"
                                          "e of some length\xE2\x81\xA6");
  CHECK(html.find('\0') == std::string::npos);
  CHECK(html.find('\x1B') == std::string::npos);
  CHECK(html.find("\xE2\x80\xA8") == std::string::npos);
  CHECK(html.find("\xE2\x80\xAE") == std::string::npos);
  CHECK(count(html, "\xE2\x81\xA6") == count(html, "\xE2\x81\xA9"));  // each isolate is closed
  CHECK_THAT(html, ContainsSubstring("<title>abc de of some length"));
}

TEST_CASE("addresses that are not for mail are dropped and remarked upon", "[html_newsletter]") {
  for (const char* address :
       {"javascript:alert(1)", " JAVASCRIPT:alert(1)", "data:text/html,<b>", "/relative", "file:///x"}) {
    herald::test::ReleaseWriter writer("en");
    writer.title("Links");
    herald::Block& block = writer.paragraph("the words");
    block.inlines = {{herald::InlineKind::link, "the words", address, block.span}};
    herald::Options options = newsletter_options();
    options.set("source_url", std::string(address));
    options.set("unsubscribe_url", std::string(address));
    const Exported exported = export_newsletter(writer.document, options, newsletter_resources("en"));
    CHECK_THAT(exported.html, !ContainsSubstring("href="));
    CHECK_THAT(exported.html, ContainsSubstring("the words"));
    CHECK(exported.diagnostics.size() == 3);
    CHECK(exported.has_remark("newsletter-link-dropped"));
  }
}

TEST_CASE("a page of hostile words is written for the validators", "[html_newsletter]") {
  const std::string words =
      "</style>\"'><b onclick=x>{{title}} & words/" + std::string(120, 'w') + " \xE2\x80\xAEوكلمات عربية";
  const std::string html = export_hostile(words);
  CHECK(html.size() > 10'000);
  std::ofstream(std::filesystem::path(HERALD_TEST_BUILD_DIR) / "hostile-newsletter.html", std::ios::binary) << html;
}
