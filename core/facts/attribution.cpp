// Which marked words are speech, and whose. Titles of events, slogans and words held at arm's length
// stand in the same marks; speech has a verb of saying beside it, a colon before it, or a paragraph to
// itself. The speaker is the nearest named person of the attribution; then a post, a pronoun, the
// speaker before.
#include <algorithm>

#include "core/facts/names.hpp"
#include "core/facts/passes.hpp"
#include "core/facts/speech_shape.hpp"
#include "core/language/text.hpp"

namespace herald::facts {
namespace {

// How far an attribution reaches from the marks, in tokens.
constexpr std::size_t attribution_reach = 40;
constexpr std::size_t verb_within = 14;

struct Attribution {
  bool found = false;
  std::optional<std::uint32_t> speaker;
  std::string words;  // as written, where nobody is named
  const char* rule = "";
  Range range;
};

class AttributionPass {
 public:
  explicit AttributionPass(Context& context) : context_(context), names_(context) {}

  void run() {
    fold_posts();
    std::vector<Speech>& speech = context_.speech;
    for (std::size_t i = 0; i < speech.size(); ++i) {
      Speech current = speech[i];
      Attribution attribution = attribute(current);
      // “…,” said Ana Lima. “…”: the second stretch goes on where it has no attribution of its own.
      while (i + 1 < speech.size() && continues(current, attribution, speech[i + 1])) {
        current.parts.insert(current.parts.end(), speech[i + 1].parts.begin(), speech[i + 1].parts.end());
        current.spans.insert(current.spans.end(), speech[i + 1].spans.begin(), speech[i + 1].spans.end());
        current.last_block = speech[++i].last_block;
      }
      const char* rule = refusal(current, attribution);
      if (rule == nullptr)
        add(current, attribution);
      else if (is_title(context_, current))
        set_apart(current);
      if (rule != nullptr) context_.reject(FactKind::quotation, current.parts.front(), rule);
    }
    add_statements();
  }

 private:
  void fold_posts();
  Attribution attribute(const Speech& speech);
  Attribution after(const Speech& speech) const;
  Attribution before(const Speech& speech) const;
  Attribution above(const Speech& speech) const;
  Attribution carried_on(const Speech& speech) const;
  Attribution inside(const Speech& speech) const;
  Range range_after(const Speech& speech) const;
  Range range_before(const Speech& speech) const;
  bool stops(std::size_t i) const;
  bool says(Range range) const;
  void name_speaker(Attribution& attribution, Range range, bool nearest_last) const;
  std::optional<std::uint32_t> holder_of(Range post) const;
  std::optional<std::uint32_t> meant_by_pronoun(std::size_t pronoun) const;
  std::optional<std::uint32_t> last_reported(std::size_t end) const;
  std::size_t end_of_unknown(std::size_t i, std::size_t end) const;
  Range speaking_body(Range range) const;
  bool is_bare_verb(Range range) const;
  bool continues(const Speech& speech, const Attribution& attribution, const Speech& next) const;
  const char* refusal(const Speech& speech, const Attribution& attribution) const;
  bool is_led(const Speech& speech) const;
  bool owns_paragraph(const Speech& speech) const;
  void set_apart(const Speech& speech);
  void add(const Speech& speech, const Attribution& attribution);
  void add_statements();

  Context& context_;
  NameReader names_;
  std::vector<std::string> posts_;  // by person: the post folded, between spaces; "" for none
  std::optional<std::uint32_t> last_speaker_;
  std::uint32_t last_speech_block_ = 0;
  bool has_last_ = false;
};

// A full stop that ends a sentence, not that of "Mr." or an initial.
bool AttributionPass::stops(std::size_t i) const {
  const Tokens& tokens = context_.tokens;
  if (tokens.kind(i) == TokenKind::boundary || tokens.kind(i) == TokenKind::quote) return true;
  if (tokens.is_mark(i, '!') || tokens.is_mark(i, '?') || tokens.is_mark(i, ';')) return true;
  if (!tokens.is_mark(i, '.') || i == 0) return false;
  const bool abbreviation = context_.is(i - 1, WordClass::honorific) || tokens[i - 1].end - tokens[i - 1].begin <= 2 ||
                            context_.person_at[i] != Context::no_person;
  return !abbreviation;
}

Range AttributionPass::range_after(const Speech& speech) const {
  std::size_t at = speech.parts.back().end + 1;  // behind the closing mark
  const Range block = context_.blocks[speech.last_block].range;
  while (at < block.end && context_.is_comma(at)) ++at;
  // A full stop outside of the marks ends the sentence that has the speaker: who speaks next says something else.
  if (at < block.end && context_.tokens.is_mark(at, '.')) {
    if (context_.tokens.kind(at + 1) != TokenKind::dash) return {at, at};
    ++at;
  }
  std::size_t end = at;
  while (end < block.end && end - at < attribution_reach && !stops(end)) ++end;
  return {std::min(at, block.end), end};
}

Range AttributionPass::range_before(const Speech& speech) const {
  const Range block = context_.blocks[speech.first_block].range;
  const std::size_t mark = speech.parts.front().first - (speech.whole_block ? 0 : 1);
  std::size_t first = mark;
  while (first > block.first && mark - first < attribution_reach && !stops(first - 1)) --first;
  return {first, mark};
}

bool AttributionPass::says(Range range) const {
  for (std::size_t i = range.first; i < range.end; ++i)
    if (context_.says(i) || context_.match(i, WordClass::attribution)) return true;
  return false;
}

// Every quotation may look for the holder of a post: a book-long list of posts, or one as long as a page, is not
// searched each time.
void AttributionPass::fold_posts() {
  constexpr std::size_t most_people = 200;
  constexpr std::size_t longest_post = 300;  // bytes
  if (context_.speech.empty()) return;
  for (const Person& person : context_.document.facts.people) {
    if (posts_.size() == most_people) break;
    const bool usable = !person.role.empty() && person.role.size() <= longest_post;
    posts_.push_back(usable ? " " + language::fold_case(person.role) + " " : std::string{});
  }
}

// The person who holds the post that these tokens name.
std::optional<std::uint32_t> AttributionPass::holder_of(Range post) const {
  const std::string wanted = " " + language::fold_case(context_.text(post)) + " ";
  for (std::uint32_t p = 0; p < posts_.size(); ++p)
    if (posts_[p].find(wanted) != std::string::npos) return p;
  return std::nullopt;
}

void AttributionPass::name_speaker(Attribution& attribution, Range range, bool nearest_last) const {
  attribution.range = range;
  std::optional<std::uint32_t> person;
  for (std::size_t i = range.first; i < range.end; ++i) {
    if (context_.person_at[i] == Context::no_person) continue;
    person = context_.person_at[i];
    if (!nearest_last) break;
  }
  if (person) {
    attribution.speaker = person;
    return;
  }
  for (std::size_t i = range.first; i < range.end; ++i) {
    const Match role = context_.match(i, WordClass::role);
    const Match noun = context_.match(i, WordClass::speaker_noun);
    const std::size_t count = std::max(role.count, noun.count);
    if (count == 0) continue;
    if (role) attribution.speaker = holder_of({i, i + role.count});
    if (attribution.speaker) return;
    const std::size_t first = i > range.first && context_.is(i - 1, WordClass::determiner) ? i - 1 : i;
    attribution.words = context_.text({first, i + count});
    return;
  }
  for (std::size_t i = range.first; i < range.end; ++i) {
    if (!context_.is(i, WordClass::pronoun)) continue;
    // Whom it means is known or not: "she" is nobody's name to stand under a quotation.
    attribution.speaker = meant_by_pronoun(i);
    return;
  }
  attribution.words = context_.text(speaking_body(range));
  // « …», añadió. The verb alone: who spoke before goes on.
  if (attribution.words.empty() && is_bare_verb(range)) attribution.speaker = meant_by_pronoun(range.first);
}

// Whether a verb of saying and little else makes up an attribution: the language lets its subject be understood.
bool AttributionPass::is_bare_verb(Range range) const {
  constexpr std::size_t longest = 8;
  // Where the verb comes first, a small word behind it leaves its subject to be understood: "وأوضح في بيان أن".
  if (!range.empty() && !context_.is_cased(range.first) && context_.says(range.first) &&
      context_.is(range.first + 1, WordClass::function_word))
    return true;
  bool says = false;
  for (std::size_t i = range.first; i < range.end && i - range.first <= longest; ++i) says = says || context_.says(i);
  if (!says || range.end - range.first <= longest) return says;
  // « …», insistió al cierre de las obras: behind the verb stands when or how, and nobody's name.
  const Match verb = context_.says(range.first);
  const std::size_t behind = range.first + verb.count;
  if (!verb || !context_.is(behind, WordClass::function_word) || context_.is(behind, WordClass::determiner))
    return false;
  for (std::size_t i = behind; i < range.end; ++i)
    if (context_.is_capital(i)) return false;
  return true;
}

// Whom a pronoun means: the only one named before it in its paragraph; where nobody is, who spoke last, or before
// all speech the person named last. Where two are named, or somebody who is not known, it may be either.
std::optional<std::uint32_t> AttributionPass::meant_by_pronoun(std::size_t pronoun) const {
  constexpr std::size_t furthest = 400;  // tokens
  std::size_t first = pronoun;
  while (first > 0 && pronoun - first < furthest && context_.tokens.kind(first - 1) != TokenKind::boundary) --first;
  std::optional<std::uint32_t> only;
  for (std::size_t i = first; i < pronoun; ++i) {
    if (context_.in_speech[i]) continue;
    const std::uint32_t person = context_.person_at[i];
    if (person == Context::no_person) {
      if (end_of_unknown(i, pronoun) > i) return std::nullopt;
      continue;
    }
    if (only && *only != person) return std::nullopt;
    only = person;
  }
  if (only) return only;
  if (has_last_) return last_speaker_;
  if (const auto reported = last_reported(first)) return reported;
  // The paragraph above is about whom it names first; others are with him.
  std::optional<std::uint32_t> above;
  for (std::size_t k = first; k > 0 && pronoun - k < furthest; --k) {
    if (context_.tokens.kind(k - 1) == TokenKind::boundary && above) break;
    if (context_.person_at[k - 1] != Context::no_person) above = context_.person_at[k - 1];
  }
  return above;
}

// "Lima said the work went on. … He added": who opens the last sentence before that has a verb of saying.
std::optional<std::uint32_t> AttributionPass::last_reported(std::size_t end) const {
  constexpr std::size_t reach = 160;  // tokens
  for (std::size_t k = end; k > 0 && end - k < reach; --k) {
    if (!context_.says(k - 1) || context_.in_speech[k - 1]) continue;
    const Range sentence = context_.sentence_range(k - 1);
    for (std::size_t i = sentence.first; i < k - 1; ++i)
      if (context_.person_at[i] != Context::no_person) return context_.person_at[i];
  }
  return std::nullopt;
}

// The end of a name at token i that is nobody's known, or i: "Halima, 34, walks", but not a place ("in Porto"), a body,
// or the first word of a sentence that is a plural ("Councils").
std::size_t AttributionPass::end_of_unknown(std::size_t i, std::size_t end) const {
  if (!context_.is_capital(i) || context_.claims[i] != Claim::none || context_.tokens[i].all_caps ||
      context_.in_organisation[i])
    return i;
  const bool inside = i > 0 && context_.is_capital(i - 1);
  if (inside || context_.tokens.match_before(i, WordClass::place_leader) || names_.country(i)) return i;
  const Range name = names_.name(i, end);
  if (name.empty() || names_.is_organisation(names_.capital_run(i, end))) return i;
  if (context_.pack.capital_nouns && names_.full_words(name) < 2) return i;
  const bool plural = context_.has_plural_ending(i);
  const bool word = name.end == i + 1 && context_.opens_sentence(i) &&
                    (plural || context_.tokens.is_any(i, mask(WordClass::function_word) | mask(WordClass::determiner) |
                                                             mask(WordClass::adverb) | mask(WordClass::weak_opening)));
  return word ? i : name.end;
}

// A body that speaks: capitals next to the verb, the colon or the dash. The dateline's place does not, nor does whose
// man the speaker is ("the Gazette's Rui Costa").
Range AttributionPass::speaking_body(Range range) const {
  const auto& dateline = context_.document.metadata.dateline;
  for (std::size_t i = range.first; i < range.end; ++i) {
    if (dateline && dateline->span.contains(context_.tokens[i].span())) continue;
    if (!context_.is_capital(i) || context_.is(i, WordClass::not_name)) continue;
    const Range run = names_.capital_run(i, range.end);
    if (run.empty()) continue;
    std::size_t before = i;
    while (before > range.first && context_.is(before - 1, WordClass::determiner)) --before;
    std::size_t behind = run.end;
    while (behind < range.end && context_.is(behind, WordClass::adverb)) ++behind;
    const bool led = before > range.first &&
                     (context_.said_before(before) || context_.tokens.match_before(before, WordClass::attribution) ||
                      context_.tokens.kind(before - 1) == TokenKind::dash);
    const bool follows = behind < range.end && (context_.says(behind) || context_.tokens.is_mark(behind, ':'));
    bool owner = false;
    for (std::size_t k = i; k <= run.end; ++k) owner = owner || context_.tokens.folded(k) == "'s";
    if ((led || follows) && !owner) return run;
    i = run.end - 1;
  }
  return {range.end, range.end};
}

Attribution AttributionPass::after(const Speech& speech) const {
  Attribution attribution;
  const Range range = range_after(speech);
  if (range.empty()) return attribution;
  const bool dash = context_.tokens.kind(range.first) == TokenKind::dash;
  const bool verb = says({range.first, std::min(range.end, range.first + verb_within)});
  if (!verb && !dash) return attribution;
  attribution.rule = dash ? "quotations.dash_after" : "quotations.said_after";
  name_speaker(attribution, range, false);
  attribution.found = verb || attribution.speaker.has_value();
  return attribution;
}

Attribution AttributionPass::before(const Speech& speech) const {
  Attribution attribution;
  const Range range = range_before(speech);
  if (range.empty() || !says(range)) return attribution;
  attribution.found = true;
  attribution.rule = context_.tokens.is_mark(range.end - 1, ':') ? "quotations.colon" : "quotations.said_before";
  name_speaker(attribution, range, true);
  return attribution;
}

// "Ana Lima said:" as the paragraph above.
Attribution AttributionPass::above(const Speech& speech) const {
  Attribution attribution;
  const Range block = context_.blocks[speech.first_block].range;
  const std::size_t mark = speech.parts.front().first - (speech.whole_block ? 0 : 1);
  if (speech.first_block == 0 || mark != block.first) return attribution;
  const Range range = context_.blocks[speech.first_block - 1].range;
  if (range.empty() || !context_.tokens.is_mark(range.end - 1, ':')) return attribution;
  std::size_t first = range.end - 1;
  while (first > range.first && range.end - first < attribution_reach && !stops(first - 1)) --first;
  name_speaker(attribution, {first, range.end}, false);
  attribution.found = says({first, range.end}) || attribution.speaker.has_value();
  attribution.rule = "quotations.colon_line";
  return attribution;
}

// Speech that fills the paragraph below another's is the same speaker's.
Attribution AttributionPass::carried_on(const Speech& speech) const {
  Attribution attribution;
  if (!owns_paragraph(speech)) return attribution;
  if (has_last_ && speech.first_block <= last_speech_block_ + 1) {
    attribution.speaker = last_speaker_;
    attribution.rule = "quotations.last_speaker";
    return attribution;
  }
  // A statement below a paragraph that names one person is that person's.
  if (speech.first_block == 0) return attribution;
  const Range range = context_.blocks[speech.first_block - 1].range;
  for (std::size_t i = range.first; i < range.end; ++i) {
    const std::uint32_t person = context_.person_at[i];
    if (person == Context::no_person) continue;
    if (attribution.speaker && attribution.speaker != person) return {};
    attribution.speaker = person;
  }
  attribution.rule = "quotations.person_above";
  return attribution;
}

// « On attend, explique Ana Lima. Il est tard. »: who speaks is named within the marks.
Attribution AttributionPass::inside(const Speech& speech) const {
  constexpr std::size_t reach = 3;
  Attribution attribution;
  for (const Range& part : speech.parts)
    for (std::size_t i = part.first + 1; i < part.end; ++i) {
      if (!context_.is_comma(i - 1)) continue;
      const Match verb = context_.says(i);
      for (std::size_t k = i + verb.count; verb && k < part.end && k < i + verb.count + reach; ++k)
        if (context_.person_at[k] != Context::no_person) {
          attribution.found = true;
          attribution.speaker = context_.person_at[k];
          attribution.rule = "quotations.said_inside";
          attribution.range = {i, k + 1};
          return attribution;
        }
    }
  return attribution;
}

Attribution AttributionPass::attribute(const Speech& speech) {
  Attribution best = before(speech);
  if (best.found && (best.speaker || !best.words.empty()) && context_.tokens.is_mark(best.range.end - 1, ':'))
    return best;
  if (const Attribution inner = inside(speech); inner.found) return inner;
  const Attribution behind = after(speech);
  if (behind.found && (behind.speaker || !behind.words.empty() || !best.found)) return behind;
  if (best.found) return best;
  if (const Attribution line = above(speech); line.found) return line;
  return carried_on(speech);
}

bool AttributionPass::continues(const Speech& speech, const Attribution& attribution, const Speech& next) const {
  if (!attribution.found || next.first_block != speech.last_block || speech.whole_block || next.whole_block)
    return false;
  // Only words that attribute the first stretch join it to the second: what leads to the second is its own.
  const Range range = range_after(speech);
  if (attribution.range.first != range.first || attribution.range.end != range.end) return false;
  if (range.empty() || !says(range) || begins_small(context_, speech)) return false;
  const std::size_t mark = next.parts.front().first - 1;
  std::size_t gap_end = range.end;
  while (gap_end < mark && (context_.tokens.kind(gap_end) == TokenKind::mark)) ++gap_end;
  if (gap_end != mark || words_of(context_, next) < 3 || context_.tokens.is_mark(mark - 1, ':')) return false;
  for (std::size_t i = range.first; i < range.end; ++i)
    if (context_.person_at[i] != Context::no_person && context_.person_at[i] != attribution.speaker) return false;
  return !after(next).found;
}

// Whether the speech, with its marks, is all its paragraph or begins it and closes with a full stop.
bool AttributionPass::owns_paragraph(const Speech& speech) const {
  if (speech.whole_block) return true;
  const Range first = context_.blocks[speech.first_block].range;
  const Range last = context_.blocks[speech.last_block].range;
  return speech.parts.front().first == first.first + 1 && speech.parts.back().end + 2 >= last.end;
}

// Without capitals nothing shows that marked words are a name or a motto but the noun before them: "a campaign", "under
// the slogan". Long ones are speech.
bool AttributionPass::is_led(const Speech& speech) const {
  constexpr std::size_t longest_motto = 10;  // words
  constexpr ClassMask named = mask(WordClass::not_body) | mask(WordClass::event) | mask(WordClass::organisation) |
                              mask(WordClass::body) | mask(WordClass::not_name);
  const std::size_t mark = speech.parts.front().first - 1;
  return words_of(context_, speech) > longest_motto || mark == 0 || !context_.is_word(mark - 1) ||
         context_.is_definite(mark - 1) || context_.is(mark - 1, WordClass::function_word) ||
         !context_.tokens.is_any(mark - 1, named);
}

// The rule by which marked words are no speech; null where they are.
const char* AttributionPass::refusal(const Speech& speech, const Attribution& attribution) const {
  const std::size_t count = words_of(context_, speech);
  const BlockKind kind = context_.block_kind(context_.blocks[speech.first_block]);
  if (speech.whole_block) return count >= 4 || attribution.found ? nullptr : "quotations.too_short";
  if (kind == BlockKind::caption || kind == BlockKind::table) return "quotations.caption_or_table";
  const bool beside = attribution.found && attribution.rule != std::string_view("quotations.colon_line");
  if (!beside && is_title(context_, speech)) return "quotations.title";
  if (attribution.found) {
    // A title in a sentence that says something of it: speech would follow a comma or a colon.
    if (is_title(context_, speech)) return "quotations.title";
    if (!context_.is_cased(speech.parts.front().first) && !is_led(speech)) return "quotations.few_words";
    if (count >= 5) return nullptr;
    // A few words: only where the verb leads right to the mark ("said: “…”", "said, “…”") or follows it.
    const std::size_t mark = speech.parts.front().first - 1;
    const bool led = mark > 0 && (context_.is_comma(mark - 1) || context_.tokens.is_mark(mark - 1, ':') ||
                                  context_.said_before(mark));
    const std::size_t behind = speech.parts.back().end + 1;
    const bool closed = context_.is_comma(speech.parts.back().end - 1) ||
                        (context_.is_comma(behind) &&
                         (context_.says(behind + 1) || context_.match(behind + 1, WordClass::attribution)));
    return (led || closed) && count >= 1 ? nullptr : "quotations.few_words";
  }
  // Without a verb of saying: a paragraph of its own, long enough to be no slogan.
  if (!owns_paragraph(speech)) return "quotations.nobody_says";
  return count >= 6 ? nullptr : "quotations.too_short";
}

// The words of a title are no places and no figures of the release.
void AttributionPass::set_apart(const Speech& speech) {
  for (const Range& part : speech.parts)
    for (std::size_t i = part.first; i < part.end; ++i)
      if (context_.claims[i] == Claim::none) context_.claims[i] = Claim::rejected;
}

// Whether the text ends in a mark of its own, so that none is missing.
bool ends_in_mark(std::string_view text) {
  const char32_t last = language::code_point_before(text, text.size()).value;
  return !language::is_letter(last) && !language::is_digit(last);
}

void AttributionPass::add(const Speech& speech, const Attribution& attribution) {
  Quotation quotation;
  for (const Range& part : speech.parts) {
    if (!quotation.text.empty()) {
      // “We know,” she said. “It is late.”: the sentence ended with the attribution, its comma was for that;
      // « On le sait », dit-elle. « Il est tard. » has it outside the marks.
      const bool ended = part.first > 1 && context_.tokens.is_mark(part.first - 2, '.');
      if (ended && quotation.text.back() == ',')
        quotation.text.back() = '.';
      else if (ended && !ends_in_mark(quotation.text))
        quotation.text += '.';
      quotation.text += ' ';
    }
    quotation.text += context_.text(part);
  }
  quotation.parts = speech.spans;
  quotation.speaker = attribution.speaker;
  if (!attribution.speaker) quotation.speaker_text = attribution.words;
  const std::size_t mark = speech.parts.front().first;
  quotation.partial = !speech.whole_block && begins_small(context_, speech) && mark > 1 &&
                      mark - 1 != context_.blocks[speech.first_block].range.first;
  quotation.provenance =
      context_.provenance(speech.parts.front(), attribution.rule[0] != '\0' ? attribution.rule : "quotations.paragraph",
                          attribution.found ? 0.93 : 0.8);
  context_.because(FactKind::quotation, speech.parts.front(), attribution.range);
  std::vector<Quotation>& quotations = context_.document.facts.quotations;
  quotation.id = next_id('q', quotations.size());
  quotations.push_back(std::move(quotation));
  if (attribution.speaker || attribution.found) last_speaker_ = attribution.speaker;
  last_speech_block_ = speech.last_block;
  has_last_ = true;
}

// What people say in lines of their own without marks, and all quotations in the order of the text.
void AttributionPass::add_statements() {
  std::vector<Quotation>& quotations = context_.document.facts.quotations;
  for (const Statement& statement : context_.statements) {
    Quotation quotation;
    quotation.text = context_.text(statement.words);
    quotation.parts = {context_.span(statement.words)};
    if (statement.person != Context::no_person) quotation.speaker = statement.person;
    quotation.provenance = context_.provenance(statement.words, "quotations.statement", 0.75);
    quotations.push_back(std::move(quotation));
    for (std::size_t i = statement.words.first; i < statement.words.end; ++i) context_.in_speech[i] = true;
  }
  std::stable_sort(quotations.begin(), quotations.end(), [](const Quotation& a, const Quotation& b) {
    return a.provenance.span.begin < b.provenance.span.begin;
  });
  for (std::size_t i = 0; i < quotations.size(); ++i) quotations[i].id = next_id('q', i);
}

}  // namespace

void attribute_speech(Context& context) { AttributionPass(context).run(); }

}  // namespace herald::facts
