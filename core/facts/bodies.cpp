// How far the name of a body reaches. Where nouns have their adjectives before them the kind of body is often the last
// word ("Sea Rescue Council") and capitals tell the rest; where they have them behind, it is the first, and what it is
// of may be written small ("Direction générale des douanes"); a script without capitals has only its grammar: what
// follows the kind of body is the noun that it is of, and then what agrees with it in being definite.
#include "core/facts/bodies.hpp"

#include <algorithm>

#include "core/language/text.hpp"

namespace herald::facts {
namespace {

constexpr std::size_t longest_side = 12;          // tokens before or behind the kind of body
constexpr std::size_t most_adjectives = 2;        // small ones, between the kind of body and what it is of
constexpr std::size_t longest_abbreviation = 12;  // bytes
constexpr ClassMask no_part = mask(WordClass::role) | mask(WordClass::month) | mask(WordClass::weekday) |
                              mask(WordClass::honorific) | mask(WordClass::reporting_verb);

}  // namespace

// A word that may stand in a name beside the kind of body.
bool BodyReader::is_part(std::size_t i) const {
  if (!context_.is_capital(i) || context_.tokens.kind(i) == TokenKind::boundary) return false;
  if (context_.claims[i] == Claim::person || context_.claims[i] == Claim::date) return false;
  if (context_.tokens.is_any(i, no_part) && !context_.is(i, WordClass::body)) return false;
  // "The", "In": capitals of a sentence's beginning.
  return !context_.opens_sentence(i) ||
         !context_.tokens.is_any(i, mask(WordClass::function_word) | mask(WordClass::determiner));
}

// Tokens of a link between a body and what it is of, determiners included; 0 for none.
std::size_t BodyReader::link_at(std::size_t i) const {
  const Match link = context_.match(i, WordClass::body_link);
  if (!link) return 0;
  std::size_t at = i + link.count;
  while (context_.is(at, WordClass::determiner)) ++at;
  return at - i;
}

// A hyphen within a name; longer dashes stand between names.
bool BodyReader::is_hyphen(std::size_t i) const {
  const std::string_view written = context_.tokens.source(i);
  return (written == "-" || written == "\u2010" || written == "\u2011") && context_.tokens.glued(i) &&
         context_.tokens.glued(i + 1);
}

// A word of a list before the kind of body, as against another body or a country that the name is listed with.
bool BodyReader::is_list_item(std::size_t i) const {
  return is_part(i) && !context_.is(i, WordClass::body) && !names_.country(i) && !context_.tokens[i].all_caps;
}

// "Children's Fund", "Rail Users’ Council": the mark of owners within a name. "Germany's Ministry" has whose it is
// before its name, which is a plural in neither way.
bool BodyReader::is_possessive(std::size_t i, Range sentence) const {
  if (i <= sentence.first || !is_part(i - 1)) return false;
  if (context_.tokens.folded(i) == "'s") return context_.is(i - 1, WordClass::irregular_plural);
  return context_.tokens.kind(i) == TokenKind::quote && context_.tokens.glued(i) && !context_.tokens.glued(i + 1) &&
         context_.has_plural_ending(i - 1);
}

std::size_t BodyReader::begin_of(std::size_t i, Range sentence) const {
  std::size_t begin = i;
  bool in_list = false;
  for (std::size_t at = i; at > sentence.first && i - at < longest_side;) {
    const std::size_t before = at - 1;
    const bool behind_comma =
        in_list && context_.is_comma(before) && before > sentence.first && is_list_item(before - 1);
    if (is_part(before)) {
      begin = at = before;
    } else if (behind_comma || is_possessive(before, sentence)) {
      at = before;
    } else if (is_hyphen(before)) {
      // "Farm-to-Market Board"
      const bool small =
          before > sentence.first + 2 && !is_part(before - 1) && is_hyphen(before - 2) && is_part(before - 3);
      at = small ? before - 2 : before;
    } else if (context_.tokens.is_mark(before, ')') && before > sentence.first + 2 &&
               context_.tokens.is_mark(before - 2, '(') && context_.tokens[before - 1].all_caps) {
      // "Health and Sport (HS) Committee"
      at = before - 2;
    } else if ((context_.is(before, WordClass::list_link) || context_.tokens.is_mark(before, '&')) &&
               before > sentence.first) {
      // "Water and Forests Board", "Water, Soil, and Forests Board"
      const std::size_t item = context_.is_comma(before - 1) && before - 1 > sentence.first ? before - 2 : before - 1;
      if (in_list || begin != at || !is_list_item(item)) break;
      in_list = true;
      at = item + 1;
    } else {
      break;
    }
  }
  // What opens the run must be part of the name.
  while (begin < i && context_.tokens.is_any(begin, mask(WordClass::determiner) | mask(WordClass::function_word)))
    ++begin;
  return begin;
}

// "Alcohol, Tobacco and Firearms": a list behind "of" that its "and" closes. Where it is closed by no "and", or by
// another body, the name has ended before. Returns the token behind it, or i.
std::size_t BodyReader::end_of_list(std::size_t i, std::size_t end) const {
  std::size_t at = i;
  bool closed = false;
  while (!closed && at < end && at - i < longest_side) {
    std::size_t next = at;
    if (context_.is_comma(next)) ++next;
    if (context_.is(next, WordClass::list_link) || context_.tokens.is_mark(next, '&')) {
      closed = true;
      ++next;
    }
    if (next == at) return i;
    if (context_.pack.noun_order == language::NounOrder::head_first) next += link_at(next);
    std::size_t last = next;
    while (last < end && is_part(last) && last - next < 3) ++last;
    if (last == next || context_.tokens[next].all_caps || names_.country(next) ||
        context_.match(next, WordClass::role) || context_.is(next, WordClass::honorific))
      return i;
    for (std::size_t k = next; k <= last && k < end; ++k)
      if (context_.is(k, WordClass::body)) return i;
    // "…, Ana Lima said", "… and Trial Judge Lima": the capitals were another's.
    if ((last > next + 1 && context_.says(last)) ||
        (context_.is_capital(last) && context_.match(last, WordClass::role)))
      return i;
    at = last;
  }
  return closed ? at : i;
}

// What a body is of, from the link at token i; i where it is of nothing.
std::size_t BodyReader::end_of_complement(std::size_t i, Range sentence) const {
  const std::size_t link = link_at(i);
  if (link == 0) return i;
  std::size_t at = i + link;
  if (at >= sentence.end || context_.claims[at] == Claim::date) return i;
  // "Office of the Director": whose office it is may be a post's.
  if (const Match post = context_.match(at, WordClass::role); post && context_.is_capital(at)) at += post.count;
  if (at == i + link && !is_part(at)) return i;
  while (at < sentence.end && at - i < longest_side) {
    const bool hyphen = is_hyphen(at);
    if (hyphen ? is_part(at + 1) : is_part(at))
      at += hyphen ? 2 : 1;
    else
      break;
  }
  return std::max(at, end_of_list(at, sentence.end));
}

// Behind a kind of body whose language writes names' later words small: adjectives, then what it is of; a noun for each
// link, and the adjectives behind it that the pack tells from the verb behind the name by their endings.
std::size_t BodyReader::end_without_capitals(std::size_t head, std::size_t i, std::size_t end) const {
  const auto is_noun = [&](std::size_t at) {
    return at < end && context_.tokens.kind(at) == TokenKind::word && context_.claims[at] != Claim::date &&
           context_.claims[at] != Claim::person && !context_.is(at, WordClass::function_word) &&
           !context_.is(at, WordClass::role) && !context_.says(at);
  };
  const bool known = !context_.pack.relative_endings.empty();
  const auto is_adjective = [&](std::size_t k) {
    return is_noun(k) && !context_.match(k, WordClass::body_link) && !context_.is_capital(k) &&
           context_.has_relative_ending(k);
  };
  // « Institut vilanien des ports »: one that no ending tells, right between the kind of body and what it is of.
  const auto may_be_adjective = [&](std::size_t k) {
    return k == head + 1 && link_at(k + 1) > 0 && !context_.ends_in(k, context_.pack.verb_endings);
  };
  // « beaux-arts », « porte-conteneurs »
  const auto end_of_noun = [&](std::size_t k) {
    ++k;
    while (k + 1 < end && is_hyphen(k) && context_.is_word(k + 1)) k += 2;
    return k;
  };
  std::size_t at = i;
  std::size_t adjectives = 0;
  while (adjectives < most_adjectives && is_noun(at) && !context_.match(at, WordClass::body_link) &&
         (!known || is_adjective(at) || may_be_adjective(at))) {
    ++at;
    ++adjectives;
  }
  std::size_t last = known ? at : i;
  while (at < end && at - i < longest_side) {
    // « de l'économie et des finances »: the link again.
    const bool listed = last > i && context_.is(at, WordClass::list_link) && context_.is(at + 1, WordClass::noun_link);
    const std::size_t from = listed ? at + 1 : at;
    const std::size_t link = link_at(from);
    if (link == 0 || !is_noun(from + link)) break;
    // « la Police contre le bruit », « la Policía Portuaria para cerrar »: a link that is not "of" leads to what a
    // body serves only where it has its article, and where more than the kind of body goes before.
    const bool of = context_.is(from, WordClass::noun_link);
    if (!of && (at == head + 1 || !context_.is(from + link - 1, WordClass::determiner)) &&
        !context_.is_capital(from + link))
      break;
    at = end_of_noun(from + link);
    while (at < end && (context_.is_capital(at) || is_adjective(at))) ++at;
    last = at;
  }
  return last;
}

// "وزارة الصحة العامة", "الهيئة الوطنية لحماية السواحل"
std::size_t BodyReader::end_of_uncased(std::size_t i, Range sentence) const {
  constexpr ClassMask no_noun = mask(WordClass::function_word) | mask(WordClass::role) | mask(WordClass::list_link) |
                                mask(WordClass::honorific) | mask(WordClass::weekday) | mask(WordClass::relative_day) |
                                mask(WordClass::month) | mask(WordClass::reporting_verb) | mask(WordClass::shift);
  const bool definite = context_.is_definite(i);
  const auto is_noun = [&](std::size_t k) {
    return k < sentence.end && context_.tokens.kind(k) == TokenKind::word && context_.claims[k] != Claim::date &&
           context_.claims[k] != Claim::person && !context_.tokens.is_any(k, no_noun);
  };
  const auto is_place = [&](std::size_t k) {
    return context_.match(k, WordClass::place) || context_.match(k, WordClass::country);
  };
  // A definite body is told from others by an adjective made of a noun; what else is definite may be its object.
  const auto is_adjective = [&](std::size_t k) {
    return is_noun(k) && context_.is_definite(k) &&
           (context_.has_relative_ending(k) || context_.is(k, WordClass::role_modifier));
  };
  // What it is for: "لحماية السواحل", "للملاحة البحرية".
  const auto is_purpose = [&](std::size_t k) {
    if (!is_noun(k)) return false;
    return context_.begins_merged(k) && (context_.is_definite(k) || (is_noun(k + 1) && context_.is_definite(k + 1)));
  };
  std::size_t at = i + 1;
  bool purpose = false;
  if (definite ? is_adjective(at) : is_noun(at)) ++at;
  // A body of three words that the pack knows is known whole.
  constexpr std::size_t whole_name = 3;
  const Match known = context_.tokens.match_before(i + 1, WordClass::body);
  if (known.count >= whole_name) return i + 1;
  const bool told = at > i + 1 || known.count > 1;
  while (told && at < i + longest_side) {
    const bool joined = context_.is(at, WordClass::list_link) && context_.tokens.glued(at + 1);
    const std::size_t next = joined ? at + 1 : at;
    // "الهيئة العامة للنقل والهيئة العامة": another body.
    if (joined && context_.match(next, WordClass::body)) break;
    // "للصليب الأحمر" is two tokens where the words are known.
    const bool linked =
        context_.is(at, WordClass::role_link) && context_.tokens.glued(at + 1) && is_noun(at + 1) &&
        (context_.is_definite(at + 1) || context_.tokens[at + 1].merged ||
         ((definite || !context_.is(at + 1, WordClass::not_name)) && is_noun(at + 2) && context_.is_definite(at + 2)));
    // "للعام الدراسي": a time is no purpose.
    if (linked && context_.match(at + 1, WordClass::period_word)) break;
    if (!purpose && (linked || is_purpose(at))) {
      purpose = true;
      at += linked ? 2 : 1;
    } else if (is_noun(next) && context_.is_definite(next) && (!definite || purpose || is_adjective(next))) {
      at = next + 1;
    } else if (joined && !definite && is_noun(next) && is_noun(next + 1) && context_.is_definite(next + 1)) {
      // "هيئة الموانئ ومراقبة السواحل"
      at = next + 2;
    } else {
      break;
    }
  }
  // "a company in …": what is of nothing definite and of no place is no name.
  if (!definite && at == i + 2 && !context_.is_definite(i + 1) && !is_place(i + 1)) return i + 1;
  return at;
}

std::size_t BodyReader::end_of(std::size_t i, Range sentence) const {
  std::size_t at = i + 1;
  if (!context_.is_cased(i)) return end_of_uncased(i, sentence);
  while (at < sentence.end && at - i < longest_side && is_part(at) && !context_.is(at, WordClass::event) &&
         !context_.is(at, WordClass::not_body))
    ++at;
  const bool head_first = context_.pack.noun_order == language::NounOrder::head_first;
  // « le parquet de Vilanie orientale »
  const auto skip_adjectives = [&] {
    while (head_first && at < sentence.end && context_.tokens.kind(at) == TokenKind::word && !context_.is_capital(at) &&
           context_.has_relative_ending(at) && !context_.says(at) && !context_.is(at, WordClass::function_word))
      ++at;
  };
  if (head_first) {
    // Adjectives between the kind of body and what it is of: "agence régionale de Santé".
    std::size_t behind = at;
    while (behind < sentence.end && behind - at < most_adjectives && context_.is_word(behind) &&
           !context_.is_capital(behind) && !context_.is(behind, WordClass::function_word) &&
           !context_.match(behind, WordClass::body_link))
      ++behind;
    if (const std::size_t end = end_of_complement(behind, sentence); end > behind) {
      at = end;
      skip_adjectives();
    }
  }
  for (std::size_t links = 0; links < 3; ++links) {
    const std::size_t end = end_of_complement(at, sentence);
    if (end == at) break;
    at = end;
    skip_adjectives();
  }
  if (head_first && context_.is_capital(i)) at = std::max(at, end_without_capitals(i, at, sentence.end));
  return at;
}

Range BodyReader::around(std::size_t i, Range sentence) const {
  const Range none{i, i};
  const bool cased = context_.is_cased(i);
  if (cased && context_.is_title_case(i)) return none;
  const bool head_first = context_.pack.noun_order == language::NounOrder::head_first;
  if (cased && !context_.is_capital(i)) {
    // "the charity Safe Roads": the kind of body is not part of the name.
    Range name{i + 1, i + 1};
    while (name.end < sentence.end && name.end - name.first < longest_side && is_part(name.end) &&
           !context_.is(name.end, WordClass::not_body) && !context_.is(name.end, WordClass::event) &&
           !names_.country(name.end))
      ++name.end;
    if (!name.empty()) return name.end - name.first > 1 || context_.tokens[name.first].all_caps ? name : none;
    if (!head_first) return none;
  }
  Range name{cased && context_.is_capital(i) ? begin_of(i, sentence) : i, end_of(i, sentence)};
  if (cased) name.end = end_with_other(name, sentence);
  if (cased && head_first) name.end = end_at_abbreviation(name, sentence);
  // "the Health Organisation Convention" names a text, not a body, and "Board Members" are people.
  if (context_.is_capital(name.end) && context_.is(name.end, WordClass::not_body)) return none;
  return is_name(name) ? name : none;
}

// "Senate Health, Sport and Culture Committee": a name that another kind of body further on belongs to.
std::size_t BodyReader::end_with_other(Range name, Range sentence) const {
  for (std::size_t k = name.end; k < sentence.end && k < name.end + longest_side; ++k)
    if (context_.is(k, WordClass::body) && context_.is_capital(k) && begin_of(k, sentence) < name.end)
      return end_of(k, sentence);
  return name.end;
}

// "Comité de gestion portuaire (CGP)": nothing but the abbreviation tells that the small adjective belongs to the name.
std::size_t BodyReader::end_at_abbreviation(Range name, Range sentence) const {
  std::size_t at = name.end;
  while (at < sentence.end && at - name.end < most_adjectives && context_.tokens.kind(at) == TokenKind::word &&
         !context_.is(at, WordClass::function_word))
    ++at;
  const Range longer{name.first, at};
  const Range abbreviation = abbreviation_behind(longer, sentence);
  return at > name.end && !abbreviation.empty() && initials_match(longer, abbreviation.first) ? at : name.end;
}

// "Council" and "General Assembly" are whichever was named before: some word must tell it from others.
bool BodyReader::is_name(Range name) const {
  for (std::size_t k = name.first; k < name.end; ++k) {
    // What is before the kind of body in a compound tells it as well as a word of its own.
    const Match body = context_.match(k, WordClass::body);
    if (body && body.count == 1 && body.phrase->words.front() != context_.tokens.folded(k)) return true;
    if (context_.is_word(k) && !context_.tokens.is_any(k, mask(WordClass::body) | mask(WordClass::not_name) |
                                                              mask(WordClass::body_link) | mask(WordClass::determiner)))
      return true;
  }
  return false;
}

Range BodyReader::abbreviation_behind(Range name, Range sentence) const {
  const Range none{name.end, name.end};
  const Tokens& tokens = context_.tokens;
  const std::size_t at = name.end + 1;
  if (at >= sentence.end || !tokens.is_mark(name.end, '(') || !context_.is_word(at) || !tokens[at].all_caps)
    return none;
  if (tokens[at].end - tokens[at].begin > longest_abbreviation) return none;
  const bool closed = tokens.is_mark(at + 1, ')') || context_.is_comma(at + 1) || tokens.is_mark(at + 1, ';');
  // A party and a state, "(D-NY)", are no abbreviation of the name before them.
  return closed ? Range{at, at + 1} : none;
}

bool BodyReader::initials_match(Range name, std::size_t abbreviation) const {
  const Tokens& tokens = context_.tokens;
  const std::string& letters = tokens.folded(abbreviation);
  std::size_t matched = 0;
  for (std::size_t i = name.first; i < name.end && matched < letters.size(); ++i) {
    const std::string& word = tokens.folded(i);
    const language::CodePoint wanted = language::code_point_at(letters, matched);
    if (!word.empty() && language::code_point_at(word, 0).value == wanted.value) matched += wanted.length;
  }
  return matched == letters.size();
}

}  // namespace herald::facts
