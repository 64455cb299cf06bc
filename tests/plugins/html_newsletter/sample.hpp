// Releases made by hand for the newsletter's tests: a document is written block by block, and facts are
// pointed at by their words.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "herald/document.hpp"

namespace herald::test {

class ReleaseWriter {
 public:
  explicit ReleaseWriter(std::string language) {
    document.metadata.language = std::move(language);
    document.source.uri = "/home/somebody/releases/sample.txt";
    document.source.media_type = "text/plain";
    document.source.encoding = "UTF-8";
    document.source.sha256 = std::string(64, 'a');
  }

  /// A block of one run of text, with one sentence for the whole.
  Block& add(BlockKind kind, const std::string& text, std::uint32_t number = 0) {
    std::string& source = document.source.text;
    if (!source.empty()) source += "\n\n";
    const auto begin = static_cast<std::uint32_t>(source.size());
    source += text;
    const Span span{begin, static_cast<std::uint32_t>(source.size())};
    Block block;
    block.kind = kind;
    block.number = number;
    block.span = span;
    block.inlines.push_back({InlineKind::text, text, "", span});
    document.blocks.push_back(block);
    document.sentences.push_back({span, static_cast<std::uint32_t>(document.blocks.size() - 1)});
    return document.blocks.back();
  }

  Block& paragraph(const std::string& text) { return add(BlockKind::paragraph, text, ++number_); }
  Block& heading(const std::string& text, std::uint8_t level = 1) {
    Block& block = add(BlockKind::heading, text);
    block.level = level;
    return block;
  }
  Block& item(const std::string& text, std::uint32_t group) {
    Block& block = add(BlockKind::list_item, text, number_);
    block.group = group;
    block.level = 1;
    return block;
  }
  Block& quote(const std::string& text, std::uint32_t group, bool first) {
    Block& block = add(BlockKind::block_quote, text, first ? ++number_ : number_);
    block.group = group;
    return block;
  }

  void title(const std::string& text) {
    add(BlockKind::title, text);
    document.metadata.title = text;
  }
  void standfirst(const std::string& text) {
    add(BlockKind::standfirst, text);
    document.metadata.standfirst = text;
  }

  /// Where the words stand, the first time.
  Provenance at(std::string_view words) const {
    const std::size_t found = document.source.text.find(words);
    if (found == std::string::npos) throw std::logic_error("the sample has no such words: " + std::string(words));
    Provenance provenance;
    provenance.span = {static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(found + words.size())};
    provenance.rule = "by_hand";
    for (std::size_t i = 0; i < document.sentences.size(); ++i)
      if (document.sentences[i].span.contains(provenance.span)) {
        provenance.sentence = static_cast<std::uint32_t>(i);
        provenance.block = document.sentences[i].block;
      }
    return provenance;
  }

  void point(std::string_view words) {
    document.facts.points.push_back(
        {"point-" + std::to_string(document.facts.points.size() + 1), at(words).sentence, "lead"});
  }
  Figure& figure(std::string_view words, std::string_view value, FigureKind kind, const std::string& counted = {}) {
    Figure figure;
    figure.id = "figure-" + std::to_string(document.facts.figures.size() + 1);
    figure.value = Decimal::parse(value).value();
    figure.kind = kind;
    figure.counted = counted;
    figure.as_written = words;
    figure.provenance = at(words);
    document.facts.figures.push_back(figure);
    return document.facts.figures.back();
  }
  std::uint32_t person(const std::string& name, const std::string& role, const std::string& affiliation = {},
                       const std::string& country = {}) {
    Person person;
    person.id = "person-" + std::to_string(document.facts.people.size() + 1);
    person.name = name;
    person.role = role;
    person.affiliation = affiliation;
    person.country = country;
    person.mentions.push_back(at(name));
    document.facts.people.push_back(person);
    return static_cast<std::uint32_t>(document.facts.people.size() - 1);
  }
  Quotation& quotation(const std::string& text, std::string_view first_words, std::uint32_t speaker) {
    Quotation quotation;
    quotation.id = "quotation-" + std::to_string(document.facts.quotations.size() + 1);
    quotation.text = text;
    quotation.provenance = at(first_words);
    quotation.parts = {quotation.provenance.span};
    quotation.speaker = speaker;
    document.facts.quotations.push_back(quotation);
    return document.facts.quotations.back();
  }
  Event& event(const std::string& name, const std::string& start, const std::string& end, const std::string& place,
               EventStatus status) {
    Event event;
    event.id = "event-" + std::to_string(document.facts.events.size() + 1);
    event.name = name;
    event.start = start;
    event.end = end;
    event.place = place;
    event.status = status;
    event.provenance = at(name);
    document.facts.events.push_back(event);
    return document.facts.events.back();
  }

  Document document;

 private:
  std::uint32_t number_ = 0;
};

/// The same meeting told in three languages, with every kind of block and fact.
Document english_release();
Document french_release();
Document arabic_release();

}  // namespace herald::test
