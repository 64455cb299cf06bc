// The one tokenisation that all passes share: words, numbers, marks, each with its bytes.
// A token points into the text and into a vocabulary of the distinct words met, so that what a word
// may mean (a month, a role, a number) is looked up once a word and not once a mention.
// What sequences of tokens mean is left to dates.cpp and to the passes of core/facts.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/language/lexicon.hpp"
#include "herald/source.hpp"

namespace herald::language {

enum class TokenKind : std::uint8_t {
  word,     // letters, "l'" and "'s" apart, "U.S." whole
  number,   // digits of one script; what follows them glued is a token of its own
  mixed,    // letters and digits in one: G20, F22, RV10398
  address,  // a URL, an e-mail address, a host name
  dash,
  quote,    // any quotation mark, apostrophes inside words apart
  mark,     // any other character
  boundary  // between blocks: no phrase reaches across it
};

struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t word = 0;  // index into the vocabulary
  TokenKind kind = TokenKind::mark;
  bool space_before = false;
  bool capital = false;   // begins with an upper-case letter
  bool all_caps = false;  // two or more letters, all upper-case
  bool newline_before = false;
  bool merged = false;  // its beginning was changed by the proclitic before it: what is meant is Tokens::folded()

  Span span() const noexcept { return {begin, end}; }
};

/// A distinct word of the text: its folded form and what the lexicons say of phrases that begin with it.
struct Word {
  std::string text;
  const std::vector<Phrase>* phrases = nullptr;
  const std::vector<Phrase>* calendar = nullptr;
  std::size_t proclitic = 0;  // bytes of a small word that it begins with and that is a token of its own
  ClassMask classes;          // of phrases of this one word
  ClassMask begins;           // of all phrases that begin with it
};

struct Match {
  const Phrase* phrase = nullptr;
  std::size_t count = 0;  // tokens
  explicit operator bool() const noexcept { return phrase != nullptr; }
};

/// A text cut into tokens. Pieces are added one after another; `text` and the lexicons must outlive it.
class Tokens {
 public:
  Tokens(std::string_view text, const Lexicon* lexicon, const Lexicon* calendar);

  /// Cuts the bytes [begin, end) of the text and appends their tokens.
  void add(std::size_t begin, std::size_t end);
  void add_boundary(std::size_t at);

  std::size_t size() const noexcept { return tokens_.size(); }
  const Token& operator[](std::size_t i) const noexcept { return i < tokens_.size() ? tokens_[i] : outside_; }
  std::string_view text() const noexcept { return text_; }
  std::string_view source(std::size_t i) const noexcept;
  const std::string& folded(std::size_t i) const noexcept { return word(i).text; }
  const Word& word(std::size_t i) const noexcept { return words_[(*this)[i].word]; }

  TokenKind kind(std::size_t i) const noexcept { return (*this)[i].kind; }
  bool is_mark(std::size_t i, char c) const noexcept;
  /// Whether token i stands right behind the one before it, without white space.
  bool glued(std::size_t i) const noexcept { return i < tokens_.size() && !tokens_[i].space_before; }

  /// Whether the words of a language are known, so that what has no class is none of its small words.
  bool has_words() const noexcept { return lexicon_ != nullptr; }
  /// Whether token i is, alone, a word of the class.
  bool is(std::size_t i, WordClass word_class) const noexcept { return (word(i).classes & mask(word_class)).any(); }
  bool is_any(std::size_t i, ClassMask classes) const noexcept { return (word(i).classes & classes).any(); }
  /// The longest phrase of the class that begins at token i.
  Match match(std::size_t i, WordClass word_class) const noexcept;
  /// The longest phrase of the class that ends right before token i.
  Match match_before(std::size_t i, WordClass word_class) const noexcept;
  /// The same for date words of all languages; a phrase of pack `preferred` wins.
  Match calendar(std::size_t i, WordClass word_class, int preferred) const noexcept;

 private:
  std::size_t add_token(std::size_t begin, std::size_t end, TokenKind kind);
  std::size_t add_with_proclitics(std::size_t begin, std::size_t end);
  std::size_t proclitic_of(std::string_view folded) const;
  std::string meant_by(std::string_view folded, std::uint32_t proclitic) const;
  bool is_known(std::string_view folded) const;
  std::size_t cut_word(std::size_t begin, std::size_t end);
  std::size_t end_of_proclitics(std::size_t begin, std::size_t end) const;
  std::size_t end_of_currency_sign(std::size_t begin, std::size_t end) const;
  std::size_t cut_number(std::size_t begin, std::size_t end);
  std::uint32_t intern(std::string_view written, TokenKind kind);
  bool matches(const Phrase& phrase, std::size_t i) const noexcept;

  std::string_view text_;
  const Lexicon* lexicon_;
  const Lexicon* calendar_;
  std::vector<Token> tokens_;
  std::vector<Word> words_;
  std::unordered_map<std::string, std::uint32_t, StringHash, std::equal_to<>> index_;
  Token outside_;
  bool pending_space_ = false;
  bool pending_newline_ = false;
};

/// The folded words of a phrase, cut as Tokens cuts them.
std::vector<std::string> phrase_words(std::string_view phrase);

}  // namespace herald::language
