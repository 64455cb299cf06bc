// Templates: how they are filled, and what is refused with its file and line.
#include "formats/template/template.hpp"

#include "tests/support/catch.hpp"

using herald::Diagnostics;
using herald::ErrorCode;
using herald::Failure;
using herald::templates::Data;
using herald::templates::Files;
using herald::templates::NameKind;
using herald::templates::Names;
using herald::templates::Template;

namespace {

const Names names = {
    {"title", NameKind::text, ""},   {"lead", NameKind::text, ""},         {"body", NameKind::markup, ""},
    {"home", NameKind::address, ""}, {"accent", NameKind::style, ""},      {"urgent", NameKind::flag, ""},
    {"people", NameKind::list, ""},  {"people.name", NameKind::text, ""},  {"people.post", NameKind::text, ""},
    {"theme", NameKind::object, ""}, {"theme.accent", NameKind::style, ""}};

Data page() {
  Data data = Data::object();
  data.set("title", Data::text("Fish & <Chips>"));
  data.set("lead", Data::text(""));
  data.set("body", Data::markup("<em>fine</em>"));
  data.set("home", Data::text("https://example.org/?a=1&b=2"));
  data.set("accent", Data::text("#0A6C8E"));
  data.set("urgent", Data::flag(true));
  Data people = Data::list();
  for (const auto& [name, post] : {std::pair{"Ann", "Chair"}, std::pair{"Bo", ""}}) {
    Data person = Data::object();
    person.set("name", Data::text(name));
    person.set("post", Data::text(post));
    people.add(std::move(person));
  }
  data.set("people", std::move(people));
  Data theme = Data::object();
  theme.set("accent", Data::text("#123456"));
  data.set("theme", std::move(theme));
  return data;
}

std::string filled(const Files& files) {
  Diagnostics diagnostics;
  const auto made = Template::make(files, "page.mustache", names, "mine", diagnostics);
  if (!made) return "refused: " + herald::to_string(made.error());
  return made->fill(page());
}

std::string filled(const std::string& text) { return filled(Files{{"page.mustache", text}}); }

Failure refusal(const Files& files) {
  Diagnostics diagnostics;
  const auto made = Template::make(files, "page.mustache", names, "mine", diagnostics);
  REQUIRE_FALSE(made.has_value());
  return made.error();
}

Failure refusal(const std::string& text) { return refusal(Files{{"page.mustache", text}}); }

std::vector<std::string> remarks(const std::string& text) {
  Diagnostics diagnostics;
  REQUIRE(Template::make({{"page.mustache", text}}, "page.mustache", names, "mine", diagnostics).has_value());
  std::vector<std::string> lines;
  for (const auto& diagnostic : diagnostics) lines.push_back(diagnostic.message + " | " + diagnostic.hint);
  return lines;
}

}  // namespace

TEST_CASE("values are escaped whatever the tag, markup is not", "[template]") {
  CHECK(filled("{{title}}") == "Fish &amp; &lt;Chips&gt;");
  CHECK(filled("{{{title}}}") == "Fish &amp; &lt;Chips&gt;");
  CHECK(filled("{{&title}}") == "Fish &amp; &lt;Chips&gt;");
  CHECK(filled("{{body}}") == "<em>fine</em>");
  CHECK(filled("<a href=\"{{home}}\">") == "<a href=\"https://example.org/?a=1&amp;b=2\">");
}

TEST_CASE("a value that looks like a template stays what it is", "[template]") {
  Diagnostics diagnostics;
  const auto made = Template::make({{"page.mustache", "{{title}}{{#people}}{{name}}{{/people}}"}}, "page.mustache",
                                   names, "mine", diagnostics);
  REQUIRE(made.has_value());
  Data data = Data::object();
  data.set("title", Data::text("{{lead}}{{{body}}}{{#people}}"));
  data.set("people", Data::list());
  CHECK(made->fill(data) == "{{lead}}{{{body}}}{{#people}}");
}

TEST_CASE("sections show, repeat and hide", "[template]") {
  CHECK(filled("{{#people}}{{name}}{{#post}} ({{post}}){{/post}};{{/people}}") == "Ann (Chair);Bo;");
  CHECK(filled("{{#lead}}never{{/lead}}{{^lead}}none{{/lead}}") == "none");
  CHECK(filled("{{#urgent}}!{{/urgent}}") == "!");
  CHECK(filled("{{theme.accent}}{{#theme}}{{accent}}{{/theme}}{{accent}}") == "#123456#123456#0A6C8E");
  CHECK(filled("{{people}}{{urgent}}") == "");
}

TEST_CASE("comments, includes and sections that stand alone leave no empty lines", "[template]") {
  CHECK(filled("a\n{{! words\nof two lines }}\nb\n") == "a\nb\n");
  CHECK(filled("a {{! inside }}b\n") == "a b\n");
  CHECK(filled("a\n{{#urgent}}\nb\n{{/urgent}}\nc\n") == "a\nb\nc\n");
  CHECK(filled(Files{{"page.mustache", "a\n  {{> part}}\nb\n"}, {"part.mustache", "{{title}}\n"}}) ==
        "a\nFish &amp; &lt;Chips&gt;\nb\n");
  CHECK(filled(Files{{"page.mustache", "{{#people}}{{> a/b-c}}{{/people}}"}, {"a/b-c.mustache", "<{{name}}>"}}) ==
        "refused: mine/a/b-c.mustache:1: 'name' stands in a tag without quotes (write name=\"{{…}}\")");
  CHECK(filled(Files{{"page.mustache", "{{#people}}{{> a/b-c}}{{/people}}"}, {"a/b-c.mustache", "[{{name}}]"}}) ==
        "[Ann][Bo]");
}

TEST_CASE("what does not parse is refused with file and line", "[template]") {
  CHECK(refusal("a\nb {{title\n").location == "mine/page.mustache:2");
  CHECK(refusal("a\nb {{title\n").message == "a tag is opened with {{ and never closed");
  CHECK(refusal("\n\n{{#people}}\n{{name}}").location == "mine/page.mustache:3");
  CHECK(refusal("{{#people}}").message == "the section 'people' is not closed");
  CHECK(refusal("a\n{{/people}}").message == "{{/people}} closes a section that is not open");
  CHECK(refusal("{{#people}}\n{{#urgent}}\n{{/people}}\n").message ==
        "{{/people}} closes the section 'urgent' of line 2");
  CHECK(refusal("{{=<% %>=}}").message == "delimiters cannot be changed with {{=");
  CHECK(refusal("{{=}}").code == ErrorCode::template_invalid);
  CHECK(refusal("{{}}").message == "'' is not a name");
  CHECK(refusal("{{two words}}").message == "'two words' is not a name");
  CHECK(refusal("{{الاسم}}").code == ErrorCode::template_invalid);
  CHECK(refusal("{{{title}}").message == "a tag is opened with {{{ and never closed");
  CHECK(refusal(std::string("a\0b", 3)).message == "the file is not text: it holds a NUL byte");
}

TEST_CASE("includes that are missing or turn in a circle are refused", "[template]") {
  CHECK(refusal(Files{}).code == ErrorCode::template_missing);
  CHECK(herald::to_string(refusal("\n{{> nowhere}}")) ==
        "mine/page.mustache:2: there is no file 'nowhere.mustache' to include");
  CHECK(herald::to_string(
            refusal(Files{{"page.mustache", "{{> a}}"}, {"a.mustache", "\n{{> b}}"}, {"b.mustache", "{{> a}}"}})) ==
        "mine/b.mustache:1: the template includes itself through 'a.mustache' (take out the {{> …}})");
  CHECK(refusal("{{> page}}").message == "the template includes itself through 'page.mustache'");
  CHECK(refusal("{{> ../secret}}").code == ErrorCode::template_invalid);
}

TEST_CASE("templates cannot grow or nest without end", "[template]") {
  Files doubling = {{"page.mustache", "{{> f0}}"}};
  for (int i = 0; i < 12; ++i) {
    const std::string next = "{{> f" + std::to_string(i + 1) + "}}";
    std::string text;
    for (int j = 0; j < 16; ++j) text += next;
    doubling["f" + std::to_string(i) + ".mustache"] = text;
  }
  doubling["f12.mustache"] = "{{title}}";
  CHECK(refusal(doubling).message == "the template is too large with what it includes");
  std::string deep;
  for (int i = 0; i < 1'000; ++i) deep += "{{#people}}";
  CHECK(refusal(deep).message == "sections are nested more than 32 deep");
  CHECK(refusal(std::string((1 << 20) + 1, 'x')).message == "the file is over 1 MiB");
}

TEST_CASE("a result without end is stopped", "[template]") {
  Diagnostics diagnostics;
  const auto made = Template::make({{"page.mustache", "{{#people}}" + std::string(500'000, 'x') + "{{/people}}"}},
                                   "page.mustache", names, "mine", diagnostics);
  REQUIRE(made.has_value());
  Data data = Data::object();
  Data people = Data::list();
  for (int i = 0; i < 64; ++i) people.add(Data::object());
  data.set("people", std::move(people));
  CHECK_THROWS_AS(made->fill(data), herald::Error);
}

TEST_CASE("an unknown name is remarked upon with the nearest one", "[template]") {
  CHECK(
      remarks("a\n{{titel}}") ==
      std::vector<std::string>{"mine/page.mustache:2: unknown name 'titel', it shows nothing | did you mean 'title'?"});
  CHECK(remarks("{{#poeple}}{{/poeple}}").front().ends_with("did you mean 'people'?"));
  CHECK(remarks("{{theme.acent}}").front().ends_with("did you mean 'theme.accent'?"));
  CHECK(remarks("{{name}}").front().ends_with("it is known inside {{#people}} only"));
  CHECK(remarks("{{zzzzzzzz}}").front().ends_with("the README of the templates lists the names"));
  CHECK(remarks("{{titel}}{{titel}}").size() == 1);
  CHECK(remarks("{{people}}").front().ends_with("open it with {{#people}}"));
  CHECK(remarks("{{#people}}{{name}}{{title}}{{/people}}{{#urgent}}{{lead}}{{/urgent}}").empty());
}

TEST_CASE("a value may stand only where its kind is safe", "[template]") {
  CHECK(filled("<title>{{title}}</title>") == "<title>Fish &amp; &lt;Chips&gt;</title>");
  CHECK(
      filled("<p style=\"color:{{accent}}\" title='{{title}}'>").starts_with("<p style=\"color:#0A6C8E\" title='Fish"));
  CHECK(filled("<style>a{color:{{accent}}}</style>{{title}}").ends_with("Fish &amp; &lt;Chips&gt;"));
  CHECK(filled("<a href=\"#{{title}}\">") == "<a href=\"#Fish &amp; &lt;Chips&gt;\">");
  CHECK(filled("<!--[if mso]><td width=\"{{accent}}\"><![endif]-->{{title}}").ends_with("&gt;"));
  CHECK(filled("<!--[if !mso]><!--><p>{{title}}</p><!--<![endif]-->").ends_with("</p><!--<![endif]-->"));
  CHECK(filled("<p{{#urgent}} title=\"{{title}}\"{{/urgent}}>").starts_with("<p title="));
  CHECK(filled("a < b {{title}}").starts_with("a < b Fish"));

  CHECK(refusal("<p style=\"{{title}}\">").message == "'title' cannot stand in a style");
  CHECK(refusal("<STYLE>{{title}}</STYLE>").message == "'title' cannot stand in a style sheet");
  CHECK(refusal("<a href=\"{{title}}\">").message == "'title' is no address and cannot begin a 'href'");
  CHECK(refusal("<a HREF='{{title}}'>").message == "'title' is no address and cannot begin a 'href'");
  CHECK(refusal("<a href=\"javascript:{{title}}\">").code == ErrorCode::template_invalid);
  CHECK(refusal("<a href={{home}}>").message == "'home' stands in a tag without quotes");
  CHECK(refusal("<a href=x{{home}}>").message == "'home' stands in a tag without quotes");
  CHECK(refusal("<{{title}}>").message == "'title' stands in a tag without quotes");
  CHECK(refusal("<p {{title}}>").message == "'title' stands in a tag without quotes");
  CHECK(refusal("<p onclick=\"{{accent}}\">").message == "'accent' stands in 'onclick', where no value is safe");
  CHECK(refusal("<a href=\"javascript:'{{home}}'\">").message == "'home' is an address and has to begin its 'href'");
  CHECK(refusal("<a href=\"{{home}}{{home}}\">").code == ErrorCode::template_invalid);
  CHECK(filled("<a href=\"https://example.org/?to={{home}}\">").starts_with("<a href=\"https://example.org/?to=https"));
  CHECK(refusal("<!-- {{body}} -->").message == "'body' is markup and cannot stand in a comment");
  CHECK(refusal("<p title=\"{{body}}\">").message == "'body' is markup and cannot stand in an attribute");
  CHECK(refusal("<title>{{body}}</title>").message == "'body' is markup and cannot stand in a title");
  CHECK(refusal("<p style=\"{{unknown}}\">").message == "'unknown' cannot stand in a style");
}

TEST_CASE("a section may not leave the markup in another place than it found it", "[template]") {
  CHECK(refusal("{{#urgent}}<a href=\"{{/urgent}}{{title}}\">").message ==
        "the section 'urgent' begins and ends in different places of the markup");
  CHECK(refusal("<p title=\"{{#urgent}}\">{{/urgent}}").code == ErrorCode::template_invalid);
  CHECK(refusal("{{#urgent}}<style>{{/urgent}}").code == ErrorCode::template_invalid);
}

TEST_CASE("what a section may leave out does not change what stands behind it", "[template]") {
  const std::string urgent = "{{#urgent}}";
  const std::string end = "{{/urgent}}";
  CHECK(filled("<p" + urgent + " class='a'" + end + urgent + " title='b'" + end + " id='{{title}}'>").size() > 40);
  CHECK(filled("<p\n  " + urgent + "\n  class='a'\n  " + end + "\n  id='{{title}}'>").size() > 20);
  CHECK(filled("<a href='" + urgent + "{{home}}" + end + "{{^urgent}}#{{/urgent}}'>") ==
        "<a href='https://example.org/?a=1&amp;b=2'>");

  for (const std::string& text :
       std::vector<std::string>{"<p onclick" + urgent + " title" + end + "='{{title}}'>",
                                "<p" + urgent + " class='a'" + end + "title='{{title}}'>",
                                "<p hidden" + urgent + " class='a'" + end + "='{{title}}'>",
                                "<a href='" + urgent + "https://" + end + "{{title}}'>",
                                "<a href='" + urgent + "javascript:" + end + "{{home}}'>",
                                "<a href='{{#people}}{{home}}javascript:{{/people}}'>",
                                "<p title='" + urgent + "'><style title='" + end + "'>{{accent}}",
                                "<" + urgent + end + "style>{{title}}</style>", "<style></sty" + urgent + end + "le>",
                                "<" + urgent + end + "!-- -->", "<!--[if mso]><p>" + urgent + "<![endif]-->" + end,
                                urgent + "<!--[if mso]>" + end + "<![endif]-->",
                                "<!-- -" + urgent + "-" + end + "> -->", "<!-- {{#people}}->-{{/people}} -->"}) {
    INFO(text);
    CHECK(refusal(text).code == ErrorCode::template_invalid);
  }
}

TEST_CASE("the check reads comments as browsers and Outlook do", "[template]") {
  CHECK(refusal("<!--[if mso]><title><![endif]--><a onclick=\"{{title}}\">").message ==
        "a conditional comment ends where it should not");
  const std::string event = "'title' stands in 'onclick', where no value is safe";
  CHECK(refusal("<!--><a onclick=\"{{title}}\">").message == event);
  CHECK(refusal("<!---><a onclick=\"{{title}}\">").message == event);
  CHECK(refusal("<!-- a --!><a onclick=\"{{title}}\">").message == event);
  CHECK(refusal("<!x a=\"><a onclick='{{title}}'>\">").message == event);
  CHECK(refusal("</ a=\"><a onclick='{{title}}'>\">").message == event);
  CHECK(refusal("<?x a=\"><a onclick='{{title}}'>\">").message == event);
  CHECK(refusal("<!--[if mso]><p title=\"--><a onclick='{{title}}'>\"><![endif]-->").code ==
        ErrorCode::template_invalid);
  CHECK(refusal("<!--[if mso --><a onclick='{{title}}'>]>").code == ErrorCode::template_invalid);
  CHECK(refusal("<!--[if mso]><!-- a --><![endif]-->").code == ErrorCode::template_invalid);
  CHECK(refusal("<!--{{title}} -->").message == "'title' parts a tag, or what begins a comment");
  CHECK(refusal("<!-- {{title}}> -->").message == "with some values this '>' would end the comment");
  CHECK(refusal("<!--[if mso]>{{title}}><![endif]-->").code == ErrorCode::template_invalid);

  CHECK(filled("<!-- {{title}}-->{{lead}}<!---->") == "<!-- Fish &amp; &lt;Chips&gt;--><!---->");
  CHECK(filled("<!--[if !mso]><!----><p>{{title}}</p><!--<![endif]-->").ends_with("</p><!--<![endif]-->"));
  CHECK(filled("<!--[if (gte mso 9)|(IE)]><style>td {margin: -{{accent}}}</style>{{#people}}<p>{{name}}</p>{{/people}}"
               "<![endif]-->")
            .ends_with("<p>Ann</p><p>Bo</p><![endif]-->"));
}

TEST_CASE("the check reads tags as browsers do", "[template]") {
  const std::string event = "'title' stands in 'onclick', where no value is safe";
  for (const char* element : {"xmp", "noscript", "iframe", "noembed", "noframes", "plaintext", "script", "textarea",
                              "svg", "math", "select", "frameset"}) {
    const std::string opened = "<" + std::string(element) + ">";
    CHECK(herald::to_string(
              refusal("a\n{{! b }}\n" + opened + "<a title=\"</" + element + "><a onclick='{{title}}'>\">")) ==
          "mine/page.mustache:3: a template holds no '" + std::string(element) + "' element (take it out)");
  }
  CHECK(refusal("<style></sty{{! }}le><a onclick=\"{{title}}\">").message == event);
  CHECK(refusal("<{{! }}a onclick=\"{{title}}\">").message == event);
  CHECK(refusal(Files{{"page.mustache", "<sty{{> a}}"}, {"a.mustache", "le>{{title}}</style>"}}).message ==
        "'title' cannot stand in a style sheet");
  CHECK(refusal("<style></sty{{accent}}le>").message == "'accent' parts a tag, or what begins a comment");
  CHECK(refusal("<style></stylex a='</style><a onclick=\"{{title}}\">'>").message == event);
  CHECK(refusal("<style=x><a onclick=\"</style>{{title}}\">").message == event);
  CHECK(refusal("<p =\"{{title}}\">").message == "'title' stands in a tag without quotes");
  CHECK(refusal("<p title/=\"{{title}}\">").message == "'title' stands in a tag without quotes");
  CHECK(filled("<p hidden title = '{{title}}'/>").starts_with("<p hidden title = 'Fish"));
  CHECK(filled("<style>a</styles></STYLE >{{title}}").ends_with("&gt;"));
}
