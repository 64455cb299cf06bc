// What the passes looked at and did not take, and the words that made them take a fact: for a person who asks why.
// No part of the document, as it is about Herald's rules and not about the release. A context without a Trace records
// nothing. What the rules' names mean in words is core/app/review's to say.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/facts/fact_kind.hpp"
#include "herald/document.hpp"

namespace herald::facts {

/// Words that were looked at as a fact of `kind` and are none. `sentence` and `block` are indices into
/// Document::sentences and Document::blocks; `rule` is a dotted name of static storage ("figures.phone").
struct Rejection {
  FactKind kind = FactKind::figure;
  Span span;
  std::uint32_t sentence = 0;
  std::uint32_t block = 0;
  std::string_view rule;

  friend bool operator==(const Rejection&, const Rejection&) = default;
};

/// `words` are why the words at `fact` were taken as a fact of `kind`: the verb beside a speaker, the noun that is
/// counted.
struct Trigger {
  FactKind kind = FactKind::figure;
  Span fact;
  Span words;

  friend bool operator==(const Trigger&, const Trigger&) = default;
};

class Trace {
 public:
  /// Kept of either; a release has a few dozen, and a file of a million numbers must not cost its tenfold in memory.
  static constexpr std::size_t most = 100'000;

  void add(const Rejection& rejection);
  void add(const Trigger& trigger);

  /// Puts both in the order of the text, each once, and drops what a later look decided otherwise: rejections of
  /// words that became a fact of that kind, of names that became one of another kind, and triggers of no fact.
  void settle(const Facts& facts);

  const std::vector<Rejection>& rejections() const noexcept { return rejections_; }
  const std::vector<Trigger>& triggers() const noexcept { return triggers_; }
  /// Whether the passes have run at all: they do not for a document that brings its own facts.
  bool is_settled() const noexcept { return settled_; }
  /// How many rejections were not kept, over `most`.
  std::size_t left_out() const noexcept { return left_out_; }

 private:
  std::vector<Rejection> rejections_;
  std::vector<Trigger> triggers_;
  std::size_t left_out_ = 0;
  bool settled_ = false;
};

}  // namespace herald::facts
