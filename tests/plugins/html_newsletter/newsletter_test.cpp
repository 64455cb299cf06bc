// What a newsletter shows of a release, and what it leaves out.
#include "herald/error.hpp"
#include "plugins/html_newsletter/names.hpp"
#include "tests/plugins/html_newsletter/exporting.hpp"
#include "tests/plugins/html_newsletter/sample.hpp"
#include "tests/support/catch.hpp"

using herald::test::ContainsSubstring;
using herald::test::export_newsletter;
using herald::test::Exported;
using herald::test::newsletter_options;
using herald::test::newsletter_resources;

namespace {

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

herald::Options options_with(const std::string& name, herald::OptionValue value) {
  herald::Options options = newsletter_options();
  options.set(name, std::move(value));
  return options;
}

std::string html_with(const std::string& name, herald::OptionValue value) {
  const herald::Document release = herald::test::english_release();
  return export_newsletter(release, options_with(name, std::move(value)), newsletter_resources("en")).html;
}

}  // namespace

TEST_CASE("the sample newsletters come without remarks, and lie ready for the validators", "[html_newsletter]") {
  const std::filesystem::path folder = std::filesystem::path(HERALD_TEST_BUILD_DIR) / "newsletters";
  std::filesystem::create_directories(folder);
  herald::Options full = newsletter_options();
  full.set("organisation", std::string("The Rivers Compact"));
  full.set("source_url", std::string("https://rivers.example/news/joint-fund"));
  full.set("unsubscribe_url", std::string("mailto:unsubscribe@rivers.example"));
  for (const herald::Document& release :
       {herald::test::english_release(), herald::test::french_release(), herald::test::arabic_release()}) {
    const std::string& language = release.metadata.language;
    const Exported exported =
        export_newsletter(release, language == "fr" ? newsletter_options() : full, newsletter_resources(language));
    for (const auto& diagnostic : exported.diagnostics) UNSCOPED_INFO(diagnostic.message);
    CHECK(exported.diagnostics.empty());
    CHECK(exported.html.size() < 40'000);
    std::ofstream(folder / (language + ".html"), std::ios::binary) << exported.html;
  }
}

TEST_CASE("the same release gives the same bytes, from one exporter or two", "[html_newsletter]") {
  const herald::Document release = herald::test::english_release();
  const herald::Options options = newsletter_options();
  const herald::Resources resources = newsletter_resources("en");
  herald::plugins::HtmlNewsletter exporter;
  std::string first;
  for (int i = 0; i < 2; ++i) {
    herald::test::StringOutput output;
    herald::Diagnostics diagnostics;
    exporter.export_document({"html", release, options, resources, i}, output, diagnostics);
    if (i == 0)
      first = output.text;
    else
      CHECK(output.text == first);
  }
  CHECK(export_newsletter(release).html == first);
}

TEST_CASE("one exporter serves languages and templates in turn", "[html_newsletter]") {
  herald::plugins::HtmlNewsletter exporter;
  const herald::Options options = newsletter_options();
  for (const herald::Document& release :
       {herald::test::english_release(), herald::test::arabic_release(), herald::test::french_release()}) {
    herald::test::StringOutput output;
    herald::Diagnostics diagnostics;
    const herald::Resources resources = newsletter_resources(release.metadata.language);
    exporter.export_document({"html", release, options, resources, 0}, output, diagnostics);
    CHECK(output.text == export_newsletter(release).html);
  }
}

TEST_CASE("language and direction stand on the page and on what mail clients leave of it", "[html_newsletter]") {
  const std::string english = export_newsletter(herald::test::english_release()).html;
  CHECK_THAT(english, ContainsSubstring("<html lang=\"en\" dir=\"ltr\""));
  CHECK_THAT(english, ContainsSubstring("role=\"article\" aria-roledescription=\"email\""));
  CHECK(count(english, "lang=\"en\" dir=\"ltr\"") == 2);
  const std::string arabic = export_newsletter(herald::test::arabic_release()).html;
  CHECK(count(arabic, "lang=\"ar\" dir=\"rtl\"") == 2);
  CHECK(count(arabic, "text-align:left") == 0);
  CHECK(count(arabic, "border-left") == 0);
  CHECK(count(arabic, "padding-left:20px") == 0);  // lists are indented from the right
  CHECK(count(arabic, "padding-right:20px") == 1);
  CHECK_THAT(arabic, ContainsSubstring("3 إلى 5\xC2\xA0يونيو 2028"));
  CHECK_THAT(arabic, ContainsSubstring("«النهر لا يتوقف"));
}

TEST_CASE("a point stands without the dateline, and cites its paragraph", "[html_newsletter]") {
  const std::string html = export_newsletter(herald::test::english_release()).html;
  CHECK_THAT(html, ContainsSubstring(">Ministers of the Rivers Compact agreed today"));
  CHECK_THAT(html, ContainsSubstring("href=\"#p5\""));
  for (int i = 1; i <= 8; ++i) CHECK(count(html, "<a id=\"p" + std::to_string(i) + "\"></a>") == 1);
}

TEST_CASE("figures are in words, ranks are left out", "[html_newsletter]") {
  const std::string html = export_newsletter(herald::test::english_release()).html;
  CHECK_THAT(html, ContainsSubstring(">EUR 2.4 billion</p>"));
  CHECK_THAT(html, ContainsSubstring(">about&nbsp;</p>"));
  CHECK_THAT(html, !ContainsSubstring("12th</p>"));
  CHECK_THAT(html_with("max_figures", std::int64_t{2}), !ContainsSubstring(">19</p>"));
  CHECK_THAT(html_with("max_figures", std::int64_t{0}), !ContainsSubstring("In figures"));
}

TEST_CASE("a long quotation is shortened at a sentence, the text has the whole", "[html_newsletter]") {
  herald::Document release = herald::test::english_release();
  release.facts.quotations.front().text +=
      " And there is a good deal more to be said about it, by those who have waited for it. It would fill the page "
      "from side to side.";
  const std::string html = export_newsletter(release).html;
  CHECK_THAT(html, ContainsSubstring("waited for it. […]”"));
  CHECK(count(html, "It would fill the page") == 0);
}

TEST_CASE("sections without content vanish with their headings", "[html_newsletter]") {
  herald::test::ReleaseWriter writer("en");
  writer.title("Only a title");
  const Exported exported = export_newsletter(writer.document);
  CHECK(exported.diagnostics.empty());
  CHECK(count(exported.html, "<h2") == 0);
  CHECK(count(exported.html, "<h1") == 1);
  CHECK_THAT(exported.html, !ContainsSubstring("href="));
  const Exported nothing = export_newsletter(herald::Document{}, newsletter_options(), newsletter_resources("en"));
  CHECK_THAT(nothing.html, ContainsSubstring("<html lang=\"und\" dir=\"ltr\""));
  CHECK_THAT(nothing.html, ContainsSubstring(">News release</h1>"));
}

TEST_CASE("the text can be whole, its beginning, or none", "[html_newsletter]") {
  const std::string whole = html_with("text", std::string("full"));
  CHECK_THAT(whole, ContainsSubstring("The release in full"));
  CHECK_THAT(whole, ContainsSubstring("<h3"));
  const std::string opening = html_with("text", std::string("opening"));
  CHECK_THAT(opening, ContainsSubstring("this is its beginning"));
  CHECK_THAT(opening, !ContainsSubstring("What the fund pays for"));
  CHECK_THAT(opening, !ContainsSubstring("href=\"#p5\""));  // not shown, so cited without a link
  CHECK_THAT(opening, ContainsSubstring("para.\xC2\xA0"
                                        "5"));
  const std::string none = html_with("text", std::string("none"));
  CHECK_THAT(none, !ContainsSubstring("<a id="));
  CHECK_THAT(none, !ContainsSubstring("href=\"#"));
}

TEST_CASE("lists, quotations and tables keep their form", "[html_newsletter]") {
  herald::test::ReleaseWriter writer("en");
  writer.title("Forms");
  writer.paragraph("Before.");
  for (const char* row : {"Country\tProjects", "Croatia\t12", "Poland\t31"})
    writer.add(herald::BlockKind::table, row, 1).group = 1;
  for (const char* row : {"Country\tProjects", "Croatia"}) writer.add(herald::BlockKind::table, row, 1).group = 2;
  for (const char* item : {"one", "two"}) {
    herald::Block& block = writer.item(item, 3);
    block.ordered = true;
  }
  writer.heading("Deep from the start", 3);
  writer.paragraph("After.");
  writer.document.blocks.back().language = "ar";
  const std::string html = export_newsletter(writer.document).html;
  CHECK(count(html, "<th scope=\"col\"") == 2);
  CHECK_THAT(html, ContainsSubstring(">31</td>"));
  CHECK(count(html, "border-bottom:1px solid #D3DAE2;font-size:15px") == 2);  // rows that are no table
  CHECK(count(html, "<ol") == 1);
  CHECK_THAT(html,
             ContainsSubstring("<li style=\"margin:0 0 6px\">one</li><li style=\"margin:0 0 6px\">two</li></ol>"));
  CHECK(count(html, "<h3") == 1);  // never a level left out
  CHECK_THAT(html, ContainsSubstring("<tr lang=\"ar\" dir=\"rtl\">"));
}

TEST_CASE("the readers are not told of a file", "[html_newsletter]") {
  const std::string html = export_newsletter(herald::test::english_release()).html;
  CHECK_THAT(html, !ContainsSubstring("sample.txt"));
  CHECK_THAT(html, !ContainsSubstring("somebody"));
  CHECK_THAT(html, ContainsSubstring(">Made by Herald. "));
}

TEST_CASE("contact and boilerplate are named once, line by line", "[html_newsletter]") {
  herald::test::ReleaseWriter writer("en");
  writer.title("Edges");
  for (const char* line : {"Media contact", "Jo Tarn", "press@tarn.example"})
    writer.add(herald::BlockKind::contact, line);
  writer.add(herald::BlockKind::boilerplate, "About the office");
  writer.add(herald::BlockKind::boilerplate, "It has 40 boats and mends them itself.");
  const std::string html = export_newsletter(writer.document).html;
  CHECK(count(html, "<h2") == 2);
  CHECK_THAT(html, ContainsSubstring(">Media contact</h2>"));
  CHECK_THAT(html, ContainsSubstring(">About the office</h2>"));
  CHECK_THAT(html, ContainsSubstring(">Jo Tarn</p>"));
  CHECK_THAT(html, !ContainsSubstring(">Contact</h2>"));
}

TEST_CASE("an embargo stands before the title, and the masthead is not said twice", "[html_newsletter]") {
  herald::Document release = herald::test::english_release();
  release.metadata.status = "EMBARGOED until noon";
  std::string html = export_newsletter(release).html;
  CHECK(count(html, "EMBARGOED until noon") == 1);
  CHECK(html.find("EMBARGOED until noon") < html.find("<h1"));
  release.metadata.status = "PRESS RELEASE";
  html = export_newsletter(release).html;
  CHECK_THAT(html, !ContainsSubstring("PRESS RELEASE"));
  CHECK_THAT(html, !ContainsSubstring("Press release"));
  release.metadata.status = "FOR IMMEDIATE RELEASE";
  CHECK_THAT(export_newsletter(release).html, ContainsSubstring(">For immediate release</p>"));
}

TEST_CASE("a word that is too wide for a third of the page is set smaller, not broken", "[html_newsletter]") {
  herald::Document release = herald::test::english_release();
  release.facts.figures.front().value = 1'234'567'890'123;
  release.facts.figures.front().counted = "drops";
  const std::string html = export_newsletter(release).html;
  CHECK_THAT(html, ContainsSubstring("font-size:20px;line-height:26px;font-weight:bold;word-break:normal"));
  CHECK_THAT(html, ContainsSubstring("min-width:190px"));
  CHECK_THAT(html, !ContainsSubstring("min-width:130px"));
}

TEST_CASE("a newsletter that mail clients may cut off is remarked upon", "[html_newsletter]") {
  herald::Document release = herald::test::english_release();
  CHECK_FALSE(export_newsletter(release).has_remark("newsletter-near-limit"));
  const std::size_t size = export_newsletter(release).html.size();
  herald::Block long_block = release.blocks[2];
  long_block.inlines.front().text = std::string(83 * 1024 - size, 'x');
  release.blocks.push_back(long_block);
  CHECK(export_newsletter(release).has_remark("newsletter-near-limit"));
  release.blocks.back().inlines.front().text += std::string(10 * 1024, 'x');
  const Exported exported = export_newsletter(release);
  CHECK(exported.has_remark("newsletter-too-large"));
  CHECK_FALSE(exported.has_remark("newsletter-near-limit"));
  CHECK(exported.html.size() > 90 * 1024);
}

TEST_CASE("a template that cannot be used ends the job with one line", "[html_newsletter]") {
  const herald::Document release = herald::test::english_release();
  const auto refusal = [&](const std::string& file, const std::string& text) -> std::string {
    herald::Resources resources = newsletter_resources("en");
    resources.files[file] = text;
    try {
      static_cast<void>(export_newsletter(release, newsletter_options(), resources));
    } catch (const herald::Error& error) {
      return error.what();
    }
    return {};
  };
  CHECK(refusal("head.mustache", "\n{{#title}}")
            .starts_with("standard/head.mustache:2: the section 'title' is not closed"));
  CHECK(refusal("template.toml", "[theme]\nink = \"black\"")
            .starts_with("standard/template.toml:2:7: 'theme.ink' must be a colour"));
  CHECK(refusal("template.toml", "kind = \"brief\"").find("of the kind 'brief'") != std::string::npos);
  herald::Resources empty = newsletter_resources("en");
  empty.files.clear();
  CHECK_THROWS_AS(export_newsletter(release, newsletter_options(), empty), herald::Error);
}

TEST_CASE("a misspelt name in a template is remarked upon", "[html_newsletter]") {
  herald::Resources resources = newsletter_resources("en");
  resources.files["head.mustache"] += "<tr><td>{{standfrist}}</td></tr>\n";
  const Exported exported = export_newsletter(herald::test::english_release(), newsletter_options(), resources);
  REQUIRE(exported.diagnostics.size() == 1);
  CHECK(exported.diagnostics[0].hint == "did you mean 'standfirst'?");
}

TEST_CASE("every name that a template may use is in the README and shows something", "[html_newsletter]") {
  const herald::Resources standard = newsletter_resources("en");
  const std::string readme = herald::test::read_file(std::filesystem::path(HERALD_TEST_SOURCE_DIR).parent_path() /
                                                     "templates/newsletter/README.md");
  for (const auto& name : herald::plugins::newsletter::newsletter_names(standard.labels)) {
    INFO(name.path);
    if (!name.path.starts_with("labels.")) CHECK_THAT(readme, ContainsSubstring("`" + name.path + "`"));
    if (!name.path.starts_with("labels.")) CHECK_THAT(readme, ContainsSubstring(name.help));
  }
}
