// Numbers that are no figures: references, phones, codes, times, addresses, items of a list, years.
#pragma once

#include <set>
#include <utility>

#include "core/facts/currencies.hpp"
#include "core/facts/numbers.hpp"

namespace herald::facts {

class NumberGuard {
 public:
  NumberGuard(const Context& context, const CurrencyReader& currencies) : context_(context), currencies_(currencies) {}

  /// Forgets the sentence before.
  void begin_sentence() { rejected_at_ = 0; }
  /// Where a rejected number ends, so that what is joined to it ("Articles 5 and 6") is rejected too.
  void reject(std::size_t end) { rejected_at_ = end; }

  /// The rule by which the number belongs to something else (a phone number, an item, a reference, a code); null where
  /// it stands for itself.
  const char* belongs_elsewhere(std::size_t begin, std::size_t i, const Number& number, Range sentence) const;
  /// Remembers the number at token i where it is clearly part of a name ("the Foo 9"), so that it is one where capitals
  /// say nothing ("Foo 9 is out").
  void learn_name(std::size_t i, const Number& number, Range sentence);
  bool is_phone(std::size_t i, Range sentence) const;
  bool is_list_number(std::size_t i, std::size_t end, Range sentence) const;
  /// Whether two numbers with a word of ranges between them say a change: "rose from 6 to 22". `begin` is where the
  /// first one begins, its currency included.
  bool is_change(std::size_t begin, const Number& first, const Number& second, Range sentence) const;
  /// "1209" of ", 1209 Porto, Lorvia".
  bool is_postcode(std::size_t i, const Number& number, Range sentence) const;
  bool is_address(std::size_t end, Range sentence) const;
  /// `named` says that a noun stands behind it.
  bool is_year(std::size_t i, const Number& number, bool named) const;

 private:
  const char* is_reference(std::size_t begin, std::size_t i, const Number& number, Range sentence) const;
  bool is_part_of_name(std::size_t i, const Number& number, Range sentence) const;
  bool begins_like_verb(std::size_t i) const;
  bool is_version(std::size_t i, const Number& number, Range sentence) const;
  const char* is_code(std::size_t i, const Number& number, Range sentence) const;

  const Context& context_;
  const CurrencyReader& currencies_;
  std::size_t rejected_at_ = 0;
  std::set<std::pair<std::uint32_t, std::uint32_t>> names_;  // words of the vocabulary: a name and its number
};

}  // namespace herald::facts
