// Places: countries by their names in the release's language, the dateline's place, and capitalised
// names behind "in" or before a word for a kind of place. Inside people's and organisations' names a
// place is not meant and is left alone.
#include <unordered_map>
#include <vector>

#include "core/facts/names.hpp"
#include "core/facts/passes.hpp"
#include "core/language/text.hpp"

namespace herald::facts {
namespace {

constexpr double doubted = 0.5;  // is_doubted(): such a place stands in the workbook alone

class PlacePass {
 public:
  explicit PlacePass(Context& context) : context_(context), names_(context) {}

  void run() {
    take_dateline();
    for (std::size_t i = 0; i < context_.tokens.size();) {
      std::size_t end = i;
      if (context_.claims[i] == Claim::none && context_.is_word(i) && !context_.in_organisation[i]) {
        end = take_country(i);
        if (end == i) end = take_known(i);
        if (end == i) end = take_kind(i);
        if (end == i) end = take_named(i);
      }
      i = std::max(end, i + 1);
    }
  }

 private:
  void take_dateline();
  bool is_town_by_sign(std::size_t i) const;
  std::size_t take_country(std::size_t i);
  std::size_t take_known(std::size_t i);
  std::size_t take_kind(std::size_t i);
  std::size_t take_named(std::size_t i);
  void take_list(std::size_t i, std::size_t limit);
  std::size_t end_of_name(std::size_t i, std::size_t limit) const;
  bool is_part(std::size_t i) const;
  bool may_begin(std::size_t i) const;
  bool is_other_name(Range name) const;
  bool inside_longer_name(std::size_t first, std::size_t end) const;
  void add(Range range, std::string name, std::string_view code, const char* rule, double confidence);

  Context& context_;
  NameReader names_;
  std::unordered_map<std::string, std::size_t> known_;  // folded name to index
};

void PlacePass::add(Range range, std::string name, std::string_view code, const char* rule, double confidence) {
  std::vector<Place>& places = context_.document.facts.places;
  const auto [entry, fresh] = known_.emplace(language::fold_case(name), places.size());
  if (fresh) {
    Place place;
    place.id = next_id('l', places.size());
    place.name = std::move(name);
    place.country_code = code;
    places.push_back(std::move(place));
  }
  places[entry->second].mentions.push_back(context_.provenance(range, rule, confidence));
  context_.claim(range, Claim::place);
}

// Datelines are set in capitals; the name is given back in the usual case of names.
void PlacePass::take_dateline() {
  const auto& dateline = context_.document.metadata.dateline;
  if (!dateline || dateline->place.empty()) return;
  std::size_t first = 0;
  while (first < context_.tokens.size() && context_.tokens[first].begin < dateline->span.begin) ++first;
  const std::vector<std::string> words = language::phrase_words(dateline->place);
  for (std::size_t i = first; i < context_.tokens.size() && context_.tokens[i].end <= dateline->span.end; ++i) {
    std::size_t k = 0;
    while (k < words.size() && context_.tokens.folded(i + k) == words[k]) ++k;
    if (words.empty() || k < words.size() || context_.claims[i] == Claim::rejected) continue;
    std::string_view code;
    // A dateline names a town, be it called as a country is.
    if (const Match town = context_.match(i, WordClass::place))
      code = town.phrase->code;
    else if (const Match country = names_.country(i))
      code = country.phrase->code;
    add({i, i + k}, dateline->place, code, "places.dateline", 0.97);
    return;
  }
}

// "New Mexico", "Mexico City", "Bank of Canada Act": the country is part of another name.
bool PlacePass::inside_longer_name(std::size_t first, std::size_t end) const {
  const Tokens& tokens = context_.tokens;
  if (context_.is_title_case(first)) {
    // Among capitals only some neighbours tell: "NEW MEXICO", "MEXICO CITY".
    const bool other_name = first > 0 && context_.is_capital(first - 1) &&
                            context_.is(first - 1, WordClass::not_name) &&
                            !context_.is(first - 1, WordClass::function_word);
    return other_name || (context_.is(end, WordClass::place_noun) && context_.is_capital(end));
  }
  const bool before = first > 0 && tokens.kind(first - 1) == TokenKind::word && context_.is_capital(first - 1) &&
                      !context_.opens_sentence(first - 1) && !context_.is(first - 1, WordClass::function_word) &&
                      tokens.folded(first - 1) != "'s";
  // Where nouns have capitals, only one that names a body or a place makes a longer name of it.
  const bool noun =
      context_.pack.capital_nouns && !tokens.is_any(end, mask(WordClass::organisation) | mask(WordClass::place_noun));
  const bool behind = context_.is_capital(end) && tokens.kind(end) == TokenKind::word && tokens.folded(end) != "'s" &&
                      context_.person_at[end] == Context::no_person && !noun;
  // "UK government", "U.S. troops": an abbreviation before a noun is an adjective.
  const bool adjective = tokens[first].all_caps && end == first + 1 && context_.is_word(end) &&
                         !tokens[end].newline_before && !context_.is(end, WordClass::function_word) &&
                         tokens.folded(end) != "'s";
  const bool hyphen = (tokens.kind(end) == TokenKind::dash && tokens.glued(end) && tokens.glued(end + 1)) ||
                      (first > 0 && tokens.kind(first - 1) == TokenKind::dash && tokens.glued(first));
  return before || behind || hyphen || adjective;
}

// "عمّان" is a town and "عمان" a country: the doubled letter tells, and is folded away where words are looked up.
bool PlacePass::is_town_by_sign(std::size_t i) const {
  constexpr std::string_view doubled = "\u0651";
  return context_.match(i, WordClass::place) && context_.tokens.source(i).find(doubled) != std::string_view::npos;
}

std::size_t PlacePass::take_country(std::size_t i) {
  const Match country = names_.country(i);
  if (!country || is_town_by_sign(i)) return i;
  // "سوريًا" is somebody from there: a country has no accusative of the indefinite.
  if (context_.is_indefinite_accusative(i)) return i;
  // A country's name that is a common word too ("Reunión", which is "meeting") is one behind "in" alone, and there only
  // in small letters where the script has capitals.
  const bool is_common = context_.is(i, context_.is_cased(i) ? WordClass::event : WordClass::not_place);
  if (is_common && (context_.tokens[i].all_caps || !context_.tokens.match_before(i, WordClass::place_leader))) return i;
  const std::size_t end = i + country.count;
  std::size_t first = i;
  while (first < end && context_.is(first, WordClass::determiner)) ++first;
  if (inside_longer_name(i, end)) {
    context_.reject(FactKind::place, {first, end}, "places.part_of_longer_name");
    return names_.capital_run(i, context_.sentence_range(i).end).end;
  }
  add({first, end}, context_.text({first, end}), country.phrase->code, "places.country", 0.95);
  return end;
}

// Whether token i can be a word of a place's name.
bool PlacePass::is_part(std::size_t i) const {
  return context_.tokens.kind(i) == TokenKind::word && context_.is_capital(i) && context_.claims[i] == Claim::none &&
         context_.tokens.folded(i) != "'s";
}

// The name that begins at token i: capitals, joined by hyphens ("Aix-en-Provence") and, where the language has such
// names, by particles ("Vila de Rei").
std::size_t PlacePass::end_of_name(std::size_t i, std::size_t limit) const {
  constexpr std::size_t longest = 9;  // tokens
  const auto hyphen = [&](std::size_t k) {
    return context_.tokens.kind(k) == TokenKind::dash && context_.tokens.glued(k) && context_.tokens.glued(k + 1);
  };
  // "Aix-Nord", and "St. Gallen" with the stop of an abbreviation.
  const auto joins = [&](std::size_t k) {
    const bool stop = k > i && context_.tokens.is_mark(k, '.') && k + 1 < limit && context_.tokens.glued(k) &&
                      context_.is(k - 1, WordClass::name_particle);
    return (hyphen(k) || stop) && is_part(k + 1);
  };
  const auto particle = [&](std::size_t k) {
    return k > i && context_.pack.noun_order == language::NounOrder::head_first && is_part(k + 1) &&
           context_.is(k, WordClass::name_particle) && context_.is(k, WordClass::noun_link) && !names_.country(k + 1);
  };
  std::size_t end = i;
  while (end < limit && end - i < longest) {
    if (is_part(end)) {
      ++end;
    } else if (joins(end) || particle(end)) {
      end += 2;
    } else if (hyphen(end) && hyphen(end + 2) && is_part(end + 3)) {
      end += 4;
    } else {
      break;
    }
  }
  return end;
}

// Whether the words of a name are those of a body, an occasion or a post.
bool PlacePass::is_other_name(Range name) const {
  for (std::size_t k = name.first; k < name.end; ++k)
    if (!context_.is(k, WordClass::place_noun) &&
        context_.tokens.is_any(k, mask(WordClass::organisation) | mask(WordClass::event) | mask(WordClass::role)))
      return true;
  return false;
}

// ", Porto and Braga" behind a place: the list that an "and" closes. Without it the next capitals are the district's or
// somebody's.
void PlacePass::take_list(std::size_t i, std::size_t limit) {
  constexpr std::size_t longest = 60;  // tokens
  std::vector<Range> listed;
  bool closed = false;
  for (std::size_t at = i; !closed && at < limit && at - i < longest;) {
    std::size_t next = at;
    if (context_.is_comma(next)) ++next;
    if (context_.is(next, WordClass::list_link)) {
      closed = true;
      ++next;
    }
    if (next == at) break;
    while (context_.is(next, WordClass::place_leader)) ++next;
    if (const Match country = names_.country(next)) {
      at = next + country.count;
      continue;
    }
    const Range name{next, end_of_name(next, limit)};
    if (name.empty() || !may_begin(next) || is_other_name(name) || context_.says(name.end) ||
        context_.is(name.end, WordClass::place_noun))
      return;
    listed.push_back(name);
    at = name.end;
  }
  if (!closed) return;
  for (const Range& name : listed) add(name, context_.text(name), {}, "places.listed", 0.75);
}

bool PlacePass::may_begin(std::size_t i) const {
  return !context_.tokens.is_any(i, mask(WordClass::not_place) | mask(WordClass::weekday) | mask(WordClass::month) |
                                        mask(WordClass::function_word)) &&
         !(context_.tokens[i].all_caps && !context_.is_title_case(i));
}

// "the town of Porto", "the towns of Porto and Braga", "in four towns, among them Porto, Braga and Faro".
std::size_t PlacePass::take_kind(std::size_t i) {
  const Match kind = context_.match(i, WordClass::place_noun);
  if (!kind || (context_.is_cased(i) && context_.is_capital(i))) return i;
  constexpr std::size_t most_between = 3;
  const std::size_t limit = context_.sentence_range(i).end;
  std::size_t at = i + kind.count;
  std::size_t between = 0;
  while (at < limit && between < most_between && !is_part(at) &&
         !context_.tokens.is_any(at, mask(WordClass::clause_opener) | mask(WordClass::past_marker)) &&
         (context_.is(at, WordClass::function_word) || context_.is(at, WordClass::noun_link) || context_.is_comma(at) ||
          context_.tokens.is_mark(at, ':') || context_.tokens.is_mark(at, '('))) {
    ++at;
    ++between;
  }
  if (between == 0 || at >= limit || context_.opens_sentence(at) || context_.is_title_case(at)) return i;
  const Range name{at, end_of_name(at, limit)};
  if (name.empty() || !may_begin(at) || is_other_name(name) || names_.country(at)) return i;
  add(name, context_.text(name), {}, "places.kind_of_place", 0.8);
  take_list(name.end, limit);
  return name.end;
}

// A name that the pack knows: of scripts without capitals nothing else tells it from other words.
std::size_t PlacePass::take_known(std::size_t i) {
  const Match known = context_.match(i, WordClass::place);
  if (!known || (context_.is_cased(i) && !context_.is_capital(i))) return i;
  const Range name{i, i + known.count};
  add(name, context_.text(name), known.phrase->code, "places.known", 0.9);
  return name.end;
}

// "in Porto", "in Porto, Portugal", "Otero County".
std::size_t PlacePass::take_named(std::size_t i) {
  if (!context_.is_capital(i) || context_.is_title_case(i) || context_.tokens.kind(i) != TokenKind::word) return i;
  if (context_.tokens.is_any(i, mask(WordClass::not_place) | mask(WordClass::weekday) | mask(WordClass::month) |
                                    mask(WordClass::function_word)))
    return i;
  const std::size_t limit = context_.sentence_range(i).end;
  const Range name{i, end_of_name(i, limit)};
  if (name.empty()) return i;
  // "the report In Wider Waters": within a sentence a capital on the small word makes it part of a title.
  const bool titled = i > 0 && context_.is_capital(i - 1) && context_.is(i - 1, WordClass::function_word) &&
                      !context_.opens_sentence(i - 1);
  const bool led =
      i > 0 && !titled && context_.tokens.match_before(i, WordClass::place_leader) && !context_.opens_sentence(i);
  // "to RRA Ana Lima": an acronym and who is next to it.
  const bool acronym = context_.tokens[i].all_caps && (name.end == i + 1 || !context_.tokens[i + 1].all_caps);
  const bool part_of_more = context_.tokens.kind(name.end) == TokenKind::dash && context_.tokens.glued(name.end);
  const bool in_marks = i > 0 && context_.tokens.kind(i - 1) == TokenKind::quote;
  const bool other = is_other_name(name);
  if (other || acronym || part_of_more || in_marks || context_.tokens.kind(name.end) == TokenKind::number) {
    if (led)
      context_.reject(FactKind::place, name,
                      other      ? "places.organisation"
                      : acronym  ? "places.acronym"
                      : in_marks ? "places.in_marks"
                                 : "places.part_of_longer_name");
    return name.end;
  }
  // « Archivos del Estado » has its kind of place behind a link, and is none.
  if (name.end - i > 1 && context_.is(name.end - 1, WordClass::place_noun) &&
      !context_.is(name.end - 2, WordClass::noun_link)) {
    context_.because(FactKind::place, name, {name.end - 1, name.end});
    add(name, context_.text(name), {}, "places.kind_of_place", 0.8);
    return name.end;
  }
  // "Special Agent in Charge": the words of a post.
  if (!led || context_.tokens.match_before(i + 1, WordClass::role).count > 1) return name.end;
  // "in Porto, Portugal" is sure; "in Porto" alone may be something else that is written with a capital.
  const Match country = context_.is_comma(name.end) ? names_.country(name.end + 1) : Match{};
  // Where every noun has a capital, one word behind "in" is as likely a thing as a place.
  const bool noun = context_.pack.capital_nouns && name.end == i + 1;
  context_.because(FactKind::place, name, {i - context_.tokens.match_before(i, WordClass::place_leader).count, i});
  add(name, context_.text(name), country ? std::string_view(country.phrase->code) : std::string_view{},
      "places.behind_preposition",
      country ? 0.92
      : noun  ? doubted
              : 0.8);
  if (!noun) take_list(name.end, limit);
  return name.end;
}

}  // namespace

void find_places(Context& context) { PlacePass(context).run(); }

}  // namespace herald::facts
