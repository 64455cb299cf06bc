// What releases in a script without capitals ask for: names and posts that nothing but grammar shows, numbers with
// "and" written into them, duals, speech behind a colon.
#include "tests/core/facts/support.hpp"
#include "tests/support/catch.hpp"

using namespace herald::test;
using herald::BlockKind;

namespace {

const Setting arabic{"ar", ""};

std::string people(const char* text) { return people_of({{BlockKind::paragraph, text}}, arabic); }

std::string quotations(const char* text) { return quotations_of({{BlockKind::paragraph, text}}, arabic); }

}  // namespace

TEST_CASE("without capitals a name ends where a word cannot be part of one", "[facts]") {
  struct Case {
    const char* text;
    const char* people;
  };
  const Case cases[] = {
      {"وصل وزير الموانئ سامي الحسن بزيارة إلى الميناء.", "سامي الحسن | وزير الموانئ"},
      {"قام السيد سامي الحسن وعدد من الصيادين بجولة.", "سامي الحسن"},
      {"حضر وزير الموانئ د. سامي رشدي.", "سامي رشدي | وزير الموانئ"},
      {"قال المهندس سامي رشدي أيضا إن العمل بدأ.", "سامي رشدي"},
      {"ألقى الدكتور سامي رشدي كلمة في الميناء.", "سامي رشدي"},
      {"حضر اللواء الركن سامي بن خالد آل رشيد افتتاح الميناء.", "سامي بن خالد آل رشيد"},
      {"شكر القاضي عبد الأمير الحسن وإشرافه على العمل.", "عبد الأمير الحسن"},
      {"وصل صاحب السمو الملكي الأمير سامي بن خالد أمس.", "سامي بن خالد"},
      {"زار الدكتور نور الدين الحسن، أمس، الميناء.", "نور الدين الحسن"},
      {"زار الدكتور سامي الحسن القحطاني، أمس، الميناء.", "سامي الحسن القحطاني"},
      {"وصل السفير النرويجي إلى الميناء.", ""},
      {"أفادت جداول رسمية، نشرت أمس، بأن الصيد زاد.", ""},
      {"افتتح وزير الموانئ اليوم رصيفا جديدا في المدينة.", ""},
      {"قدم المدير العام للميناء شرحا مفصلا عن العمل.", ""},
      {"رفع المدير العام قائمة طويلة في الأمر.", ""},
      {"انخفض صيد السردين الصغير (5%)، وصيد التونة الكبير (7%)، وصيد الحبار العادي (9%).", ""},
  };
  for (const Case& one : cases) {
    INFO(one.text);
    CHECK(people(one.text) == one.people);
  }
}

TEST_CASE("without capitals a post has all that it is of", "[facts]") {
  struct Case {
    const char* text;
    const char* people;
  };
  const Case cases[] = {
      {"قال رئيس الاتحاد الدولي لجمعيات الصيد البحري سامي رشدي: بدأ العمل.",
       "سامي رشدي | رئيس | الاتحاد الدولي لجمعيات الصيد البحري"},
      {"وصل الوكيل المساعد لشؤون أمن الموانئ والسواحل العميد سامي الحسن.",
       "سامي الحسن | الوكيل المساعد لشؤون أمن الموانئ والسواحل"},
      {"ذكر مدير إعلام المديرية العامة لشؤون الصيد البحري، العميد سامي الحسن للصحفيين، أن العمل بدأ.",
       "سامي الحسن | مدير إعلام المديرية العامة لشؤون الصيد البحري"},
      {"زار النائب الأول لرئيس الجمهورية المهندس سامي الحسن الميناء.", "سامي الحسن | النائب الأول لرئيس الجمهورية"},
      {"بحث نائب وزير الموانئ، سامي رشدي، شؤون الصيد.", "سامي رشدي | نائب وزير الموانئ"},
      {"زار الميناء الدكتور سامي رشدي رئيس جامعة الموانئ.", "سامي رشدي | رئيس | جامعة الموانئ"},
      {"بيان للمديرة التنفيذية للميناء سلمى رشدي، اليوم.", "سلمى رشدي | المديرة التنفيذية للميناء"},
      {"وقع الاتفاق الأمير/ سامي بن خالد الحسن، وزير الموانئ، أمس.", "سامي بن خالد الحسن | وزير الموانئ"},
      {"حضر الأمين العام لهيئة الموانئ الوطنية، الدكتور سامي الحسن.",
       "سامي الحسن | الأمين العام | هيئة الموانئ الوطنية"},
  };
  for (const Case& one : cases) {
    INFO(one.text);
    CHECK(people(one.text) == one.people);
  }
}

TEST_CASE("a number goes on behind an and that is written in one word with it", "[facts]") {
  CHECK(figures_of("بلغ العدد 3 ملايين و250 ألفا و40 صيادا.", arabic) == "3250040");
  CHECK(figures_of("وصل ألف و350 صيادا.", arabic) == "1350");
  CHECK(figures_of("جمعوا مليونا و300 ألف سمكة.", arabic) == "1300000");
  CHECK(figures_of("وصل 40 ألف صياد و60 ألف بحار.", arabic) == "40000; 60000");
  CHECK(figures_of("ضبطوا (60) كيلوغراما من السمك، ثم (1200) علبة.", arabic) == "60 kilogram; 1200");
  CHECK(figures_of("أوقفوا سبعة (07) صيادين و06 بحارة.", arabic) == "7; 6");
  CHECK(figures_of("انخفض الصيد بنسبة 7,5% ثم زاد 2,5 مليون سمكة.", arabic) == "7.5 percent; 2500000");
}

TEST_CASE("a measure may have a smaller unit, and a noun a form for two", "[facts]") {
  CHECK(figures_of("ضبطوا 14 طنا و300 كيلوغرام من السمك.", arabic) == "14.3 tonne");
  CHECK(figures_of("ضبطوا طن و350 كيلوغراما من السمك.", arabic) == "1.35 tonne");
  CHECK(figures_of("ضبطوا قنطارين و75 كيلوغراما من السمك.", arabic) == "2.75 quintal");
  CHECK(figures_of("ضبطوا 3 أطنان و4000 كيلوغرام من السمك.", arabic) == "3 tonne; 4000 kilogram");
  CHECK(figures_of("استمر العمل شهرين في الميناء.", arabic) == "2 month");
  CHECK(counted_of("أنقذوا شخصين في البحر.", arabic) == "شخصين");
  CHECK(counted_of("وأعلن المدير أن عدد الصيادين بلغ 300.", arabic) == "عدد الصيادين");
  CHECK(figures_of("The pier is 2 kilometres and 300 metres long.") == "2.3 kilometre");
}

TEST_CASE("a day of two calendars is one date, and a year of the other no figure", "[facts]") {
  CHECK(dates_of("افتتح يوم الأحد 9 رمضان 1446هـ الموافق 9 مارس 2025م.", arabic) == "2025-03-09");
  CHECK(dates_of("افتتح في 9 رمضان 1446هـ.", arabic) == "2025-03-09");
  CHECK(dates_of("افتتح يوم الأحد الموافق 2023/11/5 في الميناء.", arabic) == "2023-11-05");
  CHECK(figures_of("عمل الصيادون خلال رمضان 1446 في البحر سنة 1445 هجرية.", arabic) == "");
}

TEST_CASE("speech behind a colon needs no marks where somebody is named", "[facts]") {
  CHECK(quotations("وقال الدكتور سامي الحسن: بدأ العمل اليوم في الميناء الجديد كما كان مقررا.") ==
        "بدأ العمل اليوم في الميناء الجديد كما كان مقررا. <سامي الحسن>");
  CHECK(quotations("وقالت الوزارة: بدأ العمل اليوم في الميناء الجديد كما كان مقررا.") == "");
  CHECK(quotations("وقال السيد سامي الحسن: ’’بدأ العمل اليوم في الميناء الجديد‘‘.") ==
        "بدأ العمل اليوم في الميناء الجديد <سامي الحسن>");
}

TEST_CASE("without capitals the noun before marks tells a motto from speech", "[facts]") {
  CHECK(quotations("وأعلن السيد سامي الحسن مبادرة «نحو بحر نظيف بلا نفايات» في الميناء.") == "");
  CHECK(quotations("وأكد السيد سامي الحسن أن «العمل بدأ اليوم في الميناء».") ==
        "العمل بدأ اليوم في الميناء <سامي الحسن>");
}

TEST_CASE("a town that is called as a country is told by its sign and by the dateline", "[facts]") {
  const herald::Facts facts =
      facts_of(std::vector<Part>{{BlockKind::paragraph, "وصلت السفن إلى عمّان ثم إلى مسقط."}}, arabic);
  REQUIRE(facts.places.size() == 2);
  CHECK(facts.places[0].country_code == "JO");
  CHECK(facts.places[1].country_code == "OM");
  CHECK(facts_of(std::vector<Part>{{BlockKind::paragraph, "أنقذوا 30 سوريًا في البحر."}}, arabic).places.empty());
}
