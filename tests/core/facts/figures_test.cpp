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
                           "Two-thirds of them agreed.",
                           "One in five of them agreed.",
                           "Version 3.1.2 was released.",
                           "Type 2 illness is common.",
                           "The 2026-2030 plan was adopted.",
                           "In 2024 it rained.",
                           "On 27 November 2025 it rained.",
                           "The note (3) explains it.",
                           "Regulation No. 45 applies.",
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
