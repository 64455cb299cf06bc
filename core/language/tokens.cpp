// Cuts text into tokens in one pass over its code points. What stands inside a token is decided by
// the characters alone; the lexicon only labels.
#include "core/language/tokens.hpp"

#include <algorithm>

#include "core/language/text.hpp"

namespace herald::language {
namespace {

// A phrase of a pack has at most this many words; looking back for one need not go further.
constexpr std::size_t longest_phrase = 8;

bool is_apostrophe(char32_t c) noexcept { return c == '\'' || c == 0x2019 || c == 0x02BC; }

bool is_word_part(char32_t c) noexcept { return c == '_' || is_letter(c) || is_digit(c); }

// Invisible characters that pasted text carries and that part no word: soft hyphen, directional
// marks, zero-width joiners, the byte-order mark.
bool is_invisible(char32_t c) noexcept {
  return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
         c == 0xFEFF;
}

bool is_quote(char32_t c) noexcept { return c == '"' || c == '\'' || is_opening_quote(c) || is_closing_quote(c); }

std::size_t end_of_run(std::string_view text, std::size_t at, std::size_t end, bool (*belongs)(char32_t) noexcept) {
  while (at < end) {
    const CodePoint c = code_point_at(text, at);
    if (!belongs(c.value)) break;
    at += c.length;
  }
  return at;
}

std::size_t count_letters(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint c = code_point_at(word, i);
    letters += is_letter(c.value) ? 1 : 0;
    i += c.length;
  }
  return letters;
}

// "U.S.", "p.m.": single letters, each with a full stop, at least two. Returns the end, or `begin`.
std::size_t end_of_initialism(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t at = begin;
  std::size_t pairs = 0;
  while (at < end) {
    const CodePoint letter = code_point_at(text, at);
    if (!is_letter(letter.value) || at + letter.length >= end || text[at + letter.length] != '.') break;
    at += letter.length + 1U;
    ++pairs;
  }
  return pairs >= 2 ? at : begin;
}

bool is_arabic_letter(char32_t c) { return c >= 0x0620 && c <= 0x064A; }

// An address runs to white space, and leaves the punctuation that ends the sentence outside.
std::size_t end_of_address(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end) {
    const CodePoint c = code_point_at(text, at);
    if (is_space(c.value) || c.value == '<' || c.value == '>' || c.value == '"') break;
    at += c.length;
  }
  while (at > 0 && std::string_view(".,;:!?)]'").find(text[at - 1]) != std::string_view::npos) --at;
  return at;
}

bool begins_address(std::string_view text, std::size_t begin, std::size_t run_end, std::size_t end) {
  const std::string_view rest = text.substr(run_end, end - run_end);
  const std::string_view run = text.substr(begin, run_end - begin);
  if (rest.starts_with("://") || (rest.starts_with("@") && rest.size() > 1)) return true;
  if (run == "www" && rest.starts_with(".")) return true;
  // name.ext or host.tld: at least two characters on both sides, lower case or a digit behind the full
  // stop (a capital there is a sentence whose space was lost).
  if (run.size() < 2 || rest.size() < 3 || rest[0] != '.') return false;
  const std::size_t second_end = end_of_run(text, run_end + 1, end, is_word_part);
  const std::string_view second = text.substr(run_end + 1, second_end - run_end - 1);
  return second.size() >= 2 &&
         second.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") == std::string_view::npos &&
         is_lower(code_point_at(second, 0).value);
}

}  // namespace

Tokens::Tokens(std::string_view text, const Lexicon* lexicon, const Lexicon* calendar)
    : text_(text), lexicon_(lexicon), calendar_(calendar) {
  words_.emplace_back();  // word 0: what boundaries and everything outside are
  outside_.kind = TokenKind::boundary;
}

std::string_view Tokens::source(std::size_t i) const noexcept {
  const Token& token = (*this)[i];
  return text_.substr(token.begin, token.end - token.begin);
}

bool Tokens::is_mark(std::size_t i, char c) const noexcept {
  const Token& token = (*this)[i];
  return token.kind != TokenKind::boundary && token.end == token.begin + 1 && text_[token.begin] == c;
}

void Tokens::add(std::size_t begin, std::size_t end) {
  end = std::min(end, text_.size());
  std::size_t at = begin;
  while (at < end) {
    const CodePoint c = code_point_at(text_, at);
    if (is_space(c.value)) {
      pending_space_ = true;
      pending_newline_ = pending_newline_ || c.value == '\n';
      at += c.length;
    } else if (is_invisible(c.value)) {
      at += c.length;
    } else if (is_word_part(c.value)) {
      at = is_digit(c.value) ? cut_number(at, end) : cut_word(at, end);
    } else {
      // ‘‘ and ’’ are one mark each: typists without “ and ” set them so.
      const bool single = c.value == 0x2018 || c.value == 0x2019;
      if (single && at + c.length < end && code_point_at(text_, at + c.length).value == c.value) {
        at = add_token(at, at + 2U * c.length, TokenKind::quote);
        continue;
      }
      const TokenKind kind = is_dash(c.value)    ? TokenKind::dash
                             : is_quote(c.value) ? TokenKind::quote
                                                 : TokenKind::mark;
      at = add_token(at, at + c.length, kind);
    }
  }
}

void Tokens::add_boundary(std::size_t at) {
  Token token;
  token.begin = token.end = static_cast<std::uint32_t>(at);
  token.kind = TokenKind::boundary;
  token.space_before = true;
  tokens_.push_back(token);
  pending_space_ = pending_newline_ = false;
}

std::size_t Tokens::cut_word(std::size_t begin, std::size_t end) {
  if (const std::size_t initialism = end_of_initialism(text_, begin, end); initialism > begin)
    return add_token(begin, initialism, TokenKind::word);
  const std::size_t run = end_of_run(text_, begin, end, is_word_part);
  if (begins_address(text_, begin, run, end))
    return add_token(begin, std::max(run, end_of_address(text_, run, end)), TokenKind::address);

  const std::string_view written = text_.substr(begin, run - begin);
  bool plain = true;
  for (std::size_t i = 0; i < written.size() && plain;) {
    const CodePoint c = code_point_at(written, i);
    plain = is_letter(c.value);
    i += c.length;
  }
  if (!plain) {
    const std::size_t sign = std::max(end_of_currency_sign(begin, run), end_of_proclitics(begin, run));
    return sign > begin ? cut_number(add_token(begin, sign, TokenKind::word), end)
                        : add_token(begin, run, TokenKind::mixed);
  }

  // An apostrophe between letters: "l'" stays with the short part before it, "'s" with the one behind.
  const CodePoint apostrophe = code_point_at(text_, run);
  if (run < end && is_apostrophe(apostrophe.value)) {
    const std::size_t behind = run + apostrophe.length;
    const std::size_t behind_end = end_of_run(text_, behind, end, is_letter);
    // The packs' own "l'" and "d'", where what they lean on is not written.
    if (behind == text_.size() && count_letters(written) <= 2) return add_token(begin, behind, TokenKind::word);
    if (behind_end > behind) {
      const std::size_t letters_before = count_letters(written);
      const std::size_t letters_behind = count_letters(text_.substr(behind, behind_end - behind));
      if (letters_behind <= 2 && letters_before > 1) {
        add_token(begin, run, TokenKind::word);
        return add_token(run, behind_end, TokenKind::word);
      }
      if (letters_before <= 2) return add_token(begin, behind, TokenKind::word);
      return add_token(begin, behind_end, TokenKind::word);
    }
  }
  return add_with_proclitics(begin, run);
}

bool Tokens::is_known(std::string_view folded) const {
  return lexicon_->find(folded) != nullptr || (calendar_ != nullptr && calendar_->find(folded) != nullptr);
}

// What is meant by the rest of a word behind a proclitic: "لأمم", which "ل" has left of "للأمم", is "الأمم". Empty
// where it is nothing that is known.
std::string Tokens::meant_by(std::string_view folded, std::uint32_t proclitic) const {
  for (const auto& [written, meant] : lexicon_->merged_beginnings()) {
    if (!folded.starts_with(written)) continue;
    const std::string_view rest = folded.substr(written.size());
    std::string whole = meant + std::string(rest);
    // "للتنمية": twice the same letter is one small word and the article, where the noun alone is known too.
    if (is_known(whole) || (proclitic != 0 && words_[proclitic].text == written && is_known(rest))) return whole;
  }
  return {};
}

// How much of a word that no list has is a small word before one that is known: "و" of "والبحرين". Bytes, 0 for none.
std::size_t Tokens::proclitic_of(std::string_view folded) const {
  constexpr std::size_t shortest_rest = 4;  // bytes: two letters
  if (lexicon_ == nullptr || is_known(folded)) return 0;
  for (const std::string& proclitic : lexicon_->proclitics()) {
    if (!folded.starts_with(proclitic) || folded.size() < proclitic.size() + shortest_rest) continue;
    const std::string_view rest = folded.substr(proclitic.size());
    if (is_known(rest) || !meant_by(rest, 0).empty()) return proclitic.size();
    // "وبالبحرين": another one before the word.
    for (const std::string& second : lexicon_->proclitics())
      if (rest.starts_with(second) && rest.size() >= second.size() + shortest_rest &&
          (is_known(rest.substr(second.size())) || !meant_by(rest.substr(second.size()), 0).empty()))
        return proclitic.size();
  }
  return 0;
}

std::size_t Tokens::add_with_proclitics(std::size_t begin, std::size_t end) {
  constexpr int most = 2;
  if (lexicon_ == nullptr || lexicon_->proclitics().empty()) return add_token(begin, end, TokenKind::word);
  bool behind_proclitic = false;
  std::string meant;
  for (int count = 0; count < most; ++count) {
    const std::string_view written = text_.substr(begin, end - begin);
    const Word& word = words_[intern(written, TokenKind::word)];
    // Vowel signs are folded away: what is written must begin as what was looked up does.
    // "للبحرين" is "ل" and "البحرين" with a letter lost, not twice the same small word.
    if (behind_proclitic && !(meant = meant_by(word.text, tokens_.back().word)).empty()) break;
    if (word.proclitic == 0 || !written.starts_with(word.text.substr(0, word.proclitic))) break;
    begin = add_token(begin, begin + word.proclitic, TokenKind::word);
    behind_proclitic = true;
  }
  const std::size_t behind = add_token(begin, end, TokenKind::word);
  if (!behind_proclitic) return behind;
  const std::string written = words_[tokens_.back().word].text;
  if (is_known(written)) return behind;
  if (meant.empty()) meant = meant_by(written, 0);
  if (!meant.empty()) {
    tokens_.back().word = intern(meant, TokenKind::word);
    tokens_.back().merged = true;
  }
  return behind;
}

// "و28", "ولـ15": Arabic writes its one-letter words together with what follows, stretched or not. Returns the end
// of the letters, or `begin`.
std::size_t Tokens::end_of_proclitics(std::size_t begin, std::size_t end) const {
  constexpr int most = 3;  // two words and the line that stretches them; more letters are a code's
  std::size_t at = begin;
  for (int letters = 0; at < end && letters < most; ++letters) {
    const CodePoint letter = code_point_at(text_, at);
    if (!is_arabic_letter(letter.value)) break;
    at += letter.length;
  }
  return at < end && is_digit(code_point_at(text_, at).value) ? at : begin;
}

// "Rs500", "RM1.2": a currency's letters glued to its number. Returns the end of the letters, or `begin`.
std::size_t Tokens::end_of_currency_sign(std::size_t begin, std::size_t end) const {
  if (lexicon_ == nullptr || !is_upper(code_point_at(text_, begin).value)) return begin;
  const std::size_t letters = end_of_run(text_, begin, end, is_letter);
  if (letters == end || !is_digit(code_point_at(text_, letters).value)) return begin;
  const std::vector<Phrase>* phrases = lexicon_->find(fold_case(text_.substr(begin, letters - begin)));
  if (phrases == nullptr) return begin;
  const bool sign = std::any_of(phrases->begin(), phrases->end(), [](const Phrase& phrase) {
    return phrase.word_class == WordClass::currency_sign && phrase.words.size() == 1;
  });
  return sign ? letters : begin;
}

std::size_t Tokens::cut_number(std::size_t begin, std::size_t end) {
  const std::size_t digits = end_of_run(text_, begin, end, is_digit);
  const std::size_t run = end_of_run(text_, digits, end, is_word_part);
  // The time behind an ISO date ("27T10:30") does not make the day a code.
  if (digits - begin == 2 && digits + 1 < run && text_[digits] == 'T' &&
      is_digit(code_point_at(text_, digits + 1).value))
    return add_token(begin, digits, TokenKind::number);
  // "94th", "1.2m": a number and its suffix. Digits again behind the letters make it a code.
  const std::string_view suffix = text_.substr(digits, run - digits);
  for (std::size_t i = 0; i < suffix.size();) {
    const CodePoint c = code_point_at(suffix, i);
    if (!is_letter(c.value)) return add_token(begin, run, TokenKind::mixed);
    i += c.length;
  }
  if (run < end && text_[run] == '@')
    return add_token(begin, std::max(run, end_of_address(text_, run, end)), TokenKind::address);
  return add_token(begin, digits, TokenKind::number);
}

std::size_t Tokens::add_token(std::size_t begin, std::size_t end, TokenKind kind) {
  Token token;
  token.begin = static_cast<std::uint32_t>(begin);
  token.end = static_cast<std::uint32_t>(end);
  token.kind = kind;
  token.space_before = pending_space_ || tokens_.empty();
  token.newline_before = pending_newline_;
  pending_space_ = pending_newline_ = false;
  const std::string_view written = text_.substr(begin, end - begin);
  token.word = intern(written, kind);
  if (kind == TokenKind::word || kind == TokenKind::mixed) {
    token.capital = is_upper(code_point_at(written, 0).value);
    std::size_t letters = 0;
    token.all_caps = true;
    for (std::size_t i = 0; i < written.size() && token.all_caps;) {
      const CodePoint c = code_point_at(written, i);
      if (is_letter(c.value)) ++letters;
      token.all_caps = !is_lower(c.value) && (is_upper(c.value) || !is_letter(c.value));
      i += c.length;
    }
    token.all_caps = token.all_caps && letters >= 2;
  }
  tokens_.push_back(token);
  return end;
}

std::uint32_t Tokens::intern(std::string_view written, TokenKind kind) {
  std::string folded = kind == TokenKind::word || kind == TokenKind::mixed ? fold_case(written) : std::string(written);
  if (const auto known = index_.find(folded); known != index_.end()) return known->second;

  Word word;
  word.phrases = lexicon_ != nullptr ? lexicon_->find(folded) : nullptr;
  if (word.phrases == nullptr && lexicon_ != nullptr && kind == TokenKind::word)
    word.phrases = lexicon_->find_compound(folded);
  word.calendar = calendar_ != nullptr ? calendar_->find(folded) : nullptr;
  if (word.phrases != nullptr)
    for (const Phrase& phrase : *word.phrases) {
      word.begins |= mask(phrase.word_class);
      if (phrase.words.size() == 1) word.classes |= mask(phrase.word_class);
    }
  if (kind == TokenKind::word && word.phrases == nullptr && lexicon_ != nullptr && !lexicon_->proclitics().empty())
    word.proclitic = proclitic_of(folded);
  word.text = folded;
  const auto number = static_cast<std::uint32_t>(words_.size());
  words_.push_back(std::move(word));
  index_.emplace(std::move(folded), number);
  return number;
}

bool Tokens::matches(const Phrase& phrase, std::size_t i) const noexcept {
  for (std::size_t k = 1; k < phrase.words.size(); ++k)
    if ((*this)[i + k].kind == TokenKind::boundary || folded(i + k) != phrase.words[k]) return false;
  return true;
}

Match Tokens::match(std::size_t i, WordClass word_class) const noexcept {
  // Most words begin no phrase of the class that is asked for.
  if (!(word(i).begins & mask(word_class)).any()) return {};
  for (const Phrase& phrase : *word(i).phrases)
    if (phrase.word_class == word_class && matches(phrase, i)) return {&phrase, phrase.words.size()};
  return {};
}

Match Tokens::match_before(std::size_t i, WordClass word_class) const noexcept {
  Match best;
  for (std::size_t back = 1; back <= longest_phrase && back <= i; ++back) {
    if (kind(i - back) == TokenKind::boundary) break;
    if (!(word(i - back).begins & mask(word_class)).any()) continue;
    for (const Phrase& phrase : *word(i - back).phrases)
      if (phrase.word_class == word_class && phrase.words.size() == back && matches(phrase, i - back))
        best = {&phrase, back};
  }
  return best;
}

Match Tokens::calendar(std::size_t i, WordClass word_class, int preferred) const noexcept {
  const std::vector<Phrase>* phrases = word(i).calendar;
  if (phrases == nullptr) return {};
  Match best;
  for (const Phrase& phrase : *phrases) {
    if (phrase.word_class != word_class || !matches(phrase, i)) continue;
    const Match found{&phrase, phrase.words.size()};
    if (phrase.pack == preferred) return found;
    if (!best || found.count > best.count) best = found;
  }
  return best;
}

std::vector<std::string> phrase_words(std::string_view phrase) {
  std::vector<std::string> words;
  // Most phrases are small ASCII letters and spaces, already folded; all packs hold some ten thousand, and
  // the command is started anew for each release.
  if (phrase.find_first_not_of("abcdefghijklmnopqrstuvwxyz ") == std::string_view::npos) {
    for (std::size_t begin = 0; begin < phrase.size();) {
      const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
      if (end > begin) words.emplace_back(phrase.substr(begin, end - begin));
      begin = end + 1;
    }
    return words;
  }
  Tokens tokens(phrase, nullptr, nullptr);
  tokens.add(0, phrase.size());
  words.reserve(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) words.push_back(tokens.folded(i));
  return words;
}

}  // namespace herald::language
