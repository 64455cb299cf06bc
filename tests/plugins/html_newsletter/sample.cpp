// The sample releases: an invented agency and an invented treaty on the health of rivers.
#include "tests/plugins/html_newsletter/sample.hpp"

namespace herald::test {

Document english_release() {
  ReleaseWriter writer("en");
  writer.title("River nations agree joint fund to restore 4,800 kilometres of waterways");
  writer.standfirst(
      "Ministers of 27 countries adopt a ten-year plan, and elect a new secretary for the Rivers Compact");
  writer.document.metadata.published = "2026-05-14";
  writer.document.metadata.status = "For immediate release";
  writer.paragraph(
      "BUDAPEST, Hungary – Ministers of the Rivers Compact agreed today to set up a joint fund of EUR 2.4 billion for "
      "the restoration of 4,800 kilometres of waterways by 2036.");
  const std::uint32_t dateline_end = static_cast<std::uint32_t>(std::string("BUDAPEST, Hungary – ").size());
  const std::uint32_t begin = writer.document.blocks.back().span.begin;
  writer.document.metadata.dateline =
      Dateline{"BUDAPEST, Hungary", "BUDAPEST", "Hungary", "", "", 2, {begin, begin + dateline_end}};
  writer.paragraph("The plan, adopted without a vote, rests on three commitments:");
  writer.item("Every member publishes its water readings within 24 hours", 1);
  writer.item("No new barrier is built without a passage for fish", 1);
  writer.item("Towns of more than 50,000 people treat all of their waste water by 2032", 1);
  writer.paragraph("The Compact’s Secretary, Ilse Vermeulen, said:");
  writer.quote("“A river does not stop at a border post, and neither can we.", 2, true);
  writer.quote(
      "“For the first time, those who live upstream have promised in writing what those who live downstream may "
      "expect of them. That promise is worth more than any dam.”",
      2, false);
  writer.heading("What the fund pays for");
  writer.paragraph(
      "More than 310 projects have been put forward by 19 countries, from the removal of disused weirs to the planting "
      "of shade along the banks. Some 62 per cent of the money is set aside for towns and villages.");
  Block& link = writer.paragraph("The rules of the fund are published on the Compact’s site.");
  link.inlines = {{InlineKind::text, "The rules of the fund are published on ", "", link.span},
                  {InlineKind::link, "the Compact’s site", "https://rivers.example/fund?lang=en&part=1", link.span},
                  {InlineKind::text, ".", "", link.span}};
  writer.heading("Elections");
  writer.paragraph(
      "Delegates elected Ana Kovač of Croatia as Chair and Tomasz Wójcik of Poland as Vice-Chair for Finance.");
  writer.paragraph("The 12th Meeting of Ministers will be held in Vienna from 3 to 5 June 2028.");
  writer.add(BlockKind::contact, "Press office: press@rivers.example, +36 1 555 0100");
  writer.add(
      BlockKind::boilerplate,
      "The Rivers Compact brings together 27 countries that share the waters of central and south-eastern Europe.");
  writer.add(BlockKind::end_mark, "ENDS");

  writer.point("Ministers of the Rivers Compact agreed today");
  writer.point("More than 310 projects");
  Figure& money = writer.figure("EUR 2.4 billion", "2400000000", FigureKind::money, "joint fund");
  money.currency = "EUR";
  Figure& length =
      writer.figure("4,800 kilometres of waterways by", "4800", FigureKind::measure, "waterways to be restored");
  length.unit = "kilometre";
  writer.figure("27 countries adopt", "27", FigureKind::count, "countries");
  writer.figure("More than 310 projects", "310", FigureKind::count, "projects put forward").qualifier =
      Qualifier::more_than;
  writer.figure("19 countries", "19", FigureKind::count, "countries with projects");
  writer.figure("62 per cent", "62", FigureKind::percent, "of the money for towns and villages").qualifier =
      Qualifier::about;
  writer.figure("12th Meeting", "12", FigureKind::ordinal);
  const std::uint32_t secretary = writer.person("Ilse Vermeulen", "Secretary", "Rivers Compact");
  writer.person("Ana Kovač", "Chair", "", "Croatia");
  writer.person("Tomasz Wójcik", "Vice-Chair for Finance", "", "Poland");
  writer.quotation(
      "A river does not stop at a border post, and neither can we. For the first time, those who live upstream have "
      "promised in writing what those who live downstream may expect of them. That promise is worth more than any dam.",
      "A river does not stop", secretary);
  writer.event("12th Meeting of Ministers", "2028-06-03", "2028-06-05", "Vienna", EventStatus::planned);
  return writer.document;
}

Document french_release() {
  ReleaseWriter writer("fr");
  writer.title("Les pays riverains créent un fonds commun de 2,4 milliards d’euros");
  writer.standfirst("Les ministres de 27 pays adoptent un plan de dix ans pour la santé des cours d’eau");
  writer.document.metadata.published = "2026-06-01";
  writer.paragraph(
      "BUDAPEST – Les ministres du Pacte des rivières ont décidé aujourd’hui de créer un fonds commun de 2,4 milliards "
      "d’euros pour restaurer 4 800 kilomètres de cours d’eau d’ici à 2036.");
  writer.paragraph(
      "« Une rivière ne s’arrête pas au poste-frontière, et nous non plus », a déclaré la secrétaire, Ilse Vermeulen.");
  writer.heading("Ce que finance le fonds");
  writer.paragraph("Plus de 310 projets ont été proposés par 19 pays ; 62 % des sommes iront aux communes.");
  writer.paragraph("La douzième réunion des ministres se tiendra à Vienne du 1er au 3 juin 2028.");
  writer.add(BlockKind::contact, "Service de presse : presse@rivieres.example");
  writer.point("Les ministres du Pacte des rivières");
  writer.figure("2,4 milliards d’euros pour", "2400000000", FigureKind::money, "fonds commun").currency = "EUR";
  writer.figure("4 800 kilomètres", "4800", FigureKind::measure, "de cours d’eau à restaurer").unit = "kilometre";
  writer.figure("Plus de 310 projets", "310", FigureKind::count, "projets proposés").qualifier = Qualifier::more_than;
  writer.figure("62 %", "62", FigureKind::percent, "des sommes pour les communes");
  const std::uint32_t secretary = writer.person("Ilse Vermeulen", "secrétaire", "Pacte des rivières");
  writer.quotation("Une rivière ne s’arrête pas au poste-frontière, et nous non plus", "Une rivière ne s’arrête",
                   secretary);
  writer.event("réunion des ministres", "2028-06-01", "2028-06-03", "Vienne", EventStatus::planned);
  return writer.document;
}

Document arabic_release() {
  ReleaseWriter writer("ar");
  writer.title("دول الأنهار تتفق على صندوق مشترك بقيمة 2.4 مليار يورو");
  writer.standfirst("وزراء 27 دولة يعتمدون خطة لعشر سنوات وينتخبون أمينة جديدة لميثاق الأنهار");
  writer.document.metadata.published = "2026-05-14";
  writer.paragraph(
      "بودابست – اتفق وزراء ميثاق الأنهار (Rivers Compact) اليوم على إنشاء صندوق مشترك بقيمة 2.4 مليار يورو لاستعادة "
      "4800 كيلومتر من المجاري المائية بحلول عام 2036.");
  const std::uint32_t begin = writer.document.blocks.back().span.begin;
  const auto dateline_end = static_cast<std::uint32_t>(std::string("بودابست – ").size());
  writer.document.metadata.dateline = Dateline{"بودابست", "بودابست", "", "", "", 2, {begin, begin + dateline_end}};
  writer.paragraph("وتقوم الخطة على ثلاثة التزامات:");
  writer.item("أن ينشر كل عضو قياسات المياه خلال 24 ساعة", 1);
  writer.item("ألا يُبنى حاجز جديد من دون ممر للأسماك", 1);
  writer.paragraph("وقالت أمينة الميثاق إيلسه فيرمولن: «النهر لا يتوقف عند الحدود، ولا ينبغي لنا أن نتوقف عندها».");
  writer.heading("ما يموّله الصندوق");
  writer.paragraph("قدّمت 19 دولة أكثر من 310 مشاريع، ويُخصص 62% من الأموال للبلدات والقرى.");
  writer.paragraph("ويُعقد الاجتماع الوزاري الثاني عشر في فيينا من 3 إلى 5 يونيو 2028.");
  writer.add(BlockKind::contact, "المكتب الصحفي: press@rivers.example");
  writer.add(BlockKind::boilerplate, "يجمع ميثاق الأنهار 27 دولة تتقاسم مياه أوروبا الوسطى والجنوبية الشرقية.");
  writer.point("اتفق وزراء ميثاق الأنهار");
  writer.point("قدّمت 19 دولة");
  writer.figure("2.4 مليار يورو لاستعادة", "2400000000", FigureKind::money, "صندوق مشترك").currency = "EUR";
  writer.figure("4800 كيلومتر", "4800", FigureKind::measure, "من المجاري المائية").unit = "kilometre";
  writer.figure("أكثر من 310 مشاريع", "310", FigureKind::count, "مشاريع").qualifier = Qualifier::more_than;
  writer.figure("62%", "62", FigureKind::percent, "من الأموال للبلدات والقرى");
  const std::uint32_t secretary = writer.person("إيلسه فيرمولن", "أمينة الميثاق", "");
  writer.quotation("النهر لا يتوقف عند الحدود، ولا ينبغي لنا أن نتوقف عندها", "النهر لا يتوقف", secretary);
  writer.event("الاجتماع الوزاري الثاني عشر", "2028-06-03", "2028-06-05", "فيينا", EventStatus::planned);
  return writer.document;
}

}  // namespace herald::test
