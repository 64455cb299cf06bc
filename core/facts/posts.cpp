// Posts beside names: behind a comma ("Ana Lima, director of the office"), before one ("the director of
// the office, Ana Lima,"), and what of a post is the role, what the organisation.
#include "core/facts/posts.hpp"

#include <algorithm>

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
    if (kind == TokenKind::quote && !names_.is_plural_owner(at)) break;
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
    // "Rui Costa, Member of the Board and V. Lima": the next name.
    if (context_.is(at, WordClass::list_link) && names_.is_initial(at + 1)) break;
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
  if (!without_comma)
    if (Post of_body = behind_link(at + 1, end); of_body.of_body) return of_body;
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
  if (const Range body = body_behind(stop, end); post.affiliation.empty() && !body.empty()) {
    post.affiliation = context_.text(body);
    post.end = body.end;
  }
  return post;
}

// "Ana Lima, of the Harbour Trust,": a body between commas, behind a small word.
Post PostReader::behind_link(std::size_t i, std::size_t end) const {
  const Match link = context_.match(i, WordClass::role_link);
  if (!link || context_.is_capital(i)) return {};
  const std::size_t at = i + link.count + (context_.is(i + link.count, WordClass::determiner) ? 1 : 0);
  Range run = names_.capital_run(at, end);
  if (run.empty() || names_.country(run.first) || !has_body(run)) return {};
  std::size_t close = run.end;
  if (context_.tokens.is_mark(close, '(') && context_.tokens.is_mark(close + 2, ')')) close += 3;
  if (close < end && !context_.is_comma(close)) return {};
  Post post;
  post.affiliation = context_.text(run);
  post.end = close;
  post.of_body = true;
  return post;
}

// "Ana Lima, Director, Office of Maps,": the body in a part of its own behind the post, up to a mark or the end.
Range PostReader::body_behind(std::size_t i, std::size_t end) const {
  const Range none{i, i};
  if (!context_.is_comma(i)) return none;
  const std::size_t at = i + (context_.is(i + 1, WordClass::determiner) ? 2 : 1);
  Range run = names_.capital_run(at, end);
  if (run.empty() || context_.in_speech[run.first] || names_.country(run.first)) return none;
  // "Ministry of Health": a word that goes before posts may end a body's name.
  constexpr std::size_t longest_body = 16;
  while (run.end + 1 < end && run.end - run.first < longest_body &&
         (is_link(run.end) || context_.is(run.end, WordClass::list_link)) && context_.is_capital(run.end + 1) &&
         !context_.match(run.end + 1, WordClass::role) && !context_.match(run.end + 2, WordClass::role))
    run.end = names_.capital_run(run.end + 1, end).end;
  const bool closed = run.end >= end || context_.tokens.kind(run.end) == TokenKind::mark || context_.says(run.end);
  // "Rui Costa, Director, and Eva Reis": another name is no body.
  return closed && has_body(run) ? run : none;
}

// "Ana Lima was named director of the office", "Ana Lima, who chairs the board": a verb, and the post behind it or,
// where the verb says what she is, the body.
Post PostReader::by_verb(std::size_t i, std::size_t end) const {
  std::size_t at = names_.skip_post_nominals(i, end);
  if (context_.is_comma(at) && context_.is(at + 1, WordClass::relative_pronoun)) at += 2;
  const Match verb = context_.match(at, WordClass::role_verb);
  if (!verb) return {};
  at += verb.count;
  while (at < end && (context_.is(at, WordClass::determiner) || context_.is(at, WordClass::not_counted))) ++at;
  const std::string& code = verb.phrase->code;
  Post post;
  if (code != "post" && code != "state") {
    const Range run = names_.capital_run(at, end);
    if (!run.empty() && has_body(run)) post.affiliation = context_.text(run);
    // "who heads a farm" says little of anybody.
    if (post.affiliation.empty()) return {};
    post.role = code;
    post.end = run.end;
  } else {
    const std::size_t stop = end_of_post(at, end);
    std::size_t k = at;
    while (k < stop && k < at + role_within && !context_.match(k, WordClass::role) &&
           !context_.tokens.is_any(k, mask(WordClass::function_word) | mask(WordClass::pronoun)))
      ++k;
    if (k >= stop || !context_.match(k, WordClass::role)) return {};
    post = split({at, stop});
    post.end = at;  // what stands behind the verb is read again: it may name others
  }
  post.by_verb = true;
  post.of_people = code != "state";
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
  role.first = employer_before_role(role, post);
  bool in_field = false;
  const Match whole = context_.match(role.first, WordClass::role);  // "Commissioner of Police" has its own "of"
  for (std::size_t i = role.first + std::max<std::size_t>(1, whole.count); i < role.end; ++i) {
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
    // "Minister of Ports, Trade and Industry": the rest of a list of fields.
    if (comma && in_field && !has_body(run)) continue;
    in_field = in_field || link;
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
    if (!post.affiliation.empty()) continue;
    // "Minister for Trade and Social Policy": the field of a post is no body.
    if (link && !headed && !employed && is_field(run)) continue;
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
  // "Director MARIN", "Secretary Department of Ports": the body right behind the post.
  const Range rest{role.first + whole.count, role.end};
  bool named = whole && !rest.empty() && context_.is_capital(rest.first);
  for (std::size_t k = rest.first; named && k < rest.end; ++k)
    named = context_.is_capital(k) || is_link(k) || context_.is(k, WordClass::list_link);
  if (post.affiliation.empty() && named && has_body(rest)) {
    post.affiliation = context_.text(rest);
    role.end = rest.first;
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

// "MARIN head of ports", "Harbour Authority spokesperson": whose post it is, before the post. Returns where the post
// begins.
std::size_t PostReader::employer_before_role(Range region, Post& post) const {
  std::size_t k = region.first;
  while (k < region.end && k < region.first + role_within && !context_.match(k, WordClass::role)) ++k;
  if (k >= region.end || !context_.match(k, WordClass::role)) return region.first;
  const std::size_t begin = names_.first_of_role(k, region.first);
  Range body{region.first, begin};
  const bool owner = !body.empty() && context_.tokens.folded(body.end - 1) == "'s";
  if (owner) --body.end;
  if (body.empty() || names_.capital_run(body.first, body.end).end != body.end) return region.first;
  if (!has_body(body) && !(owner && names_.is_organisation(body))) return region.first;
  post.affiliation = context_.text(body);
  return begin;
}

// Whether all that makes the stretch look like a body's name are words for what posts deal with.
bool PostReader::is_field(Range range) const {
  bool field = false;
  for (std::size_t k = range.first; k < range.end; ++k) {
    if (context_.match(k, WordClass::body)) return false;
    if (!context_.is(k, WordClass::organisation)) continue;
    if (!context_.is(k, WordClass::field)) return false;
    field = true;
  }
  return field;
}

// Whether a word of the stretch says what kind of body it names, or is an acronym.
bool PostReader::has_body(Range range) const {
  for (std::size_t k = range.first; k < range.end; ++k)
    if (context_.match(k, WordClass::body) || (context_.tokens[k].all_caps && range.end - range.first == 1))
      return true;
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
