// Explanations and the page for an editor: every rule has its words, marks nest, nothing of a release is markup, and
// no document makes the page many times its size.
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "core/app/review/explain.hpp"
#include "core/app/review/page.hpp"
#include "core/app/review/rules.hpp"
#include "core/jobs/load_document.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/labels.hpp"

using namespace herald;
using namespace herald::app::review;

namespace {

const std::filesystem::path root = std::filesystem::path(HERALD_TEST_SOURCE_DIR).parent_path();

const Labels& labels() {
  static const Labels english = test::labels_of("en");
  return english;
}

// The dotted names in the string literals of the passes.
std::set<std::string> rules_in_the_code() {
  const std::set<std::string> families = {"figures",       "people", "quotations", "dates", "places",
                                          "organisations", "events", "contacts",   "links"};
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(root / "core/facts")) {
    if (entry.path().extension() != ".cpp") continue;
    std::ostringstream read;
    read << std::ifstream(entry.path()).rdbuf();
    const std::string text = read.str();
    for (std::size_t at = text.find('"'); at != std::string::npos; at = text.find('"', at + 1)) {
      const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_.", at + 1);
      if (end == std::string::npos || text[end] != '"') continue;
      const std::string name = text.substr(at + 1, end - at - 1);
      const std::size_t dot = name.find('.');
      if (dot != std::string::npos && dot + 1 < name.size() && families.contains(name.substr(0, dot)))
        names.insert(name);
    }
  }
  return names;
}

// A sentence of text with figures at these spans, as a document JSON may have them.
Document document_with(const std::string& text, const std::vector<Span>& figures) {
  Document document;
  document.source.text = text;
  Block block;
  block.span = {0, static_cast<std::uint32_t>(text.size())};
  block.number = 1;
  document.blocks.push_back(block);
  document.sentences.push_back({block.span, 0});
  for (const Span& span : figures) {
    Figure figure;
    figure.id = "f" + std::to_string(document.facts.figures.size() + 1);
    figure.provenance.span = span;
    figure.provenance.rule = "figures.count";
    document.facts.figures.push_back(figure);
  }
  return document;
}

std::string page_of(const Document& document) { return review_page(make_review(document, {}, labels())); }

// The part of the page that shows the release.
std::string article(const std::string& page) {
  const std::size_t begin = page.find("<article");
  return page.substr(begin, page.find("</article>") - begin);
}

// Whether every element that is opened is closed in its order.
bool is_balanced(const std::string& page) {
  const std::set<std::string> single = {"!DOCTYPE", "meta", "input", "br"};
  std::vector<std::string> open;
  for (std::size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
    const bool closes = page[at + 1] == '/';
    const std::size_t begin = at + (closes ? 2 : 1);
    const std::string name = page.substr(begin, page.find_first_of(" >", begin) - begin);
    if (single.contains(name)) continue;
    if (!closes) {
      open.push_back(name);
      continue;
    }
    if (open.empty() || open.back() != name) return false;
    open.pop_back();
  }
  return open.empty();
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

struct Read {
  Document document;
  facts::Trace trace;
};

Read read_release(const std::filesystem::path& file) {
  static const language::Packs packs =
      language::load_packs(HERALD_TEST_BUILD_DIR "/share/herald/languages").value_or_throw();
  Read read;
  read.document = jobs::load_document(file.string(), packs, {}, &read.trace).value_or_throw();
  return read;
}

std::vector<std::filesystem::path> releases() {
  std::vector<std::filesystem::path> files;
  for (const std::filesystem::path& folder : {root / "examples/releases", std::filesystem::path(HERALD_TEST_CORPUS)})
    if (std::filesystem::exists(folder))
      for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() != ".tsv" && entry.is_regular_file()) files.push_back(entry.path());
  return files;
}

}  // namespace

TEST_CASE("every rule of the passes has a sentence, and every sentence a rule", "[app]") {
  const std::set<std::string> in_code = rules_in_the_code();
  CHECK(in_code.size() > 60);
  for (const std::string& name : in_code) {
    INFO(name);
    CHECK_FALSE(rule_sentence(name).empty());
  }
  std::set<std::string_view> seen;
  for (const std::string_view name : rule_names()) {
    INFO(name);
    CHECK(seen.insert(name).second);
    CHECK((name.starts_with("points.") || in_code.contains(std::string(name))));
    const std::string_view sentence = rule_sentence(name);
    CHECK_FALSE(sentence.ends_with('.'));
  }
}

TEST_CASE("every release is explained, and shown in a page that is whole", "[app]") {
  for (const std::filesystem::path& file : releases()) {
    INFO(file.filename().string());
    const Read read = read_release(file);
    const Review review = make_review(read.document, read.trace, labels());
    CHECK(review.has_record);
    for (const Finding& finding : review.findings)
      for (const Mention& mention : finding.mentions)
        if (!mention.rule.empty()) CHECK_FALSE(rule_sentence(mention.rule).empty());
    const std::string page = review_page(review);
    CHECK(is_balanced(page));
    // Each fact has an entry, and its first mark stands in the text.
    const std::string text = article(page);
    for (std::size_t f = 0; f < review.findings.size(); ++f) {
      INFO(review.findings[f].id);
      CHECK(count(page, "id=\"fact-" + std::to_string(f + 1) + "\"") == 1);
      CHECK(count(text, "id=\"at-" + std::to_string(f + 1) + "-1\"") == 1);
    }
    CHECK(explain_all(review, 100).size() > 20);
    CHECK(nlohmann::json::parse(explanation_json(review, {})).at("facts").size() == review.findings.size());
  }
}

TEST_CASE("marks nest, and where they cross the page stays well formed", "[app]") {
  const std::string nested = article(page_of(document_with("abcdefgh", {{0, 8}, {2, 4}})));
  CHECK(nested.find("ab<mark") != std::string::npos);
  CHECK(count(nested, "<mark") == 2);
  const std::string crossing = page_of(document_with("abcdefgh", {{0, 4}, {2, 6}}));
  CHECK(is_balanced(crossing));
  // The second is written in two pieces, and its label stands once, at its end.
  CHECK(count(article(crossing), "<mark") == 3);
  CHECK(count(article(crossing), "href=\"#fact-2\"") == 1);
  CHECK(is_balanced(page_of(document_with("abcdefgh", {{0, 8}, {0, 8}, {0, 3}, {3, 8}}))));
}

TEST_CASE("nothing that a release says is markup", "[app]") {
  Document document = document_with("<b>12</b> & \"x\" </style></title><script>alert(1)</script>", {{3, 5}});
  document.metadata.title = "</title><script>x</script>";
  document.source.uri = "<img src=x>.txt";
  document.facts.figures[0].id = "\"><script>";
  document.facts.figures[0].counted = "<i>";
  document.facts.figures[0].provenance.rule = "</code><u>";
  warn(document.diagnostics, "code", "<s>");
  const std::string page = page_of(document);
  for (const char* tag : {"<script", "<img", "<b>12", "<i>", "<u>", "<s>"}) {
    INFO(tag);
    CHECK(page.find(tag) == std::string::npos);
  }
  CHECK(is_balanced(page));
}

TEST_CASE("the page of a right-to-left release has its direction, and ours stays ours", "[app]") {
  Document document = document_with("سجّل المرفأ 12 سفينة.", {});
  document.metadata.language = "ar";
  const std::string page = page_of(document);
  CHECK(page.find("<html lang=\"en\">") != std::string::npos);
  CHECK(page.find("lang=\"ar\" dir=\"rtl\"") != std::string::npos);
  document.blocks[0].language = "en";
  CHECK(article(page_of(document)).find("<p lang=\"en\" dir=\"ltr\">") != std::string::npos);
}

TEST_CASE("what is doubted or corrected by hand is said", "[app]") {
  Document document = document_with("It had 12 boats.", {{7, 9}});
  Provenance& where = document.facts.figures[0].provenance;
  where.confidence = 0.5;
  where.origin = Origin::corrected;
  where.replaced = R"({"counted":"ships"})";
  const Review review = make_review(document, {}, labels());
  const std::string text = explain_one(review, 0, 100);
  CHECK(text.find("doubted") != std::string::npos);
  CHECK(text.find(R"(corrected by hand; Herald had found {"counted":"ships"})") != std::string::npos);
  CHECK(text.find("only reading a release records it") != std::string::npos);
  const std::string page = review_page(review);
  CHECK(page.find("class=\"figure doubted\"") != std::string::npos);
  CHECK(page.find("ships") != std::string::npos);
}

TEST_CASE("an unknown id is answered with the near one, and with those there are", "[app]") {
  const Document document = document_with("1 2 3", {{0, 1}, {2, 3}, {4, 5}});
  const Review review = make_review(document, {}, labels());
  CHECK(*find_finding(review, "f2") == 1);
  const Result<std::size_t> missing = find_finding(review, "f9");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::usage);
  CHECK(missing.error().message == "there is no fact \"f9\"; there are f1 to f3");
  CHECK(missing.error().hint.find("did you mean \"f") != std::string::npos);
  const Document bare = document_with("nothing", {});
  CHECK(find_finding(make_review(bare, {}, labels()), "f1").error().message.find("nothing was found") !=
        std::string::npos);
}

TEST_CASE("a document that is made to swell the page does not", "[app]") {
  // Each figure covers what the others do, and each block all of the text.
  std::vector<Span> spans;
  for (std::uint32_t i = 0; i < 4000; ++i) spans.push_back({i, 8000 + i});
  Document document = document_with(std::string(16000, 'x'), spans);
  for (int i = 0; i < 500; ++i) document.blocks.push_back(document.blocks.front());
  for (Figure& figure : document.facts.figures) figure.id = std::string(5000, 'f');
  const std::string page = page_of(document);
  CHECK(page.size() < 1000 * spans.size());
  CHECK(is_balanced(page));
}
