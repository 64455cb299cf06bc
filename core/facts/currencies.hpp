// Currencies beside a number: signs, codes and words, and which dollar a bare $ is.
#pragma once

#include <string>

#include "core/facts/context.hpp"

namespace herald::facts {

struct Currency {
  std::string code;       // ISO 4217
  std::size_t first = 0;  // the sign or code, with its prefix
  std::size_t end = 0;
  bool letter = false;  // a single letter ("R2.3 million"), which as often names a model or a road
  bool found() const noexcept { return end > 0; }
};

class CurrencyReader {
 public:
  explicit CurrencyReader(const Context& context);

  /// A sign, a code or a prefixed dollar at token i, as it stands before a number.
  Currency at(std::size_t i) const;
  /// A word, a sign or a code at token i, as it stands behind a number.
  Currency behind(std::size_t i, std::size_t end) const;
  /// Remembers the currency of a sum of the text, which settles what a shared word ("riyal") means further on.
  void remember(const std::string& code);

 private:
  Currency sign_at(std::size_t i) const;
  std::string settled(const std::string& code) const;

  const Context& context_;
  std::string dollar_;
  std::string of_place_;            // the currency of the place of issue, empty where that is not known
  std::vector<std::string> named_;  // the currencies of the text so far, the last one at the end
};

}  // namespace herald::facts
