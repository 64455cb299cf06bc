// Each rule looks a few tokens to both sides of a number; which words make it a reference is the pack's to say.
#include "core/facts/number_guard.hpp"

#include <algorithm>

namespace herald::facts {

const char* NumberGuard::belongs_elsewhere(std::size_t begin, std::size_t i, const Number& number,
                                           Range sentence) const {
  if (is_phone(i, sentence)) return "figures.phone";
  if (is_list_number(i, number.end, sentence)) return "figures.list_number";
  return is_reference(begin, i, number, sentence);
}

// Numbers that belong to something else: "Article 5", "Apollo 11", "F-117", "10:30".
const char* NumberGuard::is_reference(std::size_t begin, std::size_t i, const Number& number, Range sentence) const {
  const Tokens& tokens = context_.tokens;
  if (begin > sentence.first) {
    std::size_t before = begin;
    while (before > sentence.first && (tokens.is_mark(before - 1, '.') || tokens.is_mark(before - 1, '#') ||
                                       tokens.is_mark(before - 1, ':') || tokens.is_mark(before - 1, '(')))
      --before;
    if (tokens.is_mark(begin - 1, '#')) return "figures.reference";
    // A dotted word or a colon belongs to the reference ("No. 5", "Tel: 5"); a full stop to the sentence before.
    if ((before == begin || begin - before == 1) && tokens.match_before(before, WordClass::reference))
      return "figures.reference";
    if (tokens.match_before(begin, WordClass::reference)) return "figures.reference";
    // "Articles 5 and 6", "pages 3–7".
    const bool joined = context_.is(begin - 1, WordClass::list_link) || context_.is_comma(begin - 1) ||
                        tokens.kind(begin - 1) == TokenKind::dash;
    if (joined && rejected_at_ != 0 && rejected_at_ == begin - 1) return "figures.reference_list";
    // "رمضان 1446": a year of another calendar.
    if (tokens.match_before(begin, WordClass::hijri_month)) return "figures.other_calendar";
    if (begin == i && is_part_of_name(i, number, sentence)) return "figures.part_of_name";
  }
  return is_code(i, number, sentence);
}

// "Apollo 11", "Foo 7.1": a name before short plain digits or a version, and nothing that is counted behind.
bool NumberGuard::is_part_of_name(std::size_t i, const Number& number, Range sentence) const {
  const Tokens& tokens = context_.tokens;
  if (i <= sentence.first || number.magnitude || tokens.match_before(i, WordClass::qualifier)) return false;
  if (is_version(i, number, sentence)) return true;
  const std::size_t before = i - 1;
  const std::size_t next = number.end;
  const bool word_behind = next < sentence.end && context_.is_word(next);
  // A word of another script is a name: "Linux" in an Arabic sentence.
  const std::size_t beside = word_behind ? next : before - (before > sentence.first ? 1U : 0U);
  const bool foreign =
      context_.is_word(before) && context_.is_cased(before) && context_.is_word(beside) && !context_.is_cased(beside);
  if (!(context_.is_capital(before) || foreign) || context_.is(before, WordClass::function_word)) return false;
  if (!number.plain_digits || number.digits > 5) return false;
  if (names_.contains({tokens[before].word, tokens[i].word})) return true;
  if (context_.opens_sentence(before) || context_.is_title_case(i)) return false;
  const bool noun_behind = word_behind && (!tokens[next].capital || context_.pack.capital_nouns) &&
                           !context_.is(next, WordClass::function_word) &&
                           !context_.is(next, WordClass::reporting_verb) && !begins_like_verb(next);
  return !noun_behind || (context_.is(before, WordClass::organisation) && !context_.pack.capital_nouns);
}

bool NumberGuard::begins_like_verb(std::size_t i) const {
  const auto& beginnings = context_.pack.verb_beginnings;
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](const std::string& beginning) { return context_.tokens.folded(i).starts_with(beginning); });
}

// "Foo 7.1", "foo 5.0 supports": two short numbers with a point behind a name, or the second one nought, and no unit.
bool NumberGuard::is_version(std::size_t i, const Number& number, Range sentence) const {
  const Tokens& tokens = context_.tokens;
  const std::size_t next = number.end;
  constexpr std::size_t version_tokens = 3;
  if (!tokens.is_mark(i + 1, '.') || next != i + version_tokens || number.digits > 2 || !context_.is_word(i - 1))
    return false;
  const bool measured = tokens.source(next) == "%" || tokens.source(next) == "٪" ||
                        tokens.kind(next) == TokenKind::dash || tokens.kind(next) == TokenKind::number ||
                        tokens.is_mark(next, '+') || context_.match(next, WordClass::percent) ||
                        context_.match(next, WordClass::unit) || currencies_.behind(next, sentence.end).found();
  if (measured || context_.is(i - 1, WordClass::function_word) || context_.is(i - 1, WordClass::measure_verb))
    return false;
  if (tokens.source(i + 2) == "0") return true;
  const bool name = context_.is_capital(i - 1) || (context_.is_cased(i - 1) && next < sentence.end &&
                                                   context_.is_word(next) && !context_.is_cased(next));
  // At the head of a row the name is a label: "Margin 7.1".
  return name && !(context_.opens_sentence(i - 1) && !(next < sentence.end && context_.is_word(next)));
}

void NumberGuard::learn_name(std::size_t i, const Number& number, Range sentence) {
  if (number.plain_digits && is_part_of_name(i, number, sentence))
    names_.emplace(context_.tokens[i - 1].word, context_.tokens[i].word);
}

const char* NumberGuard::is_code(std::size_t i, const Number& number, Range sentence) const {
  const Tokens& tokens = context_.tokens;
  const bool text_before = i > sentence.first && tokens.glued(i);
  if (text_before && tokens.kind(i) == TokenKind::number) {
    // "F-117", "COVID-19", "9/11", "3:1", "§5", "@7"
    if (tokens.kind(i - 1) == TokenKind::dash && i - 1 > sentence.first && tokens.glued(i - 1) &&
        (context_.is_word(i - 2) || tokens.kind(i - 2) == TokenKind::mark))
      return "figures.code";
    for (const char mark : {'/', ':', '#', '_', '@', '=', '*', '^'})
      if (tokens.is_mark(i - 1, mark) && !(mark == ':' && tokens[i - 1].space_before)) return "figures.code";
    // "v2.3"
    if (tokens.is_mark(i - 1, '.') && i - 1 > sentence.first && tokens.glued(i - 1) &&
        (tokens.kind(i - 2) == TokenKind::number || tokens.kind(i - 2) == TokenKind::mixed))
      return "figures.code";
    if (tokens.source(i - 1) == "§" || tokens.source(i - 1) == "°") return "figures.reference";
  }
  if (tokens.source(i > sentence.first ? i - 1 : i) == "§") return "figures.reference";
  const std::size_t next = number.end;
  if (next >= sentence.end) return nullptr;
  const Match era = context_.match(next, WordClass::era);
  if (era && tokens.kind(i) == TokenKind::number && number.digits == 4) return "figures.other_calendar";
  if (tokens.glued(next) && tokens.kind(i) == TokenKind::number) {
    for (const char mark : {'/', ':', '@', '=', '_'})
      if (tokens.is_mark(next, mark) && tokens.glued(next + 1) && next + 1 < sentence.end &&
          !context_.is_word(next + 1))
        return "figures.code";
    // Letters that are neither a unit nor a currency make it a code: 5K, 3D, 94th.
    const bool known = tokens.match(next, WordClass::unit) || tokens.match(next, WordClass::percent) ||
                       currencies_.behind(next, sentence.end).found() || tokens.folded(next).starts_with("'");
    if (context_.is_word(next) && !known) return "figures.letters_behind";
    // "3-D", "5-HT": a capital behind the dash.
    if (tokens.kind(next) == TokenKind::dash && tokens.glued(next + 1) && tokens.kind(next + 1) == TokenKind::word &&
        tokens[next + 1].capital && !number.magnitude && !context_.is_title_case(i))
      return "figures.code";
  }
  // "sections 3.1(2) and 11.4(1)": a bracket that is glued to the number cites a part of a law.
  if (tokens.kind(i) == TokenKind::number && tokens.is_mark(next, '(') && tokens.glued(next) &&
      tokens.glued(next + 1) && tokens.kind(next + 1) == TokenKind::number && tokens.is_mark(next + 2, ')'))
    return "figures.reference";
  // "18 X.Y.C. § 922": a volume of laws and a place in it.
  if (tokens.kind(i) == TokenKind::number && tokens[next].all_caps && !currencies_.behind(next, sentence.end).found()) {
    std::size_t place = next + 1;
    while (place < sentence.end && place < next + 3 && tokens.kind(place) == TokenKind::mark &&
           !context_.is_comma(place))
      ++place;
    if (place < sentence.end && tokens.kind(place) == TokenKind::number) return "figures.reference";
  }
  // "31 June": a day that the calendar has not is none, and no number of Junes either.
  if (tokens.kind(i) == TokenKind::number && number.digits <= 2 && tokens.calendar(next, WordClass::month, -1) &&
      (context_.is_capital(next) || !context_.pack.capital_months))
    return "figures.no_such_day";
  // "3 p.m.", "three in the morning".
  const Match marker = context_.match(next, WordClass::time_marker);
  constexpr double hours = 24;
  const bool hour = number.digits <= 2 && !number.magnitude && number.value.to_double() <= hours;
  const bool time =
      marker && hour &&
      (marker.count > 1 || (tokens.kind(i) == TokenKind::number && !context_.is(next, WordClass::function_word)));
  return time ? "figures.time" : nullptr;
}

// A leading plus or zero, or three runs of digits and more: "+44 20 7946 0000", "555-0188".
bool NumberGuard::is_phone(std::size_t i, Range sentence) const {
  const Tokens& tokens = context_.tokens;
  if (tokens.kind(i) != TokenKind::number) return false;
  if (i > sentence.first && tokens.is_mark(i - 1, '+') && tokens.glued(i)) {
    // "+11.2 %" is a change.
    const bool decimal = (tokens.is_mark(i + 1, '.') || context_.is_comma(i + 1)) && tokens.glued(i + 1) &&
                         tokens.kind(i + 2) == TokenKind::number && tokens.glued(i + 2);
    const std::size_t behind = decimal ? i + 3 : i + 1;
    return !(tokens.is_mark(behind, '%') || context_.match(behind, WordClass::percent));
  }
  const std::string_view written = tokens.source(i);
  // "06 صيادين", "(07) قوارب": offices fill up to two digits.
  const std::size_t noun = tokens.is_mark(i + 1, ')') ? i + 2 : i + 1;
  const bool filled_up = written.size() == 2 && noun < sentence.end && context_.is_word(noun) &&
                         !context_.is_cased(noun) && !context_.is(noun, WordClass::function_word);
  if (written.size() > 1 && written[0] == '0' && !filled_up) return true;
  std::size_t runs = 1;
  std::size_t at = i + 1;
  bool points = false;
  bool spaces = false;
  while (at < sentence.end && runs < 4) {
    std::size_t next = at;
    if (tokens.kind(next) == TokenKind::dash || tokens.is_mark(next, ')') || tokens.is_mark(next, '.') ||
        tokens.is_mark(next, '/')) {
      points = points || (tokens.is_mark(next, '.') && tokens.glued(next + 1));
      ++next;
    }
    spaces = spaces || next == at;
    if (next >= sentence.end || tokens.kind(next) != TokenKind::number || (next == at && !tokens[next].space_before))
      break;
    ++runs;
    at = next + 1;
  }
  // "84.6 76.1" and cells of a row stand side by side like the groups of a telephone number.
  if (spaces && (points || context_.block_of(i).kind == BlockKind::table)) return false;
  if (runs >= 3 && context_.pack.decimal_mark != ",") return true;
  if (runs >= 4) return true;
  // 555-0188
  return runs == 2 && written.size() == 3 && tokens.kind(i + 1) == TokenKind::dash && tokens.glued(i + 1) &&
         tokens.glued(i + 2) && tokens.source(i + 2).size() == 4;
}

// "1. First", "(2)", "3)": the number of an item or of a note.
bool NumberGuard::is_list_number(std::size_t i, std::size_t end, Range sentence) const {
  const Tokens& tokens = context_.tokens;
  if (tokens.kind(i) != TokenKind::number) return false;
  const bool bracketed = i > sentence.first && end == i + 1 &&
                         (tokens.is_mark(i - 1, '(') || tokens.is_mark(i - 1, '[')) &&
                         (tokens.is_mark(end, ')') || tokens.is_mark(end, ']'));
  // The first cell of a row is its number.
  if (i == sentence.first && context_.block_of(i).kind == BlockKind::table && tokens.source(i).size() <= 2) return true;
  const bool opens =
      i == sentence.first && (tokens.is_mark(end, ')') || (tokens.is_mark(end, '.') && end + 1 >= sentence.end) ||
                              (tokens.is_mark(end, '.') && tokens.glued(end) && context_.is_capital(end + 1)));
  return bracketed || opens;
}

// "1300 Pennsylvania Ave.", "12 rue des Lilas".
bool NumberGuard::is_address(std::size_t end, Range sentence) const {
  constexpr std::size_t reach = 5;
  for (std::size_t k = end; k < sentence.end && k < end + reach; ++k) {
    const bool street = context_.is(k, WordClass::street) &&
                        (context_.is_capital(k) || context_.pack.noun_order == language::NounOrder::head_first);
    if (street) return true;
    if (!context_.is_capital(k) && context_.tokens.kind(k) != TokenKind::number && !context_.tokens.is_mark(k, '.') &&
        !context_.is_comma(k))
      return false;
  }
  return false;
}

// ", 1209 Porto, Lorvia": behind the comma of an address a number in one piece, and a town up to the next comma or the
// end.
bool NumberGuard::is_postcode(std::size_t i, const Number& number, Range sentence) const {
  constexpr std::size_t longest_town = 3;
  if (!number.plain_digits || number.digits < 4 || number.digits > 5 || number.magnitude || i <= sentence.first ||
      !context_.is_comma(i - 1))
    return false;
  std::size_t end = number.end;
  while (end < sentence.end && end - number.end < longest_town && context_.is_capital(end)) ++end;
  return end > number.end && (end >= sentence.end || context_.tokens.kind(end) == TokenKind::mark);
}

// "rose from 6 to 22", "increased 20,600 to 4,259,000": from where to where, or by how much to what, is no range.
bool NumberGuard::is_change(std::size_t begin, const Number& first, const Number& second, Range sentence) const {
  constexpr double most_times = 50;
  const Match from = context_.tokens.match_before(begin, WordClass::range_open);
  if (!from)
    return first.power == 0 && second.power == 0 && second.value.to_double() > most_times * first.value.to_double();
  if (from.phrase->code != "from" || begin - from.count <= sentence.first) return false;
  const Match verb = context_.tokens.match_before(begin - from.count, WordClass::measure_verb);
  return verb && verb.phrase->code == "change" && begin - from.count - verb.count >= sentence.first;
}

// Four plain digits of a year, with nothing that makes them a number of things.
bool NumberGuard::is_year(std::size_t i, const Number& number, bool named) const {
  if (!number.plain_digits || number.magnitude || number.digits != 4) return false;
  const std::int64_t value = number.value.coefficient();
  if (value < 1900 || value > 2100) return false;
  // "more than 2000 soldiers" is a number, "about 2014" a year.
  if (named && context_.tokens.match_before(i, WordClass::qualifier)) return false;
  return !context_.is(number.end, WordClass::irregular_plural) && !context_.match(number.end, WordClass::unit);
}

}  // namespace herald::facts
