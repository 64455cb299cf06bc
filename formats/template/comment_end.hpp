// Where a comment ends (HTML Living Standard, 13.2.5.43 to 52: "-->", "--!>", and "<!-->" and "<!--->" at
// once), followed character by character, because values may stand in between of which nobody knows
// whether they end in "--".
#pragma once

#include <cstdint>

namespace herald::templates {

class CommentEnd {
 public:
  enum class Verdict : std::uint8_t { open, closed, unsure };

  /// "<!--" has just been read.
  void begin() noexcept { sure_ = possible_ = At::start; }

  /// Neither dash nor "<!--" comes before.
  void begin_between() noexcept { sure_ = possible_ = At::text; }

  /// Anything may come before.
  void forget() noexcept {
    sure_ = At::text;
    possible_ = At::dashes;  // of all the state that the most continuations close
  }

  /// What holds after this way and after the other.
  void join(const CommentEnd& other) noexcept {
    if (sure_ != other.sure_ || possible_ != other.possible_) forget();
  }

  /// Whether the comment ends with this character, for certain or perhaps.
  Verdict read(char c) noexcept;

 private:
  enum class At : std::uint8_t { text, start, start_dash, dash, dashes, bang, closed };
  static At next(At at, char c) noexcept;

  At sure_ = At::text;
  At possible_ = At::text;
};

}  // namespace herald::templates
