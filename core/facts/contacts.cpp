// Whom to ask. In the contact lines a name begins a contact, and the numbers and addresses behind it are that person's;
// those before any name are the office's that the line names. In the release's own text a mail address is a contact
// without a name.
#include <algorithm>
#include <optional>
#include <string>

#include "core/facts/bodies.hpp"
#include "core/facts/passes.hpp"
#include "core/facts/posts.hpp"
#include "core/language/text.hpp"

namespace herald::facts {
namespace {

constexpr std::size_t fewest_digits = 7;  // of a telephone number
constexpr std::size_t most_digits = 16;   // ITU-T E.164 has 15, and a 0 in brackets may stand among them
constexpr std::size_t longest_name = 80;  // bytes of an office's name

std::size_t count_digits(std::string_view text) {
  std::size_t digits = 0;
  for (std::size_t at = 0; at < text.size(); ++digits) at += language::code_point_at(text, at).length;
  return digits;
}

class ContactPass {
 public:
  explicit ContactPass(Context& context)
      : context_(context), names_(context), posts_(context, names_), bodies_(context, names_) {}

  void read_contact_lines() {
    for (const BlockTokens& block : context_.blocks) {
      for (std::size_t i = block.range.first; i < block.range.end;) {
        std::size_t end = i + 1;
        while (end < block.range.end && !context_.tokens[end].newline_before) ++end;
        read_line({i, end});
        i = end;
      }
    }
    flush();
  }

  void read_addresses_in_text() {
    for (std::size_t i = 0; i < context_.tokens.size(); ++i) {
      if (!is_mail(i) || context_.claims[i] == Claim::rejected) continue;
      const std::string address(context_.tokens.source(i));
      const auto& known = context_.document.facts.contacts;
      constexpr std::size_t most_compared = 100;  // a list of members is not compared with itself
      const auto last = known.begin() + static_cast<std::ptrdiff_t>(std::min(known.size(), most_compared));
      const bool is_known = std::any_of(known.begin(), last, [&](const Contact& contact) {
        return std::find(contact.emails.begin(), contact.emails.end(), address) != contact.emails.end();
      });
      if (is_known) continue;
      current_.emails.push_back(address);
      extend({i, i + 1});
      rule_ = "contacts.address_in_text";
      flush();
    }
  }

 private:
  void read_line(Range line);
  std::size_t read_name(std::size_t i, Range line);
  std::size_t read_telephone(std::size_t i, Range line);
  void name_office(Range line);
  bool is_mail(std::size_t i) const;
  bool begins_item(std::size_t i, Range line) const;
  void extend(Range range);
  void flush();

  Context& context_;
  NameReader names_;
  PostReader posts_;
  BodyReader bodies_;
  Contact current_;
  Range at_;  // of the contact so far
  const char* rule_ = "contacts.line";
};

bool ContactPass::is_mail(std::size_t i) const {
  const std::string_view written = context_.tokens.source(i);
  const std::size_t sign = written.find('@');
  return context_.tokens.kind(i) == TokenKind::address && sign != std::string_view::npos && sign > 0 &&
         written.find("://") == std::string_view::npos && written.find('.', sign) != std::string_view::npos;
}

void ContactPass::extend(Range range) {
  at_ = at_.empty() ? range : Range{std::min(at_.first, range.first), std::max(at_.end, range.end)};
}

void ContactPass::flush() {
  const bool reachable = !current_.emails.empty() || !current_.phones.empty();
  if (reachable && !at_.empty() && context_.sentence_of[at_.first] < context_.document.sentences.size()) {
    auto& contacts = context_.document.facts.contacts;
    current_.id = next_id('c', contacts.size());
    current_.provenance = context_.provenance(at_, rule_, current_.name.empty() ? 0.8 : 0.9);
    contacts.push_back(std::move(current_));
  }
  current_ = {};
  at_ = {};
}

// A telephone number: digits in groups, with what stands between them in one. Returns the token behind it, or i.
std::size_t ContactPass::read_telephone(std::size_t i, Range line) {
  const Tokens& tokens = context_.tokens;
  const auto joins = [&](std::size_t k) {
    return tokens.kind(k) == TokenKind::dash || tokens.is_mark(k, '(') || tokens.is_mark(k, ')') ||
           tokens.is_mark(k, '.') || tokens.is_mark(k, '/');
  };
  if (!tokens.is_mark(i, '+') && !tokens.is_mark(i, '(') && tokens.kind(i) != TokenKind::number) return i;
  std::size_t digits = 0;
  std::size_t last = i;
  for (std::size_t k = i; k < line.end; ++k) {
    if (tokens.kind(k) == TokenKind::number) {
      digits += count_digits(tokens.source(k));
      last = k + 1;
    } else if (!(joins(k) || (k == i && tokens.is_mark(k, '+')))) {
      break;
    }
  }
  if (digits < fewest_digits || digits > most_digits) return i;
  current_.phones.push_back(context_.text({i, last}));
  extend({i, last});
  return last;
}

// A name begins a line or follows what parts items of one.
bool ContactPass::begins_item(std::size_t i, Range line) const {
  if (i == line.first) return true;
  const Tokens& tokens = context_.tokens;
  return context_.is_comma(i - 1) || tokens.is_mark(i - 1, ':') || tokens.is_mark(i - 1, ';') ||
         tokens.is_mark(i - 1, '|') || tokens.is_mark(i - 1, '/') || tokens.kind(i - 1) == TokenKind::dash ||
         context_.is(i - 1, WordClass::list_link) || context_.is(i - 1, WordClass::honorific) ||
         (tokens.is_mark(i - 1, '.') && i > line.first + 1 && context_.is(i - 2, WordClass::honorific));
}

std::size_t ContactPass::read_name(std::size_t i, Range line) {
  if (!context_.is_word(i) || !begins_item(i, line)) return i;
  const Range name = names_.name(i, line.end);
  if (name.empty() || names_.full_words(name) < 2 || names_.is_organisation(name)) return i;
  // "Porto Harbour Trust": the kind of body ends the run of capitals.
  if (context_.is_capital(name.end) && !context_.tokens[name.end].newline_before && context_.is_word(name.end))
    return i;
  if (!current_.name.empty()) flush();
  current_.name = context_.text(name);
  const Post post = posts_.behind(name.end, line.end);
  current_.role = post.role;
  current_.affiliation = post.affiliation;
  extend(name);
  return std::max(name.end, post.end);
}

// What a line calls those who can be reached: "Press office", the words before its first number or address.
void ContactPass::name_office(Range line) {
  std::size_t end = line.first;
  while (end < line.end && (context_.is_word(end) || context_.tokens.is_mark(end, '&') ||
                            (context_.tokens.kind(end) == TokenKind::dash && context_.tokens.glued(end))))
    ++end;
  const Range words{line.first, end};
  if (words.empty() || context_.span(words).size() > longest_name) return;
  // "Tel.", "E-mail": a label of the number, not of who answers.
  if (end - words.first < 2 && !names_.is_organisation(words)) return;
  current_.name = context_.text(words);
  extend(words);
}

void ContactPass::read_line(Range line) {
  const bool empty = current_.name.empty() && current_.emails.empty() && current_.phones.empty();
  bool named = false;
  for (std::size_t i = line.first; i < line.end;) {
    std::size_t end = read_name(i, line);
    named = named || end > i;
    if (end == i && is_mail(i)) {
      current_.emails.emplace_back(context_.tokens.source(i));
      extend({i, i + 1});
      end = i + 1;
    }
    if (end == i) end = read_telephone(i, line);
    if (end == i && current_.affiliation.empty()) {
      if (const Match body = context_.match(i, WordClass::body)) {
        const Range name = bodies_.around(i + body.count - 1, line);
        if (!name.empty()) {
          current_.affiliation = context_.text(name);
          end = name.end;
        }
      }
    }
    i = std::max(end, i + 1);
  }
  const bool reachable = !current_.emails.empty() || !current_.phones.empty();
  if (!named && empty && reachable) name_office(line);
  // A heading of an office: the line that only names it stands before those with the numbers.
  if (!named && empty && !reachable) {
    name_office(line);
    // "Contact:", "For more information": what heads the lines names nobody.
    const std::string text = language::fold_case(current_.name);
    const auto& starters = context_.pack.contact_starters;
    if (std::find(starters.begin(), starters.end(), text) != starters.end()) {
      current_ = {};
      at_ = {};
    }
  }
}

}  // namespace

void find_contacts(Context& context) {
  ContactPass pass(context);
  if (context.part == Part::contacts)
    pass.read_contact_lines();
  else
    pass.read_addresses_in_text();
}

}  // namespace herald::facts
