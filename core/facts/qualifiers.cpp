// The pack says which words are a qualifier; the signs "~" and "+" are of no language.
#include "core/facts/qualifiers.hpp"

#include <array>

namespace herald::facts {

namespace {

void apply(const Match& match, Figure& figure) {
  static constexpr std::array<std::pair<std::string_view, Qualifier>, 5> names = {{{"more_than", Qualifier::more_than},
                                                                                   {"less_than", Qualifier::less_than},
                                                                                   {"about", Qualifier::about},
                                                                                   {"at_least", Qualifier::at_least},
                                                                                   {"at_most", Qualifier::at_most}}};
  for (const auto& [name, qualifier] : names)
    if (match.phrase->code == name) figure.qualifier = qualifier;
}

}  // namespace

std::size_t qualifier_before(const Context& context, std::size_t begin, Range sentence, Figure& figure) {
  std::size_t at = begin;
  if (at > sentence.first && context.tokens.is_mark(at - 1, '~')) {
    figure.qualifier = Qualifier::about;
    return at - 1;
  }
  Match found = context.tokens.match_before(at, WordClass::qualifier);
  // "more than the 50 members": one determiner may stand between.
  if (!found && at > sentence.first && context.is(at - 1, WordClass::determiner)) {
    found = context.tokens.match_before(at - 1, WordClass::qualifier);
    if (found) --at;
  }
  if (!found || at - found.count < sentence.first) return begin;
  apply(found, figure);
  return at - found.count;
}

std::size_t qualifier_behind(const Context& context, std::size_t end, Figure& figure) {
  if (figure.qualifier != Qualifier::exact) return end;
  const Tokens& tokens = context.tokens;
  if (const Match after = context.match(end, WordClass::qualifier_after)) {
    apply(after, figure);
    return end + after.count;
  }
  // "500+", but not "76.1 +11.2": that is the next number's.
  const bool next_number = tokens.kind(end + 1) == TokenKind::number && tokens.glued(end + 1);
  if (tokens.is_mark(end, '+') && tokens.glued(end) && !next_number) figure.qualifier = Qualifier::at_least;
  return end;
}

}  // namespace herald::facts
