#include "tests/core/reading/reading_support.hpp"
#include "tests/support/catch.hpp"

using herald::test::read;
using herald::test::sentences_of;

namespace {

/// The sentences of one paragraph below a title.
std::vector<std::string> cut(const std::string& paragraph) {
  const herald::Document document = read("A title for the test\n\n" + paragraph + "\n");
  std::vector<std::string> sentences = sentences_of(document);
  sentences.erase(sentences.begin());
  return sentences;
}

using Sentences = std::vector<std::string>;

}  // namespace

TEST_CASE("sentences end where a reader would end them", "[reading][sentences]") {
  const std::vector<std::pair<std::string, Sentences>> cases = {
      {"The fund grew by 4.5 per cent last year. It will grow again.",
       {"The fund grew by 4.5 per cent last year.", "It will grow again."}},
      {"Dr. Jane Doe of the U.S. Air Force met Prof. J. R. Roe in St. Louis today.",
       {"Dr. Jane Doe of the U.S. Air Force met Prof. J. R. Roe in St. Louis today."}},
      {"They met in the U.S. The talks went well.", {"They met in the U.S.", "The talks went well."}},
      {"“We are ready for the work ahead.” The minister left at once.",
       {"“We are ready for the work ahead.”", "The minister left at once."}},
      {"“Will it last for ten years?” Minister Jane Doe asked. Nobody knew.",
       {"“Will it last for ten years?” Minister Jane Doe asked.", "Nobody knew."}},
      {"The harbour opened in June.The council paid for the works itself.",
       {"The harbour opened in June.", "The council paid for the works itself."}},
      {"See www.example.org/About.Us for the whole list of all the harbours.",
       {"See www.example.org/About.Us for the whole list of all the harbours."}},
      {"Today,U.S. Senator Jane Doe (XX-02)released the figures of the year.",
       {"Today,U.S. Senator Jane Doe (XX-02)released the figures of the year."}},
      {"The line of the e-mail was broken here and\ngoes on below the break. It ends\nhere at last.",
       {"The line of the e-mail was broken here and goes on below the break.", "It ends here at last."}},
  };
  for (const auto& [paragraph, expected] : cases) {
    CAPTURE(paragraph);
    CHECK(cut(paragraph) == expected);
  }
}

TEST_CASE("sentences of other scripts are cut too", "[reading][sentences]") {
  CHECK(cut("أعلنت الوزارة اليوم عن خطة جديدة لتطوير الموانئ. هل تنجح الخطة؟ سنعرف ذلك قريبا.").size() == 3);
  CHECK(cut("Le ministre a parlé à M. Dupont. Il a quitté la salle après la réunion.").size() == 2);
}

TEST_CASE("every sentence names its block and lies in it", "[reading][sentences]") {
  const herald::Document document =
      read("A title\n\nOne sentence stands here for all. Two stand here.\n\n• An item. With two.\n");
  for (const herald::Sentence& sentence : document.sentences) {
    REQUIRE(sentence.block < document.blocks.size());
    CHECK(document.blocks[sentence.block].span.contains(sentence.span));
  }
  CHECK(document.sentences.size() == 5);
}
