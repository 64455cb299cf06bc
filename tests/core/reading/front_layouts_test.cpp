// Whole front matters as organisations set them: who issues the release, of what kind and number it is, where and
// when, and only then what it says. Each case is a layout; the words are nobody's.
#include "tests/core/reading/reading_support.hpp"
#include "tests/support/catch.hpp"

using herald::test::outline;
using herald::test::read;

namespace {

struct Layout {
  std::string name;
  std::string text;
  std::string title;
  std::string standfirst;
  std::string published;
  std::string place;  // of the dateline
  std::string uri = "release.txt";
};

const std::vector<Layout>& layouts() {
  static const std::vector<Layout> all = {
      {"a European institution: rubric, place and date, bullets below the title",
       "European Harbour Agency\nPRESS RELEASE\nIP/26/512\nOstend, 12 March 2026\n\nMember states agree on a common "
       "tide table for ferries\n\n• Timetables to be published six months ahead\n• Smaller islands get a seat on the "
       "board\n\nThe ministers of eleven coastal states agreed today on a common tide table that ferry operators will "
       "use from next spring.\n",
       "Member states agree on a common tide table for ferries", "", "2026-03-12", "Ostend"},
      {"the United Nations' manner: number of the file, kicker, title",
       "SC/TIDE/4411\n12 May 2026\n\nOceans\n\nCouncil extends mandate of lighthouse mission by nine months\n\nThe "
       "Council decided this morning to extend the mandate of the lighthouse mission until the end of February 2027, "
       "by eleven votes to none.\n",
       "Council extends mandate of lighthouse mission by nine months", "", "2026-05-12", ""},
      {"a police force: case number, banner, title in capitals over two lines",
       "PORT ELLEN POLICE DEPARTMENT\nNEWS RELEASE\n\nCase Number: 26-004417\nDate: February 3, 2026\n\nTWO ARRESTED "
       "AFTER THEFT OF FISHING NETS\nFROM NORTH QUAY\n\nOfficers of the night shift arrested two men early on Tuesday "
       "after a watchman saw them load nets into a van on the north quay.\n",
       "TWO ARRESTED AFTER THEFT OF FISHING NETS FROM NORTH QUAY", "", "2026-02-03", ""},
      {"a company on a wire: ticker, time and zone, agency in the dateline",
       "Brightsail Holdings\n(NYSE: BSH)\n\nBrightsail Opens Third Rope Works in the Azores\n\nMarch 12, 2026 08:00 AM "
       "Eastern Daylight Time\n\nPONTA DELGADA, Portugal--(BUSINESS WIRE)--Brightsail Holdings (NYSE: BSH) today "
       "opened "
       "its third rope works in the Azores and will take on one hundred and ten people by the summer.\n",
       "Brightsail Opens Third Rope Works in the Azores", "", "2026-03-12", "Ponta Delgada"},
      {"a university: the institution in names, embargo, two lines below the title",
       "Saltmarsh University\nOffice of Communications\n\nUNDER EMBARGO UNTIL 00:01 GMT, 9 June 2026\n\nSeagrass "
       "stores "
       "more carbon than was thought\n\nMeadows off four coasts were measured by hand for three years\n\nResearchers "
       "of "
       "Saltmarsh University have measured the carbon in seagrass meadows off four coasts and found a third more of it "
       "than the models had said.\n",
       "Seagrass stores more carbon than was thought", "Meadows off four coasts were measured by hand for three years",
       "2026-06-09", ""},
      {"a court: number of the judgment between imprint and title",
       "Court of the Coastal Union\nPRESS RELEASE No 45/26\nRiga, 4 June 2026\n\nJudgment in Case C-118/24 | Ferry "
       "Lines "
       "v Harbour Board\n\nA ferry line may be charged for ice that it did not break\n\nThe Court held today that a "
       "harbour board may charge every line for the breaking of ice, whether or not its ferries sailed on the day.\n",
       "A ferry line may be charged for ice that it did not break", "", "2026-06-04", "Riga"},
      {"a charity: the date behind the title, a standfirst in a sentence before it",
       "Volunteers plant a forest on the old airfield\n\nMore than two thousand people came with spades, and the last "
       "tree was in the ground by noon.\n\n4 April 2026\n\nThe charity Roots for All planted the last of nine thousand "
       "trees on the old airfield on Saturday, a year after the council had given it the land.\n",
       "Volunteers plant a forest on the old airfield",
       "More than two thousand people came with spades, and the last tree was in the ground by noon.", "2026-04-04",
       ""},
      {"a page taken from a PDF: the title broken behind a small word",
       "NEWS RELEASE\n\nIsland Council Lowers the Price of Ferry Tickets for\nStudents and the Over-Seventies\n\n"
       "STORNOWAY, 8 January 2026 – The Island Council will lower the price of ferry tickets by a third for students "
       "and "
       "for all who are older than seventy.\n",
       "Island Council Lowers the Price of Ferry Tickets for Students and the Over-Seventies", "", "2026-01-08",
       "Stornoway"},
      {"an e-mail: its head is noise, the text's own title counts",
       "From: Press Office <press@example.org>\nTo: media@example.org\nCc: desk@example.org\nSubject: Press release: "
       "new boats\nDate: Mon, 9 Mar 2026 09:14:02 +0100\n\nLifeboat service orders four new boats\n\nThe lifeboat "
       "service has ordered four new boats for the stations on the west coast, where the old ones have sailed for "
       "thirty "
       "years.\n",
       "Lifeboat service orders four new boats", "", "2026-03-09", ""},
      {"an e-mail without a title: its subject",
       "From: press@example.org\nTo: media@example.org\nSubject: Press release – Lifeboat service orders four new "
       "boats\nSent: 9 March 2026 09:14\n\nThe lifeboat service has ordered four new boats for the stations on the "
       "west "
       "coast, where the old ones have sailed for thirty years, it said today.\n",
       "Lifeboat service orders four new boats", "", "2026-03-09", ""},
      {"a French ministry: name in small letters, status, number, place and date in one line",
       "Ministère de la mer et des phares\nService de presse\nCommuniqué n° 2026-14 – Brest, le 11 mars 2026\n\nLe "
       "phare des Trois-Pierres rouvre au public\n\nLes visites reprennent après quatre ans de travaux\n\nLe ministère "
       "a "
       "annoncé ce jour la réouverture au public du phare des Trois-Pierres, fermé depuis quatre ans pour des travaux "
       "de "
       "consolidation.\n",
       "Le phare des Trois-Pierres rouvre au public", "Les visites reprennent après quatre ans de travaux",
       "2026-03-11", ""},
      {"a French e-mail",
       "De : Service de presse <presse@example.org>\nÀ : redaction@example.org\nObjet : COMMUNIQUÉ DE PRESSE – phare\n"
       "Date : mercredi 11 mars 2026 10:05\n\nCOMMUNIQUÉ DE PRESSE\n\nLe phare des Trois-Pierres rouvre au public\n\n"
       "Brest – Le phare des Trois-Pierres, fermé depuis quatre ans pour des travaux de consolidation, rouvre ses "
       "portes "
       "au public dès samedi prochain.\n",
       "Le phare des Trois-Pierres rouvre au public", "", "2026-03-11", "Brest"},
      {"a Spanish company: legal form, short form of its name, bullets",
       "ASTILLEROS DEL NORTE CHICO, S.A.\n(BVL: ANCH)\n\nAstilleros del Norte Chico entrega su barco número cien\n\n"
       "• La cartera de pedidos llega hasta 2029\n• La plantilla crece en noventa personas\n\nValdelagua, 3 de mayo de "
       "2026. Astilleros del Norte Chico (ANC) entregó hoy el barco número cien de su historia, un ferry para los "
       "pasajeros de las islas.\n",
       "Astilleros del Norte Chico entrega su barco número cien", "", "2026-05-03", "Valdelagua"},
      {"an Arabic authority: custom's opening line, its name with a short form, title, standfirst",
       "بسم الله الرحمن الرحيم\nهيئة الموانئ والمنارات (منارة)\nإدارة الإعلام\n\nافتتاح منارة جديدة عند مدخل الميناء "
       "القديم\n\nالمنارة تعمل بالطاقة الشمسية طوال أيام السنة\n\nصور، 3 مايو 2026 – افتتحت هيئة الموانئ والمنارات "
       "اليوم منارة جديدة عند مدخل الميناء القديم، وهي تعمل بالطاقة الشمسية طوال أيام السنة.\n",
       "افتتاح منارة جديدة عند مدخل الميناء القديم", "المنارة تعمل بالطاقة الشمسية طوال أيام السنة", "2026-05-03",
       "صور"},
      {"an Arabic e-mail",
       "من: المكتب الصحفي <press@example.org>\nإلى: media@example.org\nالموضوع: بيان صحفي\nالتاريخ: 3 مايو 2026\n\n"
       "افتتاح منارة جديدة عند مدخل الميناء القديم\n\nافتتحت الهيئة اليوم منارة جديدة عند مدخل الميناء القديم، وهي "
       "تعمل بالطاقة الشمسية طوال أيام السنة ولا تحتاج إلى حارس.\n",
       "افتتاح منارة جديدة عند مدخل الميناء القديم", "", "2026-05-03", ""},
      {"Markdown: title and subtitle in the front matter and again in the text",
       "---\ntitle: Volunteers plant a forest\nsubtitle: Nine thousand trees on the old airfield\ndate: "
       "2026-04-04\n---\n"
       "# Volunteers plant a forest\n\n*Nine thousand trees on the old airfield*\n\nThe charity planted the last of "
       "nine "
       "thousand trees on the old airfield on Saturday, a year after it was given the land.\n",
       "Volunteers plant a forest", "Nine thousand trees on the old airfield", "2026-04-04", "", "release.md"},
      {"Markdown: a subtitle in the front matter alone",
       "---\ntitle: Volunteers plant a forest\nsubtitle: Nine thousand trees on the old airfield\ndate: "
       "2026-04-04\n---\n"
       "The charity planted the last of nine thousand trees on the old airfield on Saturday, a year after it was given "
       "the land.\n",
       "Volunteers plant a forest", "Nine thousand trees on the old airfield", "2026-04-04", "", "release.md"},
      {"a web page: links to share between title and text, a standfirst beside the title",
       "<html><body><nav><a href='/'>Home</a></nav><header><h1>Volunteers plant a forest on the airfield</h1>"
       "<p>4 April 2026</p><div><a href='#a'>Share on a network</a> <a href='#b'>Send by mail</a></div>"
       "<p>More than two thousand people came with spades to the old airfield, and stayed.</p></header><div><p>The "
       "charity planted the last of nine thousand trees on the old airfield on Saturday, a year after the council had "
       "given it the land.</p><p>The trees are oak and birch, and were grown from the seeds of the woods around the "
       "town by the pupils of nine schools.</p><p>A path for walkers will be opened in the autumn, and the fence is to "
       "come down within five years.</p><p>The council had bought the airfield for a bus depot, which was built "
       "elsewhere in the end, and gave it to the charity for a hundred years.</p></div></body></html>",
       "Volunteers plant a forest on the airfield",
       "More than two thousand people came with spades to the old airfield, and stayed.", "2026-04-04", "",
       "release.html"},
      {"a Spanish university: press office, kicker, two lines, day in figures",
       "Universidad del Estrecho\nGabinete de Comunicación\n\nInvestigación\n\nUn sensor barato avisa de las mareas "
       "rojas con dos días de antelación\n\nEl equipo lo ha probado durante un año en tres bahías\n\n03/05/2026\n\nUn "
       "equipo de la Universidad del Estrecho ha desarrollado un sensor que avisa de las mareas rojas con dos días de "
       "antelación.\n",
       "Un sensor barato avisa de las mareas rojas con dos días de antelación",
       "El equipo lo ha probado durante un año en tres bahías", "2026-05-03", ""},
      {"a company's results: a heading above the bullets below the title",
       "Acme Tidal plc\n\nTrading update for the third quarter\n\nHighlights\n\n• Revenue up by an eighth\n• Order "
       "book at a record\n\nLONDON, 28 October 2026 – Acme Tidal plc, which builds turbines, said today that its "
       "revenue had risen by an eighth in the third quarter.\n",
       "Trading update for the third quarter", "", "2026-10-28", "London"},
      {"a French cabinet: three lines of letterhead, the title behind a label",
       "Gouvernement des Îles\nMinistère de la Pêche\nCabinet du ministre\n\nCOMMUNIQUÉ DE PRESSE\n\nObjet : ouverture "
       "de la saison du homard\n\nSaint-Pol, le 3 mai 2026 – Le ministre de la Pêche informe les professionnels que la "
       "saison du homard ouvrira le 15 mai dans toutes les eaux des îles.\n",
       "ouverture de la saison du homard", "", "2026-05-03", "Saint-Pol"},
      {"a Spanish court: status first, chamber, file",
       "Comunicado de prensa\n\nTribunal Superior del Litoral\nSala de lo Civil\n\nExpediente n.º 114/2026\n\nEl "
       "tribunal da la razón a los pescadores de la ría\n\nVigara, 3 de mayo de 2026.- El Tribunal Superior del "
       "Litoral "
       "ha dado hoy la razón a los pescadores de la ría en su pleito contra el puerto.\n",
       "El tribunal da la razón a los pescadores de la ría", "", "2026-05-03", "Vigara"},
      {"Markdown: the kind of text as the highest heading",
       "# Press release\n\n## Volunteers plant a forest\n\n4 April 2026\n\nThe charity planted the last of nine "
       "thousand "
       "trees on the old airfield on Saturday, a year after it was given the land.\n",
       "Volunteers plant a forest", "", "2026-04-04", "", "release.md"},
      {"a web page: a heading between title and date",
       "<html><body><article><h1>Volunteers plant a forest</h1><h2>Nine thousand trees on the old "
       "airfield</h2><p>Galway, "
       "4 April 2026</p><p>The charity planted the last of nine thousand trees on the old airfield on Saturday, a year "
       "after the council had given it the land.</p></article></body></html>",
       "Volunteers plant a forest", "Nine thousand trees on the old airfield", "2026-04-04", "Galway", "release.html"},
      {"a web page: a paragraph in bold below the title",
       "<html><body><article><h1>Volunteers plant a forest</h1><p><strong>More than two thousand people came with "
       "spades, "
       "and the last tree was in by noon.</strong></p><p>The charity planted the last of nine thousand trees on the "
       "old "
       "airfield on Saturday, a year after the council had given it the land.</p></article></body></html>",
       "Volunteers plant a forest", "More than two thousand people came with spades, and the last tree was in by noon.",
       "", "", "release.html"},
  };
  return all;
}

}  // namespace

TEST_CASE("front matters of many layouts are read", "[reading][front-matter]") {
  for (const Layout& layout : layouts()) {
    CAPTURE(layout.name);
    const herald::Document document = read(layout.text, layout.uri);
    CAPTURE(outline(document));
    CHECK(document.metadata.title == layout.title);
    CHECK(document.metadata.standfirst == layout.standfirst);
    CHECK(document.metadata.published == layout.published);
    CHECK((document.metadata.dateline ? document.metadata.dateline->place : "") == layout.place);
  }
}

TEST_CASE("a title that looks like a letterhead stays one", "[reading][front-matter]") {
  const std::string body =
      "\n\nThe police of the harbour city stopped two boats at dawn and found tobacco worth two million in their "
      "holds.\n";
  for (const std::string title : {"Harbour Police Stop Two Boats", "Fleet of F/A-18 aircraft leaves the island base",
                                  "Harbour Plan 2026 Agreed by the City Council", "A new bridge and a new road"}) {
    CAPTURE(title);
    const std::string standfirst = "The boats carried tobacco worth two million";
    const herald::Document document = read(title + "\n\n" + standfirst + body);
    CHECK(document.metadata.title == title);
    CHECK(document.metadata.standfirst == standfirst);
  }
}

TEST_CASE("pictures of Markdown are pictures", "[reading][markdown]") {
  const std::string text =
      "The charity planted the last of nine thousand trees on the old airfield on Saturday, a year after it was given "
      "the land.\n";
  const auto pictures = [&](const std::string& head, const std::string& foot) {
    return herald::test::texts_of(read(head + text + foot, "release.md"), herald::BlockKind::image);
  };
  using Texts = std::vector<std::string>;
  CHECK(pictures("", "\n![The last tree](img/tree.jpg)\n") == Texts{"The last tree"});
  CHECK(pictures("", "\n![](img/tree.jpg)\n") == Texts{"tree.jpg"});
  CHECK(pictures("---\ntitle: A forest\nimage: /img/tree.jpg\n---\n", "") == Texts{"tree.jpg"});
  CHECK(pictures("---\ntitle: A forest\nimage: /img/tree.jpg\n---\n", "\n![The last tree](/img/tree.jpg)\n") ==
        Texts{"The last tree"});
  CHECK(pictures("", "\nSee ![a tree](img/tree.jpg) here\n").empty());
}

TEST_CASE("a line in bold heads what follows, a section's list stays a list", "[reading][blocks]") {
  const herald::Document document = read(
      "# Volunteers plant a forest\n\nThe charity planted the last of nine thousand trees on the old airfield on "
      "Saturday, a year after it was given the land.\n\n**What comes next**\n\nA path for walkers will be opened in "
      "the "
      "autumn.\n\n**Notes to editors**\n\n1. The land is of ninety hectares.\n2. Pictures can be had.\n\nThe charity "
      "was founded in 1998.\n",
      "release.md");
  const std::vector<std::string> lines = outline(document);
  REQUIRE(lines.size() > 2);
  CHECK(std::vector<std::string>(lines.begin() + 2, lines.end()) ==
        std::vector<std::string>{"heading: What comes next",
                                 "paragraph: A path for walkers will be opened in the autumn.",
                                 "heading: Notes to editors", "item: The land is of ninety hectares.",
                                 "item: Pictures can be had.", "boilerplate: The charity was founded in 1998."});
}

TEST_CASE("a line with a sender's label alone is no e-mail", "[reading][front-matter]") {
  const herald::Document document = read(
      "From: pier to pier\n\nA new ferry links the two ends of the harbour, and takes bicycles and prams without a "
      "charge on every day of the week.\n");
  CHECK(document.metadata.title == "From: pier to pier");
}
