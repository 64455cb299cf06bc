#include "tests/core/facts/support.hpp"
#include "tests/support/catch.hpp"

using namespace herald::test;
using herald::BlockKind;

namespace {

std::string quotations(const std::vector<Part>& parts, const Setting& setting = {}) {
  return quotations_of(parts, setting);
}

std::string quotations(const char* text, const Setting& setting = {}) {
  return quotations_of({{BlockKind::paragraph, text}}, setting);
}

// The quotations of the items of one list.
std::string statements(const std::vector<const char*>& items) {
  std::vector<Part> parts;
  for (const char* item : items) parts.push_back({BlockKind::list_item, item});
  herald::Document document = document_of(parts);
  for (herald::Block& block : document.blocks) block.group = 1;
  return show_quotations(facts_of_document(std::move(document)));
}

}  // namespace

TEST_CASE("speech is joined over paragraphs and has its speaker", "[facts]") {
  CHECK(quotations({{BlockKind::paragraph, "Secretary General Oskar Lindqvist said:"},
                    {BlockKind::paragraph, "“The harbour isn’t a luxury."},
                    {BlockKind::paragraph, "“It feeds the town."},
                    {BlockKind::paragraph, "“We’ll keep it.”"}}) ==
        "The harbour isn’t a luxury. It feeds the town. We’ll keep it. <Oskar Lindqvist>");
}

TEST_CASE("a line of a list may be what somebody says without marks", "[facts]") {
  const char* first = "Ana Lima, harbour master: The work has gone well since the first day and it will end soon.";
  const char* second = "Rui Costa, pilot: We have never had such a deep channel, and the ships are glad of it.";
  const char* verb = "Eva Reis, crane driver, says: The cranes are new and nobody here wants the old ones back.";
  CHECK(statements({first, second}) ==
        "The work has gone well since the first day and it will end soon. <Ana Lima> / We have never had such a deep "
        "channel, and the ships are glad of it. <Rui Costa>");
  CHECK(statements({verb}) == "The cranes are new and nobody here wants the old ones back. <Eva Reis>");
  // Alone and without a verb it may be anything with a colon.
  CHECK(statements({first}) == "");
}

TEST_CASE("a verb alone leaves it to be understood who speaks", "[facts]") {
  CHECK(quotations({{BlockKind::paragraph, "«El puente es seguro», afirmó la alcaldesa, Ana Lima Reis."},
                    {BlockKind::paragraph, "«Se abrirá en mayo, como prometimos», añadió."}},
                   {"es", ""}) ==
        "El puente es seguro <Ana Lima Reis> / Se abrirá en mayo, como prometimos <Ana Lima Reis>");
}

TEST_CASE("a verb with no name behind it leaves its subject to be understood", "[facts]") {
  const Part before{BlockKind::paragraph, "«El puente es seguro», afirmó la alcaldesa, Ana Lima Reis."};
  CHECK(quotations({before,
                    {BlockKind::paragraph,
                     "«Se abrirá en mayo», insistió al cierre de las obras del viejo "
                     "puente que une las dos orillas."}},
                   {"es", ""}) == "El puente es seguro <Ana Lima Reis> / Se abrirá en mayo <Ana Lima Reis>");
  CHECK(quotations({before,
                    {BlockKind::paragraph,
                     "«Se abrirá en mayo», insistió el vecino más viejo de todo el barrio "
                     "alto de la ciudad."}},
                   {"es", ""}) == "El puente es seguro <Ana Lima Reis> / Se abrirá en mayo <el vecino>");
}

TEST_CASE("who speaks may be named within the marks, and spaces may stand there too", "[facts]") {
  CHECK(quotations("\" Le pont est sûr, explique Ana Lima, directrice du port. Il ouvrira en mai. \"", {"fr", ""}) ==
        "Le pont est sûr, explique Ana Lima, directrice du port. Il ouvrira en mai. <Ana Lima>");
}

TEST_CASE("a pronoun before all speech means whom the paragraph above names first", "[facts]") {
  CHECK(quotations({{BlockKind::paragraph, "Mayor Ana Lima opened the bridge, with Minister Rui Costa beside her."},
                    {BlockKind::paragraph, "She said: “The bridge is safe again.”"}}) ==
        "The bridge is safe again. <Ana Lima>");
}

TEST_CASE("a pronoun before all speech means who was last said to speak", "[facts]") {
  CHECK(quotations({{BlockKind::paragraph, "Mayor Ana Lima said the bridge is safe."},
                    {BlockKind::paragraph, "Divers met Minister Rui Costa on Monday."},
                    {BlockKind::paragraph, "She added: “The bridge is open again.”"}}) ==
        "The bridge is open again. <Ana Lima>");
}

TEST_CASE("who speaks in the next sentence is not who spoke", "[facts]") {
  CHECK(quotations("Campaigners have called the scheme “a disgrace to the whole town”. Mayor Ana Lima said the scheme "
                   "will go on.") == "");
  CHECK(quotations("“The bridge is safe again”. – Ana Lima, mayor") == "The bridge is safe again <Ana Lima>");
}

TEST_CASE("the speaker is named before, behind, by post or by pronoun", "[facts]") {
  CHECK(quotations("“The bridge is safe again,” said Ana Lima.") == "The bridge is safe again, <Ana Lima>");
  CHECK(quotations("\"The bridge is safe again,\" Ana Lima said. \"It will open in May, as we promised.\"") ==
        "The bridge is safe again. It will open in May, as we promised. <Ana Lima>");
  CHECK(quotations("“The bridge is safe again,” a spokesperson said.") == "The bridge is safe again, <a spokesperson>");
  CHECK(quotations("Mayor Ana Lima spoke. “The bridge is safe again,” she said.") ==
        "The bridge is safe again, <Ana Lima>");
  CHECK(quotations("Mayor Ana Lima spoke. “The bridge is safe again,” the mayor said.") ==
        "The bridge is safe again, <Ana Lima>");
  CHECK(quotations("Ana Lima said: ‘The bridge isn’t new but it is safe.’") ==
        "The bridge isn’t new but it is safe. <Ana Lima>");
  CHECK(quotations("« Le pont est de nouveau sûr », a déclaré Ana Lima.", {"fr", ""}) ==
        "Le pont est de nouveau sûr <Ana Lima>");
}

TEST_CASE("what leads to the next quotation is not the last one's", "[facts]") {
  CHECK(quotations("Ana Lima, Minister for Trade, said: “It is good for all of us.” Her colleague Rui Costa added: "
                   "“It really is good for us.”") ==
        "It is good for all of us. <Ana Lima> / It really is good for us. <Rui Costa>");
  CHECK(quotations("“It is good,” said Ana Lima. “It will stay good for us.”") ==
        "It is good. It will stay good for us. <Ana Lima>");
}

TEST_CASE("a pronoun means the only one named, and nobody where it may be another", "[facts]") {
  const char* const said = "“The yard is safe again,” said Ana Lima.";
  CHECK(quotations({{BlockKind::paragraph, said},
                    {BlockKind::paragraph, "Mayor Rui Costa came too. “I like the yard a lot,” he said."}}) ==
        "The yard is safe again, <Ana Lima> / I like the yard a lot, <Rui Costa>");
  CHECK(quotations({{BlockKind::paragraph, said},
                    {BlockKind::paragraph, "Halima, 34, works there. “I like the yard a lot,” she said."}}) ==
        "The yard is safe again, <Ana Lima> / I like the yard a lot, <>");
  CHECK(quotations({{BlockKind::paragraph, said},
                    {BlockKind::paragraph, "Boats returned in May. “I like the yard a lot,” she said."}}) ==
        "The yard is safe again, <Ana Lima> / I like the yard a lot, <Ana Lima>");
  CHECK(quotations({{BlockKind::paragraph, said},
                    {BlockKind::paragraph, "Mayor Rui Costa met Dr Eva Reis. “I like the yard a lot,” she said."}}) ==
        "The yard is safe again, <Ana Lima> / I like the yard a lot, <>");
}

TEST_CASE("a body speaks only next to the verb", "[facts]") {
  CHECK(quotations("“The yard is safe again,” the Ministry of Ports said.") ==
        "The yard is safe again, <Ministry of Ports>");
  CHECK(quotations("“The yard is safe again,” said the Gazette's Rui Costa.") == "The yard is safe again, <Rui Costa>");
  CHECK(quotations("Ships of the United States came for “a good day at sea with us all”.") == "");
}

TEST_CASE("titles, slogans and words at arm's length are no quotations", "[facts]") {
  for (const char* text :
       {"A panel under the title “Women at Sea: Lessons in Seamanship for Everyone,” closed the day.",
        "The new motto, ‘Together for Harbours’, was shown.", "The so-called “smart” buoys failed.",
        "The countries’ ships and the ‘90s’ boats met."}) {
    INFO(text);
    CHECK(quotations(text) == "");
  }
}

TEST_CASE("a block quotation needs no marks", "[facts]") {
  CHECK(quotations({{BlockKind::paragraph, "Mayor Ana Lima said:"},
                    {BlockKind::block_quote, "The bridge is safe and it will stay so."}}) ==
        "The bridge is safe and it will stay so. <Ana Lima>");
}
