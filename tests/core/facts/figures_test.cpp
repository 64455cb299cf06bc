#include "tests/core/facts/support.hpp"
#include "tests/support/catch.hpp"

using namespace herald::test;

namespace {

struct Case {
  const char* text;
  const char* figures;
};

}  // namespace

TEST_CASE("counts, money and percentages are read in any style", "[facts]") {
  const Case cases[] = {
      {"The ministry hired 196 inspectors.", "196"},
      {"Losses came to more than EUR 30 billion.", "30000000000 EUR more_than"},
      {"The yard cost €1.5bn.", "1500000000 EUR"},
      {"Farmers received US$ 2.3 million in March.", "2300000 USD"},
      {"The rent is $969 a month.", "969 USD"},
      {"Some 1.2m visitors came.", "1200000 about"},
      {"They raised £4,500 for the school.", "4500 GBP"},
      {"The grant of 2 million euros was paid.", "2000000 EUR"},
      {"It sold 30 billion euros of bonds.", "30000000000 EUR"},
      {"The levy raised CHF 12.5 million.", "12500000 CHF"},
      {"Turnout fell to 41.5 per cent of voters.", "41.5 percent"},
      {"Nearly 60% of schools took part.", "60 percent about"},
      {"At least 1,300 members voted.", "1300 at_least"},
      {"Up to 50 000 seedlings were planted.", "50000 at_most"},
      {"Fewer than ninety villages remain.", "90 less_than"},
      {"One hundred and fifty thousand tickets were sold.", "150000"},
      {"A dozen boats were built.", "12"},
      {"Between 50 and 60 boats were built.", "50-60"},
      {"The number of boats rose from six to 22.", "6; 22"},
      {"Permits increased 20,600 to 4,259,000 in May.", "20600; 4259000"},
      {"The boats cost USD six million.", "6000000 USD"},
      {"The rate fell 0.1 of a percentage point.", "0.1 percentage point"},
      {"He got three years and six months.", "3 year; 6 month"},
      {"They landed 3.5kgs of shells.", "3.5 kilogram"},
      {"They found 94g of dust under the seat.", "94 gram"},
      {"The yard built 50–60 boats.", "50-60"},
      {"It will take 5 to 7 million doses.", "5000000-7000000"},
      {"The road is 12 km long.", "12 kilometre"},
      {"The plan runs for 15 years.", "15 year"},
      {"EUR 30 million (USD 34 million) was spent.", "30000000 EUR; 34000000 USD"},
      {"The vessel carried 500+ passengers.", "500 at_least"},
      {"A quarter of a million people signed.", "250000"},
      {"They planted 75 or more trees.", "75 at_least"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(figures_of(c.text) == c.figures);
  }
}

TEST_CASE("the ends of a range share their multiplier", "[facts]") {
  const Case cases[] = {
      {"Repairs cost $5–7 million.", "5000000-7000000 USD"},
      {"Repairs cost €1.5-2 billion.", "1500000000-2000000000 EUR"},
      {"Repairs cost £3-5m.", "3000000-5000000 GBP"},
      {"Sales will be $840–$855 million.", "840000000-855000000 USD"},
      {"Sales will be $10m-$12m.", "10000000-12000000 USD"},
      {"Grants of between €3 and €4 million were paid.", "3000000-4000000 EUR"},
      {"Grants of €3 and €4 million were paid.", "3000000 EUR; 4000000 EUR"},
      {"Fines run from $500 to $1 million.", "500-1000000 USD"},
      {"Fines run from $500 to $900.", "500-900 USD"},
      {"It will take 5 to 7 million euros.", "5000000-7000000 EUR"},
      {"It drew five to six hundred visitors.", "500-600"},
      {"It drew 2 to 3.5 million visitors.", "2000000-3500000"},
      {"Prizes of $20 and $4 million of equipment were given.", "20 USD; 4000000 USD"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(figures_of(c.text) == c.figures);
  }
  CHECK(figures_of("Le quai coûtera 3 à 5 millions d'euros.", {"fr", ""}) == "3000000-5000000 EUR");
  CHECK(figures_of("El muelle costará de 3 a 5 millones de euros.", {"es", ""}) == "3000000-5000000 EUR");
}

TEST_CASE("what is below nothing keeps its sign, a remark's dash is none", "[facts]") {
  const Case cases[] = {
      {"It was minus 12 degrees in the yard.", "-12 degree"},
      {"Trains run at 120 km/h here.", "120 km/h"},
      {"A 62-year-old woman was found.", ""},
      {"It built our 1,500x pump.", ""},
      {"The yard froze at -5 °C overnight.", "-5 degree celsius"},
      {"The yard froze at about −5 °C overnight.", "-5 degree celsius about"},
      {"The yard made –$3 million last year.", "-3000000 USD"},
      {"Growth was -0.4 per cent.", "-0.4 percent"},
      {"The fund –€3 million in all– was spent.", "3000000 EUR"},
      {"-30% off all boats", "30 percent"},
      {"The yard – 12 km away – is open.", "12 kilometre"},
      {"The F-16 km post fell.", ""},
      {"Crews of -5 boats met.", "5"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(figures_of(c.text) == c.figures);
  }
  CHECK(figures_of("Il faisait moins 12 degrés.", {"fr", ""}) == "-12 degree");
}

TEST_CASE("multipliers, signs and points of all countries keep their size", "[facts]") {
  const Case cases[] = {
      {"Rates rose by 25 basis points.", "25 basis point"},
      {"Rates rose by 2 percentage points.", "2 percentage point"},
      {"The grant was ₹50 lakh.", "5000000 INR"},
      {"The grant was Rs 500 crore.", "5000000000 INR"},
      {"The grant was Rs. 1,200 for each boat.", "1200 INR"},
      {"The grant was Rs500 crore.", "5000000000 INR"},
      {"The grant was R2.3 million.", "2300000 ZAR"},
      {"The grant was Kshs 40 million.", "40000000 KES"},
      {"The grant was RM1.2 billion.", "1200000000 MYR"},
      {"The grant was CFA 300 million.", "300000000 XOF"},
      {"The grant was NZ$5 million.", "5000000 NZD"},
      {"The R2 robot and the R341 road were shown.", ""},
      {"It weighs 2½ tonnes.", "2.5 tonne"},
      {"It will take two and a half years.", "2.5 year"},
      {"Some two and a half million people came.", "2500000 about"},
      {"It will take two years and a half.", "2.5 year"},
      {"A million and a half people came.", "1500000"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(figures_of(c.text) == c.figures);
  }
  CHECK(figures_of("Deux millions et demi de visiteurs sont venus.", {"fr", ""}) == "2500000");
  CHECK(figures_of("Dos años y medio de obras.", {"es", ""}) == "2.5 year");
}

TEST_CASE("numbers that are no figures are left alone", "[facts]") {
  for (const char* text : {"It is prohibited under 18 USC 922(g).",
                           "Article 5 of Resolution 1325 applies.",
                           "Articles 5 and 6 apply.",
                           "The help line is open 24/7.",
                           "The COVID-19 response grew.",
                           "The G20 met.",
                           "It is certified to ISO 9001 by auditors.",
                           "Call +44 20 7946 0000 now.",
                           "Call (202) 555-0188 now.",
                           "See page 12 for details.",
                           "The F-22A flew.",
                           "Write to 1600 Harbour Street for details.",
                           "It starts at 10:30 a.m. in town.",
                           "See https://example.org/2024/11/file-99.html today.",
                           "One of them agreed.",
                           "They met two in ten years.",
                           "Version 3.1.2 was released.",
                           "Type 2 illness is common.",
                           "The 2026-2030 plan was adopted.",
                           "In 2024 it rained.",
                           "On 27 November 2025 it rained.",
                           "The note (3) explains it.",
                           "Regulation No. 45 applies.",
                           "It broke sections 7.1(2) and 11.1(1) of the code.",
                           "The office is at Harbour House, 1209 Porto, Lorvia.",
                           "It was built about 2014.",
                           "Write to 12-14 High Street for details.",
                           "The motion passed by 217-213 votes.",
                           "They marched on 9/11 as before."}) {
    INFO(text);
    CHECK(figures_of(text) == "");
  }
}

TEST_CASE("what a figure counts is found across 'of', lists and verbs", "[facts]") {
  const Case cases[] = {
      {"Since then 133 Blue Permits and 35 licences have been issued at the request of 39 harbours across the coast.",
       "Blue Permits; licences; harbours"},
      {"The fair drew more than 800 buyers from 179 towns, including 82 master bakers.",
       "buyers; towns; master bakers"},
      {"They plan two squadrons of rescue aircraft.", "squadrons of rescue aircraft"},
      {"It was issued with the storm damage to these piers valued at more than EUR 30 billion.",
       "storm damage to these piers"},
      {"The school won a $20 million prize.", "prize"},
      {"Some 77% of men and 63% of women in the town smoke.", "men; women"},
      {"They served 24 or 25 towns.", "towns; towns"},
      {"The clinic treated 300 more patients and hired 40 fewer nurses.", "patients; nurses"},
      {"Some 2,000 non-governmental organisation (NGO) delegates came.",
       "non-governmental organisation (NGO) delegates"},
      {"Divers found 42 blocks of white powder concealed in the hull.", "blocks of white powder"},
      {"A 32-member crew arrived.", "member"},
      {"The crews saved 60 lives.", "lives"},
      {"Officers seized nets worth EUR 4 million.", "nets"},
      {"The work was done in eight weeks.", ""},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(counted_of(c.text) == c.figures);
  }
  CHECK(counted_of("The bank raised its rate by 25 basis points.") == "rate");
  CHECK(counted_of("Plus de 800 élèves visiteront le port.", {"fr", ""}) == "élèves");
  CHECK(counted_of("Un millier d’écoles rénovées ouvrent.", {"fr", ""}) == "écoles rénovées");
  CHECK(counted_of("Unas 800 personas visitarán el puerto.", {"es", ""}) == "personas");
}

TEST_CASE("figures of other languages follow their own separators and words", "[facts]") {
  CHECK(figures_of("Plus de 1 200 bénévoles ont reçu 2,4 millions d’euros.", {"fr", ""}) ==
        "1200 more_than; 2400000 EUR");
  CHECK(figures_of("Le plan coûte 3 milliards d'euros.", {"fr", ""}) == "3000000000 EUR");
  CHECK(figures_of("Más de 30.000 vecinos pagaron 2,5 millones de euros.", {"es", ""}) ==
        "30000 more_than; 2500000 EUR");
  CHECK(figures_of("شارك أكثر من ٨٠٠ متطوع.", {"ar", ""}) == "800 more_than");
  CHECK(figures_of("رقم الهاتف 71000000 لأسئلة الأهالي", {"ar", ""}) == "");
  CHECK(figures_of("ما بين 70 و80 قاربا", {"ar", ""}) == "70-80");
  CHECK(figures_of("ثمنه 60 درهما للمتر", {"ar", ""}) == "60 MAD");
  CHECK(counted_of("تضم 45 محللا وتبدأ عملها", {"ar", ""}) == "محللا");
  CHECK(figures_of("ينتج 500 متر مكعب", {"ar", ""}) == "500 cubic metre");
  CHECK(figures_of("خمسة وثلاثين قاربا", {"ar", ""}) == "35");
}

TEST_CASE("what is counted stands ahead where nothing stands behind", "[facts]") {
  const Case cases[] = {
      {"The ferry rate is set at 5.50 %.", "ferry rate"},
      {"Net lending fell by 6 % to €3.2 billion.", "Net lending; Net lending"},
      {"In Lower county the share reached 27.5 per cent, up from 19 per cent a year earlier.", "share; share"},
      {"The harbour appeal launched on 20 January had so far received US$ 38 million, or 18 per cent of the total.",
       "harbour appeal; harbour appeal"},
      {"Exports to neighbouring towns grew by 12.4 per cent and accounted for 31 per cent of the total.",
       "Exports to neighbouring towns; Exports to neighbouring towns"},
      {"The fund, which opened in spring, stood at €4 million.", "fund"},
      {"The stay was shorter by two days, which the authors value at about €450 per patient.", "stay; per patient"},
      {"The measures would save boatmen between €3 and €4 million.", "boatmen"},
      {"The bridge, 420 metres long, is open.", "bridge"},
      {"Eleven bridges (€5.1 million) were built.", "bridges; bridges"},
      {"The rest, or 20 per cent, is kept.", "rest"},
      {"The yard needs 190 planks a week.", "planks"},
      {"It drew 1.4 million visitors last year.", "visitors"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(counted_of(c.text) == c.figures);
  }
  const Setting french{"fr", ""};
  CHECK(counted_of("L’encours des prêts à la pêche a progressé de 9,3 %.", french) == "encours des prêts à la pêche");
  CHECK(counted_of("La croissance du port atteindrait 6,2 % en 2031, contre 5,8 % en 2030.", french) ==
        "croissance du port; croissance du port");
  CHECK(counted_of("Le coût moyen d’un canot reste voisin de 7 000 euros.", french) == "coût moyen d’un canot");
  CHECK(counted_of("Le comité a décidé de ramener son taux directeur de 3,75 % à 3,50 %.", french) ==
        "taux directeur; taux directeur");
  CHECK(counted_of("Des vents de 215 km/h ont soufflé.", french) == "vents");
  CHECK(counted_of("Les prix ont baissé de 2 % en mai. Ils devraient osciller entre 3 % et 4 %.", french) ==
        "prix; prix; prix");
  const Setting spanish{"es", ""};
  CHECK(counted_of("La deuda neta baja a 1.037 millones de euros.", spanish) == "deuda neta");
  CHECK(counted_of("La caída del precio medio del corcho, que pasó de 71,40 a 63,05 euros, preocupa.", spanish) ==
        "caída del precio medio del corcho; caída del precio medio del corcho");
  CHECK(counted_of("La producción, en cambio, aumentó un 8,4 %.", spanish) == "producción");
  const Setting arabic{"ar", ""};
  CHECK(counted_of("ارتفع معدل الصيد إلى ١٢٫٤٪ مقابل ١١٫٩٪ في العام السابق.", arabic) == "معدل الصيد; معدل الصيد");
  CHECK(counted_of("بلغت كلفة الميناء 18 مليون دولار.", arabic) == "كلفة الميناء");
}

TEST_CASE("a ratio keeps its part and its whole", "[facts]") {
  struct Case {
    const char* language;
    const char* text;
    const char* figures;
    const char* counted;
  };
  for (const Case& one : {
           Case{"en", "Nearly one in five children goes to school by boat.", "1 of 5 about", "children"},
           Case{"en", "One child in six is hungry.", "1 of 6", "child"},
           Case{"en", "Eight out of 10 homes have a well, and two-thirds of the wells are deep.", "8 of 10; 2 of 3",
                "homes; wells"},
           Case{"fr", "Un enfant sur cinq est malade et trois élèves sur dix à pied.", "1 of 5; 3 of 10",
                "enfant; élèves"},
           Case{"en", "A third of the homes have a well, and she met a boy in six towns.", "1 of 3; 6", "homes; towns"},
           Case{"fr", "Un tiers des écoles a fermé un quart d’heure plus tôt.", "1 of 3", "écoles"},
           Case{"en", "It took three quarters of an hour.", "", ""},
           Case{"es", "Uno de cada cinco niños tiene barco y un tercio de las casas es nueva.", "1 of 5; 1 of 3",
                "niños; casas"},
           Case{"fr", "Les deux tiers des écoles sont neuves.", "2 of 3", "écoles"},
           Case{"es", "Tres de cada diez hogares tienen pozo y dos tercios de las casas son nuevas.", "3 of 10; 2 of 3",
                "hogares; casas"},
           Case{"de", "Drei von zehn Haushalten haben einen Brunnen.", "3 of 10", "Haushalten"},
           // The whole is less than its part, a time, or what is counted itself.
           Case{"en", "It won 12 in 10.", "", ""},
           Case{"en", "They met two in ten years.", "", ""},
           Case{"en", "The team trained 12 people in 20 towns.", "12; 20", "people; towns"},
       }) {
    CAPTURE(one.text);
    CHECK(figures_of(one.text, {one.language, "2025-11-27"}) == one.figures);
    CHECK(counted_of(one.text, {one.language, "2025-11-27"}) == one.counted);
  }
}

TEST_CASE("a part counts what its whole does", "[facts]") {
  const Case cases[] = {
      {"Falls were seen in 58 of 739 sailors in the first group (7.8%) and in 84 of 743 in the other (11.3%).",
       "sailors; sailors; sailors in the first group; sailors; sailors; "},
      {"The yard built 4,812 boats, of which 1,904 needed repairs.", "boats; boats"},
      {"It inspected 1,316 wells. Of these, 612 were dry.", "wells; wells"},
      {"Of the 3,400 homes inspected, 212 were found to be unsafe.", "homes; homes"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(counted_of(c.text) == c.figures);
  }
  CHECK(counted_of("Sur les 420 ports interrogés, 188 ont répondu.", {"fr", ""}) ==
        "ports interrogés; ports interrogés");
  CHECK(counted_of("من بين 300 صياد، عاد 210 منهم.", {"ar", ""}) == "صياد; صياد");
}

TEST_CASE("rows and items give their head to their numbers", "[facts]") {
  const auto counted_in = [](herald::BlockKind kind, const char* text, const Setting& setting) {
    std::string shown;
    for (const herald::Figure& figure : facts_of({{kind, text}}, setting).figures)
      shown += (shown.empty() ? "" : "; ") + show(figure) + " " + figure.counted;
    return shown;
  };
  CHECK(counted_in(herald::BlockKind::table, "Net profit 84.6 76.1 +11.2 %", {}) ==
        "84.6 Net profit; 76.1 Net profit; 11.2 percent Net profit");
  CHECK(counted_in(herald::BlockKind::table, "Staff 3946 3871 3800", {}) == "3946 Staff; 3871 Staff; 3800 Staff");
  CHECK(counted_in(herald::BlockKind::table, "Press desk 202-555-2007", {}) == "");
  CHECK(counted_in(herald::BlockKind::table, "1 Wire fraud", {}) == "");
  CHECK(counted_in(herald::BlockKind::paragraph, "Response rate: 64%", {}) == "64 percent Response rate");
  CHECK(counted_in(herald::BlockKind::list_item, "Reparación de siete muelles y dos faros (2,9 millones de euros).",
                   {"es", ""}) == "7 muelles; 2 faros; 2900000 EUR Reparación de siete muelles y dos faros");
}

TEST_CASE("a sum keeps its currency where it is not said again", "[facts]") {
  const Setting french{"fr", ""};
  CHECK(figures_of("Le port a 13 450 milliards de francs CFA et 75 milliards de F CFA.", french) ==
        "13450000000000 XOF; 75000000000 XOF");
  CHECK(figures_of("Les dossiers vont d’un montant compris entre 5 et 150 millions de F CFA.", french) ==
        "5000000-150000000 XOF");
  CHECK(figures_of("La ville donne 42 millions d’euros, dont 18 millions dès mai.", french) ==
        "42000000 EUR; 18000000 EUR");
  CHECK(figures_of("Le port sert 42 millions de personnes, dont 18 millions en Afrique.", french) ==
        "42000000; 18000000");
  CHECK(figures_of("El precio pasó de 71,40 a 63,05 euros.", {"es", ""}) == "71.4 EUR; 63.05 EUR");
  CHECK(figures_of("La obra cuesta 56 millones de pesos.", {"es", ""}) == "56000000");
  CHECK(figures_of("La obra cuesta 56 millones de pesos chilenos; el muelle, 3 millones de pesos.", {"es", ""}) ==
        "56000000 CLP; 3000000 CLP");
  const Setting arabic{"ar", ""};
  CHECK(figures_of("كلفته ١٨٧٫٥ مليون ريال عماني ثم ٢٠ مليون ريال.", arabic) == "187500000 OMR; 20000000 OMR");
  CHECK(figures_of("كلفته ٢٠ مليون ريال.", arabic) == "20000000 SAR");
  CHECK(figures_of("دفع 250 ألف دينار أردني و40 ألف ليرة لبنانية.", arabic) == "250000 JOD; 40000 LBP");
}

TEST_CASE("numbers in words of every language are read whole", "[facts]") {
  const Setting arabic{"ar", ""};
  const Case arabic_cases[] = {
      {"وصلت إحدى عشرة سفينة من أربع عشرة ميناء.", "11; 14"},
      {"وصل اثنا عشر قاربا.", "12"},
      {"وفرت نحو ألف ومئتي فرصة.", "1200 about"},
      {"وصل مئة وخمسة وثلاثون قاربا.", "135"},
      {"وزعت ثلاثة آلاف وأربعمئة وعشرين سلة.", "3420"},
      {"بلغ سعره مليونا وثلاثمئة ألف ليرة لبنانية.", "1300000 LBP"},
      {"زاره أكثر من ألفي بحار.", "2000 more_than"},
      {"زاره مليونان ونصف المليون زائر.", "2500000"},
      {"بني 9 قوارب على الأقل.", "9 at_least"},
      {"زاره آلاف البحارة.", ""},
  };
  for (const Case& c : arabic_cases) {
    INFO(c.text);
    CHECK(figures_of(c.text, arabic) == c.figures);
  }
  const Setting french{"fr", ""};
  CHECK(figures_of("Deux cent quarante canots et soixante-douze voiles.", french) == "240; 72");
  CHECK(figures_of("Vingt et une voiles et cent vingt rames.", french) == "21; 120");
  CHECK(figures_of("Entre cinq et trente canots, puis entre mille et deux mille rames.", french) == "5-30; 1000-2000");
  const Setting spanish{"es", ""};
  CHECK(figures_of("Ciento veinte barcas y mil quinientas velas, treinta y una rotas.", spanish) == "120; 1500; 31");
  CHECK(figures_of("Miles de barcas salieron.", spanish) == "");
  CHECK(figures_of("Mil 618 barcas, 6 mil 700 velas y 151 mil 30 remos.", spanish) == "1618; 6700; 151030");
  CHECK(figures_of("Hubo 1,874 barcas de 1,874 metros y subió 1,874%.", spanish) == "1874; 1.874 metre; 1.874 percent");
  CHECK(figures_of("Costó mil 350 millones de euros.", spanish) == "1350000000 EUR");
  CHECK(figures_of("Dos mil 300 barcas y mil 50% más.", spanish).starts_with("2300"));
  CHECK(figures_of("It has two thousand and five hundred boats.") == "2500");
}

TEST_CASE("versions, ages and times are no figures", "[facts]") {
  for (const char* text : {"Foo 7.1 was released.", "It needs Foo 5.0 Server to run.", "The yard uses Foo 8.",
                           "He came at three in the morning.", "Sailors aged 70 to 94 took part.",
                           "Most 11 to 18 year olds row.", "The release follows v2.3 of the rules."}) {
    INFO(text);
    CHECK(figures_of(text) == "");
  }
  CHECK(figures_of("Foo 9 is out. Sailors like the Foo 9.") == "");
  CHECK(figures_of("يعمل النظام على Linux 8 ويدعم 40 لغة.", {"ar", ""}) == "40");
  CHECK(figures_of("Il est venu à 18 h 30 avec un marin âgé de 34 ans.", {"fr", ""}) == "");
}
