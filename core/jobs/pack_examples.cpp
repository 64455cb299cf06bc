// An example is one paragraph, cut into sentences as reading cuts them; its language is the pack's, not guessed.
#include "core/jobs/pack_examples.hpp"

#include <array>

#include "core/facts/extract.hpp"
#include "core/reading/draft.hpp"
#include "core/reading/sentences.hpp"

namespace herald::jobs {
namespace {

constexpr std::array qualifier_names = {"", " more_than", " less_than", " about", " at_least", " at_most"};

Document document_of(const language::PackExample& example, const std::string& code, const language::Packs& packs) {
  Document document;
  document.source.text = example.text;
  document.metadata.language = code;
  document.metadata.published = example.published;
  reading::Reading reading(document.source.text, packs, document.diagnostics);
  reading.metadata = document.metadata;
  reading::Draft draft;
  draft.span = {0, static_cast<std::uint32_t>(example.text.size())};
  draft.text.append_source(example.text, draft.span);
  reading.drafts.push_back(std::move(draft));
  document.sentences = reading::cut_sentences(reading);
  document.blocks = reading::assemble(std::move(reading.drafts));
  return document;
}

std::string shown(const Figure& figure) {
  std::string text = figure.value.to_string();
  if (figure.maximum) text += "-" + figure.maximum->to_string();
  if (figure.of) text += "/" + figure.of->to_string();
  if (!figure.currency.empty()) text += " " + figure.currency;
  if (!figure.unit.empty()) text += " " + figure.unit;
  return text + qualifier_names.at(static_cast<std::size_t>(figure.qualifier));
}

std::vector<std::string> found(const Facts& facts, const std::string& kind) {
  std::vector<std::string> texts;
  if (kind == "figures")
    for (const Figure& figure : facts.figures) texts.push_back(shown(figure));
  if (kind == "dates")
    for (const DateMention& date : facts.dates) texts.push_back(date.start + (date.end.empty() ? "" : "/" + date.end));
  if (kind == "people")
    for (const Person& person : facts.people) texts.push_back(person.name);
  if (kind == "quotations")
    for (const Quotation& quotation : facts.quotations) texts.push_back(quotation.text);
  if (kind == "places")
    for (const Place& place : facts.places) texts.push_back(place.name);
  if (kind == "organisations")
    for (const Organisation& organisation : facts.organisations) texts.push_back(organisation.name);
  return texts;
}

std::string listed(const std::vector<std::string>& texts) {
  std::string list = "[";
  for (const std::string& text : texts) list += (list.size() == 1 ? "\"" : ", \"") + text + "\"";
  return list + "]";
}

}  // namespace

std::vector<language::PackProblem> run_examples(const language::Pack& pack, const language::Packs& packs) {
  std::vector<language::PackProblem> problems;
  const auto run = [&](const std::vector<language::PackExample>& examples, const std::string& pointer) {
    for (std::size_t i = 0; i < examples.size(); ++i) {
      Document document = document_of(examples[i], pack.code, packs);
      facts::extract(document, packs);
      for (const auto& [kind, wanted] : examples[i].expected) {
        const std::vector<std::string> came = found(document.facts, kind);
        if (came != wanted)
          problems.push_back({pointer + "/" + std::to_string(i) + "/" + kind,
                              "expected " + listed(wanted) + ", found " + listed(came) + " in: " + examples[i].text});
      }
    }
  };
  run(pack.positive_examples, "/examples/positive");
  run(pack.negative_examples, "/examples/negative");
  return problems;
}

}  // namespace herald::jobs
