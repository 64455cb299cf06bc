// Metadata that come from beside a release's words say from where; those of its words do not.
#include "tests/core/reading/office_support.hpp"
#include "tests/core/reading/reading_support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;
using Origins = std::map<std::string, std::string>;

namespace {

const std::string words =
    "The council of the harbour agreed on two new piers, to be built before the end of the decade.";

Origins of_page(const std::string& head, const std::string& body, const std::string& language = "en") {
  return read(
             "<!DOCTYPE html><html lang=\"" + language + "\"><head>" + head + "</head><body>" + body + "</body></html>",
             "page.html")
      .metadata.origins;
}

}  // namespace

TEST_CASE("what a page says beside its text has its origin", "[reading][origins]") {
  const std::string text = "<p>" + words + "</p><p>" + words + "</p>";
  const std::string titled = "<h1>Harbour agrees on piers</h1>" + text;
  CHECK(of_page("<meta name=\"date\" content=\"2026-03-12\">", titled) == Origins{{"published", "meta:date"}});
  CHECK(of_page("<meta property=\"article:published_time\" content=\"2026-03-12T10:00\">", titled) ==
        Origins{{"published", "meta:article:published_time"}});
  CHECK(of_page("<script type=\"application/ld+json\">{\"datePublished\": \"2026-03-12\"}</script>", titled) ==
        Origins{{"published", "json-ld:datePublished"}});
  CHECK(of_page("", titled + "<time itemprop=\"datePublished\" datetime=\"2026-03-12\"></time>") ==
        Origins{{"published", "time"}});
  CHECK(of_page("<meta property=\"og:title\" content=\"Piers agreed upon\">", text) == Origins{{"title", "og:title"}});
  CHECK(of_page("<title>Piers agreed upon</title>", text) == Origins{{"title", "html:title"}});
  CHECK(of_page("", "<h1>1</h1><p>1 2 3</p>", "fr") == Origins{{"language", "html:lang"}});
  // The page's words say it themselves.
  CHECK(of_page("<meta name=\"date\" content=\"2026-03-12\"><title>Harbour agrees on piers</title>",
                "<h1>Harbour agrees on piers</h1><p>12 March 2026</p>" + text)
            .empty());
}

TEST_CASE("what front matter says has its origin", "[reading][origins]") {
  const auto origins = [](const std::string& body) {
    return read("---\ntitle: Harbour agrees on piers\ndate: 2026-03-12\n---\n\n" + body, "release.md").metadata.origins;
  };
  CHECK(origins(words + "\n") == Origins{{"published", "front-matter:date"}, {"title", "front-matter:title"}});
  CHECK(origins("Harbour agrees on piers\n\nVALLETTA, Malta, 12 March 2026 – " + words + "\n").empty());
}

TEST_CASE("what a news item says has its origin", "[reading][origins]") {
  const Document item = read(R"({"uri": "urn:1", "language": "en", "contentCreated": "2026-03-12T10:00:00Z",
    "headlines": [{"role": "main", "value": "Harbour agrees on piers"}, {"role": "sub", "value": "Work begins"}],
    "located": "Valletta", "pubstatus": "withheld", "embargoed": "2026-03-13T18:00:00Z",
    "bodies": [{"role": "main", "contentType": "text/html", "value": "<p>)" +
                                 words + R"(</p>"}]})",
                             "item.json");
  CHECK(item.metadata.origins == Origins{{"dateline", "ninjs:located"},
                                         {"embargo", "ninjs:embargoed"},
                                         {"published", "ninjs:contentcreated"},
                                         {"standfirst", "ninjs:headlines"},
                                         {"status", "ninjs:pubstatus"},
                                         {"title", "ninjs:headlines"}});
  CHECK(item.metadata.embargo == "2026-03-13T18:00");
}

TEST_CASE("front matter without a text is no release", "[reading][markdown]") {
  for (const char* text : {"---\n---", "---\ntitle: Harbour opens\n---\n\n"}) {
    const auto refused = herald::reading::read_release(text, "release.md", packs());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::input_empty);
    CHECK(refused.error().location == "release.md");
  }
}
