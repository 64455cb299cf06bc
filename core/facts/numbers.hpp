// Numbers as they are written: digits in the groups of any country, words, multipliers. What the
// number is of is left to figures.cpp.
#pragma once

#include <optional>

#include "core/facts/context.hpp"
#include "herald/decimal.hpp"

namespace herald::facts {

struct Number {
  Decimal value;
  std::size_t end = 0;        // the token behind it
  bool words = false;         // written in words
  bool magnitude = false;     // with "million" or "bn"
  bool collective = false;    // "a dozen", "a million": one word that is a number of its own
  bool plain_digits = false;  // one run of digits, nothing else
  int digits = 0;             // of the whole part
  int power = 0;              // of ten, by which its multipliers ("hundred", "million", "bn") have scaled it
};

/// A whole number and a part of one; nothing for other numbers, for no part, or where it does not fit.
std::optional<Decimal> plus_hundredths(const Decimal& whole, std::int64_t hundredths);

class NumberReader {
 public:
  explicit NumberReader(const Context& context) : context_(context) {}

  /// The number at token i, of tokens before `end`. `money` says that a currency stands before it, so
  /// that "1.2m" is millions. Nothing for codes, versions, times and fractions such as 24/7.
  std::optional<Number> read(std::size_t i, std::size_t end, bool money) const;

  /// Whether brackets around the number at token i belong to it.
  bool is_in_brackets(std::size_t i, const Number& number, std::size_t first) const;
  /// The token behind a number that cannot be read, with all that belongs to it.
  std::size_t end_of_unreadable(std::size_t i, std::size_t end) const;
  /// The end of a vote or result that begins with this number ("217-213"), 0 where there is none.
  std::size_t end_of_score(const Number& first, std::size_t end) const;

 private:
  std::optional<Number> digits(std::size_t i, std::size_t end) const;
  // A number in words as far as it has been read.
  struct WordSum {
    std::int64_t total = 0;        // of closed groups: thousands, millions
    std::int64_t group = 0;        // below a thousand, still open
    std::int64_t last_power = 15;  // of the last closed group; the next one is smaller
    int power = 0;                 // by which the last multiplier has scaled it, where nothing follows
    bool magnitude = false;
    bool any = false;
  };
  enum class Join : std::uint8_t { none, apart, attached };  // an "and" before a word, in one word with it or not
  static bool links(const WordSum& sum, bool attached);
  std::size_t add_word(WordSum& sum, std::size_t i, Join join) const;
  std::optional<Number> words(std::size_t i, std::size_t end) const;
  bool add_fraction(Number& number) const;
  std::size_t end_with_brackets(std::size_t i, const Number& number, std::size_t end) const;
  void add_linked_rests(Number& number, std::size_t end) const;
  bool is_measured(std::size_t i) const;
  bool add_rest(Number& number, std::size_t end) const;
  bool magnify(Number& number, std::size_t end, bool money) const;
  bool is_other_group(std::size_t mark, std::size_t end) const;
  bool groups_with(std::size_t i, std::size_t end) const;
  std::size_t digit_count(std::size_t i) const;

  const Context& context_;
};

}  // namespace herald::facts
