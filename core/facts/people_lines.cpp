// People in lines of their own: a post and a name parted by a dash or a colon, in either order, and what people say in
// the items of a list.
#include "core/facts/people_pass.hpp"

namespace herald::facts {

// A dash with spaces, a colon: what divides a line into name and post.
bool PeoplePass::is_separator(std::size_t i, Range block) const {
  const Tokens& tokens = context_.tokens;
  if (tokens.is_mark(i, ':')) return i + 1 < block.end;
  return tokens.kind(i) == TokenKind::dash && i + 1 < block.end &&
         (tokens[i].space_before || tokens[i + 1].space_before);
}

// "Vice President for Asia – Ana Lima of Peru", "Ana Lima – Director, Office of Maps", "Ana Lima, Director".
bool PeoplePass::read_line(std::size_t b) {
  const BlockTokens& block = context_.blocks[b];
  // A line is short; a paragraph is prose.
  constexpr std::size_t longest_line = 60;
  constexpr std::size_t longest_head = 16;
  const Range name = names_.name(block.range.first, block.range.end);
  if (!name.empty() && read_statement(block, b, name)) return true;
  if (block.range.end - block.range.first > longest_line) return false;
  if (!name.empty() && names_.full_words(name) >= 2 && is_separator(name.end, block.range))
    return name_then_post(block, name, name.end);
  if (!name.empty() && names_.full_words(name) >= 2 && context_.is_comma(name.end) &&
      context_.block_kind(block) == BlockKind::list_item)
    return name_then_post(block, name, name.end);
  for (std::size_t i = block.range.first + 1; i < block.range.end && i < block.range.first + longest_head; ++i)
    if (is_separator(i, block.range)) return post_then_name(b, i);
  return false;
}

// Whether a list item begins with a name, goes on to a colon, and says some sentences without marks behind it.
bool PeoplePass::is_statement(std::size_t b, std::size_t* colon) const {
  constexpr std::size_t longest_introduction = 40;
  constexpr std::size_t fewest_words = 8;
  if (b >= context_.blocks.size()) return false;
  const BlockTokens& block = context_.blocks[b];
  if (context_.block_kind(block) != BlockKind::list_item) return false;
  const Range name = names_.name(block.range.first, block.range.end);
  if (name.empty() || names_.full_words(name) < 2 || !(context_.is_comma(name.end) || context_.says(name.end)))
    return false;
  std::size_t at = name.end;
  while (at < block.range.end && at - name.end < longest_introduction && !context_.tokens.is_mark(at, ':')) ++at;
  if (!context_.tokens.is_mark(at, ':') || at + 1 + fewest_words > block.range.end || !context_.is_capital(at + 1) ||
      context_.in_speech[at + 1])
    return false;
  *colon = at;
  return true;
}

// "• Ana Lima, harbour master: The work went well. …": a verb of saying, or a second item like it, tells that somebody
// speaks.
bool PeoplePass::read_statement(const BlockTokens& block, std::size_t b, Range name) {
  std::size_t colon = 0;
  if (!is_statement(b, &colon)) return false;
  bool says = false;
  for (std::size_t i = name.end; i < colon; ++i) says = says || context_.says(i);
  std::size_t other = 0;
  const std::uint32_t group = context_.document.blocks[block.block].group;
  const auto is_sibling = [&](std::size_t k) {
    return group != 0 && k < context_.blocks.size() &&
           context_.document.blocks[context_.blocks[k].block].group == group && is_statement(k, &other);
  };
  if (!says && !is_sibling(b + 1) && !(b > 0 && is_sibling(b - 1))) return false;
  Post post = posts_.behind(name.end, colon);
  Person person;
  person.name = context_.text(name);
  // What stands between name and colon is a post, be it one that no list has.
  constexpr std::size_t longest_post = 10;
  const bool bare = post.role.empty() && context_.is_comma(name.end) && !says && colon - name.end <= longest_post + 1;
  person.role = bare ? context_.text({name.end + 1, colon}) : post.role;
  person.affiliation = post.affiliation;
  person.country = post.country;
  context_.because(FactKind::person, name, {name.end, colon});
  roster_.add(std::move(person), name, "people.statement", 0.85);
  Range words{colon + 1, block.range.end};
  context_.statements.push_back({static_cast<std::uint32_t>(b), context_.person_at[name.first], words});
  return true;
}

bool PeoplePass::post_then_name(std::size_t b, std::size_t separator) {
  const Range block = context_.blocks[b].range;
  const Range post{block.first, separator};
  bool has_role = false;
  for (std::size_t i = post.first; i < post.end; ++i) {
    if (context_.says(i) || context_.in_speech[i]) return false;
    has_role = has_role || context_.match(i, WordClass::role);
  }
  if (!has_role) return false;
  std::size_t at = separator + 1;
  while (at < block.end && context_.is(at, WordClass::honorific)) at += context_.tokens.is_mark(at + 1, '.') ? 2 : 1;
  const Range name = names_.name(at, block.end);
  if (name.empty() || names_.full_words(name) < 2) return false;

  Person person;
  Post split = posts_.split(post);
  person.role = split.role;
  person.affiliation = split.affiliation.empty() ? introduced_by(b) : split.affiliation;
  person.name = context_.text(name);
  if (context_.is(name.end, WordClass::noun_link) || context_.is(name.end, WordClass::role_link)) {
    const std::size_t behind = name.end + (context_.is(name.end + 1, WordClass::determiner) ? 2 : 1);
    if (const Match country = names_.country(behind)) person.country = context_.text({behind, behind + country.count});
  } else if (context_.tokens.is_mark(name.end, '(')) {
    if (const Match country = names_.country(name.end + 1))
      person.country = context_.text({name.end + 1, name.end + 1 + country.count});
  }
  context_.because(FactKind::person, name, post);
  roster_.add(std::move(person), name, "people.post_dash_name", 0.95);
  return true;
}

bool PeoplePass::name_then_post(const BlockTokens& block, Range name, std::size_t separator) {
  Range post{separator + 1, block.range.end};
  while (post.end > post.first && context_.tokens.kind(post.end - 1) == TokenKind::mark &&
         !context_.tokens.is_mark(post.end - 1, ')'))
    --post.end;
  // The post begins the line's second half; a sentence behind the separator is none.
  constexpr std::size_t post_begins_within = 8;
  bool has_role = false;
  for (std::size_t i = post.first; i < post.end; ++i) {
    if (context_.says(i)) return false;
    has_role = has_role || (i < post.first + post_begins_within && context_.match(i, WordClass::role));
  }
  // Without capitals a verb may stand before the post: the line is a sentence then.
  const bool sentence = !context_.is_cased(name.first) && !context_.match(post.first, WordClass::role);
  if (!has_role || sentence) return false;
  Person person;
  Post split = posts_.split(post);
  person.name = context_.text(name);
  person.role = split.role;
  person.affiliation = split.affiliation;
  person.country = split.country;
  context_.because(FactKind::person, name, post);
  roster_.add(std::move(person), name, "people.name_dash_post", 0.93);
  return true;
}

// The body that elects or lists: the last organisation of a paragraph that ends in a colon above a list of posts.
std::string PeoplePass::introduced_by(std::size_t b) const {
  constexpr std::size_t furthest = 12;  // posts in a list
  for (std::size_t back = 1; back <= b && back <= furthest; ++back) {
    const Range range = context_.blocks[b - back].range;
    if (range.empty() || !context_.tokens.is_mark(range.end - 1, ':')) continue;
    for (std::size_t i = range.end; i > range.first && range.end - i < 40; --i) {
      if (!context_.is(i - 1, WordClass::organisation) || !context_.is_capital(i - 1)) continue;
      return context_.text(names_.capital_run_before(i, range.first));
    }
    return {};
  }
  return {};
}

}  // namespace herald::facts
