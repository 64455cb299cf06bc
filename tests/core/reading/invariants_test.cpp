// What must hold for every text: on all releases of the corpus, and on texts made at random from the
// kinds of line that releases have, and on bytes made at random. Seeds are fixed.
#include "core/reading/invariants.hpp"

#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "herald/document_json.hpp"
#include "tests/core/reading/reading_support.hpp"
#include "tests/support/catch.hpp"

using herald::reading::check_invariants;
using herald::reading::read_release;
using herald::test::packs;

namespace {

constexpr std::array line_kinds = {
    "Harbour city agrees on piers",
    "FOR IMMEDIATE RELEASE",
    "27 novembre 2025",
    "Title: A plan for the harbour",
    "Date: March 3, 2025",
    "Content:",
    "VALLETTA, Malta – The council agreed today on a plan for the harbour of the city.",
    "VALLETTA —",
    "(HELENA)   The senator praised the plan.",
    "• \u00a0 One pier",
    "- two piers",
    "1. First",
    "2. Second",
    "    (a) deeper",
    "“We begin with the first pier.",
    "“Then we rest.”",
    "\"Straight marks,\" she said.",
    "IMG_0042 copy.jpeg",
    "/",
    "3/11",
    "###",
    "-30-",
    "ENDS",
    "====",
    "text that ends==",
    "About the Harbour Authority",
    "Contact: Jane Doe, +356 2122 0000, press@example.org",
    "Pier\tLength\tCost",
    "First     120 m     3m",
    "| a | b |",
    "|---|---|",
    "وافق المجلس اليوم على خطة جديدة لتطوير الموانئ في البلاد.",
    "الرباط، المغرب – أعلنت الوزارة",
    "港口城市同意建设两座新码头。",
    "Тhе council",
    "a line that goes on in small letters and ends in the mid-",
    "dle of a word, and so on, without an end",
    "\u200b",
    "\ufeff",
    "\u200f\u202bmixed\u202c",
    "…",
    "?!",
    "one                                                            two",
    "",
    "",
    "   ",
    "\u00a0",
};

constexpr std::array line_ends = {"\n", "\n", "\n", "\r\n", "\r", "\u2028", "\f", "", "\n\n", "          "};

std::string random_text(std::mt19937& random) {
  std::string text;
  const std::size_t lines = random() % 40;
  for (std::size_t i = 0; i < lines; ++i) {
    text += line_kinds[random() % line_kinds.size()];
    if (random() % 30 == 0) text += std::string(random() % 2000, 'x');
    text += line_ends[random() % line_ends.size()];
    if (random() % 40 == 0 && !text.empty()) text[random() % text.size()] = static_cast<char>(0x80 | random() % 0x80);
  }
  return text;
}

void check_file(const std::filesystem::path& path) {
  CAPTURE(path.filename().string());
  std::ifstream stream(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(stream)), {});
  // Once by its own kind, once as the plain text that it may not be.
  for (const std::string_view from : {"", "text"}) {
    herald::reading::ReadOptions options;
    options.from = from;
    const auto document = read_release(bytes, path.filename().string(), packs(), options);
    REQUIRE(document);
    CHECK(check_invariants(*document) == std::vector<std::string>{});
    CHECK((document->source.text == bytes || document->source.media_type != "text/plain"));
  }
}

}  // namespace

TEST_CASE("no text of the corpus loses a character", "[reading][invariants]") {
  const std::filesystem::path corpus = HERALD_TEST_CORPUS;
  if (!std::filesystem::is_directory(corpus)) {
    WARN("skipped: no corpus of releases at " << corpus);
    return;
  }
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(corpus)) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".txt" && extension != ".md" && extension != ".html") continue;
    check_file(entry.path());
    ++files;
  }
  CHECK(files > 0);
}

TEST_CASE("no text made of the lines of releases loses a character", "[reading][invariants]") {
  std::mt19937 random(20251127);
  for (int round = 0; round < 1500; ++round) {
    const std::string text = random_text(random);
    CAPTURE(round, text);
    const auto document = read_release(text, "release.txt", packs());
    if (!document) {
      CHECK((document.error().code == herald::ErrorCode::input_empty ||
             document.error().code == herald::ErrorCode::input_undecodable));
      continue;
    }
    REQUIRE(check_invariants(*document) == std::vector<std::string>{});
  }
}

TEST_CASE("no bytes bring reading down", "[reading][invariants]") {
  std::mt19937 random(4711);
  constexpr std::array alphabets = {256U, 128U, 40U, 4U};
  for (int round = 0; round < 1500; ++round) {
    std::string bytes(random() % 600, ' ');
    const unsigned alphabet = alphabets[random() % alphabets.size()];
    for (char& byte : bytes) byte = static_cast<char>((random() % alphabet) + (alphabet < 256 ? 9U : 0U));
    CAPTURE(round);
    const auto document = read_release(bytes, "release.txt", packs());
    if (document) REQUIRE(check_invariants(*document) == std::vector<std::string>{});
  }
}

TEST_CASE("no Markdown gives a document that its own JSON refuses", "[reading][invariants]") {
  constexpr std::array pieces = {"- ",     "* ",       "1. ",  "**",   "_",     "`",     "[the site](http://x.example)",
                                 "# ",     "> ",       "\n",   "\n\n", "word ", "мост ", "ميناء ",
                                 "\u200f", "\xe2\x80", "See ", "\\",   "  \n",  "– "};
  std::mt19937 random(1791);
  for (int round = 0; round < 1500; ++round) {
    std::string text = "# Harbour plan\n\n";
    for (std::size_t i = random() % 30; i > 0; --i) text += pieces[random() % pieces.size()];
    CAPTURE(round, text);
    const auto document = read_release(text, "release.md", packs());
    if (!document) continue;
    REQUIRE(check_invariants(*document) == std::vector<std::string>{});
    const auto again = herald::from_json(herald::to_json(*document));
    if (!again) FAIL(again.error().message);
    CHECK(*again == *document);
  }
}

TEST_CASE("a marker that turns out to be text leaves bold type and links where they are", "[reading]") {
  const herald::Document document = herald::test::read(
      "# Harbour plan\n\n- See [the site](http://x.example) and **bold words** here.\n", "release.md");
  std::vector<std::string> marked;
  for (const herald::Inline& part : document.blocks.back().inlines) {
    if (part.kind != herald::InlineKind::text) marked.push_back(part.text);
  }
  CHECK(marked == std::vector<std::string>{"the site", "bold words"});
}

TEST_CASE("texts of nothing but ends and stops cost linear time", "[reading]") {
  const std::string prose = "The council of the harbour city agreed today on a plan to build two new piers.\n\n";
  for (const std::string& piece : {std::string("###\n\na\n\n"), std::string("About us\n\nWe build.\n\n"),
                                   std::string("Go on! "), std::string("A. B. C. ")}) {
    CAPTURE(piece);
    std::string text = prose + prose;
    while (text.size() < 600'000) text += piece;
    const auto begin = std::chrono::steady_clock::now();
    REQUIRE(read_release(text, "release.txt", packs()));
    // Quadratic, it took minutes; the limit leaves room for slow machines and sanitizers.
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
  }
}

TEST_CASE("the check of invariants finds what is broken", "[reading][invariants]") {
  const herald::Document whole =
      herald::test::read("Harbour plan\n\nThe council agreed today on two new piers for the harbour.\n");
  herald::Document broken = whole;
  broken.blocks.pop_back();
  CHECK_FALSE(check_invariants(broken).empty());
  broken = whole;
  broken.blocks[1].span.begin = broken.blocks[0].span.begin;
  CHECK_FALSE(check_invariants(broken).empty());
  broken = whole;
  broken.sentences[0].block = 1;
  CHECK_FALSE(check_invariants(broken).empty());
  broken = whole;
  broken.blocks[1].inlines[0].span.begin = 0;
  CHECK_FALSE(check_invariants(broken).empty());
}
