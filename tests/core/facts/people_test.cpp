#include "tests/core/facts/support.hpp"
#include "tests/support/catch.hpp"

using namespace herald::test;
using herald::BlockKind;

namespace {

std::string people(const char* text, const Setting& setting = {}) {
  return people_of({{BlockKind::paragraph, text}}, setting);
}

}  // namespace

TEST_CASE("people are found by the patterns of releases", "[facts]") {
  struct Case {
    const char* text;
    const char* people;
  };
  const Case cases[] = {
      {"Vice President for Asia – Ana Lima of Peru", "Ana Lima | Vice President for Asia |  | Peru"},
      {"MARIN Secretary General Oskar Lindqvist said:", "Oskar Lindqvist | Secretary General | MARIN"},
      {"“Good,” said Marta de la Cruz, chief engineer of the Harbour Authority.",
       "Marta de la Cruz | chief engineer | Harbour Authority"},
      {"Dr Amina O’Hara, Head of Care at Lung Trust, opened the ward.", "Amina O’Hara | Head of Care | Lung Trust"},
      {"Minister Abul Md Karim spoke.", "Abul Md Karim | Minister"},
      {"Chair Rui Costa OBE thanked the crew.", "Rui Costa | Chair"},
      {"“Good,” said Eva Reis, PhD, head of the Harbour Authority.", "Eva Reis | head | Harbour Authority"},
      {"Ana Lima MBE, director of the Lung Trust, opened the ward.", "Ana Lima | director | Lung Trust"},
      {"“Good,” said the Gazette's Rui Costa.", "Rui Costa"},
      {"“Good,” said the FRIM's Rui Costa.", "Rui Costa |  | FRIM"},
      {"Senators Ann Reed and Bo J. Starr voted.", "Ann Reed | Senators; Bo J. Starr | Senators"},
      {"Rui Costa, 45, and Eva Reis, 39, were rescued.", "Rui Costa; Eva Reis"},
      {"Rui Costa, 45", "Rui Costa"},
      {"The boat is the Eva Reis, 45", ""},
      {"Mr. Jean-Luc van der Meer thanked the crew.", "Jean-Luc van der Meer"},
      {"Minister for Health Jane Doe signed.", "Jane Doe | Minister for Health"},
      {"The president of the MARIN, Ana Lima, said it was good.", "Ana Lima | president | MARIN"},
      {"It is good, according to the head of the Harbour Authority, Dr Eva Reis.",
       "Eva Reis | head | Harbour Authority"},
      {"Ana Lima, the president of the MARIN, Rui Costa, and others met.", "Ana Lima | president | MARIN"},
      {"The president of the MARIN, Lung Trust, was there.", ""},
      {"The chairman thanked the treasurer, Ana Lima, for her work.", "Ana Lima | treasurer"},
      {"A judge sentenced the former mayor, Rui Costa, to 20 years.", "Rui Costa | former mayor"},
      {"The minister will meet the president of the bank, Eva Reis, next week.", "Eva Reis | president of the bank"},
      {"The minister and the mayor, Rui Costa, cut the ribbon.", "Rui Costa | mayor"},
      {"The director of the office of the president, Ana Lima, spoke.",
       "Ana Lima | director of the office of the president"},
      {"The acting vice-president, Ana Lima, spoke.", "Ana Lima | acting vice-president"},
      {"MARIN's director, Ana Lima, spoke.", "Ana Lima | director | MARIN"},
      {"Nordian High Commissioner, Ana Lima CMG OBE, spoke.", "Ana Lima | High Commissioner"},
      {"Chief Minister Sindra, Rui Costa Dias, spoke.", "Rui Costa Dias | Chief Minister Sindra"},
      {"In Lorvia, Eva Reis the Deputy Minister for Ports, came.", "Eva Reis | Deputy Minister for Ports"},
      {"They told Eva Reis the minister left.", ""},
      {"He came from eastern DR Congo by boat.", ""},
      {"It was sent by the Minister of Ports, Dr Eva Reis at the pier.", "Eva Reis | Minister of Ports"},
      {"Cabinet Secretary (CS) for Health Eva Reis spoke.", "Eva Reis | Cabinet Secretary (CS) for Health"},
      {"“Good,” said Eva Reis, MARIN head of ports.", "Eva Reis | head of ports | MARIN"},
      {"“Good,” said Rui Costa, Harbour Authority spokesperson.", "Rui Costa | spokesperson | Harbour Authority"},
      {"Ben Okoro, Head of Care, Lung Trust, welcomed it.", "Ben Okoro | Head of Care | Lung Trust"},
      {"Eva Reis, Director, and Rui Costa met.", "Eva Reis | Director"},
      {"Eva Reis, Director, Ministry of Health, came.", "Eva Reis | Director | Ministry of Health"},
      {"Eva Reis, Director MARIN, met them.", "Eva Reis | Director | MARIN"},
      {"Eva Reis, who chairs the Harbour Council, spoke.", "Eva Reis | chair | Harbour Council"},
      {"Eva Reis was appointed chief executive of the Lake Fund.", "Eva Reis | chief executive | Lake Fund"},
      {"The board elected Ms Eva Reis as the new treasurer.", "Eva Reis | new treasurer"},
      {"Harbour Light is the leader in lamps.", ""},
      {"Minister of Ports and Family Boats Rui Costa signed.", "Boats Rui Costa | Minister of Ports and Family"},
      {"Minister of Ports, Trade and Industry Ms Eva Reis signed.", "Eva Reis | Minister of Ports, Trade and Industry"},
      {"The Minister of Ports, Dr Eva Reis said it was good.", "Eva Reis | Minister of Ports"},
      {"Minister for Trade and Social Policy Eva Reis signed.", "Eva Reis | Minister for Trade and Social Policy"},
      {"The head of Trade and Industry at the Lorvian Mission, Porto, left.", ""},
      {"MARIN Detective Acting Superintendent Rui Costa spoke.", "Rui Costa | Detective Acting Superintendent | MARIN"},
      {"Chief Medical Officer (CMO) Eva Reis spoke.", "Eva Reis | Chief Medical Officer"},
      {"Commissioner Eva Reis, Deputy Commissioner of Police Rui Costa and others met.",
       "Eva Reis | Commissioner; Rui Costa | Deputy Commissioner of Police"},
      {"It was signed by the Director of the Port Institute Major Rui Costa.", "Rui Costa | Director | Port Institute"},
      {"Eva Reis, of the Harbour Trust, came.", "Eva Reis |  | Harbour Trust"},
      {"“Good,” said Blue Water Trust's Eva Reis.", "Eva Reis |  | Blue Water Trust"},
      {"Eva Reis, chair of the Sailors' Union, came.", "Eva Reis | chair | Sailors' Union"},
      {"Present were V. K. Costa, Secretary MARIN, and others.", "V. K. Costa | Secretary | MARIN"},
      {"“Good,” said MARIN Executive Director Ana Lima.", "Ana Lima | Executive Director | MARIN"},
      {"First Vice-President Ana Lima said: “Good.”", "Ana Lima | First Vice-President"},
      {"“Good,” said Omar Sheikh Lima, a pilot.", "Omar Sheikh Lima | pilot"},
      {"His Majesty King Otto IV came.", "Otto IV | King"},
      {"The list: Ana Lima (Port Club), Rui Costa (Hill Club), Eva Reis (Peru).",
       "Ana Lima |  | Port Club; Rui Costa |  | Hill Club; Eva Reis |  |  | Peru"},
      {"With Ana Lima (Port University) and Rui Costa (Hill Institute).",
       "Ana Lima |  | Port University; Rui Costa |  | Hill Institute"},
      {"“Good,” said Min-jun Lima.", "Min-jun Lima"},
      {"Seen: Ana Lima (left) and Rui Costa (right).", ""},
      {"Mayor Ana \"Red\" Lima came.", "Ana \"Red\" Lima | Mayor"},
      {"Co-defendant Ana Lima, who fled, came.", "Ana Lima"},
      {"Ana Lima, who leads the crew, came.", "Ana Lima"},
      {"The port was founded in 1990 by Ana Lima and grew.", "Ana Lima"},
      {"The port was seen by Ana Lima and grew.", ""},
      {"The Senate confirmed the nominations of Ana Lima and Rui Costa.", "Ana Lima; Rui Costa"},
      {"The artists: Ana Lima, Rui Costa and the Harbour Choir sang.", "Ana Lima; Rui Costa"},
      {"Board Members Ana Lima and Rui Costa met.", "Ana Lima | Board Members; Rui Costa | Board Members"},
      {"Ms Eva Reis of Norway came.", "Eva Reis |  |  | Norway"},
      {"“Good,” said Eva Reis, director of studies at Acme.", "Eva Reis | director of studies | Acme"},
      {"“Good,” said Eva Reis, chair of the Council.", "Eva Reis | chair | Council"},
      {"The widow of the president, Ana Lima, spoke.", ""},
      {"The son of the director, Rui Costa, spoke.", ""},
      {"After a meeting with the Prime Minister, Ana Lima said it was good.", ""},
      {"After a meeting with the mayor, Ana Lima, of Porto, left.", ""},
      {"Speaking after the trial of the president, Ana Lima said it was good.", ""},
      {"In a letter to the president of the Harbour Authority, Eva Reis asked for more.", ""},
      {"Unlike the president, Rui Costa was not present.", ""},
      {"Two years after the death of the founder, Sam Hill was chosen.", ""},
      {"The Harbour Office opened the Lister Building in New Haven.", ""},
      {"Obese adults and Young Farmers met Head Start teachers.", ""},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(people(c.text) == c.people);
  }
}

TEST_CASE("a list of names and posts gives each its own", "[facts]") {
  CHECK(people_of({{BlockKind::paragraph, "The members of the Harbour Committee are:"},
                   {BlockKind::paragraph, "President – Ana Lima of Peru"},
                   {BlockKind::list_item, "Wang Wei – Director, Office of Maps, Ministry of Transport;"}}) ==
        "Ana Lima | President | Harbour Committee | Peru; Wang Wei | Director, Office of Maps | Ministry of Transport");
}

TEST_CASE("a later surname is the same person", "[facts]") {
  const auto facts =
      facts_of("Secretary General Oskar Lindqvist opened the hall. Mr Lindqvist then left. Later Lindqvist returned.");
  REQUIRE(facts.people.size() == 1);
  CHECK(facts.people[0].mentions.size() == 3);
}

TEST_CASE("a short first name is the same person's", "[facts]") {
  const auto facts = facts_of("Mayor Edward Lima spoke. Later Mayor Ed Lima left with Mayor Ana Lima.");
  REQUIRE(facts.people.size() == 2);
  CHECK(facts.people[0].mentions.size() == 2);
}

TEST_CASE("a form of address before any word of one person's name means that person", "[facts]") {
  CHECK(
      facts_of("Mayor Ana Lima Costa spoke. Ms Lima left with Mr van Dyk, and Mr Pieter van Dyk came.").people.size() ==
      2);
  CHECK(facts_of("Mayor Ana Lima Costa spoke with Mayor Rui Lima. Ms Lima left.").people.size() >= 2);
}

TEST_CASE("a surname of two names with a hyphen is one", "[facts]") {
  const auto facts = facts_of("Mayor Amara Osei-Hart spoke. “The bridge is safe again,” said Dr Osei-Hart.");
  REQUIRE(facts.people.size() == 1);
  CHECK(facts.people[0].mentions.size() == 2);
}

TEST_CASE("of two surnames the first is the one that returns, where the language has two", "[facts]") {
  const char* text = "Dijo la ministra Eva Lima Reis. Luego habló Lima.";
  CHECK(facts_of(text, {"es", ""}).people.at(0).mentions.size() == 2);
  const char* english = "Minister Eva Lima Reis spoke. Later Lima spoke.";
  CHECK(facts_of(english).people.at(0).mentions.size() == 1);
}

TEST_CASE("a post between two names is the second's where the first is of something", "[facts]") {
  CHECK(people("En la cumbre de Mar Limpio, la ministra de Pesca, Eva Lima Reis, habló.", {"es", ""}) ==
        "Eva Lima Reis | ministra de Pesca");
}

TEST_CASE("what a post is of ends before the name of its holder", "[facts]") {
  const Setting spanish{"es", ""};
  const Setting french{"fr", ""};
  CHECK(people("El director general de Tráfico Rui Costa Reis visitó el puerto.", spanish) ==
        "Rui Costa Reis | director general de Tráfico");
  CHECK(people("La catedrática de Química Física Eva del Mar Lima llegó.", spanish) ==
        "Eva del Mar Lima | catedrática de Química Física");
  CHECK(people("Le ministre de la Justice Rui Van Costa est venu.", french) ==
        "Rui Van Costa | ministre de la Justice");
  CHECK(people("La ministre de l’Éducation nationale Ana Lima est venue.", french) ==
        "Ana Lima | ministre de l’Éducation nationale");
  CHECK(people("La directora de la Red Costera Norte, doctora Eva Lima Reis, habló.", spanish) ==
        "Eva Lima Reis | directora | Red Costera Norte");
  CHECK(people("Firmó la jueza destinada en el Sistema Portuario Mixto.", spanish) == "");
  CHECK(people("El jefe de la BNX de Vila Nova, prefecto inspector Rui Costa, habló.", spanish) ==
        "Rui Costa | prefecto inspector");
  CHECK(people("Según el jefe de la Región Portuaria Norte, Cnel BNX Rui Costa Dias, la grúa cayó.", spanish) ==
        "Rui Costa Dias | jefe | Región Portuaria Norte");
  CHECK(people("En présence du ministre de la Mer, Rui Costa, et d’autres, la fête commence.", french) ==
        "Rui Costa | ministre de la Mer");
  CHECK(people("Vino en representación del ministro de Pesca, Rui Costa Reis, ayer.", spanish) ==
        "Rui Costa Reis | ministro de Pesca");
  CHECK(people("Vinieron el alcalde, Rui Costa Reis, la fiscal regional, Ana Lima Dias, y otros.", spanish) ==
        "Rui Costa Reis | alcalde; Ana Lima Dias | fiscal regional");
  CHECK(people("Vino la viuda del ministro de Pesca, Ana Costa Reis, ayer.", spanish) == "");
  CHECK(people("La communauté de Port-les-Pins, membre du réseau, a voté.", french) == "");
  CHECK(people("Sont nommés Rui Costa (président du port de Vila) et Ana Lima (directrice des grues).", french) ==
        "Rui Costa | président du port de Vila; Ana Lima | directrice des grues");
  CHECK(people("« Bien », a déclaré M. Rui Costa, le Chargé d’Affaires de l’Ambassade.", french) ==
        "Rui Costa | Chargé d’Affaires de l’Ambassade");
}

TEST_CASE("posts of other languages are read by their packs", "[facts]") {
  CHECK(people("Le quai est dédié à Eva Reis fondatrice du port, morte en mai.", {"fr", ""}) ==
        "Eva Reis | fondatrice du port");
  CHECK(people("Il a dit à Eva Reis que la ministre du port partait.", {"fr", ""}) == "");
  CHECK(people("« Bien », a déclaré Ana Lima, directrice du port.", {"fr", ""}) == "Ana Lima | directrice du port");
  CHECK(people("«Bien», dijo el ministro Rui Costa.", {"es", ""}) == "Rui Costa | ministro");
  CHECK(people("La presidenta del puerto, Eva Lima Reis, declaró que bien.", {"es", ""}) ==
        "Eva Lima Reis | presidenta del puerto");
  CHECK(people("El director felicitó a la presidenta del puerto, Eva Lima, por su obra.", {"es", ""}) ==
        "Eva Lima | presidenta del puerto");
  CHECK(people("Après une rencontre avec le ministre, Eva Lima a déclaré que oui.", {"fr", ""}) == "");
  CHECK(people("Tras reunirse con el presidente, Eva Lima Reis afirmó que sí.", {"es", ""}) == "");
  CHECK(people("Le pilote Rui Costa, 45 ans, et Ana Lima, 39 ans, arrivent.", {"fr", ""}).find("Ana Lima") !=
        std::string::npos);
  CHECK(people("El ministro noruego Rui Costa llegó.", {"es", ""}) == "Rui Costa | ministro noruego");
  CHECK(people("Sous la présidence de M. Rui Costa, le port grandit.", {"fr", ""}) == "Rui Costa");
  CHECK(people("وصل وزير الموانئ سامي الحسن إلى الميناء.", {"ar", ""}) == "سامي الحسن | وزير الموانئ");
  CHECK(people("وصل وزير الموانئ العامة إلى الميناء.", {"ar", ""}) == "");
  CHECK(people("وصل وزير دفاع البلاد إلى الميناء.", {"ar", ""}) == "");
  CHECK(people("وأكّد مدير الميناء، المهندس سامي الحسن، أن العمل بدأ.", {"ar", ""}) == "سامي الحسن | مدير الميناء");
}
