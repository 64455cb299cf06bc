// Twice the same small automaton: what is certain, and the worst that is possible.
#include "formats/template/comment_end.hpp"

namespace herald::templates {

CommentEnd::At CommentEnd::next(At at, char c) noexcept {
  const bool may_close = at != At::text && at != At::dash && at != At::closed;
  switch (c) {
    case '>':
      return may_close ? At::closed : At::text;
    case '-':
      if (at == At::start) return At::start_dash;
      return at == At::dash || at == At::dashes || at == At::start_dash ? At::dashes : At::dash;
    case '!':
      return at == At::dashes ? At::bang : At::text;
    default:
      return At::text;
  }
}

CommentEnd::Verdict CommentEnd::read(char c) noexcept {
  sure_ = next(sure_, c);
  possible_ = next(possible_, c);
  if (sure_ == At::closed) return Verdict::closed;
  return possible_ == At::closed ? Verdict::unsure : Verdict::open;
}

}  // namespace herald::templates
