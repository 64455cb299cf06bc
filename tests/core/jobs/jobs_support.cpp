#include "tests/core/jobs/jobs_support.hpp"

#include "core/facts/extract.hpp"
#include "core/reading/read.hpp"

namespace herald::test {

const language::Packs& packs() {
  static const language::Packs loaded =
      language::load_packs(HERALD_TEST_BUILD_DIR "/share/herald/languages").value_or_throw();
  return loaded;
}

Document read_with_facts(const std::string& text, const std::string& uri) {
  Document document = reading::read_release(text, uri, packs()).value_or_throw();
  facts::extract(document, packs());
  return document;
}

Texts figures(const Document& document) {
  Texts texts;
  for (const Figure& figure : document.facts.figures) {
    std::string text = figure.value.to_string();
    if (figure.maximum) text += "-" + figure.maximum->to_string();
    if (figure.of) text += " of " + figure.of->to_string();
    if (!figure.currency.empty()) text += " " + figure.currency;
    if (!figure.unit.empty()) text += " " + figure.unit;
    texts.push_back(text + (figure.counted.empty() ? "" : " " + figure.counted));
  }
  return texts;
}

Texts people(const Document& document) {
  Texts texts;
  for (const Person& person : document.facts.people) {
    std::string text = person.name;
    for (const std::string* part : {&person.role, &person.affiliation, &person.country})
      if (!part->empty()) text += ", " + *part;
    texts.push_back(text);
  }
  return texts;
}

Texts quotations(const Document& document) {
  Texts texts;
  for (const Quotation& quotation : document.facts.quotations)
    texts.push_back((quotation.speaker ? document.facts.people[*quotation.speaker].name : quotation.speaker_text) +
                    ": " + quotation.text);
  return texts;
}

}  // namespace herald::test
