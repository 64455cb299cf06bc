// What stands around the text: status, embargo, contact, boilerplate.
#include "herald/edges.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/labels.hpp"

using namespace herald;
using herald::test::ContainsSubstring;
using herald::test::labels_of;

namespace {

Document document_of(std::initializer_list<std::pair<BlockKind, std::string>> blocks) {
  Document document;
  for (const auto& [kind, text] : blocks) {
    const auto begin = static_cast<std::uint32_t>(document.source.text.size());
    document.source.text += text + "\n\n";
    Block block;
    block.kind = kind;
    block.span = {begin, begin + static_cast<std::uint32_t>(text.size())};
    block.inlines = {{InlineKind::text, folded_text(document, block.span), "", block.span}};
    document.blocks.push_back(block);
  }
  return document;
}

/// "Head|line|line", heads in brackets.
std::string spelled(const EdgeText& text) {
  std::string all;
  for (const EdgeLine& line : text.lines) {
    if (!all.empty()) all += "|";
    std::string words;
    for (const Inline& part : line.inlines) words += part.text;
    all += line.is_head ? "[" + words + "]" : words;
  }
  return all;
}

std::string contact(const std::string& text, const std::string& language) {
  return spelled(edge_text(document_of({{BlockKind::contact, text}}), BlockKind::contact, labels_of(language)));
}

}  // namespace

TEST_CASE("a contact that says what it is needs no heading of ours", "[edges]") {
  const Labels en = labels_of("en");
  const Document document = document_of({{BlockKind::contact, "Media contact"},
                                         {BlockKind::contact, "Jo Tarn, Head of Press"},
                                         {BlockKind::contact, "Telephone: +44 000"}});
  const EdgeText text = edge_text(document, BlockKind::contact, en);
  CHECK(text.names_itself);
  CHECK(spelled(text) == "[Media contact]|Jo Tarn, Head of Press|Telephone: +44 000");
  CHECK(contact("Contact presse : Jo Tarn, 01 99", "fr") == "[Contact presse]|Jo Tarn, 01 99");
  CHECK(contact("للاتصال: المكتب الإعلامي", "ar") == "[للاتصال]|المكتب الإعلامي");
  CHECK_FALSE(edge_text(document_of({{BlockKind::contact, "Jo Tarn, +44 000"}}), BlockKind::contact, en).names_itself);
  CHECK(contact("Telephone: +44 000", "en") == "Telephone: +44 000");
}

TEST_CASE("the short lines of an address stay lines, wrapped prose does not", "[edges]") {
  CHECK(contact("Harbour Office, Tarn\nTel. +44 000\npress@tarn.example", "en") ==
        "Harbour Office, Tarn|Tel. +44 000|press@tarn.example");
  const std::string prose =
      "Whoever has a question about the ferries may write to the Harbour Office in Tarn, which\nanswers within a week.";
  CHECK(contact(prose, "en").find('|') == std::string::npos);
}

TEST_CASE("the heading right above a boilerplate or a contact is its head", "[edges]") {
  const Labels en = labels_of("en");
  const Document document = document_of({{BlockKind::heading, "What comes next"},
                                         {BlockKind::paragraph, "The boats sail in May."},
                                         {BlockKind::heading, "About the office"},
                                         {BlockKind::boilerplate, "It has 40 boats and mends them itself."},
                                         {BlockKind::heading, "Press contact"},
                                         {BlockKind::contact, "Jane Roe, 555 0100"}});
  const EdgeText about = edge_text(document, BlockKind::boilerplate, en);
  REQUIRE(about.lines.size() == 2);
  CHECK(about.lines[0].is_head);
  CHECK(about.lines[0].inlines[0].text == "About the office");
  CHECK(about.names_itself);
  const EdgeText contact = edge_text(document, BlockKind::contact, en);
  REQUIRE(contact.lines.size() == 2);
  CHECK(contact.lines[0].is_head);
  CHECK(contact.lines[0].inlines[0].text == "Press contact");
}

TEST_CASE("boilerplate is named by its own short lines", "[edges]") {
  const Labels en = labels_of("en");
  const EdgeText notes = edge_text(document_of({{BlockKind::boilerplate, "Notes to editors"},
                                                {BlockKind::boilerplate, "The office was founded in 1921 in Tarn."},
                                                {BlockKind::boilerplate, "About the office"},
                                                {BlockKind::boilerplate, "It has 40 boats and mends them itself."}}),
                                   BlockKind::boilerplate, en);
  CHECK(notes.names_itself);
  CHECK(spelled(notes) ==
        "[Notes to editors]|The office was founded in 1921 in Tarn.|[About the office]|It has 40 boats "
        "and mends them itself.");
  const auto named = [&](const std::string& text) {
    return edge_text(document_of({{BlockKind::boilerplate, text}}), BlockKind::boilerplate, en).names_itself;
  };
  CHECK(named("About the office: it has 40 boats."));
  CHECK_FALSE(named("The office has 40 boats."));
}

TEST_CASE("a status is not shouted, and one that says what a masthead says is known", "[edges]") {
  CHECK(present_status("FOR IMMEDIATE RELEASE") == "For immediate release");
  CHECK(present_status("COMMUNIQUÉ DE PRESSE") == "Communiqué de presse");
  CHECK(present_status("EMBARGO 00:01 GMT") == "EMBARGO 00:01 GMT");
  CHECK(present_status("For immediate release") == "For immediate release");
  CHECK(present_status("بيان صحفي") == "بيان صحفي");
  CHECK(present_status("").empty());
  CHECK(is_release_word("PRESS RELEASE", labels_of("en")));
  CHECK(is_release_word("COMMUNIQUÉ DE PRESSE", labels_of("fr")));
  CHECK(is_release_word("بيان صحفي", labels_of("ar")));
  CHECK_FALSE(is_release_word("FOR IMMEDIATE RELEASE", labels_of("en")));
}

TEST_CASE("an embargo is found in whichever line of status has it", "[edges]") {
  Document document = document_of({{BlockKind::status, "PRESS RELEASE"}, {BlockKind::status, "EMBARGO UNTIL NOON"}});
  document.metadata.status = "PRESS RELEASE";
  CHECK(embargo_of(document, labels_of("en")) == "Embargo until noon");
  document.blocks.pop_back();
  CHECK(embargo_of(document, labels_of("en")).empty());
  document.metadata.status = "Sous embargo jusqu’au 3 mars";
  CHECK(embargo_of(document, labels_of("fr")) == "Sous embargo jusqu’au 3 mars");
}

TEST_CASE("an embargo that no line says is put into words, and a corrected one goes before the line", "[edges]") {
  Document document = document_of({{BlockKind::paragraph, "Text."}});
  document.metadata.embargo = "2026-03-12T18:00";
  CHECK(embargo_of(document, labels_of("en")) == "Embargo until 12\u00A0March 2026, 18:00");
  CHECK(embargo_of(document, {}) == "2026-03-12, 18:00");
  for (const char* language : {"fr", "es", "ar"})
    CHECK_THAT(embargo_of(document, labels_of(language)), ContainsSubstring("18:00"));
  document.metadata.status = "EMBARGO UNTIL NOON";
  CHECK(embargo_of(document, labels_of("en")) == "Embargo until noon");
  document.metadata.origins["embargo"] = "correction";
  document.metadata.embargo = "2026-03-13";
  CHECK(embargo_of(document, labels_of("en")) == "Embargo until 13\u00A0March 2026");
  document.metadata.embargo.clear();
  CHECK(embargo_of(document, labels_of("en")).empty());
}
