// What all passes of facts share: the document, its text cut into tokens once, where each token
// stands, and who has claimed it. A pass reads tokens, appends to document.facts and claims what it
// took, so that a later pass does not read the day of a date as a figure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/facts/trace.hpp"
#include "core/language/pack.hpp"
#include "core/language/tokens.hpp"
#include "herald/document.hpp"

namespace herald::facts {

using language::ClassMask;
using language::mask;
using language::Match;
using language::TokenKind;
using language::Tokens;
using language::WordClass;

/// Half-open range of token indices.
struct Range {
  std::size_t first = 0;
  std::size_t end = 0;
  bool empty() const noexcept { return first >= end; }
  bool contains(std::size_t i) const noexcept { return first <= i && i < end; }
};

enum class Claim : std::uint8_t { none, date, figure, person, place, rejected };

/// The tokens of one block.
struct BlockTokens {
  std::uint32_t block = 0;
  Range range;
};

/// Direct speech found by marks, before it is known who speaks; see quotations.hpp.
struct Speech {
  std::vector<Range> parts;      // tokens inside the marks
  std::vector<Span> spans;       // the same in the source
  std::uint32_t last_block = 0;  // index into Context::blocks
  std::uint32_t first_block = 0;
  bool whole_block = false;  // a block quotation without marks
};

/// What of a document a context reads: what the release says, or the lines that say whom to ask. Names and numbers of
/// the latter are no facts of the former.
enum class Part : std::uint8_t { release, contacts };

/// A line in which somebody speaks without marks: "Ana Lima, harbour master: The work went well."
struct Statement {
  std::uint32_t block = 0;  // index into Context::blocks
  std::uint32_t person = 0;
  Range words;
};

// Bytes before the ending that makes a noun a plural, or a word a verb.
constexpr std::size_t shortest_stem = 2;

class Context {
 public:
  Context(Document& document, const language::Packs& packs, const language::Pack& pack, Part part = Part::release);

  Document& document;
  const Part part;
  const language::Packs& packs;
  const language::Pack& pack;
  Tokens tokens;
  std::vector<BlockTokens> blocks;
  std::vector<std::uint32_t> sentence_of;  // by token
  std::vector<Range> sentences;            // by Document::sentences
  std::vector<Claim> claims;               // by token
  std::vector<std::uint32_t> person_at;    // by token: index into facts.people, no_person for none
  std::vector<Speech> speech;
  std::vector<Statement> statements;
  std::vector<bool> in_speech;        // by token
  std::vector<bool> in_organisation;  // by token
  std::string reference_date;         // published, or the dateline's date; "" where neither is known
  Trace* trace = nullptr;             // null: nobody asks why

  std::vector<bool> title_case;  // by Document::sentences
  static constexpr std::uint32_t no_person = 0xFFFFFFFF;

  bool is(std::size_t i, WordClass word_class) const noexcept { return tokens.is(i, word_class); }
  Match match(std::size_t i, WordClass word_class) const noexcept { return tokens.match(i, word_class); }
  /// A verb of saying at token i. A capital inside a sentence belongs to a name: "the United States".
  Match says(std::size_t i) const noexcept {
    const Match verb = match(i, WordClass::reporting_verb);
    return verb && is_capital(i) && !opens_sentence(i) && !is_title_case(i) ? Match{} : verb;
  }
  /// The same, ending right before token i.
  Match said_before(std::size_t i) const noexcept {
    const Match verb = tokens.match_before(i, WordClass::reporting_verb);
    return verb && says(i - verb.count) ? verb : Match{};
  }
  bool is_word(std::size_t i) const noexcept {
    return tokens.kind(i) == TokenKind::word || tokens.kind(i) == TokenKind::mixed;
  }
  bool is_capital(std::size_t i) const noexcept { return is_word(i) && tokens[i].capital; }
  /// Whether the script of token i has capitals.
  bool is_cased(std::size_t i) const noexcept;
  /// Whether token i is a noun or adjective whose beginning makes it definite, in a language that has such.
  bool is_definite(std::size_t i) const noexcept;
  /// Whether token i ends as plurals of the language do.
  bool has_plural_ending(std::size_t i) const noexcept { return ends_in(i, pack.plural_endings); }
  /// Whether token i ends as adjectives do that are made of nouns ("ministère de la Santé publique").
  bool has_relative_ending(std::size_t i) const noexcept { return ends_in(i, pack.relative_endings); }
  /// Whether token i has one of these endings behind a stem of so many bytes at least.
  bool ends_in(std::size_t i, const std::vector<std::string>& endings, std::size_t stem = 0) const noexcept;
  /// Whether token i is a small word that the pack's language writes together with the next one ("و").
  bool is_proclitic(std::size_t i) const noexcept;
  /// Whether token i begins as a small word and an article do in one ("لل").
  bool begins_merged(std::size_t i) const noexcept;
  /// "مركزًا": the vowel signs of an indefinite object, which no name and no country has.
  bool is_indefinite_accusative(std::size_t i) const noexcept;
  bool is_comma(std::size_t i) const noexcept { return tokens.source(i) == "," || tokens.source(i) == "،"; }
  /// Whether token i opens its sentence, where every word is written with a capital.
  bool opens_sentence(std::size_t i) const noexcept;
  /// Whether the sentence of token i is written in title case or capitals throughout, so that capitals say nothing.
  bool is_title_case(std::size_t i) const noexcept;
  bool claimed(Range range) const noexcept;
  void claim(Range range, Claim claim) noexcept;

  Span span(Range range) const noexcept { return {tokens[range.first].begin, tokens[range.end - 1].end}; }
  /// The words as written, white space folded.
  std::string text(Range range) const;
  Provenance provenance(Range range, std::string rule, double confidence) const;
  /// Notes in the trace, if there is one, that these tokens are no fact of that kind, and by which rule.
  void reject(FactKind kind, Range range, const char* rule) const;
  /// Notes why tokens become a fact: the words beside them, or nothing where there are none.
  void because(FactKind kind, Range fact, Range words) const;
  /// The tokens of the sentence in which token i stands.
  Range sentence_range(std::size_t i) const noexcept;
  /// The block of the sentence in which token i stands; it must stand in one.
  const Block& block_of(std::size_t i) const noexcept {
    return document.blocks[document.sentences[sentence_of[i]].block];
  }
  BlockKind block_kind(const BlockTokens& block) const { return document.blocks[block.block].kind; }
};

/// The id of the next fact of a kind: "f1", "p2".
inline std::string next_id(char letter, std::size_t count) { return letter + std::to_string(count + 1); }

}  // namespace herald::facts
