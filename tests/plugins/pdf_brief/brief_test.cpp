// The briefing as a whole.
#include "tests/plugins/pdf_brief/samples.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;

TEST_CASE("the sample releases become briefings, the same bytes each time", "[pdf_brief]") {
  for (const Document& document : {english_release(), french_release(), arabic_release()}) {
    const std::string bytes = export_brief(document);
    CHECK(bytes == export_brief(document));
    save(bytes, document.metadata.language + ".pdf");
  }
  Options options = default_options();
  options.set("marking", std::string("tlp:amber+strict"));
  options.set("author", std::string("Fisheries desk"));
  save(export_brief(english_release(), options, resources_for("en")), "marked.pdf");
  options.set("large_print", true);
  save(export_brief(english_release(), options, resources_for("en")), "large.pdf");
  save(export_brief(english_release(), default_options(), resources_for("en", "compact")), "compact.pdf");
}
