#include "tests/core/facts/support.hpp"

#include <array>

#include "core/facts/extract.hpp"

namespace herald::test {
namespace {

constexpr std::array qualifier_names = {"", " more_than", " less_than", " about", " at_least", " at_most"};

// Cuts behind ". ", "? ", "! " and their closing marks, where a capital, a mark or a digit follows.
void cut_sentences(Document& document, std::uint32_t block) {
  const Span span = document.blocks[block].span;
  const std::string& text = document.source.text;
  std::uint32_t begin = span.begin;
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    const bool stop = (text[i] == '.' || text[i] == '?' || text[i] == '!') && i + 2 < span.end && text[i + 1] == ' ' &&
                      i > begin + 3 && text[i - 2] != ' ' && text[i - 3] != ' ' &&
                      !(text[i + 2] >= 'a' && text[i + 2] <= 'z');
    if (!stop) continue;
    document.sentences.push_back({{begin, i + 1}, block});
    begin = i + 2;
  }
  if (begin < span.end) document.sentences.push_back({{begin, span.end}, block});
}

std::string join(const std::vector<std::string>& parts) {
  std::string joined;
  for (const std::string& part : parts) joined += (joined.empty() ? "" : "; ") + part;
  return joined;
}

}  // namespace

const language::Packs& packs() {
  static const language::Packs loaded = std::move(language::load_packs(HERALD_LANGUAGES)).value_or_throw();
  return loaded;
}

Document document_of(const std::vector<Part>& parts, const Setting& setting) {
  Document document;
  document.metadata.language = setting.language;
  document.metadata.published = setting.published;
  for (const Part& part : parts) {
    Block block;
    block.kind = part.kind;
    block.span.begin = static_cast<std::uint32_t>(document.source.text.size());
    document.source.text += part.text;
    block.span.end = static_cast<std::uint32_t>(document.source.text.size());
    block.inlines.push_back({InlineKind::text, part.text, {}, block.span});
    document.source.text += "\n\n";
    document.blocks.push_back(block);
    cut_sentences(document, static_cast<std::uint32_t>(document.blocks.size() - 1));
  }
  return document;
}

Facts facts_of_document(Document document) {
  facts::extract(document, packs());
  return document.facts;
}

Facts facts_of(const std::vector<Part>& parts, const Setting& setting) {
  return facts_of_document(document_of(parts, setting));
}

Facts facts_of(std::string_view paragraph, const Setting& setting) {
  return facts_of({{BlockKind::paragraph, std::string(paragraph)}}, setting);
}

std::string show(const Figure& figure) {
  std::string shown = figure.value.to_string();
  if (figure.maximum) shown += "-" + figure.maximum->to_string();
  if (figure.of) shown += " of " + figure.of->to_string();
  if (!figure.currency.empty()) shown += " " + figure.currency;
  if (!figure.unit.empty()) shown += " " + figure.unit;
  return shown + qualifier_names.at(static_cast<std::size_t>(figure.qualifier));
}

std::string figures_of(std::string_view text, const Setting& setting) {
  std::vector<std::string> shown;
  for (const Figure& figure : facts_of(text, setting).figures) shown.push_back(show(figure));
  return join(shown);
}

std::string counted_of(std::string_view text, const Setting& setting) {
  std::vector<std::string> shown;
  for (const Figure& figure : facts_of(text, setting).figures) shown.push_back(figure.counted);
  return join(shown);
}

std::string dates_of(std::string_view text, const Setting& setting) {
  constexpr std::array roles = {"", " published", " event", " deadline", " period"};
  std::vector<std::string> shown;
  for (const DateMention& date : facts_of(text, setting).dates)
    shown.push_back(date.start + (date.end.empty() ? "" : "/" + date.end) +
                    roles.at(static_cast<std::size_t>(date.role)));
  return join(shown);
}

std::string people_of(const std::vector<Part>& parts, const Setting& setting) {
  std::vector<std::string> shown;
  for (const Person& person : facts_of(parts, setting).people) {
    std::string one = person.name + " | " + person.role + " | " + person.affiliation + " | " + person.country;
    while (one.ends_with(" | ")) one.resize(one.size() - 3);
    shown.push_back(one);
  }
  return join(shown);
}

std::string show_quotations(const Facts& facts) {
  std::string shown;
  for (const Quotation& quotation : facts.quotations)
    shown += (shown.empty() ? "" : " / ") + quotation.text + " <" +
             (quotation.speaker ? facts.people[*quotation.speaker].name : quotation.speaker_text) + ">";
  return shown;
}

std::string quotations_of(const std::vector<Part>& parts, const Setting& setting) {
  return show_quotations(facts_of(parts, setting));
}

}  // namespace herald::test
