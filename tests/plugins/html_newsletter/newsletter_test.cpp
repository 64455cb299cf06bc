// What a newsletter shows of a release, and what it never lets through.
#include "tests/plugins/html_newsletter/exporting.hpp"
#include "tests/plugins/html_newsletter/sample.hpp"
#include "tests/support/catch.hpp"

using herald::test::export_newsletter;
using herald::test::Exported;

TEST_CASE("the sample newsletters are written for the validators", "[html_newsletter]") {
  const std::filesystem::path folder = std::filesystem::path(HERALD_TEST_BUILD_DIR) / "newsletters";
  std::filesystem::create_directories(folder);
  herald::Options options = herald::test::newsletter_options();
  options.set("organisation", std::string("The Rivers Compact"));
  options.set("source_url", std::string("https://rivers.example/news/joint-fund"));
  options.set("unsubscribe_url", std::string("mailto:unsubscribe@rivers.example"));
  for (const herald::Document& document :
       {herald::test::english_release(), herald::test::french_release(), herald::test::arabic_release()}) {
    const std::string& language = document.metadata.language;
    const Exported exported =
        export_newsletter(document, language == "fr" ? herald::test::newsletter_options() : options,
                          herald::test::newsletter_resources(language));
    for (const auto& diagnostic : exported.diagnostics)
      WARN(diagnostic.code << " " << diagnostic.message << " " << diagnostic.hint);
    CHECK(exported.diagnostics.empty());
    std::ofstream(folder / (language + ".html"), std::ios::binary) << exported.html;
  }
}
