// Each rule looks a few tokens to both sides of a number; which words make it a reference is the pack's to say.
#include "core/facts/number_guard.hpp"

namespace herald::facts {

// Numbers that belong to something else: "Article 5", "Apollo 11", "F-117", "10:30".
bool NumberGuard::is_reference(std::size_t begin, std::size_t i, const Number& number, Range sentence) const {
  const Tokens& tokens = context_.tokens;
  if (begin > sentence.first) {
    std::size_t before = begin;
    while (before > sentence.first && (tokens.is_mark(before - 1, '.') || tokens.is_mark(before - 1, '#') ||
                                       tokens.is_mark(before - 1, ':') || tokens.is_mark(before - 1, '(')))
      --before;
    if (tokens.is_mark(begin - 1, '#')) return true;
    // A dotted word or a colon belongs to the reference ("No. 5", "Tel: 5"); a full stop to the sentence before.
    if ((before == begin || begin - before == 1) && tokens.match_before(before, WordClass::reference)) return true;
    if (tokens.match_before(begin, WordClass::reference)) return true;
    // "Articles 5 and 6", "pages 3–7".
    const bool joined = context_.is(begin - 1, WordClass::list_link) || context_.is_comma(begin - 1) ||
                        tokens.kind(begin - 1) == TokenKind::dash;
    if (joined && rejected_at_ != 0 && rejected_at_ == begin - 1) return true;
    // "Apollo 11": a capitalised word before short plain digits, and nothing that is counted behind.
    const bool capital = context_.is_capital(begin - 1) && !context_.opens_sentence(begin - 1) &&
                         !context_.is_title_case(begin) && !context_.is(begin - 1, WordClass::function_word) &&
                         !tokens.match_before(begin, WordClass::qualifier);
    if (capital && number.plain_digits && !number.magnitude && number.digits <= 5) {
      const std::size_t next = number.end;
      const bool noun_behind =
          next < sentence.end && context_.is_word(next) && (!tokens[next].capital || context_.pack.capital_nouns) &&
          !context_.is(next, WordClass::function_word) && !context_.is(next, WordClass::reporting_verb);
      if (!noun_behind || (context_.is(begin - 1, WordClass::organisation) && !context_.pack.capital_nouns))
        return true;
    }
  }
  return is_code(i, number, sentence);
}

bool NumberGuard::is_code(std::size_t i, const Number& number, Range sentence) const {
  const Tokens& tokens = context_.tokens;
  const bool text_before = i > sentence.first && tokens.glued(i);
  if (text_before && tokens.kind(i) == TokenKind::number) {
    // "F-117", "COVID-19", "9/11", "3:1", "§5", "@7"
    if (tokens.kind(i - 1) == TokenKind::dash && i - 1 > sentence.first && tokens.glued(i - 1) &&
        (context_.is_word(i - 2) || tokens.kind(i - 2) == TokenKind::mark))
      return true;
    for (const char mark : {'/', ':', '#', '_', '@', '=', '*', '^'})
      if (tokens.is_mark(i - 1, mark) && !(mark == ':' && tokens[i - 1].space_before)) return true;
    if (tokens.is_mark(i - 1, '.') && i - 1 > sentence.first && tokens.kind(i - 2) == TokenKind::number &&
        tokens.glued(i - 1))
      return true;
    if (tokens.source(i - 1) == "§" || tokens.source(i - 1) == "°") return true;
  }
  if (tokens.source(i > sentence.first ? i - 1 : i) == "§") return true;
  const std::size_t next = number.end;
  if (next >= sentence.end) return false;
  if (tokens.glued(next) && tokens.kind(i) == TokenKind::number) {
    for (const char mark : {'/', ':', '@', '=', '_'})
      if (tokens.is_mark(next, mark) && tokens.glued(next + 1) && next + 1 < sentence.end &&
          !context_.is_word(next + 1))
        return true;
    // Letters that are neither a unit nor a currency make it a code: 5K, 3D, 94th.
    const bool known = tokens.match(next, WordClass::unit) || tokens.match(next, WordClass::percent) ||
                       currencies_.behind(next, sentence.end).found() || tokens.folded(next).starts_with("'");
    if (context_.is_word(next) && !known) return true;
    // "3-D", "5-HT": a capital behind the dash.
    if (tokens.kind(next) == TokenKind::dash && tokens.glued(next + 1) && tokens.kind(next + 1) == TokenKind::word &&
        tokens[next + 1].capital && !number.magnitude && !context_.is_title_case(i))
      return true;
  }
  // "18 X.Y.C. § 922": a volume of laws and a place in it.
  if (tokens.kind(i) == TokenKind::number && tokens[next].all_caps && !currencies_.behind(next, sentence.end).found()) {
    std::size_t place = next + 1;
    while (place < sentence.end && place < next + 3 && tokens.kind(place) == TokenKind::mark &&
           !context_.is_comma(place))
      ++place;
    if (place < sentence.end && tokens.kind(place) == TokenKind::number) return true;
  }
  // "31 June": a day that the calendar has not is none, and no number of Junes either.
  if (tokens.kind(i) == TokenKind::number && number.digits <= 2 && tokens.calendar(next, WordClass::month, -1) &&
      (context_.is_capital(next) || !context_.pack.capital_months))
    return true;
  return static_cast<bool>(context_.match(next, WordClass::time_marker)) && tokens.kind(i) == TokenKind::number &&
         number.digits <= 2 && !context_.is(next, WordClass::function_word);
}

// A leading plus or zero, or three runs of digits and more: "+44 20 7946 0000", "555-0188".
bool NumberGuard::is_phone(std::size_t i, Range sentence) const {
  const Tokens& tokens = context_.tokens;
  if (tokens.kind(i) != TokenKind::number) return false;
  if (i > sentence.first && tokens.is_mark(i - 1, '+') && tokens.glued(i)) return true;
  const std::string_view written = tokens.source(i);
  if (written.size() > 1 && written[0] == '0') return true;
  std::size_t runs = 1;
  std::size_t at = i + 1;
  bool narrow = true;
  while (at < sentence.end && runs < 4) {
    std::size_t next = at;
    if (tokens.kind(next) == TokenKind::dash || tokens.is_mark(next, ')') || tokens.is_mark(next, '.') ||
        tokens.is_mark(next, '/')) {
      narrow = narrow && tokens.kind(next) != TokenKind::dash;
      ++next;
    }
    if (next >= sentence.end || tokens.kind(next) != TokenKind::number || (next == at && !tokens[next].space_before))
      break;
    ++runs;
    at = next + 1;
  }
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
  const bool bracketed = i > sentence.first && (tokens.is_mark(i - 1, '(') || tokens.is_mark(i - 1, '[')) &&
                         (tokens.is_mark(end, ')') || tokens.is_mark(end, ']'));
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
