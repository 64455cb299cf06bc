// Which marked words are speech, and whose. Titles of events, slogans and words held at arm's length
// stand in the same marks; speech has a verb of saying beside it, a colon before it, or a paragraph to
// itself. The speaker is the nearest named person of the attribution; then a post, a pronoun, the
// speaker before.
#include <algorithm>

#include "core/facts/attribution_pass.hpp"
#include "core/facts/passes.hpp"
#include "core/facts/speech_shape.hpp"
#include "core/language/text.hpp"

namespace herald::facts {
namespace {

constexpr std::size_t verb_within = 14;  // tokens

}  // namespace

void AttributionPass::run() {
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
      for (std::size_t k = i + verb.count; verb && k < part.end && k < i + verb.count + reach; ++k) {
        const std::uint32_t person = context_.person_at[k];
        // « a dit à Rui Costa »: whom it is said to stands behind a small word.
        if (person == Context::no_person && context_.is(k, WordClass::function_word) &&
            !context_.is(k, WordClass::determiner))
          break;
        if (person == Context::no_person) continue;
        std::size_t behind = k;
        while (behind < part.end && context_.person_at[behind] == person) ++behind;
        // "told Rui Costa that": nor is he the speaker.
        if (behind < part.end && !context_.is_comma(behind) && !stops(behind)) break;
        attribution.found = true;
        attribution.speaker = person;
        attribution.rule = "quotations.said_inside";
        attribution.range = {i, behind};
        return attribution;
      }
    }
  return attribution;
}

Attribution AttributionPass::attribute(const Speech& speech) {
  Attribution best = before(speech);
  if (best.found && (best.speaker || !best.words.empty()) && context_.tokens.is_mark(best.range.end - 1, ':'))
    return best;
  const Attribution behind = after(speech);
  if (!(behind.found && behind.speaker) && !(best.found && best.speaker))
    if (const Attribution inner = inside(speech); inner.found) return inner;
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

void attribute_speech(Context& context) { AttributionPass(context).run(); }

}  // namespace herald::facts
