// Several releases in one input: parted by signs or header lines, or the same release once a language.
#include <algorithm>

#include "core/reading/invariants.hpp"
#include "tests/core/reading/reading_support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;
using Lines = std::vector<std::string>;

namespace {

const std::string english =
    "Harbour opens a new quay\n\n"
    "VALMOR, Portugal, 12 March 2026 – The harbour of the town opened a new quay to all of its boats today, and the "
    "work cost the region less than it had feared.\n\n"
    "\"The quay gives the boats a home that they have not had for twenty years,\" said the director of the harbour, "
    "who has led the work since it began.\n\n"
    "The quay is the first part of a plan that will change the face of the town, and a market hall for the fish will "
    "be built behind it in two years.\n\n";
const std::string contact = "Press office: press@valmor.example\n\n";
const std::string french =
    "COMMUNIQUÉ DE PRESSE\n\n"
    "Le port ouvre un nouveau quai\n\n"
    "VALMOR, Portugal, le 12 mars 2026 – Le port de la ville a ouvert aujourd’hui un nouveau quai à tous ses bateaux, "
    "et les travaux ont coûté moins que la région ne le craignait.\n\n"
    "« Le quai donne aux bateaux une maison qu’ils n’avaient pas depuis vingt ans », a dit le directeur du port, qui "
    "dirige les travaux depuis le début.\n\n"
    "Le quai est la première partie d’un plan qui va changer le visage de la ville, et une halle pour le poisson sera "
    "construite derrière dans deux ans.\n\n";
const std::string arabic =
    "الميناء يفتتح رصيفا جديدا\n\n"
    "فالمور، البرتغال، 12 مارس 2026 – افتتح ميناء المدينة اليوم رصيفا جديدا أمام جميع القوارب التي تعمل في المنطقة وقد "
    "كلفت الأعمال أقل مما كان متوقعا من قبل المدينة.\n\n"
    "وقال مدير الميناء إن الرصيف يمنح القوارب مكانا لم يكن لها منذ عشرين عاما وإن الأعمال التي بدأت في الربيع قد انتهت "
    "في الموعد الذي كان مقررا لها.\n\n"
    "والرصيف هو الجزء الأول من خطة سوف تغير وجه المدينة في السنوات المقبلة كما سيتم بناء سوق للأسماك خلف الرصيف بعد "
    "عامين من الآن على أن يكون مفتوحا أمام جميع سكان المدينة.\n\n";

std::vector<Document> read_all(const std::string& text, const std::string& uri = "release.txt",
                               const std::string& language = {}) {
  reading::ReadOptions options;
  options.several = reading::Several::all;
  options.language = language;
  std::vector<Document> documents;
  for (reading::Input& input : reading::read_inputs(text, uri, packs(), options).value_or_throw()) {
    CHECK(reading::check_invariants(input.document).empty());
    documents.push_back(std::move(input.document));
  }
  return documents;
}

Lines titles(const std::vector<Document>& documents) {
  Lines all;
  for (const Document& document : documents) all.push_back(document.metadata.title);
  return all;
}

Lines languages(const std::vector<Document>& documents) {
  Lines all;
  for (const Document& document : documents) all.push_back(document.metadata.language);
  return all;
}

}  // namespace

TEST_CASE("a release and its translations below it are read apart", "[reading][releases]") {
  const std::vector<Document> documents = read_all(english + contact + french + contact + arabic);
  CHECK(languages(documents) == Lines{"en", "fr", "ar"});
  CHECK(titles(documents) ==
        Lines{"Harbour opens a new quay", "Le port ouvre un nouveau quai", "الميناء يفتتح رصيفا جديدا"});
  for (const Document& document : documents) {
    CHECK(document.metadata.published == "2026-03-12");
    CHECK(texts_of(document, BlockKind::paragraph).size() == 3);
    CHECK(document.diagnostics.empty());
    CHECK(document.source.sha256 == documents[0].source.sha256);
  }
  CHECK(documents[1].metadata.status == "COMMUNIQUÉ DE PRESSE");
  CHECK(texts_of(documents[0], BlockKind::contact).size() == 1);
}

TEST_CASE("without being asked for all, the first language is read and where the others begin is said",
          "[reading][releases]") {
  const Document document = read(english + french + arabic);
  CHECK(document.metadata.language == "en");
  CHECK(texts_of(document, BlockKind::paragraph).size() == 3);
  REQUIRE(document.diagnostics.size() == 1);
  CHECK(document.diagnostics[0].code == "several-releases");
  CHECK_THAT(document.diagnostics[0].message,
             ContainsSubstring("3 versions") && ContainsSubstring("up to byte " + std::to_string(english.size())) &&
                 ContainsSubstring("more begin at byte " + std::to_string((english + french).size())));
  CHECK_THAT(document.diagnostics[0].hint, ContainsSubstring("--split"));
}

TEST_CASE("versions are told apart in Markdown and on pages too", "[reading][releases]") {
  CHECK(titles(read_all("# " + english + "# " + french.substr(french.find("Le port")), "release.md")) ==
        Lines{"Harbour opens a new quay", "Le port ouvre un nouveau quai"});
  std::string page = "<html><body><main>";
  for (const std::string& text : {english, french.substr(french.find("Le port"))}) {
    page += "<h1>" + text.substr(0, text.find('\n')) + "</h1>";
    for (std::size_t at = text.find("\n\n"); at + 2 < text.size(); at = text.find("\n\n", at + 2))
      page += "<p>" + text.substr(at + 2, text.find("\n\n", at + 2) - at - 2) + "</p>";
  }
  const std::vector<Document> documents = read_all(page + "</main></body></html>", "release.html");
  CHECK(titles(documents) == Lines{"Harbour opens a new quay", "Le port ouvre un nouveau quai"});
}

TEST_CASE("what is said in another language inside a release starts no version", "[reading][releases]") {
  const std::size_t begin = french.find("VALMOR");
  const std::string paragraph = french.substr(begin, french.find("\n\n", begin) + 2 - begin);
  const std::string paragraphs = french.substr(begin);
  // A quoted paragraph, a long quotation without a title, a short summary with title and date.
  for (const std::string& other :
       {paragraph, paragraphs + english.substr(english.find("VALMOR")),
        "Résumé\n\nLe 12 mars 2026, le port de la ville a ouvert un nouveau quai à tous ses bateaux.\n\n" + contact}) {
    CAPTURE(other);
    CHECK(read_all(english + other + english.substr(english.find("The quay is"))).size() == 1);
  }
  CHECK(read_all(english + paragraphs).size() == 1);
}

TEST_CASE("a language that is known from elsewhere is the first release's alone", "[reading][releases]") {
  CHECK(languages(read_all(english + french, "release.txt", "es")) == Lines{"es", "fr"});
}

TEST_CASE("releases parted by signs are read each from its own text", "[reading][releases]") {
  for (const std::string separator : {"====\n", "\n==========\n\n", "====\n====\n\n"}) {
    CAPTURE(separator);
    const std::vector<Document> documents = read_all(english + separator + french + separator);
    CHECK(titles(documents) == Lines{"Harbour opens a new quay", "Le port ouvre un nouveau quai"});
    CHECK(documents[1].source.text.find("====") == std::string::npos);
  }
}

TEST_CASE("releases with header lines of their own, and e-mails, follow each other", "[reading][releases]") {
  const std::string body = english.substr(english.find("VALMOR"));
  const auto form = [&](const std::string& title) { return "Title: " + title + "\nDate: 12 March 2026\n\n" + body; };
  CHECK(titles(read_all(form("Harbour opens a quay") + form("Bridge opens to trains") + form("Road closes"))) ==
        Lines{"Harbour opens a quay", "Bridge opens to trains", "Road closes"});
  const auto mail = [&](const std::string& subject) {
    return "From: Rita Roe <rita@valmor.example>\nTo: desk@news.example\nSubject: " + subject +
           "\nDate: 12 March 2026\n\n" + body;
  };
  const std::vector<Document> mails = read_all(mail("Harbour opens a quay") + mail("Bridge opens to trains"));
  CHECK(titles(mails) == Lines{"Harbour opens a quay", "Bridge opens to trains"});
  CHECK(texts_of(mails[1], BlockKind::contact).empty());
  const std::string line = "From rita@valmor.example Thu Mar 12 10:00:00 2026\n";
  CHECK(read_all(line + mail("Harbour opens a quay") + line + mail("Bridge opens to trains")).size() == 2);
  // Sent on with a word above it, a mail is one; and so is a release with a form in its middle.
  CHECK(
      read_all("From: A <a@b.example>\nSubject: Fwd\n\nPlease see below.\n\n" + mail("Harbour opens a quay")).size() ==
      1);
  CHECK(read_all(english + form("Course for fishers")).size() == 1);
  CHECK(read_all(form("Harbour opens a quay") + "Title: Course\nDate: 3 May 2026\n").size() == 1);
}
