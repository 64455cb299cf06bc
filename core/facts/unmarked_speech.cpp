// Speech without marks behind a verb of saying and a colon: "وقالت الوزيرة: بدأ العمل اليوم في الميناء." Only in
// scripts without capitals, where agencies write so and nothing else shows that somebody speaks; and only as far as the
// sentence goes, as nothing says where such speech ends. Whoever is not known by name is not quoted.
#include <algorithm>

#include "core/facts/passes.hpp"

namespace herald::facts {
namespace {

constexpr std::size_t longest_introduction = 30;  // tokens before the colon
constexpr std::size_t shortest_speech = 6;        // words; fewer are a label's
constexpr std::size_t longest_look_back = 400;    // tokens, for who is named before
constexpr std::size_t most_before_verb = 3;       // tokens: "من جانبه قال"

class UnmarkedSpeechPass {
 public:
  explicit UnmarkedSpeechPass(Context& context) : context_(context) {}

  void run() {
    for (std::size_t b = 0; b < context_.blocks.size(); ++b) {
      if (context_.block_kind(context_.blocks[b]) != BlockKind::paragraph) continue;
      const Range block = context_.blocks[b].range;
      for (std::size_t i = block.first; i < block.end;) {
        const Range sentence = context_.sentence_range(i);
        if (sentence.empty()) break;
        read(static_cast<std::uint32_t>(b), sentence);
        i = std::max(i + 1, sentence.end);
      }
    }
  }

 private:
  void read(std::uint32_t b, Range sentence);
  bool says(Range introduction) const;
  std::uint32_t speaker(std::uint32_t b, Range introduction) const;
  std::uint32_t only_one(Range range) const;

  Context& context_;
};

// Whether the verb of saying opens the introduction: elsewhere in it the colon may belong to what is said.
bool UnmarkedSpeechPass::says(Range introduction) const {
  const std::size_t end = std::min(introduction.end, introduction.first + most_before_verb);
  for (std::size_t i = introduction.first; i < end; ++i)
    if (context_.says(i)) return true;
  return static_cast<bool>(context_.said_before(introduction.end));
}

// Who is named in the introduction last; where nobody is and it is short, the only one named before it in the
// paragraph.
std::uint32_t UnmarkedSpeechPass::speaker(std::uint32_t b, Range introduction) const {
  const Range block = context_.blocks[b].range;
  for (std::size_t i = introduction.end; i > introduction.first; --i)
    if (context_.person_at[i - 1] != Context::no_person) return context_.person_at[i - 1];
  if (introduction.end - introduction.first > most_before_verb) return Context::no_person;
  // "وقال متحدث:", "وقالت الشركة:": somebody else is said to speak.
  constexpr ClassMask subject = mask(WordClass::speaker_noun) | mask(WordClass::role) | mask(WordClass::body) |
                                mask(WordClass::organisation) | mask(WordClass::people_noun);
  for (std::size_t i = introduction.first; i < introduction.end; ++i)
    if (context_.tokens.is_any(i, subject) || context_.is_definite(i)) return Context::no_person;
  const std::size_t reached = std::min(introduction.first - block.first, longest_look_back);
  const std::uint32_t here = only_one({introduction.first - reached, introduction.first});
  if (here != Context::no_person || b == 0 || block.first != introduction.first) return here;
  Range above = context_.blocks[b - 1].range;
  above.end = std::min(above.end, above.first + longest_look_back);
  return only_one(above);
}

// The person whom these tokens name, where they name no other.
std::uint32_t UnmarkedSpeechPass::only_one(Range range) const {
  std::uint32_t only = Context::no_person;
  for (std::size_t i = range.first; i < range.end; ++i) {
    const std::uint32_t person = context_.person_at[i];
    if (person == Context::no_person || person == only) continue;
    if (only != Context::no_person) return Context::no_person;
    only = person;
  }
  return only;
}

void UnmarkedSpeechPass::read(std::uint32_t b, Range sentence) {
  std::size_t colon = sentence.first;
  while (colon < sentence.end && colon - sentence.first < longest_introduction && !context_.tokens.is_mark(colon, ':'))
    ++colon;
  if (colon == sentence.first || colon + shortest_speech >= sentence.end || !context_.tokens.is_mark(colon, ':'))
    return;
  const Range words{colon + 1, sentence.end};
  if (!context_.is_word(words.first) || context_.is_cased(words.first)) return;
  for (std::size_t i = sentence.first; i < sentence.end; ++i)
    if (context_.in_speech[i]) return;
  const Range introduction{sentence.first, colon};
  if (!says(introduction)) return;
  const std::uint32_t person = speaker(b, introduction);
  if (person == Context::no_person) return;
  context_.because(FactKind::quotation, words, introduction);
  context_.statements.push_back({b, person, words});
}

}  // namespace

void find_unmarked_speech(Context& context) { UnmarkedSpeechPass(context).run(); }

}  // namespace herald::facts
