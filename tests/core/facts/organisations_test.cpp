// Named bodies, whom to ask, and web addresses.
#include "tests/core/facts/support.hpp"
#include "tests/support/catch.hpp"

using namespace herald::test;
using herald::BlockKind;
using herald::Facts;

namespace {

// "Name (ABBR)", joined by "; ".
std::string organisations(const char* text, const Setting& setting = {}) {
  std::string shown;
  for (const auto& one : facts_of(text, setting).organisations)
    shown += (shown.empty() ? "" : "; ") + one.name + (one.abbreviation.empty() ? "" : " (" + one.abbreviation + ")");
  return shown;
}

std::string joined(const std::vector<std::string>& items) {
  std::string shown;
  for (const auto& item : items) shown += (shown.empty() ? "" : ", ") + item;
  return shown;
}

// "name | role | affiliation | mail | phone" a contact.
std::vector<std::string> contacts(const std::vector<Part>& parts, const Setting& setting = {}) {
  std::vector<std::string> shown;
  for (const auto& one : facts_of(parts, setting).contacts)
    shown.push_back(one.name + " | " + one.role + " | " + one.affiliation + " | " + joined(one.emails) + " | " +
                    joined(one.phones));
  return shown;
}

}  // namespace

TEST_CASE("organisations are found by the kind of body, the abbreviation, and what they do", "[facts]") {
  struct Case {
    const char* text;
    const char* organisations;
  };
  const Case cases[] = {
      {"The Ministry of Ports thanked the Lorvia Harbour Council.", "Ministry of Ports; Lorvia Harbour Council"},
      {"It was paid by the Office for Safe Roads (OSR), and OSR was glad.", "Office for Safe Roads (OSR)"},
      {"The Water, Soil and Forests Board agreed.", "Water, Soil and Forests Board"},
      {"The Bureau of Salt, Sugar and Tea agreed.", "Bureau of Salt, Sugar and Tea"},
      {"The Port University and Hill University agreed.", "Port University; Hill University"},
      {"The Office of the Director of Ports agreed.", "Office of the Director of Ports"},
      {"The Senate Health, Ports and Roads (HPR) Committee agreed.", "Senate Health, Ports and Roads (HPR) Committee"},
      {"Help came from Safe Harbours Everywhere (SHE).", "Safe Harbours Everywhere (SHE)"},
      {"“Good,” said Ana Lima, chief executive of Blue Anchor.", "Blue Anchor"},
      {"“Good,” said a MARIN spokesman.", "MARIN"},
      {"MARIN said the port is open.", "MARIN"},
      {"Norway's Ministry of Ports wrote, and the Ministry of Ports was glad.", "Ministry of Ports"},
      {"The charity Safe Roads Now gave them blankets.", "Safe Roads Now"},
      {"It was seen by Shelter Aid Norway last year.", "Shelter Aid Norway"},
      // What names no body, or none in particular.
      {"The council met, and the Council was glad.", ""},
      {"The General Assembly met.", ""},
      {"It broke the Ports Authority Act and the Harbour Council Convention.", ""},
      {"Board Members were glad.", ""},
      {"The GDP grew, and DNA was found in the TV set.", ""},
      {"Visitors came from Norway and Peru.", ""},
      {"It cost NOK 5 million, or USD 450,000, paid by EUR transfer.", ""},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(organisations(c.text) == c.organisations);
  }
}

TEST_CASE("organisations whose later words are small, or of a script without capitals", "[facts]") {
  CHECK(organisations("La Direction générale des ports a salué le ministère de la Mer.", {"fr", ""}) ==
        "Direction générale des ports; ministère de la Mer");
  CHECK(organisations("Le Comité de gestion portuaire (CGP) se réunit.", {"fr", ""}) ==
        "Comité de gestion portuaire (CGP)");
  CHECK(organisations("Le ministère de la Mer publique et le parquet de Vilanie orientale écrivent.", {"fr", ""}) ==
        "ministère de la Mer publique; parquet de Vilanie orientale");
  CHECK(organisations("Le Service de pesée et de dragage dort au Musée des beaux-arts de Vila.", {"fr", ""}) ==
        "Service de pesée et de dragage; Musée des beaux-arts de Vila");
  CHECK(organisations("Des canots pour les Nations Unies pouvaient porter des sacs de blé.", {"fr", ""}) ==
        "Nations Unies");
  CHECK(organisations("La fuerza de la Policía Portuaria para cerrar el muelle crece.", {"es", ""}) ==
        "Policía Portuaria");
  CHECK(organisations("La Policía contra el ruido no puede nada.", {"es", ""}) == "");
  CHECK(organisations("L’Agence du port libre agit. Merci à l’Agence du port libre (APL).", {"fr", ""}) ==
        "Agence du port libre (APL)");
  CHECK(organisations("L’association Les Quais Propres est née.", {"fr", ""}) == "Les Quais Propres");
  CHECK(organisations("El Ministerio de Puertos y la Universidad de Vigo firmaron.", {"es", ""}) ==
        "Ministerio de Puertos; Universidad de Vigo");
  CHECK(organisations("اجتمعت وزارة الموانئ العامة أمس.", {"ar", ""}) == "وزارة الموانئ العامة");
  CHECK(organisations("اجتمعت اللجنة الدولية للموانئ أمس.", {"ar", ""}) == "اللجنة الدولية للموانئ");
  CHECK(organisations("شكرا للمجلس العربي للموانئ على عمله.", {"ar", ""}) == "المجلس العربي للموانئ");
  CHECK(organisations("وشكر المدير للأمم المتحدة عملها.", {"ar", ""}) == "الأمم المتحدة");
}

TEST_CASE("every place where a name or its abbreviation stands is a mention", "[facts]") {
  const Facts facts =
      facts_of("The Office for Safe Roads (OSR) met. The OSR was glad. Later the Office for Safe Roads left.");
  REQUIRE(facts.organisations.size() == 1);
  CHECK(facts.organisations[0].mentions.size() == 4);
}

TEST_CASE("the boilerplate's head names the organisation", "[facts]") {
  const Facts facts =
      facts_of({{BlockKind::boilerplate, "About Safe Harbours"}, {BlockKind::boilerplate, "We keep harbours safe."}});
  REQUIRE(facts.organisations.size() == 1);
  CHECK(facts.organisations[0].name == "Safe Harbours");
}

TEST_CASE("contact lines give a person or an office with numbers and addresses", "[facts]") {
  const auto line = [](const char* text) { return std::vector<Part>{{BlockKind::contact, text}}; };
  CHECK(contacts(line("Ana Lima, press officer, +47 22 55 50 10, ana@port.example")) ==
        std::vector<std::string>{"Ana Lima | press officer |  | ana@port.example | +47 22 55 50 10"});
  CHECK(contacts(line("Press office: press@port.example, (555) 010-0199")) ==
        std::vector<std::string>{"Press office |  |  | press@port.example | (555) 010-0199"});
  CHECK(contacts(line("Ana Lima, ana@port.example, and Rui Costa, rui@port.example")) ==
        std::vector<std::string>{"Ana Lima |  |  | ana@port.example | ", "Rui Costa |  |  | rui@port.example | "});
  CHECK(contacts({{BlockKind::contact, "Media contact:"},
                  {BlockKind::contact, "Ana Lima"},
                  {BlockKind::contact, "Harbour Trust"},
                  {BlockKind::contact, "Tel. 555 010 0199"}}) ==
        std::vector<std::string>{"Ana Lima |  | Harbour Trust |  | 555 010 0199"});
  CHECK(contacts(line("Ana Lima, 01632 960 118 (24 hours)")) ==
        std::vector<std::string>{"Ana Lima |  |  |  | 01632 960 118"});
  CHECK(contacts({{BlockKind::contact, "الناطقة الإعلامية: +962 6 555 0123"},
                  {BlockKind::contact, "البريد الإلكتروني: press@port.example"}},
                 {"ar", ""}) ==
        std::vector<std::string>{"الناطقة الإعلامية |  |  | press@port.example | +962 6 555 0123"});
  CHECK(contacts(line("Further information is on our pages.")).empty());
  CHECK(contacts(line("Open 09 to 17, room 12.")).empty());
}

TEST_CASE("a mail address in the text is a contact without a name", "[facts]") {
  CHECK(contacts({{BlockKind::paragraph, "Write to help@port.example by May."}}) ==
        std::vector<std::string>{" |  |  | help@port.example | "});
  // Names, numbers and dates of contact lines are no facts of the release.
  const Facts facts = facts_of({{BlockKind::contact, "Dr Ana Lima, director, 12 Harbour Road, +47 22 55 50 10"}});
  CHECK(facts.people.empty());
  CHECK(facts.figures.empty());
}

TEST_CASE("web addresses are links, each target once", "[facts]") {
  const Facts facts =
      facts_of({{BlockKind::paragraph, "See https://port.example/a and www.port.example, then https://port.example/a."},
                {BlockKind::contact, "www.harbour.example, ana@port.example"}});
  REQUIRE(facts.links.size() == 3);
  CHECK(facts.links[0].target == "https://port.example/a");
  CHECK(facts.links[1].target == "https://www.port.example");
  CHECK(facts.links[1].text == "www.port.example");
  CHECK(facts.links[2].target == "https://www.harbour.example");
}

TEST_CASE("a link that leads to no page is none", "[facts]") {
  herald::Document document = document_of({{BlockKind::paragraph, "See our page and that one."}});
  herald::Block& block = document.blocks.at(0);
  const auto link = [&](const char* target) {
    herald::Document copy = document;
    copy.blocks[0].inlines = {
        {herald::InlineKind::link, "our page", target, {block.span.begin + 4, block.span.begin + 12}}};
    herald::Facts facts = facts_of_document(copy);
    return facts.links.empty() ? std::string() : facts.links[0].target;
  };
  CHECK(link("HTTPS://port.example/x") == "HTTPS://port.example/x");
  CHECK(link("#top").empty());
  CHECK(link("mailto:ana@port.example").empty());
  CHECK(link("javascript:alert(1)").empty());
  CHECK(link("page.html").empty());
}
