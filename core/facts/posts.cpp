// Posts beside names: behind a comma ("Ana Lima, director of the office"), before one ("the director of
// the office, Ana Lima,"), and what of a post is the role, what the organisation.
#include "core/facts/posts.hpp"

namespace herald::facts {
namespace {

constexpr std::size_t longest_apposed = 16;  // tokens of a post before a comma
constexpr std::size_t role_within = 6;       // tokens before the role, in a post behind a name

}  // namespace

// Where a post behind a name ends: at a mark, a verb, a relative.
std::size_t PostReader::end_of_post(std::size_t i, std::size_t end) const {
  constexpr std::size_t longest = 24;
  std::size_t at = i;
  for (; at < end && at < i + longest; ++at) {
    const TokenKind kind = context_.tokens.kind(at);
    if (kind == TokenKind::quote) break;
    if (kind == TokenKind::dash && !context_.tokens.glued(at)) break;
    if (kind == TokenKind::mark && !context_.tokens.is_mark(at, '&') && !context_.tokens.is_mark(at, '/')) {
      const bool abbreviation = context_.tokens.is_mark(at, '.') && at + 1 < end;
      if (!abbreviation) break;
    }
    if (context_.says(at) || context_.is(at, WordClass::modifier_stop)) break;
    if (at > i && context_.is(at, WordClass::past_marker)) break;
    if (!context_.is_cased(at) && context_.is(at, WordClass::function_word) && !is_link(at) &&
        !context_.is(at, WordClass::list_link))
      break;
  }
  return at;
}

// ", director of the office" behind a name.
// "Ana Lima the Deputy Minister for Ports", « Ana Lima directrice du port »: without the capitals and the link, "told
// Ana Lima the minister left" is no post of hers; and "Acme Lima director of ports" is hers only where nouns lead.
bool PostReader::is_post_without_comma(std::size_t i, std::size_t end) const {
  if (context_.pack.noun_order == language::NounOrder::head_first && i < end && !context_.is_capital(i))
    if (const Match role = context_.match(i, WordClass::role);
        role &&
        (is_link(i + role.count) || context_.is_definite(i + role.count) || (role.count > 1 && !context_.is_cased(i))))
      return true;
  if (!context_.is(i, WordClass::determiner) || context_.is_capital(i)) return false;
  for (std::size_t k = i + 1; k < end && k <= i + role_within && context_.is_capital(k); ++k)
    if (const Match role = context_.match(k, WordClass::role); role && is_link(k + role.count)) return true;
  return false;
}

// "Ana Lima (director of the office)"
Post PostReader::in_brackets(std::size_t i, std::size_t end) const {
  constexpr std::size_t longest = 24;
  if (!context_.tokens.is_mark(i, '(')) return {};
  std::size_t begin = i + 1;
  while (begin < end && context_.is(begin, WordClass::determiner)) ++begin;
  if (!context_.match(begin, WordClass::role)) return {};
  std::size_t close = begin;
  while (close < end && close - begin < longest && !context_.tokens.is_mark(close, ')')) ++close;
  if (!context_.tokens.is_mark(close, ')')) return {};
  Post post = split({begin, end_of_post(begin, close)});
  post.end = close + 1;
  return post;
}

Post PostReader::behind(std::size_t i, std::size_t end) const {
  std::size_t at = names_.skip_post_nominals(i, end);
  if (Post post = in_brackets(at, end); !post.role.empty()) return post;
  // "(D-N.Y.)" between the name and the rest.
  if (context_.tokens.is_mark(at, '('))
    for (std::size_t k = at; k < end && k < at + 8; ++k)
      if (context_.tokens.is_mark(k, ')')) {
        at = k + 1;
        break;
      }
  const bool without_comma = is_post_without_comma(at, end);
  if (!context_.is_comma(at) && !without_comma) {
    // "Ana Lima of the Office of Maps" gives the organisation alone.
    if (!context_.is(at, WordClass::role_link) && !context_.is(at, WordClass::noun_link)) return {};
    const std::size_t run_at = at + (context_.is(at + 1, WordClass::determiner) ? 2 : 1);
    Post post;
    const Range run = names_.capital_run(run_at, end);
    if (const Match country = names_.country(run_at); country && run_at + country.count == run.end)
      post.country = context_.text({run_at, run.end});
    else if (!run.empty() && names_.is_organisation(run))
      post.affiliation = context_.text(run);
    return post;
  }
  const std::size_t first = without_comma ? at : at + 1;
  const std::size_t stop = end_of_post(first, end);
  std::size_t begin = first;
  while (begin < stop && context_.is(begin, WordClass::determiner)) ++begin;
  std::size_t k = begin;
  for (; k < stop && k < begin + role_within; ++k) {
    if (context_.match(k, WordClass::role)) break;
    const bool leads = context_.is_capital(k) || context_.is(k, WordClass::role_modifier) ||
                       context_.is(k, WordClass::organisation) || context_.is(k, WordClass::noun_link) ||
                       context_.tokens.folded(k) == "'s" || context_.tokens.kind(k) == TokenKind::dash ||
                       !context_.tokens.is_any(k, mask(WordClass::function_word) | mask(WordClass::pronoun));
    if (!leads) return {};
  }
  if (k >= stop || !context_.match(k, WordClass::role)) return {};
  Post post = split({begin, stop});
  post.end = stop;
  return post;
}

// Divides a post into role and organisation: at a link that leads to an organisation's name, or at a
// comma before one.
Post PostReader::split(Range region) const {
  Post post;
  post.end = region.end;
  Range role = region;
  while (!role.empty() && context_.is(role.first, WordClass::determiner)) ++role.first;
  if (split_uncased(post, role)) return post;
  // « chargé d'affaires »: a post of several words has links of its own.
  const std::size_t words = std::max<std::size_t>(context_.match(role.first, WordClass::role).count, 1);
  for (std::size_t i = role.first + words; i < role.end; ++i) {
    const Match link = context_.match(i, WordClass::role_link);
    const bool comma = context_.is_comma(i);
    if (!link && !comma) continue;
    std::size_t at = i + (comma ? 1 : link.count);
    while (at < role.end && context_.is(at, WordClass::determiner)) ++at;
    Range run = names_.capital_run(at, role.end);
    // "Head of Care at Lung Trust": what "of" leads to ends at the next link that is not "of".
    for (std::size_t k = run.first + 1; link && k < run.end && context_.is(i, WordClass::noun_link); ++k)
      if (context_.is(k, WordClass::role_link) && !context_.is(k, WordClass::noun_link) &&
          !context_.is(k, WordClass::determiner)) {
        if (!has_body({run.first, k})) run.end = k;
        break;
      }
    if (run.empty()) continue;
    if (const Match country = names_.country(at); country && at + country.count == run.end && !comma) {
      post.country = context_.text({at, at + country.count});
      continue;
    }
    // "Minister for Health": one word is the field of the post, but "president of the Council" heads a body, and who
    // is "at" something works there.
    const bool alone = run.end - run.first == 1 && !context_.tokens[run.first].all_caps;
    const bool headed = link && context_.tokens.match_before(i, WordClass::body_role) &&
                        (!alone || at > i + link.count || context_.is(run.first, WordClass::body));
    const bool employed = context_.match(i, WordClass::employer_link).count > 0;
    if (!headed && !employed && (alone || !names_.is_organisation(run))) continue;
    // A comma list of units: the last one is the organisation.
    if (comma) {
      while (context_.is_comma(run.end)) {
        const Range next = names_.capital_run(run.end + 1, role.end);
        if (next.empty()) break;
        run = {names_.is_organisation(next) ? next.first : run.first, next.end};
      }
      i = run.first > i + 1 ? run.first - 1 : i;
    }
    if (context_.tokens.is_mark(run.end, '(') && context_.tokens.is_mark(run.end + 2, ')')) run.end += 3;
    post.affiliation = context_.text({run.first, std::min(run.end, role.end)});
    role.end = i;
    break;
  }
  while (role.end > role.first && context_.tokens.kind(role.end - 1) == TokenKind::mark &&
         !context_.tokens.is_mark(role.end - 1, '.') && !context_.tokens.is_mark(role.end - 1, ')'))
    --role.end;
  post.role = context_.text(role);
  return post;
}

// "المدير العام للمؤسسة الوطنية": without capitals a post that is held in a body, and the body right behind it.
bool PostReader::split_uncased(Post& post, Range region) const {
  if (region.empty() || context_.is_cased(region.first)) return false;
  const Match held = context_.match(region.first, WordClass::body_role);
  if (!held) return false;
  std::size_t end = region.first + held.count;
  while (end < region.end && context_.is(end, WordClass::role_modifier)) ++end;
  const std::size_t body = context_.is(end, WordClass::role_link) && context_.tokens.glued(end + 1) ? end + 1 : end;
  if (body + 1 >= region.end || !context_.match(body, WordClass::body)) return false;
  post.role = context_.text({region.first, end});
  post.affiliation = context_.text({body, region.end});
  return true;
}

// Whether a word of the stretch says what kind of body it names, or is an acronym.
bool PostReader::has_body(Range range) const {
  for (std::size_t k = range.first; k < range.end; ++k)
    if (context_.is(k, WordClass::body) || (context_.tokens[k].all_caps && range.end - range.first == 1)) return true;
  return false;
}

bool PostReader::is_link(std::size_t i) const {
  return context_.is(i, WordClass::noun_link) || context_.is(i, WordClass::role_link);
}

// What may stand in a post: words but for verbs of saying and what opens another clause.
bool PostReader::may_stand_in_post(std::size_t i) const {
  const TokenKind kind = context_.tokens.kind(i);
  const bool joined = kind == TokenKind::word || kind == TokenKind::mixed || context_.tokens.is_mark(i, '&') ||
                      (kind == TokenKind::dash && context_.tokens.glued(i));
  return joined && !context_.in_speech[i] && !context_.says(i) && !context_.is(i, WordClass::modifier_stop) &&
         !context_.is(i, WordClass::past_marker);
}

// The role nearest to the comma: "the chairman thanked the treasurer, Ana Lima," says who the treasurer is.
Range PostReader::apposed_before(Range name, Range sentence) const {
  const std::size_t address = names_.skip_honorifics_back(name.first, sentence.first);
  const Range none{name.first, name.first};
  if (address <= sentence.first + 1 || !context_.is_comma(address - 1)) return none;
  const std::size_t end = address - 1;
  for (std::size_t at = end; at > sentence.first && end - at < longest_apposed;) {
    --at;
    if (!may_stand_in_post(at)) return none;
    const Match role = context_.match(at, WordClass::role);
    if (!role || at + role.count > end) continue;
    // "the mayor spoke, …": behind the role stands what it is of, or nothing.
    const std::size_t behind = at + role.count;
    const bool adjective = context_.pack.noun_order == language::NounOrder::head_first && context_.is_word(behind);
    if (behind < end && !is_link(behind) && !context_.is_capital(behind) && !adjective &&
        !context_.is(behind, WordClass::role_modifier))
      return none;
    // "high commissioner" is a longer role than the "commissioner" at its end.
    const Match whole = context_.tokens.match_before(behind, WordClass::role);
    const std::size_t first =
        whole && whole.count > role.count && behind - whole.count >= sentence.first ? behind - whole.count : at;
    return led_post({names_.first_of_role(first, sentence.first), end}, name, sentence);
  }
  return none;
}

// What leads the post in. Behind a link it is somebody else's ("the widow of the president", "after a meeting with
// the president"), unless what is before the link is a post itself: "the director of the office of the president".
Range PostReader::led_post(Range post, Range name, Range sentence) const {
  const Range none{name.first, name.first};
  std::size_t before = post.first;
  while (before > sentence.first && context_.is(before - 1, WordClass::determiner)) --before;
  if (before == sentence.first || context_.said_before(before) ||
      context_.tokens.match_before(before, WordClass::attribution) ||
      context_.tokens.match_before(before, WordClass::presence))
    return post;
  // Without capitals and determiners nothing else tells a post from the end of a longer name, but a form of address
  // before the name, or an "and" that lists who came.
  if (!context_.is_capital(name.first)) {
    const bool addressed = names_.skip_honorifics_back(name.first, sentence.first) < name.first;
    const bool parted = context_.is_comma(name.end);
    const bool listed = parted && context_.is(before - 1, WordClass::list_link);
    // "بحث نائب وزير الموانئ، سامي رشدي،": behind the verb that opens the sentence, or a small word.
    const bool led = parted && (before == sentence.first + 1 || context_.is(before - 1, WordClass::function_word)) &&
                     !context_.is_definite(name.end - 1);
    return addressed || listed || led ? post : none;
  }
  if (!is_link(before - 1)) return post;
  for (std::size_t at = before - 1; at > sentence.first && post.end - at < longest_apposed;) {
    --at;
    if (!may_stand_in_post(at)) return none;
    const Match role = context_.match(at, WordClass::role);
    if (role && is_link(at + role.count))
      return led_post({names_.first_of_role(at, sentence.first), post.end}, name, sentence);
    const bool noun = !context_.tokens.is_any(at, mask(WordClass::function_word) | mask(WordClass::pronoun));
    if (role || !(noun || is_link(at) || context_.is(at, WordClass::determiner))) return none;
  }
  return none;
}

}  // namespace herald::facts
