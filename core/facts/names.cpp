// The shapes of names. Capitals carry the meaning, so scripts without them are read by what stands
// before the name alone (honorific, role), and end at the first function word.
#include "core/facts/names.hpp"

#include <algorithm>

#include "core/language/text.hpp"

namespace herald::facts {
namespace {

constexpr std::size_t longest_name = 6;    // words; longer runs are titles or lists
constexpr std::size_t longest_reach = 20;  // tokens of a name; rows of initials and chains of hyphens are none
constexpr std::size_t longest_run = 12;    // tokens of an organisation's name
constexpr std::size_t longest_role = 10;   // tokens of a role

constexpr ClassMask never_behind_posts =
    mask(WordClass::not_name) | mask(WordClass::organisation) | mask(WordClass::role) | mask(WordClass::field) |
    mask(WordClass::event) | mask(WordClass::honorific) | mask(WordClass::weekday) | mask(WordClass::street) |
    mask(WordClass::decision) | mask(WordClass::reporting_verb);
constexpr ClassMask never_in_names = never_behind_posts | mask(WordClass::month);

}  // namespace

bool NameReader::is_initial(std::size_t i) const {
  if (!context_.is_capital(i)) return false;
  const std::string_view written = context_.tokens.source(i);
  if (written.find('.') != std::string_view::npos) return written.size() <= 6;  // "J.R."
  return written.size() == language::code_point_at(written, 0).length && context_.tokens.is_mark(i + 1, '.') &&
         context_.tokens.glued(i + 1);
}

bool NameReader::is_name_word(std::size_t i, bool first) const {
  const Tokens& tokens = context_.tokens;
  if (tokens.kind(i) != TokenKind::word || context_.claims[i] == Claim::date) return false;
  const language::CodePoint head = language::code_point_at(tokens.text(), tokens[i].begin);
  const bool uncased = !context_.is_cased(i);
  if (!tokens[i].capital && !uncased) return false;
  if (uncased &&
      tokens.is_any(i, mask(WordClass::function_word) | mask(WordClass::reporting_verb) |
                           mask(WordClass::role_modifier) | mask(WordClass::number) | mask(WordClass::magnitude)))
    return false;
  if (tokens.source(i).find('.') != std::string_view::npos || tokens.folded(i).starts_with("'")) return false;
  if (tokens[i].end - tokens[i].begin == head.length) return false;  // one letter is an initial or no name
  // "Director Jan Berg": behind a post a month is a first name.
  const bool behind_post = first && i > 0 && tokens.is_any(i - 1, mask(WordClass::role) | mask(WordClass::honorific));
  if (tokens.is_any(i, behind_post ? never_behind_posts : never_in_names)) return false;
  if (!first && is_post_nominal(i)) return false;
  return !first || !context_.is(i, WordClass::country) || uncased;
}

// Where nouns have capitals too, a third word is the name's only where the name must end behind it: at a mark, or at a
// verb ("Ana Maria Lima has", but "has Ana Lima plans for").
bool NameReader::ends_a_name(std::size_t i, std::size_t end) const {
  constexpr ClassMask verbs =
      mask(WordClass::reporting_verb) | mask(WordClass::past_marker) | mask(WordClass::future_marker);
  return i >= end || !context_.is_word(i) || context_.tokens.is_any(i, verbs);
}

// The token behind a word and what hyphens join to it.
std::size_t NameReader::end_of_compound(std::size_t i, std::size_t end) const {
  std::size_t at = i + 1;
  while (at + 1 < end && is_hyphen(at) && context_.tokens.kind(at + 1) == TokenKind::word) at += 2;
  return at;
}

Range NameReader::name(std::size_t i, std::size_t end) const {
  const Tokens& tokens = context_.tokens;
  // "Vice-Chair Lima": its first word alone is no post.
  if (const Match post = context_.match(i, WordClass::role); post.count > 1) return {i, i};
  // "Detective Acting Superintendent Lima": nor is what goes before a post.
  if (context_.is(i, WordClass::role_modifier) && context_.match(i + 1, WordClass::role)) return {i, i};
  if (i < end && context_.is_word(i) && !context_.is_cased(i)) return uncased_name(i, end);
  std::size_t at = i;
  std::size_t words = 0;
  end = std::min(end, i + longest_reach);
  while (at < end && words < longest_name) {
    if (at > i && tokens[at].newline_before && context_.is_capital(at) && words >= 2 && !context_.is_word(at + 1))
      break;
    // « M. Lima »: what may be an initial is a form of address before a name.
    if (at == i && context_.is(at, WordClass::honorific)) return {i, i};
    if (is_initial(at)) {
      at = std::min(end, at + (tokens.source(at).find('.') != std::string_view::npos ? 1 : 2));
      continue;
    }
    if (is_name_word(at, at == i)) {
      const std::size_t behind = end_of_compound(at, end);
      if (context_.pack.capital_nouns && words >= 2 && !ends_a_name(behind, end)) break;
      // "EU-Commissioner Ana Lima": a post is no name, whatever is joined to it.
      if (behind > at + 1 && context_.is(behind - 1, WordClass::role)) break;
      // "Co-defendant Ana Lima": a word in two parts is none of a name.
      // "Min-jun Lima" has a second part that is small and short.
      constexpr std::size_t longest_part = 4;
      if (at == i && behind > at + 1 && context_.is_cased(behind - 1) && !context_.is_capital(behind - 1) &&
          tokens[behind - 1].end - tokens[behind - 1].begin > longest_part)
        break;
      ++words;
      at = behind;
      // 'Ana "Red" Lima': a nickname.
      if (at + 3 < end && tokens.kind(at) == TokenKind::quote && is_name_word(at + 1, false) &&
          tokens.kind(at + 2) == TokenKind::quote && is_name_word(at + 3, false) && tokens[at].space_before &&
          tokens[at + 3].space_before)
        at += 3;
      continue;
    }
    // "Omar Sheikh Lima": a title within a name is part of it.
    // "Head of Statistics Dr Lima" is another matter: there the capitals before it go on.
    const bool goes_on = i > 0 && context_.is_capital(i - 1) && !context_.match(i - 1, WordClass::role);
    if (at == i + 1 && !goes_on && context_.is(at, WordClass::honorific) && context_.is_capital(at) && at + 1 < end &&
        is_name_word(at + 1, false)) {
      ++at;
      continue;
    }
    // "de la Cruz", "al-Sayed", "O'Hara": particles belong to the name that follows them.
    std::size_t behind = at;
    while (behind < end && behind < at + 3 && context_.is(behind, WordClass::name_particle)) {
      ++behind;
      if (behind < end && tokens.kind(behind) == TokenKind::dash && tokens.glued(behind)) ++behind;
    }
    if (behind > at && behind < end && is_name_word(behind, false) &&
        (at > i || tokens[at].capital || tokens.kind(at + 1) == TokenKind::dash)) {
      at = behind;
      continue;
    }
    break;
  }
  return words == 0 ? Range{i, i} : Range{i, at};
}

// In capitals, or some of them ("PhD"): "Md" and "Ao" are names, and in small letters the same are words.
bool NameReader::is_post_nominal(std::size_t i) const {
  if (!context_.is_capital(i) || !context_.is(i, WordClass::post_nominal)) return false;
  const std::string_view written = context_.tokens.source(i);
  return std::any_of(written.begin() + 1, written.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::size_t NameReader::skip_post_nominals(std::size_t i, std::size_t end) const {
  constexpr std::size_t most = 8;  // letters with their commas
  std::size_t at = i;
  while (at < end && at - i < most) {
    const std::size_t next = at + (context_.is_comma(at) ? 1 : 0);
    if (next >= end || !is_post_nominal(next)) break;
    // ", MD of Acme Group" is a post.
    if (next + 1 < end && context_.is(next + 1, WordClass::role_link)) break;
    at = next + 1;
  }
  return at;
}

std::size_t NameReader::full_words(Range name) const {
  std::size_t words = 0;
  // What is a form of address elsewhere is a name behind its particle: "عبد الأمير".
  const bool uncased = !name.empty() && !context_.is_cased(name.first);
  for (std::size_t i = name.first; i < name.end; ++i)
    if (uncased ? context_.is_word(i) && !context_.is(i, WordClass::name_particle)
                : is_name_word(i, false) && (!context_.is(i, WordClass::name_particle) || i == name.first))
      ++words;
  // "K. V. Lima": initials stand for a first name; "U.S." is none.
  const bool initials = context_.tokens.is_mark(name.first + 1, '.') && name.first + 2 < name.end;
  return words == 1 && initials ? 2 : words;
}

std::size_t NameReader::skip_honorifics_back(std::size_t i, std::size_t first) const {
  std::size_t at = i;
  while (at > first) {
    // "Dr. Lima", "الدكتور/ سالم"
    const bool mark = context_.tokens.is_mark(at - 1, '.') || context_.tokens.is_mark(at - 1, '/');
    Match honorific = context_.tokens.match_before(at, WordClass::honorific);
    const std::size_t behind = !honorific && mark && at - 1 > first ? at - 1 : at;
    if (!honorific) honorific = context_.tokens.match_before(behind, WordClass::honorific);
    if (honorific && behind - honorific.count >= first) {
      at = behind - honorific.count;
      continue;
    }
    // « Cnel. BNX Ana Lima »: the force that the rank is of.
    constexpr std::size_t shortest = 3;  // bytes
    constexpr std::size_t longest = 5;
    const std::size_t before = at - 1;
    const language::Token& force = context_.tokens[before];
    const std::size_t rank = before > first && context_.tokens.is_mark(before - 1, '.') ? before - 1 : before;
    if (at != i || !force.all_caps || force.end - force.begin < shortest || force.end - force.begin > longest ||
        rank <= first || !context_.is(rank - 1, WordClass::honorific))
      break;
    at = rank;
  }
  return at;
}

// "Chief Medical Officer (CMO) Ana Lima": back over the short form of the post; `i` where there is none.
std::size_t NameReader::skip_short_form_back(std::size_t i, std::size_t first) const {
  const Tokens& tokens = context_.tokens;
  constexpr std::size_t length = 3;
  const bool bracketed = i > first + length && tokens.is_mark(i - 1, ')') && tokens.is_mark(i - length, '(');
  return bracketed && tokens[i - 2].all_caps ? i - length : i;
}

Range NameReader::role_before(std::size_t i, std::size_t first) const {
  const Tokens& tokens = context_.tokens;
  const std::size_t behind = skip_short_form_back(skip_honorifics_back(i, first), first);
  Match role = tokens.match_before(behind, WordClass::role);
  std::size_t begin = role ? behind - role.count : behind;
  if (behind < tokens.size() && context_.is_word(behind) && !context_.is_cased(behind))
    return uncased_role_before(behind, first, behind < i);
  if (!role) role = tokens.match_before(behind, WordClass::plural_role);
  // « el ministro noruego Ola Lima »: an adjective between the post and the name.
  const bool adjective = !role && behind > first + 1 && context_.pack.noun_order == language::NounOrder::head_first &&
                         tokens.kind(behind - 1) == TokenKind::word && !context_.is_capital(behind - 1) &&
                         !tokens.is_any(behind - 1, mask(WordClass::function_word) | mask(WordClass::noun_link) |
                                                        mask(WordClass::reporting_verb) | mask(WordClass::past_marker));
  if (adjective) role = tokens.match_before(behind - 1, WordClass::role);
  if (role) begin = behind - role.count - (adjective ? 1 : 0);
  if (!role) {
    // "Minister of Health and Family Welfare": what an "and" joins to a post's field is no name.
    // Nor is what a small word leads to ("Head of Ports at the Lorvian Mission").
    if (behind > first && ((!context_.is_capital(behind - 1) && !is_small_adjective(behind - 1)) ||
                           context_.is(behind - 1, WordClass::list_link)))
      return {i, i};
    // "Minister for Health and Sport Jane Doe": the role, a link, capitals up to the name.
    std::size_t at = behind;
    // What leads to a noun leads to no name: « jueza en el Sistema Portuario », « directora de la Red de Faros ».
    if (at > first &&
        tokens.is_any(at - 1, mask(WordClass::determiner) | mask(WordClass::noun_link) | mask(WordClass::role_link)))
      return {i, i};
    bool listed = false;  // "Minister of Ports, Ships and Roads Jane Doe"
    while (at > first && behind - at < longest_role &&
           (context_.is_capital(at - 1) || is_connector(at - 1) || is_small_adjective(at - 1) ||
            (listed && context_.is_comma(at - 1)))) {
      --at;
      listed = listed || context_.is(at, WordClass::list_link);
      const std::size_t end_of_role = skip_short_form_back(at, first);  // "Cabinet Secretary (CS) for Ports"
      const Match found = tokens.match_before(end_of_role, WordClass::role);
      const Match link = context_.match(at, WordClass::role_link);
      // "Counsel for Jane Doe" serves her: between link and name stands what the post is for.
      if (found && link && at + link.count < behind) {
        role = found;
        begin = end_of_role - found.count;
        break;
      }
    }
    if (!role) return {i, i};
  }
  if (begin < first) return {i, i};
  return {first_of_role(begin, first), behind};
}

std::size_t NameReader::first_of_role(std::size_t i, std::size_t first) const {
  const Tokens& tokens = context_.tokens;
  std::size_t begin = i;
  while (begin > first) {
    const Match modifier = tokens.match_before(begin, WordClass::role_modifier);
    const Match longer = tokens.match_before(begin, WordClass::role);
    const std::size_t count = std::max(modifier.count, longer.count);
    if (count > 0 && begin - count >= first) {
      begin -= count;
    } else if (tokens.kind(begin - 1) == TokenKind::dash && tokens.glued(begin) && tokens.glued(begin - 1) &&
               begin - 1 > first) {
      begin -= context_.is_word(begin - 2) ? 2 : 1;
    } else {
      break;
    }
  }
  return begin;
}

bool NameReader::is_connector(std::size_t i) const {
  return context_.is(i, WordClass::noun_link) || context_.is(i, WordClass::list_link) ||
         context_.is(i, WordClass::role_link) || context_.is(i, WordClass::determiner) ||
         context_.tokens.is_mark(i, '&');
}

// « ministre de l'Éducation nationale Ana Lima »: an adjective in small letters behind what a post is of.
bool NameReader::is_small_adjective(std::size_t i) const {
  return context_.has_relative_ending(i) && !context_.is_capital(i) && context_.tokens.kind(i) == TokenKind::word &&
         !context_.tokens.is_any(i, mask(WordClass::function_word) | mask(WordClass::reporting_verb));
}

// A dash inside a word, as against one that parts a dateline or a remark from what follows.
bool NameReader::is_hyphen(std::size_t i) const {
  const Tokens& tokens = context_.tokens;
  return tokens.kind(i) == TokenKind::dash && tokens.glued(i) && tokens.glued(i + 1);
}

Range NameReader::capital_run_before(std::size_t i, std::size_t first) const {
  std::size_t begin = i;
  std::size_t at = i;
  while (at > first && i - at < longest_run) {
    const std::size_t before = at - 1;
    if (context_.is_capital(before) || (context_.tokens.kind(before) == TokenKind::mixed)) {
      begin = before;
    } else if (begin == i || !(is_connector(before) || is_hyphen(before)) ||
               (context_.pack.capital_nouns && !is_hyphen(before))) {
      break;  // what is joined to a noun need be no name
    }
    at = before;
  }
  // What opens the run must be part of the name.
  while (begin < i && context_.tokens.is_any(begin, mask(WordClass::determiner) | mask(WordClass::function_word)))
    ++begin;
  return {begin, i};
}

bool NameReader::is_plural_owner(std::size_t i) const {
  const Tokens& tokens = context_.tokens;
  if (i == 0 || i + 1 >= tokens.size() || tokens.kind(i) != TokenKind::quote || !tokens.glued(i)) return false;
  return (tokens.source(i) == "'" || tokens.source(i) == "’") && tokens.folded(i - 1).ends_with('s') &&
         context_.is_capital(i - 1) && context_.is_capital(i + 1) && tokens[i + 1].space_before;
}

Range NameReader::capital_run(std::size_t i, std::size_t end) const {
  const Tokens& tokens = context_.tokens;
  std::size_t at = i;
  std::size_t last = i;
  while (at < end && at - i < longest_run) {
    if (context_.is_capital(at) || tokens.kind(at) == TokenKind::mixed) {
      last = ++at;
    } else if (last > i && ((is_connector(at) && !context_.match(at + 1, WordClass::role) &&
                             !context_.is(at + 1, WordClass::role_modifier)) ||
                            (tokens.kind(at) == TokenKind::dash && tokens.glued(at)) || tokens.folded(at) == "'s" ||
                            is_plural_owner(at))) {
      ++at;
    } else {
      break;
    }
  }
  return {i, last};
}

bool NameReader::is_organisation(Range range) const {
  for (std::size_t i = range.first; i < range.end; ++i) {
    if (context_.is(i, WordClass::organisation)) return true;
    if (context_.tokens[i].all_caps && range.end - range.first == 1) return true;
  }
  return false;
}

std::string NameReader::organisation_before(std::size_t i, std::size_t first) const {
  std::size_t end = i;
  if (end > first && context_.tokens.folded(end - 1) == "'s") --end;
  const Range run = capital_run_before(end, first);
  if (run.empty() || context_.claimed(run)) return {};
  Range kept = run;
  while (!kept.empty() && context_.is(kept.first, WordClass::not_name) &&
         !context_.is(kept.first, WordClass::organisation))
    ++kept.first;
  return !kept.empty() && is_organisation(kept) ? context_.text(kept) : std::string{};
}

Match NameReader::country(std::size_t i) const {
  const Match found = context_.match(i, WordClass::country);
  if (!found) return {};
  const Tokens& tokens = context_.tokens;
  const std::size_t last = i + found.count - 1;
  const language::CodePoint head = language::code_point_at(tokens.text(), tokens[last].begin);
  if (language::is_lower(head.value)) return {};
  // Three letters and less are a country only in capitals.
  if (tokens[last].end - tokens[i].begin <= 3 && !tokens[last].all_caps) return {};
  return found;
}

}  // namespace herald::facts
