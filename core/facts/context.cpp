// Cuts the blocks that speak (not pictures, noise or end marks) into tokens and finds each token's
// sentence in one walk over both.
#include "core/facts/context.hpp"

#include <algorithm>

#include "core/language/text.hpp"

namespace herald::facts {
namespace {

bool has_facts(BlockKind kind) {
  switch (kind) {
    case BlockKind::title:
    case BlockKind::standfirst:
    case BlockKind::date_line:
    case BlockKind::heading:
    case BlockKind::paragraph:
    case BlockKind::list_item:
    case BlockKind::block_quote:
    case BlockKind::caption:
    case BlockKind::table:
    case BlockKind::boilerplate:
      return true;
    default:
      return false;
  }
}

bool written_in_capitals(const Tokens& tokens, Range range, BlockKind kind, bool capital_nouns) {
  std::size_t words = 0;
  std::size_t capitals = 0;
  for (std::size_t i = range.first; i < range.end; ++i) {
    // Words of three letters and less stay small in titles.
    if (tokens.kind(i) != TokenKind::word || tokens[i].end - tokens[i].begin <= 3) continue;
    ++words;
    // Where every noun has a capital, only capitals throughout are no sentence's.
    capitals += (capital_nouns ? tokens[i].all_caps : tokens[i].capital) ? 1 : 0;
  }
  // Seven tenths: titles keep a few long prepositions small, sentences rarely have more than half.
  // Three words say little, unless they stand as a title.
  const std::size_t fewest = kind == BlockKind::title || kind == BlockKind::heading ? 2 : 4;
  // A full stop makes it a sentence, be it full of names.
  const std::size_t tenths = range.end > range.first && tokens.is_mark(range.end - 1, '.') ? 10 : 7;
  return words >= fewest && capitals * 10 >= words * tenths;
}

}  // namespace

Context::Context(Document& the_document, const language::Packs& the_packs, const language::Pack& the_pack,
                 Part the_part)
    : document(the_document),
      part(the_part),
      packs(the_packs),
      pack(the_pack),
      tokens(the_document.source.text, &the_packs.lexicon(the_pack), &the_packs.calendar()) {
  for (std::uint32_t b = 0; b < document.blocks.size(); ++b) {
    const Block& block = document.blocks[b];
    if (part == Part::contacts ? block.kind != BlockKind::contact : !has_facts(block.kind)) continue;
    BlockTokens cut{b, {tokens.size(), 0}};
    // Inlines leave list markers and markup out. A document that has none is cut by its block.
    if (block.inlines.empty()) tokens.add(block.span.begin, block.span.end);
    for (const Inline& run : block.inlines) {
      const Span span{std::max(run.span.begin, block.span.begin), std::min(run.span.end, block.span.end)};
      if (!span.empty() && run.kind != InlineKind::line_break) tokens.add(span.begin, span.end);
    }
    cut.range.end = tokens.size();
    tokens.add_boundary(block.span.end);
    blocks.push_back(cut);
  }

  sentence_of.assign(tokens.size(), 0);
  sentences.assign(document.sentences.size(), {});
  claims.assign(tokens.size(), Claim::none);
  person_at.assign(tokens.size(), no_person);
  in_speech.assign(tokens.size(), false);
  in_organisation.assign(tokens.size(), false);
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    while (at < document.sentences.size() && document.sentences[at].span.end <= tokens[i].begin) ++at;
    const bool inside = at < document.sentences.size() && document.sentences[at].span.contains(tokens[i].span());
    // A token outside every sentence can be no fact's: facts cite sentences.
    if (!inside) claims[i] = Claim::rejected;
    sentence_of[i] = std::min<std::uint32_t>(at, static_cast<std::uint32_t>(document.sentences.size()));
    if (!inside || tokens.kind(i) == TokenKind::boundary) continue;
    Range& range = sentences[at];
    if (range.empty()) range.first = i;
    range.end = i + 1;
  }

  title_case.assign(sentences.size(), false);
  for (std::size_t s = 0; s < sentences.size(); ++s)
    title_case[s] = written_in_capitals(tokens, sentences[s], document.blocks[document.sentences[s].block].kind,
                                        pack.capital_nouns);

  reference_date = document.metadata.published;
  if (reference_date.empty() && document.metadata.dateline) reference_date = document.metadata.dateline->date;
}

bool Context::opens_sentence(std::size_t i) const noexcept {
  const Range range = sentence_range(i);
  std::size_t first = range.first;
  constexpr std::size_t leading_marks = 6;  // bullets, brackets, quotation marks; more is no sentence
  while (first < i && first < range.first + leading_marks && !is_word(first) && tokens.kind(first) != TokenKind::number)
    ++first;
  return first == i || (i > 0 && tokens.kind(i - 1) == TokenKind::quote) || (i > 0 && tokens.is_mark(i - 1, ':'));
}

bool Context::is_title_case(std::size_t i) const noexcept {
  return i < sentence_of.size() && sentence_of[i] < title_case.size() && title_case[sentence_of[i]];
}

bool Context::ends_in(std::size_t i, const std::vector<std::string>& endings, std::size_t stem) const noexcept {
  const std::string_view word = tokens.folded(i);
  return std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) {
    return word.size() >= ending.size() + stem && word.ends_with(ending);
  });
}

bool Context::is_proclitic(std::size_t i) const noexcept {
  return std::find(pack.proclitics.begin(), pack.proclitics.end(), tokens.folded(i)) != pack.proclitics.end();
}

bool Context::begins_merged(std::size_t i) const noexcept {
  return std::any_of(pack.merged_beginnings.begin(), pack.merged_beginnings.end(),
                     [&](const auto& beginning) { return tokens.folded(i).starts_with(beginning.first); });
}

bool Context::is_indefinite_accusative(std::size_t i) const noexcept {
  constexpr std::string_view fathatan = "\u064B";
  return tokens.source(i).find(fathatan) != std::string_view::npos;
}

bool Context::is_definite(std::size_t i) const noexcept {
  if (tokens.kind(i) != TokenKind::word || is(i, WordClass::function_word)) return false;
  return std::any_of(pack.definite_beginnings.begin(), pack.definite_beginnings.end(),
                     [&](const std::string& beginning) { return tokens.folded(i).starts_with(beginning); });
}

std::string Context::text(Range range) const {
  if (range.empty()) return {};
  std::string words = folded_text(document, span(range));
  // A proclitic has changed how the first word is written; the name itself is not spelt so.
  if (tokens[range.first].merged) words.replace(0, tokens.source(range.first).size(), tokens.folded(range.first));
  return words;
}

bool Context::is_cased(std::size_t i) const noexcept {
  const language::CodePoint head = language::code_point_at(tokens.text(), tokens[i].begin);
  return language::is_upper(head.value) || language::is_lower(head.value);
}

bool Context::claimed(Range range) const noexcept {
  return std::any_of(claims.begin() + static_cast<std::ptrdiff_t>(range.first),
                     claims.begin() + static_cast<std::ptrdiff_t>(range.end),
                     [](Claim claim) { return claim != Claim::none; });
}

void Context::claim(Range range, Claim claim) noexcept {
  std::fill(claims.begin() + static_cast<std::ptrdiff_t>(range.first),
            claims.begin() + static_cast<std::ptrdiff_t>(range.end), claim);
}

Provenance Context::provenance(Range range, std::string rule, double confidence) const {
  Provenance where;
  where.span = span(range);
  where.sentence = sentence_of[range.first];
  where.block = document.sentences[where.sentence].block;
  where.rule = std::move(rule);
  where.confidence = confidence;
  return where;
}

void Context::reject(FactKind kind, Range range, const char* rule) const {
  if (trace == nullptr || range.empty() || range.end > tokens.size()) return;
  const std::uint32_t sentence = sentence_of[range.first];
  if (sentence < document.sentences.size())
    trace->add(Rejection{kind, span(range), sentence, document.sentences[sentence].block, rule});
}

void Context::because(FactKind kind, Range fact, Range words) const {
  if (trace == nullptr || fact.empty() || words.empty() || words.end > tokens.size()) return;
  trace->add(Trigger{kind, span(fact), span(words)});
}

Range Context::sentence_range(std::size_t i) const noexcept {
  const std::uint32_t sentence = i < sentence_of.size() ? sentence_of[i] : 0;
  return sentence < sentences.size() ? sentences[sentence] : Range{i, i + 1};
}

}  // namespace herald::facts
