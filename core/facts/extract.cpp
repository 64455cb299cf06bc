// Runs the passes in their order.
#include "core/facts/extract.hpp"

#include "core/facts/passes.hpp"

namespace herald::facts {

void extract(Document& document, const language::Packs& packs, Trace* trace) {
  document.facts = {};
  const language::Pack* pack = packs.find(document.metadata.language);
  if (pack == nullptr) {
    const std::string& language = document.metadata.language;
    warn(document.diagnostics, "language-without-pack",
         language.empty() ? "the language of the release is not known, so it has no facts"
                          : "there is no language pack for " + language + ", so the release has no facts",
         "add a pack to the languages folder, see its README.md");
    if (trace != nullptr) trace->settle(document.facts);
    return;
  }
  Context context(document, packs, *pack);
  context.trace = trace;
  find_speech(context);
  find_dates(context);
  find_people(context);
  find_unmarked_speech(context);
  find_organisations(context);
  attribute_speech(context);
  find_places(context);
  find_figures(context);
  find_events(context);
  Context contacts(document, packs, *pack, Part::contacts);
  find_contacts(contacts);
  find_contacts(context);
  find_links(context, contacts);
  choose_points(context);
  if (trace != nullptr) trace->settle(document.facts);
}

}  // namespace herald::facts
