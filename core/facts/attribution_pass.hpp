// The pass that tells speech from other marked words and says whose it is: attribution.cpp; whom the words beside
// speech mean: speakers.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/facts/context.hpp"
#include "core/facts/names.hpp"

namespace herald::facts {

// How far an attribution reaches from the marks, in tokens.
constexpr std::size_t attribution_reach = 40;

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

  void run();

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

}  // namespace herald::facts
